/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ranked bars of one series: every value is written at the end of its bar, and what is missing says so in words. */

#include "chart/ctg-kind.h"
#include "chart/ctg-mark-labels.h"

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  ctg_mark_write_bar (plan, i, 0, 0, !plan->vertical);
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  ctg_pen_draw_bar (pen, i, s, 0);
}

const CtgKind ctg_kind_bars = {
  .info = {
    .id = "bars",
    .title = CTG_PHRASE_KIND_BARS,
    .summary = CTG_PHRASE_KIND_BARS_SUMMARY,
    .min_series = 1,
    .max_series = 1,
  },
  .alt = CTG_PHRASE_ALT_BARS,
  .says_missing = true,
  .write = write_row,
  .draw = draw,
};
