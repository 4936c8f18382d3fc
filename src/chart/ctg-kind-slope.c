/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two or three counts of one thing as columns of points, a line for each row from one to the next. Names and numbers at both sides are pushed
 * apart until none touches another, and a thin line leads back to the point. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-slope-references.h"
#include "chart/ctg-slope-trend.h"
#include "chart/ctg-words-private.h"

/* A line needs both its ends. */
static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[0])) &&
         ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[n_series - 1]));
}

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  return ctg_slope_get_head_height (plan) + MAX (plan->n_rows * ctg_slope_get_line_height (plan) * 1.1, width * 0.62);
}

static unsigned int
fit_plot (const CtgPlan *plan,
          double         width,
          double         height)
{
  return MAX (0, floor ((height - ctg_slope_get_head_height (plan) + 0.01) / ctg_slope_get_line_height (plan)));
}

/* What is zero stands on a band of its own, below an axis that has none. */
static void
draw_zero_lane (CtgPen              *pen,
                const CtgSlopeFrame *frame,
                CtgRect              plot)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_fill (ctg_color_mix (theme->grid, theme->paper, 0.4));
  double height = ctg_plan_get_lane_width (pen->plan);
  double from = frame->x[0] - theme->size * 0.5;
  double to = frame->x[pen->plan->n_series - 1] + theme->size * 0.5;

  ctg_canvas_rect (pen->canvas, CTG_ROLE_GRID, ctg_rect (plot.x + from, plot.y + ctg_slope_frame_get_y (frame, pen->plan, 0) - height / 2, to - from, height), &style);
}

/* The names of the series over their columns, and a line down each. */
static void
draw_columns (CtgPen              *pen,
              const CtgSlopeFrame *frame,
              CtgRect              plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  CtgStyle style = ctg_style_stroke (theme->grid, 0.6);
  double room = frame->x[1] - frame->x[0] - theme->size;

  if (plan->zero_lane)
    draw_zero_lane (pen, frame, plot);
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      bool first = s == 0;
      bool last = s == plan->n_series - 1;
      double half = room / 2;
      double width = first ? frame->x[0] + half : last ? plot.width - frame->x[s] + half : room;
      g_autofree char *title = ctg_text_measure_shorten (plan->input->measure, &theme->axis, plan->titles[s], width);
      CtgTextExtents extents;

      ctg_text_measure_line (plan->input->measure, &theme->axis, title, &extents);

      /* Over the column, but inside the plot and away from its neighbour. */
      double middle = CLAMP (frame->x[s], extents.width / 2, MAX (extents.width / 2, plot.width - extents.width / 2));

      middle = first ? MIN (middle, frame->x[s] + half - extents.width / 2) : last ? MAX (middle, frame->x[s] - half + extents.width / 2) : middle;

      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, title, ctg_rect_at (plot, middle, extents.ascent), CTG_ALIGN_MIDDLE);
      ctg_canvas_line (pen->canvas, CTG_ROLE_GRID, ctg_rect_at (plot, frame->x[s], frame->top - frame->line / 2), ctg_rect_at (plot, frame->x[s], frame->bottom), &style);
    }
}

static void
draw_line (const CtgPen        *pen,
           const CtgSlopeFrame *frame,
           unsigned int         i,
           CtgRect              plot)
{
  const CtgPlan *plan = pen->plan;
  CtgStyle style = ctg_style_stroke (ctg_slope_get_color (plan, ctg_slope_get_row_trend (plan, i)), MAX (0.8, plan->theme.size * 0.14));
  int before = -1;

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      double to = ctg_slope_get_rank (plan, i, s);
      double from = before >= 0 ? ctg_slope_get_rank (plan, i, before) : NAN;

      if (!isfinite (to))
        continue;
      if (before >= 0)
        ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, ctg_rect_at (plot, frame->x[before], ctg_slope_frame_get_y (frame, plan, from)),
                         ctg_rect_at (plot, frame->x[s], ctg_slope_frame_get_y (frame, plan, to)), &style);
      before = s;
    }
}

/* What is highlighted lies over the rest. */
static void
draw_lines (CtgPen              *pen,
            const CtgSlopeFrame *frame,
            CtgRect              plot)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "links");
  for (unsigned int turn = 0; turn < 2; turn++)
    {
      for (unsigned int i = 0; i < frame->n; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          if (ctg_plan_is_faded (pen->plan, i) == (turn == 0))
            draw_line (&row_pen, frame, i, plot);
        }
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

static void
draw_mark (CtgPen              *pen,
           const CtgSlopeFrame *frame,
           unsigned int         i,
           unsigned int         s,
           CtgRect              plot)
{
  const CtgPlan *plan = pen->plan;
  CtgColor color = ctg_slope_get_color (plan, ctg_slope_get_row_trend (plan, i));
  CtgStyle dot = ctg_style_fill (color);
  double size = ctg_slope_get_point_size (plan);

  if (!ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, s)))
    return;

  dot.stroke = plan->theme.paper;
  dot.stroke_width = 0.4;
  if (!ctg_estimate_is_number (ctg_plan_get_estimate (plan, i, s)))
    {
      dot.fill = plan->theme.paper;
      dot.stroke = color;
      dot.stroke_width = MAX (0.7, size * 0.2);
      size *= 0.85;
    }
  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  ctg_canvas_symbol (pen->canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, ctg_slope_frame_get_point (frame, plan, plot, i, s), size, &dot);
  ctg_pen_end_mark (pen);
}

static void
draw_stop (CtgPen              *pen,
           const CtgSlopeFrame *frame,
           unsigned int         side,
           const CtgSlopeStop  *stop,
           CtgRect              plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  double sign = side == CTG_SLOPE_LEFT ? -1 : 1;
  unsigned int s = side == CTG_SLOPE_LEFT ? 0 : plan->n_series - 1;
  CtgAlign align = side == CTG_SLOPE_LEFT ? CTG_ALIGN_END : CTG_ALIGN_START;
  CtgStyle leader = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.7), 0.4);
  double point = frame->x[s] + sign * ctg_plan_get_point_size (plan) * 0.4;
  double x = frame->x[s] + sign * frame->lead;
  double y = stop->y + theme->label.size * 0.36;
  g_autofree char *name = ctg_category_label_dup (&frame->names->items[stop->i]);

  ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, ctg_rect_at (plot, point, stop->wanted), ctg_rect_at (plot, x - sign * theme->size * 0.25, stop->y), &leader);
  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[stop->i], plan->series[s] });
  ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, &theme->value, theme->muted, frame->values[stop->i][s],
                   ctg_rect_at (plot, side == CTG_SLOPE_LEFT ? x : x + frame->value_width[CTG_SLOPE_RIGHT], y), CTG_ALIGN_END);
  if (frame->named[side])
    ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->label, theme->ink, name,
                     ctg_rect_at (plot, x + sign * (frame->value_width[side] + theme->size * 0.6), y), align);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  g_autoptr(CtgSlopeFrame) frame = ctg_slope_frame_new (plan, pen->layout->n_fitted, plot.width, plot.height);

  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-series");
  ctg_slope_draw_references (pen, frame, plot);
  draw_columns (pen, frame, plot);
  ctg_scene_builder_pop (builder);
  draw_lines (pen, frame, plot);
  ctg_slope_draw_reference_labels (pen, frame, plot);
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      ctg_pen_begin_series (pen, s);
      for (unsigned int i = 0; i < frame->n; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          draw_mark (&row_pen, frame, i, s, plot);
        }
      ctg_scene_builder_pop (builder);
    }
  ctg_scene_builder_push (builder, CTG_ROLE_NONE, "values");
  for (unsigned int side = 0; side < CTG_SLOPE_SIDES; side++)
    {
      for (unsigned int k = 0; k < frame->n; k++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, frame->stops[side][k].i, &storage);

          draw_stop (&row_pen, frame, side, &frame->stops[side][k], plot);
        }
    }
  ctg_scene_builder_pop (builder);

  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", frame->names->n_cut);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool open = false;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      for (unsigned int s = 0; s < words->n_series; s++)
        open |= ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s)) && !ctg_estimate_is_number (ctg_words_get_estimate (words, i, s));
    }
  if (open)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SLOPE, NULL));
}

/* In how many rows the last count is higher and lower than the first, and where they differ most. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  unsigned int n[3] = { 0 };
  g_autofree char *first = ctg_words_dup_series_title (words, 0);
  g_autofree char *last = ctg_words_dup_series_title (words, words->n_series - 1);

  for (unsigned int i = 0; i < words->n_drawn; i++)
    n[ctg_slope_get_trend (words->table, ctg_estimate_get_rank (ctg_words_get_estimate (words, i, 0)),
                           ctg_estimate_get_rank (ctg_words_get_estimate (words, i, words->n_series - 1)))]++;

  if (n[CTG_SLOPE_RISE] > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_HIGHER, n[CTG_SLOPE_RISE], last, first, NULL));
  if (n[CTG_SLOPE_FALL] > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_LOWER, n[CTG_SLOPE_FALL], last, first, NULL));
  ctg_words_add_extremes (words, sentences);
  ctg_words_add_difference (words, sentences);
}

const CtgKind ctg_kind_slope = {
  .info = {
    .id = "slope",
    .title = CTG_PHRASE_KIND_SLOPE,
    .summary = CTG_PHRASE_KIND_SLOPE_SUMMARY,
    .min_series = 2,
    .max_series = CTG_SLOPE_MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_SLOPE,
  .points = true,
  .skips_missing = true,
  .names_series = true,
  .suits = ctg_kind_suits_one_measure,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_ONE_END,
  .warn_rows = CTG_PHRASE_WARN_ONE_END,
  .key = ctg_slope_dup_key,
  .draw_key = ctg_slope_draw_key,
  .note = note,
  .describe = describe,
  .least_panel = 20,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
  .references = true,
};
