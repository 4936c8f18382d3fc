/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a square of a dots figure stands for. */

#pragma once

#include "chart/ctg-plan.h"

G_BEGIN_DECLS

/* In sizes of the label: a square, from one to the next, and more after a group. */
#define CTG_DOTS_SIDE 0.74
#define CTG_DOTS_PITCH 0.88
#define CTG_DOTS_GROUP_GAP 0.3
/* Squares stand in groups of so many, so that they can be counted; a line holds some groups. */
#define CTG_DOTS_GROUP 5
#define CTG_DOTS_MOST_GROUPS 10

/* Whether the squares of a row end with a whole that is not a number of the source: 100 per cent. */
bool   ctg_dots_is_of_hundred   (const CtgTable     *table,
                                 const unsigned int *series,
                                 unsigned int        n_series);
/* How wide a group is, with the gap after it, beside labels of this size. */
double ctg_dots_get_group_width (double size);
/* How far the squares of a row reach, in its unit. */
double ctg_dots_get_extent      (const CtgTable     *table,
                                 unsigned int        row,
                                 const unsigned int *series,
                                 unsigned int        n_series);
/* What one square stands for: the smallest round number of which the largest row takes no more than a few lines. */
double ctg_dots_get_unit        (const CtgTable     *table,
                                 const unsigned int *rows,
                                 unsigned int        n_rows,
                                 const unsigned int *series,
                                 unsigned int        n_series,
                                 const CtgTheme     *theme,
                                 double              page_width);
/* The same for a plan: one number for all panels, whatever their scales. */
double ctg_dots_get_plan_unit   (const CtgPlan *self);
/* "One square is 100 people". */
char  *ctg_dots_dup_unit_text   (const CtgLocale *locale,
                                 const CtgSeries *series,
                                 double           unit) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
