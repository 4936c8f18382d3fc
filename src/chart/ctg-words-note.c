/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The note under a figure: what the rows drawn do not show. Sentences that a reader would be misled without come always; what helps to
 * read comes while the note is short. */

#include "chart/ctg-panels.h"
#include "chart/ctg-words-private.h"

#include <math.h>
#include <string.h>

#include "data/ctg-population.h"

/* Optional sentences stop here. */
#define SHORT_NOTE 4
/* A file may have any number of notes on rows. */
#define MOST_ROW_NOTES 6

void
ctg_words_add (GPtrArray *sentences,
               char      *sentence)
{
  if (sentence != NULL && *sentence != '\0')
    g_ptr_array_add (sentences, sentence);
  else
    g_free (sentence);
}

void
ctg_words_add_foreign (const CtgWords *self,
                       GPtrArray      *sentences,
                       const char     *text)
{
  g_autofree char *translated = NULL;

  if (text == NULL || *text == '\0')
    return;

  translated = ctg_locale_translate (self->locale, text);
  if (g_str_has_suffix (translated, ".") || g_str_has_suffix (translated, "。"))
    ctg_words_add (sentences, g_steal_pointer (&translated));
  else
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_SENTENCE, translated, NULL));
}

char *
ctg_words_join (GPtrArray       *sentences,
                const CtgLocale *locale)
{
  g_autofree char *text = g_strdup (sentences->len > 0 ? g_ptr_array_index (sentences, 0) : "");

  for (unsigned int i = 1; i < sentences->len; i++)
    {
      char *longer = ctg_locale_phrase (locale, CTG_PHRASE_SENTENCES, text, g_ptr_array_index (sentences, i), NULL);

      g_free (text);
      text = longer;
    }
  g_ptr_array_unref (sentences);

  return g_steal_pointer (&text);
}

/* What tells a series from all others of the data: a figure of one series says no more of itself than what is counted. */
static char *
dup_own_title (const CtgWords *self,
               unsigned int    series)
{
  unsigned int n;
  g_autofree unsigned int *among = ctg_words_dup_among (self, series, NULL, &n);

  return ctg_table_dup_series_title (self->table, series, among, n, self->locale);
}

static char *
dup_column_title (const CtgWords *self,
                  const char     *column)
{
  static const struct
  {
    const char *column;
    CtgPhrase phrase;
  } titles[] = {
    { "name", CTG_PHRASE_COLUMN_NAME }, { "code", CTG_PHRASE_COLUMN_CODE }, { "region", CTG_PHRASE_COLUMN_REGION },
    { "level", CTG_PHRASE_COLUMN_LEVEL }, { "source", CTG_PHRASE_COLUMN_SOURCE }, { "status", CTG_PHRASE_COLUMN_STATUS },
  };
  int series = ctg_table_find_series (self->table, column);

  for (unsigned int i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      if (g_str_equal (titles[i].column, column))
        return ctg_locale_phrase (self->locale, titles[i].phrase, NULL);
    }

  if (series < 0)
    return g_strdup (column);

  return self->n_series > 1 ? ctg_table_dup_series_title (self->table, series, self->series, self->n_series, self->locale) : dup_own_title (self, series);
}

static char *
dup_condition_value (const CtgWords         *self,
                     const CtgSpecCondition *condition)
{
  const CtgSource *source = ctg_dataset_find_source (self->dataset, condition->value);
  CtgRegion region = ctg_region_from_id (condition->value);
  CtgStatus status;

  if (ctg_table_find_series (self->table, condition->column) >= 0)
    return ctg_condition_format_number (condition->value, self->locale);
  if (g_str_equal (condition->column, "region") && region != CTG_REGION_NONE)
    return ctg_region_get_name (region, self->locale);
  if (g_str_equal (condition->column, "source") && source != NULL)
    return ctg_source_dup_short_name (source, self->locale);
  if (g_str_equal (condition->column, "status") && ctg_status_from_id (condition->value, &status))
    return ctg_status_get_name (status, self->locale);

  return g_strdup (condition->value);
}

/* The values of all conditions on the column of this one; NULL if an earlier one has said them. */
static char *
dup_condition_values (const CtgWords *self,
                      unsigned int    index)
{
  CtgSpecCondition *const *where = self->input->spec->where;
  const char *column = where[index]->column;
  char *values = dup_condition_value (self, where[index]);

  /* Conditions on numbers must all hold. */
  if (ctg_table_find_series (self->table, column) >= 0)
    return values;

  for (unsigned int i = 0; where[i] != NULL; i++)
    {
      g_autofree char *value = NULL;
      char *longer;

      if (i == index || !g_str_equal (where[i]->column, column))
        continue;
      if (i < index)
        {
          g_free (values);
          return NULL;
        }

      value = dup_condition_value (self, where[i]);
      longer = ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_WHERE_OR, values, value, NULL);
      g_free (values);
      values = longer;
    }

  return values;
}

void
ctg_words_add_filter (const CtgWords *self,
                      GPtrArray      *sentences)
{
  const CtgSpec *spec = self->input->spec;
  CtgRegion region = spec->region != NULL ? ctg_region_from_id (spec->region) : CTG_REGION_NONE;

  if (region != CTG_REGION_NONE)
    {
      g_autofree char *name = ctg_region_get_name (region, self->locale);

      ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_ONLY_REGION, name, NULL));
    }
  if (spec->search != NULL && *spec->search != '\0')
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_ONLY_SEARCH, spec->search, NULL));

  for (unsigned int i = 0; spec->where[i] != NULL; i++)
    {
      g_autofree char *column = dup_column_title (self, spec->where[i]->column);
      g_autofree char *values = dup_condition_values (self, i);

      if (values != NULL)
        ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_ONLY_WHERE, column, values, NULL));
    }
}

/* Adds one more estimate to a sum, keeping what is certain and what is possible apart. */
static void
add_estimate (CtgEstimate       *sum,
              const CtgEstimate *estimate,
              bool              *open)
{
  double certain;
  double possible;
  bool open_above;

  ctg_estimate_get_extent (estimate, &certain, &possible, &open_above);
  sum->low += certain;
  sum->high += possible;
  *open = *open || open_above;
  if (estimate->qualifier == CTG_QUALIFIER_ABOUT)
    sum->qualifier = CTG_QUALIFIER_ABOUT;
}

/* The sum over rows from..to of the first series, as far as the numbers allow: a number, a range, or a lower bound. FALSE where adding up would
 * mean nothing. */
static bool
sum_rows (const CtgWords *self,
          unsigned int    from,
          unsigned int    to,
          CtgEstimate    *sum)
{
  const CtgMeasure *measure = ctg_words_get_series (self, 0)->info;
  unsigned int n_reported = 0;
  bool open = false;

  *sum = (CtgEstimate) { NAN, 0, 0, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED };
  if (!self->places || measure->overlaps || measure->nature == CTG_NATURE_RATE || measure->nature == CTG_NATURE_SHARE)
    return false;

  for (unsigned int i = from; i < to; i++)
    {
      const CtgEstimate *estimate = ctg_words_get_estimate (self, i, 0);

      if (!ctg_estimate_is_reported (estimate))
        continue;
      add_estimate (sum, estimate, &open);
      n_reported++;
    }

  if (open)
    {
      sum->qualifier = CTG_QUALIFIER_AT_LEAST;
      sum->high = NAN;
    }
  else if (sum->low != sum->high)
    {
      sum->qualifier = CTG_QUALIFIER_RANGE;
    }
  else
    {
      sum->value = sum->low;
      sum->low = sum->high = NAN;
    }
  return n_reported > 0;
}

void
ctg_words_add_more (const CtgWords *self,
                    GPtrArray      *sentences,
                    bool            running_on)
{
  typedef enum { PLAIN, MEASURE, OFFICIAL, NON_OFFICIAL, TOTAL } Form;
  static const CtgPhrase phrases[][2] = {
    [PLAIN] = { CTG_PHRASE_ALT_MORE, CTG_PHRASE_NOTE_MORE },
    [MEASURE] = { CTG_PHRASE_ALT_MORE_MEASURE, CTG_PHRASE_NOTE_MORE_MEASURE },
    [OFFICIAL] = { CTG_PHRASE_ALT_MORE_OFFICIAL, CTG_PHRASE_NOTE_MORE_OFFICIAL },
    [NON_OFFICIAL] = { CTG_PHRASE_ALT_MORE_NON_OFFICIAL, CTG_PHRASE_NOTE_MORE_NON_OFFICIAL },
    [TOTAL] = { CTG_PHRASE_ALT_MORE_TOTAL, CTG_PHRASE_NOTE_MORE_TOTAL },
  };
  unsigned int n_more = self->n_drawable - self->n_drawn;
  CtgStatus status = self->input->spec->rule == CTG_SPEC_RULE_OFFICIAL_FIRST ? CTG_STATUS_ESTIMATE : ctg_words_get_series (self, 0)->status;
  g_autofree char *total = NULL;
  CtgEstimate sum;

  if (n_more == 0)
    return;
  if (!sum_rows (self, self->n_drawn, self->n_drawable, &sum))
    {
      ctg_words_add (sentences, ctg_locale_phrase_plural (self->locale, phrases[PLAIN][running_on], n_more, NULL));
      return;
    }

  total = ctg_estimate_format (&sum, self->locale);
  if (self->n_series > 1 && !ctg_words_same_measure (self))
    {
      g_autofree char *measure = ctg_locale_translate (self->locale, ctg_words_get_series (self, 0)->info->title);

      ctg_words_add (sentences, ctg_locale_phrase_plural (self->locale, phrases[MEASURE][running_on], n_more, measure, total, NULL));
      return;
    }

  Form form = status == CTG_STATUS_OFFICIAL ? OFFICIAL : status == CTG_STATUS_NON_OFFICIAL ? NON_OFFICIAL : TOTAL;

  ctg_words_add (sentences, ctg_locale_phrase_plural (self->locale, phrases[form][running_on], n_more, total, NULL));
}

void
ctg_words_add_sums (const CtgWords *self,
                    GPtrArray      *sentences)
{
  for (unsigned int s = 0; s < self->n_series; s++)
    {
      CtgWords single = *self;
      CtgEstimate sum;

      single.series = &self->series[s];
      single.n_series = 1;
      single.estimates = NULL;
      if (!sum_rows (&single, 0, self->n_drawn, &sum))
        continue;

      g_autofree char *total = ctg_estimate_format (&sum, self->locale);
      g_autofree char *sentence = ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_SUM, total, NULL);
      g_autofree char *title = ctg_words_dup_series_title (self, s);

      ctg_words_add (sentences, self->n_series == 1 ? g_steal_pointer (&sentence)
                                                    : ctg_locale_phrase (self->locale, CTG_PHRASE_OF_SERIES, title, sentence, NULL));
    }
}

/* The names of rows, at most as many as a reader takes in, then how many more. */
static char *
list_names (const CtgWords *self,
            GArray         *rows)
{
  enum { MOST = 8 };
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (unsigned int k = 0; k < rows->len && k < MOST; k++)
    g_ptr_array_add (names, g_strdup (ctg_words_get_name (self, g_array_index (rows, unsigned int, k))));
  if (rows->len > MOST)
    g_ptr_array_add (names, ctg_locale_phrase_plural (self->locale, CTG_PHRASE_LIST_MORE, rows->len - MOST, NULL));
  g_ptr_array_add (names, NULL);

  return ctg_locale_format_list (self->locale, (const char *const *) names->pdata);
}

/* Rows without any number in the series drawn are told by "not reported". */
static bool
row_has_numbers (const CtgWords *self,
                 unsigned int    i)
{
  for (unsigned int s = 0; s < self->n_series; s++)
    {
      if (ctg_estimate_is_reported (ctg_words_get_estimate (self, i, s)))
        return true;
    }

  return false;
}

void
ctg_words_add_highlight (const CtgWords *self,
                         GPtrArray      *sentences)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  g_autofree char *names = NULL;

  for (unsigned int i = 0; i < self->n_drawn && self->input->spec->highlight[0] != NULL; i++)
    {
      if (ctg_highlight_has_row (self->input->spec, ctg_table_get_row (self->table, self->rows[i])))
        g_array_append_val (rows, i);
    }
  if (rows->len == 0)
    return;

  names = list_names (self, rows);
  ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_HIGHLIGHTED, names, NULL));
}

static void
add_not_drawn (const CtgWords *self,
               GPtrArray      *sentences)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  g_autofree char *names = NULL;

  for (unsigned int i = self->n_drawable; i < self->n_rows; i++)
    {
      if (row_has_numbers (self, i))
        g_array_append_val (rows, i);
    }
  if (rows->len == 0)
    return;

  names = list_names (self, rows);
  ctg_words_add (sentences, ctg_locale_phrase (self->locale, self->kind->note_rows, names, NULL));
}

/* Doubtful numbers of a series. The series is named where the other numbers of the rows are drawn. */
static void
add_doubtful (const CtgWords *self,
              GPtrArray      *sentences,
              unsigned int    s)
{
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  g_autofree char *names = NULL;
  g_autofree char *title = ctg_words_dup_running_title (self, s);
  bool whole_rows = true;

  for (unsigned int i = 0; i < self->n_rows; i++)
    {
      if (!ctg_words_is_doubtful (self, i, s))
        continue;
      g_array_append_val (rows, i);
      whole_rows = whole_rows && !row_has_numbers (self, i);
    }
  if (rows->len == 0)
    return;

  names = list_names (self, rows);
  if (whole_rows)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_DOUBTFUL, names, NULL));
  else
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_DOUBTFUL_SERIES, title, names, NULL));
}

void
ctg_words_add_left_out (const CtgWords *self,
                        GPtrArray      *sentences)
{
  add_not_drawn (self, sentences);
  for (unsigned int s = 0; s < self->n_series; s++)
    add_doubtful (self, sentences, s);
}

void
ctg_words_add_missing (const CtgWords *self,
                       GPtrArray      *sentences,
                       unsigned int    n)
{
  g_autofree char *of = ctg_locale_format_number (self->locale, n, 0);

  /* A statement or a category speaks of one measure; that it says nothing of another is no gap. */
  if (!self->places || self->kind->skips_missing)
    return;

  for (unsigned int s = 0; s < self->n_series; s++)
    {
      unsigned int n_missing = ctg_words_count_missing (self, s, n);
      g_autofree char *title = ctg_words_dup_series_title (self, s);
      g_autofree char *sentence = ctg_locale_phrase_plural (self->locale, CTG_PHRASE_MISSING_COUNTRIES, n_missing, of, NULL);

      if (n_missing == 0)
        continue;
      if (self->n_series == 1)
        ctg_words_add (sentences, g_steal_pointer (&sentence));
      else
        ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_OF_SERIES, title, sentence, NULL));
    }
}

void
ctg_words_add_nature (const CtgWords *self,
                      GPtrArray      *sentences)
{
  /* What the source counts, also where it is drawn as a rate. */
  const CtgMeasure *measure = ctg_dataset_find_measure (self->dataset, ctg_words_get_series (self, 0)->measure);
  const char *partial = ctg_dataset_get_partial_note (self->dataset);

  if (partial != NULL)
    {
      g_autofree char *translated = ctg_locale_translate (self->locale, partial);
      g_autofree char *text = ctg_locale_phrase (self->locale, CTG_PHRASE_PARTIAL_DATA, translated, NULL);

      ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_SENTENCE, text, NULL));
    }

  if (measure->overlaps)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_OVERLAPS, NULL));
  else if (measure->nature == CTG_NATURE_STOCK && g_str_equal (measure->unit, "persons"))
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_STOCK, NULL));
  else if (measure->nature == CTG_NATURE_LIST && g_str_equal (measure->unit, "persons"))
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_LIST, NULL));
}

/* Whether the rule had to choose in any cell drawn. */
static bool
rule_matters (const CtgWords *self)
{
  if (!ctg_table_has_choices (self->table))
    return false;

  for (unsigned int i = 0; i < self->n_drawn; i++)
    {
      for (unsigned int s = 0; s < self->n_series; s++)
        {
          if (ctg_table_count_claims (self->table, self->rows[i], self->series[s]) > 1)
            return true;
        }
    }

  return false;
}

static void
add_rule (const CtgWords *self,
          GPtrArray      *sentences)
{
  static const CtgPhrase phrases[] = {
    [CTG_SPEC_RULE_FIRST] = CTG_PHRASE_RULE_FIRST,
    [CTG_SPEC_RULE_LATEST] = CTG_PHRASE_RULE_LATEST,
    [CTG_SPEC_RULE_OFFICIAL_FIRST] = CTG_PHRASE_RULE_OFFICIAL_FIRST,
    [CTG_SPEC_RULE_LOWEST] = CTG_PHRASE_RULE_LOWEST,
    [CTG_SPEC_RULE_HIGHEST] = CTG_PHRASE_RULE_HIGHEST,
    [CTG_SPEC_RULE_FULL_SPAN] = CTG_PHRASE_RULE_FULL_SPAN,
  };

  if (rule_matters (self))
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, phrases[self->input->spec->rule], NULL));
}

/* Ranges are then what was computed, which no source gives. */
static bool
is_computed (const CtgWords *self)
{
  return ctg_table_get_derivation (self->table)->derive != CTG_DERIVE_NONE || ctg_words_get_series (self, 0)->is_share;
}

/* How ranges and bounds are drawn, where there are any. */
static void
add_marks (const CtgWords *self,
           GPtrArray      *sentences)
{
  bool range = false;
  bool open = false;

  for (unsigned int i = 0; i < self->n_drawn; i++)
    {
      for (unsigned int s = 0; s < self->n_series; s++)
        {
          const CtgEstimate *estimate = ctg_words_get_estimate (self, i, s);
          double certain;
          double possible;
          bool open_above = false;

          if (!ctg_estimate_is_reported (estimate))
            continue;
          ctg_estimate_get_extent (estimate, &certain, &possible, &open_above);
          range = range || possible > certain;
          open = open || open_above;
        }
    }

  if (range && !self->kind->points)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, is_computed (self) ? CTG_PHRASE_NOTE_MARK_POSSIBLE : CTG_PHRASE_NOTE_MARK_RANGE, NULL));
  if (open)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_MARK_OPEN, NULL));
}

/* What the dataset says of the columns drawn, each measure once. */
static void
add_measure_notes (const CtgWords *self,
                   GPtrArray      *sentences)
{
  for (unsigned int s = 0; s < self->n_series; s++)
    {
      const CtgMeasure *measure = ctg_words_get_series (self, s)->info;
      bool repeated = false;

      for (unsigned int k = 0; k < s; k++)
        repeated = repeated || ctg_words_get_series (self, k)->info == measure;
      for (unsigned int k = 0; !repeated && measure->notes != NULL && measure->notes[k] != NULL && sentences->len < SHORT_NOTE; k++)
        ctg_words_add_foreign (self, sentences, measure->notes[k]);
    }
}

/* The ids of all claims that the cells drawn stand for. */
static GHashTable *
collect_drawn_claims (const CtgWords *self)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned int i = 0; i < self->n_drawn; i++)
    for (unsigned int s = 0; s < self->n_series; s++)
      {
        g_autoptr(GPtrArray) claims = NULL;

        if (!ctg_estimate_is_reported (ctg_words_get_estimate (self, i, s)))
          continue;
        claims = ctg_table_get_claims (self->table, self->rows[i], self->series[s]);
        for (unsigned int k = 0; k < claims->len; k++)
          {
            const CtgClaim *claim = g_ptr_array_index (claims, k);

            if (claim->id != NULL)
              g_hash_table_add (ids, (gpointer) claim->id);
          }
      }

  return ids;
}

/* What the dataset says of the rows drawn. A reader of these rows would be misled without it, so that it does not wait for room. */
static void
add_row_notes (const CtgWords *self,
               GPtrArray      *sentences)
{
  unsigned int n_notes = ctg_dataset_get_n_row_notes (self->dataset);
  g_autoptr(GHashTable) drawn = n_notes > 0 ? collect_drawn_claims (self) : NULL;
  unsigned int n_added = 0;

  for (unsigned int i = 0; i < n_notes && n_added < MOST_ROW_NOTES; i++)
    {
      const CtgRowNote *row_note = ctg_dataset_get_row_note (self->dataset, i);
      bool wanted = false;

      for (unsigned int k = 0; !wanted && row_note->claims[k] != NULL; k++)
        wanted = g_hash_table_contains (drawn, row_note->claims[k]);
      if (!wanted)
        continue;
      ctg_words_add_foreign (self, sentences, row_note->note);
      n_added++;
    }
}

/* How what is drawn was computed, and from what. */
static void
add_derivation (const CtgWords *self,
                GPtrArray      *sentences)
{
  static const CtgPhrase phrases[] = {
    [CTG_DERIVE_DIFFERENCE] = CTG_PHRASE_NOTE_DIFFERENCES, [CTG_DERIVE_RATIO] = CTG_PHRASE_NOTE_RATIOS, [CTG_DERIVE_RANK] = CTG_PHRASE_NOTE_RANKS,
  };
  const CtgDerivation *derivation = ctg_table_get_derivation (self->table);
  g_autofree char *year = g_strdup_printf ("%u", ctg_population_get_year ());
  bool rates = false;
  bool shares = false;

  for (unsigned int s = 0; s < self->n_series; s++)
    {
      const CtgSeries *series = ctg_words_get_series (self, s);

      shares = shares || series->is_share;
      rates = rates || (derivation->per == CTG_PER_MILLION &&
                        g_strcmp0 (ctg_dataset_find_measure (self->dataset, series->measure)->unit, "persons") == 0);
    }
  if (rates)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_PER_MILLION, year, NULL));
  if (shares)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_SHARE_OF_TOTAL, NULL));
  if (derivation->derive != CTG_DERIVE_NONE)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, phrases[derivation->derive], NULL));
}

/* Whether numbers of different panels may be compared by eye. */
static void
add_panels (const CtgWords *self,
            GPtrArray      *sentences)
{
  g_autoptr(GPtrArray) parts = ctg_panels_split (self->input, self->kind, self->rows, self->n_drawn, self->series, self->n_series);
  bool shared = self->input->spec->panels_scales == CTG_PANELS_SCALES_SHARED;

  if (parts != NULL && !self->kind->has_no_scale)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, shared ? CTG_PHRASE_NOTE_PANELS_SHARED : CTG_PHRASE_NOTE_PANELS_FREE, NULL));
}

char *
ctg_words_make_note (const CtgWords *self)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);

  ctg_words_add_more (self, sentences, true);
  ctg_words_add_filter (self, sentences);
  add_panels (self, sentences);
  ctg_words_add_left_out (self, sentences);
  ctg_words_add_missing (self, sentences, self->n_drawn);
  add_derivation (self, sentences);
  ctg_words_add_nature (self, sentences);
  add_rule (self, sentences);
  ctg_words_add_scale (self, sentences);
  /* Where no legend says it. */
  if (self->kind->measure_legend != NULL || self->input->spec->legend == CTG_LEGEND_NONE)
    ctg_words_add_highlight (self, sentences);
  if (self->kind->note != NULL)
    self->kind->note (self, sentences);
  if (sentences->len < SHORT_NOTE && self->kind->key == NULL)
    add_marks (self, sentences);
  add_row_notes (self, sentences);
  add_measure_notes (self, sentences);

  return ctg_words_join (sentences, self->locale);
}
