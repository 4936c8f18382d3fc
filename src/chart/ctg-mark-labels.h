/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is written beside bars and points. */

#pragma once

#include "chart/ctg-plan.h"

G_BEGIN_DECLS

/* The value at the end of the bar. missing_in_words: "not reported" beside the mark of what is missing. */
void ctg_mark_write_bar   (CtgPlan     *plan,
                           unsigned int i,
                           unsigned int s,
                           unsigned int lane,
                           bool         missing_in_words);

G_END_DECLS
