/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a line of a slope chart rises or falls from its first column to its last: its colour, and the legend of these colours. */

#pragma once

#include "chart/ctg-pen.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_SLOPE_RISE,
  CTG_SLOPE_FALL,
  CTG_SLOPE_SAME,
} CtgSlopeTrend;

CtgSlopeTrend ctg_slope_get_trend     (const CtgTable *table,
                                       double          from,
                                       double          to);
/* That of row i. */
CtgSlopeTrend ctg_slope_get_row_trend (const CtgPlan *plan,
                                       unsigned int   i);
CtgColor      ctg_slope_get_color     (const CtgPlan *plan,
                                       CtgSlopeTrend  trend);
/* The keys of the legend, one for each direction that any line takes: see CtgKind. */
char         *ctg_slope_dup_key       (const CtgPlan *plan,
                                       unsigned int   k) G_GNUC_WARN_UNUSED_RESULT;
void          ctg_slope_draw_key      (CtgPen      *pen,
                                       int          series,
                                       unsigned int k,
                                       CtgPoint     center,
                                       double       size);

G_END_DECLS
