/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a country by what people call it: codes, the names of CLDR in a few languages, and data/aliases.json, written down when the program is
 * built (make-country-names.c). It must not guess: what is only near is a suggestion. */

#include "data/ctg-country-private.h"

#include <string.h>

#include "base/ctg-distance.h"

#define MAX_DISTANCE 3

const CtgCountry ctg_country_all = { "", "", 0, CTG_REGION_NONE };

/* The code that belongs to a key of the list. */
static const char *
get_code (const char *key)
{
  return key + strlen (key) + 1;
}

static const char *
get_next (const char *key)
{
  const char *code = get_code (key);

  return code + strlen (code) + 1;
}

static void
add_names (GHashTable *names,
           const char *list)
{
  for (const char *key = list; *key != '\0'; key = get_next (key))
    {
      const CtgCountry *country = ctg_country_get (get_code (key));

      g_hash_table_insert (names, (gpointer) key, (gpointer) (country != NULL ? country : &ctg_country_all));
    }
}

static GHashTable *
get_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter (&names))
    {
      GHashTable *made = g_hash_table_new (g_str_hash, g_str_equal);

      add_names (made, ctg_country_english_names);
      add_names (made, ctg_country_other_names);
      add_names (made, ctg_country_total_names);
      g_once_init_leave (&names, made);
    }

  return names;
}

const CtgCountry *
ctg_country_find_any (const char *name_or_code)
{
  char key[CTG_COUNTRY_KEY_SIZE];

  if (name_or_code == NULL)
    return NULL;

  ctg_country_make_key (name_or_code, key);

  return g_hash_table_lookup (get_names (), key);
}

const CtgCountry *
ctg_country_find (const char *name_or_code)
{
  const CtgCountry *country = ctg_country_find_any (name_or_code);

  return country != &ctg_country_all ? country : NULL;
}

char *
ctg_country_suggest (const char *name)
{
  char key[CTG_COUNTRY_KEY_SIZE];
  const char *nearest = NULL;

  if (name == NULL)
    return NULL;

  ctg_country_make_key (name, key);

  unsigned int best = MIN (MAX_DISTANCE, strlen (key) / 3) + 1;

  for (const char *known = ctg_country_english_names; *known != '\0'; known = get_next (known))
    {
      /* Codes are near to everything short. */
      if (strlen (known) < 4)
        continue;

      unsigned int distance = ctg_distance_measure (key, known, best);

      if (distance < best || (distance == best && nearest != NULL && strcmp (get_code (known), nearest) < 0))
        {
          best = distance;
          nearest = get_code (known);
        }
    }

  if (nearest == NULL)
    return NULL;

  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");

  return ctg_locale_region_name (locale, ctg_country_get (nearest)->alpha2);
}
