/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements over time: a point for a number, a bar for a range, an arrow for a bound, on a true time axis with each year's name over the year.
 * Names stand at the marks; where they find no room, marks are numbered and named below the plot. Only counts of one source are joined. */

#include <math.h>

#include "chart/ctg-guide-references.h"
#include "chart/ctg-kind.h"
#include "chart/ctg-place.h"
#include "chart/ctg-timeline-axis.h"
#include "chart/ctg-words-private.h"

typedef struct
{
  unsigned int i;
  unsigned int s;
  const CtgClaim *claim;
  double day;         /* the middle of the time it speaks of */
  double low;
  double high;
  CtgPoint point;     /* at the number that ranks */
  double top;         /* of the range */
  double bottom;
  char *name;
  char *value;        /* with the number of countries covered */
  CtgTextExtents name_extents;
  CtgTextExtents value_extents;
} Spot;

typedef struct
{
  GArray *spots;      /* of Spot, by day */
  CtgPlacedLabel *labels;
  unsigned int n_left;
  bool numbered;
  CtgTimelineAxis axis;
  CtgRect plot;       /* between the axes */
  CtgScale time;
  CtgScale values;
  CtgTicks *ticks;
  double axis_title_height;
  double line;        /* height of a line of the list below */
  unsigned int n_columns;
  double list_top;
  double height;      /* all that is taken */
} Frame;

static void
clear_spot (gpointer data)
{
  Spot *spot = data;

  g_free (spot->name);
  g_free (spot->value);
}

static void
frame_free (Frame *self)
{
  g_array_unref (self->spots);
  g_free (self->labels);
  ctg_ticks_free (self->ticks);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frame, frame_free)

static const CtgClaim *
get_dated_claim (const CtgTable *table,
                 unsigned int row,
                 unsigned int series)
{
  const CtgClaim *claim = ctg_table_get_claim (table, row, series);

  return claim != NULL && ctg_date_is_known (&claim->as_of) && ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series)) ? claim : NULL;
}

static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  for (unsigned int s = 0; s < n_series; s++)
    {
      if (get_dated_claim (table, row, series[s]) != NULL)
        return true;
    }

  return false;
}

static bool
suits (const CtgTable  *table,
       unsigned int    *series,
       unsigned int     n_series,
       const CtgLocale *locale,
       char           **reason)
{
  unsigned int n_dated = 0;

  for (unsigned int row = 0; row < ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table); row++)
    n_dated += takes_row (table, row, series, n_series);
  if (n_dated >= 2 && ctg_dataset_get_rows_by (ctg_table_get_dataset (table)) == CTG_ROWS_CLAIM)
    return true;

  if (reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_DATES, NULL);
  return false;
}

static int
compare_spots (gconstpointer a,
               gconstpointer b)
{
  const Spot *x = a;
  const Spot *y = b;

  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;

  return x->s != y->s ? (x->s < y->s ? -1 : 1) : x->i < y->i ? -1 : x->i > y->i;
}

static char *
dup_value (const CtgPlan     *plan,
           const CtgEstimate *estimate,
           const CtgClaim    *claim)
{
  g_autofree char *value = ctg_estimate_format (estimate, plan->input->locale);

  if (claim->countries <= 0)
    return g_steal_pointer (&value);

  g_autofree char *countries = ctg_locale_phrase_plural (plan->input->locale, CTG_PHRASE_TIMELINE_COUNTRIES, claim->countries, NULL);

  return ctg_locale_phrase (plan->input->locale, CTG_PHRASE_TIMELINE_VALUE, value, countries, NULL);
}

static void
collect_spots (Frame         *self,
               const CtgPlan *plan)
{
  CtgTextMeasure *measure = plan->input->measure;

  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
          Spot spot = { .i = i, .s = s, .claim = get_dated_claim (plan->input->table, plan->rows[i], plan->series[s]) };
          unsigned int first;
          unsigned int last;

          if (spot.claim == NULL)
            continue;
          ctg_date_get_days (&spot.claim->as_of, &first, &last);
          spot.day = (first + last + 1) / 2.0;
          ctg_estimate_get_ends (estimate, &spot.low, &spot.high);
          spot.name = g_strdup (ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));
          spot.value = plan->input->spec->value_labels ? dup_value (plan, estimate, spot.claim) : g_strdup ("");
          ctg_text_measure_line (measure, &plan->theme.value, spot.name, &spot.name_extents);
          ctg_text_measure_line (measure, &plan->theme.value, spot.value, &spot.value_extents);
          g_array_append_val (self->spots, spot);
        }
    }
  g_array_sort (self->spots, compare_spots);
}

static char *
format_value (const CtgPlan *plan,
              const Frame   *self,
              unsigned int   tick)
{
  return ctg_locale_format_number (plan->input->locale, self->ticks->values[tick], self->ticks->decimals);
}

static double
get_point_size (const CtgPlan *plan)
{
  return ctg_plan_get_point_size (plan) * 0.8;
}

/* Marks of one date step aside, one to each side and by half of themselves at most: less than a date is vague. */
static void
part_marks (Frame         *self,
            const CtgPlan *plan)
{
  double apart = get_point_size (plan) * 0.95;
  g_autofree bool *moved = g_new0 (bool, self->spots->len + 1);

  for (unsigned int k = 1; k < self->spots->len; k++)
    {
      Spot *spot = &g_array_index (self->spots, Spot, k);
      Spot *before = &g_array_index (self->spots, Spot, k - 1);
      double missing = apart - (spot->point.x - before->point.x);

      if (missing <= 0 || before->top > spot->bottom + apart || spot->top > before->bottom + apart)
        continue;
      if (!moved[k - 1])
        before->point.x -= missing / 2;
      spot->point.x += missing / 2;
      moved[k] = true;
    }
}

/* The height of a value above the time axis; zero may have a lane of its own there. */
static double
get_y (const Frame   *self,
       const CtgPlan *plan,
       double         value)
{
  return self->values.range_min - ctg_plan_get_along (plan, false, value, self->values.range_min - self->values.range_max);
}

/* The plot between its axes in a box of this size, and every mark in it. */
static void
place_plot (Frame         *self,
            const CtgPlan *plan,
            double         width,
            double         height)
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
      g_autofree char *text = format_value (plan, self, k);
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
      Spot *spot = &g_array_index (self->spots, Spot, k);
      double rank = ctg_estimate_get_rank (ctg_plan_get_estimate (plan, spot->i, spot->s));

      spot->point = (CtgPoint) { ctg_scale_map (&self->time, spot->day), get_y (self, plan, rank) };
      spot->top = get_y (self, plan, spot->high);
      spot->bottom = get_y (self, plan, spot->low);
    }
  part_marks (self, plan);
}

static double
get_arrow_length (const CtgPlan *plan)
{
  return ctg_plan_get_open_length (plan) * 1.2;
}

static CtgRect
get_mark_box (const CtgPlan *plan,
              const Spot    *spot)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, spot->i, spot->s);
  double size = get_point_size (plan);
  double top = MIN (spot->top, spot->point.y) - (ctg_estimate_is_at_least (estimate) ? get_arrow_length (plan) : size / 2);
  double bottom = MAX (spot->bottom, spot->point.y) + (ctg_estimate_is_at_most (estimate) ? get_arrow_length (plan) : size / 2);

  return ctg_rect (spot->point.x - size / 2, top, size, bottom - top);
}

/* Whether the two speak for one source and count one thing. */
static bool
are_joined (const CtgPlan *plan,
            const Spot    *a,
            const Spot    *b)
{
  const CtgDataset *dataset = ctg_table_get_dataset (plan->input->table);
  const CtgSource *x = ctg_dataset_find_source (dataset, a->claim->source);
  const CtgSource *y = ctg_dataset_find_source (dataset, b->claim->source);

  if (a->s != b->s || x == NULL || y == NULL)
    return false;

  return x == y || (x->short_publisher != NULL && g_strcmp0 (x->short_publisher, y->short_publisher) == 0);
}

/* The next mark of the same source, -1 if there is none. */
static int
find_next (const Frame   *self,
           const CtgPlan *plan,
           unsigned int   k)
{
  for (unsigned int other = k + 1; other < self->spots->len; other++)
    {
      if (are_joined (plan, &g_array_index (self->spots, Spot, k), &g_array_index (self->spots, Spot, other)))
        return other;
    }

  return -1;
}

/* Labels may not cover the lines that join marks: small boxes along each. */
static GArray *
collect_taken (const Frame   *self,
               const CtgPlan *plan)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (CtgRect));

  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      int next = find_next (self, plan, k);

      if (next < 0)
        continue;

      CtgPoint a = g_array_index (self->spots, Spot, k).point;
      CtgPoint b = g_array_index (self->spots, Spot, next).point;
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

static char *
dup_number (const CtgPlan *plan,
            unsigned int   k)
{
  return ctg_locale_format_number (plan->input->locale, k + 1, 0);
}

static double
get_value_height (const Spot *spot)
{
  return *spot->value != '\0' ? spot->value_extents.ascent + spot->value_extents.descent : 0;
}

/* Names and values beside the marks, or only their numbers. */
static void
place_labels (Frame         *self,
              const CtgPlan *plan,
              double         width)
{
  g_autoptr(GArray) taken = collect_taken (self, plan);
  double size = plan->theme.size;
  CtgRect box = ctg_rect (self->plot.x, self->plot.y - size * 0.5, width - self->plot.x, self->plot.height + size * 0.5);

  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, k);
      CtgPlacedLabel *label = &self->labels[k];

      label->mark = get_mark_box (plan, spot);
      label->keep_clear = !self->numbered;
      label->width = MAX (spot->name_extents.width, spot->value_extents.width);
      label->height = spot->name_extents.ascent + spot->name_extents.descent + get_value_height (spot);
      if (self->numbered)
        {
          g_autofree char *number = dup_number (plan, k);
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
place_list (Frame         *self,
            const CtgPlan *plan,
            double         width)
{
  double widest = 1;

  self->line = 0;
  for (unsigned int k = 0; k < self->spots->len; k++)
    {
      const Spot *spot = &g_array_index (self->spots, Spot, k);

      widest = MAX (widest, MAX (spot->name_extents.width, spot->value_extents.width));
      self->line = MAX (self->line, spot->name_extents.ascent + spot->name_extents.descent + get_value_height (spot));
    }
  self->line += plan->theme.size * 0.35;
  self->n_columns = CLAMP ((int) (width / (widest + plan->theme.size * 3)), 1, 4);

  return (self->spots->len + self->n_columns - 1) / self->n_columns * self->line;
}

/* How high a plot of this width is at least and at most. */
#define LEAST_RATIO 0.5
#define MOST_RATIO 0.85

/* The time of all panels that share a scale, so that dates stand under each other. */
static void
find_time (Frame         *self,
           const CtgPlan *plan)
{
  const CtgPlan *all = ctg_plan_get_scale_plan (plan);
  double first = INFINITY;
  double last = -INFINITY;
  bool fine = false;

  for (unsigned int i = 0; i < all->n_rows; i++)
    {
      for (unsigned int s = 0; s < all->n_series; s++)
        {
          const CtgClaim *claim = get_dated_claim (all->input->table, all->rows[i], all->series[s]);
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

/* height: negative where it is free. */
static Frame *
frame_new (const CtgPlan *plan,
           double         width,
           double         height)
{
  Frame *self = g_new0 (Frame, 1);
  double free_height = width * LEAST_RATIO;
  double gutter = ctg_references_get_gutter (plan, width);

  self->spots = g_array_new (FALSE, TRUE, sizeof (Spot));
  g_array_set_clear_func (self->spots, clear_spot);
  collect_spots (self, plan);
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

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  g_autoptr(Frame) frame = frame_new (plan, width, -1);

  return frame->height;
}

static CtgPoint
move (CtgRect  plot,
      CtgPoint point)
{
  return (CtgPoint) { plot.x + point.x, plot.y + point.y };
}

static void
draw_text (CtgPen        *pen,
           CtgRole        role,
           const CtgFont *font,
           CtgColor       color,
           const char    *text,
           CtgPoint       at,
           CtgAlign       align)
{
  ctg_canvas_text (pen->canvas, role, font, color, text, at, align);
}

/* A line across the plot that steps aside for the labels. */
static void
draw_grid_line (CtgPen      *pen,
                const Frame *frame,
                CtgRect      plot,
                double       y,
                CtgRole      role,
                CtgStyle     style)
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
        ctg_canvas_line (pen->canvas, role, move (plot, (CtgPoint) { cursor, y }), move (plot, (CtgPoint) { stop, y }), &style);
      cursor = MAX (cursor + 0.1, resume);
    }
}

/* What is zero stands on a band of its own, below an axis that has none. */
static void
draw_zero_lane (CtgPen      *pen,
                const Frame *frame,
                CtgRect      plot)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_fill (ctg_color_mix (theme->grid, theme->paper, 0.4));
  double height = ctg_plan_get_lane_width (pen->plan);
  double y = get_y (frame, pen->plan, 0);
  g_autofree char *text = ctg_locale_format_number (pen->plan->input->locale, 0, 0);

  ctg_canvas_rect (pen->canvas, CTG_ROLE_GRID, ctg_rect (plot.x + frame->plot.x, plot.y + y - height / 2, frame->plot.width, height), &style);
  draw_text (pen, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text,
             move (plot, (CtgPoint) { frame->plot.x - theme->size * 0.5, y + theme->axis.size * 0.36 }), CTG_ALIGN_END);
}

static void
draw_value_axis (CtgPen      *pen,
                 const Frame *frame,
                 CtgRect      plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  double line = ctg_layout_get_line_height (plan, &theme->axis);
  double last = INFINITY;

  if (frame->axis_title_height > 0)
    {
      g_autofree char *title = ctg_text_measure_shorten (plan->input->measure, &theme->axis, plan->texts->axis_title, plot.width);

      draw_text (pen, CTG_ROLE_AXIS_TITLE, &theme->axis, theme->muted, title, (CtgPoint) { plot.x, plot.y + line * 0.8 }, CTG_ALIGN_START);
    }
  if (plan->zero_lane)
    draw_zero_lane (pen, frame, plot);
  for (unsigned int k = 0; k < frame->ticks->n; k++)
    {
      g_autofree char *text = format_value (plan, frame, k);
      double y = ctg_scale_map (&frame->values, frame->ticks->values[k]);

      if (plan->input->spec->axis_grid && frame->ticks->values[k] != 0)
        draw_grid_line (pen, frame, plot, y, CTG_ROLE_GRID, ctg_style_stroke (theme->grid, 0.5));
      if (last - y < line * 1.05 || y - line / 2 < frame->axis_title_height)
        continue;
      draw_text (pen, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, text,
                 move (plot, (CtgPoint) { frame->plot.x - theme->size * 0.5, y + theme->axis.size * 0.36 }), CTG_ALIGN_END);
      last = y;
    }
}

static double
get_place (const CtgPlan *plan,
           const Frame   *frame,
           double         value)
{
  return ctg_scale_map (&frame->values, CLAMP (value, plan->domain_min, plan->domain_max));
}

/* Bands under the grid; lines over it, and the labels behind the plot. */
static void
draw_references (CtgPen      *pen,
                 const Frame *frame,
                 CtgRect      plot,
                 bool         bands)
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

static void
draw_joins (CtgPen      *pen,
            const Frame *frame,
            CtgRect      plot)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "links");
  for (unsigned int k = 0; k < frame->spots->len; k++)
    {
      const Spot *spot = &g_array_index (frame->spots, Spot, k);
      int next = find_next (frame, pen->plan, k);
      CtgStyle style = ctg_style_stroke (ctg_color_mix (pen->plan->colors[spot->s], pen->plan->theme.paper, 0.65), 0.6);

      if (next >= 0)
        ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, move (plot, spot->point), move (plot, g_array_index (frame->spots, Spot, next).point), &style);
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

/* A bar across at the bound and an arrow up or down. */
static void
draw_bound (CtgPen  *pen,
            CtgPoint at,
            bool     upwards,
            CtgColor color)
{
  double size = get_point_size (pen->plan);
  double side = upwards ? -1 : 1;
  double tip = at.y + side * get_arrow_length (pen->plan);
  CtgPoint head[] = { { at.x - size * 0.4, tip - side * size * 0.45 }, { at.x, tip }, { at.x + size * 0.4, tip - side * size * 0.45 } };
  CtgStyle style = ctg_style_stroke (color, MAX (0.8, size * 0.18));

  ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { at.x - size / 2, at.y }, (CtgPoint) { at.x + size / 2, at.y }, &style);
  ctg_canvas_line (pen->canvas, CTG_ROLE_OPEN_END, at, (CtgPoint) { at.x, tip }, &style);
  ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, head, G_N_ELEMENTS (head), false, &style);
}

static void
draw_mark (CtgPen     *pen,
           const Spot *spot,
           CtgRect     plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, spot->i, spot->s);
  CtgPoint at = move (plot, spot->point);
  double size = get_point_size (plan);
  CtgColor color = plan->colors[spot->s];

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, spot->i, spot->s);
  if (spot->high > spot->low)
    {
      CtgStyle style = ctg_style_stroke (ctg_color_mix (color, plan->theme.paper, plan->faded ? 0 : 0.4), size * 0.6);
      double bottom = MAX (spot->bottom, spot->top + 0.75);

      ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, move (plot, (CtgPoint) { spot->point.x, bottom }),
                       move (plot, (CtgPoint) { spot->point.x, spot->top }), &style);
    }
  if (ctg_estimate_is_at_least (estimate) || ctg_estimate_is_at_most (estimate))
    draw_bound (pen, at, ctg_estimate_is_at_least (estimate), color);
  else if (isfinite (estimate->value))
    {
      CtgStyle style = ctg_style_fill (color);

      style.stroke = plan->theme.paper;
      style.stroke_width = 0.4;
      ctg_canvas_symbol (pen->canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, at, size, &style);
    }
  ctg_pen_end_mark (pen);
}

/* Name over value, from the side that is nearest to the mark. */
static void
draw_two_lines (CtgPen     *pen,
                const Spot *spot,
                CtgRect     box,
                CtgAlign    align,
                CtgRect     plot)
{
  const CtgPlan *plan = pen->plan;
  double x = align == CTG_ALIGN_START ? box.x : align == CTG_ALIGN_END ? box.x + box.width : box.x + box.width / 2;
  double y = box.y + spot->name_extents.ascent;

  draw_text (pen, CTG_ROLE_CATEGORY_LABEL, &plan->theme.value, plan->theme.ink, spot->name, move (plot, (CtgPoint) { x, y }), align);
  y += spot->name_extents.descent + spot->value_extents.ascent;
  if (*spot->value != '\0')
    draw_text (pen, CTG_ROLE_VALUE_LABEL, &plan->theme.value, ctg_theme_get_text_color (&plan->theme, plan->colors[spot->s]), spot->value,
               move (plot, (CtgPoint) { x, y }), align);
}

static void
draw_label (CtgPen      *pen,
            const Frame *frame,
            unsigned int k,
            CtgRect      plot)
{
  const CtgPlan *plan = pen->plan;
  const Spot *spot = &g_array_index (frame->spots, Spot, k);
  const CtgPlacedLabel *label = &frame->labels[k];
  CtgStyle leader = ctg_style_stroke (ctg_color_mix (plan->theme.ink, plan->theme.paper, 0.5), 0.4);
  CtgAlign align = label->place.x >= label->mark.x + label->mark.width ? CTG_ALIGN_START
                   : label->place.x + label->place.width <= label->mark.x ? CTG_ALIGN_END : CTG_ALIGN_MIDDLE;

  if (!label->placed)
    return;

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[spot->i], plan->series[spot->s] });
  if (label->moved)
    ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, move (plot, label->anchor), move (plot, label->tip), &leader);
  if (!frame->numbered)
    draw_two_lines (pen, spot, label->place, align, plot);
  else
    {
      g_autofree char *number = dup_number (plan, k);
      CtgPoint at = { label->place.x + label->place.width / 2, label->place.y + spot->name_extents.ascent };

      draw_text (pen, CTG_ROLE_NONE, &plan->theme.value, plan->theme.ink, number, move (plot, at), CTG_ALIGN_MIDDLE);
    }
}

/* The numbered names, down one column after the other. */
static void
draw_list (CtgPen      *pen,
           const Frame *frame,
           CtgRect      plot)
{
  const CtgPlan *plan = pen->plan;
  unsigned int n_lines = (frame->spots->len + frame->n_columns - 1) / frame->n_columns;
  double number_width = plan->theme.size * 1.4;

  for (unsigned int k = 0; k < frame->spots->len; k++)
    {
      const Spot *spot = &g_array_index (frame->spots, Spot, k);
      CtgRect box = ctg_rect (k / n_lines * plot.width / frame->n_columns + number_width + plan->theme.size * 0.4, frame->list_top + k % n_lines * frame->line,
                              spot->name_extents.width, 0);
      g_autofree char *number = dup_number (plan, k);

      ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[spot->i], plan->series[spot->s] });
      draw_text (pen, CTG_ROLE_NONE, &plan->theme.value, plan->theme.muted, number,
                 move (plot, (CtgPoint) { box.x - plan->theme.size * 0.4, box.y + spot->name_extents.ascent }), CTG_ALIGN_END);

      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, spot->i, &storage);

      draw_two_lines (&row_pen, spot, box, CTG_ALIGN_START, plot);
    }
}

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  g_autoptr(Frame) frame = frame_new (pen->plan, plot.width, plot.height);
  CtgSceneBuilder *builder = pen->canvas->builder;

  draw_references (pen, frame, plot, true);
  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-values");
  draw_value_axis (pen, frame, plot);
  ctg_scene_builder_pop (builder);
  draw_references (pen, frame, plot, false);
  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-time");
  ctg_timeline_axis_draw (&frame->axis, pen, ctg_rect (plot.x + frame->plot.x, plot.y + frame->plot.y, frame->plot.width, frame->plot.height));
  ctg_scene_builder_pop (builder);
  draw_joins (pen, frame, plot);

  for (unsigned int s = 0; s < pen->plan->n_series; s++)
    {
      g_autofree char *id = g_strconcat ("series-", ctg_table_get_series (pen->plan->input->table, pen->plan->series[s])->id, NULL);

      ctg_scene_builder_set_label (builder, pen->plan->titles[s]);
      ctg_scene_builder_push (builder, CTG_ROLE_SERIES, id);
      for (unsigned int k = 0; k < frame->spots->len; k++)
        {
          if (g_array_index (frame->spots, Spot, k).s == s)
            {
              const Spot *spot = &g_array_index (frame->spots, Spot, k);
              CtgPlan storage;
              CtgPen row_pen = ctg_pen_of_row (pen, spot->i, &storage);

              draw_mark (&row_pen, spot, plot);
            }
        }
      ctg_scene_builder_pop (builder);
    }

  ctg_scene_builder_push (builder, CTG_ROLE_NONE, "values");
  for (unsigned int k = 0; k < frame->spots->len; k++)
    {
      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, g_array_index (frame->spots, Spot, k).i, &storage);

      draw_label (&row_pen, frame, k, plot);
    }
  if (frame->numbered)
    draw_list (pen, frame, plot);
  ctg_scene_builder_set_datum (builder, CTG_DATUM_NONE);
  ctg_scene_builder_pop (builder);

  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_VALUES_LEFT_OUT, "page.width", frame->n_left);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_TIMELINE, NULL));
}

/* Where each series begins and ends, and how high it gets. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  for (unsigned int s = 0; s < words->n_series; s++)
    {
      int first = -1;
      int last = -1;
      const CtgClaim *earliest = NULL;
      const CtgClaim *latest = NULL;

      for (unsigned int i = 0; i < words->n_drawn; i++)
        {
          const CtgClaim *claim = get_dated_claim (words->table, words->rows[i], words->series[s]);

          if (claim != NULL && (earliest == NULL || ctg_date_compare (&claim->as_of, &earliest->as_of) < 0))
            {
              earliest = claim;
              first = i;
            }
          if (claim != NULL && (latest == NULL || ctg_date_compare (&claim->as_of, &latest->as_of) >= 0))
            {
              latest = claim;
              last = i;
            }
        }
      if (first < 0 || first == last)
        continue;

      const CtgMeasure *measure = ctg_words_get_series (words, s)->info;
      g_autofree char *a = ctg_words_format_value (ctg_words_get_estimate (words, first, s), measure, words->locale);
      g_autofree char *b = ctg_words_format_value (ctg_words_get_estimate (words, last, s), measure, words->locale);
      g_autofree char *title = ctg_words_dup_series_title (words, s);
      g_autofree char *sentence = ctg_locale_phrase (words->locale, CTG_PHRASE_ALT_FIRST_LAST, ctg_words_get_name (words, first), a,
                                                     ctg_words_get_name (words, last), b, NULL);

      ctg_words_add (sentences, words->n_series == 1 ? g_steal_pointer (&sentence)
                                                     : ctg_locale_phrase (words->locale, CTG_PHRASE_OF_SERIES, title, sentence, NULL));
    }
  ctg_words_add_extremes (words, sentences);
}

const CtgKind ctg_kind_timeline = {
  .info = {
    .id = "timeline",
    .title = CTG_PHRASE_KIND_TIMELINE,
    .summary = CTG_PHRASE_KIND_TIMELINE_SUMMARY,
    .min_series = 1,
    .max_series = CTG_PALETTE_COLORS,
  },
  .alt = CTG_PHRASE_ALT_TIMELINE,
  .points = true,
  .skips_missing = true,
  .suits = suits,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_NO_DATE,
  .warn_rows = CTG_PHRASE_WARN_NO_DATE,
  .note = note,
  .describe = describe,
  .measure_plot = measure_plot,
  .draw_plot = draw_plot,
  .references = true,
};
