/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A name stands over the time it names, between the ticks where that begins and ends. */

#include "chart/ctg-timeline-axis.h"

#include <math.h>

#include "chart/ctg-guide.h"

/* Up to so many months they are named, and never fewer are shown. */
#define MOST_MONTHS 30
#define LEAST_MONTHS 3
/* From so many years on, years are named that are multiples of the step. */
#define LONG_STEP 5
/* Points between two ticks at the least. */
#define CLOSEST_TICKS 2.5

CtgTimelineAxis
ctg_timeline_axis_make (double first_day,
                        double last_day,
                        bool   fine)
{
  CtgTimelineAxis self = { .first = ctg_scale_get_month (first_day), .end = ctg_scale_get_month (last_day) + 1 };

  self.months = fine && self.end - self.first <= MOST_MONTHS;
  if (!self.months)
    {
      self.first -= self.first % 12;
      self.end += (12 - self.end % 12) % 12;
    }
  for (unsigned int turn = 0; self.end - self.first < LEAST_MONTHS; turn++)
    {
      self.first -= turn % 2;
      self.end += 1 - turn % 2;
    }

  return self;
}

double
ctg_timeline_axis_get_height (const CtgTimelineAxis *self,
                              const CtgPlan         *plan)
{
  return ctg_layout_get_line_height (plan, &plan->theme.axis) * (self->months ? 2 : 1) + plan->theme.size * 0.4;
}

CtgScale
ctg_timeline_axis_make_scale (const CtgTimelineAxis *self,
                              double                 from,
                              double                 to)
{
  return ctg_scale_time (ctg_scale_get_month_day (self->first), ctg_scale_get_month_day (self->end), from, to);
}

/* ---- drawing ---- */

static char *
dup_year (int month)
{
  return g_strdup_printf ("%d", month / 12);
}

static double
get_widest_month (const CtgPlan *plan)
{
  double widest = 0;

  for (int month = 1; month <= 12; month++)
    {
      g_autofree char *name = ctg_locale_format_month (plan->input->locale, month);

      widest = MAX (widest, ctg_layout_get_text_width (plan, &plan->theme.axis, name));
    }

  return widest;
}

/* Every how many months or years something so wide has room: of the months those that divide a year, of the years those people count in. */
static int
choose_step (const CtgTimelineAxis *self,
             double                 width,
             double                 wanted)
{
  static const int months[] = { 1, 2, 3, 6, 12 };
  static const int years[] = { 1, 2, 3, 4, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000 };
  double unit = width / (self->end - self->first) * (self->months ? 1 : 12);
  const int *steps = self->months ? months : years;
  unsigned int last = (self->months ? G_N_ELEMENTS (months) : G_N_ELEMENTS (years)) - 1;
  unsigned int k = 0;

  while (k < last && unit * steps[k] < wanted)
    k++;

  return steps[k];
}

static void
draw_tick (CtgPen         *pen,
           const CtgScale *scale,
           int             month,
           double          y,
           double          length)
{
  CtgStyle style = ctg_style_stroke (pen->plan->theme.baseline, 0.6);
  double x = ctg_scale_map (scale, ctg_scale_get_month_day (month));

  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_TICK, (CtgPoint) { x, y }, (CtgPoint) { x, y + length }, &style);
}

/* In the middle between two months, if there is room. */
static void
draw_name (CtgPen         *pen,
           const CtgScale *scale,
           const char     *name,
           int             from,
           int             to,
           double          baseline,
           double          room)
{
  const CtgTheme *theme = &pen->plan->theme;
  double start = ctg_scale_map (scale, ctg_scale_get_month_day (from));
  double end = ctg_scale_map (scale, ctg_scale_get_month_day (to));

  if (ctg_layout_get_text_width (pen->plan, &theme->axis, name) <= MAX (room, end - start))
    ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, name, (CtgPoint) { (start + end) / 2, baseline }, CTG_ALIGN_MIDDLE);
}

/* The first year that is named: a multiple of the step, if that is a long one and names two years, else the first there is. */
static int
get_first_year (const CtgTimelineAxis *self,
                int                    step)
{
  int first = self->first / 12;
  int last = (self->end - 1) / 12;
  int multiple = (first + step - 1) / step * step;

  return step >= LONG_STEP && multiple + step <= last ? multiple : first;
}

static void
draw_years (const CtgTimelineAxis *self,
            CtgPen                *pen,
            const CtgScale        *scale,
            int                    step,
            double                 baseline,
            double                 room)
{
  int first = get_first_year (self, step);

  for (int month = self->first - self->first % 12; month < self->end; month += 12)
    {
      g_autofree char *year = dup_year (month);

      if (self->months || (month / 12 - first) % step == 0)
        draw_name (pen, scale, year, MAX (month, self->first), MIN (month + 12, self->end), baseline, room);
    }
}

void
ctg_timeline_axis_draw (const CtgTimelineAxis *self,
                        CtgPen                *pen,
                        CtgRect                plot)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_stroke (theme->baseline, 0.6);
  CtgScale scale = ctg_timeline_axis_make_scale (self, plot.x, plot.x + plot.width);
  double bottom = plot.y + plot.height;
  double line = ctg_layout_get_line_height (pen->plan, &theme->axis);
  double baseline = bottom + theme->size * 0.3 + line * 0.85;
  double widest = self->months ? get_widest_month (pen->plan) : ctg_layout_get_text_width (pen->plan, &theme->axis, "2000");
  int step = choose_step (self, plot.width, widest + theme->size * 0.5);
  int tick_step = self->months ? 1 : choose_step (self, plot.width, CLOSEST_TICKS);

  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_LINE, (CtgPoint) { plot.x, bottom }, (CtgPoint) { plot.x + plot.width, bottom }, &style);
  for (int month = self->first; month <= self->end; month++)
    {
      bool year = month % 12 == 0;

      if (self->months || (year && month / 12 % tick_step == 0))
        draw_tick (pen, &scale, month, bottom, theme->size * (!self->months ? 0.35 : year ? 0.6 : 0.25));
    }
  if (plot.height <= line)
    return;

  draw_years (self, pen, &scale, step, baseline + (self->months ? line : 0), self->months ? 0 : plot.width);
  for (int month = self->first; self->months && month < self->end; month++)
    {
      g_autofree char *name = ctg_locale_format_month (pen->plan->input->locale, month % 12 + 1);

      if (month % step == 0)
        draw_name (pen, &scale, name, month, month + 1, baseline, plot.width / (self->end - self->first) * step);
    }
}
