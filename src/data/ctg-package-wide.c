/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows with a place and numeric columns, as most people keep them: every numeric column becomes a measure, its title the name of the column.
 * Columns called MEASURE.STATUS@SOURCE, and those with the bounds, qualifiers and dates of a column beside it, as the command line writes them, keep their
 * meaning. It must not lose a row or a cell: what is no number stays as printed. */

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "data/ctg-package-private.h"

/* Rows that are looked at to find out what a column holds. */
#define MAX_SAMPLE 1000u

/* A column of numbers, and what its name says of all of them. */
typedef struct
{
  CtgRows rows;       /* the resource, with these columns in the roles of numbers; nothing in it is owned */
  const char *measure; /* id */
  const char *unit;
  const char *source; /* words; nullable */
  CtgStatus status;
  int column;
  bool has_status;
} Counted;

static bool
holds_number (const CtgJsonCell *cell)
{
  return cell->type == CTG_JSON_INTEGER || cell->type == CTG_JSON_NUMBER;
}

static bool
is_declared (const CtgColumn *column)
{
  return g_strcmp0 (column->type, "number") == 0 || g_strcmp0 (column->type, "integer") == 0;
}

/* Whether it is a measure if there are numbers in it. */
static bool
may_be_measure (const CtgColumn *column)
{
  return column->role == CTG_ROLE_VALUE || (column->role == CTG_ROLE_NONE && g_strcmp0 (column->type, "year") != 0);
}

static bool
is_measure (const CtgColumn *column,
            bool             has_numbers)
{
  return may_be_measure (column) && (is_declared (column) || has_numbers);
}

/* Whether only its cells can tell. */
static bool
is_open (const CtgColumn *column)
{
  return may_be_measure (column) && !is_declared (column);
}

/* Finds out, by column, whether there are numbers in it and, where no column is known to hold the places, how many cells name a country. Looks no further
 * than to know it of the columns that may be measures and are not declared as numbers. */
static void
sample_columns (const CtgRows *self,
                CtgReader     *reader,
                bool          *has_numbers,
                unsigned int  *places)
{
  const CtgJsonCell *cells[CTG_MAX_COLUMNS] = { NULL };
  CtgCells row = { .cells = cells };
  unsigned int n_rows = ctg_json_rows_get_length (self->rows);
  unsigned int first = self->order != NULL ? 1 : 0;
  unsigned int n_faults = reader->n_faults;
  bool find_places = self->roles[CTG_ROLE_PLACE] < 0 && self->roles[CTG_ROLE_CODE] < 0;
  GPtrArray *faults = g_steal_pointer (&reader->faults);
  unsigned int n_open = 0;

  for (unsigned int c = 0; c < self->columns->len; c++)
    n_open += is_open (&g_array_index (self->columns, CtgColumn, c));

  for (unsigned int i = first; i < n_rows && (n_open > 0 || (find_places && i < first + MAX_SAMPLE)); i++)
    {
      if (!ctg_rows_get_cells (self, reader, i, &row))
        continue;
      for (unsigned int c = 0; c < self->columns->len; c++)
        if (cells[c] != NULL && holds_number (cells[c]))
          {
            n_open -= !has_numbers[c] && is_open (&g_array_index (self->columns, CtgColumn, c));
            has_numbers[c] = TRUE;
          }
        else if (find_places && i < first + MAX_SAMPLE && cells[c] != NULL && cells[c]->type == CTG_JSON_STRING)
          places[c] += ctg_country_find (cells[c]->string) != NULL;
    }

  /* The rows are read again; their faults are told then. */
  reader->faults = faults;
  reader->n_faults = n_faults;
}

/* Without a column that is called like one, the place is the column with the most countries in it. */
static void
find_place (CtgRows            *self,
            const unsigned int *places)
{
  unsigned int best = 0;

  if (self->roles[CTG_ROLE_PLACE] >= 0 || self->roles[CTG_ROLE_CODE] >= 0)
    return;

  for (unsigned int c = 0; c < self->columns->len; c++)
    {
      CtgColumn *column = &g_array_index (self->columns, CtgColumn, c);

      if (column->role == CTG_ROLE_NONE && places[c] > best)
        {
          best = places[c];
          self->roles[CTG_ROLE_PLACE] = c;
        }
    }
  if (self->roles[CTG_ROLE_PLACE] >= 0)
    g_array_index (self->columns, CtgColumn, self->roles[CTG_ROLE_PLACE]).role = CTG_ROLE_PLACE;
}

static int
find_column (const CtgRows *self,
             const char    *name)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (self->index, name)) - 1;
}

/* Puts the columns that say more of the numbers in this one (“n.low” beside “n”) into their roles. */
static void
find_parts (CtgRows *self,
            Counted *counted)
{
  static const struct
  {
    const char *suffix;
    CtgRole role;
  } parts[] = { { "low", CTG_ROLE_LOW }, { "high", CTG_ROLE_HIGH }, { "qualifier", CTG_ROLE_QUALIFIER }, { "as_of", CTG_ROLE_AS_OF } };
  const char *name = g_array_index (self->columns, CtgColumn, counted->column).name;

  counted->rows = *self;
  counted->rows.roles[CTG_ROLE_VALUE] = counted->column;
  counted->rows.roles[CTG_ROLE_PRESENCE] = -1;
  for (unsigned int i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *part_name = g_strdup_printf ("%s.%s", name, parts[i].suffix);
      int number = find_column (self, part_name);
      CtgColumn *part = number >= 0 ? &g_array_index (self->columns, CtgColumn, number) : NULL;

      counted->rows.roles[parts[i].role] = -1;
      if (part != NULL && (part->role == CTG_ROLE_NONE || part->role == parts[i].role))
        {
          part->role = parts[i].role;
          counted->rows.roles[parts[i].role] = number;
        }
    }
}

/* The name of the measure; what else the column's name says goes into counted. */
static char *
split_name (const CtgRows *self,
            CtgReader     *reader,
            Counted       *counted)
{
  const char *name = g_array_index (self->columns, CtgColumn, counted->column).name;
  const char *at = strchr (name, '@');
  g_autofree char *head = at != NULL ? g_strndup (name, at - name) : g_strdup (name);
  char *dot = strrchr (head, '.');

  if (dot == NULL || dot == head || (at != NULL && at[1] == '\0') || !ctg_status_from_id (dot + 1, &counted->status))
    return g_strdup (name);

  *dot = '\0';
  if (find_column (self, head) >= 0)
    return g_strdup (name);
  counted->has_status = TRUE;
  counted->source = at != NULL ? at + 1 : NULL;
  reader->dataset->source_is_said |= at != NULL;

  return g_steal_pointer (&head);
}

static void
add_measure (CtgReader  *reader,
             Counted    *counted,
             CtgColumn  *column,
             const char *name)
{
  CtgDataset *dataset = reader->dataset;
  const char *title = column->title != NULL ? column->title : ctg_dataset_intern (dataset, name);
  g_autofree char *slug = ctg_reader_make_slug (name, '_');
  g_autofree char *id = g_strdup (*slug != '\0' ? slug : "measure");

  for (unsigned int i = 2; g_hash_table_contains (dataset->measure_index, id); i++)
    {
      const CtgMeasure *known = ctg_dataset_find_measure (dataset, id);

      /* Described by the package itself, or the same column in an earlier resource. */
      if (strcmp (known->id, name) == 0 || g_strcmp0 (known->title, title) == 0)
        break;
      g_free (id);
      id = g_strdup_printf ("%s_%u", *slug != '\0' ? slug : "measure", i);
    }

  CtgMeasure *measure = ctg_dataset_add_measure (dataset, ctg_dataset_intern (dataset, id));

  if (measure->title == NULL)
    measure->title = title;
  if (measure->unit == NULL)
    measure->unit = ctg_dataset_intern (dataset, "persons");
  counted->measure = measure->id;
  counted->unit = measure->unit;
}

static bool
has_number (const Counted  *counted,
            const CtgCells *row)
{
  const int *roles = counted->rows.roles;

  return row->cells[roles[CTG_ROLE_VALUE]] != NULL || (roles[CTG_ROLE_LOW] >= 0 && row->cells[roles[CTG_ROLE_LOW]] != NULL) ||
         (roles[CTG_ROLE_HIGH] >= 0 && row->cells[roles[CTG_ROLE_HIGH]] != NULL);
}

/* The number of a column, of which the row says row_claim and row_context. FALSE where it must be left out; the fault is set. */
static bool
add_claim (CtgReader             *reader,
           const CtgCells        *row,
           const Counted         *counted,
           const CtgClaim        *row_claim,
           const CtgClaimContext *row_context)
{
  const CtgCells cells = { .rows = &counted->rows, .number = row->number, .cells = row->cells };
  const CtgJsonCell *cell = row->cells[counted->column];
  CtgClaim claim = *row_claim;
  CtgClaimContext context = *row_context;

  claim.measure = counted->measure;
  context.unit = counted->unit;
  if (!ctg_cells_read_estimate (reader, &cells, &claim.estimate))
    return FALSE;

  if (counted->has_status)
    claim.status = counted->status;
  if (counted->source != NULL)
    context.source = ctg_cells_find_source (reader, row, counted->source);
  if (counted->rows.roles[CTG_ROLE_AS_OF] >= 0)
    ctg_cells_read_date (reader, &cells, &claim.as_of);
  /* What is no number stays readable. */
  if (cell != NULL && cell->type == CTG_JSON_STRING)
    context.printed = cell->string;
  ctg_dataset_add_claim (reader->dataset, &claim, &context);

  return TRUE;
}

static void
read_row (CtgReader      *reader,
          const CtgCells *row,
          const GArray   *measures)
{
  CtgClaim claim;
  CtgClaimContext context;
  bool first = TRUE;

  if (!ctg_cells_read_context (reader, row, &claim, &context))
    return;

  for (unsigned int i = 0; i < measures->len; i++)
    {
      const Counted *counted = &g_array_index (measures, Counted, i);

      if (has_number (counted, row) && add_claim (reader, row, counted, &claim, &context))
        {
          first = FALSE;
          claim.id = NULL; /* one row has one id, but each claim needs its own */
        }
    }

  /* A place of which nothing is said stays in the table. */
  if (first && measures->len > 0)
    {
      const Counted *counted = &g_array_index (measures, Counted, 0);
      const CtgJsonCell *none[CTG_MAX_COLUMNS] = { NULL };
      const CtgCells empty = { .rows = row->rows, .number = row->number, .cells = none };

      add_claim (reader, &empty, counted, &claim, &context);
    }
}

static bool
fail (const CtgRows *self,
      GError       **error,
      const char    *expected)
{
  g_autoptr(GString) found = g_string_new (NULL);

  for (unsigned int i = 0; i < MIN (self->columns->len, 12); i++)
    g_string_append_printf (found, "%s“%s”", i > 0 ? ", " : "", g_array_index (self->columns, CtgColumn, i).name);

  unsigned int n_more = self->columns->len - MIN (self->columns->len, 12);

  if (self->columns->len == 0)
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("The rows have no columns. Expected %s."), expected);
  else if (n_more == 0)
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("The rows have the columns %s. Expected %s."), found->str, expected);
  else
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
                 TN_ ("The rows have the columns %s and %u more. Expected %s.", "The rows have the columns %s and %u more. Expected %s.", n_more),
                 found->str, n_more, expected);
  if (*self->path != '\0')
    g_prefix_error (error, "%s: ", self->path);

  return FALSE;
}

/* Adds what is counted to measures. */
static void
find_measures (CtgRows    *self,
               CtgReader  *reader,
               const bool *has_numbers,
               GArray     *measures)
{
  g_autofree Counted *all = g_new0 (Counted, self->columns->len + 1);

  /* First all parts, so that none is taken for a measure of its own. */
  for (int c = 0; c < (int) self->columns->len; c++)
    {
      CtgRole role = g_array_index (self->columns, CtgColumn, c).role;

      all[c].column = c;
      if (role == CTG_ROLE_NONE || role == CTG_ROLE_VALUE)
        find_parts (self, &all[c]);
    }

  for (int c = 0; c < (int) self->columns->len; c++)
    {
      CtgColumn *column = &g_array_index (self->columns, CtgColumn, c);
      int low = all[c].rows.roles[CTG_ROLE_LOW], high = all[c].rows.roles[CTG_ROLE_HIGH];
      bool any = has_numbers[c] || (low >= 0 && has_numbers[low]) || (high >= 0 && has_numbers[high]);

      if (is_measure (column, any) && reader->dataset->measures->len < CTG_MAX_DESCRIBED)
        {
          g_autofree char *name = split_name (self, reader, &all[c]);

          add_measure (reader, &all[c], column, name);
          g_array_append_val (measures, all[c]);
        }
    }
}

bool
ctg_rows_read_wide (CtgRows   *self,
                    CtgReader *reader,
                    GError   **error)
{
  bool has_numbers[CTG_MAX_COLUMNS] = { FALSE };
  unsigned int places[CTG_MAX_COLUMNS] = { 0 };
  const CtgJsonCell *cells[CTG_MAX_COLUMNS] = { NULL };
  CtgCells row = { .cells = cells };
  g_autoptr(GArray) measures = g_array_new (FALSE, FALSE, sizeof (Counted));
  guint64 n_rows = ctg_json_rows_get_length (self->rows);

  sample_columns (self, reader, has_numbers, places);
  find_place (self, places);
  if (self->roles[CTG_ROLE_PLACE] < 0 && self->roles[CTG_ROLE_CODE] < 0)
    return fail (self, error, T_ ("a column with the names of countries, called “country” or “name”, or “code” for ISO codes"));

  find_measures (self, reader, has_numbers, measures);
  if (measures->len == 0)
    return fail (self, error, T_ ("at least one column of numbers beside the countries"));

  /* Of a row without numbers there is one, too. */
  ctg_dataset_reserve_claims (reader->dataset, MIN (n_rows * measures->len, n_rows + ctg_json_rows_get_most_cells (self->rows)));

  for (unsigned int i = self->order != NULL ? 1 : 0; i < n_rows; i++)
    {
      unsigned int before = reader->n_faults;

      if (!ctg_rows_get_cells (self, reader, i, &row))
        continue;
      read_row (reader, &row, measures);
      if (reader->n_faults == before)
        ctg_cells_check_constraints (reader, self, &row);
    }

  return TRUE;
}
