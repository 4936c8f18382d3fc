/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A statement without a date has no mark; only counts of one source are joined. */

#include "chart/ctg-timeline-spots.h"

static void
clear_spot (gpointer data)
{
  CtgTimelineSpot *spot = data;

  g_free (spot->name);
  g_free (spot->value);
}

const CtgClaim *
ctg_timeline_get_claim (const CtgTable *table,
                        unsigned int    row,
                        unsigned int    series)
{
  const CtgClaim *claim = ctg_table_get_claim (table, row, series);

  return claim != NULL && ctg_date_is_known (&claim->as_of) && ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series)) ? claim : NULL;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const CtgTimelineSpot *x = a;
  const CtgTimelineSpot *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;

  return x->s != y->s ? (x->s < y->s ? -1 : 1) : x->i < y->i ? -1 : x->i > y->i;
}

static char *
dup_value (const CtgPlan     *plan,
           const CtgEstimate *estimate,
           const CtgClaim    *claim)
{
  g_autofree char *value = ctg_estimate_format (estimate, plan->input->locale);

  if (claim->countries <= 0)
    return g_steal_pointer (&value);

  g_autofree char *countries = ctg_locale_phrase_plural (plan->input->locale, CTG_PHRASE_TIMELINE_COUNTRIES, claim->countries, NULL);

  return ctg_locale_phrase (plan->input->locale, CTG_PHRASE_TIMELINE_VALUE, value, countries, NULL);
}

GArray *
ctg_timeline_collect_spots (const CtgPlan *plan)
{
  GArray *spots = g_array_new (FALSE, TRUE, sizeof (CtgTimelineSpot));
  CtgTextMeasure *measure = plan->input->measure;

  g_array_set_clear_func (spots, clear_spot);
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
          CtgTimelineSpot spot = { .i = i, .s = s, .claim = ctg_timeline_get_claim (plan->input->table, plan->rows[i], plan->series[s]) };
          unsigned int first;
          unsigned int last;

          if (spot.claim == NULL)
            continue;
          ctg_date_get_days (&spot.claim->as_of, &first, &last);
          spot.day = (first + last + 1) / 2.0;
          ctg_estimate_get_ends (estimate, &spot.low, &spot.high);
          spot.name = g_strdup (ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));
          spot.value = plan->input->spec->value_labels ? dup_value (plan, estimate, spot.claim) : g_strdup ("");
          ctg_text_measure_line (measure, &plan->theme.value, spot.name, &spot.name_extents);
          ctg_text_measure_line (measure, &plan->theme.value, spot.value, &spot.value_extents);
          g_array_append_val (spots, spot);
        }
    }
  g_array_sort (spots, compare_spots);

  return spots;
}

/* Whether the two speak for one source and count one thing. */
static bool
are_joined (const CtgPlan         *plan,
            const CtgTimelineSpot *a,
            const CtgTimelineSpot *b)
{
  const CtgDataset *dataset = ctg_table_get_dataset (plan->input->table);
  const CtgSource *x = ctg_dataset_find_source (dataset, a->claim->context->source);
  const CtgSource *y = ctg_dataset_find_source (dataset, b->claim->context->source);

  if (a->s != b->s || x == NULL || y == NULL)
    return false;

  return x == y || (x->short_publisher != NULL && g_strcmp0 (x->short_publisher, y->short_publisher) == 0);
}

int
ctg_timeline_find_next (const GArray  *spots,
                        const CtgPlan *plan,
                        unsigned int   k)
{
  for (unsigned int other = k + 1; other < spots->len; other++)
    {
      if (are_joined (plan, &g_array_index (spots, CtgTimelineSpot, k), &g_array_index (spots, CtgTimelineSpot, other)))
        return other;
    }

  return -1;
}
