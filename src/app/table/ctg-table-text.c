/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns, and what stands in their cells. Reads the figure; must not change it, nor know how a cell is drawn. */

#include "app/table/ctg-table-text-private.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

/* A column with fewer numbers than this part of the rows is not shown until asked for. */
#define SPARSE 8
#define ROWS_TO_LOOK_AT 2000

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
is_in_figure (CtgTableText *self,
              unsigned int  series)
{
  for (unsigned int i = 0; i < self->n_figure; i++)
    {
      if (self->series[i] == series)
        return TRUE;
    }

  return FALSE;
}

/* Series of the figure are called what its legend calls them. */
static char *
dup_series_title (CtgTableText *self,
                  unsigned int  series)
{
  const CtgSeries *info = ctg_table_get_series (self->table, series);
  gboolean in_figure = is_in_figure (self, series) && self->n_figure > 1;
  g_autofree char *title = ctg_table_dup_series_title (self->table, series, in_figure ? self->series : self->all_series,
                                                       in_figure ? self->n_figure : self->n_series, self->locale);

  if (*title == '\0')
    {
      g_free (title);
      title = ctg_locale_translate (self->locale, info->info->title);
    }

  /* Of persons there is no need to speak; rates say what they are in their titles. */
  if (g_str_equal (info->info->unit, "percent"))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_PERCENT, title, NULL);
  if (g_str_equal (info->info->unit, CTG_UNIT_POINTS))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_POINTS, title, NULL);
  if (g_str_equal (info->info->unit, "years"))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_YEARS, title, NULL);

  return g_steal_pointer (&title);
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

static void
add_figure_series (CtgTableText *self,
                   int           series)
{
  if (series >= 0 && !is_in_figure (self, series))
    self->series[self->n_figure++] = series;
}

/* Those of the figure come first: where a row has one date or source to show, it is theirs. A kind that draws fewer than the figure names does
 * not change what the others are called. */
static void
order_series (CtgTableText *self)
{
  unsigned int n_drawn = 0;
  g_autofree unsigned int *drawn = ctg_chart_dup_series (&self->input, &n_drawn, NULL);
  char **named = ctg_figure_get_spec (self->figure)->series;
  unsigned int n;

  self->n_series = ctg_table_get_n_series (self->table);
  self->series = g_new (unsigned int, self->n_series + 1);
  self->all_series = g_new (unsigned int, self->n_series + 1);

  for (unsigned int i = 0; drawn != NULL && i < n_drawn; i++)
    add_figure_series (self, drawn[i]);
  for (unsigned int i = 0; named[i] != NULL; i++)
    add_figure_series (self, ctg_table_find_series (self->table, named[i]));

  n = self->n_figure;
  for (unsigned int i = 0; i < self->n_series; i++)
    {
      self->all_series[i] = i;
      if (!is_in_figure (self, i))
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
  self->locale = ctg_window_locale_get ();
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

/* As far as the first thousands tell: it is only about what is shown at first. */
static gboolean
says_anything (CtgTableText    *self,
               const CtgColumn *column,
               unsigned int     first,
               unsigned int     end)
{
  for (unsigned int row = first; row < MIN (end, first + ROWS_TO_LOOK_AT); row++)
    {
      g_autofree char *text = ctg_table_text_dup (self, column, row);

      if (text != NULL && *text != '\0')
        return TRUE;
    }

  return FALSE;
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
  if (column->kind == CTG_COLUMN_NAME || (column->kind == CTG_COLUMN_SERIES && !aggregates && is_in_figure (self, column->series)))
    return TRUE;

  end = ctg_table_get_n_rows (self->table);
  first = end - ctg_table_get_n_aggregates (self->table);
  if (!aggregates)
    {
      end = first;
      first = 0;
    }
  if (column->kind != CTG_COLUMN_SERIES)
    return says_anything (self, column, first, end);

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

const CtgClaim *
ctg_table_text_get_row_claim (CtgTableText *self,
                              unsigned int  row)
{
  const CtgClaim *found = self->n_series > 0 ? ctg_table_get_claim (self->table, row, self->series[0]) : NULL;

  for (unsigned int i = 0; i < self->n_series && found == NULL; i++)
    found = ctg_table_get_claim (self->table, row, i);

  return found;
}

const CtgEstimate *
ctg_table_text_get_estimate (CtgTableText *self,
                             unsigned int  row,
                             unsigned int  series)
{
  const CtgClaim *claim = ctg_table_get_claim (self->table, row, series);

  return claim != NULL && claim->doubtful ? &claim->estimate : ctg_table_get_estimate (self->table, row, series);
}

char *
ctg_table_text_dup_source (CtgTableText   *self,
                           const CtgClaim *claim)
{
  const CtgSource *source = claim != NULL ? ctg_dataset_find_source (ctg_table_get_dataset (self->table), claim->context->source) : NULL;

  return source != NULL ? ctg_source_dup_short_name (source, self->locale) : g_strdup ("");
}

char *
ctg_table_text_dup_date (CtgTableText   *self,
                         const CtgClaim *claim,
                         gboolean        abbreviated)
{
  if (claim == NULL || !ctg_date_is_known (&claim->as_of))
    return g_strdup ("");

  return ctg_locale_format_date (self->locale, &claim->as_of, abbreviated);
}

char *
ctg_table_text_dup_value (CtgTableText *self,
                          unsigned int  row,
                          unsigned int  series)
{
  const CtgEstimate *estimate = ctg_table_text_get_estimate (self, row, series);

  if (estimate->presence == CTG_PRESENCE_NOT_APPLICABLE)
    /* Translators: short for "not applicable", in a cell of a table. */
    return g_strdup (C_("table cell", "n/a"));
  if (!ctg_estimate_is_reported (estimate))
    return g_strdup ("–");
  return ctg_estimate_format (estimate, self->locale);
}

char *
ctg_table_text_dup_notes (CtgTableText *self,
                          unsigned int  row,
                          const char   *separator)
{
  g_autoptr(GPtrArray) seen = g_ptr_array_new ();
  GString *text = g_string_new (NULL);

  for (unsigned int i = 0; i < self->n_series; i++)
    {
      const CtgClaim *claim = ctg_table_get_claim (self->table, row, self->series[i]);
      const char *parts[] = { claim != NULL && claim->doubtful ? _("Doubtful") : NULL, claim != NULL ? claim->context->note : NULL };

      for (unsigned int k = 0; k < G_N_ELEMENTS (parts); k++)
        {
          g_autofree char *translated = NULL;

          if (parts[k] == NULL || *parts[k] == '\0' || g_ptr_array_find_with_equal_func (seen, parts[k], g_str_equal, NULL))
            continue;
          g_ptr_array_add (seen, (gpointer) parts[k]);
          translated = ctg_window_locale_translate (parts[k]);
          g_string_append_printf (text, "%s%s", text->len > 0 ? separator : "", translated);
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
      return ctg_table_text_dup_value (self, row, column->series);
    case CTG_COLUMN_AS_OF:
      return ctg_table_text_dup_date (self, ctg_table_text_get_row_claim (self, row), TRUE);
    case CTG_COLUMN_SOURCE:
      return ctg_table_text_dup_source (self, ctg_table_text_get_row_claim (self, row));
    case CTG_COLUMN_REGION:
      return info->region != CTG_REGION_NONE ? ctg_region_get_name (info->region, self->locale) : g_strdup ("");
    case CTG_COLUMN_CODE:
      return g_strdup (info->code != NULL ? info->code : "");
    case CTG_COLUMN_NOTES:
      return ctg_table_text_dup_notes (self, row, " · ");
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
  if (claim->context->note != NULL && *claim->context->note != '\0')
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
      if (flags != CTG_CELL_PLAIN || !ctg_estimate_is_reported (ctg_table_text_get_estimate (self, row, column->series)))
        flags |= CTG_CELL_DIM;
    }
  else if (column->kind == CTG_COLUMN_NOTES)
    {
      for (unsigned int i = 0; i < self->n_series; i++)
        flags |= get_claim_flags (ctg_table_get_claim (self->table, row, i));
    }

  return flags;
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
