/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Claims to rows and series: number the series, number the rows, sort the claims into cells, let the rule choose. Rows are in
 * ctg-table-rows.c, rules in ctg-table-rules.c, what cells show in ctg-table-estimates.c, series ids and titles in ctg-table-series.c. It must not sort
 * or filter rows. */

#include "data/ctg-table-private.h"

#include <stdlib.h>

/* Index + 1 of each source by its id, which the claims of a dataset point to. */
static GHashTable *
number_sources (const CtgDataset *dataset)
{
  GHashTable *numbers = g_hash_table_new (NULL, NULL);

  for (unsigned int i = 0; i < ctg_dataset_get_n_sources (dataset); i++)
    g_hash_table_insert (numbers, (gpointer) ctg_dataset_get_source (dataset, i)->id, GUINT_TO_POINTER (i + 1));

  return numbers;
}

static bool
has_several_sources (const CtgDataset *dataset)
{
  const CtgClaim *claims = (const CtgClaim *) dataset->claims->data;

  for (unsigned int i = 1; i < dataset->claims->len && ctg_dataset_get_n_sources (dataset) > 1; i++)
    if (claims[i].context->source != claims[0].context->source)
      return TRUE;

  return FALSE;
}

static void
add_series (CtgTable   *self,
            const char *measure,
            CtgStatus   status,
            const char *source)
{
  g_autofree char *id = g_strconcat (measure, ".", ctg_status_get_id (status), source != NULL ? "@" : NULL, source, NULL);
  CtgSeries series = {
    .id = ctg_text_index_get_text (self->series_index, ctg_text_index_add (self->series_index, id)),
    .measure = measure,
    .source = source,
    .status = status,
    .info = ctg_dataset_find_measure (self->dataset, measure),
  };

  g_array_append_val (self->series, series);
}

/* Fills numbers, by claim, with the series they belong to. Columns stand in the order of measures, statuses, sources. */
static void
make_series (CtgTable     *self,
             unsigned int *numbers)
{
  const CtgClaim *claims = (const CtgClaim *) self->dataset->claims->data;
  unsigned int n_claims = self->dataset->claims->len;
  bool by_source = ctg_dataset_get_rows_by (self->dataset) == CTG_ROWS_PLACE && has_several_sources (self->dataset);
  bool by_status = self->rule != CTG_RULE_OFFICIAL_FIRST;
  unsigned int n_sources = by_source ? ctg_dataset_get_n_sources (self->dataset) : 1;
  unsigned int n_slots = ctg_dataset_get_n_measures (self->dataset) * CTG_N_STATUSES * n_sources;
  g_autoptr(GHashTable) sources = number_sources (self->dataset);
  /* A slot for every series there could be, in the order of the columns: the best status that it has, then its number. */
  g_autofree unsigned int *slots = g_new (unsigned int, n_slots + 1);

  for (unsigned int slot = 0; slot < n_slots; slot++)
    slots[slot] = CTG_N_STATUSES;
  for (unsigned int i = 0, measure = 0; i < n_claims; i++)
    {
      unsigned int source = by_source ? GPOINTER_TO_UINT (g_hash_table_lookup (sources, claims[i].context->source)) - 1 : 0;

      measure = ctg_dataset_find_measure_of (self->dataset, &claims[i], measure);
      numbers[i] = (measure * CTG_N_STATUSES + (by_status ? claims[i].status : 0)) * n_sources + source;
      g_assert (numbers[i] < n_slots);
      slots[numbers[i]] = MIN (slots[numbers[i]], claims[i].status);
    }

  /* Where one series stands for all statuses it is called by the best it has. */
  for (unsigned int slot = 0; slot < n_slots; slot++)
    if (slots[slot] < CTG_N_STATUSES)
      {
        add_series (self, ctg_dataset_get_measure (self->dataset, slot / n_sources / CTG_N_STATUSES)->id, slots[slot],
                    by_source ? ctg_dataset_get_source (self->dataset, slot % n_sources)->id : NULL);
        slots[slot] = self->series->len - 1;
      }
  for (unsigned int i = 0; i < n_claims; i++)
    numbers[i] = slots[numbers[i]];
}

static int
compare_claims (const void *a,
                const void *b,
                void       *user_data)
{
  const unsigned int *series = user_data;
  unsigned int x = *(const unsigned int *) a, y = *(const unsigned int *) b;

  if (series[x] != series[y])
    return series[x] < series[y] ? -1 : 1;

  return x < y ? -1 : x > y;
}

static bool
is_sorted (const unsigned int *claims,
           unsigned int        n_claims,
           const unsigned int *series)
{
  for (unsigned int i = 1; i < n_claims; i++)
    if (series[claims[i - 1]] > series[claims[i]])
      return FALSE;

  return TRUE;
}

/* Sorts the claims into order by row, in a row by series, in a cell as printed; start, of n_rows + 2 zeros, gets where each row begins, and the end. */
static void
sort_claims (CtgTable           *self,
             const unsigned int *rows,
             unsigned int       *series,
             unsigned int       *start)
{
  unsigned int n_claims = ctg_dataset_get_n_claims (self->dataset);
  unsigned int n_rows = self->rows->len;

  /* While the claims are laid down, the place behind that of a row says where its next one goes. */
  for (unsigned int i = 0; i < n_claims; i++)
    start[rows[i] + 2]++;
  for (unsigned int i = 0; i < n_rows; i++)
    start[i + 2] += start[i + 1];
  for (unsigned int i = 0; i < n_claims; i++)
    self->order[start[rows[i] + 1]++] = i;
  for (unsigned int i = 0; i < n_rows; i++)
    if (!is_sorted (self->order + start[i], start[i + 1] - start[i], series))
      g_qsort_with_data (self->order + start[i], start[i + 1] - start[i], sizeof (unsigned int), compare_claims, series);
}

static void
count_cell (CtgTable      *self,
            const CtgCell *cell,
            bool           aggregate)
{
  CtgSeries *series = &g_array_index (self->series, CtgSeries, cell->series);
  bool doubtful = FALSE;

  if (aggregate)
    return;

  for (unsigned int i = 0; i < cell->n_claims; i++)
    doubtful = doubtful || ctg_dataset_get_claim (self->dataset, self->order[cell->first + i])->doubtful;
  series->n_doubtful += doubtful;
  series->n_reported += ctg_estimate_is_reported (ctg_table_get_cell_estimate (self, cell));
}

/* start: where the claims of each row begin; then where its cells do. */
static void
make_cells (CtgTable           *self,
            unsigned int       *start,
            const unsigned int *series)
{
  unsigned int n_cells = 0;
  unsigned int i = 0;

  for (unsigned int row = 0; row < self->rows->len; row++)
    {
      unsigned int end = start[row + 1];

      start[row] = n_cells;
      while (i < end)
        {
          CtgCell *cell = &self->cells[n_cells++];

          cell->series = series[self->order[i]];
          cell->first = i;
          while (i < end && series[self->order[i]] == cell->series)
            i++;
          cell->n_claims = i - cell->first;
          ctg_table_choose (self, cell);
          count_cell (self, cell, g_array_index (self->rows, CtgRow, row).aggregate);
        }
    }
  start[self->rows->len] = n_cells;
}

CtgTable *
ctg_table_new (CtgDataset *dataset,
               CtgRule     rule,
               bool        include_doubtful)
{
  g_return_val_if_fail (dataset != NULL, NULL);

  unsigned int n_claims = ctg_dataset_get_n_claims (dataset);
  CtgTable *self = g_atomic_rc_box_new0 (CtgTable);
  g_autofree unsigned int *series = g_new (unsigned int, MAX (n_claims, 1));
  g_autofree unsigned int *rows = g_new (unsigned int, MAX (n_claims, 1));

  self->dataset = ctg_dataset_ref (dataset);
  self->rule = rule;
  self->include_doubtful = include_doubtful;
  self->strings = g_string_chunk_new (1024);
  self->rows = g_array_sized_new (FALSE, FALSE, sizeof (CtgRow), n_claims);
  self->series = g_array_new (FALSE, FALSE, sizeof (CtgSeries));
  self->series_index = ctg_text_index_new (0);

  make_series (self, series);
  self->row_index = ctg_text_index_new (n_claims / MAX (self->series->len, 1));
  ctg_table_make_rows (self, rows);

  self->row_start = g_new0 (unsigned int, self->rows->len + 2);
  self->order = g_new (unsigned int, MAX (n_claims, 1));
  self->cells = g_new (CtgCell, MAX (n_claims, 1));
  sort_claims (self, rows, series, self->row_start);
  make_cells (self, self->row_start, series);
  if (rule == CTG_RULE_FULL_SPAN)
    {
      ctg_table_own_estimates (self);
      ctg_table_make_spans (self);
    }

  return self;
}

CtgTable *
ctg_table_ref (CtgTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CtgTable *self = data;

  g_string_chunk_free (self->strings);
  g_clear_pointer (&self->measures, g_ptr_array_unref);
  g_array_unref (self->rows);
  g_array_unref (self->series);
  ctg_text_index_free (self->row_index);
  ctg_text_index_free (self->series_index);
  g_free (self->row_start);
  g_free (self->cells);
  g_free (self->estimates);
  g_free (self->order);
  ctg_dataset_unref (self->dataset);
}

void
ctg_table_unref (CtgTable *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

CtgDataset *
ctg_table_get_dataset (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->dataset;
}

unsigned int
ctg_table_get_n_rows (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->rows->len;
}

unsigned int
ctg_table_get_n_aggregates (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_aggregates;
}

const CtgRow *
ctg_table_get_row (const CtgTable *self,
                   unsigned int    row)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);

  return &g_array_index (self->rows, CtgRow, row);
}

int
ctg_table_find_row (const CtgTable *self,
                    const char     *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, -1);

  return ctg_text_index_find (self->row_index, key);
}

unsigned int
ctg_table_get_n_series (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->series->len;
}

const CtgSeries *
ctg_table_get_series (const CtgTable *self,
                      unsigned int    series)
{
  g_return_val_if_fail (self != NULL && series < self->series->len, NULL);

  return &g_array_index (self->series, CtgSeries, series);
}

const CtgCell *
ctg_table_find_cell (const CtgTable *self,
                     unsigned int    row,
                     unsigned int    series)
{
  unsigned int low = self->row_start[row], high = self->row_start[row + 1];

  /* A row of which every series says something. */
  if (high - low == self->series->len)
    return &self->cells[low + series];

  while (low < high)
    {
      unsigned int middle = low + (high - low) / 2;

      if (self->cells[middle].series == series)
        return &self->cells[middle];
      if (self->cells[middle].series < series)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

const CtgClaim *
ctg_table_get_claim (const CtgTable *self,
                     unsigned int    row,
                     unsigned int    series)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && series < self->series->len, NULL);

  const CtgCell *cell = ctg_table_find_cell (self, row, series);

  return cell != NULL ? ctg_dataset_get_claim (self->dataset, cell->shown) : NULL;
}

const CtgClaim *
ctg_table_get_first_claim (const CtgTable *self,
                           unsigned int    row)
{
  unsigned int first = G_MAXUINT;

  for (unsigned int c = self->row_start[row]; c < self->row_start[row + 1]; c++)
    first = MIN (first, self->order[self->cells[c].first]);

  return ctg_dataset_get_claim (self->dataset, first);
}

unsigned int
ctg_table_count_claims (const CtgTable *self,
                        unsigned int    row,
                        unsigned int    series)
{
  g_return_val_if_fail (self != NULL && row < self->rows->len && series < self->series->len, 0);

  const CtgCell *cell = ctg_table_find_cell (self, row, series);

  return cell != NULL ? cell->n_claims : 0;
}

bool
ctg_table_has_choices (const CtgTable *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->row_start[self->rows->len] < ctg_dataset_get_n_claims (self->dataset);
}

GPtrArray *
ctg_table_get_claims (const CtgTable *self,
                      unsigned int    row,
                      unsigned int    series)
{
  GPtrArray *claims = g_ptr_array_new ();

  g_return_val_if_fail (self != NULL && row < self->rows->len && series < self->series->len, claims);

  const CtgCell *cell = ctg_table_find_cell (self, row, series);

  for (unsigned int i = 0; cell != NULL && i < cell->n_claims; i++)
    g_ptr_array_add (claims, (gpointer) ctg_dataset_get_claim (self->dataset, self->order[cell->first + i]));

  return claims;
}
