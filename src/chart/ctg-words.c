/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Title, subtitle, axis title and source line of a figure, and the sentence about one datum. Sentences are whole phrases with
 * arguments, never glued from parts; what the dataset says in its own words is quoted. It must not say anything the data do not. */

#include "chart/ctg-words-private.h"

#include <string.h>

void
ctg_words_init (CtgWords            *self,
                const CtgChartInput *input,
                const CtgSelection  *selection)
{
  *self = (CtgWords) {
    .input = input,
    .table = input->table,
    .dataset = ctg_table_get_dataset (input->table),
    .locale = input->locale,
    .kind = selection->kind,
    .n_series = selection->n_series,
    .series = selection->series,
    .n_rows = selection->n_rows,
    .n_drawable = selection->n_drawable,
    .n_drawn = selection->n_drawn,
    .rows = selection->rows,
    .estimates = selection->estimates,
  };
  self->places = ctg_dataset_get_rows_by (self->dataset) == CTG_ROWS_PLACE;
}

const CtgSeries *
ctg_words_get_series (const CtgWords *self,
                      unsigned int    s)
{
  return ctg_table_get_series (self->table, self->series[s]);
}

const CtgEstimate *
ctg_words_get_estimate (const CtgWords *self,
                        unsigned int    i,
                        unsigned int    s)
{
  if (self->estimates != NULL)
    return &self->estimates[(gsize) i * self->n_series + s];

  return ctg_table_get_estimate (self->table, self->rows[i], self->series[s]);
}

const char *
ctg_words_get_name (const CtgWords *self,
                    unsigned int    i)
{
  return ctg_arranger_get_name (self->input->arranger, self->rows[i]);
}

char *
ctg_words_dup_series_title (const CtgWords *self,
                            unsigned int    s)
{
  return ctg_table_dup_series_title (self->table, self->series[s], self->series, self->n_series, self->locale);
}

char *
ctg_words_dup_running_title (const CtgWords *self,
                             unsigned int    s)
{
  static const CtgPhrase running[] = {
    [CTG_STATUS_OFFICIAL] = CTG_PHRASE_RUNNING_OFFICIAL,
    [CTG_STATUS_NON_OFFICIAL] = CTG_PHRASE_RUNNING_NON_OFFICIAL,
    [CTG_STATUS_ESTIMATE] = CTG_PHRASE_RUNNING_ESTIMATE,
  };
  CtgStatus status = ctg_words_get_series (self, s)->status;
  g_autofree char *status_name = ctg_status_get_name (status, self->locale);
  g_autofree char *title = ctg_words_dup_series_title (self, s);

  return g_str_equal (title, status_name) ? ctg_locale_phrase (self->locale, running[status], NULL) : g_steal_pointer (&title);
}

char *
ctg_words_format_value (const CtgEstimate *estimate,
                        const CtgMeasure  *measure,
                        const CtgLocale   *locale)
{
  g_autofree char *value = ctg_estimate_format (estimate, locale);

  if (ctg_estimate_is_reported (estimate) && g_str_equal (measure->unit, "percent"))
    return ctg_locale_phrase (locale, CTG_PHRASE_VALUE_PERCENT, value, NULL);
  if (ctg_estimate_is_reported (estimate) && g_str_equal (measure->unit, CTG_UNIT_POINTS))
    return ctg_locale_phrase (locale, CTG_PHRASE_VALUE_POINTS, value, NULL);
  if (ctg_estimate_is_reported (estimate) && g_str_equal (measure->unit, CTG_UNIT_PER_MILLION))
    return ctg_locale_phrase (locale, CTG_PHRASE_VALUE_PER_MILLION, value, NULL);

  return g_steal_pointer (&value);
}

char *
ctg_words_dup_measure_title (const CtgWords *self,
                             unsigned int    s)
{
  return ctg_table_dup_measure_title (self->table, self->series[s], self->locale);
}

char *
ctg_words_name_count (const CtgTable     *table,
                      unsigned int        series,
                      const unsigned int *among,
                      unsigned int        n_among,
                      const CtgLocale    *locale)
{
  static const CtgPhrase with_status[] = { CTG_PHRASE_SERIES_OFFICIAL, CTG_PHRASE_SERIES_NON_OFFICIAL, CTG_PHRASE_SERIES_ESTIMATE };
  CtgStatus status = ctg_table_get_series (table, series)->status;
  g_autofree char *measure = ctg_table_dup_measure_title (table, series, locale);
  g_autofree char *title = ctg_table_dup_series_name (table, series, among, n_among, locale);
  g_autofree char *status_name = ctg_status_get_name (status, locale);

  if (g_str_equal (title, measure))
    return g_steal_pointer (&title);

  return g_str_equal (title, status_name) ? ctg_locale_phrase (locale, with_status[status], measure, NULL)
                                          : ctg_locale_phrase (locale, CTG_PHRASE_SERIES_SOURCE, measure, title, NULL);
}

static bool
have_measure (const CtgTable     *table,
              const unsigned int *series,
              unsigned int        n_series,
              const char         *measure)
{
  for (unsigned int s = 0; s < n_series; s++)
    {
      if (!g_str_equal (ctg_table_get_series (table, series[s])->measure, measure))
        return false;
    }

  return true;
}

char *
ctg_words_name_side (const CtgTable     *table,
                     unsigned int        series,
                     const unsigned int *among,
                     unsigned int        n_among,
                     const CtgLocale    *locale)
{
  int against = ctg_table_get_against (table);

  if (against < 0 || !have_measure (table, among, n_among, ctg_table_get_series (table, against)->measure))
    return NULL;

  g_autofree unsigned int *all = g_new (unsigned int, n_among + 1);

  memcpy (all, among, n_among * sizeof *among);
  all[n_among] = against;

  return ctg_table_dup_series_name (table, series, all, n_among + 1, locale);
}

/* "People who travelled: Non-official − Official", where both sides are of one measure. */
static char *
make_comparison_title (const CtgWords *self)
{
  const CtgSeries *against = ctg_table_get_series (self->table, ctg_table_get_against (self->table));
  bool ratio = ctg_table_get_derivation (self->table)->derive == CTG_DERIVE_RATIO;
  bool same_measure = ctg_words_same_measure (self) && g_str_equal (against->measure, ctg_words_get_series (self, 0)->measure);
  g_autofree char *measure = ctg_words_dup_measure_title (self, 0);
  g_autofree char *title = ctg_words_dup_series_title (self, 0);

  if (self->n_series > 1)
    {
      g_autofree char *side = ctg_words_name_side (self->table, ctg_table_get_against (self->table), self->series, self->n_series, self->locale);

      if (side == NULL)
        return ctg_locale_phrase (self->locale, ratio ? CTG_PHRASE_AXIS_RATIOS : CTG_PHRASE_AXIS_DIFFERENCES, measure, NULL);

      return ctg_locale_phrase (self->locale, ratio ? CTG_PHRASE_AXIS_RATIOS_TO : CTG_PHRASE_AXIS_DIFFERENCES_FROM, measure, side, NULL);
    }

  return same_measure ? ctg_locale_phrase (self->locale, CTG_PHRASE_OF_SERIES, measure, title, NULL) : g_steal_pointer (&title);
}

unsigned int *
ctg_words_dup_among (const CtgWords *self,
                     unsigned int    series,
                     const char     *measure,
                     unsigned int   *n)
{
  unsigned int n_table = ctg_table_get_n_series (self->table);
  unsigned int *among = g_new (unsigned int, n_table + 1);

  *n = 0;
  among[(*n)++] = series;
  for (unsigned int s = 0; s < n_table; s++)
    {
      const CtgSeries *other = ctg_table_get_series (self->table, s);

      if (s != series && other->n_reported > 0 && (measure == NULL || g_str_equal (other->measure, measure)))
        among[(*n)++] = s;
    }

  return among;
}

char *
ctg_words_dup_count_title (const CtgWords *self)
{
  if (ctg_table_get_against (self->table) >= 0)
    return make_comparison_title (self);
  if (self->n_series > 1)
    return ctg_words_dup_measure_title (self, 0);

  unsigned int n;
  g_autofree unsigned int *among = ctg_words_dup_among (self, self->series[0], ctg_words_get_series (self, 0)->measure, &n);

  return ctg_words_name_count (self->table, self->series[0], among, n, self->locale);
}

bool
ctg_words_same_measure (const CtgWords *self)
{
  for (unsigned int s = 1; s < self->n_series; s++)
    {
      if (!g_str_equal (ctg_words_get_series (self, s)->measure, ctg_words_get_series (self, 0)->measure))
        return false;
    }

  return true;
}

bool
ctg_words_is_doubtful (const CtgWords *self,
                       unsigned int    i,
                       unsigned int    s)
{
  if (ctg_estimate_is_reported (ctg_words_get_estimate (self, i, s)))
    return false;

  const CtgClaim *claim = ctg_table_get_claim (self->table, self->rows[i], self->series[s]);

  return claim != NULL && claim->doubtful;
}

unsigned int
ctg_words_count_missing (const CtgWords *self,
                         unsigned int    s,
                         unsigned int    n)
{
  unsigned int n_missing = 0;

  for (unsigned int i = 0; i < n; i++)
    n_missing += ctg_words_get_estimate (self, i, s)->presence == CTG_PRESENCE_NOT_REPORTED && !ctg_words_is_doubtful (self, i, s);

  return n_missing;
}

static void
add_source (const CtgWords *self,
            GPtrArray      *sources,
            const CtgClaim *claim)
{
  const CtgSource *source = claim != NULL ? ctg_dataset_find_source (self->dataset, claim->context->source) : NULL;

  if (source != NULL && !g_ptr_array_find (sources, source, NULL))
    g_ptr_array_add (sources, (void *) source);
}

GPtrArray *
ctg_words_dup_sources (const CtgWords *self)
{
  GPtrArray *sources = g_ptr_array_new ();
  bool all_claims = self->input->spec->rule == CTG_SPEC_RULE_FULL_SPAN;
  int against = ctg_table_get_against (self->table);

  for (unsigned int i = 0; i < self->n_drawn && sources->len < ctg_dataset_get_n_sources (self->dataset); i++)
    {
      for (unsigned int s = 0; s < self->n_series; s++)
        {
          if (!ctg_estimate_is_reported (ctg_words_get_estimate (self, i, s)))
            continue;
          if (all_claims)
            {
              g_autoptr(GPtrArray) claims = ctg_table_get_claims (self->table, self->rows[i], self->series[s]);

              for (unsigned int k = 0; k < claims->len; k++)
                add_source (self, sources, g_ptr_array_index (claims, k));
            }
          else
            {
              add_source (self, sources, ctg_table_get_claim (self->table, self->rows[i], self->series[s]));
            }
          if (against >= 0)
            add_source (self, sources, ctg_table_get_claim (self->table, self->rows[i], against));
        }
    }

  return sources;
}

char *
ctg_words_dup_speaker (const CtgSource *source,
                       const CtgLocale *locale)
{
  if (source->authors != NULL && *source->authors != '\0')
    {
      g_auto(GStrv) authors = g_strsplit (source->authors, "; ", -1);

      return ctg_locale_format_list (locale, (const char *const *) authors);
    }

  return g_strdup (source->publisher != NULL ? source->publisher : source->short_name);
}

static int
get_year (const CtgSource *source)
{
  CtgDate date = { 0 };

  if (source->year > 0)
    return source->year;

  return ctg_date_parse (source->published, &date) ? date.end.year : 0;
}

/* Where the source appeared, if its author is not the publisher. */
static const char *
get_place (const CtgSource *source)
{
  if (source->authors == NULL || *source->authors == '\0')
    return NULL;

  return source->container != NULL ? source->container : source->publisher;
}

/* "The Soufan Group, Foreign Fighters … (2015)"; brief: "TSG, 2015". A year that stands in the title is not said again. */
static char *
format_source (const CtgSource *source,
               const CtgLocale *locale,
               bool             brief)
{
  g_autofree char *speaker = ctg_words_dup_speaker (source, locale);
  g_autofree char *year = g_strdup_printf ("%d", get_year (source));
  bool says_year = get_year (source) == 0 || strstr (source->title, year) != NULL;
  const char *place = get_place (source);

  if (brief || g_strcmp0 (speaker, source->title) == 0)
    return ctg_source_dup_short_name (source, locale);
  if (says_year && place == NULL)
    return ctg_locale_phrase (locale, CTG_PHRASE_SOURCE_TITLE, speaker, source->title, NULL);
  if (place == NULL)
    return ctg_locale_phrase (locale, CTG_PHRASE_SOURCE_YEAR, speaker, source->title, year, NULL);
  if (says_year)
    return ctg_locale_phrase (locale, CTG_PHRASE_SOURCE_PLACE, speaker, source->title, place, NULL);

  return ctg_locale_phrase (locale, CTG_PHRASE_SOURCE_PLACE_YEAR, speaker, source->title, place, year, NULL);
}

static char *
make_source (const CtgWords *self)
{
  enum { MOST_IN_FULL = 2 };
  g_autoptr(GPtrArray) sources = ctg_words_dup_sources (self);
  g_autofree char *list = NULL;

  for (unsigned int i = 0; i < sources->len; i++)
    {
      g_autofree char *text = format_source (g_ptr_array_index (sources, i), self->locale, sources->len > MOST_IN_FULL);
      g_autofree char *longer = list != NULL ? ctg_locale_phrase (self->locale, CTG_PHRASE_SOURCES, list, text, NULL) : g_steal_pointer (&text);

      g_free (list);
      list = g_steal_pointer (&longer);
    }
  if (list == NULL)
    return g_strdup ("");

  return ctg_locale_phrase (self->locale, sources->len == 1 ? CTG_PHRASE_SOURCE_PREFIX : CTG_PHRASE_SOURCES_PREFIX, list, NULL);
}

/* The first letter as in the beginning of a sentence. */
static char *
capitalize (const char *text)
{
  g_autoptr(GString) capital = g_string_new (NULL);

  if (*text == '\0')
    return g_strdup ("");

  g_string_append_unichar (capital, g_unichar_totitle (g_utf8_get_char (text)));
  g_string_append (capital, g_utf8_next_char (text));
  return g_string_free (g_steal_pointer (&capital), FALSE);
}

static char *
make_title (const CtgWords *self)
{
  return ctg_locale_translate (self->locale, ctg_dataset_get_title (self->dataset));
}

/* Who is counted, in the dataset's words. */
static char *
make_subtitle (const CtgWords *self)
{
  const char *scope = ctg_dataset_get_scope (self->dataset);
  g_autofree char *translated = scope != NULL ? ctg_locale_translate (self->locale, scope) : g_strdup ("");

  return capitalize (translated);
}

static char *
make_axis_title (const CtgWords *self)
{
  const CtgMeasure *measure = ctg_words_get_series (self, 0)->info;
  g_autofree char *title = ctg_words_dup_count_title (self);

  if (g_str_equal (measure->unit, CTG_UNIT_POINTS))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_POINTS, title, NULL);
  if (ctg_table_get_against (self->table) >= 0 && !g_str_equal (measure->unit, "percent") && !g_str_equal (measure->unit, "years"))
    return g_steal_pointer (&title);
  if (g_str_equal (measure->unit, CTG_UNIT_RANK))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_RANK, title, NULL);

  if (g_str_equal (measure->unit, CTG_UNIT_PER_MILLION) && !ctg_words_same_measure (self) && self->kind->takes_row == NULL)
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_PERSONS_PER_MILLION, NULL);
  if (g_str_equal (measure->unit, "percent"))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_PERCENT, title, NULL);
  if (g_str_equal (measure->unit, "years"))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_YEARS, title, NULL);
  /* A part stands on the axis of its whole. */
  if (g_str_equal (measure->unit, "persons") && !ctg_words_same_measure (self) && !self->kind->part_of_whole)
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_PERSONS, NULL);
  /* The titles of rates say what they are measured in. */
  if (g_str_equal (measure->unit, "persons") || measure->nature == CTG_NATURE_RATE || g_str_equal (measure->unit, "forms"))
    return g_steal_pointer (&title);

  return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_UNIT, title, measure->unit, NULL);
}

static char *
given_or (const char *given,
          char       *made)
{
  if (given == NULL)
    return made;

  g_free (made);
  return g_strdup (given);
}

CtgChartTexts *
ctg_words_make_texts (const CtgChartInput *input,
                      const CtgSelection  *selection)
{
  const CtgSpec *spec = input->spec;
  CtgChartTexts *texts = g_new0 (CtgChartTexts, 1);
  CtgWords words;

  ctg_words_init (&words, input, selection);
  texts->title = given_or (spec->title, make_title (&words));
  texts->subtitle = given_or (spec->subtitle, make_subtitle (&words));
  texts->note = given_or (spec->note, ctg_words_make_note (&words));
  texts->source = given_or (spec->source, make_source (&words));
  texts->axis_title = given_or (spec->axis_title, words.kind->axis_title != NULL ? words.kind->axis_title (&words) : ctg_words_name_scale (&words, make_axis_title (&words)));
  texts->description = ctg_words_make_description (&words, texts->title, texts->source);

  return texts;
}

CtgChartTexts *
ctg_chart_texts_new (const CtgChartInput *input,
                     GError             **error)
{
  g_autoptr(CtgSelection) selection = ctg_selection_new (input, error);

  return selection != NULL ? ctg_words_make_texts (input, selection) : NULL;
}

void
ctg_chart_texts_free (CtgChartTexts *self)
{
  if (self == NULL)
    return;

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->note);
  g_free (self->source);
  g_free (self->axis_title);
  g_free (self->description);
  g_free (self);
}
