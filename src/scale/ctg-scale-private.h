/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the scales share. Private to src/scale. */

#pragma once

#include "scale/ctg-scale.h"

G_BEGIN_DECLS

#define SCALE(id) extern const CtgScaleDesc ctg_scale_##id##_desc;
#include "scale/ctg-scales.def"
#undef SCALE

/* Fewer ticks than this tell too little. */
#define CTG_TICKS_FEW 3

/* Both as ctg_ticks_extended(), and three ticks at least where any three fit: loose; and without those outside of the domain, its start where
 * that leaves none. */
CtgTicks *ctg_ticks_around       (const CtgScale *scale,
                                  unsigned int    wanted,
                                  CtgTickFits     fits,
                                  gpointer        user_data) G_GNUC_WARN_UNUSED_RESULT;
CtgTicks *ctg_ticks_inside       (const CtgScale *scale,
                                  unsigned int    wanted,
                                  CtgTickFits     fits,
                                  gpointer        user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Takes the values. */
CtgTicks *ctg_ticks_new          (double      *values,
                                  unsigned int n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
