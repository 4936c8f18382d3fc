/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The time scale: days are equal lengths, so that a leap year is longer than another and February shorter than March. Ticks are the first days
 * of so many months or years of the calendar. It must not know how a date is written. */

#include <math.h>

#include "scale/ctg-scale-private.h"

#define FIRST_YEAR 1
#define LAST_YEAR 9998

/* Steps in months: months, quarters, half-years, years. */
static const unsigned int steps[] = { 1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000 };

double
ctg_scale_get_day (int year,
                   int month)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, CLAMP (month, 1, 12), CLAMP (year, FIRST_YEAR, LAST_YEAR + 1));

  return g_date_get_julian (&date);
}

int
ctg_scale_get_year (double day,
                    int   *month)
{
  double last = ctg_scale_get_day (LAST_YEAR + 1, 1);
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_julian (&date, (guint32) CLAMP (floor (day), 1, last));
  if (month != NULL)
    *month = g_date_get_month (&date);

  return g_date_get_year (&date);
}

static double
time_map (const CtgScale *scale,
          double          value)
{
  return ctg_scale_linear_desc.map (scale, value);
}

static double
time_invert (const CtgScale *scale,
             double          place)
{
  return ctg_scale_linear_desc.invert (scale, place);
}

int
ctg_scale_get_month (double day)
{
  int month;
  int year = ctg_scale_get_year (day, &month);

  return year * 12 + month - 1;
}

double
ctg_scale_get_month_day (int month)
{
  return ctg_scale_get_day (month / 12, month % 12 + 1);
}

/* The first day of a step at or before, or at or after, a day. */
static double
get_step_day (double day,
              int    step,
              bool   up)
{
  int month = ctg_scale_get_month (day) / step * step;

  if (up && ctg_scale_get_month_day (month) < day)
    month += step;

  return ctg_scale_get_month_day (month);
}

static CtgTicks *
make_ticks (const CtgScale *scale,
            unsigned int    step)
{
  int first = ctg_scale_get_month (get_step_day (MAX (1, scale->domain_min), step, true));
  g_autoptr(GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (int month = first; ctg_scale_get_month_day (month) <= scale->domain_max && month / 12 <= LAST_YEAR; month += step)
    {
      double day = ctg_scale_get_month_day (month);

      g_array_append_val (values, day);
    }

  unsigned int n = values->len;
  CtgTicks *ticks = ctg_ticks_new ((double *) (void *) g_array_free (g_steal_pointer (&values), FALSE), n);

  ticks->months = step;

  return ticks;
}

/* How far from the number wanted: 1 is right, 2 twice or half as many. */
static double
get_excess (const CtgScale *scale,
            unsigned int    step,
            unsigned int    wanted)
{
  double got = (scale->domain_max - scale->domain_min) / (step * 365.2425 / 12) + 1;

  return MAX (got / wanted, wanted / got);
}

/* The step that gives about as many ticks as wanted; from there the first coarser one that fits. */
static CtgTicks *
time_ticks (const CtgScale *scale,
            unsigned int    wanted,
            CtgTickFits     fits,
            gpointer        user_data)
{
  unsigned int best = 0;
  g_autoptr(CtgTicks) ticks = NULL;

  for (unsigned int k = 1; k < G_N_ELEMENTS (steps); k++)
    {
      if (get_excess (scale, steps[k], MAX (2, wanted)) < get_excess (scale, steps[best], MAX (2, wanted)))
        best = k;
    }
  for (unsigned int k = best; k < G_N_ELEMENTS (steps); k++)
    {
      CtgTicks *candidate = make_ticks (scale, steps[k]);

      if (ticks != NULL && candidate->n == 0)
        {
          ctg_ticks_free (candidate);
          break;
        }
      g_clear_pointer (&ticks, ctg_ticks_free);
      ticks = candidate;
      if (ticks->n > 0 && (fits == NULL || fits (ticks, user_data)))
        break;
    }
  /* Less than a month, and no month begins in it. */
  if (ticks->n == 0)
    {
      g_free (ticks->values);
      ticks->values = g_memdup2 (&scale->domain_min, sizeof (double));
      ticks->n = 1;
    }

  return g_steal_pointer (&ticks);
}

/* To the ends of the steps that the domain touches; nothing is done beyond the calendar. */
static void
time_nice (CtgScale    *scale,
           unsigned int wanted,
           CtgTickFits  fits,
           gpointer     user_data)
{
  g_autoptr(CtgTicks) ticks = time_ticks (scale, wanted, fits, user_data);

  scale->domain_min = MIN (scale->domain_min, get_step_day (scale->domain_min, ticks->months, false));
  scale->domain_max = MAX (scale->domain_max, get_step_day (scale->domain_max, ticks->months, true));
}

const CtgScaleDesc ctg_scale_time_desc = {
  .id = "time",
  .map = time_map,
  .invert = time_invert,
  .nice = time_nice,
  .ticks = time_ticks,
};
