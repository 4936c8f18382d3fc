/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Making scales, and asking whichever kind it is. Kinds have files of their own. */

#include <math.h>
#include <string.h>

#include "scale/ctg-scale-private.h"

static const CtgScaleDesc *const descs[] = {
#define SCALE(id) &ctg_scale_##id##_desc,
#include "scale/ctg-scales.def"
#undef SCALE
};

const CtgScaleDesc *
ctg_scale_desc_find (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (unsigned int i = 0; i < G_N_ELEMENTS (descs); i++)
    {
      if (strcmp (descs[i]->id, id) == 0)
        return descs[i];
    }

  return NULL;
}

/* The same for scales that begin above zero. */
static CtgScale
make_positive (const CtgScaleDesc *desc,
               double              low,
               double              high,
               double              range_min,
               double              range_max)
{
  if (high < CTG_SCALE_LEAST)
    high = low = 1;
  if (low < CTG_SCALE_LEAST)
    low = high / 10;
  if (low == high)
    {
      low = pow (10, floor (log10 (low)));
      high = low * 10;
    }

  return (CtgScale) { .desc = desc, .domain_min = low, .domain_max = high, .range_min = range_min, .range_max = range_max };
}

CtgScale
ctg_scale_new (const CtgScaleDesc *desc,
               double              domain_min,
               double              domain_max,
               double              range_min,
               double              range_max)
{
  if (!isfinite (domain_min) || !isfinite (domain_max))
    domain_min = domain_max = 0;

  double low = MIN (domain_min, domain_max);
  double high = MAX (domain_min, domain_max);

  if (desc->positive)
    return make_positive (desc, low, high, range_min, range_max);
  if (low == high)
    {
      low = MIN (low, 0);
      high = MAX (high, 0);
    }
  if (high - low < CTG_SCALE_LEAST)
    {
      low = 0;
      high = 1;
    }

  return (CtgScale) { .desc = desc, .domain_min = low, .domain_max = high, .range_min = range_min, .range_max = range_max };
}

CtgScale
ctg_scale_linear (double domain_min,
                  double domain_max,
                  double range_min,
                  double range_max)
{
  return ctg_scale_new (&ctg_scale_linear_desc, domain_min, domain_max, range_min, range_max);
}

CtgScale
ctg_scale_log (double domain_min,
               double domain_max,
               double range_min,
               double range_max)
{
  return ctg_scale_new (&ctg_scale_log_desc, domain_min, domain_max, range_min, range_max);
}

CtgScale
ctg_scale_sqrt (double domain_min,
                double domain_max,
                double range_min,
                double range_max)
{
  return ctg_scale_new (&ctg_scale_sqrt_desc, domain_min, domain_max, range_min, range_max);
}

CtgScale
ctg_scale_time (double domain_min,
                double domain_max,
                double range_min,
                double range_max)
{
  return ctg_scale_new (&ctg_scale_time_desc, domain_min, domain_max, range_min, range_max);
}

CtgScale
ctg_scale_linear_zero (double domain_min,
                       double domain_max,
                       double range_min,
                       double range_max)
{
  return ctg_scale_linear (MIN (MIN (domain_min, domain_max), 0), MAX (MAX (domain_min, domain_max), 0), range_min, range_max);
}

CtgScale
ctg_scale_broken (double domain_min,
                  double break_low,
                  double break_high,
                  double domain_max,
                  double range_min,
                  double range_max)
{
  CtgScale scale = { &ctg_scale_broken_desc, domain_min, domain_max, range_min, range_max, break_low, break_high };

  g_return_val_if_fail (domain_min < break_low && break_low < break_high && break_high < domain_max, scale);

  return scale;
}

double
ctg_scale_map (const CtgScale *scale,
               double          value)
{
  g_return_val_if_fail (scale != NULL, 0);

  return scale->desc->map (scale, value);
}

double
ctg_scale_invert (const CtgScale *scale,
                  double          place)
{
  g_return_val_if_fail (scale != NULL, 0);

  return scale->desc->invert (scale, place);
}

void
ctg_scale_nice (CtgScale    *scale,
                unsigned int wanted,
                CtgTickFits  fits,
                gpointer     user_data)
{
  g_return_if_fail (scale != NULL);

  scale->desc->nice (scale, wanted, fits, user_data);
}

CtgTicks *
ctg_scale_ticks (const CtgScale *scale,
                 unsigned int    wanted,
                 CtgTickFits     fits,
                 gpointer        user_data)
{
  g_return_val_if_fail (scale != NULL, NULL);

  return scale->desc->ticks (scale, wanted, fits, user_data);
}
