/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The upright axis of a timeline, with its grid, and the reference lines and bands on it. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-timeline-frame.h"

G_BEGIN_DECLS

/* Title, ticks and grid; plot: the box on the page that the frame was made for, here and below. */
void ctg_timeline_draw_values     (CtgPen                 *pen,
                                   const CtgTimelineFrame *frame,
                                   CtgRect                 plot);
/* Bands, which lie under the grid; or lines, over it, and the labels of both behind the plot. */
void ctg_timeline_draw_references (CtgPen                 *pen,
                                   const CtgTimelineFrame *frame,
                                   CtgRect                 plot,
                                   bool                    bands);

G_END_DECLS
