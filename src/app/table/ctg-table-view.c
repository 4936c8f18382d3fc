/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows the document in the two grids, and keeps their selection and the document's the same. */

#include "app/table/ctg-table-view-private.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

G_DEFINE_FINAL_TYPE (CtgTableView, ctg_table_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* Three rows and the titles at least, and about six rows of regions and totals. */
#define ROWS_HEIGHT 96
#define AGGREGATES_HEIGHT 170

/* ---- selection ---- */

static void
show_selection (CtgTableView *self)
{
  const char *const *keys = ctg_document_get_selection (self->document);
  g_autoptr(GtkBitset) rows = gtk_bitset_new_empty ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      int row = ctg_table_find_row (self->table, keys[i]);

      if (row >= 0)
        gtk_bitset_add (rows, row);
    }

  ctg_table_grid_set_selected (self->grid, rows);
}

static void
document_selection_cb (CtgTableView *self)
{
  const char *const *keys = ctg_document_get_selection (self->document);
  int row;

  if (self->quiet > 0)
    return;

  show_selection (self);

  row = keys[0] != NULL ? ctg_table_find_row (self->table, keys[0]) : -1;
  if (row >= 0 && ctg_table_grid_get_focused_row (self->grid) == CTG_NO_ROW)
    ctg_table_grid_reveal_row (self->grid, row);
}

static void
grid_selection_cb (CtgTableView *self)
{
  GtkBitset *selected = ctg_table_model_get_selected (ctg_table_grid_get_model (self->grid));
  g_autoptr(GPtrArray) keys = g_ptr_array_new ();
  GtkBitsetIter iter;
  guint row;

  if (self->document == NULL)
    return;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, selected, &row); more; more = gtk_bitset_iter_next (&iter, &row))
    g_ptr_array_add (keys, (gpointer) ctg_table_get_row (self->table, row)->key);
  g_ptr_array_add (keys, NULL);

  self->quiet++;
  ctg_document_set_selection (self->document, (const char *const *) keys->pdata);
  self->quiet--;
  ctg_table_view_update_actions (self);
}

/* ---- rows ---- */

/* All rows in printed order, for a figure that cannot be drawn as it is asked for. */
static guint *
dup_printed_rows (CtgTable *table,
                  guint    *n_rows)
{
  guint *rows;

  *n_rows = ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table);
  rows = g_new (guint, *n_rows + 1);
  for (guint i = 0; i < *n_rows; i++)
    rows[i] = i;

  return rows;
}

/* "12 of 65 rows", where a filter leaves fewer than all. */
static char *
describe_rows (CtgTableView *self,
               guint         n_rows)
{
  CtgLocale *locale = ctg_window_locale_get ();
  guint n_all = ctg_table_get_n_rows (self->table) - ctg_table_get_n_aggregates (self->table);
  g_autofree char *shown = ctg_locale_format_number (locale, n_rows, 0);
  g_autofree char *all = ctg_locale_format_number (locale, n_all, 0);

  /* Translators: how many rows a filter leaves: "12 of 65 rows". */
  return n_rows < n_all ? g_strdup_printf (_("%s of %s rows"), shown, all) : g_strdup ("");
}

static void
show_count (CtgTableView *self,
            CtgTableText *text,
            const guint  *rows,
            guint         n_rows)
{
  guint main_series = ctg_table_text_get_main_series (text);
  g_autofree char *coverage = ctg_table_text_dup_coverage (text, main_series, rows, n_rows);
  g_autofree char *n_shown = describe_rows (self, n_rows);
  g_autoptr(GString) count = g_string_new (n_shown);
  g_autoptr(GString) details = g_string_new (NULL);
  const char *main_title = NULL;
  guint n_series = 0;

  for (guint i = 0; i < ctg_table_text_get_n_columns (text); i++)
    {
      const CtgColumn *column = ctg_table_text_get_column (text, i);
      g_autofree char *one = column->kind == CTG_COLUMN_SERIES ? ctg_table_text_dup_coverage (text, column->series, rows, n_rows) : NULL;

      if (one == NULL || *one == '\0')
        continue;
      g_string_append_printf (details, "%s%s: %s", details->len > 0 ? "\n" : "", column->title, one);
      n_series++;
      if (column->series == main_series)
        main_title = column->title;
    }

  if (count->len > 0 && *coverage != '\0')
    g_string_append (count, " · ");
  /* What one series lacks may be in another. The title is in the figure's language, and may run the other way. */
  if (n_series > 1 && main_title != NULL)
    g_string_append_printf (count, "\u2068%s\u2069: ", main_title);
  g_string_append (count, coverage);
  gtk_label_set_text (self->count, count->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->count), details->str);
}

static void
show_aggregates (CtgTableView *self)
{
  guint n = ctg_table_get_n_aggregates (self->table);
  guint first = ctg_table_get_n_rows (self->table) - n;
  guint *rows = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    rows[i] = first + i;
  ctg_table_grid_show (self->aggregates, ctg_table_text_new (ctg_document_get_figure (self->document)), rows, n);
  gtk_widget_set_visible (self->aggregates_button, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->aggregates_revealer), n > 0);
}

static void
show_rows (CtgTableView *self)
{
  CtgChartInput input = ctg_document_get_input (self->document);
  CtgTableText *text = ctg_table_text_new (ctg_document_get_figure (self->document));
  guint n_rows = 0;
  guint *rows = ctg_chart_dup_rows (&input, FALSE, &n_rows, NULL);

  if (rows == NULL)
    rows = dup_printed_rows (self->table, &n_rows);

  show_count (self, text, rows, n_rows);
  gtk_stack_set_visible_child_name (self->stack, n_rows > 0 ? "rows" : "empty");
  ctg_table_grid_show (self->grid, text, rows, n_rows);
}

static void
figure_changed_cb (CtgTableView *self)
{
  CtgTable *table = ctg_document_get_table (self->document);
  const char *language = ctg_locale_get_language (ctg_document_get_locale (self->document));
  gboolean new_table = table != self->table;
  gboolean new_rows = new_table || g_strcmp0 (language, self->language) != 0;

  if (new_table)
    {
      g_clear_pointer (&self->table, ctg_table_unref);
      self->table = ctg_table_ref (table);
    }
  if (new_rows)
    {
      g_free (self->language);
      self->language = g_strdup (language);
      show_aggregates (self);
    }

  show_rows (self);
  if (new_table)
    show_selection (self);
  ctg_table_view_update_filter (self, new_rows);
  ctg_table_view_update_actions (self);
  if (new_rows)
    ctg_table_view_update_menus (self);
}

static void
sort_cb (CtgTableView *self,
         const char   *id,
         gboolean      descending)
{
  ctg_table_view_sort (self, id, descending);
}

/* ---- widget ---- */

static void
ctg_table_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, CTG_TABLE_VIEW (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_table_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      ctg_table_view_set_document (CTG_TABLE_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_table_view_dispose (GObject *object)
{
  CtgTableView *self = CTG_TABLE_VIEW (object);
  GtkWidget *child;

  if (self->signals != NULL)
    g_signal_group_set_target (self->signals, NULL);
  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  g_clear_object (&self->actions);
  gtk_widget_dispose_template (GTK_WIDGET (self), CTG_TYPE_TABLE_VIEW);
  /* The template lets go of bound children only. */
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ctg_table_view_parent_class)->dispose (object);
}

static void
ctg_table_view_finalize (GObject *object)
{
  CtgTableView *self = CTG_TABLE_VIEW (object);

  g_clear_pointer (&self->table, ctg_table_unref);
  g_clear_pointer (&self->region_ids, g_array_unref);
  g_free (self->language);

  G_OBJECT_CLASS (ctg_table_view_parent_class)->finalize (object);
}

static void
ctg_table_view_class_init (CtgTableViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ctg_table_view_get_property;
  object_class->set_property = ctg_table_view_set_property;
  object_class->dispose = ctg_table_view_dispose;
  object_class->finalize = ctg_table_view_finalize;

  props[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, CTG_TYPE_DOCUMENT,
                                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_css_name (widget_class, "tableview");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/contingent/Contingent/ctg-table-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, filter);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, regions);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, clear_button);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, count);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, sort_button);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, columns_button);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, stack);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, aggregates_button);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, aggregates_arrow);
  gtk_widget_class_bind_template_child (widget_class, CtgTableView, aggregates_revealer);
}

static void
ctg_table_view_init (CtgTableView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);

  self->grid = CTG_TABLE_GRID (ctg_table_grid_new (TRUE, _("Table of the data")));
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->grid), "rows");
  gtk_stack_set_visible_child_name (self->stack, "rows");
  self->aggregates = CTG_TABLE_GRID (ctg_table_grid_new (FALSE, _("Regions and totals as printed")));
  ctg_table_grid_set_height (self->grid, ROWS_HEIGHT, -1);
  ctg_table_grid_set_height (self->aggregates, 0, AGGREGATES_HEIGHT);
  gtk_revealer_set_child (self->aggregates_revealer, GTK_WIDGET (self->aggregates));

  g_signal_connect_object (self->grid, "sort", G_CALLBACK (sort_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "selection-changed", G_CALLBACK (grid_selection_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->grid, "columns-changed", G_CALLBACK (ctg_table_view_update_menus), self, G_CONNECT_SWAPPED);

  self->signals = g_signal_group_new (CTG_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "figure-changed", G_CALLBACK (figure_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "selection-changed", G_CALLBACK (document_selection_cb), self);

  ctg_table_view_add_filter (self);
  ctg_table_view_add_actions (self);
}

GtkWidget *
ctg_table_view_new (void)
{
  return g_object_new (CTG_TYPE_TABLE_VIEW, NULL);
}

CtgDocument *
ctg_table_view_get_document (CtgTableView *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_VIEW (self), NULL);

  return self->document;
}

void
ctg_table_view_set_document (CtgTableView *self,
                             CtgDocument  *document)
{
  g_return_if_fail (CTG_IS_TABLE_VIEW (self));
  g_return_if_fail (document == NULL || CTG_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->signals, document);
  gtk_widget_set_sensitive (GTK_WIDGET (self), document != NULL);
  if (document != NULL)
    {
      figure_changed_cb (self);
      show_selection (self);
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DOCUMENT]);
}

void
ctg_table_view_change (CtgTableView *self,
                       const char   *label,
                       gboolean      merging,
                       ...)
{
  g_autoptr(CtgSpec) spec = ctg_spec_ref (ctg_document_get_spec (self->document));
  g_autoptr(GError) error = NULL;
  const char *path;
  va_list args;

  va_start (args, merging);
  while (error == NULL && (path = va_arg (args, const char *)) != NULL)
    {
      g_autoptr(CtgSpec) before = g_steal_pointer (&spec);

      spec = ctg_spec_with (before, path, va_arg (args, const char *), &error);
    }
  va_end (args);

  /* Only what is typed can be refused, for its length or its characters: then the figure stays as it is. */
  if (spec == NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else if (merging)
    ctg_document_change_merging (self->document, spec, label);
  else
    ctg_document_change (self->document, spec, label);
}

char *
ctg_table_view_dup_tsv (CtgTableView *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_VIEW (self), NULL);

  return self->document != NULL ? ctg_table_grid_dup_tsv (self->grid) : NULL;
}

const char *
ctg_table_view_get_coverage (CtgTableView *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_VIEW (self), NULL);

  return gtk_label_get_text (self->count);
}

GActionGroup *
ctg_table_view_get_actions (CtgTableView *self)
{
  g_return_val_if_fail (CTG_IS_TABLE_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}
