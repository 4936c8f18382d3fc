/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The open document: changes, undo and redo, merging, modified state, selection, scenes in and out of a thread. Needs no display. */

#include "app/ctg-document.h"
#include "ctg-test.h"
#include "data/ctg-package.h"

static CtgDocument *
open_bundled (const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled (id, &error);

  g_assert_no_error (error);
  return ctg_document_new (figure, CTG_OPENED_DATA, NULL);
}

static void
set (CtgDocument *document,
     const char  *path,
     const char  *value,
     const char  *label)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (ctg_document_set (document, path, value, label, &error));
  g_assert_no_error (error);
}

static void
count_cb (CtgDocument *document,
          int         *count)
{
  (*count)++;
}

static void
test_undo (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");
  g_autoptr(CtgSpec) before = ctg_spec_ref (ctg_document_get_spec (document));
  int changes = 0;

  g_signal_connect (document, "figure-changed", G_CALLBACK (count_cb), &changes);
  g_assert_false (ctg_document_get_can_undo (document));
  g_assert_null (ctg_document_get_undo_label (document));

  set (document, "top", "7", "show top 7");
  set (document, "sort.by", "name", "sort by name");
  g_assert_cmpint (changes, ==, 2);
  g_assert_cmpstr (ctg_document_get_undo_label (document), ==, "sort by name");
  g_assert_null (ctg_document_get_redo_label (document));
  g_assert_true (ctg_document_get_modified (document));

  ctg_document_undo (document);
  g_assert_cmpint (ctg_document_get_spec (document)->top, ==, 7);
  g_assert_cmpstr (ctg_document_get_undo_label (document), ==, "show top 7");
  g_assert_cmpstr (ctg_document_get_redo_label (document), ==, "sort by name");

  ctg_document_undo (document);
  g_assert_true (ctg_spec_equal (before, ctg_document_get_spec (document)));
  g_assert_false (ctg_document_get_modified (document));
  g_assert_false (ctg_document_get_can_undo (document));
  ctg_document_undo (document);
  g_assert_cmpint (changes, ==, 4);

  ctg_document_redo (document);
  ctg_document_redo (document);
  g_assert_cmpint (ctg_document_get_spec (document)->sort_by, ==, CTG_SPEC_SORT_NAME);
  g_assert_false (ctg_document_get_can_redo (document));

  /* A new change forgets what was undone. */
  ctg_document_undo (document);
  set (document, "top", "3", "show top 3");
  g_assert_false (ctg_document_get_can_redo (document));
  g_assert_cmpint (ctg_document_get_spec (document)->sort_by, ==, before->sort_by);
}

static void
test_same (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");
  g_autofree char *top = ctg_spec_get (ctg_document_get_spec (document), "top");

  set (document, "top", top, "no change");
  g_assert_false (ctg_document_get_can_undo (document));
}

static void
test_refused (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");
  g_autoptr(GError) error = NULL;

  g_assert_false (ctg_document_set (document, "page.width", "1mm", "make tiny", &error));
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "page.width"));
  g_assert_false (ctg_document_get_can_undo (document));
}

static void
type_title (CtgDocument *document,
            const char  *title)
{
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_document_get_spec (document), "title", title, NULL);

  ctg_document_change_merging (document, spec, "edit title");
}

static void
test_merging (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");

  type_title (document, "C");
  type_title (document, "Co");
  type_title (document, "Cou");
  ctg_document_undo (document);
  g_assert_false (ctg_document_get_can_undo (document));
  g_assert_null (ctg_document_get_spec (document)->title);

  /* After something else, and after an undo, typing begins a new step. */
  ctg_document_redo (document);
  g_assert_cmpstr (ctg_document_get_spec (document)->title, ==, "Cou");
  type_title (document, "Coun");
  ctg_document_undo (document);
  g_assert_cmpstr (ctg_document_get_spec (document)->title, ==, "Cou");
}

static void
test_reset (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");

  set (document, "kind", "dumbbell", "change of kind");
  ctg_document_reset (document);
  g_assert_true (ctg_spec_equal (ctg_document_get_spec (document), ctg_figure_get_default_spec (ctg_document_get_figure (document))));
  g_assert_false (ctg_document_get_modified (document));
  ctg_document_undo (document);
  g_assert_cmpstr (ctg_document_get_spec (document)->kind, ==, "dumbbell");
}

static void
test_filtered (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");

  g_assert_false (ctg_document_get_filtered (document));
  set (document, "search", "tun", "filter");
  g_assert_true (ctg_document_get_filtered (document));
  ctg_document_undo (document);
  set (document, "region", "western-asia", "filter");
  g_assert_true (ctg_document_get_filtered (document));
}

static void
test_selection (void)
{
  const char *const two[] = { "TUN", "FRA", NULL };
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");
  int changes = 0;

  g_signal_connect (document, "selection-changed", G_CALLBACK (count_cb), &changes);
  ctg_document_set_selection (document, two);
  ctg_document_set_selection (document, two);
  g_assert_cmpint (changes, ==, 1);
  g_assert_true (ctg_document_is_selected (document, "FRA"));
  g_assert_false (ctg_document_is_selected (document, "DEU"));

  /* It outlives every change of the figure. */
  set (document, "sort.by", "name", "sort by name");
  g_assert_cmpstrv (ctg_document_get_selection (document), two);
  ctg_document_set_selection (document, NULL);
  g_assert_cmpint (changes, ==, 2);
  g_assert_null (ctg_document_get_selection (document)[0]);
}

static void
test_saved (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");
  g_autoptr(GFile) file = g_file_new_for_path ("/nowhere/mine.contingent");

  g_assert_false (ctg_document_can_save_in_place (document));
  set (document, "top", "7", "show top 7");
  ctg_document_set_saved (document, file);
  g_assert_false (ctg_document_get_modified (document));
  g_assert_true (ctg_document_can_save_in_place (document));
  g_assert_cmpstr (ctg_document_get_title (document), ==, "mine.contingent");

  ctg_document_undo (document);
  g_assert_true (ctg_document_get_modified (document));
}

static void
quit_cb (CtgDocument *document,
         GMainLoop   *loop)
{
  g_main_loop_quit (loop);
}

static void
test_scene (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  double width;

  g_assert_null (ctg_document_get_scene (document));
  g_assert_nonnull (ctg_document_ensure_scene (document));
  width = ctg_scene_get_width (ctg_document_get_scene (document));

  /* Two changes, one scene, without anyone asking. */
  g_signal_connect (document, "scene-changed", G_CALLBACK (quit_cb), loop);
  set (document, "page.width", "120mm", "change width");
  set (document, "page.width", "89mm", "change width");
  g_assert_cmpfloat (ctg_scene_get_width (ctg_document_get_scene (document)), ==, width);
  g_main_loop_run (loop);
  g_assert_cmpfloat_with_epsilon (ctg_scene_get_width (ctg_document_get_scene (document)), 89 * CTG_PT_PER_MM, 0.01);
}

static void
test_not_drawable (void)
{
  g_autoptr(CtgDocument) document = open_bundled ("tsg-2015-12");

  set (document, "series", "no.such", "choose series");
  g_assert_null (ctg_document_ensure_scene (document));
  g_assert_nonnull (ctg_document_get_error (document));
  ctg_document_undo (document);
  g_assert_nonnull (ctg_document_ensure_scene (document));
  g_assert_null (ctg_document_get_error (document));
}

/* Thousands of rows: the scene comes from a thread and is that of the last change. */
static void
test_thread (void)
{
  g_autoptr(GString) text = g_string_new ("[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(CtgFigure) figure = NULL;
  g_autoptr(CtgDocument) document = NULL;
  g_autoptr(GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr(GError) error = NULL;
  CtgOpenedKind kind;
  gboolean busy = FALSE;

  for (unsigned int i = 0; i < 3000; i++)
    g_string_append_printf (text, "%s{\"country\": \"Place %u\", \"people\": %u}", i > 0 ? "," : "", i, 3000 - i);
  g_string_append_c (text, ']');
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  figure = ctg_figure_load (bytes, "many.json", &kind, NULL, &error);
  g_assert_no_error (error);

  document = ctg_document_new (figure, kind, NULL);
  set (document, "top", "10", "show top 10");
  set (document, "title", "Before", "edit title");
  g_signal_connect (document, "scene-changed", G_CALLBACK (quit_cb), loop);
  while (!busy)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (document, "busy", &busy, NULL);
    }

  set (document, "title", "After", "edit title");
  do
    g_main_loop_run (loop);
  while (ctg_document_get_scene (document) == NULL || strcmp (ctg_scene_get_title (ctg_document_get_scene (document)), "After") != 0);
  while (busy)
    {
      g_object_get (document, "busy", &busy, NULL);
      if (busy)
        g_main_context_iteration (NULL, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/document/undo", test_undo);
  g_test_add_func ("/document/same", test_same);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/merging", test_merging);
  g_test_add_func ("/document/reset", test_reset);
  g_test_add_func ("/document/filtered", test_filtered);
  g_test_add_func ("/document/selection", test_selection);
  g_test_add_func ("/document/saved", test_saved);
  g_test_add_func ("/document/scene", test_scene);
  g_test_add_func ("/document/not-drawable", test_not_drawable);
  g_test_add_func ("/document/thread", test_thread);

  return g_test_run ();
}
