/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Folds text for searching: what is left compares equal whatever the case, the accents or the kind of apostrophe. */

#include "base/ctg-locale.h"

/* Marks of a combining class below this belong to the letters of Indic and kana writing, not to accents. */
#define FIRST_ACCENT_CLASS 10

/* Letters that no decomposition takes apart, and signs that look alike. NULL: as it is. */
static const char *
get_plain_form (gunichar c)
{
  switch (c)
    {
    case 0x00e6:
      return "ae";

    case 0x0153:
      return "oe";

    case 0x00f8:
      return "o";

    case 0x0111:
    case 0x00f0:
      return "d";

    case 0x0127:
      return "h";

    case 0x0131:
      return "i";

    case 0x0142:
      return "l";

    case 0x00fe:
      return "th";

    case 0x2018:
    case 0x2019:
    case 0x02bc:
    case 0x02bb:
      return "'";

    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
      return "-";

    default:
      return NULL;
    }
}

char *
ctg_text_fold (const char *text)
{
  g_return_val_if_fail (text != NULL, g_strdup (""));

  /* What follows does no more to these. */
  if (g_str_is_ascii (text))
    return g_ascii_strdown (text, -1);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *lower = g_utf8_casefold (valid, -1);
  g_autofree char *decomposed = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);
  GString *string = g_string_new (NULL);

  for (const char *p = decomposed; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      const char *plain = get_plain_form (c);

      if (plain != NULL)
        g_string_append (string, plain);
      else if (g_unichar_combining_class (c) < FIRST_ACCENT_CLASS)
        g_string_append_unichar (string, c);
    }

  return g_string_free (string, FALSE);
}
