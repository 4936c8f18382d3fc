/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A length: one of the usual ones, or a number with a unit. */

#include "app/inspector/ctg-fields.h"
#include "app/shell/ctg-wheel.h"

#include <glib/gi18n.h>

#include "base/ctg-number.h"

static const struct
{
  const char *name; /* of the unit in the spec */
  double points;
  unsigned int digits;
} units[] = {
  { NC_("unit", "mm"), CTG_PT_PER_MM, 1 },
  { NC_("unit", "cm"), 10 * CTG_PT_PER_MM, 2 },
  { NC_("unit", "in"), 72, 2 },
  { NC_("unit", "pt"), 1, 0 },
  { NC_("unit", "px"), 0.75, 0 },
};

struct _CtgLengthField
{
  CtgField parent_instance;

  GtkDropDown *preset;
  GtkWidget *custom; /* the box of the two below */
  GtkSpinButton *spin;
  GtkDropDown *unit;

  GStrv presets;
  GtkStringList *labels;
  gboolean wants_custom; /* chosen by the user, though the length is still a usual one */
};

G_DEFINE_FINAL_TYPE (CtgLengthField, ctg_length_field, CTG_TYPE_FIELD)

enum
{
  PROP_0,
  PROP_PRESETS,
  PROP_PRESET_LABELS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static guint
get_unit (CtgLengthField *self)
{
  return MIN (gtk_drop_down_get_selected (self->unit), G_N_ELEMENTS (units) - 1);
}

static double
get_points (CtgLengthField *self)
{
  g_autofree char *value = ctg_field_dup_value (CTG_FIELD (self));
  CtgScene *scene = ctg_document_get_scene (ctg_field_get_document (CTG_FIELD (self)));
  double points = 0;

  /* An automatic height: what it comes to just now is a good start for one's own. */
  if (value == NULL || !ctg_length_parse (value, &points))
    points = scene != NULL ? ctg_scene_get_height (scene) : 100 * CTG_PT_PER_MM;

  return points;
}

static void
show_number (CtgLengthField *self)
{
  guint unit = get_unit (self);
  double step = units[unit].digits == 2 ? 0.1 : 1;

  gtk_spin_button_set_digits (self->spin, units[unit].digits);
  gtk_spin_button_set_increments (self->spin, step, 10 * step);
  gtk_spin_button_set_range (self->spin, 0, 5000 * CTG_PT_PER_MM / units[unit].points);
  gtk_spin_button_set_value (self->spin, get_points (self) / units[unit].points);
}

static void
preset_cb (CtgLengthField *self)
{
  guint selected = gtk_drop_down_get_selected (self->preset);

  if (ctg_field_is_quiet (CTG_FIELD (self)) || self->presets == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  self->wants_custom = selected >= g_strv_length (self->presets);
  if (!self->wants_custom)
    ctg_field_change (CTG_FIELD (self), self->presets[selected], FALSE);
  ctg_field_update (CTG_FIELD (self));
}

static void
value_changed_cb (CtgLengthField *self)
{
  guint unit = get_unit (self);
  g_autoptr(GString) text = g_string_new (NULL);

  self->wants_custom |= !ctg_field_is_quiet (CTG_FIELD (self));
  ctg_number_append_fixed (text, gtk_spin_button_get_value (self->spin), units[unit].digits);
  g_string_append (text, units[unit].name);
  ctg_field_change (CTG_FIELD (self), text->str, TRUE);
}

static void
unit_cb (CtgLengthField *self)
{
  /* The same length in another unit. */
  if (!ctg_field_is_quiet (CTG_FIELD (self)))
    ctg_field_update (CTG_FIELD (self));
}

static guint
find_preset (CtgLengthField *self)
{
  g_autofree char *value = ctg_field_dup_value (CTG_FIELD (self));
  double points = get_points (self);

  for (guint i = 0; self->presets[i] != NULL; i++)
    {
      double preset;

      if (g_strcmp0 (self->presets[i], value) == 0)
        return i;
      if (g_strcmp0 (value, "auto") != 0 && ctg_length_parse (self->presets[i], &preset) && ABS (points - preset) < 0.01)
        return i;
    }

  return g_strv_length (self->presets);
}

static void
ctg_length_field_show (CtgField *field)
{
  CtgLengthField *self = CTG_LENGTH_FIELD (field);
  guint n_presets;
  guint preset;

  g_return_if_fail (self->presets != NULL && self->labels != NULL);

  n_presets = g_strv_length (self->presets);
  if (g_list_model_get_n_items (G_LIST_MODEL (self->labels)) == n_presets)
    gtk_string_list_append (self->labels, _("Custom"));

  preset = find_preset (self);
  if (preset == n_presets)
    self->wants_custom = FALSE;
  gtk_drop_down_set_selected (self->preset, self->wants_custom ? n_presets : preset);

  gtk_widget_set_visible (self->custom, gtk_drop_down_get_selected (self->preset) == n_presets);
  show_number (self);
}

static void
ctg_length_field_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CtgLengthField *self = CTG_LENGTH_FIELD (object);

  switch (prop_id)
    {
    case PROP_PRESETS:
      g_strfreev (self->presets);
      self->presets = g_strsplit (g_value_get_string (value), "|", -1);
      break;
    case PROP_PRESET_LABELS:
      if (g_set_object (&self->labels, g_value_get_object (value)))
        gtk_drop_down_set_model (self->preset, G_LIST_MODEL (self->labels));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_length_field_finalize (GObject *object)
{
  CtgLengthField *self = CTG_LENGTH_FIELD (object);

  g_strfreev (self->presets);
  g_clear_object (&self->labels);

  G_OBJECT_CLASS (ctg_length_field_parent_class)->finalize (object);
}

static void
ctg_length_field_class_init (CtgLengthFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  CTG_FIELD_CLASS (klass)->show = ctg_length_field_show;
  object_class->set_property = ctg_length_field_set_property;
  object_class->finalize = ctg_length_field_finalize;

  props[PROP_PRESETS] = g_param_spec_string ("presets", NULL, NULL, NULL, flags);
  props[PROP_PRESET_LABELS] = g_param_spec_object ("preset-labels", NULL, NULL, GTK_TYPE_STRING_LIST, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ctg_length_field_init (CtgLengthField *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    gtk_string_list_append (names, g_dpgettext2 (NULL, "unit", units[i].name));

  self->preset = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  self->spin = GTK_SPIN_BUTTON (gtk_spin_button_new_with_range (0, 1, 1));
  ctg_wheel_pass_by (self->spin);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spin), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spin), 7);
  self->unit = GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&names)), NULL));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->unit), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Unit"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Length"), -1);

  self->custom = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_halign (self->custom, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (self->custom), GTK_WIDGET (self->spin));
  gtk_box_append (GTK_BOX (self->custom), GTK_WIDGET (self->unit));
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->preset), FALSE);
  ctg_field_add_below (CTG_FIELD (self), self->custom);

  g_signal_connect_swapped (self->preset, "notify::selected", G_CALLBACK (preset_cb), self);
  g_signal_connect_swapped (self->spin, "value-changed", G_CALLBACK (value_changed_cb), self);
  g_signal_connect_swapped (self->unit, "notify::selected", G_CALLBACK (unit_cb), self);
}
