/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that rise: names under them, wrapped or rotated, the value axis beside. Where the page is too narrow for all rows they continue in
 * further panels below, on the same scale, so that no name is dropped. */

#include "chart/ctg-layout.h"

#include <math.h>

#include "chart/ctg-kind.h"

static double
get_width (const CtgValueLabel *label)
{
  return label->extents.width;
}

static double
get_height (const CtgValueLabel *label)
{
  return label->extents.ascent + label->extents.descent;
}

static double
get_largest (const CtgPlan *plan,
             double         size (const CtgValueLabel *label))
{
  double largest = 0;

  for (unsigned int k = 0; k < plan->labels->len; k++)
    largest = MAX (largest, size (&g_array_index (plan->labels, CtgValueLabel, k)));

  return largest;
}

typedef struct
{
  unsigned int n_panels;
  unsigned int n_per_panel;
  double band;
  double pitch;
  double axis_width;
} Columns;

/* How wide a row must be at least with everything rotated, and how many panels that makes. */
static Columns
choose_columns (CtgLayout     *self,
                const CtgPlan *plan,
                double         width)
{
  double size = plan->theme.size;
  unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;
  double line = ctg_layout_get_line_height (plan, &plan->theme.label);
  double least_pitch = MAX (get_largest (plan, get_height) + 0.2, size * 0.8);
  double least = MAX (line * 1.1, n_lanes * least_pitch + size * (plan->kind->lanes ? 0.5 : 0.2));
  unsigned int fit = MAX (1, (unsigned int) floor (width / least));
  Columns columns;

  columns.n_panels = MAX (1, (plan->n_rows + fit - 1) / fit);
  columns.n_per_panel = MAX (1, (plan->n_rows + columns.n_panels - 1) / columns.n_panels);
  columns.band = MIN (width / columns.n_per_panel, size * (6 + 4 * n_lanes));
  columns.pitch = (columns.band - size * 0.2) / n_lanes * (plan->kind->lanes ? 0.86 : 1);
  columns.pitch = MAX (columns.pitch, least_pitch);
  self->values_up = get_largest (plan, get_width) > (plan->kind->lanes ? columns.pitch : columns.band) - size * 0.2;

  return columns;
}

/* Upright names if each fits into its band in at most three lines, else rotated in one line. Returns the height they need. */
static double
choose_names (CtgLayout     *self,
              const CtgPlan *plan,
              double         band,
              double         longest)
{
  self->labels = ctg_category_labels_new (plan, band - plan->theme.size * 0.4, 3);
  self->labels_up = self->labels->n_cut > 0;
  if (!self->labels_up)
    return self->labels->max_lines * self->labels->line_height;

  ctg_category_labels_free (self->labels);
  self->labels = ctg_category_labels_new (plan, longest, 1);

  return self->labels->width;
}

static double
get_axis_width (const CtgLayout *self,
                const CtgPlan   *plan)
{
  double width = 0;

  for (unsigned int i = 0; self->ticks != NULL && i < self->ticks->n; i++)
    {
      CtgTextExtents extents;

      ctg_text_measure_line (plan->input->measure, &plan->theme.axis, self->tick_labels[i], &extents);
      width = MAX (width, extents.width);
    }

  return width;
}

static void
place_panel_rows (CtgLayout      *self,
                  const CtgPlan  *plan,
                  const CtgPanel *panel,
                  unsigned int    index,
                  const Columns  *columns)
{
  unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;
  double most = plan->theme.size * 3;

  for (unsigned int k = 0; k < panel->n; k++)
    {
      CtgRowPlace *place = &self->rows[panel->first + k];

      place->panel = index;
      place->start = panel->across_start + k * columns->band;
      place->size = columns->band;
      place->lane_pitch = columns->pitch;
      place->thickness = MIN (most, plan->kind->lanes ? columns->pitch * 0.92 : columns->band * 0.68);
      place->lane_start = place->start + place->size / 2 - (n_lanes - 1) * place->lane_pitch / 2;
    }
}

double
ctg_layout_vertical (CtgLayout     *self,
                     const CtgPlan *plan,
                     double         top,
                     double         bottom)
{
  const CtgTheme *theme = &plan->theme;
  double size = theme->size;
  double left = theme->margin;
  double right = self->width - theme->margin;
  double tick_height = ctg_layout_get_line_height (plan, &theme->axis);

  /* A first guess of the scale's length finds the ticks and with them the width of the axis. */
  double natural = CLAMP ((right - left) * 0.5, size * 12, size * 30);

  ctg_layout_make_ticks (self, plan, natural);

  double plot_left = left + get_axis_width (self, plan) + size * 0.4;
  Columns columns = choose_columns (self, plan, MAX (2, right - plot_left));
  double title = ctg_layout_axis_title (self, plan, left, top, right - left);
  double y = top + title + (title > 0 ? size * 0.4 : 0) + tick_height / 2;
  double room = bottom >= 0 ? MAX (0, bottom - y) : 0;
  double names = choose_names (self, plan, columns.band, bottom >= 0 ? MAX (size * 4, room / columns.n_panels * 0.45) : self->width * 0.4);
  double gap = size * 0.4;
  double between = size * 1.6;
  double extra = get_largest (plan, self->values_up ? get_width : get_height);
  double length = natural * (columns.n_panels > 1 ? 0.7 : 1) + extra;

  if (bottom >= 0)
    {
      double least = size * 6 + extra;
      unsigned int n_fitting = (unsigned int) floor ((room + between) / (least + gap + names + between));

      if (n_fitting < columns.n_panels)
        {
          columns.n_panels = n_fitting;
          self->n_fitted = MIN (plan->n_rows, n_fitting * columns.n_per_panel);
        }
      if (n_fitting > 0)
        length = (room + between) / columns.n_panels - gap - names - between;
    }

  double start = 0;
  double end = length;

  ctg_layout_fit_values (self, plan, length, 0, self->values_up ? get_width : get_height, &start, &end);
  g_clear_pointer (&self->ticks, ctg_ticks_free);
  g_clear_pointer (&self->tick_labels, g_strfreev);
  ctg_layout_make_ticks (self, plan, end - start);

  for (unsigned int p = 0; p < columns.n_panels; p++)
    {
      double foot = y + length;
      CtgPanel panel = {
        .first = p * columns.n_per_panel,
        .n = MIN (columns.n_per_panel, self->n_fitted - p * columns.n_per_panel),
        .scale = ctg_scale_linear (plan->domain_min, plan->domain_max, foot - start, foot - end),
        .across_start = plot_left,
        .along_start = foot,
        .along_end = y,
      };

      panel.across_end = plot_left + columns.n_per_panel * columns.band;
      g_array_append_val (self->panels, panel);
      place_panel_rows (self, plan, &panel, p, &columns);
      y = foot + gap + names + (p + 1 < columns.n_panels ? between : 0);
    }

  return bottom >= 0 ? bottom : y;
}
