/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and columns on the screen: a GtkColumnView over a CtgTableModel, with the words of a CtgTableText. Keeps selection, focus and what
 * is in view when the rows change; hides columns; copies. It neither sorts nor filters: it says what a header asks for. */

#pragma once

#include "app/table/ctg-table-model.h"
#include "app/table/ctg-table-text.h"

G_BEGIN_DECLS

#define CTG_TYPE_TABLE_GRID (ctg_table_grid_get_type ())
G_DECLARE_FINAL_TYPE (CtgTableGrid, ctg_table_grid, CTG, TABLE_GRID, GtkWidget)

/* Signals:
 *   "sort"              (CtgTableGrid *self, const char *id, gboolean descending): a header was clicked
 *   "selection-changed" (CtgTableGrid *self): the user selected other rows
 *   "columns-changed"   (CtgTableGrid *self): there are other columns, or others are hidden */

GtkWidget          *ctg_table_grid_new (gboolean sortable,
                                        const char *label) G_GNUC_WARN_UNUSED_RESULT;

/* In pixels. maximum: grows with its rows up to this instead of filling what it is given; -1 for not. */
void                ctg_table_grid_set_height        (CtgTableGrid *self,
                                                      int           minimum,
                                                      int           maximum);

/* text: (transfer full); rows: (transfer full) (array length=n_rows). */
void                ctg_table_grid_show              (CtgTableGrid *self,
                                                      CtgTableText *text,
                                                      guint        *rows,
                                                      guint         n_rows);
/* NULL before the first ctg_table_grid_show(). */
CtgTableText       *ctg_table_grid_get_text          (CtgTableGrid *self);
CtgTableModel      *ctg_table_grid_get_model         (CtgTableGrid *self);
GtkColumnView      *ctg_table_grid_get_view          (CtgTableGrid *self);

/* The arrow in the headers; NULL for none. */
void                ctg_table_grid_set_sort          (CtgTableGrid *self,
                                                      const char   *id,
                                                      gboolean      descending);

gboolean            ctg_table_grid_get_column_shown  (CtgTableGrid *self,
                                                      const char   *id);
void                ctg_table_grid_set_column_shown  (CtgTableGrid *self,
                                                      const char   *id,
                                                      gboolean      shown);

/* Unlike the model's own, emits nothing. */
void                ctg_table_grid_set_selected      (CtgTableGrid    *self,
                                                      const GtkBitset *rows);
/* Scrolls as little as needed. */
void                ctg_table_grid_reveal_row        (CtgTableGrid *self,
                                                      guint         row);
/* Focuses the row; FALSE where it is not shown. */
gboolean            ctg_table_grid_focus_row         (CtgTableGrid *self,
                                                      guint         row);
/* Gives the focus to the rows: to the one that had it last, or the first. FALSE where there is none. */
gboolean            ctg_table_grid_focus_rows        (CtgTableGrid *self);
/* CTG_NO_ROW where the focus is elsewhere. */
guint               ctg_table_grid_get_focused_row   (CtgTableGrid *self);

/* Of the selected rows in view order, or of all where none is selected. */
char               *ctg_table_grid_dup_tsv           (CtgTableGrid *self) G_GNUC_WARN_UNUSED_RESULT;
/* The text of a cell on the screen; NULL where it is not among the rows that have widgets. For tests. */
const char         *ctg_table_grid_get_cell_text     (CtgTableGrid *self,
                                                      const char   *id,
                                                      guint         position);

G_END_DECLS
