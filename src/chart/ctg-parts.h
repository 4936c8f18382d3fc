/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which counts may be drawn as parts of one whole: those of which the data say so, and rows in which the numbers bear it. The kinds that
 * stack share this one rule; it draws nothing. */

#pragma once

#include "chart/ctg-kind.h"

G_BEGIN_DECLS

/* Whether the first series counts the whole of which the others count parts. FALSE for shares, which are parts of 100 per cent. */
bool   ctg_parts_have_whole (const CtgTable     *table,
                             const unsigned int *series,
                             unsigned int        n_series);
/* Whether the series are a whole and its parts, or shares that add up: for CtgKind.suits. Moves the whole to the front, keeping the order of
 * the parts. Several parts must exclude each other by what the data say (CtgMeasure.partition). reason: nullable, as there. */
bool   ctg_parts_suit       (const CtgTable  *table,
                             unsigned int    *series,
                             unsigned int     n_series,
                             const CtgLocale *locale,
                             char           **reason);
/* Whether the row can be drawn as parts: every number is single (exact or about), and together the parts are not larger than the whole.
 * Shares may exceed 100 per cent by what rounding adds: half a per cent each. For CtgKind.takes_row. */
bool   ctg_parts_add_up     (const CtgTable     *table,
                             unsigned int        row,
                             const unsigned int *series,
                             unsigned int        n_series);
/* The whole of a row that adds up: its number, or for shares 100, or their sum where rounding makes it larger. */
double ctg_parts_get_whole  (const CtgTable     *table,
                             unsigned int        row,
                             const unsigned int *series,
                             unsigned int        n_series);
/* Where series s begins and ends in the row drawn as parts, in the numbers' unit; the whole stands for what is left, at the end. */
void   ctg_parts_get_piece  (const CtgPlan *plan,
                             unsigned int   i,
                             unsigned int   s,
                             double        *from,
                             double        *to);
/* The legend's words: a part by its name, the whole by what is left of it. For CtgKind.title. */
char  *ctg_parts_dup_title  (const CtgPlan *plan,
                             unsigned int   s) G_GNUC_WARN_UNUSED_RESULT;
/* The numbers of a row as the source gives them: "400 of 3,417", "30 + 129 of 204". */
char  *ctg_parts_format_row (const CtgPlan *plan,
                             unsigned int   i) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
