/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which way a text is written, by its letters (Unicode Standard Annex 9, "Unicode Bidirectional Algorithm", rules P2 and P3). It does not reorder
 * anything: whoever shows a text does. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_DIRECTION_NONE, /* digits and signs alone, or letters only within isolates */
  CTG_DIRECTION_LEFT_TO_RIGHT,
  CTG_DIRECTION_RIGHT_TO_LEFT,
} CtgDirection;

#define CTG_LEFT_TO_RIGHT_ISOLATE "\u2066"
#define CTG_RIGHT_TO_LEFT_ISOLATE "\u2067"
#define CTG_FIRST_STRONG_ISOLATE "\u2068"
#define CTG_POP_DIRECTIONAL_ISOLATE "\u2069"

/* The direction of the first letter that stands outside of isolates, up to the end of the isolate the text begins in. */
CtgDirection ctg_bidi_get_direction      (const char *text);
/* The same if all letters outside of isolates have it; CTG_DIRECTION_NONE where there are both. */
CtgDirection ctg_bidi_get_only_direction (const char *text);

G_END_DECLS
