/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Showing a file in the file manager. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks the file manager on the session bus, then the portal, then opens the folder. */
void ctg_show_in_folder (GtkWindow *parent,
                         GFile     *file);

G_END_DECLS
