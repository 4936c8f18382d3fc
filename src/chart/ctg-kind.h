/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart kind is one static const table of functions in a file of its own, listed in ctg-kinds.def. It knows its marks and nothing
 * of pages, axes or legends. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-plan.h"

G_BEGIN_DECLS

struct _CtgKind
{
  CtgChartKindInfo info;
  /* Bars are lengths from zero; points are places. Both axes include zero. */
  bool points;
  /* Each series has a lane of its own in a row. */
  bool lanes;
  /* The series are a whole and its part: the part lies nearest to the names and comes first in the legend, the rest of the whole is lighter. */
  bool part_of_whole;
  /* What is missing is said in words beside its mark where there is room. */
  bool says_missing;

  /* Whether these series (as many as the kind takes) can be drawn together. May reorder them. NULL: any. */
  bool (*suits)        (const CtgTable  *table,
                        unsigned int    *series,
                        unsigned int     n_series,
                        const CtgLocale *locale,
                        char           **reason);
  /* Whether a row can be drawn. NULL: all rows. */
  bool (*takes_row)    (const CtgTable     *table,
                        unsigned int        row,
                        const unsigned int *series,
                        unsigned int        n_series);
  /* The legend's words for a series. NULL: the table's. */
  char *(*title)        (const CtgPlan *plan,
                         unsigned int   s);
  /* Adds the value labels of a row, and keeps room for the ends of its marks. */
  void (*write)        (CtgPlan     *plan,
                        unsigned int i);
  /* Draws what lies under the marks of a row. NULL: nothing. */
  void (*draw_under)   (CtgPen      *pen,
                        unsigned int i);
  void (*draw)         (CtgPen      *pen,
                        unsigned int i,
                        unsigned int s);
};

const CtgKind *ctg_kind_get  (unsigned int index);
const CtgKind *ctg_kind_find (const char *id);

#define KIND(name) extern const CtgKind ctg_kind_##name;
#include "chart/ctg-kinds.def"
#undef KIND

G_END_DECLS
