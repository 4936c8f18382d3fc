/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where lines of equal shares run and how they are labelled at the border. Straight where both scales are alike, whatever they are. */

#include "chart/ctg-scatter-rates.h"

#include <math.h>

#define MOST_RATES 12
#define CURVE_POINTS 48

/* Two counts of one thing are compared with each other, a part with its whole. */
static bool
is_one_measure (const CtgTable     *table,
                const unsigned int *series)
{
  return g_str_equal (ctg_table_get_series (table, series[0])->measure, ctg_table_get_series (table, series[1])->measure);
}

static const char *
choose_rates (const CtgSpec      *spec,
              const CtgTable     *table,
              const unsigned int *series)
{
  if (spec->rates != NULL)
    return spec->rates;
  if (is_one_measure (table, series))
    return "100";
  if (g_strcmp0 (ctg_table_get_series (table, series[1])->info->subset_of, ctg_table_get_series (table, series[0])->measure) == 0)
    return "10,25,50";

  return "";
}

/* Fills rates with shares; returns how many. */
static unsigned int
read_rates (const CtgSpec      *spec,
            const CtgTable     *table,
            const unsigned int *series,
            double             *rates)
{
  g_auto(GStrv) words = g_strsplit (choose_rates (spec, table, series), ",", MOST_RATES + 1);
  unsigned int n = 0;

  for (unsigned int i = 0; words[i] != NULL && n < MOST_RATES; i++)
    {
      double rate = g_ascii_strtod (words[i], NULL);

      if (isfinite (rate) && rate > 0)
        rates[n++] = rate / 100;
    }

  return n;
}

static char *
dup_label (const CtgPlan *plan,
           double         rate)
{
  if (rate == 1 && is_one_measure (plan->input->table, plan->series))
    return ctg_locale_phrase (plan->input->locale, CTG_PHRASE_RATE_EQUAL, NULL);

  return ctg_locale_format_percent (plan->input->locale, rate * 100, 2);
}

void
ctg_scatter_rates_measure (const CtgPlan *plan,
                           double        *above,
                           double        *beside)
{
  double rates[MOST_RATES];
  unsigned int n = read_rates (plan->input->spec, plan->input->table, plan->series, rates);

  *above = *beside = 0;
  for (unsigned int k = 0; k < n; k++)
    {
      g_autofree char *label = dup_label (plan, rates[k]);

      if (rates[k] != 1 || !is_one_measure (plan->input->table, plan->series))
        *above = ctg_layout_get_line_height (plan, &plan->theme.axis);
      *beside = MAX (*beside, ctg_layout_get_text_width (plan, &plan->theme.axis, label) + plan->theme.size * 0.5);
    }
}

/* The numbers between which the line runs inside the plot; FALSE where it does not. */
static bool
cut (const CtgScatterAxis *x,
     const CtgScatterAxis *y,
     double                rate,
     double               *from,
     double               *to)
{
  *from = MAX (x->scale.domain_min, y->scale.domain_min / rate);
  *to = MIN (x->scale.domain_max, y->scale.domain_max / rate);

  return *from < *to;
}

/* Fills points (room for CURVE_POINTS + 1) with the line between two numbers; returns how many. */
static unsigned int
trace (const CtgScatterAxis *x,
       const CtgScatterAxis *y,
       double                rate,
       double                from,
       double                to,
       CtgPoint             *points)
{
  unsigned int n = x->scale.desc == y->scale.desc ? 1 : CURVE_POINTS;
  double start = ctg_scatter_axis_place_number (x, from);
  double end = ctg_scatter_axis_place_number (x, to);

  for (unsigned int k = 0; k <= n; k++)
    {
      double place = start + (end - start) * k / n;

      points[k] = (CtgPoint) { place, ctg_scatter_axis_place_number (y, rate * ctg_scale_invert (&x->scale, place)) };
    }

  return n + 1;
}

void
ctg_scatter_rates_collect (const CtgPlan        *plan,
                           const CtgScatterAxis *x,
                           const CtgScatterAxis *y,
                           GArray               *lines)
{
  double rates[MOST_RATES];
  unsigned int n = read_rates (plan->input->spec, plan->input->table, plan->series, rates);

  for (unsigned int k = 0; k < n; k++)
    {
      CtgPoint points[CURVE_POINTS + 1];
      double from, to;

      if (!cut (x, y, rates[k], &from, &to))
        continue;

      unsigned int n_points = trace (x, y, rates[k], from, to, points);

      for (unsigned int p = 1; p < n_points; p++)
        g_array_append_vals (lines, &points[p - 1], 2);
    }
}

/* At the border where the line ends: beside the plot or above it. */
static CtgRect
place_label (const CtgPlan        *plan,
             const CtgScatterAxis *x,
             const CtgScatterAxis *y,
             CtgPoint              end,
             double                width,
             double                height)
{
  if (end.x >= x->scale.range_max - 0.01)
    return ctg_rect (end.x + plan->theme.size * 0.4, end.y - height / 2, width, height);

  return ctg_rect (end.x - width / 2, end.y - height - 1, width, height);
}

void
ctg_scatter_rates_draw (CtgPen               *pen,
                        const CtgScatterAxis *x,
                        const CtgScatterAxis *y)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  double rates[MOST_RATES];
  unsigned int n = read_rates (plan->input->spec, plan->input->table, plan->series, rates);
  CtgRect taken[MOST_RATES];
  unsigned int n_taken = 0;
  CtgStyle style = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.5), 0.6);

  style.dash = CTG_DASH_DASHED;
  for (unsigned int k = 0; k < n; k++)
    {
      CtgPoint points[CURVE_POINTS + 1];
      double from, to;

      if (!cut (x, y, rates[k], &from, &to))
        continue;
      ctg_canvas_polygon (pen->canvas, CTG_ROLE_GRID, points, trace (x, y, rates[k], from, to, points), false, &style);

      g_autofree char *label = dup_label (plan, rates[k]);
      CtgPoint end = { ctg_scatter_axis_place_number (x, to), ctg_scatter_axis_place_number (y, rates[k] * to) };
      CtgRect box = place_label (plan, x, y, end, ctg_layout_get_text_width (plan, &theme->axis, label), ctg_layout_get_line_height (plan, &theme->axis));
      bool free = box.x + box.width <= pen->layout->width - theme->margin * 0.5;

      for (unsigned int t = 0; t < n_taken; t++)
        free = free && !ctg_rect_overlaps (ctg_rect_inset (box, -1), taken[t]);
      if (!free)
        continue;
      taken[n_taken++] = box;
      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, label,
                       (CtgPoint) { box.x, box.y + box.height * 0.78 }, CTG_ALIGN_START);
    }
}

void
ctg_scatter_rates_note (const CtgWords *words,
                        GPtrArray      *sentences)
{
  double rates[MOST_RATES];
  unsigned int n = read_rates (words->input->spec, words->table, words->series, rates);
  g_autofree char *whole = ctg_words_dup_series_title (words, 0);
  g_autofree char *part = ctg_words_dup_series_title (words, 1);

  if (n == 1 && rates[0] == 1)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_EQUAL, NULL));
  else if (n > 0)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_RATES, part, whole, NULL));
}
