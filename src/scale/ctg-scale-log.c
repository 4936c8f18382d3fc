/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The logarithmic scale: equal ratios are equal lengths. Ticks are 1, 2, 5, 10, 20, 50 …, or decades, or every so many decades; a domain too
 * short for three of these gets even steps. It has no zero: who draws zero gives it a place of its own. */

#include <math.h>

#include "scale/ctg-scale-private.h"

/* A pattern with more than this many times the ticks wanted is too fine. */
#define MOST_SHARE 2
/* Fewer ticks of the kind than this tell too little. */
#define LEAST_TICKS 3
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
static const int coarse[] = { 1 };
static const Pattern patterns[] = {
  { fine, 3, 1 }, { coarse, 1, 1 }, { coarse, 1, 2 }, { coarse, 1, 3 }, { coarse, 1, 5 }, { coarse, 1, 10 }, { coarse, 1, 20 },
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

static CtgTicks *
make_ticks (const CtgScale *scale,
            const Pattern  *pattern)
{
  double low = scale->domain_min * (1 - TOLERANCE);
  double high = scale->domain_max * (1 + TOLERANCE);
  int first = pattern->decades * (int) floor (floor (log10 (low)) / pattern->decades);
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

/* The first pattern that is coarse enough, or the coarsest that leaves a tick; NULL where even steps are better. */
static const Pattern *
choose_pattern (const CtgScale *scale,
                unsigned int    wanted,
                CtgTickFits     fits,
                gpointer        user_data)
{
  const Pattern *best = NULL;

  for (unsigned int k = 0; k < G_N_ELEMENTS (patterns); k++)
    {
      g_autoptr(CtgTicks) ticks = make_ticks (scale, &patterns[k]);

      if (ticks->n < (k == 0 ? LEAST_TICKS : 1))
        break;
      best = &patterns[k];
      if (ticks->n <= MAX (2, wanted) * MOST_SHARE && (fits == NULL || fits (ticks, user_data)))
        break;
    }

  return best;
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
