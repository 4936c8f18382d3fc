/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The mouse wheel over a number in a form that scrolls: it is for the form. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The number no longer changes when the wheel passes over it; what is around it scrolls. */
void ctg_wheel_pass_by (GtkSpinButton *spin);

G_END_DECLS
