/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What figures of the same data share, and what a change of spec makes anew. */

#include <string.h>

#include "chart/ctg-select.h"
#include "ctg-test.h"
#include "data/ctg-library.h"
#include "file/ctg-figure.h"

static CtgFigure *
open_figure (const char *id)
{
  g_autoptr(GError) error = NULL;
  CtgFigure *figure = ctg_figure_load_bundled (id, &error);

  g_assert_no_error (error);
  return figure;
}

static CtgFigure *
with (CtgFigure  *figure,
      const char *path,
      const char *value)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_figure_get_spec (figure), path, value, &error);

  g_assert_no_error (error);
  return ctg_figure_with_spec (figure, spec);
}

static void
test_sharing (void)
{
  g_autoptr(CtgFigure) figure = open_figure ("tsg-2015-12");
  CtgChartInput input = ctg_figure_get_input (figure, NULL);
  g_autoptr(CtgFigure) sorted = with (figure, "sort.by", "name");
  CtgChartInput sorted_input = ctg_figure_get_input (sorted, NULL);
  g_autoptr(CtgFigure) german = with (figure, "language", "de");
  CtgChartInput german_input = ctg_figure_get_input (german, NULL);
  g_autoptr(CtgFigure) doubtful = with (figure, "doubtful", "true");
  CtgChartInput doubtful_input = ctg_figure_get_input (doubtful, NULL);

  g_assert_true (sorted_input.table == input.table && sorted_input.arranger == input.arranger && sorted_input.locale == input.locale);
  g_assert_true (german_input.table == input.table && german_input.arranger != input.arranger);
  g_assert_cmpstr (ctg_locale_get_language (german_input.locale), ==, "de");
  g_assert_true (doubtful_input.table != input.table && doubtful_input.locale == input.locale);
  g_assert_true (ctg_figure_get_dataset (doubtful) == ctg_figure_get_dataset (figure));
}

/* A figure may go before those made from it. */
static void
test_order_of_freeing (void)
{
  CtgFigure *figure = open_figure ("tsg-2015-12");
  g_autoptr(CtgFigure) first = with (figure, "top", "3");
  g_autoptr(CtgFigure) second = with (first, "rule", "latest");

  ctg_figure_unref (figure);
  g_assert_cmpuint (ctg_table_get_n_rows (ctg_figure_get_table (first)), ==, ctg_table_get_n_rows (ctg_figure_get_table (second)));
  g_assert_cmpstr (ctg_locale_get_language (ctg_figure_get_locale (second)), ==, "en");
}

static void
test_default_spec (void)
{
  g_autoptr(CtgFigure) figure = open_figure ("tsg-2015-12");
  g_autoptr(CtgFigure) changed = with (figure, "kind", "dumbbell");

  g_assert_cmpstr (ctg_figure_get_spec (figure)->kind, ==, "grouped");
  g_assert_cmpstr (ctg_figure_get_spec (figure)->series[1], ==, "fighters.non-official");
  g_assert_true (ctg_spec_equal (ctg_figure_get_default_spec (changed), ctg_figure_get_spec (figure)));
}

static void
test_compile (void)
{
  g_autoptr(CtgFigure) figure = open_figure ("tsg-2015-12");
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);
  g_autoptr(CtgFigure) impossible = with (figure, "series", "fighters.none");
  g_autoptr(CtgScene) none = NULL;

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (ctg_scene_get_width (scene), 180 * CTG_PT_PER_MM, 1e-6);
  g_assert_true (g_str_has_prefix (ctg_scene_get_description (scene), "Bar chart"));

  none = ctg_figure_compile (impossible, measure, NULL, &error);
  g_assert_null (none);
  g_assert_nonnull (strstr (error->message, "fighters.none"));
}

static void
test_unknown_dataset (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("tsg-2015-13", &error);

  g_assert_null (figure);
  g_assert_nonnull (strstr (error->message, "tsg-2015-12"));
}

/* What every dataset starts with is ready for a journal: no higher than a page, no two rows of the same name, an alternative text in whole sentences. */
static void
test_default_figures (void)
{
  const double page_height = 247 * CTG_PT_PER_MM;
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();

  for (unsigned int k = 0; k < ctg_library_get_n_entries (); k++)
    {
      const char *id = ctg_library_get_entry (k)->id;
      g_autoptr(CtgFigure) figure = open_figure (id);
      CtgChartInput input = ctg_figure_get_input (figure, measure);
      g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgSelection) selection = ctg_selection_new (&input, &error);
      g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);

      g_test_message ("%s", id);
      g_assert_no_error (error);
      g_assert_cmpuint (selection->n_drawn, >=, 5);
      for (unsigned int i = 0; i < selection->n_drawn; i++)
        g_assert_true (g_hash_table_add (names, (gpointer) ctg_arranger_get_name (input.arranger, selection->rows[i])));
      g_assert_cmpfloat (ctg_scene_get_height (scene), <=, page_height);
      g_assert_nonnull (strstr (ctg_scene_get_description (scene), ctg_scene_get_title (scene)));
      g_assert_null (strstr (ctg_scene_get_description (scene), "…"));
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/figure/sharing", test_sharing);
  g_test_add_func ("/figure/order-of-freeing", test_order_of_freeing);
  g_test_add_func ("/figure/default-spec", test_default_spec);
  g_test_add_func ("/figure/compile", test_compile);
  g_test_add_func ("/figure/default-figures", test_default_figures);
  g_test_add_func ("/figure/unknown-dataset", test_unknown_dataset);
  return g_test_run ();
}
