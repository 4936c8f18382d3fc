/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A part and the rest of its whole: those who returned, then those not known to have returned. Only rows whose two numbers are single
 * numbers can be stacked; nothing is invented for the others. */

#include "chart/ctg-parts.h"

/* Series of a stacked figure: the whole, then the part. */
#define WHOLE 0

/* Shares without a whole are the business of another kind. */
static bool
suits (const CtgTable  *table,
       unsigned int    *series,
       unsigned int     n_series,
       const CtgLocale *locale,
       char           **reason)
{
  if (!ctg_parts_suit (table, series, n_series, locale, reason))
    return false;
  if (ctg_parts_have_whole (table, series, n_series))
    return true;

  if (reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_PART, NULL);

  return false;
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .s = WHOLE,
    .text = ctg_parts_format_row (plan, i),
    .color = plan->theme.ink,
    .at = ctg_plan_get_estimate (plan, i, WHOLE)->value,
    .offset = plan->theme.size * 0.32,
  });
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  CtgStyle style = ctg_style_fill (plan->colors[s]);
  double from;
  double to;

  ctg_parts_get_piece (plan, i, s, &from, &to);
  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  ctg_pen_rect (pen, CTG_ROLE_MARK_PART, ctg_pen_place (pen, i, from, 0), ctg_pen_place (pen, i, to, 0), ctg_layout_get_lane (pen->layout, i, 0), pen->layout->rows[i].thickness, &style);
  if (s == WHOLE && to > ctg_plan_get_end (plan, i))
    ctg_pen_draw_break (pen, i, 0);
  ctg_pen_end_mark (pen);
}

const CtgKind ctg_kind_stacked = {
  .info = {
    .id = "stacked",
    .title = CTG_PHRASE_KIND_STACKED,
    .summary = CTG_PHRASE_KIND_STACKED_SUMMARY,
    .min_series = 2,
    .max_series = 2,
  },
  .alt = CTG_PHRASE_ALT_STACKED,
  .part_of_whole = true,
  .suits = suits,
  .takes_row = ctg_parts_add_up,
  .note_rows = CTG_PHRASE_NOTE_NOT_STACKED,
  .warn_rows = CTG_PHRASE_WARN_NOT_STACKABLE,
  .title = ctg_parts_dup_title,
  .write = write_row,
  .draw = draw,
};
