/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A middle with a pane at each side. Where the window is too narrow for a pane it slides over the middle instead of beside it, and is shown
 * only while asked for. Properties: "sidebar", "content", "inspector" (widgets), "show-sidebar", "show-inspector" (booleans). */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CTG_TYPE_SPLIT_VIEW (ctg_split_view_get_type ())
G_DECLARE_FINAL_TYPE (CtgSplitView, ctg_split_view, CTG, SPLIT_VIEW, GtkWidget)

gboolean ctg_split_view_get_show_sidebar   (CtgSplitView *self);
void     ctg_split_view_set_show_sidebar   (CtgSplitView *self,
                                            gboolean      show);
gboolean ctg_split_view_get_show_inspector (CtgSplitView *self);
void     ctg_split_view_set_show_inspector (CtgSplitView *self,
                                            gboolean      show);
/* What the user chose for a window wide enough for both: what to remember. */
gboolean ctg_split_view_get_wants_sidebar   (CtgSplitView *self);
gboolean ctg_split_view_get_wants_inspector (CtgSplitView *self);

G_END_DECLS
