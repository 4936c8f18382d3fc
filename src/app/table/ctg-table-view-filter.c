/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The filter entry and the region drop-down: what they show is the figure's, and what is typed or chosen becomes the figure's. */

#include "app/table/ctg-table-view-private.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

static void
search_changed_cb (CtgTableView *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->filter));

  if (self->quiet > 0 || self->document == NULL)
    return;

  ctg_table_view_change (self, _("filter"), TRUE, "search", *text != '\0' ? text : NULL, NULL);
}

/* The first search in a table folds all its names: in a large one better before the first key than after it. */
static void
entered_cb (CtgTableView *self)
{
  CtgChartInput input;
  CtgArrange arrange = { .by = CTG_SORT_TABLE, .series = -1, .search = " " };
  g_autofree unsigned int *rows = NULL;
  unsigned int n_rows = 0;

  if (self->document == NULL)
    return;

  input = ctg_document_get_input (self->document);
  rows = ctg_arranger_run (input.arranger, &arrange, &n_rows, NULL);
}

static void
stop_search_cb (CtgTableView *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->filter), "");
  ctg_table_grid_focus_rows (self->grid);
}

static void
activate_cb (CtgTableView *self)
{
  ctg_table_grid_focus_rows (self->grid);
}

static void
region_changed_cb (CtgTableView *self)
{
  guint selected = gtk_drop_down_get_selected (self->regions);
  CtgRegion region;

  if (self->quiet > 0 || self->document == NULL || selected >= self->region_ids->len)
    return;

  region = g_array_index (self->region_ids, CtgRegion, selected);
  ctg_table_view_change (self, _("filter by region"), FALSE, "region", region != CTG_REGION_NONE ? ctg_region_get_id (region) : NULL, NULL);
}

static void
list_regions (CtgTableView *self)
{
  CtgLocale *locale = ctg_window_locale_get ();
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  gboolean present[CTG_N_REGIONS] = { FALSE };

  for (guint i = 0; i < ctg_table_get_n_rows (self->table); i++)
    {
      const CtgRow *row = ctg_table_get_row (self->table, i);

      if (!row->aggregate)
        present[row->region] = TRUE;
    }

  g_array_set_size (self->region_ids, 0);
  for (CtgRegion region = CTG_REGION_NONE; region < CTG_N_REGIONS; region++)
    {
      if (region == CTG_REGION_NONE)
        {
          gtk_string_list_append (names, _("All regions"));
        }
      else if (present[region])
        {
          gtk_string_list_take (names, ctg_region_get_name (region, locale));
        }
      else
        {
          continue;
        }
      g_array_append_val (self->region_ids, region);
    }

  gtk_drop_down_set_model (self->regions, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->regions), self->region_ids->len > 2);
}

/* ---- the button of the drop-down is as wide as a short name, whatever is chosen ---- */

static void
setup_button_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 10);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
setup_item_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

static GtkListItemFactory *
new_factory (GCallback setup)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect (factory, "setup", setup, NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);

  return factory;
}

void
ctg_table_view_add_filter (CtgTableView *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  g_autoptr(GtkListItemFactory) button = new_factory (G_CALLBACK (setup_button_cb));
  g_autoptr(GtkListItemFactory) list = new_factory (G_CALLBACK (setup_item_cb));

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (entered_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->filter), focus);

  self->region_ids = g_array_new (FALSE, FALSE, sizeof (CtgRegion));
  gtk_drop_down_set_factory (self->regions, button);
  gtk_drop_down_set_list_factory (self->regions, list);

  /* Not "search-changed", which waits: typing is quick enough to follow at once. */
  g_signal_connect_swapped (self->filter, "changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->filter, "stop-search", G_CALLBACK (stop_search_cb), self);
  g_signal_connect_swapped (self->filter, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->regions, "notify::selected", G_CALLBACK (region_changed_cb), self);
}

void
ctg_table_view_update_filter (CtgTableView *self,
                              gboolean      new_rows)
{
  CtgSpec *spec = ctg_document_get_spec (self->document);
  const char *search = spec->search != NULL ? spec->search : "";
  CtgRegion region = ctg_region_from_id (spec->region != NULL ? spec->region : "");

  self->quiet++;
  if (new_rows)
    list_regions (self);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->filter)), search) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->filter), search);
  for (guint i = 0; i < self->region_ids->len; i++)
    {
      if (g_array_index (self->region_ids, CtgRegion, i) == region && gtk_drop_down_get_selected (self->regions) != i)
        gtk_drop_down_set_selected (self->regions, i);
    }
  self->quiet--;

  gtk_widget_set_visible (self->clear_button, ctg_document_get_filtered (self->document));
}

gboolean
ctg_table_view_focus_rows (CtgTableView *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_VIEW (self), FALSE);

  return gtk_widget_get_mapped (GTK_WIDGET (self->grid)) && ctg_table_grid_focus_rows (self->grid);
}

void
ctg_table_view_focus_filter (CtgTableView *self)
{
  g_return_if_fail (CTG_IS_TABLE_VIEW (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->filter));
  gtk_editable_select_region (GTK_EDITABLE (self->filter), 0, -1);
}
