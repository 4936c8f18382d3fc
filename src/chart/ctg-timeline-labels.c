/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A name stands over its value, or a number stands for both. */

#include "chart/ctg-timeline-labels.h"

/* Name over value, from the side that is nearest to the mark. */
static void
draw_two_lines (CtgPen                *pen,
                const CtgTimelineSpot *spot,
                CtgRect                box,
                CtgAlign               align,
                CtgRect                plot)
{
  const CtgPlan *plan = pen->plan;
  double x = align == CTG_ALIGN_START ? box.x : align == CTG_ALIGN_END ? box.x + box.width : box.x + box.width / 2;
  double y = box.y + spot->name_extents.ascent;

  ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &plan->theme.value, plan->theme.ink, spot->name, ctg_rect_at (plot, x, y), align);
  y += spot->name_extents.descent + spot->value_extents.ascent;
  if (*spot->value != '\0')
    ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, &plan->theme.value, ctg_theme_get_text_color (&plan->theme, plan->colors[spot->s]), spot->value,
                     ctg_rect_at (plot, x, y), align);
}

void
ctg_timeline_draw_label (CtgPen                 *pen,
                         const CtgTimelineFrame *frame,
                         unsigned int            k,
                         CtgRect                 plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTimelineSpot *spot = &g_array_index (frame->spots, CtgTimelineSpot, k);
  const CtgPlacedLabel *label = &frame->labels[k];
  CtgStyle leader = ctg_style_stroke (ctg_color_mix (plan->theme.ink, plan->theme.paper, 0.5), 0.4);
  CtgAlign align = label->place.x >= label->mark.x + label->mark.width ? CTG_ALIGN_START
                   : label->place.x + label->place.width <= label->mark.x ? CTG_ALIGN_END : CTG_ALIGN_MIDDLE;

  if (!label->placed)
    return;

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[spot->i], plan->series[spot->s] });
  if (label->moved)
    ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, ctg_rect_at (plot, label->anchor.x, label->anchor.y), ctg_rect_at (plot, label->tip.x, label->tip.y), &leader);
  if (!frame->numbered)
    draw_two_lines (pen, spot, label->place, align, plot);
  else
    {
      g_autofree char *number = ctg_timeline_dup_number (plan, k);
      CtgPoint at = { label->place.x + label->place.width / 2, label->place.y + spot->name_extents.ascent };

      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &plan->theme.value, plan->theme.ink, number, ctg_rect_at (plot, at.x, at.y), CTG_ALIGN_MIDDLE);
    }
}

void
ctg_timeline_draw_list (CtgPen                 *pen,
                        const CtgTimelineFrame *frame,
                        CtgRect                 plot)
{
  const CtgPlan *plan = pen->plan;
  unsigned int n_lines = (frame->spots->len + frame->n_columns - 1) / frame->n_columns;
  double number_width = plan->theme.size * 1.4;

  for (unsigned int k = 0; k < frame->spots->len; k++)
    {
      const CtgTimelineSpot *spot = &g_array_index (frame->spots, CtgTimelineSpot, k);
      CtgRect box = ctg_rect (k / n_lines * plot.width / frame->n_columns + number_width + plan->theme.size * 0.4, frame->list_top + k % n_lines * frame->line,
                              spot->name_extents.width, 0);
      g_autofree char *number = ctg_timeline_dup_number (plan, k);

      ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[spot->i], plan->series[spot->s] });
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &plan->theme.value, plan->theme.muted, number,
                       ctg_rect_at (plot, box.x - plan->theme.size * 0.4, box.y + spot->name_extents.ascent), CTG_ALIGN_END);

      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, spot->i, &storage);

      draw_two_lines (&row_pen, spot, box, CTG_ALIGN_START, plot);
    }
}
