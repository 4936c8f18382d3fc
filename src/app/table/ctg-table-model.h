/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows of a table in the order they are shown, as a list model that is its own selection model. Items stand for positions, not for
 * rows: a new order costs no new objects, and whoever shows a position asks again which row is there ("rows-changed"). Selection is
 * kept by row, so it survives sorting, and filtering too: a selected row that is filtered away is selected when it comes back. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* No row of a table. */
#define CTG_NO_ROW G_MAXUINT

/* An item: one position. Made on demand, the same object as long as anyone holds it. */
#define CTG_TYPE_TABLE_SLOT (ctg_table_slot_get_type ())
G_DECLARE_FINAL_TYPE (CtgTableSlot, ctg_table_slot, CTG, TABLE_SLOT, GObject)

guint          ctg_table_slot_get_position      (CtgTableSlot *self);

#define CTG_TYPE_TABLE_MODEL (ctg_table_model_get_type ())
G_DECLARE_FINAL_TYPE (CtgTableModel, ctg_table_model, CTG, TABLE_MODEL, GObject)

/* Signals:
 *   "rows-changed" (CtgTableModel *self): the positions show other rows; their number may be another one too */

CtgTableModel *ctg_table_model_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* rows: (transfer full) (array length=n_rows): row indices of the table. */
void           ctg_table_model_set_rows         (CtgTableModel *self,
                                                 guint         *rows,
                                                 guint          n_rows);
/* CTG_NO_ROW beyond the end. */
guint          ctg_table_model_get_row          (CtgTableModel *self,
                                                 guint          position);
/* GTK_INVALID_LIST_POSITION where the row is not shown. */
guint          ctg_table_model_find_row         (CtgTableModel *self,
                                                 guint          row);

/* By row, shown or not. Borrowed; do not change it. */
GtkBitset     *ctg_table_model_get_selected     (CtgTableModel *self);
void           ctg_table_model_set_selected     (CtgTableModel   *self,
                                                 const GtkBitset *rows);
/* How many items are alive: for tests. */
guint          ctg_table_model_count_slots      (CtgTableModel *self);

G_END_DECLS
