/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A linear scale from which a piece is cut out: below and above the cut equal differences are the same lengths, and a short gap stands for what is
 * missing. Who draws on it must show the gap. */

#include <math.h>

#include "scale/ctg-scale-private.h"

/* Of one side; beyond the precision of numbers steps have no end. */
#define MOST_TICKS 100
/* A step so many times finer than wanted may be needed for a tick on a short piece. */
#define MOST_FINER 4

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

/* Of the ticks of a fine step the first, the last before the gap and the last of all. */
static void
keep_ends (CtgTicks       *ticks,
           const CtgScale *scale)
{
  unsigned int n = 1;

  for (unsigned int i = 1; i < ticks->n; i++)
    {
      if (i == ticks->n - 1 || (ticks->values[i] <= scale->break_low && ticks->values[i + 1] > scale->break_low))
        ticks->values[n++] = ticks->values[i];
    }
  ticks->n = n;
}

/* Both sides of the gap are told apart only by numbers on both. */
static bool
has_both_sides (const CtgTicks *ticks,
                const CtgScale *scale)
{
  return ticks->n > 1 && ticks->values[0] <= scale->break_low && ticks->values[ticks->n - 1] >= scale->break_high;
}

/* The ticks of the step of n, or of that the ends alone; NULL where one side has none or they do not fit. */
static CtgTicks *
try_step (const CtgScale *scale,
          unsigned int    n,
          bool            ends,
          CtgTickFits     fits,
          gpointer        user_data)
{
  g_autoptr(CtgTicks) ticks = make_ticks (scale, n);

  if (ends)
    keep_ends (ticks, scale);

  return has_both_sides (ticks, scale) && (fits == NULL || fits (ticks, user_data)) ? g_steal_pointer (&ticks) : NULL;
}

/* As many as are wanted, fewer, more, and where none of these will do no more than tell the two sides. */
static CtgTicks *
broken_ticks (const CtgScale *scale,
              unsigned int    wanted,
              CtgTickFits     fits,
              gpointer        user_data)
{
  unsigned int most = MAX (wanted, 3) * MOST_FINER;
  CtgTicks *ticks = NULL;

  for (unsigned int n = MAX (wanted, 3); ticks == NULL && n > 2; n--)
    ticks = try_step (scale, n, false, fits, user_data);
  for (unsigned int n = MAX (wanted, 3) + 1; ticks == NULL && n <= most; n++)
    ticks = try_step (scale, n, false, fits, user_data);
  for (unsigned int n = 2; ticks == NULL && n <= most; n++)
    ticks = try_step (scale, n, true, fits, user_data);

  return ticks != NULL ? ticks : make_ticks (scale, 2);
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
