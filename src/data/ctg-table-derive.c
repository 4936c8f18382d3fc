/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is computed from the numbers of a table: rates and shares (ctg-table-rates.c), then differences, ratios and ranks. Claims stay as they
 * are; only what cells show changes. What is missing stays missing: nothing here guesses. */

#include "data/ctg-table-private.h"

#include <stdlib.h>

CtgMeasure *
ctg_table_own_measure (CtgTable    *self,
                       unsigned int series)
{
  CtgSeries *own = &g_array_index (self->series, CtgSeries, series);
  const CtgMeasure *original = ctg_dataset_find_measure (self->dataset, own->measure);

  /* Series of one measure stand together, and share one as before. */
  if (own->info == original && series > 0 && g_str_equal (own[-1].measure, own->measure))
    own->info = own[-1].info;
  if (own->info == original)
    {
      own->info = g_memdup2 (original, sizeof *original);
      g_ptr_array_add (self->measures, (gpointer) own->info);
    }

  return (CtgMeasure *) own->info;
}

static unsigned int
find_against (const CtgTable *self,
              const char     *against)
{
  int series = against != NULL && *against != '\0' ? ctg_table_find_series (self, against) : -1;

  if (series >= 0)
    return series;
  for (unsigned int s = 0; s < self->series->len; s++)
    if (g_array_index (self->series, CtgSeries, s).n_reported > 0)
      return s;

  return 0;
}

static bool
is_left_out (const CtgTable *self,
             const CtgCell  *cell)
{
  return !ctg_estimate_is_reported (ctg_table_get_cell_estimate (self, cell)) && ctg_dataset_get_claim (self->dataset, cell->shown)->doubtful;
}

static void
compare_cell (CtgTable      *self,
              CtgCell       *cell,
              const CtgCell *against)
{
  CtgEstimate *estimate = &self->estimates[cell - self->cells];
  const CtgEstimate *other = against != NULL ? ctg_table_get_cell_estimate (self, against) : NULL;
  CtgInterval a, b, result;

  if (!ctg_interval_of (&a, estimate))
    return;
  if (other == NULL || !ctg_interval_of (&b, other))
    {
      *estimate = other != NULL && other->presence == CTG_PRESENCE_NOT_APPLICABLE ? CTG_ESTIMATE_NOT_APPLICABLE : CTG_ESTIMATE_MISSING;
      /* It is for doubt that there is nothing to compare with. */
      if (against != NULL && is_left_out (self, against))
        cell->shown = against->shown;
      return;
    }

  if (self->derivation.derive == CTG_DERIVE_DIFFERENCE)
    result = ctg_interval_subtract (&a, &b);
  else if (!ctg_interval_divide (&a, &b, &result))
    {
      *estimate = CTG_ESTIMATE_NOT_APPLICABLE;
      return;
    }
  ctg_interval_to_estimate (&result, estimate);
}

/* What is computed is no count any more, nor a part of one. */
static void
set_rate (CtgMeasure *measure,
          const char *unit)
{
  measure->unit = unit;
  measure->nature = CTG_NATURE_RATE;
  measure->subset_of = measure->partition = measure->rest = NULL;
  measure->subset_of_fighters = false;
}

static const char *
get_compared_unit (const CtgTable *self,
                   const char     *unit)
{
  if (self->derivation.derive == CTG_DERIVE_RATIO)
    return CTG_UNIT_RATIO;

  return g_str_equal (unit, "percent") ? CTG_UNIT_POINTS : unit;
}

/* The series that the others are held against keeps its numbers, so that its measure is no longer that of its neighbours. */
static void
set_compared_measures (CtgTable *self)
{
  CtgMeasure *last = NULL;

  for (unsigned int s = 0; s < self->series->len; s++)
    {
      CtgSeries *series = &g_array_index (self->series, CtgSeries, s);

      if (s == self->against)
        continue;
      if (last == NULL || !g_str_equal (last->id, series->info->id))
        {
          last = g_memdup2 (series->info, sizeof *series->info);
          set_rate (last, get_compared_unit (self, last->unit));
          g_ptr_array_add (self->measures, last);
        }
      series->info = last;
    }
}

static void
compare_series (CtgTable *self)
{
  const char *unit = g_array_index (self->series, CtgSeries, self->against).info->unit;

  for (unsigned int row = 0; row < self->rows->len; row++)
    {
      const CtgCell *against = ctg_table_find_cell (self, row, self->against);

      for (unsigned int c = self->row_start[row]; c < self->row_start[row + 1]; c++)
        {
          CtgCell *cell = &self->cells[c];

          if (cell == against)
            continue;
          if (g_strcmp0 (g_array_index (self->series, CtgSeries, cell->series).info->unit, unit) != 0)
            self->estimates[c] = CTG_ESTIMATE_NOT_APPLICABLE;
          else
            compare_cell (self, cell, against);
        }
    }

  set_compared_measures (self);
}

static int
compare_numbers (const void *a,
                 const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

/* How many of the sorted numbers are larger. */
static unsigned int
count_larger (const GArray *numbers,
              double        number)
{
  unsigned int low = 0, high = numbers->len;

  while (low < high)
    {
      unsigned int middle = low + (high - low) / 2;

      if (g_array_index (numbers, double, middle) > number)
        high = middle;
      else
        low = middle + 1;
    }

  return numbers->len - low;
}

/* The first place a country may have is behind those that are certainly larger, the last behind those that may be. */
static void
rank_estimate (CtgEstimate  *estimate,
               const GArray *lows,
               const GArray *highs)
{
  CtgInterval own;
  CtgInterval rank = { .value = NAN };

  if (!ctg_interval_of (&own, estimate))
    return;

  rank.low = 1 + count_larger (lows, own.high);
  rank.high = 1 + count_larger (highs, own.low) - (own.high > own.low);
  ctg_interval_to_estimate (&rank, estimate);
}

/* All ends of a series' numbers, sorted. */
typedef struct
{
  GArray *lows;
  GArray *highs;
} Ends;

static Ends *
collect_ends (const CtgTable *self)
{
  Ends *ends = g_new (Ends, self->series->len);

  for (unsigned int s = 0; s < self->series->len; s++)
    ends[s] = (Ends) { g_array_new (FALSE, FALSE, sizeof (double)), g_array_new (FALSE, FALSE, sizeof (double)) }
  ;

  for (unsigned int c = 0; c < self->row_start[self->rows->len - self->n_aggregates]; c++)
    {
      CtgInterval own;

      if (!ctg_interval_of (&own, &self->estimates[c]))
        continue;
      g_array_append_val (ends[self->cells[c].series].lows, own.low);
      g_array_append_val (ends[self->cells[c].series].highs, own.high);
    }

  for (unsigned int s = 0; s < self->series->len; s++)
    {
      g_array_sort (ends[s].lows, compare_numbers);
      g_array_sort (ends[s].highs, compare_numbers);
    }

  return ends;
}

static void
rank_series (CtgTable *self)
{
  unsigned int n_cells = self->row_start[self->rows->len];
  unsigned int n_ranked = self->row_start[self->rows->len - self->n_aggregates];
  g_autofree Ends *ends = collect_ends (self);

  for (unsigned int c = 0; c < n_cells; c++)
    {
      unsigned int series = self->cells[c].series;

      if (c < n_ranked)
        rank_estimate (&self->estimates[c], ends[series].lows, ends[series].highs);
      else if (ctg_estimate_is_reported (&self->estimates[c]))
        self->estimates[c] = CTG_ESTIMATE_NOT_APPLICABLE;
    }

  for (unsigned int s = 0; s < self->series->len; s++)
    {
      set_rate (ctg_table_own_measure (self, s), CTG_UNIT_RANK);
      g_array_unref (ends[s].lows);
      g_array_unref (ends[s].highs);
    }
}

/* To so many decimals, below one to two digits: the sources give no more, and what is not zero never becomes zero. */
static double
round_number (double number,
              int    decimals)
{
  double size = fabs (number);
  double step = size > 0 && size < 1 ? pow (10, MAX (decimals, 1 - floor (log10 (size)))) : pow (10, decimals);

  return isfinite (number) ? round (number * step) / step : number;
}

static void
round_series (CtgTable *self)
{
  unsigned int n_cells = self->row_start[self->rows->len];

  for (unsigned int c = 0; c < n_cells; c++)
    {
      CtgEstimate *estimate = &self->estimates[c];
      const CtgSeries *series = &g_array_index (self->series, CtgSeries, self->cells[c].series);
      int decimals = g_str_equal (series->info->unit, CTG_UNIT_RATIO) ? 2
                     : series->is_share || g_str_equal (series->info->unit, CTG_UNIT_PER_MILLION) ? 1
                     : self->derivation.derive == CTG_DERIVE_DIFFERENCE ? 6 : -1;

      if (decimals < 0)
        continue;
      estimate->value = round_number (estimate->value, decimals);
      estimate->low = round_number (estimate->low, decimals);
      estimate->high = round_number (estimate->high, decimals);
    }
}

static void
count_reported (CtgTable *self)
{
  for (unsigned int s = 0; s < self->series->len; s++)
    g_array_index (self->series, CtgSeries, s).n_reported = 0;

  for (unsigned int c = 0; c < self->row_start[self->rows->len - self->n_aggregates]; c++)
    g_array_index (self->series, CtgSeries, self->cells[c].series).n_reported += ctg_estimate_is_reported (&self->estimates[c]);
}

CtgTable *
ctg_table_new_derived (CtgDataset          *dataset,
                       CtgRule              rule,
                       bool                 include_doubtful,
                       const CtgDerivation *derivation)
{
  CtgTable *self = ctg_table_new (dataset, rule, include_doubtful);

  g_return_val_if_fail (self != NULL, NULL);

  if (ctg_dataset_get_rows_by (dataset) != CTG_ROWS_PLACE || self->series->len == 0 ||
      (derivation->per == CTG_PER_NONE && derivation->derive == CTG_DERIVE_NONE))
    return self;

  ctg_table_own_estimates (self);
  self->derivation = (CtgDerivation) { derivation->per, derivation->derive, NULL };
  self->measures = g_ptr_array_new_with_free_func (g_free);
  if (derivation->derive == CTG_DERIVE_DIFFERENCE || derivation->derive == CTG_DERIVE_RATIO)
    {
      self->against = find_against (self, derivation->against);
      self->derivation.against = g_array_index (self->series, CtgSeries, self->against).id;
    }

  if (derivation->per == CTG_PER_MILLION)
    ctg_table_rate_series (self);
  else if (derivation->per == CTG_PER_TOTAL)
    ctg_table_share_series (self);
  if (self->derivation.against != NULL)
    compare_series (self);
  else if (derivation->derive == CTG_DERIVE_RANK)
    rank_series (self);
  round_series (self);
  count_reported (self);

  return self;
}

const CtgDerivation *
ctg_table_get_derivation (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return &self->derivation;
}

int
ctg_table_get_against (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->derivation.against != NULL ? (int) self->against : -1;
}

bool
ctg_table_is_difference (const CtgTable *self,
                         unsigned int    series)
{
  g_return_val_if_fail (self != NULL, false);

  return self->derivation.derive == CTG_DERIVE_DIFFERENCE && series != self->against;
}
