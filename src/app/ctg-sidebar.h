/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list at the left: the bundled datasets in their groups, then the files that were opened, with a search entry above. Tells the window
 * what was chosen; must not open anything itself. Signals: "choose-dataset" (string id), "choose-document" (CtgDocument). */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_SIDEBAR (ctg_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (CtgSidebar, ctg_sidebar, CTG, SIDEBAR, GtkWidget)

/* Marks the row of the dataset or document as the present one, without a signal. */
void ctg_sidebar_show_dataset  (CtgSidebar *self,
                                const char *id);
void ctg_sidebar_show_document (CtgSidebar  *self,
                                CtgDocument *document);
/* A row under "Opened files". */
void ctg_sidebar_add_document  (CtgSidebar  *self,
                                CtgDocument *document);
void ctg_sidebar_remove_document (CtgSidebar  *self,
                                  CtgDocument *document);
void ctg_sidebar_focus_search  (CtgSidebar *self);

G_END_DECLS
