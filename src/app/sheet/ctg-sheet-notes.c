/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Annotations on the sheet: an entry where one is written, dragging one to another place, moving and deleting it by keyboard. Must change the
 * figure only through the document; where a note stands is asked of the scene. */

#include "app/sheet/ctg-sheet-private.h"

#include <math.h>

#include <glib/gi18n.h>

/* A press that moves less, in pixels, is a click. */
#define LEAST_DRAG 3.0

static const CtgNode *
find_node (CtgSheet    *self,
           unsigned int index)
{
  for (unsigned int i = 0; self->scene != NULL && i < ctg_scene_get_n_nodes (self->scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (self->scene, i);

      if (ctg_chart_get_annotation (node) == (int) index)
        return node;
    }

  return NULL;
}

/* The words alone, without the line that leads to them. */
static CtgRect
get_text_bounds (const CtgNode *group)
{
  CtgRect bounds = ctg_rect (0, 0, 0, 0);

  for (unsigned int k = 1; k <= group->n_descendants; k++)
    {
      if (group[k].kind == CTG_NODE_TEXT)
        bounds = ctg_rect_union (bounds, group[k].bounds);
    }

  return bounds;
}

int
ctg_sheet_pick_note (CtgSheet *self,
                     double    x,
                     double    y)
{
  double page_x = (x - self->origin.x) / self->scale;
  double page_y = (y - self->origin.y) / self->scale;

  for (unsigned int i = 0; self->scene != NULL && self->scale > 0 && i < ctg_scene_get_n_nodes (self->scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (self->scene, i);

      if (ctg_chart_get_annotation (node) >= 0 && ctg_rect_contains (ctg_rect_inset (get_text_bounds (node), -1), page_x, page_y))
        return ctg_chart_get_annotation (node);
    }

  return -1;
}

int
ctg_sheet_get_focused_note (CtgSheet *self)
{
  return self->focus >= 0 && (unsigned int) self->focus < self->n_marks ? ctg_chart_get_annotation (ctg_scene_get_node (self->scene, self->marks[self->focus])) : -1;
}

/* The note of a number; NULL where the figure has none of it. */
static const CtgSpecAnnotation *
get_annotation (CtgSheet *self,
                int       index)
{
  CtgSpec *spec = self->document != NULL ? ctg_document_get_spec (self->document) : NULL;

  return spec != NULL && index >= 0 && (unsigned int) index < ctg_spec_get_n_annotations (spec) ? spec->annotations[index] : NULL;
}

static void
change (CtgSheet                *self,
        unsigned int             index,
        const CtgSpecAnnotation *annotation,
        const char              *label,
        gboolean                 merging)
{
  g_autoptr(CtgSpec) spec = ctg_spec_with_annotation (ctg_document_get_spec (self->document), index, annotation, NULL);

  if (spec == NULL)
    return;

  if (merging)
    ctg_document_change_merging (self->document, spec, label);
  else
    ctg_document_change (self->document, spec, label);
}

/* ---- writing ---- */

static void
activate_cb (GtkEntry *entry,
             CtgSheet *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))));
  g_autofree char *row = g_strdup (self->note_row);
  g_autofree char *series = g_strdup (self->note_series);
  const CtgSpecAnnotation *before = get_annotation (self, self->note_index);
  CtgSpecAnnotation note = { row, series, text, before != NULL ? before->dx : NAN, before != NULL ? before->dy : NAN };
  unsigned int index = before != NULL ? (unsigned int) self->note_index : G_MAXUINT;

  ctg_sheet_stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (*text != '\0')
    change (self, index, &note, before != NULL ? _("edit annotation") : _("add annotation"), FALSE);
  else if (before != NULL)
    change (self, index, NULL, _("delete annotation"), FALSE);
}

static void
edit (CtgSheet   *self,
      int         index,
      const char *row,
      const char *series,
      const char *text,
      CtgRect     bounds)
{
  g_autofree char *own_row = g_strdup (row);
  g_autofree char *own_series = g_strdup (series);

  ctg_sheet_open_editor (self, text, _("Annotation"), bounds);
  self->note_index = index;
  self->note_row = g_steal_pointer (&own_row);
  self->note_series = g_steal_pointer (&own_series);
  g_signal_connect (self->editor, "activate", G_CALLBACK (activate_cb), self);
}

void
ctg_sheet_edit_note (CtgSheet    *self,
                     unsigned int index)
{
  const CtgSpecAnnotation *note;
  const CtgNode *node;

  g_return_if_fail (CTG_IS_SHEET (self));

  note = get_annotation (self, index);
  node = find_node (self, index);
  if (note != NULL && node != NULL)
    edit (self, index, note->row, note->series, note->text, get_text_bounds (node));
}

gboolean
ctg_sheet_has_focused_mark (CtgSheet *self)
{
  g_return_val_if_fail (CTG_IS_SHEET (self), FALSE);

  return self->focus >= 0 && (unsigned int) self->focus < self->n_marks && ctg_sheet_get_focused_note (self) < 0;
}

/* The mark that is meant: the focused one, or the one last pressed, or the first of the selected row. */
static const CtgNode *
find_target (CtgSheet *self)
{
  const char *const *keys = ctg_document_get_selection (self->document);
  int row = keys[0] != NULL ? ctg_table_find_row (ctg_document_get_table (self->document), keys[0]) : -1;
  const CtgNode *found = NULL;

  if (ctg_sheet_has_focused_mark (self))
    return ctg_scene_get_node (self->scene, self->marks[self->focus]);

  for (unsigned int i = 0; i < self->n_marks && row >= 0; i++)
    {
      const CtgNode *node = ctg_scene_get_node (self->scene, self->marks[i]);

      if (node->datum.row != row)
        continue;
      if (found == NULL || (self->pressed.row == row && node->datum.series == self->pressed.series))
        found = node;
    }

  return found;
}

gboolean
ctg_sheet_add_note (CtgSheet *self)
{
  const CtgNode *node;
  CtgTable *table;
  CtgRect bounds;

  g_return_val_if_fail (CTG_IS_SHEET (self), FALSE);

  if (self->document == NULL || self->scene == NULL)
    return FALSE;
  node = find_target (self);
  if (node == NULL || !ctg_sheet_datum_exists (self, node->datum))
    return FALSE;

  table = ctg_document_get_table (self->document);
  bounds = ctg_rect (node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height + 4, 60, 10);
  edit (self, -1, ctg_table_get_row (table, node->datum.row)->key,
        node->datum.series >= 0 ? ctg_table_get_series (table, node->datum.series)->id : NULL, "", bounds);
  return TRUE;
}

void
ctg_sheet_delete_note (CtgSheet    *self,
                       unsigned int index)
{
  g_return_if_fail (CTG_IS_SHEET (self));

  if (get_annotation (self, index) != NULL)
    change (self, index, NULL, _("delete annotation"), FALSE);
}

/* ---- moving ---- */

/* Where the words stand, counted from the mark in reading direction. */
static gboolean
get_offset (CtgSheet    *self,
            unsigned int index,
            double      *dx,
            double      *dy)
{
  const CtgSpecAnnotation *note = get_annotation (self, index);
  const CtgNode *node = find_node (self, index);
  CtgPoint anchor;
  CtgRect bounds;

  if (note == NULL || node == NULL || !ctg_chart_get_annotation_anchor (self->scene, ctg_document_get_table (self->document), note, &anchor))
    return FALSE;

  bounds = get_text_bounds (node);
  *dx = bounds.x + bounds.width / 2 - anchor.x;
  *dy = bounds.y + bounds.height / 2 - anchor.y;
  if (ctg_locale_is_rtl (ctg_document_get_locale (self->document)))
    *dx = -*dx;

  return TRUE;
}

/* right and down: points on the page. */
static void
move (CtgSheet    *self,
      unsigned int index,
      double       right,
      double       down,
      gboolean     merging)
{
  const CtgSpecAnnotation *before = get_annotation (self, index);
  double sign = ctg_locale_is_rtl (ctg_document_get_locale (self->document)) ? -1 : 1;
  CtgSpecAnnotation note;

  if (before == NULL)
    return;

  note = *before;
  if (!get_offset (self, index, &note.dx, &note.dy))
    return;
  /* A tenth of a point is finer than anybody sees. */
  note.dx = round ((note.dx + sign * right) * 10) / 10;
  note.dy = round ((note.dy + down) * 10) / 10;
  change (self, index, &note, _("move annotation"), merging);
}

void
ctg_sheet_release_note (CtgSheet    *self,
                        unsigned int index)
{
  const CtgSpecAnnotation *before = get_annotation (self, index);
  CtgSpecAnnotation note;

  if (before == NULL)
    return;

  note = *before;
  note.dx = note.dy = NAN;
  change (self, index, &note, _("place annotation automatically"), FALSE);
}

gboolean
ctg_sheet_note_key (CtgSheet       *self,
                    guint           keyval,
                    GdkModifierType state)
{
  int index = ctg_sheet_get_focused_note (self);
  double step = (state & GDK_SHIFT_MASK) != 0 ? 10 : 2;

  if (index < 0)
    return FALSE;

  switch (keyval)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      ctg_sheet_edit_note (self, index);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      gtk_widget_grab_focus (GTK_WIDGET (self));
      ctg_sheet_delete_note (self, index);
      return TRUE;
    default:
      break;
    }

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  if (keyval != GDK_KEY_Left && keyval != GDK_KEY_Right && keyval != GDK_KEY_Up && keyval != GDK_KEY_Down)
    return FALSE;

  move (self, index, keyval == GDK_KEY_Left ? -step : keyval == GDK_KEY_Right ? step : 0,
        keyval == GDK_KEY_Up ? -step : keyval == GDK_KEY_Down ? step : 0, TRUE);
  return TRUE;
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               CtgSheet       *self)
{
  self->dragged_note = ctg_sheet_pick_note (self, x, y);
  self->drag = GRAPHENE_POINT_INIT (0, 0);
  if (self->dragged_note < 0)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          x,
                double          y,
                CtgSheet       *self)
{
  self->drag = GRAPHENE_POINT_INIT (x, y);
  if (self->dragged_note >= 0 && hypot (x, y) >= LEAST_DRAG)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          x,
             double          y,
             CtgSheet       *self)
{
  int index = self->dragged_note;

  self->dragged_note = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (index >= 0 && hypot (x, y) >= LEAST_DRAG)
    move (self, index, x / self->scale, y / self->scale, FALSE);
}

static void
drag_cancel_cb (GtkGesture       *gesture,
                GdkEventSequence *sequence,
                CtgSheet         *self)
{
  self->dragged_note = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
ctg_sheet_get_dragged_note (CtgSheet *self,
                            CtgRect  *bounds)
{
  const CtgNode *node = self->dragged_note >= 0 && self->scale > 0 ? find_node (self, self->dragged_note) : NULL;

  if (node == NULL || hypot (self->drag.x, self->drag.y) < LEAST_DRAG)
    return FALSE;

  *bounds = get_text_bounds (node);
  bounds->x += self->drag.x / self->scale;
  bounds->y += self->drag.y / self->scale;
  return TRUE;
}

void
ctg_sheet_init_notes (CtgSheet *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->dragged_note = -1;
  self->pressed = CTG_DATUM_NONE;
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (drag_cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
