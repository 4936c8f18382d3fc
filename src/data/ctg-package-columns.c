/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which column of a resource says what: by role, by the names of docs/data-format.md, or, where a file has no measure column, by what
 * people call such columns and by what is in them. And the cells of a row by column. It must not judge cells. */

#include <string.h>

#include "base/ctg-translate.h"
#include "data/ctg-ids-private.h"
#include "data/ctg-package-private.h"
#include "data/ctg-text-hash-private.h"

/* Of a list of missingValues; a longer one is no list of missing values. */
#define MAX_MISSING_VALUES 100u

static const char *const role_ids[CTG_N_ROLES] = {
  "", "id", "place", "code", "members", "level", "measure", "status", "value", "low", "high", "qualifier", "unit", "as_of",
  "countries", "source", "edition", "evidence", "presence", "reason", "printed", "note", "doubtful", "pages",
};

/* What columns are called in files that know nothing of us; in the order of preference. Compared as slugs. */
static const struct
{
  const char *name;
  CtgRole role;
} known_names[] = {
  { "name", CTG_ROLE_PLACE },
  { "country", CTG_ROLE_PLACE },
  { "country_name", CTG_ROLE_PLACE },
  { "country_of_origin", CTG_ROLE_PLACE },
  { "country_or_area", CTG_ROLE_PLACE },
  { "countries_and_areas", CTG_ROLE_PLACE },
  { "origin", CTG_ROLE_PLACE },
  { "nationality", CTG_ROLE_PLACE },
  { "place", CTG_ROLE_PLACE },
  { "nation", CTG_ROLE_PLACE },
  { "state", CTG_ROLE_PLACE },
  { "territory", CTG_ROLE_PLACE },
  { "entity", CTG_ROLE_PLACE },
  { "location", CTG_ROLE_PLACE },
  { "pays", CTG_ROLE_PLACE },
  { "land", CTG_ROLE_PLACE },
  { "staat", CTG_ROLE_PLACE },
  { "país", CTG_ROLE_PLACE },
  { "pais", CTG_ROLE_PLACE },
  { "paese", CTG_ROLE_PLACE },
  { "ülke", CTG_ROLE_PLACE },
  { "страна", CTG_ROLE_PLACE },
  { "البلد", CTG_ROLE_PLACE },
  { "الدولة", CTG_ROLE_PLACE },
  { "国家", CTG_ROLE_PLACE },
  { "code", CTG_ROLE_CODE },
  { "iso3", CTG_ROLE_CODE },
  { "iso3c", CTG_ROLE_CODE },
  { "iso_a3", CTG_ROLE_CODE },
  { "iso_3", CTG_ROLE_CODE },
  { "iso_code", CTG_ROLE_CODE },
  { "iso", CTG_ROLE_CODE },
  { "alpha3", CTG_ROLE_CODE },
  { "alpha_3", CTG_ROLE_CODE },
  { "country_code", CTG_ROLE_CODE },
  { "iso2", CTG_ROLE_CODE },
  { "iso_a2", CTG_ROLE_CODE },
  { "alpha2", CTG_ROLE_CODE },
  { "alpha_2", CTG_ROLE_CODE },
  { "date", CTG_ROLE_AS_OF },
  { "year", CTG_ROLE_AS_OF },
  { "année", CTG_ROLE_AS_OF },
  { "jahr", CTG_ROLE_AS_OF },
  { "año", CTG_ROLE_AS_OF },
  { "notes", CTG_ROLE_NOTE },
  { "comment", CTG_ROLE_NOTE },
  { "comments", CTG_ROLE_NOTE },
  { "remarks", CTG_ROLE_NOTE },
  { "sources", CTG_ROLE_SOURCE },
};

static void
clear_column (gpointer data)
{
  CtgColumn *column = data;

  g_clear_pointer (&column->pattern, g_regex_unref);
  g_clear_pointer (&column->seen, g_hash_table_unref);
}

/* Adds a column once; returns its number, or -1 where there are too many. */
static int
add_column (CtgRows    *self,
            CtgReader  *reader,
            const char *name)
{
  int number = GPOINTER_TO_INT (g_hash_table_lookup (self->index, name)) - 1;

  if (number >= 0)
    return number;
  if (self->columns->len >= CTG_MAX_COLUMNS)
    return -1;

  CtgColumn column = { .name = ctg_dataset_intern (reader->dataset, name) };

  g_array_append_val (self->columns, column);
  g_hash_table_insert (self->index, (gpointer) column.name, GUINT_TO_POINTER (self->columns->len));

  return self->columns->len - 1;
}

static void
read_field (CtgRows    *self,
            CtgReader  *reader,
            JsonObject *field,
            const char *path)
{
  const char *name = ctg_reader_get_string (reader, field, "name", path);

  if (name == NULL || g_hash_table_contains (self->index, name))
    {
      ctg_reader_fault (reader, path, name == NULL ? T_ ("The field has no name. It is ignored.") : T_ ("The field has the name of another field. It is ignored."));
      return;
    }

  int number = add_column (self, reader, name);

  if (number < 0)
    return;

  CtgColumn *column = &g_array_index (self->columns, CtgColumn, number);
  const char *role = ctg_reader_get_string (reader, field, "role", path);

  column->title = ctg_reader_get_string (reader, field, "title", path);
  column->type = ctg_reader_get_string (reader, field, "type", path);
  column->constraints = ctg_reader_get_object (reader, field, "constraints", path);
  column->missing = ctg_reader_get_array (reader, field, "missingValues", path);
  column->role = MAX (ctg_ids_find (role, role_ids, CTG_N_ROLES), CTG_ROLE_NONE);
}

static void
read_schema (CtgRows    *self,
             CtgReader  *reader,
             JsonObject *schema,
             const char *path)
{
  JsonArray *fields = ctg_reader_get_array (reader, schema, "fields", path);

  self->missing = ctg_reader_get_array (reader, schema, "missingValues", path);
  self->primary_key = json_object_get_member (schema, "primaryKey");

  for (unsigned int i = 0; fields != NULL && i < json_array_get_length (fields); i++)
    {
      JsonNode *node = json_array_get_element (fields, i);
      g_autofree char *field_path = g_strdup_printf ("%s/fields/%u", path, i);

      if (JSON_NODE_HOLDS_OBJECT (node))
        read_field (self, reader, json_node_get_object (node), field_path);
      else
        ctg_reader_fault (reader, field_path, T_ ("This is %s; an object was expected. It is ignored."), ctg_json_describe_type (node));
    }
}

/* Rows that are arrays: the first one names the columns. */
static bool
read_header (CtgRows   *self,
             CtgReader *reader)
{
  unsigned int n_cells;
  const CtgJsonCell *header = ctg_json_rows_get_cells (self->rows, 0, &n_cells);

  self->order = g_array_new (FALSE, FALSE, sizeof (unsigned int));

  for (unsigned int i = 0; i < n_cells; i++)
    {
      int number = -1;

      if (header[i].type == CTG_JSON_STRING)
        number = add_column (self, reader, header[i].string);
      else
        {
          g_autofree char *path = g_strdup_printf ("%s/0/%u", self->path, i);
          ctg_reader_fault (reader, path, T_ ("The first row must name the columns, but this is %s. The rows are not read."), ctg_json_type_describe (header[i].type));
          return FALSE;
        }

      unsigned int place = number >= 0 ? (unsigned int) number : CTG_MAX_COLUMNS;
      g_array_append_val (self->order, place);
    }

  return TRUE;
}

/* Whether the column of that number has the name: most objects have their members in the order of the columns. */
static bool
is_column (const CtgRows *self,
           unsigned int   number,
           const char    *name)
{
  return number < self->columns->len && strcmp (g_array_index (self->columns, CtgColumn, number).name, name) == 0;
}

/* Without a schema, columns are the members of all rows, in order of first appearance. */
static void
collect_members (CtgRows   *self,
                 CtgReader *reader)
{
  unsigned int length = ctg_json_rows_get_length (self->rows);

  for (unsigned int i = 0; i < length; i++)
    {
      unsigned int n_cells;
      const CtgJsonCell *cells = ctg_json_rows_get_cells (self->rows, i, &n_cells);

      for (unsigned int c = 0; ctg_json_rows_get_type (self->rows, i) == CTG_JSON_OBJECT && c < n_cells; c++)
        if (!is_column (self, c, ctg_json_rows_get_name (self->rows, &cells[c])) && add_column (self, reader, ctg_json_rows_get_name (self->rows, &cells[c])) < 0)
          {
            ctg_reader_fault (reader, self->path, TN_ ("There is more than %u column. The others are ignored.", "There are more than %u columns. The others are ignored.", CTG_MAX_COLUMNS),
                              CTG_MAX_COLUMNS);
            return;
          }
    }
}

/* What the data format calls a column of that name. */
static CtgRole
find_role (const char *name)
{
  return strcmp (name, "name") == 0 ? CTG_ROLE_PLACE : (CtgRole) (ctg_ids_find (name, role_ids + 1, CTG_N_ROLES - 1) + 1);
}

bool
ctg_column_name_is_taken (const char *name)
{
  if (find_role (name) != CTG_ROLE_NONE)
    return TRUE;

  for (unsigned int i = 0; i < G_N_ELEMENTS (known_names); i++)
    if (strcmp (name, known_names[i].name) == 0)
      return TRUE;

  return FALSE;
}

static void
assign_roles (CtgRows *self)
{
  for (unsigned int role = 0; role < CTG_N_ROLES; role++)
    self->roles[role] = -1;

  /* A declared role wins over a name. */
  for (unsigned int i = 0; i < self->columns->len; i++)
    {
      CtgColumn *column = &g_array_index (self->columns, CtgColumn, i);

      if (column->role != CTG_ROLE_NONE && self->roles[column->role] < 0)
        self->roles[column->role] = i;
    }
  for (unsigned int i = 0; i < self->columns->len; i++)
    {
      CtgColumn *column = &g_array_index (self->columns, CtgColumn, i);
      CtgRole role = find_role (column->name);

      if (column->role == CTG_ROLE_NONE && role != CTG_ROLE_NONE && self->roles[role] < 0)
        {
          self->roles[role] = i;
          column->role = role;
        }
    }
}

/* Names such as "Country" or "pays". */
static void
assign_known_names (CtgRows *self)
{
  g_autoptr(GPtrArray) slugs = g_ptr_array_new_with_free_func (g_free);

  for (unsigned int i = 0; i < self->columns->len; i++)
    g_ptr_array_add (slugs, ctg_reader_make_slug (g_array_index (self->columns, CtgColumn, i).name, '_'));

  for (unsigned int k = 0; k < G_N_ELEMENTS (known_names); k++)
    for (unsigned int i = 0; i < self->columns->len && self->roles[known_names[k].role] < 0; i++)
      {
        CtgColumn *column = &g_array_index (self->columns, CtgColumn, i);

        if (column->role == CTG_ROLE_NONE && strcmp (g_ptr_array_index (slugs, i), known_names[k].name) == 0)
          {
            column->role = known_names[k].role;
            self->roles[column->role] = i;
          }
      }
}

bool
ctg_rows_init (CtgRows           *self,
               CtgReader         *reader,
               const CtgJsonRows *rows,
               JsonObject        *schema,
               const char        *path,
               const char        *schema_path)
{
  bool has_header = ctg_json_rows_get_length (rows) > 0 && ctg_json_rows_get_type (rows, 0) == CTG_JSON_ARRAY;

  *self = (CtgRows) {
    .path = ctg_dataset_intern (reader->dataset, path),
    .rows = rows,
    .columns = g_array_new (FALSE, FALSE, sizeof (CtgColumn)),
    .index = g_hash_table_new (ctg_text_hash, g_str_equal),
    .keys = g_hash_table_new_full (ctg_text_hash, g_str_equal, g_free, NULL),
  };
  g_array_set_clear_func (self->columns, clear_column);

  if (schema != NULL)
    read_schema (self, reader, schema, schema_path);
  if (has_header && !read_header (self, reader))
    return FALSE;
  if (self->columns->len == 0)
    collect_members (self, reader);

  assign_roles (self);
  if (!ctg_rows_are_claims (self) || self->roles[CTG_ROLE_PLACE] < 0)
    assign_known_names (self);

  return TRUE;
}

void
ctg_rows_clear (CtgRows *self)
{
  g_clear_pointer (&self->columns, g_array_unref);
  g_clear_pointer (&self->index, g_hash_table_unref);
  g_clear_pointer (&self->keys, g_hash_table_unref);
  g_clear_pointer (&self->order, g_array_unref);
}

bool
ctg_rows_are_claims (const CtgRows *self)
{
  bool has_number = self->roles[CTG_ROLE_VALUE] >= 0 || self->roles[CTG_ROLE_LOW] >= 0 || self->roles[CTG_ROLE_HIGH] >= 0;

  return has_number && (self->roles[CTG_ROLE_MEASURE] >= 0 || self->roles[CTG_ROLE_LOW] >= 0 || self->roles[CTG_ROLE_HIGH] >= 0);
}

/* Whether a string cell stands for nothing: the empty string, or one of the field's missingValues, else the schema's. */
static bool
is_missing (const CtgRows   *self,
            const CtgColumn *column,
            const char      *text)
{
  JsonArray *missing = column->missing != NULL ? column->missing : self->missing;

  if (*text == '\0')
    return TRUE;

  for (unsigned int i = 0; missing != NULL && i < MIN (json_array_get_length (missing), MAX_MISSING_VALUES); i++)
    {
      JsonNode *node = json_array_get_element (missing, i);

      /* Version 2 also allows {"value": …, "label": …}. */
      if (JSON_NODE_HOLDS_OBJECT (node))
        node = json_object_get_member (json_node_get_object (node), "value");
      if (node != NULL && json_node_get_value_type (node) == G_TYPE_STRING && strcmp (json_node_get_string (node), text) == 0)
        return TRUE;
    }

  return FALSE;
}

static void
set_cell (const CtgRows     *self,
          CtgCells          *row,
          unsigned int       number,
          const CtgJsonCell *cell)
{
  if (cell->type == CTG_JSON_NULL)
    return;
  if (cell->type == CTG_JSON_STRING && is_missing (self, &g_array_index (self->columns, CtgColumn, number), cell->string))
    return;

  row->cells[number] = cell;
}

/* The column a cell stands in; CTG_MAX_COLUMNS for none. */
static unsigned int
find_column (const CtgRows     *self,
             const CtgJsonCell *cell,
             unsigned int       position)
{
  if (self->order != NULL)
    return position < self->order->len ? g_array_index (self->order, unsigned int, position) : CTG_MAX_COLUMNS;

  const char *name = ctg_json_rows_get_name (self->rows, cell);

  if (is_column (self, position, name))
    return position;

  unsigned int place = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, name));

  return place > 0 ? place - 1 : CTG_MAX_COLUMNS;
}

bool
ctg_rows_get_cells (const CtgRows *self,
                    CtgReader     *reader,
                    unsigned int   number,
                    CtgCells      *row)
{
  CtgJsonType type = ctg_json_rows_get_type (self->rows, number);

  row->rows = self;
  row->number = number;
  memset (row->cells, 0, sizeof row->cells[0] * self->columns->len);

  if (type == (self->order != NULL ? CTG_JSON_ARRAY : CTG_JSON_OBJECT))
    {
      unsigned int n_cells;
      const CtgJsonCell *cells = ctg_json_rows_get_cells (self->rows, number, &n_cells);

      for (unsigned int i = 0; i < n_cells; i++)
        {
          unsigned int column = find_column (self, &cells[i], i);

          if (column < CTG_MAX_COLUMNS)
            set_cell (self, row, column, &cells[i]);
        }
      return TRUE;
    }

  ctg_reader_fault_cell (reader, row, -1, T_ ("The row is %s; %s was expected. It is left out."), ctg_json_type_describe (type),
                         self->order != NULL ? T_ ("an array") : T_ ("an object"));

  return FALSE;
}
