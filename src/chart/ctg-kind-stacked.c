/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A part and the rest of its whole: those who returned, then those not known to have returned. Only rows whose two numbers are single
 * numbers can be stacked; nothing is invented for the others. */

#include <math.h>

#include "chart/ctg-kind.h"

/* Series of a stacked figure: the whole, then the part. */
enum { WHOLE, PART };

static bool
is_single_number (const CtgEstimate *estimate)
{
  return ctg_estimate_is_reported (estimate) && isfinite (estimate->value) && isnan (estimate->low) && isnan (estimate->high) &&
         (estimate->qualifier == CTG_QUALIFIER_EXACT || estimate->qualifier == CTG_QUALIFIER_ABOUT);
}

bool
ctg_chart_can_stack (const CtgTable *table,
                     unsigned int    row,
                     unsigned int    total,
                     unsigned int    part)
{
  const CtgEstimate *whole = ctg_table_get_estimate (table, row, total);
  const CtgEstimate *piece = ctg_table_get_estimate (table, row, part);

  return is_single_number (whole) && is_single_number (piece) && piece->value >= 0 && piece->value <= whole->value;
}

static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return ctg_chart_can_stack (table, row, series[WHOLE], series[PART]);
}

static bool
suits (const CtgTable  *table,
       unsigned int    *series,
       unsigned int     n_series,
       const CtgLocale *locale,
       char           **reason)
{
  const CtgSeries *whole = ctg_table_get_series (table, series[WHOLE]);
  const CtgSeries *part = ctg_table_get_series (table, series[PART]);

  if (whole->info->overlaps || part->info->overlaps)
    {
      if (reason != NULL)
        *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_OVERLAPS, (whole->info->overlaps ? whole : part)->info->title, NULL);
      return false;
    }

  if (whole->info->subset_of_fighters && !part->info->subset_of_fighters)
    {
      unsigned int first = series[WHOLE];

      series[WHOLE] = series[PART];
      series[PART] = first;
      return true;
    }

  if (!part->info->subset_of_fighters || whole->info->subset_of_fighters)
    {
      if (reason != NULL)
        *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_PART, NULL);
      return false;
    }

  return true;
}

/* The legend names what is seen: the bar's first piece, and the rest. */
static char *
dup_title (const CtgPlan *plan,
           unsigned int   s)
{
  const CtgChartInput *input = plan->input;
  const CtgSeries *part = ctg_table_get_series (input->table, plan->series[PART]);

  if (s == PART)
    return ctg_table_dup_series_title (input->table, plan->series[PART], plan->series, plan->n_series, input->locale);
  if (g_strcmp0 (part->measure, "returnees") == 0)
    return ctg_locale_phrase (input->locale, CTG_PHRASE_NOT_KNOWN_TO_HAVE_RETURNED, NULL);

  g_autofree char *whole = ctg_table_dup_series_title (input->table, plan->series[WHOLE], plan->series, plan->n_series, input->locale);

  return ctg_locale_phrase (input->locale, CTG_PHRASE_STACK_REST, whole, NULL);
}

static void
write_row (CtgPlan     *plan,
           unsigned int i)
{
  const CtgEstimate *whole = ctg_plan_get_estimate (plan, i, WHOLE);
  const CtgEstimate *part = ctg_plan_get_estimate (plan, i, PART);
  g_autofree char *whole_text = ctg_estimate_format (whole, plan->input->locale);
  g_autofree char *part_text = ctg_estimate_format (part, plan->input->locale);

  ctg_plan_add_label (plan, (CtgValueLabel) {
    .i = i,
    .s = WHOLE,
    .text = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_VALUE_PART_OF, part_text, whole_text, NULL),
    .color = plan->theme.ink,
    .at = whole->value,
    .offset = plan->theme.size * 0.32,
  });
}

static void
draw (CtgPen      *pen,
      unsigned int i,
      unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  double whole = ctg_plan_get_estimate (plan, i, WHOLE)->value;
  double part = ctg_plan_get_estimate (plan, i, PART)->value;
  CtgStyle style = ctg_style_fill (plan->colors[s]);
  double from = ctg_pen_place (pen, i, s == PART ? 0 : part, 0);
  double to = ctg_pen_place (pen, i, s == PART ? part : whole, 0);

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  ctg_pen_rect (pen, CTG_ROLE_MARK_PART, from, to, ctg_layout_get_lane (pen->layout, i, 0), pen->layout->rows[i].thickness, &style);
  if (s == WHOLE && whole > plan->domain_max)
    ctg_pen_draw_break (pen, i, 0);
  ctg_pen_end_mark (pen);
}

const CtgKind ctg_kind_stacked = {
  .info = {
    .id = "stacked",
    .title = CTG_PHRASE_KIND_STACKED,
    .summary = CTG_PHRASE_KIND_STACKED_SUMMARY,
    .min_series = 2,
    .max_series = 2,
  },
  .alt = CTG_PHRASE_ALT_STACKED,
  .part_of_whole = true,
  .suits = suits,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_NOT_STACKED,
  .warn_rows = CTG_PHRASE_WARN_NOT_STACKABLE,
  .title = dup_title,
  .write = write_row,
  .draw = draw,
};
