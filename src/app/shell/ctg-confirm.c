/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Questions and messages on AdwMessageDialog (libadwaita 1.2). Must not decide anything. */

#include "app/shell/ctg-confirm.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MIN_HEADING_WIDTH 100 /* px: wider than a letter of any form, narrower than any dialog */

/* Libadwaita before 1.8 measures both forms of the heading in the width that one of them needs, and newer GTK warns where the other needs more.
 * Headings that may wrap and have the same least width never do; what is shown stays the same, because libadwaita takes the small form where
 * the large one has no room in one line. */
static void
let_heading_wrap (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && (gtk_widget_has_css_class (widget, "title-2") || gtk_widget_has_css_class (widget, "title-4")))
    {
      gtk_label_set_wrap (GTK_LABEL (widget), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (widget), PANGO_WRAP_WORD_CHAR);
      gtk_widget_set_size_request (widget, MIN_HEADING_WIDTH, -1);
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    let_heading_wrap (child);
}

static AdwMessageDialog *
new_dialog (GtkWindow  *parent,
            const char *heading,
            const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  let_heading_wrap (dialog);

  return ADW_MESSAGE_DIALOG (dialog);
}

static gboolean
answer_cb (gpointer user_data)
{
  GTask *task = user_data;

  g_task_return_int (task, GPOINTER_TO_INT (g_task_get_task_data (task)));
  return G_SOURCE_REMOVE;
}

static void
response_cb (AdwMessageDialog *dialog,
             const char       *response,
             gpointer          user_data)
{
  g_autoptr(GTask) task = user_data;
  g_autoptr(GSource) source = g_idle_source_new ();
  CtgConfirmAnswer answer = CTG_CONFIRM_CANCEL;

  if (g_str_equal (response, "discard"))
    answer = CTG_CONFIRM_DISCARD;
  else if (g_str_equal (response, "save"))
    answer = CTG_CONFIRM_SAVE;

  /* The answer may close the parent; the dialog has to be gone before, or it would look for its parent when it goes. */
  g_task_set_task_data (task, GINT_TO_POINTER (answer), NULL);
  g_task_attach_source (task, source, answer_cb);
}

void
ctg_confirm_unsaved_async (GtkWindow          *parent,
                           const char         *heading,
                           const char         *body,
                           GAsyncReadyCallback callback,
                           gpointer            user_data)
{
  AdwMessageDialog *dialog = new_dialog (parent, heading, body);
  GTask *task = g_task_new (parent, NULL, callback, user_data);

  g_task_set_source_tag (task, ctg_confirm_unsaved_async);
  adw_message_dialog_add_responses (dialog,
                                    "cancel", _("_Cancel"),
                                    "discard", _("_Discard"),
                                    "save", _("_Save"),
                                    NULL);
  adw_message_dialog_set_response_appearance (dialog, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (dialog, "save", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_window_present (GTK_WINDOW (dialog));
}

CtgConfirmAnswer
ctg_confirm_unsaved_finish (GAsyncResult *result)
{
  return g_task_propagate_int (G_TASK (result), NULL);
}

void
ctg_confirm_tell (GtkWindow  *parent,
                  const char *heading,
                  const char *body,
                  const char *details)
{
  AdwMessageDialog *dialog = new_dialog (parent, heading, body);

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");

  if (details != NULL)
    {
      GtkWidget *label = gtk_label_new (details);
      GtkWidget *scroller = gtk_scrolled_window_new ();

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_yalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "fault-list");
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), label);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
      gtk_widget_set_size_request (scroller, 440, 240);
      gtk_widget_add_css_class (scroller, "card");
      adw_message_dialog_set_extra_child (dialog, scroller);
    }

  gtk_window_present (GTK_WINDOW (dialog));
}
