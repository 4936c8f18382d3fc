/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of the sheet for the keyboard and for assistive technology: one proxy a mark, one Tab stop for the whole figure, arrows
 * from mark to mark. Must not draw. */

#include "app/sheet/ctg-sheet-private.h"

#include <glib/gi18n.h>

/* Beyond this a reader is served better by the table; proxies cost 5 µs each. */
#define MAX_PROXIES 1000

static const CtgNode *
mark_node (CtgSheet    *self,
           unsigned int index)
{
  return ctg_scene_get_node (self->scene, self->marks[index]);
}

static void
scroll_axis (GtkAdjustment *adjustment,
             double         start,
             double         length)
{
  const double around = 24;

  gtk_adjustment_clamp_page (adjustment, start - around, start + length + around);
}

static void
scroll_to (CtgSheet *self,
           CtgRect   bounds)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  CtgRect area = ctg_sheet_to_widget (self, bounds);

  if (scroller == NULL)
    return;

  scroll_axis (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)), area.x, area.width);
  scroll_axis (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), area.y, area.height);
}

static void
focus_mark (CtgSheet *self,
            int       index)
{
  if (self->n_marks == 0)
    return;

  index = CLAMP (index, 0, (int) self->n_marks - 1);
  self->walking = TRUE;
  gtk_widget_grab_focus (g_ptr_array_index (self->proxies, index));
  self->walking = FALSE;
}

static void
focus_enter_cb (GtkEventControllerFocus *controller,
                CtgSheet                *self)
{
  GtkWidget *proxy = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  guint index;

  if (!g_ptr_array_find (self->proxies, proxy, &index) || index >= self->n_marks)
    return;

  self->focus = index;
  scroll_to (self, mark_node (self, index)->bounds);
  ctg_sheet_show_card (self, mark_node (self, index)->datum, mark_node (self, index)->bounds);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
focus_leave_cb (GtkEventControllerFocus *controller,
                CtgSheet                *self)
{
  self->focus = -1;
  if (self->card != NULL && !self->walking)
    gtk_popover_popdown (GTK_POPOVER (self->card));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
create_proxy (CtgSheet *self)
{
  GtkWidget *proxy = ctg_mark_proxy_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (focus, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (proxy, focus);
  gtk_widget_set_parent (proxy, GTK_WIDGET (self));

  return proxy;
}

static void
resize_proxies (CtgSheet    *self,
                unsigned int n)
{
  while (self->proxies->len > n)
    gtk_widget_unparent (g_ptr_array_steal_index (self->proxies, self->proxies->len - 1));
  while (self->proxies->len < n)
    g_ptr_array_add (self->proxies, create_proxy (self));
}

void
ctg_sheet_clear_marks (CtgSheet *self)
{
  self->focus = -1;
  self->n_scene_marks = self->n_marks = 0;
  g_clear_pointer (&self->marks, g_free);
  if (self->proxies != NULL)
    resize_proxies (self, 0);
}

/* Annotations come after the marks, in the order of the figure. */
static void
append_notes (CtgSheet     *self,
              unsigned int *n)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (self->scene); i++)
    {
      if (ctg_chart_get_annotation (ctg_scene_get_node (self->scene, i)) < 0)
        continue;
      self->marks = g_renew (unsigned int, self->marks, *n + 1);
      self->marks[(*n)++] = i;
    }
}

void
ctg_sheet_update_marks (CtgSheet *self)
{
  unsigned int n = 0;

  g_clear_pointer (&self->marks, g_free);
  if (self->scene != NULL)
    {
      self->marks = ctg_scene_dup_marks (self->scene, &n);
      self->n_scene_marks = n;
      append_notes (self, &n);
    }
  self->n_marks = MIN (n, MAX_PROXIES);
  if (self->focus >= (int) self->n_marks)
    self->focus = -1;

  resize_proxies (self, self->n_marks);
  for (unsigned int i = 0; i < self->n_marks; i++)
    {
      const char *label = mark_node (self, i)->label;

      ctg_mark_proxy_set_label (g_ptr_array_index (self->proxies, i), label != NULL ? label : _("Mark without a name"));
      gtk_accessible_update_relation (GTK_ACCESSIBLE (g_ptr_array_index (self->proxies, i)),
                                      GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) i + 1,
                                      GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->n_marks,
                                      -1);
    }
}

/* The next mark of the same series in another row (step 1 or -1): what up and down mean in a list of rows. */
static int
neighbour_in_series (CtgSheet *self,
                     int       step)
{
  CtgDatum here = mark_node (self, self->focus)->datum;

  for (int i = self->focus + step; i >= 0 && i < (int) self->n_marks; i += step)
    {
      CtgDatum there = mark_node (self, i)->datum;

      if (there.row != here.row && there.series == here.series)
        return i;
    }

  return self->focus;
}

static gboolean
walk (CtgSheet *self,
      guint     keyval)
{
  gboolean inside = self->focus >= 0;
  int step = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (keyval)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      focus_mark (self, inside ? self->focus + step : 0);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      focus_mark (self, inside ? self->focus - step : 0);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      focus_mark (self, inside ? neighbour_in_series (self, 1) : 0);
      return TRUE;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      focus_mark (self, inside ? neighbour_in_series (self, -1) : 0);
      return TRUE;
    case GDK_KEY_Home:
      focus_mark (self, 0);
      return TRUE;
    case GDK_KEY_End:
      focus_mark (self, self->n_marks - 1);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                CtgSheet              *self)
{
  gboolean extend = (state & GDK_CONTROL_MASK) != 0;

  if (self->editor != NULL || self->n_marks == 0 || (state & GDK_ALT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (ctg_sheet_note_key (self, keyval, state))
    return GDK_EVENT_STOP;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_space:
      if (self->focus < 0)
        return GDK_EVENT_PROPAGATE;
      ctg_sheet_select (self, mark_node (self, self->focus)->datum, extend);
      return GDK_EVENT_STOP;
    case GDK_KEY_Escape:
      if (self->focus < 0)
        return GDK_EVENT_PROPAGATE;
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    default:
      return !extend && walk (self, keyval) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
    }
}

void
ctg_sheet_init_keys (CtgSheet *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

gboolean
ctg_sheet_focus (GtkWidget       *widget,
                 GtkDirectionType direction)
{
  /* Arrows move within the menu while it is open. */
  if (CTG_SHEET (widget)->menu != NULL && gtk_widget_get_focus_child (widget) == CTG_SHEET (widget)->menu)
    return gtk_widget_child_focus (CTG_SHEET (widget)->menu, direction);
  /* One stop: Tab enters at the sheet and leaves from wherever it is inside. */
  if (gtk_widget_get_focus_child (widget) != NULL || gtk_widget_has_focus (widget))
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

gboolean
ctg_sheet_focus_row (CtgSheet   *self,
                     const char *key)
{
  int row;

  g_return_val_if_fail (CTG_IS_SHEET (self), FALSE);

  row = self->document != NULL ? ctg_table_find_row (ctg_document_get_table (self->document), key) : -1;
  for (unsigned int i = 0; row >= 0 && i < self->n_marks; i++)
    if (mark_node (self, i)->datum.row == row)
      {
        focus_mark (self, i);
        return TRUE;
      }

  return FALSE;
}
