/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* sRGB colours, their contrast, their distance in OKLab, and how they look with a colour vision deficiency. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* Gamma-encoded sRGB, 0 to 1. */
typedef struct
{
  float red;
  float green;
  float blue;
  float alpha;
} CtgColor;

typedef enum
{
  CTG_VISION_NORMAL,
  CTG_VISION_PROTANOPIA,
  CTG_VISION_DEUTERANOPIA,
  CTG_VISION_TRITANOPIA,
  CTG_VISION_GREY,
} CtgVision;

/* From 0xRRGGBB. */
static inline CtgColor
ctg_color (unsigned int rgb)
{
  return (CtgColor) { ((rgb >> 16) & 0xff) / 255.0f, ((rgb >> 8) & 0xff) / 255.0f, (rgb & 0xff) / 255.0f, 1.0f };
}

/* "#rgb", "#rrggbb", "#rrggbbaa". */
bool     ctg_color_parse      (const char *text,
                               CtgColor   *color);
/* "#rrggbb"; alpha is left to the caller. */
char    *ctg_color_to_hex     (CtgColor color) G_GNUC_WARN_UNUSED_RESULT;
bool     ctg_color_equal      (CtgColor a,
                               CtgColor b);
/* Linear mix in OKLab: t = 0 gives a, t = 1 gives b (Ottosson 2020). */
CtgColor ctg_color_mix        (CtgColor a,
                               CtgColor b,
                               double   t);
/* WCAG 2.1 contrast ratio, 1 to 21. */
double   ctg_color_contrast   (CtgColor a,
                               CtgColor b);
/* Euclidean distance in OKLab, 0 to about 1. */
double   ctg_color_distance   (CtgColor a,
                               CtgColor b);
/* As seen with the deficiency: Viénot, Brettel, Mollon (1999) for red-green, Brettel, Viénot, Mollon (1997) for blue-yellow; grey by relative luminance. */
CtgColor ctg_color_simulate   (CtgColor  color,
                               CtgVision vision);

G_END_DECLS
