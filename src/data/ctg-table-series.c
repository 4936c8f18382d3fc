/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Series by their ids, and the least that tells some of them apart. It must not look at numbers. */

#include <string.h>

#include "data/ctg-table-private.h"

/* "measure", "measure.status", each also with "@source", cut in its parts. */
typedef struct
{
  char *measure;
  const char *source; /* nullable; points into measure's text */
  bool has_status;
  CtgStatus status;
} SeriesId;

static SeriesId
parse_id (const char *text)
{
  SeriesId id = { .measure = g_strdup (text) };
  char *at = strchr (id.measure, '@');

  if (at != NULL)
    {
      *at = '\0';
      id.source = at + 1;
    }

  char *dot = strrchr (id.measure, '.');

  if (dot != NULL && ctg_status_from_id (dot + 1, &id.status))
    {
      *dot = '\0';
      id.has_status = TRUE;
    }

  return id;
}

static bool
id_matches (const CtgTable  *self,
            const SeriesId  *id,
            const CtgSeries *series)
{
  if (strcmp (id->measure, series->measure) != 0)
    return FALSE;
  /* With official first, one series stands for all statuses. */
  if (id->has_status && id->status != series->status && self->rule != CTG_RULE_OFFICIAL_FIRST)
    return FALSE;
  if (id->source == NULL)
    return TRUE;
  if (series->source != NULL)
    return strcmp (id->source, series->source) == 0;

  return ctg_dataset_find_source (self->dataset, id->source) != NULL;
}

int
ctg_table_find_series (const CtgTable *self,
                       const char     *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, -1);

  int found = ctg_text_index_find (self->series_index, id);

  if (found >= 0)
    return found;

  SeriesId parts = parse_id (id);
  g_autofree char *owned = parts.measure;

  for (unsigned int i = 0; i < self->series->len; i++)
    if (id_matches (self, &parts, &g_array_index (self->series, CtgSeries, i)))
      {
        if (found >= 0)
          return -1;
        found = i;
      }

  return found;
}

/* What of a series goes into its title. */
typedef struct
{
  bool measure;
  bool status;
  bool source;
} TitleParts;

/* What was computed of the measure is said with its name; a comparison names both of its sides instead. */
static char *
dup_measure_title (const CtgTable  *self,
                   const CtgSeries *series,
                   const CtgLocale *locale)
{
  bool is_rate = self->derivation.per == CTG_PER_MILLION && self->measures != NULL &&
                 g_strcmp0 (ctg_dataset_find_measure (self->dataset, series->measure)->unit, "persons") == 0;
  g_autofree char *counted = ctg_locale_translate (locale, series->info->title);
  g_autofree char *divided = is_rate ? ctg_locale_phrase (locale, CTG_PHRASE_PER_MILLION, counted, NULL)
                             : series->is_share ? ctg_locale_phrase (locale, CTG_PHRASE_SHARE_OF_TOTAL, counted, NULL) : g_steal_pointer (&counted);

  return self->derivation.derive == CTG_DERIVE_RANK ? ctg_locale_phrase (locale, CTG_PHRASE_RANK_OF, divided, NULL) : g_steal_pointer (&divided);
}

char *
ctg_table_dup_measure_title (const CtgTable  *self,
                             unsigned int     series,
                             const CtgLocale *locale)
{
  g_return_val_if_fail (self != NULL && series < self->series->len && locale != NULL, NULL);

  return dup_measure_title (self, &g_array_index (self->series, CtgSeries, series), locale);
}

static char *
make_title (const CtgTable  *self,
            const CtgSeries *series,
            TitleParts       parts,
            const CtgLocale *locale)
{
  static const CtgPhrase with_status[] = { CTG_PHRASE_SERIES_OFFICIAL, CTG_PHRASE_SERIES_NON_OFFICIAL, CTG_PHRASE_SERIES_ESTIMATE };
  const CtgSource *source = parts.source && series->source != NULL ? ctg_dataset_find_source (self->dataset, series->source) : NULL;
  g_autofree char *source_name = source != NULL ? ctg_source_dup_short_name (source, locale) : NULL;
  g_autofree char *measure = dup_measure_title (self, series, locale);
  g_autofree char *title = NULL;

  if (parts.measure && source != NULL)
    title = ctg_locale_phrase (locale, CTG_PHRASE_SERIES_SOURCE, measure, source_name, NULL);
  else if (parts.measure)
    title = g_strdup (measure);
  else if (source != NULL)
    title = g_steal_pointer (&source_name);

  if (title == NULL)
    return ctg_status_get_name (series->status, locale);

  return parts.status ? ctg_locale_phrase (locale, with_status[series->status], title, NULL) : g_steal_pointer (&title);
}

/* What differs among the series; the status only where nothing else tells two of them apart, and of a series that its source tells from all
 * others not even then. */
static TitleParts
find_parts (const CtgTable     *self,
            unsigned int        series,
            const unsigned int *among,
            unsigned int        n_among)
{
  const CtgSeries *first = ctg_table_get_series (self, among[0]);
  const CtgSeries *own = ctg_table_get_series (self, series);
  bool source_tells = TRUE;
  TitleParts parts = { FALSE };

  for (unsigned int i = 0; i < n_among; i++)
    {
      const CtgSeries *a = ctg_table_get_series (self, among[i]);

      parts.measure = parts.measure || strcmp (a->measure, first->measure) != 0;
      parts.source = parts.source || g_strcmp0 (a->source, first->source) != 0;
      source_tells = source_tells && (a == own || g_strcmp0 (a->source, own->source) != 0);
      for (unsigned int j = 0; j < i; j++)
        {
          const CtgSeries *b = ctg_table_get_series (self, among[j]);

          parts.status = parts.status || (a != b && strcmp (a->measure, b->measure) == 0 && g_strcmp0 (a->source, b->source) == 0);
        }
    }
  if (!parts.status && !parts.source)
    parts.measure = TRUE;
  parts.status = parts.status && !source_tells;

  return parts;
}

/* Both sides of a comparison, each told apart from the other and from all that stand beside it; what both count is said once. */
static char *
make_comparison (const CtgTable     *self,
                 unsigned int        series,
                 const unsigned int *among,
                 unsigned int        n_among,
                 const CtgLocale    *locale)
{
  const CtgSeries *own = &g_array_index (self->series, CtgSeries, series);
  const CtgSeries *other = &g_array_index (self->series, CtgSeries, self->against);
  CtgPhrase phrase = self->derivation.derive == CTG_DERIVE_RATIO ? CTG_PHRASE_RATIO_OF : CTG_PHRASE_DIFFERENCE_OF;
  unsigned int both[] = { series, self->against };
  g_autofree unsigned int *all = g_new (unsigned int, n_among + 1);
  bool same_measure = g_str_equal (own->measure, other->measure);

  memcpy (all, among, n_among * sizeof *among);
  all[n_among] = self->against;

  TitleParts parts = find_parts (self, series, all, n_among + 1);
  bool says_measure = same_measure && parts.measure;

  if (says_measure)
    parts = find_parts (self, series, both, 2);

  g_autofree char *a = make_title (self, own, parts, locale);
  g_autofree char *b = make_title (self, other, says_measure ? parts : find_parts (self, self->against, all, n_among + 1), locale);
  g_autofree char *title = ctg_locale_phrase (locale, phrase, a, b, NULL);

  if (!says_measure)
    return g_steal_pointer (&title);

  g_autofree char *measure = dup_measure_title (self, own, locale);

  return ctg_locale_phrase (locale, CTG_PHRASE_OF_SERIES, measure, title, NULL);
}

char *
ctg_table_dup_series_name (const CtgTable     *self,
                           unsigned int        series,
                           const unsigned int *among,
                           unsigned int        n_among,
                           const CtgLocale    *locale)
{
  g_return_val_if_fail (self != NULL && series < self->series->len && locale != NULL, NULL);

  if (n_among == 0)
    {
      among = &series;
      n_among = 1;
    }

  return make_title (self, &g_array_index (self->series, CtgSeries, series), find_parts (self, series, among, n_among), locale);
}

char *
ctg_table_dup_series_title (const CtgTable     *self,
                            unsigned int        series,
                            const unsigned int *among,
                            unsigned int        n_among,
                            const CtgLocale    *locale)
{
  g_return_val_if_fail (self != NULL && series < self->series->len && locale != NULL, NULL);

  if (self->derivation.against == NULL || series == self->against)
    return ctg_table_dup_series_name (self, series, among, n_among, locale);

  return n_among == 0 ? make_comparison (self, series, &series, 1, locale) : make_comparison (self, series, among, n_among, locale);
}
