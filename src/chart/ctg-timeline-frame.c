/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The plot is made higher until every name finds room beside its mark; where none is high enough, marks are numbered and named in a list. */

#include "chart/ctg-timeline-frame.h"

#include <math.h>

#include "chart/ctg-guide-references.h"

/* How high a plot of this width is at least and at most. */
#define LEAST_RATIO 0.5
#define MOST_RATIO 0.85

void
ctg_timeline_frame_free (CtgTimelineFrame *self)
{
  g_array_unref (self->spots);
  g_free (self->labels);
  ctg_ticks_free (self->ticks);
  g_free (self);
}

double
ctg_timeline_get_point_size (const CtgPlan *plan)
{
  return ctg_plan_get_point_size (plan) * 0.8;
}

double
ctg_timeline_get_arrow_length (const CtgPlan *plan)
{
  return ctg_plan_get_open_length (plan) * 1.2;
}

double
ctg_timeline_frame_get_y (const CtgTimelineFrame *self,
                          const CtgPlan          *plan,
                          double                  value)
{
  return self->values.range_min - ctg_plan_get_along (plan, false, value, self->values.range_min - self->values.range_max);
}

char *
ctg_timeline_frame_dup_tick (const CtgTimelineFrame *self,
                             const CtgPlan          *plan,
                             unsigned int            tick)
{
  return ctg_locale_format_number (plan->input->locale, self->ticks->values[tick], self->ticks->decimals);
}

char *
ctg_timeline_dup_number (const CtgPlan *plan,
                         unsigned int   k)
{
  return ctg_locale_format_number (plan->input->locale, k + 1, 0);
}

/* Marks of one date step aside, one to each side and by half of themselves at most: less than a date is vague. */
static void
part_marks (CtgTimelineFrame *self,
            const CtgPlan    *plan)
{
  double apart = ctg_timeline_get_point_size (plan) * 0.95;
  g_autofree bool *moved = g_new0 (bool, self->spots->len + 1);

  for (unsigned int k = 1; k < self->spots->len; k++)
    {
      CtgTimelineSpot *spot = &g_array_index (self->spots, CtgTimelineSpot, k);
      CtgTimelineSpot *before = &g_array_index (self->spots, CtgTimelineSpot, k - 1);
      double missing = apart - (spot->point.x - before->point.x);

      if (missing <= 0 || before->top > spot->bottom + apart || spot->top > before->bottom + apart)
        continue;
      if (!moved[k - 1])
        before->point.x -= missing / 2;
      spot->point.x += missing / 2;
      moved[k] = true;
    }
}

/* The plot between its axes in a box of this size, and every mark in it. */
static void
place_plot (CtgTimelineFrame *self,
            const CtgPlan    *plan,
            double            width,
            double            height)
{
  const CtgTheme *theme = &plan->theme;
  double size = theme->size;
  double line = ctg_layout_get_line_height (plan, &theme->axis);
  bool titled = plan->texts->axis_title[0] != '\0' && g_strcmp0 (plan->texts->axis_title, plan->texts->subtitle) != 0;
  double top = (titled ? line + size * 0.3 : 0) + line / 2;
  double bottom = MAX (top + 1, height - ctg_timeline_axis_get_height (&self->axis, plan));
  CtgScale values = ctg_plan_make_scale (plan, false, 0, 1);
  double gutter = 0;

  g_clear_pointer (&self->ticks, ctg_ticks_free);
  self->ticks = ctg_scale_ticks (&values, CLAMP ((int) round ((bottom - top) / (size * 3.5)), 2, 7), NULL, NULL);
  for (unsigned int k = 0; k < self->ticks->n; k++)
    {
      g_autofree char *text = ctg_timeline_frame_dup_tick (self, plan, k);
      CtgTextExtents extents;

      ctg_text_measure_line (plan->input->measure, &theme->axis, text, &extents);
      gutter = MAX (gutter, extents.width);
    }

  self->axis_title_height = titled ? line : 0;
  self->plot = ctg_rect (gutter + size * 0.6, top, MAX (1, width - gutter - size * 0.6), bottom - top);
  self->time = ctg_timeline_axis_make_scale (&self->axis, self->plot.x, self->plot.x + self->plot.width);
  /* Room for an arrow above the highest mark. */
  double start = bottom - ctg_plan_get_lanes_room (plan);

  self->values = ctg_plan_make_scale (plan, false, start, MIN (start - 0.5, top + ctg_plan_get_open_length (plan) * 1.3));

  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      CtgTimelineSpot *spot = &g_array_index (self->spots, CtgTimelineSpot, k);
      double rank = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, spot->i, spot->s));

      spot->point = (CtgPoint) { ctg_scale_map (&self->time, spot->day), ctg_timeline_frame_get_y (self, plan, rank) };
      spot->top = ctg_timeline_frame_get_y (self, plan, spot->high);
      spot->bottom = ctg_timeline_frame_get_y (self, plan, spot->low);
    }
  part_marks (self, plan);
}

static CtgRect
get_mark_box (const CtgPlan         *plan,
              const CtgTimelineSpot *spot)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, spot->i, spot->s);
  double size = ctg_timeline_get_point_size (plan);
  double top = MIN (spot->top, spot->point.y) - (ctg_estimate_is_at_least (estimate) ? ctg_timeline_get_arrow_length (plan) : size / 2);
  double bottom = MAX (spot->bottom, spot->point.y) + (ctg_estimate_is_at_most (estimate) ? ctg_timeline_get_arrow_length (plan) : size / 2);

  return ctg_rect (spot->point.x - size / 2, top, size, bottom - top);
}

/* Labels may not cover the lines that join marks: small boxes along each. */
static GArray *
collect_taken (const CtgTimelineFrame *self,
               const CtgPlan          *plan)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (CtgRect));

  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      int next = ctg_timeline_find_next (self->spots, plan, k);

      if (next < 0)
        continue;

      CtgPoint a = g_array_index (self->spots, CtgTimelineSpot, k).point;
      CtgPoint b = g_array_index (self->spots, CtgTimelineSpot, next).point;
      int n_steps = MAX (1, (int) ceil (hypot (b.x - a.x, b.y - a.y) / 3));

      for (int step = 0; step <= n_steps; step++)
        {
          double t = (double) step / n_steps;
          CtgRect box = ctg_rect (a.x + t * (b.x - a.x) - 0.6, a.y + t * (b.y - a.y) - 0.6, 1.2, 1.2);

          g_array_append_val (taken, box);
        }
    }

  return taken;
}

static double
get_value_height (const CtgTimelineSpot *spot)
{
  return *spot->value != '\0' ? spot->value_extents.ascent + spot->value_extents.descent : 0;
}

/* Names and values beside the marks, or only their numbers. */
static void
place_labels (CtgTimelineFrame *self,
              const CtgPlan    *plan,
              double            width)
{
  g_autoptr(GArray) taken = collect_taken (self, plan);
  double size = plan->theme.size;
  CtgRect box = ctg_rect (self->plot.x, self->plot.y - size * 0.5, width - self->plot.x, self->plot.height + size * 0.5);

  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      const CtgTimelineSpot *spot = &g_array_index (self->spots, CtgTimelineSpot, k);
      CtgPlacedLabel *label = &self->labels[k];

      label->mark = get_mark_box (plan, spot);
      label->keep_clear = !self->numbered;
      label->width = MAX (spot->name_extents.width, spot->value_extents.width);
      label->height = spot->name_extents.ascent + spot->name_extents.descent + get_value_height (spot);
      if (self->numbered)
        {
          g_autofree char *number = ctg_timeline_dup_number (plan, k);
          CtgTextExtents extents;

          ctg_text_measure_line (plan->input->measure, &plan->theme.value, number, &extents);
          label->width = extents.width;
          label->height = extents.ascent + extents.descent;
        }
    }

  CtgPlaceRoom room = {
    .box = box, .taken = (const CtgRect *) (void *) taken->data, .n_taken = taken->len, .gap = size * 0.25, .reach = size * (self->numbered ? 6 : 9),
  };

  self->n_left = ctg_place_labels (self->labels, self->spots->len, &room);
}

/* The list below the plot: as many columns as the longest entry allows. */
static double
place_list (CtgTimelineFrame *self,
            const CtgPlan    *plan,
            double            width)
{
  double widest = 1;

  self->line = 0;
  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      const CtgTimelineSpot *spot = &g_array_index (self->spots, CtgTimelineSpot, k);

      widest = MAX (widest, MAX (spot->name_extents.width, spot->value_extents.width));
      self->line = MAX (self->line, spot->name_extents.ascent + spot->name_extents.descent + get_value_height (spot));
    }
  self->line += plan->theme.size * 0.35;
  self->n_columns = CLAMP ((int) (width / (widest + plan->theme.size * 3)), 1, 4);

  return (self->spots->len + self->n_columns - 1) / self->n_columns * self->line;
}

/* The time of all panels that share a scale, so that dates stand under each other. */
static void
find_time (CtgTimelineFrame *self,
           const CtgPlan    *plan)
{
  const CtgPlan *all = ctg_plan_get_scale_plan (plan);
  double first = INFINITY;
  double last = -INFINITY;
  bool fine = false;

  for (unsigned int i = 0; i < all->n_rows; i++)
    {
      for (unsigned int s = 0; s < all->n_series; s++)
        {
          const CtgClaim *claim = ctg_timeline_get_claim (all->input->table, all->rows[i], all->series[s]);
          unsigned int from, to;

          if (claim == NULL)
            continue;
          ctg_date_get_days (&claim->as_of, &from, &to);
          /* Of an interval the middle counts, as in its mark. */
          if (claim->as_of.start.year != claim->as_of.end.year)
            from = to = (from + to) / 2;
          first = MIN (first, from);
          last = MAX (last, to);
          fine |= claim->as_of.start.month > 0;
        }
    }
  self->axis = ctg_timeline_axis_make (first, last, fine);
}

CtgTimelineFrame *
ctg_timeline_frame_new (const CtgPlan *plan,
                        double         width,
                        double         height)
{
  CtgTimelineFrame *self = g_new0 (CtgTimelineFrame, 1);
  double free_height = width * LEAST_RATIO;
  double gutter = ctg_references_get_gutter (plan, width);

  self->spots = ctg_timeline_collect_spots (plan);
  self->labels = g_new0 (CtgPlacedLabel, self->spots->len + 1);
  find_time (self, plan);

  do
    {
      self->height = height >= 0 ? height : free_height;
      place_plot (self, plan, width - gutter, self->height);
      place_labels (self, plan, width - gutter);
      free_height *= 1.1;
    }
  while (height < 0 && self->n_left > 0 && free_height <= width * MOST_RATIO);

  if (self->n_left == 0)
    return self;

  double list = place_list (self, plan, width) + plan->theme.size * 0.7;
  double plot = height >= 0 ? height - list : MAX (width * 0.72, plan->theme.size * 22);

  if (plot < plan->theme.size * 10)
    return self;

  self->numbered = true;
  place_plot (self, plan, width - gutter, plot);
  place_labels (self, plan, width - gutter);
  self->list_top = plot + plan->theme.size * 0.7;
  self->height = plot + list;

  return self;
}
