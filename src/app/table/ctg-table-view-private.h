/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the table view share: showing the document (ctg-table-view.c), filter and region (-filter.c), actions and menus
 * (-actions.c). */

#pragma once

#include "app/table/ctg-table-grid.h"
#include "app/table/ctg-table-view.h"

G_BEGIN_DECLS

struct _CtgTableView
{
  GtkWidget parent_instance;

  /* template */
  GtkSearchEntry *filter;
  GtkDropDown *regions;
  GtkWidget *clear_button;
  GtkLabel *count;
  GtkMenuButton *sort_button;
  GtkMenuButton *columns_button;
  GtkStack *stack;
  GtkWidget *aggregates_button;
  GtkImage *aggregates_arrow;
  GtkRevealer *aggregates_revealer;

  /* borrowed: children */
  CtgTableGrid *grid;
  CtgTableGrid *aggregates;

  /* owned */
  CtgDocument *document;
  GSignalGroup *signals;
  GSimpleActionGroup *actions;
  CtgTable *table;      /* what regions and selection were made for */
  char *language;
  GArray *region_ids;   /* of CtgRegion, one an item of the drop-down */
  guint quiet;          /* changes made by the program, not by the user */
};

/* ctg-table-view.c */
/* path and value pairs, NULL-terminated, as one step. */
void ctg_table_view_change           (CtgTableView *self,
                                      const char   *label,
                                      gboolean      merging,
                                      ...) G_GNUC_NULL_TERMINATED;

/* ctg-table-view-filter.c */
void ctg_table_view_add_filter       (CtgTableView *self);
/* new_rows: the table or the language is another one. */
void ctg_table_view_update_filter    (CtgTableView *self,
                                      gboolean      new_rows);

/* ctg-table-view-actions.c */
void ctg_table_view_add_actions      (CtgTableView *self);
void ctg_table_view_update_actions   (CtgTableView *self);
void ctg_table_view_update_menus     (CtgTableView *self);
/* id: of a column, or "difference" or "table". */
void ctg_table_view_sort             (CtgTableView *self,
                                      const char   *id,
                                      gboolean      descending);

G_END_DECLS
