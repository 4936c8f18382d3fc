/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many people, or how many per cent, one square stands for. It follows from data and page alone, so that note and alternative text can say it. */

#include "chart/ctg-dots-unit.h"

#include <math.h>

#include "chart/ctg-parts.h"

/* The largest row takes so many lines, more where there are few rows. */
#define MOST_LINES 3
#define FEW_ROWS 8
#define MOST_LINES_OF_FEW 5
/* A row never takes more squares than this, whatever is asked of it. */
#define MOST_SQUARES 400

static bool
is_percent (const CtgTable     *table,
            const unsigned int *series)
{
  return g_strcmp0 (ctg_table_get_series (table, series[0])->info->unit, "percent") == 0;
}

/* Whether the squares of a row end with a whole that is not a number of the source: 100 per cent. */
bool
ctg_dots_is_of_hundred (const CtgTable     *table,
                        const unsigned int *series,
                        unsigned int        n_series)
{
  return is_percent (table, series) && ctg_table_get_series (table, series[0])->info->nature == CTG_NATURE_SHARE &&
         !ctg_parts_have_whole (table, series, n_series);
}

double
ctg_dots_get_group_width (double size)
{
  return size * (CTG_DOTS_GROUP * CTG_DOTS_PITCH + CTG_DOTS_GROUP_GAP);
}

/* The squares that a line of a page so wide holds, as far as can be said before names are measured. */
static unsigned int
guess_columns (const CtgTheme *theme,
               double          page_width)
{
  return CLAMP ((unsigned int) (page_width * 0.5 / ctg_dots_get_group_width (theme->size)), 1, CTG_DOTS_MOST_GROUPS) * CTG_DOTS_GROUP;
}

/* The smallest round number of which the largest row takes no more than a few lines. It follows from data and page alone, so that note and
 * alternative text can say it. */
static double
choose_unit (const CtgTheme *theme,
             double          page_width,
             double          largest,
             unsigned int    n_rows)
{
  static const double round_numbers[] = { 1, 2, 5 };
  unsigned int lines = n_rows <= FEW_ROWS ? MOST_LINES_OF_FEW : MOST_LINES;
  double most = MIN (MOST_SQUARES, lines * guess_columns (theme, page_width));

  for (double decade = 1; decade < 1e15; decade *= 10)
    {
      for (unsigned int k = 0; k < G_N_ELEMENTS (round_numbers); k++)
        {
          if (largest <= most * round_numbers[k] * decade)
            return round_numbers[k] * decade;
        }
    }

  return MAX (1, largest);
}

/* How far the squares of a row reach. */
double
ctg_dots_get_extent (const CtgTable     *table,
                     unsigned int        row,
                     const unsigned int *series,
                     unsigned int        n_series)
{
  double certain;
  double possible;
  bool open;

  if (n_series > 1 && (ctg_parts_have_whole (table, series, n_series) || is_percent (table, series)))
    return ctg_parts_get_whole (table, row, series, n_series);
  if (n_series > 1)
    {
      /* Of several panels. */
      double largest = 0;

      for (unsigned int s = 0; s < n_series; s++)
        largest = MAX (largest, ctg_dots_get_extent (table, row, &series[s], 1));
      return largest;
    }
  if (!ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[0])))
    return 0;
  if (ctg_dots_is_of_hundred (table, series, n_series))
    return 100;

  ctg_estimate_get_extent (ctg_table_get_estimate (table, row, series[0]), &certain, &possible, &open);

  return MAX (0, MAX (certain, possible));
}

double
ctg_dots_get_unit (const CtgTable     *table,
                   const unsigned int *rows,
                   unsigned int        n_rows,
                   const unsigned int *series,
                   unsigned int        n_series,
                   const CtgTheme     *theme,
                   double              page_width)
{
  double largest = 0;

  for (unsigned int i = 0; i < n_rows; i++)
    largest = MAX (largest, ctg_dots_get_extent (table, rows[i], series, n_series));

  return choose_unit (theme, page_width, largest, n_rows);
}

/* Squares stand for the same number in all panels, whatever their scales. */
double
ctg_dots_get_plan_unit (const CtgPlan *self)
{
  const CtgPlan *plan = self->whole != NULL ? self->whole : self;

  return ctg_dots_get_unit (plan->input->table, plan->rows, plan->n_rows, plan->series, plan->n_series, &plan->theme, plan->input->spec->page_width);
}

/* "One square is 100 people". */
char *
ctg_dots_dup_unit_text (const CtgLocale *locale,
                        const CtgSeries *series,
                        double           unit)
{
  g_autofree char *number = ctg_locale_format_number (locale, unit, 0);

  if (g_str_equal (series->info->unit, "persons"))
    return ctg_locale_phrase_plural (locale, CTG_PHRASE_DOTS_PEOPLE, (unsigned int) MIN (unit, 1e9), NULL);
  if (g_str_equal (series->info->unit, "percent"))
    return ctg_locale_phrase (locale, CTG_PHRASE_DOTS_PERCENT, number, NULL);

  return ctg_locale_phrase (locale, CTG_PHRASE_DOTS_OTHER, number, series->info->unit, NULL);
}
