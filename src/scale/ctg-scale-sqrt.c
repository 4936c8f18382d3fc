/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The square-root scale: small numbers have more room than on a linear one, and zero keeps its place. Below zero it is mirrored. */

#include <math.h>

#include "scale/ctg-scale-private.h"

/* Of the distance at which the wanted ticks would stand, neighbours keep this share at least. */
#define LEAST_DISTANCE 0.55
/* Decades below the larger end whose numbers are tried; the root of a smaller one is too near to zero. */
#define N_DECADES 8
#define TOLERANCE 1e-9

static double
get_root (double value)
{
  return value < 0 ? -sqrt (-value) : sqrt (value);
}

static double
sqrt_map (const CtgScale *scale,
          double          value)
{
  double low = get_root (scale->domain_min);
  double high = get_root (scale->domain_max);

  /* Two ends of one root, to the last bit. */
  if (low == high)
    return scale->range_min;

  double share = (get_root (value) - low) / (high - low);

  return scale->range_min + share * (scale->range_max - scale->range_min);
}

static double
sqrt_invert (const CtgScale *scale,
             double          place)
{
  double low = get_root (scale->domain_min);

  if (scale->range_max == scale->range_min)
    return scale->domain_min;

  double share = (place - scale->range_min) / (scale->range_max - scale->range_min);
  double root = low + share * (get_root (scale->domain_max) - low);

  return root * fabs (root);
}

static bool
is_inside (const CtgScale *scale,
           double          value)
{
  return value >= scale->domain_min && value <= scale->domain_max;
}

/* The sizes 1, 2, 5, 10 … that keep their distance from the one above and from zero, from the largest down. */
static GArray *
choose_sizes (const CtgScale *scale,
              double          distance)
{
  static const int mantissas[] = { 5, 2, 1 };
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (double));
  double least = distance * (get_root (scale->domain_max) - get_root (scale->domain_min));
  double nearest = is_inside (scale, 0) ? least : 0;
  double last = INFINITY;
  int top = (int) floor (log10 (MAX (fabs (scale->domain_min), fabs (scale->domain_max))));

  for (int exponent = top; exponent >= top - N_DECADES; exponent--)
    {
      for (unsigned int k = 0; k < G_N_ELEMENTS (mantissas); k++)
        {
          double size = ctg_ticks_get_decimal (mantissas[k], exponent);
          double root = sqrt (size);

          if ((!is_inside (scale, size) && !is_inside (scale, -size)) || last - root < least || root < nearest)
            continue;
          g_array_append_val (sizes, size);
          last = root;
        }
    }

  return sizes;
}

static CtgTicks *
make_ticks (const CtgScale *scale,
            double          distance)
{
  g_autoptr(GArray) sizes = choose_sizes (scale, distance);
  CtgTicks *ticks = ctg_ticks_new (g_new (double, 2 * sizes->len + 1), 0);
  double smallest = sizes->len > 0 ? g_array_index (sizes, double, sizes->len - 1) : 1;

  for (unsigned int k = 0; k < sizes->len; k++)
    {
      if (is_inside (scale, -g_array_index (sizes, double, k)))
        ticks->values[ticks->n++] = -g_array_index (sizes, double, k);
    }
  if (is_inside (scale, 0))
    ticks->values[ticks->n++] = 0;
  for (unsigned int k = sizes->len; k-- > 0;)
    {
      if (is_inside (scale, g_array_index (sizes, double, k)))
        ticks->values[ticks->n++] = g_array_index (sizes, double, k);
    }
  ticks->decimals = smallest < 1 ? (unsigned int) ceil (-log10 (smallest) - TOLERANCE) : 0;

  return ticks;
}

static CtgTicks *
sqrt_ticks (const CtgScale *scale,
            unsigned int    wanted,
            CtgTickFits     fits,
            gpointer        user_data)
{
  g_autoptr(CtgTicks) best = NULL;

  for (unsigned int n = MAX (2, wanted); n >= 1; n--)
    {
      g_autoptr(CtgTicks) ticks = make_ticks (scale, LEAST_DISTANCE / n);

      if (ticks->n < 2)
        break;
      if (fits == NULL || fits (ticks, user_data))
        return g_steal_pointer (&ticks);
      g_clear_pointer (&best, ctg_ticks_free);
      best = g_steal_pointer (&ticks);
    }
  if (best != NULL)
    return g_steal_pointer (&best);

  /* A domain far from zero is nearly linear. */
  return ctg_ticks_inside (scale, wanted, fits, user_data);
}

static void
sqrt_nice (CtgScale    *scale,
           unsigned int wanted,
           CtgTickFits  fits,
           gpointer     user_data)
{
  CtgScale linear = ctg_scale_linear (scale->domain_min, scale->domain_max, 0, 1);

  ctg_scale_nice (&linear, wanted, fits, user_data);
  scale->domain_min = linear.domain_min;
  scale->domain_max = linear.domain_max;
}

const CtgScaleDesc ctg_scale_sqrt_desc = {
  .id = "sqrt",
  .map = sqrt_map,
  .invert = sqrt_invert,
  .nice = sqrt_nice,
  .ticks = sqrt_ticks,
};
