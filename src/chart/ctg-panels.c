/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Deals rows or series out to panels. Where every row is a statement, its source is the row's; where rows are places, each source has series
 * of its own. */

#include "chart/ctg-panels.h"

#include <string.h>

/* More panels than this are no figure; the rest share the last one. */
#define MOST_PANELS 24

static void
part_free (gpointer data)
{
  CtgPanelPart *part = data;

  g_free (part->id);
  g_free (part->title);
  g_free (part->rows);
  g_free (part->series);
  g_free (part);
}

static bool
rows_are_places (const CtgChartInput *input)
{
  return ctg_dataset_get_rows_by (ctg_table_get_dataset (input->table)) == CTG_ROWS_PLACE;
}

bool
ctg_panels_split_series (const CtgChartInput *input)
{
  return input->spec->panels_by == CTG_PANELS_STATUS || (input->spec->panels_by == CTG_PANELS_SOURCE && rows_are_places (input));
}

/* ---- what a row or series belongs to ---- */

static char *
dup_region (const CtgChartInput *input,
            unsigned int         row,
            char               **title)
{
  CtgRegion region = ctg_table_get_row (input->table, row)->region;

  if (region == CTG_REGION_NONE)
    {
      *title = ctg_locale_phrase (input->locale, CTG_PHRASE_PANEL_OTHER, NULL);
      return g_strdup ("other");
    }

  *title = ctg_region_get_name (region, input->locale);

  return g_strdup (ctg_region_get_id (region));
}

static char *
dup_source (const CtgChartInput *input,
            const char          *id,
            char               **title)
{
  const CtgSource *source = id != NULL ? ctg_dataset_find_source (ctg_table_get_dataset (input->table), id) : NULL;

  *title = source != NULL ? g_strdup (source->short_name) : ctg_locale_phrase (input->locale, CTG_PHRASE_PANEL_OTHER, NULL);

  return g_strdup (source != NULL ? id : "other");
}

static char *
dup_row_source (const CtgChartInput *input,
                unsigned int         row,
                const unsigned int  *series,
                unsigned int         n_series,
                char               **title)
{
  const CtgClaim *claim = NULL;

  for (unsigned int s = 0; s < n_series && claim == NULL; s++)
    claim = ctg_table_get_claim (input->table, row, series[s]);

  return dup_source (input, claim != NULL ? claim->context->source : NULL, title);
}

static char *
dup_series_key (const CtgChartInput *input,
                unsigned int         series,
                char               **title)
{
  const CtgSeries *info = ctg_table_get_series (input->table, series);

  if (input->spec->panels_by == CTG_PANELS_SOURCE)
    return dup_source (input, info->source, title);

  *title = ctg_status_get_name (info->status, input->locale);

  return g_strdup (ctg_status_get_id (info->status));
}

/* ---- dealing out ---- */

/* The panel of that id, a new one if there is none, or the last one where there are enough. Takes id and title. */
static CtgPanelPart *
get_part (const CtgChartInput *input,
          GPtrArray           *parts,
          char                *id,
          char                *title,
          unsigned int         room)
{
  g_autofree char *own_id = id;
  g_autofree char *own_title = title;

  for (unsigned int k = 0; k < parts->len; k++)
    {
      CtgPanelPart *part = g_ptr_array_index (parts, k);

      if (g_str_equal (part->id, id))
        return part;
      if (k + 1 == MOST_PANELS)
        {
          g_free (part->title);
          part->title = ctg_locale_phrase (input->locale, CTG_PHRASE_PANEL_OTHER, NULL);
          return part;
        }
    }

  CtgPanelPart *part = g_new0 (CtgPanelPart, 1);

  part->id = g_steal_pointer (&own_id);
  part->title = g_steal_pointer (&own_title);
  part->rows = g_new0 (unsigned int, room + 1);
  part->series = g_new0 (unsigned int, room + 1);
  g_ptr_array_add (parts, part);

  return part;
}

static GPtrArray *
deal_series (const CtgChartInput *input,
             const unsigned int  *series,
             unsigned int         n_series)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (unsigned int s = 0; s < n_series; s++)
    {
      char *title;
      char *id = dup_series_key (input, series[s], &title);
      CtgPanelPart *part = get_part (input, parts, id, title, n_series);

      part->series[part->n_series++] = series[s];
    }

  return parts;
}

static GPtrArray *
deal_rows (const CtgChartInput *input,
           const unsigned int  *rows,
           unsigned int         n_rows,
           const unsigned int  *series,
           unsigned int         n_series)
{
  GPtrArray *parts = g_ptr_array_new_with_free_func (part_free);

  for (unsigned int i = 0; i < n_rows; i++)
    {
      char *title;
      char *id = input->spec->panels_by == CTG_PANELS_REGION ? dup_region (input, rows[i], &title) : dup_row_source (input, rows[i], series, n_series, &title);
      CtgPanelPart *part = get_part (input, parts, id, title, MAX (n_rows, n_series));

      part->rows[part->n_rows++] = rows[i];
      memcpy (part->series, series, n_series * sizeof *series);
      part->n_series = n_series;
    }

  return parts;
}

/* Whether a panel of these series alone is a figure of the kind. May reorder them. */
static bool
can_draw (const CtgChartInput *input,
          const CtgKind       *kind,
          CtgPanelPart        *part)
{
  if (part->n_series < kind->info.min_series || part->n_series > kind->info.max_series)
    return false;

  for (unsigned int s = 1; s < part->n_series; s++)
    {
      if (g_strcmp0 (ctg_table_get_series (input->table, part->series[0])->info->unit, ctg_table_get_series (input->table, part->series[s])->info->unit) != 0)
        return false;
    }

  return kind->suits == NULL || kind->suits (input->table, part->series, part->n_series, input->locale, NULL);
}

/* Panels of one unit that the kind can draw each for itself, with at most as many series as it takes. */
static GPtrArray *
deal_drawable_series (const CtgChartInput *input,
                      const CtgKind       *kind,
                      const unsigned int  *series,
                      unsigned int         n_series)
{
  GPtrArray *parts = deal_series (input, series, n_series);

  for (unsigned int k = 0; k < parts->len;)
    {
      CtgPanelPart *part = g_ptr_array_index (parts, k);
      const CtgPanelPart *first = g_ptr_array_index (parts, 0);

      part->n_series = MIN (part->n_series, kind->info.max_series);
      if (can_draw (input, kind, part) &&
          g_strcmp0 (ctg_table_get_series (input->table, first->series[0])->info->unit, ctg_table_get_series (input->table, part->series[0])->info->unit) == 0)
        k++;
      else
        g_ptr_array_remove_index (parts, k);
    }

  return parts;
}

/* All series that count the same as the first, that one included; the first there is where none is given. */
static unsigned int
add_same_measure (const CtgChartInput *input,
                  unsigned int        *series,
                  unsigned int         n_given,
                  unsigned int         room)
{
  const char *measure = n_given > 0 ? ctg_table_get_series (input->table, series[0])->measure : NULL;
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_table_get_n_series (input->table) && n < room; i++)
    {
      const CtgSeries *info = ctg_table_get_series (input->table, i);

      if (info->n_reported == 0 || (measure != NULL && g_strcmp0 (info->measure, measure) != 0))
        continue;
      measure = info->measure;
      series[n++] = i;
    }

  return n;
}

unsigned int
ctg_panels_pick_series (const CtgChartInput *input,
                        const CtgKind       *kind,
                        unsigned int        *series,
                        unsigned int         n_given,
                        unsigned int         room)
{
  g_autoptr(GPtrArray) parts = NULL;
  unsigned int n;

  if (!ctg_panels_split_series (input))
    return 0;

  parts = deal_drawable_series (input, kind, series, n_given);
  if (parts->len < 2)
    {
      n = add_same_measure (input, series, n_given, room);
      g_ptr_array_unref (parts);
      parts = deal_drawable_series (input, kind, series, n);
    }
  if (parts->len < 2)
    return 0;

  n = 0;
  for (unsigned int k = 0; k < parts->len; k++)
    {
      const CtgPanelPart *part = g_ptr_array_index (parts, k);

      for (unsigned int s = 0; s < part->n_series; s++)
        series[n++] = part->series[s];
    }

  return n;
}

GPtrArray *
ctg_panels_deal_series (const CtgChartInput *input,
                        const CtgKind       *kind,
                        const unsigned int  *series,
                        unsigned int         n_series)
{
  g_autoptr(GPtrArray) parts = ctg_panels_split_series (input) ? deal_drawable_series (input, kind, series, n_series) : NULL;

  return parts != NULL && parts->len > 1 ? g_steal_pointer (&parts) : NULL;
}

bool
ctg_panels_take_row (GPtrArray      *parts,
                     const CtgTable *table,
                     const CtgKind  *kind,
                     unsigned int    row)
{
  for (unsigned int k = 0; k < parts->len; k++)
    {
      const CtgPanelPart *part = g_ptr_array_index (parts, k);

      if (kind->takes_row (table, row, part->series, part->n_series))
        return true;
    }

  return false;
}

GPtrArray *
ctg_panels_split (const CtgChartInput *input,
                  const CtgKind       *kind,
                  const unsigned int  *rows,
                  unsigned int         n_rows,
                  const unsigned int  *series,
                  unsigned int         n_series)
{
  g_autoptr(GPtrArray) parts = NULL;
  bool by_series = ctg_panels_split_series (input);

  if (input->spec->panels_by == CTG_PANELS_NONE || n_rows == 0)
    return NULL;

  parts = by_series ? deal_drawable_series (input, kind, series, n_series) : deal_rows (input, rows, n_rows, series, n_series);
  for (unsigned int k = 0; by_series && k < parts->len; k++)
    {
      CtgPanelPart *part = g_ptr_array_index (parts, k);

      part->rows = g_renew (unsigned int, part->rows, n_rows + 1);
      for (unsigned int i = 0; i < n_rows; i++)
        {
          if (kind->takes_row == NULL || kind->takes_row (input->table, rows[i], part->series, part->n_series))
            part->rows[part->n_rows++] = rows[i];
        }
    }

  return parts->len > 1 ? g_steal_pointer (&parts) : NULL;
}
