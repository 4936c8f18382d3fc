/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything stands in the plot of a timeline, from the upper left corner of its box: axes, marks, their names, and the list of names below. */

#pragma once

#include "chart/ctg-place.h"
#include "chart/ctg-timeline-axis.h"
#include "chart/ctg-timeline-spots.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *spots;      /* of CtgTimelineSpot, by day */
  CtgPlacedLabel *labels;
  unsigned int n_left;
  bool numbered;
  CtgTimelineAxis axis;
  CtgRect plot;       /* between the axes */
  CtgScale time;
  CtgScale values;
  CtgTicks *ticks;
  double axis_title_height;
  double line;        /* height of a line of the list below */
  unsigned int n_columns;
  double list_top;
  double height;      /* all that is taken */
} CtgTimelineFrame;

/* height: negative where it is free. */
CtgTimelineFrame *ctg_timeline_frame_new        (const CtgPlan *plan,
                                                 double         width,
                                                 double         height) G_GNUC_WARN_UNUSED_RESULT;
void              ctg_timeline_frame_free       (CtgTimelineFrame *self);
/* The height of a value above the time axis; zero may have a lane of its own there. */
double            ctg_timeline_frame_get_y      (const CtgTimelineFrame *self,
                                                 const CtgPlan          *plan,
                                                 double                  value);
/* What is written at a tick of the value axis, and at mark k where marks are numbered. */
char             *ctg_timeline_frame_dup_tick   (const CtgTimelineFrame *self,
                                                 const CtgPlan          *plan,
                                                 unsigned int            tick) G_GNUC_WARN_UNUSED_RESULT;
char             *ctg_timeline_dup_number       (const CtgPlan *plan,
                                                 unsigned int   k) G_GNUC_WARN_UNUSED_RESULT;
/* The diameter of a point, and how far the arrow of a bound reaches. */
double            ctg_timeline_get_point_size   (const CtgPlan *plan);
double            ctg_timeline_get_arrow_length (const CtgPlan *plan);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTimelineFrame, ctg_timeline_frame_free)

G_END_DECLS
