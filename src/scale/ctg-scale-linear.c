/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The linear scale: equal differences are equal lengths. */

#include "scale/ctg-scale-private.h"

/* A domain is nice when its own ticks end where it ends; two steps are usual, more have not been seen. */
#define MAX_NICE_STEPS 8

static double
linear_map (const CtgScale *scale,
            double          value)
{
  double share = (value - scale->domain_min) / (scale->domain_max - scale->domain_min);

  return scale->range_min + share * (scale->range_max - scale->range_min);
}

static double
linear_invert (const CtgScale *scale,
               double          place)
{
  if (scale->range_max == scale->range_min)
    return scale->domain_min;

  double share = (place - scale->range_min) / (scale->range_max - scale->range_min);

  return scale->domain_min + share * (scale->domain_max - scale->domain_min);
}

static void
linear_nice (CtgScale    *scale,
             unsigned int wanted,
             CtgTickFits  fits,
             gpointer     user_data)
{
  for (unsigned int i = 0; i < MAX_NICE_STEPS; i++)
    {
      g_autoptr(CtgTicks) ticks = ctg_ticks_around (scale, wanted, fits, user_data);
      double low = MIN (ticks->values[0], scale->domain_min);
      double high = MAX (ticks->values[ticks->n - 1], scale->domain_max);

      if (low == scale->domain_min && high == scale->domain_max)
        break;
      scale->domain_min = low;
      scale->domain_max = high;
    }
}

static bool
ends_with_domain (const CtgTicks *ticks,
                  const CtgScale *scale)
{
  return ticks->values[0] == scale->domain_min && ticks->values[ticks->n - 1] == scale->domain_max;
}

static CtgTicks *
linear_ticks (const CtgScale *scale,
              unsigned int    wanted,
              CtgTickFits     fits,
              gpointer        user_data)
{
  g_autoptr(CtgTicks) nice = ctg_ticks_around (scale, wanted, fits, user_data);

  if (ends_with_domain (nice, scale) && nice->n >= MIN (wanted, CTG_TICKS_FEW))
    return g_steal_pointer (&nice);

  return ctg_ticks_inside (scale, wanted, fits, user_data);
}

const CtgScaleDesc ctg_scale_linear_desc = {
  .id = "linear",
  .map = linear_map,
  .invert = linear_invert,
  .nice = linear_nice,
  .ticks = linear_ticks,
};
