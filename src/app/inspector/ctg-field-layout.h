/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays out the head of a field: the title and its control beside each other, or the control below where both have no room. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CTG_TYPE_FIELD_LAYOUT (ctg_field_layout_get_type ())
G_DECLARE_FINAL_TYPE (CtgFieldLayout, ctg_field_layout, CTG, FIELD_LAYOUT, GtkLayoutManager)

/* For a widget with one child, the title, or two. */
GtkLayoutManager *ctg_field_layout_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
