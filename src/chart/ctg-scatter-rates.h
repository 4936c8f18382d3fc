/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines in a scatter plot along which one count is the same share of the other. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-scatter-axis.h"
#include "chart/ctg-words-private.h"

G_BEGIN_DECLS

/* The room that the labels take above and to the right of the plot. */
void ctg_scatter_rates_measure (const CtgPlan *plan,
                                double        *above,
                                double        *beside);
void ctg_scatter_rates_draw    (CtgPen               *pen,
                                const CtgScatterAxis *x,
                                const CtgScatterAxis *y);
/* Adds the ends of the straight parts of the lines, in pairs of CtgPoint. */
void ctg_scatter_rates_collect (const CtgPlan        *plan,
                                const CtgScatterAxis *x,
                                const CtgScatterAxis *y,
                                GArray               *lines);
/* What the lines are. */
void ctg_scatter_rates_note    (const CtgWords *words,
                                GPtrArray      *sentences);

G_END_DECLS
