/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure as a white sheet of its true proportions on a quiet desk: zoomed, scrolled, hovered, walked through by keyboard, read by a
 * screen reader. Shows the document's scene and never lays anything out itself. */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_SHEET (ctg_sheet_get_type ())
G_DECLARE_FINAL_TYPE (CtgSheet, ctg_sheet, CTG, SHEET, GtkWidget)

#define CTG_SHEET_ZOOM_FIT 0.0
#define CTG_SHEET_MIN_ZOOM 0.25
#define CTG_SHEET_MAX_ZOOM 8.0

/* Properties: "document" (CtgDocument), "zoom" (1 is print size, 0 fits the window). */
GtkWidget   *ctg_sheet_new (void) G_GNUC_WARN_UNUSED_RESULT;
CtgDocument *ctg_sheet_get_document       (CtgSheet *self);
void         ctg_sheet_set_document       (CtgSheet    *self,
                                           CtgDocument *document);
double       ctg_sheet_get_zoom           (CtgSheet *self);
void         ctg_sheet_set_zoom           (CtgSheet *self,
                                           double    zoom);
/* What the figure is really shown at, fit or not. */
double       ctg_sheet_get_effective_zoom (CtgSheet *self);

/* Shows the figure as it is seen in grey or with a colour vision deficiency. A way of looking, no part of the figure. */
CtgVision    ctg_sheet_get_vision         (CtgSheet *self);
void         ctg_sheet_set_vision         (CtgSheet *self,
                                           CtgVision vision);

/* Puts an entry over a text of the figure: "title", "subtitle", "note", "source", "axis.title". */
void         ctg_sheet_edit_text          (CtgSheet   *self,
                                           const char *path);
/* Whether the keyboard is at a mark that ctg_sheet_add_note() would take. */
gboolean     ctg_sheet_has_focused_mark   (CtgSheet *self);
/* Puts an entry at a mark for a new annotation: at the focused mark, or the first selected row's. FALSE where there is none. */
gboolean     ctg_sheet_add_note           (CtgSheet *self);
/* The annotation of this number in the figure: an entry over its words; takes it away; lets it stand wherever there is room. */
void         ctg_sheet_edit_note          (CtgSheet    *self,
                                           unsigned int index);
void         ctg_sheet_delete_note        (CtgSheet    *self,
                                           unsigned int index);
void         ctg_sheet_release_note       (CtgSheet    *self,
                                           unsigned int index);
/* The claim card's words; NULL where none is shown. */
char        *ctg_sheet_dup_claim_text     (CtgSheet *self) G_GNUC_WARN_UNUSED_RESULT;
/* Moves the keyboard focus to the row's first mark; FALSE where it has none. */
gboolean     ctg_sheet_focus_row          (CtgSheet   *self,
                                           const char *key);

G_END_DECLS
