/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The quiet line under the sheet: what a reader should know about the figure, each item clickable. Signal: "activate-path" (string: the
 * path of the field where it can be mended). Ways out are buttons for the action win.fix. */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_WARNINGS_BAR (ctg_warnings_bar_get_type ())
G_DECLARE_FINAL_TYPE (CtgWarningsBar, ctg_warnings_bar, CTG, WARNINGS_BAR, GtkWidget)

void       ctg_warnings_bar_set_document (CtgWarningsBar *self,
                                          CtgDocument    *document);
/* A button that takes a way out of what a warning says. */
GtkWidget *ctg_fix_button_new            (const CtgFix *fix) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
