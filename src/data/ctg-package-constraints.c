/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a schema demands of its rows beyond their types: Table Schema constraints and the primary key. Everything here comes from outside,
 * so patterns run with a limit on their work. It must not change what was read. */

#include <string.h>

#include "base/ctg-number.h"
#include "base/ctg-translate.h"
#include "data/ctg-package-private.h"
#include "data/ctg-text-hash-private.h"

/* Steps a pattern may take on one cell, and letters of a cell it is tried on. */
#define PATTERN_LIMITS "(*LIMIT_MATCH=5000)(*LIMIT_DEPTH=500)"
#define MAX_PATTERN_BYTES 1000
#define MAX_SUBJECT_BYTES 1000
/* Choices of an enum beyond this number are not looked at. */
#define MAX_CHOICES 1000u

static bool
is_number (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE;
}

static bool
cell_is_number (const CtgJsonCell *cell)
{
  return cell->type == CTG_JSON_INTEGER || cell->type == CTG_JSON_NUMBER;
}

static char *
make_number_text (double number)
{
  GString *text = g_string_new (NULL);

  if (isfinite (number))
    ctg_number_append_shortest (text, number);

  return g_string_free (text, FALSE);
}

/* The cell as text, to compare and to show. */
static char *
make_text (const CtgJsonCell *cell)
{
  if (cell->type == CTG_JSON_STRING)
    return g_strdup (cell->string);
  if (cell->type == CTG_JSON_BOOLEAN)
    return g_strdup (cell->number != 0 ? "true" : "false");

  return cell_is_number (cell) ? make_number_text (cell->number) : g_strdup ("");
}

/* A value of the schema in the same way. */
static char *
make_choice_text (JsonNode *node)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  return is_number (node) ? make_number_text (json_node_get_double (node)) : g_strdup ("");
}

static void
check_limits (CtgReader       *reader,
              const CtgCells  *row,
              int              number,
              const CtgColumn *column)
{
  const CtgJsonCell *cell = row->cells[number];
  JsonNode *minimum = json_object_get_member (column->constraints, "minimum");
  JsonNode *maximum = json_object_get_member (column->constraints, "maximum");

  if (!cell_is_number (cell))
    return;
  if (minimum != NULL && is_number (minimum) && cell->number < json_node_get_double (minimum))
    ctg_reader_fault_cell (reader, row, number, T_ ("The number is below the minimum that the schema sets."));
  if (maximum != NULL && is_number (maximum) && cell->number > json_node_get_double (maximum))
    ctg_reader_fault_cell (reader, row, number, T_ ("The number is above the maximum that the schema sets."));
}

static void
check_enum (CtgReader       *reader,
            const CtgCells  *row,
            int              number,
            const CtgColumn *column,
            const char      *text)
{
  JsonNode *node = json_object_get_member (column->constraints, "enum");

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    return;

  JsonArray *choices = json_node_get_array (node);
  unsigned int n_choices = json_array_get_length (choices);

  for (unsigned int i = 0; i < MIN (n_choices, MAX_CHOICES); i++)
    {
      g_autofree char *choice = make_choice_text (json_array_get_element (choices, i));

      if (strcmp (choice, text) == 0)
        return;
    }
  if (n_choices <= MAX_CHOICES)
    ctg_reader_fault_cell (reader, row, number, T_ ("“%s” is not one of the values that the schema allows."), text);
}

static void
check_pattern (CtgReader      *reader,
               const CtgCells *row,
               int             number,
               CtgColumn      *column,
               const char     *text)
{
  JsonNode *node = json_object_get_member (column->constraints, "pattern");
  g_autoptr(GError) error = NULL;

  if (node == NULL || json_node_get_value_type (node) != G_TYPE_STRING || column->pattern_is_bad || strlen (text) > MAX_SUBJECT_BYTES)
    return;

  if (column->pattern == NULL)
    {
      const char *pattern = json_node_get_string (node);
      g_autofree char *limited = g_strconcat (PATTERN_LIMITS "^(?:", pattern, ")$", NULL);

      if (strlen (pattern) <= MAX_PATTERN_BYTES)
        column->pattern = g_regex_new (limited, G_REGEX_DOLLAR_ENDONLY, 0, NULL);
    }

  bool matches = column->pattern != NULL && g_regex_match_full (column->pattern, text, -1, 0, 0, NULL, &error);

  if (column->pattern == NULL || error != NULL)
    {
      column->pattern_is_bad = TRUE;
      ctg_reader_fault (reader, row->rows->path, T_ ("The pattern of the column “%s” cannot be used. It is not checked."), column->name);
    }
  else if (!matches)
    ctg_reader_fault_cell (reader, row, number, T_ ("“%s” does not match the pattern of its column."), text);
}

static void
check_length (CtgReader       *reader,
              const CtgCells  *row,
              int              number,
              const CtgColumn *column,
              const char      *text)
{
  JsonNode *shortest = json_object_get_member (column->constraints, "minLength");
  JsonNode *longest = json_object_get_member (column->constraints, "maxLength");
  long length = g_utf8_strlen (text, -1);

  if (shortest != NULL && is_number (shortest) && length < json_node_get_double (shortest))
    ctg_reader_fault_cell (reader, row, number, T_ ("“%s” is shorter than the schema allows."), text);
  if (longest != NULL && is_number (longest) && length > json_node_get_double (longest))
    ctg_reader_fault_cell (reader, row, number, T_ ("“%s” is longer than the schema allows."), text);
}

static bool
is_set (const CtgColumn *column,
        const char      *constraint)
{
  JsonNode *node = json_object_get_member (column->constraints, constraint);

  return node != NULL && json_node_get_value_type (node) == G_TYPE_BOOLEAN && json_node_get_boolean (node);
}

static void
check_unique (CtgReader      *reader,
              const CtgCells *row,
              int             number,
              CtgColumn      *column,
              const char     *text)
{
  if (!is_set (column, "unique"))
    return;
  if (column->seen == NULL)
    column->seen = g_hash_table_new_full (ctg_text_hash, g_str_equal, g_free, NULL);
  if (!g_hash_table_add (column->seen, g_strdup (text)))
    ctg_reader_fault_cell (reader, row, number, T_ ("“%s” stands in an earlier row, too; the schema says that it is unique."), text);
}

static void
check_column (CtgReader      *reader,
              const CtgCells *row,
              int             number,
              CtgColumn      *column)
{
  const CtgJsonCell *cell = row->cells[number];

  if (cell == NULL)
    {
      if (is_set (column, "required"))
        ctg_reader_fault_cell (reader, row, number, T_ ("The schema says that “%s” is required, but it is missing."), column->name);
      return;
    }
  if (cell->type == CTG_JSON_ARRAY || cell->type == CTG_JSON_OBJECT)
    return;

  g_autofree char *text = make_text (cell);

  check_limits (reader, row, number, column);
  check_enum (reader, row, number, column, text);
  check_unique (reader, row, number, column, text);
  if (cell->type == CTG_JSON_STRING)
    {
      check_pattern (reader, row, number, column, text);
      check_length (reader, row, number, column, text);
    }
}

/* The cell of one column of the key, by name; the parts are kept apart by a control character. */
static void
append_key_part (GString        *key,
                 const CtgRows  *rows,
                 const CtgCells *row,
                 JsonNode       *name)
{
  unsigned int column = json_node_get_value_type (name) == G_TYPE_STRING
                          ? GPOINTER_TO_UINT (g_hash_table_lookup (rows->index, json_node_get_string (name))) : 0;
  const CtgJsonCell *cell = column > 0 ? row->cells[column - 1] : NULL;

  if (cell != NULL && cell->type != CTG_JSON_ARRAY && cell->type != CTG_JSON_OBJECT)
    {
      g_autofree char *text = make_text (cell);
      g_string_append (key, text);
    }
  g_string_append_c (key, '\037');
}

static void
check_primary_key (CtgReader      *reader,
                   CtgRows        *rows,
                   const CtgCells *row)
{
  g_autoptr(GString) key = g_string_new (NULL);

  if (rows->primary_key == NULL)
    return;
  if (JSON_NODE_HOLDS_ARRAY (rows->primary_key))
    for (unsigned int i = 0; i < MIN (json_array_get_length (json_node_get_array (rows->primary_key)), CTG_MAX_COLUMNS); i++)
      append_key_part (key, rows, row, json_array_get_element (json_node_get_array (rows->primary_key), i));
  else
    append_key_part (key, rows, row, rows->primary_key);

  unsigned int earlier = GPOINTER_TO_UINT (g_hash_table_lookup (rows->keys, key->str));

  if (key->len <= 1)
    return;
  if (earlier > 0)
    {
      g_strdelimit (key->str, "\037", ' ');
      ctg_reader_fault_cell (reader, row, -1, T_ ("The row has the same primary key (%s) as row %u. Both are kept."), g_strchomp (key->str), earlier - 1);
    }
  else
    g_hash_table_insert (rows->keys, g_strdup (key->str), GUINT_TO_POINTER (row->number + 1));
}

void
ctg_cells_check_constraints (CtgReader *reader,
                             CtgRows   *rows,
                             CtgCells  *row)
{
  for (unsigned int i = 0; i < rows->columns->len; i++)
    {
      CtgColumn *column = &g_array_index (rows->columns, CtgColumn, i);

      if (column->constraints != NULL)
        check_column (reader, row, i, column);
    }
  check_primary_key (reader, rows, row);
}
