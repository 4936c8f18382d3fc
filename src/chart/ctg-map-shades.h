/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* From numbers to shades: the classes of a map, or a continuous run of colour, and the ramp both are taken from. */

#pragma once

#include "chart/ctg-theme.h"
#include "scale/ctg-classes.h"

G_BEGIN_DECLS

typedef struct
{
  bool continuous;
  bool reversed;                           /* ranks: the first is the highest, and the darkest */
  bool signed_numbers;                     /* differences: colours part at zero */
  CtgClasses classes;                      /* of a continuous run: one, from the lowest to the highest number; of signed numbers one to each side of zero */
  unsigned int counts[CTG_CLASSES_MOST];   /* numbers in each class */
} CtgShades;

/* Classes of signed numbers have a break at zero, but for the user's own. */
void         ctg_shades_init      (CtgShades     *self,
                                   const CtgSpec *spec,
                                   bool           signed_numbers,
                                   const double  *numbers,
                                   unsigned int   n_numbers);
/* Whether colours part at zero: signed numbers, or numbers on both sides of it where the palette is a diverging one. */
bool         ctg_shades_part_at_zero (const CtgShades *self,
                                      const CtgTheme  *theme);
CtgColor     ctg_shades_get_color (const CtgShades *self,
                                   const CtgTheme  *theme,
                                   double           number);
/* The colour of the k-th class. */
CtgColor     ctg_shades_get_class_color (const CtgShades *self,
                                         const CtgTheme  *theme,
                                         unsigned int     k);
/* The ramp at 0 (least) to 1 (most): light to dark, on dark paper dark to light; made in OKLab. */
CtgColor     ctg_shades_ramp      (const CtgTheme *theme,
                                   double          at);

G_END_DECLS
