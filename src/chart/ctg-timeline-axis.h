/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The time axis of a timeline: whole years, or months with their years under them where all dates lie close together. */

#pragma once

#include "chart/ctg-pen.h"

G_BEGIN_DECLS

typedef struct
{
  bool months; /* months are named, not only years */
  int first;   /* the first month, and the one after the last, counted from January of year 0 */
  int end;
} CtgTimelineAxis;

/* Round the days that are spoken of. fine: some date is known better than its year. */
CtgTimelineAxis ctg_timeline_axis_make       (double first_day,
                                              double last_day,
                                              bool   fine);
/* The height of its names, with the ticks above them. */
double          ctg_timeline_axis_get_height (const CtgTimelineAxis *self,
                                              const CtgPlan         *plan);
CtgScale        ctg_timeline_axis_make_scale (const CtgTimelineAxis *self,
                                              double                 from,
                                              double                 to);
/* Below the plot, whose place on the page this is. */
void            ctg_timeline_axis_draw       (const CtgTimelineAxis *self,
                                              CtgPen                *pen,
                                              CtgRect                plot);

G_END_DECLS
