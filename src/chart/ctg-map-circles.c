/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Areas in proportion to numbers: the largest number takes a fixed share of the map, all others follow. It draws nothing. */

#include "chart/ctg-map-circles.h"

#include <math.h>

#include "chart/ctg-layout.h"
#include "chart/ctg-map-plot.h"

/* Of the map's width: Europe and the Mediterranean are a small part of the world's map. */
#define LARGEST_WORLD 0.062
#define LARGEST_REGION 0.1
#define SMALLEST 1.4        /* points */
#define LEAST_IN_LEGEND 3.0 /* points */

/* On a page of given height the map may be narrower than the page. */
static double
get_map_width (const CtgSpec *spec,
               double         width)
{
  double aspect = ctg_geo_extent_get_aspect (ctg_map_plot_get_extent (spec), &ctg_projection_equal_earth);

  return spec->page_height > 0 ? MIN (width, spec->page_height * 0.6 / aspect) : width;
}

static void
init (CtgMapCircles *self,
      const CtgSpec *spec,
      double         width)
{
  double share = spec->map_extent == CTG_MAP_EXTENT_WORLD ? LARGEST_WORLD : LARGEST_REGION;

  *self = (CtgMapCircles) { .largest = get_map_width (spec, width) * share, .smallest = SMALLEST };
}

static void
add_numbers (CtgMapCircles      *self,
             const CtgSpec      *spec,
             const CtgTable     *table,
             unsigned int        series,
             const unsigned int *rows,
             unsigned int        n_rows)
{
  for (unsigned int i = 0; i < n_rows; i++)
    {
      double number = ctg_map_plot_get_number (ctg_table_get_estimate (table, rows[i], series));

      if (isfinite (number) && ctg_map_plot_shows_center (spec, ctg_map_plot_find (table, rows[i])))
        self->most = MAX (self->most, fabs (number));
    }
}

void
ctg_map_circles_init (CtgMapCircles *self,
                      const CtgPlan *plan,
                      double         width)
{
  const CtgPlan *all = ctg_plan_get_scale_plan (plan);

  /* The legend of all panels shows circles as large as they are in each. */
  init (self, plan->input->spec, plan->panels != NULL ? ctg_layout_get_panel_width (plan, width) : width);
  for (unsigned int p = 0; p < (all->panels != NULL ? all->panels->len : 1); p++)
    {
      const CtgPlan *panel = all->panels != NULL ? g_ptr_array_index (all->panels, p) : all;

      add_numbers (self, plan->input->spec, plan->input->table, panel->series[0], panel->rows, panel->n_rows);
    }
}

void
ctg_map_circles_init_words (CtgMapCircles  *self,
                            const CtgWords *words)
{
  init (self, words->input->spec, words->input->spec->page_width);
  add_numbers (self, words->input->spec, words->table, words->series[0], words->rows, words->n_drawn);
}

static double
get_true_diameter (const CtgMapCircles *self,
                   double               number)
{
  return self->most > 0 ? self->largest * sqrt (number / self->most) : 0;
}

double
ctg_map_circles_get_diameter (const CtgMapCircles *self,
                              double               number)
{
  return MAX (self->smallest, get_true_diameter (self, number));
}

bool
ctg_map_circles_is_enlarged (const CtgMapCircles *self,
                             double               number)
{
  return number != 0 && get_true_diameter (self, fabs (number)) < self->smallest;
}

/* The largest of 1, 2, 5, 10, 20 … that is not above the number. */
static double
round_down (double number)
{
  static const double steps[] = { 5, 2, 1 };
  double decade = pow (10, floor (log10 (number) + 1e-9));

  for (unsigned int k = 0; k < G_N_ELEMENTS (steps); k++)
    if (steps[k] * decade <= number * (1 + 1e-9))
      return steps[k] * decade;

  return decade;
}

unsigned int
ctg_map_circles_get_keys (const CtgMapCircles *self,
                          double               keys[CTG_MAP_CIRCLES_IN_LEGEND])
{
  static const double parts[CTG_MAP_CIRCLES_IN_LEGEND] = { 1, 5, 50 };
  unsigned int n = 0;

  for (unsigned int k = 0; k < CTG_MAP_CIRCLES_IN_LEGEND && self->most > 0; k++)
    {
      double key = round_down (round_down (self->most) / parts[k]);

      if (n > 0 && get_true_diameter (self, key) < LEAST_IN_LEGEND)
        break;
      keys[n++] = key;
    }

  return n;
}

CtgStyle
ctg_map_circles_get_style (const CtgPlan *plan)
{
  CtgColor color = plan->colors[0];
  CtgStyle style = ctg_style_fill (color);

  style.fill.alpha = 0.72;
  style.stroke = plan->theme.paper;
  style.stroke_width = 0.5;
  style.snap = false;
  return style;
}
