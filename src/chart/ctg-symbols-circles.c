/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Circles that would cover each other step aside, and never far. */

#include "chart/ctg-symbols-circles.h"

#include <math.h>

bool
ctg_symbols_shows (const CtgSpec  *spec,
                   const CtgTable *table,
                   unsigned int    row,
                   unsigned int    series)
{
  const CtgMapCountry *country = ctg_map_plot_find (table, row);

  return ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series)) ? ctg_map_plot_shows_center (spec, country) : ctg_map_plot_shows (spec, country);
}

bool
ctg_symbols_shows_row (const CtgPlan *plan,
                       unsigned int   i)
{
  return ctg_symbols_shows (plan->input->spec, plan->input->table, plan->rows[i], plan->series[0]);
}

double
ctg_symbols_get_number (const CtgPlan *plan,
                        unsigned int   i)
{
  return ctg_map_plot_get_number (ctg_plan_get_estimate (plan, i, 0));
}

CtgStyle
ctg_symbols_get_ring_style (const CtgPlan *plan)
{
  CtgStyle style = ctg_style_fill (plan->theme.paper);

  style.stroke = plan->colors[0];
  style.stroke_width = 0.7;
  style.snap = false;
  return style;
}

CtgStyle
ctg_symbols_get_hollow_style (const CtgPlan *plan)
{
  CtgStyle style = ctg_symbols_get_ring_style (plan);

  style.fill.alpha = 0.6;
  style.stroke_width = MAX (0.9, plan->theme.size * 0.14);
  return style;
}

static int
compare_circles (const void *a,
                 const void *b)
{
  const CtgSymbolsCircle *x = a;
  const CtgSymbolsCircle *y = b;

  if (fabs (x->number) != fabs (y->number))
    return fabs (x->number) > fabs (y->number) ? -1 : 1;

  return x->i < y->i ? -1 : x->i > y->i;
}

/* At the edge of the part shown a circle moves in, rather than stand on what is written there. */
static void
keep_inside (CtgRect           frame,
             CtgSymbolsCircle *circle)
{
  double r = circle->diameter / 2;

  circle->center.x = CLAMP (circle->center.x, frame.x + r, MAX (frame.x + r, frame.x + frame.width - r));
  circle->center.y = CLAMP (circle->center.y, frame.y + r, MAX (frame.y + r, frame.y + frame.height - r));
}

/* So many turns of pushing apart and pulling home. */
#define TURNS 80
#define HOMEWARDS 0.04

/* Circles that cover each other step aside, the smaller ones more, and none farther than a share of the map: where countries are small and counts
* large, what lies under the others could not be told (after D. Dorling, Area Cartograms: Their Use and Creation, 1996, but home is never far). */
static void
part (GArray              *list,
      const CtgMapCircles *circles)
{
  double most = circles->largest * 0.5;
  double least = 0.3;

  for (unsigned int turn = 0; turn < TURNS; turn++)
    {
      for (unsigned int i = 0; i < list->len; i++)
        {
          CtgSymbolsCircle *a = &g_array_index (list, CtgSymbolsCircle, i);

          for (unsigned int k = i + 1; k < list->len; k++)
            {
              CtgSymbolsCircle *b = &g_array_index (list, CtgSymbolsCircle, k);
              double dx = b->center.x - a->center.x;
              double dy = b->center.y - a->center.y;
              double apart = hypot (dx, dy);
              double over = (a->diameter + b->diameter) / 2 + least - apart;

              if (over <= 0 || apart < 1e-6)
                continue;

              double share = b->diameter * b->diameter / (a->diameter * a->diameter + b->diameter * b->diameter);

              a->center.x -= dx / apart * over * share;
              a->center.y -= dy / apart * over * share;
              b->center.x += dx / apart * over * (1 - share);
              b->center.y += dy / apart * over * (1 - share);
            }
        }
      for (unsigned int i = 0; i < list->len; i++)
        {
          CtgSymbolsCircle *circle = &g_array_index (list, CtgSymbolsCircle, i);
          double dx = circle->home.x - circle->center.x;
          double dy = circle->home.y - circle->center.y;
          double far = hypot (dx, dy);
          double back = turn + 1 < TURNS ? far * HOMEWARDS : 0;

          back = MAX (back, far - most);
          if (far > 0)
            {
              circle->center.x += dx / far * back;
              circle->center.y += dy / far * back;
            }
        }
    }
}

GArray *
ctg_symbols_collect_circles (const CtgPlan    *plan,
                             const CtgMapPlot *plot,
                             double            width)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (CtgSymbolsCircle));
  CtgMapCircles circles;

  ctg_map_circles_init (&circles, plan, width);
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      CtgSymbolsCircle circle = { .i = i, .number = ctg_symbols_get_number (plan, i) };

      if (isnan (circle.number) || !ctg_geo_view_project (&plot->view, ctg_map_plot_find (plan->input->table, plan->rows[i])->center, &circle.center))
        continue;
      circle.diameter = circle.number != 0 ? ctg_map_circles_get_diameter (&circles, fabs (circle.number)) : CTG_SYMBOLS_ZERO_RING;
      circle.home = circle.center;
      g_array_append_val (list, circle);
    }
  g_array_sort (list, compare_circles);
  part (list, &circles);
  for (unsigned int k = 0; k < list->len; k++)
    keep_inside (plot->view.frame, &g_array_index (list, CtgSymbolsCircle, k));

  return list;
}

bool
ctg_symbols_any_moved (const CtgWords      *words,
                       const CtgMapCircles *circles)
{
  double size = words->input->spec->page_width;
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (CtgSymbolsCircle));
  CtgGeoView view;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_map_plot_get_extent (words->input->spec), ctg_rect (0, 0, size, size * 2));
  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      CtgSymbolsCircle circle = { .number = fabs (ctg_map_plot_get_number (ctg_words_get_estimate (words, i, 0))) };

      if (isnan (circle.number) || !ctg_geo_view_project (&view, ctg_map_plot_find (words->table, words->rows[i])->center, &circle.center))
        continue;
      circle.diameter = circle.number > 0 ? ctg_map_circles_get_diameter (circles, circle.number) : CTG_SYMBOLS_ZERO_RING;
      for (unsigned int k = 0; k < list->len; k++)
        {
          const CtgSymbolsCircle *other = &g_array_index (list, CtgSymbolsCircle, k);

          if (hypot (circle.center.x - other->center.x, circle.center.y - other->center.y) < (circle.diameter + other->diameter) / 2)
            return true;
        }
      g_array_append_val (list, circle);
    }

  return false;
}
