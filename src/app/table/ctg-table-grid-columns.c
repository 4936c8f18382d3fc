/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns of the grid: factories, cells, widths, header menus. GTK 4.8 has no public way to read a column view's sort state: every column
 * gets a sorter that only remembers that it was asked, and comparing two probes tells which comes first and in which direction. */

#include "app/table/ctg-table-grid-private.h"

#include <glib/gi18n.h>

/* Rows looked at to find out how wide a column should start. */
#define ROWS_FOR_WIDTH 500
/* Of these the widest is looked for: counting characters is quick, but tells only about how wide a text is. */
#define LONGEST_TEXTS 8

static void
grid_column_clear (gpointer data)
{
  CtgGridColumn *self = data;

  g_free (self->id);
  g_hash_table_unref (self->cells);
  ctg_cell_shape_unref (self->shape);
}

void
ctg_grid_column_unref (gpointer data)
{
  g_rc_box_release_full (data, grid_column_clear);
}

static const CtgColumn *
get_words (CtgGridColumn *self)
{
  return self->grid != NULL && self->grid->text != NULL ? ctg_table_text_find_column (self->grid->text, self->id) : NULL;
}

static void
refresh_cell (CtgGridColumn   *self,
              const CtgColumn *words,
              CtgTableCell    *cell)
{
  guint row = ctg_table_model_get_row (self->grid->model, ctg_table_cell_get_position (cell));
  g_autofree char *text = NULL;
  g_autofree char *label = NULL;

  if (words == NULL || row == CTG_NO_ROW)
    return;

  text = ctg_table_text_dup (self->grid->text, words, row);
  label = ctg_table_text_dup_label (self->grid->text, words, row);
  ctg_table_cell_show (cell, text, ctg_table_text_get_flags (self->grid->text, words, row), label);
}

void
ctg_grid_column_refresh (CtgGridColumn *self)
{
  const CtgColumn *words = get_words (self);
  GHashTableIter iter;
  gpointer cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, &cell, NULL))
    refresh_cell (self, words, cell);
}

static gboolean
query_tooltip_cb (CtgTableCell  *cell,
                  int            x,
                  int            y,
                  gboolean       keyboard,
                  GtkTooltip    *tooltip,
                  CtgGridColumn *self)
{
  const CtgColumn *words = get_words (self);
  guint row = self->grid != NULL ? ctg_table_model_get_row (self->grid->model, ctg_table_cell_get_position (cell)) : CTG_NO_ROW;
  g_autofree char *text = words != NULL && row != CTG_NO_ROW ? ctg_table_text_dup_tooltip (self->grid->text, words, row) : NULL;

  gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          CtgGridColumn            *self)
{
  GtkWidget *cell = ctg_table_cell_new (self->shape);

  g_signal_connect_data (cell, "query-tooltip", G_CALLBACK (query_tooltip_cb), g_rc_box_acquire (self), (GClosureNotify) ctg_grid_column_unref, 0);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         CtgGridColumn            *self)
{
  CtgTableCell *cell = CTG_TABLE_CELL (gtk_list_item_get_child (item));

  ctg_table_cell_set_position (cell, ctg_table_slot_get_position (gtk_list_item_get_item (item)));
  g_hash_table_add (self->cells, cell);
  if (self->grid != NULL)
    refresh_cell (self, get_words (self), cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           CtgGridColumn            *self)
{
  CtgTableCell *cell = CTG_TABLE_CELL (gtk_list_item_get_child (item));

  ctg_table_cell_set_position (cell, GTK_INVALID_LIST_POSITION);
  g_hash_table_remove (self->cells, cell);
}

static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer      user_data)
{
  CtgGridColumn *self = user_data;

  if (self->grid != NULL)
    self->grid->probed = self;

  return -1;
}

static int
measure_text (CtgTableGrid *self,
              const char   *text)
{
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The longest text of the column, cut to a reasonable length: what it starts as wide as. */
static CtgCellShape *
make_shape (CtgTableGrid    *self,
            const CtgColumn *words,
            const guint     *rows,
            guint            n_rows)
{
  static const glong most[] = {
    [CTG_COLUMN_NAME] = 30, [CTG_COLUMN_SERIES] = 18, [CTG_COLUMN_AS_OF] = 16, [CTG_COLUMN_SOURCE] = 18,
    [CTG_COLUMN_REGION] = 22, [CTG_COLUMN_CODE] = 5, [CTG_COLUMN_NOTES] = 24,
  };
  char *longest[LONGEST_TEXTS] = { NULL };
  glong lengths[LONGEST_TEXTS] = { 0 };
  guint widest = 0;
  gboolean signs = FALSE;
  CtgCellShape *shape;

  for (guint i = 0; i < MIN (n_rows, ROWS_FOR_WIDTH); i++)
    {
      g_autofree char *string = ctg_table_text_dup (self->text, words, rows[i]);
      glong length = MIN (g_utf8_strlen (string, -1), most[words->kind]);
      guint shortest = 0;

      signs = signs || (ctg_table_text_get_flags (self->text, words, rows[i]) & (CTG_CELL_DOUBTFUL | CTG_CELL_NOTE)) != 0;
      for (guint k = 1; k < LONGEST_TEXTS; k++)
        if (lengths[k] < lengths[shortest])
          shortest = k;
      if (length <= lengths[shortest])
        continue;

      lengths[shortest] = length;
      g_free (longest[shortest]);
      longest[shortest] = g_utf8_substring (string, 0, length);
    }

  for (guint k = 1; k < LONGEST_TEXTS && longest[k] != NULL; k++)
    if (measure_text (self, longest[k]) > measure_text (self, longest[widest]))
      widest = k;

  shape = ctg_cell_shape_new (longest[widest] != NULL ? longest[widest] : "–––");
  shape->numeric = words->kind == CTG_COLUMN_SERIES;
  shape->signs = signs;
  /* Notes are sentences; what else is cut says nothing. */
  shape->whole = words->kind != CTG_COLUMN_NOTES;
  for (guint k = 0; k < LONGEST_TEXTS; k++)
    g_free (longest[k]);

  return shape;
}

static GMenuModel *
build_header_menu (CtgTableGrid *self,
                   const char   *id)
{
  GMenu *menu = g_menu_new ();

  if (self->sortable && g_strcmp0 (id, "code") != 0 && g_strcmp0 (id, "notes") != 0)
    {
      g_autoptr(GMenu) section = g_menu_new ();
      g_autoptr(GMenuItem) up = g_menu_item_new (_("Sort _Ascending"), NULL);
      g_autoptr(GMenuItem) down = g_menu_item_new (_("Sort _Descending"), NULL);

      g_menu_item_set_action_and_target (up, "table.sort-ascending", "s", id);
      g_menu_item_set_action_and_target (down, "table.sort-descending", "s", id);
      g_menu_append_item (section, up);
      g_menu_append_item (section, down);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }
  if (g_strcmp0 (id, "name") != 0)
    {
      g_autoptr(GMenu) section = g_menu_new ();
      g_autoptr(GMenuItem) hide = g_menu_item_new (_("_Hide Column"), NULL);

      g_menu_item_set_action_and_target (hide, "table.hide-column", "s", id);
      g_menu_append_item (section, hide);
      g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
    }

  return G_MENU_MODEL (menu);
}

gboolean
ctg_table_grid_is_wanted (CtgTableGrid    *self,
                          const CtgColumn *words)
{
  gpointer choice;

  if (g_hash_table_lookup_extended (self->choices, words->id, NULL, &choice))
    return GPOINTER_TO_INT (choice);

  return ctg_table_text_is_column_wanted (self->text, words, !self->sortable);
}

/* GTK sets all titles to the side where reading begins; above numbers they belong to the right, with the arrow before them. The box is an inner
 * part of GTK: where it is not found, nothing is lost. */
static void
align_title (CtgTableGrid *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *title = header != NULL && header != self->list ? gtk_widget_get_last_child (header) : NULL;
  GtkWidget *box = title != NULL ? gtk_widget_get_first_child (title) : NULL;

  if (!GTK_IS_BOX (box) || gtk_widget_get_direction (box) == GTK_TEXT_DIR_RTL)
    return;

  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_reorder_child_after (GTK_BOX (box), gtk_widget_get_last_child (box), NULL);
}

static void
add_column (CtgTableGrid    *self,
            const CtgColumn *words,
            const guint     *rows,
            guint            n_rows)
{
  CtgGridColumn *column = g_rc_box_new0 (CtgGridColumn);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  column->grid = self;
  column->id = g_strdup (words->id);
  column->cells = g_hash_table_new (NULL, NULL);
  column->numeric = words->kind == CTG_COLUMN_SERIES;
  column->shape = make_shape (self, words, rows, n_rows);
  g_ptr_array_add (self->columns, column);

  g_signal_connect_data (factory, "setup", G_CALLBACK (setup_cb), g_rc_box_acquire (column), (GClosureNotify) ctg_grid_column_unref, 0);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), column);

  column->column = gtk_column_view_column_new (words->title, factory);
  gtk_column_view_column_set_resizable (column->column, TRUE);
  gtk_column_view_column_set_visible (column->column, ctg_table_grid_is_wanted (self, words));
  g_object_set_data_full (G_OBJECT (column->column), "ctg-id", g_strdup (words->id), g_free);

  if (self->sortable && words->kind != CTG_COLUMN_CODE && words->kind != CTG_COLUMN_NOTES)
    {
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (probe_cb, g_rc_box_acquire (column), ctg_grid_column_unref));

      gtk_column_view_column_set_sorter (column->column, sorter);
    }
  if (self->sortable)
    {
      g_autoptr(GMenuModel) menu = build_header_menu (self, words->id);

      if (g_menu_model_get_n_items (menu) > 0)
        gtk_column_view_column_set_header_menu (column->column, menu);
    }

  gtk_column_view_append_column (self->view, column->column);
  if (column->numeric)
    align_title (self);
  g_object_unref (column->column);
}

void
ctg_table_grid_remove_columns (CtgTableGrid *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      CtgGridColumn *column = g_ptr_array_index (self->columns, i);

      gtk_column_view_remove_column (self->view, column->column);
      column->grid = NULL;
    }
  g_ptr_array_set_size (self->columns, 0);
}

static gboolean
has_columns_of (CtgTableGrid *self,
                CtgTableText *text)
{
  if (self->columns->len != ctg_table_text_get_n_columns (text))
    return FALSE;

  for (guint i = 0; i < self->columns->len; i++)
    {
      CtgGridColumn *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->id, ctg_table_text_get_column (text, i)->id) != 0)
        return FALSE;
    }

  return TRUE;
}

CtgGridColumn *
ctg_table_grid_find_column (CtgTableGrid *self,
                            const char   *id)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      CtgGridColumn *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->id, id) == 0)
        return column;
    }

  return NULL;
}

gboolean
ctg_table_grid_drop_columns (CtgTableGrid *self)
{
  if (has_columns_of (self, self->text))
    return FALSE;

  ctg_table_grid_remove_columns (self);
  g_clear_pointer (&self->sort_id, g_free);
  return TRUE;
}

void
ctg_table_grid_make_columns (CtgTableGrid *self,
                             const guint  *rows,
                             guint         n_rows)
{
  for (guint i = 0; i < ctg_table_text_get_n_columns (self->text); i++)
    {
      const CtgColumn *words = ctg_table_text_get_column (self->text, i);

      if (i < self->columns->len)
        gtk_column_view_column_set_title (((CtgGridColumn *) g_ptr_array_index (self->columns, i))->column, words->title);
      else
        add_column (self, words, rows, n_rows);
    }
  ctg_table_grid_expand_last (self);
}

/* The last of the visible columns takes the room that is left. */
void
ctg_table_grid_expand_last (CtgTableGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = g_list_model_get_n_items (columns);
  gboolean found = FALSE;

  for (guint i = n; i > 0; i--)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i - 1);

      gtk_column_view_column_set_expand (column, !found && gtk_column_view_column_get_visible (column));
      found = found || gtk_column_view_column_get_visible (column);
    }
}

/* The visible columns as the user has arranged them. */
GPtrArray *
ctg_table_grid_list_columns (CtgTableGrid *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GPtrArray *result = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);

      if (gtk_column_view_column_get_visible (column))
        g_ptr_array_add (result, (gpointer) ctg_table_text_find_column (self->text, g_object_get_data (G_OBJECT (column), "ctg-id")));
    }

  return result;
}
