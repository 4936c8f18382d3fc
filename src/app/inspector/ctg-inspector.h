/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The settings of the figure: one field for every field of the spec that has something to choose. Property: "document" (CtgDocument, nullable). */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"
#include "app/inspector/ctg-field.h"

G_BEGIN_DECLS

#define CTG_TYPE_INSPECTOR (ctg_inspector_get_type ())
G_DECLARE_FINAL_TYPE (CtgInspector, ctg_inspector, CTG, INSPECTOR, GtkWidget)

GtkWidget   *ctg_inspector_new (void) G_GNUC_WARN_UNUSED_RESULT;

CtgDocument *ctg_inspector_get_document (CtgInspector *self);
void         ctg_inspector_set_document (CtgInspector *self,
                                         CtgDocument  *document);

/* The field that sets the path ("page.width"); NULL if there is none. */
CtgField    *ctg_inspector_find_field   (CtgInspector *self,
                                         const char   *path);
/* Scrolls to the field, focuses it and lights it up for a moment. FALSE if there is none. */
gboolean     ctg_inspector_reveal_path  (CtgInspector *self,
                                         const char   *path);

G_END_DECLS
