/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bands: equal places for countries or categories along an axis. */

#include <math.h>

#include "scale/ctg-scale.h"

/* The distance from band to band; outer gaps count at both ends. */
static double
get_step (unsigned int n,
          double       from,
          double       to,
          double       inner,
          double       outer)
{
  return (to - from) / (n - inner + 2 * outer);
}

CtgBand
ctg_band (unsigned int n,
          unsigned int index,
          double       from,
          double       to,
          double       inner,
          double       outer)
{
  if (n == 0)
    return (CtgBand) { from, 0, from }
  ;

  g_return_val_if_fail (inner >= 0 && inner < 1 && outer >= 0, ((CtgBand) { from, 0, from }));

  double step = get_step (n, from, to, inner, outer);
  double first = from + step * (outer + index);
  double last = first + step * (1 - inner);

  return (CtgBand) { MIN (first, last), fabs (last - first), (first + last) / 2 };
}

unsigned int
ctg_band_find (unsigned int n,
               double       from,
               double       to,
               double       inner,
               double       outer,
               double       place)
{
  if (n == 0 || from == to)
    return 0;

  g_return_val_if_fail (inner >= 0 && inner < 1 && outer >= 0, 0);

  /* Half of the gap belongs to each neighbour. */
  double index = floor ((place - from) / get_step (n, from, to, inner, outer) - outer + inner / 2);

  return CLAMP (index, 0, n - 1);
}
