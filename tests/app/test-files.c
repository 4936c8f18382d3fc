/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens to files in the window: opening every kind, faults, saving, closing with changes, exports equal to the command line's. */

#include "app-fixture.h"

#include "ctg-config.h"

#include "app/ctg-export-options.h"
#include "data/ctg-library.h"

static gboolean
is_idle (AppFixture *fixture)
{
  return fixture->window->works->len == 0;
}

static void
activate_path (AppFixture *fixture,
               const char *action,
               const char *path)
{
  g_autofree char *parameter = g_strdup_printf ("'%s'", path);

  app_activate (fixture, action, parameter);
  app_wait (fixture, is_idle, path);
}

static void
open_path (AppFixture *fixture,
           const char *path)
{
  activate_path (fixture, "open-file", path);
}

static char *
write_file (const char *name,
            const char *text)
{
  char *path = ctg_test_temp_path (name);

  ctg_test_write_file (path, text, -1);
  return path;
}

static void
export_path (AppFixture *fixture,
             const char *path)
{
  activate_path (fixture, "export-to", path);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

/* ---- opening ---- */

static void
test_array (AppFixture   *fixture,
            gconstpointer data)
{
  g_autofree char *path = write_file ("plain.json", "[{\"country\": \"Belgium\", \"people\": 12}, {\"country\": \"France\", \"people\": 40}]");
  CtgTable *table;

  open_path (fixture, path);
  g_assert_null (app_find_dialog (fixture));
  table = ctg_document_get_table (app_document (fixture));
  g_assert_cmpuint (ctg_table_get_n_rows (table), ==, 2);
  g_assert_cmpint (ctg_table_find_row (table, "BEL"), ==, 0);
  g_assert_cmpint (ctg_document_get_kind (app_document (fixture)), ==, CTG_OPENED_DATA);

  /* Opening it again shows the same document. */
  CtgDocument *first = app_document (fixture);

  app_activate (fixture, "open-dataset", "'icsr-2015-01'");
  open_path (fixture, path);
  g_assert_true (app_document (fixture) == first);
}

static void
test_faults (AppFixture   *fixture,
             gconstpointer data)
{
  g_autofree char *path = write_file ("faulty.json", "[{\"country\": \"Belgium\", \"people\": 12}, {\"country\": \"Atlantis\", \"people\": 4}]");
  GtkWidget *scroller;

  open_path (fixture, path);
  g_assert_cmpstr (ctg_document_get_title (app_document (fixture)), ==, "faulty.json");
  g_assert_nonnull (app_find_dialog (fixture));
  scroller = app_find_child (GTK_WIDGET (app_find_dialog (fixture)), GTK_TYPE_VIEWPORT);
  g_assert_nonnull (strstr (gtk_label_get_text (GTK_LABEL (gtk_viewport_get_child (GTK_VIEWPORT (scroller)))), "/1/country"));
}

/* More than are listed: the message says so, not only the end of a list that scrolls. */
static void
test_many_faults (AppFixture   *fixture,
                  gconstpointer data)
{
  g_autoptr(GString) text = g_string_new ("[{\"country\": \"Belgium\", \"people\": 12}");
  g_autofree char *path = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;

  for (unsigned int i = 0; i < 1500; i++)
    g_string_append (text, ", {\"country\": \"Belgium\", \"people\": \"few\"}");
  g_string_append_c (text, ']');
  path = write_file ("very-faulty.json", text->str);

  open_path (fixture, path);
  g_assert_nonnull (app_find_dialog (fixture));
  g_object_get (app_find_dialog (fixture), "heading", &heading, "body", &body, NULL);
  g_assert_nonnull (strstr (heading, "1500 faults"));
  g_assert_nonnull (strstr (body, "the first 50 faults; the others are only counted"));
}

/* One who brings a table of a spreadsheet learns that it is not read. */
static void
test_csv (AppFixture   *fixture,
          gconstpointer data)
{
  g_autofree char *path = write_file ("table.csv", "country,people\nBelgium,12\n");
  g_autofree char *body = NULL;

  open_path (fixture, path);
  g_assert_nonnull (app_find_dialog (fixture));
  g_object_get (app_find_dialog (fixture), "body", &body, NULL);
  g_assert_nonnull (strstr (body, "no CSV"));
}

static void
test_broken (AppFixture   *fixture,
             gconstpointer data)
{
  g_autofree char *path = write_file ("broken.json", "[{\"country\": \"Belgium\",\n \"people\": 012}]");
  g_autofree char *body = NULL;
  CtgDocument *before = app_document (fixture);

  open_path (fixture, path);
  g_assert_true (app_document (fixture) == before);
  g_assert_nonnull (app_find_dialog (fixture));
  g_object_get (app_find_dialog (fixture), "body", &body, NULL);
  g_assert_nonnull (strstr (body, "Line 2"));
}

static void
test_absent (AppFixture   *fixture,
             gconstpointer data)
{
  g_autofree char *path = ctg_test_temp_path ("absent.json");
  g_autofree char *body = NULL;
  CtgDocument *before = app_document (fixture);

  open_path (fixture, path);
  g_assert_true (app_document (fixture) == before);
  g_assert_nonnull (app_find_dialog (fixture));
  /* In words for people, and without advice about formats. */
  g_object_get (app_find_dialog (fixture), "body", &body, NULL);
  g_assert_nonnull (strstr (body, "not there"));
  g_assert_null (strstr (body, ".json"));
}

static void
test_folder (AppFixture   *fixture,
             gconstpointer data)
{
  CtgDocument *before = app_document (fixture);

  open_path (fixture, ctg_test_temp_dir ());
  g_assert_true (app_document (fixture) == before);
  g_assert_nonnull (app_find_dialog (fixture));
}

static GtkDropTarget *
find_drop_target (GtkWidget *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        return GTK_DROP_TARGET (controller);
    }

  return NULL;
}

static gboolean
has_two_opened (AppFixture *fixture)
{
  return fixture->window->opened->len == 2 && fixture->window->works->len == 0;
}

static void
test_drop (AppFixture   *fixture,
           gconstpointer data)
{
  g_autofree char *one = write_file ("dropped-1.json", "[{\"country\": \"Belgium\", \"people\": 12}]");
  g_autofree char *two = write_file ("dropped-2.json", "[{\"country\": \"France\", \"people\": 40}]");
  GSList *files = g_slist_append (g_slist_append (NULL, g_file_new_for_path (one)), g_file_new_for_path (two));
  GdkFileList *list = gdk_file_list_new_from_list (files);
  g_auto(GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, list);
  g_signal_emit_by_name (find_drop_target (GTK_WIDGET (fixture->window)), "drop", &value, 10.0, 10.0, &taken);
  g_assert_true (taken);
  app_wait (fixture, has_two_opened, "both files");
  g_slist_free_full (files, g_object_unref);
}

/* An exported picture brings its figure back. */
static void
test_picture (AppFixture   *fixture,
              gconstpointer data)
{
  const char *name = data;
  g_autofree char *path = ctg_test_temp_path (name);
  g_autoptr(CtgSpec) spec = NULL;

  app_set (fixture, "kind", "dumbbell");
  app_set (fixture, "top", "9");
  app_set (fixture, "title", "Nine countries");
  spec = ctg_spec_ref (ctg_document_get_spec (app_document (fixture)));
  export_path (fixture, path);
  open_path (fixture, path);

  g_assert_null (app_find_dialog (fixture));
  g_assert_cmpstr (ctg_document_get_title (app_document (fixture)), ==, name);
  g_assert_cmpint (ctg_document_get_kind (app_document (fixture)), ==, CTG_OPENED_PICTURE);
  g_assert_true (ctg_spec_equal (spec, ctg_document_get_spec (app_document (fixture))));
  g_assert_false (ctg_document_get_modified (app_document (fixture)));
}

/* ---- reloading ---- */

static GtkWidget *
find_reload (GtkWidget *widget)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (widget)), "win.reload") == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_reload (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_offered (AppFixture *fixture)
{
  return find_reload (GTK_WIDGET (fixture->window->toasts)) != NULL;
}

static gboolean
has_three_rows (AppFixture *fixture)
{
  return is_idle (fixture) && ctg_table_get_n_rows (ctg_document_get_table (app_document (fixture))) == 3;
}

/* Data that change are offered again, and what was made of them stays. */
static void
test_reload_data (AppFixture   *fixture,
                  gconstpointer data)
{
  g_autofree char *path = write_file ("changing.json", "[{\"country\": \"Belgium\", \"people\": 5}, {\"country\": \"France\", \"people\": 7}]");
  CtgDocument *before;

  open_path (fixture, path);
  app_set (fixture, "title", "Two, then three");
  before = app_document (fixture);
  ctg_window_look_at_file (fixture->window);
  app_settle ();
  g_assert_false (is_offered (fixture));

  ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 5}, {\"country\": \"France\", \"people\": 7}, {\"country\": \"Germany\", \"people\": 9}]", -1);
  ctg_window_look_at_file (fixture->window);
  app_wait (fixture, is_offered, "the offer");
  g_assert_true (app_document (fixture) == before);

  g_signal_emit_by_name (find_reload (GTK_WIDGET (fixture->window->toasts)), "clicked");
  app_wait (fixture, has_three_rows, "three rows");
  g_assert_cmpstr (ctg_document_get_spec (app_document (fixture))->title, ==, "Two, then three");
  g_assert_cmpint (fixture->window->opened->len, ==, 1);
  g_assert_null (app_find_dialog (fixture));
}

/* The figure in the file counts; what was on the screen comes back by redoing. */
static void
test_reload_figure (AppFixture   *fixture,
                    gconstpointer data)
{
  g_autofree char *path = ctg_test_temp_path ("changing.contingent");
  g_autofree char *parameter = g_strdup_printf ("'%s'", path);
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *reload = g_strdup_printf ("'%s'", uri);

  app_set (fixture, "top", "9");
  app_activate (fixture, "save-to", parameter);
  app_wait (fixture, is_idle, "saving");
  /* What the program wrote itself is no change. */
  ctg_window_look_at_file (fixture->window);
  app_settle ();
  g_assert_false (is_offered (fixture));

  app_set (fixture, "top", "8");
  app_activate (fixture, "reload", reload);
  app_wait (fixture, is_idle, "reloading");
  g_assert_cmpint (ctg_document_get_spec (app_document (fixture))->top, ==, 9);
  g_assert_false (ctg_document_get_modified (app_document (fixture)));
  app_activate (fixture, "redo", NULL);
  g_assert_cmpint (ctg_document_get_spec (app_document (fixture))->top, ==, 8);
}

/* A file that became unreadable leaves what is shown of it. */
static void
test_reload_broken (AppFixture   *fixture,
                    gconstpointer data)
{
  g_autofree char *path = write_file ("breaking.json", "[{\"country\": \"Belgium\", \"people\": 5}]");
  CtgDocument *before;

  open_path (fixture, path);
  before = app_document (fixture);
  ctg_test_write_file (path, "[{\"country\": ", -1);
  ctg_window_look_at_file (fixture->window);
  app_wait (fixture, is_offered, "the offer");
  g_signal_emit_by_name (find_reload (GTK_WIDGET (fixture->window->toasts)), "clicked");
  app_settle ();
  app_wait (fixture, is_idle, "reloading");
  g_assert_nonnull (app_find_dialog (fixture));
  app_close_dialogs (fixture);
  g_assert_true (app_document (fixture) == before);
}

/* What the new content has wrong is told as if it were opened anew. */
static void
test_reload_faults (AppFixture   *fixture,
                    gconstpointer data)
{
  g_autofree char *path = write_file ("worse.json", "[{\"country\": \"Belgium\", \"people\": 5}, {\"country\": \"France\", \"people\": 7}]");
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  g_autofree char *reload = g_strdup_printf ("'%s'", uri);

  open_path (fixture, path);
  g_assert_null (app_find_dialog (fixture));
  ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 5}, {\"country\": \"Atlantis\", \"people\": 7}]", -1);
  app_activate (fixture, "reload", reload);
  app_wait (fixture, is_idle, "reloading");
  g_assert_nonnull (app_find_dialog (fixture));
  g_assert_cmpint (ctg_table_find_row (ctg_document_get_table (app_document (fixture)), "BEL"), ==, 0);
}

/* ---- saving and closing ---- */

static void
test_save (AppFixture   *fixture,
           gconstpointer data)
{
  g_autofree char *path = ctg_test_temp_path ("mine.contingent");
  g_autofree char *parameter = g_strdup_printf ("'%s'", path);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  app_set (fixture, "top", "9");
  app_activate (fixture, "save-to", parameter);
  app_wait (fixture, is_idle, "saving");
  g_assert_false (ctg_document_get_modified (app_document (fixture)));
  first = ctg_test_load_file (path, NULL);

  /* Now it has a name. */
  app_set (fixture, "top", "8");
  app_activate (fixture, "save", NULL);
  app_wait (fixture, is_idle, "saving again");
  g_assert_null (app_find_dialog (fixture));
  second = ctg_test_load_file (path, NULL);
  g_assert_cmpstr (first, !=, second);

  /* The bundled dataset itself is as before. */
  app_activate (fixture, "open-dataset", "'tsg-2015-12'");
  g_assert_cmpint (ctg_document_get_spec (app_document (fixture))->top, !=, 8);
}

static void
test_save_fails (AppFixture   *fixture,
                 gconstpointer data)
{
  app_set (fixture, "top", "9");
  app_activate (fixture, "save-to", "'/nowhere/at/all/mine.contingent'");
  app_wait (fixture, is_idle, "saving");
  g_assert_nonnull (app_find_dialog (fixture));
  g_assert_true (ctg_document_get_modified (app_document (fixture)));
  g_assert_null (ctg_document_get_file (app_document (fixture)));
}

static void
answer (AppFixture *fixture,
        const char *response)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (app_find_dialog (fixture));

  adw_message_dialog_response (dialog, response);
  gtk_window_destroy (GTK_WINDOW (dialog));
  app_settle ();
}

static void
test_close (AppFixture   *fixture,
            gconstpointer data)
{
  g_autofree char *path = ctg_test_temp_path ("closed.contingent");
  g_autofree char *parameter = g_strdup_printf ("'%s'", path);
  g_autofree char *saved = NULL;

  app_set (fixture, "top", "9");
  app_activate (fixture, "save-to", parameter);
  app_wait (fixture, is_idle, "saving");
  app_set (fixture, "top", "8");

  gtk_window_close (GTK_WINDOW (fixture->window));
  app_settle ();
  g_assert_true (ADW_IS_MESSAGE_DIALOG (app_find_dialog (fixture)));
  answer (fixture, "cancel");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_true (ctg_document_get_modified (app_document (fixture)));

  /* Save: the file is written before the window goes. */
  g_object_ref (fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_settle ();
  answer (fixture, "save");
  app_wait (fixture, is_idle, "saving");
  app_settle ();
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  saved = ctg_test_load_file (path, NULL);
  g_assert_nonnull (strstr (saved, "\"top\": 8"));
  g_clear_object (&fixture->window);
}

static void
test_close_discard (AppFixture   *fixture,
                    gconstpointer data)
{
  g_object_ref (fixture->window);
  app_set (fixture, "top", "8");
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_settle ();
  answer (fixture, "discard");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_clear_object (&fixture->window);
}

/* ---- exporting ---- */

static void
test_same_bytes (AppFixture   *fixture,
                 gconstpointer data)
{
  const char *suffix = data;
  g_autofree char *window_name = g_strconcat ("window.", suffix, NULL);
  g_autofree char *cli_name = g_strconcat ("cli.", suffix, NULL);
  g_autofree char *from_window = ctg_test_temp_path (window_name);
  g_autofree char *from_cli = ctg_test_temp_path (cli_name);
  g_autoptr(CtgTestRun) run = NULL;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  gsize a_length, b_length;

  app_set (fixture, "kind", "dumbbell");
  app_set (fixture, "page.width", "120mm");
  export_path (fixture, from_window);
  run = ctg_test_cli ("export", "tsg-2015-12", "--kind", "dumbbell", "--width", "120mm", "-o", from_cli, NULL);
  g_assert_cmpstr (run->err, ==, "");
  g_assert_cmpint (run->status, ==, 0);
  a = ctg_test_load_file (from_window, &a_length);
  b = ctg_test_load_file (from_cli, &b_length);
  g_assert_cmpmem (a, a_length, b, b_length);
}

static void
test_export_fails (AppFixture   *fixture,
                   gconstpointer data)
{
  app_activate (fixture, "export-to", "'/nowhere/at/all/figure.svg'");
  app_wait (fixture, is_idle, "exporting");
  g_assert_true (ADW_IS_MESSAGE_DIALOG (app_find_dialog (fixture)));
}

static void
test_remembered (AppFixture   *fixture,
                 gconstpointer data)
{
  CtgExportOptions options;

  ctg_export_options_load (&options, CTG_FORMAT_PNG);
  g_assert_cmpfloat (options.dpi, ==, 300);
  options.dpi = 600;
  options.unit = CTG_UNIT_PX;
  options.transparent = TRUE;
  options.width = 100;
  ctg_export_options_store (&options);

  memset (&options, 0, sizeof options);
  ctg_export_options_load (&options, CTG_FORMAT_PNG);
  g_assert_cmpfloat (options.dpi, ==, 600);
  g_assert_cmpfloat (options.width, ==, 100);
  g_assert_cmpint (options.unit, ==, CTG_UNIT_PX);
  g_assert_true (options.transparent);
  ctg_export_options_load (&options, CTG_FORMAT_SVG);
  g_assert_false (options.transparent);
  g_assert_cmpint (options.unit, ==, CTG_UNIT_MM);
}

/* ---- keeping things ---- */

static void
test_datasets_keep_figures (AppFixture   *fixture,
                            gconstpointer data)
{
  app_set (fixture, "top", "9");
  app_activate (fixture, "open-dataset", "'icsr-2015-01'");
  g_assert_false (ctg_document_get_can_undo (app_document (fixture)));
  app_activate (fixture, "open-dataset", "'tsg-2015-12'");
  g_assert_cmpint (ctg_document_get_spec (app_document (fixture))->top, ==, 9);
  app_activate (fixture, "undo", NULL);
  g_assert_cmpint (ctg_document_get_spec (app_document (fixture))->top, !=, 9);
}

static void
test_every_dataset (AppFixture   *fixture,
                    gconstpointer data)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const CtgLibraryEntry *entry = ctg_library_get_entry (i);
      g_autofree char *parameter = g_strdup_printf ("'%s'", entry->id);

      app_activate (fixture, "open-dataset", parameter);
      app_settle ();
      g_assert_cmpstr (ctg_dataset_get_id (ctg_document_get_dataset (app_document (fixture))), ==, entry->id);
      if (ctg_document_get_scene (app_document (fixture)) == NULL)
        g_error ("%s has no figure: %s", entry->id, ctg_document_get_error (app_document (fixture))->message);
    }
}

static void
test_layout_is_remembered (AppFixture   *fixture,
                           gconstpointer data)
{
  g_autoptr(GSettings) settings = g_settings_new (CTG_APP_ID);
  int width, height;

  app_activate (fixture, "show-inspector", NULL);
  app_activate (fixture, "show-sidebar", NULL);
  gtk_paned_set_position (fixture->window->paned, gtk_widget_get_height (GTK_WIDGET (fixture->window->paned)) / 2);
  app_settle ();
  fixture->window->force_close = TRUE;
  gtk_window_close (GTK_WINDOW (fixture->window));
  fixture->window = NULL;

  g_assert_true (g_settings_get_boolean (settings, "show-inspector"));
  g_assert_false (g_settings_get_boolean (settings, "show-sidebar"));
  g_assert_cmpfloat_with_epsilon (g_settings_get_double (settings, "sheet-share"), 0.5, 0.01);
  g_settings_get (settings, "window-size", "(ii)", &width, &height);
  g_assert_cmpint (width, >, 700);
  g_assert_cmpint (height, >, 400);
}

static gboolean
is_gone (AppFixture *fixture)
{
  return fixture->window == NULL;
}

/* What is under way when the window goes comes back to nobody: no warning, no crash, nothing half-made. */
static void
test_late (AppFixture   *fixture,
           gconstpointer data)
{
  const char *action = data;
  g_autofree char *path = ctg_test_temp_path ("late.svg");
  g_autofree char *parameter = g_str_equal (action, "copy-figure") ? NULL : g_strdup_printf ("'%s'", path);

  if (g_str_equal (action, "open-file"))
    ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 12}]", -1);
  app_activate (fixture, action, parameter);
  g_assert_cmpuint (fixture->window->works->len, ==, 1);

  fixture->window->force_close = TRUE;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, is_gone, "the window to be finalized");
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog (fixture) != NULL;
}

/* A dialog does not outlive its window: nothing would be left that could end the program. */
static void
test_dialog_goes (AppFixture   *fixture,
                  gconstpointer data)
{
  const char *action = data;
  g_autofree char *path = ctg_test_temp_path ("goes.json");
  g_autofree char *parameter = g_str_equal (action, "open-file") ? g_strdup_printf ("'%s'", path) : NULL;

  ctg_test_write_file (path, "{", -1);
  app_activate (fixture, action, parameter);
  app_wait (fixture, has_dialog, "the dialog");

  fixture->window->force_close = TRUE;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, is_gone, "the window to be finalized");
  g_assert_cmpuint (g_list_model_get_n_items (gtk_window_get_toplevels ()), ==, 0);
}

/* The dialog is closed, and its window before the focus is back: GTK still has requests of both under way then, more or fewer of them. */
static void
test_dialog_and_window (AppFixture   *fixture,
                        gconstpointer data)
{
  for (unsigned int turns = 0; turns < 9; turns++)
    {
      if (fixture->window == NULL)
        app_fixture_set_up (fixture, NULL);
      app_activate (fixture, data, NULL);
      app_wait (fixture, has_dialog, "the dialog");
      for (unsigned int i = 0; i < turns % 3; i++)
        g_main_context_iteration (NULL, FALSE);
      gtk_window_close (app_find_dialog (fixture));
      for (unsigned int i = 0; i < turns; i++)
        g_main_context_iteration (NULL, FALSE);

      fixture->window->force_close = TRUE;
      g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
      gtk_window_close (GTK_WINDOW (fixture->window));
      app_wait (fixture, is_gone, "the window to be finalized");
    }
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

  add ("/files/array", NULL, test_array);
  add ("/files/faults", NULL, test_faults);
  add ("/files/faults/many", NULL, test_many_faults);
  add ("/files/csv", NULL, test_csv);
  add ("/files/broken", NULL, test_broken);
  add ("/files/absent", NULL, test_absent);
  add ("/files/folder", NULL, test_folder);
  add ("/files/drop", NULL, test_drop);
  add ("/files/layout-is-remembered", NULL, test_layout_is_remembered);
  add ("/files/picture/svg", "back.svg", test_picture);
  add ("/files/picture/png", "back.png", test_picture);
  add ("/files/picture/pdf", "back.pdf", test_picture);
  add ("/files/reload/data", NULL, test_reload_data);
  add ("/files/reload/figure", NULL, test_reload_figure);
  add ("/files/reload/broken", NULL, test_reload_broken);
  add ("/files/reload/faults", NULL, test_reload_faults);
  add ("/files/save", NULL, test_save);
  add ("/files/save-fails", NULL, test_save_fails);
  add ("/files/close", NULL, test_close);
  add ("/files/close-discard", NULL, test_close_discard);
  add ("/files/late/open", "open-file", test_late);
  add ("/files/late/save", "save-to", test_late);
  add ("/files/late/export", "export-to", test_late);
  add ("/files/late/copy", "copy-figure", test_late);
  add ("/files/dialog-goes/message", "open-file", test_dialog_goes);
  add ("/files/dialog-goes/export", "export", test_dialog_goes);
  add ("/files/dialog-goes/about-data", "about-data", test_dialog_goes);
  add ("/files/dialog-goes/about", "about", test_dialog_goes);
  add ("/files/dialog-goes/shortcuts", "show-help-overlay", test_dialog_goes);
  add ("/files/dialog-and-window/about-data", "about-data", test_dialog_and_window);
  add ("/files/dialog-and-window/export", "export", test_dialog_and_window);
  add ("/files/same-bytes/svg", "svg", test_same_bytes);
  add ("/files/same-bytes/png", "png", test_same_bytes);
  add ("/files/same-bytes/pdf", "pdf", test_same_bytes);
  add ("/files/export-fails", NULL, test_export_fails);
  add ("/files/remembered", NULL, test_remembered);
  add ("/files/datasets-keep-figures", NULL, test_datasets_keep_figures);
  add ("/files/every-dataset", NULL, test_every_dataset);

  return g_test_run ();
}
