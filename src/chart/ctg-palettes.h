/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The palettes a figure may use: the colours of its series, in order. It knows nothing of series or marks. */

#pragma once

#include "base/ctg-color.h"

G_BEGIN_DECLS

#define CTG_PALETTE_COLORS 6

typedef struct
{
  const char *id; /* "default", as in colors.palette */
  unsigned int colors[CTG_PALETTE_COLORS]; /* 0xRRGGBB */
} CtgPalette;

unsigned int      ctg_palette_get_n     (void);
const CtgPalette *ctg_palette_get       (unsigned int index);
/* NULL id is the default palette; NULL for an unknown id. */
const CtgPalette *ctg_palette_find      (const char *id);
/* Colours repeat after the last one. */
CtgColor          ctg_palette_get_color (const CtgPalette *self,
                                         unsigned int      index);

G_END_DECLS
