/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads arrays of rows out of a text that has passed the gate: strings are unescaped where they stand, in a copy of the array's text, and a cell is
 * one small struct. Nothing is checked here a second time, and no text must come here but by the gate. */

#include "base/ctg-json-rows.h"

#include <string.h>

#include "base/ctg-json-private.h"
#include "base/ctg-translate.h"

/* A whole number of so many digits is exact in a double, as is 10 to the power of 22: dividing the one by the other rounds once, as reading does. */
#define MAX_EXACT_DIGITS 15
#define MAX_EXACT_POWER 22

typedef struct
{
  unsigned int first; /* of its cells */
  CtgJsonType type;
} Row;

struct _CtgJsonRows
{
  GBytes *text;
  Row *rows; /* one more at the end */
  CtgJsonCell *cells;
  unsigned int n_rows;
};

/* The rows while they are read. */
typedef struct
{
  const char *text;
  Row *row;          /* the next one */
  CtgJsonCell *cell; /* the next one */
  const CtgJsonCell *cells;
} Writer;

static char *
skip_blanks (char *p)
{
  while (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t')
    p++;

  return p;
}

static gunichar
read_hex (const char *p)
{
  gunichar c = 0;

  for (unsigned int i = 0; i < 4; i++)
    c = c * 16 + g_ascii_xdigit_value (p[i]);

  return c;
}

/* After the backslash; writes at end, which is behind. Returns what follows. */
static char *
read_escape (char  *p,
             char **end)
{
  static const char escapes[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";

  if (*p != 'u')
    {
      const char *escape = strchr (escapes, *p);

      *(*end)++ = escape != NULL ? meanings[escape - escapes] : *p;
      return p + 1;
    }

  gunichar c = read_hex (p + 1);

  p += 5;
  if (c >= 0xd800 && c <= 0xdbff)
    {
      c = 0x10000 + ((c - 0xd800) << 10) + (read_hex (p + 2) - 0xdc00);
      p += 6;
    }
  *end += g_unichar_to_utf8 (c, *end);

  return p;
}

/* At the opening quote; the string becomes text of its own in place. Returns what follows the closing quote. */
static char *
read_string (char        *p,
             const char **string)
{
  char *end = ++p;

  *string = p;
  while (*p != '"' && *p != '\\')
    p++;
  end = p;
  while (*p != '"')
    if (*p == '\\')
      p = read_escape (p + 1, &end);
    else
      *end++ = *p++;
  *end = '\0';

  return p + 1;
}

static char *
read_number (char        *p,
             CtgJsonCell *cell)
{
  static const double powers[MAX_EXACT_POWER + 1] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
                                                      1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  char *start = p;
  guint64 digits = 0;
  unsigned int n_digits = 0;
  unsigned int n_decimals = 0;
  bool negative = *p == '-';

  if (negative)
    p++;
  for (; *p >= '0' && *p <= '9'; p++, n_digits++)
    digits = digits * 10 + (*p - '0');
  cell->type = n_digits <= MAX_EXACT_DIGITS ? CTG_JSON_INTEGER : CTG_JSON_NUMBER;
  if (*p == '.')
    {
      cell->type = CTG_JSON_NUMBER;
      for (p++; *p >= '0' && *p <= '9'; p++, n_digits++, n_decimals++)
        digits = digits * 10 + (*p - '0');
    }

  if (*p == 'e' || *p == 'E' || n_digits > MAX_EXACT_DIGITS)
    {
      cell->type = CTG_JSON_NUMBER;
      cell->number = g_ascii_strtod (start, &p);
      return p;
    }

  cell->number = digits / powers[n_decimals];
  /* There is no -0 among integers. */
  if (negative && (digits != 0 || cell->type == CTG_JSON_NUMBER))
    cell->number = -cell->number;

  return p;
}

/* At the opening bracket of an array or object within a row; nothing of it is kept. */
static char *
skip_container (char *p)
{
  unsigned int depth = 0;

  do
    {
      if (*p == '"')
        {
          for (p++; *p != '"'; p++)
            if (*p == '\\')
              p++;
        }
      else if (*p == '[' || *p == '{')
        depth++;
      else if (*p == ']' || *p == '}')
        depth--;
      p++;
    }
  while (depth > 0);

  return p;
}

static char *
read_value (char        *p,
            CtgJsonCell *cell)
{
  switch (*p)
    {
    case '"':
      cell->type = CTG_JSON_STRING;
      return read_string (p, &cell->string);

    case '[':
    case '{':
      cell->type = *p == '[' ? CTG_JSON_ARRAY : CTG_JSON_OBJECT;
      return skip_container (p);

    case 't':
    case 'f':
      cell->type = CTG_JSON_BOOLEAN;
      cell->number = *p == 't';
      return p + strlen (*p == 't' ? "true" : "false");

    case 'n':
      return p + strlen ("null");

    default:
      return read_number (p, cell);
    }
}

/* A row, or what stands in its place. */
static char *
read_row (Writer *writer,
          char   *p)
{
  Row *row = writer->row++;

  row->first = writer->cell - writer->cells;
  if (*p != '[' && *p != '{')
    {
      CtgJsonCell cell = { .type = CTG_JSON_NULL };

      p = read_value (p, &cell);
      row->type = cell.type;
      return p;
    }

  row->type = *p == '[' ? CTG_JSON_ARRAY : CTG_JSON_OBJECT;
  p = skip_blanks (p + 1);
  while (*p != ']' && *p != '}')
    {
      CtgJsonCell *cell = writer->cell++;

      *cell = (CtgJsonCell) { .type = CTG_JSON_NULL };
      if (row->type == CTG_JSON_OBJECT)
        {
          const char *name;

          p = skip_blanks (read_string (p, &name));
          p = skip_blanks (p + 1);
          cell->name = name - writer->text;
        }
      p = skip_blanks (read_value (p, cell));
      if (*p == ',')
        p = skip_blanks (p + 1);
    }

  return p + 1;
}

CtgJsonRows *
ctg_json_rows_read (const char  *text,
                    size_t       length,
                    unsigned int n_values)
{
  CtgJsonRows *self = g_new (CtgJsonRows, 1);
  char *copy = g_memdup2 (text, length);
  /* Room for the worst case, most of which is never touched. */
  Row *rows = g_new (Row, n_values + 1);
  CtgJsonCell *cells = g_new (CtgJsonCell, n_values + 1);

  Writer writer = { copy, rows, cells, cells };
  char *p = skip_blanks (copy + 1);

  while (*p != ']')
    {
      p = skip_blanks (read_row (&writer, p));
      if (*p == ',')
        p = skip_blanks (p + 1);
    }
  *writer.row = (Row) { writer.cell - cells, CTG_JSON_NULL };

  self->text = g_bytes_new_take (copy, length);
  self->n_rows = writer.row - rows;
  self->rows = g_renew (Row, rows, self->n_rows + 1);
  self->cells = g_renew (CtgJsonCell, cells, writer.cell - cells + 1);

  return self;
}

static void
rows_free (gpointer data)
{
  CtgJsonRows *self = data;

  g_free (self->rows);
  g_free (self->cells);
  g_bytes_unref (self->text);
  g_free (self);
}

GPtrArray *
ctg_json_rows_array_new (void)
{
  return g_ptr_array_new_with_free_func (rows_free);
}

const CtgJsonRows *
ctg_json_rows_of_node (JsonNode  *node,
                       GPtrArray *rows)
{
  g_return_val_if_fail (node != NULL && rows != NULL, NULL);

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 1)
    return NULL;

  gint64 index = json_array_get_int_element (json_node_get_array (node), 0);

  return index >= 0 && index < rows->len ? g_ptr_array_index (rows, index) : NULL;
}

unsigned int
ctg_json_rows_get_length (const CtgJsonRows *self)
{
  return self->n_rows;
}

CtgJsonType
ctg_json_rows_get_type (const CtgJsonRows *self,
                        unsigned int       row)
{
  g_return_val_if_fail (row < ctg_json_rows_get_length (self), CTG_JSON_NULL);

  return self->rows[row].type;
}

const CtgJsonCell *
ctg_json_rows_get_cells (const CtgJsonRows *self,
                         unsigned int       row,
                         unsigned int      *n_cells)
{
  g_return_val_if_fail (row < ctg_json_rows_get_length (self) && n_cells != NULL, NULL);

  unsigned int first = self->rows[row].first;

  *n_cells = self->rows[row + 1].first - first;

  return &self->cells[first];
}

unsigned int
ctg_json_rows_count_cells (const CtgJsonRows *self)
{
  return self->rows[self->n_rows].first;
}

const char *
ctg_json_rows_get_name (const CtgJsonRows *self,
                        const CtgJsonCell *cell)
{
  return (const char *) g_bytes_get_data (self->text, NULL) + cell->name;
}

GBytes *
ctg_json_rows_get_text (const CtgJsonRows *self)
{
  return self->text;
}

const char *
ctg_json_type_describe (CtgJsonType type)
{
  switch (type)
    {
    case CTG_JSON_NULL:
      return "null";

    case CTG_JSON_BOOLEAN:
      return T_ ("true or false");

    case CTG_JSON_INTEGER:
    case CTG_JSON_NUMBER:
      return T_ ("a number");

    case CTG_JSON_STRING:
      return T_ ("a string");

    case CTG_JSON_ARRAY:
      return T_ ("an array");

    case CTG_JSON_OBJECT:
      return T_ ("an object");
    }

  g_return_val_if_reached (NULL);
}
