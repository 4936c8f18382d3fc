/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long work that the user stops: its progress is shown, nothing half-made is left, what is said is true, and the window goes on working. */

#include "app-fixture.h"

#include "app/ctg-export-options.h"

/* As large as a picture may be: 20,000 pixels wide, 198 megapixels in all. */
#define HUGE_DPI 2400
#define HUGE_WIDTH "211.6mm"
#define HUGE_HEIGHT "104.7mm"
/* Nearly as much as may be in a file: 16 MB, two million values. */
#define MANY_ROWS 150000
#define MANY_COLUMNS 10

static gboolean
is_idle (AppFixture *fixture)
{
  return fixture->window->works->len == 0;
}

static gboolean
is_progress_shown (AppFixture *fixture)
{
  /* Done before it was shown: then the case is not large enough. */
  g_assert_cmpuint (fixture->window->works->len, ==, 1);
  return gtk_revealer_get_reveal_child (fixture->window->progress_revealer);
}

static gboolean
find_text (GtkWidget  *widget,
           const char *text)
{
  if (GTK_IS_LABEL (widget) && g_str_equal (gtk_label_get_text (GTK_LABEL (widget)), text))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (find_text (child, text))
        return TRUE;
    }

  return FALSE;
}

static void
activate_path (AppFixture *fixture,
               const char *action,
               const char *path)
{
  g_autofree char *parameter = g_strdup_printf ("'%s'", path);

  app_activate (fixture, action, parameter);
}

/* The window is asked for something else, and does it. */
static void
assert_usable (AppFixture *fixture,
               const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "after.svg", NULL);

  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "cancel-work"));
  g_assert_false (gtk_revealer_get_reveal_child (fixture->window->progress_revealer));
  g_assert_null (app_find_dialog (fixture));
  app_activate (fixture, "open-dataset", "'icsr-2015-01'");
  activate_path (fixture, "export-to", path);
  app_wait (fixture, is_idle, "another export");
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
start_huge_export (AppFixture *fixture,
                   const char *path)
{
  CtgExportOptions options;

  ctg_export_options_load (&options, CTG_FORMAT_PNG);
  options.dpi = HUGE_DPI;
  ctg_export_options_store (&options);
  g_assert_true (ctg_document_set (app_document (fixture), "page.width", HUGE_WIDTH, "change width", NULL));
  g_assert_true (ctg_document_set (app_document (fixture), "page.height", HUGE_HEIGHT, "change height", NULL));
  activate_path (fixture, "export-to", path);
}

/* data: what is in the file before, or NULL for no file. */
static void
test_export (AppFixture   *fixture,
             gconstpointer data)
{
  const char *before = data;
  g_autofree char *folder = ctg_test_make_folder (before != NULL ? "export-over" : "export-new");
  g_autofree char *path = g_build_filename (folder, "huge.png", NULL);

  if (before != NULL)
    ctg_test_write_file (path, before, -1);
  start_huge_export (fixture, path);
  app_wait (fixture, is_progress_shown, "the progress");
  app_activate (fixture, "cancel-work", NULL);
  app_wait (fixture, is_idle, "the export to stop");

  g_assert_true (find_text (GTK_WIDGET (fixture->window->toasts), "Export cancelled; nothing was written"));
  g_assert_cmpuint (ctg_test_count_files (folder), ==, before != NULL ? 1 : 0);
  if (before != NULL)
    {
      g_autofree char *after = ctg_test_load_file (path, NULL);

      g_assert_cmpstr (after, ==, before);
    }
  assert_usable (fixture, folder);
}

/* The window goes while it draws: nothing is left either. */
static void
test_export_closed (AppFixture   *fixture,
                    gconstpointer data)
{
  g_autofree char *folder = ctg_test_make_folder ("export-closed");
  g_autofree char *path = g_build_filename (folder, "huge.png", NULL);

  start_huge_export (fixture, path);
  app_wait (fixture, is_progress_shown, "the progress");
  app_fixture_tear_down (fixture, data);
  g_assert_cmpuint (ctg_test_count_files (folder), ==, 0);
}

static gboolean
is_there (gconstpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Stopped when the file was complete: then that is what is said. action: what writes, as its path; both must tell the same as the disk. */
static void
test_too_late (AppFixture   *fixture,
               gconstpointer data)
{
  const char *action = data;
  gboolean saving = g_str_equal (action, "save-to");
  g_autofree char *folder = ctg_test_make_folder (action);
  g_autofree char *path = g_build_filename (folder, saving ? "late.contingent" : "late.svg", NULL);

  activate_path (fixture, action, path);
  /* The file comes from a thread; the window hears of it only when its main loop runs. */
  for (unsigned int i = 0; i < 20000 && !is_there (path); i++)
    g_usleep (1000);
  g_assert_true (is_there (path));
  app_activate (fixture, "cancel-work", NULL);
  app_wait (fixture, is_idle, "the work to end");

  g_assert_true (find_text (GTK_WIDGET (fixture->window->toasts), saving ? "Saved “late.contingent”" : "Exported “late.svg”"));
  g_assert_cmpuint (ctg_test_count_files (folder), ==, 1);
  if (saving)
    g_assert_nonnull (ctg_document_get_file (app_document (fixture)));
}

static void
write_many_rows (const char *path)
{
  g_autoptr(GString) text = g_string_new ("[");

  for (unsigned int i = 0; i < MANY_ROWS; i++)
    {
      g_string_append_printf (text, "%s{\"country\":\"%s\",\"as_of\":\"%04u-%02u-%02u\"", i > 0 ? "," : "", i % 2 == 0 ? "Chad" : "Mali",
                              1800 + i / 336, 1 + i / 28 % 12, 1 + i % 28);
      for (unsigned int c = 0; c < MANY_COLUMNS; c++)
        g_string_append_printf (text, ",\"%c\":%u", 'a' + c, i % 10);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');
  ctg_test_write_file (path, text->str, text->len);
}

static void
test_open (AppFixture   *fixture,
           gconstpointer data)
{
  g_autofree char *folder = ctg_test_make_folder ("open");
  g_autofree char *path = g_build_filename (folder, "many.json", NULL);
  CtgDocument *before = app_document (fixture);

  write_many_rows (path);
  activate_path (fixture, "open-file", path);
  app_wait (fixture, is_progress_shown, "the progress");
  app_activate (fixture, "cancel-work", NULL);
  app_wait (fixture, is_idle, "the file to be given up");

  g_assert_true (find_text (GTK_WIDGET (fixture->window->toasts), "Opening cancelled"));
  g_assert_true (app_document (fixture) == before);
  g_assert_cmpuint (fixture->window->opened->len, ==, 0);
  assert_usable (fixture, folder);
}

/* Dropped twice, for nothing seemed to happen: one document. */
static void
test_open_twice (AppFixture   *fixture,
                 gconstpointer data)
{
  g_autofree char *path = ctg_test_temp_path ("twice.json");

  ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 12}]", -1);
  activate_path (fixture, "open-file", path);
  activate_path (fixture, "open-file", path);
  g_assert_cmpuint (fixture->window->works->len, ==, 2);
  app_wait (fixture, is_idle, "both to be read");
  g_assert_cmpuint (fixture->window->opened->len, ==, 1);
}

static void
add (const char *name,
     gconstpointer data,
     void ( *run ) (AppFixture *, gconstpointer))
{
  g_test_add (name, AppFixture, data, app_fixture_set_up, run, app_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);

  add ("/cancel/export", NULL, test_export);
  add ("/cancel/export/over-a-file", "what was there", test_export);
  add ("/cancel/export/closed", NULL, test_export_closed);
  add ("/cancel/too-late/export", "export-to", test_too_late);
  add ("/cancel/too-late/save", "save-to", test_too_late);
  add ("/cancel/open", NULL, test_open);
  add ("/cancel/open/twice", NULL, test_open_twice);

  return g_test_run ();
}
