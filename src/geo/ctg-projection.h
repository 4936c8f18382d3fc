/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Map projections on the unit sphere. Degrees in, radians of arc out; y grows northwards, as in the literature. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  /* longitude from the central meridian, -180 to 180, and latitude, in degrees. */
  CtgPoint (*forward)(double longitude,
                      double latitude);
  /* FALSE outside the map. */
  bool (*inverse)(CtgPoint point,
                  double  *longitude,
                  double  *latitude);
} CtgProjection;

/* Equal Earth: B. Šavrič, T. Patterson, B. Jenny (2018), The Equal Earth map projection, International Journal of Geographical
 * Information Science 33(3), 454–465: equations 2 and 3; the inverse by Newton's method. */
extern const CtgProjection ctg_projection_equal_earth;

G_END_DECLS
