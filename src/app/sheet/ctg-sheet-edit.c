/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Editing the figure's texts where they stand: an entry over the text, Enter to keep, Escape to leave. Must change the figure only
 * through the document. */

#include "app/sheet/ctg-sheet-private.h"

#include <glib/gi18n.h>

typedef struct
{
  CtgRole role;
  const char *path;
  const char *name;  /* accessible label of the entry */
  const char *label; /* of the undo step */
} EditableText;

static const EditableText editable_texts[] = {
  { CTG_ROLE_TITLE, "title", N_("Title"), N_("edit title") },
  { CTG_ROLE_SUBTITLE, "subtitle", N_("Subtitle"), N_("edit subtitle") },
  { CTG_ROLE_NOTE, "note", N_("Note"), N_("edit note") },
  { CTG_ROLE_SOURCE, "source", N_("Source line"), N_("edit source line") },
  { CTG_ROLE_AXIS_TITLE, "axis.title", N_("Axis title"), N_("edit axis title") },
};

static const EditableText *
find_by_path (const char *path)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (editable_texts); i++)
    if (g_str_equal (editable_texts[i].path, path))
      return &editable_texts[i];

  return NULL;
}

const char *
ctg_sheet_path_of_role (CtgRole role)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (editable_texts); i++)
    if (editable_texts[i].role == role)
      return editable_texts[i].path;

  return NULL;
}

/* The text as it stands in the figure, the made one where none is given. (transfer full) */
static char *
current_text (CtgSheet           *self,
              const EditableText *text)
{
  CtgChartInput input = ctg_document_get_input (self->document);
  g_autoptr(CtgChartTexts) texts = ctg_chart_texts_new (&input, NULL);

  if (texts == NULL)
    return g_strdup ("");

  if (text->role == CTG_ROLE_TITLE)
    return g_strdup (texts->title);
  if (text->role == CTG_ROLE_SUBTITLE)
    return g_strdup (texts->subtitle);
  if (text->role == CTG_ROLE_NOTE)
    return g_strdup (texts->note);
  if (text->role == CTG_ROLE_SOURCE)
    return g_strdup (texts->source);
  return g_strdup (texts->axis_title);
}

static CtgRect
text_bounds (CtgScene *scene,
             CtgRole   role)
{
  CtgRect bounds = ctg_rect (0, 0, 0, 0);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == role)
        bounds = ctg_rect_union (bounds, node->bounds);
    }

  /* A text that is switched off is written at the top of the page. */
  if (ctg_rect_is_empty (bounds))
    bounds = ctg_rect (8, 8, ctg_scene_get_width (scene) - 16, 12);

  return bounds;
}

static void
activate_cb (GtkEntry *entry,
             CtgSheet *self)
{
  const EditableText *text = find_by_path (self->editor_path);
  g_autofree char *before = current_text (self, text);
  g_autofree char *value = g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry)));

  ctg_sheet_stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (!g_str_equal (value, before))
    ctg_document_set (self->document, text->path, value, _(text->label), NULL);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                CtgSheet              *self)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  ctg_sheet_stop_editing (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  return GDK_EVENT_STOP;
}

void
ctg_sheet_open_editor (CtgSheet   *self,
                       const char *text,
                       const char *name,
                       CtgRect     bounds)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  ctg_sheet_stop_editing (self);
  self->editor_bounds = bounds;
  self->editor = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->editor), text);
  gtk_widget_add_css_class (self->editor, "sheet-editor");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->editor), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->editor, key);
  gtk_widget_set_parent (self->editor, GTK_WIDGET (self));
  gtk_widget_grab_focus (self->editor);
}

void
ctg_sheet_edit_text (CtgSheet   *self,
                     const char *path)
{
  const EditableText *text = find_by_path (path);
  g_autofree char *value = NULL;

  g_return_if_fail (CTG_IS_SHEET (self));

  if (text == NULL || self->scene == NULL)
    return;

  value = current_text (self, text);
  ctg_sheet_open_editor (self, value, _(text->name), text_bounds (self->scene, text->role));
  self->editor_path = g_strdup (path);
  g_signal_connect (self->editor, "activate", G_CALLBACK (activate_cb), self);
}

void
ctg_sheet_stop_editing (CtgSheet *self)
{
  GtkWidget *editor = g_steal_pointer (&self->editor);

  g_clear_pointer (&self->editor_path, g_free);
  g_clear_pointer (&self->note_row, g_free);
  g_clear_pointer (&self->note_series, g_free);
  if (editor != NULL)
    gtk_widget_unparent (editor);
}
