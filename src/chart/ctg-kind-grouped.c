/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bars of several series side by side in each row, such as official and non-official counts. */

#include "chart/ctg-kind.h"
#include "chart/ctg-mark-labels.h"

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  for (unsigned int s = 0; s < plan->n_series; s++)
    ctg_mark_write_bar (plan, i, s, s, false);
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  ctg_pen_draw_bar (pen, i, s, s);
}

const CtgKind ctg_kind_grouped = {
  .info = {
    .id = "grouped",
    .title = CTG_PHRASE_KIND_GROUPED,
    .summary = CTG_PHRASE_KIND_GROUPED_SUMMARY,
    .min_series = 2,
    .max_series = CTG_PALETTE_COLORS,
  },
  .alt = CTG_PHRASE_ALT_GROUPED,
  .lanes = true,
  .write = write_row,
  .draw = draw,
};
