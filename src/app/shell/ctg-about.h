/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The About window. A wrapper of what libadwaita replaces from version to version. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void ctg_about_show (GtkWindow *parent);

G_END_DECLS
