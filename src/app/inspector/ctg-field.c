/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What all fields have in common: the title, the document, and turning a value into a step that can be undone. */

#include "app/inspector/ctg-field.h"

#include <string.h>

#include "app/inspector/ctg-field-layout.h"

typedef struct
{
  GtkWidget *head;
  GtkWidget *label;
  GtkWidget *hint; /* NULL if there is none */
  GtkWidget *control;
  CtgDocument *document;
  char *path;
  char *title;
  char *undo_label;
  guint quiet;
} CtgFieldPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CtgField, ctg_field, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PATH,
  PROP_TITLE,
  PROP_UNDO_LABEL,
  PROP_HINT,
  PROP_TITLE_VISIBLE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static CtgFieldPrivate *
get_private (CtgField *self)
{
  return ctg_field_get_instance_private (self);
}

static void
name_control (CtgField *self)
{
  CtgFieldPrivate *priv = get_private (self);

  if (priv->control == NULL || priv->title == NULL)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->title, -1);
  /* Where several things are the control, the number among them takes the focus. */
  for (GtkWidget *part = gtk_widget_get_first_child (priv->control); part != NULL; part = gtk_widget_get_next_sibling (part))
    {
      if (GTK_IS_SPIN_BUTTON (part))
        gtk_accessible_update_property (GTK_ACCESSIBLE (part), GTK_ACCESSIBLE_PROPERTY_LABEL, priv->title, -1);
    }
}

static void
describe_control (CtgField *self)
{
  CtgFieldPrivate *priv = get_private (self);

  if (priv->control != NULL && priv->hint != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (priv->control), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    gtk_label_get_text (GTK_LABEL (priv->hint)), -1);
}

/* In sight, not in a tooltip: what a control will do is read before it is used, with the keyboard too. */
static void
set_hint (CtgField   *self,
          const char *text)
{
  CtgFieldPrivate *priv = get_private (self);

  if (priv->hint == NULL)
    {
      priv->hint = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (priv->hint), 0);
      gtk_label_set_wrap (GTK_LABEL (priv->hint), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (priv->hint), PANGO_WRAP_WORD_CHAR);
      gtk_widget_add_css_class (priv->hint, "caption");
      gtk_widget_add_css_class (priv->hint, "hint");
      gtk_widget_add_css_class (priv->hint, "dim-label");
      gtk_widget_insert_after (priv->hint, GTK_WIDGET (self), priv->head);
    }
  gtk_label_set_text (GTK_LABEL (priv->hint), text != NULL ? text : "");
  gtk_widget_set_visible (priv->hint, text != NULL && *text != '\0');
  describe_control (self);
}

static void
ctg_field_get_property (GObject    *object,
                        guint       prop_id,
                        GValue     *value,
                        GParamSpec *pspec)
{
  CtgFieldPrivate *priv = get_private (CTG_FIELD (object));

  switch (prop_id)
    {
    case PROP_PATH:
      g_value_set_string (value, priv->path);
      break;
    case PROP_TITLE:
      g_value_set_string (value, priv->title);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, priv->undo_label);
      break;
    case PROP_HINT:
      g_value_set_string (value, priv->hint != NULL ? gtk_label_get_text (GTK_LABEL (priv->hint)) : NULL);
      break;
    case PROP_TITLE_VISIBLE:
      g_value_set_boolean (value, gtk_widget_get_visible (priv->label));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_field_set_property (GObject      *object,
                        guint         prop_id,
                        const GValue *value,
                        GParamSpec   *pspec)
{
  CtgField *self = CTG_FIELD (object);
  CtgFieldPrivate *priv = get_private (self);

  switch (prop_id)
    {
    case PROP_PATH:
      g_free (priv->path);
      priv->path = g_value_dup_string (value);
      break;
    case PROP_TITLE:
      g_free (priv->title);
      priv->title = g_value_dup_string (value);
      gtk_label_set_label (GTK_LABEL (priv->label), priv->title);
      name_control (self);
      break;
    case PROP_UNDO_LABEL:
      g_free (priv->undo_label);
      priv->undo_label = g_value_dup_string (value);
      break;
    case PROP_HINT:
      set_hint (self, g_value_get_string (value));
      break;
    case PROP_TITLE_VISIBLE:
      gtk_widget_set_visible (priv->label, g_value_get_boolean (value));
      gtk_widget_set_visible (priv->head, g_value_get_boolean (value) || gtk_widget_get_next_sibling (priv->label) != NULL);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

gboolean
ctg_field_focus_control (CtgField *self)
{
  CtgFieldPrivate *priv;

  g_return_val_if_fail (CTG_IS_FIELD (self), FALSE);

  priv = get_private (self);
  if (CTG_FIELD_GET_CLASS (self)->focus_control != NULL)
    return CTG_FIELD_GET_CLASS (self)->focus_control (self);

  return priv->control != NULL && (gtk_widget_grab_focus (priv->control) || gtk_widget_child_focus (priv->control, GTK_DIR_TAB_FORWARD));
}

static void
ctg_field_dispose (GObject *object)
{
  CtgFieldPrivate *priv = get_private (CTG_FIELD (object));

  g_clear_object (&priv->document);
  priv->control = NULL;
  priv->hint = NULL;
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ctg_field_parent_class)->dispose (object);
}

static void
ctg_field_finalize (GObject *object)
{
  CtgFieldPrivate *priv = get_private (CTG_FIELD (object));

  g_free (priv->path);
  g_free (priv->title);
  g_free (priv->undo_label);

  G_OBJECT_CLASS (ctg_field_parent_class)->finalize (object);
}

static void
ctg_field_class_init (CtgFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ctg_field_get_property;
  object_class->set_property = ctg_field_set_property;
  object_class->dispose = ctg_field_dispose;
  object_class->finalize = ctg_field_finalize;

  props[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_HINT] = g_param_spec_string ("hint", NULL, NULL, NULL, flags);
  props[PROP_TITLE_VISIBLE] = g_param_spec_boolean ("title-visible", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "field");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ctg_field_init (CtgField *self)
{
  CtgFieldPrivate *priv = get_private (self);
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  priv->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gtk_widget_set_layout_manager (priv->head, ctg_field_layout_new ());
  gtk_widget_set_parent (priv->head, GTK_WIDGET (self));
  priv->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (priv->label), 0);
  gtk_label_set_wrap (GTK_LABEL (priv->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (priv->label), PANGO_WRAP_WORD_CHAR);
  gtk_box_append (GTK_BOX (priv->head), priv->label);
}

void
ctg_field_set_document (CtgField    *self,
                        CtgDocument *document)
{
  g_return_if_fail (CTG_IS_FIELD (self));

  g_set_object (&get_private (self)->document, document);
}

CtgDocument *
ctg_field_get_document (CtgField *self)
{
  g_return_val_if_fail (CTG_IS_FIELD (self), NULL);

  return get_private (self)->document;
}

const char *
ctg_field_get_path (CtgField *self)
{
  g_return_val_if_fail (CTG_IS_FIELD (self), NULL);

  return get_private (self)->path;
}

const char *
ctg_field_get_title (CtgField *self)
{
  g_return_val_if_fail (CTG_IS_FIELD (self), NULL);

  return get_private (self)->title;
}

gboolean
ctg_field_has_path (CtgField   *self,
                    const char *path)
{
  g_auto(GStrv) paths = NULL;

  g_return_val_if_fail (CTG_IS_FIELD (self), FALSE);

  paths = g_strsplit (get_private (self)->path, " ", -1);

  return g_strv_contains ((const char *const *) paths, path);
}

void
ctg_field_update (CtgField *self)
{
  CtgFieldPrivate *priv;

  g_return_if_fail (CTG_IS_FIELD (self));

  priv = get_private (self);
  if (priv->document == NULL)
    return;

  priv->quiet++;
  CTG_FIELD_GET_CLASS (self)->show (self);
  priv->quiet--;
}

void
ctg_field_set_control (CtgField  *self,
                       GtkWidget *control,
                       gboolean   below)
{
  CtgFieldPrivate *priv;

  g_return_if_fail (CTG_IS_FIELD (self));

  priv = get_private (self);
  g_return_if_fail (priv->control == NULL);

  priv->control = control;
  name_control (self);
  describe_control (self);
  if (below)
    {
      ctg_field_add_below (self, control);
    }
  else
    {
      gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (priv->head), control);
    }
}

void
ctg_field_add_below (CtgField  *self,
                     GtkWidget *widget)
{
  g_return_if_fail (CTG_IS_FIELD (self));

  gtk_widget_set_parent (widget, GTK_WIDGET (self));
}

GtkWidget *
ctg_field_get_control (CtgField *self)
{
  g_return_val_if_fail (CTG_IS_FIELD (self), NULL);

  return get_private (self)->control;
}

char *
ctg_field_dup_value (CtgField *self)
{
  CtgFieldPrivate *priv;
  g_autofree char *path = NULL;

  g_return_val_if_fail (CTG_IS_FIELD (self), NULL);

  priv = get_private (self);
  g_return_val_if_fail (priv->document != NULL, NULL);
  path = g_strndup (priv->path, strcspn (priv->path, " "));

  return ctg_spec_get (ctg_document_get_spec (priv->document), path);
}

static void
show_trouble (CtgField     *self,
              const GError *error)
{
  CtgFieldPrivate *priv = get_private (self);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self), error != NULL ? error->message : NULL);
  if (error != NULL)
    gtk_widget_add_css_class (priv->control, "error");
  else
    gtk_widget_remove_css_class (priv->control, "error");
}

static void
apply (CtgField *self,
       CtgSpec  *spec,
       gboolean  merging)
{
  CtgFieldPrivate *priv = get_private (self);

  if (merging)
    ctg_document_change_merging (priv->document, spec, priv->undo_label);
  else
    ctg_document_change (priv->document, spec, priv->undo_label);
}

void
ctg_field_change (CtgField   *self,
                  const char *value,
                  gboolean    merging)
{
  CtgFieldPrivate *priv;
  g_autofree char *path = NULL;

  g_return_if_fail (CTG_IS_FIELD (self));

  priv = get_private (self);
  path = g_strndup (priv->path, strcspn (priv->path, " "));
  ctg_field_change_all (self, merging, path, value, NULL);
}

void
ctg_field_change_all (CtgField *self,
                      gboolean  merging,
                      ...)
{
  CtgFieldPrivate *priv;
  g_autoptr(CtgSpec) spec = NULL;
  g_autoptr(GError) error = NULL;
  const char *path;
  va_list args;

  g_return_if_fail (CTG_IS_FIELD (self));

  priv = get_private (self);
  if (priv->quiet > 0 || priv->document == NULL)
    return;

  spec = ctg_spec_ref (ctg_document_get_spec (priv->document));
  va_start (args, merging);
  while (spec != NULL && (path = va_arg (args, const char *)) != NULL)
    {
      g_autoptr(CtgSpec) before = g_steal_pointer (&spec);

      spec = ctg_spec_with (before, path, va_arg (args, const char *), &error);
    }
  va_end (args);

  show_trouble (self, error);
  if (spec != NULL)
    apply (self, spec, merging);
}

gboolean
ctg_field_is_quiet (CtgField *self)
{
  g_return_val_if_fail (CTG_IS_FIELD (self), TRUE);

  return get_private (self)->quiet > 0;
}
