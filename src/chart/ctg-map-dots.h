/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dots that stand for countries too small to see. Where several are close together all but the first move away, out to sea where they can,
 * so that none covers another. */

#pragma once

#include "chart/ctg-map-plot.h"

G_BEGIN_DECLS

typedef struct
{
  CtgPoint home; /* where the country is */
  CtgPoint at;   /* where the dot stands */
  bool moved;    /* a line should lead from one to the other */
} CtgMapDot;

/* The diameter of a dot. */
double ctg_map_dots_get_size (const CtgMapPlot *plot,
                              const CtgTheme   *theme);
/* Finds at and moved from the homes; the first dots choose first. */
void   ctg_map_dots_place    (const CtgMapPlot *plot,
                              double            size,
                              CtgMapDot        *dots,
                              unsigned int      n_dots);
/* The line from the country to its dot, where it has moved, and the dot. */
void   ctg_map_dots_draw     (CtgPen          *pen,
                              const CtgMapDot *dot,
                              double           size,
                              const CtgStyle  *style);

G_END_DECLS
