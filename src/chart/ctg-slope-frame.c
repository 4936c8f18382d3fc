/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Labels of a side are pushed apart until none touches another. */

#include "chart/ctg-slope-frame.h"

/* Names stand at both sides from this width on; a third column needs more. */
#define WIDE (80 * CTG_PT_PER_MM)
#define WIDE_THREE (110 * CTG_PT_PER_MM)

void
ctg_slope_frame_free (CtgSlopeFrame *self)
{
  for (unsigned int i = 0; i < self->n; i++)
    g_strfreev (self->values[i]);
  g_free (self->values);
  for (unsigned int side = 0; side < CTG_SLOPE_SIDES; side++)
    g_free (self->stops[side]);
  ctg_category_labels_free (self->names);
  g_free (self);
}

bool
ctg_slope_is_ranked (const CtgTable *table)
{
  return ctg_table_get_derivation (table)->derive == CTG_DERIVE_RANK;
}

double
ctg_slope_get_rank (const CtgPlan *plan,
                    unsigned int   i,
                    unsigned int   s)
{
  return ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, s));
}

double
ctg_slope_get_point_size (const CtgPlan *plan)
{
  return ctg_plan_get_point_size (plan) * 0.62;
}

double
ctg_slope_frame_get_y (const CtgSlopeFrame *self,
                       const CtgPlan       *plan,
                       double               value)
{
  double along = ctg_plan_get_along (plan, false, value, self->start - self->top);

  return ctg_slope_is_ranked (plan->input->table) ? self->top + along : self->start - along;
}

CtgPoint
ctg_slope_frame_get_point (const CtgSlopeFrame *self,
                           const CtgPlan       *plan,
                           CtgRect              plot,
                           unsigned int         i,
                           unsigned int         s)
{
  return ctg_rect_at (plot, self->x[s], ctg_slope_frame_get_y (self, plan, ctg_slope_get_rank (plan, i, s)));
}

static int
compare_stops (const void *a,
               const void *b)
{
  const CtgSlopeStop *x = a;
  const CtgSlopeStop *y = b;

  if (x->wanted != y->wanted)
    return x->wanted < y->wanted ? -1 : 1;
  if (x->other != y->other)
    return x->other < y->other ? -1 : 1;

  return x->i < y->i ? -1 : x->i > y->i;
}

/* Moves labels apart, all together as little as can be: neighbours that would touch share the mean of what they want (pool adjacent
 * violators: Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955). */
static void
push_apart (CtgSlopeStop *stops,
            unsigned int  n,
            double        line,
            double        top,
            double        bottom)
{
  g_autofree double *means = g_new (double, n + 1);
  g_autofree unsigned int *sizes = g_new (unsigned int, n + 1);
  unsigned int n_blocks = 0;

  for (unsigned int k = 0; k < n; k++)
    {
      means[n_blocks] = stops[k].wanted - k * line;
      sizes[n_blocks++] = 1;
      while (n_blocks > 1 && means[n_blocks - 2] > means[n_blocks - 1])
        {
          unsigned int a = sizes[n_blocks - 2];
          unsigned int b = sizes[n_blocks - 1];

          means[n_blocks - 2] = (means[n_blocks - 2] * a + means[n_blocks - 1] * b) / (a + b);
          sizes[n_blocks - 2] = a + b;
          n_blocks--;
        }
    }

  for (unsigned int block = 0, k = 0; block < n_blocks; block++)
    {
      double base = MAX (top, MIN (means[block], bottom - (n - 1) * line));

      for (unsigned int m = 0; m < sizes[block]; m++, k++)
        stops[k].y = base + k * line;
    }
}

double
ctg_slope_get_line_height (const CtgPlan *plan)
{
  return ctg_layout_get_line_height (plan, &plan->theme.label) * 1.02;
}

double
ctg_slope_get_head_height (const CtgPlan *plan)
{
  return ctg_layout_get_line_height (plan, &plan->theme.axis) * 1.5;
}

static void
measure_values (CtgSlopeFrame *self,
                const CtgPlan *plan)
{
  self->values = g_new0 (char **, self->n + 1);
  for (unsigned int i = 0; i < self->n; i++)
    {
      self->values[i] = g_new0 (char *, plan->n_series + 1);
      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          CtgTextExtents extents;

          self->values[i][s] = plan->input->spec->value_labels ? ctg_estimate_format (ctg_plan_get_estimate (plan, i, s), plan->input->locale) : g_strdup ("");
          ctg_text_measure_line (plan->input->measure, &plan->theme.value, self->values[i][s], &extents);
          if (s == 0)
            self->value_width[CTG_SLOPE_LEFT] = MAX (self->value_width[CTG_SLOPE_LEFT], extents.width);
          if (s == plan->n_series - 1)
            self->value_width[CTG_SLOPE_RIGHT] = MAX (self->value_width[CTG_SLOPE_RIGHT], extents.width);
        }
    }
}

CtgSlopeFrame *
ctg_slope_frame_new (const CtgPlan *plan,
                     unsigned int   n,
                     double         width,
                     double         height)
{
  CtgSlopeFrame *self = g_new0 (CtgSlopeFrame, 1);
  double size = plan->theme.size;

  self->n = n;
  self->line = ctg_slope_get_line_height (plan);
  self->named[CTG_SLOPE_LEFT] = true;
  self->named[CTG_SLOPE_RIGHT] = width >= (plan->n_series > 2 ? WIDE_THREE : WIDE);
  self->names = ctg_category_labels_new (plan, width * (self->named[CTG_SLOPE_RIGHT] ? 0.26 : 0.36), 1);
  self->lead = size * 1.5;
  measure_values (self, plan);

  self->top = ctg_slope_get_head_height (plan) + self->line / 2;
  self->bottom = MAX (self->top + 1, height - self->line / 2);
  self->start = MAX (self->top + 0.5, self->bottom - ctg_plan_get_lanes_room (plan));

  double start = self->names->width + self->value_width[CTG_SLOPE_LEFT] + size * 0.6 + self->lead;
  double end = width - (self->named[CTG_SLOPE_RIGHT] ? self->names->width + size * 0.6 : 0) - self->value_width[CTG_SLOPE_RIGHT] - self->lead;

  for (unsigned int s = 0; s < plan->n_series; s++)
    self->x[s] = start + MAX (1, end - start) * s / (plan->n_series - 1);

  for (unsigned int side = 0; side < CTG_SLOPE_SIDES; side++)
    {
      self->stops[side] = g_new0 (CtgSlopeStop, n + 1);
      for (unsigned int i = 0; i < n; i++)
        {
          unsigned int s = side == CTG_SLOPE_LEFT ? 0 : plan->n_series - 1;

          double wanted = ctg_slope_frame_get_y (self, plan, ctg_slope_get_rank (plan, i, s));
          double other = ctg_slope_frame_get_y (self, plan, ctg_slope_get_rank (plan, i, plan->n_series - 1 - s));

          self->stops[side][i] = (CtgSlopeStop) { i, wanted, other, 0 };
        }
      qsort (self->stops[side], n, sizeof (CtgSlopeStop), compare_stops);
      push_apart (self->stops[side], n, self->line, self->top, self->bottom);
    }

  return self;
}
