/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset as a data package: the same text for the same content, read back by ctg-package.c without loss. Rows stand one a line, as arrays under a row of
 * column names (half as long as objects); a column is left out where no row has anything to say in it but what a reader assumes. It must not know where the dataset came from. */

#include <string.h>

#include "base/ctg-append.h"
#include "base/ctg-json.h"
#include "base/ctg-number.h"
#include "base/ctg-sha256.h"
#include "data/ctg-dataset-private.h"

/* What a package is expected to take, so that its text seldom has to move. */
#define BYTES_ABOUT 4096
#define BYTES_A_CLAIM 64

typedef struct
{
  const char *name;
  const char *role;
  const char *type;
} Field;

enum
{
  FIELD_ID, FIELD_NAME, FIELD_CODE, FIELD_MEMBERS, FIELD_LEVEL, FIELD_MEASURE, FIELD_STATUS, FIELD_VALUE, FIELD_LOW, FIELD_HIGH,
  FIELD_QUALIFIER, FIELD_UNIT, FIELD_AS_OF, FIELD_COUNTRIES, FIELD_SOURCE, FIELD_EDITION, FIELD_EVIDENCE, FIELD_PRESENCE, FIELD_REASON,
  FIELD_PRINTED, FIELD_NOTE, FIELD_DOUBTFUL, FIELD_PAGES, N_FIELDS
};

static const Field fields[N_FIELDS] = {
  { "id", "id", "string" },
  { "name", "place", "string" },
  { "code", "code", "string" },
  { "members", "members", "string" },
  { "level", "level", "string" },
  { "measure", "measure", "string" },
  { "status", "status", "string" },
  { "value", "value", "number" },
  { "low", "low", "number" },
  { "high", "high", "number" },
  { "qualifier", "qualifier", "string" },
  { "unit", "unit", "string" },
  { "as_of", "as_of", "string" },
  { "countries", "countries", "integer" },
  { "source", "source", "string" },
  { "edition", "edition", "string" },
  { "evidence", "evidence", "string" },
  { "presence", "presence", "string" },
  { "reason", "reason", "string" },
  { "printed", "printed", "string" },
  { "note", "note", "string" },
  { "doubtful", "doubtful", "boolean" },
  { "pages", "pages", "string" },
};

static void
begin_line (GString     *text,
            unsigned int depth,
            bool        *first)
{
  static const char separator[] = ",\n" "          ";

  g_assert (2 + 2 * depth < sizeof separator);

  ctg_append (text, separator + *first, 2 + 2 * depth - *first);
  *first = FALSE;
}

/* "member": on a line of its own; the value follows. */
static void
begin_member (GString     *text,
              unsigned int depth,
              bool        *first,
              const char  *member)
{
  begin_line (text, depth, first);
  ctg_json_append_string (text, member);
  g_string_append (text, ": ");
}

/* What is NULL is left out. */
static void
add_string (GString     *text,
            unsigned int depth,
            bool        *first,
            const char  *member,
            const char  *value)
{
  if (value == NULL)
    return;
  begin_member (text, depth, first, member);
  ctg_json_append_string (text, value);
}

static void
add_list (GString           *text,
          unsigned int       depth,
          bool              *first,
          const char        *member,
          const char *const *strings)
{
  bool first_string = TRUE;

  if (strings == NULL || strings[0] == NULL)
    return;
  begin_member (text, depth, first, member);
  g_string_append_c (text, '[');
  for (unsigned int i = 0; strings[i] != NULL; i++)
    {
      begin_line (text, depth + 1, &first_string);
      ctg_json_append_string (text, strings[i]);
    }
  g_string_append_c (text, '\n');
  for (unsigned int i = 0; i < depth; i++)
    g_string_append (text, "  ");
  g_string_append_c (text, ']');
}

static void
end_object (GString     *text,
            unsigned int depth,
            bool         empty)
{
  if (!empty)
    {
      g_string_append_c (text, '\n');
      for (unsigned int i = 0; i < depth; i++)
        g_string_append (text, "  ");
    }
  g_string_append_c (text, '}');
}

static void
add_measure (GString          *text,
             bool             *first,
             const CtgMeasure *measure)
{
  bool inner = TRUE;

  begin_member (text, 3, first, measure->id);
  g_string_append_c (text, '{');
  add_string (text, 4, &inner, "title", measure->title);
  add_string (text, 4, &inner, "unit", measure->unit);
  add_string (text, 4, &inner, "nature", ctg_nature_get_id (measure->nature));
  add_string (text, 4, &inner, "description", measure->description);
  if (measure->overlaps)
    {
      begin_member (text, 4, &inner, "overlaps");
      g_string_append (text, "true");
    }
  add_string (text, 4, &inner, "subsetOf", measure->subset_of);
  add_string (text, 4, &inner, "rest", measure->rest);
  add_string (text, 4, &inner, "partition", measure->partition);
  add_list (text, 4, &inner, "notes", measure->notes);
  end_object (text, 3, inner);
}

static void
add_source (GString         *text,
            bool            *first,
            const CtgSource *source)
{
  g_auto(GStrv) authors = source->authors != NULL ? g_strsplit (source->authors, "; ", -1) : NULL;
  bool inner = TRUE;

  begin_member (text, 3, first, source->id);
  g_string_append_c (text, '{');
  add_string (text, 4, &inner, "title", source->title);
  add_string (text, 4, &inner, "shortTitle", source->short_name);
  add_string (text, 4, &inner, "shortPublisher", source->short_publisher);
  add_list (text, 4, &inner, "authors", (const char *const *) authors);
  add_string (text, 4, &inner, "publisher", source->publisher);
  add_string (text, 4, &inner, "container", source->container);
  add_string (text, 4, &inner, "published", source->published);
  if (source->year > 0)
    {
      begin_member (text, 4, &inner, "year");
      g_string_append_printf (text, "%d", source->year);
    }
  add_string (text, 4, &inner, "type", source->type);
  add_string (text, 4, &inner, "scope", source->scope);
  add_string (text, 4, &inner, "url", source->url);
  add_string (text, 4, &inner, "citation", source->citation);
  add_list (text, 4, &inner, "notes", source->notes);
  end_object (text, 3, inner);
}

static void
add_page (GString       *text,
          bool          *first,
          const CtgPage *page)
{
  bool inner = TRUE;

  begin_member (text, 3, first, page->id);
  g_string_append_c (text, '{');
  add_string (text, 4, &inner, "where", page->where);
  add_string (text, 4, &inner, "what", page->what);
  add_string (text, 4, &inner, "evidence", page->evidence);
  end_object (text, 3, inner);
}

static void
add_row_notes (GString      *text,
               bool         *first,
               const GArray *row_notes)
{
  bool first_note = TRUE;

  if (row_notes->len == 0)
    return;
  begin_member (text, 2, first, "rowNotes");
  g_string_append_c (text, '[');
  for (unsigned int i = 0; i < row_notes->len; i++)
    {
      const CtgRowNote *row_note = &g_array_index (row_notes, CtgRowNote, i);
      bool inner = TRUE;

      begin_line (text, 3, &first_note);
      g_string_append_c (text, '{');
      add_list (text, 4, &inner, "rows", row_note->claims);
      add_string (text, 4, &inner, "note", row_note->note);
      end_object (text, 3, inner);
    }
  g_string_append (text, "\n    ]");
}

#define ADD_ENTRIES(member, array, type, add_entry) \
  if (self->array->len > 0) \
    { \
      bool inner = TRUE; \
      begin_member (text, 2, &first, member); \
      g_string_append_c (text, '{'); \
      for (unsigned int i = 0; i < self->array->len; i++) \
      add_entry (text, &inner, &g_array_index (self->array, type, i)); \
      end_object (text, 2, inner); \
    }

static void
add_contingent (GString          *text,
                const CtgDataset *self)
{
  bool first = TRUE;

  g_string_append (text, "{");
  begin_member (text, 2, &first, "format");
  g_string_append_c (text, '1');
  add_string (text, 2, &first, "group", self->group);
  add_string (text, 2, &first, "shortTitle", self->short_title);
  add_string (text, 2, &first, "publisher", self->publisher);
  add_string (text, 2, &first, "published", self->published);
  add_string (text, 2, &first, "scope", self->scope);
  add_string (text, 2, &first, "nature", ctg_nature_get_id (self->nature));
  add_string (text, 2, &first, "rows", ctg_rows_by_get_id (self->rows_by));
  add_string (text, 2, &first, "label", self->label);
  begin_member (text, 2, &first, "partial");
  g_string_append (text, self->partial_note != NULL ? "true" : "false");
  add_string (text, 2, &first, "partialNote", self->partial_note);
  add_list (text, 2, &first, "notes", self->notes);
  add_string (text, 2, &first, "citation", self->citation);
  ADD_ENTRIES ("measures", measures, CtgMeasure, add_measure)
  add_row_notes (text, &first, self->row_notes);
  ADD_ENTRIES ("sources", sources, CtgSource, add_source)
  ADD_ENTRIES ("pages", pages, CtgPage, add_page)
  if (self->figure_json != NULL)
    {
      begin_member (text, 2, &first, "figure");
      g_string_append (text, self->figure_json);
    }
  end_object (text, 1, first);
}

/* The measure of the claim. Claims name measures in turn, so that it is mostly the last one found or the one behind it. */
static const CtgMeasure *
find_measure (const CtgDataset *self,
              const CtgClaim   *claim,
              unsigned int     *last)
{
  for (unsigned int i = 0; i < self->measures->len; i++)
    {
      unsigned int index = (*last + i) % self->measures->len;
      const CtgMeasure *measure = &g_array_index (self->measures, CtgMeasure, index);

      /* Both are interned. */
      if (measure->id == claim->measure)
        {
          *last = index;
          return measure;
        }
    }

  return ctg_dataset_find_measure (self, claim->measure);
}

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
  used[FIELD_MEMBERS] |= claim->members != NULL;
  used[FIELD_STATUS] |= claim->status != CTG_STATUS_ESTIMATE;
  used[FIELD_LOW] |= !isnan (estimate->low);
  used[FIELD_HIGH] |= !isnan (estimate->high);
  used[FIELD_QUALIFIER] |= reported && estimate->qualifier != ctg_estimate_get_plain_qualifier (estimate);
  used[FIELD_UNIT] |= claim->unit != measure->unit && g_strcmp0 (claim->unit, measure->unit) != 0;
  used[FIELD_AS_OF] |= ctg_date_is_known (&claim->as_of);
  used[FIELD_COUNTRIES] |= claim->countries >= 0;
  used[FIELD_SOURCE] |= claim->source != NULL;
  used[FIELD_EDITION] |= claim->edition != NULL;
  used[FIELD_EVIDENCE] |= claim->evidence != NULL;
  used[FIELD_PRESENCE] |= estimate->presence != (reported ? CTG_PRESENCE_REPORTED : CTG_PRESENCE_NOT_REPORTED);
  used[FIELD_REASON] |= claim->reason != NULL;
  used[FIELD_PRINTED] |= claim->printed != NULL;
  used[FIELD_NOTE] |= claim->note != NULL;
  used[FIELD_DOUBTFUL] |= claim->doubtful;
  used[FIELD_PAGES] |= claim->pages != NULL;
}

/* The columns of a resource in their order, and how many there are. */
static unsigned int
list_fields (const CtgDataset *self,
             bool              aggregates,
             unsigned int      columns[N_FIELDS])
{
  bool used[N_FIELDS] = { FALSE };
  unsigned int last_measure = 0, n_columns = 0;

  /* A resource without rows still says what its rows would be. */
  used[FIELD_NAME] = used[FIELD_LEVEL] = used[FIELD_MEASURE] = used[FIELD_VALUE] = TRUE;
  for (unsigned int i = 0; i < self->claims->len; i++)
    {
      const CtgClaim *claim = &g_array_index (self->claims, CtgClaim, i);

      if (claim->aggregate == aggregates)
        add_used_fields (claim, find_measure (self, claim, &last_measure), used);
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
      add_text (text, claim->members);
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
      add_text (text, claim->unit);
      break;
    case FIELD_AS_OF:
      add_date (text, &claim->as_of);
      break;
    case FIELD_COUNTRIES:
      add_number (text, claim->countries >= 0 ? claim->countries : NAN);
      break;
    case FIELD_SOURCE:
      add_text (text, claim->source);
      break;
    case FIELD_EDITION:
      add_text (text, claim->edition);
      break;
    case FIELD_EVIDENCE:
      add_text (text, claim->evidence);
      break;
    case FIELD_PRESENCE:
      add_text (text, ctg_presence_get_id (estimate->presence));
      break;
    case FIELD_REASON:
      add_text (text, claim->reason);
      break;
    case FIELD_PRINTED:
      add_text (text, claim->printed);
      break;
    case FIELD_NOTE:
      add_text (text, claim->note);
      break;
    case FIELD_DOUBTFUL:
      g_string_append (text, claim->doubtful ? "true" : "false");
      break;
    case FIELD_PAGES:
      add_text (text, claim->pages);
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

static void
add_header (GString            *text,
            const unsigned int *columns,
            unsigned int        n_columns)
{
  for (unsigned int c = 0; c < n_columns; c++)
    g_string_append_printf (text, "%s\"%s\"", c == 0 ? "[" : ", ", fields[columns[c]].name);
  g_string_append_c (text, ']');
}

static void
add_resource (GString          *text,
              const CtgDataset *self,
              bool              aggregates,
              bool             *first)
{
  unsigned int columns[N_FIELDS];
  unsigned int n_columns = list_fields (self, aggregates, columns);
  bool first_field = TRUE, first_row = TRUE;

  begin_line (text, 2, first);
  g_string_append_printf (text, "{\n      \"profile\": \"tabular-data-resource\",\n      \"name\": \"%s\",\n      \"type\": \"table\",\n      \"schema\": {\n"
                          "        \"fields\": [", aggregates ? "aggregates" : "countries");
  for (unsigned int c = 0; c < n_columns; c++)
    {
      const Field *field = &fields[columns[c]];

      begin_line (text, 5, &first_field);
      g_string_append_printf (text, "{\"name\": \"%s\", \"type\": \"%s\", \"role\": \"%s\"}", field->name, field->type, field->role);
    }
  g_string_append (text, "\n        ],\n        \"missingValues\": [\"\"]\n      },\n      \"data\": [");
  begin_line (text, 4, &first_row);
  add_header (text, columns, n_columns);
  for (unsigned int i = 0; i < self->claims->len; i++)
    {
      const CtgClaim *claim = &g_array_index (self->claims, CtgClaim, i);

      if (claim->aggregate != aggregates)
        continue;
      begin_line (text, 4, &first_row);
      add_row (text, claim, columns, n_columns);
    }
  g_string_append (text, "\n      ]\n    }");
}

char *
ctg_dataset_to_package (const CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->package != NULL)
    return g_strdup (self->package);

  GString *text = g_string_sized_new (BYTES_ABOUT + (size_t) self->claims->len * BYTES_A_CLAIM);
  bool first = TRUE, first_resource = TRUE, has_aggregates = FALSE;

  g_string_append_c (text, '{');
  add_string (text, 1, &first, "$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
  add_string (text, 1, &first, "profile", "tabular-data-package");
  add_string (text, 1, &first, "name", self->id);
  add_string (text, 1, &first, "title", self->title);
  add_string (text, 1, &first, "description", self->description);
  for (unsigned int i = 0; i < self->carried->len; i++)
    {
      begin_member (text, 1, &first, g_array_index (self->carried, CtgCarried, i).member);
      g_string_append (text, g_array_index (self->carried, CtgCarried, i).json);
    }
  begin_member (text, 1, &first, "contingent");
  add_contingent (text, self);

  for (unsigned int i = 0; i < self->claims->len; i++)
    has_aggregates = has_aggregates || g_array_index (self->claims, CtgClaim, i).aggregate;
  begin_member (text, 1, &first, "resources");
  g_string_append_c (text, '[');
  add_resource (text, self, FALSE, &first_resource);
  if (has_aggregates)
    add_resource (text, self, TRUE, &first_resource);
  g_string_append (text, "\n  ]\n}\n");

  return g_string_free (text, FALSE);
}

/* The hash of text, which is the dataset's package; kept. */
static const char *
keep_hash (const CtgDataset *self,
           const char       *text)
{
  CtgDataset *writable = (CtgDataset *) self;
  char *hash = g_atomic_pointer_get (&writable->hash);

  if (hash != NULL)
    return hash;

  hash = ctg_sha256 (text, strlen (text));
  if (g_atomic_pointer_compare_and_exchange (&writable->hash, NULL, hash))
    return hash;

  /* Another thread was faster; the text is the same. */
  g_free (hash);

  return g_atomic_pointer_get (&writable->hash);
}

char *
ctg_dataset_to_hashed_package (const CtgDataset *self,
                               const char      **hash)
{
  g_return_val_if_fail (self != NULL && hash != NULL, NULL);

  char *text = ctg_dataset_to_package (self);

  *hash = keep_hash (self, text);

  return text;
}

const char *
ctg_dataset_get_hash (const CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const char *hash = g_atomic_pointer_get (&((CtgDataset *) self)->hash);
  g_autofree char *text = hash == NULL ? ctg_dataset_to_hashed_package (self, &hash) : NULL;

  return hash;
}
