/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From numbers to circles whose areas are in proportion, and the nested legend that explains them. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-words-private.h"

G_BEGIN_DECLS

#define CTG_MAP_CIRCLES_IN_LEGEND 3

typedef struct
{
  double most;     /* the largest number drawn; 0 where there is none */
  double largest;  /* its diameter, points */
  double smallest; /* no circle is drawn smaller, so that it can be seen */
} CtgMapCircles;

/* width: of the map. */
void         ctg_map_circles_init         (CtgMapCircles *self,
                                           const CtgPlan *plan,
                                           double         width);
/* The same before there is a plan. */
void         ctg_map_circles_init_words   (CtgMapCircles  *self,
                                           const CtgWords *words);
/* The diameter of the circle of a number above zero. */
double       ctg_map_circles_get_diameter (const CtgMapCircles *self,
                                           double               number);
/* Whether the circle is drawn larger than the number would have it. */
bool         ctg_map_circles_is_enlarged  (const CtgMapCircles *self,
                                           double               number);
/* Round numbers for the legend, from large to small; returns how many. */
unsigned int ctg_map_circles_get_keys     (const CtgMapCircles *self,
                                           double               keys[CTG_MAP_CIRCLES_IN_LEGEND]);
CtgStyle     ctg_map_circles_get_style    (const CtgPlan *plan);

G_END_DECLS
