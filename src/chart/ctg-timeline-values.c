/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines of the grid and of references step aside for the labels of marks. */

#include "chart/ctg-timeline-values.h"

#include <math.h>

#include "chart/ctg-guide-references.h"

/* A line across the plot that steps aside for the labels. */
static void
draw_grid_line (CtgPen                 *pen,
                const CtgTimelineFrame *frame,
                CtgRect                 plot,
                double                  y,
                CtgRole                 role,
                CtgStyle                style)
{
  double end = frame->plot.x + frame->plot.width;
  double cursor = frame->plot.x;

  while (cursor < end)
    {
      double stop = end;
      double resume = end;

      for (unsigned int k = 0; k < frame->spots->len; k++)
        {
          const CtgRect *place = &frame->labels[k].place;
          bool in_the_way = frame->labels[k].placed && y > place->y - 0.5 && y < place->y + place->height + 0.5;

          if (in_the_way && place->x + place->width + 1.5 > cursor && place->x - 1.5 < stop)
            {
              stop = place->x - 1.5;
              resume = place->x + place->width + 1.5;
            }
        }
      if (stop > cursor)
        ctg_canvas_line (pen->canvas, role, ctg_rect_at (plot, cursor, y), ctg_rect_at (plot, stop, y), &style);
      cursor = MAX (cursor + 0.1, resume);
    }
}

/* What is zero stands on a band of its own, below an axis that has none. */
static void
draw_zero_lane (CtgPen                 *pen,
                const CtgTimelineFrame *frame,
                CtgRect                 plot)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_fill (ctg_theme_get_lane_color (theme));
  double height = ctg_plan_get_lane_width (pen->plan);
  double y = ctg_timeline_frame_get_y (frame, pen->plan, 0);
  g_autofree char *text = ctg_locale_format_number (pen->plan->input->locale, 0, 0);

  ctg_canvas_rect (pen->canvas, CTG_ROLE_GRID, ctg_rect (plot.x + frame->plot.x, plot.y + y - height / 2, frame->plot.width, height), &style);
  ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text,
                   ctg_rect_at (plot, frame->plot.x - theme->size * 0.5, y + theme->axis.size * 0.36), CTG_ALIGN_END);
}

void
ctg_timeline_draw_values (CtgPen                 *pen,
                          const CtgTimelineFrame *frame,
                          CtgRect                 plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  double line = ctg_layout_get_line_height (plan, &theme->axis);
  double last = INFINITY;

  if (frame->axis_title_height > 0)
    {
      g_autofree char *title = ctg_text_measure_shorten (plan->input->measure, &theme->axis, plan->texts->axis_title, plot.width);

      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_TITLE, &theme->axis, theme->muted, title, (CtgPoint) { plot.x, plot.y + line * 0.8 }, CTG_ALIGN_START);
    }
  if (plan->zero_lane)
    draw_zero_lane (pen, frame, plot);
  for (unsigned int k = 0; k < frame->ticks->n; k++)
    {
      g_autofree char *text = ctg_timeline_frame_dup_tick (frame, plan, k);
      double y = ctg_scale_map (&frame->values, frame->ticks->values[k]);

      if (plan->input->spec->axis_grid && frame->ticks->values[k] != 0)
        draw_grid_line (pen, frame, plot, y, CTG_ROLE_GRID, ctg_style_stroke (theme->grid, 0.5));
      if (last - y < line * 1.05 || y - line / 2 < frame->axis_title_height)
        continue;
      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text,
                       ctg_rect_at (plot, frame->plot.x - theme->size * 0.5, y + theme->axis.size * 0.36), CTG_ALIGN_END);
      last = y;
    }
}

static double
get_place (const CtgPlan          *plan,
           const CtgTimelineFrame *frame,
           double                  value)
{
  return ctg_scale_map (&frame->values, CLAMP (value, plan->domain_min, plan->domain_max));
}

void
ctg_timeline_draw_references (CtgPen                 *pen,
                              const CtgTimelineFrame *frame,
                              CtgRect                 plot,
                              bool                    bands)
{
  const CtgPlan *plan = pen->plan;
  double end = frame->plot.x + frame->plot.width;
  double room = plot.width - end - plan->theme.size * 0.9;
  g_autoptr(GArray) labels = ctg_references_measure (plan, MAX (1, room), false);
  CtgStyle band = ctg_guide_get_band_style (plan);

  if (labels->len == 0)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, bands ? "bands" : "references");
  for (unsigned int k = 0; k < labels->len; k++)
    {
      CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);
      double low = get_place (plan, frame, label->reference->value);
      double high = isfinite (label->reference->to) ? get_place (plan, frame, label->reference->to) : low;

      label->at = (low + high) / 2;
      if (low > high && bands)
        ctg_canvas_rect (pen->canvas, CTG_ROLE_REFERENCE, ctg_rect (plot.x + frame->plot.x, plot.y + high, frame->plot.width, low - high), &band);
    }
  for (unsigned int k = 0; k < labels->len; k++)
    {
      const CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);

      if (!isfinite (label->reference->to) && !bands)
        draw_grid_line (pen, frame, plot, label->at, CTG_ROLE_REFERENCE, ctg_guide_get_reference_style (plan));
    }
  ctg_references_place_behind (labels, 0, frame->plot.y + frame->plot.height + plan->theme.size * 0.4);
  if (!bands)
    ctg_guide_draw_reference_labels (pen, labels, (CtgPoint) { plot.x, plot.y }, end);
  ctg_scene_builder_pop (pen->canvas->builder);
}
