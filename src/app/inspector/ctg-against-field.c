/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The series that others are held against, by its name. It shows only while something is compared. */

#include "app/inspector/ctg-fields.h"

struct _CtgAgainstField
{
  CtgField parent_instance;

  GtkDropDown *control;
  GtkStringList *names;
};

G_DEFINE_FINAL_TYPE (CtgAgainstField, ctg_against_field, CTG_TYPE_FIELD)

static CtgTable *
get_table (CtgAgainstField *self)
{
  return ctg_document_get_input (ctg_field_get_document (CTG_FIELD (self))).table;
}

static void
selected_cb (CtgAgainstField *self)
{
  guint selected = gtk_drop_down_get_selected (self->control);

  if (ctg_field_is_quiet (CTG_FIELD (self)) || ctg_field_get_document (CTG_FIELD (self)) == NULL)
    return;
  if (selected < ctg_table_get_n_series (get_table (self)))
    ctg_field_change (CTG_FIELD (self), ctg_table_get_series (get_table (self), selected)->id, FALSE);
}

static GtkStringList *
list_names (CtgAgainstField *self)
{
  CtgChartInput input = ctg_document_get_input (ctg_field_get_document (CTG_FIELD (self)));
  GtkStringList *names = gtk_string_list_new (NULL);
  guint n = ctg_table_get_n_series (input.table);
  g_autofree unsigned int *all = g_new (unsigned int, n + 1);

  for (guint s = 0; s < n; s++)
    all[s] = s;
  for (guint s = 0; s < n; s++)
    gtk_string_list_take (names, ctg_table_dup_series_name (input.table, s, all, n, input.locale));

  return names;
}

static gboolean
same_names (GtkStringList *a,
            GtkStringList *b)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (a));

  if (n != g_list_model_get_n_items (G_LIST_MODEL (b)))
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      if (!g_str_equal (gtk_string_list_get_string (a, i), gtk_string_list_get_string (b, i)))
        return FALSE;
    }

  return TRUE;
}

static void
ctg_against_field_show (CtgField *field)
{
  CtgAgainstField *self = CTG_AGAINST_FIELD (field);
  int against = ctg_table_get_against (get_table (self));

  gtk_widget_set_visible (GTK_WIDGET (self), against >= 0);
  if (against < 0)
    return;

  g_autoptr(GtkStringList) names = list_names (self);

  /* A drop-down does not survive another model while it tells that something was chosen. */
  if (self->names == NULL || !same_names (self->names, names))
    {
      g_set_object (&self->names, names);
      gtk_drop_down_set_model (self->control, G_LIST_MODEL (names));
    }
  gtk_drop_down_set_selected (self->control, against);
}

static void
ctg_against_field_finalize (GObject *object)
{
  g_clear_object (&CTG_AGAINST_FIELD (object)->names);

  G_OBJECT_CLASS (ctg_against_field_parent_class)->finalize (object);
}

static void
ctg_against_field_class_init (CtgAgainstFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_against_field_show;
  G_OBJECT_CLASS (klass)->finalize = ctg_against_field_finalize;
}

static void
ctg_against_field_init (CtgAgainstField *self)
{
  self->control = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->control), FALSE);
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (selected_cb), self);
}
