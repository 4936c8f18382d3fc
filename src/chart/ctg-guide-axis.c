/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The value axis: light grid lines, numbers, a title; the dark line at zero from which bars are measured, or the lanes of what has no place on
 * the axis. */

#include "chart/ctg-guide.h"

#include <math.h>

#include "chart/ctg-kind.h"

void
ctg_guide_draw_across (CtgPen         *pen,
                       CtgRole         role,
                       const CtgPanel *panel,
                       double          value,
                       const CtgStyle *style)
{
  const CtgPlan *plan = pen->plan;
  double place = ctg_scale_map (&panel->scale, value);
  double cursor = panel->across_start;

  for (unsigned int k = 0; k < plan->labels->len; k++)
    {
      const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);
      CtgRect box;
      bool before;

      if (label->i < panel->first || label->i >= panel->first + panel->n || !ctg_guide_get_value_box (pen, k, &box, &before))
        continue;

      double near = plan->vertical ? box.y : box.x;
      double far = near + (plan->vertical ? box.height : box.width);
      double start = plan->vertical ? box.x : box.y;
      double end = start + (plan->vertical ? box.width : box.height);

      if (place < near - 1.5 || place > far + 1.5)
        continue;
      if (start > cursor + 0.5)
        ctg_pen_line (pen, role, place, cursor, place, start, style);
      cursor = MAX (cursor, end);
    }

  if (panel->across_end > cursor)
    ctg_pen_line (pen, role, place, cursor, place, panel->across_end, style);
}

static void
draw_tick_label (CtgPen         *pen,
                 const CtgPanel *panel,
                 const char     *text,
                 double          place)
{
  const CtgTheme *theme = &pen->plan->theme;

  if (pen->plan->vertical)
    ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text,
                     (CtgPoint) { panel->across_start - theme->size * 0.4, place + theme->axis.size * 0.36 }, CTG_ALIGN_END);
  else
    {
      CtgTextExtents extents;

      ctg_text_measure_line (pen->canvas->measure, &theme->axis, text, &extents);
      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text,
                       (CtgPoint) { ctg_layout_keep_inside (pen->layout, pen->plan, place, extents.width), pen->layout->axes[panel->apart].label_y }, CTG_ALIGN_MIDDLE);
    }
}

/* A panel of short bars ends before the common scale does. */
static bool
is_inside (const CtgPanel *panel,
           double          value)
{
  double place = ctg_scale_map (&panel->scale, value);

  return place >= MIN (panel->along_start, panel->along_end) - 0.01 && place <= MAX (panel->along_start, panel->along_end) + 0.01;
}

/* A faint band across the panel. Its name stands where the numbers of the axis stand; a long one ends with the band. */
static void
draw_lane (CtgPen         *pen,
           const CtgPanel *panel,
           double          place,
           const char     *text)
{
  const CtgTheme *theme = &pen->plan->theme;
  double half = ctg_plan_get_lane_width (pen->plan) / 2;
  CtgStyle style = ctg_style_fill (ctg_theme_get_lane_color (theme));
  CtgTextExtents extents;

  if (isnan (place) || text == NULL)
    return;

  ctg_pen_rect (pen, CTG_ROLE_GRID, place - half, place + half, (panel->across_start + panel->across_end) / 2, panel->across_end - panel->across_start, &style);
  ctg_text_measure_line (pen->canvas->measure, &theme->axis, text, &extents);
  if (pen->plan->vertical || extents.width <= half * 2)
    draw_tick_label (pen, panel, text, place);
  else
    ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text, (CtgPoint) { place + half, pen->layout->axes[panel->apart].label_y }, CTG_ALIGN_END);
}

void
ctg_guide_draw_axis_title (CtgPen *pen)
{
  const CtgTextBlock *block = &pen->layout->axis_title;

  for (unsigned int i = 0; i < block->n_lines; i++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_TITLE, &block->font, block->color, block->lines[i],
                     (CtgPoint) { pen->layout->axis_title_x, block->y + i * block->line_height + block->ascent }, CTG_ALIGN_START);
}

void
ctg_guide_draw_axis (CtgPen *pen)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle grid = ctg_style_stroke (theme->grid, 0.5);

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-values");
  ctg_guide_draw_axis_title (pen);
  for (unsigned int p = 0; p < pen->layout->panels->len; p++)
    {
      const CtgPanel *panel = &g_array_index (pen->layout->panels, CtgPanel, p);

      const CtgAxis *axis = &pen->layout->axes[panel->apart];

      draw_lane (pen, panel, panel->zero, pen->layout->zero_label);
      draw_lane (pen, panel, panel->missing, pen->layout->missing_label);
      ctg_guide_draw_cut_axis (pen, panel);
      for (unsigned int k = 0; axis->ticks != NULL && k < axis->ticks->n; k++)
        {
          if (!is_inside (panel, axis->ticks->values[k]))
            continue;
          if (pen->plan->input->spec->axis_grid && axis->ticks->values[k] != 0)
            ctg_guide_draw_across (pen, CTG_ROLE_GRID, panel, axis->ticks->values[k], &grid);
          if (!pen->layout->hides_numbers)
            draw_tick_label (pen, panel, axis->labels[k], ctg_scale_map (&panel->scale, axis->ticks->values[k]));
        }
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

void
ctg_guide_draw_baseline (CtgPen *pen)
{
  const CtgTheme *theme = &pen->plan->theme;
  bool points = pen->plan->kind->points;
  CtgStyle style = ctg_style_stroke (points ? ctg_color_mix (theme->ink, theme->paper, 0.55) : theme->baseline, points ? 0.5 : 0.6);

  for (unsigned int p = 0; p < pen->layout->panels->len && !pen->plan->scale.desc->positive; p++)
    ctg_guide_draw_across (pen, CTG_ROLE_AXIS_LINE, &g_array_index (pen->layout->panels, CtgPanel, p), 0, &style);
}
