/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The series of the table as a check list: those chosen first, in the order they are drawn, which buttons and dragging change. */

#include "app/inspector/ctg-fields.h"
#include "app/table/ctg-table-text.h"

#include <glib/gi18n.h>
#include <string.h>

/* Of the list before it scrolls by itself, in pixels: some twenty series. A list that scrolls inside what scrolls holds the wheel fast. */
#define MOST_HEIGHT 560

struct _CtgSeriesField
{
  CtgField parent_instance;

  GtkListBox *list;
  GtkWidget *scroller;
  GArray *order;     /* of guint: series of the table, as listed */
  guint n_chosen;    /* the first so many of them */
  CtgTable *table;
  char *language;
};

G_DEFINE_FINAL_TYPE (CtgSeriesField, ctg_series_field, CTG_TYPE_FIELD)

/* Makes ids the figure's series. Where the kind cannot draw them, the figure finds a kind that can. */
static void
choose (CtgSeriesField *self,
        GArray         *series)
{
  CtgChartInput input = ctg_document_get_input (ctg_field_get_document (CTG_FIELD (self)));
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autofree char *text = NULL;
  g_autoptr(CtgSpec) spec = NULL;
  g_autofree unsigned int *drawn = NULL;
  unsigned int n = 0;

  for (guint i = 0; i < series->len; i++)
    g_ptr_array_add (ids, (gpointer) ctg_table_get_series (input.table, g_array_index (series, guint, i))->id);
  g_ptr_array_add (ids, NULL);

  spec = ctg_spec_with_series (input.spec, (const char *const *) ids->pdata);
  text = ctg_spec_get (spec, "series");
  input.spec = spec;
  drawn = ctg_chart_dup_series (&input, &n, NULL);
  if (drawn != NULL)
    ctg_field_change (CTG_FIELD (self), text, FALSE);
  else
    ctg_field_change_all (CTG_FIELD (self), FALSE, "series", text, "kind", NULL, NULL);
}

static GArray *
dup_chosen (CtgSeriesField *self)
{
  GArray *chosen = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_vals (chosen, self->order->data, self->n_chosen);

  return chosen;
}

static guint
get_most (CtgSeriesField *self)
{
  CtgChartInput input = ctg_document_get_input (ctg_field_get_document (CTG_FIELD (self)));
  const CtgChartKindInfo *kind = ctg_chart_choose_kind (&input, NULL);

  return kind != NULL ? kind->max_series : G_MAXUINT;
}

static void
toggled_cb (GtkCheckButton *check,
            CtgSeriesField *self)
{
  guint series = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (check), "ctg-series"));
  g_autoptr(GArray) chosen = NULL;

  if (ctg_field_is_quiet (CTG_FIELD (self)))
    return;

  chosen = dup_chosen (self);
  if (gtk_check_button_get_active (check))
    {
      /* One more than the kind takes replaces the last. */
      if (chosen->len >= get_most (self))
        g_array_set_size (chosen, chosen->len - 1);
      g_array_append_val (chosen, series);
    }
  else
    {
      for (guint i = 0; i < chosen->len; i++)
        {
          if (g_array_index (chosen, guint, i) == series)
            g_array_remove_index (chosen, i--);
        }
    }

  if (chosen->len > 0)
    choose (self, chosen);
  /* A figure of no series is none; and what was replaced must be seen. */
  ctg_field_update (CTG_FIELD (self));
}

/* ---- order ---- */

static void
move (CtgSeriesField *self,
      guint           from,
      guint           to)
{
  g_autoptr(GArray) chosen = dup_chosen (self);
  guint series;

  if (from >= chosen->len || to >= chosen->len || from == to)
    return;

  series = g_array_index (chosen, guint, from);
  g_array_remove_index (chosen, from);
  g_array_insert_val (chosen, to, series);
  choose (self, chosen);
}

static void
move_cb (GtkButton      *button,
         CtgSeriesField *self)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (button), GTK_TYPE_LIST_BOX_ROW);
  int index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  int step = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "ctg-step"));

  move (self, index, index + step);

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, index + step));
  if (row != NULL)
    gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
}

static GdkContentProvider *
drag_prepare_cb (GtkDragSource *source,
                 double         x,
                 double         y,
                 GtkWidget     *row)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (row);

  gtk_drag_source_set_icon (source, picture, x, y);

  return gdk_content_provider_new_typed (G_TYPE_INT, gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         GtkWidget     *row)
{
  GtkWidget *field = gtk_widget_get_ancestor (row, CTG_TYPE_SERIES_FIELD);

  if (field == NULL)
    return FALSE;

  move (CTG_SERIES_FIELD (field), g_value_get_int (value), gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)));

  return TRUE;
}

/* ---- rows ---- */

static void
add_move_button (CtgSeriesField *self,
                 GtkWidget      *box,
                 const char     *icon,
                 const char     *label,
                 int             step,
                 gboolean        possible)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (button, possible);
  g_object_set_data (G_OBJECT (button), "ctg-step", GINT_TO_POINTER (step));
  g_signal_connect (button, "clicked", G_CALLBACK (move_cb), self);
  gtk_box_append (GTK_BOX (box), button);
}

static void
add_row (CtgSeriesField *self,
         guint           index,
         const char     *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (title);
  gboolean chosen = index < self->n_chosen;

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_set_hexpand (check, TRUE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), chosen);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data (G_OBJECT (check), "ctg-series", GUINT_TO_POINTER (g_array_index (self->order, guint, index)));
  g_signal_connect (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_box_append (GTK_BOX (box), check);

  if (chosen && self->n_chosen > 1)
    {
      GtkDragSource *source = gtk_drag_source_new ();
      GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INT, GDK_ACTION_MOVE);

      add_move_button (self, box, "go-up-symbolic", _("Draw earlier"), -1, index > 0);
      add_move_button (self, box, "go-down-symbolic", _("Draw later"), 1, index + 1 < self->n_chosen);
      gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
      g_signal_connect (source, "prepare", G_CALLBACK (drag_prepare_cb), row);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (source));
      g_signal_connect (target, "drop", G_CALLBACK (drop_cb), row);
      gtk_widget_add_controller (row, GTK_EVENT_CONTROLLER (target));
    }

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->list, row);
}

static GArray *
list_order (CtgChartInput *input,
            guint         *n_chosen)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_series = ctg_table_get_n_series (input->table);
  g_autofree gboolean *used = g_new0 (gboolean, n_series + 1);
  unsigned int n_drawn = 0;
  g_autofree unsigned int *drawn = NULL;

  for (guint i = 0; input->spec->series[i] != NULL; i++)
    {
      int series = ctg_table_find_series (input->table, input->spec->series[i]);

      if (series >= 0 && !used[series])
        {
          used[series] = TRUE;
          g_array_append_val (order, series);
        }
    }
  if (order->len == 0)
    drawn = ctg_chart_dup_series (input, &n_drawn, NULL);
  for (guint i = 0; drawn != NULL && i < n_drawn; i++)
    {
      used[drawn[i]] = TRUE;
      g_array_append_val (order, drawn[i]);
    }
  *n_chosen = order->len;

  for (guint i = 0; i < n_series; i++)
    {
      if (!used[i] && ctg_table_get_series (input->table, i)->n_reported > 0)
        g_array_append_val (order, i);
    }

  return order;
}

static gboolean
same_order (CtgSeriesField *self,
            CtgChartInput  *input,
            GArray         *order,
            guint           n_chosen)
{
  return self->table == input->table && g_strcmp0 (self->language, ctg_locale_get_language (input->locale)) == 0 && self->order != NULL &&
         self->n_chosen == n_chosen && self->order->len == order->len &&
         memcmp (self->order->data, order->data, order->len * sizeof (guint)) == 0;
}

static void
ctg_series_field_show (CtgField *field)
{
  CtgSeriesField *self = CTG_SERIES_FIELD (field);
  CtgChartInput input = ctg_document_get_input (ctg_field_get_document (field));
  guint n_chosen = 0;
  g_autoptr(GArray) order = list_order (&input, &n_chosen);
  g_autoptr(CtgTableText) text = NULL;
  GtkListBoxRow *row;

  if (!same_order (self, &input, order, n_chosen))
    {
      g_clear_pointer (&self->order, g_array_unref);
      g_clear_pointer (&self->table, ctg_table_unref);
      g_free (self->language);
      self->order = g_array_ref (order);
      self->n_chosen = n_chosen;
      self->table = ctg_table_ref (input.table);
      self->language = g_strdup (ctg_locale_get_language (input.locale));

      text = ctg_table_text_new (ctg_document_get_figure (ctg_field_get_document (field)));
      while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
      for (guint i = 0; i < order->len; i++)
        {
          /* As the table calls them: the drawn ones by the words of the legend. */
          add_row (self, i, ctg_table_text_find_column (text, ctg_table_get_series (input.table, g_array_index (order, guint, i))->id)->title);
        }
    }

  /* A click that changed nothing leaves its mark. */
  for (guint i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      GtkWidget *check = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), i < n_chosen);
    }
}

static gboolean
ctg_series_field_focus_control (CtgField *field)
{
  return gtk_widget_child_focus (GTK_WIDGET (CTG_SERIES_FIELD (field)->list), GTK_DIR_TAB_FORWARD);
}

static void
ctg_series_field_finalize (GObject *object)
{
  CtgSeriesField *self = CTG_SERIES_FIELD (object);

  g_clear_pointer (&self->order, g_array_unref);
  g_clear_pointer (&self->table, ctg_table_unref);
  g_free (self->language);

  G_OBJECT_CLASS (ctg_series_field_parent_class)->finalize (object);
}

static void
ctg_series_field_class_init (CtgSeriesFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_series_field_show;
  G_OBJECT_CLASS (klass)->finalize = ctg_series_field_finalize;
  CTG_FIELD_CLASS (klass)->focus_control = ctg_series_field_focus_control;
}

static void
ctg_series_field_init (CtgSeriesField *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "series-list");

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MOST_HEIGHT);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  ctg_field_set_control (CTG_FIELD (self), self->scroller, TRUE);
}
