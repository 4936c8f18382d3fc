/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palettes a figure may use, made at build time from data/palettes: the colours of its series, in order, and the ramp of its maps. It knows
 * nothing of series or marks. */

#pragma once

#include "base/ctg-color.h"

G_BEGIN_DECLS

/* Series beyond these take the colours again. */
#define CTG_PALETTE_COLORS 6

typedef enum
{
  CTG_PALETTE_QUALITATIVE, /* colours for series; its maps have a ramp of the default or the grey palette */
  CTG_PALETTE_SEQUENTIAL,  /* a ramp from light to dark */
  CTG_PALETTE_DIVERGING,   /* a ramp from one colour over a light middle to another */
} CtgPaletteSort;

typedef struct
{
  const char *id; /* "default", as in colors.palette */
  CtgPaletteSort sort;
  unsigned int n_colors;
  unsigned int colors[16]; /* 0xRRGGBB */
} CtgPalette;

unsigned int      ctg_palette_get_n     (void);
const CtgPalette *ctg_palette_get       (unsigned int index);
/* NULL id is the default palette; NULL for an unknown id. */
const CtgPalette *ctg_palette_find      (const char *id);
/* The colour of series index; of a ramp, places far apart. Colours repeat after CTG_PALETTE_COLORS. */
CtgColor          ctg_palette_get_color (const CtgPalette *self,
                                         unsigned int      index);
/* The ramp at 0 (light, or the low end) to 1, joined by straight lines in OKLab. */
CtgColor          ctg_palette_ramp      (const CtgPalette *self,
                                         double            at);
/* The smallest distance (ctg_color_distance()) of any two colours as seen: those of six series, or five classes of a ramp. */
double            ctg_palette_measure   (const CtgPalette *self,
                                         CtgVision         vision);
/* Whether all of them stay apart with each of the three colour vision deficiencies. */
bool              ctg_palette_is_safe   (const CtgPalette *self);

G_END_DECLS
