/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs when the program is built: collects the names of countries, as they are compared, out of CLDR and the file of aliases, and prints them as the C
 * source behind ctg-country-private.h. Where two disagree the earlier one holds.
 *
 *   make-country-names aliases.json */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <json-glib/json-glib.h>

#include "data/ctg-country-private.h"

/* A shorter word of another language is rather a code, or an abbreviation. */
#define MIN_OTHER_BYTES 4

/* Languages whose country names are understood besides English. */
static const char *const other_languages[] = { "fr", "de", "es", "it", "nl", "pt", "tr", "ar", "ru", "zh" };

/* Names that mean all places together. */
static const char *const totals[] = { "total", "totals", "grand total", "sum", "world", "all", "all countries", "overall", "gesamt", "insgesamt", "welt", "monde" };

typedef struct
{
  GHashTable *known; /* keys */
  size_t min_bytes;
} Names;

static void
add_name (Names            *self,
          const char       *name,
          const CtgCountry *country)
{
  char key[CTG_COUNTRY_KEY_SIZE] = "";

  if (name != NULL)
    ctg_country_make_key (name, key);
  if (*key == '\0' || strlen (key) < self->min_bytes || !g_hash_table_add (self->known, g_strdup (key)))
    return;

  printf ("  \"");
  for (const char *p = key; *p != '\0'; p++)
    printf (*p == '"' || *p == '\\' ? "\\%c" : "%c", *p);
  printf ("\\0\" \"%s\\0\"\n", country->alpha3);
}

static void
add_language (Names      *self,
              const char *language)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new (language);
  unsigned int n_countries;
  const CtgCountry *countries = ctg_countries_get_table (&n_countries);

  for (unsigned int i = 0; i < n_countries; i++)
    {
      g_autofree char *name = ctg_locale_region_name (locale, countries[i].alpha2);
      g_autofree char *short_name = ctg_locale_region_short_name (locale, countries[i].alpha2);

      add_name (self, name, &countries[i]);
      add_name (self, short_name, &countries[i]);
    }
}

static void
add_codes (Names *self)
{
  unsigned int n_countries;
  const CtgCountry *countries = ctg_countries_get_table (&n_countries);

  for (unsigned int i = 0; i < n_countries; i++)
    {
      add_name (self, countries[i].alpha3, &countries[i]);
      add_name (self, countries[i].alpha2, &countries[i]);
    }
}

static void
add_aliases (Names      *self,
             JsonObject *aliases,
             const char *member)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *code;

  json_object_iter_init_ordered (&iter, json_object_get_object_member (aliases, member));
  while (json_object_iter_next_ordered (&iter, &name, &code))
    {
      const CtgCountry *country = ctg_country_get (json_node_get_string (code));

      if (country == NULL)
        g_error ("aliases.json: %s is no country", json_node_get_string (code));
      add_name (self, name, country);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(GError) error = NULL;
  const CtgCountry all = { "", "", 0, CTG_REGION_NONE };
  Names names = { .known = known };

  if (argc != 2 || !json_parser_load_from_file (parser, argv[1], &error))
    g_error ("%s", error != NULL ? error->message : "aliases.json is missing");

  JsonObject *aliases = json_node_get_object (json_parser_get_root (parser));

  /* Names before codes: a word that is both ("Oman" is none, "Niger" is none) means what people call the country. */
  printf ("#include \"data/ctg-country-private.h\"\n\nconst char ctg_country_english_names[] =\n");
  add_language (&names, "en");
  add_aliases (&names, aliases, "names");
  add_codes (&names);
  add_aliases (&names, aliases, "codes");

  printf (";\n\nconst char ctg_country_other_names[] =\n");
  names.min_bytes = MIN_OTHER_BYTES;
  for (unsigned int i = 0; i < G_N_ELEMENTS (other_languages); i++)
    add_language (&names, other_languages[i]);

  printf (";\n\nconst char ctg_country_total_names[] =\n");
  names.min_bytes = 0;
  for (unsigned int i = 0; i < G_N_ELEMENTS (totals); i++)
    add_name (&names, totals[i], &all);
  printf (";\n");

  return ferror (stdout) || fflush (stdout) != 0 ? EXIT_FAILURE : EXIT_SUCCESS;
}
