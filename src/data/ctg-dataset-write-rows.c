/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The resources of a package: which columns the claims need, and a line for each claim, or for each place where claims are plain counts
 * (ctg-dataset-write-wide.c). There may be hundreds of thousands. */

#include "base/ctg-json.h"
#include "base/ctg-number.h"
#include "data/ctg-dataset-write-private.h"

enum
{
  FIELD_ID, FIELD_NAME, FIELD_CODE, FIELD_MEMBERS, FIELD_LEVEL, FIELD_MEASURE, FIELD_STATUS, FIELD_VALUE, FIELD_LOW, FIELD_HIGH,
  FIELD_QUALIFIER, FIELD_UNIT, FIELD_AS_OF, FIELD_COUNTRIES, FIELD_SOURCE, FIELD_EDITION, FIELD_EVIDENCE, FIELD_PRESENCE, FIELD_REASON,
  FIELD_PRINTED, FIELD_NOTE, FIELD_DOUBTFUL, FIELD_PAGES, N_FIELDS
};

static const CtgField fields[N_FIELDS] = {
  { "id", "string", "id" },
  { "name", "string", "place" },
  { "code", "string", "code" },
  { "members", "string", "members" },
  { "level", "string", "level" },
  { "measure", "string", "measure" },
  { "status", "string", "status" },
  { "value", "number", "value" },
  { "low", "number", "low" },
  { "high", "number", "high" },
  { "qualifier", "string", "qualifier" },
  { "unit", "string", "unit" },
  { "as_of", "string", "as_of" },
  { "countries", "integer", "countries" },
  { "source", "string", "source" },
  { "edition", "string", "edition" },
  { "evidence", "string", "evidence" },
  { "presence", "string", "presence" },
  { "reason", "string", "reason" },
  { "printed", "string", "printed" },
  { "note", "string", "note" },
  { "doubtful", "boolean", "doubtful" },
  { "pages", "string", "pages" },
};

/* Adds the fields in which the claim says more than a reader takes for granted where there is no such column. */
static void
add_used_fields (const CtgClaim   *claim,
                 const CtgMeasure *measure,
                 bool             *used)
{
  const CtgEstimate *estimate = &claim->estimate;
  bool reported = ctg_estimate_is_reported (estimate);

  used[FIELD_ID] |= claim->id != NULL;
  used[FIELD_CODE] |= claim->code != NULL;
  used[FIELD_MEMBERS] |= claim->context->members != NULL;
  used[FIELD_STATUS] |= claim->status != CTG_STATUS_ESTIMATE;
  used[FIELD_LOW] |= !isnan (estimate->low);
  used[FIELD_HIGH] |= !isnan (estimate->high);
  used[FIELD_QUALIFIER] |= reported && estimate->qualifier != ctg_estimate_get_plain_qualifier (estimate);
  used[FIELD_UNIT] |= claim->context->unit != measure->unit && g_strcmp0 (claim->context->unit, measure->unit) != 0;
  used[FIELD_AS_OF] |= ctg_date_is_known (&claim->as_of);
  used[FIELD_COUNTRIES] |= claim->countries >= 0;
  used[FIELD_EDITION] |= claim->context->edition != NULL;
  used[FIELD_EVIDENCE] |= claim->context->evidence != NULL;
  used[FIELD_PRESENCE] |= estimate->presence != (reported ? CTG_PRESENCE_REPORTED : CTG_PRESENCE_NOT_REPORTED);
  used[FIELD_REASON] |= claim->context->reason != NULL;
  used[FIELD_PRINTED] |= claim->context->printed != NULL;
  used[FIELD_NOTE] |= claim->context->note != NULL;
  used[FIELD_DOUBTFUL] |= claim->doubtful;
  used[FIELD_PAGES] |= claim->context->pages != NULL;
}

/* The columns that the claims from first to before end need, in their order, and how many there are. */
static unsigned int
list_fields (const CtgDataset *self,
             unsigned int      first,
             unsigned int      end,
             unsigned int      columns[N_FIELDS])
{
  bool used[N_FIELDS] = { FALSE };
  unsigned int last_measure = 0, n_columns = 0;

  /* A resource without rows still says what its rows would be. */
  used[FIELD_NAME] = used[FIELD_MEASURE] = used[FIELD_VALUE] = TRUE;
  used[FIELD_LEVEL] = self->level_is_said;
  used[FIELD_SOURCE] = self->source_is_said;
  for (unsigned int i = first; i < end; i++)
    {
      const CtgClaim *claim = &g_array_index (self->claims, CtgClaim, i);

      last_measure = ctg_dataset_find_measure_of (self, claim, last_measure);
      add_used_fields (claim, &g_array_index (self->measures, CtgMeasure, last_measure), used);
    }

  for (unsigned int f = 0; f < N_FIELDS; f++)
    if (used[f])
      columns[n_columns++] = f;

  return n_columns;
}

static void
add_text (GString    *text,
          const char *string)
{
  if (string != NULL)
    ctg_json_append_string (text, string);
  else
    g_string_append (text, "null");
}

static void
add_number (GString *text,
            double   number)
{
  if (!isnan (number))
    ctg_number_append_shortest (text, number);
  else
    g_string_append (text, "null");
}

static void
add_date (GString       *text,
          const CtgDate *date)
{
  g_autofree char *string = ctg_date_to_text (date);

  add_text (text, string);
}

static void
add_cell (GString        *text,
          const CtgClaim *claim,
          unsigned int    field)
{
  const CtgEstimate *estimate = &claim->estimate;

  switch (field)
    {
    case FIELD_ID:
      add_text (text, claim->id);
      break;
    case FIELD_NAME:
      add_text (text, claim->name);
      break;
    case FIELD_CODE:
      add_text (text, claim->code);
      break;
    case FIELD_MEMBERS:
      add_text (text, claim->context->members);
      break;
    case FIELD_LEVEL:
      add_text (text, ctg_level_get_id (claim->level));
      break;
    case FIELD_MEASURE:
      add_text (text, claim->measure);
      break;
    case FIELD_STATUS:
      add_text (text, ctg_status_get_id (claim->status));
      break;
    case FIELD_VALUE:
      add_number (text, estimate->value);
      break;
    case FIELD_LOW:
      add_number (text, estimate->low);
      break;
    case FIELD_HIGH:
      add_number (text, estimate->high);
      break;
    case FIELD_QUALIFIER:
      add_text (text, ctg_estimate_is_reported (estimate) ? ctg_qualifier_get_id (estimate->qualifier) : NULL);
      break;
    case FIELD_UNIT:
      add_text (text, claim->context->unit);
      break;
    case FIELD_AS_OF:
      add_date (text, &claim->as_of);
      break;
    case FIELD_COUNTRIES:
      add_number (text, claim->countries >= 0 ? claim->countries : NAN);
      break;
    case FIELD_SOURCE:
      add_text (text, claim->context->source);
      break;
    case FIELD_EDITION:
      add_text (text, claim->context->edition);
      break;
    case FIELD_EVIDENCE:
      add_text (text, claim->context->evidence);
      break;
    case FIELD_PRESENCE:
      add_text (text, ctg_presence_get_id (estimate->presence));
      break;
    case FIELD_REASON:
      add_text (text, claim->context->reason);
      break;
    case FIELD_PRINTED:
      add_text (text, claim->context->printed);
      break;
    case FIELD_NOTE:
      add_text (text, claim->context->note);
      break;
    case FIELD_DOUBTFUL:
      g_string_append (text, claim->doubtful ? "true" : "false");
      break;
    case FIELD_PAGES:
      add_text (text, claim->context->pages);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
add_row (GString            *text,
         const CtgClaim     *claim,
         const unsigned int *columns,
         unsigned int        n_columns)
{
  for (unsigned int c = 0; c < n_columns; c++)
    {
      g_string_append_c (text, c == 0 ? '[' : ',');
      if (c > 0)
        g_string_append_c (text, ' ');
      add_cell (text, claim, columns[c]);
    }
  g_string_append_c (text, ']');
}

/* Rows of claims: each names its measure. */
static void
add_rows (GString            *text,
          const CtgDataset   *self,
          unsigned int        first,
          unsigned int        end,
          const unsigned int *columns,
          unsigned int        n_columns)
{
  bool first_row = FALSE; /* the names of the columns stand there */

  for (unsigned int i = first; i < end; i++)
    {
      ctg_begin_line (text, 4, &first_row);
      add_row (text, &g_array_index (self->claims, CtgClaim, i), columns, n_columns);
    }
}

/* Whether the claims say no more than a place, perhaps with its code, a measure and a number. */
static bool
are_plain (const unsigned int *columns,
           unsigned int        n_columns)
{
  for (unsigned int c = 0; c < n_columns; c++)
    if (columns[c] != FIELD_NAME && columns[c] != FIELD_CODE && columns[c] != FIELD_MEASURE && columns[c] != FIELD_VALUE)
      return FALSE;

  return TRUE;
}

/* All of the resource before its rows; the first of them names the columns. */
static void
add_head (GString        *text,
          const char     *name,
          const CtgField *head,
          unsigned int    n_columns)
{
  bool first_field = TRUE, first_row = TRUE;

  g_string_append_printf (text, "{\n      \"profile\": \"tabular-data-resource\",\n      \"name\": \"%s\",\n      \"type\": \"table\",\n      \"schema\": {\n"
                          "        \"fields\": [", name);
  for (unsigned int c = 0; c < n_columns; c++)
    {
      ctg_begin_line (text, 5, &first_field);
      g_string_append_printf (text, "{\"name\": \"%s\", \"type\": \"%s\"", head[c].name, head[c].type);
      if (head[c].role != NULL)
        g_string_append_printf (text, ", \"role\": \"%s\"", head[c].role);
      g_string_append_c (text, '}');
    }
  g_string_append (text, "\n        ],\n        \"missingValues\": [\"\"]\n      },\n      \"data\": [");
  ctg_begin_line (text, 4, &first_row);
  for (unsigned int c = 0; c < n_columns; c++)
    g_string_append_printf (text, "%s\"%s\"", c == 0 ? "[" : ", ", head[c].name);
  g_string_append_c (text, ']');
}

void
ctg_dataset_write_resource (const CtgDataset *self,
                            CtgPackageText   *package,
                            const char       *name,
                            unsigned int      first,
                            unsigned int      end)
{
  GString *text = package->text;
  CtgField head[CTG_MAX_COLUMNS];
  unsigned int columns[N_FIELDS];
  unsigned int n_columns = list_fields (self, first, end, columns), n_rows = end - first;
  bool has_code = n_columns > 1 && columns[1] == FIELD_CODE;
  CtgWide wide;
  bool is_wide = are_plain (columns, n_columns) && ctg_wide_init (&wide, self, first, end, has_code);

  if (is_wide)
    {
      n_columns = ctg_wide_list_fields (&wide, head);
      n_rows = wide.n_rows;
    }
  for (unsigned int c = 0; !is_wide && c < n_columns; c++)
    head[c] = fields[columns[c]];

  add_head (text, name, head, n_columns);

  size_t start = text->len;

  if (is_wide)
    ctg_wide_add_rows (&wide, text);
  else
    add_rows (text, self, first, end, columns, n_columns);

  /* One place is enough to be told: of two resources the larger one's. */
  if (text->len - start > package->rows_length)
    {
      package->rows_start = start;
      package->rows_length = text->len - start;
      package->n_row_values = (size_t) n_rows * (1 + n_columns);
    }
  g_string_append (text, "\n      ]\n    }");
}
