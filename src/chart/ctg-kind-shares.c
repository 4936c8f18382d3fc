/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a whole in per cent, a bar of equal length in each row: those who returned, who remain, and the rest. Only parts of which the data
 * say that they add up are drawn; the counts that the shares are computed from are written beside them. */

#include <math.h>

#include "chart/ctg-parts.h"
#include "chart/ctg-words-private.h"

#define MOST_SERIES 6
/* Pages narrower than this many millimetres have no room for the counts beside the shares. */
#define NARROW 75
/* What is left of 100 per cent by rounding is no rest. */
#define LEAST_REST 0.5

static double
get_share (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series,
           unsigned int        s)
{
  double whole = ctg_parts_get_whole (table, row, series, n_series);

  return whole > 0 ? ctg_table_get_estimate (table, row, series[s])->value / whole * 100 : 0;
}

/* Nothing is a share of nobody. */
static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return ctg_parts_add_up (table, row, series, n_series) && ctg_parts_get_whole (table, row, series, n_series) > 0;
}

static void
get_domain (const CtgPlan *plan,
            double        *min,
            double        *max)
{
  *min = 0;
  *max = 100;
}

/* "12%", "about 12%", "5.4%". */
static char *
format_share (const CtgTable     *table,
              unsigned int        row,
              const unsigned int *series,
              unsigned int        n_series,
              unsigned int        s,
              const CtgLocale    *locale)
{
  double share = get_share (table, row, series, n_series, s);
  g_autofree char *number = ctg_locale_format_number (locale, share, share > 0 && share < 9.95 ? 1 : 0);
  g_autofree char *percent = ctg_locale_phrase (locale, CTG_PHRASE_VALUE_PERCENT, number, NULL);
  bool about = ctg_table_get_estimate (table, row, series[0])->qualifier == CTG_QUALIFIER_ABOUT ||
               ctg_table_get_estimate (table, row, series[s])->qualifier == CTG_QUALIFIER_ABOUT;

  return about ? ctg_locale_phrase (locale, CTG_PHRASE_VALUE_ABOUT, percent, NULL) : g_steal_pointer (&percent);
}

/* The shares of the parts; the counts they come from where there is one part and room, which panels have not. */
static char *
dup_value (const CtgPlan *plan,
           unsigned int   i)
{
  const CtgChartInput *input = plan->input;
  g_autofree char *counts = ctg_parts_format_row (plan, i);
  g_autoptr(GString) shares = g_string_new (NULL);

  for (unsigned int s = plan->has_whole ? 1 : 0; s < plan->n_series; s++)
    {
      g_autofree char *share = format_share (input->table, plan->rows[i], plan->series, plan->n_series, s, input->locale);

      g_string_append_printf (shares, "%s%s", shares->len > 0 ? " + " : "", share);
    }
  if (!plan->has_whole || plan->n_series > 2 || plan->vertical || plan->whole != NULL || input->spec->page_width < NARROW * CTG_PT_PER_MM)
    return g_string_free (g_steal_pointer (&shares), FALSE);

  return ctg_locale_phrase (input->locale, CTG_PHRASE_VALUE_SHARE, shares->str, counts, NULL);
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .s = 0,
    .text = dup_value (plan, i),
    .color = plan->theme.ink,
    .at = 100,
    .offset = plan->theme.size * 0.32,
  });
}

static CtgColor
get_rest_color (const CtgTheme *theme)
{
  return ctg_color_mix (theme->ink, theme->paper, 0.88);
}

/* Shares without a whole of their own may leave a rest, which is no series. */
static double
get_rest (const CtgPlan *plan,
          unsigned int   i)
{
  double from;
  double to;

  if (plan->has_whole)
    return 0;

  ctg_parts_get_piece (plan, i, plan->n_series - 1, &from, &to);

  return 100 - to > LEAST_REST ? 100 - to : 0;
}

static void
draw_under (CtgPen      *pen,
            unsigned int i)
{
  CtgStyle style = ctg_style_fill (get_rest_color (&pen->plan->theme));
  double rest = get_rest (pen->plan, i);

  if (rest > 0)
    ctg_pen_rect (pen, CTG_ROLE_MARK_PART, ctg_pen_place (pen, i, 100 - rest, 0), ctg_pen_place (pen, i, 100, 0),
                  ctg_layout_get_lane (pen->layout, i, 0), pen->layout->rows[i].thickness, &style);
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  CtgStyle style = ctg_style_fill (plan->colors[s]);
  double whole = ctg_parts_get_whole (plan->input->table, plan->rows[i], plan->series, plan->n_series);
  double from;
  double to;

  ctg_parts_get_piece (plan, i, s, &from, &to);
  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  ctg_pen_rect (pen, CTG_ROLE_MARK_PART, ctg_pen_place (pen, i, from / whole * 100, 0), ctg_pen_place (pen, i, to / whole * 100, 0),
                ctg_layout_get_lane (pen->layout, i, 0), pen->layout->rows[i].thickness, &style);
  ctg_pen_end_mark (pen);
}

static char *
key (const CtgPlan *plan,
     unsigned int   k)
{
  bool rest = false;

  for (unsigned int i = 0; i < plan->n_rows; i++)
    rest |= get_rest (plan, i) > 0;

  return k == 0 && rest ? ctg_locale_phrase (plan->input->locale, CTG_PHRASE_PARTS_REST, NULL) : NULL;
}

static void
draw_key (CtgPen      *pen,
          int          series,
          unsigned int k,
          CtgPoint     center,
          double       size)
{
  CtgStyle style = ctg_style_fill (series >= 0 ? pen->plan->colors[series] : get_rest_color (&pen->plan->theme));

  ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect (center.x - size / 2, center.y - size / 2, size, size), &style);
}

static bool
has_whole (const CtgWords *words)
{
  return ctg_parts_have_whole (words->table, words->series, words->n_series);
}

static char *
dup_axis_title (const CtgWords *words)
{
  g_autofree char *whole = ctg_words_dup_measure_title (words, 0);

  return has_whole (words) ? ctg_locale_phrase (words->locale, CTG_PHRASE_AXIS_SHARE_OF, whole, NULL)
                           : ctg_locale_phrase (words->locale, CTG_PHRASE_AXIS_SHARE, NULL);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  if (has_whole (words) && words->n_drawn > 0)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SHARES, NULL));
}

/* Whose share of each part is the highest and whose the lowest. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  for (unsigned int s = has_whole (words) ? 1 : 0; s < words->n_series && words->n_drawn > 0; s++)
    {
      unsigned int ends[2] = { 0, 0 };

      for (unsigned int i = 1; i < words->n_drawn; i++)
        {
          double share = get_share (words->table, words->rows[i], words->series, words->n_series, s);

          if (share > get_share (words->table, words->rows[ends[0]], words->series, words->n_series, s))
            ends[0] = i;
          if (share < get_share (words->table, words->rows[ends[1]], words->series, words->n_series, s))
            ends[1] = i;
        }

      g_autofree char *title = ctg_words_dup_series_title (words, s);
      g_autofree char *high = format_share (words->table, words->rows[ends[0]], words->series, words->n_series, s, words->locale);
      g_autofree char *low = format_share (words->table, words->rows[ends[1]], words->series, words->n_series, s, words->locale);

      if (words->n_drawn > 1)
        ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_ALT_SHARE_ENDS, title, ctg_words_get_name (words, ends[0]), high,
                                                     ctg_words_get_name (words, ends[1]), low, NULL));
      else
        {
          g_autofree char *one = ctg_locale_phrase (words->locale, CTG_PHRASE_ALT_ONLY, ctg_words_get_name (words, 0), high, NULL);

          ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_OF_SERIES, title, one, NULL));
        }
    }
}

const CtgKind ctg_kind_shares = {
  .info = {
    .id = "shares",
    .title = CTG_PHRASE_KIND_SHARES,
    .summary = CTG_PHRASE_KIND_SHARES_SUMMARY,
    .min_series = 2,
    .max_series = MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_SHARES,
  .part_of_whole = true,
  .suits = ctg_parts_suit,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_NOT_STACKED,
  .warn_rows = CTG_PHRASE_WARN_NOT_STACKABLE,
  .domain = get_domain,
  .axis_title = dup_axis_title,
  .title = ctg_parts_dup_title,
  .key = key,
  .draw_key = draw_key,
  .note = note,
  .describe = describe,
  .write = write_row,
  .draw_under = draw_under,
  .draw = draw,
};
