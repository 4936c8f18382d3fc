/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns "along" and "across" into x and y, and draws the shapes every kind shares. */

#include "chart/ctg-pen.h"

#include <math.h>

#include "chart/ctg-kind.h"

CtgPoint
ctg_pen_point (const CtgPen *self,
               double        along,
               double        across)
{
  return self->plan->vertical ? (CtgPoint) { across, along } : (CtgPoint) { along, across };
}

double
ctg_pen_place (const CtgPen *self,
               unsigned int  i,
               double        value,
               double        offset)
{
  return ctg_layout_get_place (self->layout, i, value) + (self->plan->vertical ? -offset : offset);
}

CtgPen
ctg_pen_of_row (const CtgPen *self,
                unsigned int  i,
                CtgPlan      *storage)
{
  return (CtgPen) { self->canvas, ctg_plan_of_row (self->plan, i, storage), self->layout };
}

void
ctg_pen_rect (CtgPen         *self,
              CtgRole         role,
              double          from,
              double          to,
              double          across,
              double          thickness,
              const CtgStyle *style)
{
  CtgPoint a = ctg_pen_point (self, MIN (from, to), across - thickness / 2);
  CtgPoint b = ctg_pen_point (self, MAX (from, to), across + thickness / 2);

  ctg_canvas_rect (self->canvas, role, ctg_rect (a.x, a.y, b.x - a.x, b.y - a.y), style);
}

void
ctg_pen_line (CtgPen         *self,
              CtgRole         role,
              double          from_along,
              double          from_across,
              double          to_along,
              double          to_across,
              const CtgStyle *style)
{
  ctg_canvas_line (self->canvas, role, ctg_pen_point (self, from_along, from_across), ctg_pen_point (self, to_along, to_across), style);
}

void
ctg_pen_begin_mark (CtgPen      *self,
                    CtgRole      role,
                    unsigned int i,
                    unsigned int s)
{
  g_autofree char *label = ctg_chart_describe_datum (self->plan->input, self->plan->rows[i], self->plan->series[s]);

  ctg_pen_begin_mark_labelled (self, role, i, s, label);
}

void
ctg_pen_begin_series (CtgPen      *self,
                      unsigned int s)
{
  const CtgPlan *plan = self->plan;
  g_autofree char *id = g_strconcat ("series-", ctg_table_get_series (plan->input->table, plan->series[s])->id, NULL);

  ctg_scene_builder_set_label (self->canvas->builder, plan->titles[s]);
  ctg_scene_builder_push (self->canvas->builder, CTG_ROLE_SERIES, id);
}

void
ctg_pen_begin_mark_labelled (CtgPen      *self,
                             CtgRole      role,
                             unsigned int i,
                             unsigned int s,
                             const char  *label)
{
  const CtgPlan *plan = self->plan;
  g_autofree char *id = g_strconcat (ctg_table_get_row (plan->input->table, plan->rows[i])->key, "-",
                                     ctg_table_get_series (plan->input->table, plan->series[s])->id, NULL);

  ctg_scene_builder_set_datum (self->canvas->builder, (CtgDatum) { plan->rows[i], plan->series[s] });
  ctg_scene_builder_set_label (self->canvas->builder, label);
  ctg_scene_builder_push (self->canvas->builder, role, id);
}

void
ctg_pen_end_mark (CtgPen *self)
{
  ctg_scene_builder_pop (self->canvas->builder);
}

void
ctg_pen_missing_symbol (CtgCanvas      *canvas,
                        const CtgTheme *theme,
                        CtgPresence     presence,
                        CtgColor        color,
                        CtgPoint        center,
                        double          size)
{
  CtgStyle style = ctg_style_stroke (color, MAX (0.6, theme->size * 0.1));
  double r = size / 2;

  ctg_canvas_line (canvas, CTG_ROLE_MARK_PART, (CtgPoint) { center.x - r, center.y - r }, (CtgPoint) { center.x + r, center.y + r }, &style);
  if (presence == CTG_PRESENCE_NOT_REPORTED)
    ctg_canvas_line (canvas, CTG_ROLE_MARK_PART, (CtgPoint) { center.x - r, center.y + r }, (CtgPoint) { center.x + r, center.y - r }, &style);
}

void
ctg_pen_draw_missing (CtgPen      *self,
                      unsigned int i,
                      unsigned int s,
                      double       along,
                      double       across,
                      CtgColor     color)
{
  const CtgPlan *plan = self->plan;

  if (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, s))
    return;

  ctg_pen_begin_mark (self, CTG_ROLE_MISSING, i, s);
  ctg_pen_missing_symbol (self->canvas, &plan->theme, ctg_plan_get_estimate (plan, i, s)->presence, color, ctg_pen_point (self, along, across),
                          MIN (ctg_plan_get_missing_size (plan) * 0.72, self->layout->rows[i].thickness * 0.7));
  ctg_pen_end_mark (self);
}

void
ctg_pen_warn (CtgPen     *self,
              CtgPhrase   phrase,
              const char *path,
              const char *text)
{
  if (self->canvas->warnings != NULL)
    ctg_warnings_add (self->canvas->warnings, phrase, path, text, NULL);
}

void
ctg_pen_warn_count (CtgPen      *self,
                    CtgPhrase    phrase,
                    const char  *path,
                    unsigned int count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  if (count > 0)
    ctg_pen_warn (self, phrase, path, text);
}

double
ctg_pen_get_missing_place (const CtgPen *self,
                           unsigned int  i,
                           unsigned int  s)
{
  const CtgPlan *plan = self->plan;
  double lane = ctg_layout_get_panel (self->layout, i)->missing;
  double step = ctg_plan_get_missing_size (plan);

  if (isnan (lane) && plan->kind->lanes)
    return ctg_pen_place (self, i, 0, step * 0.95);
  if (isnan (lane))
    return ctg_pen_place (self, i, plan->domain_min, -ctg_plan_get_point_size (plan) / 2 - (0.6 + s) * step);
  if (plan->kind->lanes)
    return lane;

  return lane + (plan->vertical ? -1 : 1) * ((plan->n_series - 1) / 2.0 - s) * step;
}

/* Two chevrons, the second lighter: it goes on from here, nobody says how far; direction is -1 towards lower values. */
static void
draw_open_end (CtgPen      *self,
               unsigned int i,
               double       value,
               double       across,
               double       thickness,
               CtgColor     color,
               int          direction)
{
  const CtgPlan *plan = self->plan;
  double length = ctg_plan_get_open_length (plan);
  double depth = length * 0.34;
  double half = thickness / 2;

  for (int k = 0; k < 2; k++)
    {
      double back = ctg_pen_place (self, i, value, direction * (0.5 + k * (depth + 0.6)));
      double tip = ctg_pen_place (self, i, value, direction * (0.5 + k * (depth + 0.6) + depth));
      CtgColor tone = k == 0 ? color : ctg_theme_get_tint (&plan->theme, color);
      CtgPoint points[] = {
        ctg_pen_point (self, back, across - half), ctg_pen_point (self, tip, across), ctg_pen_point (self, back, across + half),
      };
      CtgStyle style = ctg_style_stroke (tone, MAX (0.8, length * 0.16));

      ctg_canvas_polygon (self->canvas, CTG_ROLE_OPEN_END, points, G_N_ELEMENTS (points), false, &style);
    }
}

/* A line to the end of what is possible, with a cap there. */
static void
draw_whisker (CtgPen      *self,
              unsigned int i,
              double       from_value,
              double       to_value,
              bool         cap_both,
              double       across,
              double       thickness,
              CtgColor     color)
{
  CtgStyle style = ctg_style_stroke (color, MAX (0.6, self->plan->theme.size * 0.1));
  double from = ctg_pen_place (self, i, from_value, 0);
  double to = ctg_pen_place (self, i, to_value, 0);
  double half = thickness * 0.3;

  ctg_pen_line (self, CTG_ROLE_MARK_PART, from, across, to, across, &style);
  ctg_pen_line (self, CTG_ROLE_MARK_PART, to, across - half, to, across + half, &style);
  if (cap_both)
    ctg_pen_line (self, CTG_ROLE_MARK_PART, from, across - half, from, across + half, &style);
}

/* The solid part is never thinner than a hair line, so that one person is seen too. */
static void
draw_solid (CtgPen      *self,
            CtgRole      role,
            unsigned int i,
            double       value,
            double       across,
            double       thickness,
            CtgColor     color)
{
  CtgStyle style = ctg_style_fill (color);
  double from = ctg_pen_place (self, i, 0, 0);
  double to = ctg_pen_place (self, i, value, 0);

  if (fabs (to - from) < 0.75)
    to = ctg_pen_place (self, i, 0, value < 0 ? -0.75 : 0.75);

  ctg_pen_rect (self, role, from, to, across, thickness, &style);
}

void
ctg_pen_draw_break (CtgPen      *self,
                    unsigned int i,
                    unsigned int lane)
{
  const CtgPlan *plan = self->plan;
  double across = ctg_layout_get_lane (self->layout, i, lane);
  double half = self->layout->rows[i].thickness / 2 + 0.5;
  double lean = half * 0.5;
  CtgStyle style = ctg_style_stroke (plan->theme.paper, MAX (1, plan->theme.size * 0.14));

  for (int k = 2; k <= 3; k++)
    {
      double at = ctg_pen_place (self, i, ctg_plan_get_end (plan, i), -plan->theme.size * 0.35 * k);

      ctg_pen_line (self, CTG_ROLE_MARK_PART, at - lean, across + half, at + lean, across - half, &style);
    }
}

/* A difference that may be on either side of zero: nothing of it is certain but what lies between. Below an upper bound it goes on. */
static void
draw_signed_span (CtgPen            *self,
                  unsigned int       i,
                  const CtgEstimate *estimate,
                  double             across,
                  double             thickness,
                  CtgColor           color)
{
  const CtgTheme *theme = &self->plan->theme;
  CtgStyle light = ctg_style_fill (ctg_theme_get_tint (theme, color));
  double high = isnan (estimate->high) ? MAX (0, estimate->low) : estimate->high;
  double low = isnan (estimate->low) ? MIN (0, estimate->high) : estimate->low;

  ctg_pen_rect (self, CTG_ROLE_MARK_PART, ctg_pen_place (self, i, low, 0), ctg_pen_place (self, i, high, 0), across, thickness, &light);
  draw_whisker (self, i, low, high, true, across, thickness, ctg_theme_get_text_color (theme, color));
  if (isfinite (estimate->value))
    draw_solid (self, CTG_ROLE_MARK_PART, i, estimate->value, across, thickness * 0.5, color);
  if (isnan (estimate->low))
    draw_open_end (self, i, low, across, thickness * 0.8, color, -1);
  if (isnan (estimate->high))
    draw_open_end (self, i, high, across, thickness * 0.8, color, 1);
}

static bool
is_single (const CtgEstimate *estimate)
{
  return isfinite (estimate->value) && isnan (estimate->low) && isnan (estimate->high) &&
         (estimate->qualifier == CTG_QUALIFIER_EXACT || estimate->qualifier == CTG_QUALIFIER_ABOUT);
}

/* A range or bound of differences that reaches below zero. */
static bool
is_signed_span (const CtgPlan     *plan,
                const CtgEstimate *estimate)
{
  bool difference = ctg_table_get_derivation (plan->input->table)->derive == CTG_DERIVE_DIFFERENCE;

  return !is_single (estimate) && (estimate->low < 0 || (difference && isnan (estimate->low)));
}

void
ctg_pen_draw_bar (CtgPen      *self,
                  unsigned int i,
                  unsigned int s,
                  unsigned int lane)
{
  const CtgPlan *plan = self->plan;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  const CtgTheme *theme = &plan->theme;
  double across = ctg_layout_get_lane (self->layout, i, lane);
  double thickness = self->layout->rows[i].thickness;
  CtgColor color = plan->colors[s];
  double certain;
  double possible;
  bool open;

  if (!ctg_estimate_is_reported (estimate))
    {
      ctg_pen_draw_missing (self, i, s, ctg_pen_place (self, i, 0, ctg_plan_get_missing_size (plan) * 0.95), across, theme->missing);
      return;
    }

  ctg_estimate_get_extent (estimate, &certain, &possible, &open);
  ctg_pen_begin_mark (self, CTG_ROLE_MARK, i, s);

  if (is_signed_span (plan, estimate))
    {
      draw_signed_span (self, i, estimate, across, thickness, color);
      ctg_pen_end_mark (self);
      return;
    }

  if (possible > certain)
    {
      CtgStyle light = ctg_style_fill (ctg_theme_get_tint (theme, color));

      ctg_pen_rect (self, CTG_ROLE_MARK_PART, ctg_pen_place (self, i, MAX (certain, 0), 0), ctg_pen_place (self, i, possible, 0), across, thickness, &light);
    }
  if (certain != 0 || is_single (estimate))
    draw_solid (self, CTG_ROLE_MARK_PART, i, certain, across, thickness, color);
  if (possible > certain)
    draw_whisker (self, i, MAX (certain, 0), possible, false, across, thickness, ctg_theme_get_text_color (theme, color));
  if (isfinite (estimate->low) && estimate->low < certain)
    draw_whisker (self, i, certain, estimate->low, false, across, thickness, theme->paper);
  if (open)
    draw_open_end (self, i, possible, across, thickness * 0.8, color, 1);
  if (possible > ctg_plan_get_end (plan, i))
    ctg_pen_draw_break (self, i, lane);

  ctg_pen_end_mark (self);
}

double
ctg_pen_get_point_size (const CtgPen *self,
                        unsigned int  i)
{
  const CtgRowPlace *row = &self->layout->rows[i];

  return MIN (ctg_plan_get_point_size (self->plan), self->plan->kind->lanes ? row->thickness * 0.9 : row->size * 0.6);
}

void
ctg_pen_draw_point (CtgPen      *self,
                    unsigned int i,
                    unsigned int s,
                    double       shift)
{
  const CtgPlan *plan = self->plan;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);
  double across = ctg_layout_get_lane (self->layout, i, 0) + shift;
  double size = ctg_pen_get_point_size (self, i);
  CtgColor color = plan->colors[s];
  double certain;
  double possible;
  bool open;

  if (!ctg_estimate_is_reported (estimate))
    {
      ctg_pen_draw_missing (self, i, s, ctg_pen_get_missing_place (self, i, s), across, ctg_theme_get_text_color (&plan->theme, color));
      return;
    }

  ctg_estimate_get_extent (estimate, &certain, &possible, &open);
  ctg_pen_begin_mark (self, CTG_ROLE_MARK, i, s);

  if (isfinite (estimate->low))
    certain = MIN (certain, estimate->low);
  if (possible > certain)
    draw_whisker (self, i, certain, possible, isfinite (estimate->low), across, size, color);
  if (isfinite (estimate->value) && estimate->value > ctg_plan_get_end (plan, i))
    draw_open_end (self, i, ctg_plan_get_end (plan, i), across, size, color, 1);
  else if (isfinite (estimate->value))
    {
      CtgStyle style = ctg_style_fill (color);

      style.stroke = plan->theme.paper;
      style.stroke_width = 0.5;
      ctg_canvas_symbol (self->canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE,
                         ctg_pen_point (self, ctg_pen_place (self, i, estimate->value, 0), across), size, &style);
    }
  if (open)
    draw_open_end (self, i, possible, across, size, color, 1);

  ctg_pen_end_mark (self);
}
