/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The circles of a map of symbols: which rows have one, how large each is, and where it stands. */

#pragma once

#include "chart/ctg-map-circles.h"
#include "chart/ctg-map-plot.h"

G_BEGIN_DECLS

#define CTG_SYMBOLS_ZERO_RING 2.4 /* points */

typedef struct
{
  unsigned int i;
  double number;
  CtgPoint home;    /* in the middle of the country */
  CtgPoint center;
  double diameter;
} CtgSymbolsCircle;

/* Whether a row has a mark in the part shown: a circle needs the middle of its country, lines any part of it. */
bool     ctg_symbols_shows            (const CtgSpec  *spec,
                                       const CtgTable *table,
                                       unsigned int    row,
                                       unsigned int    series);
/* The same for row i of a plan. */
bool     ctg_symbols_shows_row        (const CtgPlan *plan,
                                       unsigned int   i);
/* The number that the circle of row i stands for; NAN where nothing is reported. */
double   ctg_symbols_get_number       (const CtgPlan *plan,
                                       unsigned int   i);
/* All circles on the page, from the largest to the smallest; width: of the map. */
GArray  *ctg_symbols_collect_circles  (const CtgPlan    *plan,
                                       const CtgMapPlot *plot,
                                       double            width) G_GNUC_WARN_UNUSED_RESULT;
/* Whether any two circles would cover each other in the middle of their countries, on a map as wide as the page. */
bool     ctg_symbols_any_moved        (const CtgWords      *words,
                                       const CtgMapCircles *circles);
/* Zero is a ring; less than zero is a hollow circle of the same area. */
CtgStyle ctg_symbols_get_ring_style   (const CtgPlan *plan);
CtgStyle ctg_symbols_get_hollow_style (const CtgPlan *plan);

G_END_DECLS
