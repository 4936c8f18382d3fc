/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The grid itself: what the user does in it, and what it is told to show. */

#include "app/table/ctg-table-grid-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (CtgTableGrid, ctg_table_grid, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_SORT,
  SIGNAL_SELECTION_CHANGED,
  SIGNAL_COLUMNS_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ---- what the user does ---- */

static void
sorter_changed_cb (CtgTableGrid *self)
{
  g_autoptr(GObject) a = NULL;
  g_autoptr(GObject) b = NULL;
  gboolean descending;

  if (self->quiet > 0)
    return;

  a = g_object_new (G_TYPE_OBJECT, NULL);
  b = g_object_new (G_TYPE_OBJECT, NULL);
  self->probed = NULL;
  descending = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), a, b) == GTK_ORDERING_LARGER;
  if (self->probed == NULL)
    return;

  /* The highest numbers are what one looks for first. */
  if (self->probed->numeric && g_strcmp0 (self->probed->id, self->sort_id) != 0)
    descending = TRUE;

  g_signal_emit (self, signals[SIGNAL_SORT], 0, self->probed->id, descending);
}

static void
selection_changed_cb (CtgTableGrid *self)
{
  if (self->quiet == 0)
    g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

static void
rows_changed_cb (CtgTableGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    ctg_grid_column_refresh (g_ptr_array_index (self->columns, i));
}

static void
popup_menu (CtgTableGrid *self,
            double        x,
            double        y)
{
  if (self->menu == NULL)
    {
      g_autoptr(GMenu) menu = g_menu_new ();

      g_menu_append (menu, _("_Copy"), "table.copy");
      g_menu_append (menu, _("Select _All"), "table.select-all");
      g_menu_append (menu, _("_Unselect All"), "table.unselect-all");
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* The cell at a point of the grid; NULL in a header and below the last row. */
static CtgTableCell *
find_cell_at (CtgTableGrid *self,
              double        x,
              double        y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = picked != NULL && !CTG_IS_TABLE_CELL (picked) ? gtk_widget_get_ancestor (picked, CTG_TYPE_TABLE_CELL) : picked;

  return cell != NULL && gtk_widget_is_ancestor (picked, self->list) ? CTG_TABLE_CELL (cell) : NULL;
}

static void
secondary_click_cb (CtgTableGrid *self,
                    int           n_press,
                    double        x,
                    double        y)
{
  CtgTableCell *cell = find_cell_at (self, x, y);
  guint position;

  /* Headers have a menu of their own. */
  if (cell == NULL)
    return;

  position = ctg_table_cell_get_position (cell);
  if (position != GTK_INVALID_LIST_POSITION && !gtk_selection_model_is_selected (GTK_SELECTION_MODEL (self->model), position))
    gtk_selection_model_select_item (GTK_SELECTION_MODEL (self->model), position, TRUE);

  popup_menu (self, x, y);
}

/* GtkColumnView 4.8 toggles a row twice when it is clicked with Ctrl, once for the row and once for the cell, which comes to nothing. */
static void
primary_click_cb (CtgTableGrid    *self,
                  int              n_press,
                  double           x,
                  double           y,
                  GtkGestureClick *click)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click));
  CtgTableCell *cell = (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) == GDK_CONTROL_MASK ? find_cell_at (self, x, y) : NULL;
  guint position;

  if (cell == NULL)
    return;

  position = ctg_table_cell_get_position (cell);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  ctg_table_grid_focus_position (self, position);
  gtk_widget_activate_action (self->list, "list.select-item", "(ubb)", position, TRUE, FALSE);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  CtgTableGrid *self = CTG_TABLE_GRID (widget);
  guint row = ctg_table_grid_get_focused_row (self);
  CtgTableCell *cell = row != CTG_NO_ROW ? ctg_table_grid_find_cell (self, ctg_table_model_find_row (self->model, row)) : NULL;
  graphene_rect_t bounds;

  if (cell == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (cell), widget, &bounds))
    return GDK_EVENT_PROPAGATE;

  popup_menu (self, bounds.origin.x, bounds.origin.y + bounds.size.height);

  return GDK_EVENT_STOP;
}

/* ---- from right to left ---- */

/* GtkColumnView 4.8 mirrors its columns but begins at the left all the same, where the last one is. */
static gboolean
align_cb (gpointer user_data)
{
  CtgTableGrid *self = user_data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (self->scroller);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - self->end_distance);
  self->align_source = 0;

  return G_SOURCE_REMOVE;
}

static void
adjustment_changed_cb (CtgTableGrid *self)
{
  if (self->align_source == 0 && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    self->align_source = g_idle_add_full (G_PRIORITY_HIGH, align_cb, self, NULL);
}

static void
adjustment_value_changed_cb (CtgTableGrid  *self,
                             GtkAdjustment *adjustment)
{
  if (self->align_source == 0)
    self->end_distance = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment) - gtk_adjustment_get_value (adjustment);
}

/* ---- widget ---- */

static void
ctg_table_grid_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  CtgTableGrid *self = CTG_TABLE_GRID (widget);

  gtk_widget_allocate (GTK_WIDGET (self->scroller), width, height, baseline, NULL);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static void
ctg_table_grid_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (CTG_TABLE_GRID (widget)->scroller), orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
}

/* The rows are one stop for Tab, arrows walk them: GTK 4.8 has no word for that. A closed GtkExpander passes the focus to its child all the same,
 * which is in no window then. */
static gboolean
ctg_table_grid_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean is_tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (root == NULL || (is_tab && focus != NULL && gtk_widget_is_ancestor (focus, widget)))
    return FALSE;

  if (is_tab)
    return ctg_table_grid_focus_rows (CTG_TABLE_GRID (widget));

  return GTK_WIDGET_CLASS (ctg_table_grid_parent_class)->focus (widget, direction);
}

gboolean
ctg_table_grid_focus_rows (CtgTableGrid *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), FALSE);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
ctg_table_grid_dispose (GObject *object)
{
  CtgTableGrid *self = CTG_TABLE_GRID (object);

  self->quiet++;
  g_clear_handle_id (&self->align_source, g_source_remove);
  if (self->scroller != NULL)
    {
      ctg_table_grid_remove_columns (self);
      gtk_column_view_set_model (self->view, NULL);
      gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->scroller)));
    }
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_data (self->model, self);
  g_clear_object (&self->model);
  self->quiet--;

  G_OBJECT_CLASS (ctg_table_grid_parent_class)->dispose (object);
}

static void
ctg_table_grid_finalize (GObject *object)
{
  CtgTableGrid *self = CTG_TABLE_GRID (object);

  g_clear_pointer (&self->text, ctg_table_text_free);
  g_ptr_array_unref (self->columns);
  g_hash_table_unref (self->choices);
  g_free (self->sort_id);

  G_OBJECT_CLASS (ctg_table_grid_parent_class)->finalize (object);
}

static void
ctg_table_grid_class_init (CtgTableGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ctg_table_grid_dispose;
  object_class->finalize = ctg_table_grid_finalize;
  widget_class->measure = ctg_table_grid_measure;
  widget_class->size_allocate = ctg_table_grid_size_allocate;
  widget_class->focus = ctg_table_grid_focus;

  signals[SIGNAL_SORT] = g_signal_new ("sort", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 0);
  signals[SIGNAL_COLUMNS_CHANGED] = g_signal_new ("columns-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "tablegrid");
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "table.copy", NULL);
  /* The last is the one that menus show. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
}

static void
ctg_table_grid_init (CtgTableGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *primary = gtk_gesture_click_new ();

  self->columns = g_ptr_array_new_with_free_func (ctg_grid_column_unref);
  self->choices = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->model = ctg_table_model_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->model))));
  gtk_column_view_set_reorderable (self->view, TRUE);
  gtk_column_view_set_show_row_separators (self->view, FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->view)); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (GTK_IS_LIST_VIEW (child))
        self->list = child;
    }
  g_assert (self->list != NULL);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "changed", G_CALLBACK (adjustment_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (self->scroller), "value-changed", G_CALLBACK (adjustment_value_changed_cb), self, G_CONNECT_SWAPPED);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (secondary_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (primary), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (primary, "pressed", G_CALLBACK (primary_click_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (primary));

  g_signal_connect_swapped (self->model, "rows-changed", G_CALLBACK (rows_changed_cb), self);
  g_signal_connect_swapped (self->model, "selection-changed", G_CALLBACK (selection_changed_cb), self);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ctg_table_grid_new (gboolean    sortable,
                    const char *label)
{
  CtgTableGrid *self = g_object_new (CTG_TYPE_TABLE_GRID, NULL);

  self->sortable = sortable;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);

  return GTK_WIDGET (self);
}

void
ctg_table_grid_set_height (CtgTableGrid *self,
                           int           minimum,
                           int           maximum)
{
  g_return_if_fail (CTG_IS_TABLE_GRID (self));

  gtk_scrolled_window_set_min_content_height (self->scroller, minimum);
  if (maximum < 0)
    return;

  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, maximum);
}

void
ctg_table_grid_show (CtgTableGrid *self,
                     CtgTableText *text,
                     guint        *rows,
                     guint         n_rows)
{
  gboolean new_columns;
  guint focused;
  guint anchor;
  guint position;

  g_return_if_fail (CTG_IS_TABLE_GRID (self));
  g_return_if_fail (text != NULL);

  focused = ctg_table_grid_get_focused_row (self);
  anchor = focused != CTG_NO_ROW ? focused : ctg_table_grid_find_selected (self);

  self->quiet++;
  g_clear_pointer (&self->text, ctg_table_text_free);
  self->text = text;
  /* No cell may ask the new words for an old row. */
  new_columns = ctg_table_grid_drop_columns (self);
  ctg_table_model_set_rows (self->model, rows, n_rows);
  ctg_table_grid_make_columns (self, rows, n_rows);
  self->quiet--;
  if (new_columns)
    g_signal_emit (self, signals[SIGNAL_COLUMNS_CHANGED], 0);

  position = anchor != CTG_NO_ROW ? ctg_table_model_find_row (self->model, anchor) : GTK_INVALID_LIST_POSITION;
  if (position == GTK_INVALID_LIST_POSITION)
    return;
  if (focused != CTG_NO_ROW)
    ctg_table_grid_focus_position (self, position);
  else
    ctg_table_grid_scroll_to (self, position);
}

CtgTableText *
ctg_table_grid_get_text (CtgTableGrid *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), NULL);

  return self->text;
}

CtgTableModel *
ctg_table_grid_get_model (CtgTableGrid *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), NULL);

  return self->model;
}

GtkColumnView *
ctg_table_grid_get_view (CtgTableGrid *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), NULL);

  return self->view;
}

void
ctg_table_grid_set_sort (CtgTableGrid *self,
                         const char   *id,
                         gboolean      descending)
{
  CtgGridColumn *column;

  g_return_if_fail (CTG_IS_TABLE_GRID (self));

  column = id != NULL ? ctg_table_grid_find_column (self, id) : NULL;
  g_free (self->sort_id);
  self->sort_id = g_strdup (id);
  self->sort_descending = descending;

  self->quiet++;
  /* Once without any, or GTK keeps the arrows of earlier columns as lesser keys. */
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  gtk_column_view_sort_by_column (self->view, column != NULL ? column->column : NULL, descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
  self->quiet--;
}

gboolean
ctg_table_grid_get_column_shown (CtgTableGrid *self,
                                 const char   *id)
{
  CtgGridColumn *column;

  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), FALSE);

  column = ctg_table_grid_find_column (self, id);

  return column != NULL && gtk_column_view_column_get_visible (column->column);
}

void
ctg_table_grid_set_column_shown (CtgTableGrid *self,
                                 const char   *id,
                                 gboolean      shown)
{
  CtgGridColumn *column;

  g_return_if_fail (CTG_IS_TABLE_GRID (self));

  column = ctg_table_grid_find_column (self, id);
  if (column == NULL || ctg_table_grid_get_column_shown (self, id) == shown)
    return;

  g_hash_table_insert (self->choices, g_strdup (id), GINT_TO_POINTER (shown));
  gtk_column_view_column_set_visible (column->column, shown);
  ctg_table_grid_expand_last (self);
  g_signal_emit (self, signals[SIGNAL_COLUMNS_CHANGED], 0);
}

void
ctg_table_grid_set_selected (CtgTableGrid    *self,
                             const GtkBitset *rows)
{
  g_return_if_fail (CTG_IS_TABLE_GRID (self));

  self->quiet++;
  ctg_table_model_set_selected (self->model, rows);
  self->quiet--;
}

char *
ctg_table_grid_dup_tsv (CtgTableGrid *self)
{
  GtkBitset *selected;
  g_autoptr(GPtrArray) columns = NULL;
  g_autoptr(GArray) rows = NULL;

  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), NULL);
  g_return_val_if_fail (self->text != NULL, NULL);

  selected = ctg_table_model_get_selected (self->model);
  columns = ctg_table_grid_list_columns (self);
  rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint pass = 0; pass < 2 && rows->len == 0; pass++)
    {
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->model)); i++)
        {
          guint row = ctg_table_model_get_row (self->model, i);

          if (pass == 1 || gtk_bitset_contains (selected, row))
            g_array_append_val (rows, row);
        }
    }

  return ctg_table_text_dup_tsv (self->text, (const CtgColumn *const *) columns->pdata, columns->len, (guint *) (void *) rows->data, rows->len);
}

const char *
ctg_table_grid_get_cell_text (CtgTableGrid *self,
                              const char   *id,
                              guint         position)
{
  CtgGridColumn *column;
  GHashTableIter iter;
  gpointer cell;

  g_return_val_if_fail (CTG_IS_TABLE_GRID (self), NULL);

  column = ctg_table_grid_find_column (self, id);
  if (column == NULL)
    return NULL;

  g_hash_table_iter_init (&iter, column->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    {
      if (ctg_table_cell_get_position (cell) == position)
        return ctg_table_cell_get_text (cell);
    }

  return NULL;
}
