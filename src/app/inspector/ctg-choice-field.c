/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A field that is one of few values. The values come from the spec's field table, so that a choice cannot be forgotten or misspelt here. */

#include "app/inspector/ctg-fields.h"

struct _CtgChoiceField
{
  CtgField parent_instance;

  GtkDropDown *control;
  GtkStringList *labels;
  GStrv values;
};

G_DEFINE_FINAL_TYPE (CtgChoiceField, ctg_choice_field, CTG_TYPE_FIELD)

enum
{
  PROP_0,
  PROP_LABELS,
  PROP_VALUES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
ensure_values (CtgChoiceField *self)
{
  unsigned int n = 0;
  const CtgSpecField *fields = ctg_spec_get_fields (&n);

  for (unsigned int i = 0; i < n && self->values == NULL; i++)
    {
      if (g_strcmp0 (fields[i].path, ctg_field_get_path (CTG_FIELD (self))) == 0 && fields[i].choices != NULL)
        self->values = g_strsplit (fields[i].choices, "|", -1);
    }

  g_return_if_fail (self->values != NULL);
  g_return_if_fail (g_strv_length (self->values) == g_list_model_get_n_items (G_LIST_MODEL (self->labels)));
}

static void
selected_cb (CtgChoiceField *self)
{
  guint selected = gtk_drop_down_get_selected (self->control);

  if (self->values != NULL && selected < g_strv_length (self->values))
    ctg_field_change (CTG_FIELD (self), self->values[selected], FALSE);
}

/* What a figure file has and the window does not offer, such as one more language, is shown as it stands there. */
static guint
add_value (CtgChoiceField *self,
           const char     *value)
{
  g_autoptr(GStrvBuilder) values = g_strv_builder_new ();
  guint n = g_strv_length (self->values);

  g_strv_builder_addv (values, (const char **) self->values);
  g_strv_builder_add (values, value);
  g_strfreev (self->values);
  self->values = g_strv_builder_end (values);
  gtk_string_list_append (self->labels, value);

  return n;
}

static void
ctg_choice_field_show (CtgField *field)
{
  CtgChoiceField *self = CTG_CHOICE_FIELD (field);
  g_autofree char *value = ctg_field_dup_value (field);
  guint selected = GTK_INVALID_LIST_POSITION;

  ensure_values (self);

  /* What is made from the data is the first of them. */
  for (guint i = 0; self->values != NULL && self->values[i] != NULL && selected == GTK_INVALID_LIST_POSITION; i++)
    {
      if (value == NULL || g_str_equal (self->values[i], value))
        selected = i;
    }
  if (selected == GTK_INVALID_LIST_POSITION && value != NULL)
    selected = add_value (self, value);
  gtk_drop_down_set_selected (self->control, selected);
}

static void
ctg_choice_field_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  CtgChoiceField *self = CTG_CHOICE_FIELD (object);

  switch (prop_id)
    {
    case PROP_LABELS:
      if (g_set_object (&self->labels, g_value_get_object (value)))
        gtk_drop_down_set_model (self->control, G_LIST_MODEL (self->labels));
      break;
    case PROP_VALUES:
      g_strfreev (self->values);
      self->values = g_strsplit (g_value_get_string (value), "|", -1);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_choice_field_finalize (GObject *object)
{
  CtgChoiceField *self = CTG_CHOICE_FIELD (object);

  g_clear_object (&self->labels);
  g_strfreev (self->values);

  G_OBJECT_CLASS (ctg_choice_field_parent_class)->finalize (object);
}

static void
ctg_choice_field_class_init (CtgChoiceFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  CTG_FIELD_CLASS (klass)->show = ctg_choice_field_show;
  object_class->set_property = ctg_choice_field_set_property;
  object_class->finalize = ctg_choice_field_finalize;

  props[PROP_LABELS] = g_param_spec_object ("labels", NULL, NULL, GTK_TYPE_STRING_LIST, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_VALUES] = g_param_spec_string ("values", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
ctg_choice_field_init (CtgChoiceField *self)
{
  self->control = GTK_DROP_DOWN (gtk_drop_down_new (NULL, NULL));
  ctg_field_set_control (CTG_FIELD (self), GTK_WIDGET (self->control), FALSE);
  g_signal_connect_swapped (self->control, "notify::selected", G_CALLBACK (selected_cb), self);
}
