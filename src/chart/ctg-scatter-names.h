/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names beside the points of a scatter plot. */

#pragma once

#include "chart/ctg-scatter-frame.h"

G_BEGIN_DECLS

/* Whether points are named: not where they are too many. */
bool    ctg_scatter_has_names     (const CtgPlan *plan);
/* The boxes of the marks of all rows that have one, and of their ranges: (element-type CtgRect). */
GArray *ctg_scatter_collect_marks (const CtgScatterFrame *frame,
                                   const CtgPlan         *plan) G_GNUC_WARN_UNUSED_RESULT;
/* The first rows are the most important ones: they choose first. Names cover nothing of taken (element-type CtgRect), and the lines, in pairs of
 * CtgPoint, only where they must. What finds no place is counted in a warning. */
void    ctg_scatter_draw_names    (CtgPen                *pen,
                                   const CtgScatterFrame *frame,
                                   const GArray          *taken,
                                   const GArray          *lines);

G_END_DECLS
