/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns the counts of people in a table into people per million of population, or into shares of their total. Claims stay as they are; only
 * what cells show changes. It must not round: that is the last step (ctg-table-derive.c). */

#include "data/ctg-table-private.h"

#include "data/ctg-population.h"

static void
divide_by_population (const CtgRow *row,
                      CtgEstimate  *estimate)
{
  double people = ctg_population_get (row->level == CTG_LEVEL_COUNTRY ? row->code : NULL);

  if (!ctg_estimate_is_reported (estimate))
    return;

  if (people > 0)
    {
      estimate->value *= 1e6 / people;
      estimate->low *= 1e6 / people;
      estimate->high *= 1e6 / people;
    }
  else
    {
      *estimate = CTG_ESTIMATE_NOT_APPLICABLE;
    }
}

void
ctg_table_rate_series (CtgTable *self)
{
  for (unsigned int s = 0; s < self->series->len; s++)
    {
      CtgMeasure *rate = ctg_table_own_measure (self, s);

      if (g_strcmp0 (rate->unit, "persons") != 0 && !g_str_equal (rate->unit, CTG_UNIT_PER_MILLION))
        continue;
      rate->unit = CTG_UNIT_PER_MILLION;
      rate->nature = CTG_NATURE_RATE;
    }

  for (unsigned int row = 0; row < self->rows->len; row++)
    for (unsigned int c = self->row_start[row]; c < self->row_start[row + 1]; c++)
      if (g_str_equal (g_array_index (self->series, CtgSeries, self->cells[c].series).info->unit, CTG_UNIT_PER_MILLION))
        divide_by_population (&g_array_index (self->rows, CtgRow, row), &self->estimates[c]);
}

/* What the countries of a series add up to. */
typedef struct
{
  double low;
  double high;         /* of those with an upper end */
  double value;        /* NAN where one of them is no single figure */
  unsigned int n_open; /* without an upper end */
  bool about;
} Total;

static void
add_to_total (Total             *total,
              const CtgEstimate *estimate)
{
  CtgInterval interval;

  if (!ctg_interval_of (&interval, estimate))
    return;

  total->low += interval.low;
  if (isfinite (interval.high))
    total->high += interval.high;
  else
    total->n_open++;
  total->value += interval.value;
  total->about = total->about || interval.about;
}

/* Of a figure a and the sum r of all others, a / (a + r) rises with a and falls with r. */
static void
divide_by_total (const Total *total,
                 CtgEstimate *estimate)
{
  CtgInterval own;
  CtgInterval share = { .value = NAN, .floor = true };

  if (!ctg_interval_of (&own, estimate))
    return;

  bool open = isinf (own.high);
  double rest_low = MAX (0, total->low - own.low);
  double rest_high = total->n_open > (open ? 1 : 0) ? INFINITY : MAX (0, total->high - (open ? 0 : own.high));

  if (own.low < 0 || !(open || own.high + rest_low > 0))
    {
      *estimate = CTG_ESTIMATE_NOT_APPLICABLE;
      return;
    }

  share.low = own.low > 0 ? 100 * own.low / (own.low + rest_high) : 0;
  share.high = open ? INFINITY : 100 * own.high / (own.high + rest_low);
  if (total->value > 0)
    share.value = 100 * own.value / total->value;
  share.about = total->about;
  ctg_interval_to_estimate (&share, estimate);
}

/* Only what is counted without overlap has a total. */
static bool
adds_up (const CtgMeasure *measure)
{
  return !measure->overlaps && measure->nature != CTG_NATURE_RATE && measure->nature != CTG_NATURE_SHARE;
}

void
ctg_table_share_series (CtgTable *self)
{
  g_autofree Total *totals = g_new0 (Total, MAX (self->series->len, 1));

  for (unsigned int s = 0; s < self->series->len; s++)
    g_array_index (self->series, CtgSeries, s).is_share = adds_up (g_array_index (self->series, CtgSeries, s).info);

  for (unsigned int row = 0; row < self->rows->len - self->n_aggregates; row++)
    for (unsigned int c = self->row_start[row]; c < self->row_start[row + 1]; c++)
      add_to_total (&totals[self->cells[c].series], &self->estimates[c]);

  for (unsigned int row = 0; row < self->rows->len; row++)
    for (unsigned int c = self->row_start[row]; c < self->row_start[row + 1]; c++)
      {
        unsigned int series = self->cells[c].series;
        CtgEstimate *estimate = &self->estimates[c];

        if (!g_array_index (self->series, CtgSeries, series).is_share || !ctg_estimate_is_reported (estimate))
          continue;
        if (g_array_index (self->rows, CtgRow, row).aggregate)
          *estimate = CTG_ESTIMATE_NOT_APPLICABLE;
        else
          divide_by_total (&totals[series], estimate);
      }

  for (unsigned int s = 0; s < self->series->len; s++)
    if (g_array_index (self->series, CtgSeries, s).is_share)
      {
        CtgMeasure *share = ctg_table_own_measure (self, s);

        share->unit = "percent";
        share->nature = CTG_NATURE_RATE;
        share->subset_of = share->partition = share->rest = NULL;
        share->subset_of_fighters = false;
      }
}
