/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The files opened and saved last, in the menu beside Open. They are the application's own settings: the desktop's list is out of reach in a
 * sandbox. Must not open anything. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

#define MAX_FILES 8

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

/* Menus take an underscore for the mark of a key. */
static char *
dup_label (const char *text)
{
  g_auto(GStrv) parts = g_strsplit (text, "_", -1);

  return g_strjoinv ("__", parts);
}

static gboolean
is_gone (GFile *file)
{
  /* Asking another machine would take its time. */
  return g_file_is_native (file) && !g_file_query_exists (file, NULL);
}

static void
append_file (GMenu *menu,
             GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *name = dup_name (file);
  g_autofree char *label = dup_label (name);
  g_autoptr(GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-file", "s", uri);
  g_menu_append_item (menu, item);
}

void
ctg_window_update_recent (CtgWindow *self)
{
  g_auto(GStrv) uris = g_settings_get_strv (self->settings, "recent-files");
  g_autoptr(GMenu) files = g_menu_new ();
  g_autoptr(GMenu) clearing = g_menu_new ();

  for (unsigned int i = 0; uris[i] != NULL; i++)
    {
      g_autoptr(GFile) file = g_file_new_for_uri (uris[i]);

      if (!is_gone (file))
        append_file (files, file);
    }

  g_menu_remove_all (self->recent_menu);
  if (g_menu_model_get_n_items (G_MENU_MODEL (files)) == 0)
    {
      /* Without an action it cannot be chosen. */
      g_menu_append (self->recent_menu, _("No recent files"), "win.no-such-action");
      return;
    }
  g_menu_append (clearing, _("_Clear List"), "win.clear-recent");
  g_menu_append_section (self->recent_menu, NULL, G_MENU_MODEL (files));
  g_menu_append_section (self->recent_menu, NULL, G_MENU_MODEL (clearing));
}

void
ctg_window_remember_file (CtgWindow *self,
                          GFile     *file)
{
  g_auto(GStrv) before = g_settings_get_strv (self->settings, "recent-files");
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) uris = NULL;

  g_strv_builder_add (builder, uri);
  for (unsigned int i = 0, n = 1; before[i] != NULL && n < MAX_FILES; i++)
    if (!g_str_equal (before[i], uri))
      {
        g_strv_builder_add (builder, before[i]);
        n++;
      }

  uris = g_strv_builder_end (builder);
  g_settings_set_strv (self->settings, "recent-files", (const char *const *) uris);
}

void
ctg_window_clear_recent (CtgWindow *self)
{
  g_settings_reset (self->settings, "recent-files");
}
