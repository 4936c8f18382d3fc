/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the figure stands on: white, nothing, or a colour written as in CSS. */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>

enum
{
  WHITE,
  TRANSPARENT,
  OTHER
};

struct _CtgBackgroundField
{
  CtgField parent_instance;

  GtkDropDown *choice;
  GtkEntry *entry;
  gboolean wants_other;
};

G_DEFINE_FINAL_TYPE (CtgBackgroundField, ctg_background_field, CTG_TYPE_FIELD)

static void
selected_cb (CtgBackgroundField *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  if (ctg_field_is_quiet (CTG_FIELD (self)))
    return;

  self->wants_other = selected == OTHER;
  if (selected == OTHER)
    gtk_widget_set_visible (GTK_WIDGET (self->entry), TRUE);
  else
    ctg_field_change (CTG_FIELD (self), selected == TRANSPARENT ? "transparent" : NULL, FALSE);
}

static void
changed_cb (CtgBackgroundField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  CtgColor color;
  gboolean is_color = ctg_color_parse (text, &color);

  if (ctg_field_is_quiet (CTG_FIELD (self)))
    return;

  if (is_color)
    gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->entry), "error");
  if (is_color)
    ctg_field_change (CTG_FIELD (self), text, TRUE);
}

static void
ctg_background_field_show (CtgField *field)
{
  CtgBackgroundField *self = CTG_BACKGROUND_FIELD (field);
  g_autofree char *value = ctg_field_dup_value (field);
  guint selected = value == NULL ? WHITE : g_strcmp0 (value, "transparent") == 0 ? TRANSPARENT : OTHER;

  if (selected != WHITE)
    self->wants_other = FALSE;
  else if (self->wants_other)
    selected = OTHER;
  if (selected == OTHER && value != NULL && g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->entry)), value) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->entry), value);

  gtk_drop_down_set_selected (self->choice, selected);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), selected == OTHER);
  gtk_widget_remove_css_class (GTK_WIDGET (self->entry), "error");
}

static void
ctg_background_field_class_init (CtgBackgroundFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_background_field_show;
}

static void
ctg_background_field_init (CtgBackgroundField *self)
{
  const char *const names[] = { _("White"), _("Transparent"), _("Other colour"), NULL };

  self->choice = GTK_DROP_DOWN (gtk_drop_down_new_from_strings (names));
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->choice), FALSE);

  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_entry_set_placeholder_text (self->entry, "#f4f1ea");
  gtk_entry_set_max_length (self->entry, 9);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 9);
  gtk_widget_set_halign (GTK_WIDGET (self->entry), GTK_ALIGN_END);
  gtk_widget_set_visible (GTK_WIDGET (self->entry), FALSE);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), _("A colour as #rrggbb"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour as #rrggbb"), -1);
  ctg_field_add_below (CTG_FIELD (self), GTK_WIDGET (self->entry));

  g_signal_connect_swapped (self->choice, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (changed_cb), self);
}
