/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The direction of a text, from ICU's classes of characters. It knows no language. */

#include "base/ctg-bidi.h"

#include <unicode/uchar.h>

/* The direction of the first letter from place on, which is moved behind it; depth isolates are open. */
static CtgDirection
find_letter (const char  **place,
             unsigned int *depth)
{
  while (**place != '\0')
    {
      UCharDirection class = u_charDirection (g_utf8_get_char (*place));

      *place = g_utf8_next_char (*place);
      if (class == U_FIRST_STRONG_ISOLATE || class == U_LEFT_TO_RIGHT_ISOLATE || class == U_RIGHT_TO_LEFT_ISOLATE)
        (*depth)++;
      else if (class == U_POP_DIRECTIONAL_ISOLATE && *depth == 0)
        break;
      else if (class == U_POP_DIRECTIONAL_ISOLATE)
        (*depth)--;
      else if (*depth == 0 && class == U_LEFT_TO_RIGHT)
        return CTG_DIRECTION_LEFT_TO_RIGHT;
      else if (*depth == 0 && (class == U_RIGHT_TO_LEFT || class == U_RIGHT_TO_LEFT_ARABIC))
        return CTG_DIRECTION_RIGHT_TO_LEFT;
    }

  return CTG_DIRECTION_NONE;
}

CtgDirection
ctg_bidi_get_direction (const char *text)
{
  unsigned int depth = 0;

  g_return_val_if_fail (text != NULL, CTG_DIRECTION_NONE);

  return find_letter (&text, &depth);
}

CtgDirection
ctg_bidi_get_only_direction (const char *text)
{
  unsigned int depth = 0;
  CtgDirection direction;
  CtgDirection other;

  g_return_val_if_fail (text != NULL, CTG_DIRECTION_NONE);

  direction = find_letter (&text, &depth);
  do
    other = find_letter (&text, &depth);
  while (other == direction && other != CTG_DIRECTION_NONE);

  return other == CTG_DIRECTION_NONE ? direction : CTG_DIRECTION_NONE;
}
