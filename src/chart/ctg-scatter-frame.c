/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds how the two axes share the box of a scatter plot, and draws them. It must not draw a mark. */

#include "chart/ctg-scatter-frame.h"

#include <math.h>

#include "chart/ctg-guide.h"
#include "chart/ctg-scatter-rates.h"

void
ctg_scatter_frame_free (CtgScatterFrame *self)
{
  ctg_scatter_axis_clear (&self->x);
  ctg_scatter_axis_clear (&self->y);
  g_strfreev (self->x_title);
  g_strfreev (self->y_title);
  g_free (self);
}

static char **
wrap_title (const CtgPlan        *plan,
            const CtgScatterAxis *axis,
            double                width)
{
  g_autofree char *title = ctg_scatter_axis_dup_title (axis, plan);

  g_autofree char *isolated = ctg_locale_isolate_paragraph (plan->input->locale, title);

  return ctg_text_measure_wrap (plan->input->measure, &plan->theme.axis, isolated, width);
}

static double
get_widest (const CtgPlan *plan,
            char         **texts)
{
  double widest = 0;

  for (unsigned int i = 0; texts != NULL && texts[i] != NULL; i++)
    widest = MAX (widest, ctg_layout_get_text_width (plan, &plan->theme.axis, texts[i]));

  return widest;
}

static double
choose_point_size (const CtgPlan *plan)
{
  double share = plan->n_rows <= 40 ? 0.68 : plan->n_rows <= 150 ? 0.56 : plan->n_rows <= CTG_SCATTER_MANY ? 0.42 : 0.28;

  return MAX (1, ctg_plan_get_point_size (plan) * share);
}

/* The words at the lane of what is missing on the first axis end under it, clear of the first number. */
static double
find_words_end (const CtgScatterFrame *self,
                const CtgPlan         *plan)
{
  double end = self->x.missing_at + plan->theme.size * 0.75;
  const char *first = self->x.ticks->n > 0 ? self->x.labels[0] : "";
  double half = ctg_layout_get_text_width (plan, &plan->theme.axis, first) / 2;

  if (self->x.zero_lane)
    return MIN (end, self->x.zero_at - plan->theme.size * 0.7);

  return self->x.ticks->n > 0 ? MIN (end, ctg_scale_map (&self->x.scale, self->x.ticks->values[0]) - half - plan->theme.size * 0.9) : end;
}

/* The name of the lane before the axis has several lines under it; a title that may reach as far begins under the last of them. Where the name ends
 * is not known yet: no further than numbers of five figures and both lanes. */
static double
get_title_drop (const CtgScatterFrame *self,
                const CtgPlan         *plan,
                double                 width,
                double                 beside)
{
  double size = plan->theme.size;
  double words = MAX (get_widest (plan, self->x.missing_lines), 3.5 * size) + ctg_scatter_axis_get_lanes (&self->x, plan) + size;
  unsigned int n = self->x.missing_lane ? g_strv_length (self->x.missing_lines) : 0;

  return n > 1 && get_widest (plan, self->x_title) + words > width - beside ? (n - 1) * self->line : 0;
}

/* From above to below: title of the upright axis, labels of the lines of equal shares, the plot, its lanes, ticks, the other title; then, when
 * the ticks of the upright axis are known, from left to right. */
CtgScatterFrame *
ctg_scatter_frame_new (const CtgPlan *plan,
                       CtgRect        box)
{
  CtgScatterFrame *self = g_new0 (CtgScatterFrame, 1);
  double size = plan->theme.size;
  double above, beside;

  ctg_scatter_axis_init (&self->x, plan, 0);
  ctg_scatter_axis_init (&self->y, plan, 1);
  ctg_scatter_rates_measure (plan, &above, &beside);
  self->line = ctg_layout_get_line_height (plan, &plan->theme.axis);
  self->point_size = choose_point_size (plan);
  self->x_title = wrap_title (plan, &self->x, box.width * 0.8);
  self->y_title = wrap_title (plan, &self->y, box.width * 0.8);

  double top = box.y + g_strv_length (self->y_title) * self->line + size * 0.5 + MAX (above, size * 0.35);
  double end = box.y + box.height - g_strv_length (self->x_title) * self->line - self->line - size * 1.05 - get_title_drop (self, plan, box.width, beside);
  double bottom = MAX (top + 1, end - ctg_scatter_axis_get_lanes (&self->y, plan));

  ctg_scatter_axis_fit (&self->y, plan, bottom, top);
  ctg_scatter_axis_match (&self->x, &self->y, plan);
  ctg_scatter_axis_place_lanes (&self->y, plan, bottom);

  double labels = MAX (get_widest (plan, self->y.labels), MAX (get_widest (plan, self->y.missing_lines), get_widest (plan, self->x.missing_lines)));
  double start = box.x + labels + size * 0.45;
  double left = start + ctg_scatter_axis_get_lanes (&self->x, plan);
  double right = MAX (left + 1, box.x + box.width - MAX (beside, self->point_size));

  ctg_scatter_axis_fit (&self->x, plan, left, right);
  /* The last number stands under the end of the axis. */
  if (self->x.ticks->n > 0)
    {
      double half = ctg_layout_get_text_width (plan, &plan->theme.axis, self->x.labels[self->x.ticks->n - 1]) / 2;
      double over = ctg_scale_map (&self->x.scale, self->x.ticks->values[self->x.ticks->n - 1]) + half - box.x - box.width;

      if (over > 0)
        ctg_scatter_axis_fit (&self->x, plan, left, right = MAX (left + 1, right - over));
    }
  ctg_scatter_axis_place_lanes (&self->x, plan, left);
  self->x_words_end = MAX (start, find_words_end (self, plan));

  self->inner = ctg_rect (left, top, right - left, bottom - top);
  self->outer = ctg_rect (start, top, right - start, MAX (end, bottom) - top);

  return self;
}

/* ---- guides ---- */

static void
draw_lane (CtgPen *pen,
           CtgRect lane)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_fill (ctg_color_mix (theme->ink, theme->paper, 0.955));

  ctg_canvas_rect (pen->canvas, CTG_ROLE_GRID, lane, &style);
}

/* Light strips behind what has no place between the axes. */
void
ctg_scatter_frame_draw_lanes (const CtgScatterFrame *self,
                              CtgPen                *pen)
{
  double size = pen->plan->theme.size * 1.5;
  const CtgRect *inner = &self->inner;
  const CtgRect *outer = &self->outer;
  double foot = outer->y + outer->height;

  if (self->x.zero_lane)
    draw_lane (pen, ctg_rect (self->x.zero_at - size / 2 + 0.5, inner->y, size - 1, foot - inner->y));
  if (self->x.missing_lane)
    draw_lane (pen, ctg_rect (self->x.missing_at - size / 2 + 0.5, inner->y, size - 1, inner->height));
  if (self->y.zero_lane)
    draw_lane (pen, ctg_rect (outer->x, self->y.zero_at - size / 2 + 0.5, outer->width, size - 1));
  if (self->y.missing_lane)
    {
      double half = foot - self->y.missing_at;

      draw_lane (pen, ctg_rect (inner->x, self->y.missing_at - half + 0.5, inner->width, 2 * half - 1));
    }
}

static void
draw_words (CtgPen     *pen,
            CtgRole     role,
            const char *text,
            double      x,
            double      middle,
            CtgAlign    align)
{
  const CtgTheme *theme = &pen->plan->theme;

  ctg_canvas_text (pen->canvas, role, &theme->axis, theme->muted, text, (CtgPoint) { x, middle + theme->axis.size * 0.36 }, align);
}

static void
draw_lane_words (CtgPen                *pen,
                 const CtgScatterFrame *frame)
{
  const CtgPlan *plan = pen->plan;
  g_autofree char *zero = ctg_locale_format_number (plan->input->locale, 0, 0);
  double size = plan->theme.size;
  double x = frame->outer.x - size * 0.45;
  double y = frame->outer.y + frame->outer.height + size * 0.55 + frame->line / 2;
  unsigned int n = frame->y.missing_lane ? g_strv_length (frame->y.missing_lines) : 0;

  if (frame->y.zero_lane)
    draw_words (pen, CTG_ROLE_AXIS_LABEL, zero, x, frame->y.zero_at, CTG_ALIGN_END);
  for (unsigned int k = 0; k < n; k++)
    draw_words (pen, CTG_ROLE_AXIS_LABEL, frame->y.missing_lines[k], x, frame->y.missing_at + (k - (n - 1) / 2.0) * frame->line, CTG_ALIGN_END);
  if (frame->x.zero_lane)
    draw_words (pen, CTG_ROLE_AXIS_LABEL, zero, frame->x.zero_at, y, CTG_ALIGN_MIDDLE);
  for (unsigned int k = 0; frame->x.missing_lane && frame->x.missing_lines[k] != NULL; k++)
    draw_words (pen, CTG_ROLE_AXIS_LABEL, frame->x.missing_lines[k], frame->x_words_end, y + k * frame->line, CTG_ALIGN_END);
}

static void
draw_axes (CtgPen                *pen,
           const CtgScatterFrame *frame)
{
  const CtgTheme *theme = &pen->plan->theme;
  const CtgSpec *spec = pen->plan->input->spec;
  CtgStyle grid = ctg_style_stroke (theme->grid, 0.5);
  CtgStyle line = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.45), 0.6);
  const CtgRect *inner = &frame->inner;
  double right = inner->x + inner->width;
  double bottom = inner->y + inner->height;
  double under = frame->outer.y + frame->outer.height + theme->size * 0.55 + frame->line / 2;

  grid.snap = line.snap = true;
  for (unsigned int k = 0; k < frame->x.ticks->n; k++)
    {
      double x = ctg_scale_map (&frame->x.scale, frame->x.ticks->values[k]);

      if (spec->axis_grid)
        ctg_canvas_line (pen->canvas, CTG_ROLE_GRID, (CtgPoint) { x, inner->y }, (CtgPoint) { x, bottom }, &grid);
      draw_words (pen, CTG_ROLE_AXIS_LABEL, frame->x.labels[k], x, under, CTG_ALIGN_MIDDLE);
    }
  for (unsigned int k = 0; k < frame->y.ticks->n; k++)
    {
      double y = ctg_scale_map (&frame->y.scale, frame->y.ticks->values[k]);

      if (spec->axis_grid)
        ctg_canvas_line (pen->canvas, CTG_ROLE_GRID, (CtgPoint) { inner->x, y }, (CtgPoint) { right, y }, &grid);
      draw_words (pen, CTG_ROLE_AXIS_LABEL, frame->y.labels[k], frame->outer.x - theme->size * 0.45, y, CTG_ALIGN_END);
    }
  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_LINE, (CtgPoint) { inner->x, bottom }, (CtgPoint) { right, bottom }, &line);
  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_LINE, (CtgPoint) { inner->x, inner->y }, (CtgPoint) { inner->x, bottom }, &line);
}

static void
draw_titles (CtgPen                *pen,
             const CtgScatterFrame *frame,
             CtgRect                box)
{
  const CtgTheme *theme = &pen->plan->theme;
  double y = box.y + frame->line * 0.5;
  unsigned int n = g_strv_length (frame->x_title);

  for (unsigned int k = 0; frame->y_title[k] != NULL; k++)
    draw_words (pen, CTG_ROLE_AXIS_TITLE, frame->y_title[k], box.x, y + k * frame->line, CTG_ALIGN_START);
  y = box.y + box.height - frame->line * (n - 0.5) - theme->size * 0.1;
  for (unsigned int k = 0; k < n; k++)
    draw_words (pen, CTG_ROLE_AXIS_TITLE, frame->x_title[k], frame->inner.x + frame->inner.width, y + k * frame->line, CTG_ALIGN_END);
}

void
ctg_scatter_frame_draw_axes (const CtgScatterFrame *self,
                             CtgPen                *pen,
                             CtgRect                box)
{
  draw_axes (pen, self);
  draw_lane_words (pen, self);
  draw_titles (pen, self, box);
}

/* ---- marks ---- */

CtgPoint
ctg_scatter_frame_get_place (const CtgScatterFrame *self,
                             const CtgPlan         *plan,
                             unsigned int           i)
{
  return (CtgPoint) { ctg_scatter_axis_place (&self->x, ctg_plan_get_estimate (plan, i, 0)),
                      ctg_scatter_axis_place (&self->y, ctg_plan_get_estimate (plan, i, 1)) };
}
bool
ctg_scatter_is_drawn (const CtgPlan *plan,
                      unsigned int   i)
{
  for (unsigned int s = 0; s < 2; s++)
    {
      if (!ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, s)) &&
          (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, s)))
        return false;
    }

  return true;
}

bool
ctg_scatter_is_missing (const CtgPlan *plan,
                        unsigned int   i)
{
  return !ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 0)) || !ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 1));
}

bool
ctg_scatter_get_reach (const CtgScatterAxis *axis,
                       const CtgEstimate    *estimate,
                       double               *from,
                       double               *to)
{
  double low, high;

  if (!ctg_estimate_get_ends (estimate, &low, &high) || low >= high)
    return false;

  *from = ctg_scatter_axis_place_number (axis, low);
  *to = ctg_scatter_axis_place_number (axis, high);

  return true;
}
