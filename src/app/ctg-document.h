/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure as the window has it open: the figure, its history for undo, its scene, and which rows are selected. Sheet, table
 * and inspector share one document; each of them changes the figure only through ctg_document_change() and redraws on the
 * document's signals. Must not know any widget. Main thread only. */

#pragma once

#include <gio/gio.h>

#include "file/ctg-figure.h"

G_BEGIN_DECLS

#define CTG_TYPE_DOCUMENT (ctg_document_get_type ())
G_DECLARE_FINAL_TYPE (CtgDocument, ctg_document, CTG, DOCUMENT, GObject)

/* Signals:
 *   "figure-changed"    (CtgDocument *self): the spec (and perhaps the table) is another one; the scene follows a little later
 *   "scene-changed"     (CtgDocument *self): get_scene(), get_warnings() and get_error() have new answers
 *   "selection-changed" (CtgDocument *self)
 * Properties to bind, all read-only: "title", "subtitle" (strings), "modified", "can-undo", "can-redo", "filtered", "busy" (booleans),
 * "undo-label", "redo-label" (strings, NULL for none). */

CtgDocument     *ctg_document_new (CtgFigure     *figure,
                                   CtgOpenedKind kind,
                                   GFile         *file) G_GNUC_WARN_UNUSED_RESULT;

CtgFigure       *ctg_document_get_figure        (CtgDocument *self);
/* Shorthands for what the figure has. */
CtgSpec         *ctg_document_get_spec          (CtgDocument *self);
CtgTable        *ctg_document_get_table         (CtgDocument *self);
CtgLocale       *ctg_document_get_locale        (CtgDocument *self);
CtgDataset      *ctg_document_get_dataset       (CtgDocument *self);
/* For the functions of ctg-chart.h, measure included; valid until the next change. */
CtgChartInput    ctg_document_get_input         (CtgDocument *self);

/* ---- changes and undo ---- */

/* Makes spec the figure's spec and remembers the one before. label: lower case, to stand after "Undo": _("sort by name").
 * A spec equal to the present one changes nothing. */
void             ctg_document_change            (CtgDocument *self,
                                                 CtgSpec     *spec,
                                                 const char  *label);
/* The same for values that pass through many states while being typed or dragged: follows of changes with the same label become
 * one step. */
void             ctg_document_change_merging    (CtgDocument *self,
                                                 CtgSpec     *spec,
                                                 const char  *label);
/* One field by its path, see ctg_spec_with(); value is nullable. FALSE with the error for what the field cannot be. */
gboolean         ctg_document_set               (CtgDocument *self,
                                                 const char  *path,
                                                 const char  *value,
                                                 const char  *label,
                                                 GError     **error);
/* Draws the same as another kind of chart (NULL: the one made from the data). All that is set stays, even what the kind has no use for; only
 * series that it cannot draw together are let go, the last ones first, and undo brings them back. FALSE with the reason for a kind that
 * does not fit the data. */
gboolean         ctg_document_set_kind          (CtgDocument *self,
                                                 const char  *kind,
                                                 GError     **error);
void             ctg_document_undo              (CtgDocument *self);
void             ctg_document_redo              (CtgDocument *self);
/* Back to the dataset's default figure, as a step that can be undone. */
void             ctg_document_reset             (CtgDocument *self);
gboolean         ctg_document_get_can_undo      (CtgDocument *self);
gboolean         ctg_document_get_can_redo      (CtgDocument *self);
/* "sort by name"; NULL where there is nothing to undo. */
const char      *ctg_document_get_undo_label    (CtgDocument *self);
const char      *ctg_document_get_redo_label    (CtgDocument *self);
/* Whether the figure has a search, region or condition. */
gboolean         ctg_document_get_filtered      (CtgDocument *self);

/* ---- the scene ---- */

/* The latest finished scene; NULL before the first and when the figure cannot be drawn (see get_error()). Borrowed. */
CtgScene        *ctg_document_get_scene         (CtgDocument *self);
/* Whether the scene is made in a thread, for there are thousands of rows. */
gboolean         ctg_document_is_large          (CtgDocument *self);
/* Compiles now if the scene is behind the figure. */
CtgScene        *ctg_document_ensure_scene      (CtgDocument *self);
/* Those of the latest scene; never NULL. */
CtgWarnings     *ctg_document_get_warnings      (CtgDocument *self);
/* Why there is no scene; NULL if there is one. */
const GError    *ctg_document_get_error         (CtgDocument *self);

/* ---- selection: row keys of the table, shared by the sheet and the table ---- */

/* keys: NULL-terminated, or NULL for none; unknown keys are kept (another rule may bring them back). Nothing is emitted when it is the same set. */
void             ctg_document_set_selection     (CtgDocument       *self,
                                                 const char *const *keys);
/* In the order they were given; NULL-terminated, never NULL. Borrowed. */
const char *const *ctg_document_get_selection   (CtgDocument *self);
gboolean         ctg_document_is_selected       (CtgDocument *self,
                                                 const char  *key);

/* ---- file ---- */

/* The file the document was opened from or saved to; NULL for bundled data. */
GFile           *ctg_document_get_file          (CtgDocument *self);
CtgOpenedKind    ctg_document_get_kind          (CtgDocument *self);
/* Whether Save may write to the file without asking for a name: it is a figure file. */
gboolean         ctg_document_can_save_in_place (CtgDocument *self);
/* Remembers that the present figure is what file holds. */
void             ctg_document_set_saved         (CtgDocument *self,
                                                 GFile       *file);
gboolean         ctg_document_get_modified      (CtgDocument *self);
/* The dataset's short title, or the file's name. */
const char      *ctg_document_get_title         (CtgDocument *self);
const char      *ctg_document_get_subtitle      (CtgDocument *self);

G_END_DECLS
