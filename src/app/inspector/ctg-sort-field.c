/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rows are sorted by: the same list as in the table's menu. */

#include "app/inspector/ctg-fields.h"
#include "app/table/ctg-table-sort.h"

struct _CtgSortField
{
  CtgField parent_instance;

  GtkDropDown *control;
  GPtrArray *ids;
  GPtrArray *titles;
};

G_DEFINE_FINAL_TYPE (CtgSortField, ctg_sort_field, CTG_TYPE_FIELD)

static void
selected_cb (CtgSortField *self)
{
  guint selected = gtk_drop_down_get_selected (self->control);
  CtgDocument *document = ctg_field_get_document (CTG_FIELD (self));
  g_autoptr(CtgTableText) text = NULL;
  g_autofree char *id = NULL;

  if (ctg_field_is_quiet (CTG_FIELD (self)) || document == NULL || self->ids == NULL || selected >= self->ids->len)
    return;

  text = ctg_table_text_new (ctg_document_get_figure (document));
  id = g_strdup (g_ptr_array_index (self->ids, selected));
  ctg_table_sort_apply (document, text, id, ctg_table_sort_starts_descending (text, id));
}

static gboolean
same_strings (GPtrArray *a,
              GPtrArray *b)
{
  if (a == NULL || a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      if (g_strcmp0 (g_ptr_array_index (a, i), g_ptr_array_index (b, i)) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
ctg_sort_field_show (CtgField *field)
{
  CtgSortField *self = CTG_SORT_FIELD (field);
  g_autoptr(CtgTableText) text = ctg_table_text_new (ctg_document_get_figure (ctg_field_get_document (field)));
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) ids = ctg_table_sort_list (text, titles);
  g_autofree char *id = ctg_table_sort_dup_id (text);
  guint selected = GTK_INVALID_LIST_POSITION;

  /* A drop-down does not survive another model while it tells that something was chosen. */
  if (!same_strings (self->ids, ids) || !same_strings (self->titles, titles))
    {
      g_autoptr(GtkStringList) model = gtk_string_list_new (NULL);

      for (guint i = 0; i < titles->len; i++)
        gtk_string_list_append (model, g_ptr_array_index (titles, i));
      g_clear_pointer (&self->ids, g_ptr_array_unref);
      g_clear_pointer (&self->titles, g_ptr_array_unref);
      self->ids = g_steal_pointer (&ids);
      self->titles = g_steal_pointer (&titles);
      gtk_drop_down_set_model (self->control, G_LIST_MODEL (model));
    }

  g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &selected);
  gtk_drop_down_set_selected (self->control, selected);
}

static void
ctg_sort_field_finalize (GObject *object)
{
  CtgSortField *self = CTG_SORT_FIELD (object);

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  g_clear_pointer (&self->titles, g_ptr_array_unref);

  G_OBJECT_CLASS (ctg_sort_field_parent_class)->finalize (object);
}

static void
ctg_sort_field_class_init (CtgSortFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_sort_field_show;
  G_OBJECT_CLASS (klass)->finalize = ctg_sort_field_finalize;
}

static void
ctg_sort_field_init (CtgSortField *self)
{
  self->control = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->control), FALSE);
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (selected_cb), self);
}
