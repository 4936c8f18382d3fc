/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of palettes, and what can be said of one. The colours themselves are in data/palettes. */

#include "chart/ctg-palettes.h"

#include <math.h>

/* A difference of 0.02 in OKLab is just seen side by side; marks of a figure are not side by side. */
#define SAFE_DISTANCE 0.08
/* As many classes as a map has unless told otherwise. */
#define N_CLASSES 5

static const CtgPalette palettes[] = {
#define PALETTE(id, sort, n, ...) { id, sort, n, { __VA_ARGS__ } },
#include "chart/ctg-palettes-data.def"
#undef PALETTE
};

unsigned int
ctg_palette_get_n (void)
{
  return G_N_ELEMENTS (palettes);
}

const CtgPalette *
ctg_palette_get (unsigned int index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (palettes), NULL);

  return &palettes[index];
}

const CtgPalette *
ctg_palette_find (const char *id)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      if (g_str_equal (palettes[i].id, id != NULL ? id : "default"))
        return &palettes[i];
    }

  return NULL;
}

CtgColor
ctg_palette_get_color (const CtgPalette *self,
                       unsigned int      index)
{
  /* Dark and light in turn, as in the palettes made for series. */
  static const double sequential[CTG_PALETTE_COLORS] = { 0.9, 0.3, 0.65, 0.78, 0.48, 0.14 };
  static const double diverging[CTG_PALETTE_COLORS] = { 0.06, 0.8, 0.94, 0.2, 0.68, 0.32 };

  index %= CTG_PALETTE_COLORS;
  if (self->sort == CTG_PALETTE_QUALITATIVE)
    return ctg_color (self->colors[index]);

  return ctg_palette_ramp (self, self->sort == CTG_PALETTE_SEQUENTIAL ? sequential[index] : diverging[index]);
}

CtgColor
ctg_palette_ramp (const CtgPalette *self,
                  double            at)
{
  if (self->sort == CTG_PALETTE_QUALITATIVE)
    return ctg_palette_ramp (ctg_palette_find (g_str_equal (self->id, "grey") ? "deep-grey" : "deep-blue"), at);

  double place = CLAMP (at, 0, 1) * (self->n_colors - 1);
  unsigned int first = MIN ((unsigned int) place, self->n_colors - 2);

  return ctg_color_mix (ctg_color (self->colors[first]), ctg_color (self->colors[first + 1]), place - first);
}

double
ctg_palette_measure (const CtgPalette *self,
                     CtgVision         vision)
{
  unsigned int n = self->sort == CTG_PALETTE_QUALITATIVE ? CTG_PALETTE_COLORS : N_CLASSES;
  CtgColor colors[CTG_PALETTE_COLORS];
  double smallest = INFINITY;

  for (unsigned int i = 0; i < n; i++)
    {
      CtgColor color = self->sort == CTG_PALETTE_QUALITATIVE ? ctg_palette_get_color (self, i) : ctg_palette_ramp (self, (double) i / (n - 1));

      colors[i] = ctg_color_simulate (color, vision);
      for (unsigned int k = 0; k < i; k++)
        smallest = MIN (smallest, ctg_color_distance (colors[i], colors[k]));
    }

  return smallest;
}

bool
ctg_palette_is_safe (const CtgPalette *self)
{
  return ctg_palette_measure (self, CTG_VISION_PROTANOPIA) >= SAFE_DISTANCE && ctg_palette_measure (self, CTG_VISION_DEUTERANOPIA) >= SAFE_DISTANCE &&
         ctg_palette_measure (self, CTG_VISION_TRITANOPIA) >= SAFE_DISTANCE;
}
