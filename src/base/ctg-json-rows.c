/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads arrays of rows out of a text that has passed the gate: strings are unescaped where they stand, in a copy of the array's text, and a cell is
 * one small struct. Many rows are read in a thread, and handed out as far as they are ready. Nothing is checked here a second time, and no text must come
 * here but by the gate. */

#include "base/ctg-json-rows.h"

#include <string.h>

#include "base/ctg-json-private.h"
#include "base/ctg-translate.h"

/* A whole number of so many digits is exact in a double, as is 10 to the power of 22: dividing the one by the other rounds once, as reading does. */
#define MAX_EXACT_DIGITS 15
#define MAX_EXACT_POWER 22

/* With fewer values a thread takes as long to start as the reading does. */
#define MANY_VALUES 20000u

/* Rows that are read before others are told of them. */
#define ROWS_AT_ONCE 512u

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
  unsigned int most_cells;
  GThread *thread; /* that reads them; NULL where none does */
  GBytes *source;  /* what is read; the thread's */
  GMutex lock;
  GCond changed;
  unsigned int n_ready; /* atomic; written under the lock */
};

/* The rows while they are read. */
typedef struct
{
  char *text;
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

/* A row, or what stands in its place. Where its cells begin has been said. */
static char *
read_row (Writer *writer,
          char   *p)
{
  Row *row = writer->row++;

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

/* From here on rows before n may be asked for. */
static void
publish (CtgJsonRows *self,
         unsigned int n)
{
  g_mutex_lock (&self->lock);
  g_atomic_int_set (&self->n_ready, n);
  g_cond_broadcast (&self->changed);
  g_mutex_unlock (&self->lock);
}

static void
wait_for (CtgJsonRows *self,
          unsigned int row)
{
  g_mutex_lock (&self->lock);
  while (self->n_ready <= row)
    g_cond_wait (&self->changed, &self->lock);
  g_mutex_unlock (&self->lock);
}

/* Before anything of the row is read. */
static inline void
need (const CtgJsonRows *self,
      unsigned int       row)
{
  if (G_UNLIKELY ((unsigned int) g_atomic_int_get (&self->n_ready) <= row))
    wait_for ((CtgJsonRows *) self, row);
}

static gpointer
read_rows (gpointer data)
{
  CtgJsonRows *self = data;
  size_t length;
  const char *source = g_bytes_get_data (self->source, &length);
  char *text = (char *) g_bytes_get_data (self->text, NULL);
  Writer writer = { text, self->rows, self->cells, self->cells };
  char *p;

  memcpy (text, source, length);
  g_clear_pointer (&self->source, g_bytes_unref);

  p = skip_blanks (text + 1);
  for (unsigned int n = 0; *p != ']'; n++)
    {
      /* Where a row ends the next one says. */
      writer.row->first = writer.cell - writer.cells;
      if (n % ROWS_AT_ONCE == 0)
        publish (self, n);
      p = skip_blanks (read_row (&writer, p));
      if (*p == ',')
        p = skip_blanks (p + 1);
    }
  *writer.row = (Row) { writer.cell - writer.cells, CTG_JSON_NULL };
  publish (self, self->n_rows);

  return NULL;
}

CtgJsonRows *
ctg_json_rows_read (GBytes      *text,
                    unsigned int n_rows,
                    unsigned int n_values)
{
  CtgJsonRows *self = g_new0 (CtgJsonRows, 1);
  size_t length = g_bytes_get_size (text);

  g_mutex_init (&self->lock);
  g_cond_init (&self->changed);
  self->source = g_bytes_ref (text);
  self->text = g_bytes_new_take (g_malloc (length), length);
  self->n_rows = n_rows;
  self->most_cells = n_values - n_rows;
  self->rows = g_new (Row, n_rows + 1);
  /* More than are needed where rows hold arrays or objects, of which nothing is kept. */
  self->cells = g_new (CtgJsonCell, self->most_cells + 1);
  if (n_values >= MANY_VALUES)
    self->thread = g_thread_try_new ("json-rows", read_rows, self, NULL);
  if (self->thread == NULL)
    read_rows (self);

  return self;
}

static void
rows_free (gpointer data)
{
  CtgJsonRows *self = data;

  if (self->thread != NULL)
    g_thread_join (self->thread);
  g_free (self->rows);
  g_free (self->cells);
  g_bytes_unref (self->text);
  g_mutex_clear (&self->lock);
  g_cond_clear (&self->changed);
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

  need (self, row);

  return self->rows[row].type;
}

const CtgJsonCell *
ctg_json_rows_get_cells (const CtgJsonRows *self,
                         unsigned int       row,
                         unsigned int      *n_cells)
{
  g_return_val_if_fail (row < ctg_json_rows_get_length (self) && n_cells != NULL, NULL);

  need (self, row);

  unsigned int first = self->rows[row].first;

  *n_cells = self->rows[row + 1].first - first;

  return &self->cells[first];
}

unsigned int
ctg_json_rows_get_most_cells (const CtgJsonRows *self)
{
  return self->most_cells;
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
