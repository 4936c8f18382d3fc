/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows for the clipboard, as spreadsheets read them. */

#include "app/table/ctg-table-text-private.h"

#include <string.h>

#include "base/ctg-number.h"

/* Tabs and line breaks would be new cells, and a spreadsheet takes text that starts like a formula for one. */
static void
append_cell (GString    *tsv,
             const char *text)
{
  if (*text != '\0' && strchr ("=+-@", *text) != NULL)
    g_string_append_c (tsv, '\'');
  for (const char *p = text; *p != '\0'; p++)
    g_string_append_c (tsv, g_ascii_iscntrl (*p) ? ' ' : *p);
}

static void
append_value (CtgTableText    *self,
              GString         *tsv,
              const CtgColumn *column,
              unsigned int     row)
{
  const CtgEstimate *estimate = ctg_table_text_get_estimate (self, row, column->series);
  g_autofree char *text = NULL;

  if (ctg_estimate_is_reported (estimate) && estimate->qualifier == CTG_QUALIFIER_EXACT && isfinite (estimate->value) &&
      !isfinite (estimate->low) && !isfinite (estimate->high))
    {
      ctg_number_append_shortest (tsv, estimate->value);
      return;
    }
  if (!ctg_estimate_is_reported (estimate) && estimate->presence == CTG_PRESENCE_NOT_REPORTED)
    return;

  text = ctg_table_text_dup_value (self, row, column->series);
  append_cell (tsv, text);
}

char *
ctg_table_text_dup_tsv (CtgTableText           *self,
                        const CtgColumn *const *columns,
                        unsigned int            n_columns,
                        const unsigned int     *rows,
                        unsigned int            n_rows)
{
  GString *tsv = g_string_new (NULL);

  for (unsigned int c = 0; c < n_columns; c++)
    {
      g_string_append (tsv, c > 0 ? "\t" : "");
      append_cell (tsv, columns[c]->title);
    }
  g_string_append_c (tsv, '\n');

  for (unsigned int i = 0; i < n_rows; i++)
    {
      for (unsigned int c = 0; c < n_columns; c++)
        {
          g_string_append (tsv, c > 0 ? "\t" : "");
          if (columns[c]->kind == CTG_COLUMN_SERIES)
            {
              append_value (self, tsv, columns[c], rows[i]);
            }
          else
            {
              g_autofree char *text = ctg_table_text_dup (self, columns[c], rows[i]);

              append_cell (tsv, text);
            }
        }
      g_string_append_c (tsv, '\n');
    }

  return g_string_free (tsv, FALSE);
}
