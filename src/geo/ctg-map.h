/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The world's countries as rings of longitude and latitude in degrees: Natural Earth 1:50m, boundaries as in that source, no
 * endorsement. Unpacked once, when first asked for; immutable; any thread. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* x is the longitude, y the latitude. */
typedef struct
{
  unsigned int n_points;
  const CtgPoint *points;
} CtgMapArc;

/* arcs: number of an arc; negative means arc ~n, backwards. The first point of each arc but the first repeats the last of the one before. */
typedef struct
{
  unsigned int n_arcs;
  const int *arcs;
  double west;        /* its extent in degrees; a ring across the far meridian goes on beyond 180 or -180 */
  double east;
  double south;
  double north;
} CtgMapRing;

typedef struct
{
  const char *code; /* ISO 3166-1 alpha-3; "XKX" for Kosovo; a few areas have codes that are not ISO's */
  const char *name; /* as in the source, English */
  unsigned int n_rings;
  const CtgMapRing *rings;
  CtgPoint center;    /* centroid of the largest ring */
  double area_deg2;   /* of the largest ring, in square degrees reduced by the cosine of the latitude */
} CtgMapCountry;

typedef struct
{
  unsigned int n_arcs;
  const CtgMapArc *arcs;
  unsigned int n_countries;
  const CtgMapCountry *countries; /* in the order of the source */
} CtgMap;

const CtgMap        *ctg_map_get_world    (void);
/* NULL where the map has no such country. */
const CtgMapCountry *ctg_map_find_country (const CtgMap *self,
                                           const char   *code);
/* The country at a place, in degrees; NULL for the sea. */
const CtgMapCountry *ctg_map_find_at      (const CtgMap *self,
                                           CtgPoint      place);

G_END_DECLS
