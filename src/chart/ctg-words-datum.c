/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One datum in a sentence, for tooltips and screen readers: place, series, number, date, who says so, and what must be known of it. */

#include "chart/ctg-words-private.h"

/* The series among those drawn, in running text. */
static char *
dup_series_name (const CtgChartInput *input,
                 unsigned int         series)
{
  unsigned int n_drawn = 0;
  g_autofree unsigned int *drawn = ctg_chart_dup_series (input, &n_drawn, NULL);
  CtgWords words = { .input = input, .table = input->table, .locale = input->locale, .n_series = n_drawn, .series = drawn };

  for (unsigned int s = 0; s < n_drawn; s++)
    {
      if (drawn[s] == series)
        return ctg_words_dup_running_title (&words, s);
    }

  return ctg_table_dup_series_title (input->table, series, drawn, n_drawn, input->locale);
}

static char *
describe_reported (const CtgChartInput *input,
                   const char          *name,
                   const char          *series,
                   const CtgMeasure    *measure,
                   const CtgEstimate   *estimate,
                   const CtgClaim      *claim)
{
  g_autofree char *value = ctg_words_format_value (estimate, measure, input->locale);
  const CtgSource *source = claim != NULL ? ctg_dataset_find_source (ctg_table_get_dataset (input->table), claim->context->source) : NULL;
  g_autofree char *speaker = source != NULL ? ctg_words_dup_speaker (source, input->locale) : NULL;
  g_autofree char *date = NULL;

  if (claim != NULL && ctg_date_is_known (&claim->as_of))
    date = ctg_locale_format_date (input->locale, &claim->as_of, false);

  if (date != NULL && speaker != NULL)
    return ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM_DATE_SOURCE, name, series, value, date, speaker, NULL);
  if (date != NULL)
    return ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM_DATE, name, series, value, date, NULL);
  if (speaker != NULL)
    return ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM_SOURCE, name, series, value, speaker, NULL);

  return ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM, name, series, value, NULL);
}

static char *
describe_missing (const CtgChartInput *input,
                  const char          *name,
                  const char          *series,
                  const CtgEstimate   *estimate,
                  const CtgClaim      *claim)
{
  g_autofree char *value = ctg_estimate_format (estimate, input->locale);

  if (claim != NULL && !claim->doubtful && claim->context->reason != NULL && *claim->context->reason != '\0')
    {
      g_autofree char *reason = ctg_locale_translate (input->locale, claim->context->reason);

      return ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM_REASON, name, series, value, reason, NULL);
    }

  return ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM, name, series, value, NULL);
}

char *
ctg_chart_describe_datum (const CtgChartInput *input,
                          unsigned int         row,
                          unsigned int         series)
{
  const CtgEstimate *estimate = ctg_table_get_estimate (input->table, row, series);
  const CtgClaim *claim = ctg_table_get_claim (input->table, row, series);
  const CtgMeasure *measure = ctg_table_get_series (input->table, series)->info;
  const char *name = ctg_arranger_get_name (input->arranger, row);
  g_autofree char *series_name = dup_series_name (input, series);
  g_autoptr(GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (ctg_estimate_is_reported (estimate))
    ctg_words_add (sentences, describe_reported (input, name, series_name, measure, estimate, claim));
  else if (claim != NULL && claim->doubtful && ctg_estimate_is_reported (&claim->estimate))
    ctg_words_add (sentences, describe_reported (input, name, series_name,
                                                 ctg_dataset_find_measure (ctg_table_get_dataset (input->table), claim->measure), &claim->estimate, claim));
  else
    ctg_words_add (sentences, describe_missing (input, name, series_name, estimate, claim));

  if (claim != NULL && claim->doubtful)
    ctg_words_add (sentences, ctg_locale_phrase (input->locale, CTG_PHRASE_DATUM_DOUBTFUL, NULL));
  if (claim != NULL && claim->context->note != NULL)
    ctg_words_add (sentences, g_strdup (claim->context->note));

  return ctg_words_join (g_steal_pointer (&sentences), input->locale);
}
