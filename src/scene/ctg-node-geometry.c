/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bounds of nodes and distances to them. Shapes are taken as painted: curves exactly for bounds, as short lines for
 * distances. Must not look at more than the one node. */

#include "scene/ctg-node-geometry.h"

#include <math.h>

#include "scene/ctg-symbol.h"

#define CURVE_STEPS 16 /* lines a curve becomes for picking; a figure's curves are short */

typedef struct
{
  double x0, y0, x1, y1;
} Extent;

#define EXTENT_NONE ((Extent) { INFINITY, INFINITY, -INFINITY, -INFINITY })

static void
extend (Extent *extent,
        double  x,
        double  y)
{
  extent->x0 = fmin (extent->x0, x);
  extent->y0 = fmin (extent->y0, y);
  extent->x1 = fmax (extent->x1, x);
  extent->y1 = fmax (extent->y1, y);
}

static CtgRect
extent_to_rect (Extent extent,
                double margin)
{
  if (!(extent.x0 <= extent.x1))
    return ctg_rect (0, 0, 0, 0);

  return ctg_rect (extent.x0 - margin, extent.y0 - margin, extent.x1 - extent.x0 + 2 * margin, extent.y1 - extent.y0 + 2 * margin);
}

static double
half_stroke (const CtgNode *node)
{
  return ctg_style_has_stroke (node->style) ? node->style->stroke_width / 2 : 0;
}

/* ---- bounds ---- */

static double
curve_at (double p0,
          double p1,
          double p2,
          double p3,
          double t)
{
  double s = 1 - t;

  return s * s * s * p0 + 3 * s * s * t * p1 + 3 * s * t * t * p2 + t * t * t * p3;
}

/* The parameters in (0, 1) where a cubic's derivative is zero: at² + bt + c. */
static unsigned int
curve_extremes (double p0,
                double p1,
                double p2,
                double p3,
                double t[2])
{
  double a = -p0 + 3 * p1 - 3 * p2 + p3;
  double b = 2 * (p0 - 2 * p1 + p2);
  double c = p1 - p0;
  double d = b * b - 4 * a * c;
  double roots[2] = { -1, -1 };
  unsigned int n = 0;

  if (fabs (a) > 1e-12 && d >= 0)
    {
      roots[0] = (-b + sqrt (d)) / (2 * a);
      roots[1] = (-b - sqrt (d)) / (2 * a);
    }
  else if (fabs (a) <= 1e-12 && fabs (b) > 1e-12)
    {
      roots[0] = -c / b;
    }

  for (unsigned int i = 0; i < 2; i++)
    if (roots[i] > 0 && roots[i] < 1)
      t[n++] = roots[i];

  return n;
}

static void
extend_curve (Extent         *extent,
              CtgPoint        from,
              const CtgPoint *p)
{
  double t[4];
  unsigned int n = curve_extremes (from.x, p[0].x, p[1].x, p[2].x, t);

  n += curve_extremes (from.y, p[0].y, p[1].y, p[2].y, t + n);
  for (unsigned int i = 0; i < n; i++)
    extend (extent, curve_at (from.x, p[0].x, p[1].x, p[2].x, t[i]), curve_at (from.y, p[0].y, p[1].y, p[2].y, t[i]));
  extend (extent, p[2].x, p[2].y);
}

static CtgRect
get_path_bounds (const CtgNode *node)
{
  Extent extent = EXTENT_NONE;
  const CtgPoint *p = node->path.points;
  CtgPoint current = { 0, 0 };

  for (unsigned int i = 0; i < node->path.n_verbs; i++)
    {
      switch (node->path.verbs[i])
        {
        case CTG_PATH_MOVE:
        case CTG_PATH_LINE:
          current = *p++;
          extend (&extent, current.x, current.y);
          break;

        case CTG_PATH_CURVE:
          extend_curve (&extent, current, p);
          current = p[2];
          p += 3;
          break;

        case CTG_PATH_CLOSE:
        default:
          break;
        }
    }

  return extent_to_rect (extent, half_stroke (node));
}

/* A butt end adds nothing along the line. */
static CtgRect
get_line_bounds (const CtgNode *node)
{
  Extent extent = EXTENT_NONE;
  double dx = node->line.to.x - node->line.from.x;
  double dy = node->line.to.y - node->line.from.y;
  double length = hypot (dx, dy);
  double half = half_stroke (node);
  double mx = half, my = half;

  if (node->style->cap == CTG_CAP_BUTT && node->style->dash != CTG_DASH_DOTTED && length > 0)
    {
      mx = half * fabs (dy) / length;
      my = half * fabs (dx) / length;
    }

  extend (&extent, node->line.from.x - mx, node->line.from.y - my);
  extend (&extent, node->line.from.x + mx, node->line.from.y + my);
  extend (&extent, node->line.to.x - mx, node->line.to.y - my);
  extend (&extent, node->line.to.x + mx, node->line.to.y + my);

  return extent_to_rect (extent, 0);
}

static CtgRect
get_symbol_bounds (const CtgNode *node)
{
  CtgPoint center = node->symbol.center;
  double radius = node->symbol.size / 2;
  Extent extent = { center.x - radius, center.y - radius, center.x + radius, center.y + radius };
  CtgPoint points[CTG_SYMBOL_MAX_POINTS];
  unsigned int n_points = ctg_symbol_get_outline (node->symbol.symbol, center, node->symbol.size, points);

  if (n_points > 0)
    extent = EXTENT_NONE;
  for (unsigned int i = 0; i < n_points; i++)
    extend (&extent, points[i].x, points[i].y);

  return extent_to_rect (extent, half_stroke (node));
}

/* The box of the line before rotation, relative to the baseline point. */
static CtgRect
get_text_box (const CtgNode *node)
{
  const CtgTextExtents *extents = &node->text->extents;
  double x = node->text->anchor == CTG_ANCHOR_LEFT ? 0 : node->text->anchor == CTG_ANCHOR_MIDDLE ? -extents->width / 2 : -extents->width;

  return ctg_rect (x, -extents->ascent, extents->width, extents->ascent + extents->descent);
}

static CtgRect
get_text_bounds (const CtgNode *node)
{
  Extent extent = EXTENT_NONE;
  CtgRect box = get_text_box (node);
  double angle = node->text->angle_deg * G_PI / 180;
  double c = node->text->angle_deg == 0 ? 1 : cos (angle);
  double s = node->text->angle_deg == 0 ? 0 : sin (angle);

  for (unsigned int corner = 0; corner < 4; corner++)
    {
      double x = box.x + (corner & 1 ? box.width : 0);
      double y = box.y + (corner & 2 ? box.height : 0);

      extend (&extent, node->text->baseline.x + x * c - y * s, node->text->baseline.y + x * s + y * c);
    }

  return extent_to_rect (extent, 0);
}

static CtgRect
get_rect_bounds (const CtgNode *node)
{
  double half = half_stroke (node);
  CtgRect rect = node->rect.rect;

  return ctg_rect (rect.x - half, rect.y - half, rect.width + 2 * half, rect.height + 2 * half);
}

CtgRect
ctg_node_get_painted_bounds (const CtgNode *node)
{
  switch (node->kind)
    {
    case CTG_NODE_RECT:
      return get_rect_bounds (node);

    case CTG_NODE_LINE:
      return get_line_bounds (node);

    case CTG_NODE_PATH:
      return get_path_bounds (node);

    case CTG_NODE_SYMBOL:
      return get_symbol_bounds (node);

    case CTG_NODE_TEXT:
      return get_text_bounds (node);

    case CTG_NODE_GROUP:
    default:
      g_assert_not_reached ();
    }
}

/* ---- distances ---- */

static double
distance_to_rect (CtgRect rect,
                  double  x,
                  double  y)
{
  double dx = fmax (fmax (rect.x - x, x - rect.x - rect.width), 0);
  double dy = fmax (fmax (rect.y - y, y - rect.y - rect.height), 0);

  return hypot (dx, dy);
}

/* The nearest distance to a chain of lines, and how often the chain winds about the point. */
typedef struct
{
  double x, y;
  double nearest;
  int winding;
} Probe;

static void
probe_line (Probe   *probe,
            CtgPoint a,
            CtgPoint b,
            bool     painted)
{
  double dx = b.x - a.x, dy = b.y - a.y;
  double length2 = dx * dx + dy * dy;
  double t = length2 > 0 ? CLAMP (((probe->x - a.x) * dx + (probe->y - a.y) * dy) / length2, 0, 1) : 0;
  double side = dx * (probe->y - a.y) - dy * (probe->x - a.x);

  if (painted)
    probe->nearest = fmin (probe->nearest, hypot (a.x + t * dx - probe->x, a.y + t * dy - probe->y));
  if (a.y <= probe->y && b.y > probe->y && side > 0)
    probe->winding++;
  else if (a.y > probe->y && b.y <= probe->y && side < 0)
    probe->winding--;
}

static CtgPoint
probe_curve (Probe          *probe,
             CtgPoint        from,
             const CtgPoint *p)
{
  CtgPoint a = from;

  for (unsigned int i = 1; i <= CURVE_STEPS; i++)
    {
      double t = i / (double) CURVE_STEPS;
      CtgPoint b = { curve_at (from.x, p[0].x, p[1].x, p[2].x, t), curve_at (from.y, p[0].y, p[1].y, p[2].y, t) };

      probe_line (probe, a, b, true);
      a = b;
    }

  return a;
}

static void
probe_path (Probe         *probe,
            const CtgNode *node)
{
  const CtgPoint *p = node->path.points;
  CtgPoint start = { 0, 0 }, current = { 0, 0 };

  for (unsigned int i = 0; i < node->path.n_verbs; i++)
    {
      switch (node->path.verbs[i])
        {
        case CTG_PATH_MOVE:
          probe_line (probe, current, start, false); /* filling closes what was open */
          start = current = *p++;
          break;

        case CTG_PATH_LINE:
          probe_line (probe, current, *p, true);
          current = *p++;
          break;

        case CTG_PATH_CURVE:
          current = probe_curve (probe, current, p);
          p += 3;
          break;

        case CTG_PATH_CLOSE:
          probe_line (probe, current, start, true);
          current = start;
          break;

        default:
          g_assert_not_reached ();
        }
    }
  probe_line (probe, current, start, false);
}

static double
distance_to_path (const CtgNode *node,
                  double         x,
                  double         y)
{
  Probe probe = { x, y, INFINITY, 0 };

  probe_path (&probe, node);
  if (probe.winding != 0 && (ctg_color_is_visible (node->style->fill) || node->style->hatch != CTG_HATCH_NONE))
    return 0;

  return fmax (probe.nearest - half_stroke (node), 0);
}

static double
distance_to_symbol (const CtgNode *node,
                    double         x,
                    double         y)
{
  Probe probe = { x, y, INFINITY, 0 };
  CtgPoint center = node->symbol.center;
  CtgPoint points[CTG_SYMBOL_MAX_POINTS];
  unsigned int n_points = ctg_symbol_get_outline (node->symbol.symbol, center, node->symbol.size, points);

  if (n_points == 0)
    return fmax (hypot (x - center.x, y - center.y) - node->symbol.size / 2 - half_stroke (node), 0);

  for (unsigned int i = 0; i < n_points; i++)
    probe_line (&probe, points[i], points[(i + 1) % n_points], true);

  return probe.winding != 0 ? 0 : fmax (probe.nearest - half_stroke (node), 0);
}

static double
distance_to_line (const CtgNode *node,
                  double         x,
                  double         y)
{
  Probe probe = { x, y, INFINITY, 0 };

  probe_line (&probe, node->line.from, node->line.to, true);

  return fmax (probe.nearest - half_stroke (node), 0);
}

static double
distance_to_text (const CtgNode *node,
                  double         x,
                  double         y)
{
  double angle = -node->text->angle_deg * G_PI / 180;
  double dx = x - node->text->baseline.x;
  double dy = y - node->text->baseline.y;

  return distance_to_rect (get_text_box (node), dx * cos (angle) - dy * sin (angle), dx * sin (angle) + dy * cos (angle));
}

double
ctg_node_get_distance (const CtgNode *node,
                       double         x,
                       double         y)
{
  switch (node->kind)
    {
    case CTG_NODE_RECT:
      return distance_to_rect (node->bounds, x, y);

    case CTG_NODE_LINE:
      return distance_to_line (node, x, y);

    case CTG_NODE_PATH:
      return distance_to_path (node, x, y);

    case CTG_NODE_SYMBOL:
      return distance_to_symbol (node, x, y);

    case CTG_NODE_TEXT:
      return distance_to_text (node, x, y);

    case CTG_NODE_GROUP:
    default:
      g_assert_not_reached ();
    }
}
