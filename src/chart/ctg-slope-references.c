/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Their labels keep clear of marks, and of the lines between them. */

#include "chart/ctg-slope-references.h"

#include <math.h>

#include "chart/ctg-reference-axis.h"

/* The value axis is not drawn, but all stands on it. */
static CtgReferenceAxis
make_axis (const CtgPen        *pen,
           const CtgSlopeFrame *frame,
           CtgRect              plot)
{
  double last = frame->x[pen->plan->n_series - 1];
  bool ranked = ctg_slope_is_ranked (pen->plan->input->table);
  double ends[] = { plot.y + frame->start, plot.y + frame->top };

  return (CtgReferenceAxis) {
           .references = pen->plan->input->spec->references,
           .scale = ctg_plan_make_scale (pen->plan, false, ends[ranked], ends[!ranked]),
           .upright = true,
           .plot = ctg_rect (plot.x + frame->x[0], plot.y + frame->top - frame->line / 2, last - frame->x[0], frame->bottom - frame->top + frame->line),
  };
}

/* Lines from mark to mark, in pairs of points on the page. */
static GArray *
collect_lines (const CtgPlan       *plan,
               const CtgSlopeFrame *frame,
               CtgRect              plot)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CtgPoint));

  for (unsigned int i = 0; i < frame->n; i++)
    {
      for (unsigned int s = 1; s < plan->n_series; s++)
        {
          CtgPoint ends[] = { ctg_slope_frame_get_point (frame, plan, plot, i, s - 1), ctg_slope_frame_get_point (frame, plan, plot, i, s) };

          if (isfinite (ends[0].y) && isfinite (ends[1].y))
            g_array_append_vals (lines, ends, G_N_ELEMENTS (ends));
        }
    }

  return lines;
}

static GArray *
collect_marks (const CtgPlan       *plan,
               const CtgSlopeFrame *frame,
               CtgRect              plot)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CtgRect));
  double size = ctg_slope_get_point_size (plan);

  for (unsigned int i = 0; i < frame->n; i++)
    {
      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          CtgPoint center = ctg_slope_frame_get_point (frame, plan, plot, i, s);
          CtgRect box = ctg_rect (center.x - size / 2, center.y - size / 2, size, size);

          if (isfinite (center.y))
            g_array_append_val (marks, box);
        }
    }

  return marks;
}

void
ctg_slope_draw_references (CtgPen              *pen,
                           const CtgSlopeFrame *frame,
                           CtgRect              plot)
{
  CtgReferenceAxis axis = make_axis (pen, frame, plot);

  if (axis.references[0] == NULL)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "references");
  ctg_reference_axis_draw_bands (&axis, pen);
  ctg_reference_axis_draw_lines (&axis, pen);
  ctg_scene_builder_pop (pen->canvas->builder);
}

void
ctg_slope_draw_reference_labels (CtgPen              *pen,
                                 const CtgSlopeFrame *frame,
                                 CtgRect              plot)
{
  CtgReferenceAxis axis = make_axis (pen, frame, plot);
  g_autoptr(GArray) lines = collect_lines (pen->plan, frame, plot);
  g_autoptr(GArray) marks = collect_marks (pen->plan, frame, plot);
  g_autoptr(GArray) texts = ctg_reference_texts_new ();

  if (axis.references[0] == NULL)
    return;

  ctg_reference_axis_place (&axis, pen, marks, lines, texts);
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "reference-labels");
  ctg_reference_texts_draw (texts, pen);
  ctg_scene_builder_pop (pen->canvas->builder);
}
