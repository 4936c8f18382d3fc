/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows that are claims: one row, one number with its measure. It must not guess what a number means. */

#include "data/ctg-package-private.h"

#include "base/ctg-translate.h"

static void
check_order (CtgReader      *reader,
             const CtgCells *row,
             CtgEstimate    *estimate)
{
  const int *roles = row->rows->roles;

  if (estimate->low > estimate->high)
    {
      ctg_reader_fault_cell (reader, row, roles[CTG_ROLE_LOW], T_ ("The lower end is larger than the upper end. Both are taken as not reported."));
      estimate->low = estimate->high = NAN;
    }
  if (estimate->value < estimate->low || estimate->value > estimate->high)
    {
      ctg_reader_fault_cell (reader, row, roles[CTG_ROLE_VALUE], T_ ("The value is outside the range of the row. The range is kept, the value is not."));
      estimate->value = NAN;
    }
}

static bool
qualifier_fits (const CtgEstimate *estimate,
                CtgQualifier       qualifier)
{
  switch (qualifier)
    {
    case CTG_QUALIFIER_EXACT:
    case CTG_QUALIFIER_ABOUT:
      return !isnan (estimate->value);
    case CTG_QUALIFIER_RANGE:
      return !isnan (estimate->low) && !isnan (estimate->high);
    case CTG_QUALIFIER_AT_LEAST:
    case CTG_QUALIFIER_MORE_THAN:
      return !isnan (estimate->low) && isnan (estimate->high);
    case CTG_QUALIFIER_AT_MOST:
    case CTG_QUALIFIER_LESS_THAN:
      return !isnan (estimate->high) && isnan (estimate->low);
    default:
      return FALSE;
    }
}

/* FALSE where the row must be left out: a word that is not understood may turn the number around. */
static bool
read_qualifier (CtgReader      *reader,
                const CtgCells *row,
                CtgEstimate    *estimate)
{
  const char *word = ctg_cells_get_string (reader, row, CTG_ROLE_QUALIFIER);
  int column = row->rows->roles[CTG_ROLE_QUALIFIER];
  CtgQualifier qualifier;

  estimate->qualifier = ctg_estimate_get_plain_qualifier (estimate);
  if (word == NULL)
    return TRUE;
  if (!ctg_qualifier_from_id (word, &qualifier))
    {
      ctg_reader_fault_cell (reader, row, column,
                             T_ ("“%s” is none of exact, about, range, at-least, more-than, at-most, less-than. The row is left out."), word);
      return FALSE;
    }
  if (qualifier_fits (estimate, qualifier))
    estimate->qualifier = qualifier;
  else if (estimate->presence == CTG_PRESENCE_REPORTED)
    ctg_reader_fault_cell (reader, row, column, T_ ("The numbers of the row do not fit the qualifier “%s”. They are read as “%s”."), word,
                           ctg_qualifier_get_id (estimate->qualifier));

  return TRUE;
}

static bool
read_presence (CtgReader      *reader,
               const CtgCells *row,
               CtgEstimate    *estimate)
{
  const char *word = ctg_cells_get_string (reader, row, CTG_ROLE_PRESENCE);
  int column = row->rows->roles[CTG_ROLE_PRESENCE];
  bool has_number = !isnan (estimate->value) || !isnan (estimate->low) || !isnan (estimate->high);
  CtgPresence presence;

  estimate->presence = has_number ? CTG_PRESENCE_REPORTED : CTG_PRESENCE_NOT_REPORTED;
  if (word == NULL)
    return TRUE;
  if (!ctg_presence_from_id (word, &presence))
    {
      ctg_reader_fault_cell (reader, row, column, T_ ("“%s” is none of reported, not-reported, not-applicable. The row is left out."), word);
      return FALSE;
    }
  if (has_number && presence != CTG_PRESENCE_REPORTED)
    ctg_reader_fault_cell (reader, row, column, T_ ("The row is said to be “%s” but has a number. The number is kept."), word);
  else if (!has_number && presence == CTG_PRESENCE_REPORTED)
    ctg_reader_fault_cell (reader, row, column, T_ ("The row is said to be reported but has no number. It is taken as not reported."));
  else
    estimate->presence = presence;

  return TRUE;
}

bool
ctg_cells_read_estimate (CtgReader      *reader,
                         const CtgCells *row,
                         CtgEstimate    *estimate)
{
  const int *roles = row->rows->roles;
  unsigned int before = reader->n_faults;

  estimate->value = ctg_cells_get_number (reader, row, roles[CTG_ROLE_VALUE]);
  estimate->low = ctg_cells_get_number (reader, row, roles[CTG_ROLE_LOW]);
  estimate->high = ctg_cells_get_number (reader, row, roles[CTG_ROLE_HIGH]);
  check_order (reader, row, estimate);

  /* A number was lost: what the other columns say of it no longer holds. One fault is enough. */
  if (reader->n_faults != before)
    {
      bool has_number = !isnan (estimate->value) || !isnan (estimate->low) || !isnan (estimate->high);

      estimate->presence = has_number ? CTG_PRESENCE_REPORTED : CTG_PRESENCE_NOT_REPORTED;
      estimate->qualifier = ctg_estimate_get_plain_qualifier (estimate);
      return TRUE;
    }

  return read_presence (reader, row, estimate) && read_qualifier (reader, row, estimate);
}

/* The measure of a row. A file that counts one thing only need not name it. */
static const char *
read_measure (CtgReader      *reader,
              const CtgCells *row)
{
  const int *roles = row->rows->roles;
  const char *measure = ctg_cells_get_string (reader, row, CTG_ROLE_MEASURE);

  if (measure != NULL && ctg_dataset_find_measure (reader->dataset, measure) == NULL && reader->dataset->measures->len >= CTG_MAX_DESCRIBED)
    {
      ctg_reader_fault_cell (reader, row, roles[CTG_ROLE_MEASURE], TN_ ("There is more than %u measure. The row is left out.",
                                                                        "There are more than %u measures. The row is left out.", CTG_MAX_DESCRIBED), CTG_MAX_DESCRIBED);
      return NULL;
    }
  if (measure != NULL)
    return measure;
  if (roles[CTG_ROLE_MEASURE] >= 0)
    {
      ctg_reader_fault_cell (reader, row, roles[CTG_ROLE_MEASURE], T_ ("The row does not say what it counts. It is left out."));
      return NULL;
    }

  const char *id = ctg_dataset_intern (reader->dataset, "value");
  CtgMeasure *info = ctg_dataset_add_measure (reader->dataset, id);

  if (info->title == NULL && roles[CTG_ROLE_VALUE] >= 0)
    info->title = g_array_index (row->rows->columns, CtgColumn, roles[CTG_ROLE_VALUE]).title;

  return id;
}

static void
read_row (CtgReader      *reader,
          const CtgCells *row)
{
  CtgClaim claim;
  CtgClaimContext context;

  if (!ctg_cells_read_context (reader, row, &claim, &context))
    return;

  const char *measure = read_measure (reader, row);
  const char *unit = ctg_cells_get_string (reader, row, CTG_ROLE_UNIT);

  if (measure == NULL || !ctg_cells_read_estimate (reader, row, &claim.estimate))
    return;

  CtgMeasure *info = ctg_dataset_add_measure (reader->dataset, measure);

  if (info->unit == NULL)
    info->unit = ctg_dataset_intern (reader->dataset, unit != NULL ? unit : "persons");
  claim.measure = info->id;
  context.unit = unit != NULL ? unit : info->unit;
  ctg_dataset_add_claim (reader->dataset, &claim, &context);
}

void
ctg_rows_read_claims (CtgRows   *self,
                      CtgReader *reader)
{
  const CtgJsonCell *cells[CTG_MAX_COLUMNS] = { NULL };
  CtgCells row = { .cells = cells };

  ctg_dataset_reserve_claims (reader->dataset, ctg_json_rows_get_length (self->rows));
  for (unsigned int i = self->order != NULL ? 1 : 0; i < ctg_json_rows_get_length (self->rows); i++)
    {
      unsigned int before = reader->n_faults;

      if (!ctg_rows_get_cells (self, reader, i, &row))
        continue;
      read_row (reader, &row);
      /* One fault a row is enough to find it. */
      if (reader->n_faults == before)
        ctg_cells_check_constraints (reader, self, &row);
    }
}
