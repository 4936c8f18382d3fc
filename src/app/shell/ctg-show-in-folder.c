/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Showing a file in the file manager through D-Bus, with two ways to fall back. */

#include "app/shell/ctg-show-in-folder.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <gio/gunixfdlist.h>

typedef struct
{
  GtkWindow *parent;
  GFile *file;
} Request;

static void
request_free (Request *request)
{
  g_object_unref (request->parent);
  g_object_unref (request->file);
  g_free (request);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Request, request_free)

static void
portal_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_with_unix_fd_list_finish (G_DBUS_CONNECTION (source), NULL, result, NULL);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *uri = NULL;

  if (reply != NULL)
    return;

  folder = g_file_get_parent (request->file);
  uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  if (uri != NULL)
    gtk_show_uri (request->parent, uri, GDK_CURRENT_TIME);
}

static void
ask_portal (GDBusConnection *bus,
            Request         *request)
{
  g_autoptr(GUnixFDList) fds = g_unix_fd_list_new ();
  const char *path = g_file_peek_path (request->file);
  int fd = path != NULL ? g_open (path, O_RDONLY | O_CLOEXEC, 0) : -1;

  if (fd >= 0)
    {
      g_unix_fd_list_append (fds, fd, NULL);
      g_close (fd, NULL);
    }

  g_dbus_connection_call_with_unix_fd_list (bus, "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.OpenURI", "OpenDirectory",
                                            g_variant_new ("(sha{sv})", "", 0, NULL), NULL, G_DBUS_CALL_FLAGS_NONE, -1, fds, NULL, portal_cb, request);
}

static void
file_manager_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr(Request) request = user_data;
  g_autoptr(GVariant) reply = g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply == NULL)
    ask_portal (G_DBUS_CONNECTION (source), g_steal_pointer (&request));
}

void
ctg_show_in_folder (GtkWindow *parent,
                    GFile     *file)
{
  GDBusConnection *bus = g_application_get_dbus_connection (g_application_get_default ());
  g_autofree char *uri = g_file_get_uri (file);
  const char *uris[] = { uri, NULL };
  Request *request;

  if (bus == NULL)
    return;

  request = g_new0 (Request, 1);
  request->parent = g_object_ref (parent);
  request->file = g_object_ref (file);
  g_dbus_connection_call (bus, "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1", "org.freedesktop.FileManager1", "ShowItems",
                          g_variant_new ("(^ass)", uris, ""), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, file_manager_cb, request);
}
