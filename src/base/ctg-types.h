/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Plain geometry shared by every layer. Lengths are points (1/72 in) unless a name says otherwise. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

#define CTG_MM_PER_PT (25.4 / 72.0)
#define CTG_PT_PER_MM (72.0 / 25.4)

typedef struct
{
  double x;
  double y;
} CtgPoint;

/* x, y is the upper left corner; y grows downwards; width and height are never negative. */
typedef struct
{
  double x;
  double y;
  double width;
  double height;
} CtgRect;

static inline CtgRect
ctg_rect (double x,
          double y,
          double width,
          double height)
{
  return (CtgRect) { x, y, width, height };
}

/* The point that lies so far to the right of the upper left corner, and below it. */
static inline CtgPoint
ctg_rect_at (CtgRect rect,
             double  x,
             double  y)
{
  return (CtgPoint) { rect.x + x, rect.y + y };
}

static inline bool
ctg_rect_is_empty (CtgRect rect)
{
  return rect.width <= 0 && rect.height <= 0;
}

static inline bool
ctg_rect_contains (CtgRect rect,
                   double  x,
                   double  y)
{
  return x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
}

/* Whether two rectangles share an area; touching edges do not count. */
static inline bool
ctg_rect_overlaps (CtgRect a,
                   CtgRect b)
{
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

static inline CtgRect
ctg_rect_union (CtgRect a,
                CtgRect b)
{
  if (ctg_rect_is_empty (a))
    return b;
  if (ctg_rect_is_empty (b))
    return a;

  double x0 = MIN (a.x, b.x);
  double y0 = MIN (a.y, b.y);
  double x1 = MAX (a.x + a.width, b.x + b.width);
  double y1 = MAX (a.y + a.height, b.y + b.height);

  return (CtgRect) { x0, y0, x1 - x0, y1 - y0 };
}

static inline CtgRect
ctg_rect_inset (CtgRect rect,
                double  by)
{
  return (CtgRect) { rect.x + by, rect.y + by, MAX (0, rect.width - 2 * by), MAX (0, rect.height - 2 * by) };
}

G_END_DECLS
