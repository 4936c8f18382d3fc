/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a source leaves open: a line from the lowest to the highest figure, a point for a single or best one, an arrow from a bound on one side. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-mark-labels.h"
#include "chart/ctg-words-private.h"

typedef enum
{
  SHAPE_RANGE, /* with or without a best figure */
  SHAPE_VALUE,
  SHAPE_AT_LEAST,
  SHAPE_AT_MOST,
  N_SHAPES
} Shape;

static Shape
get_shape (const CtgEstimate *estimate)
{
  if (isfinite (estimate->low) && isfinite (estimate->high))
    return SHAPE_RANGE;
  if (isfinite (estimate->low) || estimate->qualifier == CTG_QUALIFIER_AT_LEAST || estimate->qualifier == CTG_QUALIFIER_MORE_THAN)
    return SHAPE_AT_LEAST;
  if (isfinite (estimate->high) || estimate->qualifier == CTG_QUALIFIER_AT_MOST || estimate->qualifier == CTG_QUALIFIER_LESS_THAN)
    return SHAPE_AT_MOST;

  return SHAPE_VALUE;
}

/* The one bound of an estimate that has one. */
static double
get_bound (const CtgEstimate *estimate)
{
  return isfinite (estimate->low) ? estimate->low : isfinite (estimate->high) ? estimate->high : estimate->value;
}

static bool
suits (const CtgTable  *table,
       unsigned int    *series,
       unsigned int     n_series,
       const CtgLocale *locale,
       char           **reason)
{
  for (unsigned int row = 0; row < ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table); row++)
    {
      const CtgEstimate *estimate = ctg_table_get_estimate (table, row, series[0]);

      if (ctg_estimate_is_reported (estimate) && get_shape (estimate) != SHAPE_VALUE)
        return true;
    }

  if (reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_RANGES, NULL);
  return false;
}

static bool
has_shape (const CtgPlan *plan,
           Shape          shape)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, 0);

      if (ctg_estimate_is_reported (estimate) && (get_shape (estimate) == shape || (shape == SHAPE_VALUE && isfinite (estimate->value))))
        return true;
    }

  return false;
}

/* The k-th of the shapes that are drawn. */
static Shape
find_shape (const CtgPlan *plan,
            unsigned int   k)
{
  for (Shape shape = 0; shape < N_SHAPES; shape++)
    {
      if (has_shape (plan, shape) && k-- == 0)
        return shape;
    }

  return N_SHAPES;
}

static char *
dup_key (const CtgPlan *plan,
         unsigned int   k)
{
  static const CtgPhrase phrases[] = {
    [SHAPE_RANGE] = CTG_PHRASE_KEY_RANGE, [SHAPE_VALUE] = CTG_PHRASE_KEY_VALUE,
    [SHAPE_AT_LEAST] = CTG_PHRASE_KEY_AT_LEAST, [SHAPE_AT_MOST] = CTG_PHRASE_KEY_AT_MOST,
  };
  Shape shape = find_shape (plan, k);

  return shape < N_SHAPES ? ctg_locale_phrase (plan->input->locale, phrases[shape], NULL) : NULL;
}

static CtgStyle
get_line_style (const CtgPlan *plan,
                double         size)
{
  /* A grey is light already. */
  return ctg_style_stroke (ctg_color_mix (plan->colors[0], plan->theme.paper, plan->faded ? 0 : 0.45), size * 0.5);
}

static CtgStyle
get_bound_style (const CtgPlan *plan,
                 double         size)
{
  return ctg_style_stroke (plan->colors[0], MAX (0.8, size * 0.16));
}

static void
draw_dot (CtgPen  *pen,
          CtgPoint center,
          double   size)
{
  CtgStyle style = ctg_style_fill (pen->plan->colors[0]);

  style.stroke = pen->plan->theme.paper;
  style.stroke_width = 0.5;
  ctg_canvas_symbol (pen->canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, center, size, &style);
}

/* A bar across at the bound and an arrow to where the true number lies: to higher values, or to lower ones. along is of the plot. */
static void
draw_bound (CtgPen *pen,
            double  from,
            double  to,
            double  across,
            double  size,
            bool    upright)
{
  CtgStyle style = get_bound_style (pen->plan, size);
  double back = to - (to > from ? 1 : -1) * MIN (fabs (to - from), size * 0.45);
  double half = size * 0.5;
  double head = size * 0.36;
  CtgPoint bar[] = { { from, across - half }, { from, across + half } };
  CtgPoint shaft[] = { { from, across }, { to, across } };
  CtgPoint tip[] = { { back, across - head }, { to, across }, { back, across + head } };

  for (unsigned int k = 0; upright && k < 3; k++)
    {
      tip[k] = (CtgPoint) { tip[k].y, tip[k].x };
      if (k < 2)
        {
          bar[k] = (CtgPoint) { bar[k].y, bar[k].x };
          shaft[k] = (CtgPoint) { shaft[k].y, shaft[k].x };
        }
    }

  ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, bar[0], bar[1], &style);
  ctg_canvas_line (pen->canvas, CTG_ROLE_OPEN_END, shaft[0], shaft[1], &style);
  ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, tip, G_N_ELEMENTS (tip), false, &style);
}

static void
draw_key (CtgPen      *pen,
          int          series,
          unsigned int k,
          CtgPoint     center,
          double       size)
{
  Shape shape = series < 0 ? find_shape (pen->plan, k) : SHAPE_VALUE;
  CtgStyle line = get_line_style (pen->plan, size);
  CtgPoint left = { center.x - size / 2, center.y };
  CtgPoint right = { center.x + size * 0.55, center.y };

  if (shape == SHAPE_RANGE)
    ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, left, right, &line);
  else if (shape == SHAPE_VALUE)
    draw_dot (pen, center, size * 0.9);
  else
    draw_bound (pen, shape == SHAPE_AT_LEAST ? left.x : right.x, shape == SHAPE_AT_LEAST ? right.x : left.x, center.y, size, false);
}

static double
get_arrow_length (const CtgPlan *plan)
{
  return ctg_plan_get_open_length (plan) * 1.5;
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, 0);
  double gap = plan->theme.size * 0.32;

  if (!ctg_estimate_is_reported (estimate))
    {
      if (!plan->missing_lane)
        ctg_mark_write_bar (plan, i, 0, 0, !plan->vertical);
      return;
    }

  Shape shape = get_shape (estimate);
  double high = shape == SHAPE_RANGE ? MAX (estimate->high, isfinite (estimate->value) ? estimate->value : -INFINITY)
                : shape == SHAPE_VALUE ? estimate->value : get_bound (estimate);
  double end = shape == SHAPE_AT_LEAST ? get_arrow_length (plan) : shape == SHAPE_VALUE ? ctg_plan_get_point_size (plan) / 2 : 0.5;

  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .text = ctg_estimate_format (estimate, plan->input->locale),
    .color = plan->theme.ink,
    .at = high,
    .offset = end + gap,
  });
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  double across = ctg_layout_get_lane (pen->layout, i, 0);
  double size = ctg_pen_get_point_size (pen, i);

  if (!ctg_estimate_is_reported (estimate))
    {
      double along = plan->missing_lane ? ctg_pen_get_missing_place (pen, i, s) : ctg_pen_place (pen, i, 0, ctg_plan_get_missing_size (plan) * 0.95);

      ctg_pen_draw_missing (pen, i, s, along, across, plan->theme.missing);
      return;
    }

  Shape shape = get_shape (estimate);

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  if (shape == SHAPE_RANGE)
    {
      CtgStyle style = get_line_style (plan, size);
      double from = ctg_pen_place (pen, i, estimate->low, 0);
      double to = ctg_pen_place (pen, i, estimate->high, 0);

      /* A range is seen however narrow it is. */
      if (fabs (to - from) < 1)
        to = ctg_pen_place (pen, i, estimate->low, 1);
      ctg_pen_line (pen, CTG_ROLE_MARK_PART, from, across, to, across, &style);
    }
  else if (shape != SHAPE_VALUE)
    {
      double from = ctg_pen_place (pen, i, get_bound (estimate), 0);
      double zero = ctg_pen_place (pen, i, plan->domain_min, 0);
      double length = get_arrow_length (plan);
      double to = ctg_pen_place (pen, i, get_bound (estimate), shape == SHAPE_AT_LEAST ? length : -MIN (length, fabs (from - zero)));

      draw_bound (pen, from, to, across, size, plan->vertical);
    }
  if (isfinite (estimate->value) && (shape == SHAPE_VALUE || shape == SHAPE_RANGE))
    draw_dot (pen, ctg_pen_point (pen, ctg_pen_place (pen, i, estimate->value, 0), across), size);
  ctg_pen_end_mark (pen);
}

/* The widest range, and how many rows are bounds. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  double widest = 0;
  unsigned int where = 0;
  unsigned int n[N_SHAPES] = { 0 };

  ctg_words_add_extremes (words, sentences);
  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      const CtgEstimate *estimate = ctg_words_get_estimate (words, i, 0);

      if (!ctg_estimate_is_reported (estimate))
        continue;
      n[get_shape (estimate)]++;
      if (get_shape (estimate) == SHAPE_RANGE && estimate->high - estimate->low > widest)
        {
          widest = estimate->high - estimate->low;
          where = i;
        }
    }

  if (widest > 0 && words->n_drawn > 1)
    {
      g_autofree char *range = ctg_words_format_value (ctg_words_get_estimate (words, where, 0), ctg_words_get_series (words, 0)->info, words->locale);

      ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_ALT_WIDEST, ctg_words_get_name (words, where), range, NULL));
    }
  if (n[SHAPE_AT_LEAST] > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_LOWER_BOUNDS, n[SHAPE_AT_LEAST], NULL));
  if (n[SHAPE_AT_MOST] > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_UPPER_BOUNDS, n[SHAPE_AT_MOST], NULL));
}

const CtgKind ctg_kind_range = {
  .info = {
    .id = "range",
    .title = CTG_PHRASE_KIND_RANGE,
    .summary = CTG_PHRASE_KIND_RANGE_SUMMARY,
    .min_series = 1,
    .max_series = 1,
  },
  .alt = CTG_PHRASE_ALT_RANGE,
  .points = true,
  .says_missing = true,
  .suits = suits,
  .key = dup_key,
  .draw_key = draw_key,
  .describe = describe,
  .write = write_row,
  .draw = draw,
};
