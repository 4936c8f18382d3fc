/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The first two colours of the theme stand for the two directions. */

#include "chart/ctg-slope-trend.h"

#include "chart/ctg-slope-frame.h"

CtgSlopeTrend
ctg_slope_get_trend (const CtgTable *table,
                     double          from,
                     double          to)
{
  if (ctg_slope_is_ranked (table))
    return to < from ? CTG_SLOPE_RISE : to > from ? CTG_SLOPE_FALL : CTG_SLOPE_SAME;

  return to > from ? CTG_SLOPE_RISE : to < from ? CTG_SLOPE_FALL : CTG_SLOPE_SAME;
}

CtgSlopeTrend
ctg_slope_get_row_trend (const CtgPlan *plan,
                         unsigned int   i)
{
  return ctg_slope_get_trend (plan->input->table, ctg_slope_get_rank (plan, i, 0), ctg_slope_get_rank (plan, i, plan->n_series - 1));
}

CtgColor
ctg_slope_get_color (const CtgPlan *plan,
                     CtgSlopeTrend  trend)
{
  const CtgTheme *theme = &plan->theme;

  if (plan->faded)
    return plan->colors[trend == CTG_SLOPE_RISE ? 0 : 1];
  if (trend == CTG_SLOPE_SAME)
    return ctg_color_mix (theme->ink, theme->paper, 0.5);

  return ctg_theme_get_series_color (theme, trend == CTG_SLOPE_RISE ? 0 : 1);
}

/* The k-th of the two directions that any line takes. */
static CtgSlopeTrend
find_trend (const CtgPlan *plan,
            unsigned int   k)
{
  for (CtgSlopeTrend trend = CTG_SLOPE_RISE; trend <= CTG_SLOPE_FALL; trend++)
    {
      bool found = false;

      for (unsigned int i = 0; i < plan->n_rows && !found; i++)
        found = ctg_slope_get_row_trend (plan, i) == trend;
      if (found && k-- == 0)
        return trend;
    }

  return CTG_SLOPE_SAME;
}

char *
ctg_slope_dup_key (const CtgPlan *plan,
                   unsigned int   k)
{
  CtgSlopeTrend trend = find_trend (plan, k);

  if (trend == CTG_SLOPE_SAME)
    return NULL;

  return ctg_locale_phrase (plan->input->locale, trend == CTG_SLOPE_RISE ? CTG_PHRASE_KEY_HIGHER : CTG_PHRASE_KEY_LOWER,
                            plan->titles[plan->n_series - 1], plan->titles[0], NULL);
}

void
ctg_slope_draw_key (CtgPen      *pen,
                    int          series,
                    unsigned int k,
                    CtgPoint     center,
                    double       size)
{
  CtgSlopeTrend trend = find_trend (pen->plan, k);
  CtgStyle style = ctg_style_stroke (ctg_slope_get_color (pen->plan, trend), MAX (1, size * 0.2));
  double lean = trend == CTG_SLOPE_RISE ? size * 0.35 : -size * 0.35;

  ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { center.x - size / 2, center.y + lean }, (CtgPoint) { center.x + size / 2, center.y - lean }, &style);
}
