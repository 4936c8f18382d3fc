/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The highlighted rows by name. Which rows are meant is chosen in the table or the figure: here the selection is taken, or the highlight cleared. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>

#define MOST_LINES 3 /* of names; all of them are in the tooltip */

struct _CtgHighlightField
{
  CtgField parent_instance;

  GtkLabel *label;
  GtkWidget *clear;
};

G_DEFINE_FINAL_TYPE (CtgHighlightField, ctg_highlight_field, CTG_TYPE_FIELD)

static void
clear_cb (CtgHighlightField *self)
{
  ctg_field_change (CTG_FIELD (self), NULL, FALSE);
}

static void
ctg_highlight_field_show (CtgField *field)
{
  CtgHighlightField *self = CTG_HIGHLIGHT_FIELD (field);
  CtgDocument *document = ctg_field_get_document (field);
  CtgChartInput input = ctg_document_get_input (document);
  char **keys = input.spec->highlight;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (guint i = 0; keys[i] != NULL; i++)
    {
      int row = ctg_table_find_row (input.table, keys[i]);

      g_ptr_array_add (names, (gpointer) (row >= 0 ? ctg_arranger_get_name (input.arranger, row) : keys[i]));
    }
  g_ptr_array_add (names, NULL);
  list = ctg_locale_format_list (input.locale, (const char *const *) names->pdata);

  gtk_label_set_text (self->label, keys[0] != NULL ? list : _("None"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), keys[0] != NULL ? list : NULL);
  gtk_widget_set_visible (self->clear, keys[0] != NULL);
}

static void
ctg_highlight_field_class_init (CtgHighlightFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_highlight_field_show;
}

static void
ctg_highlight_field_init (CtgHighlightField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *take = gtk_button_new_with_mnemonic (_("_Selected Rows"));

  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->label, TRUE);
  gtk_label_set_lines (self->label, MOST_LINES);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self->label), "dim-label");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (take), "win.highlight-selection");
  gtk_widget_set_tooltip_text (take, _("Highlight the rows selected in the table or the figure; all others turn grey"));
  self->clear = gtk_button_new_with_mnemonic (_("_Clear"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (buttons), take);
  gtk_box_append (GTK_BOX (buttons), self->clear);
  gtk_box_append (GTK_BOX (box), buttons);
  ctg_field_set_control (CTG_FIELD (self), box, TRUE);
  g_signal_connect_swapped (self->clear, "clicked", G_CALLBACK (clear_cb), self);
}
