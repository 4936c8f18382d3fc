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

/* Where a row is a statement or a category, those that say nothing of the series are not "not reported": they speak of something else, and
 * have no place in the figure. */
static bool
select_rows (CtgSelection        *self,
             const CtgChartInput *input,
             GError             **error)
{
  unsigned int n_kept = 0;

  self->rows = arrange_rows (input, self->series, self->n_series, false, &self->n_rows, error);
  if (self->rows == NULL || ctg_dataset_get_rows_by (ctg_table_get_dataset (input->table)) == CTG_ROWS_PLACE)
    return self->rows != NULL;

  for (unsigned int i = 0; i < self->n_rows; i++)
    {
      if (says_something (input->table, self->rows[i], self->series, self->n_series))
        self->rows[n_kept++] = self->rows[i];
    }
  self->n_rows = n_kept;

  return true;
}

/* Puts the rows the kind cannot draw behind the others, keeping both orders. */
static void
put_drawable_first (CtgSelection        *self,
                    const CtgChartInput *input)
{
  self->n_drawable = self->n_rows;
  if (self->kind->takes_row == NULL)
    return;

  g_autoptr(GPtrArray) panels = ctg_panels_deal_series (input, self->kind, self->series, self->n_series);
  unsigned int n_table = ctg_table_get_n_rows (input->table);
  g_autofree bool *takes = g_new (bool, n_table + 1);
  g_autofree unsigned int *others = g_new (unsigned int, self->n_rows + 1);
  unsigned int n_others = 0;

  /* Asked in the order of the table, in which its cells lie. */
  for (unsigned int row = 0; row < n_table; row++)
    takes[row] = panels != NULL ? ctg_panels_take_row (panels, input->table, self->kind, row)
                                : self->kind->takes_row (input->table, row, self->series, self->n_series);

  self->n_drawable = 0;
  for (unsigned int i = 0; i < self->n_rows; i++)
    {
      if (takes[self->rows[i]])
        self->rows[self->n_drawable++] = self->rows[i];
      else
        others[n_others++] = self->rows[i];
    }
  if (n_others > 0)
    memcpy (self->rows + self->n_drawable, others, n_others * sizeof *others);
}

static void
clear (gpointer data)
{
  CtgSelection *self = data;

  g_free (self->series);
  g_free (self->rows);
  g_free (self->estimates);
}

CtgSelection *
ctg_selection_ref (CtgSelection *self)
{
  return g_rc_box_acquire (self);
}

void
ctg_selection_unref (CtgSelection *self)
{
  g_rc_box_release_full (self, clear);
}

CtgSelection *
ctg_selection_new (const CtgChartInput *input,
                   GError             **error)
{
  g_autoptr(CtgSelection) self = g_rc_box_new0 (CtgSelection);

  self->kind = ctg_select_kind (input, error);
  if (self->kind == NULL)
    return NULL;
  self->series = ctg_select_series (input, self->kind, &self->n_series, error);
  if (self->series == NULL || !select_rows (self, input, error))
    return NULL;

  put_drawable_first (self, input);
  self->n_drawn = input->spec->top > 0 && !self->kind->all_rows ? MIN (self->n_drawable, (unsigned int) input->spec->top) : self->n_drawable;
  self->estimates = ctg_table_dup_estimates (input->table, self->rows, self->n_rows, self->series, self->n_series);

  return g_steal_pointer (&self);
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

/* Rows with a number that the kind cannot draw. Those without any are told by the note, as not reported or doubtful. */
static char *
list_not_drawn (const CtgChartInput *input,
                const CtgSelection  *selection)
{
  enum { MOST = 20 };
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  unsigned int n = 0;

  for (unsigned int i = selection->n_drawable; i < selection->n_rows; i++)
    {
      bool any = false;

      for (unsigned int s = 0; s < selection->n_series; s++)
        any |= ctg_estimate_is_reported (&selection->estimates[(gsize) i * selection->n_series + s]);
      if (any && n++ < MOST)
        g_ptr_array_add (names, g_strdup (ctg_arranger_get_name (input->arranger, selection->rows[i])));
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

  ctg_select_warn_series (plan, warnings);
  warn_not_computed (input, warnings);
  if (input->spec->panels_by != CTG_PANELS_NONE && plan->panels == NULL && plan->n_rows > 0)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_NO_PANELS, "panels.by", NULL);
  if (plan->selection->n_rows == 0)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_NO_ROWS, "where", NULL);

  g_autofree char *list = list_not_drawn (input, plan->selection);

  if (list != NULL)
    ctg_warnings_add (warnings, plan->kind->warn_rows, NULL, list, NULL);
}
