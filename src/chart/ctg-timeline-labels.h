/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and values beside the marks of a timeline, or numbers there and the names in a list below. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-timeline-frame.h"

G_BEGIN_DECLS

/* What stands beside mark k, if it found room; plot: the box on the page that the frame was made for. */
void ctg_timeline_draw_label (CtgPen                 *pen,
                              const CtgTimelineFrame *frame,
                              unsigned int            k,
                              CtgRect                 plot);
/* The numbered names, down one column after the other. */
void ctg_timeline_draw_list  (CtgPen                 *pen,
                              const CtgTimelineFrame *frame,
                              CtgRect                 plot);

G_END_DECLS
