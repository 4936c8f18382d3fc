/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The mark proxy: nothing but a place, a label and the focus. Must not draw and must not take the pointer. */

#include "app/sheet/ctg-mark-proxy.h"

struct _CtgMarkProxy
{
  GtkWidget parent_instance;

  char *label;
};

G_DEFINE_FINAL_TYPE (CtgMarkProxy, ctg_mark_proxy, GTK_TYPE_WIDGET)

static void
ctg_mark_proxy_finalize (GObject *object)
{
  g_free (CTG_MARK_PROXY (object)->label);

  G_OBJECT_CLASS (ctg_mark_proxy_parent_class)->finalize (object);
}

static void
ctg_mark_proxy_class_init (CtgMarkProxyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ctg_mark_proxy_finalize;
  gtk_widget_class_set_css_name (widget_class, "markproxy");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
ctg_mark_proxy_init (CtgMarkProxy *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ctg_mark_proxy_new (void)
{
  return g_object_new (CTG_TYPE_MARK_PROXY, NULL);
}

const char *
ctg_mark_proxy_get_label (CtgMarkProxy *self)
{
  g_return_val_if_fail (CTG_IS_MARK_PROXY (self), NULL);

  return self->label;
}

void
ctg_mark_proxy_set_label (CtgMarkProxy *self,
                          const char   *label)
{
  g_return_if_fail (CTG_IS_MARK_PROXY (self));

  if (g_strcmp0 (self->label, label) == 0)
    return;

  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
