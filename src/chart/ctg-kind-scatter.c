/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One count against another: the first series runs along the page, the second upwards, a point for each row. Ranges are lines through the
 * point, bounds open at one end; zero on a logarithmic scale and what is not reported stand in lanes beside the axes. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-place.h"
#include "chart/ctg-scatter-axis.h"
#include "chart/ctg-scatter-rates.h"
#include "chart/ctg-words-private.h"

/* More names than this are never tried, and none where there are more points than the other. */
#define MOST_NAMES 120
#define MOST_NAMED_POINTS 1000
/* From here on points are many: they are let shine through each other, and have no spoken labels of their own. */
#define MANY_POINTS 2000

typedef struct
{
  CtgScatterAxis x;
  CtgScatterAxis y;
  CtgRect inner;          /* between the axes */
  CtgRect outer;          /* with the lanes */
  char **x_title;         /* lines */
  char **y_title;
  double line;            /* height of one */
  double x_words_end;     /* of the words at the lane beside the upright axis */
  double point_size;
} Frame;

static void
frame_free (Frame *self)
{
  ctg_scatter_axis_clear (&self->x);
  ctg_scatter_axis_clear (&self->y);
  g_strfreev (self->x_title);
  g_strfreev (self->y_title);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frame, frame_free)

/* A point needs one of its counts, to stand somewhere. */
static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[0])) ||
         ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[1]));
}

/* The title of an axis: what is counted, and by whom where both count the same. */
static char *
dup_title (const CtgPlan *plan,
           unsigned int   s)
{
  static const CtgPhrase with_status[] = { CTG_PHRASE_SERIES_OFFICIAL, CTG_PHRASE_SERIES_NON_OFFICIAL, CTG_PHRASE_SERIES_ESTIMATE };
  const CtgTable *table = plan->input->table;
  const CtgLocale *locale = plan->input->locale;
  const CtgSeries *series = ctg_table_get_series (table, plan->series[s]);
  g_autofree char *title = ctg_table_dup_series_title (table, plan->series[s], plan->series, plan->n_series, locale);
  g_autofree char *status = ctg_status_get_name (series->status, locale);

  if (!g_str_equal (ctg_table_get_series (table, plan->series[0])->measure, ctg_table_get_series (table, plan->series[1])->measure))
    return g_steal_pointer (&title);

  g_autofree char *measure = ctg_table_dup_series_title (table, plan->series[s], NULL, 0, locale);

  return g_str_equal (title, status) ? ctg_locale_phrase (locale, with_status[series->status], measure, NULL)
                                     : ctg_locale_phrase (locale, CTG_PHRASE_SERIES_SOURCE, measure, title, NULL);
}

/* ---- geometry ---- */

static char **
wrap_title (const CtgPlan        *plan,
            const CtgScatterAxis *axis,
            double                width)
{
  g_autofree char *title = ctg_scatter_axis_dup_title (axis, plan);

  return ctg_text_measure_wrap (plan->input->measure, &plan->theme.axis, title, width);
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
  double share = plan->n_rows <= 40 ? 0.68 : plan->n_rows <= 150 ? 0.56 : plan->n_rows <= MANY_POINTS ? 0.42 : 0.28;

  return MAX (1, ctg_plan_get_point_size (plan) * share);
}

/* The words at the lane of what is missing on the first axis end under it, clear of the first number. */
static double
find_words_end (const Frame   *self,
                const CtgPlan *plan)
{
  double end = self->x.missing_at + plan->theme.size * 0.75;
  const char *first = self->x.ticks->n > 0 ? self->x.labels[0] : "";
  double half = ctg_layout_get_text_width (plan, &plan->theme.axis, first) / 2;

  if (self->x.zero_lane)
    return MIN (end, self->x.zero_at - plan->theme.size * 0.7);

  return self->x.ticks->n > 0 ? MIN (end, ctg_scale_map (&self->x.scale, self->x.ticks->values[0]) - half - plan->theme.size * 0.5) : end;
}

/* From above to below: title of the upright axis, labels of the lines of equal shares, the plot, its lanes, ticks, the other title; then, when
 * the ticks of the upright axis are known, from left to right. */
static Frame *
frame_new (const CtgPlan *plan,
           CtgRect        box)
{
  Frame *self = g_new0 (Frame, 1);
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
  double end = box.y + box.height - g_strv_length (self->x_title) * self->line - self->line - size * 1.05;
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

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  return MIN (width * 0.86, plan->theme.size * 14 + width * 0.52);
}

static unsigned int
fit_plot (const CtgPlan *plan,
          double         width,
          double         height)
{
  return height >= plan->theme.size * 13 ? plan->n_rows : 0;
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
static void
draw_lanes (CtgPen      *pen,
            const Frame *frame)
{
  double size = pen->plan->theme.size * 1.5;
  const CtgRect *inner = &frame->inner;
  const CtgRect *outer = &frame->outer;
  double foot = outer->y + outer->height;

  if (frame->x.zero_lane)
    draw_lane (pen, ctg_rect (frame->x.zero_at - size / 2 + 0.5, inner->y, size - 1, foot - inner->y));
  if (frame->x.missing_lane)
    draw_lane (pen, ctg_rect (frame->x.missing_at - size / 2 + 0.5, inner->y, size - 1, inner->height));
  if (frame->y.zero_lane)
    draw_lane (pen, ctg_rect (outer->x, frame->y.zero_at - size / 2 + 0.5, outer->width, size - 1));
  if (frame->y.missing_lane)
    {
      double half = foot - frame->y.missing_at;

      draw_lane (pen, ctg_rect (inner->x, frame->y.missing_at - half + 0.5, inner->width, 2 * half - 1));
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
draw_lane_words (CtgPen      *pen,
                 const Frame *frame)
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
draw_axes (CtgPen      *pen,
           const Frame *frame)
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
draw_titles (CtgPen      *pen,
             const Frame *frame,
             CtgRect      box)
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

/* ---- marks ---- */

static CtgPoint
get_place (const Frame   *frame,
           const CtgPlan *plan,
           unsigned int   i)
{
  return (CtgPoint) { ctg_scatter_axis_place (&frame->x, ctg_plan_get_estimate (plan, i, 0)),
                      ctg_scatter_axis_place (&frame->y, ctg_plan_get_estimate (plan, i, 1)) };
}

static bool
is_single (const CtgEstimate *estimate)
{
  return isfinite (estimate->value) && (estimate->qualifier == CTG_QUALIFIER_EXACT || estimate->qualifier == CTG_QUALIFIER_ABOUT);
}

/* Whether it has a mark: what is left out as doubtful has none, nor what is missing where that is not marked. */
static bool
is_drawn (const CtgPlan *plan,
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

static bool
is_missing (const CtgPlan *plan,
            unsigned int   i)
{
  return !ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 0)) || !ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 1));
}

/* Where the range of an estimate reaches; FALSE where it has none. */
static bool
get_reach (const CtgScatterAxis *axis,
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

/* An arrow head a little away from the point: it goes on, nobody says how far. */
static void
draw_open_end (CtgPen               *pen,
               const CtgScatterAxis *axis,
               const CtgEstimate    *estimate,
               CtgPoint              at,
               double                size,
               CtgColor              color)
{
  bool above = estimate->qualifier == CTG_QUALIFIER_AT_LEAST || estimate->qualifier == CTG_QUALIFIER_MORE_THAN;
  bool below = estimate->qualifier == CTG_QUALIFIER_AT_MOST || estimate->qualifier == CTG_QUALIFIER_LESS_THAN;
  double out = (above ? 1 : -1) * (axis->upright ? -1 : 1);
  double back = out * size * 0.85;
  double tip = out * size * 1.3;
  double half = size * 0.42;
  CtgStyle style = ctg_style_stroke (color, MAX (0.7, size * 0.16));
  CtgPoint points[3] = { { at.x + back, at.y - half }, { at.x + tip, at.y }, { at.x + back, at.y + half } };

  if (!above && !below)
    return;
  if (axis->upright)
    {
      points[0] = (CtgPoint) { at.x - half, at.y + back };
      points[1] = (CtgPoint) { at.x, at.y + tip };
      points[2] = (CtgPoint) { at.x + half, at.y + back };
    }
  ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, points, G_N_ELEMENTS (points), false, &style);
}

static void
draw_ranges (CtgPen      *pen,
             const Frame *frame,
             unsigned int i,
             CtgPoint     at)
{
  const CtgPlan *plan = pen->plan;
  CtgColor color = plan->colors[0];
  CtgStyle style = ctg_style_stroke (color, MAX (0.5, plan->theme.size * 0.08));
  double from, to;

  if (get_reach (&frame->x, ctg_plan_get_estimate (plan, i, 0), &from, &to))
    ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { from, at.y }, (CtgPoint) { to, at.y }, &style);
  if (get_reach (&frame->y, ctg_plan_get_estimate (plan, i, 1), &from, &to))
    ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { at.x, from }, (CtgPoint) { at.x, to }, &style);
  draw_open_end (pen, &frame->x, ctg_plan_get_estimate (plan, i, 0), at, frame->point_size, color);
  draw_open_end (pen, &frame->y, ctg_plan_get_estimate (plan, i, 1), at, frame->point_size, color);
}

static void
draw_point (CtgPen      *pen,
            const Frame *frame,
            unsigned int i,
            CtgRole      role)
{
  const CtgPlan *plan = pen->plan;
  CtgPoint at = get_place (frame, plan, i);
  CtgStyle style = ctg_style_fill (plan->colors[0]);
  double size = frame->point_size;

  if (is_missing (plan, i))
    {
      CtgPresence presence = MAX (ctg_plan_get_estimate (plan, i, 0)->presence, ctg_plan_get_estimate (plan, i, 1)->presence);

      draw_ranges (pen, frame, i, at);
      ctg_pen_missing_symbol (pen->canvas, &plan->theme, presence, plan->theme.missing, at, size * 0.8);
      return;
    }

  draw_ranges (pen, frame, i, at);
  style.snap = false;
  if (plan->n_rows > MANY_POINTS)
    style.fill.alpha = 0.5;
  else if (!is_single (ctg_plan_get_estimate (plan, i, 0)) || !is_single (ctg_plan_get_estimate (plan, i, 1)))
    {
      style.fill = plan->theme.paper;
      style.stroke = plan->colors[0];
      style.stroke_width = MAX (0.7, size * 0.2);
      size *= 0.85;
    }
  else
    {
      style.stroke = plan->theme.paper;
      style.stroke_width = 0.4;
    }
  ctg_canvas_symbol (pen->canvas, role, CTG_SYMBOL_CIRCLE, at, size, &style);
}

/* A mark speaks of both its counts. */
static void
draw_mark (CtgPen      *pen,
           const Frame *frame,
           unsigned int i)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  bool missing = is_missing (plan, i);
  unsigned int s = ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 1)) ? 1 : 0;

  if (!is_drawn (plan, i))
    return;
  if (plan->n_rows > MANY_POINTS)
    {
      ctg_scene_builder_set_datum (builder, (CtgDatum) { plan->rows[i], plan->series[1] });
      draw_point (pen, frame, i, CTG_ROLE_MARK);
      ctg_scene_builder_set_datum (builder, CTG_DATUM_NONE);
      return;
    }

  g_autofree char *first = ctg_chart_describe_datum (plan->input, plan->rows[i], plan->series[0]);
  g_autofree char *second = ctg_chart_describe_datum (plan->input, plan->rows[i], plan->series[1]);
  g_autofree char *label = g_strjoin (" ", first, second, NULL);

  ctg_pen_begin_mark_labelled (pen, missing ? CTG_ROLE_MISSING : CTG_ROLE_MARK, i, missing ? 1 - s : 1, label);
  draw_point (pen, frame, i, CTG_ROLE_MARK_PART);
  ctg_pen_end_mark (pen);
}

/* ---- names ---- */

static CtgRect
get_box (const Frame   *frame,
         const CtgPlan *plan,
         unsigned int   i)
{
  CtgPoint at = get_place (frame, plan, i);
  CtgRect box = ctg_rect (at.x - frame->point_size / 2, at.y - frame->point_size / 2, frame->point_size, frame->point_size);

  /* The name of what stands left of the upright axis begins right of it, not on its line. */
  if (at.x < frame->inner.x - frame->point_size)
    box.width = frame->inner.x + 1.5 - box.x;

  return box;
}

/* What names cover only where they must: the axes, and the lines of equal shares. */
static void
collect_lines (const Frame   *frame,
               const CtgPlan *plan,
               GArray        *lines)
{
  CtgRect inner = frame->inner;
  CtgPoint axes[] = {
    { inner.x, inner.y }, { inner.x, inner.y + inner.height }, { inner.x, inner.y + inner.height }, { inner.x + inner.width, inner.y + inner.height },
  };

  g_array_append_vals (lines, axes, G_N_ELEMENTS (axes));
  ctg_scatter_rates_collect (plan, &frame->x, &frame->y, lines);
}

/* What names may not cover besides the points they belong to: the other points, and all ranges. */
static void
collect_taken (const Frame   *frame,
               const CtgPlan *plan,
               unsigned int   n_names,
               GArray        *taken)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      CtgPoint at = get_place (frame, plan, i);
      double from, to;

      if (!is_drawn (plan, i))
        continue;
      if (i >= n_names)
        {
          CtgRect box = get_box (frame, plan, i);

          g_array_append_val (taken, box);
        }
      if (get_reach (&frame->x, ctg_plan_get_estimate (plan, i, 0), &from, &to))
        {
          CtgRect box = ctg_rect (from, at.y - 0.5, to - from, 1);

          g_array_append_val (taken, box);
        }
      if (get_reach (&frame->y, ctg_plan_get_estimate (plan, i, 1), &from, &to))
        {
          CtgRect box = ctg_rect (at.x - 0.5, to, 1, from - to);

          g_array_append_val (taken, box);
        }
    }
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

/* The first rows are the most important ones: they choose first. */
static void
draw_names (CtgPen      *pen,
            const Frame *frame)
{
  const CtgPlan *plan = pen->plan;
  unsigned int n = plan->n_rows > MOST_NAMED_POINTS ? 0 : MIN (plan->n_rows, MOST_NAMES);
  g_autofree CtgPlacedLabel *labels = g_new0 (CtgPlacedLabel, n + 1);
  g_autofree unsigned int *rows = g_new (unsigned int, n + 1);
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (CtgRect));
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  double size = plan->theme.size;
  unsigned int n_labels = 0;
  unsigned int n_left;

  for (unsigned int i = 0; i < n; i++)
    {
      if (!is_drawn (plan, i))
        continue;
      labels[n_labels].mark = get_box (frame, plan, i);
      labels[n_labels].width = ctg_layout_get_text_width (plan, &plan->theme.axis, ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));
      labels[n_labels].height = frame->line;
      labels[n_labels].stays = is_missing (plan, i);
      rows[n_labels++] = i;
    }
  if (n > 0)
    collect_taken (frame, plan, n, taken);

  collect_lines (frame, plan, lines);

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

static void
draw_plot (CtgPen *pen,
           CtgRect box)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  g_autoptr(Frame) frame = NULL;

  if (pen->layout->n_fitted == 0)
    return;

  frame = frame_new (plan, box);
  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axes");
  draw_lanes (pen, frame);
  draw_axes (pen, frame);
  draw_lane_words (pen, frame);
  draw_titles (pen, frame, box);
  ctg_scatter_rates_draw (pen, &frame->x, &frame->y);
  ctg_scene_builder_pop (builder);

  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "points");
  /* What is highlighted lies over the rest, the first rows over the last. */
  for (unsigned int turn = 0; turn < 2; turn++)
    {
      for (unsigned int i = plan->n_rows; i > 0; i--)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i - 1, &storage);

          if (ctg_plan_is_faded (plan, i - 1) == (turn == 0))
            draw_mark (&row_pen, frame, i - 1);
        }
    }
  ctg_scene_builder_pop (builder);

  ctg_scene_builder_push (builder, CTG_ROLE_NONE, "names");
  draw_names (pen, frame);
  ctg_scene_builder_pop (builder);
}

/* The axes and their lanes say all that a legend would. */
static double
measure_legend (const CtgPlan *plan,
                double         width)
{
  return 0;
}

static void
draw_legend (CtgPen *pen,
             CtgRect box)
{
}

/* ---- words ---- */

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool open = false;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    for (unsigned int s = 0; s < 2; s++)
      open |= ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s)) && !is_single (ctg_words_get_estimate (words, i, s));
  ctg_scatter_rates_note (words, sentences);
  if (open)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SLOPE, NULL));
}

/* "A: 40% (20 of 50)" */
static char *
describe_share (const CtgWords *words,
                unsigned int    i)
{
  double whole = ctg_words_get_estimate (words, i, 0)->value;
  double part = ctg_words_get_estimate (words, i, 1)->value;
  g_autofree char *share = ctg_locale_format_percent (words->locale, 100 * part / whole, 0);
  g_autofree char *first = ctg_estimate_format (ctg_words_get_estimate (words, i, 0), words->locale);
  g_autofree char *second = ctg_estimate_format (ctg_words_get_estimate (words, i, 1), words->locale);

  return ctg_locale_phrase (words->locale, CTG_PHRASE_ALT_SHARE_OF, ctg_words_get_name (words, i), share, second, first, NULL);
}

/* Where the second count is the highest and the lowest share of the first, among single numbers. */
static void
describe_shares (const CtgWords *words,
                 GPtrArray      *sentences)
{
  unsigned int highest = 0, lowest = 0, n = 0;
  double high = -INFINITY, low = INFINITY;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      const CtgEstimate *whole = ctg_words_get_estimate (words, i, 0);
      const CtgEstimate *part = ctg_words_get_estimate (words, i, 1);
      double share;

      if (!is_single (whole) || !is_single (part) || whole->value <= 0)
        continue;
      share = part->value / whole->value;
      n++;
      if (share > high)
        {
          high = share;
          highest = i;
        }
      if (share < low)
        {
          low = share;
          lowest = i;
        }
    }
  if (n < 2 || !(low < high))
    return;

  g_autofree char *first = describe_share (words, highest);
  g_autofree char *last = describe_share (words, lowest);

  ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_ALT_SCATTER_SHARES, first, last, NULL));
}

/* How many points there are, who leads on either axis, and what the lines of equal shares show. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  unsigned int n_both = 0;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    n_both += ctg_estimate_is_reported (ctg_words_get_estimate (words, i, 0)) && ctg_estimate_is_reported (ctg_words_get_estimate (words, i, 1));
  ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_BOTH, n_both, NULL));
  ctg_words_add_extremes (words, sentences);
  ctg_words_add_difference (words, sentences);
  if (!ctg_words_same_measure (words))
    describe_shares (words, sentences);
}

const CtgKind ctg_kind_scatter = {
  .info = {
    .id = "scatter",
    .title = CTG_PHRASE_KIND_SCATTER,
    .summary = CTG_PHRASE_KIND_SCATTER_SUMMARY,
    .min_series = 2,
    .max_series = 2,
  },
  .alt = CTG_PHRASE_ALT_SCATTER,
  .points = true,
  .x_axis = true,
  .names_series = true,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_ONE_END,
  .warn_rows = CTG_PHRASE_WARN_ONE_END,
  .title = dup_title,
  .note = note,
  .describe = describe,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
  .measure_legend = measure_legend,
  .draw_legend = draw_legend,
};
