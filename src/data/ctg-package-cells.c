/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Cells by type, and what a row says besides its number: place, level, status, date, source. What a row says of a number is in
 * ctg-package-claims.c and ctg-package-wide.c. */

#include <string.h>

#include "base/ctg-translate.h"
#include "data/ctg-country-private.h"
#include "data/ctg-ids-private.h"
#include "data/ctg-package-private.h"

/* Below 2^53 every integer is a double; at 2^53 it can no longer be told from its neighbour. */
#define TOO_LARGE 9007199254740992.0
#define MAX_SUGGESTIONS 50u

const char *
ctg_cells_read_string (CtgReader      *reader,
                       const CtgCells *row,
                       CtgRole         role)
{
  const CtgJsonCell *cell = ctg_cells_get (row, role);

  if (cell->type == CTG_JSON_STRING)
    return cell->string;
  if (cell->type == CTG_JSON_INTEGER && (role == CTG_ROLE_ID || role == CTG_ROLE_AS_OF))
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, (gint64) cell->number);
      return ctg_dataset_intern (reader->dataset, text);
    }

  ctg_reader_fault_cell (reader, row, row->rows->roles[role], T_ ("This is %s; a string was expected. It is ignored."), ctg_json_type_describe (cell->type));

  return NULL;
}

double
ctg_cells_get_number (CtgReader      *reader,
                      const CtgCells *row,
                      int             column)
{
  const CtgJsonCell *cell = column >= 0 ? row->cells[column] : NULL;

  if (cell == NULL)
    return NAN;
  if (cell->type != CTG_JSON_INTEGER && cell->type != CTG_JSON_NUMBER)
    {
      if (cell->type == CTG_JSON_STRING)
        ctg_reader_fault_cell (reader, row, column, T_ ("“%s” is a string; a number was expected. It is taken as not reported."), cell->string);
      else
        ctg_reader_fault_cell (reader, row, column, T_ ("This is %s; a number was expected. It is taken as not reported."), ctg_json_type_describe (cell->type));
      return NAN;
    }

  double number = cell->number;

  if (!isfinite (number) || fabs (number) >= TOO_LARGE)
    {
      ctg_reader_fault_cell (reader, row, column, T_ ("The number is 2^53 or larger and cannot be kept exactly. It is taken as not reported."));
      return NAN;
    }
  if (number < 0)
    {
      ctg_reader_fault_cell (reader, row, column, T_ ("The number is negative; counts cannot be. It is taken as not reported."));
      return NAN;
    }

  return number == 0 ? 0 : number;
}

bool
ctg_cells_get_boolean (CtgReader      *reader,
                       const CtgCells *row,
                       CtgRole         role)
{
  const CtgJsonCell *cell = ctg_cells_get (row, role);

  if (cell == NULL)
    return FALSE;
  if (cell->type == CTG_JSON_BOOLEAN)
    return cell->number != 0;

  ctg_reader_fault_cell (reader, row, row->rows->roles[role], T_ ("This is %s; true or false was expected. It is taken as false."), ctg_json_type_describe (cell->type));

  return FALSE;
}

static const CtgCountry *
find_country (CtgReader  *self,
              const char *name)
{
  gpointer country;

  /* Finding such a name takes no longer than remembering it. */
  if (g_str_is_ascii (name))
    return ctg_country_find_any (name);

  if (!g_hash_table_lookup_extended (self->places, name, NULL, &country))
    {
      country = (gpointer) ctg_country_find_any (name);
      g_hash_table_insert (self->places, g_strdup (name), country);
    }

  return country;
}

const CtgCountry *
ctg_reader_find_country (CtgReader  *self,
                         const char *name)
{
  if (self->last_place == NULL || strcmp (self->last_place, name) != 0)
    {
      self->last_country = find_country (self, name);
      self->last_place = name;
    }

  return self->last_country;
}

static void
fault_unknown_country (CtgReader      *reader,
                       const CtgCells *row,
                       const char     *name)
{
  g_autofree char *suggestion = reader->n_suggestions < MAX_SUGGESTIONS ? ctg_country_suggest (name) : NULL;

  reader->n_suggestions++;
  if (suggestion != NULL)
    ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_PLACE],
                           T_ ("“%s” is no country that is known here; did you mean “%s”? The row is kept under its own name, without a code."), name, suggestion);
  else
    ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_PLACE],
                           T_ ("“%s” is no country that is known here. The row is kept under its own name, without a code."), name);
}

/* Codes of a row for several countries together. */
static const char *
read_members (CtgReader      *reader,
              const CtgCells *row)
{
  const char *text = ctg_cells_get_string (reader, row, CTG_ROLE_MEMBERS);
  g_auto(GStrv) codes = text != NULL ? g_strsplit (text, " ", -1) : NULL;

  for (unsigned int i = 0; codes != NULL && codes[i] != NULL; i++)
    if (ctg_country_get (codes[i]) == NULL)
      {
        ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_MEMBERS], T_ ("“%s” is no ISO 3166-1 alpha-3 code. The list is ignored."), codes[i]);
        return NULL;
      }

  return text;
}

/* A name of blanks is none: it would be an unnamed row of the figure. */
static const char *
read_name (CtgReader      *reader,
           const CtgCells *row)
{
  const char *name = ctg_cells_get_string (reader, row, CTG_ROLE_PLACE);

  for (const char *p = name; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        return name;
    }

  return NULL;
}

static void
read_code (CtgReader      *reader,
           const CtgCells *row,
           const char     *members,
           CtgClaim       *claim)
{
  const char *text = ctg_cells_get_string (reader, row, CTG_ROLE_CODE);
  const CtgCountry *country = ctg_country_get (text);

  if (country == NULL && text != NULL)
    {
      if (strlen (text) <= 3)
        country = ctg_country_find (text);
      if (country == NULL)
        ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_CODE], T_ ("“%s” is no ISO 3166-1 code. It is ignored."), text);
    }
  if (country == NULL && claim->level == CTG_LEVEL_COUNTRY && members == NULL && claim->name != NULL)
    {
      const CtgCountry *named = ctg_reader_find_country (reader, claim->name);

      if (named == &ctg_country_all && row->rows->roles[CTG_ROLE_LEVEL] < 0)
        {
          claim->level = CTG_LEVEL_WORLD;
          claim->aggregate = TRUE;
          reader->dataset->level_is_said = TRUE;
        }
      else if (named != NULL && named != &ctg_country_all)
        country = named;
      else if (text == NULL)
        fault_unknown_country (reader, row, claim->name);
    }

  claim->code = country != NULL ? country->alpha3 : NULL;
  if (claim->name == NULL)
    claim->name = claim->code;
}

/* One of the words of an enum. FALSE where the row must be left out, because the word decides what the number means. */
static bool
check_word (CtgReader      *reader,
            const CtgCells *row,
            CtgRole         role,
            const char     *word,
            bool            known,
            const char     *choices)
{
  if (word == NULL || known)
    return TRUE;

  ctg_reader_fault_cell (reader, row, row->rows->roles[role], T_ ("“%s” is none of %s. The row is left out."), word, choices);

  return FALSE;
}

/* Ids go through once; the later row keeps its claim but not its id. */
static const char *
read_id (CtgReader      *reader,
         const CtgCells *row)
{
  const char *id = ctg_cells_get_string (reader, row, CTG_ROLE_ID);

  if (id != NULL && !g_hash_table_add (reader->ids, (gpointer) id))
    {
      ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_ID], T_ ("An earlier row has the id “%s”, too. This row is kept without an id."), id);
      return NULL;
    }

  return id;
}

/* The source of rows that name none: the package's own. */
static const char *
get_own_source (CtgReader *reader)
{
  CtgDataset *dataset = reader->dataset;

  if (reader->source == NULL)
    {
      bool is_described = ctg_dataset_find_source (dataset, dataset->id) != NULL;
      CtgSource *source = ctg_dataset_add_source (dataset, dataset->id);

      if (!is_described)
        {
          source->title = reader->source_title != NULL ? reader->source_title : dataset->title != NULL ? dataset->title : dataset->id;
          source->short_name = dataset->short_title != NULL ? dataset->short_title : source->title;
          source->url = reader->source_url;
        }
      reader->source = source->id;
    }

  return reader->source;
}

/* One too many: the last source stands for all further ones. */
static const char *
get_other_sources (CtgReader      *reader,
                   const CtgCells *row,
                   const char     *text)
{
  CtgSource *source = ctg_dataset_add_source (reader->dataset, ctg_dataset_intern (reader->dataset, "other-sources"));

  source->title = source->short_name = ctg_dataset_intern (reader->dataset, "Other sources");
  ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_SOURCE],
                         TN_ ("There is more than %u source. “%s” is put with the “Other sources”.",
                              "There are more than %u sources. “%s” is put with the “Other sources”.", CTG_MAX_DESCRIBED),
                         CTG_MAX_DESCRIBED, text);

  return source->id;
}

const char *
ctg_cells_find_source (CtgReader      *reader,
                       const CtgCells *row,
                       const char     *text)
{
  if (text == NULL)
    return get_own_source (reader);

  const CtgSource *source = ctg_dataset_find_source (reader->dataset, text);

  if (source != NULL)
    return source->id;

  const char *known = g_hash_table_lookup (reader->source_ids, text);

  if (known != NULL)
    return known;
  if (reader->dataset->sources->len + 1 >= CTG_MAX_DESCRIBED)
    return get_other_sources (reader, row, text);

  g_autofree char *slug = ctg_reader_make_slug (text, '-');
  g_autofree char *id = g_strdup (*slug != '\0' ? slug : "source");

  for (unsigned int i = reader->dataset->sources->len + 1; ctg_dataset_find_source (reader->dataset, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", *slug != '\0' ? slug : "source", i);
    }

  CtgSource *added = ctg_dataset_add_source (reader->dataset, ctg_dataset_intern (reader->dataset, id));

  added->title = added->short_name = text;
  g_hash_table_insert (reader->source_ids, (gpointer) text, (gpointer) added->id);

  return added->id;
}

void
ctg_cells_read_date (CtgReader      *reader,
                     const CtgCells *row,
                     CtgDate        *date)
{
  const char *text = ctg_cells_get_string (reader, row, CTG_ROLE_AS_OF);

  if (text != NULL && !ctg_date_parse (text, date))
    ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_AS_OF],
                           T_ ("“%s” is no date of the form YYYY, YYYY-MM, YYYY-MM-DD or A/B. It is taken as not known."), text);
}

static void
read_countries (CtgReader      *reader,
                const CtgCells *row,
                CtgClaim       *claim)
{
  double number = ctg_cells_get_number (reader, row, row->rows->roles[CTG_ROLE_COUNTRIES]);

  if (!isnan (number) && (number != floor (number) || number > 1000))
    ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_COUNTRIES], T_ ("This is no number of countries. It is ignored."));
  else if (!isnan (number))
    claim->countries = number;
}

bool
ctg_cells_read_context (CtgReader       *reader,
                        const CtgCells  *row,
                        CtgClaim        *claim,
                        CtgClaimContext *context)
{
  const char *status = ctg_cells_get_string (reader, row, CTG_ROLE_STATUS);
  const char *level = ctg_cells_get_string (reader, row, CTG_ROLE_LEVEL);

  CtgStatus own_status = CTG_STATUS_ESTIMATE;
  CtgLevel own_level = CTG_LEVEL_COUNTRY;

  if (!check_word (reader, row, CTG_ROLE_STATUS, status, ctg_status_from_id (status, &own_status), "official, non-official, estimate")
      || !check_word (reader, row, CTG_ROLE_LEVEL, level, ctg_level_from_id (level, &own_level), "country, region, world, conflict, share"))
    return FALSE;

  *claim = (CtgClaim) {
    .estimate = CTG_ESTIMATE_MISSING,
    .countries = -1,
    .status = own_status,
    .level = own_level,
    .aggregate = row->rows->aggregate,
  };

  claim->name = read_name (reader, row);
  *context = (CtgClaimContext) { .members = read_members (reader, row) };
  read_code (reader, row, context->members, claim);
  if (claim->name == NULL)
    {
      ctg_reader_fault_cell (reader, row, row->rows->roles[CTG_ROLE_PLACE], T_ ("The row does not say of which place it speaks. It is left out."));
      return FALSE;
    }

  claim->id = read_id (reader, row);
  context->source = ctg_cells_find_source (reader, row, ctg_cells_get_string (reader, row, CTG_ROLE_SOURCE));
  context->edition = ctg_cells_get_string (reader, row, CTG_ROLE_EDITION);
  context->evidence = ctg_cells_get_string (reader, row, CTG_ROLE_EVIDENCE);
  context->printed = ctg_cells_get_string (reader, row, CTG_ROLE_PRINTED);
  context->note = ctg_cells_get_string (reader, row, CTG_ROLE_NOTE);
  context->reason = ctg_cells_get_string (reader, row, CTG_ROLE_REASON);
  context->pages = ctg_cells_get_string (reader, row, CTG_ROLE_PAGES);
  claim->doubtful = ctg_cells_get_boolean (reader, row, CTG_ROLE_DOUBTFUL);
  ctg_cells_read_date (reader, row, &claim->as_of);
  read_countries (reader, row, claim);

  return TRUE;
}
