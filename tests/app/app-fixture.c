/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window under test. */

#include "app-fixture.h"

#include "ctg-config.h"

#define DEADLINE_SECONDS 20

void
app_test_init (int    *argc,
               char ***argv)
{
  g_test_init (argc, argv, NULL);
  adw_init ();
}

static gboolean
is_ready (AppFixture *fixture)
{
  return fixture->window->table != NULL && gtk_widget_get_height (GTK_WIDGET (fixture->window->sheet)) > 0;
}

/* One for the whole program: GTK does not take down an application that never ran. */
static CtgApplication *
get_application (void)
{
  static CtgApplication *application;
  g_autoptr(GError) error = NULL;

  if (application == NULL)
    {
      application = ctg_application_new ();
      g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
      g_application_register (G_APPLICATION (application), NULL, &error);
      g_assert_no_error (error);
      g_application_set_default (G_APPLICATION (application));
    }

  return application;
}

static void
reset (GSettings *settings)
{
  g_autoptr(GSettingsSchema) schema = NULL;
  g_auto(GStrv) keys = NULL;

  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (unsigned int i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

/* What the window of another case left behind. */
static void
reset_settings (void)
{
  static const char *const formats[] = { "svg", "png", "pdf" };
  g_autoptr(GSettings) settings = g_settings_new (CTG_APP_ID);

  reset (settings);
  for (unsigned int i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/io/github/contingent/Contingent/export/%s/", formats[i]);
      g_autoptr(GSettings) format = g_settings_new_with_path (CTG_APP_ID ".Export", path);

      reset (format);
    }
}

void
app_fixture_set_up (AppFixture   *fixture,
                    gconstpointer data)
{
  reset_settings ();
  fixture->application = get_application ();
  g_application_activate (G_APPLICATION (fixture->application));
  fixture->window = CTG_WINDOW (gtk_application_get_active_window (GTK_APPLICATION (fixture->application)));
  app_wait (fixture, is_ready, "the window");
}

static gboolean
is_gone (AppFixture *fixture)
{
  return fixture->window == NULL;
}

void
app_fixture_tear_down (AppFixture   *fixture,
                       gconstpointer data)
{
  /* Some cases close it themselves. */
  if (fixture->window == NULL)
    return;

  app_close_dialogs (fixture);
  fixture->window->force_close = TRUE;
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_wait (fixture, is_gone, "the window to be finalized");
}

static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
app_wait (AppFixture  *fixture,
          AppCondition condition,
          const char  *what)
{
  gboolean late = FALSE;
  guint id = g_timeout_add_seconds (DEADLINE_SECONDS, late_cb, &late);

  while (!condition (fixture))
    {
      if (late)
        g_error ("waited too long for %s", what);
      g_main_context_iteration (NULL, TRUE);
    }

  if (!late)
    g_source_remove (id);
}

void
app_settle (void)
{
  for (unsigned int i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

void
app_activate (AppFixture *fixture,
              const char *action,
              const char *parameter)
{
  GVariant *value = parameter != NULL ? g_variant_new_parsed (parameter) : NULL;

  if (!g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), action))
    g_error ("the action %s is not enabled", action);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), action, value);
}

GVariant *
app_state (AppFixture *fixture,
           const char *action)
{
  return g_action_group_get_action_state (G_ACTION_GROUP (fixture->window), action);
}

void
app_set (AppFixture *fixture,
         const char *path,
         const char *value)
{
  g_assert_true (ctg_document_set (app_document (fixture), path, value, "change", NULL));
}

GtkWindow *
app_find_dialog (AppFixture *fixture)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr(GtkWindow) window = g_list_model_get_item (windows, i);

      if (GTK_WINDOW (fixture->window) != window && gtk_widget_get_visible (GTK_WIDGET (window)))
        return window;
    }

  return NULL;
}

void
app_close_dialogs (AppFixture *fixture)
{
  GtkWindow *dialog;

  while ((dialog = app_find_dialog (fixture)) != NULL)
    {
      /* As by its button: GTK's own dialogs are not made for being closed by their window while they still read a folder. */
      if (GTK_IS_DIALOG (dialog))
        gtk_dialog_response (GTK_DIALOG (dialog), GTK_RESPONSE_CANCEL);
      else
        gtk_window_close (dialog);
      app_settle ();
    }
}

GtkWidget *
app_find_child (GtkWidget *root,
                GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : app_find_child (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

CtgDocument *
app_document (AppFixture *fixture)
{
  return ctg_window_get_document (fixture->window);
}
