/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A point for each series of a row, each in a lane of its own, with a light line that leads the eye from the name to the point: the dot plot
 * of W. S. Cleveland, "Graphical methods for data presentation: full scale breaks, dot charts, and multibased logging", The American
 * Statistician 38 (1984). Where the axis has a zero the line ends at the point, for then its length means something; else it crosses the plot. */

#include <math.h>

#include "chart/ctg-guide.h"
#include "chart/ctg-kind.h"

static void
write_value (CtgPlan     *plan,
             unsigned int i,
             unsigned int s)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  double gap = plan->theme.size * 0.32;
  double certain;
  double possible;
  bool open;

  if (!ctg_estimate_is_reported (estimate))
    {
      if (!plan->missing_lane && plan->input->spec->missing_marks && !ctg_plan_is_left_out (plan, i, s))
        ctg_plan_add_label (plan, (CtgValueLabel) { .i = i, .s = s, .lane = s, .at = MAX (0, plan->domain_min), .offset = ctg_plan_get_missing_size (plan) * 1.6 });
      return;
    }

  ctg_estimate_get_extent (estimate, &certain, &possible, &open);

  /* What is less than zero has its stem after it. */
  bool negative = MAX (certain, possible) < 0;

  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .s = s,
    .lane = s,
    .text = ctg_estimate_format (estimate, plan->input->locale),
    .color = plan->theme.ink,
    .at = negative ? MIN (certain, possible) : MAX (certain, possible),
    .before = negative,
    .offset = gap + MAX (ctg_plan_get_point_size (plan) / 2, open || possible > ctg_plan_get_end (plan, i) ? ctg_plan_get_open_length (plan) : 0),
  });
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  for (unsigned int s = 0; s < plan->n_series; s++)
    write_value (plan, i, s);
}

/* The line of series s, which steps aside for the value written on it. What has no place on the axis needs none. */
static void
draw_guide (CtgPen      *pen,
            unsigned int i,
            unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  const CtgPanel *panel = ctg_layout_get_panel (pen->layout, i);
  double across = ctg_layout_get_lane (pen->layout, i, s);
  double from = panel->scale.range_min;
  double to = panel->scale.range_max;
  double direction = plan->vertical ? -1 : 1;
  CtgStyle style = ctg_style_stroke (ctg_color_mix (plan->theme.ink, plan->theme.paper, 0.84), 0.4);

  if (!(ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, s)) > 0))
    return;

  for (unsigned int k = 0; k < plan->labels->len; k++)
    {
      const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);
      CtgRect box;
      bool before;

      if (label->i != i || label->s != s || !ctg_guide_get_value_box (pen, k, &box, &before))
        continue;

      double near = plan->vertical ? box.y + box.height : box.x;
      double far = plan->vertical ? box.y : box.x + box.width;

      if ((to - far) * direction > plan->theme.size * 0.5)
        ctg_pen_line (pen, CTG_ROLE_GRID, far + direction * plan->theme.size * 0.25, across, to, across, &style);
      to = (near - from) * direction > 0 ? near - direction * plan->theme.size * 0.25 : from;
    }
  if ((to - from) * direction > 0)
    ctg_pen_line (pen, CTG_ROLE_GRID, from, across, to, across, &style);
}

/* The line from zero to the point. */
static void
draw_stem (CtgPen      *pen,
           unsigned int i,
           unsigned int s)
{
  double value = ctg_estimate_get_rank (ctg_plan_get_estimate (pen->plan, i, s));
  CtgStyle style = ctg_style_stroke (ctg_color_mix (pen->plan->colors[s], pen->plan->theme.paper, 0.55), MAX (0.6, pen->plan->theme.size * 0.11));
  double across = ctg_layout_get_lane (pen->layout, i, s);

  if (isfinite (value))
    ctg_pen_line (pen, CTG_ROLE_MARK_PART, ctg_pen_place (pen, i, 0, 0), across, ctg_pen_place (pen, i, value, 0), across, &style);
}

static void
draw_under (CtgPen      *pen,
            unsigned int i)
{
  for (unsigned int s = 0; s < pen->plan->n_series; s++)
    {
      if (pen->plan->scale.desc->positive)
        draw_guide (pen, i, s);
      else
        draw_stem (pen, i, s);
    }
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  ctg_pen_draw_point (pen, i, s, s * pen->layout->rows[i].lane_pitch);
}

const CtgKind ctg_kind_points = {
  .info = {
    .id = "points",
    .title = CTG_PHRASE_KIND_POINTS,
    .summary = CTG_PHRASE_KIND_POINTS_SUMMARY,
    .min_series = 1,
    .max_series = CTG_PALETTE_COLORS,
  },
  .alt = CTG_PHRASE_ALT_POINTS,
  .points = true,
  .lanes = true,
  .write = write_row,
  .draw_under = draw_under,
  .draw = draw,
};
