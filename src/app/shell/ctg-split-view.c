/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The split view on two nested AdwFlaps (libadwaita 1.2). A flap that folds hides its pane and remembers that the user wanted it; when it
 * unfolds it comes back. Must not know what the panes hold. */

#include "app/shell/ctg-split-view.h"

#include <adwaita.h>

struct _CtgSplitView
{
  GtkWidget parent_instance;

  AdwFlap *outer; /* sidebar | inner */
  AdwFlap *inner; /* content | inspector */

  guint wants_sidebar : 1;
  guint wants_inspector : 1;
  guint sidebar_made_way : 1; /* hidden for the inspector, to come back after it */
};

G_DEFINE_FINAL_TYPE (CtgSplitView, ctg_split_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SIDEBAR,
  PROP_CONTENT,
  PROP_INSPECTOR,
  PROP_SHOW_SIDEBAR,
  PROP_SHOW_INSPECTOR,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
folded_cb (AdwFlap      *flap,
           GParamSpec   *pspec,
           CtgSplitView *self)
{
  gboolean wanted = flap == self->outer ? self->wants_sidebar : self->wants_inspector;

  /* A pane that lay over the middle stays when there is room for it beside. */
  if (!adw_flap_get_folded (flap))
    adw_flap_set_reveal_flap (flap, wanted || adw_flap_get_reveal_flap (flap));
  else
    adw_flap_set_reveal_flap (flap, FALSE);
}

static void
reveal_cb (AdwFlap      *flap,
           GParamSpec   *pspec,
           CtgSplitView *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[flap == self->outer ? PROP_SHOW_SIDEBAR : PROP_SHOW_INSPECTOR]);
}

static AdwFlap *
create_flap (CtgSplitView *self,
             GtkPackType   position)
{
  AdwFlap *flap = ADW_FLAP (adw_flap_new ());
  GtkWidget *separator = gtk_separator_new (GTK_ORIENTATION_VERTICAL);

  adw_flap_set_flap_position (flap, position);
  adw_flap_set_separator (flap, separator);
  adw_flap_set_locked (flap, TRUE);
  adw_flap_set_swipe_to_open (flap, FALSE);
  /* The sheet is looked at while its settings lie over a part of it. */
  adw_flap_set_modal (flap, position == GTK_PACK_START);
  g_signal_connect_object (flap, "notify::folded", G_CALLBACK (folded_cb), self, 0);
  g_signal_connect_object (flap, "notify::reveal-flap", G_CALLBACK (reveal_cb), self, 0);

  return flap;
}

static void
ctg_split_view_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  CtgSplitView *self = CTG_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      adw_flap_set_flap (self->outer, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      adw_flap_set_content (self->inner, g_value_get_object (value));
      break;
    case PROP_INSPECTOR:
      adw_flap_set_flap (self->inner, g_value_get_object (value));
      break;
    case PROP_SHOW_SIDEBAR:
      ctg_split_view_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_INSPECTOR:
      ctg_split_view_set_show_inspector (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_split_view_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  CtgSplitView *self = CTG_SPLIT_VIEW (object);

  switch (prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, adw_flap_get_flap (self->outer));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, adw_flap_get_content (self->inner));
      break;
    case PROP_INSPECTOR:
      g_value_set_object (value, adw_flap_get_flap (self->inner));
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, ctg_split_view_get_show_sidebar (self));
      break;
    case PROP_SHOW_INSPECTOR:
      g_value_set_boolean (value, ctg_split_view_get_show_inspector (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_split_view_dispose (GObject *object)
{
  CtgSplitView *self = CTG_SPLIT_VIEW (object);

  if (self->outer != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->outer));
  self->outer = NULL;
  self->inner = NULL;

  G_OBJECT_CLASS (ctg_split_view_parent_class)->dispose (object);
}

static void
ctg_split_view_class_init (CtgSplitViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = ctg_split_view_set_property;
  object_class->get_property = ctg_split_view_get_property;
  object_class->dispose = ctg_split_view_dispose;

  props[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_INSPECTOR] = g_param_spec_object ("inspector", NULL, NULL, GTK_TYPE_WIDGET, flags);
  props[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags | G_PARAM_EXPLICIT_NOTIFY);
  props[PROP_SHOW_INSPECTOR] = g_param_spec_boolean ("show-inspector", NULL, NULL, FALSE, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ctg_split_view_init (CtgSplitView *self)
{
  self->wants_sidebar = TRUE;
  self->inner = create_flap (self, GTK_PACK_END);
  self->outer = create_flap (self, GTK_PACK_START);
  adw_flap_set_reveal_flap (self->inner, FALSE);
  adw_flap_set_content (self->outer, GTK_WIDGET (self->inner));
  gtk_widget_set_parent (GTK_WIDGET (self->outer), GTK_WIDGET (self));
}

gboolean
ctg_split_view_get_show_sidebar (CtgSplitView *self)
{
  g_return_val_if_fail (CTG_IS_SPLIT_VIEW (self), FALSE);

  return adw_flap_get_reveal_flap (self->outer);
}

void
ctg_split_view_set_show_sidebar (CtgSplitView *self,
                                 gboolean      show)
{
  g_return_if_fail (CTG_IS_SPLIT_VIEW (self));

  /* A pane laid over the middle is a passing thing, not a choice. */
  if (!adw_flap_get_folded (self->outer))
    self->wants_sidebar = show;
  self->sidebar_made_way = FALSE;
  adw_flap_set_reveal_flap (self->outer, show);
}

gboolean
ctg_split_view_get_show_inspector (CtgSplitView *self)
{
  g_return_val_if_fail (CTG_IS_SPLIT_VIEW (self), FALSE);

  return adw_flap_get_reveal_flap (self->inner);
}

void
ctg_split_view_set_show_inspector (CtgSplitView *self,
                                   gboolean      show)
{
  g_return_if_fail (CTG_IS_SPLIT_VIEW (self));

  if (!adw_flap_get_folded (self->inner))
    self->wants_inspector = show;

  /* Where both do not fit, the sheet needs the room more than the list of datasets. */
  if (show && adw_flap_get_folded (self->inner) && adw_flap_get_reveal_flap (self->outer))
    {
      self->sidebar_made_way = TRUE;
      adw_flap_set_reveal_flap (self->outer, FALSE);
    }
  else if (!show && self->sidebar_made_way)
    {
      self->sidebar_made_way = FALSE;
      adw_flap_set_reveal_flap (self->outer, TRUE);
    }
  adw_flap_set_reveal_flap (self->inner, show);
}

gboolean
ctg_split_view_get_wants_sidebar (CtgSplitView *self)
{
  g_return_val_if_fail (CTG_IS_SPLIT_VIEW (self), FALSE);

  return self->wants_sidebar;
}

gboolean
ctg_split_view_get_wants_inspector (CtgSplitView *self)
{
  g_return_val_if_fail (CTG_IS_SPLIT_VIEW (self), FALSE);

  return self->wants_inspector;
}
