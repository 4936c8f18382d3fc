/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's commands for what a figure points out: highlighted rows and annotations. Must not know how they are drawn. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

static void
highlight_selection_cb (GSimpleAction *action,
                        GVariant      *parameter,
                        gpointer       user_data)
{
  CtgWindow *self = user_data;
  g_autoptr(CtgSpec) spec = ctg_spec_with_highlight (ctg_document_get_spec (self->document), ctg_document_get_selection (self->document));

  /* In the selection's colour nobody would see what changed. */
  ctg_document_change (self->document, spec, _("highlight rows"));
  ctg_document_set_selection (self->document, NULL);
}

static void
clear_highlight_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  static const char *const none[] = { NULL };
  CtgWindow *self = user_data;
  g_autoptr(CtgSpec) spec = ctg_spec_with_highlight (ctg_document_get_spec (self->document), none);

  ctg_document_change (self->document, spec, _("clear highlight"));
}

static void
add_annotation_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       user_data)
{
  CtgWindow *self = user_data;

  if (!ctg_sheet_add_note (self->sheet))
    ctg_window_toast (self, _("The selected row has no mark in the figure"));
}

static void
edit_annotation_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       user_data)
{
  ctg_sheet_edit_note (CTG_WINDOW (user_data)->sheet, g_variant_get_uint32 (parameter));
}

static void
delete_annotation_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       user_data)
{
  ctg_sheet_delete_note (CTG_WINDOW (user_data)->sheet, g_variant_get_uint32 (parameter));
}

static void
place_annotation_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  ctg_sheet_release_note (CTG_WINDOW (user_data)->sheet, g_variant_get_uint32 (parameter));
}

static const GActionEntry entries[] = {
  { "highlight-selection", highlight_selection_cb },
  { "clear-highlight", clear_highlight_cb },
  { "add-annotation", add_annotation_cb },
  { "edit-annotation", edit_annotation_cb, "u" },
  { "delete-annotation", delete_annotation_cb, "u" },
  { "place-annotation", place_annotation_cb, "u" },
};

void
ctg_window_add_note_actions (CtgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
ctg_window_update_note_actions (CtgWindow *self)
{
  CtgDocument *document = self->document;
  CtgSpec *spec = document != NULL ? ctg_document_get_spec (document) : NULL;
  gboolean has_scene = document != NULL && ctg_document_get_scene (document) != NULL;
  gboolean selected = document != NULL && ctg_document_get_selection (document)[0] != NULL;
  const struct { const char *name; gboolean enabled; } states[] = {
    { "highlight-selection", selected && !g_strv_equal (ctg_document_get_selection (document), (const char *const *) spec->highlight) },
    { "clear-highlight", spec != NULL && spec->highlight[0] != NULL },
    { "add-annotation", has_scene && (selected || ctg_sheet_has_focused_mark (self->sheet)) },
    { "edit-annotation", has_scene && spec->annotations[0] != NULL },
    { "delete-annotation", has_scene && spec->annotations[0] != NULL },
    { "place-annotation", has_scene && spec->annotations[0] != NULL },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (states); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), states[i].name)), states[i].enabled);
}
