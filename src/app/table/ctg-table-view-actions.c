/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands of the table, and the Sort by and Columns menus. Headers take no keyboard focus in GTK 4: these menus are how sorting and
 * hiding are done without a pointer. */

#include "app/table/ctg-table-sort.h"
#include "app/table/ctg-table-view-private.h"

#include <glib/gi18n.h>

/* ---- sorting ---- */

void
ctg_table_view_sort (CtgTableView *self,
                     const char   *id,
                     gboolean      descending)
{
  CtgTableText *text = ctg_table_grid_get_text (self->grid);

  if (self->document == NULL || text == NULL)
    return;

  ctg_table_sort_apply (self->document, text, id, descending);
  /* A click that changed nothing must not leave its arrow behind. */
  ctg_table_view_update_actions (self);
}

/* Whether it is one of those in the menu: the actions can be called with anything. */
static gboolean
can_sort_by (CtgTableView *self,
             const char   *id)
{
  CtgTableText *text = ctg_table_grid_get_text (self->grid);
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) ids = text != NULL ? ctg_table_sort_list (text, titles) : NULL;

  return ids != NULL && g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL);
}

static void
sort_by_cb (GSimpleAction *action,
            GVariant      *state,
            gpointer       user_data)
{
  CtgTableView *self = user_data;
  const char *id = g_variant_get_string (state, NULL);

  if (can_sort_by (self, id))
    ctg_table_view_sort (self, id, ctg_table_sort_starts_descending (ctg_table_grid_get_text (self->grid), id));
}

static void
order_cb (GSimpleAction *action,
          GVariant      *state,
          gpointer       user_data)
{
  CtgTableView *self = user_data;
  CtgTableText *text = ctg_table_grid_get_text (self->grid);
  g_autofree char *id = text != NULL ? ctg_table_sort_dup_id (text) : NULL;

  if (id != NULL)
    ctg_table_view_sort (self, id, g_strcmp0 (g_variant_get_string (state, NULL), "descending") == 0);
}

static void
sort_ascending_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  if (can_sort_by (user_data, g_variant_get_string (parameter, NULL)))
    ctg_table_view_sort (user_data, g_variant_get_string (parameter, NULL), FALSE);
}

static void
sort_descending_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  if (can_sort_by (user_data, g_variant_get_string (parameter, NULL)))
    ctg_table_view_sort (user_data, g_variant_get_string (parameter, NULL), TRUE);
}

/* ---- columns ---- */

static void
column_cb (GSimpleAction *action,
           GVariant      *state,
           gpointer       user_data)
{
  CtgTableView *self = user_data;

  ctg_table_grid_set_column_shown (self->grid, g_object_get_data (G_OBJECT (action), "ctg-id"), g_variant_get_boolean (state));
}

static void
hide_column_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  ctg_table_grid_set_column_shown (CTG_TABLE_VIEW (user_data)->grid, g_variant_get_string (parameter, NULL), FALSE);
}

static void
show_all_columns_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  CtgTableView *self = user_data;
  CtgTableText *text = ctg_table_grid_get_text (self->grid);

  for (guint i = 0; text != NULL && i < ctg_table_text_get_n_columns (text); i++)
    ctg_table_grid_set_column_shown (self->grid, ctg_table_text_get_column (text, i)->id, TRUE);
}

/* ---- the rest ---- */

static void
copy_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CtgTableView *self = user_data;
  g_autofree char *tsv = ctg_table_view_dup_tsv (self);

  if (tsv != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), tsv);
}

static void
select_all_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  gtk_selection_model_select_all (GTK_SELECTION_MODEL (ctg_table_grid_get_model (CTG_TABLE_VIEW (user_data)->grid)));
}

static void
unselect_all_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  CtgTableView *self = user_data;

  if (self->document != NULL)
    ctg_document_set_selection (self->document, NULL);
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  CtgTableView *self = user_data;
  g_autoptr(CtgSpec) spec = NULL;

  if (self->document == NULL)
    return;

  spec = ctg_spec_without_filter (ctg_document_get_spec (self->document));
  ctg_document_change (self->document, spec, _("clear filter"));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ctg_table_view_focus_filter (user_data);
}

static void
aggregates_cb (GSimpleAction *action,
               GVariant      *state,
               gpointer       user_data)
{
  CtgTableView *self = user_data;
  gboolean shown = g_variant_get_boolean (state);

  gtk_revealer_set_reveal_child (self->aggregates_revealer, shown);
  gtk_image_set_from_icon_name (self->aggregates_arrow, shown ? "pan-down-symbolic" : "pan-end-symbolic");
  g_simple_action_set_state (action, state);
}

static const GActionEntry entries[] = {
  { "sort-by", NULL, "s", "''", sort_by_cb },
  { "order", NULL, "s", "'descending'", order_cb },
  { "sort-ascending", sort_ascending_cb, "s" },
  { "sort-descending", sort_descending_cb, "s" },
  { "hide-column", hide_column_cb, "s" },
  { "show-all-columns", show_all_columns_cb },
  { "copy", copy_cb },
  { "select-all", select_all_cb },
  { "unselect-all", unselect_all_cb },
  { "clear-filter", clear_filter_cb },
  { "find", find_cb },
  { "aggregates", NULL, NULL, "false", aggregates_cb },
};

void
ctg_table_view_add_actions (CtgTableView *self)
{
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "table", G_ACTION_GROUP (self->actions));
}

static GSimpleAction *
get_action (CtgTableView *self,
            const char   *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), name));
}

void
ctg_table_view_update_actions (CtgTableView *self)
{
  CtgSpec *spec = ctg_document_get_spec (self->document);
  CtgTableModel *model = ctg_table_grid_get_model (self->grid);
  gboolean any = g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
  gboolean descending = ctg_spec_get_descending (spec);
  g_autofree char *id = ctg_table_sort_dup_id (ctg_table_grid_get_text (self->grid));

  ctg_table_grid_set_sort (self->grid, id, descending);
  g_simple_action_set_state (get_action (self, "sort-by"), g_variant_new_string (id));
  g_simple_action_set_state (get_action (self, "order"), g_variant_new_string (descending ? "descending" : "ascending"));
  g_simple_action_set_enabled (get_action (self, "copy"), any);
  g_simple_action_set_enabled (get_action (self, "select-all"), any);
  g_simple_action_set_enabled (get_action (self, "unselect-all"), ctg_document_get_selection (self->document)[0] != NULL);
  g_simple_action_set_enabled (get_action (self, "clear-filter"), ctg_document_get_filtered (self->document));
  g_simple_action_set_enabled (get_action (self, "aggregates"), ctg_table_get_n_aggregates (self->table) > 0);
}

/* ---- menus ---- */

static GMenuModel *
build_sort_menu (CtgTableText *text)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) columns = g_menu_new ();
  g_autoptr(GMenu) order = g_menu_new ();
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) ids = ctg_table_sort_list (text, titles);

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (g_ptr_array_index (titles, i), NULL);

      g_menu_item_set_action_and_target (item, "table.sort-by", "s", g_ptr_array_index (ids, i));
      g_menu_append_item (columns, item);
    }
  g_menu_append (order, _("_Descending"), "table.order::descending");
  g_menu_append (order, _("_Ascending"), "table.order::ascending");

  /* The list of columns may be longer than the screen. */
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));

  return G_MENU_MODEL (menu);
}

static void
remove_column_actions (CtgTableView *self)
{
  g_auto(GStrv) names = g_action_group_list_actions (G_ACTION_GROUP (self->actions));

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "column-"))
        g_action_map_remove_action (G_ACTION_MAP (self->actions), names[i]);
    }
}

static GMenuModel *
build_columns_menu (CtgTableView *self,
                    CtgTableText *text)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) columns = g_menu_new ();
  g_autoptr(GMenu) all = g_menu_new ();

  /* The first column says what the row is and stays. */
  for (guint i = 1; i < ctg_table_text_get_n_columns (text); i++)
    {
      const CtgColumn *column = ctg_table_text_get_column (text, i);
      g_autofree char *name = g_strdup_printf ("column-%u", i);
      g_autofree char *detailed = g_strconcat ("table.", name, NULL);
      gboolean shown = ctg_table_grid_get_column_shown (self->grid, column->id);
      g_autoptr(GSimpleAction) action = g_simple_action_new_stateful (name, NULL, g_variant_new_boolean (shown));

      g_object_set_data_full (G_OBJECT (action), "ctg-id", g_strdup (column->id), g_free);
      g_signal_connect (action, "change-state", G_CALLBACK (column_cb), self);
      g_action_map_add_action (G_ACTION_MAP (self->actions), G_ACTION (action));
      g_menu_append (columns, column->title, detailed);
    }
  g_menu_append (all, _("_Show All"), "table.show-all-columns");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (columns));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (all));

  return G_MENU_MODEL (menu);
}

void
ctg_table_view_update_menus (CtgTableView *self)
{
  CtgTableText *text = ctg_table_grid_get_text (self->grid);
  g_autoptr(GMenuModel) sort = NULL;
  g_autoptr(GMenuModel) columns = NULL;

  if (text == NULL)
    return;

  remove_column_actions (self);
  sort = build_sort_menu (text);
  columns = build_columns_menu (self, text);
  gtk_menu_button_set_menu_model (self->sort_button, sort);
  gtk_menu_button_set_menu_model (self->columns_button, columns);
}
