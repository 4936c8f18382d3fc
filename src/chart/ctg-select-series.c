/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which kind and series a figure draws: the spec's where it says so, else made from the data. It places nothing. */

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "chart/ctg-kind.h"
#include "chart/ctg-panels.h"

/* Official and non-official counts of one measure are what the product is for. */
static bool
has_both_statuses (const CtgTable *table)
{
  bool official = false;
  bool non_official = false;

  for (unsigned int i = 0; i < ctg_table_get_n_series (table); i++)
    {
      const CtgSeries *series = ctg_table_get_series (table, i);

      if (g_strcmp0 (series->measure, ctg_table_get_series (table, 0)->measure) != 0)
        continue;
      official |= series->status == CTG_STATUS_OFFICIAL && series->n_reported > 0;
      non_official |= series->status == CTG_STATUS_NON_OFFICIAL && series->n_reported > 0;
    }

  return official && non_official;
}

/* Series that can be held against another. */
static unsigned int
count_comparable (const CtgTable *table)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_table_get_n_series (table); i++)
    n += (int) i != ctg_table_get_against (table) && ctg_table_get_series (table, i)->n_reported > 0;

  return n;
}

/* Whether a figure that is not told its kind shows several series. Of two that are held against each other one is left. */
static bool
draws_several (const CtgChartInput *input)
{
  int against = ctg_table_get_against (input->table);
  unsigned int n_series = g_strv_length (input->spec->series);

  if (against < 0)
    return n_series > 1 || (n_series == 0 && has_both_statuses (input->table));
  if (n_series == 0)
    return count_comparable (input->table) > 1;

  for (char **id = input->spec->series; *id != NULL; id++)
    n_series -= ctg_table_find_series (input->table, *id) == against;
  return n_series > 1;
}

const CtgKind *
ctg_select_kind (const CtgChartInput *input,
                 GError             **error)
{
  const CtgSpec *spec = input->spec;

  if (spec->kind == NULL || *spec->kind == '\0')
    return ctg_kind_find (draws_several (input) ? "grouped" : "bars");

  const CtgKind *kind = ctg_kind_find (spec->kind);

  if (kind != NULL && g_str_equal (spec->kind, "grouped") && ctg_table_get_against (input->table) >= 0 && !draws_several (input))
    return ctg_kind_find ("bars");
  if (kind == NULL)
    {
      g_autofree char *known = ctg_chart_list_kinds ();

      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("kind: there is no chart kind “%s”; the kinds are %s"), spec->kind, known);
    }

  return kind;
}

static bool
contains (const unsigned int *series,
          unsigned int        n_series,
          unsigned int        which)
{
  for (unsigned int i = 0; i < n_series; i++)
    {
      if (series[i] == which)
        return true;
    }

  return false;
}

static bool
same_unit (const CtgTable *table,
           unsigned int    a,
           unsigned int    b)
{
  return g_strcmp0 (ctg_table_get_series (table, a)->info->unit, ctg_table_get_series (table, b)->info->unit) == 0;
}

static bool
same_measure (const CtgTable *table,
              unsigned int    a,
              unsigned int    b)
{
  return g_strcmp0 (ctg_table_get_series (table, a)->measure, ctg_table_get_series (table, b)->measure) == 0;
}

/* Without its filter; of data without rows nothing can be said. */
static bool
takes_any_row (const CtgTable     *table,
               const CtgKind      *kind,
               const unsigned int *series,
               unsigned int        n_series)
{
  unsigned int n_rows = ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table);

  if (kind->takes_row == NULL || n_rows == 0)
    return true;

  for (unsigned int row = 0; row < n_rows; row++)
    {
      if (kind->takes_row (table, row, series, n_series))
        return true;
    }

  return false;
}

static bool
suit (const CtgChartInput *input,
      const CtgKind       *kind,
      unsigned int        *series,
      unsigned int         n_series,
      char               **reason)
{
  if (kind->suits != NULL && !kind->suits (input->table, series, n_series, input->locale, reason))
    return false;

  for (unsigned int i = 1; i < n_series; i++)
    {
      if (!same_unit (input->table, series[0], series[i]))
        {
          if (reason != NULL)
            {
              g_autofree char *a = ctg_table_dup_series_title (input->table, series[0], series, n_series, input->locale);
              g_autofree char *b = ctg_table_dup_series_title (input->table, series[i], series, n_series, input->locale);

              *reason = ctg_locale_phrase (input->locale, CTG_PHRASE_FIT_UNITS_DIFFER, a, b, NULL);
            }
          return false;
        }
    }

  if (!takes_any_row (input->table, kind, series, n_series))
    {
      if (reason != NULL)
        *reason = ctg_locale_phrase (input->locale, CTG_PHRASE_FIT_NO_ROWS, NULL);
      return false;
    }

  return true;
}

/* Adds series of the table until the kind has enough: more of the same measure first, as many as it takes where it starts from nothing. */
static unsigned int
complete (const CtgChartInput *input,
          const CtgKind       *kind,
          unsigned int        *series,
          unsigned int         n_series,
          unsigned int         wanted)
{
  unsigned int n_table = ctg_table_get_n_series (input->table);

  for (int pass = 0; pass < 2; pass++)
    {
      for (unsigned int i = 0; i < n_table && n_series < (pass == 0 ? wanted : kind->info.min_series); i++)
        {
          if (contains (series, n_series, i) || (int) i == ctg_table_get_against (input->table) || ctg_table_get_series (input->table, i)->n_reported == 0)
            continue;
          if (same_measure (input->table, series[0], i) != (pass == 0) || !same_unit (input->table, series[0], i))
            continue;

          series[n_series] = i;
          if (n_series + 1 < kind->info.min_series || suit (input, kind, series, n_series + 1, NULL))
            n_series++;
        }
    }

  return n_series;
}

/* series has room for kind->info.max_series. Returns how many there are, 0 if the kind cannot be drawn. */
static unsigned int
pick (const CtgChartInput *input,
      const CtgKind       *kind,
      unsigned int        *series,
      unsigned int         n_given,
      char               **reason)
{
  unsigned int n_table = ctg_table_get_n_series (input->table);
  unsigned int n;

  if (n_given > 0)
    {
      n = n_given < kind->info.min_series ? complete (input, kind, series, n_given, kind->info.min_series) : n_given;

      if (n < kind->info.min_series)
        {
          if (reason != NULL && suit (input, kind, series, n_given, reason))
            *reason = ctg_locale_phrase_plural (input->locale, CTG_PHRASE_FIT_NEEDS_SERIES, kind->info.min_series, NULL);
          return 0;
        }
      return suit (input, kind, series, n, reason) ? n : 0;
    }

  for (int empty = 0; empty < 2; empty++)
    {
      for (unsigned int i = 0; i < n_table; i++)
        {
          if ((ctg_table_get_series (input->table, i)->n_reported == 0) != (empty == 1) || (int) i == ctg_table_get_against (input->table))
            continue;

          series[0] = i;
          n = kind->info.max_series > 1 ? complete (input, kind, series, 1, kind->info.max_series) : 1;
          if (n >= kind->info.min_series && suit (input, kind, series, n, NULL))
            return n;
        }
    }

  /* What is wrong with series that could stand beside each other; where there are none, that is the reason. */
  for (unsigned int i = 0; reason != NULL && *reason == NULL && i < n_table; i++)
    {
      n = 1;
      series[0] = i;
      for (unsigned int k = 0; k < n_table && n < kind->info.min_series; k++)
        {
          if (k != i && same_unit (input->table, i, k))
            series[n++] = k;
        }
      if (n == kind->info.min_series)
        suit (input, kind, series, n, reason);
    }
  if (reason != NULL && *reason == NULL && n_table > 0)
    {
      series[0] = 0;
      suit (input, kind, series, 1, reason);
    }
  if (reason != NULL && *reason == NULL)
    *reason = ctg_locale_phrase_plural (input->locale, CTG_PHRASE_FIT_NEEDS_SERIES, kind->info.min_series, NULL);

  return 0;
}

static int
find_series (const CtgChartInput *input,
             const char          *path,
             const char          *id,
             GError             **error)
{
  int index = ctg_table_find_series (input->table, id);
  g_autoptr(GString) known = g_string_new (NULL);

  if (index >= 0)
    return index;

  for (unsigned int k = 0; k < ctg_table_get_n_series (input->table) && k < 12; k++)
    g_string_append_printf (known, "%s%s", k > 0 ? ", " : "", ctg_table_get_series (input->table, k)->id);
  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: there is no series “%s” in these data; there are %s"), path, id, known->str);
  return -1;
}

/* That there is something to compare, and what with. */
static bool
check_against (const CtgChartInput *input,
               GError             **error)
{
  const char *against = input->spec->against;

  if (ctg_table_get_against (input->table) < 0)
    return true;
  if (against != NULL && *against != '\0' && find_series (input, "against", against, error) < 0)
    return false;
  if (count_comparable (input->table) > 0)
    return true;

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED, T_ ("derive: no other series counts the same as %s in any row"),
               ctg_table_get_derivation (input->table)->against);
  return false;
}

/* The spec's series, each once; n_series at most max. The one that others are held against is not among them. */
static bool
read_series (const CtgChartInput *input,
             unsigned int        *series,
             unsigned int         max,
             unsigned int        *n_series,
             GError             **error)
{
  *n_series = 0;

  for (unsigned int i = 0; input->spec->series[i] != NULL; i++)
    {
      int index = find_series (input, "series", input->spec->series[i], error);

      if (index < 0)
        return false;
      if (index != ctg_table_get_against (input->table) && !contains (series, *n_series, index) && *n_series < max)
        series[(*n_series)++] = index;
    }

  return true;
}

unsigned int *
ctg_select_series (const CtgChartInput *input,
                   const CtgKind       *kind,
                   unsigned int        *n_series,
                   GError             **error)
{
  unsigned int room = MAX (kind->info.max_series, ctg_table_get_n_series (input->table));
  g_autofree unsigned int *series = g_new0 (unsigned int, room);
  g_autofree char *reason = NULL;
  unsigned int n;

  if (!check_against (input, error) || !read_series (input, series, room, &n, error))
    return NULL;

  unsigned int n_in_panels = ctg_panels_pick_series (input, kind, series, n, room);

  if (n_in_panels > 0)
    {
      *n_series = n_in_panels;
      return g_steal_pointer (&series);
    }

  read_series (input, series, kind->info.max_series, &n, NULL);
  n = pick (input, kind, series, n, &reason);
  if (n == 0)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED, T_ ("kind: %s cannot be drawn with these data: %s"), kind->info.id, reason);
      return NULL;
    }
  *n_series = n;

  return g_steal_pointer (&series);
}

const CtgChartKindInfo *
ctg_chart_choose_kind (const CtgChartInput *input,
                       GError             **error)
{
  g_return_val_if_fail (input != NULL, NULL);

  const CtgKind *kind = ctg_select_kind (input, error);

  return kind != NULL ? &kind->info : NULL;
}

bool
ctg_chart_kind_fits (const CtgChartKindInfo *kind_info,
                     const CtgChartInput    *input,
                     char                  **reason)
{
  g_return_val_if_fail (kind_info != NULL, false);
  g_return_val_if_fail (input != NULL, false);

  const CtgKind *kind = ctg_kind_find (kind_info->id);
  g_autofree unsigned int *series = g_new0 (unsigned int, kind->info.max_series);
  g_autofree char *why = NULL;
  unsigned int n = 0;

  bool fits = (read_series (input, series, kind->info.max_series, &n, NULL) && n > 0 && pick (input, kind, series, n, NULL) > 0) ||
              pick (input, kind, series, 0, &why) > 0;

  if (!fits && reason != NULL)
    *reason = g_steal_pointer (&why);

  return fits;
}

unsigned int *
ctg_chart_dup_series (const CtgChartInput *input,
                      unsigned int        *n_series,
                      GError             **error)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_return_val_if_fail (n_series != NULL, NULL);

  const CtgKind *kind = ctg_select_kind (input, error);

  return kind != NULL ? ctg_select_series (input, kind, n_series, error) : NULL;
}

void
ctg_select_warn_series (const CtgPlan *plan,
                        CtgWarnings   *warnings)
{
  const CtgChartInput *input = plan->input;
  char **asked = input->spec->series;
  g_autoptr(GArray) among = g_array_new (FALSE, FALSE, sizeof (unsigned int));

  for (unsigned int i = 0; asked[i] != NULL; i++)
    {
      int index = ctg_table_find_series (input->table, asked[i]);

      if (index >= 0)
        g_array_append_val (among, index);
    }

  for (unsigned int i = 0; asked[i] != NULL; i++)
    {
      int index = ctg_table_find_series (input->table, asked[i]);

      if (index >= 0 && index == ctg_table_get_against (input->table))
        {
          g_autofree char *title = ctg_table_dup_series_title (input->table, index, (unsigned int *) (void *) among->data, among->len, input->locale);

          ctg_warnings_add (warnings, CTG_PHRASE_WARN_AGAINST_NOT_DRAWN, "series", title, NULL);
        }
      else if (index >= 0 && !contains (plan->series, plan->n_series, index))
        {
          /* "Official" and "Non-official" where all that is asked for counts the same. */
          g_autofree char *title = ctg_table_dup_series_title (input->table, index, (unsigned int *) (void *) among->data, among->len, input->locale);

          ctg_warnings_add (warnings, CTG_PHRASE_WARN_SERIES_NOT_DRAWN, "series", title, NULL);
        }
    }

  for (unsigned int s = 0; s < plan->n_series && asked[0] != NULL; s++)
    {
      bool found = false;

      for (unsigned int i = 0; asked[i] != NULL; i++)
        found |= ctg_table_find_series (input->table, asked[i]) == (int) plan->series[s];
      if (!found)
        ctg_warnings_add (warnings, CTG_PHRASE_WARN_SERIES_ADDED, "series", plan->titles[s], NULL);
    }

  if (ctg_table_get_derivation (input->table)->derive == CTG_DERIVE_RANK && !plan->kind->points)
    ctg_warning_add_fix (ctg_warnings_add (warnings, CTG_PHRASE_WARN_RANK_BARS, "kind", NULL), CTG_PHRASE_FIX_TABLE, "kind=table", NULL);

  for (unsigned int s = 1; s < plan->n_series; s++)
    {
      const CtgSeries *first = ctg_table_get_series (input->table, plan->series[0]);
      const CtgSeries *other = ctg_table_get_series (input->table, plan->series[s]);

      if (first->info->nature != other->info->nature && !plan->has_whole)
        ctg_warnings_add (warnings, CTG_PHRASE_WARN_NATURES_DIFFER, "series", first->info->title, other->info->title, NULL);
    }
}
