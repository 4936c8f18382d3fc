/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that is stated in a cell, and what a screen reader says of it. */

#include "app/table/ctg-table-text-private.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

/* More would not fit a tooltip; the claim card of the figure has them too. */
#define MAX_CLAIMS 5

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

/* The bundled data's own sentences are translated; others stay as they are. */
static void
append_translated (CtgTableText *self,
                   GString      *text,
                   const char   *line)
{
  g_autofree char *translated = line != NULL ? ctg_window_locale_translate (line) : NULL;

  append_line (text, translated);
}

static void
append_claim (CtgTableText   *self,
              GString        *text,
              const CtgClaim *claim)
{
  g_autofree char *value = ctg_estimate_format (&claim->estimate, self->locale);
  g_autofree char *source = ctg_table_text_dup_source (self, claim);
  g_autofree char *date = ctg_table_text_dup_date (self, claim, FALSE);
  g_autoptr(GString) line = g_string_new (value);

  if (*source != '\0')
    g_string_append_printf (line, " · %s", source);
  if (claim->context->edition != NULL && *claim->context->edition != '\0')
    g_string_append_printf (line, ", %s", claim->context->edition);
  if (*date != '\0')
    {
      g_string_append (line, " · ");
      /* Translators: the date for which a number is stated. */
      g_string_append_printf (line, _("as of %s"), date);
    }
  append_line (text, line->str);

  if (claim->context->printed != NULL && g_strcmp0 (claim->context->printed, value) != 0 && ctg_estimate_is_reported (&claim->estimate))
    {
      /* Translators: a place in the source and what stands there: "Table 1 row 6: 1700". */
      g_autofree char *printed = g_strdup_printf (_("In the source: %s"), claim->context->printed);

      append_line (text, printed);
    }
  append_line (text, claim->doubtful ? _("Marked doubtful") : NULL);
  append_translated (self, text, claim->context->note);
  append_translated (self, text, claim->context->reason);
}

/* All claims that meet the cell, the one shown first. */
static char *
dup_claims (CtgTableText    *self,
            const CtgColumn *column,
            unsigned int     row)
{
  g_autoptr(GPtrArray) claims = ctg_table_get_claims (self->table, row, column->series);
  const CtgClaim *shown = ctg_table_get_claim (self->table, row, column->series);
  GString *text = g_string_new (NULL);
  unsigned int n = 0;

  if (shown != NULL)
    {
      append_claim (self, text, shown);
      n++;
    }
  for (unsigned int i = 0; i < claims->len && n < MAX_CLAIMS; i++)
    {
      if (g_ptr_array_index (claims, i) == shown)
        continue;
      if (n == 1 && shown != NULL)
        append_line (text, _("Also stated:"));
      append_claim (self, text, g_ptr_array_index (claims, i));
      n++;
    }

  if (n == 0)
    {
      g_autofree char *nothing = ctg_estimate_format (ctg_table_get_estimate (self->table, row, column->series), self->locale);

      append_line (text, nothing);
    }
  else if (claims->len > MAX_CLAIMS)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", claims->len - MAX_CLAIMS), claims->len - MAX_CLAIMS);

      append_line (text, more);
    }

  return g_string_free (text, FALSE);
}

/* The table names rows in the figure's language: here they are in the window's, and as the source prints them. NULL where all is the same. */
static char *
dup_other_names (CtgTableText *self,
                 unsigned int  row)
{
  const char *shown = ctg_arranger_get_name (self->input.arranger, row);
  const char *printed = ctg_table_get_row (self->table, row)->name;
  g_autofree char *own = ctg_table_dup_row_name (self->table, row, self->locale);
  GString *text = g_string_new (NULL);

  if (g_strcmp0 (own, shown) != 0 && g_strcmp0 (own, printed) != 0)
    append_line (text, own);
  if (g_strcmp0 (printed, shown) != 0)
    {
      /* Translators: the name of a country as the source prints it. */
      g_autofree char *line = g_strdup_printf (_("Printed: “%s”"), printed);

      append_line (text, line);
    }

  return g_string_free (text, text->len == 0);
}

char *
ctg_table_text_dup_tooltip (CtgTableText    *self,
                            const CtgColumn *column,
                            unsigned int     row)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (self != NULL && column != NULL, NULL);

  switch (column->kind)
    {
    case CTG_COLUMN_SERIES:
      return dup_claims (self, column, row);
    case CTG_COLUMN_NAME:
      return dup_other_names (self, row);
    case CTG_COLUMN_AS_OF:
      text = ctg_table_text_dup_date (self, ctg_table_text_get_row_claim (self, row), FALSE);
      break;
    case CTG_COLUMN_SOURCE:
      {
        const CtgClaim *claim = ctg_table_text_get_row_claim (self, row);
        const CtgSource *source = claim != NULL ? ctg_dataset_find_source (ctg_table_get_dataset (self->table), claim->context->source) : NULL;

        text = g_strdup (source != NULL ? (source->citation != NULL ? source->citation : source->title) : NULL);
        break;
      }
    case CTG_COLUMN_NOTES:
      text = ctg_table_text_dup_notes (self, row, "\n");
      break;
    case CTG_COLUMN_REGION:
    case CTG_COLUMN_CODE:
    default:
      break;
    }

  return text != NULL && *text != '\0' ? g_steal_pointer (&text) : NULL;
}

char *
ctg_table_text_dup_label (CtgTableText    *self,
                          const CtgColumn *column,
                          unsigned int     row)
{
  const char *name;
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL && column != NULL, NULL);

  name = ctg_arranger_get_name (self->input.arranger, row);
  if (column->kind == CTG_COLUMN_NAME)
    return g_strdup (name);

  /* "–" and "n/a" are read as the words they stand for. */
  if (column->kind == CTG_COLUMN_SERIES)
    value = ctg_estimate_format (ctg_table_text_get_estimate (self, row, column->series), self->locale);
  else
    value = ctg_table_text_dup (self, column, row);

  if (*value == '\0')
    /* Translators: a cell of the table without content: the row's name, the column's title. */
    return g_strdup_printf (_("%s, %s: nothing"), name, column->title);
  if (ctg_table_text_get_flags (self, column, row) & CTG_CELL_DOUBTFUL)
    /* Translators: a cell of the table: the row's name, the column's title, the cell's text. */
    return g_strdup_printf (_("%s, %s %s, doubtful"), name, column->title, value);

  return g_strdup_printf (_("%s, %s %s"), name, column->title, value);
}
