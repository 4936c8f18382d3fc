/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palette's ramp cut into classes, or in one run. It draws nothing. */

#include "chart/ctg-map-shades.h"

#include <math.h>
#include <string.h>

/* The user's breaks, which the spec has found to be numbers. */
static CtgClasses
make_manual (const char   *text,
             const double *numbers,
             unsigned int  n_numbers)
{
  g_auto(GStrv) parts = g_strsplit (text != NULL ? text : "", ",", CTG_CLASSES_MOST);
  double breaks[CTG_CLASSES_MOST];
  unsigned int n = 0;

  G_STATIC_ASSERT (CTG_SPEC_MAX_BREAKS <= CTG_CLASSES_MOST);
  for (unsigned int i = 0; parts[i] != NULL; i++)
    {
      if (*parts[i] != '\0')
        breaks[n++] = g_ascii_strtod (parts[i], NULL);
    }

  return ctg_classes_make_manual (breaks, n, numbers, n_numbers);
}

void
ctg_shades_init (CtgShades     *self,
                 const CtgSpec *spec,
                 const double  *numbers,
                 unsigned int   n_numbers)
{
  memset (self, 0, sizeof *self);
  switch (spec->map_classing)
    {
    case CTG_MAP_CLASSING_QUANTILE:
      self->classes = ctg_classes_make (CTG_CLASSES_QUANTILE, numbers, n_numbers, spec->map_classes);
      break;
    case CTG_MAP_CLASSING_EQUAL:
      self->classes = ctg_classes_make (CTG_CLASSES_EQUAL, numbers, n_numbers, spec->map_classes);
      break;
    case CTG_MAP_CLASSING_JENKS:
      self->classes = ctg_classes_make (CTG_CLASSES_JENKS, numbers, n_numbers, spec->map_classes);
      break;
    case CTG_MAP_CLASSING_MANUAL:
      self->classes = make_manual (spec->map_breaks, numbers, n_numbers);
      break;
    case CTG_MAP_CLASSING_CONTINUOUS:
      self->continuous = true;
      self->classes = ctg_classes_make (CTG_CLASSES_EQUAL, numbers, n_numbers, 1);
      break;
    }

  for (unsigned int i = 0; i < n_numbers && self->classes.n > 0; i++)
    if (isfinite (numbers[i]))
      self->counts[ctg_classes_find (&self->classes, numbers[i])]++;
}

CtgColor
ctg_shades_ramp (const CtgTheme *theme,
                 double          at)
{
  bool dark = ctg_color_contrast (theme->paper, ctg_color (0x000000)) < ctg_color_contrast (theme->paper, ctg_color (0xffffff));

  /* The two ends of a diverging ramp are equally strong on any paper. */
  return ctg_palette_ramp (theme->palette, dark && theme->palette->sort != CTG_PALETTE_DIVERGING ? 1 - at : at);
}

/* Numbers on both sides of zero keep the light middle of a diverging ramp for zero. */
static bool
diverges (const CtgShades *self,
          const CtgTheme  *theme)
{
  return theme->palette->sort == CTG_PALETTE_DIVERGING && self->classes.n > 0 && self->classes.breaks[0] < 0 && self->classes.breaks[self->classes.n] > 0;
}

static double
place_around_zero (const CtgShades *self,
                   double           number)
{
  return 0.5 + 0.5 * number / MAX (-self->classes.breaks[0], self->classes.breaks[self->classes.n]);
}

CtgColor
ctg_shades_get_class_color (const CtgShades *self,
                            const CtgTheme  *theme,
                            unsigned int     k)
{
  if (diverges (self, theme))
    return ctg_shades_ramp (theme, place_around_zero (self, (self->classes.breaks[k] + self->classes.breaks[k + 1]) / 2));

  return ctg_shades_ramp (theme, self->classes.n > 1 ? (double) k / (self->classes.n - 1) : 0.6);
}

CtgColor
ctg_shades_get_color (const CtgShades *self,
                      const CtgTheme  *theme,
                      double           number)
{
  double from = self->classes.breaks[0];
  double to = self->classes.breaks[self->classes.n];

  if (!self->continuous)
    return ctg_shades_get_class_color (self, theme, ctg_classes_find (&self->classes, number));
  if (diverges (self, theme))
    return ctg_shades_ramp (theme, place_around_zero (self, number));

  return ctg_shades_ramp (theme, to > from ? (number - from) / (to - from) : 0.6);
}
