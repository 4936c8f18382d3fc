/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which row has the focus and which rows are in view. Columns share one list, whose rows GTK 4.8 gives no access to: they are found from the
 * cells in them. */

#include "app/table/ctg-table-grid-private.h"

static CtgTableCell *
find_cell_below (GtkWidget *widget)
{
  if (CTG_IS_TABLE_CELL (widget))
    return CTG_TABLE_CELL (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      CtgTableCell *cell = find_cell_below (child);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

CtgTableCell *
ctg_table_grid_find_cell (CtgTableGrid *self,
                          guint         position)
{
  GHashTableIter iter;
  gpointer cell;

  for (guint i = 0; i < self->columns->len; i++)
    {
      CtgGridColumn *column = g_ptr_array_index (self->columns, i);

      g_hash_table_iter_init (&iter, column->cells);
      while (g_hash_table_iter_next (&iter, &cell, NULL))
        {
          if (ctg_table_cell_get_position (cell) == position)
            return cell;
        }
    }

  return NULL;
}

static gboolean
is_in_view (CtgTableGrid *self,
            CtgTableCell *cell)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (GTK_WIDGET (cell), self->list, &bounds) && bounds.origin.y + bounds.size.height > 0 &&
         bounds.origin.y < gtk_widget_get_height (self->list);
}

/* A selected row the user can see, or CTG_NO_ROW. */
guint
ctg_table_grid_find_selected (CtgTableGrid *self)
{
  GtkBitset *selected = ctg_table_model_get_selected (self->model);
  CtgGridColumn *first = self->columns->len > 0 ? g_ptr_array_index (self->columns, 0) : NULL;
  guint found = GTK_INVALID_LIST_POSITION;
  GHashTableIter iter;
  gpointer cell;

  if (first == NULL || gtk_bitset_is_empty (selected))
    return CTG_NO_ROW;

  g_hash_table_iter_init (&iter, first->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      guint position = ctg_table_cell_get_position (cell);

      if (position < found && gtk_bitset_contains (selected, ctg_table_model_get_row (self->model, position)) && is_in_view (self, cell))
        found = position;
    }

  return ctg_table_model_get_row (self->model, found);
}

void
ctg_table_grid_scroll_to (CtgTableGrid *self,
                          guint         position)
{
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", position);
}

gboolean
ctg_table_grid_focus_position (CtgTableGrid *self,
                               guint         position)
{
  CtgTableCell *cell;

  ctg_table_grid_scroll_to (self, position);
  cell = ctg_table_grid_find_cell (self, position);

  for (GtkWidget *widget = GTK_WIDGET (cell); widget != NULL && widget != self->list; widget = gtk_widget_get_parent (widget))
    {
      if (gtk_widget_get_focusable (widget))
        return gtk_widget_grab_focus (widget);
    }

  return FALSE;
}

void
ctg_table_grid_reveal_row (CtgTableGrid *self,
                           guint         row)
{
  guint position;

  g_return_if_fail (CTG_IS_TABLE_GRID (self));

  position = ctg_table_model_find_row (self->model, row);
  if (position != GTK_INVALID_LIST_POSITION)
    ctg_table_grid_scroll_to (self, position);
}

gboolean
ctg_table_grid_focus_row (CtgTableGrid *self,
                          guint         row)
{
  guint position;

  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), FALSE);

  position = ctg_table_model_find_row (self->model, row);

  return position != GTK_INVALID_LIST_POSITION && ctg_table_grid_focus_position (self, position);
}

guint
ctg_table_grid_get_focused_row (CtgTableGrid *self)
{
  GtkRoot *root;
  GtkWidget *focus;
  CtgTableCell *cell;

  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), CTG_NO_ROW);

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL || focus == self->list || !gtk_widget_is_ancestor (focus, self->list))
    return CTG_NO_ROW;

  cell = find_cell_below (focus);

  return cell != NULL ? ctg_table_model_get_row (self->model, ctg_table_cell_get_position (cell)) : CTG_NO_ROW;
}
