/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The application object. Must not know what a window shows. */

#include "ctg-config.h"

#include "app/ctg-application.h"

#include <glib/gi18n.h>

#include "app/ctg-window.h"
#include "base/ctg-translate.h"

struct _CtgApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (CtgApplication, ctg_application, ADW_TYPE_APPLICATION)

/* Commands whose keys hold everywhere in the window. Copy, undo and redo are not here: in an entry they belong to the entry
 * (see ctg-window.c and ctg-sheet.c). F10 opens the primary menu by itself. */
static const struct
{
  const char *action;
  const char *keys[4];
} accels[] = {
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Shift><Control>s" } },
  { "win.export", { "<Control>e" } },
  { "win.find", { "<Control>f" } },
  { "win.find-dataset", { "<Shift><Control>f" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "win.zoom::fit", { "<Control>0", "<Control>KP_0" } },
  { "win.zoom::100", { "<Control>1", "<Control>KP_1" } },
  { "win.show-inspector", { "F9" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.edit-text::title", { "F2" } },
  { "win.highlight-selection", { "<Control>h" } },
  { "win.add-annotation", { "<Shift><Control>n" } },
  { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },
};

static CtgWindow *
get_window (CtgApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  return CTG_IS_WINDOW (window) ? CTG_WINDOW (window) : ctg_window_new (self);
}

static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  GtkWindow *window = gtk_application_get_active_window (user_data);

  /* The window asks about unsaved changes; without windows the application ends. */
  if (window != NULL)
    gtk_window_close (window);
  else
    g_application_quit (user_data);
}

/* From the desktop entry, where no window may be open yet. */
static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_application_activate (user_data);
  gtk_widget_activate_action (GTK_WIDGET (gtk_application_get_active_window (user_data)), "win.open", NULL);
}

static void
ctg_application_activate (GApplication *application)
{
  CtgWindow *window = get_window (CTG_APPLICATION (application));

  ctg_window_show_default (window);
  gtk_window_present (GTK_WINDOW (window));
}

static void
ctg_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  CtgWindow *window = get_window (CTG_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    ctg_window_open_argument (window, files[i]);
  gtk_window_present (GTK_WINDOW (window));
}

/* What the engine tells of faults is read in the window's language. */
static const char *
translate (const char   *one,
           const char   *many,
           unsigned long count)
{
  return many != NULL ? ngettext (one, many, count) : gettext (one);
}

static void
ctg_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "open", open_cb },
    { "quit", quit_cb },
  };

  ctg_set_translator (translate);
  G_APPLICATION_CLASS (ctg_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), entries, G_N_ELEMENTS (entries), application);
  for (unsigned int i = 0; i < G_N_ELEMENTS (accels); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (application), accels[i].action, (const char **) accels[i].keys);
}

static void
ctg_application_class_init (CtgApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = ctg_application_startup;
  application_class->activate = ctg_application_activate;
  application_class->open = ctg_application_open;
}

static void
ctg_application_init (CtgApplication *self)
{
}

CtgApplication *
ctg_application_new (void)
{
  return g_object_new (CTG_TYPE_APPLICATION,
                       "application-id", CTG_APP_ID,
                       "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/io/github/contingent/Contingent",
                       NULL);
}
