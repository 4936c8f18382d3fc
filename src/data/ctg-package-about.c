/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a package says about itself: titles, licence, and the member "contingent" with its measures, sources and pages. It must not look at rows. */

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-translate.h"
#include "data/ctg-package-private.h"

#define FORMAT 1

/* Standard members that are written back as they were read. */
static const char *const carried_members[] = { "version", "homepage", "created", "keywords", "contributors", "licenses", "image" };

static const char *
intern_json (CtgReader *self,
             JsonNode  *node)
{
  g_autoptr(GString) text = g_string_new (NULL);

  ctg_json_append_node (text, node, 0);

  return ctg_dataset_intern (self->dataset, text->str);
}

static const char *
read_date (CtgReader  *self,
           JsonObject *object,
           const char *member,
           const char *path)
{
  const char *text = ctg_reader_get_string (self, object, member, path);
  CtgDate date;

  if (text == NULL || ctg_date_parse (text, &date))
    return text;

  g_autofree char *whole = ctg_reader_make_path (path, member);
  ctg_reader_fault (self, whole, T_ ("“%s” is no date of the form YYYY, YYYY-MM, YYYY-MM-DD or A/B. It is ignored."), text);

  return NULL;
}

static CtgNature
read_nature (CtgReader  *self,
             JsonObject *object,
             const char *path,
             CtgNature   fallback)
{
  const char *id = ctg_reader_get_string (self, object, "nature", path);
  CtgNature nature = fallback;

  if (id != NULL && !ctg_nature_from_id (id, &nature))
    {
      g_autofree char *whole = ctg_reader_make_path (path, "nature");
      ctg_reader_fault (self, whole, T_ ("“%s” is none of cumulative, stock, rate, list, share. It is ignored."), id);
    }

  return nature;
}

static void
read_measure (CtgReader  *self,
              const char *id,
              JsonObject *object,
              const char *path)
{
  CtgMeasure *measure = ctg_dataset_add_measure (self->dataset, ctg_dataset_intern (self->dataset, id));

  measure->title = ctg_reader_get_string (self, object, "title", path);
  measure->unit = ctg_reader_get_string (self, object, "unit", path);
  measure->description = ctg_reader_get_string (self, object, "description", path);
  measure->nature = read_nature (self, object, path, self->dataset->nature);
  measure->overlaps = ctg_reader_get_boolean (self, object, "overlaps", path);
  measure->subset_of = ctg_reader_get_string (self, object, "subsetOf", path);
  measure->rest = ctg_reader_get_string (self, object, "rest", path);
  measure->partition = ctg_reader_get_string (self, object, "partition", path);
  measure->notes = ctg_reader_get_list (self, object, "notes", path);
}

static int
read_year (CtgReader  *self,
           JsonObject *object,
           const char *path)
{
  JsonNode *node = json_object_get_member (object, "year");

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) > 0 && json_node_get_int (node) < 3000)
    return json_node_get_int (node);

  g_autofree char *whole = ctg_reader_make_path (path, "year");
  ctg_reader_fault (self, whole, T_ ("“year” is not a year as a whole number. It is ignored."));

  return 0;
}

static void
read_source (CtgReader  *self,
             const char *id,
             JsonObject *object,
             const char *path)
{
  CtgSource *source = ctg_dataset_add_source (self->dataset, ctg_dataset_intern (self->dataset, id));
  const char *title = ctg_reader_get_string (self, object, "title", path);
  const char *short_title = ctg_reader_get_string (self, object, "shortTitle", path);
  const char *const *authors = ctg_reader_get_list (self, object, "authors", path);
  g_autofree char *joined = authors[0] != NULL ? g_strjoinv ("; ", (char **) authors) : NULL;

  source->title = title != NULL ? title : source->id;
  source->short_name = short_title != NULL ? short_title : source->title;
  source->authors = ctg_dataset_intern (self->dataset, joined);
  source->short_publisher = ctg_reader_get_string (self, object, "shortPublisher", path);
  source->publisher = ctg_reader_get_string (self, object, "publisher", path);
  source->container = ctg_reader_get_string (self, object, "container", path);
  source->published = read_date (self, object, "published", path);
  source->scope = ctg_reader_get_string (self, object, "scope", path);
  source->citation = ctg_reader_get_string (self, object, "citation", path);
  source->type = ctg_reader_get_string (self, object, "type", path);
  source->url = ctg_reader_get_string (self, object, "url", path);
  source->notes = ctg_reader_get_list (self, object, "notes", path);
  source->year = read_year (self, object, path);
}

static void
read_page (CtgReader  *self,
           const char *id,
           JsonObject *object,
           const char *path)
{
  CtgPage page = {
    .id = ctg_dataset_intern (self->dataset, id),
    .where = ctg_reader_get_string (self, object, "where", path),
    .what = ctg_reader_get_string (self, object, "what", path),
    .evidence = ctg_reader_get_string (self, object, "evidence", path),
  };

  g_array_append_val (self->dataset->pages, page);
}

typedef void (*ReadEntry) (CtgReader  *self,
                           const char *id,
                           JsonObject *object,
                           const char *path);

static void
read_entries (CtgReader  *self,
              JsonObject *contingent,
              const char *member,
              const char *path,
              ReadEntry   read_entry)
{
  JsonObject *entries = ctg_reader_get_object (self, contingent, member, path);
  g_autofree char *entries_path = ctg_reader_make_path (path, member);
  JsonObjectIter iter;
  const char *id;
  JsonNode *node;

  if (entries == NULL)
    return;

  json_object_iter_init_ordered (&iter, entries);
  while (json_object_iter_next_ordered (&iter, &id, &node))
    {
      g_autofree char *entry_path = ctg_reader_make_path (entries_path, id);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_entry (self, id, json_node_get_object (node), entry_path);
      else
        ctg_reader_fault (self, entry_path, T_ ("This is %s; an object was expected. It is ignored."), ctg_json_describe_type (node));
    }
}

static void
read_rows_by (CtgReader  *self,
              JsonObject *contingent,
              const char *path)
{
  const char *id = ctg_reader_get_string (self, contingent, "rows", path);

  if (id != NULL && !ctg_rows_by_from_id (id, &self->dataset->rows_by))
    {
      g_autofree char *whole = ctg_reader_make_path (path, "rows");
      ctg_reader_fault (self, whole, T_ ("“%s” is none of place, claim, measure. It is ignored."), id);
    }
}

static void
read_partial (CtgReader  *self,
              JsonObject *contingent,
              const char *path)
{
  bool partial = ctg_reader_get_boolean (self, contingent, "partial", path);
  const char *note = ctg_reader_get_string (self, contingent, "partialNote", path);

  if (partial || note != NULL)
    self->dataset->partial_note = note != NULL ? note : ctg_dataset_intern (self->dataset, "the table is not complete");
}

static void
read_contingent (CtgReader  *self,
                 JsonObject *contingent,
                 const char *path)
{
  CtgDataset *dataset = self->dataset;

  dataset->short_title = ctg_reader_get_string (self, contingent, "shortTitle", path);
  dataset->group = ctg_reader_get_string (self, contingent, "group", path);
  dataset->publisher = ctg_reader_get_string (self, contingent, "publisher", path);
  dataset->published = read_date (self, contingent, "published", path);
  dataset->scope = ctg_reader_get_string (self, contingent, "scope", path);
  dataset->citation = ctg_reader_get_string (self, contingent, "citation", path);
  dataset->label = ctg_reader_get_string (self, contingent, "label", path);
  dataset->notes = ctg_reader_get_list (self, contingent, "notes", path);
  dataset->nature = read_nature (self, contingent, path, CTG_NATURE_CUMULATIVE);
  read_rows_by (self, contingent, path);
  read_partial (self, contingent, path);
  read_entries (self, contingent, "measures", path, read_measure);
  read_entries (self, contingent, "sources", path, read_source);
  read_entries (self, contingent, "pages", path, read_page);

  if (ctg_reader_get_object (self, contingent, "figure", path) != NULL)
    dataset->figure_json = intern_json (self, json_object_get_member (contingent, "figure"));
}

/* Titles or names of the licences, as one text. */
static const char *
read_licence (CtgReader  *self,
              JsonObject *package,
              const char *path)
{
  JsonArray *licences = ctg_reader_get_array (self, package, "licenses", path);
  g_autoptr(GString) text = g_string_new (NULL);

  for (unsigned int i = 0; licences != NULL && i < json_array_get_length (licences); i++)
    {
      JsonNode *node = json_array_get_element (licences, i);
      g_autofree char *licence_path = g_strdup_printf ("%s/licenses/%u", path, i);

      if (!JSON_NODE_HOLDS_OBJECT (node))
        {
          ctg_reader_fault (self, licence_path, T_ ("This is %s; an object was expected. It is ignored."), ctg_json_describe_type (node));
          continue;
        }

      JsonObject *licence = json_node_get_object (node);
      const char *name = ctg_reader_get_string (self, licence, "title", licence_path);

      if (name == NULL)
        name = ctg_reader_get_string (self, licence, "name", licence_path);
      if (name == NULL)
        name = ctg_reader_get_string (self, licence, "path", licence_path);
      if (name != NULL)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "", name);
    }

  return text->len > 0 ? ctg_dataset_intern (self->dataset, text->str) : NULL;
}

/* The package's own source, for rows that name none. */
static void
read_own_source (CtgReader  *self,
                 JsonObject *package,
                 const char *path)
{
  JsonArray *sources = ctg_reader_get_array (self, package, "sources", path);
  JsonNode *first = sources != NULL && json_array_get_length (sources) > 0 ? json_array_get_element (sources, 0) : NULL;
  g_autofree char *source_path = g_strconcat (path, "/sources/0", NULL);

  if (first == NULL || !JSON_NODE_HOLDS_OBJECT (first))
    return;

  self->source_title = ctg_reader_get_string (self, json_node_get_object (first), "title", source_path);
  self->source_url = ctg_reader_get_string (self, json_node_get_object (first), "path", source_path);
}

static bool
check_format (JsonObject *contingent,
              GError    **error)
{
  JsonNode *node = contingent != NULL ? json_object_get_member (contingent, "format") : NULL;

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return TRUE;
  if (json_node_get_value_type (node) == G_TYPE_INT64 && json_node_get_int (node) >= 1 && json_node_get_int (node) <= FORMAT)
    return TRUE;

  g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
               T_ ("The data package is in a format this program does not know (“contingent.format” is not %d). A newer version may read it."), FORMAT);

  return FALSE;
}

bool
ctg_reader_read_about (CtgReader  *self,
                       JsonObject *package,
                       const char *path,
                       GError    **error)
{
  CtgDataset *dataset = self->dataset;
  JsonObject *contingent = ctg_reader_get_object (self, package, "contingent", path);
  g_autofree char *contingent_path = ctg_reader_make_path (path, "contingent");
  const char *name = ctg_reader_get_string (self, package, "name", path);

  if (!check_format (contingent, error))
    return FALSE;

  if (name != NULL && *name != '\0')
    dataset->id = name;
  dataset->title = ctg_reader_get_string (self, package, "title", path);
  dataset->description = ctg_reader_get_string (self, package, "description", path);
  dataset->licence = read_licence (self, package, path);
  read_own_source (self, package, path);
  if (contingent != NULL)
    read_contingent (self, contingent, contingent_path);

  for (unsigned int i = 0; i < G_N_ELEMENTS (carried_members); i++)
    if (json_object_has_member (package, carried_members[i]))
      {
        CtgCarried carried = { carried_members[i], intern_json (self, json_object_get_member (package, carried_members[i])) };
        g_array_append_val (dataset->carried, carried);
      }

  return TRUE;
}

/* Ids that no row has are told; a note all of whose rows are unknown would never be seen. */
static void
read_row_note (CtgReader  *self,
               JsonObject *object,
               const char *path)
{
  CtgRowNote row_note = {
    .note = ctg_reader_get_string (self, object, "note", path),
    .claims = ctg_reader_get_list (self, object, "rows", path),
  };

  if (row_note.note == NULL || row_note.claims[0] == NULL)
    {
      ctg_reader_fault (self, path, T_ ("This is no note on rows: “note” must be a sentence, and “rows” the ids of the rows it speaks of. It is ignored."));
      return;
    }
  for (unsigned int i = 0; row_note.claims[i] != NULL; i++)
    if (!g_hash_table_contains (self->ids, row_note.claims[i]))
      {
        g_autofree char *row_path = g_strdup_printf ("%s/rows/%u", path, i);
        ctg_reader_fault (self, row_path, T_ ("No row has the id “%s”."), row_note.claims[i]);
      }
  g_array_append_val (self->dataset->row_notes, row_note);
}

void
ctg_reader_read_row_notes (CtgReader  *self,
                           JsonObject *package,
                           const char *path)
{
  JsonNode *contingent = json_object_get_member (package, "contingent");
  g_autofree char *contingent_path = ctg_reader_make_path (path, "contingent");
  JsonArray *row_notes = NULL;

  if (contingent != NULL && JSON_NODE_HOLDS_OBJECT (contingent))
    row_notes = ctg_reader_get_array (self, json_node_get_object (contingent), "rowNotes", contingent_path);

  for (unsigned int i = 0; row_notes != NULL && i < json_array_get_length (row_notes); i++)
    {
      JsonNode *node = json_array_get_element (row_notes, i);
      g_autofree char *note_path = g_strdup_printf ("%s/rowNotes/%u", contingent_path, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_row_note (self, json_node_get_object (node), note_path);
      else
        ctg_reader_fault (self, note_path, T_ ("This is %s; an object was expected. It is ignored."), ctg_json_describe_type (node));
    }
}
