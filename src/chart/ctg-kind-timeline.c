/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Statements over time: a point for a number, a bar for a range, an arrow for a bound, on a true time axis with each year's name over the year.
 * Names stand at the marks; where they find no room, marks are numbered and named below the plot. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-timeline-labels.h"
#include "chart/ctg-timeline-values.h"
#include "chart/ctg-words-private.h"

static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  for (unsigned int s = 0; s < n_series; s++)
    {
      if (ctg_timeline_get_claim (table, row, series[s]) != NULL)
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

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  g_autoptr(CtgTimelineFrame) frame = ctg_timeline_frame_new (plan, width, -1);

  return frame->height;
}

static void
draw_joins (CtgPen                 *pen,
            const CtgTimelineFrame *frame,
            CtgRect                 plot)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "links");
  for (unsigned int k = 0; k < frame->spots->len; k++)
    {
      const CtgTimelineSpot *spot = &g_array_index (frame->spots, CtgTimelineSpot, k);
      int next = ctg_timeline_find_next (frame->spots, pen->plan, k);
      CtgStyle style = ctg_style_stroke (ctg_color_mix (pen->plan->colors[spot->s], pen->plan->theme.paper, 0.65), 0.6);

      if (next < 0)
        continue;

      CtgPoint to = g_array_index (frame->spots, CtgTimelineSpot, next).point;

      ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, ctg_rect_at (plot, spot->point.x, spot->point.y), ctg_rect_at (plot, to.x, to.y), &style);
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
  double size = ctg_timeline_get_point_size (pen->plan);
  double side = upwards ? -1 : 1;
  double tip = at.y + side * ctg_timeline_get_arrow_length (pen->plan);
  CtgPoint head[] = { { at.x - size * 0.4, tip - side * size * 0.45 }, { at.x, tip }, { at.x + size * 0.4, tip - side * size * 0.45 } };
  CtgStyle style = ctg_style_stroke (color, MAX (0.8, size * 0.18));

  ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { at.x - size / 2, at.y }, (CtgPoint) { at.x + size / 2, at.y }, &style);
  ctg_canvas_line (pen->canvas, CTG_ROLE_OPEN_END, at, (CtgPoint) { at.x, tip }, &style);
  ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, head, G_N_ELEMENTS (head), false, &style);
}

static void
draw_mark (CtgPen                *pen,
           const CtgTimelineSpot *spot,
           CtgRect                plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, spot->i, spot->s);
  CtgPoint at = ctg_rect_at (plot, spot->point.x, spot->point.y);
  double size = ctg_timeline_get_point_size (plan);
  CtgColor color = plan->colors[spot->s];

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, spot->i, spot->s);
  if (spot->high > spot->low)
    {
      CtgStyle style = ctg_style_stroke (ctg_color_mix (color, plan->theme.paper, plan->faded ? 0 : 0.4), size * 0.6);
      double bottom = MAX (spot->bottom, spot->top + 0.75);

      ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect_at (plot, spot->point.x, bottom),
                       ctg_rect_at (plot, spot->point.x, spot->top), &style);
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

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  g_autoptr(CtgTimelineFrame) frame = ctg_timeline_frame_new (pen->plan, plot.width, plot.height);
  CtgSceneBuilder *builder = pen->canvas->builder;

  ctg_timeline_draw_references (pen, frame, plot, true);
  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-values");
  ctg_timeline_draw_values (pen, frame, plot);
  ctg_scene_builder_pop (builder);
  ctg_timeline_draw_references (pen, frame, plot, false);
  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-time");
  ctg_timeline_axis_draw (&frame->axis, pen, ctg_rect (plot.x + frame->plot.x, plot.y + frame->plot.y, frame->plot.width, frame->plot.height));
  ctg_scene_builder_pop (builder);
  draw_joins (pen, frame, plot);

  for (unsigned int s = 0; s < pen->plan->n_series; s++)
    {
      ctg_pen_begin_series (pen, s);
      for (unsigned int k = 0; k < frame->spots->len; k++)
        {
          if (g_array_index (frame->spots, CtgTimelineSpot, k).s == s)
            {
              const CtgTimelineSpot *spot = &g_array_index (frame->spots, CtgTimelineSpot, k);
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
      CtgPen row_pen = ctg_pen_of_row (pen, g_array_index (frame->spots, CtgTimelineSpot, k).i, &storage);

      ctg_timeline_draw_label (&row_pen, frame, k, plot);
    }
  if (frame->numbered)
    ctg_timeline_draw_list (pen, frame, plot);
  ctg_scene_builder_set_datum (builder, CTG_DATUM_NONE);
  ctg_scene_builder_pop (builder);

  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_VALUES_LEFT_OUT, "page.width", frame->n_left);
}

static bool
has_mark (const CtgPlan *plan,
          unsigned int   i,
          unsigned int   s)
{
  return ctg_timeline_get_claim (plan->input->table, plan->rows[i], plan->series[s]) != NULL;
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
          const CtgClaim *claim = ctg_timeline_get_claim (words->table, words->rows[i], words->series[s]);

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
  .has_mark = has_mark,
  .measure_plot = measure_plot,
  .draw_plot = draw_plot,
  .references = true,
};
