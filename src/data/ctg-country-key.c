/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The form in which names of countries are compared. It must not know any name. */

#include "data/ctg-country-private.h"

#include <string.h>

#include "base/ctg-distance.h"

#define MAX_NAME_BYTES CTG_DISTANCE_MAX_BYTES
/* Of what one letter becomes: "and", or a letter of UTF-8. */
#define MAX_STEP 6

/* What stands for a letter that is neither a Latin letter nor a digit, appended at end. */
static char *
append_other (char       *end,
              const char *key,
              const char *letter)
{
  gunichar c = g_utf8_get_char (letter);
  unsigned int length = g_utf8_next_char (letter) - letter;

  if (c == '.' || c == '\'' || c == 0x2019 || c == 0x02bc || c == '`')
    return end;
  if (c == '&')
    return (char *) memcpy (end, "and", 3) + 3;
  if (c == '-' || c == ',' || c == '_' || c == '/' || c == 0x2010 || c == 0x2011 || c == 0x2013 || g_unichar_isspace (c))
    {
      if (end > key && end[-1] != ' ')
        *end++ = ' ';
      return end;
    }

  return (char *) memcpy (end, letter, length) + length;
}

void
ctg_country_make_key (const char *name,
                      char        key[CTG_COUNTRY_KEY_SIZE])
{
  g_autofree char *folded = g_str_is_ascii (name) ? NULL : ctg_text_fold (name);
  const char *letter = folded != NULL ? folded : name;
  char *end = key;

  *key = '\0';
  if (strlen (name) > MAX_NAME_BYTES)
    return;

  for (; *letter != '\0' && end + MAX_STEP < key + CTG_COUNTRY_KEY_SIZE; letter = g_utf8_next_char (letter))
    if (g_ascii_isalnum (*letter))
      *end++ = g_ascii_isupper (*letter) ? *letter - 'A' + 'a' : *letter;
    else
      end = append_other (end, key, letter);

  while (end > key && end[-1] == ' ')
    end--;
  *end = '\0';
  if (*letter != '\0')
    *key = '\0';
  else if (strncmp (key, "the ", 4) == 0)
    memmove (key, key + 4, strlen (key + 4) + 1);
}
