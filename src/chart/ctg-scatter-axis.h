/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One of the two axes of a scatter plot: its scale, its ticks, and the lanes beside it for what has no place on it. It draws nothing. */

#pragma once

#include "chart/ctg-layout.h"

G_BEGIN_DECLS

typedef struct
{
  unsigned int s;        /* series, as an index into the plan's series */
  bool upright;
  bool zero_lane;        /* zero has no place on a logarithmic scale */
  bool missing_lane;     /* something is not reported, and marked */
  bool whole;            /* all numbers are whole, and so are the ticks */
  CtgScale scale;        /* to x, or upwards to y */
  CtgTicks *ticks;
  char **labels;         /* of the ticks; "" where one has no room */
  double zero_at;        /* middle of the lanes, on the page */
  double missing_at;
  char **missing_lines;  /* what is written at that lane; nullable */
} CtgScatterAxis;

void     ctg_scatter_axis_init  (CtgScatterAxis *self,
                                 const CtgPlan  *plan,
                                 unsigned int    s);
void     ctg_scatter_axis_clear (CtgScatterAxis *self);
/* Stretches the scale between two places of the page and makes its ticks. */
void     ctg_scatter_axis_fit   (CtgScatterAxis *self,
                                 const CtgPlan  *plan,
                                 double          from,
                                 double          to);
/* Where both axes count the same on the same scale, makes the first begin and end like the second, so that equal counts lie on the diagonal. */
void     ctg_scatter_axis_match (CtgScatterAxis       *x,
                                 const CtgScatterAxis *y,
                                 const CtgPlan        *plan);
/* Where a number stands; beyond the ends at the end. */
double   ctg_scatter_axis_place_number (const CtgScatterAxis *self,
                                        double                number);
/* Where a mark stands: at the value, else in the middle of its range or at its bound, else in a lane. */
double   ctg_scatter_axis_place (const CtgScatterAxis *self,
                                 const CtgEstimate    *estimate);
/* The title: the spec's, else what is counted. */
char    *ctg_scatter_axis_dup_title (const CtgScatterAxis *self,
                                     const CtgPlan        *plan) G_GNUC_WARN_UNUSED_RESULT;
/* How much room the lanes take all together: above to below for the upright axis, else left to right. */
double   ctg_scatter_axis_get_lanes (const CtgScatterAxis *self,
                                     const CtgPlan        *plan);
/* Places the lanes outwards from where the scale starts: those of the upright axis below it, those of the other to the left. */
void     ctg_scatter_axis_place_lanes (CtgScatterAxis *self,
                                       const CtgPlan  *plan,
                                       double          edge);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CtgScatterAxis, ctg_scatter_axis_clear)

G_END_DECLS
