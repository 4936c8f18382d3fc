/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables as text, CSV, TSV and JSON. Text is for reading: names and numbers as people write them; the others are for programs: bare numbers,
 * with the bounds, qualifier and date of each beside them. */

#include <math.h>
#include <string.h>

#include "base/ctg-json.h"
#include "base/ctg-number.h"
#include "cli/ctg-cli-table.h"

/* What else than the value is told of a cell. */
typedef enum
{
  PART_VALUE,
  PART_LOW,
  PART_HIGH,
  PART_QUALIFIER,
  PART_AS_OF,
  N_PARTS
} Part;

static const char *const part_suffixes[N_PARTS] = { "", ".low", ".high", ".qualifier", ".as_of" };

/* The part as text, NULL where it is not there; *is_text tells what JSON must quote. */
static char *
dup_part (const CtgCliRows *rows,
          unsigned int      row,
          unsigned int      series,
          Part              part,
          bool             *is_text)
{
  const CtgEstimate *estimate = ctg_table_get_estimate (rows->table, row, series);
  const CtgClaim *claim = ctg_table_get_claim (rows->table, row, series);
  const double numbers[] = { estimate->value, estimate->low, estimate->high };
  g_autoptr(GString) text = NULL;

  *is_text = part == PART_QUALIFIER || part == PART_AS_OF;
  if (!ctg_estimate_is_reported (estimate))
    return NULL;
  if (part == PART_QUALIFIER)
    return g_strdup (ctg_qualifier_get_id (estimate->qualifier));
  if (part == PART_AS_OF)
    return claim != NULL ? ctg_date_to_text (&claim->as_of) : NULL;
  if (!isfinite (numbers[part]))
    return NULL;

  text = g_string_new (NULL);
  ctg_number_append_shortest (text, numbers[part]);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ctg_cli_table_to_json (const CtgCliRows *rows)
{
  g_autoptr(GString) json = g_string_new ("[");

  for (unsigned int i = 0; i < rows->n_rows; i++)
    {
      unsigned int row = rows->rows[i];
      const char *code = ctg_table_get_row (rows->table, row)->code;

      g_string_append (json, i > 0 ? ",\n  {\"name\": " : "\n  {\"name\": ");
      ctg_json_append_string (json, ctg_arranger_get_name (rows->arranger, row));
      g_string_append (json, ", \"code\": ");
      if (code != NULL)
        ctg_json_append_string (json, code);
      else
        g_string_append (json, "null");

      for (unsigned int s = 0; s < ctg_table_get_n_series (rows->table); s++)
        {
          for (Part part = PART_VALUE; part < N_PARTS; part++)
            {
              bool is_text;
              g_autofree char *text = dup_part (rows, row, s, part, &is_text);
              g_autofree char *member = g_strconcat (ctg_table_get_series (rows->table, s)->id, part_suffixes[part], NULL);

              if (text == NULL && part != PART_VALUE)
                continue;
              g_string_append (json, ", ");
              ctg_json_append_string (json, member);
              g_string_append (json, ": ");
              if (text != NULL && is_text)
                ctg_json_append_string (json, text);
              else
                g_string_append (json, text != NULL ? text : "null");
            }
        }
      g_string_append_c (json, '}');
    }
  g_string_append (json, rows->n_rows > 0 ? "\n]\n" : "]\n");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static void
append_separated (GString    *text,
                  const char *value,
                  char        separator)
{
  if (separator == '\t')
    {
      g_autofree char *flat = g_strdelimit (g_strdup (value), "\t\r\n", ' ');

      g_string_append (text, flat);
      return;
    }

  if (strpbrk (value, ",\"\r\n") == NULL)
    {
      g_string_append (text, value);
      return;
    }

  g_string_append_c (text, '"');
  for (const char *p = value; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* A column is written for a part that any row has; values always. */
static bool
has_part (const CtgCliRows *rows,
          unsigned int      series,
          Part              part)
{
  for (unsigned int i = 0; i < rows->n_rows; i++)
    {
      bool is_text;
      g_autofree char *text = dup_part (rows, rows->rows[i], series, part, &is_text);

      if (text != NULL)
        return true;
    }

  return part == PART_VALUE;
}

static void
append_cells (const CtgCliRows *rows,
              unsigned int      row,
              const bool       *columns,
              char              separator,
              GString          *text)
{
  for (unsigned int c = 0; c < ctg_table_get_n_series (rows->table) * N_PARTS; c++)
    {
      bool is_text;
      g_autofree char *value = columns[c] ? dup_part (rows, row, c / N_PARTS, c % N_PARTS, &is_text) : NULL;

      if (!columns[c])
        continue;
      g_string_append_c (text, separator);
      append_separated (text, value != NULL ? value : "", separator);
    }
}

char *
ctg_cli_table_to_separated (const CtgCliRows *rows,
                            char              separator)
{
  const char *line_end = separator == ',' ? "\r\n" : "\n";
  unsigned int n_columns = ctg_table_get_n_series (rows->table) * N_PARTS;
  g_autofree bool *columns = g_new0 (bool, n_columns + 1);
  g_autoptr(GString) text = g_string_new ("name");

  g_string_append_c (text, separator);
  g_string_append (text, "code");
  for (unsigned int c = 0; c < n_columns; c++)
    {
      g_autofree char *header = g_strconcat (ctg_table_get_series (rows->table, c / N_PARTS)->id, part_suffixes[c % N_PARTS], NULL);

      columns[c] = has_part (rows, c / N_PARTS, c % N_PARTS);
      if (!columns[c])
        continue;
      g_string_append_c (text, separator);
      append_separated (text, header, separator);
    }
  g_string_append (text, line_end);

  for (unsigned int i = 0; i < rows->n_rows; i++)
    {
      const char *code = ctg_table_get_row (rows->table, rows->rows[i])->code;

      append_separated (text, ctg_arranger_get_name (rows->arranger, rows->rows[i]), separator);
      g_string_append_c (text, separator);
      append_separated (text, code != NULL ? code : "", separator);
      append_cells (rows, rows->rows[i], columns, separator, text);
      g_string_append (text, line_end);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Columns of a terminal that the text takes. */
static unsigned int
get_width (const char *text)
{
  unsigned int width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      width += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 1;
    }

  return width;
}

static void
append_padded (GString     *text,
               const char  *value,
               unsigned int width,
               bool         right)
{
  unsigned int gap = width - MIN (width, get_width (value));

  if (right)
    g_string_append_printf (text, "%*s", (int) gap, "");
  g_string_append (text, value);
  if (!right)
    g_string_append_printf (text, "%*s", (int) gap, "");
}

/* As people write it; what is not reported is a dash, so that the numbers stand out. */
static char *
dup_cell (const CtgCliRows *rows,
          unsigned int      row,
          unsigned int      series)
{
  const CtgEstimate *estimate = ctg_table_get_estimate (rows->table, row, series);

  return estimate->presence == CTG_PRESENCE_NOT_REPORTED ? g_strdup ("–") : ctg_estimate_format (estimate, rows->locale);
}

/* The name's column, then those of the series of which any of the rows says something. */
static GArray *
choose_columns (const CtgCliRows *rows)
{
  GArray *columns = g_array_new (FALSE, FALSE, sizeof (int));
  int name = -1;

  g_array_append_val (columns, name);
  for (int s = 0; s < (int) ctg_table_get_n_series (rows->table); s++)
    {
      for (unsigned int i = 0; i < rows->n_rows; i++)
        {
          if (ctg_table_get_estimate (rows->table, rows->rows[i], s)->presence == CTG_PRESENCE_NOT_REPORTED)
            continue;
          g_array_append_val (columns, s);
          break;
        }
    }

  return columns;
}

/* A column's header and cells. */
static char **
make_cells (const CtgCliRows *rows,
            int               series)
{
  char **cells = g_new0 (char *, rows->n_rows + 2);

  cells[0] = g_strdup (series >= 0 ? ctg_table_get_series (rows->table, series)->id : "name");
  for (unsigned int i = 0; i < rows->n_rows; i++)
    cells[i + 1] = series >= 0 ? dup_cell (rows, rows->rows[i], series) : g_strdup (ctg_arranger_get_name (rows->arranger, rows->rows[i]));

  return cells;
}

char *
ctg_cli_table_to_text (const CtgCliRows *rows,
                       unsigned int     *n_hidden)
{
  g_autoptr(GArray) columns = choose_columns (rows);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_autofree unsigned int *widths = g_new0 (unsigned int, columns->len);
  g_autoptr(GString) text = g_string_new (NULL);

  for (unsigned int c = 0; c < columns->len; c++)
    {
      char **column = make_cells (rows, g_array_index (columns, int, c));

      for (unsigned int i = 0; column[i] != NULL; i++)
        widths[c] = MAX (widths[c], get_width (column[i]));
      g_ptr_array_add (cells, column);
    }

  for (unsigned int i = 0; i <= rows->n_rows; i++)
    {
      for (unsigned int c = 0; c < columns->len; c++)
        {
          char **column = g_ptr_array_index (cells, c);

          g_string_append (text, c > 0 ? "  " : "");
          append_padded (text, column[i], widths[c], c > 0);
        }
      g_string_append_c (text, '\n');
    }

  *n_hidden = ctg_table_get_n_series (rows->table) + 1 - columns->len;
  return g_string_free (g_steal_pointer (&text), FALSE);
}
