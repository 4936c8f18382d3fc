/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every action of the window, found at run time, does what it says. An action without a case here is a failure, and so is a case without
 * an action. */

#include "app-fixture.h"

#include <math.h>

#include "app/ctg-export-dialog.h"
#include "app/sheet/ctg-sheet-private.h"

typedef struct
{
  const char *name;
  const char *parameter;                 /* GVariant text; %s is a folder of the test's own */
  void (*prepare)(AppFixture *fixture);  /* nullable */
  AppCondition done;                     /* FALSE before the action, TRUE after */
  gboolean leaks;                        /* GTK's own file chooser does not free all it made */
} Case;

/* ---- ready-made states ---- */

static void
make_change (AppFixture *fixture)
{
  app_set (fixture, "top", "7");
}

static void
make_undone (AppFixture *fixture)
{
  make_change (fixture);
  ctg_document_undo (app_document (fixture));
}

static void
make_filter (AppFixture *fixture)
{
  app_set (fixture, "search", "tun");
}

static void
make_work (AppFixture *fixture)
{
  g_autoptr(GCancellable) cancellable = ctg_window_begin_work (fixture->window, "Working");

  g_object_set_data_full (G_OBJECT (fixture->window), "work", g_object_ref (cancellable), g_object_unref);
}

static void
make_small (AppFixture *fixture)
{
  ctg_sheet_set_zoom (fixture->window->sheet, 1);
}

static void
show_call_cb (GDBusConnection       *bus,
              const char            *sender,
              const char            *path,
              const char            *interface,
              const char            *method,
              GVariant              *parameters,
              GDBusMethodInvocation *invocation,
              gpointer               user_data)
{
  g_autofree const char **uris = NULL;

  g_variant_get (parameters, "(^a&ss)", &uris, NULL);
  g_object_set_data_full (user_data, "shown", g_strdup (uris[0]), g_free);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

/* A file manager on the test's bus. */
static void
make_file_manager (AppFixture *fixture)
{
  static const char xml[] = "<node><interface name='org.freedesktop.FileManager1'>"
                            "<method name='ShowItems'><arg type='as' direction='in'/><arg type='s' direction='in'/></method></interface></node>";
  static const GDBusInterfaceVTable vtable = { .method_call = show_call_cb };
  GDBusConnection *bus = g_application_get_dbus_connection (G_APPLICATION (fixture->application));
  g_autoptr(GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr(GVariant) reply = NULL;
  g_autoptr(GError) error = NULL;

  g_dbus_connection_register_object (bus, "/org/freedesktop/FileManager1", info->interfaces[0], &vtable, fixture->window, NULL, &error);
  g_assert_no_error (error);
  reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", "org.freedesktop.FileManager1", 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
}

/* ---- effects ---- */

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog (fixture) != NULL;
}

static gboolean
has_export_dialog (AppFixture *fixture)
{
  return CTG_IS_EXPORT_DIALOG (app_find_dialog (fixture));
}

static gboolean
file_exists (const char *name)
{
  g_autofree char *path = ctg_test_temp_path (name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
opened_fixture (AppFixture *fixture)
{
  return g_str_equal (ctg_document_get_title (app_document (fixture)), "opened.json");
}

static gboolean
shows_icsr (AppFixture *fixture)
{
  return g_str_equal (ctg_dataset_get_id (ctg_document_get_dataset (app_document (fixture))), "icsr-2015-01");
}

static gboolean
saved_file (AppFixture *fixture)
{
  return file_exists ("saved.contingent") && ctg_document_get_file (app_document (fixture)) != NULL;
}

static gboolean
is_saved (AppFixture *fixture)
{
  return ctg_document_get_file (app_document (fixture)) != NULL;
}

static gboolean
exported_file (AppFixture *fixture)
{
  return file_exists ("exported.svg") && fixture->window->works->len == 0;
}

static gboolean
asked_file_manager (AppFixture *fixture)
{
  const char *uri = g_object_get_data (G_OBJECT (fixture->window), "shown");

  return uri != NULL && g_str_has_suffix (uri, "/exported.svg");
}

static gboolean
clipboard_has_figure (AppFixture *fixture)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));

  return gdk_content_formats_contain_mime_type (formats, "image/svg+xml") && gdk_content_formats_contain_mime_type (formats, "image/png");
}

static gboolean
clipboard_contains (AppFixture *fixture,
                    const char *words)
{
  GdkContentProvider *content = gdk_clipboard_get_content (gtk_widget_get_clipboard (GTK_WIDGET (fixture->window)));
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_STRING);
  return content != NULL && gdk_content_provider_get_value (content, &value, NULL) && strstr (g_value_get_string (&value), words) != NULL;
}

static gboolean
clipboard_has_citation (AppFixture *fixture)
{
  return clipboard_contains (fixture, "Foreign Fighters");
}

static gboolean
clipboard_has_bibtex (AppFixture *fixture)
{
  return clipboard_contains (fixture, "title = {");
}

static gboolean
work_cancelled (AppFixture *fixture)
{
  GCancellable *cancellable = g_object_get_data (G_OBJECT (fixture->window), "work");

  if (!g_cancellable_is_cancelled (cancellable))
    return FALSE;

  ctg_window_end_work (fixture->window, cancellable);
  return TRUE;
}

static gboolean
is_default (AppFixture *fixture)
{
  return ctg_spec_equal (ctg_document_get_spec (app_document (fixture)), ctg_figure_get_default_spec (ctg_document_get_figure (app_document (fixture))));
}

static gboolean
is_top_7 (AppFixture *fixture)
{
  return ctg_document_get_spec (app_document (fixture))->top == 7;
}

static gboolean
is_not_filtered (AppFixture *fixture)
{
  return !ctg_document_get_filtered (app_document (fixture));
}

static gboolean
is_dumbbell (AppFixture *fixture)
{
  g_autoptr(GVariant) state = app_state (fixture, "kind");

  return g_strcmp0 (ctg_document_get_spec (app_document (fixture))->kind, "dumbbell") == 0 && g_str_equal (g_variant_get_string (state, NULL), "dumbbell");
}

static gboolean
is_dumbbell_of_7 (AppFixture *fixture)
{
  return is_dumbbell (fixture) && is_top_7 (fixture) && g_strcmp0 (ctg_document_get_undo_label (app_document (fixture)), "suggested change") == 0;
}

static gboolean
has_editor (AppFixture *fixture)
{
  return app_find_child (GTK_WIDGET (fixture->window->sheet), GTK_TYPE_ENTRY) != NULL;
}

static gboolean
has_selection (AppFixture *fixture)
{
  g_autoptr(GVariant) state = app_state (fixture, "select-rows");

  return ctg_document_is_selected (app_document (fixture), "FRA") && g_variant_n_children (state) == 2;
}

static gboolean
is_larger (AppFixture *fixture)
{
  return ctg_sheet_get_effective_zoom (fixture->window->sheet) > 1.01;
}

static gboolean
is_smaller (AppFixture *fixture)
{
  return ctg_sheet_get_effective_zoom (fixture->window->sheet) < 0.99;
}

static gboolean
is_double (AppFixture *fixture)
{
  g_autoptr(GVariant) state = app_state (fixture, "zoom");

  return ctg_sheet_get_zoom (fixture->window->sheet) == 2 && g_str_equal (g_variant_get_string (state, NULL), "200");
}

static gboolean
has_no_sidebar (AppFixture *fixture)
{
  g_autoptr(GVariant) state = app_state (fixture, "show-sidebar");

  return !ctg_split_view_get_show_sidebar (fixture->window->split) && !g_variant_get_boolean (state);
}

static gboolean
has_inspector (AppFixture *fixture)
{
  g_autoptr(GVariant) state = app_state (fixture, "show-inspector");

  return ctg_split_view_get_show_inspector (fixture->window->split) && g_variant_get_boolean (state);
}

static gboolean
focus_is_in (AppFixture *fixture,
             GtkWidget  *ancestor)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  return focus != NULL && gtk_widget_is_ancestor (focus, ancestor);
}

static gboolean
focus_is_in_table (AppFixture *fixture)
{
  return focus_is_in (fixture, GTK_WIDGET (fixture->window->table));
}

static gboolean
focus_is_in_sidebar (AppFixture *fixture)
{
  return focus_is_in (fixture, GTK_WIDGET (fixture->window->sidebar));
}

/* ---- highlight and annotations ---- */

/* Types into the open editor and presses Enter. */
static void
enter (AppFixture *fixture,
       const char *text)
{
  GtkWidget *entry = app_find_child (GTK_WIDGET (fixture->window->sheet), GTK_TYPE_ENTRY);

  g_assert_nonnull (entry);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");
  ctg_document_ensure_scene (app_document (fixture));
  app_settle ();
}

static void
make_selection (AppFixture *fixture)
{
  static const char *const keys[] = { "TUN", NULL };

  ctg_document_set_selection (app_document (fixture), keys);
}

static void
make_highlight (AppFixture *fixture)
{
  app_set (fixture, "highlight", "TUN");
}

static void
make_annotation (AppFixture *fixture)
{
  app_set (fixture, "annotations", "[{\"row\": \"TUN\", \"text\": \"Here\", \"dx\": 60, \"dy\": 40}]");
  ctg_document_ensure_scene (app_document (fixture));
  app_settle ();
}

static gboolean
is_highlighted (AppFixture *fixture)
{
  return g_strcmp0 (ctg_document_get_spec (app_document (fixture))->highlight[0], "TUN") == 0 && ctg_document_get_can_undo (app_document (fixture));
}

static gboolean
is_not_highlighted (AppFixture *fixture)
{
  return ctg_document_get_spec (app_document (fixture))->highlight[0] == NULL;
}

static gboolean
has_no_annotation (AppFixture *fixture)
{
  return ctg_spec_get_n_annotations (ctg_document_get_spec (app_document (fixture))) == 0;
}

static gboolean
is_placed_freely (AppFixture *fixture)
{
  CtgSpec *spec = ctg_document_get_spec (app_document (fixture));

  return ctg_spec_get_n_annotations (spec) == 1 && isnan (spec->annotations[0]->dx);
}

/* The names in the menu beside Open, one a line. */
static char *
dup_recent (AppFixture *fixture)
{
  g_autoptr(GMenuModel) files = g_menu_model_get_item_link (G_MENU_MODEL (fixture->window->recent_menu), 0, G_MENU_LINK_SECTION);
  GString *names = g_string_new (NULL);

  for (int i = 0; files != NULL && i < g_menu_model_get_n_items (files); i++)
    {
      g_autofree char *label = NULL;

      g_menu_model_get_item_attribute (files, i, G_MENU_ATTRIBUTE_LABEL, "s", &label);
      g_string_append_printf (names, "%s\n", label);
    }

  return g_string_free (names, FALSE);
}

/* A file opened, and changed since by another program. */
static gboolean
shows_two_rows (AppFixture *fixture)
{
  return ctg_table_get_n_rows (ctg_document_get_table (app_document (fixture))) == 2;
}

static gboolean
shows_three_rows (AppFixture *fixture)
{
  return ctg_table_get_n_rows (ctg_document_get_table (app_document (fixture))) == 3;
}

static void
make_changed_file (AppFixture *fixture)
{
  g_autofree char *path = ctg_test_temp_path ("changed.json");
  g_autofree char *parameter = g_strdup_printf ("'%s'", path);

  ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 12}, {\"country\": \"France\", \"people\": 40}]", -1);
  app_activate (fixture, "open-file", parameter);
  app_wait (fixture, shows_two_rows, "the file");
  ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 12}, {\"country\": \"France\", \"people\": 40}, {\"country\": \"Spain\", \"people\": 7}]", -1);
}

static void
make_recent (AppFixture *fixture)
{
  g_autofree char *path = ctg_test_temp_path ("opened.json");
  g_autofree char *gone_path = ctg_test_temp_path ("gone.json");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GFile) gone = g_file_new_for_path (gone_path);
  g_autofree char *names = NULL;

  ctg_window_remember_file (fixture->window, gone);
  ctg_window_remember_file (fixture->window, file);
  names = dup_recent (fixture);
  g_assert_cmpstr (names, ==, "opened.json\n");
}

static gboolean
has_no_recent (AppFixture *fixture)
{
  g_autofree char *names = dup_recent (fixture);

  return *names == '\0';
}

/* The sheet shows other colours and says so; the figure has its own. */
static gboolean
is_seen_otherwise (AppFixture *fixture)
{
  return ctg_sheet_get_vision (fixture->window->sheet) == CTG_VISION_DEUTERANOPIA && gtk_widget_get_visible (GTK_WIDGET (fixture->window->vision_button)) &&
         !ctg_document_get_can_undo (app_document (fixture));
}

static const Case cases[] = {
  { "open", NULL, NULL, has_dialog, TRUE },
  { "open-file", "'%s/opened.json'", NULL, opened_fixture },
  { "clear-recent", NULL, make_recent, has_no_recent },
  { "reload", "'file://%s/changed.json'", make_changed_file, shows_three_rows },
  { "open-dataset", "'icsr-2015-01'", NULL, shows_icsr },
  { "save", NULL, NULL, has_dialog, TRUE },
  { "save-as", NULL, NULL, has_dialog, TRUE },
  { "save-to", "'%s/saved.contingent'", NULL, saved_file },
  { "export", NULL, NULL, has_export_dialog },
  { "export-to", "'%s/exported.svg'", NULL, exported_file },
  { "show-in-folder", "'%s/exported.svg'", make_file_manager, asked_file_manager },
  { "copy-figure", NULL, NULL, clipboard_has_figure },
  { "cancel-work", NULL, make_work, work_cancelled },
  { "undo", NULL, make_change, is_default },
  { "redo", NULL, make_undone, is_top_7 },
  { "reset-figure", NULL, make_change, is_default },
  { "clear-filter", NULL, make_filter, is_not_filtered },
  { "kind", "'dumbbell'", NULL, is_dumbbell },
  { "set", "('top', '7')", NULL, is_top_7 },
  { "fix", "['kind=dumbbell', 'top=7']", NULL, is_dumbbell_of_7 },
  { "edit-text", "'title'", NULL, has_editor },
  { "select-rows", "['TUN', 'FRA']", NULL, has_selection },
  { "highlight-selection", NULL, make_selection, is_highlighted },
  { "clear-highlight", NULL, make_highlight, is_not_highlighted },
  { "add-annotation", NULL, make_selection, has_editor },
  { "edit-annotation", "uint32 0", make_annotation, has_editor },
  { "delete-annotation", "uint32 0", make_annotation, has_no_annotation },
  { "place-annotation", "uint32 0", make_annotation, is_placed_freely },
  { "zoom-in", NULL, make_small, is_larger },
  { "zoom-out", NULL, make_small, is_smaller },
  { "zoom", "'200'", NULL, is_double },
  { "vision", "'deuteranopia'", NULL, is_seen_otherwise },
  { "show-sidebar", NULL, NULL, has_no_sidebar },
  { "show-inspector", NULL, NULL, has_inspector },
  { "show-field", "'top'", NULL, has_inspector },
  { "next-pane", NULL, NULL, focus_is_in_table },
  { "previous-pane", NULL, NULL, focus_is_in_sidebar },
  { "find", NULL, NULL, focus_is_in_table },
  { "find-dataset", NULL, NULL, focus_is_in_sidebar },
  { "about-data", NULL, NULL, has_dialog },
  { "copy-citation", NULL, NULL, clipboard_has_citation },
  { "copy-bibtex", NULL, NULL, clipboard_has_bibtex },
  { "show-help-overlay", NULL, NULL, has_dialog },
  { "about", NULL, NULL, has_dialog },
};

static void
test_action (AppFixture   *fixture,
             gconstpointer data)
{
  const Case *self = data;
  g_autofree char *parameter = NULL;

  if (self->parameter != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (self->parameter, "%s", -1);

      parameter = g_strjoinv (ctg_test_temp_dir (), parts);
    }

  if (self->prepare != NULL)
    self->prepare (fixture);
  g_assert_false (self->done (fixture));
  app_activate (fixture, self->name, parameter);
  app_wait (fixture, self->done, self->name);
}

static void
test_complete (AppFixture   *fixture,
               gconstpointer data)
{
  g_auto(GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (fixture->window));

  for (unsigned int i = 0; names[i] != NULL; i++)
    {
      gboolean known = FALSE;

      for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
        known = known || g_str_equal (cases[k].name, names[i]);
      if (!known)
        g_error ("no test looks at the action %s", names[i]);
    }

  g_assert_cmpuint (g_strv_length (names), ==, G_N_ELEMENTS (cases));
}

/* What the page in the place of the figure says is not repeated under it. */
static void
test_said_once (AppFixture   *fixture,
                gconstpointer data)
{
  GtkWidget *bar = GTK_WIDGET (fixture->window->warnings);
  GtkWidget *said = app_find_child (bar, GTK_TYPE_BUTTON);

  app_set (fixture, "kind", "bars");
  app_set (fixture, "series", "fighters.official,fighters.non-official");
  ctg_document_ensure_scene (app_document (fixture));
  g_assert_true (gtk_widget_get_visible (said));

  app_set (fixture, "search", "Atlantis");
  ctg_document_ensure_scene (app_document (fixture));
  g_assert_cmpuint (ctg_warnings_get_n (ctg_document_get_warnings (app_document (fixture))), >, 0);
  g_assert_false (gtk_widget_get_visible (said));
}

/* The last file first, each once, no more than fit a menu; what is saved as well as what is opened. */
static void
test_recent (AppFixture   *fixture,
             gconstpointer data)
{
  static const char *const paths[] = { "a_b.json", "c.json", "a_b.json" };
  g_autofree char *names = NULL;
  g_autofree char *saved = ctg_test_temp_path ("recent.contingent");
  g_autofree char *parameter = g_strdup_printf ("'%s'", saved);

  for (unsigned int i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *path = ctg_test_temp_path (paths[i]);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      ctg_test_write_file (path, "[]", -1);
      ctg_window_remember_file (fixture->window, file);
    }
  names = dup_recent (fixture);
  g_assert_cmpstr (names, ==, "a__b.json\nc.json\n");

  app_activate (fixture, "save-to", parameter);
  app_wait (fixture, is_saved, "the file");
  g_free (names);
  names = dup_recent (fixture);
  g_assert_cmpstr (names, ==, "recent.contingent\na__b.json\nc.json\n");

  for (unsigned int i = 0; i < 20; i++)
    {
      g_autofree char *name = g_strdup_printf ("many-%u.json", i);
      g_autofree char *path = ctg_test_temp_path (name);
      g_autoptr(GFile) file = g_file_new_for_path (path);

      ctg_window_remember_file (fixture->window, file);
    }
  g_free (names);
  names = dup_recent (fixture);
  g_assert_cmpstr (names, ==, "");
}

static graphene_point_t
get_middle (AppFixture *fixture)
{
  CtgSheet *sheet = fixture->window->sheet;
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (fixture->window->sheet_scroller);
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (fixture->window->sheet_scroller);

  return GRAPHENE_POINT_INIT ((gtk_adjustment_get_value (across) + gtk_adjustment_get_page_size (across) / 2 - sheet->origin.x) / sheet->scale,
                              (gtk_adjustment_get_value (down) + gtk_adjustment_get_page_size (down) / 2 - sheet->origin.y) / sheet->scale);
}

static gboolean
is_laid_out (AppFixture *fixture)
{
  CtgSheet *sheet = fixture->window->sheet;

  /* The height is asked for by the scroller, so it is the new one when the sheet has it. */
  return sheet->zoom > 0 && gtk_widget_get_height (GTK_WIDGET (sheet)) >= ctg_scene_get_height (sheet->scene) * sheet->scale &&
         fabs (sheet->scale - sheet->zoom * 96 / 72) < 0.5;
}

/* What one looks at stays in sight. */
static void
test_zoom_keeps_middle (AppFixture   *fixture,
                        gconstpointer data)
{
  GtkAdjustment *down = gtk_scrolled_window_get_vadjustment (fixture->window->sheet_scroller);
  graphene_point_t before;
  graphene_point_t after;

  app_activate (fixture, "zoom", "'300'");
  app_wait (fixture, is_laid_out, "the layout");
  app_settle ();
  gtk_adjustment_set_value (down, 400);
  app_settle ();
  before = get_middle (fixture);
  app_activate (fixture, "zoom", "'450'");
  app_wait (fixture, is_laid_out, "the layout");
  app_settle ();
  after = get_middle (fixture);
  g_assert_cmpfloat_with_epsilon (after.x, before.x, 2);
  g_assert_cmpfloat_with_epsilon (after.y, before.y, 2);
}

static GtkWidget *
find_search (AppFixture *fixture)
{
  return app_find_child (GTK_WIDGET (fixture->window->sidebar), GTK_TYPE_SEARCH_ENTRY);
}

/* What Enter opens; id is the dataset before where nothing is found. */
static void
assert_found (AppFixture *fixture,
              const char *words,
              const char *id)
{
  GtkWidget *search = find_search (fixture);

  gtk_editable_set_text (GTK_EDITABLE (search), words);
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (ctg_dataset_get_id (ctg_table_get_dataset (ctg_document_get_table (app_document (fixture)))), ==, id);
}

/* Typed and entered at once. */
static void
test_dataset_search (AppFixture   *fixture,
                     gconstpointer data)
{
  GtkWidget *search = find_search (fixture);

  app_activate (fixture, "find-dataset", NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "icsr january");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (shows_icsr (fixture));

  /* By a country in it, from the beginning of its name. */
  assert_found (fixture, "kazakh", "tsg-2015-12");
  assert_found (fixture, "icsr april 2013 denm", "icsr-2013-04");
  assert_found (fixture, "icsr january", "icsr-2015-01");
  assert_found (fixture, "icsr april 2013 enmark", "icsr-2015-01");

  gtk_editable_set_text (GTK_EDITABLE (search), "no such dataset");
  g_signal_emit_by_name (search, "activate");
  g_assert_true (shows_icsr (fixture));
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (search)), ==, "");
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *action)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), action) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, action);

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* The dialog's buttons reach the window behind. */
static void
test_about_data_buttons (AppFixture   *fixture,
                         gconstpointer data)
{
  GtkWidget *button;

  app_activate (fixture, "about-data", NULL);
  app_wait (fixture, has_dialog, "the dialog");
  button = find_button (GTK_WIDGET (app_find_dialog (fixture)), "data.copy-citation");
  g_assert_true (gtk_widget_get_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
  app_wait (fixture, clipboard_has_citation, "the citation");
  g_signal_emit_by_name (find_button (GTK_WIDGET (app_find_dialog (fixture)), "data.copy-bibtex"), "clicked");
  app_wait (fixture, clipboard_has_bibtex, "BibTeX");
}

/* Arrow keys and Ctrl+C work at once. */
static void
test_first_focus (AppFixture   *fixture,
                  gconstpointer data)
{
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == GTK_WIDGET (fixture->window->sheet));
}

/* The action, like the picker, finds series that the kind can draw, and refuses what does not fit. */
static void
test_kind_action (AppFixture   *fixture,
                  gconstpointer data)
{
  CtgSpec *before;

  app_set (fixture, "series", "fighters.official,fighters.non-official,women");
  app_activate (fixture, "kind", "'disagreement'");
  g_assert_nonnull (ctg_document_ensure_scene (app_document (fixture)));
  g_assert_cmpstr (ctg_document_get_undo_label (app_document (fixture)), ==, "change kind");

  before = ctg_document_get_spec (app_document (fixture));
  app_activate (fixture, "kind", "'timeline'");
  g_assert_true (ctg_document_get_spec (app_document (fixture)) == before);
}

/* Commands that could do nothing say so. */
static void
test_enabled (AppFixture   *fixture,
              gconstpointer data)
{
  static const char *const for_figures[] = { "export", "export-to", "copy-figure", "edit-text", "zoom", "zoom-in", "zoom-out", NULL };
  static const char *const idle[] = {
    "undo", "redo", "reset-figure", "clear-filter", "cancel-work", "highlight-selection", "clear-highlight", "add-annotation", "edit-annotation", NULL
  };

  for (unsigned int i = 0; idle[i] != NULL; i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), idle[i]));

  make_filter (fixture);
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "undo"));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "clear-filter"));
  /* No figure of rows that are not there. */
  ctg_document_undo (app_document (fixture));
  app_set (fixture, "search", "Atlantis");
  g_assert_nonnull (ctg_document_ensure_scene (app_document (fixture)));
  for (unsigned int i = 0; for_figures[i] != NULL; i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), for_figures[i]));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fixture->window->zoom_button)));

  ctg_document_undo (app_document (fixture));
  ctg_document_ensure_scene (app_document (fixture));
  for (unsigned int i = 0; for_figures[i] != NULL; i++)
    g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), for_figures[i]));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "redo"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "clear-filter"));

  /* A figure that cannot be drawn cannot be exported. */
  app_set (fixture, "series", "no.such");
  g_assert_null (ctg_document_ensure_scene (app_document (fixture)));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "export"));
}

/* A note is written at the selected mark, changed, taken away by an empty text, and every step comes back. */
static void
test_annotate (AppFixture   *fixture,
               gconstpointer data)
{
  CtgDocument *document = app_document (fixture);

  make_selection (fixture);
  app_activate (fixture, "add-annotation", NULL);
  enter (fixture, "First words");
  g_assert_cmpstr (ctg_document_get_spec (document)->annotations[0]->text, ==, "First words");
  g_assert_cmpstr (ctg_document_get_spec (document)->annotations[0]->row, ==, "TUN");
  g_assert_nonnull (ctg_document_get_spec (document)->annotations[0]->series);
  g_assert_cmpstr (ctg_document_get_undo_label (document), ==, "add annotation");

  app_activate (fixture, "edit-annotation", "uint32 0");
  enter (fixture, "Other words");
  g_assert_cmpstr (ctg_document_get_spec (document)->annotations[0]->text, ==, "Other words");

  app_activate (fixture, "edit-annotation", "uint32 0");
  enter (fixture, " ");
  g_assert_true (has_no_annotation (fixture));

  ctg_document_undo (document);
  g_assert_cmpstr (ctg_document_get_spec (document)->annotations[0]->text, ==, "Other words");
  ctg_document_undo (document);
  g_assert_cmpstr (ctg_document_get_spec (document)->annotations[0]->text, ==, "First words");
  ctg_document_undo (document);
  g_assert_true (has_no_annotation (fixture));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *path = NULL;

  app_test_init (&argc, &argv);
  path = ctg_test_temp_path ("opened.json");
  ctg_test_write_file (path, "[{\"country\": \"Belgium\", \"people\": 12}, {\"country\": \"France\", \"people\": 40}]", -1);

  g_test_add ("/actions/complete", AppFixture, NULL, app_fixture_set_up, test_complete, app_fixture_tear_down);
  g_test_add ("/actions/annotate", AppFixture, NULL, app_fixture_set_up, test_annotate, app_fixture_tear_down);
  g_test_add ("/actions/enabled", AppFixture, NULL, app_fixture_set_up, test_enabled, app_fixture_tear_down);
  g_test_add ("/actions/said-once", AppFixture, NULL, app_fixture_set_up, test_said_once, app_fixture_tear_down);
  g_test_add ("/actions/recent", AppFixture, NULL, app_fixture_set_up, test_recent, app_fixture_tear_down);
  g_test_add ("/actions/zoom-keeps-middle", AppFixture, NULL, app_fixture_set_up, test_zoom_keeps_middle, app_fixture_tear_down);
  g_test_add ("/actions/dataset-search", AppFixture, NULL, app_fixture_set_up, test_dataset_search, app_fixture_tear_down);
  g_test_add ("/actions/about-data-buttons", AppFixture, NULL, app_fixture_set_up, test_about_data_buttons, app_fixture_tear_down);
  g_test_add ("/actions/first-focus", AppFixture, NULL, app_fixture_set_up, test_first_focus, app_fixture_tear_down);
  g_test_add ("/actions/kind-fits", AppFixture, NULL, app_fixture_set_up, test_kind_action, app_fixture_tear_down);
  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/actions/", cases[i].name, NULL);

      /* With leak detection they are left to the test from outside. */
      if (cases[i].leaks && g_getenv ("CTG_TEST_SANITIZED") != NULL)
        continue;

      g_test_add (name, AppFixture, &cases[i], app_fixture_set_up, test_action, app_fixture_tear_down);
    }

  return g_test_run ();
}
