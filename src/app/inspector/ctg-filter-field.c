/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure's filter in words: what is searched for, the region, and conditions, which a figure file may have and the window cannot make. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

struct _CtgFilterField
{
  CtgField parent_instance;

  GtkWidget *clear;
  GtkLabel *label;
};

G_DEFINE_FINAL_TYPE (CtgFilterField, ctg_filter_field, CTG_TYPE_FIELD)

static void
clear_cb (CtgFilterField *self)
{
  CtgDocument *document = ctg_field_get_document (CTG_FIELD (self));
  g_autoptr(CtgSpec) spec = NULL;

  if (document == NULL)
    return;

  spec = ctg_spec_without_filter (ctg_document_get_spec (document));
  ctg_document_change (document, spec, _("clear filter"));
}

static void
append_part (GString    *text,
             const char *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", part);
}

static void
ctg_filter_field_show (CtgField *field)
{
  CtgFilterField *self = CTG_FILTER_FIELD (field);
  CtgDocument *document = ctg_field_get_document (field);
  CtgSpec *spec = ctg_document_get_spec (document);
  g_autoptr(GString) text = g_string_new (NULL);

  if (spec->search != NULL && *spec->search != '\0')
    {
      /* Translators: what a row's name must contain. */
      g_autofree char *part = g_strdup_printf (_("“%s”"), spec->search);

      append_part (text, part);
    }
  if (spec->region != NULL && ctg_region_from_id (spec->region) != CTG_REGION_NONE)
    {
      g_autofree char *part = ctg_region_get_name (ctg_region_from_id (spec->region), ctg_window_locale_get ());

      append_part (text, part);
    }
  for (guint i = 0; spec->where[i] != NULL; i++)
    {
      g_autofree char *part = g_strdup_printf ("%s = %s", spec->where[i]->column, spec->where[i]->value);

      append_part (text, part);
    }

  gtk_label_set_text (self->label, text->len > 0 ? text->str : _("All rows"));
  gtk_widget_set_visible (self->clear, ctg_document_get_filtered (document));
}

static void
ctg_filter_field_class_init (CtgFilterFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_filter_field_show;
}

static void
ctg_filter_field_init (CtgFilterField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 20);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  self->clear = gtk_button_new_with_mnemonic (_("_Clear"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->clear);
  ctg_field_set_control (CTG_FIELD (self), box, FALSE);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
}
