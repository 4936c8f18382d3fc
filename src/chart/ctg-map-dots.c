/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dot in the way looks for a place in rings around its country: first on the sea near by, then anywhere. */

#include "chart/ctg-map-dots.h"

#include <math.h>

/* A dot in points, and its share of the map where that is narrow. */
#define LEAST_SIZE 2.6
#define SHARE 0.0105
#define NEAR_RINGS 4
#define FAR_RINGS 9
#define N_DIRECTIONS 24
#define GAP 0.7 /* points between two dots */

double
ctg_map_dots_get_size (const CtgMapPlot *plot,
                       const CtgTheme   *theme)
{
  return MAX (LEAST_SIZE, MIN (theme->size * 0.5, plot->view.frame.width * SHARE));
}

static double
get_distance_to_line (CtgPoint point,
                      CtgPoint from,
                      CtgPoint to)
{
  double dx = to.x - from.x;
  double dy = to.y - from.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? CLAMP (((point.x - from.x) * dx + (point.y - from.y) * dy) / length2, 0, 1) : 0;

  return hypot (from.x + t * dx - point.x, from.y + t * dy - point.y);
}

/* Clear of the dots before it and their lines, of the homes of those after it, and inside the map. */
static bool
is_free (const CtgMapPlot *plot,
         const CtgMapDot  *dots,
         unsigned int      n_dots,
         unsigned int      which,
         CtgPoint          at,
         double            size)
{
  CtgRect frame = ctg_rect_inset (plot->view.frame, size);
  bool moved = at.x != dots[which].home.x || at.y != dots[which].home.y;

  if (moved && !ctg_rect_contains (frame, at.x, at.y))
    return false;

  for (unsigned int k = 0; k < n_dots; k++)
    {
      CtgPoint other = k < which ? dots[k].at : dots[k].home;

      if (k == which || (k > which && !moved))
        continue;
      if (hypot (at.x - other.x, at.y - other.y) < size + GAP)
        return false;
      /* A line may begin under a neighbour's dot, but crosses no other one. */
      if (k < which && moved && hypot (dots[which].home.x - other.x, dots[which].home.y - other.y) >= size / 2 + GAP &&
          get_distance_to_line (other, dots[which].home, at) < size / 2 + GAP / 2)
        return false;
      if (k < which && dots[k].moved && get_distance_to_line (at, dots[k].home, dots[k].at) < size / 2 + GAP / 2)
        return false;
    }

  return true;
}

static bool
is_sea (const CtgMapPlot *plot,
        CtgPoint          at,
        double            size)
{
  static const CtgPoint spots[] = { { 0, 0 }, { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 } };

  for (unsigned int k = 0; k < G_N_ELEMENTS (spots); k++)
    {
      CtgPoint spot = { at.x + spots[k].x * size * 0.5, at.y + spots[k].y * size * 0.5 };
      CtgPoint lonlat;

      if (!ctg_geo_view_invert (&plot->view, spot, &lonlat) || ctg_map_find_at (plot->world, lonlat) != NULL)
        return false;
    }

  return true;
}

static bool
move (const CtgMapPlot *plot,
      CtgMapDot        *dots,
      unsigned int      n_dots,
      unsigned int      which,
      double            size,
      unsigned int      n_rings,
      bool              sea)
{
  for (unsigned int ring = 0; ring < n_rings; ring++)
    {
      for (unsigned int d = 0; d < N_DIRECTIONS; d++)
        {
          double angle = 2 * G_PI * d / N_DIRECTIONS;
          double far = size * (1.3 + 0.8 * ring);
          CtgPoint at = { dots[which].home.x + far * cos (angle), dots[which].home.y + far * sin (angle) };

          if (!is_free (plot, dots, n_dots, which, at, size) || (sea && !is_sea (plot, at, size)))
            continue;
          dots[which].at = at;
          dots[which].moved = true;
          return true;
        }
    }

  return false;
}

void
ctg_map_dots_place (const CtgMapPlot *plot,
                    double            size,
                    CtgMapDot        *dots,
                    unsigned int      n_dots)
{
  for (unsigned int i = 0; i < n_dots; i++)
    {
      dots[i].at = dots[i].home;
      dots[i].moved = false;
      if (is_free (plot, dots, n_dots, i, dots[i].home, size) || move (plot, dots, n_dots, i, size, NEAR_RINGS, true))
        continue;
      move (plot, dots, n_dots, i, size, FAR_RINGS, false);
    }
}

void
ctg_map_dots_draw (CtgPen          *pen,
                   const CtgMapDot *dot,
                   double           size,
                   const CtgStyle  *style)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgColor color = ctg_color_mix (theme->ink, theme->paper, 0.25);
  CtgStyle line = ctg_style_stroke (color, 0.4);
  CtgStyle end = ctg_style_fill (color);

  if (dot->moved)
    {
      ctg_scene_builder_line (pen->canvas->builder, CTG_ROLE_MARK_PART, dot->home, dot->at, &line);
      ctg_scene_builder_symbol (pen->canvas->builder, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, dot->home, 1.2, &end);
    }
  ctg_scene_builder_symbol (pen->canvas->builder, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, dot->at, size, style);
}
