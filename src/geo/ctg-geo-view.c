/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From rings of degrees to polygons of points. The order matters: arcs are simplified one by one, in degrees, so that two countries
* keep the same border; rings are unwrapped around the central meridian, cut at the far one, projected, and clipped to the frame. */

#include "geo/ctg-geo-view.h"

#include <math.h>
#include <string.h>

#define DENSE_DEG 2.0 /* longest step along the map's edge and along long straight lines */

static const CtgGeoExtent extents[] = {
  { "world", -180, 180, -57, 84 },
  { "europe", -25, 45, 34, 71.5 },
  { "middle-east-north-africa", -18, 63.5, 11, 43 },
  { "central-asia", 45, 88, 34, 56 },
  { "southeast-asia", 88, 150, -11.5, 29 },
};

const CtgGeoExtent *
ctg_geo_extent_find (const char *id)
{
  for (unsigned int i = 0; id != NULL && i < G_N_ELEMENTS (extents); i++)
    if (strcmp (extents[i].id, id) == 0)
      return &extents[i];
  return NULL;
}

/* The extent's edge in the projection's own units. */
static CtgRect
project_extent (const CtgGeoExtent  *extent,
                const CtgProjection *projection)
{
  double half = (extent->east - extent->west) / 2;
  CtgPoint first = projection->forward (-half, extent->south);
  CtgRect bounds = { first.x, first.y, 0, 0 };

  for (int i = 0; i <= 40; i++)
    {
      double latitude = extent->south + (extent->north - extent->south) * i / 40;
      CtgPoint point = projection->forward (half, latitude);

      bounds.x = MIN (bounds.x, -point.x);
      bounds.width = MAX (bounds.width, 2 * point.x);
      bounds.height = MAX (bounds.height, point.y - bounds.y);
    }
  return bounds;
}

double
ctg_geo_extent_get_aspect (const CtgGeoExtent  *extent,
                           const CtgProjection *projection)
{
  CtgRect bounds = project_extent (extent, projection);

  return bounds.height / bounds.width;
}

void
ctg_geo_view_init (CtgGeoView          *self,
                   const CtgProjection *projection,
                   const CtgGeoExtent  *extent,
                   CtgRect              frame)
{
  CtgRect bounds = project_extent (extent, projection);
  double scale = MIN (frame.width / bounds.width, frame.height / bounds.height);

  self->projection = projection;
  self->central = (extent->west + extent->east) / 2;
  self->scale = scale;
  self->frame = ctg_rect (frame.x + (frame.width - bounds.width * scale) / 2, frame.y + (frame.height - bounds.height * scale) / 2,
                          bounds.width * scale, bounds.height * scale);
  self->origin.x = self->frame.x - bounds.x * scale;
  self->origin.y = self->frame.y + (bounds.y + bounds.height) * scale;
}

static CtgPoint
place (const CtgGeoView *self,
       double            longitude, /* from the central meridian */
       double            latitude)
{
  CtgPoint point = self->projection->forward (longitude, latitude);

  return (CtgPoint) { self->origin.x + point.x * self->scale, self->origin.y - point.y * self->scale };
}

static double
turn (double longitude)
{
  return longitude - 360 * floor ((longitude + 180) / 360);
}

bool
ctg_geo_view_project (const CtgGeoView *self,
                      CtgPoint          lonlat,
                      CtgPoint         *point)
{
  *point = place (self, turn (lonlat.x - self->central), lonlat.y);
  return ctg_rect_contains (self->frame, point->x, point->y);
}

bool
ctg_geo_view_invert (const CtgGeoView *self,
                     CtgPoint          point,
                     CtgPoint         *lonlat)
{
  CtgPoint on_sphere = { (point.x - self->origin.x) / self->scale, (self->origin.y - point.y) / self->scale };

  if (!self->projection->inverse (on_sphere, &lonlat->x, &lonlat->y))
    return false;

  lonlat->x = turn (lonlat->x + self->central);
  return true;
}

void
ctg_geo_path_init (CtgGeoPath *self)
{
  self->points = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  self->ends = g_array_new (FALSE, FALSE, sizeof (unsigned int));
}

void
ctg_geo_path_clear (CtgGeoPath *self)
{
  g_array_unref (self->points);
  g_array_unref (self->ends);
}

/* ---- rings ---- */

/* Appends the arc without its first point when the ring has points already. A point is kept when it is more than tolerance degrees
 * from the last kept one, measured from the arc's own start whichever way it is walked, so that both neighbours keep the same points. */
static void
append_arc (GArray          *ring,
            const CtgMapArc *arc,
            bool             backwards,
            double           tolerance_deg)
{
  unsigned int first = ring->len;
  CtgPoint kept = { 0, 0 };

  for (unsigned int i = 0; i < arc->n_points; i++)
    {
      CtgPoint point = arc->points[i];
      bool end = i == 0 || i == arc->n_points - 1;
      double dx = (point.x - kept.x) * cos (point.y * G_PI / 180);
      double dy = point.y - kept.y;

      if (!end && dx * dx + dy * dy < tolerance_deg * tolerance_deg)
        continue;
      kept = point;
      g_array_append_val (ring, point);
    }

  if (backwards)
    for (unsigned int a = first, b = ring->len - 1; a < b; a++, b--)
      {
        CtgPoint point = g_array_index (ring, CtgPoint, a);

        g_array_index (ring, CtgPoint, a) = g_array_index (ring, CtgPoint, b);
        g_array_index (ring, CtgPoint, b) = point;
      }
  if (first > 0)
    g_array_remove_index (ring, first);
}

/* Turns the ring about the central meridian and takes out jumps of a whole turn; a long straight step gets points of its own. */
static void
unwrap (const GArray *ring,
        double        central,
        GArray       *unwrapped)
{
  double shift = 0;

  g_array_set_size (unwrapped, 0);
  for (unsigned int i = 0; i < ring->len; i++)
    {
      CtgPoint point = g_array_index (ring, CtgPoint, i);

      point.x += shift - central;
      if (i > 0)
        {
          CtgPoint before = g_array_index (unwrapped, CtgPoint, unwrapped->len - 1);

          if (fabs (point.x - before.x) > 180)
            {
              double full = point.x > before.x ? -360 : 360;

              shift += full;
              point.x += full;
            }

          int n_steps = (int) ceil (hypot (point.x - before.x, point.y - before.y) / (2 * DENSE_DEG));

          for (int k = 1; k < n_steps; k++)
            {
              CtgPoint between = { before.x + (point.x - before.x) * k / n_steps, before.y + (point.y - before.y) * k / n_steps };

              g_array_append_val (unwrapped, between);
            }
        }
      g_array_append_val (unwrapped, point);
    }
}

/* A ring around the pole comes back a whole turn away from its start: close it over the pole. */
static void
close_over_pole (GArray *ring)
{
  CtgPoint first = g_array_index (ring, CtgPoint, 0);
  CtgPoint last = g_array_index (ring, CtgPoint, ring->len - 1);

  if (fabs (last.x - first.x) < 180)
    return;

  double pole = first.y < 0 ? -90 : 90;

  for (int k = 0; k <= 180; k++)
    {
      CtgPoint point = { last.x + (first.x - last.x) * k / 180, pole };

      g_array_append_val (ring, point);
    }
}

/* ---- clipping: Sutherland and Hodgman (1974), one half plane at a time ---- */

typedef struct
{
  bool vertical; /* the edge is x = at, else y = at */
  bool upper;    /* keep what is below or left of it */
  double at;
} Edge;

static double
inside_by (Edge     edge,
           CtgPoint point)
{
  double coordinate = edge.vertical ? point.x : point.y;

  return edge.upper ? edge.at - coordinate : coordinate - edge.at;
}

static void
clip (const GArray *from,
      Edge          edge,
      bool          dense,
      GArray       *to)
{
  g_array_set_size (to, 0);
  for (unsigned int i = 0; i < from->len; i++)
    {
      CtgPoint a = g_array_index (from, CtgPoint, i == 0 ? from->len - 1 : i - 1);
      CtgPoint b = g_array_index (from, CtgPoint, i);
      double da = inside_by (edge, a);
      double db = inside_by (edge, b);

      if ((da >= 0) != (db >= 0))
        {
          double t = da / (da - db);
          CtgPoint cut = { a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t };

          if (edge.vertical)
            cut.x = edge.at;
          else
            cut.y = edge.at;
          /* Along the far meridian the map's edge is curved: follow it. */
          if (dense && db >= 0 && to->len > 0)
            {
              CtgPoint left = g_array_index (to, CtgPoint, to->len - 1);
              int n_steps = (int) ceil (fabs (cut.y - left.y) / DENSE_DEG);

              for (int k = 1; k < n_steps && left.x == edge.at; k++)
                {
                  CtgPoint between = { edge.at, left.y + (cut.y - left.y) * k / n_steps };

                  g_array_append_val (to, between);
                }
            }
          g_array_append_val (to, cut);
        }
      if (db >= 0)
        g_array_append_val (to, b);
    }
}

static bool
straddles (const GArray *points,
           Edge          edge)
{
  for (unsigned int i = 0; i < points->len; i++)
    if (inside_by (edge, g_array_index (points, CtgPoint, i)) < 0)
      return true;
  return false;
}

/* Clips in place, with spare as the other buffer; the buffers may change places. */
static void
clip_to (GArray **points,
         GArray **spare,
         Edge     edge,
         bool     dense)
{
  if (!straddles (*points, edge))
    return;
  clip (*points, edge, dense, *spare);

  GArray *full = *spare;

  *spare = *points;
  *points = full;
}

static void
emit (const CtgGeoView *self,
      GArray          **points,
      GArray          **spare,
      CtgGeoPath       *path)
{
  CtgRect frame = self->frame;
  Edge sides[] = {
    { true, false, frame.x }, { true, true, frame.x + frame.width }, { false, false, frame.y }, { false, true, frame.y + frame.height },
  };

  for (unsigned int i = 0; i < (*points)->len; i++)
    {
      CtgPoint *point = &g_array_index (*points, CtgPoint, i);

      *point = place (self, point->x, point->y);
    }
  for (unsigned int i = 0; i < G_N_ELEMENTS (sides) && (*points)->len > 0; i++)
    clip_to (points, spare, sides[i], false);

  if ((*points)->len < 3)
    return;
  g_array_append_vals (path->points, (*points)->data, (*points)->len);
  g_array_append_val (path->ends, path->points->len);
}

/* The ring may lie a turn to the left or right of the map: each of its three images is cut to the map's own 360 degrees. */
static void
add_unwrapped (const CtgGeoView *self,
               const GArray     *ring,
               CtgGeoPath       *path)
{
  GArray *points = g_array_sized_new (FALSE, FALSE, sizeof (CtgPoint), ring->len);
  GArray *spare = g_array_sized_new (FALSE, FALSE, sizeof (CtgPoint), ring->len);

  for (int k = -1; k <= 1; k++)
    {
      bool within = false;

      g_array_set_size (points, 0);
      for (unsigned int i = 0; i < ring->len; i++)
        {
          CtgPoint point = g_array_index (ring, CtgPoint, i);

          point.x += 360 * k;
          within |= point.x > -180 && point.x < 180;
          g_array_append_val (points, point);
        }
      if (!within)
        continue;
      clip_to (&points, &spare, (Edge) { true, false, -180 }, true);
      clip_to (&points, &spare, (Edge) { true, true, 180 }, true);
      if (points->len >= 3)
        emit (self, &points, &spare, path);
    }

  g_array_unref (points);
  g_array_unref (spare);
}

void
ctg_geo_view_add_country (const CtgGeoView    *self,
                          const CtgMap        *map,
                          const CtgMapCountry *country,
                          double               tolerance,
                          CtgGeoPath          *path)
{
  g_return_if_fail (self != NULL && map != NULL && country != NULL && path != NULL);

  g_autoptr(GArray) ring = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  g_autoptr(GArray) unwrapped = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  double tolerance_deg = tolerance / self->scale * 180 / G_PI;

  for (unsigned int r = 0; r < country->n_rings; r++)
    {
      g_array_set_size (ring, 0);
      for (unsigned int a = 0; a < country->rings[r].n_arcs; a++)
        {
          int number = country->rings[r].arcs[a];

          append_arc (ring, &map->arcs[number < 0 ? ~number : number], number < 0, tolerance_deg);
        }
      if (ring->len < 4)
        continue;
      unwrap (ring, self->central, unwrapped);
      close_over_pole (unwrapped);
      add_unwrapped (self, unwrapped, path);
    }
}

/* ---- borders ---- */

/* Whether each arc has a different country on either side: one that a single country uses is a coast, or its own far meridian. */
static bool *
find_shared_arcs (const CtgMap *map)
{
  bool *shared = g_new0 (bool, map->n_arcs + 1);
  g_autofree const CtgMapCountry **owners = g_new0 (const CtgMapCountry *, map->n_arcs + 1);

  for (unsigned int c = 0; c < map->n_countries; c++)
    {
      const CtgMapCountry *country = &map->countries[c];

      for (unsigned int r = 0; r < country->n_rings; r++)
        for (unsigned int a = 0; a < country->rings[r].n_arcs; a++)
          {
            int number = country->rings[r].arcs[a];
            unsigned int arc = number < 0 ? ~number : number;

            if (owners[arc] == NULL)
              owners[arc] = country;
            else if (owners[arc] != country)
              shared[arc] = true;
          }
    }

  return shared;
}

/* The part of a straight line inside the frame (Liang and Barsky 1984); FALSE where there is none. */
static bool
clip_line (CtgRect   frame,
           CtgPoint *from,
           CtgPoint *to)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double p[4] = { -dx, dx, -dy, dy };
  double q[4] = { from->x - frame.x, frame.x + frame.width - from->x, from->y - frame.y, frame.y + frame.height - from->y };
  double t0 = 0, t1 = 1;

  for (unsigned int k = 0; k < 4; k++)
    {
      if (p[k] == 0 && q[k] < 0)
        return false;
      if (p[k] < 0)
        t0 = MAX (t0, q[k] / p[k]);
      else if (p[k] > 0)
        t1 = MIN (t1, q[k] / p[k]);
    }
  if (t0 >= t1)
    return false;

  CtgPoint start = *from;

  *from = (CtgPoint) { start.x + t0 * dx, start.y + t0 * dy };
  *to = (CtgPoint) { start.x + t1 * dx, start.y + t1 * dy };
  return true;
}

static void
end_line (CtgGeoPath *path)
{
  unsigned int before = path->ends->len > 0 ? g_array_index (path->ends, unsigned int, path->ends->len - 1) : 0;

  if (path->points->len > before)
    g_array_append_val (path->ends, path->points->len);
}

static void
add_border (const CtgGeoView *self,
            const GArray     *points,
            CtgGeoPath       *path)
{
  for (unsigned int i = 1; i < points->len; i++)
    {
      CtgPoint a = g_array_index (points, CtgPoint, i - 1);
      CtgPoint b = g_array_index (points, CtgPoint, i);
      CtgPoint from = place (self, turn (a.x - self->central), a.y);
      CtgPoint to = place (self, turn (b.x - self->central), b.y);
      bool leaps = fabs (turn (b.x - self->central) - turn (a.x - self->central)) > 180;

      if (leaps || !clip_line (self->frame, &from, &to))
        {
          end_line (path);
          continue;
        }

      CtgPoint last = path->points->len > 0 ? g_array_index (path->points, CtgPoint, path->points->len - 1) : (CtgPoint) { NAN, NAN };
      bool open = path->ends->len == 0 ? path->points->len > 0 : g_array_index (path->ends, unsigned int, path->ends->len - 1) < path->points->len;

      if (!open || last.x != from.x || last.y != from.y)
        {
          end_line (path);
          g_array_append_val (path->points, from);
        }
      g_array_append_val (path->points, to);
    }
  end_line (path);
}

void
ctg_geo_view_add_borders (const CtgGeoView *self,
                          const CtgMap     *map,
                          double            tolerance,
                          CtgGeoPath       *path)
{
  g_return_if_fail (self != NULL && map != NULL && path != NULL);

  g_autofree bool *shared = find_shared_arcs (map);
  g_autoptr(GArray) points = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  double tolerance_deg = tolerance / self->scale * 180 / G_PI;

  for (unsigned int a = 0; a < map->n_arcs; a++)
    {
      if (!shared[a])
        continue;
      g_array_set_size (points, 0);
      append_arc (points, &map->arcs[a], false, tolerance_deg);
      add_border (self, points, path);
    }
}

void
ctg_geo_view_add_sphere (const CtgGeoView *self,
                         CtgGeoPath       *path)
{
  GArray *ring = g_array_new (FALSE, FALSE, sizeof (CtgPoint));
  GArray *spare = g_array_new (FALSE, FALSE, sizeof (CtgPoint));

  for (int side = -1; side <= 1; side += 2)
    for (int i = 0; i <= 90; i++)
      {
        CtgPoint point = { side * 180, side *(i * 2 - 90) };

        g_array_append_val (ring, point);
      }
  emit (self, &ring, &spare, path);

  g_array_unref (ring);
  g_array_unref (spare);
}
