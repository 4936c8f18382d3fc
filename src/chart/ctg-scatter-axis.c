/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Domain, ticks and lanes of one axis of a scatter plot. What is zero or not reported keeps a place of its own, beside the axis. */

#include "chart/ctg-scatter-axis.h"

#include <math.h>

#include "chart/ctg-guide-references.h"

#define LANE 1.5 /* sizes of the label */

static const CtgScaleDesc *
find_scale (const CtgPlan *plan,
            unsigned int   s)
{
  g_autofree char *id = ctg_spec_get (plan->input->spec, s == 0 ? "x.scale" : "axis.scale");

  return ctg_scale_desc_find (id);
}

static bool
is_log (const CtgScatterAxis *self)
{
  return self->scale.desc->positive;
}

/* The plans whose numbers an axis is made from: those of all panels that share it, or the plan alone. The k-th; NULL after the last. */
static const CtgPlan *
get_source (const CtgPlan *plan,
            unsigned int   k)
{
  const CtgPlan *all = ctg_plan_get_scale_plan (plan);

  if (all->panels != NULL)
    return k < all->panels->len ? g_ptr_array_index (all->panels, k) : NULL;

  return k == 0 ? plan : NULL;
}

/* The extent of all numbers of a series that are drawn, bounds and ranges with them; on a logarithmic scale of those above zero. */
static void
measure_own_numbers (const CtgPlan *plan,
                     unsigned int   s,
                     bool           log,
                     double        *low,
                     double        *high)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      double ends[2];

      if (!ctg_estimate_get_ends (ctg_plan_get_estimate (plan, i, s), &ends[0], &ends[1]))
        continue;
      for (unsigned int k = 0; k < G_N_ELEMENTS (ends); k++)
        {
          if (log && ends[k] <= 0)
            continue;
          *low = MIN (*low, ends[k]);
          *high = MAX (*high, ends[k]);
        }
    }
}

static void
measure_numbers (const CtgPlan *plan,
                 unsigned int   s,
                 bool           log,
                 double        *low,
                 double        *high)
{
  const CtgPlan *source;

  for (unsigned int k = 0; (source = get_source (plan, k)) != NULL; k++)
    measure_own_numbers (source, s, log, low, high);
}

static bool
has_whole_numbers (const CtgPlan *plan,
                   unsigned int   s)
{
  const CtgPlan *source;

  for (unsigned int k = 0; (source = get_source (plan, k)) != NULL; k++)
    {
      if (!ctg_layout_has_whole_numbers (source, s))
        return false;
    }

  return true;
}

static void
find_own_lanes (CtgScatterAxis *self,
                const CtgPlan  *plan)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, self->s);

      if (ctg_estimate_is_reported (estimate))
        self->zero_lane |= is_log (self) && ctg_estimate_get_rank (estimate) <= 0;
      else
        self->missing_lane |= plan->input->spec->missing_marks && !ctg_plan_is_left_out (plan, i, self->s);
    }
}

static void
find_lanes (CtgScatterAxis *self,
            const CtgPlan  *plan)
{
  const CtgPlan *source;

  for (unsigned int k = 0; (source = get_source (plan, k)) != NULL; k++)
    find_own_lanes (self, source);
}

/* Two counts of one thing have one domain. */
static bool
share_domain (const CtgPlan *plan)
{
  const CtgTable *table = plan->input->table;

  return g_str_equal (ctg_table_get_series (table, plan->series[0])->measure, ctg_table_get_series (table, plan->series[1])->measure) &&
         find_scale (plan, 0) == find_scale (plan, 1);
}

void
ctg_scatter_axis_init (CtgScatterAxis *self,
                       const CtgPlan  *plan,
                       unsigned int    s)
{
  double low, high;

  *self = (CtgScatterAxis) { .s = s, .upright = s == 1 };
  self->scale.desc = find_scale (plan, s);
  find_lanes (self, plan);

  self->whole = true;
  low = is_log (self) ? INFINITY : 0;
  high = is_log (self) ? -INFINITY : 0;
  for (unsigned int k = 0; k < 2; k++)
    if (k == s || share_domain (plan))
      {
        measure_numbers (plan, k, is_log (self), &low, &high);
        self->whole = self->whole && has_whole_numbers (plan, k);
        ctg_references_extend (k == 0 ? plan->input->spec->x_references : plan->input->spec->references, is_log (self), &low, &high);
      }
  if (!(low <= high))
    {
      low = 1;
      high = 10;
    }
  if (s == 1 && !isnan (plan->input->spec->axis_max) && plan->input->spec->axis_max > low)
    high = plan->input->spec->axis_max;
  self->scale = ctg_scale_new (self->scale.desc, low, high, 0, 1);

  if (self->missing_lane)
    {
      g_autofree char *words = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_LEGEND_NOT_REPORTED, NULL);

      self->missing_lines = ctg_text_measure_wrap (plan->input->measure, &plan->theme.axis, words, plan->theme.size * 4);
    }
}

void
ctg_scatter_axis_clear (CtgScatterAxis *self)
{
  g_clear_pointer (&self->ticks, ctg_ticks_free);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->missing_lines, g_strfreev);
}

/* ---- ticks ---- */

typedef struct
{
  const CtgScatterAxis *axis;
  const CtgPlan *plan;
} TickRoom;

static char *
format_tick (const CtgPlan  *plan,
             const CtgTicks *ticks,
             unsigned int    k)
{
  return ctg_locale_format_number (plan->input->locale, ticks->values[k], ticks->decimals);
}

static bool
ticks_fit (const CtgTicks *ticks,
           gpointer        user_data)
{
  const TickRoom *room = user_data;
  const CtgPlan *plan = room->plan;
  CtgScale scale = room->axis->scale;
  double previous = -INFINITY;

  scale.domain_min = MIN (scale.domain_min, ticks->values[0]);
  scale.domain_max = MAX (scale.domain_max, ticks->values[ticks->n - 1]);
  for (unsigned int k = 0; k < ticks->n; k++)
    {
      g_autofree char *text = format_tick (plan, ticks, k);
      double place = fabs (ctg_scale_map (&scale, ticks->values[k]) - scale.range_min);
      double size = room->axis->upright ? ctg_layout_get_line_height (plan, &plan->theme.axis)
                                        : ctg_layout_get_text_width (plan, &plan->theme.axis, text) + plan->theme.size * 0.8;

      if (place - size / 2 < previous)
        return false;
      previous = place + size / 2;
    }

  return true;
}

/* Half a person is no place on an axis where all numbers are whole. */
static bool
ticks_suit (const CtgTicks *ticks,
            gpointer        user_data)
{
  const TickRoom *room = user_data;

  return !(room->axis->whole && ticks->decimals > 0) && ticks_fit (ticks, user_data);
}

void
ctg_scatter_axis_fit (CtgScatterAxis *self,
                      const CtgPlan  *plan,
                      double          from,
                      double          to)
{
  TickRoom room = { self, plan };
  double apart = plan->theme.size * (self->upright ? 4.5 : 6.5);
  unsigned int wanted = CLAMP ((int) round (fabs (to - from) / apart), 3, 7);
  bool given = self->s == 1 && !isnan (plan->input->spec->axis_max);

  self->scale.range_min = from;
  self->scale.range_max = to;
  if (!given)
    ctg_scale_nice (&self->scale, wanted, ticks_suit, &room);
  g_clear_pointer (&self->ticks, ctg_ticks_free);
  g_clear_pointer (&self->labels, g_strfreev);
  self->ticks = ctg_scale_ticks (&self->scale, wanted, ticks_suit, &room);

  bool fit = ticks_fit (self->ticks, &room);

  self->labels = g_new0 (char *, self->ticks->n + 1);
  for (unsigned int k = 0; k < self->ticks->n; k++)
    self->labels[k] = k == 0 || fit ? format_tick (plan, self->ticks, k) : g_strdup ("");
}

void
ctg_scatter_axis_match (CtgScatterAxis       *x,
                        const CtgScatterAxis *y,
                        const CtgPlan        *plan)
{
  if (!share_domain (plan))
    return;

  x->scale.domain_min = y->scale.domain_min;
  x->scale.domain_max = y->scale.domain_max;
}

/* ---- places ---- */

double
ctg_scatter_axis_place_number (const CtgScatterAxis *self,
                               double                number)
{
  return ctg_scale_map (&self->scale, CLAMP (number, self->scale.domain_min, self->scale.domain_max));
}

double
ctg_scatter_axis_place (const CtgScatterAxis *self,
                        const CtgEstimate    *estimate)
{
  double rank = ctg_estimate_get_rank (estimate);

  if (isnan (rank))
    return self->missing_at;
  if (is_log (self) && rank <= 0)
    return self->zero_at;

  return ctg_scatter_axis_place_number (self, rank);
}

/* A lane across is as high as a mark with its name above it and as its words, one upright as wide as a mark. */
static double
get_missing_size (const CtgScatterAxis *self,
                  const CtgPlan        *plan)
{
  double size = plan->theme.size * LANE;

  if (!self->missing_lane)
    return 0;

  return self->upright ? MAX (2, g_strv_length (self->missing_lines)) * ctg_layout_get_line_height (plan, &plan->theme.axis) + plan->theme.size * 0.3 : size;
}

static double
get_gap (const CtgScatterAxis *self,
         const CtgPlan        *plan)
{
  return self->zero_lane || self->missing_lane ? plan->theme.size * 0.4 : 0;
}

double
ctg_scatter_axis_get_lanes (const CtgScatterAxis *self,
                            const CtgPlan        *plan)
{
  return get_gap (self, plan) + (self->zero_lane ? plan->theme.size * LANE : 0) + get_missing_size (self, plan);
}

void
ctg_scatter_axis_place_lanes (CtgScatterAxis *self,
                              const CtgPlan  *plan,
                              double          edge)
{
  double out = self->upright ? 1 : -1;
  double at = edge + out * get_gap (self, plan);
  double size = plan->theme.size * LANE;

  self->zero_at = at + out * size / 2;
  if (self->zero_lane)
    at += out * size;
  self->missing_at = at + out * get_missing_size (self, plan) / 2;
}

/* ---- words ---- */

char *
ctg_scatter_axis_dup_title (const CtgScatterAxis *self,
                            const CtgPlan        *plan)
{
  const CtgSpec *spec = plan->input->spec;
  const char *given = self->s == 0 ? spec->x_title : spec->axis_title;

  return g_strdup (given != NULL ? given : plan->titles[self->s]);
}
