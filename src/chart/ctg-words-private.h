/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sentences of a figure are made from: the selection, and counts over it. Only ctg-words*.c and kinds with sentences of their own
 * include this, and who writes the legend. */

#pragma once

#include "chart/ctg-kind.h"

G_BEGIN_DECLS

struct _CtgWords
{
  const CtgChartInput *input;
  const CtgTable *table;
  const CtgDataset *dataset;
  const CtgLocale *locale;
  const CtgKind *kind;
  /* As in the selection. */
  unsigned int n_series;
  const unsigned int *series;
  unsigned int n_rows;
  unsigned int n_drawable;
  unsigned int n_drawn;
  const unsigned int *rows;
  const CtgEstimate *estimates; /* NULL in the words of one panel or datum */
  bool places;             /* the rows are countries */
  const struct _CtgWords *whole; /* of the words of one panel: those of the figure; else NULL */
};

/* Borrows all of it; there is nothing to clear. */
void        ctg_words_init          (CtgWords            *self,
                                     const CtgChartInput *input,
                                     const CtgSelection  *selection);

const CtgSeries   *ctg_words_get_series    (const CtgWords *self,
                                            unsigned int    s);
const CtgEstimate *ctg_words_get_estimate  (const CtgWords *self,
                                            unsigned int    i,
                                            unsigned int    s);
const char        *ctg_words_get_name      (const CtgWords *self,
                                            unsigned int    i);
char              *ctg_words_dup_series_title (const CtgWords *self,
                                               unsigned int    s) G_GNUC_WARN_UNUSED_RESULT;
/* The same in running text, where a bare status is written small. */
char              *ctg_words_dup_running_title (const CtgWords *self,
                                                unsigned int    s) G_GNUC_WARN_UNUSED_RESULT;
/* As ctg_estimate_format(), with a sign for per cent. */
char              *ctg_words_format_value  (const CtgEstimate *estimate,
                                            const CtgMeasure  *measure,
                                            const CtgLocale   *locale) G_GNUC_WARN_UNUSED_RESULT;
/* "People who travelled", "People who travelled, per million people". */
char              *ctg_words_dup_measure_title (const CtgWords *self,
                                                unsigned int    s) G_GNUC_WARN_UNUSED_RESULT;
/* What is counted, and by whom where others of these series count the same: "People who travelled, official". */
char              *ctg_words_name_count    (const CtgTable     *table,
                                            unsigned int        series,
                                            const unsigned int *among,
                                            unsigned int        n_among,
                                            const CtgLocale    *locale) G_GNUC_WARN_UNUSED_RESULT;
/* A series, and then all others of the data with numbers, drawn or not, or those of a measure alone; measure may be NULL. What stands beside a
 * single series is what its title tells it from. */
unsigned int      *ctg_words_dup_among     (const CtgWords *self,
                                            unsigned int    series,
                                            const char     *measure,
                                            unsigned int   *n) G_GNUC_WARN_UNUSED_RESULT;
/* Of differences and ratios the name of one side, be it series or what all are held against, as far as these need it; NULL where they count other
 * things, and each has to say both its sides. */
char              *ctg_words_name_side     (const CtgTable     *table,
                                            unsigned int        series,
                                            const unsigned int *among,
                                            unsigned int        n_among,
                                            const CtgLocale    *locale) G_GNUC_WARN_UNUSED_RESULT;
/* As ctg_words_name_count() of a figure of one series, where the data have other counts of it; of several series what the first counts; of differences and ratios
 * both their sides. */
char              *ctg_words_dup_count_title (const CtgWords *self) G_GNUC_WARN_UNUSED_RESULT;
bool               ctg_words_same_measure  (const CtgWords *self);
/* The cell holds a claim that is left out because it is doubtful. */
bool               ctg_words_is_doubtful   (const CtgWords *self,
                                            unsigned int    i,
                                            unsigned int    s);
/* Rows among the first n whose cell is not reported, for no other reason than that. */
unsigned int       ctg_words_count_missing (const CtgWords *self,
                                            unsigned int    s,
                                            unsigned int    n);
/* Sources of the numbers drawn, in order of first use: (element-type CtgSource) (transfer container). */
GPtrArray         *ctg_words_dup_sources   (const CtgWords *self) G_GNUC_WARN_UNUSED_RESULT;
/* "The Soufan Group", "J. Cook and G. Vale": who speaks. */
char              *ctg_words_dup_speaker   (const CtgSource *source,
                                            const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;

/* A list of sentences under way; sentence is taken, NULL and "" are passed over. */
void               ctg_words_add           (GPtrArray *sentences,
                                            char      *sentence);
/* A sentence of the dataset, which may lack its full stop, in the figure's language where it is known. */
void               ctg_words_add_foreign   (const CtgWords *self,
                                            GPtrArray      *sentences,
                                            const char     *text);
/* Consumes the list. */
char              *ctg_words_join          (GPtrArray       *sentences,
                                            const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;

/* Who leads and who is lowest, in each series. */
void               ctg_words_add_extremes  (const CtgWords *self,
                                            GPtrArray      *sentences);
/* For two counts of one thing: where they are furthest apart. */
void               ctg_words_add_difference (const CtgWords *self,
                                             GPtrArray      *sentences);
/* "Left out as doubtful: …", "Only Western Asia.", "Partial data: …": sentences that note and alt text share. */
void               ctg_words_add_filter    (const CtgWords *self,
                                            GPtrArray      *sentences);
/* "Highlighted: Tunisia and Jordan; all others are grey." */
void               ctg_words_add_highlight (const CtgWords *self,
                                            GPtrArray      *sentences);
/* How many rows the top N leaves out, and their sum: running on from the rows above, or as a sentence of its own. */
void               ctg_words_add_more      (const CtgWords *self,
                                            GPtrArray      *sentences,
                                            bool            running_on);
/* What the rows drawn are together, a sentence for each series of which that can be said. */
void               ctg_words_add_sums      (const CtgWords *self,
                                            GPtrArray      *sentences);
void               ctg_words_add_left_out  (const CtgWords *self,
                                            GPtrArray      *sentences);
void               ctg_words_add_nature    (const CtgWords *self,
                                            GPtrArray      *sentences);
/* The title of the value axis with the name of its scale where it is not linear; takes the title. */
char              *ctg_words_name_scale    (const CtgWords *self,
                                            char           *axis_title) G_GNUC_WARN_UNUSED_RESULT;
/* What is done with giants: an axis that is cut, or a panel of their own. */
void               ctg_words_add_giants    (const CtgWords *self,
                                            GPtrArray      *sentences);
void               ctg_words_add_scale     (const CtgWords *self,
                                            GPtrArray      *sentences);
/* "9 of 25 countries not reported", a series each, among the first n rows. */
void               ctg_words_add_missing   (const CtgWords *self,
                                            GPtrArray      *sentences,
                                            unsigned int    n);

char              *ctg_words_make_note        (const CtgWords *self) G_GNUC_WARN_UNUSED_RESULT;
char              *ctg_words_make_description (const CtgWords *self,
                                               const char     *title,
                                               const char     *source) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
