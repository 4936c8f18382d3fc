/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A linear scale from which a piece is cut out: below and above the cut equal differences are the same lengths, and a short gap stands for what is
 * missing. Who draws on it must show the gap. */

#include <math.h>

#include "scale/ctg-scale-private.h"

/* Of one side; beyond the precision of numbers steps have no end. */
#define MOST_TICKS 100

static double
get_visible (const CtgScale *scale)
{
  return scale->break_low - scale->domain_min + scale->domain_max - scale->break_high;
}

static double
broken_map (const CtgScale *scale,
            double          value)
{
  double unit = (1 - CTG_SCALE_GAP) / get_visible (scale);
  double share = (MIN (value, scale->break_low) - scale->domain_min) * unit;

  if (value >= scale->break_high)
    share += CTG_SCALE_GAP + (value - scale->break_high) * unit;
  else if (value > scale->break_low)
    share += CTG_SCALE_GAP * (value - scale->break_low) / (scale->break_high - scale->break_low);

  return scale->range_min + share * (scale->range_max - scale->range_min);
}

static double
broken_invert (const CtgScale *scale,
               double          place)
{
  if (scale->range_max == scale->range_min)
    return scale->domain_min;

  double share = (place - scale->range_min) / (scale->range_max - scale->range_min);
  double unit = (1 - CTG_SCALE_GAP) / get_visible (scale);
  double gap = (scale->break_low - scale->domain_min) * unit;

  if (share <= gap)
    return scale->domain_min + share / unit;
  if (share >= gap + CTG_SCALE_GAP)
    return scale->break_high + (share - gap - CTG_SCALE_GAP) / unit;

  return scale->break_low + (share - gap) / CTG_SCALE_GAP * (scale->break_high - scale->break_low);
}

/* The ticks of one step on both sides of the gap. */
static CtgTicks *
make_ticks (const CtgScale *scale,
            unsigned int    wanted)
{
  g_autoptr(CtgTicks) even = ctg_ticks_extended (0, get_visible (scale), wanted, false, NULL, NULL);
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  double step = even->step > 0 ? even->step : get_visible (scale);
  double first = ceil (scale->domain_min / step) * step;

  for (unsigned int side = 0; side < 2; side++)
    {
      double from = side == 0 ? first : ceil (scale->break_high / step) * step;
      double to = side == 0 ? scale->break_low : scale->domain_max;

      for (unsigned int k = 0; k < MOST_TICKS && from + k * step <= to; k++)
        {
          double value = from + k * step;

          g_array_append_val (values, value);
        }
    }
  if (values->len == 0)
    g_array_append_val (values, scale->domain_min);

  unsigned int n = values->len;
  CtgTicks *ticks = ctg_ticks_new ((double *) (void *) g_array_free (g_steal_pointer (&values), FALSE), n);

  ticks->decimals = even->decimals;

  return ticks;
}

static CtgTicks *
broken_ticks (const CtgScale *scale,
              unsigned int    wanted,
              CtgTickFits     fits,
              gpointer        user_data)
{
  for (unsigned int n = wanted; n > 2; n--)
    {
      g_autoptr(CtgTicks) ticks = make_ticks (scale, n);

      if (fits == NULL || fits (ticks, user_data))
        return g_steal_pointer (&ticks);
    }

  return make_ticks (scale, 2);
}

static void
broken_nice (CtgScale    *scale,
             unsigned int wanted,
             CtgTickFits  fits,
             gpointer     user_data)
{
}

const CtgScaleDesc ctg_scale_broken_desc = {
  .id = "broken",
  .map = broken_map,
  .invert = broken_invert,
  .nice = broken_nice,
  .ticks = broken_ticks,
};
