/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small multiples: what a figure draws, dealt out to panels by region, source or status. Panels only arrange: together they hold the rows and
 * series of the whole figure, no more and no less. Nothing here has a place. */

#pragma once

#include "chart/ctg-kind.h"

G_BEGIN_DECLS

/* The rows and series of one panel, as indices of the table. */
typedef struct
{
  char *id;              /* "western-europe", "icsr-2015-01", "official": the same from figure to figure */
  char *title;           /* in the figure's language */
  unsigned int *rows;
  unsigned int n_rows;
  unsigned int *series;
  unsigned int n_series;
} CtgPanelPart;

/* Whether panels take series of their own, so that the figure as a whole may draw more of them than the kind does. */
bool       ctg_panels_split_series  (const CtgChartInput *input);
/* The series of such a figure: of those given, or else of all that count the same as the first, what makes at least two panels that the kind can draw.
 * Returns how many there are; 0 if there are no panels to make, and the kind takes its series as ever. series has room for room many. */
unsigned int ctg_panels_pick_series (const CtgChartInput *input,
                                     const CtgKind       *kind,
                                     unsigned int        *series,
                                     unsigned int         n_given,
                                     unsigned int         room);
/* The panels that the series are dealt out to, without rows yet: (element-type CtgPanelPart) (transfer full). NULL where all series are together. */
GPtrArray *ctg_panels_deal_series   (const CtgChartInput *input,
                                     const CtgKind       *kind,
                                     const unsigned int  *series,
                                     unsigned int         n_series) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the kind can draw the row in one of these panels. */
bool       ctg_panels_take_row      (GPtrArray      *parts,
                                     const CtgTable *table,
                                     const CtgKind  *kind,
                                     unsigned int    row);
/* The panels, in the order in which their first row or series comes: (element-type CtgPanelPart) (transfer full). NULL where the figure has none:
 * the spec asks for none, all would be in one, or the kind needs its series together. */
GPtrArray *ctg_panels_split         (const CtgChartInput *input,
                                     const CtgKind       *kind,
                                     const unsigned int  *rows,
                                     unsigned int         n_rows,
                                     const unsigned int  *series,
                                     unsigned int         n_series) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
