/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Unpacks the map. The bytes are our own, made at build time, so they are trusted; nothing here knows projections. */

#include "geo/ctg-map.h"

#include <math.h>
#include <string.h>

#include "geo/ctg-map-private.h"

typedef struct
{
  const unsigned char *at;
  const unsigned char *end;
} Reader;

static unsigned int
read_unsigned (Reader *reader)
{
  unsigned int value = 0;

  for (int shift = 0;; shift += 7)
    {
      g_assert (reader->at < reader->end);
      unsigned char byte = *reader->at++;

      value |= (byte & 127u) << shift;
      if (byte < 128)
        return value;
    }
}

static int
read_signed (Reader *reader)
{
  unsigned int value = read_unsigned (reader);

  return value & 1 ? -(int) (value >> 1) - 1 : (int) (value >> 1);
}

static const char *
read_text (Reader *reader)
{
  unsigned int length = read_unsigned (reader);
  const char *text = (const char *) reader->at;

  reader->at += length;
  g_assert (reader->at <= reader->end);
  return text;
}

static void
read_arc (Reader    *reader,
          CtgMapArc *arc)
{
  arc->n_points = read_unsigned (reader);

  CtgPoint *points = g_new (CtgPoint, arc->n_points);
  int x = 0;
  int y = 0;

  for (unsigned int i = 0; i < arc->n_points; i++)
    {
      x += read_signed (reader);
      y += read_signed (reader);
      points[i].x = x * ctg_map_transform[0] + ctg_map_transform[2];
      points[i].y = y * ctg_map_transform[1] + ctg_map_transform[3];
    }
  arc->points = points;
}

static void
read_ring (Reader     *reader,
           CtgMapRing *ring)
{
  ring->n_arcs = read_unsigned (reader);

  int *arcs = g_new (int, ring->n_arcs);

  for (unsigned int i = 0; i < ring->n_arcs; i++)
    arcs[i] = read_signed (reader);
  ring->arcs = arcs;
}

/* Walks along a ring from point to point, each beside the last one: longitudes go on beyond 180 rather than leap. */
typedef struct
{
  const CtgMap *map;
  const CtgMapRing *ring;
  unsigned int arc;
  unsigned int i;
  double shift;
  bool started;
  CtgPoint point;
} Walk;

static bool
walk (Walk *self)
{
  if (self->arc == self->ring->n_arcs)
    return false;

  int number = self->ring->arcs[self->arc];
  const CtgMapArc *arc = &self->map->arcs[number < 0 ? ~number : number];
  CtgPoint point = arc->points[number < 0 ? arc->n_points - 1 - self->i : self->i];

  point.x += self->shift;
  if (self->started && fabs (point.x - self->point.x) > 180)
    {
      double turn = point.x > self->point.x ? -360 : 360;

      self->shift += turn;
      point.x += turn;
    }
  self->point = point;
  self->started = true;
  if (++self->i == arc->n_points)
    {
      self->i = 0;
      self->arc++;
    }

  return true;
}

/* Extent, area (in reduced square degrees) and centroid of a ring, these by the shoelace formula. */
static double
measure_ring (const CtgMap *map,
              CtgMapRing   *ring,
              CtgPoint     *center)
{
  Walk now = { .map = map, .ring = ring };
  double twice_area = 0;
  double sum_x = 0;
  double sum_y = 0;

  walk (&now);
  ring->west = ring->east = now.point.x;
  ring->south = ring->north = now.point.y;
  for (CtgPoint before = now.point; walk (&now); before = now.point)
    {
      double cross = before.x * now.point.y - now.point.x * before.y;

      twice_area += cross;
      sum_x += (before.x + now.point.x) * cross;
      sum_y += (before.y + now.point.y) * cross;
      ring->west = MIN (ring->west, now.point.x);
      ring->east = MAX (ring->east, now.point.x);
      ring->south = MIN (ring->south, now.point.y);
      ring->north = MAX (ring->north, now.point.y);
    }

  if (fabs (twice_area) < 1e-9)
    {
      *center = now.point;
      return 0;
    }
  *center = (CtgPoint) { sum_x / (3 * twice_area), sum_y / (3 * twice_area) };
  return fabs (twice_area) / 2 * cos (center->y * G_PI / 180);
}

static void
read_country (Reader        *reader,
              const CtgMap  *map,
              CtgMapCountry *country)
{
  country->code = read_text (reader);
  country->name = read_text (reader);
  country->n_rings = read_unsigned (reader);

  CtgMapRing *rings = g_new (CtgMapRing, country->n_rings);

  for (unsigned int i = 0; i < country->n_rings; i++)
    {
      CtgPoint center;

      read_ring (reader, &rings[i]);

      double area = measure_ring (map, &rings[i], &center);

      if (i == 0 || area > country->area_deg2)
        {
          country->area_deg2 = area;
          country->center = center;
        }
    }
  country->rings = rings;
}

static CtgMap *
unpack (void)
{
  Reader reader = { ctg_map_bytes, ctg_map_bytes + ctg_map_n_bytes };
  CtgMap *map = g_new0 (CtgMap, 1);

  map->n_arcs = read_unsigned (&reader);
  CtgMapArc *arcs = g_new (CtgMapArc, map->n_arcs);
  for (unsigned int i = 0; i < map->n_arcs; i++)
    read_arc (&reader, &arcs[i]);
  map->arcs = arcs;

  map->n_countries = read_unsigned (&reader);
  CtgMapCountry *countries = g_new0 (CtgMapCountry, map->n_countries);
  for (unsigned int i = 0; i < map->n_countries; i++)
    read_country (&reader, map, &countries[i]);
  map->countries = countries;

  return map;
}

const CtgMap *
ctg_map_get_world (void)
{
  static gsize world;

  if (g_once_init_enter (&world))
    g_once_init_leave (&world, (gsize) unpack ());
  return (const CtgMap *) world;
}

const CtgMapCountry *
ctg_map_find_country (const CtgMap *self,
                      const char   *code)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (unsigned int i = 0; code != NULL && i < self->n_countries; i++)
    if (strcmp (self->countries[i].code, code) == 0)
      return &self->countries[i];
  return NULL;
}

/* By the number of borders that a line to the east crosses. */
static bool
is_inside (const CtgMap     *map,
           const CtgMapRing *ring,
           CtgPoint          place)
{
  Walk now = { .map = map, .ring = ring };
  bool inside = false;

  if (place.x < ring->west || place.x > ring->east || place.y < ring->south || place.y > ring->north)
    return false;

  walk (&now);
  for (CtgPoint before = now.point; walk (&now); before = now.point)
    if ((before.y > place.y) != (now.point.y > place.y) &&
        place.x < before.x + (place.y - before.y) / (now.point.y - before.y) * (now.point.x - before.x))
      inside = !inside;

  return inside;
}

const CtgMapCountry *
ctg_map_find_at (const CtgMap *self,
                 CtgPoint      place)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (unsigned int c = 0; c < self->n_countries; c++)
    {
      const CtgMapCountry *country = &self->countries[c];
      bool inside = false;

      for (unsigned int r = 0; r < country->n_rings; r++)
        for (int turn = -360; turn <= 360; turn += 360)
          inside ^= is_inside (self, &country->rings[r], (CtgPoint) { place.x + turn, place.y });
      if (inside)
        return country;
    }

  return NULL;
}
