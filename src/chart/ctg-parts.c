/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rule for parts of a whole, and their words. Nothing is invented: a row whose numbers are ranges or bounds, or do not fit into the
 * whole, is not drawn as parts. */

#include "chart/ctg-parts.h"

#include <math.h>

#define WHOLE 0

static bool
is_part_of (const CtgSeries *part,
            const CtgSeries *whole)
{
  return g_strcmp0 (part->info->subset_of, whole->measure) == 0 && g_strcmp0 (part->source, whole->source) == 0;
}

static bool
is_whole (const CtgTable     *table,
          const unsigned int *series,
          unsigned int        n_series,
          unsigned int        which)
{
  for (unsigned int s = 0; s < n_series; s++)
    {
      if (s != which && !is_part_of (ctg_table_get_series (table, series[s]), ctg_table_get_series (table, series[which])))
        return false;
    }

  return n_series > 1;
}

bool
ctg_parts_have_whole (const CtgTable     *table,
                      const unsigned int *series,
                      unsigned int        n_series)
{
  return is_whole (table, series, n_series, WHOLE);
}

static bool
exclude_each_other (const CtgSeries *a,
                    const CtgSeries *b)
{
  return a->info->partition != NULL && g_strcmp0 (a->info->partition, b->info->partition) == 0 && g_strcmp0 (a->measure, b->measure) != 0 &&
         g_strcmp0 (a->source, b->source) == 0;
}

static bool
is_share (const CtgSeries *series)
{
  return series->info->nature == CTG_NATURE_SHARE && g_strcmp0 (series->info->unit, "percent") == 0;
}

static void
move_to_front (unsigned int *series,
               unsigned int  which)
{
  unsigned int moved = series[which];

  for (unsigned int s = which; s > 0; s--)
    series[s] = series[s - 1];
  series[WHOLE] = moved;
}

/* The first pair of parts of which the data do not say that they exclude each other. */
static bool
find_overlap (const CtgTable     *table,
              const unsigned int *series,
              unsigned int        n_series,
              unsigned int        first,
              const CtgSeries   **a,
              const CtgSeries   **b)
{
  for (unsigned int s = first; s < n_series; s++)
    {
      for (unsigned int k = first; k < s; k++)
        {
          *a = ctg_table_get_series (table, series[k]);
          *b = ctg_table_get_series (table, series[s]);
          if (!exclude_each_other (*a, *b))
            return true;
        }
    }

  return false;
}

static bool
refuse (char **reason,
        char  *text)
{
  if (reason != NULL)
    *reason = text;
  else
    g_free (text);

  return false;
}

bool
ctg_parts_suit (const CtgTable  *table,
                unsigned int    *series,
                unsigned int     n_series,
                const CtgLocale *locale,
                char           **reason)
{
  bool shares = true;
  const CtgSeries *a;
  const CtgSeries *b;

  for (unsigned int s = 0; s < n_series; s++)
    {
      const CtgMeasure *measure = ctg_table_get_series (table, series[s])->info;
      g_autofree char *title = ctg_locale_translate (locale, measure->title);

      if (measure->overlaps)
        return refuse (reason, ctg_locale_phrase (locale, CTG_PHRASE_FIT_OVERLAPS, title, NULL));
      shares = shares && is_share (ctg_table_get_series (table, series[s]));
    }

  for (unsigned int s = 0; s < n_series; s++)
    {
      if (is_whole (table, series, n_series, s))
        {
          move_to_front (series, s);
          shares = false;
          break;
        }
      if (s + 1 == n_series && !shares)
        return refuse (reason, ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_PART, NULL));
    }

  if (find_overlap (table, series, n_series, shares ? 0 : 1, &a, &b))
    {
      g_autofree char *first = ctg_locale_translate (locale, a->info->title);
      g_autofree char *second = ctg_locale_translate (locale, b->info->title);

      return refuse (reason, ctg_locale_phrase (locale, CTG_PHRASE_FIT_MAY_OVERLAP, first, second, NULL));
    }

  return true;
}

static bool
is_single_number (const CtgEstimate *estimate)
{
  return ctg_estimate_is_reported (estimate) && isfinite (estimate->value) && isnan (estimate->low) && isnan (estimate->high) &&
         (estimate->qualifier == CTG_QUALIFIER_EXACT || estimate->qualifier == CTG_QUALIFIER_ABOUT);
}

static double
sum_parts (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  double sum = 0;

  for (unsigned int s = ctg_parts_have_whole (table, series, n_series) ? 1 : 0; s < n_series; s++)
    sum += ctg_table_get_estimate (table, row, series[s])->value;

  return sum;
}

bool
ctg_parts_add_up (const CtgTable     *table,
                  unsigned int        row,
                  const unsigned int *series,
                  unsigned int        n_series)
{
  for (unsigned int s = 0; s < n_series; s++)
    {
      const CtgEstimate *estimate = ctg_table_get_estimate (table, row, series[s]);

      if (!is_single_number (estimate) || estimate->value < 0)
        return false;
    }

  double most = ctg_parts_have_whole (table, series, n_series) ? ctg_table_get_estimate (table, row, series[WHOLE])->value : 100 + 0.5 * n_series;

  return sum_parts (table, row, series, n_series) <= most;
}

double
ctg_parts_get_whole (const CtgTable     *table,
                     unsigned int        row,
                     const unsigned int *series,
                     unsigned int        n_series)
{
  if (ctg_parts_have_whole (table, series, n_series))
    return ctg_table_get_estimate (table, row, series[WHOLE])->value;

  return MAX (100, sum_parts (table, row, series, n_series));
}

void
ctg_parts_get_piece (const CtgPlan *plan,
                     unsigned int   i,
                     unsigned int   s,
                     double        *from,
                     double        *to)
{
  bool rest = plan->has_whole && s == WHOLE;

  *from = 0;
  for (unsigned int k = plan->has_whole ? 1 : 0; k < (rest ? plan->n_series : s); k++)
    *from += ctg_plan_get_estimate (plan, i, k)->value;
  *to = rest ? ctg_plan_get_estimate (plan, i, WHOLE)->value : *from + ctg_plan_get_estimate (plan, i, s)->value;
}

char *
ctg_parts_dup_title (const CtgPlan *plan,
                     unsigned int   s)
{
  const CtgTable *table = plan->input->table;
  const CtgLocale *locale = plan->input->locale;

  if (s != WHOLE || !ctg_parts_have_whole (table, plan->series, plan->n_series))
    return ctg_table_dup_series_title (table, plan->series[s], plan->series, plan->n_series, locale);
  if (plan->n_series > 2)
    return ctg_locale_phrase (locale, CTG_PHRASE_PARTS_REST, NULL);
  if (g_strcmp0 (ctg_table_get_series (table, plan->series[1])->measure, "returnees") == 0)
    return ctg_locale_phrase (locale, CTG_PHRASE_NOT_KNOWN_TO_HAVE_RETURNED, NULL);

  g_autofree char *whole = ctg_table_dup_series_title (table, plan->series[WHOLE], plan->series, plan->n_series, locale);

  return ctg_locale_phrase (locale, CTG_PHRASE_STACK_REST, whole, NULL);
}

char *
ctg_parts_format_row (const CtgPlan *plan,
                      unsigned int   i)
{
  const CtgLocale *locale = plan->input->locale;
  bool whole = ctg_parts_have_whole (plan->input->table, plan->series, plan->n_series);
  g_autoptr(GString) parts = g_string_new (NULL);

  for (unsigned int s = whole ? 1 : 0; s < plan->n_series; s++)
    {
      g_autofree char *text = ctg_estimate_format (ctg_plan_get_estimate (plan, i, s), locale);

      g_string_append_printf (parts, "%s%s", parts->len > 0 ? " + " : "", text);
    }
  if (!whole)
    return g_string_free (g_steal_pointer (&parts), FALSE);

  g_autofree char *all = ctg_estimate_format (ctg_plan_get_estimate (plan, i, WHOLE), locale);

  return ctg_locale_phrase (locale, CTG_PHRASE_VALUE_PART_OF, parts->str, all, NULL);
}
