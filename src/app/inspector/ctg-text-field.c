/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A text of the figure. Three states: made from the data (shown dim in the empty box), one's own, and none (the switch is off). */

#include "app/inspector/ctg-fields.h"

#include <glib/gi18n.h>

struct _CtgTextField
{
  CtgField parent_instance;

  GtkSwitch *shown;
  GtkWidget *reset;
  GtkTextView *view;
  GtkLabel *automatic;
  GtkWidget *frame;
};

G_DEFINE_FINAL_TYPE (CtgTextField, ctg_text_field, CTG_TYPE_FIELD)

enum
{
  PROP_0,
  PROP_PLACEHOLDER,
  PROP_CAN_BE_NONE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static char *
dup_text (CtgTextField *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
text_changed_cb (CtgTextField *self)
{
  g_autofree char *text = dup_text (self);

  gtk_widget_set_visible (GTK_WIDGET (self->automatic), *text == '\0');
  /* An empty box is not "none": there is a switch for that. */
  ctg_field_change (CTG_FIELD (self), *text != '\0' ? text : NULL, TRUE);
}

static void
shown_cb (CtgTextField *self)
{
  ctg_field_change (CTG_FIELD (self), gtk_switch_get_active (self->shown) ? NULL : "", FALSE);
}

static void
reset_cb (CtgTextField *self)
{
  ctg_field_change (CTG_FIELD (self), NULL, FALSE);
}

/* A figure's texts are single paragraphs: Enter ends the typing. */
static gboolean
key_pressed_cb (CtgTextField   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  if (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_child_focus (GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self))), GTK_DIR_TAB_FORWARD);

  return GDK_EVENT_STOP;
}

static void
ctg_text_field_show (CtgField *field)
{
  CtgTextField *self = CTG_TEXT_FIELD (field);
  g_autofree char *value = ctg_field_dup_value (field);
  g_autofree char *shown = dup_text (self);
  const char *text = value != NULL ? value : "";
  gboolean is_none = value != NULL && *value == '\0';

  if (g_strcmp0 (shown, text) != 0)
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->automatic), *text == '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, ctg_field_get_title (field), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->shown), GTK_ACCESSIBLE_PROPERTY_LABEL, ctg_field_get_title (field), -1);
  gtk_switch_set_active (self->shown, !is_none);
  gtk_widget_set_visible (self->frame, !is_none);
  gtk_widget_set_visible (self->reset, value != NULL && !is_none);
}

static gboolean
ctg_text_field_focus_control (CtgField *field)
{
  CtgTextField *self = CTG_TEXT_FIELD (field);

  return gtk_widget_grab_focus (gtk_widget_get_visible (self->frame) ? GTK_WIDGET (self->view) : GTK_WIDGET (self->shown));
}

static void
ctg_text_field_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CtgTextField *self = CTG_TEXT_FIELD (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      gtk_label_set_text (self->automatic, g_value_get_string (value));
      break;
    case PROP_CAN_BE_NONE:
      gtk_widget_set_visible (GTK_WIDGET (self->shown), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_text_field_class_init (CtgTextFieldClass *klass)
{
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  G_OBJECT_CLASS (klass)->set_property = ctg_text_field_set_property;
  props[PROP_PLACEHOLDER] = g_param_spec_string ("placeholder", NULL, NULL, NULL, flags);
  props[PROP_CAN_BE_NONE] = g_param_spec_boolean ("can-be-none", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, props);

  CTG_FIELD_CLASS (klass)->show = ctg_text_field_show;
  CTG_FIELD_CLASS (klass)->focus_control = ctg_text_field_focus_control;
}

static GtkWidget *
make_box (CtgTextField *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_left_margin (self->view, 8);
  gtk_text_view_set_right_margin (self->view, 8);
  gtk_text_view_set_top_margin (self->view, 6);
  gtk_text_view_set_bottom_margin (self->view, 6);

  self->automatic = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->automatic, TRUE);
  gtk_label_set_wrap_mode (self->automatic, PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (self->automatic, 0);
  gtk_label_set_yalign (self->automatic, 0);
  gtk_widget_set_can_target (GTK_WIDGET (self->automatic), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self->automatic), "automatic-text");

  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->view));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->automatic));
  gtk_overlay_set_measure_overlay (GTK_OVERLAY (overlay), GTK_WIDGET (self->automatic), TRUE);
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (overlay, "text-box");

  return overlay;
}

static void
ctg_text_field_init (CtgTextField *self)
{
  GtkWidget *controls = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->reset = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_set_tooltip_text (self->reset, _("Make the text from the data again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Make the text from the data again"), -1);
  gtk_widget_add_css_class (self->reset, "flat");
  gtk_widget_set_valign (self->reset, GTK_ALIGN_CENTER);
  self->shown = GTK_SWITCH (gtk_switch_new ());
  gtk_widget_set_valign (GTK_WIDGET (self->shown), GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (controls), self->reset);
  gtk_box_append (GTK_BOX (controls), GTK_WIDGET (self->shown));
  ctg_field_set_control (CTG_FIELD (self), controls, FALSE);
  self->frame = make_box (self);
  ctg_field_add_below (CTG_FIELD (self), self->frame);

  g_signal_connect_swapped (gtk_text_view_get_buffer (self->view), "changed", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (self->shown, "notify::active", G_CALLBACK (shown_cb), self);
  g_signal_connect_swapped (self->reset, "clicked", G_CALLBACK (reset_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
}

void
ctg_text_field_set_automatic (CtgTextField *self,
                              const char   *text)
{
  g_return_if_fail (CTG_IS_TEXT_FIELD (self));

  gtk_label_set_text (self->automatic, text != NULL ? text : "");
}
