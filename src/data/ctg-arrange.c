/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorting: a number for each row, NAN where there is none, and one stable order over them. Countries and aggregates are sorted apart.
 * It must not know how a row is shown. */

#include "data/ctg-arrange-private.h"

#include <string.h>

typedef struct
{
  guint64 key; /* in the order wanted, as whole numbers are ordered */
  unsigned int row;
} Keyed;

/* The bits of a number so that they are ordered as numbers are: those of negative ones run the other way round. */
static guint64
order_bits (double number,
            bool   descending)
{
  union { double number; guint64 bits; } it = { .number = number + 0.0 }; /* of two zeros one is left */
  guint64 bits = it.bits >> 63 ? ~it.bits : it.bits | G_GUINT64_CONSTANT (1) << 63;

  return descending ? ~bits : bits;
}

#define KEY_BYTES 8

/* Byte by byte from the last, rows with equal bytes staying as they are (radix sort; D. E. Knuth, The Art of Computer Programming, vol. 3, 5.2.5): time grows
 * with the rows alone, and ties keep the printed order. Most keys are whole numbers, whose last bytes are all alike. other: as large as keyed. Returns which of
 * the two is sorted. */
static const Keyed *
sort_keyed (Keyed       *keyed,
            Keyed       *other,
            unsigned int n)
{
  unsigned int starts[KEY_BYTES][257] = { 0 };

  for (unsigned int i = 0; i < n; i++)
    for (unsigned int b = 0; b < KEY_BYTES; b++)
      starts[b][(keyed[i].key >> 8 * b & 0xff) + 1]++;

  for (unsigned int b = 0; n > 0 && b < KEY_BYTES; b++)
    {
      if (starts[b][(keyed[0].key >> 8 * b & 0xff) + 1] == n)
        continue;

      for (unsigned int k = 1; k < G_N_ELEMENTS (starts[b]); k++)
        starts[b][k] += starts[b][k - 1];
      for (unsigned int i = 0; i < n; i++)
        other[starts[b][keyed[i].key >> 8 * b & 0xff]++] = keyed[i];

      Keyed *sorted = other;

      other = keyed;
      keyed = sorted;
    }

  return keyed;
}

/* The series that values and dates are taken from; -1 where the table has none. */
static int
find_series (const CtgTable   *table,
             const CtgArrange *arrange)
{
  if (arrange->series >= 0 && (unsigned int) arrange->series < table->series->len)
    return arrange->series;
  if (arrange->n_series > 0 && arrange->all_series[0] < table->series->len)
    return arrange->all_series[0];

  return table->series->len > 0 ? 0 : -1;
}

static double
get_difference (const CtgTable   *table,
                const CtgArrange *arrange,
                unsigned int      row)
{
  if (arrange->n_series < 2 || arrange->all_series[0] >= table->series->len || arrange->all_series[1] >= table->series->len)
    return NAN;

  return fabs (ctg_estimate_get_rank (ctg_table_get_estimate (table, row, arrange->all_series[0]))
               - ctg_estimate_get_rank (ctg_table_get_estimate (table, row, arrange->all_series[1])));
}

/* How far apart the figures of a row are, as a difference or as a ratio; NAN where there are not two. */
static double
get_spread (const CtgTable   *table,
            const CtgArrange *arrange,
            unsigned int      row,
            bool              ratio)
{
  double lowest = INFINITY;
  double highest = -INFINITY;
  unsigned int n_reported = 0;

  for (unsigned int s = 0; s < arrange->n_series; s++)
    {
      double low, high;

      if (arrange->all_series[s] >= table->series->len)
        continue;
      if (!ctg_estimate_get_ends (ctg_table_get_estimate (table, row, arrange->all_series[s]), &low, &high))
        continue;
      lowest = MIN (lowest, low);
      highest = MAX (highest, high);
      n_reported++;
    }
  if (n_reported < 2 || (ratio && lowest < 0))
    return NAN;
  if (!ratio)
    return highest - lowest;

  return lowest > 0 ? highest / lowest : highest > 0 ? INFINITY : 1;
}

/* Dates as ctg_date_compare() has them: by the last day, then by the first; unknown ones are the oldest. */
static double
get_date (const CtgTable *table,
          int             series,
          unsigned int    row)
{
  const CtgClaim *claim = series >= 0 ? ctg_table_get_claim (table, row, series) : NULL;
  unsigned int first, last;

  if (claim == NULL)
    claim = ctg_table_get_first_claim (table, row);
  ctg_date_get_days (&claim->as_of, &first, &last);

  return last * 4194304.0 + first;
}

static double
get_key (CtgArranger      *self,
         const CtgArrange *arrange,
         int               series,
         unsigned int      row)
{
  const CtgTable *table = self->table;
  CtgRegion region;

  switch (arrange->by)
    {
    case CTG_SORT_NAME:
      return ctg_arranger_get_name_ranks (self)[row];
    case CTG_SORT_VALUE:
      return series >= 0 ? ctg_estimate_get_rank (ctg_table_get_estimate (table, row, series)) : NAN;
    case CTG_SORT_DIFFERENCE:
      return get_difference (table, arrange, row);
    case CTG_SORT_AS_OF:
      return get_date (table, series, row);
    case CTG_SORT_SOURCE:
      return ctg_arranger_get_source_ranks (self)[row];
    case CTG_SORT_REGION:
      region = g_array_index (table->rows, CtgRow, row).region;
      return region != CTG_REGION_NONE ? (double) region : NAN;
    case CTG_SORT_SPREAD:
      return get_spread (table, arrange, row, FALSE);
    case CTG_SORT_SPREAD_RATIO:
      return get_spread (table, arrange, row, TRUE);
    case CTG_SORT_TABLE:
    default:
      return row;
    }
}

/* Appends the wanted rows that are, or are not, aggregates: first those with a key, sorted, then the others as printed. */
static unsigned int
arrange_part (CtgArranger      *self,
              const CtgArrange *arrange,
              const CtgFilter  *filter,
              bool              aggregates,
              Keyed            *keyed,
              unsigned int     *rows)
{
  unsigned int n_keyed = 0, n_missing = 0;
  unsigned int n_rows = self->table->rows->len;
  int series = find_series (self->table, arrange);
  g_autofree unsigned int *missing = g_new (unsigned int, n_rows + 1);

  for (unsigned int row = 0; row < n_rows; row++)
    {
      if (g_array_index (self->table->rows, CtgRow, row).aggregate != aggregates || !ctg_filter_matches (filter, row))
        continue;

      double key = get_key (self, arrange, series, row);

      if (isnan (key))
        missing[n_missing++] = row;
      else
        keyed[n_keyed++] = (Keyed) { order_bits (key, arrange->descending), row }
      ;
    }

  const Keyed *sorted = sort_keyed (keyed, keyed + n_rows, n_keyed);

  for (unsigned int i = 0; i < n_keyed; i++)
    rows[i] = sorted[i].row;
  for (unsigned int i = 0; i < n_missing; i++)
    rows[n_keyed + i] = missing[i];

  return n_keyed + n_missing;
}

static void
append_text (GString    *key,
             const char *text)
{
  g_string_append_printf (key, " %" G_GSIZE_FORMAT ":%s", text != NULL ? strlen (text) : 0, text != NULL ? text : "");
}

/* All of arrange as one text: equal for what gives equal rows. */
static char *
make_key (const CtgArrange *arrange)
{
  GString *key = g_string_new (NULL);

  g_string_printf (key, "%d %d %d %d %d %u", arrange->by, arrange->descending, arrange->series, arrange->region, arrange->aggregates, arrange->n_series);
  for (unsigned int i = 0; i < arrange->n_series; i++)
    g_string_append_printf (key, " %u", arrange->all_series[i]);
  append_text (key, arrange->search);
  for (unsigned int i = 0; i < arrange->n_conditions; i++)
    {
      append_text (key, arrange->conditions[i].column);
      append_text (key, arrange->conditions[i].value);
    }

  return g_string_free (key, FALSE);
}

static unsigned int *
run (CtgArranger      *self,
     const CtgArrange *arrange,
     unsigned int     *n_rows,
     GError          **error)
{
  g_autoptr(CtgFilter) filter = ctg_filter_new (self, arrange, error);

  if (filter == NULL)
    return NULL;

  unsigned int *rows = g_new (unsigned int, self->table->rows->len + 1);
  g_autofree Keyed *keyed = g_new (Keyed, 2 * (gsize) self->table->rows->len + 1);

  *n_rows = arrange_part (self, arrange, filter, FALSE, keyed, rows);
  if (arrange->aggregates)
    *n_rows += arrange_part (self, arrange, filter, TRUE, keyed, rows + *n_rows);

  return rows;
}

unsigned int *
ctg_arranger_run (CtgArranger      *self,
                  const CtgArrange *arrange,
                  unsigned int     *n_rows,
                  GError          **error)
{
  g_return_val_if_fail (self != NULL && arrange != NULL && n_rows != NULL, NULL);

  g_autofree char *key = make_key (arrange);

  *n_rows = 0;
  if (g_strcmp0 (self->last_key, key) != 0)
    {
      unsigned int *rows = run (self, arrange, n_rows, error);

      if (rows == NULL)
        return NULL;

      g_free (self->last_key);
      g_free (self->last_rows);
      self->last_key = g_steal_pointer (&key);
      self->last_rows = rows;
      self->n_last_rows = *n_rows;
    }
  *n_rows = self->n_last_rows;

  return g_memdup2 (self->last_rows, sizeof (unsigned int) * (self->n_last_rows + 1));
}
