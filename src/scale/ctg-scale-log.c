/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The logarithmic scale: equal ratios are equal lengths. Ticks are 1, 2, 5, 10, 20, 50 …, or decades, or 1, 3, 10, 30 … where there are few of
 * these, or every so many decades; a domain too short for three of the first gets even steps. It has no zero: who draws zero gives it a place of its own. */

#include <math.h>

#include "scale/ctg-scale-private.h"

/* A pattern with more than this many times the ticks wanted is too fine. */
#define MOST_SHARE 2
/* So much may a tick lie outside of the domain, as a ratio. */
#define TOLERANCE 1e-9

/* mantissas of each decade, and how many decades are passed over. */
typedef struct
{
  const int *mantissas;
  int n_mantissas;
  int decades;
} Pattern;

static const int fine[] = { 1, 2, 5 };
static const int thirds[] = { 1, 3 };
static const int coarse[] = { 1 };
static const Pattern patterns[] = {
  { fine, 3, 1 }, { coarse, 1, 1 }, { thirds, 2, 1 }, { coarse, 1, 2 }, { coarse, 1, 3 }, { coarse, 1, 5 }, { coarse, 1, 10 }, { coarse, 1, 20 },
  { coarse, 1, 50 }, { coarse, 1, 100 }, { coarse, 1, 200 },
};

static double
log_map (const CtgScale *scale,
         double          value)
{
  if (!(value > 0))
    return scale->range_min;

  double share = log (value / scale->domain_min) / log (scale->domain_max / scale->domain_min);

  return scale->range_min + share * (scale->range_max - scale->range_min);
}

static double
log_invert (const CtgScale *scale,
            double          place)
{
  if (scale->range_max == scale->range_min)
    return scale->domain_min;

  double share = (place - scale->range_min) / (scale->range_max - scale->range_min);

  return scale->domain_min * pow (scale->domain_max / scale->domain_min, share);
}

/* The decade a pattern begins with: one of those it always has, unless it has more ticks in the domain from another. */
static int
get_first_decade (const Pattern *pattern,
                  double         low,
                  double         high)
{
  int decades = pattern->decades;
  int inside = (int) ceil (log10 (low));
  int last = (int) floor (log10 (high));
  int usual = decades * (int) ceil ((double) inside / decades);

  if (decades == 1)
    return inside - 1;

  return inside <= last && floor ((double) (last - usual) / decades) < floor ((double) (last - inside) / decades) ? inside : usual;
}

static CtgTicks *
make_ticks (const CtgScale *scale,
            const Pattern  *pattern)
{
  double low = scale->domain_min * (1 - TOLERANCE);
  double high = scale->domain_max * (1 + TOLERANCE);
  int first = get_first_decade (pattern, low, high);
  int last = (int) ceil (log10 (high));
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (int exponent = first; exponent <= last; exponent += pattern->decades)
    {
      for (int k = 0; k < pattern->n_mantissas; k++)
        {
          double value = ctg_ticks_get_decimal (pattern->mantissas[k], exponent);

          if (value >= low && value <= high)
            g_array_append_val (values, value);
        }
    }

  unsigned int n = values->len;
  CtgTicks *ticks = ctg_ticks_new ((double *) (void *) g_array_free (g_steal_pointer (&values), FALSE), n);

  ticks->decimals = n > 0 && ticks->values[0] < 1 ? (unsigned int) ceil (-log10 (ticks->values[0]) - TOLERANCE) : 0;

  return ticks;
}

/* How many even steps suit a domain too short for the finest pattern. */
static unsigned int
count_even_steps (const CtgScale *scale,
                  unsigned int    wanted,
                  CtgTickFits     fits,
                  gpointer        user_data)
{
  g_autoptr(CtgTicks) ticks = ctg_ticks_inside (scale, wanted, fits, user_data);

  return fits == NULL || fits (ticks, user_data) ? ticks->n : 0;
}

/* The first pattern that is coarse enough and has enough ticks, or of those that fit the one with most of them, or the coarsest that leaves a
 * tick; NULL where even steps are better. */
static const Pattern *
choose_pattern (const CtgScale *scale,
                unsigned int    wanted,
                CtgTickFits     fits,
                gpointer        user_data)
{
  const Pattern *best = NULL;
  const Pattern *coarsest = NULL;
  unsigned int n_best = 0;

  for (unsigned int k = 0; k < G_N_ELEMENTS (patterns) && n_best < CTG_TICKS_FEW; k++)
    {
      g_autoptr(CtgTicks) ticks = make_ticks (scale, &patterns[k]);
      bool is_short = k == 0 && ticks->n < CTG_TICKS_FEW;

      if (is_short)
        n_best = count_even_steps (scale, wanted, fits, user_data);
      else if (ticks->n > 0)
        coarsest = &patterns[k];
      if (ticks->n < (is_short ? MAX (1, n_best) : n_best + 1) || ticks->n > MAX (2, wanted) * MOST_SHARE || (fits != NULL && !fits (ticks, user_data)))
        continue;
      best = &patterns[k];
      n_best = ticks->n;
    }

  return best != NULL || n_best > 0 ? best : coarsest;
}

static CtgTicks *
log_ticks (const CtgScale *scale,
           unsigned int    wanted,
           CtgTickFits     fits,
           gpointer        user_data)
{
  const Pattern *pattern = choose_pattern (scale, wanted, fits, user_data);

  return pattern != NULL ? make_ticks (scale, pattern) : ctg_ticks_inside (scale, wanted, fits, user_data);
}

/* The nearest number of the pattern at or beyond an end. */
static double
get_nice_end (const Pattern *pattern,
              double         end,
              bool           up)
{
  int exponent = pattern->decades * (int) floor (floor (log10 (end * (1 - TOLERANCE))) / pattern->decades);
  double below = end;

  for (int step = 0; step < 2; step++, exponent += pattern->decades)
    {
      for (int k = 0; k < pattern->n_mantissas; k++)
        {
          double value = ctg_ticks_get_decimal (pattern->mantissas[k], exponent);

          if (up && value >= end * (1 - TOLERANCE))
            return value;
          if (!up && value <= end * (1 + TOLERANCE))
            below = value;
        }
    }

  return below;
}

static void
log_nice (CtgScale    *scale,
          unsigned int wanted,
          CtgTickFits  fits,
          gpointer     user_data)
{
  const Pattern *pattern = choose_pattern (scale, wanted, fits, user_data);

  if (pattern == NULL)
    pattern = &patterns[0];
  scale->domain_min = get_nice_end (pattern, scale->domain_min, false);
  scale->domain_max = get_nice_end (pattern, scale->domain_max, true);
}

const CtgScaleDesc ctg_scale_log_desc = {
  .id = "log",
  .positive = true,
  .map = log_map,
  .invert = log_invert,
  .nice = log_nice,
  .ticks = log_ticks,
};
