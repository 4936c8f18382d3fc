/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The packed map that build-aux/make-map.py makes of data/maps/. All integers are base-128 varints, low bits first; signed ones are
 * zigzag coded. n_arcs, then each arc: n_points and that many (dx, dy); n_countries, then each: alpha-3 and name (length with the NUL,
 * bytes), n_rings, then each ring: n_arcs and their numbers (negative: arc ~n reversed). */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

extern const double ctg_map_transform[4]; /* scale x, scale y, translate x, translate y */
extern const unsigned int ctg_map_n_bytes;
extern const unsigned char ctg_map_bytes[];

G_END_DECLS
