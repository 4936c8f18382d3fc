/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The builder as the chart code sees it: everything is laid out from left to right, and the canvas mirrors the page
 * for languages written from right to left. It also keeps count of what no font can write. */

#pragma once

#include "base/ctg-warnings.h"
#include "scene/ctg-scene-builder.h"

G_BEGIN_DECLS

typedef struct
{
  CtgSceneBuilder *builder;
  CtgTextMeasure *measure;
  CtgWarnings *warnings; /* nullable */
  double width;
  bool rtl;
} CtgCanvas;

/* In reading direction: START is where a line begins. */
typedef enum
{
  CTG_ALIGN_START,
  CTG_ALIGN_MIDDLE,
  CTG_ALIGN_END,
} CtgAlign;

static inline CtgStyle
ctg_style_fill (CtgColor color)
{
  return (CtgStyle) { .fill = color, .snap = true };
}

static inline CtgStyle
ctg_style_stroke (CtgColor color,
                  double   width)
{
  return (CtgStyle) { .stroke = color, .stroke_width = width };
}

void ctg_canvas_rect    (CtgCanvas      *self,
                         CtgRole         role,
                         CtgRect         rect,
                         const CtgStyle *style);
void ctg_canvas_line    (CtgCanvas      *self,
                         CtgRole         role,
                         CtgPoint        from,
                         CtgPoint        to,
                         const CtgStyle *style);
/* A line through the points; closed: back to the first. At most 64 points. */
void ctg_canvas_polygon (CtgCanvas      *self,
                         CtgRole         role,
                         const CtgPoint *points,
                         unsigned int    n_points,
                         bool            closed,
                         const CtgStyle *style);
void ctg_canvas_symbol  (CtgCanvas      *self,
                         CtgRole         role,
                         CtgSymbol       symbol,
                         CtgPoint        center,
                         double          size,
                         const CtgStyle *style);
void ctg_canvas_text    (CtgCanvas     *self,
                         CtgRole        role,
                         const CtgFont *font,
                         CtgColor       color,
                         const char    *string,
                         CtgPoint       baseline,
                         CtgAlign       align);
/* Read from below to above, centred on x; START: begins at y and runs upwards, END: ends at y. */
void ctg_canvas_text_up (CtgCanvas     *self,
                         CtgRole        role,
                         const CtgFont *font,
                         CtgColor       color,
                         const char    *string,
                         CtgPoint       at,
                         CtgAlign       align);

G_END_DECLS
