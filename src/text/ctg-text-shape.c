/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lines in one font and one simple script, shaped by HarfBuzz as Pango would shape them: the same units, script, language
 * and rounding, so the widths are equal to the last bit. It must refuse every line of which that is not certain. */

#include <hb-ot.h>

#include "text/ctg-text-private.h"

/* As PANGO_SCALE: HarfBuzz and Pango count in 1/1024 of a point. */
#define UNITS 1024

static bool
is_simple_script (GUnicodeScript script)
{
  return script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_GREEK || script == G_UNICODE_SCRIPT_CYRILLIC;
}

/* Whether the text is of one simple script and the font has all its characters. script is COMMON where there are only signs. */
static bool
is_simple (hb_font_t      *font,
           const char     *text,
           GUnicodeScript *script)
{
  *script = G_UNICODE_SCRIPT_COMMON;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      GUnicodeScript own = g_unichar_get_script (c);
      hb_codepoint_t glyph;

      if (g_unichar_type (c) == G_UNICODE_FORMAT || g_unichar_type (c) == G_UNICODE_PRIVATE_USE)
        return false;
      if (!hb_font_get_nominal_glyph (font, c, &glyph))
        return false;
      if (own == G_UNICODE_SCRIPT_COMMON || own == G_UNICODE_SCRIPT_INHERITED)
        continue;
      if (!is_simple_script (own) || (*script != G_UNICODE_SCRIPT_COMMON && *script != own))
        return false;
      *script = own;
    }

  return true;
}

bool
ctg_text_shape_measure (hb_font_t   *text_font,
                        hb_buffer_t *buffer,
                        double       size,
                        const char  *text,
                        double      *width)
{
  GUnicodeScript script;
  unsigned int n_glyphs;
  gint64 sum = 0;

  if (!is_simple (text_font, text, &script))
    return false;

  hb_font_set_scale (text_font, size * UNITS, size * UNITS);
  hb_buffer_clear_contents (buffer);
  hb_buffer_add_utf8 (buffer, text, -1, 0, -1);
  hb_buffer_set_direction (buffer, HB_DIRECTION_LTR);
  hb_buffer_set_script (buffer, hb_script_from_iso15924_tag (g_unicode_script_to_iso15924 (script)));
  hb_buffer_set_language (buffer, hb_language_from_string ("en", -1));
  hb_shape (text_font, buffer, NULL, 0);

  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (buffer, &n_glyphs);

  for (unsigned int i = 0; i < n_glyphs; i++)
    sum += positions[i].x_advance;
  *width = (double) sum / UNITS;

  return true;
}

void
ctg_text_shape_get_metrics (hb_font_t *text_font,
                            double     size,
                            double    *ascent,
                            double    *descent)
{
  hb_font_extents_t extents;

  hb_font_set_scale (text_font, size * UNITS, size * UNITS);
  hb_font_get_extents_for_direction (text_font, HB_DIRECTION_LTR, &extents);
  *ascent = (double) extents.ascender / UNITS;
  *descent = (double) -extents.descender / UNITS;
}
