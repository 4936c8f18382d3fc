/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding a country by what people call it: codes, the names of CLDR in a few languages, and data/aliases.json. The index of
 * English names is made at the first question, that of the other languages when English does not know. It must not guess: what is only
 * near is a suggestion. */

#include "data/ctg-country-private.h"

#include <string.h>

#include "base/ctg-distance.h"
#include "data/ctg-resources-private.h"

#define MAX_NAME_BYTES CTG_DISTANCE_MAX_BYTES
#define MAX_DISTANCE 3

/* Languages whose country names are understood besides English; where two disagree the earlier one holds. */
static const char *const other_languages[] = { "fr", "de", "es", "it", "nl", "pt", "tr", "ar", "ru", "zh" };

/* The name as it is compared: folded, without full stops and apostrophes, one blank between words, "&" as "and", no leading article. */
static char *
make_key (const char *name)
{
  g_autofree char *folded = ctg_text_fold (name);
  g_autoptr(GString) key = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Most letters of most names. */
      if (g_ascii_isalnum (*p))
        {
          g_string_append_c (key, *p);
          continue;
        }
      if (c == '.' || c == '\'' || c == 0x2019 || c == 0x02bc || c == '`')
        continue;
      if (c == '&')
        g_string_append (key, "and");
      else if (c == '-' || c == ',' || c == '_' || c == '/' || c == 0x2010 || c == 0x2011 || c == 0x2013 || g_unichar_isspace (c))
        {
          if (key->len > 0 && key->str[key->len - 1] != ' ')
            g_string_append_c (key, ' ');
        }
      else
        g_string_append_len (key, p, g_utf8_next_char (p) - p);
    }

  g_strchomp (key->str);

  return g_strdup (g_str_has_prefix (key->str, "the ") ? key->str + 4 : key->str);
}

static void
add_name (GHashTable       *names,
          const char       *name,
          const CtgCountry *country)
{
  g_autofree char *key = name != NULL ? make_key (name) : NULL;

  if (key != NULL && *key != '\0' && !g_hash_table_contains (names, key))
    g_hash_table_insert (names, g_steal_pointer (&key), (gpointer) country);
}

static void
add_language (GHashTable *names,
              const char *language)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new (language);
  unsigned int n_countries;
  const CtgCountry *countries = ctg_countries_get_table (&n_countries);

  for (unsigned int i = 0; i < n_countries; i++)
    {
      g_autofree char *name = ctg_locale_region_name (locale, countries[i].alpha2);
      g_autofree char *short_name = ctg_locale_region_short_name (locale, countries[i].alpha2);

      add_name (names, name, &countries[i]);
      add_name (names, short_name, &countries[i]);
    }
}

static void
add_codes (GHashTable *names)
{
  unsigned int n_countries;
  const CtgCountry *countries = ctg_countries_get_table (&n_countries);

  for (unsigned int i = 0; i < n_countries; i++)
    {
      add_name (names, countries[i].alpha3, &countries[i]);
      add_name (names, countries[i].alpha2, &countries[i]);
    }
}

static void
add_aliases (GHashTable *names,
             JsonObject *aliases,
             const char *member)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *code;

  json_object_iter_init (&iter, json_object_get_object_member (aliases, member));
  while (json_object_iter_next (&iter, &name, &code))
    {
      const CtgCountry *country = ctg_country_get (json_node_get_string (code));

      if (country == NULL)
        g_error ("data/aliases.json: %s is no country", json_node_get_string (code));
      add_name (names, name, country);
    }
}

static GHashTable *
get_english_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter (&names))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autoptr(JsonNode) root = ctg_resource_load_json ("aliases.json");

      /* Names before codes: a word that is both ("Oman" is none, "Niger" is none) means what people call the country. */
      add_language (made, "en");
      add_aliases (made, json_node_get_object (root), "names");
      add_codes (made);
      add_aliases (made, json_node_get_object (root), "codes");
      g_once_init_leave (&names, made);
    }

  return names;
}

static GHashTable *
get_other_names (void)
{
  static GHashTable *names;

  if (g_once_init_enter (&names))
    {
      GHashTable *made = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

      for (unsigned int i = 0; i < G_N_ELEMENTS (other_languages); i++)
        add_language (made, other_languages[i]);
      g_once_init_leave (&names, made);
    }

  return names;
}

const CtgCountry *
ctg_country_find (const char *name_or_code)
{
  if (name_or_code == NULL || strlen (name_or_code) > MAX_NAME_BYTES)
    return NULL;

  g_autofree char *key = make_key (name_or_code);
  const CtgCountry *country = g_hash_table_lookup (get_english_names (), key);

  return country != NULL || strlen (key) < 4 ? country : g_hash_table_lookup (get_other_names (), key);
}

char *
ctg_country_suggest (const char *name)
{
  if (name == NULL || strlen (name) > MAX_NAME_BYTES)
    return NULL;

  g_autofree char *key = make_key (name);
  unsigned int best = MIN (MAX_DISTANCE, strlen (key) / 3) + 1;
  const CtgCountry *nearest = NULL;
  GHashTableIter iter;
  gpointer known, country;

  g_hash_table_iter_init (&iter, get_english_names ());
  while (g_hash_table_iter_next (&iter, &known, &country))
    {
      /* Codes are near to everything short. */
      if (strlen (known) < 4)
        continue;

      unsigned int distance = ctg_distance_measure (key, known, best);
      const CtgCountry *candidate = country;

      if (distance < best || (distance == best && nearest != NULL && strcmp (candidate->alpha3, nearest->alpha3) < 0))
        {
          best = distance;
          nearest = candidate;
        }
    }

  if (nearest == NULL)
    return NULL;

  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");

  return ctg_locale_region_name (locale, nearest->alpha2);
}
