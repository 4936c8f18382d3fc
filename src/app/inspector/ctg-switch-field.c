/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A field that is on or off. */

#include "app/inspector/ctg-fields.h"

struct _CtgSwitchField
{
  CtgField parent_instance;

  GtkSwitch *control;
};

G_DEFINE_FINAL_TYPE (CtgSwitchField, ctg_switch_field, CTG_TYPE_FIELD)

static void
active_cb (CtgSwitchField *self)
{
  ctg_field_change (CTG_FIELD (self), gtk_switch_get_active (self->control) ? "true" : "false", FALSE);
}

static void
ctg_switch_field_show (CtgField *field)
{
  g_autofree char *value = ctg_field_dup_value (field);

  gtk_switch_set_active (CTG_SWITCH_FIELD (field)->control, g_strcmp0 (value, "true") == 0);
}

static void
ctg_switch_field_class_init (CtgSwitchFieldClass *klass)
{
  CTG_FIELD_CLASS (klass)->show = ctg_switch_field_show;
}

static void
ctg_switch_field_init (CtgSwitchField *self)
{
  self->control = GTK_SWITCH (gtk_switch_new ());
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->control), FALSE);
  g_signal_connect_swapped (self->control, "notify::active", G_CALLBACK (active_cb), self);
}
