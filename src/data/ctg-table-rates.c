/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns the counts of people in a table into people per million of population. Claims stay as they are; only what cells show changes. */

#include "data/ctg-table-private.h"

#include "data/ctg-population.h"

/* To one decimal, below one to two digits: the sources give no more, and a rate never becomes zero. */
static double
make_rate (double count,
           double people)
{
  double rate = count * 1e6 / people;
  double step = rate > 0 && rate < 1 ? pow (10, 1 - floor (log10 (rate))) : 10;

  return round (rate * step) / step;
}

static void
convert (CtgTable     *self,
         const CtgRow *row,
         CtgCell      *cell)
{
  double people = ctg_population_get (row->level == CTG_LEVEL_COUNTRY ? row->code : NULL);
  CtgEstimate *estimate = &cell->estimate;

  if (!ctg_estimate_is_reported (estimate))
    return;

  if (people > 0)
    {
      estimate->value = make_rate (estimate->value, people);
      estimate->low = make_rate (estimate->low, people);
      estimate->high = make_rate (estimate->high, people);
      return;
    }

  *estimate = CTG_ESTIMATE_MISSING;
  estimate->presence = CTG_PRESENCE_NOT_APPLICABLE;
  if (!row->aggregate)
    g_array_index (self->series, CtgSeries, cell->series).n_reported--;
}

CtgTable *
ctg_table_new_per_million (CtgDataset *dataset,
                           CtgRule     rule,
                           bool        include_doubtful)
{
  CtgTable *self = ctg_table_new (dataset, rule, include_doubtful);

  g_return_val_if_fail (self != NULL, NULL);

  if (ctg_dataset_get_rows_by (dataset) != CTG_ROWS_PLACE)
    return self;

  self->rates = g_ptr_array_new_with_free_func (g_free);
  for (unsigned int s = 0; s < self->series->len; s++)
    {
      CtgSeries *series = &g_array_index (self->series, CtgSeries, s);
      CtgMeasure *rate;

      if (g_strcmp0 (series->info->unit, "persons") != 0)
        continue;
      rate = g_memdup2 (series->info, sizeof *series->info);
      rate->unit = CTG_UNIT_PER_MILLION;
      rate->nature = CTG_NATURE_RATE;
      g_ptr_array_add (self->rates, rate);
      series->info = rate;
    }

  for (unsigned int row = 0; row < self->rows->len; row++)
    for (unsigned int c = self->row_start[row]; c < self->row_start[row + 1]; c++)
      if (g_str_equal (g_array_index (self->series, CtgSeries, self->cells[c].series).info->unit, CTG_UNIT_PER_MILLION))
        convert (self, &g_array_index (self->rows, CtgRow, row), &self->cells[c]);

  return self;
}
