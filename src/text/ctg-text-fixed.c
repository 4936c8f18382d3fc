/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The fake: widths by counting characters, so that a layout can be computed by hand. It must not load a font. */

#include "text/ctg-text-private.h"

#define NARROW_EM 0.55
#define WIDE_EM 1.0
#define ASCENT_EM 0.9
#define DESCENT_EM 0.25

static void
measure (gpointer       data,
         const CtgFont *font,
         const char    *text,
         CtgTextLine   *line)
{
  double ems = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_iszerowidth (c))
        ems += g_unichar_iswide (c) ? WIDE_EM : NARROW_EM;
    }

  line->extents = (CtgTextExtents) { ems *font->size, ASCENT_EM *font->size, DESCENT_EM *font->size };
}

static const CtgTextBackend backend = { .measure = measure };

CtgTextMeasure *
ctg_text_measure_new_fixed (void)
{
  return ctg_text_measure_new (&backend, NULL);
}
