/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows where the value axis is cut: two lines across the plot, a mark on the axis, and a gap in every bar and line that passes the cut. */

#include <math.h>

#include "chart/ctg-guide.h"
#include "chart/ctg-kind.h"

/* Two slanted strokes at the edges of the cut, and nothing between them. */
static void
draw_cut (CtgPen         *pen,
          const CtgPanel *panel,
          double          across,
          double          half)
{
  const CtgTheme *theme = &pen->plan->theme;
  const CtgScale *scale = &panel->scale;
  double lean = (pen->plan->vertical ? -1 : 1) * MIN (half * 0.4, fabs (scale->range_max - scale->range_min) * CTG_SCALE_GAP * 0.35);
  double from = ctg_scale_map (scale, scale->break_low);
  double to = ctg_scale_map (scale, scale->break_high);
  CtgPoint corners[] = {
    ctg_pen_point (pen, from - lean, across + half), ctg_pen_point (pen, from + lean, across - half),
    ctg_pen_point (pen, to + lean, across - half), ctg_pen_point (pen, to - lean, across + half),
  };
  CtgStyle paper = ctg_style_fill (theme->paper);
  CtgStyle edge = ctg_style_stroke (theme->ink, MAX (0.6, theme->size * 0.09));

  ctg_canvas_polygon (pen->canvas, CTG_ROLE_AXIS_LINE, corners, G_N_ELEMENTS (corners), true, &paper);
  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_LINE, corners[0], corners[1], &edge);
  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_LINE, corners[2], corners[3], &edge);
}

/* Whether what is drawn in this lane of a row passes the cut. */
static bool
crosses (const CtgPlan *plan,
         unsigned int   i,
         unsigned int   lane)
{
  bool from_zero = !plan->kind->points || plan->kind->lanes;
  double low = from_zero ? 0 : INFINITY;
  double high = -INFINITY;

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      double certain;
      double possible;
      bool open;

      if (plan->kind->lanes && s != lane)
        continue;
      ctg_estimate_get_extent (ctg_plan_get_estimate (plan, i, s), &certain, &possible, &open);
      low = fmin (low, fmin (certain, ctg_plan_get_estimate (plan, i, s)->low));
      high = fmax (high, fmax (certain, possible));
    }

  return low < plan->scale.break_low && high > plan->scale.break_low;
}

void
ctg_guide_draw_breaks (CtgPen *pen)
{
  const CtgPlan *plan = pen->plan;
  unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;

  if (!ctg_plan_is_broken (plan))
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-breaks");
  for (unsigned int i = 0; i < pen->layout->n_fitted; i++)
    {
      const CtgPanel *panel = ctg_layout_get_panel (pen->layout, i);

      for (unsigned int lane = 0; lane < n_lanes; lane++)
        {
          if (crosses (plan, i, lane))
            draw_cut (pen, panel, ctg_layout_get_lane (pen->layout, i, lane), pen->layout->rows[i].thickness / 2 + 1);
        }
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

void
ctg_guide_draw_cut_axis (CtgPen         *pen,
                         const CtgPanel *panel)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.6), 0.5);
  double mark = theme->size * 0.3;

  if (!ctg_plan_is_broken (pen->plan) || panel->scale.break_high <= panel->scale.break_low)
    return;

  ctg_guide_draw_across (pen, CTG_ROLE_AXIS_LINE, panel, panel->scale.break_low, &style);
  ctg_guide_draw_across (pen, CTG_ROLE_AXIS_LINE, panel, panel->scale.break_high, &style);
  /* Labels of references stand where the mark would. */
  if (pen->layout->references != NULL && !pen->plan->vertical)
    draw_cut (pen, panel, panel->across_end + mark, mark);
  else
    draw_cut (pen, panel, panel->across_start - mark, mark);
}
