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

static void
ctg_sort_field_show (CtgField *field)
{
  CtgSortField *self = CTG_SORT_FIELD (field);
  g_autoptr(CtgTableText) text = ctg_table_text_new (ctg_document_get_figure (ctg_field_get_document (field)));
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *id = ctg_table_sort_dup_id (text);
  g_autoptr(GtkStringList) model = NULL;
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->ids, g_ptr_array_unref);
  self->ids = ctg_table_sort_list (text, titles);
  g_ptr_array_find_with_equal_func (self->ids, id, g_str_equal, &selected);
  g_ptr_array_add (titles, NULL);

  model = gtk_string_list_new ((const char *const *) titles->pdata);
  gtk_drop_down_set_model (self->control, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->control, selected);
}

static void
ctg_sort_field_finalize (GObject *object)
{
  g_clear_pointer (&CTG_SORT_FIELD (object)->ids, g_ptr_array_unref);

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
