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

/* Numbers of one side of zero in classes that begin or end there. */
static CtgClasses
make_side (CtgClassing   classing,
           const double *numbers,
           unsigned int  n_numbers,
           bool          below,
           unsigned int  wanted)
{
  g_autofree double *side = g_new (double, n_numbers + 1);
  unsigned int n = 0;

  for (unsigned int i = 0; i < n_numbers; i++)
    if (isfinite (numbers[i]) && (below ? numbers[i] < 0 : numbers[i] > 0))
      side[n++] = numbers[i];

  CtgClasses classes = ctg_classes_make (classing, side, n, wanted);

  if (classes.n > 0)
    classes.breaks[below ? classes.n : 0] = 0;

  return classes;
}

/* Each side of zero has classes of its own, by how many numbers it has, but at least one. */
static CtgClasses
make_signed (CtgClassing   classing,
             const double *numbers,
             unsigned int  n_numbers,
             unsigned int  wanted)
{
  unsigned int below = 0;
  unsigned int above = 0;

  for (unsigned int i = 0; i < n_numbers; i++)
    {
      below += isfinite (numbers[i]) && numbers[i] < 0;
      above += isfinite (numbers[i]) && numbers[i] > 0;
    }
  if (below == 0 && above == 0)
    return ctg_classes_make (classing, numbers, n_numbers, wanted);

  double share = (double) below / (below + above);
  unsigned int n_below = below == 0 ? 0 : above == 0 ? wanted : CLAMP ((unsigned int) round (wanted * share), 1, MAX (1, wanted - 1));
  CtgClasses classes = make_side (classing, numbers, n_numbers, true, MAX (1, n_below));
  CtgClasses rest = make_side (classing, numbers, n_numbers, false, MAX (1, wanted - n_below));

  if (classes.n == 0)
    return rest;
  for (unsigned int k = 1; k <= rest.n; k++)
    classes.breaks[++classes.n] = rest.breaks[k];

  return classes;
}

static CtgClasses
make_classes (const CtgShades *self,
              CtgClassing      classing,
              const double    *numbers,
              unsigned int     n_numbers,
              unsigned int     wanted)
{
  return self->signed_numbers ? make_signed (classing, numbers, n_numbers, wanted) : ctg_classes_make (classing, numbers, n_numbers, wanted);
}

/* As far to one side of zero as to the other, where there are numbers on both. */
static void
balance (CtgClasses *classes)
{
  double most = MAX (-classes->breaks[0], classes->breaks[classes->n]);

  if (classes->n == 2)
    {
      classes->breaks[0] = -most;
      classes->breaks[2] = most;
    }
}

void
ctg_shades_init (CtgShades     *self,
                 const CtgSpec *spec,
                 bool           signed_numbers,
                 const double  *numbers,
                 unsigned int   n_numbers)
{
  memset (self, 0, sizeof *self);
  self->signed_numbers = signed_numbers;
  switch (spec->map_classing)
    {
    case CTG_MAP_CLASSING_QUANTILE:
      self->classes = make_classes (self, CTG_CLASSES_QUANTILE, numbers, n_numbers, spec->map_classes);
      break;
    case CTG_MAP_CLASSING_EQUAL:
      self->classes = make_classes (self, CTG_CLASSES_EQUAL, numbers, n_numbers, spec->map_classes);
      break;
    case CTG_MAP_CLASSING_JENKS:
      self->classes = make_classes (self, CTG_CLASSES_JENKS, numbers, n_numbers, spec->map_classes);
      break;
    case CTG_MAP_CLASSING_MANUAL:
      self->classes = make_manual (spec->map_breaks, numbers, n_numbers);
      break;
    case CTG_MAP_CLASSING_CONTINUOUS:
      self->continuous = true;
      self->classes = make_classes (self, CTG_CLASSES_EQUAL, numbers, n_numbers, 1);
      if (signed_numbers)
        balance (&self->classes);
      break;
    }

  /* Equal classes stay as good as equal, and the user's are what the user says. */
  if (spec->map_classing != CTG_MAP_CLASSING_MANUAL)
    ctg_classes_round (&self->classes, numbers, n_numbers, spec->map_classing == CTG_MAP_CLASSING_EQUAL ? 0.02 : INFINITY);
  for (unsigned int i = 0; i < n_numbers && self->classes.n > 0; i++)
    if (isfinite (numbers[i]))
      self->counts[ctg_classes_find (&self->classes, numbers[i])]++;
}

/* ---- colours ---- */

static CtgColor
ramp (const CtgTheme   *theme,
      const CtgPalette *palette,
      double            at)
{
  bool dark = ctg_color_contrast (theme->paper, ctg_color (0x000000)) < ctg_color_contrast (theme->paper, ctg_color (0xffffff));

  /* The two ends of a diverging ramp are equally strong on any paper. */
  return ctg_palette_ramp (palette, dark && palette->sort != CTG_PALETTE_DIVERGING ? 1 - at : at);
}

CtgColor
ctg_shades_ramp (const CtgTheme *theme,
                 double          at)
{
  return ramp (theme, theme->palette, at);
}

bool
ctg_shades_part_at_zero (const CtgShades *self,
                         const CtgTheme  *theme)
{
  const CtgPalette *palette = theme->palette;

  if (self->classes.n == 0)
    return false;
  /* A ramp that was asked for, and grey, stay what they are. */
  if (self->signed_numbers)
    return palette->sort == CTG_PALETTE_DIVERGING || (palette->sort == CTG_PALETTE_QUALITATIVE && !g_str_equal (palette->id, "grey"));

  return palette->sort == CTG_PALETTE_DIVERGING && self->classes.breaks[0] < 0 && self->classes.breaks[self->classes.n] > 0;
}

/* Palettes for series have no middle: purple and orange are told apart by all eyes, and neither looks better than the other. */
static CtgColor
diverge (const CtgTheme *theme,
         double          at)
{
  return ramp (theme, theme->palette->sort == CTG_PALETTE_DIVERGING ? theme->palette : ctg_palette_find ("puor"), at);
}

static double
place_around_zero (const CtgShades *self,
                   double           number)
{
  return 0.5 + 0.5 * number / MAX (-self->classes.breaks[0], self->classes.breaks[self->classes.n]);
}

/* The steps of a class from zero, less than zero on the one side; 0 where it holds zero itself. most: of all classes. */
static int
count_steps (const CtgShades *self,
             unsigned int     k,
             int             *most)
{
  int below = 0;
  int above = 0;
  int steps = 0;

  for (unsigned int i = 0; i < self->classes.n; i++)
    below += self->classes.breaks[i + 1] <= 0 && self->classes.breaks[i] < 0;
  for (unsigned int i = 0; i < self->classes.n; i++)
    {
      bool over = self->classes.breaks[i] >= 0;

      above += over;
      if (i == k)
        steps = over ? above : self->classes.breaks[i + 1] <= 0 ? (int) i - below : 0;
    }
  *most = MAX (below, above);

  return steps;
}

/* From the lowest number to the highest. */
static CtgColor
ramp_number (const CtgShades *self,
             const CtgTheme  *theme,
             double           at)
{
  return ctg_shades_ramp (theme, self->reversed ? 1 - at : at);
}

CtgColor
ctg_shades_get_class_color (const CtgShades *self,
                            const CtgTheme  *theme,
                            unsigned int     k)
{
  int most;
  int steps = count_steps (self, k, &most);

  if (ctg_shades_part_at_zero (self, theme))
    return diverge (theme, steps == 0 ? 0.5 : 0.5 + 0.5 * (steps > 0 ? steps - 0.2 : steps + 0.2) / (most - 0.2 + 0.08));

  return ramp_number (self, theme, self->classes.n > 1 ? (double) k / (self->classes.n - 1) : 0.6);
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
  if (ctg_shades_part_at_zero (self, theme))
    return diverge (theme, place_around_zero (self, number));

  return ramp_number (self, theme, to > from ? (number - from) / (to - from) : 0.6);
}
