/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What explains the marks: texts, legend, axis, names and values. Guides are ordinary nodes of the scene. */

#pragma once

#include "chart/ctg-pen.h"

G_BEGIN_DECLS

/* Title and subtitle; note and source. */
void ctg_guide_draw_head   (CtgPen *pen);
void ctg_guide_draw_foot   (CtgPen *pen);
/* The title of a panel. */
void ctg_guide_draw_panel_title (CtgPen *pen);
void ctg_guide_draw_legend (CtgPen *pen);
/* Grid lines, tick labels and axis title; under the marks. */
void ctg_guide_draw_axis   (CtgPen *pen);
/* The axis title alone, where panels have one together. */
void ctg_guide_draw_axis_title (CtgPen *pen);
/* The line at zero: bars grow from it, points only stand beside it. */
void ctg_guide_draw_baseline (CtgPen *pen);
/* A line across a panel that steps aside for the values written on it. */
void ctg_guide_draw_across (CtgPen         *pen,
                            CtgRole         role,
                            const CtgPanel *panel,
                            double          value,
                            const CtgStyle *style);
/* Where the axis is cut: lines across a panel with a mark at its start, under the marks; and gaps in the marks that pass the cut, over them. */
void ctg_guide_draw_cut_axis (CtgPen         *pen,
                              const CtgPanel *panel);
void ctg_guide_draw_breaks (CtgPen *pen);
/* Where value label k of the plan stands, and whether before its mark; FALSE if there is no room for it and it is not written. */
bool ctg_guide_get_value_box (const CtgPen *pen,
                              unsigned int  k,
                              CtgRect      *box,
                              bool         *before);
void ctg_guide_draw_names  (CtgPen *pen);
void ctg_guide_draw_values (CtgPen *pen);

G_END_DECLS
