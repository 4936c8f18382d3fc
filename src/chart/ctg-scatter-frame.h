/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page of a scatter plot without its points: both axes with their lanes, and the guides. It also says where a row's mark stands. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-scatter-axis.h"

G_BEGIN_DECLS

/* From here on points are many: they are let shine through each other, and have no spoken labels of their own. */
#define CTG_SCATTER_MANY 2000

typedef struct
{
  CtgScatterAxis x;
  CtgScatterAxis y;
  CtgRect inner;          /* between the axes */
  CtgRect outer;          /* with the lanes */
  char **x_title;         /* lines */
  char **y_title;
  double line;            /* height of one */
  double x_words_end;     /* of the words at the lane beside the upright axis */
  double point_size;
} CtgScatterFrame;

CtgScatterFrame *ctg_scatter_frame_new       (const CtgPlan *plan,
                                              CtgRect        box) G_GNUC_WARN_UNUSED_RESULT;
void             ctg_scatter_frame_free      (CtgScatterFrame *self);
/* Where the mark of row i stands. */
CtgPoint         ctg_scatter_frame_get_place (const CtgScatterFrame *self,
                                              const CtgPlan         *plan,
                                              unsigned int           i);
/* What lies under the marks: lanes; then axes, ticks and titles in the box. */
void             ctg_scatter_frame_draw_lanes (const CtgScatterFrame *self,
                                               CtgPen                *pen);
void             ctg_scatter_frame_draw_axes  (const CtgScatterFrame *self,
                                               CtgPen                *pen,
                                               CtgRect                box);
/* Where the range of an estimate reaches on an axis; FALSE where it has none. */
bool             ctg_scatter_get_reach        (const CtgScatterAxis *axis,
                                               const CtgEstimate    *estimate,
                                               double               *from,
                                               double               *to);
/* Whether row i has a mark: what is left out as doubtful has none, nor what is missing where that is not marked. */
bool             ctg_scatter_is_drawn         (const CtgPlan *plan,
                                               unsigned int   i);
/* Whether one of its two counts is not reported. */
bool             ctg_scatter_is_missing       (const CtgPlan *plan,
                                               unsigned int   i);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgScatterFrame, ctg_scatter_frame_free)

G_END_DECLS
