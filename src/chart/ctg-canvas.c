/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Mirrors what is drawn where the language is written from right to left; otherwise passes it on to the builder. */

#include "chart/ctg-canvas.h"

#include "base/ctg-bidi.h"

#define MAX_POINTS 64

static CtgPoint
mirror (const CtgCanvas *self,
        CtgPoint         point)
{
  return self->rtl ? (CtgPoint) { self->width - point.x, point.y } : point;
}

void
ctg_canvas_rect (CtgCanvas      *self,
                 CtgRole         role,
                 CtgRect         rect,
                 const CtgStyle *style)
{
  if (self->rtl)
    rect.x = self->width - rect.x - rect.width;

  ctg_scene_builder_rect (self->builder, role, rect, 0, style);
}

void
ctg_canvas_line (CtgCanvas      *self,
                 CtgRole         role,
                 CtgPoint        from,
                 CtgPoint        to,
                 const CtgStyle *style)
{
  ctg_scene_builder_line (self->builder, role, mirror (self, from), mirror (self, to), style);
}

void
ctg_canvas_polygon (CtgCanvas      *self,
                    CtgRole         role,
                    const CtgPoint *points,
                    unsigned int    n_points,
                    bool            closed,
                    const CtgStyle *style)
{
  CtgPathVerb verbs[MAX_POINTS + 1];
  CtgPoint mirrored[MAX_POINTS];

  g_assert (n_points >= 2 && n_points <= MAX_POINTS);

  for (unsigned int i = 0; i < n_points; i++)
    {
      verbs[i] = i == 0 ? CTG_PATH_MOVE : CTG_PATH_LINE;
      mirrored[i] = mirror (self, points[i]);
    }
  verbs[n_points] = CTG_PATH_CLOSE;

  ctg_scene_builder_path (self->builder, role, verbs, n_points + (closed ? 1 : 0), mirrored, n_points, style);
}

void
ctg_canvas_symbol (CtgCanvas      *self,
                   CtgRole         role,
                   CtgSymbol       symbol,
                   CtgPoint        center,
                   double          size,
                   const CtgStyle *style)
{
  ctg_scene_builder_symbol (self->builder, role, symbol, mirror (self, center), size, style);
}

/* Latin letters, digits and the signs of numbers are in every font worth drawing with; the rest is looked up. */
static bool
is_common (gunichar c)
{
  return c <= 0x24f || (c >= 0x2010 && c <= 0x2026) || c == 0x2212 || c == 0x2264 || c == 0x2265;
}

static void
check_glyphs (CtgCanvas     *self,
              const CtgFont *font,
              const char    *string)
{
  if (self->warnings == NULL)
    return;

  for (const char *p = string; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!is_common (g_utf8_get_char (p)))
        {
          if (ctg_text_measure_count_unknown (self->measure, font, string) > 0)
            ctg_warnings_add (self->warnings, CTG_PHRASE_WARN_GLYPHS_MISSING, NULL, string, NULL);
          return;
        }
    }
}

/* As the figure is, unless all letters are written the other way: one line of several may begin with a foreign name. */
static bool
is_from_right (const CtgCanvas *self,
               const char      *string)
{
  CtgDirection direction = ctg_bidi_get_only_direction (string);

  return direction == CTG_DIRECTION_NONE ? self->rtl : direction == CTG_DIRECTION_RIGHT_TO_LEFT;
}

void
ctg_canvas_text (CtgCanvas     *self,
                 CtgRole        role,
                 const CtgFont *font,
                 CtgColor       color,
                 const char    *string,
                 CtgPoint       baseline,
                 CtgAlign       align)
{
  static const CtgAnchor anchors[2][3] = {
    { CTG_ANCHOR_LEFT, CTG_ANCHOR_MIDDLE, CTG_ANCHOR_RIGHT },
    { CTG_ANCHOR_RIGHT, CTG_ANCHOR_MIDDLE, CTG_ANCHOR_LEFT },
  };

  check_glyphs (self, font, string);
  ctg_scene_builder_text (self->builder, role, self->measure, font, color, string,
                          mirror (self, baseline), anchors[self->rtl][align], 0, is_from_right (self, string));
}

void
ctg_canvas_text_up (CtgCanvas     *self,
                    CtgRole        role,
                    const CtgFont *font,
                    CtgColor       color,
                    const char    *string,
                    CtgPoint       at,
                    CtgAlign       align)
{
  static const CtgAnchor anchors[3] = { CTG_ANCHOR_LEFT, CTG_ANCHOR_MIDDLE, CTG_ANCHOR_RIGHT };
  CtgTextExtents extents;
  CtgPoint baseline = mirror (self, at);

  check_glyphs (self, font, string);
  ctg_text_measure_line (self->measure, font, string, &extents);
  baseline.x += (extents.ascent - extents.descent) / 2;
  ctg_scene_builder_text (self->builder, role, self->measure, font, color, string, baseline, anchors[align], -90, is_from_right (self, string));
}
