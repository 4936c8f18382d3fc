/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* File choosers on GtkFileChooserNative (GTK 4.8), which is the portal's where there is one. Must not read or write any file. */

#include "app/shell/ctg-file-dialog.h"

#include <glib/gi18n.h>

static void
add_kinds (GtkFileChooser    *chooser,
           const CtgFileKind *kinds)
{
  for (unsigned int i = 0; kinds[i].name != NULL; i++)
    {
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, kinds[i].name);
      for (unsigned int k = 0; k < G_N_ELEMENTS (kinds[i].suffixes) && kinds[i].suffixes[k] != NULL; k++)
        gtk_file_filter_add_suffix (filter, kinds[i].suffixes[k]);
      gtk_file_chooser_add_filter (chooser, filter);
    }
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr(GTask) task = user_data;
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);

  if (response != GTK_RESPONSE_ACCEPT)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "No file was chosen.");
  else if (g_task_get_source_tag (task) == ctg_file_dialog_open_async)
    g_task_return_pointer (task, gtk_file_chooser_get_files (chooser), g_object_unref);
  else
    g_task_return_pointer (task, gtk_file_chooser_get_file (chooser), g_object_unref);

  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
ctg_file_dialog_open_async (GtkWindow          *parent,
                            const char         *title,
                            const CtgFileKind  *kinds,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _("_Open"), _("_Cancel"));
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, ctg_file_dialog_open_async);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (native), TRUE);
  add_kinds (GTK_FILE_CHOOSER (native), kinds);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

GListModel *
ctg_file_dialog_open_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

void
ctg_file_dialog_save_async (GtkWindow          *parent,
                            const char         *title,
                            const char         *name,
                            GFile              *folder,
                            const CtgFileKind  *kinds,
                            GAsyncReadyCallback callback,
                            gpointer            user_data)
{
  GtkFileChooserNative *native = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _("_Save"), _("_Cancel"));
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (native);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, ctg_file_dialog_save_async);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (chooser, folder, NULL);
  gtk_file_chooser_set_current_name (chooser, name);
  add_kinds (chooser, kinds);
  g_signal_connect (native, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

GFile *
ctg_file_dialog_save_finish (GAsyncResult *result,
                             GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
