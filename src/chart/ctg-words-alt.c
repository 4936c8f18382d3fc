/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The alternative text of a figure: kind, what is counted, how much of it, who leads, extremes, what is missing, how partial, source. For someone
 * who does not see the figure it must say the same as the figure, and no more. */

#include "chart/ctg-panels.h"
#include "chart/ctg-words-private.h"

#include <math.h>
#include <string.h>

#define N_LEADERS 4

static char *
format (const CtgWords *self,
        unsigned int    i,
        unsigned int    s)
{
  return ctg_words_format_value (ctg_words_get_estimate (self, i, s), ctg_words_get_series (self, s)->info, self->locale);
}

/* "Shown: people who travelled (official and non-official)." */
static void
add_measures (const CtgWords *self,
              GPtrArray      *sentences)
{
  g_autofree char *measure = ctg_words_dup_measure_title (self, 0);
  g_autoptr(GPtrArray) titles = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (unsigned int s = 0; s < self->n_series; s++)
    g_ptr_array_add (titles, ctg_words_same_measure (self) ? ctg_words_dup_running_title (self, s) : ctg_words_dup_series_title (self, s));
  g_ptr_array_add (titles, NULL);
  list = ctg_locale_format_list (self->locale, (const char *const *) titles->pdata);

  if (self->n_series == 1)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_SHOWN, measure, NULL));
  else if (ctg_words_same_measure (self))
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_SHOWN_SERIES, measure, list, NULL));
  else
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_SHOWN, list, NULL));
}

static void
add_extent (const CtgWords *self,
            GPtrArray      *sentences)
{
  unsigned int n_all = ctg_table_get_n_rows (self->table) - ctg_table_get_n_aggregates (self->table);
  g_autofree char *all = ctg_locale_format_number (self->locale, n_all, 0);

  if (self->n_drawn == n_all)
    ctg_words_add (sentences,
                   ctg_locale_phrase_plural (self->locale, self->places ? CTG_PHRASE_ALT_ALL_COUNTRIES : CTG_PHRASE_ALT_ALL_ROWS, n_all, NULL));
  else
    ctg_words_add (sentences,
                   ctg_locale_phrase_plural (self->locale, self->places ? CTG_PHRASE_ALT_SOME_COUNTRIES : CTG_PHRASE_ALT_SOME_ROWS, self->n_drawn, all, NULL));
}

/* What a number leads by: the first of ranks is the smallest. */
static double
get_standing (const CtgWords *self,
              unsigned int    i,
              unsigned int    s)
{
  double number = ctg_estimate_get_rank (ctg_words_get_estimate (self, i, s));

  return ctg_table_get_derivation (self->table)->derive == CTG_DERIVE_RANK ? -number : number;
}

/* The first rows drawn by their numbers in the series, highest first; equal ones in the order drawn. One pass, however many rows there are. */
static GArray *
rank_rows (const CtgWords *self,
           unsigned int    s)
{
  GArray *ranked = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  double ranks[N_LEADERS + 1];

  for (unsigned int i = 0; i < self->n_drawn; i++)
    {
      double rank = get_standing (self, i, s);
      unsigned int place = ranked->len;

      if (isnan (rank))
        continue;
      while (place > 0 && ranks[place - 1] < rank)
        place--;
      if (place == N_LEADERS)
        continue;
      memmove (&ranks[place + 1], &ranks[place], (ranked->len - place) * sizeof *ranks);
      ranks[place] = rank;
      g_array_insert_val (ranked, place, i);
      g_array_set_size (ranked, MIN (ranked->len, N_LEADERS));
    }

  return ranked;
}

static char *
describe_leaders (const CtgWords *self,
                  unsigned int    s,
                  GArray         *ranked)
{
  unsigned int first = g_array_index (ranked, unsigned int, 0);
  g_autofree char *value = format (self, first, s);
  const char *name = ctg_words_get_name (self, first);
  g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (unsigned int k = 1; k < MIN (ranked->len, N_LEADERS - 1u); k++)
    {
      unsigned int i = g_array_index (ranked, unsigned int, k);
      g_autofree char *text = format (self, i, s);

      g_ptr_array_add (others, ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_WITH, ctg_words_get_name (self, i), text, NULL));
    }
  g_ptr_array_add (others, NULL);
  list = ctg_locale_format_list (self->locale, (const char *const *) others->pdata);

  if (others->len == 1)
    return ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_ONLY, name, value, NULL);

  return ctg_locale_phrase (self->locale, self->places ? CTG_PHRASE_ALT_LEADS : CTG_PHRASE_ALT_HIGHEST, name, value, list, NULL);
}

static bool
same_estimate (const CtgEstimate *a,
               const CtgEstimate *b)
{
  return a->qualifier == b->qualifier && ctg_estimate_get_rank (a) == ctg_estimate_get_rank (b);
}

/* The lowest number drawn, and how many rows share it. */
static char *
describe_lowest (const CtgWords *self,
                 unsigned int    s)
{
  unsigned int lowest = 0;
  double least = INFINITY;
  unsigned int n_sharing = 0;
  g_autofree char *value = NULL;

  for (unsigned int i = 0; i < self->n_drawn; i++)
    {
      double rank = get_standing (self, i, s);

      if (rank < least)
        {
          least = rank;
          lowest = i;
        }
    }
  for (unsigned int i = 0; i < self->n_drawn; i++)
    n_sharing += same_estimate (ctg_words_get_estimate (self, i, s), ctg_words_get_estimate (self, lowest, s));

  value = format (self, lowest, s);
  if (n_sharing > 1)
    return ctg_locale_phrase_plural (self->locale, self->places ? CTG_PHRASE_ALT_LOWEST_COUNTRIES : CTG_PHRASE_ALT_LOWEST_ROWS, n_sharing, value, NULL);

  return ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_LOWEST, ctg_words_get_name (self, lowest), value, NULL);
}

void
ctg_words_add_extremes (const CtgWords *self,
                        GPtrArray      *sentences)
{
  enum { MOST_SERIES = 4 };

  for (unsigned int s = 0; s < MIN (self->n_series, MOST_SERIES); s++)
    {
      g_autoptr(GArray) ranked = rank_rows (self, s);
      g_autofree char *title = ctg_words_dup_series_title (self, s);
      g_autofree char *leaders = ranked->len > 0 ? describe_leaders (self, s, ranked) : NULL;

      if (leaders == NULL)
        continue;
      if (self->n_series == 1)
        ctg_words_add (sentences, g_steal_pointer (&leaders));
      else
        ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_OF_SERIES, title, leaders, NULL));
      if (ranked->len == N_LEADERS)
        ctg_words_add (sentences, describe_lowest (self, s));
    }
}

void
ctg_words_add_difference (const CtgWords *self,
                          GPtrArray      *sentences)
{
  double largest = 0;
  unsigned int where = 0;
  unsigned int n = 0;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;

  if (self->n_series != 2 || !ctg_words_same_measure (self))
    return;

  for (unsigned int i = 0; i < self->n_drawn; i++)
    {
      double difference = fabs (ctg_estimate_get_rank (ctg_words_get_estimate (self, i, 0)) - ctg_estimate_get_rank (ctg_words_get_estimate (self, i, 1)));

      n += isfinite (difference);
      if (difference > largest)
        {
          largest = difference;
          where = i;
        }
    }
  if (largest == 0 || n < 2)
    return;

  a = format (self, where, 0);
  b = format (self, where, 1);
  ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_DIFFERENCE, ctg_words_get_name (self, where), a, b, NULL));
}

/* Lines and bands, with the values of those that are called something else. */
static void
add_references_of (const CtgWords          *self,
                   CtgSpecReference *const *references,
                   CtgPhrase                phrase,
                   GPtrArray               *sentences)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;

  for (unsigned int k = 0; references[k] != NULL; k++)
    {
      const CtgSpecReference *reference = references[k];
      g_autofree char *from = ctg_locale_format_number (self->locale, reference->value, 3);
      g_autofree char *to = isfinite (reference->to) ? ctg_locale_format_number (self->locale, reference->to, 3) : NULL;
      g_autofree char *value = to != NULL ? ctg_locale_phrase (self->locale, CTG_PHRASE_VALUE_RANGE, from, to, NULL) : g_strdup (from);

      g_ptr_array_add (items, *reference->label != '\0' ? ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_REFERENCE_LINE, reference->label, value, NULL)
                                                        : g_steal_pointer (&value));
    }
  if (items->len == 0)
    return;

  g_ptr_array_add (items, NULL);
  list = ctg_locale_format_list (self->locale, (const char *const *) items->pdata);
  ctg_words_add (sentences, ctg_locale_phrase (self->locale, phrase, list, NULL));
}

static void
add_references (const CtgWords *self,
                GPtrArray      *sentences)
{
  if (self->kind->draw_plot == NULL || self->kind->references)
    add_references_of (self, self->input->spec->references, CTG_PHRASE_ALT_REFERENCES, sentences);
  if (self->kind->x_axis)
    add_references_of (self, self->input->spec->x_references, CTG_PHRASE_ALT_X_REFERENCES, sentences);
}

static void
add_annotations (const CtgWords *self,
                 GPtrArray      *sentences)
{
  for (unsigned int k = 0; self->input->spec->annotations[k] != NULL; k++)
    {
      const CtgSpecAnnotation *annotation = self->input->spec->annotations[k];
      int row = ctg_table_find_row (self->table, annotation->row);

      for (unsigned int i = 0; i < self->n_drawn && row >= 0; i++)
        {
          if (self->rows[i] != (unsigned int) row)
            continue;

          g_autofree char *sentence = ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_ANNOTATION, ctg_words_get_name (self, i), annotation->text, NULL);

          ctg_words_add_foreign (self, sentences, sentence);
        }
    }
}

static void
describe (const CtgWords *self,
          GPtrArray      *sentences)
{
  if (self->kind->describe_marks != NULL && self->whole == NULL)
    self->kind->describe_marks (self, sentences);
  if (self->kind->describe != NULL)
    self->kind->describe (self, sentences);
  else
    {
      ctg_words_add_extremes (self, sentences);
      ctg_words_add_difference (self, sentences);
    }
}

/* The words of some of the rows. */
static CtgWords
get_words_of (const CtgWords     *self,
              const unsigned int *rows,
              unsigned int        n_rows)
{
  CtgWords panel = *self;

  panel.whole = self;
  panel.rows = rows;
  panel.estimates = NULL;
  panel.n_rows = panel.n_drawable = panel.n_drawn = n_rows;

  return panel;
}

/* Sentences after the name of what they are said of; consumes the list. */
static void
add_named (const CtgWords *self,
           const char     *title,
           GPtrArray      *own,
           GPtrArray      *sentences)
{
  g_autofree char *text = ctg_words_join (own, self->locale);

  if (*text != '\0')
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_OF_SERIES, title, text, NULL));
}

/* The panels from the first on, as if they were one. What different sources or statuses say is not put together. */
static void
describe_others (const CtgWords *self,
                 GPtrArray      *parts,
                 unsigned int    first,
                 GPtrArray      *sentences)
{
  unsigned int n = parts->len - first;
  g_autofree char *title = ctg_locale_phrase_plural (self->locale, CTG_PHRASE_ALT_OTHER_PANELS, n, NULL);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  g_autoptr(GPtrArray) own = g_ptr_array_new_with_free_func (g_free);

  if (ctg_panels_split_series (self->input))
    {
      ctg_words_add (sentences, ctg_locale_phrase_plural (self->locale, CTG_PHRASE_ALT_MORE_PANELS, n, NULL));
      return;
    }

  for (unsigned int p = first; p < parts->len; p++)
    {
      const CtgPanelPart *part = g_ptr_array_index (parts, p);

      g_array_append_vals (rows, part->rows, part->n_rows);
    }

  CtgWords others = get_words_of (self, (const unsigned int *) (const void *) rows->data, rows->len);

  ctg_words_add (own, ctg_locale_phrase_plural (self->locale, self->places ? CTG_PHRASE_ALT_ALL_COUNTRIES : CTG_PHRASE_ALT_ALL_ROWS, rows->len, NULL));
  describe (&others, own);
  ctg_words_add_sums (&others, own);
  add_named (self, title, g_steal_pointer (&own), sentences);
}

/* Which panels there are, and what each of them says; after some, what the others say together. */
static void
describe_panels (const CtgWords *self,
                 GPtrArray      *parts,
                 GPtrArray      *sentences)
{
  /* What is not put together has to be told, but not for ever. */
  unsigned int most = ctg_panels_split_series (self->input) ? 12 : 8;
  unsigned int n_described = parts->len <= most + 1 ? parts->len : most;
  g_autoptr(GPtrArray) titles = g_ptr_array_new ();
  g_autofree char *list = NULL;

  for (unsigned int p = 0; p < parts->len; p++)
    g_ptr_array_add (titles, ((CtgPanelPart *) g_ptr_array_index (parts, p))->title);
  g_ptr_array_add (titles, NULL);
  list = ctg_locale_format_list (self->locale, (const char *const *) titles->pdata);
  ctg_words_add (sentences, ctg_locale_phrase_plural (self->locale, CTG_PHRASE_ALT_PANELS, parts->len, list, NULL));

  if (self->kind->describe_marks != NULL)
    self->kind->describe_marks (self, sentences);
  for (unsigned int p = 0; p < n_described; p++)
    {
      const CtgPanelPart *part = g_ptr_array_index (parts, p);
      CtgWords panel = get_words_of (self, part->rows, part->n_rows);
      GPtrArray *own = g_ptr_array_new_with_free_func (g_free);

      panel.series = part->series;
      panel.n_series = part->n_series;
      describe (&panel, own);
      add_named (self, part->title, own, sentences);
    }
  if (n_described < parts->len)
    describe_others (self, parts, n_described, sentences);
}

char *
ctg_words_make_description (const CtgWords *self,
                            const char     *title,
                            const char     *source)
{
  GPtrArray *sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) parts = ctg_panels_split (self->input, self->kind, self->rows, self->n_drawn, self->series, self->n_series);
  g_autofree char *made_title = *title != '\0' ? g_strdup (title) : ctg_locale_translate (self->locale, ctg_dataset_get_title (self->dataset));

  ctg_words_add (sentences, ctg_locale_phrase (self->locale, self->kind->alt, made_title, NULL));
  add_measures (self, sentences);
  add_extent (self, sentences);
  ctg_words_add_more (self, sentences, false);
  if (self->n_drawn == 0)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_ALT_NOTHING, NULL));
  if (parts != NULL)
    describe_panels (self, parts, sentences);
  else
    describe (self, sentences);
  ctg_words_add_highlight (self, sentences);
  add_references (self, sentences);
  add_annotations (self, sentences);
  ctg_words_add_filter (self, sentences);
  ctg_words_add_left_out (self, sentences);
  ctg_words_add_missing (self, sentences, self->n_rows);
  ctg_words_add_nature (self, sentences);
  ctg_words_add_scale (self, sentences);
  if (*source != '\0')
    ctg_words_add_foreign (self, sentences, source);

  return ctg_words_join (sentences, self->locale);
}
