/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The projection against PROJ, and countries as polygons: no segment leaps across the map, areas keep their proportions, nothing leaves the frame. */

#include "geo/ctg-geo-view.h"

#include <math.h>

#include "ctg-test.h"

static const char *const extents[] = { "world", "europe", "middle-east-north-africa", "central-asia", "southeast-asia" };

/* equal-earth.txt is written by make-equal-earth. Along the map's edge PROJ may choose either end: it is told apart by the sign. */
static void
test_projection (void)
{
  g_autofree char *fixture = ctg_test_load ("unit/geo/equal-earth.txt", NULL);
  g_auto(GStrv) lines = g_strsplit (fixture, "\n", -1);
  unsigned int n = 0;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      g_auto(GStrv) numbers = g_strsplit_set (lines[i], " \t", -1);
      double longitude = g_ascii_strtod (numbers[0], NULL);
      double latitude = g_ascii_strtod (numbers[1], NULL);
      CtgPoint point = ctg_projection_equal_earth.forward (longitude, latitude);
      double back_longitude;
      double back_latitude;

      g_assert_cmpfloat_with_epsilon (fabs (longitude) == 180 ? fabs (point.x) : point.x,
                                      fabs (longitude) == 180 ? fabs (g_ascii_strtod (numbers[2], NULL)) : g_ascii_strtod (numbers[2], NULL), 1e-6);
      g_assert_cmpfloat_with_epsilon (point.y, g_ascii_strtod (numbers[3], NULL), 1e-6);
      n++;

      if (fabs (latitude) == 90)
        continue;
      g_assert_true (ctg_projection_equal_earth.inverse (point, &back_longitude, &back_latitude));
      g_assert_cmpfloat_with_epsilon (back_longitude, longitude, 1e-6);
      g_assert_cmpfloat_with_epsilon (back_latitude, latitude, 1e-6);
    }
  g_assert_cmpuint (n, ==, 25 * 19);
}

static void
test_outside (void)
{
  double longitude;
  double latitude;

  g_assert_false (ctg_projection_equal_earth.inverse ((CtgPoint) { 0, 2 }, &longitude, &latitude));
  g_assert_false (ctg_projection_equal_earth.inverse ((CtgPoint) { 3, 0 }, &longitude, &latitude));
}

static double
get_area (const CtgGeoPath *path)
{
  double sum = 0;
  unsigned int start = 0;

  for (unsigned int k = 0; k < path->ends->len; k++)
    {
      unsigned int end = g_array_index (path->ends, unsigned int, k);
      double twice = 0;

      for (unsigned int i = start; i < end; i++)
        {
          CtgPoint a = g_array_index (path->points, CtgPoint, i);
          CtgPoint b = g_array_index (path->points, CtgPoint, i + 1 < end ? i + 1 : start);

          twice += a.x * b.y - b.x * a.y;
        }
      sum += twice / 2;
      start = end;
    }

  return fabs (sum);
}

static double
get_country_area (const CtgGeoView *view,
                  const char       *code,
                  double            tolerance)
{
  const CtgMap *map = ctg_map_get_world ();
  CtgGeoPath path;

  ctg_geo_path_init (&path);
  ctg_geo_view_add_country (view, map, ctg_map_find_country (map, code), tolerance, &path);

  double area = get_area (&path);

  ctg_geo_path_clear (&path);
  return area;
}

/* Equal Earth keeps areas: the projected outline of a cell of the graticule encloses what the cell has on the unit sphere, its width times
 * the difference of the sines of its parallels (radians; Archimedes). */
static void
test_areas (void)
{
  enum { STEPS = 400 };

  for (int south = -90; south < 90; south += 15)
    for (int west = -180; west < 180; west += 45)
      {
        const CtgPoint corners[] = { { west, south }, { west + 45, south }, { west + 45, south + 15 }, { west, south + 15 }, { west, south } };
        double expected = 45 * G_PI / 180 * (sin ((south + 15) * G_PI / 180) - sin (south * G_PI / 180));
        CtgPoint before = ctg_projection_equal_earth.forward (west, south);
        double twice_area = 0;

        for (int side = 0; side < 4; side++)
          for (int step = 1; step <= STEPS; step++)
            {
              double t = (double) step / STEPS;
              CtgPoint point = ctg_projection_equal_earth.forward (corners[side].x + (corners[side + 1].x - corners[side].x) * t,
                                                                   corners[side].y + (corners[side + 1].y - corners[side].y) * t);

              twice_area += before.x * point.y - point.x * before.y;
              before = point;
            }
        g_assert_cmpfloat_with_epsilon (twice_area / 2, expected, 1e-5);
      }
}

/* Countries on both sides of the far meridian are cut there; a ring around the pole is closed over it. No step is longer than the four
 * degrees between extra points, as the projection stretches them, but for steps along the edge of the frame. */
static void
test_no_leaps (void)
{
  const CtgMap *map = ctg_map_get_world ();

  for (unsigned int e = 0; e < G_N_ELEMENTS (extents); e++)
    {
      CtgGeoView view;

      ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_geo_extent_find (extents[e]), ctg_rect (10, 20, 500, 500));

      double most = 6 * G_PI / 180 * view.scale;

      for (unsigned int c = 0; c < map->n_countries; c++)
        {
          CtgGeoPath path;
          unsigned int start = 0;

          ctg_geo_path_init (&path);
          ctg_geo_view_add_country (&view, map, &map->countries[c], 0.3, &path);
          for (unsigned int k = 0; k < path.ends->len; k++)
            {
              unsigned int end = g_array_index (path.ends, unsigned int, k);

              g_assert_cmpuint (end - start, >=, 3);
              for (unsigned int i = start; i < end; i++)
                {
                  CtgPoint a = g_array_index (path.points, CtgPoint, i);
                  CtgPoint b = g_array_index (path.points, CtgPoint, i + 1 < end ? i + 1 : start);
                  CtgRect frame = view.frame;
                  bool along_edge = (a.x == b.x && (a.x == frame.x || a.x == frame.x + frame.width)) ||
                                    (a.y == b.y && (a.y == frame.y || a.y == frame.y + frame.height));

                  g_assert_true (a.x >= frame.x - 1e-9 && a.x <= frame.x + frame.width + 1e-9);
                  g_assert_true (a.y >= frame.y - 1e-9 && a.y <= frame.y + frame.height + 1e-9);
                  if (!along_edge && hypot (b.x - a.x, b.y - a.y) > most)
                    g_error ("%s in %s leaps from %g, %g to %g, %g", map->countries[c].code, extents[e], a.x, a.y, b.x, b.y);
                }
              start = end;
            }
          ctg_geo_path_clear (&path);
        }
    }
}

/* Russia, Fiji and Antarctica touch both sides of the world map; Tunisia does not. */
static void
test_far_meridian (void)
{
  static const char *const codes[] = { "RUS", "FJI", "ATA", "TUN" };
  const CtgMap *map = ctg_map_get_world ();
  CtgGeoExtent globe = { "globe", -180, 180, -90, 90 };
  CtgGeoView view;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, &globe, ctg_rect (0, 0, 500, 500));
  for (unsigned int i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      CtgGeoPath path;
      bool west = false;
      bool east = false;

      ctg_geo_path_init (&path);
      ctg_geo_view_add_country (&view, map, ctg_map_find_country (map, codes[i]), 0, &path);
      for (unsigned int k = 0; k < path.points->len; k++)
        {
          west |= g_array_index (path.points, CtgPoint, k).x < 100;
          east |= g_array_index (path.points, CtgPoint, k).x > 400;
        }
      g_assert_true (west == (i < 3));
      g_assert_true (east == (i < 3));
      ctg_geo_path_clear (&path);
    }
}

/* What is left out on a small page does not change how large a country looks. */
static void
test_simplified (void)
{
  CtgGeoView view;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_geo_extent_find ("world"), ctg_rect (0, 0, 480, 480));
  g_assert_cmpfloat_with_epsilon (get_country_area (&view, "DZA", 0.3) / get_country_area (&view, "DZA", 0), 1, 0.02);
  g_assert_cmpfloat_with_epsilon (get_country_area (&view, "FRA", 0.3) / get_country_area (&view, "FRA", 0), 1, 0.06);
}

static void
test_map (void)
{
  const CtgMap *map = ctg_map_get_world ();
  const CtgMapCountry *tunisia = ctg_map_find_country (map, "TUN");

  g_assert_cmpuint (map->n_countries, ==, 242);
  g_assert_nonnull (tunisia);
  g_assert_cmpstr (tunisia->name, ==, "Tunisia");
  g_assert_cmpfloat_with_epsilon (tunisia->center.x, 9.5, 0.5);
  g_assert_cmpfloat_with_epsilon (tunisia->center.y, 34, 0.5);
  g_assert_nonnull (ctg_map_find_country (map, "XKX"));
  g_assert_null (ctg_map_find_country (map, "EUE"));
  g_assert_null (ctg_geo_extent_find ("atlantis"));
}

/* Places of which nobody doubts where they lie. */
static void
test_find_at (void)
{
  static const struct { double longitude, latitude; const char *code; } places[] = {
    { 10.18, 36.8, "TUN" }, { 2.35, 48.85, "FRA" }, { 37.62, 55.75, "RUS" }, { -175, 66.5, "RUS" }, { 179.2, 68.5, "RUS" }, { 28.23, -29.6, "LSO" },
    { 28.05, -26.2, "ZAF" }, { -30, 0, NULL }, { 18, 39, NULL }, { 50.5, 42, NULL },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (places); i++)
    {
      const CtgMapCountry *country = ctg_map_find_at (ctg_map_get_world (), (CtgPoint) { places[i].longitude, places[i].latitude });

      g_assert_cmpstr (country != NULL ? country->code : NULL, ==, places[i].code);
    }
}

/* A position of the page and back, in every part of the world. */
static void
test_invert (void)
{
  for (unsigned int e = 0; e < G_N_ELEMENTS (extents); e++)
    {
      CtgGeoView view;
      const CtgGeoExtent *extent = ctg_geo_extent_find (extents[e]);

      ctg_geo_view_init (&view, &ctg_projection_equal_earth, extent, ctg_rect (10, 20, 400, 300));
      for (int k = 1; k < 10; k++)
        {
          CtgPoint place = { extent->west + (extent->east - extent->west) * k / 10, extent->south + (extent->north - extent->south) * k / 10 };
          CtgPoint point;
          CtgPoint back;

          if (!ctg_geo_view_project (&view, place, &point))
            continue;
          g_assert_true (ctg_geo_view_invert (&view, point, &back));
          g_assert_cmpfloat_with_epsilon (back.x, place.x, 1e-6);
          g_assert_cmpfloat_with_epsilon (back.y, place.y, 1e-6);
        }
    }
}

/* Borders lie inside the frame and leap nowhere; each has land on both sides somewhere along it, so that no coast is among them. */
static void
test_borders (void)
{
  const CtgMap *world = ctg_map_get_world ();

  for (unsigned int e = 0; e < G_N_ELEMENTS (extents); e++)
    {
      CtgGeoView view;
      CtgGeoPath path;
      unsigned int n_long = 0;
      unsigned int n_coast = 0;

      ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_geo_extent_find (extents[e]), ctg_rect (0, 0, 500, 500));
      ctg_geo_path_init (&path);
      ctg_geo_view_add_borders (&view, world, 0.3, &path);
      g_assert_cmpuint (path.ends->len, >, 10);

      for (unsigned int k = 0, start = 0; k < path.ends->len; k++)
        {
          unsigned int end = g_array_index (path.ends, unsigned int, k);

          g_assert_cmpuint (end - start, >=, 2);
          for (unsigned int i = start + 1; i < end; i++)
            {
              CtgPoint a = g_array_index (path.points, CtgPoint, i - 1);
              CtgPoint b = g_array_index (path.points, CtgPoint, i);
              double length = hypot (b.x - a.x, b.y - a.y);
              CtgPoint middle = { (a.x + b.x) / 2, (a.y + b.y) / 2 };
              CtgRect frame = ctg_rect_inset (view.frame, -1e-6);
              CtgPoint left, right;

              g_assert_true (ctg_rect_contains (frame, a.x, a.y) && ctg_rect_contains (frame, b.x, b.y));
              g_assert_cmpfloat (length, <, 60);
              if (length < 2)
                continue;
              /* Half a point to either side. */
              if (!ctg_geo_view_invert (&view, (CtgPoint) { middle.x + (b.y - a.y) / length / 2, middle.y - (b.x - a.x) / length / 2 }, &left) ||
                  !ctg_geo_view_invert (&view, (CtgPoint) { middle.x - (b.y - a.y) / length / 2, middle.y + (b.x - a.x) / length / 2 }, &right))
                continue;
              n_long++;
              n_coast += ctg_map_find_at (world, left) == NULL || ctg_map_find_at (world, right) == NULL;
            }
          start = end;
        }
      g_assert_cmpuint (n_long, >, 20);
      /* Where a border ends at a coast, or runs along a river mouth, the sea is half a point away. */
      g_assert_cmpuint (n_coast * 20, <=, n_long);
      ctg_geo_path_clear (&path);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/geo/projection", test_projection);
  g_test_add_func ("/geo/outside", test_outside);
  g_test_add_func ("/geo/map", test_map);
  g_test_add_func ("/geo/areas", test_areas);
  g_test_add_func ("/geo/no-leaps", test_no_leaps);
  g_test_add_func ("/geo/far-meridian", test_far_meridian);
  g_test_add_func ("/geo/simplified", test_simplified);
  g_test_add_func ("/geo/find-at", test_find_at);
  g_test_add_func ("/geo/invert", test_invert);
  g_test_add_func ("/geo/borders", test_borders);

  return g_test_run ();
}
