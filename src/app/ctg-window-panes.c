/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* F6: the focus goes from one part of the window to the next. Tab alone would need a dozen steps from the figure to its settings. */

#include "app/ctg-window-private.h"

/* In the order of reading; what is not shown has no part in it. */
static unsigned int
list_panes (CtgWindow *self,
            GtkWidget *panes[4])
{
  GtkWidget *all[] = { GTK_WIDGET (self->sidebar), GTK_WIDGET (self->stack), GTK_WIDGET (self->table), GTK_WIDGET (self->inspector) };
  unsigned int n = 0;

  for (unsigned int i = 0; i < G_N_ELEMENTS (all); i++)
    if (all[i] != NULL && gtk_widget_get_mapped (all[i]))
      panes[n++] = all[i];

  return n;
}

static gboolean
enter (CtgWindow *self,
       GtkWidget *pane)
{
  if (pane == GTK_WIDGET (self->stack) && ctg_window_shows_sheet (self))
    return gtk_widget_grab_focus (GTK_WIDGET (self->sheet));
  if (pane == GTK_WIDGET (self->table) && ctg_table_view_focus_rows (self->table))
    return TRUE;

  return gtk_widget_child_focus (pane, GTK_DIR_TAB_FORWARD);
}

static void
go (CtgWindow *self,
    int        step)
{
  GtkWidget *panes[4];
  int n = list_panes (self, panes);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  /* From the header bar the first follows, or the last. */
  int at = step > 0 ? -1 : n;

  for (int i = 0; focus != NULL && i < n; i++)
    if (gtk_widget_is_ancestor (focus, panes[i]))
      at = i;

  for (int turn = 0; turn < n; turn++)
    {
      at = (at + step + n) % n;
      if (enter (self, panes[at]))
        return;
    }
}

static void
next_pane_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  go (user_data, 1);
}

static void
previous_pane_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  go (user_data, -1);
}

void
ctg_window_add_pane_actions (CtgWindow *self)
{
  static const GActionEntry entries[] = {
    { "next-pane", next_pane_cb },
    { "previous-pane", previous_pane_cb },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
