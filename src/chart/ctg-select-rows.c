/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows a figure draws, in which order: the spec's filter and sort, what the kind can draw, the top N. It places nothing. */

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "chart/ctg-kind.h"
#include "chart/ctg-panels.h"

static bool
fill_arrange (const CtgChartInput *input,
              CtgArrange          *arrange,
              GError             **error)
{
  static const CtgSortBy sorts[] = {
    [CTG_SPEC_SORT_VALUE] = CTG_SORT_VALUE, [CTG_SPEC_SORT_NAME] = CTG_SORT_NAME, [CTG_SPEC_SORT_DIFFERENCE] = CTG_SORT_DIFFERENCE,
    [CTG_SPEC_SORT_TABLE] = CTG_SORT_TABLE, [CTG_SPEC_SORT_AS_OF] = CTG_SORT_AS_OF, [CTG_SPEC_SORT_SOURCE] = CTG_SORT_SOURCE,
    [CTG_SPEC_SORT_REGION] = CTG_SORT_REGION, [CTG_SPEC_SORT_SPREAD] = CTG_SORT_SPREAD, [CTG_SPEC_SORT_SPREAD_RATIO] = CTG_SORT_SPREAD_RATIO,
  };
  const CtgSpec *spec = input->spec;

  arrange->by = sorts[spec->sort_by];
  arrange->descending = ctg_spec_get_descending (spec);
  arrange->series = -1;
  arrange->search = spec->search != NULL && *spec->search != '\0' ? spec->search : NULL;

  if (spec->sort_series != NULL && *spec->sort_series != '\0')
    {
      arrange->series = ctg_table_find_series (input->table, spec->sort_series);
      if (arrange->series < 0)
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("sort.series: there is no series “%s” in these data"), spec->sort_series);
          return false;
        }
    }

  if (spec->region != NULL && *spec->region != '\0')
    {
      arrange->region = ctg_region_from_id (spec->region);
      if (arrange->region == CTG_REGION_NONE)
        {
          ctg_table_set_unknown_region (input->table, "region", spec->region, error);
          return false;
        }
    }

  return true;
}

static unsigned int *
arrange_rows (const CtgChartInput *input,
              const unsigned int  *series,
              unsigned int         n_series,
              bool                 aggregates,
              unsigned int        *n_rows,
              GError             **error)
{
  CtgArrange arrange = { .all_series = series, .n_series = n_series, .aggregates = aggregates };
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (CtgCondition));

  if (!fill_arrange (input, &arrange, error))
    return NULL;

  for (unsigned int i = 0; input->spec->where[i] != NULL; i++)
    {
      CtgCondition condition = { input->spec->where[i]->column, input->spec->where[i]->value };

      g_array_append_val (conditions, condition);
    }
  arrange.conditions = (const CtgCondition *) (void *) conditions->data;
  arrange.n_conditions = conditions->len;

  GError *local_error = NULL;
  unsigned int *rows = ctg_arranger_run (input->arranger, &arrange, n_rows, &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, local_error);
      return NULL;
    }

  /* No row at all is a result too. */
  return rows != NULL ? rows : g_new0 (unsigned int, 1);
}

static bool
says_something (const CtgTable     *table,
                unsigned int        row,
                const unsigned int *series,
                unsigned int        n_series)
{
  for (unsigned int s = 0; s < n_series; s++)
    {
      if (ctg_table_get_claim (table, row, series[s]) != NULL)
        return true;
    }

  return false;
}

unsigned int *
ctg_select_rows (const CtgChartInput *input,
                 const unsigned int  *series,
                 unsigned int         n_series,
                 unsigned int        *n_rows,
                 GError             **error)
{
  unsigned int *rows = arrange_rows (input, series, n_series, false, n_rows, error);
  unsigned int n_kept = 0;

  if (rows == NULL || ctg_dataset_get_rows_by (ctg_table_get_dataset (input->table)) == CTG_ROWS_PLACE)
    return rows;

  for (unsigned int i = 0; i < *n_rows; i++)
    {
      if (says_something (input->table, rows[i], series, n_series))
        rows[n_kept++] = rows[i];
    }
  *n_rows = n_kept;

  return rows;
}

unsigned int
ctg_select_limit (const CtgChartInput *input,
                  const CtgKind       *kind,
                  unsigned int         n_rows)
{
  return input->spec->top > 0 && !kind->all_rows ? MIN (n_rows, (unsigned int) input->spec->top) : n_rows;
}

unsigned int
ctg_select_drawable (const CtgChartInput *input,
                     const CtgKind       *kind,
                     const unsigned int  *series,
                     unsigned int         n_series,
                     unsigned int        *rows,
                     unsigned int         n_rows)
{
  if (kind->takes_row == NULL)
    return n_rows;

  g_autofree unsigned int *others = g_new (unsigned int, n_rows + 1);
  unsigned int n_drawn = 0;
  unsigned int n_others = 0;

  for (unsigned int i = 0; i < n_rows; i++)
    {
      if (ctg_panels_take_row (input, kind, rows[i], series, n_series))
        rows[n_drawn++] = rows[i];
      else
        others[n_others++] = rows[i];
    }
  if (n_others > 0)
    memcpy (rows + n_drawn, others, n_others * sizeof *rows);

  return n_drawn;
}

unsigned int *
ctg_chart_dup_rows (const CtgChartInput *input,
                    bool                 aggregates,
                    unsigned int        *n_rows,
                    GError             **error)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  unsigned int n_series = 0;
  g_autofree unsigned int *series = ctg_chart_dup_series (input, &n_series, error);

  return series != NULL ? arrange_rows (input, series, n_series, aggregates, n_rows, error) : NULL;
}

unsigned int *
ctg_chart_dup_drawn_rows (const CtgChartInput *input,
                          unsigned int        *n_rows,
                          GError             **error)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (n_rows != NULL, NULL);

  const CtgKind *kind = ctg_select_kind (input, error);

  if (kind == NULL)
    return NULL;

  unsigned int n_series = 0;
  g_autofree unsigned int *series = ctg_select_series (input, kind, &n_series, error);
  g_autofree unsigned int *rows = series != NULL ? ctg_select_rows (input, series, n_series, n_rows, error) : NULL;

  if (rows == NULL)
    return NULL;

  *n_rows = ctg_select_drawable (input, kind, series, n_series, rows, *n_rows);
  *n_rows = ctg_select_limit (input, kind, *n_rows);

  return g_steal_pointer (&rows);
}

/* Rows with a number that the kind cannot draw. Those without any are told by the note, as not reported or doubtful. */
static char *
list_not_drawn (const CtgPlan      *plan,
                const unsigned int *rows,
                unsigned int        from,
                unsigned int        to)
{
  enum { MOST = 20 };
  const CtgChartInput *input = plan->input;
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  unsigned int n = 0;

  for (unsigned int i = from; i < to; i++)
    {
      bool any = false;

      for (unsigned int s = 0; s < plan->n_series; s++)
        any |= ctg_estimate_is_reported (ctg_table_get_estimate (input->table, rows[i], plan->series[s]));
      if (any && n++ < MOST)
        g_ptr_array_add (names, g_strdup (ctg_arranger_get_name (input->arranger, rows[i])));
    }
  if (n == 0)
    return NULL;
  if (n > MOST)
    g_ptr_array_add (names, ctg_locale_phrase_plural (input->locale, CTG_PHRASE_LIST_MORE, n - MOST, NULL));
  g_ptr_array_add (names, NULL);

  return ctg_locale_format_list (input->locale, (const char *const *) names->pdata);
}

/* Rates need a population, comparisons a country that two series speak of. */
static void
warn_not_computed (const CtgChartInput *input,
                   CtgWarnings         *warnings)
{
  const CtgSpec *spec = input->spec;
  bool per = spec->per != CTG_SPEC_PER_NONE;

  if ((!per && spec->derive == CTG_SPEC_DERIVE_NONE) || ctg_dataset_get_rows_by (ctg_table_get_dataset (input->table)) == CTG_ROWS_PLACE)
    return;

  ctg_warning_add_fix (ctg_warnings_add (warnings, CTG_PHRASE_WARN_NOT_COMPUTED, per ? "per" : "derive", NULL), CTG_PHRASE_FIX_NOT_COMPUTED,
                       "per=none", "derive=none", NULL);
}

void
ctg_select_warn (const CtgPlan *plan,
                 CtgWarnings   *warnings)
{
  const CtgChartInput *input = plan->input;
  unsigned int n_rows = 0;

  ctg_select_warn_series (plan, warnings);
  warn_not_computed (input, warnings);
  if (input->spec->panels_by != CTG_PANELS_NONE && plan->panels == NULL && plan->n_rows > 0)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_NO_PANELS, "panels.by", NULL);

  if (plan->n_rows > 0 && plan->kind->takes_row == NULL)
    return;

  g_autofree unsigned int *rows = ctg_select_rows (input, plan->series, plan->n_series, &n_rows, NULL);
  unsigned int n_drawn = rows != NULL ? ctg_select_drawable (input, plan->kind, plan->series, plan->n_series, rows, n_rows) : 0;

  if (n_rows == 0)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_NO_ROWS, "where", NULL);

  g_autofree char *list = list_not_drawn (plan, rows, n_drawn, n_rows);

  if (list != NULL)
    ctg_warnings_add (warnings, plan->kind->warn_rows, NULL, list, NULL);
}
