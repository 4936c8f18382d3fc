/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One count against another: the first series runs along the page, the second upwards, a point for each row. Ranges are lines through the
 * point, bounds open at one end; zero on a logarithmic scale and what is not reported stand in lanes beside the axes. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-reference-axis.h"
#include "chart/ctg-scatter-names.h"
#include "chart/ctg-scatter-rates.h"
#include "chart/ctg-words-private.h"

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
  const CtgTable *table = plan->input->table;

  if (ctg_table_get_against (table) >= 0 || !g_str_equal (ctg_table_get_series (table, plan->series[0])->measure, ctg_table_get_series (table, plan->series[1])->measure))
    return ctg_table_dup_series_title (table, plan->series[s], plan->series, plan->n_series, plan->input->locale);

  return ctg_words_name_count (table, plan->series[s], plan->series, plan->n_series, plan->input->locale);
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

/* ---- marks ---- */

/* An arrow head a little away from the point: it goes on, nobody says how far. */
static void
draw_open_end (CtgPen               *pen,
               const CtgScatterAxis *axis,
               bool                  above,
               CtgPoint              at,
               double                size,
               CtgColor              color)
{
  double out = (above ? 1 : -1) * (axis->upright ? -1 : 1);
  double back = out * size * 0.85;
  double tip = out * size * 1.3;
  double half = size * 0.42;
  CtgStyle style = ctg_style_stroke (color, MAX (0.7, size * 0.16));
  CtgPoint points[3] = { { at.x + back, at.y - half }, { at.x + tip, at.y }, { at.x + back, at.y + half } };

  if (axis->upright)
    {
      points[0] = (CtgPoint) { at.x - half, at.y + back };
      points[1] = (CtgPoint) { at.x, at.y + tip };
      points[2] = (CtgPoint) { at.x + half, at.y + back };
    }
  ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, points, G_N_ELEMENTS (points), false, &style);
}

static bool
is_open (const CtgEstimate *estimate)
{
  return ctg_estimate_is_at_least (estimate) || ctg_estimate_is_at_most (estimate);
}

static void
draw_ranges (CtgPen                *pen,
             const CtgScatterFrame *frame,
             unsigned int           i,
             CtgPoint               at)
{
  const CtgPlan *plan = pen->plan;
  const CtgEstimate *x = ctg_plan_get_estimate (plan, i, 0), *y = ctg_plan_get_estimate (plan, i, 1);
  CtgColor color = plan->colors[0];
  CtgStyle style = ctg_style_stroke (color, MAX (0.5, plan->theme.size * 0.08));
  double from, to;

  if (ctg_scatter_get_reach (&frame->x, x, &from, &to))
    ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { from, at.y }, (CtgPoint) { to, at.y }, &style);
  if (ctg_scatter_get_reach (&frame->y, y, &from, &to))
    ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { at.x, from }, (CtgPoint) { at.x, to }, &style);
  if (is_open (x))
    draw_open_end (pen, &frame->x, ctg_estimate_is_at_least (x), at, frame->point_size, color);
  if (is_open (y))
    draw_open_end (pen, &frame->y, ctg_estimate_is_at_least (y), at, frame->point_size, color);
}

static void
draw_point (CtgPen                *pen,
            const CtgScatterFrame *frame,
            unsigned int           i,
            CtgRole                role)
{
  const CtgPlan *plan = pen->plan;
  CtgPoint at = ctg_scatter_frame_get_place (frame, plan, i);
  CtgStyle style = ctg_style_fill (plan->colors[0]);
  double size = frame->point_size;

  if (ctg_scatter_is_missing (plan, i))
    {
      CtgPresence presence = MAX (ctg_plan_get_estimate (plan, i, 0)->presence, ctg_plan_get_estimate (plan, i, 1)->presence);

      draw_ranges (pen, frame, i, at);
      ctg_pen_missing_symbol (pen->canvas, &plan->theme, presence, plan->theme.missing, at, size * 0.8);
      return;
    }

  draw_ranges (pen, frame, i, at);
  style.snap = false;
  if (plan->n_rows > CTG_SCATTER_MANY)
    style.fill.alpha = 0.5;
  else if (!ctg_estimate_is_number (ctg_plan_get_estimate (plan, i, 0)) || !ctg_estimate_is_number (ctg_plan_get_estimate (plan, i, 1)))
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
draw_mark (CtgPen                *pen,
           const CtgScatterFrame *frame,
           unsigned int           i)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  bool missing = ctg_scatter_is_missing (plan, i);
  unsigned int s = ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 1)) ? 1 : 0;

  if (!ctg_scatter_is_drawn (plan, i))
    return;
  if (plan->n_rows > CTG_SCATTER_MANY)
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

/* What names cover only where they must: the axes, and the lines of equal shares. */
static GArray *
collect_lines (const CtgScatterFrame *frame,
               const CtgPlan         *plan)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  CtgRect inner = frame->inner;
  CtgPoint axes[] = {
    { inner.x, inner.y }, { inner.x, inner.y + inner.height }, { inner.x, inner.y + inner.height }, { inner.x + inner.width, inner.y + inner.height },
  };

  g_array_append_vals (lines, axes, G_N_ELEMENTS (axes));
  ctg_scatter_rates_collect (plan, &frame->x, &frame->y, lines);

  return lines;
}

/* The labels of references come before names, which keep clear of them. */
static void
draw_labels (CtgPen                 *pen,
             const CtgScatterFrame  *frame,
             const CtgReferenceAxis *axes)
{
  g_autoptr(GArray) lines = collect_lines (frame, pen->plan);
  bool any = axes[0].references[0] != NULL || axes[1].references[0] != NULL || ctg_scatter_has_names (pen->plan);
  g_autoptr(GArray) taken = any ? ctg_scatter_collect_marks (frame, pen->plan) : g_array_new (FALSE, FALSE, sizeof (CtgRect));
  g_autoptr(GArray) texts = ctg_reference_texts_new ();

  for (unsigned int k = 0; k < 2; k++)
    ctg_reference_axis_collect_lines (&axes[k], lines);
  for (unsigned int k = 0; k < 2; k++)
    ctg_reference_axis_place (&axes[k], pen, taken, lines, texts);
  if (texts->len > 0)
    {
      ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "reference-labels");
      ctg_reference_texts_draw (texts, pen);
      ctg_scene_builder_pop (pen->canvas->builder);
    }

  ctg_reference_texts_collect (texts, taken);
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "names");
  ctg_scatter_draw_names (pen, frame, taken, lines);
  ctg_scene_builder_pop (pen->canvas->builder);
}

/* What is highlighted lies over the rest, the first rows over the last. */
static void
draw_marks (CtgPen                *pen,
            const CtgScatterFrame *frame)
{
  const CtgPlan *plan = pen->plan;

  for (unsigned int turn = plan->highlighted != NULL ? 0 : 1; turn < 2; turn++)
    {
      for (unsigned int i = plan->n_rows; i > 0; i--)
        {
          if (ctg_plan_is_faded (plan, i - 1) != (turn == 0))
            continue;

          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i - 1, &storage);

          draw_mark (&row_pen, frame, i - 1);
        }
    }
}

static void
draw_plot (CtgPen *pen,
           CtgRect box)
{
  const CtgSpec *spec = pen->plan->input->spec;
  CtgSceneBuilder *builder = pen->canvas->builder;
  g_autoptr(CtgScatterFrame) frame = NULL;

  if (pen->layout->n_fitted == 0)
    return;

  frame = ctg_scatter_frame_new (pen->plan, box);

  const CtgReferenceAxis axes[] = {
    { spec->references, frame->y.scale, true, frame->inner }, { spec->x_references, frame->x.scale, false, frame->inner },
  };

  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axes");
  ctg_scatter_frame_draw_lanes (frame, pen);
  for (unsigned int k = 0; k < G_N_ELEMENTS (axes); k++)
    ctg_reference_axis_draw_bands (&axes[k], pen);
  ctg_scatter_frame_draw_axes (frame, pen, box);
  ctg_scatter_rates_draw (pen, &frame->x, &frame->y);
  for (unsigned int k = 0; k < G_N_ELEMENTS (axes); k++)
    ctg_reference_axis_draw_lines (&axes[k], pen);
  ctg_scene_builder_pop (builder);

  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "points");
  draw_marks (pen, frame);
  ctg_scene_builder_pop (builder);

  draw_labels (pen, frame, axes);
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
      open |= ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s)) && !ctg_estimate_is_number (ctg_words_get_estimate (words, i, s));
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

      if (!ctg_estimate_is_number (whole) || !ctg_estimate_is_number (part) || whole->value <= 0)
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
  .least_panel = 15,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
  .references = true,
  .measure_legend = measure_legend,
  .draw_legend = draw_legend,
};
