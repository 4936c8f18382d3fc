/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A few giants and many small: one to three rows so much higher than all others that these are squeezed. */

#pragma once

#include "chart/ctg-kind.h"
#include "chart/ctg-panels.h"
#include "chart/ctg-words-private.h"

G_BEGIN_DECLS

/* The rows and series that are drawn, borrowed from a plan or from words. */
typedef struct
{
  const CtgChartInput *input;
  const CtgKind *kind;
  const unsigned int *rows;
  unsigned int n_rows;
  const unsigned int *series;
  unsigned int n_series;
} CtgDrawn;

CtgDrawn     ctg_drawn_of_plan     (const CtgPlan *plan);
CtgDrawn     ctg_drawn_of_words    (const CtgWords *words);
/* How many giants there are; over: the highest of the others. */
unsigned int ctg_giants_count      (const CtgDrawn *drawn,
                                    double         *over);
/* Whether row i is one of them, where these are above over. */
bool         ctg_giants_has        (const CtgDrawn *drawn,
                                    unsigned int    i,
                                    double          over);
/* The panels that have axes of their own, and so giants of their own: (element-type CtgPanelPart) (transfer full). NULL where there is one axis. */
GPtrArray   *ctg_giants_split      (const CtgDrawn *drawn) G_GNUC_WARN_UNUSED_RESULT;
CtgDrawn     ctg_drawn_of_part     (const CtgDrawn     *whole,
                                    const CtgPanelPart *part);
/* How many of them stand in a panel of their own: none where the spec does not say so, nor in small multiples. */
unsigned int ctg_giants_count_apart (const CtgDrawn *drawn,
                                     double         *over);
/* What is cut out of the value axis as the spec says, or between the giants and the others. FALSE with the error for what cannot be read; low is NAN
 * where nothing is cut. */
bool         ctg_giants_get_break  (const CtgDrawn *drawn,
                                    double         *low,
                                    double         *high,
                                    GError        **error);
/* Offers the ways to show all, unless one is taken; says so where a way that was asked for leads nowhere. */
void         ctg_giants_warn       (const CtgDrawn *drawn,
                                    CtgWarnings    *warnings);

G_END_DECLS
