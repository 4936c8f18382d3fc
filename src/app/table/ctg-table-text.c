/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of the cells. Reads the figure; must not change it, nor know how a cell is drawn. */

#include "app/table/ctg-table-text.h"

#include <glib/gi18n.h>

#include "base/ctg-number.h"

/* A column with fewer numbers than this part of the rows is not shown until asked for. */
#define SPARSE 8
/* More would not fit a tooltip; the claim card of the figure has them too. */
#define MAX_CLAIMS 5

struct _CtgTableText
{
  CtgFigure *figure;
  CtgChartInput input;
  CtgTable *table;
  CtgLocale *locale;

  unsigned int *series; /* all of the table, drawn ones first */
  unsigned int n_series;
  unsigned int n_drawn;
  unsigned int *all_series; /* the same in the table's order, to tell them apart by title */
  GPtrArray *columns;   /* of CtgColumn */
};

/* ---- columns ---- */

static void
column_free (CtgColumn *column)
{
  g_free (column->id);
  g_free (column->title);
  g_free (column);
}

static void
add_column (CtgTableText *self,
            CtgColumnKind kind,
            unsigned int  series,
            const char   *id,
            const char   *title)
{
  CtgColumn *column = g_new0 (CtgColumn, 1);

  column->kind = kind;
  column->series = series;
  column->id = g_strdup (id);
  column->title = g_strdup (title);
  g_ptr_array_add (self->columns, column);
}

static const char *
get_name_title (CtgTableText *self)
{
  switch (ctg_dataset_get_rows_by (ctg_figure_get_dataset (self->figure)))
    {
    case CTG_ROWS_CLAIM:
      return _("Statement");
    case CTG_ROWS_MEASURE:
      return _("Category");
    case CTG_ROWS_PLACE:
    default:
      return _("Country or area");
    }
}

static gboolean
is_drawn (CtgTableText *self,
          unsigned int  series)
{
  for (unsigned int i = 0; i < self->n_drawn; i++)
    {
      if (self->series[i] == series)
        return TRUE;
    }

  return FALSE;
}

/* Drawn series are called what the figure's legend calls them. */
static char *
dup_series_title (CtgTableText *self,
                  unsigned int  series)
{
  const CtgSeries *info = ctg_table_get_series (self->table, series);
  gboolean drawn = is_drawn (self, series) && self->n_drawn > 1;
  g_autofree char *title = ctg_table_dup_series_title (self->table, series, drawn ? self->series : self->all_series,
                                                       drawn ? self->n_drawn : self->n_series, self->locale);

  return *title != '\0' ? g_steal_pointer (&title) : g_strdup (info->info->title);
}

static void
add_columns (CtgTableText *self)
{
  gboolean places = FALSE;

  for (unsigned int i = 0; i < ctg_table_get_n_rows (self->table) && !places; i++)
    places = ctg_table_get_row (self->table, i)->region != CTG_REGION_NONE;

  add_column (self, CTG_COLUMN_NAME, 0, "name", get_name_title (self));
  for (unsigned int i = 0; i < self->n_series; i++)
    {
      g_autofree char *title = dup_series_title (self, i);

      add_column (self, CTG_COLUMN_SERIES, i, ctg_table_get_series (self->table, i)->id, title);
    }
  add_column (self, CTG_COLUMN_AS_OF, 0, "as-of", _("As of"));
  add_column (self, CTG_COLUMN_SOURCE, 0, "source", _("Source"));
  if (places)
    {
      add_column (self, CTG_COLUMN_REGION, 0, "region", _("Region"));
      add_column (self, CTG_COLUMN_CODE, 0, "code", _("Code"));
    }
  add_column (self, CTG_COLUMN_NOTES, 0, "notes", _("Notes"));
}

/* The drawn series come first: where a row has one date or source to show, it is theirs. */
static void
order_series (CtgTableText *self)
{
  g_autofree unsigned int *drawn = ctg_chart_dup_series (&self->input, &self->n_drawn, NULL);
  unsigned int n = 0;

  self->n_series = ctg_table_get_n_series (self->table);
  self->series = g_new (unsigned int, self->n_series + 1);
  self->all_series = g_new (unsigned int, self->n_series + 1);

  for (unsigned int i = 0; drawn != NULL && i < self->n_drawn; i++)
    self->series[n++] = drawn[i];
  self->n_drawn = n;
  for (unsigned int i = 0; i < self->n_series; i++)
    {
      self->all_series[i] = i;
      if (!is_drawn (self, i))
        self->series[n++] = i;
    }
}

CtgTableText *
ctg_table_text_new (CtgFigure *figure)
{
  CtgTableText *self;

  g_return_val_if_fail (figure != NULL, NULL);

  self = g_new0 (CtgTableText, 1);
  self->figure = ctg_figure_ref (figure);
  self->input = ctg_figure_get_input (figure, NULL);
  self->table = self->input.table;
  self->locale = self->input.locale;
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify) column_free);
  order_series (self);
  add_columns (self);

  return self;
}

void
ctg_table_text_free (CtgTableText *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->columns);
  g_free (self->series);
  g_free (self->all_series);
  ctg_figure_unref (self->figure);
  g_free (self);
}

CtgFigure *
ctg_table_text_get_figure (CtgTableText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->figure;
}

unsigned int
ctg_table_text_get_n_columns (CtgTableText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->columns->len;
}

const CtgColumn *
ctg_table_text_get_column (CtgTableText *self,
                           unsigned int  index)
{
  g_return_val_if_fail (self != NULL && index < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, index);
}

const CtgColumn *
ctg_table_text_find_column (CtgTableText *self,
                            const char   *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (unsigned int i = 0; i < self->columns->len; i++)
    {
      const CtgColumn *column = g_ptr_array_index (self->columns, i);

      if (g_strcmp0 (column->id, id) == 0)
        return column;
    }

  return NULL;
}

gboolean
ctg_table_text_is_column_wanted (CtgTableText    *self,
                                 const CtgColumn *column,
                                 gboolean         aggregates)
{
  unsigned int first;
  unsigned int end;
  unsigned int n = 0;

  g_return_val_if_fail (self != NULL && column != NULL, FALSE);

  if (column->kind == CTG_COLUMN_CODE || (aggregates && column->kind == CTG_COLUMN_REGION))
    return FALSE;
  if (column->kind != CTG_COLUMN_SERIES || (!aggregates && is_drawn (self, column->series)))
    return TRUE;

  end = ctg_table_get_n_rows (self->table);
  first = end - ctg_table_get_n_aggregates (self->table);
  if (!aggregates)
    {
      end = first;
      first = 0;
    }
  for (unsigned int row = first; row < end; row++)
    {
      const CtgClaim *claim = ctg_table_get_claim (self->table, row, column->series);

      n += claim != NULL && ctg_estimate_is_reported (&claim->estimate);
    }

  return n > 0 && (aggregates || n >= (end - first) / SPARSE);
}

int
ctg_table_text_get_main_series (CtgTableText *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return self->n_series > 0 ? (int) self->series[0] : -1;
}

/* ---- what a row says ---- */

/* The claim a row's date and source are taken from: the same by which the arranger sorts. */
static const CtgClaim *
get_row_claim (CtgTableText *self,
               unsigned int  row)
{
  const CtgClaim *found = self->n_series > 0 ? ctg_table_get_claim (self->table, row, self->series[0]) : NULL;

  for (unsigned int i = 0; i < self->n_series && found == NULL; i++)
    found = ctg_table_get_claim (self->table, row, i);

  return found;
}

/* What the cell shows: the estimate as it is drawn, or the number that is left out because it is doubtful. */
static const CtgEstimate *
get_estimate (CtgTableText *self,
              unsigned int  row,
              unsigned int  series)
{
  const CtgClaim *claim = ctg_table_get_claim (self->table, row, series);

  return claim != NULL && claim->doubtful ? &claim->estimate : ctg_table_get_estimate (self->table, row, series);
}

static char *
dup_source (CtgTableText   *self,
            const CtgClaim *claim)
{
  const CtgSource *source = claim != NULL ? ctg_dataset_find_source (ctg_table_get_dataset (self->table), claim->source) : NULL;

  return g_strdup (source != NULL ? source->short_name : "");
}

static char *
dup_date (CtgTableText   *self,
          const CtgClaim *claim,
          gboolean        abbreviated)
{
  if (claim == NULL || !ctg_date_is_known (&claim->as_of))
    return g_strdup ("");

  return ctg_locale_format_date (self->locale, &claim->as_of, abbreviated);
}

static char *
dup_value (CtgTableText *self,
           unsigned int  row,
           unsigned int  series)
{
  const CtgEstimate *estimate = get_estimate (self, row, series);

  if (estimate->presence == CTG_PRESENCE_NOT_APPLICABLE)
    /* Translators: short for "not applicable", in a cell of a table. */
    return g_strdup (C_("table cell", "n/a"));
  if (!ctg_estimate_is_reported (estimate))
    return g_strdup ("–");
  if (g_strcmp0 (ctg_table_get_series (self->table, series)->info->unit, "percent") == 0 && estimate->qualifier == CTG_QUALIFIER_EXACT)
    return ctg_locale_format_percent (self->locale, estimate->value, 1);

  return ctg_estimate_format (estimate, self->locale);
}

/* Every note of the row once, in the order of the series. */
static char *
dup_notes (CtgTableText *self,
           unsigned int  row,
           const char   *separator)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (unsigned int i = 0; i < self->n_series; i++)
    {
      const CtgClaim *claim = ctg_table_get_claim (self->table, row, self->series[i]);
      const char *parts[] = { claim != NULL && claim->doubtful ? _("Doubtful") : NULL, claim != NULL ? claim->note : NULL };

      for (unsigned int k = 0; k < G_N_ELEMENTS (parts); k++)
        {
          if (parts[k] == NULL || *parts[k] == '\0' || g_ptr_array_find_with_equal_func (seen, parts[k], g_str_equal, NULL))
            continue;
          g_ptr_array_add (seen, (gpointer) parts[k]);
          g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", parts[k]);
        }
    }

  return g_string_free (text, FALSE);
}

char *
ctg_table_text_dup (CtgTableText    *self,
                    const CtgColumn *column,
                    unsigned int     row)
{
  const CtgRow *info;

  g_return_val_if_fail (self != NULL && column != NULL, NULL);

  info = ctg_table_get_row (self->table, row);

  switch (column->kind)
    {
    case CTG_COLUMN_NAME:
      return g_strdup (ctg_arranger_get_name (self->input.arranger, row));
    case CTG_COLUMN_SERIES:
      return dup_value (self, row, column->series);
    case CTG_COLUMN_AS_OF:
      return dup_date (self, get_row_claim (self, row), TRUE);
    case CTG_COLUMN_SOURCE:
      return dup_source (self, get_row_claim (self, row));
    case CTG_COLUMN_REGION:
      return info->region != CTG_REGION_NONE ? ctg_region_get_name (info->region, self->locale) : g_strdup ("");
    case CTG_COLUMN_CODE:
      return g_strdup (info->code != NULL ? info->code : "");
    case CTG_COLUMN_NOTES:
      return dup_notes (self, row, " · ");
    default:
      g_assert_not_reached ();
    }
}

static CtgCellFlags
get_claim_flags (const CtgClaim *claim)
{
  CtgCellFlags flags = CTG_CELL_PLAIN;

  if (claim == NULL)
    return flags;
  if (claim->doubtful)
    flags |= CTG_CELL_DOUBTFUL;
  if (claim->note != NULL && *claim->note != '\0')
    flags |= CTG_CELL_NOTE;

  return flags;
}

CtgCellFlags
ctg_table_text_get_flags (CtgTableText    *self,
                          const CtgColumn *column,
                          unsigned int     row)
{
  CtgCellFlags flags = CTG_CELL_PLAIN;

  g_return_val_if_fail (self != NULL && column != NULL, flags);

  if (column->kind == CTG_COLUMN_SERIES)
    {
      flags = get_claim_flags (ctg_table_get_claim (self->table, row, column->series)) & CTG_CELL_DOUBTFUL;
      if (flags != CTG_CELL_PLAIN || !ctg_estimate_is_reported (get_estimate (self, row, column->series)))
        flags |= CTG_CELL_DIM;
    }
  else if (column->kind == CTG_COLUMN_NOTES)
    {
      for (unsigned int i = 0; i < self->n_series; i++)
        flags |= get_claim_flags (ctg_table_get_claim (self->table, row, i));
    }

  return flags;
}

/* ---- tooltips and labels ---- */

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", line);
}

static void
append_claim (CtgTableText   *self,
              GString        *text,
              const CtgClaim *claim)
{
  g_autofree char *value = ctg_estimate_format (&claim->estimate, self->locale);
  g_autofree char *source = dup_source (self, claim);
  g_autofree char *date = dup_date (self, claim, FALSE);
  g_autoptr(GString) line = g_string_new (value);

  if (*source != '\0')
    g_string_append_printf (line, " · %s", source);
  if (claim->edition != NULL && *claim->edition != '\0')
    g_string_append_printf (line, ", %s", claim->edition);
  if (*date != '\0')
    {
      g_string_append (line, " · ");
      /* Translators: the date for which a number is stated. */
      g_string_append_printf (line, _("as of %s"), date);
    }
  append_line (text, line->str);

  if (claim->printed != NULL && g_strcmp0 (claim->printed, value) != 0 && ctg_estimate_is_reported (&claim->estimate))
    {
      /* Translators: the words of the source, quoted. */
      g_autofree char *printed = g_strdup_printf (_("Printed: “%s”"), claim->printed);

      append_line (text, printed);
    }
  append_line (text, claim->doubtful ? _("Marked doubtful") : NULL);
  append_line (text, claim->note);
  append_line (text, claim->reason);
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
      text = g_strdup (ctg_table_get_row (self->table, row)->name);
      if (g_strcmp0 (text, ctg_arranger_get_name (self->input.arranger, row)) != 0)
        /* Translators: the name of a country as the source prints it. */
        return g_strdup_printf (_("Printed: “%s”"), text);
      return NULL;
    case CTG_COLUMN_AS_OF:
      text = dup_date (self, get_row_claim (self, row), FALSE);
      break;
    case CTG_COLUMN_SOURCE:
      {
        const CtgClaim *claim = get_row_claim (self, row);
        const CtgSource *source = claim != NULL ? ctg_dataset_find_source (ctg_table_get_dataset (self->table), claim->source) : NULL;

        text = g_strdup (source != NULL ? (source->citation != NULL ? source->citation : source->title) : NULL);
        break;
      }
    case CTG_COLUMN_NOTES:
      text = dup_notes (self, row, "\n");
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
    value = ctg_estimate_format (get_estimate (self, row, column->series), self->locale);
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

char *
ctg_table_text_dup_coverage (CtgTableText       *self,
                             int                 series,
                             const unsigned int *rows,
                             unsigned int        n_rows)
{
  unsigned int n = 0;
  g_autofree char *reported = NULL;
  g_autofree char *all = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (series < 0 || n_rows == 0)
    return g_strdup ("");

  for (unsigned int i = 0; i < n_rows; i++)
    n += ctg_estimate_is_reported (ctg_table_get_estimate (self->table, rows[i], series));

  reported = ctg_locale_format_number (self->locale, n, 0);
  all = ctg_locale_format_number (self->locale, n_rows, 0);
  /* Translators: how many of the rows have a number: "50 of 65 reported". */
  return g_strdup_printf (_("%s of %s reported"), reported, all);
}

/* ---- copying ---- */

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
  const CtgEstimate *estimate = get_estimate (self, row, column->series);
  g_autofree char *text = NULL;

  if (ctg_estimate_is_reported (estimate) && estimate->qualifier == CTG_QUALIFIER_EXACT && isfinite (estimate->value) &&
      !isfinite (estimate->low) && !isfinite (estimate->high))
    {
      ctg_number_append_shortest (tsv, estimate->value);
      return;
    }
  if (!ctg_estimate_is_reported (estimate) && estimate->presence == CTG_PRESENCE_NOT_REPORTED)
    return;

  text = dup_value (self, row, column->series);
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
