/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend of a map of symbols. Both functions are as CtgKind wants them. */

#pragma once

#include "chart/ctg-pen.h"

G_BEGIN_DECLS

double ctg_symbols_measure_legend (const CtgPlan *plan,
                                   double         width);
void   ctg_symbols_draw_legend    (CtgPen *pen,
                                   CtgRect box);

G_END_DECLS
