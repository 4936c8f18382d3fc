/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The font family: the figure's own default first, then whatever is installed. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>
#include <string.h>

struct _CtgFontField
{
  CtgField parent_instance;

  GtkDropDown *control;
  GtkStringList *families; /* the first stands for the default */
};

G_DEFINE_FINAL_TYPE (CtgFontField, ctg_font_field, CTG_TYPE_FIELD)

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Asking for the families loads all of fontconfig: not before the inspector is looked at. */
static void
list_families (CtgFontField *self)
{
  PangoFontFamily **families = NULL;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  int n = 0;

  pango_context_list_families (gtk_widget_get_pango_context (GTK_WIDGET (self)), &families, &n);
  for (int i = 0; i < n; i++)
    g_ptr_array_add (names, (gpointer) pango_font_family_get_name (families[i]));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);

  self->families = gtk_string_list_new (NULL);
  gtk_string_list_append (self->families, _("Liberation Sans (Arial)"));
  gtk_string_list_splice (self->families, 1, 0, (const char *const *) names->pdata);
  gtk_drop_down_set_model (self->control, G_LIST_MODEL (self->families));
  g_free (families);
}

static void
selected_cb (CtgFontField *self)
{
  guint selected = gtk_drop_down_get_selected (self->control);

  if (self->families == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  ctg_field_change (CTG_FIELD (self), selected > 0 ? gtk_string_list_get_string (self->families, selected) : NULL, FALSE);
}

static void
ctg_font_field_show (CtgField *field)
{
  CtgFontField *self = CTG_FONT_FIELD (field);
  g_autofree char *value = ctg_field_dup_value (field);
  guint n;

  if (self->families == NULL)
    list_families (self);

  if (value == NULL)
    {
      gtk_drop_down_set_selected (self->control, 0);
      return;
    }

  n = g_list_model_get_n_items (G_LIST_MODEL (self->families));
  for (guint i = 1; i < n; i++)
    {
      if (g_ascii_strcasecmp (gtk_string_list_get_string (self->families, i), value) == 0)
        {
          gtk_drop_down_set_selected (self->control, i);
          return;
        }
    }

  /* The figure names a font that is not installed here. */
  gtk_string_list_append (self->families, value);
  gtk_drop_down_set_selected (self->control, n);
}

static void
ctg_font_field_finalize (GObject *object)
{
  g_clear_object (&CTG_FONT_FIELD (object)->families);

  G_OBJECT_CLASS (ctg_font_field_parent_class)->finalize (object);
}

static void
ctg_font_field_class_init (CtgFontFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_font_field_show;
  G_OBJECT_CLASS (klass)->finalize = ctg_font_field_finalize;
}

static void
ctg_font_field_init (CtgFontField *self)
{
  GtkExpression *name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->control = GTK_DROP_DOWN (gtk_drop_down_new (NULL, name));
  gtk_drop_down_set_enable_search (self->control, TRUE);
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->control), FALSE);
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (selected_cb), self);
}
