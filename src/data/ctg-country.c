/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of countries and areas, and the names of regions. Finding a country by a name is in ctg-country-names.c.
 * It must not know any name of a country: those come from CLDR and from the alias file. */

#include "data/ctg-country-private.h"

#include <stdlib.h>

#include "data/ctg-ids-private.h"

static const CtgCountry countries[] = {
#define COUNTRY(alpha3, alpha2, numeric, region) { #alpha3, #alpha2, numeric, CTG_REGION_##region },
#include "data/ctg-countries.def"
#undef COUNTRY
};

static const char *const region_ids[CTG_N_REGIONS] = {
  "",
  "northern-africa",
  "sub-saharan-africa",
  "northern-america",
  "latin-america-caribbean",
  "central-asia",
  "eastern-asia",
  "southeastern-asia",
  "southern-asia",
  "western-asia",
  "eastern-europe",
  "northern-europe",
  "southern-europe",
  "western-europe",
  "australia-new-zealand",
  "oceania",
};

const CtgCountry *
ctg_countries_get_table (unsigned int *n_countries)
{
  *n_countries = G_N_ELEMENTS (countries);

  return countries;
}

static int
compare_alpha3 (const void *key,
                const void *country)
{
  return strcmp (key, ((const CtgCountry *) country)->alpha3);
}

const CtgCountry *
ctg_country_get (const char *alpha3)
{
  if (alpha3 == NULL)
    return NULL;

  return bsearch (alpha3, countries, G_N_ELEMENTS (countries), sizeof countries[0], compare_alpha3);
}

const char *
ctg_region_get_id (CtgRegion region)
{
  g_return_val_if_fail ((unsigned int) region < CTG_N_REGIONS, "");

  return region_ids[region];
}

CtgRegion
ctg_region_from_id (const char *id)
{
  return MAX (ctg_ids_find (id, region_ids, CTG_N_REGIONS), CTG_REGION_NONE);
}

char *
ctg_region_get_name (CtgRegion        region,
                     const CtgLocale *locale)
{
  static const CtgPhrase phrases[CTG_N_REGIONS] = {
    [CTG_REGION_NORTHERN_AFRICA] = CTG_PHRASE_REGION_NORTHERN_AFRICA,
    [CTG_REGION_SUB_SAHARAN_AFRICA] = CTG_PHRASE_REGION_SUB_SAHARAN_AFRICA,
    [CTG_REGION_NORTHERN_AMERICA] = CTG_PHRASE_REGION_NORTHERN_AMERICA,
    [CTG_REGION_LATIN_AMERICA_CARIBBEAN] = CTG_PHRASE_REGION_LATIN_AMERICA_CARIBBEAN,
    [CTG_REGION_CENTRAL_ASIA] = CTG_PHRASE_REGION_CENTRAL_ASIA,
    [CTG_REGION_EASTERN_ASIA] = CTG_PHRASE_REGION_EASTERN_ASIA,
    [CTG_REGION_SOUTHEASTERN_ASIA] = CTG_PHRASE_REGION_SOUTHEASTERN_ASIA,
    [CTG_REGION_SOUTHERN_ASIA] = CTG_PHRASE_REGION_SOUTHERN_ASIA,
    [CTG_REGION_WESTERN_ASIA] = CTG_PHRASE_REGION_WESTERN_ASIA,
    [CTG_REGION_EASTERN_EUROPE] = CTG_PHRASE_REGION_EASTERN_EUROPE,
    [CTG_REGION_NORTHERN_EUROPE] = CTG_PHRASE_REGION_NORTHERN_EUROPE,
    [CTG_REGION_SOUTHERN_EUROPE] = CTG_PHRASE_REGION_SOUTHERN_EUROPE,
    [CTG_REGION_WESTERN_EUROPE] = CTG_PHRASE_REGION_WESTERN_EUROPE,
    [CTG_REGION_AUSTRALIA_NEW_ZEALAND] = CTG_PHRASE_REGION_AUSTRALIA_NEW_ZEALAND,
    [CTG_REGION_OCEANIA] = CTG_PHRASE_REGION_OCEANIA,
  };

  g_return_val_if_fail ((unsigned int) region < CTG_N_REGIONS, NULL);

  return region == CTG_REGION_NONE ? g_strdup ("") : ctg_locale_phrase (locale, phrases[region], NULL);
}
