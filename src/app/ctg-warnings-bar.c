/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The warnings line. One warning is written out with its best way out, all of them are in a popover. Reads the document; must not change it. */

#include "app/ctg-warnings-bar.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

struct _CtgWarningsBar
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkWidget *icon;
  GtkButton *first;
  GtkLabel *first_label;
  GtkBox *first_fixes;
  GtkMenuButton *more;
  GtkBox *list;

  CtgDocument *document;
  GSignalGroup *signals;
};

G_DEFINE_FINAL_TYPE (CtgWarningsBar, ctg_warnings_bar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_ACTIVATE_PATH,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (GtkButton      *button,
            CtgWarningsBar *self)
{
  gtk_menu_button_popdown (self->more);
  g_signal_emit (self, signals[SIGNAL_ACTIVATE_PATH], 0, g_object_get_data (G_OBJECT (button), "ctg-path"));
}

static void
fill_button (GtkButton        *button,
             GtkLabel         *label,
             const CtgWarning *warning,
             CtgLocale        *locale)
{
  g_autofree char *text = ctg_warning_format (warning, locale);

  gtk_label_set_text (label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (button), text);
  g_object_set_data_full (G_OBJECT (button), "ctg-path", g_strdup (warning->path), g_free);
}

GtkWidget *
ctg_fix_button_new (const CtgFix *fix)
{
  g_autofree char *text = ctg_locale_phrase (ctg_window_locale_get (), fix->phrase, NULL);
  GtkWidget *button = gtk_button_new_with_label (text);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.fix");
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), g_variant_new_strv ((const char *const *) fix->fields, -1));

  return button;
}

static void
popdown_cb (CtgWarningsBar *self)
{
  gtk_menu_button_popdown (self->more);
}

static void
add_fixes_to_list (CtgWarningsBar   *self,
                   const CtgWarning *warning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_add_css_class (box, "fixes");
  for (unsigned int k = 0; k < warning->fixes->len; k++)
    {
      GtkWidget *button = ctg_fix_button_new (&g_array_index (warning->fixes, CtgFix, k));

      g_signal_connect_swapped (button, "clicked", G_CALLBACK (popdown_cb), self);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (self->list, box);
}

static void
add_to_list (CtgWarningsBar   *self,
             const CtgWarning *warning,
             CtgLocale        *locale)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 60);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  fill_button (GTK_BUTTON (button), GTK_LABEL (label), warning, locale);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (self->list, button);
  if (warning->fixes->len > 0)
    add_fixes_to_list (self, warning);
}

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

/* The first that offers a way out, else the first. */
static const CtgWarning *
choose_first (const CtgWarnings *warnings)
{
  for (unsigned int i = 0; i < ctg_warnings_get_n (warnings); i++)
    {
      if (ctg_warnings_get (warnings, i)->fixes->len > 0)
        return ctg_warnings_get (warnings, i);
    }

  return ctg_warnings_get (warnings, 0);
}

static void
update (CtgWarningsBar *self)
{
  CtgWarnings *warnings = self->document != NULL ? ctg_document_get_warnings (self->document) : NULL;
  unsigned int n = warnings != NULL ? ctg_warnings_get_n (warnings) : 0;
  const CtgWarning *first = n > 0 ? choose_first (warnings) : NULL;
  unsigned int n_fixes = first != NULL ? first->fixes->len : 0;

  clear_box (self->list);
  clear_box (self->first_fixes);
  gtk_widget_set_visible (self->icon, n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->first), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->more), n > 1 || n_fixes > 1);
  if (n == 0)
    return;

  fill_button (self->first, self->first_label, first, ctg_window_locale_get ());
  if (n_fixes > 0)
    {
      GtkWidget *button = ctg_fix_button_new (&g_array_index (first->fixes, CtgFix, 0));

      gtk_widget_add_css_class (button, "fix");
      gtk_box_append (self->first_fixes, button);
    }
  for (unsigned int i = 0; i < n; i++)
    add_to_list (self, ctg_warnings_get (warnings, i), ctg_window_locale_get ());

  if (n_fixes > 1 && n == 1)
    gtk_menu_button_set_label (self->more, _("Other ways"));
  else
    {
      g_autofree char *label = g_strdup_printf (ngettext ("%u more note", "%u more notes", n - 1), n - 1);

      gtk_menu_button_set_label (self->more, label);
    }
}

static void
ctg_warnings_bar_dispose (GObject *object)
{
  CtgWarningsBar *self = CTG_WARNINGS_BAR (object);

  g_clear_object (&self->signals);
  g_clear_object (&self->document);
  gtk_widget_dispose_template (GTK_WIDGET (object), CTG_TYPE_WARNINGS_BAR);

  G_OBJECT_CLASS (ctg_warnings_bar_parent_class)->dispose (object);
}

static void
ctg_warnings_bar_class_init (CtgWarningsBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ctg_warnings_bar_dispose;
  signals[SIGNAL_ACTIVATE_PATH] = g_signal_new ("activate-path", CTG_TYPE_WARNINGS_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/contingent/Contingent/ctg-warnings-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, box);
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, icon);
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, first);
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, first_label);
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, first_fixes);
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, more);
  gtk_widget_class_bind_template_child (widget_class, CtgWarningsBar, list);
  gtk_widget_class_bind_template_callback (widget_class, clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "warningsbar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ctg_warnings_bar_init (CtgWarningsBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Notes on the figure"), -1);
  self->signals = g_signal_group_new (CTG_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "scene-changed", G_CALLBACK (update), self);
  update (self);
}

void
ctg_warnings_bar_set_document (CtgWarningsBar *self,
                               CtgDocument    *document)
{
  g_return_if_fail (CTG_IS_WARNINGS_BAR (self));
  g_return_if_fail (document == NULL || CTG_IS_DOCUMENT (document));

  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->signals, document);
  update (self);
}
