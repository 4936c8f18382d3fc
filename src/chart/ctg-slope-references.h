/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reference lines and bands across a slope chart. The value axis is not drawn, but all stands on it. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-slope-frame.h"

G_BEGIN_DECLS

/* Bands and lines, which lie under the marks; plot: the box on the page that the frame was made for. */
void ctg_slope_draw_references       (CtgPen              *pen,
                                      const CtgSlopeFrame *frame,
                                      CtgRect              plot);
/* Their labels, which lie over the lines between marks. */
void ctg_slope_draw_reference_labels (CtgPen              *pen,
                                      const CtgSlopeFrame *frame,
                                      CtgRect              plot);

G_END_DECLS
