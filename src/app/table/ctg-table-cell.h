/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One cell on the screen: a text that is cut where the column is too narrow, and the signs for a note and for doubt. Shows what it is
 * given; knows nothing of tables. */

#pragma once

#include <gtk/gtk.h>

#include "app/table/ctg-table-text.h"

G_BEGIN_DECLS

#define CTG_TYPE_TABLE_CELL (ctg_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (CtgTableCell, ctg_table_cell, CTG, TABLE_CELL, GtkWidget)

/* What the cells of one column have in common. Reference-counted by g_rc_box; free with ctg_cell_shape_unref(). */
typedef struct
{
  char *widest;      /* the column starts as wide as this text */
  gboolean numeric;  /* figures of equal width, at the right */
  gboolean signs;    /* some cells have a sign before their text */
  gboolean whole;    /* where the table has no room for the width, it scrolls sideways rather than cut these cells */

  /* measured by the first cell that is asked, and again when the font is another one */
  int width;
  guint serial;
} CtgCellShape;

CtgCellShape *ctg_cell_shape_new   (const char *widest) G_GNUC_WARN_UNUSED_RESULT;
void          ctg_cell_shape_unref (gpointer shape);

GtkWidget  *ctg_table_cell_new (CtgCellShape *shape) G_GNUC_WARN_UNUSED_RESULT;
/* label: what is read aloud instead of the text. */
void        ctg_table_cell_show         (CtgTableCell *self,
                                         const char   *text,
                                         CtgCellFlags  flags,
                                         const char   *label);
const char *ctg_table_cell_get_text     (CtgTableCell *self);

/* The position of the list it stands at; GTK_INVALID_LIST_POSITION while it is not in use. */
guint       ctg_table_cell_get_position (CtgTableCell *self);
void        ctg_table_cell_set_position (CtgTableCell *self,
                                         guint         position);

G_END_DECLS
