/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every kind of chart with every dataset: what is offered can be drawn, what is not says why, and going from kind to kind keeps what was set.
 * Needs no display. */

#include "app/ctg-document.h"
#include "ctg-test.h"
#include "data/ctg-library.h"

#define N_SWITCHES 24

static CtgDocument *
open_bundled (unsigned int index)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled (ctg_library_get_entry (index)->id, &error);

  g_assert_no_error (error);
  return ctg_document_new (figure, CTG_OPENED_DATA, NULL);
}

static unsigned int
count_marks (CtgDocument *document)
{
  CtgScene *scene = ctg_document_ensure_scene (document);
  unsigned int n = 0;

  if (scene == NULL)
    g_error ("%s: %s", ctg_document_get_title (document), ctg_document_get_error (document)->message);
  g_free (ctg_scene_dup_marks (scene, &n));

  return n;
}

static void
test_offered (void)
{
  unsigned int n_fit = 0;
  unsigned int n_unfit = 0;

  for (unsigned int d = 0; d < ctg_library_get_n_entries (); d++)
    {
      g_autoptr(CtgDocument) document = open_bundled (d);

      for (unsigned int k = 0; k < ctg_chart_get_n_kinds (); k++)
        {
          const CtgChartKindInfo *kind = ctg_chart_get_kind (k);
          CtgChartInput input = ctg_document_get_input (document);
          g_autoptr(CtgSpec) before = ctg_spec_ref (ctg_document_get_spec (document));
          g_autoptr(GError) error = NULL;
          g_autofree char *reason = NULL;
          gboolean fits = ctg_chart_kind_fits (kind, &input, &reason);

          g_test_message ("%s as %s: %s", ctg_library_get_entry (d)->id, kind->id, fits ? "fits" : reason);
          g_assert_cmpint (ctg_document_set_kind (document, kind->id, &error), ==, fits);
          if (fits)
            {
              n_fit++;
              g_assert_cmpuint (count_marks (document), >, 0);
            }
          else
            {
              n_unfit++;
              g_assert_nonnull (strstr (error->message, reason));
              g_assert_cmpuint (strlen (reason), >, 10);
            }

          if (!ctg_spec_equal (before, ctg_document_get_spec (document)))
            ctg_document_undo (document);
          g_assert_true (ctg_spec_equal (before, ctg_document_get_spec (document)));
        }
    }

  g_assert_cmpuint (n_fit, >, 0);
  g_assert_cmpuint (n_unfit, >, 0);
}

/* Words, colours, order, filter and page are no concern of the kind; the series are those of before or the first of them, unless none fits. */
static void
assert_carried_over (const CtgSpec *before,
                     const CtgSpec *after)
{
  g_auto(GStrv) diff = ctg_spec_diff (before, after);

  for (unsigned int i = 0; diff[i] != NULL; i++)
    if (!g_str_equal (diff[i], "kind") && !g_str_equal (diff[i], "series"))
      g_error ("changing the kind changes %s", diff[i]);
  g_assert_cmpuint (g_strv_length (after->series), <=, g_strv_length (before->series));
  for (unsigned int i = 0; after->series[i] != NULL; i++)
    g_assert_cmpstr (after->series[i], ==, before->series[i]);
}

static void
set (CtgDocument *document,
     const char  *path,
     const char  *value)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ctg_document_set (document, path, value, "change", &error));
  g_assert_no_error (error);
}

static void
test_switching (void)
{
  for (unsigned int d = 0; d < ctg_library_get_n_entries (); d++)
    {
      g_autoptr(CtgDocument) document = open_bundled (d);
      g_autoptr(CtgSpec) original = NULL;
      g_autoptr(CtgSpec) last = NULL;
      unsigned int n_steps = 0;

      set (document, "title", "Set by hand");
      set (document, "sort.order", "ascending");
      set (document, "colors.background", "#fafafa");
      set (document, "page.width", "120mm");
      original = ctg_spec_ref (ctg_document_get_spec (document));

      for (unsigned int i = 0; i < N_SWITCHES; i++)
        {
          g_autoptr(CtgSpec) before = ctg_spec_ref (ctg_document_get_spec (document));
          const char *kind = ctg_chart_get_kind (g_test_rand_int_range (0, ctg_chart_get_n_kinds ()))->id;

          if (ctg_document_set_kind (document, kind, NULL))
            {
              g_assert_cmpstr (ctg_document_get_spec (document)->kind, ==, kind);
              assert_carried_over (before, ctg_document_get_spec (document));
              g_assert_nonnull (ctg_document_ensure_scene (document));
              n_steps += !ctg_spec_equal (before, ctg_document_get_spec (document));
            }
          else
            {
              g_assert_true (ctg_spec_equal (before, ctg_document_get_spec (document)));
            }
        }

      last = ctg_spec_ref (ctg_document_get_spec (document));
      for (unsigned int i = 0; i < n_steps; i++)
        ctg_document_undo (document);
      g_assert_true (ctg_spec_equal (original, ctg_document_get_spec (document)));
      for (unsigned int i = 0; i < n_steps; i++)
        ctg_document_redo (document);
      g_assert_true (ctg_spec_equal (last, ctg_document_get_spec (document)));
    }
}

/* Two series where a kind draws one: nothing is lost on the way there and back. */
static void
test_back (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("tsg-2015-12", &error);
  g_autoptr(CtgDocument) document = ctg_document_new (figure, CTG_OPENED_DATA, NULL);
  g_autoptr(CtgSpec) before = NULL;

  set (document, "kind", "grouped");
  set (document, "series", "fighters.non-official,fighters.official");
  before = ctg_spec_ref (ctg_document_get_spec (document));
  g_assert_true (ctg_document_set_kind (document, "bars", &error));
  g_assert_cmpstr (ctg_document_get_undo_label (document), ==, "change kind");
  g_assert_true (ctg_document_set_kind (document, "grouped", &error));
  g_assert_true (ctg_spec_equal (before, ctg_document_get_spec (document)));

  /* Series that cannot be drawn together are let go, and come back by undo. */
  set (document, "series", "fighters.official,fighters.non-official,women");
  before = (ctg_spec_unref (before), ctg_spec_ref (ctg_document_get_spec (document)));
  g_assert_true (ctg_document_set_kind (document, "disagreement", &error));
  g_assert_cmpuint (g_strv_length (ctg_document_get_spec (document)->series), ==, 2);
  g_assert_cmpstr (ctg_document_get_spec (document)->series[0], ==, "fighters.official");
  ctg_document_undo (document);
  g_assert_true (ctg_spec_equal (before, ctg_document_get_spec (document)));

  /* What does not exist changes nothing. */
  g_assert_false (ctg_document_set_kind (document, "pie", &error));
  g_assert_nonnull (strstr (error->message, "pie"));
  g_assert_true (ctg_spec_equal (before, ctg_document_get_spec (document)));
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/kinds/offered", test_offered);
  g_test_add_func ("/kinds/switching", test_switching);
  g_test_add_func ("/kinds/back", test_back);

  return g_test_run ();
}
