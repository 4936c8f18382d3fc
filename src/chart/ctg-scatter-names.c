/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which points of a scatter plot are named, and where their names find a place. */

#include "chart/ctg-scatter-names.h"

#include "chart/ctg-guide.h"
#include "chart/ctg-place.h"

/* More names than this are never tried, and none where there are more points than the other. */
#define MOST_NAMES 120
#define MOST_NAMED_POINTS 1000

static CtgRect
get_box (const CtgScatterFrame *frame,
         const CtgPlan         *plan,
         unsigned int           i)
{
  CtgPoint at = ctg_scatter_frame_get_place (frame, plan, i);
  CtgRect box = ctg_rect (at.x - frame->point_size / 2, at.y - frame->point_size / 2, frame->point_size, frame->point_size);

  /* The name of what stands left of the upright axis begins right of it, not on its line. */
  if (at.x < frame->inner.x - frame->point_size)
    box.width = frame->inner.x + 1.5 - box.x;

  return box;
}


GArray *
ctg_scatter_collect_marks (const CtgScatterFrame *frame,
                           const CtgPlan         *plan)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CtgRect));

  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      CtgPoint at = ctg_scatter_frame_get_place (frame, plan, i);
      CtgRect box = get_box (frame, plan, i);
      double from, to;

      if (!ctg_scatter_is_drawn (plan, i))
        continue;
      g_array_append_val (marks, box);
      if (ctg_scatter_get_reach (&frame->x, ctg_plan_get_estimate (plan, i, 0), &from, &to))
        {
          box = ctg_rect (from, at.y - 0.5, to - from, 1);
          g_array_append_val (marks, box);
        }
      if (ctg_scatter_get_reach (&frame->y, ctg_plan_get_estimate (plan, i, 1), &from, &to))
        {
          box = ctg_rect (at.x - 0.5, to, 1, from - to);
          g_array_append_val (marks, box);
        }
    }

  return marks;
}

static void
draw_name (CtgPen               *pen,
           const CtgPlacedLabel *label,
           unsigned int          i)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  CtgStyle leader = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.6), 0.4);

  if (label->moved)
    ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, label->anchor, label->tip, &leader);
  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[i], plan->series[1] });
  ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->axis, label->stays ? theme->muted : theme->ink, ctg_arranger_get_name (plan->input->arranger, plan->rows[i]),
                   (CtgPoint) { label->place.x, label->place.y + label->height * 0.8 }, CTG_ALIGN_START);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

bool
ctg_scatter_has_names (const CtgPlan *plan)
{
  return plan->n_rows <= MOST_NAMED_POINTS;
}

void
ctg_scatter_draw_names (CtgPen                *pen,
                        const CtgScatterFrame *frame,
                        const GArray          *taken,
                        const GArray          *lines)
{
  const CtgPlan *plan = pen->plan;
  unsigned int n = ctg_scatter_has_names (plan) ? MIN (plan->n_rows, MOST_NAMES) : 0;
  g_autofree CtgPlacedLabel *labels = g_new0 (CtgPlacedLabel, n + 1);
  g_autofree unsigned int *rows = g_new (unsigned int, n + 1);
  double size = plan->theme.size;
  unsigned int n_labels = 0;
  unsigned int n_left;

  for (unsigned int i = 0; i < n; i++)
    {
      if (!ctg_scatter_is_drawn (plan, i))
        continue;
      labels[n_labels].mark = get_box (frame, plan, i);
      labels[n_labels].width = ctg_layout_get_text_width (plan, &plan->theme.axis, ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));
      labels[n_labels].height = frame->line;
      labels[n_labels].stays = ctg_scatter_is_missing (plan, i);
      rows[n_labels++] = i;
    }

  CtgPlaceRoom room = {
    .box = frame->outer,
    .taken = (const CtgRect *) (void *) taken->data,
    .n_taken = taken->len,
    .lines = (const CtgPoint *) (void *) lines->data,
    .n_lines = lines->len / 2,
    .gap = MAX (1, size * 0.16),
    .reach = size * 2.6,
  };

  n_left = ctg_place_labels (labels, n_labels, &room);
  for (unsigned int k = 0; k < n_labels; k++)
    if (labels[k].placed)
      draw_name (pen, &labels[k], rows[k]);
  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_NAMES_LEFT_OUT, "page.width", n_left + plan->n_rows - n);
}
