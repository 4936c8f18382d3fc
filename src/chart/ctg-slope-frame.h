/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything stands in a slope chart, from the upper left corner of its box: columns, points, and the names and numbers at both sides. */

#pragma once

#include "chart/ctg-labels.h"
#include "chart/ctg-layout.h"

G_BEGIN_DECLS

#define CTG_SLOPE_MOST_SERIES 3

enum { CTG_SLOPE_LEFT, CTG_SLOPE_RIGHT, CTG_SLOPE_SIDES };

typedef struct
{
  unsigned int i;
  double wanted;
  double other;   /* where the row is on the other side: settles ties */
  double y;       /* the middle of the label */
} CtgSlopeStop;

typedef struct
{
  CtgCategoryLabels *names;
  CtgSlopeStop *stops[CTG_SLOPE_SIDES]; /* from above to below */
  unsigned int n;
  char ***values;       /* of each row and series */
  double line;
  double value_width[CTG_SLOPE_SIDES];
  bool named[CTG_SLOPE_SIDES];
  double x[CTG_SLOPE_MOST_SERIES];
  double lead;          /* from a point to its label */
  double top;           /* of the points */
  double bottom;
  double start;         /* of the value axis: above the lane of what is zero, if there is one */
} CtgSlopeFrame;

/* The first n rows in a box of this size. */
CtgSlopeFrame *ctg_slope_frame_new       (const CtgPlan *plan,
                                          unsigned int   n,
                                          double         width,
                                          double         height) G_GNUC_WARN_UNUSED_RESULT;
void           ctg_slope_frame_free      (CtgSlopeFrame *self);
/* The height of a value in its column. */
double         ctg_slope_frame_get_y     (const CtgSlopeFrame *self,
                                          const CtgPlan       *plan,
                                          double               value);
/* Where the point of row i in column s stands on the page; y is NAN where nothing is reported. plot: the box that the frame was made for. */
CtgPoint       ctg_slope_frame_get_point (const CtgSlopeFrame *self,
                                          const CtgPlan       *plan,
                                          CtgRect              plot,
                                          unsigned int         i,
                                          unsigned int         s);
/* Of a label with the gap to the next, and of the names of the columns. */
double         ctg_slope_get_line_height (const CtgPlan *plan);
double         ctg_slope_get_head_height (const CtgPlan *plan);
/* Whether ranks are drawn, of which the first stands at the top. */
bool           ctg_slope_is_ranked       (const CtgTable *table);
/* The number that a point stands for; NAN where nothing is reported. */
double         ctg_slope_get_rank        (const CtgPlan *plan,
                                          unsigned int   i,
                                          unsigned int   s);
/* The diameter of a point. */
double         ctg_slope_get_point_size  (const CtgPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgSlopeFrame, ctg_slope_frame_free)

G_END_DECLS
