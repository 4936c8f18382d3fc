/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the grid share: the class (ctg-table-grid.c), its columns and cells (-columns.c), focus and view (-focus.c). */

#pragma once

#include "app/table/ctg-table-cell.h"
#include "app/table/ctg-table-grid.h"

G_BEGIN_DECLS

/* One column; shared by the grid and the factory, whose cells may outlive the column by a moment. */
typedef struct
{
  CtgTableGrid *grid; /* borrowed; NULL when the column is gone */
  char *id;
  GtkColumnViewColumn *column;
  GHashTable *cells;  /* of CtgTableCell in use, borrowed */
  CtgCellShape *shape;
  gboolean numeric;
} CtgGridColumn;

struct _CtgTableGrid
{
  GtkWidget parent_instance;

  GtkScrolledWindow *scroller;
  GtkColumnView *view;
  GtkWidget *list; /* the part of the view that scrolls; borrowed */
  GtkWidget *menu;

  CtgTableModel *model;
  CtgTableText *text;
  GPtrArray *columns; /* of CtgGridColumn */
  GHashTable *choices; /* id → whether the user wants the column */

  CtgGridColumn *probed;
  char *sort_id;
  gboolean sort_descending;
  gboolean sortable;
  guint align_source;
  double end_distance; /* how far the view is scrolled from where lines begin, from right to left */
  guint quiet; /* changes made by the program, not by the user */
};

/* ctg-table-grid-columns.c */
void           ctg_grid_column_unref              (gpointer data);
void           ctg_grid_column_refresh            (CtgGridColumn *self);
/* Removes the columns where self->text has others; TRUE if so. */
gboolean       ctg_table_grid_drop_columns        (CtgTableGrid *self);
/* Makes the columns of self->text, or only gives those there are their titles. rows: to learn how wide they should start. */
void           ctg_table_grid_make_columns        (CtgTableGrid *self,
                                                   const guint  *rows,
                                                   guint         n_rows);
void           ctg_table_grid_expand_last         (CtgTableGrid *self);
void           ctg_table_grid_remove_columns      (CtgTableGrid *self);
CtgGridColumn *ctg_table_grid_find_column         (CtgTableGrid *self,
                                                   const char   *id);
/* Whether the column is shown, by the user's choice or else by what is in it. */
gboolean       ctg_table_grid_is_wanted           (CtgTableGrid    *self,
                                                   const CtgColumn *words);
/* The visible ones as the user has arranged them; (element-type CtgColumn). */
GPtrArray     *ctg_table_grid_list_columns        (CtgTableGrid *self) G_GNUC_WARN_UNUSED_RESULT;

/* ctg-table-grid-focus.c */
CtgTableCell  *ctg_table_grid_find_cell           (CtgTableGrid *self,
                                                   guint         position);
/* A selected row the user can see, or CTG_NO_ROW. */
guint          ctg_table_grid_find_selected       (CtgTableGrid *self);
void           ctg_table_grid_scroll_to           (CtgTableGrid *self,
                                                   guint         position);
gboolean       ctg_table_grid_focus_position      (CtgTableGrid *self,
                                                   guint         position);

G_END_DECLS
