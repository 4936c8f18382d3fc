/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table under the figure: filter, region, sorting, columns, rows, and the regions and totals of the source below. Sort and filter are
 * part of the figure, so every change goes through the document. Property: "document" (CtgDocument, nullable). */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_TABLE_VIEW (ctg_table_view_get_type ())
G_DECLARE_FINAL_TYPE (CtgTableView, ctg_table_view, CTG, TABLE_VIEW, GtkWidget)

GtkWidget    *ctg_table_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

CtgDocument  *ctg_table_view_get_document (CtgTableView *self);
void          ctg_table_view_set_document (CtgTableView *self,
                                           CtgDocument  *document);

/* FALSE where there is none. */
gboolean      ctg_table_view_focus_rows   (CtgTableView *self);
/* Ctrl+F. */
void          ctg_table_view_focus_filter (CtgTableView *self);
/* What Copy puts on the clipboard: the selected rows, or all shown where none is selected. NULL without a document. */
char         *ctg_table_view_dup_tsv      (CtgTableView *self) G_GNUC_WARN_UNUSED_RESULT;
/* "50 of 65 reported". Borrowed. */
const char   *ctg_table_view_get_coverage (CtgTableView *self);
/* The commands behind menus, headers and keys, prefix "table" within the view: sort-by (s), order (s), sort-ascending (s),
 * sort-descending (s), column-N (toggles), hide-column (s), show-all-columns, copy, select-all, unselect-all, clear-filter, find,
 * aggregates (a toggle). */
GActionGroup *ctg_table_view_get_actions  (CtgTableView *self);

G_END_DECLS
