/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints many symbols that are alike: from the first few on their shape is made once and stamped, which is several times faster than a
 * path each. On raster targets only; a stamp stands within an eighth of a pixel of its place. */

#pragma once

#include <cairo.h>

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

typedef struct _CtgStamp CtgStamp;

CtgStamp *ctg_stamp_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void      ctg_stamp_free  (CtgStamp *self);
/* Takes notice of the next symbol of the scene, painted or not: which ones are stamped does not depend on the part that is painted. */
void      ctg_stamp_count (CtgStamp      *self,
                           const CtgNode *node);
/* Paints the symbol last counted if there is a stamp for it; FALSE if it is to be painted as any other. Target, matrix and clip of cr are
 * looked at once and must stay. */
bool      ctg_stamp_paint (CtgStamp      *self,
                           cairo_t       *cr,
                           const CtgNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgStamp, ctg_stamp_free)

G_END_DECLS
