/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One field of the figure spec in the inspector: a title and a control. What it shows is always the figure's; what the user does becomes a
 * step of the document with a name. A field knows its path and nothing of its neighbours.
 * Properties: "path" (of the spec; a space between several, the first is the main one), "title", "undo-label" (to stand after "Undo"),
 * "hint" (what the control will do, in a line under it; NULL if title and choices say it), "title-visible". */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_FIELD (ctg_field_get_type ())
G_DECLARE_DERIVABLE_TYPE (CtgField, ctg_field, CTG, FIELD, GtkWidget)

struct _CtgFieldClass
{
  GtkWidgetClass parent_class;

  /* Shows the document's figure. Changes of controls made here do not come back as changes of the figure. */
  void (*show) (CtgField *self);
  /* Gives the focus to what the user would change first; NULL where that is the control itself. */
  gboolean (*focus_control) (CtgField *self);
};

void         ctg_field_set_document  (CtgField    *self,
                                      CtgDocument *document);
CtgDocument *ctg_field_get_document  (CtgField *self);
const char  *ctg_field_get_path      (CtgField *self);
const char  *ctg_field_get_title     (CtgField *self);
gboolean     ctg_field_has_path      (CtgField   *self,
                                      const char *path);
/* FALSE where nothing in it can take the focus. Not grab_focus(): GTK calls that of each widget that Tab enters or leaves backwards, and
 * the focus would never get out. */
gboolean     ctg_field_focus_control (CtgField *self);
/* After the figure has changed. */
void         ctg_field_update        (CtgField *self);

/* For the kinds of fields. control: (transfer floating); below: under the title instead of beside it. */
void         ctg_field_set_control   (CtgField  *self,
                                      GtkWidget *control,
                                      gboolean   below);
/* More of the control, under title and control; (transfer floating). */
void         ctg_field_add_below     (CtgField  *self,
                                      GtkWidget *widget);
GtkWidget   *ctg_field_get_control   (CtgField *self);
/* The value as ctg_spec_get() has it; NULL for "made from the data". */
char        *ctg_field_dup_value     (CtgField *self) G_GNUC_WARN_UNUSED_RESULT;
/* value: as ctg_spec_with() reads it, NULL for "made from the data". merging: one of many while typing. What the spec refuses is marked at
 * the control, with the reason, and changes nothing. */
void         ctg_field_change        (CtgField   *self,
                                      const char *value,
                                      gboolean    merging);
/* The same for several paths at once: pairs of path and value, ended by NULL. */
void         ctg_field_change_all    (CtgField *self,
                                      gboolean  merging,
                                      ...) G_GNUC_NULL_TERMINATED;
/* TRUE inside show(): controls that change now were not changed by the user. */
gboolean     ctg_field_is_quiet      (CtgField *self);

G_END_DECLS
