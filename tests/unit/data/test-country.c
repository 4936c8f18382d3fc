/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Codes, regions, and the names by which sources call countries. */

#include "data-test.h"
#include "data/ctg-country-private.h"

static void
test_codes (void)
{
  const CtgCountry *tunisia = ctg_country_get ("TUN");
  const CtgCountry *kosovo = ctg_country_get ("XKX");

  g_assert_nonnull (tunisia);
  g_assert_cmpstr (tunisia->alpha2, ==, "TN");
  g_assert_cmpint (tunisia->numeric, ==, 788);
  g_assert_cmpint (tunisia->region, ==, CTG_REGION_NORTHERN_AFRICA);

  g_assert_nonnull (kosovo);
  g_assert_cmpstr (kosovo->alpha2, ==, "XK");
  g_assert_cmpint (kosovo->numeric, ==, 0);
  g_assert_cmpint (kosovo->region, ==, CTG_REGION_SOUTHERN_EUROPE);

  g_assert_null (ctg_country_get ("tun"));
  g_assert_null (ctg_country_get ("XKK"));
  g_assert_null (ctg_country_get (""));
  g_assert_null (ctg_country_get (NULL));
  /* The first and the last of the table, and what would stand before and after them. */
  g_assert_nonnull (ctg_country_get ("ABW"));
  g_assert_nonnull (ctg_country_get ("ZWE"));
  g_assert_null (ctg_country_get ("AAA"));
  g_assert_null (ctg_country_get ("ZZZ"));
}

typedef struct
{
  const char *name;
  const char *code;
} Name;

static void
test_find (void)
{
  static const Name names[] = {
    { "Dutch", "NLD" }, { "U.K.", "GBR" }, { "UK", "GBR" }, { "US", "USA" }, { "UAE", "ARE" }, { "U.A.E.", "ARE" }, { "Bosnia", "BIH" },
    { "Macedonia", "MKD" }, { "Turkey", "TUR" }, { "Türkiye", "TUR" }, { "TÜRKIYE", "TUR" }, { "Kosovo", "XKX" }, { "XKK", "XKX" },
    { "Côte d’Ivoire", "CIV" }, { "cote d'ivoire", "CIV" }, { "Ivory Coast", "CIV" }, { "Trinidad & Tobago", "TTO" },
    { "Trinidad and Tobago", "TTO" }, { "the Netherlands", "NLD" }, { "Tunisia", "TUN" }, { "tunisia ", "TUN" }, { "TUN", "TUN" }, { "tn", "TUN" },
    { "Allemagne", "DEU" }, { "Österreich", "AUT" }, { "مصر", "EGY" }, { "Russia", "RUS" }, { "Russian Federation", "RUS" },
    { "Czech Republic", "CZE" }, { "Czechia", "CZE" }, { "Niger", "NER" }, { "Nigeria", "NGA" }, { "Georgia", "GEO" }, { "Guinea", "GIN" },
    { "Guinea-Bissau", "GNB" }, { "Dominica", "DMA" }, { "Dominican Republic", "DOM" },
  };
  static const char *const unknown[] = { "", " ", "Nowhere", "KAS", "Middle East", "World", "Europe", "Total", "-", "12" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const CtgCountry *country = ctg_country_find (names[i].name);

      g_test_message ("%s", names[i].name);
      g_assert_nonnull (country);
      g_assert_cmpstr (country->alpha3, ==, names[i].code);
    }
  for (unsigned int i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_test_message ("%s", unknown[i]);
      g_assert_null (ctg_country_find (unknown[i]));
    }

  g_autofree char *long_name = g_strnfill (100000, 'a');

  g_autofree char *many_ands = g_strnfill (200, '&');

  g_assert_null (ctg_country_find (long_name));
  g_assert_null (ctg_country_suggest (long_name));
  /* Its form is longer than the room for one. */
  g_assert_null (ctg_country_find (many_ands));
  g_assert_null (ctg_country_suggest (many_ands));
}

/* Names of letters, digits and spaces are compared in the form that they have with an apostrophe, which counts for nothing but takes another way. */
static void
test_plain_names (void)
{
  static const char *const names[] = { "Tunisia", " UNITED  KINGDOM ", "The Netherlands", "the", "The  ", "the the Gambia", "Theresia", "a1 2B z9", "   ", "" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *other_way = g_strconcat ("'", names[i], NULL);
      char key[CTG_COUNTRY_KEY_SIZE], other_key[CTG_COUNTRY_KEY_SIZE];

      ctg_country_make_key (names[i], key);
      ctg_country_make_key (other_way, other_key);
      g_assert_cmpstr (key, ==, other_key);
    }
}

/* Every name of the bundled rows of one country is known by that name. */
static void
test_find_bundled (void)
{
  unsigned int n_checked = 0;

  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgDataset) dataset = data_test_load_bundled (ctg_library_get_entry (i)->id);

      for (unsigned int k = 0; k < ctg_dataset_get_n_claims (dataset); k++)
        {
          const CtgClaim *claim = ctg_dataset_get_claim (dataset, k);
          const CtgCountry *country = claim->code != NULL ? ctg_country_find (claim->name) : NULL;

          if (claim->code == NULL)
            continue;
          g_test_message ("%s: %s", claim->id, claim->name);
          g_assert_nonnull (country);
          g_assert_cmpstr (country->alpha3, ==, claim->code);
          n_checked++;
        }
    }

  g_assert_cmpuint (n_checked, >, 388);
}

static void
test_suggest (void)
{
  static const Name names[] = { { "Germny", "Germany" }, { "Tunesia", "Tunisia" }, { "Beglium", "Belgium" }, { "Kosvo", "Kosovo" } };
  g_autofree char *nothing = ctg_country_suggest ("Xyzzyland");

  for (unsigned int i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *suggestion = ctg_country_suggest (names[i].name);

      g_assert_cmpstr (suggestion, ==, names[i].code);
    }
  g_assert_null (nothing);
}

static void
test_regions (void)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");
  unsigned int n_countries[CTG_N_REGIONS] = { 0 };
  /* Members of the subregions in UN M49 (53 in Sub-Saharan Africa, 52 in Latin America and the Caribbean …), with Taiwan and Kosovo added as the table says. */
  static const unsigned int expected[CTG_N_REGIONS] = { 1, 7, 53, 5, 52, 5, 8, 11, 9, 18, 10, 16, 17, 9, 6, 23 };
  char code[4] = { 0 };

  for (code[0] = 'A'; code[0] <= 'Z'; code[0]++)
    for (code[1] = 'A'; code[1] <= 'Z'; code[1]++)
      for (code[2] = 'A'; code[2] <= 'Z'; code[2]++)
        if (ctg_country_get (code) != NULL)
          n_countries[ctg_country_get (code)->region]++;

  for (unsigned int i = 0; i < CTG_N_REGIONS; i++)
    {
      g_autofree char *name = ctg_region_get_name (i, locale);

      g_assert_cmpuint (n_countries[i], ==, expected[i]);
      g_assert_cmpint (ctg_region_from_id (ctg_region_get_id (i)), ==, i);
      g_assert_true ((*name == '\0') == (i == CTG_REGION_NONE));
    }
  g_assert_cmpint (ctg_region_from_id ("western-asia"), ==, CTG_REGION_WESTERN_ASIA);
  g_assert_cmpint (ctg_region_from_id ("Western Asia"), ==, CTG_REGION_NONE);
  g_assert_cmpint (ctg_region_from_id (NULL), ==, CTG_REGION_NONE);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/country/codes", test_codes);
  g_test_add_func ("/country/find", test_find);
  g_test_add_func ("/country/plain-names", test_plain_names);
  g_test_add_func ("/country/find-bundled", test_find_bundled);
  g_test_add_func ("/country/suggest", test_suggest);
  g_test_add_func ("/country/regions", test_regions);

  return g_test_run ();
}
