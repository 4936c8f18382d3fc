/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions and messages in front of a window. A wrapper of what GTK and libadwaita replace from version to version. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What closing with unsaved changes can lead to. */
typedef enum
{
  CTG_CONFIRM_CANCEL,
  CTG_CONFIRM_DISCARD,
  CTG_CONFIRM_SAVE,
} CtgConfirmAnswer;

void             ctg_confirm_unsaved_async  (GtkWindow          *parent,
                                             const char         *heading,
                                             const char         *body,
                                             GAsyncReadyCallback callback,
                                             gpointer            user_data);
CtgConfirmAnswer ctg_confirm_unsaved_finish (GAsyncResult *result);

/* Tells what went wrong; details (nullable) is a longer list in a scrolled box. */
void             ctg_confirm_tell           (GtkWindow  *parent,
                                             const char *heading,
                                             const char *body,
                                             const char *details);

G_END_DECLS
