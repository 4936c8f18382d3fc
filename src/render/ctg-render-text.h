/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Showing one line of text with cairo, with the fonts and widths it was measured with. */

#pragma once

#include <cairo.h>

#include "text/ctg-text.h"

G_BEGIN_DECLS

typedef struct _CtgTextPainter CtgTextPainter;

CtgTextPainter *ctg_text_painter_new  (void) G_GNUC_WARN_UNUSED_RESULT;
void            ctg_text_painter_free (CtgTextPainter *self);
/* The left end of the baseline is the current point; the colour is the current source.
 * outlines: as shapes, exactly where they belong; else as glyphs, which stay text in PDF but move to whole pixels on a raster. */
void            ctg_text_painter_show (CtgTextPainter *self,
                                       cairo_t        *cr,
                                       const CtgFont  *font,
                                       const char     *string,
                                       bool            rtl,
                                       bool            outlines);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTextPainter, ctg_text_painter_free)

G_END_DECLS
