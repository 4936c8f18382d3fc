/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a package whose claims are plain counts: one for each place, with its counts side by side. It is the form in which such counts mostly came, and a
 * quarter as long as a row for each claim. It must not lose or move a claim: ctg-package-wide.c reads them back in the same order. */

#include <string.h>

#include "base/ctg-json.h"
#include "base/ctg-number.h"
#include "data/ctg-dataset-write-private.h"

static const CtgClaim *
get_claim (const CtgWide *self,
           unsigned int   index)
{
  return &g_array_index (self->dataset->claims, CtgClaim, index);
}

static bool
is_same_place (const CtgClaim *a,
               const CtgClaim *b)
{
  return (a->name == b->name || strcmp (a->name, b->name) == 0) && g_strcmp0 (a->code, b->code) == 0;
}

/* The claims that stand in one row: of one place, with their measures in order. What is not reported has a row of its own, which is empty. Sets the
 * numbers of their measures. */
static unsigned int
find_row_end (const CtgWide *self,
              unsigned int   start,
              unsigned int   measures[CTG_MAX_COLUMNS])
{
  const CtgClaim *first = get_claim (self, start);
  unsigned int i = start;

  do
    {
      const CtgClaim *claim = get_claim (self, i);
      unsigned int n = i - start;
      unsigned int measure = ctg_dataset_find_measure_of (self->dataset, claim, n > 0 ? measures[n - 1] + 1 : 0);

      if (n > 0 && (measure <= measures[n - 1] || !ctg_estimate_is_reported (&claim->estimate) || !is_same_place (claim, first)))
        break;
      measures[n] = measure;
      i++;
    }
  while (i < self->end && i - start < CTG_MAX_COLUMNS && ctg_estimate_is_reported (&first->estimate));

  return i;
}

/* Whether a column of that name is read as the measure of that name. */
static bool
can_be_column (const char *id)
{
  g_autofree char *slug = ctg_reader_make_slug (id, '_');

  return strcmp (slug, id) == 0 && !ctg_column_name_is_taken (id);
}

/* The measures that are counted, in the order of the dataset; FALSE where one cannot be a column. */
static bool
list_measures (CtgWide    *self,
               const bool *counted)
{
  for (unsigned int i = 0; i < self->dataset->measures->len; i++)
    {
      if (!counted[i])
        continue;
      if (!can_be_column (g_array_index (self->dataset->measures, CtgMeasure, i).id) || 2 + self->n_measures >= CTG_MAX_COLUMNS)
        return FALSE;
      self->measures[self->n_measures++] = i;
    }

  return self->n_measures > 0;
}

bool
ctg_wide_init (CtgWide          *self,
               const CtgDataset *dataset,
               unsigned int      first,
               unsigned int      end,
               bool              has_code)
{
  unsigned int measures[CTG_MAX_COLUMNS];
  bool counted[CTG_MAX_DESCRIBED] = { FALSE };
  unsigned int n_claims = end - first, first_unreported = 0, last_unreported = 0;
  bool has_unreported = FALSE;

  *self = (CtgWide) { .dataset = dataset, .first = first, .end = end, .has_code = has_code };

  /* A reader takes no more measures than that. */
  if (dataset->measures->len >= CTG_MAX_DESCRIBED)
    return FALSE;

  for (unsigned int i = first, row_end; i < end; i = row_end)
    {
      row_end = find_row_end (self, i, measures);
      self->n_rows++;
      for (unsigned int k = 0; k < row_end - i; k++)
        counted[measures[k]] = TRUE;
      if (!ctg_estimate_is_reported (&get_claim (self, i)->estimate))
        {
          first_unreported = has_unreported ? MIN (first_unreported, measures[0]) : measures[0];
          last_unreported = MAX (last_unreported, measures[0]);
          has_unreported = TRUE;
        }
    }
  if (!list_measures (self, counted))
    return FALSE;

  /* An empty row is read as one of the first column. */
  if (has_unreported && (first_unreported != self->measures[0] || last_unreported != first_unreported))
    return FALSE;

  return (guint64) self->n_rows * (1 + has_code + self->n_measures) <= (guint64) n_claims * (3 + has_code);
}

unsigned int
ctg_wide_list_fields (const CtgWide *self,
                      CtgField      *fields)
{
  unsigned int n = 0;

  fields[n++] = (CtgField) { "name", "string", "place" };
  if (self->has_code)
    fields[n++] = (CtgField) { "code", "string", "code" }
  ;
  for (unsigned int i = 0; i < self->n_measures; i++)
    fields[n++] = (CtgField) { g_array_index (self->dataset->measures, CtgMeasure, self->measures[i]).id, "number", NULL }
  ;

  return n;
}

static void
add_row (const CtgWide      *self,
         GString            *text,
         unsigned int        start,
         unsigned int        end,
         const unsigned int *measures)
{
  const CtgClaim *claim = get_claim (self, start);
  unsigned int n = 0;

  g_string_append_c (text, '[');
  ctg_json_append_string (text, claim->name);
  if (self->has_code && claim->code != NULL)
    {
      ctg_append (text, ", ", 2);
      ctg_json_append_string (text, claim->code);
    }
  else if (self->has_code)
    g_string_append (text, ", null");

  for (unsigned int i = 0; i < self->n_measures; i++)
    {
      ctg_append (text, ", ", 2);
      if (start + n < end && measures[n] == self->measures[i] && ctg_estimate_is_reported (&claim[n].estimate))
        ctg_number_append_shortest (text, claim[n++].estimate.value);
      else
        ctg_append (text, "null", 4);
    }
  g_string_append_c (text, ']');
}

void
ctg_wide_add_rows (const CtgWide *self,
                   GString       *text)
{
  unsigned int measures[CTG_MAX_COLUMNS];
  bool first_row = FALSE; /* the names of the columns stand there */

  for (unsigned int i = self->first, row_end; i < self->end; i = row_end)
    {
      row_end = find_row_end (self, i, measures);
      ctg_begin_line (text, 4, &first_row);
      add_row (self, text, i, row_end, measures);
    }
}
