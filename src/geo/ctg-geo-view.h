/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A map on a page: a projection, a central meridian, and a rectangle of the page that shows an extent of the world. Turns a country's
 * rings into a path: cut at the far meridian, simplified to what the page can show, clipped to the rectangle. */

#pragma once

#include "geo/ctg-map.h"
#include "geo/ctg-projection.h"

G_BEGIN_DECLS

/* Degrees; west may be greater than east across the far meridian. */
typedef struct
{
  const char *id; /* "world", "europe", "middle-east-north-africa", "central-asia", "southeast-asia" */
  double west;
  double east;
  double south;
  double north;
} CtgGeoExtent;

const CtgGeoExtent *ctg_geo_extent_find (const char *id);

typedef struct
{
  const CtgProjection *projection;
  double central;   /* central meridian, degrees */
  double scale;     /* points per unit of the projection */
  CtgPoint origin;  /* page position of the projection's 0, 0 */
  CtgRect frame;    /* points; paths are clipped to it */
} CtgGeoView;

/* height over width of the page area an extent wants. */
double ctg_geo_extent_get_aspect (const CtgGeoExtent  *extent,
                                  const CtgProjection *projection);
/* The extent as large as frame allows, in its middle; the frame is cut to the extent's own bounds when the extent is not the world. */
void   ctg_geo_view_init         (CtgGeoView          *self,
                                  const CtgProjection *projection,
                                  const CtgGeoExtent  *extent,
                                  CtgRect              frame);
/* Page position of a place; FALSE when it lies outside the frame. */
bool   ctg_geo_view_project      (const CtgGeoView *self,
                                  CtgPoint          lonlat,
                                  CtgPoint         *point);
/* The place at a position of the page, in degrees; FALSE outside the globe. */
bool   ctg_geo_view_invert       (const CtgGeoView *self,
                                  CtgPoint          point,
                                  CtgPoint         *lonlat);

/* Closed polygons, or open lines: ends[i] is the index after the last point of polygon i. */
typedef struct
{
  GArray *points; /* CtgPoint */
  GArray *ends;   /* unsigned int */
} CtgGeoPath;

void ctg_geo_path_init  (CtgGeoPath *self);
void ctg_geo_path_clear (CtgGeoPath *self);

/* Adds the part of the country inside the frame. Detail smaller than tolerance points is left out, the same on both sides of a border. */
void ctg_geo_view_add_country (const CtgGeoView    *self,
                               const CtgMap        *map,
                               const CtgMapCountry *country,
                               double               tolerance,
                               CtgGeoPath          *path);
/* Adds the borders between two countries inside the frame, as open lines; coasts are not borders. */
void ctg_geo_view_add_borders (const CtgGeoView *self,
                               const CtgMap     *map,
                               double            tolerance,
                               CtgGeoPath       *path);
/* The outline of the whole globe (the ocean) inside the frame. */
void ctg_geo_view_add_sphere  (const CtgGeoView *self,
                               CtgGeoPath       *path);

G_END_DECLS
