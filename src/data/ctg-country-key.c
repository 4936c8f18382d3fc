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

/* Where the key ends; NULL where the name is too long. */
static char *
append_name (char       *key,
             const char *name)
{
  g_autofree char *folded = g_str_is_ascii (name) ? NULL : ctg_text_fold (name);
  const char *letter = folded != NULL ? folded : name;
  char *end = key;

  if (strlen (name) > MAX_NAME_BYTES)
    return NULL;

  for (; *letter != '\0' && end + MAX_STEP < key + CTG_COUNTRY_KEY_SIZE; letter = g_utf8_next_char (letter))
    if (g_ascii_isalnum (*letter))
      *end++ = g_ascii_tolower (*letter);
    else
      end = append_other (end, key, letter);

  return *letter == '\0' ? end : NULL;
}

/* A name of Latin letters, digits and spaces, as most are: the same in a third of the time. NULL where there is anything else, or it is long. */
static char *
append_plain_name (char       *key,
                   const char *name)
{
  const char *limit = name + MAX_NAME_BYTES;
  char *end = key;

  for (; *name != '\0' && name < limit; name++)
    if (g_ascii_islower (*name) || g_ascii_isdigit (*name))
      *end++ = *name;
    else if (g_ascii_isupper (*name))
      *end++ = *name - 'A' + 'a';
    else if (*name != ' ')
      return NULL;
    else if (end > key && end[-1] != ' ')
      *end++ = ' ';

  return *name == '\0' ? end : NULL;
}

void
ctg_country_make_key (const char *name,
                      char        key[CTG_COUNTRY_KEY_SIZE])
{
  char *end = append_plain_name (key, name);

  if (end == NULL)
    end = append_name (key, name);
  if (end == NULL)
    {
      *key = '\0';
      return;
    }

  while (end > key && end[-1] == ' ')
    end--;
  *end = '\0';
  if (key[0] == 't' && strncmp (key, "the ", 4) == 0)
    memmove (key, key + 4, strlen (key + 4) + 1);
}
