/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A number; where "auto-label" is given, the spec's default has a button of that name beside it. */

#include "app/inspector/ctg-fields.h"
#include "app/shell/ctg-wheel.h"

#include "base/ctg-number.h"

struct _CtgNumberField
{
  CtgField parent_instance;

  GtkSpinButton *spin;
  GtkToggleButton *automatic;
  double start;
};

G_DEFINE_FINAL_TYPE (CtgNumberField, ctg_number_field, CTG_TYPE_FIELD)

enum
{
  PROP_0,
  PROP_AUTO_LABEL,
  PROP_DIGITS,
  PROP_START,
  PROP_STEP,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
change (CtgNumberField *self,
        gboolean        merging)
{
  g_autoptr(GString) text = g_string_new (NULL);

  ctg_number_append_fixed (text, gtk_spin_button_get_value (self->spin), gtk_spin_button_get_digits (self->spin));
  ctg_field_change (CTG_FIELD (self), text->str, merging);
}

static void
value_changed_cb (CtgNumberField *self)
{
  change (self, TRUE);
}

static void
toggled_cb (CtgNumberField *self)
{
  if (ctg_field_is_quiet (CTG_FIELD (self)))
    return;

  if (gtk_toggle_button_get_active (self->automatic))
    ctg_field_change (CTG_FIELD (self), NULL, FALSE);
  else
    change (self, FALSE);
}

/* The range the spec allows; zero and "no number" are the default and belong to the button beside. */
static const CtgSpecField *
find_range (CtgNumberField *self)
{
  unsigned int n = 0;
  const CtgSpecField *fields = ctg_spec_get_fields (&n);

  for (unsigned int i = 0; i < n; i++)
    {
      if (g_strcmp0 (fields[i].path, ctg_field_get_path (CTG_FIELD (self))) == 0)
        return &fields[i];
    }

  return NULL;
}

static void
ctg_number_field_show (CtgField *field)
{
  CtgNumberField *self = CTG_NUMBER_FIELD (field);
  const CtgSpecField *range = find_range (self);
  g_autofree char *text = ctg_field_dup_value (field);
  double value = text != NULL ? g_ascii_strtod (text, NULL) : 0;
  gboolean is_default = text == NULL || g_strcmp0 (text, range != NULL ? range->fallback : NULL) == 0;

  g_return_if_fail (range != NULL);

  gtk_spin_button_set_range (self->spin, MAX (range->minimum, gtk_spin_button_get_digits (self->spin) == 0 ? 1 : range->minimum), range->maximum);
  if (!is_default)
    gtk_spin_button_set_value (self->spin, value);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self->automatic)) || gtk_spin_button_get_value (self->spin) < self->start)
    gtk_spin_button_set_value (self->spin, self->start);
  gtk_toggle_button_set_active (self->automatic, is_default);
  gtk_widget_set_sensitive (GTK_WIDGET (self->spin), !is_default || !gtk_widget_get_visible (GTK_WIDGET (self->automatic)));
}

static void
ctg_number_field_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CtgNumberField *self = CTG_NUMBER_FIELD (object);

  switch (prop_id)
    {
    case PROP_AUTO_LABEL:
      gtk_button_set_label (GTK_BUTTON (self->automatic), g_value_get_string (value));
      gtk_widget_set_visible (GTK_WIDGET (self->automatic), TRUE);
      break;
    case PROP_DIGITS:
      gtk_spin_button_set_digits (self->spin, g_value_get_uint (value));
      break;
    case PROP_START:
      self->start = g_value_get_double (value);
      break;
    case PROP_STEP:
      gtk_spin_button_set_increments (self->spin, g_value_get_double (value), 10 * g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_number_field_class_init (CtgNumberFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  CTG_FIELD_CLASS (klass)->show = ctg_number_field_show;
  object_class->set_property = ctg_number_field_set_property;

  props[PROP_AUTO_LABEL] = g_param_spec_string ("auto-label", NULL, NULL, NULL, flags);
  props[PROP_DIGITS] = g_param_spec_uint ("digits", NULL, NULL, 0, 6, 0, flags);
  props[PROP_START] = g_param_spec_double ("start", NULL, NULL, -1e15, 1e15, 0, flags);
  props[PROP_STEP] = g_param_spec_double ("step", NULL, NULL, 0, 1e6, 1, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ctg_number_field_init (CtgNumberField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 100, 1));
  ctg_wheel_pass_by (self->spin);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 4);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), 6);
  self->automatic = GTK_TOGGLE_BUTTON (gtk_toggle_button_new ());
  gtk_widget_set_visible (GTK_WIDGET (self->automatic), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->spin));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->automatic));
  ctg_field_set_control (CTG_FIELD (self), box, FALSE);

  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect_swapped (self->automatic, "toggled", G_CALLBACK (toggled_cb), self);
}
