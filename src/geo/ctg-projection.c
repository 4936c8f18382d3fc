/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The formulas of the projections, and nothing else. */

#include "geo/ctg-projection.h"

#include <math.h>

#define A1 1.340264
#define A2 -0.081106
#define A3 0.000893
#define A4 0.003796
#define M 0.86602540378443864676 /* √3 / 2 */

static double
polynomial (double theta)
{
  double t2 = theta * theta;
  double t6 = t2 * t2 * t2;

  return theta * (A1 + A2 * t2 + t6 * (A3 + A4 * t2));
}

static double
derivative (double theta)
{
  double t2 = theta * theta;
  double t6 = t2 * t2 * t2;

  return A1 + 3 * A2 * t2 + t6 * (7 * A3 + 9 * A4 * t2);
}

static CtgPoint
equal_earth_forward (double longitude,
                     double latitude)
{
  double theta = asin (M * sin (latitude * G_PI / 180));

  return (CtgPoint) { longitude *G_PI / 180 *cos (theta) / (M * derivative (theta)), polynomial (theta) };
}

static bool
equal_earth_inverse (CtgPoint point,
                     double  *longitude,
                     double  *latitude)
{
  double theta = point.y;

  for (int i = 0; i < 12; i++)
    {
      double step = (polynomial (theta) - point.y) / derivative (theta);

      theta -= step;
      if (fabs (step) < 1e-12)
        break;
    }

  double sine = sin (theta) / M;

  if (!isfinite (sine) || fabs (sine) > 1)
    return false;

  double lambda = M * point.x * derivative (theta) / cos (theta);

  if (fabs (lambda) > G_PI + 1e-9)
    return false;

  *longitude = lambda * 180 / G_PI;
  *latitude = asin (sine) * 180 / G_PI;
  return true;
}

const CtgProjection ctg_projection_equal_earth = {
  .id = "equal-earth",
  .forward = equal_earth_forward,
  .inverse = equal_earth_inverse,
};
