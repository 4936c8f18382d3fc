/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One font file for cairo and HarfBuzz together: simple lines without Pango and fontconfig, whose start costs more than
 * drawing a figure. */

#pragma once

#include <cairo.h>

#include "text/ctg-text.h"

G_BEGIN_DECLS

typedef struct _CtgTextFace CtgTextFace;

/* NULL where the font has no file that may be read directly. */
CtgTextFace *ctg_text_face_new  (const CtgFont *font) G_GNUC_WARN_UNUSED_RESULT;
void         ctg_text_face_free (CtgTextFace *self);
/* Shows the line from the current point, as ctg_text_painter_show() does; FALSE, and nothing shown, where it needs more than this one font. */
bool         ctg_text_face_show (CtgTextFace *self,
                                 cairo_t     *cr,
                                 double       size,
                                 const char  *string,
                                 bool         outlines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTextFace, ctg_text_face_free)

G_END_DECLS
