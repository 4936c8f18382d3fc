/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asking for files, through the desktop's own chooser. One of the wrappers that keep what GTK replaces from version to version in one
 * place: callers see only this interface. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A kind of file in the chooser's list; suffixes as "json" or "svg", NULL-terminated. */
typedef struct
{
  const char *name;
  const char *suffixes[5];
} CtgFileKind;

/* kinds: array ended by a NULL name. */
void        ctg_file_dialog_open_async  (GtkWindow          *parent,
                                         const char         *title,
                                         const CtgFileKind  *kinds,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
/* (element-type GFile); NULL and G_IO_ERROR_CANCELLED where nothing was chosen. */
GListModel *ctg_file_dialog_open_finish (GAsyncResult *result,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

/* folder: where the chooser starts; nullable. */
void        ctg_file_dialog_save_async  (GtkWindow          *parent,
                                         const char         *title,
                                         const char         *name,
                                         GFile              *folder,
                                         const CtgFileKind  *kinds,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
GFile      *ctg_file_dialog_save_finish (GAsyncResult *result,
                                         GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
