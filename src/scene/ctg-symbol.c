/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The outlines of the symbols as unit shapes of area 1, scaled to the area of the circle, so that no symbol looks
 * heavier than another. Must not know how an outline is painted. */

#include "scene/ctg-symbol.h"

#include <math.h>

/* Half sides and radii of unit-area shapes. */
#define SQUARE 0.5
#define DIAMOND 0.7071067811865476  /* half diagonal of the unit square */
#define TRIANGLE 0.8773826753016617 /* radius of the corners: sqrt (4 / (3 sqrt (3))) */
#define CROSS 0.3162277660168379    /* a saltire of five squares with sides sqrt (1 / 5), its corners on a grid of sqrt (1 / 10) */
#define DASH 0.25                   /* half height of a bar four times as wide as high */

static const CtgPoint square[] = {
  { -SQUARE, -SQUARE }, { SQUARE, -SQUARE }, { SQUARE, SQUARE }, { -SQUARE, SQUARE },
};
static const CtgPoint diamond[] = {
  { 0, -DIAMOND }, { DIAMOND, 0 }, { 0, DIAMOND }, { -DIAMOND, 0 },
};
static const CtgPoint triangle[] = {
  { 0, -TRIANGLE }, { TRIANGLE * 0.8660254037844386, TRIANGLE / 2 }, { -TRIANGLE * 0.8660254037844386, TRIANGLE / 2 },
};
static const CtgPoint cross[] = {
  { CROSS, -2 * CROSS }, { 2 * CROSS, -CROSS }, { CROSS, 0 }, { 2 * CROSS, CROSS }, { CROSS, 2 * CROSS }, { 0, CROSS },
  { -CROSS, 2 * CROSS }, { -2 * CROSS, CROSS }, { -CROSS, 0 }, { -2 * CROSS, -CROSS }, { -CROSS, -2 * CROSS }, { 0, -CROSS },
};
static const CtgPoint dash[] = {
  { -4 * DASH, -DASH }, { 4 * DASH, -DASH }, { 4 * DASH, DASH }, { -4 * DASH, DASH },
};

G_STATIC_ASSERT (G_N_ELEMENTS (cross) <= CTG_SYMBOL_MAX_POINTS);

static unsigned int
get_unit_outline (CtgSymbol        symbol,
                  const CtgPoint **points)
{
  switch (symbol)
    {
    case CTG_SYMBOL_CIRCLE:
      *points = NULL;
      return 0;

    case CTG_SYMBOL_SQUARE:
      *points = square;
      return G_N_ELEMENTS (square);

    case CTG_SYMBOL_DIAMOND:
      *points = diamond;
      return G_N_ELEMENTS (diamond);

    case CTG_SYMBOL_TRIANGLE:
      *points = triangle;
      return G_N_ELEMENTS (triangle);

    case CTG_SYMBOL_CROSS:
      *points = cross;
      return G_N_ELEMENTS (cross);

    case CTG_SYMBOL_DASH:
      *points = dash;
      return G_N_ELEMENTS (dash);

    default:
      g_assert_not_reached ();
    }
}

unsigned int
ctg_symbol_get_outline (CtgSymbol symbol,
                        CtgPoint  center,
                        double    size,
                        CtgPoint  points[CTG_SYMBOL_MAX_POINTS])
{
  const CtgPoint *unit;
  unsigned int n_points = get_unit_outline (symbol, &unit);
  double scale = size * sqrt (G_PI) / 2;

  for (unsigned int i = 0; i < n_points; i++)
    points[i] = (CtgPoint) { center.x + scale * unit[i].x, center.y + scale * unit[i].y }
  ;

  return n_points;
}
