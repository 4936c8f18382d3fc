/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far sources disagree: a row a country, a mark a source, a line over the full span with its two ends written. Official counts are
 * diamonds. A country of which only one source speaks has no place here. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-words-private.h"

/* Three shapes in each of the palette's colours. */
#define MOST_SERIES (3 * CTG_PALETTE_COLORS)
/* Marks that would hide each other move to one of these levels, the middle one first. */
#define N_LEVELS 5

/* Where the sources meet: the lowest and the highest figure of a row, and whose they are. */
typedef struct
{
  double low;
  double high;
  unsigned int lowest;  /* series */
  unsigned int highest;
  unsigned int n;       /* series with a figure */
} Span;

static Span
get_span (const CtgTable     *table,
          unsigned int        row,
          const unsigned int *series,
          unsigned int        n_series)
{
  Span span = { .low = INFINITY, .high = -INFINITY };

  for (unsigned int s = 0; s < n_series; s++)
    {
      double low;
      double high;

      if (!ctg_estimate_get_ends (ctg_table_get_estimate (table, row, series[s]), &low, &high))
        continue;
      if (low < span.low)
        span.lowest = s;
      if (high > span.high)
        span.highest = s;
      span.low = MIN (span.low, low);
      span.high = MAX (span.high, high);
      span.n++;
    }

  return span;
}

static Span
get_plan_span (const CtgPlan *plan,
               unsigned int   i)
{
  return get_span (plan->input->table, plan->rows[i], plan->series, plan->n_series);
}

static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return get_span (table, row, series, n_series).n > 1;
}

static CtgSymbol
get_symbol (const CtgPlan *plan,
            unsigned int   s)
{
  static const CtgSymbol symbols[] = { CTG_SYMBOL_CIRCLE, CTG_SYMBOL_SQUARE, CTG_SYMBOL_TRIANGLE };

  if (ctg_table_get_series (plan->input->table, plan->series[s])->status == CTG_STATUS_OFFICIAL)
    return CTG_SYMBOL_DIAMOND;

  return symbols[s / CTG_PALETTE_COLORS % G_N_ELEMENTS (symbols)];
}

static void
draw_symbol (CtgPen      *pen,
             unsigned int s,
             CtgPoint     center,
             double       size)
{
  CtgStyle style = ctg_style_fill (pen->plan->colors[s]);

  style.stroke = pen->plan->theme.paper;
  style.stroke_width = 0.4;
  ctg_canvas_symbol (pen->canvas, CTG_ROLE_MARK_PART, get_symbol (pen->plan, s), center, size, &style);
}

static void
draw_key (CtgPen      *pen,
          int          series,
          unsigned int k,
          CtgPoint     center,
          double       size)
{
  draw_symbol (pen, series, center, size * 0.9);
}

static double
get_symbol_size (const CtgPlan *plan)
{
  return ctg_plan_get_point_size (plan) * 0.7;
}

/* One end of the span: the number as the source gives it, or the end of its range. */
static void
add_label (CtgPlan     *plan,
           unsigned int i,
           unsigned int s,
           double       at,
           bool         before)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  bool range = isfinite (estimate->low) && isfinite (estimate->high);
  bool open = false;

  /* An open end of any mark may reach that far. */
  for (unsigned int k = 0; k < plan->n_series; k++)
    open |= before ? ctg_estimate_is_at_most (ctg_plan_get_estimate (plan, i, k)) : ctg_estimate_is_at_least (ctg_plan_get_estimate (plan, i, k));

  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .s = s,
    .text = range ? ctg_locale_format_number (plan->input->locale, at, 1) : ctg_estimate_format (estimate, plan->input->locale),
    .color = plan->theme.ink,
    .at = at,
    .offset = get_symbol_size (plan) * (open ? 1.2 : 0.6) + plan->theme.size * 0.25,
    .before = before,
  });
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  Span span = get_plan_span (plan, i);

  if (span.high > span.low)
    add_label (plan, i, span.lowest, span.low, true);
  add_label (plan, i, span.highest, span.high, false);
}

static void
draw_under (CtgPen      *pen,
            unsigned int i)
{
  Span span = get_plan_span (pen->plan, i);
  double across = ctg_layout_get_lane (pen->layout, i, 0);
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.8), theme->size * 0.28);

  if (span.high > span.low)
    ctg_pen_line (pen, CTG_ROLE_MARK_PART, ctg_pen_place (pen, i, span.low, 0), across, ctg_pen_place (pen, i, span.high, 0), across, &style);
}

typedef struct
{
  double from;
  double to;
  int level; /* 0: in the middle, 1: one up, -1: one down … */
} Spot;

static bool
get_spot (const CtgPen *pen,
          unsigned int  i,
          unsigned int  s,
          double        size,
          Spot         *spot)
{
  double low;
  double high;

  if (!ctg_estimate_get_ends (ctg_plan_get_estimate (pen->plan, i, s), &low, &high))
    return false;

  double a = ctg_pen_place (pen, i, low, 0);
  double b = ctg_pen_place (pen, i, high, 0);

  double before = ctg_estimate_is_at_most (ctg_plan_get_estimate (pen->plan, i, s)) ? size * 1.1 : size / 2;
  double after = ctg_estimate_is_at_least (ctg_plan_get_estimate (pen->plan, i, s)) ? size * 1.1 : size / 2;

  *spot = pen->plan->vertical ? (Spot) { MIN (a, b) - after, MAX (a, b) + before, 0 } : (Spot) { MIN (a, b) - before, MAX (a, b) + after, 0 };
  return true;
}

/* Who takes a level first: official counts, then single numbers, then ranges, each in the order of the series. */
static int
get_turn (const CtgPlan *plan,
          unsigned int   i,
          unsigned int   s)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);

  if (ctg_table_get_series (plan->input->table, plan->series[s])->status == CTG_STATUS_OFFICIAL)
    return 0;

  return isfinite (estimate->low) && isfinite (estimate->high) ? 2 : 1;
}

/* The first level on which the mark of series s hides none of those before it; where every level is taken, the one it hides least on. */
static int
find_level (const CtgPen *pen,
            unsigned int  i,
            unsigned int  s,
            double        size)
{
  static const int order[N_LEVELS] = { 0, -1, 1, -2, 2 };
  Spot spots[MOST_SERIES];
  unsigned int n = 0;

  for (unsigned int turn = 0; turn < 3; turn++)
    {
      for (unsigned int k = 0; k < pen->plan->n_series; k++)
        {
          double hidden[N_LEVELS] = { 0 };
          unsigned int best = 0;

          if (get_turn (pen->plan, i, k) != (int) turn || !get_spot (pen, i, k, size, &spots[n]))
            continue;
          for (unsigned int level = 0; level < N_LEVELS; level++)
            {
              for (unsigned int other = 0; other < n; other++)
                {
                  if (spots[other].level == order[level])
                    hidden[level] += MAX (0, MIN (spots[other].to, spots[n].to) - MAX (spots[other].from, spots[n].from) - size * 0.1);
                }
              if (hidden[level] < hidden[best])
                best = level;
            }
          spots[n++].level = order[best];
          if (k == s)
            return order[best];
        }
    }

  return 0;
}

/* An open end: a chevron beside the mark, towards where the true number lies. */
static void
draw_open_end (CtgPen      *pen,
               unsigned int i,
               unsigned int s,
               double       value,
               bool         upwards,
               double       across,
               double       size)
{
  double side = upwards ? 1 : -1;
  double back = ctg_pen_place (pen, i, value, side * size * 0.75);
  double tip = ctg_pen_place (pen, i, value, side * size * 1.1);
  CtgPoint points[] = {
    ctg_pen_point (pen, back, across - size * 0.4), ctg_pen_point (pen, tip, across), ctg_pen_point (pen, back, across + size * 0.4),
  };
  CtgStyle style = ctg_style_stroke (pen->plan->colors[s], MAX (0.7, size * 0.16));

  ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, points, G_N_ELEMENTS (points), false, &style);
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  double size = MIN (get_symbol_size (plan), pen->layout->rows[i].size * 0.5);
  double pitch = MIN (size * 0.96, (pen->layout->rows[i].size * 0.92 - size) / (N_LEVELS - 1));
  double low;
  double high;

  if (!ctg_estimate_get_ends (estimate, &low, &high))
    return;

  double across = ctg_layout_get_lane (pen->layout, i, 0) + pitch * find_level (pen, i, s, size);
  CtgPoint start = ctg_pen_point (pen, ctg_pen_place (pen, i, low, 0), across);
  CtgPoint end = ctg_pen_point (pen, ctg_pen_place (pen, i, high, 0), across);

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  if (high > low)
    {
      CtgStyle style = ctg_style_stroke (plan->colors[s], MAX (0.7, size * 0.18));

      ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, start, end, &style);
      draw_symbol (pen, s, start, size);
    }
  draw_symbol (pen, s, end, size);
  if (ctg_estimate_is_at_least (estimate))
    draw_open_end (pen, i, s, high, true, across, size);
  else if (ctg_estimate_is_at_most (estimate))
    draw_open_end (pen, i, s, low, false, across, size);
  ctg_pen_end_mark (pen);
}

static Span
get_words_span (const CtgWords *words,
                unsigned int    i)
{
  return get_span (words->table, words->rows[i], words->series, words->n_series);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool diamonds = false;
  bool numbers = words->input->spec->value_labels;

  for (unsigned int s = 0; s < words->n_series; s++)
    {
      for (unsigned int i = 0; i < words->n_drawn && ctg_words_get_series (words, s)->status == CTG_STATUS_OFFICIAL; i++)
        diamonds |= ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s));
    }
  if (diamonds || numbers)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, !numbers ? CTG_PHRASE_NOTE_DIAMONDS : !diamonds ? CTG_PHRASE_NOTE_ENDS
                                                                                                              : CTG_PHRASE_NOTE_DISAGREEMENT, NULL));
}

/* Where the sources are furthest apart, in numbers and in proportion, and whose figures these are. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  unsigned int widest = 0;
  unsigned int steepest = 0;
  unsigned int n_agree = 0;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      Span span = get_words_span (words, i);
      Span best = get_words_span (words, widest);
      Span ratio = get_words_span (words, steepest);

      if (span.high - span.low > best.high - best.low)
        widest = i;
      if (span.low > 0 && (!(ratio.low > 0) || span.high / span.low > ratio.high / ratio.low))
        steepest = i;
      n_agree += span.high == span.low;
    }

  for (unsigned int k = 0; k < 2 && words->n_drawn > 0; k++)
    {
      unsigned int i = k == 0 ? widest : steepest;
      Span span = get_words_span (words, i);
      g_autofree char *low = ctg_locale_format_number (words->locale, span.low, 1);
      g_autofree char *high = ctg_locale_format_number (words->locale, span.high, 1);
      g_autofree char *who_low = ctg_words_dup_series_title (words, span.lowest);
      g_autofree char *who_high = ctg_words_dup_series_title (words, span.highest);

      if (span.high > span.low && (k == 0 || steepest != widest))
        ctg_words_add (sentences, ctg_locale_phrase (words->locale, k == 0 ? CTG_PHRASE_ALT_APART : CTG_PHRASE_ALT_APART_RATIO,
                                                     ctg_words_get_name (words, i), low, who_low, high, who_high, NULL));
    }
  if (n_agree > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_AGREE, n_agree, NULL));
}

const CtgKind ctg_kind_disagreement = {
  .info = {
    .id = "disagreement",
    .title = CTG_PHRASE_KIND_DISAGREEMENT,
    .summary = CTG_PHRASE_KIND_DISAGREEMENT_SUMMARY,
    .min_series = 2,
    .max_series = MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_DISAGREEMENT,
  .points = true,
  .row_height = 2.4,
  .skips_missing = true,
  .official_on_top = true,
  .suits = ctg_kind_suits_one_measure,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_ONE_SOURCE,
  .warn_rows = CTG_PHRASE_WARN_ONE_SOURCE,
  .draw_key = draw_key,
  .note = note,
  .describe = describe,
  .write = write_row,
  .draw_under = draw_under,
  .draw = draw,
};
