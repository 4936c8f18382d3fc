/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two series as points joined by a line. The lower value is written before the pair, the higher after it; near the start of the axis both after it. */

#include <math.h>

#include "chart/ctg-kind.h"

/* Where the marks of a row begin and end, and whether one has an open end, which may reach beyond the other. */
static bool
get_span (const CtgPlan *plan,
          unsigned int   i,
          double        *low,
          double        *high,
          bool          *any_open)
{
  *low = INFINITY;
  *high = -INFINITY;
  *any_open = false;

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
      double certain;
      double possible;
      bool open;

      if (!ctg_estimate_is_reported (estimate))
        continue;

      ctg_estimate_get_extent (estimate, &certain, &possible, &open);
      certain = isfinite (estimate->low) ? MIN (estimate->low, certain) : certain;
      *any_open |= open || possible > ctg_plan_get_end (plan, i);
      *low = MIN (*low, MIN (certain, possible));
      *high = MAX (*high, MAX (certain, possible));
    }

  return *high >= *low;
}

static void
add_label (CtgPlan     *plan,
           unsigned int i,
           unsigned int s,
           double       at,
           bool         before,
           bool         open)
{
  double gap = plan->theme.size * 0.28;

  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .s = s,
    .text = ctg_estimate_format (ctg_plan_get_estimate (plan, i, s), plan->input->locale),
    .color = ctg_theme_get_text_color (&plan->theme, plan->colors[s]),
    .at = at,
    .offset = gap + MAX (ctg_plan_get_point_size (plan) / 2, open ? ctg_plan_get_open_length (plan) : 0),
    .before = before,
    .gives_way = before,
  });
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  bool reported[2];
  double rank[2];
  double low;
  double high;
  bool open;

  for (unsigned int s = 0; s < 2; s++)
    {
      reported[s] = ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, s));
      rank[s] = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, s));
      if (!reported[s] && plan->input->spec->missing_marks && !plan->missing_lane)
        ctg_plan_add_label (plan, (CtgValueLabel) { .i = i, .s = s, .at = plan->domain_min, .before = true,
                                                    .offset = ctg_plan_get_point_size (plan) / 2 + (1.1 + s) * ctg_plan_get_missing_size (plan) });
    }

  if (!get_span (plan, i, &low, &high, &open))
    return;

  if (reported[0] && reported[1])
    {
      unsigned int lower = rank[1] < rank[0] ? 1 : 0;

      add_label (plan, i, lower, low, true, false);
      add_label (plan, i, 1 - lower, high, false, open);
    }
  else
    add_label (plan, i, reported[0] ? 0 : 1, high, false, open);
}

static void
draw_under (CtgPen      *pen,
            unsigned int i)
{
  const CtgPlan *plan = pen->plan;
  double a = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, 0));
  double b = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, 1));
  double across = ctg_layout_get_lane (pen->layout, i, 0);
  CtgStyle style = ctg_style_stroke (ctg_color_mix (plan->theme.ink, plan->theme.paper, 0.72), MAX (0.8, plan->theme.size * 0.2));

  if (isfinite (a) && isfinite (b) && a != b)
    ctg_pen_line (pen, CTG_ROLE_MARK_PART, ctg_pen_place (pen, i, a, 0), across, ctg_pen_place (pen, i, b, 0), across, &style);
}

/* Points that would hide each other move apart across the row, the first up and the second down. */
static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  double size = ctg_pen_get_point_size (pen, i);
  double shift = MIN (size * 0.28, (pen->layout->rows[i].size - size) / 2 - 0.3);
  double a = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, 0));
  double b = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, 1));
  bool hidden = isfinite (a) && isfinite (b) && fabs (ctg_pen_place (pen, i, a, 0) - ctg_pen_place (pen, i, b, 0)) < size * 0.8;

  ctg_pen_draw_point (pen, i, s, !hidden ? 0 : s == 0 ? -shift : shift);
}

const CtgKind ctg_kind_dumbbell = {
  .info = {
    .id = "dumbbell",
    .title = CTG_PHRASE_KIND_DUMBBELL,
    .summary = CTG_PHRASE_KIND_DUMBBELL_SUMMARY,
    .min_series = 2,
    .max_series = 2,
  },
  .alt = CTG_PHRASE_ALT_DUMBBELL,
  .points = true,
  .write = write_row,
  .draw_under = draw_under,
  .draw = draw,
};
