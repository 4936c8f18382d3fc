/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers that cells show: those of claims, until the table has its own. It must not choose or compute any. */

#include "data/ctg-table-private.h"

static const CtgEstimate missing = { NAN, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_NOT_REPORTED };

const CtgEstimate *
ctg_table_get_cell_estimate (const CtgTable *self,
                             const CtgCell  *cell)
{
  if (self->estimates != NULL)
    return &self->estimates[cell - self->cells];

  const CtgClaim *claim = &g_array_index (self->dataset->claims, CtgClaim, cell->shown);

  return self->include_doubtful || !claim->doubtful ? &claim->estimate : &missing;
}

void
ctg_table_own_estimates (CtgTable *self)
{
  unsigned int n_cells = self->row_start[self->rows->len];

  if (self->estimates != NULL)
    return;

  CtgEstimate *estimates = g_new (CtgEstimate, n_cells);

  for (unsigned int c = 0; c < n_cells; c++)
    estimates[c] = *ctg_table_get_cell_estimate (self, &self->cells[c]);
  self->estimates = estimates;
}

const CtgEstimate *
ctg_table_get_estimate (const CtgTable *self,
                        unsigned int    row,
                        unsigned int    series)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && series < self->series->len, &missing);

  const CtgCell *cell = ctg_table_find_cell (self, row, series);

  return cell != NULL ? ctg_table_get_cell_estimate (self, cell) : &missing;
}

/* Where each row of the table stands among rows, NOWHERE for those that do not. */
#define NOWHERE G_MAXUINT

static unsigned int *
find_places (const CtgTable     *self,
             const unsigned int *rows,
             unsigned int        n_rows)
{
  unsigned int *places = g_new (unsigned int, self->rows->len + 1);

  for (unsigned int row = 0; row < self->rows->len; row++)
    places[row] = NOWHERE;
  for (unsigned int i = 0; i < n_rows; i++)
    places[rows[i]] = i;

  return places;
}

CtgEstimate *
ctg_table_dup_estimates (const CtgTable     *self,
                         const unsigned int *rows,
                         unsigned int        n_rows,
                         const unsigned int *series,
                         unsigned int        n_series)
{
  g_return_val_if_fail (self != NULL, NULL);

  CtgEstimate *estimates = g_new (CtgEstimate, (gsize) n_rows * n_series + 1);
  g_autofree unsigned int *places = find_places (self, rows, n_rows);

  /* In the order of the table: reading waits for memory, writing does not. */
  for (unsigned int row = 0; row < self->rows->len; row++)
    {
      if (places[row] == NOWHERE)
        continue;

      CtgEstimate *own = &estimates[(gsize) places[row] * n_series];

      for (unsigned int s = 0; s < n_series; s++)
        {
          const CtgCell *cell = ctg_table_find_cell (self, row, series[s]);

          own[s] = cell != NULL ? *ctg_table_get_cell_estimate (self, cell) : missing;
        }
    }

  return estimates;
}
