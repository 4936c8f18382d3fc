/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart kind is one static const table of functions in a file of its own, listed in ctg-kinds.def. There are two forms. A kind of rows
 * knows its marks, and nothing of pages, axes or legends. A kind that owns its plot draws all that stands between the legend and the
 * note; the page, its texts and the selection of series and rows are the driver's all the same. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-plan.h"

G_BEGIN_DECLS

typedef struct _CtgWords CtgWords;

struct _CtgKind
{
  CtgChartKindInfo info;
  /* The first sentence of the alternative text: {0} is the title of the figure. */
  CtgPhrase alt;
  /* Bars are lengths from zero; points are places, and may stand on any scale. Linear axes of both include zero. */
  bool points;
  /* There is a horizontal axis too, with a scale of its own (x.scale). */
  bool x_axis;
  /* Each series has a lane of its own in a row. */
  bool lanes;
  /* Several series are a whole and its parts: parts lie nearest to the names and come first in the legend, the rest of the whole is lighter. */
  bool part_of_whole;
  /* Rows so high, in sizes of the label; 0: as high as a mark. */
  double row_height;
  /* Nothing in the plot is read off a scale. */
  bool has_no_scale;
  /* The plot names the series, so that the legend need not. */
  bool names_series;
  /* What is missing has no mark, and no sentence counts it. */
  bool skips_missing;
  /* Marks of official counts are painted over the others, which may hide part of each other. */
  bool official_on_top;
  /* Draws all rows, whatever the top N: a country cut away would look as if nothing were known of it. */
  bool all_rows;
  /* What is missing is said in words beside its mark where there is room. */
  bool says_missing;

  /* Whether these series (as many as the kind takes) can be drawn together. May reorder them. NULL: any. */
  bool (*suits)        (const CtgTable  *table,
                        unsigned int    *series,
                        unsigned int     n_series,
                        const CtgLocale *locale,
                        char           **reason);
  /* Whether a row can be drawn. NULL: all rows. With it, what the note and a warning say of those that cannot: {0} their names. */
  bool (*takes_row)    (const CtgTable     *table,
                        unsigned int        row,
                        const unsigned int *series,
                        unsigned int        n_series);
  CtgPhrase note_rows;
  CtgPhrase warn_rows;
  /* The ends of the value axis where they do not follow from the numbers drawn: 0 and 100 where shares are drawn of counts. Estimates are then not
   * in the axis's unit, and axis.max means nothing. NULL: from zero to the highest number drawn. */
  void (*domain)        (const CtgPlan *plan,
                         double        *min,
                         double        *max);
  /* Of kinds that skip what is missing: whether a series has a mark in row i. NULL: where a number is reported. */
  bool (*has_mark)      (const CtgPlan *plan,
                         unsigned int   i,
                         unsigned int   s);
  /* What the value axis is called. NULL: by what the first series counts. */
  char *(*axis_title)   (const CtgWords *words);
  /* The legend's words for a series. NULL: the table's. */
  char *(*title)        (const CtgPlan *plan,
                         unsigned int   s);
  /* Entries of the legend besides the series': the words of the k-th; NULL after the last one. NULL: none. */
  char *(*key)          (const CtgPlan *plan,
                         unsigned int   k);
  /* Draws the key of a series, or where that is -1 of the k-th entry of key(), about size wide. NULL: a point or a square for a series. */
  void (*draw_key)     (CtgPen      *pen,
                        int          series,
                        unsigned int k,
                        CtgPoint     center,
                        double       size);
  /* Sentences of the note on what this kind draws, beside those of every figure. NULL: none. */
  void (*note)         (const CtgWords *words,
                        GPtrArray      *sentences);
  /* Sentences of the alternative text on what a mark stands for, said once for all panels. NULL: none. */
  void (*describe_marks) (const CtgWords *words,
                          GPtrArray      *sentences);
  /* Sentences of the alternative text that say what the picture says, instead of who leads in each series. NULL: these. */
  void (*describe)     (const CtgWords *words,
                        GPtrArray      *sentences);

  /* A kind of rows: */

  /* Adds the value labels of a row, and keeps room for the ends of its marks. */
  void (*write)        (CtgPlan     *plan,
                        unsigned int i);
  /* Draws what lies under the marks of a row. NULL: nothing. */
  void (*draw_under)   (CtgPen      *pen,
                        unsigned int i);
  void (*draw)         (CtgPen      *pen,
                        unsigned int i,
                        unsigned int s);

  /* A kind that owns its plot has these instead of the three above: */

  /* The height it wants in a box of this width. */
  double (*measure_plot) (const CtgPlan *plan,
                          double         width);
  /* How many of the plan's rows a box of a given height holds. NULL: all. */
  unsigned int (*fit_plot) (const CtgPlan *plan,
                            double         width,
                            double         height);
  /* Draws the plot with its guides inside the box, which may be higher or, on a page of given height, lower than asked for; marks are
   * groups made by ctg_pen_begin_mark(). What has no room is said in the canvas's warnings. */
  void (*draw_plot)      (CtgPen *pen,
                          CtgRect plot);
  /* How wide a panel of small multiples must be, in sizes of the label. 0: as most need. */
  double least_panel;
  /* It has a value axis and draws the spec's references on it (ctg-guide-references.h). */
  bool references;
  /* A legend of its own above the plot: the height it takes in a box of this width, 0 for none. NULL: that of the series. */
  double (*measure_legend) (const CtgPlan *plan,
                            double         width);
  void (*draw_legend)    (CtgPen *pen,
                          CtgRect box);
};

const CtgKind *ctg_kind_get  (unsigned int index);
const CtgKind *ctg_kind_find (const char *id);
/* For suits, of kinds that draw several counts of the same thing. */
bool           ctg_kind_suits_one_measure (const CtgTable  *table,
                                           unsigned int    *series,
                                           unsigned int     n_series,
                                           const CtgLocale *locale,
                                           char           **reason);

#define KIND(name) extern const CtgKind ctg_kind_##name;
#include "chart/ctg-kinds.def"
#undef KIND

G_END_DECLS
