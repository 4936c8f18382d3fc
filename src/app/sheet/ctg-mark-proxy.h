/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One mark of the figure for assistive technology and the keyboard: an invisible widget that lies over the mark, carries its label
 * and can be focused. The sheet draws the focus and answers the keys. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define CTG_TYPE_MARK_PROXY (ctg_mark_proxy_get_type ())
G_DECLARE_FINAL_TYPE (CtgMarkProxy, ctg_mark_proxy, CTG, MARK_PROXY, GtkWidget)

GtkWidget   *ctg_mark_proxy_new (void) G_GNUC_WARN_UNUSED_RESULT;
const char  *ctg_mark_proxy_get_label (CtgMarkProxy *self);
void         ctg_mark_proxy_set_label (CtgMarkProxy *self,
                                       const char   *label);

G_END_DECLS
