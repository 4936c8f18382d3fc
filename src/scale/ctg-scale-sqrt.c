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
/* Shares of the axis that may be without a tick: before the first and after the last, and between two. */
#define MOST_AT_END 0.3
#define MOST_BETWEEN 0.5

/* The numbers of a decade that may be ticks, from the largest down. */
typedef struct
{
  int mantissas[3];
  unsigned int n;
} Pool;

/* Most familiar first. Below 5 nothing of the first follows 2, which leaves the end of some axes bare; the last is for long labels. */
static const Pool pools[] = { { { 5, 2, 1 }, 3 }, { { 4, 2, 1 }, 3 }, { { 5, 1 }, 2 }, { { 1 }, 1 } };

/* The best ticks so far. */
typedef struct
{
  CtgTicks *ticks;
  double bareness;
} Choice;

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

/* The sizes of a pool that keep their distance from the one above and from zero, from the largest down to no less than least_size. */
static GArray *
choose_sizes (const CtgScale *scale,
              const Pool     *pool,
              double          distance,
              double          least_size)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (double));
  double least = distance * (get_root (scale->domain_max) - get_root (scale->domain_min));
  double nearest = is_inside (scale, 0) ? least : 0;
  double last = INFINITY;
  int top = (int) floor (log10 (MAX (fabs (scale->domain_min), fabs (scale->domain_max))));

  for (int exponent = top; exponent >= top - N_DECADES; exponent--)
    {
      for (unsigned int k = 0; k < pool->n; k++)
        {
          double size = ctg_ticks_get_decimal (pool->mantissas[k], exponent);
          double root = sqrt (size);

          if (size < least_size || (!is_inside (scale, size) && !is_inside (scale, -size)) || last - root < least || root < nearest)
            continue;
          g_array_append_val (sizes, size);
          last = root;
        }
    }

  return sizes;
}

static CtgTicks *
make_ticks (const CtgScale *scale,
            const Pool     *pool,
            double          distance,
            double          least_size)
{
  g_autoptr(GArray) sizes = choose_sizes (scale, pool, distance, least_size);
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

/* How much of the axis is bare of ticks: up to 1 is good, INFINITY too few of them. */
static double
get_bareness (const CtgScale *scale,
              const CtgTicks *ticks)
{
  CtgScale shares = *scale;
  double bareness = 0;
  double previous = 0;

  shares.range_min = 0;
  shares.range_max = 1;
  for (unsigned int i = 0; i <= ticks->n; i++)
    {
      double place = i < ticks->n ? sqrt_map (&shares, ticks->values[i]) : 1;

      bareness = MAX (bareness, (place - previous) / (i == 0 || i == ticks->n ? MOST_AT_END : MOST_BETWEEN));
      previous = place;
    }

  return ticks->n < CTG_TICKS_FEW ? INFINITY : bareness;
}

/* Takes the ticks. Returns whether there is no need to look for better ones. */
static bool
consider (Choice         *best,
          const CtgScale *scale,
          CtgTicks       *ticks,
          CtgTickFits     fits,
          gpointer        user_data)
{
  double bareness = get_bareness (scale, ticks);
  bool better = best->ticks == NULL || bareness < best->bareness;

  if (ticks->n < 2 || !better || (fits != NULL && !fits (ticks, user_data)))
    {
      ctg_ticks_free (ticks);
      return false;
    }
  ctg_ticks_free (best->ticks);
  *best = (Choice) { ticks, bareness };

  return bareness <= 1;
}

/* As many as are wanted, then fewer; each time with fractions and then, for who has no use for these, without. */
static bool
try_pool (Choice         *best,
          const CtgScale *scale,
          const Pool     *pool,
          unsigned int    wanted,
          CtgTickFits     fits,
          gpointer        user_data)
{
  for (unsigned int n = MAX (2, wanted); n >= 1; n--)
    {
      CtgTicks *ticks = make_ticks (scale, pool, LEAST_DISTANCE / n, 0);
      bool fractions = ticks->decimals > 0;

      if (consider (best, scale, ticks, fits, user_data) ||
          (fractions && consider (best, scale, make_ticks (scale, pool, LEAST_DISTANCE / n, 1), fits, user_data)))
        return true;
    }

  return false;
}

static CtgTicks *
sqrt_ticks (const CtgScale *scale,
            unsigned int    wanted,
            CtgTickFits     fits,
            gpointer        user_data)
{
  Choice best = { NULL, INFINITY };

  for (unsigned int k = 0; k < G_N_ELEMENTS (pools); k++)
    {
      if (try_pool (&best, scale, &pools[k], wanted, fits, user_data))
        return best.ticks;
    }

  /* A domain far from zero is nearly linear. */
  consider (&best, scale, ctg_ticks_inside (scale, wanted, fits, user_data), fits, user_data);

  return best.ticks != NULL ? best.ticks : ctg_ticks_inside (scale, wanted, fits, user_data);
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
