/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One square stands for a round number of people, or for one or some per cent: squares run along a row and go on in the next line. What is
 * less than a square fills it in part. A whole with its parts is one run of squares. */

#include <math.h>

#include "chart/ctg-dots-frame.h"
#include "chart/ctg-parts.h"
#include "chart/ctg-words-private.h"

#define MOST_SERIES 6

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  g_autoptr(CtgDotsFrame) frame = ctg_dots_frame_new (plan, width);

  return ctg_dots_frame_get_rows_height (frame, plan, plan->n_rows);
}

static unsigned int
fit_plot (const CtgPlan *plan,
          double         width,
          double         height)
{
  g_autoptr(CtgDotsFrame) frame = ctg_dots_frame_new (plan, width);
  unsigned int n = 0;

  while (n < plan->n_rows && ctg_dots_frame_get_rows_height (frame, plan, n + 1) <= height + 0.01)
    n++;

  return n;
}

/* ---- drawing ---- */

/* Fills squares from one place of the run to another; both may lie inside a square. */
static void
draw_run (CtgPen             *pen,
          const CtgDotsFrame *frame,
          CtgPoint            at,
          double              from,
          double              to,
          CtgColor            color)
{
  CtgStyle style = ctg_style_fill (color);

  if (to <= from)
    return;

  for (unsigned int k = (unsigned int) floor (from + 1e-9); k < to - 1e-9; k++)
    {
      CtgPoint corner = ctg_dots_frame_get_square (frame, at, k);
      double start = MAX (0, from - k) * frame->side;
      double end = MIN (1, to - k) * frame->side;

      /* One person is seen too. */
      ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect (corner.x + start, corner.y, MAX (end - start, 0.5), frame->side), &style);
    }
}

/* The square that is filled in part, whole in outline. */
static void
draw_outline (CtgPen             *pen,
              const CtgDotsFrame *frame,
              CtgPoint            at,
              double              squares,
              CtgColor            color)
{
  CtgStyle style = ctg_style_stroke (ctg_color_mix (color, pen->plan->theme.paper, 0.35), 0.4);
  CtgPoint corner = ctg_dots_frame_get_square (frame, at, (unsigned int) floor (squares));

  if (squares - floor (squares) > 0.01)
    ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect (corner.x + 0.2, corner.y + 0.2, frame->side - 0.4, frame->side - 0.4), &style);
}

/* It goes on from here, nobody says how far. */
static void
draw_open_end (CtgPen             *pen,
               const CtgDotsFrame *frame,
               CtgPoint            corner,
               CtgColor            color)
{
  double half = frame->side / 2;
  double depth = frame->side * 0.36;

  for (int k = 0; k < 2; k++)
    {
      double x = corner.x + k * (depth + 0.6);
      CtgPoint points[] = { { x, corner.y }, { x + depth, corner.y + half }, { x, corner.y + frame->side } };
      CtgStyle style = ctg_style_stroke (k == 0 ? color : ctg_theme_get_tint (&pen->plan->theme, color), MAX (0.7, frame->side * 0.16));

      ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, points, G_N_ELEMENTS (points), false, &style);
    }
}

static CtgColor
get_rest_color (const CtgTheme *theme)
{
  return ctg_color_mix (theme->ink, theme->paper, 0.88);
}

static void
draw_missing (CtgPen             *pen,
              const CtgDotsFrame *frame,
              unsigned int        i,
              CtgPoint            at)
{
  const CtgPlan *plan = pen->plan;
  double size = ctg_plan_get_missing_size (plan) * 0.72;

  if (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, 0))
    return;

  ctg_pen_begin_mark (pen, CTG_ROLE_MISSING, i, 0);
  ctg_pen_missing_symbol (pen->canvas, &plan->theme, ctg_plan_get_estimate (plan, i, 0)->presence, plan->theme.missing,
                          (CtgPoint) { at.x + size / 2, at.y + frame->side / 2 }, size);
  ctg_pen_end_mark (pen);
}

/* A count of its own: what is certain solid, what is possible light, the rest of 100 per cent grey. */
static void
draw_count (CtgPen             *pen,
            const CtgDotsFrame *frame,
            unsigned int        i,
            CtgPoint            at)
{
  const CtgPlan *plan = pen->plan;
  double certain;
  double possible;
  bool open;

  ctg_estimate_get_extent (ctg_plan_get_estimate (plan, i, 0), &certain, &possible, &open);
  certain = MAX (0, certain) / frame->unit;
  possible = MAX (0, possible) / frame->unit;

  double squares = ctg_dots_frame_get_squares (frame, plan, i);
  bool hundred = ctg_dots_is_of_hundred (plan->input->table, plan->series, plan->n_series);

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, 0);
  double end = MAX (certain, possible);

  /* An open end takes the place of a square. */
  if (hundred)
    draw_run (pen, frame, at, MIN (squares, open ? ceil (end) + 1 : end), squares, get_rest_color (&plan->theme));
  draw_run (pen, frame, at, certain, possible, ctg_theme_get_tint (&plan->theme, plan->colors[0]));
  draw_run (pen, frame, at, 0, certain, plan->colors[0]);
  if (certain == 0 && possible == 0)
    {
      CtgStyle zero = ctg_style_stroke (plan->colors[0], 0.75);

      ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { at.x, at.y }, (CtgPoint) { at.x, at.y + frame->side }, &zero);
    }
  if (open && (!hundred || end < squares))
    draw_open_end (pen, frame, ctg_dots_frame_get_square (frame, at, (unsigned int) ceil (end - 1e-9)), plan->colors[0]);
  else if (!hundred)
    draw_outline (pen, frame, at, end, plan->colors[0]);
  ctg_pen_end_mark (pen);
}

static void
draw_piece (CtgPen             *pen,
            const CtgDotsFrame *frame,
            unsigned int        i,
            unsigned int        s,
            CtgPoint            at)
{
  const CtgPlan *plan = pen->plan;
  double from;
  double to;
  bool last = plan->has_whole ? s == 0 : s + 1 == plan->n_series;

  ctg_parts_get_piece (plan, i, s, &from, &to);
  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  draw_run (pen, frame, at, from / frame->unit, to / frame->unit, plan->colors[s]);
  if (last && !plan->has_whole)
    draw_run (pen, frame, at, to / frame->unit, ctg_dots_frame_get_squares (frame, plan, i), get_rest_color (&plan->theme));
  if (last && plan->has_whole)
    draw_outline (pen, frame, at, to / frame->unit, plan->colors[s]);
  ctg_pen_end_mark (pen);
}

static void
draw_name (CtgPen             *pen,
           const CtgDotsFrame *frame,
           unsigned int        i,
           CtgPoint            at)
{
  const CtgPlan *plan = pen->plan;
  const CtgCategoryLabel *label = &frame->names->items[i];

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[i], -1 });
  for (unsigned int k = 0; k < label->n_lines; k++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &plan->theme.label, plan->theme.ink, label->lines[k],
                     (CtgPoint) { at.x - plan->theme.size * 0.6, at.y + frame->names->ascent + k * frame->names->line_height }, CTG_ALIGN_END);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

/* Behind the last square; where all rows are equally long, behind the first line. */
static void
draw_value (CtgPen             *pen,
            const CtgDotsFrame *frame,
            unsigned int        i,
            CtgPoint            at)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, 0);
  bool reported = ctg_estimate_is_reported (estimate);
  g_autofree char *text = ctg_dots_dup_value (plan, i);
  bool hundred = ctg_dots_is_of_hundred (plan->input->table, plan->series, plan->n_series);
  double squares = ceil (ctg_dots_frame_get_squares (frame, plan, i) - 1e-9);

  if (hundred)
    squares = MIN (squares, frame->columns);

  unsigned int last = squares > 0 ? (unsigned int) squares - 1 : 0;
  CtgPoint corner = ctg_dots_frame_get_square (frame, at, last);
  double x = corner.x + theme->size * 0.4;
  double certain = 0;
  double possible = 0;
  bool open = false;

  if (!reported && (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, 0)))
    return;

  if (reported && plan->n_series == 1)
    ctg_estimate_get_extent (estimate, &certain, &possible, &open);
  if (squares > 0 || !reported)
    x += frame->side;
  if (open && !hundred)
    x += frame->side;

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[i], plan->series[0] });
  ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, &theme->value, reported ? theme->ink : theme->missing, text,
                   (CtgPoint) { x, at.y + ctg_dots_frame_get_baseline (frame, plan, last / frame->columns) }, CTG_ALIGN_START);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  const CtgPlan *plan = pen->plan;
  g_autoptr(CtgDotsFrame) frame = ctg_dots_frame_new (plan, plot.width);
  unsigned int n = pen->layout->n_fitted;
  g_autofree CtgPoint *places = g_new (CtgPoint, n + 1);
  double y = plot.y;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-rows");
  for (unsigned int i = 0; i < n; i++)
    {
      /* The first line of squares stands in the middle of a line of text. */
      places[i] = (CtgPoint) { plot.x + frame->x, y + MAX (0, (frame->names->line_height - frame->side) / 2) };

      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

      draw_name (&row_pen, frame, i, (CtgPoint) { places[i].x, y });
      y += ctg_dots_frame_get_row_height (frame, plan, i);
    }
  ctg_scene_builder_pop (pen->canvas->builder);

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      g_autofree char *id = g_strconcat ("series-", ctg_table_get_series (plan->input->table, plan->series[s])->id, NULL);

      ctg_scene_builder_set_label (pen->canvas->builder, plan->titles[s]);
      ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_SERIES, id);
      for (unsigned int i = 0; i < n; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          if (plan->n_series > 1)
            draw_piece (&row_pen, frame, i, s, places[i]);
          else if (ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 0)))
            draw_count (&row_pen, frame, i, places[i]);
          else
            draw_missing (&row_pen, frame, i, places[i]);
        }
      ctg_scene_builder_pop (pen->canvas->builder);
    }

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "values");
  for (unsigned int i = 0; i < n && frame->values; i++)
    {
      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

      draw_value (&row_pen, frame, i, places[i]);
    }
  ctg_scene_builder_pop (pen->canvas->builder);

  if (plan->input->spec->value_labels && !frame->values)
    ctg_pen_warn_count (pen, CTG_PHRASE_WARN_VALUES_LEFT_OUT, "page.width", n);
  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", frame->names->n_cut);
}

/* ---- legend and words ---- */

static char *
key (const CtgPlan *plan,
     unsigned int   k)
{
  return k == 0 ? ctg_dots_dup_unit_text (plan->input->locale, ctg_table_get_series (plan->input->table, plan->series[0]), ctg_dots_get_plan_unit (plan)) : NULL;
}

/* A square in the colour of the series; the key of the unit belongs to none where there are several. */
static void
draw_key (CtgPen      *pen,
          int          series,
          unsigned int k,
          CtgPoint     center,
          double       size)
{
  const CtgPlan *plan = pen->plan;
  double side = plan->theme.size * CTG_DOTS_SIDE;
  CtgRect square = ctg_rect (center.x - side / 2, center.y - side / 2, side, side);
  bool own = series >= 0 || plan->n_series == 1;
  CtgStyle style = own ? ctg_style_fill (plan->colors[MAX (0, series)]) : ctg_style_stroke (plan->theme.muted, 0.6);

  ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, own ? square : ctg_rect_inset (square, 0.3), &style);
}

static bool
suits (const CtgTable  *table,
       unsigned int    *series,
       unsigned int     n_series,
       const CtgLocale *locale,
       char           **reason)
{
  const CtgMeasure *measure = ctg_table_get_series (table, series[0])->info;

  if (n_series > 1)
    return ctg_parts_suit (table, series, n_series, locale, reason);
  /* A rate, a year or an age cannot be counted out. */
  if (measure->nature != CTG_NATURE_RATE && !g_str_equal (measure->unit, "years"))
    return true;

  if (reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_COUNTS, NULL);

  return false;
}

static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return n_series == 1 || ctg_parts_add_up (table, row, series, n_series);
}

static double
get_words_unit (const CtgWords *words)
{
  CtgTheme theme;

  if (words->whole != NULL)
    words = words->whole;
  if (!ctg_theme_init (&theme, words->input->spec, NULL))
    return 1;

  return ctg_dots_get_unit (words->table, words->rows, words->n_drawn, words->series, words->n_series, &theme, words->input->spec->page_width);
}

/* Whether any row drawn has a square that is filled in part, or squares of a range, or an open end. */
static void
find_marks (const CtgWords *words,
            double          unit,
            bool           *in_part,
            bool           *range,
            bool           *open)
{
  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      for (unsigned int s = 0; s < words->n_series; s++)
        {
          double certain;
          double possible;
          bool open_above;

          if (!ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s)))
            continue;
          ctg_estimate_get_extent (ctg_words_get_estimate (words, i, s), &certain, &possible, &open_above);
          *range |= possible > certain;
          *open |= open_above;
          *in_part |= fmod (certain, unit) > 0 || fmod (possible, unit) > 0;
        }
    }
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool in_part = false;
  bool range = false;
  bool open = false;

  find_marks (words, get_words_unit (words), &in_part, &range, &open);
  if (in_part)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_DOTS_PART, NULL));
  if (range)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_DOTS_RANGE, NULL));
  if (open)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_MARK_OPEN, NULL));
}

static void
describe_marks (const CtgWords *words,
                GPtrArray      *sentences)
{
  g_autofree char *unit = ctg_dots_dup_unit_text (words->locale, ctg_words_get_series (words, 0), get_words_unit (words));

  if (words->n_drawn > 0)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_SENTENCE, unit, NULL));
}

const CtgKind ctg_kind_dots = {
  .info = {
    .id = "dots",
    .title = CTG_PHRASE_KIND_DOTS,
    .summary = CTG_PHRASE_KIND_DOTS_SUMMARY,
    .min_series = 1,
    .max_series = MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_DOTS,
  .points = true,
  .has_no_scale = true,
  .part_of_whole = true,
  .says_missing = true,
  .suits = suits,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_NOT_STACKED,
  .warn_rows = CTG_PHRASE_WARN_NOT_STACKABLE,
  .title = ctg_parts_dup_title,
  .key = key,
  .draw_key = draw_key,
  .note = note,
  .describe_marks = describe_marks,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
};
