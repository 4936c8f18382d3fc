/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From a column to the spec's three fields of sorting, and back. */

#include "app/table/ctg-table-sort.h"

#include <glib/gi18n.h>

/* The spec field's choices. All but "value" are ids as well. */
static const char *const sorts[] = {
  [CTG_SPEC_SORT_VALUE] = "value", [CTG_SPEC_SORT_NAME] = "name", [CTG_SPEC_SORT_DIFFERENCE] = "difference",
  [CTG_SPEC_SORT_TABLE] = "table", [CTG_SPEC_SORT_AS_OF] = "as-of", [CTG_SPEC_SORT_SOURCE] = "source", [CTG_SPEC_SORT_REGION] = "region",
  [CTG_SPEC_SORT_SPREAD] = "spread", [CTG_SPEC_SORT_SPREAD_RATIO] = "spread-ratio",
};

/* To stand after "Undo". */
static char *
dup_label (CtgTableText *text,
           const char   *id)
{
  const CtgColumn *column = ctg_table_text_find_column (text, id);

  if (g_strcmp0 (id, "difference") == 0)
    return g_strdup (_("sort by difference"));
  if (g_strcmp0 (id, "spread") == 0)
    return g_strdup (_("sort by spread"));
  if (g_strcmp0 (id, "spread-ratio") == 0)
    return g_strdup (_("sort by ratio of highest to lowest"));
  if (column == NULL)
    return g_strdup (_("restore printed order"));

  switch (column->kind)
    {
    case CTG_COLUMN_NAME:
      return g_strdup (_("sort by name"));
    case CTG_COLUMN_AS_OF:
      return g_strdup (_("sort by date"));
    case CTG_COLUMN_SOURCE:
      return g_strdup (_("sort by source"));
    case CTG_COLUMN_REGION:
      return g_strdup (_("sort by region"));
    case CTG_COLUMN_SERIES:
    case CTG_COLUMN_CODE:
    case CTG_COLUMN_NOTES:
    default:
      /* Translators: %s is the title of a column. */
      return g_strdup_printf (_("sort by “%s”"), column->title);
    }
}

static CtgSpec *
with (CtgSpec    *before,
      const char *path,
      const char *value)
{
  g_autoptr(CtgSpec) spec = before;

  return spec != NULL ? ctg_spec_with (spec, path, value, NULL) : NULL;
}

void
ctg_table_sort_apply (CtgDocument  *document,
                      CtgTableText *text,
                      const char   *id,
                      gboolean      descending)
{
  const CtgColumn *column = ctg_table_text_find_column (text, id);
  gboolean is_series = column != NULL && column->kind == CTG_COLUMN_SERIES;
  g_autofree char *label = dup_label (text, id);
  g_autofree char *before = ctg_table_sort_dup_id (text);
  g_autoptr(CtgSpec) spec = ctg_spec_ref (ctg_document_get_spec (document));

  /* What is sorted so already stays as it is written: "the first series drawn" is not made the name of that series, nor "auto" a direction. */
  if (g_strcmp0 (before, id) == 0 && ctg_spec_get_descending (spec) == descending)
    return;

  if (g_strcmp0 (before, id) != 0)
    {
      spec = with (g_steal_pointer (&spec), "sort.by", is_series ? "value" : id);
      spec = with (g_steal_pointer (&spec), "sort.series", is_series ? id : NULL);
    }
  spec = with (g_steal_pointer (&spec), "sort.order", "auto");
  /* An id that is no column and nothing else either. */
  g_return_if_fail (spec != NULL);

  if (ctg_spec_get_descending (spec) != descending)
    spec = with (g_steal_pointer (&spec), "sort.order", descending ? "descending" : "ascending");
  ctg_document_change (document, spec, label);
}

char *
ctg_table_sort_dup_id (CtgTableText *text)
{
  CtgFigure *figure = ctg_table_text_get_figure (text);
  CtgSpec *spec = ctg_figure_get_spec (figure);
  CtgTable *table = ctg_figure_get_table (figure);
  int series;

  if (spec->sort_by != CTG_SPEC_SORT_VALUE)
    return g_strdup (sorts[spec->sort_by]);

  series = spec->sort_series != NULL ? ctg_table_find_series (table, spec->sort_series) : -1;
  if (series < 0)
    series = ctg_table_text_get_main_series (text);

  return g_strdup (series >= 0 ? ctg_table_get_series (table, series)->id : "table");
}

gboolean
ctg_table_sort_starts_descending (CtgTableText *text,
                                  const char   *id)
{
  const CtgColumn *column = ctg_table_text_find_column (text, id);

  return g_strcmp0 (id, "difference") == 0 || (id != NULL && g_str_has_prefix (id, "spread")) || (column != NULL && (column->kind == CTG_COLUMN_SERIES || column->kind == CTG_COLUMN_AS_OF));
}

GPtrArray *
ctg_table_sort_list (CtgTableText *text,
                     GPtrArray    *titles)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  guint n_series = 0;

  for (guint i = 0; i < ctg_table_text_get_n_columns (text); i++)
    {
      const CtgColumn *column = ctg_table_text_get_column (text, i);

      if (column->kind == CTG_COLUMN_CODE || column->kind == CTG_COLUMN_NOTES)
        continue;
      n_series += column->kind == CTG_COLUMN_SERIES;
      g_ptr_array_add (ids, g_strdup (column->id));
      g_ptr_array_add (titles, g_strdup (column->title));
    }

  if (n_series > 1)
    {
      g_ptr_array_add (ids, g_strdup ("difference"));
      g_ptr_array_add (titles, g_strdup (_("Difference")));
      g_ptr_array_add (ids, g_strdup ("spread"));
      g_ptr_array_add (titles, g_strdup (_("Spread of the series")));
      g_ptr_array_add (ids, g_strdup ("spread-ratio"));
      g_ptr_array_add (titles, g_strdup (_("Ratio of highest to lowest")));
    }
  g_ptr_array_add (ids, g_strdup ("table"));
  g_ptr_array_add (titles, g_strdup (_("Printed order")));

  return ids;
}
