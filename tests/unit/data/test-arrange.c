/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorting and filtering: orders, ties, missing values last both ways, search, regions, conditions. */

#include "base/ctg-error.h"
#include "data-test.h"
#include "data/ctg-arrange-private.h"

typedef struct
{
  CtgTable *table;
  CtgArranger *arranger;
} Fixture;

static Fixture
make (CtgDataset *dataset,
      const char *language)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new (language);
  Fixture fixture = { ctg_table_new (dataset, CTG_RULE_FIRST, FALSE) };

  fixture.arranger = ctg_arranger_new (fixture.table, locale);

  return fixture;
}

static void
clear (Fixture *self)
{
  ctg_arranger_free (self->arranger);
  ctg_table_unref (self->table);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Fixture, clear)

/* Row keys in order, joined by blanks. */
static char *
run (const Fixture    *self,
     const CtgArrange *arrange)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) keys = g_string_new (NULL);
  unsigned int n_rows;
  g_autofree unsigned int *rows = ctg_arranger_run (self->arranger, arrange, &n_rows, &error);

  g_assert_no_error (error);
  for (unsigned int i = 0; i < n_rows; i++)
    g_string_append_printf (keys, "%s%s", i > 0 ? " " : "", ctg_table_get_row (self->table, rows[i])->key);

  return g_strdup (keys->str);
}

static void
assert_order (const Fixture *self,
              CtgArrange     arrange,
              const char    *expected)
{
  g_autofree char *keys = run (self, &arrange);

  g_assert_cmpstr (keys, ==, expected);
}

#define JOINT "country:Israel and Palestinian Territories"

static void
test_sort (void)
{
  static const unsigned int both[] = { 0, 1 };
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  g_auto(Fixture) self = make (dataset, "en");

  assert_order (&self, (CtgArrange) { .by = CTG_SORT_TABLE, .series = -1 }, "TUN LUX MDG BEL CIV AUS AUT RUS " JOINT " FRA ESP");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_TABLE, .descending = TRUE, .series = -1 }, "ESP FRA " JOINT " RUS AUT AUS CIV BEL MDG LUX TUN");
  /* Missing last both ways, in printed order; zero is a number. */
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = 0 }, "LUX CIV " JOINT " AUS AUT BEL ESP FRA TUN MDG RUS");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = 0, .descending = TRUE }, "TUN FRA ESP BEL AUT AUS " JOINT " CIV LUX MDG RUS");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = 1, .descending = TRUE }, "TUN FRA BEL AUS LUX MDG CIV AUT RUS " JOINT " ESP");
  /* Without a series the first of those shown counts. */
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = -1, .all_series = both + 1, .n_series = 1 },
                "AUS BEL FRA TUN LUX MDG CIV AUT RUS " JOINT " ESP");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_DIFFERENCE, .series = -1, .all_series = both, .n_series = 2, .descending = TRUE },
                "TUN FRA BEL AUS LUX MDG CIV AUT RUS " JOINT " ESP");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_DIFFERENCE, .series = -1, .all_series = both, .n_series = 1 },
                "TUN LUX MDG BEL CIV AUS AUT RUS " JOINT " FRA ESP");
  /* From the lowest to the highest end of all series, bounds included; one figure has no spread. */
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_SPREAD, .series = -1, .all_series = both, .n_series = 2, .descending = TRUE }, "TUN FRA BEL AUS LUX MDG CIV AUT RUS " JOINT " ESP");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_SPREAD_RATIO, .series = -1, .all_series = both, .n_series = 2, .descending = TRUE }, "TUN FRA BEL AUS LUX MDG CIV AUT RUS " JOINT " ESP");
  /* By names as they are shown; the joint row and Côte d’Ivoire included. */
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_NAME, .series = -1 }, "AUS AUT BEL CIV FRA " JOINT " LUX MDG RUS ESP TUN");
  /* Unknown dates are the oldest; an interval counts by its end, a year by its last day. */
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_AS_OF, .series = 0 }, "MDG " JOINT " RUS CIV LUX TUN BEL FRA ESP AUS AUT");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_REGION, .series = -1 }, "TUN MDG CIV " JOINT " RUS ESP LUX BEL AUT FRA AUS");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_SOURCE, .series = -1 }, "TUN LUX MDG BEL CIV AUS AUT RUS " JOINT " FRA ESP");
  /* Aggregates come after the countries, sorted among themselves. */
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = 0, .aggregates = TRUE },
                "LUX CIV " JOINT " AUS AUT BEL ESP FRA TUN MDG RUS aggregate:region:Western Europe aggregate:world:World");
}

/* Difference and ratio put rows in different orders; nothing to divide by is the largest ratio, and one figure has none. */
static void
test_spread (void)
{
  static const unsigned int both[] = { 0, 1 };
  g_autoptr(CtgDataset) dataset = data_test_load (
    "[{\"country\": \"France\", \"a\": 1000, \"b\": 1500}, {\"country\": \"Malta\", \"a\": 12, \"b\": 3}, {\"country\": \"Spain\", \"a\": 40, \"b\": 40},"
    " {\"country\": \"Italy\", \"a\": 0, \"b\": 7}, {\"country\": \"Austria\", \"a\": 0, \"b\": 0}, {\"country\": \"Poland\", \"a\": 5}, {\"country\": \"Greece\", \"a\": 20, \"b\": 30}]",
    NULL);
  g_auto(Fixture) self = make (dataset, "en");
  CtgArrange spread = { .by = CTG_SORT_SPREAD, .series = -1, .all_series = both, .n_series = 2, .descending = TRUE };
  CtgArrange ratio = { .by = CTG_SORT_SPREAD_RATIO, .series = -1, .all_series = both, .n_series = 2, .descending = TRUE };

  /* Differences: 500, 10, 9, 7, 0, 0. */
  assert_order (&self, spread, "FRA GRC MLT ITA ESP AUT POL");
  /* Ratios: 7 to nothing, 4, 1.5 twice (as printed), 1 twice. */
  assert_order (&self, ratio, "ITA MLT FRA GRC ESP AUT POL");
  spread.descending = ratio.descending = FALSE;
  assert_order (&self, spread, "ESP AUT ITA MLT GRC FRA POL");
  assert_order (&self, ratio, "ESP AUT FRA GRC MLT ITA POL");
}

/* Names sort as the language has it: Österreich before Polen, not after Zypern. */
static void
test_collation (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load (
    "[{\"country\": \"Cyprus\", \"n\": 1}, {\"country\": \"Austria\", \"n\": 1}, {\"country\": \"Poland\", \"n\": 1}, {\"country\": \"Egypt\", \"n\": 1}]", NULL);
  g_auto(Fixture) english = make (dataset, "en");
  g_auto(Fixture) german = make (dataset, "de");

  assert_order (&english, (CtgArrange) { .by = CTG_SORT_NAME, .series = -1 }, "AUT CYP EGY POL");
  assert_order (&german, (CtgArrange) { .by = CTG_SORT_NAME, .series = -1 }, "EGY AUT POL CYP");
  assert_order (&german, (CtgArrange) { .by = CTG_SORT_NAME, .series = -1, .descending = TRUE }, "CYP POL AUT EGY");
  g_assert_cmpstr (ctg_arranger_get_name (german.arranger, 1), ==, "Österreich");
}

static void
test_stable (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load (
    "[{\"country\": \"Spain\", \"n\": 5}, {\"country\": \"Malta\", \"n\": 7}, {\"country\": \"Italy\", \"n\": 5}, {\"country\": \"Kosovo\", \"n\": null},"
    " {\"country\": \"Greece\", \"n\": 7}, {\"country\": \"Albania\", \"n\": null}]", NULL);
  g_auto(Fixture) self = make (dataset, "en");

  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = -1 }, "ESP ITA MLT GRC XKX ALB");
  assert_order (&self, (CtgArrange) { .by = CTG_SORT_VALUE, .series = -1, .descending = TRUE }, "MLT GRC ESP ITA XKX ALB");
}

/* Numbers of all sizes, below zero too, many of them more than once: differences of two counts. */
static void
test_any_numbers (void)
{
  static const char *const some[] = { "0", "0.5", "1e-300", "1e14", "3", "255", "256", "65536.25", "1e-5" };
  enum { N = 2000 };
  g_autoptr(GString) text = g_string_new ("[");
  unsigned int state = 12;

  for (unsigned int i = 0; i < N; i++)
    {
      g_string_append_printf (text, "%s{\"name\": \"row %u\"", i > 0 ? ", " : "", i);
      for (unsigned int k = 0; k < 2; k++)
        {
          state = state * 1103515245 + 12345;
          g_string_append_printf (text, ", \"%c\": ", 'a' + k);
          if (state >> 16 & 1)
            g_string_append (text, some[(state >> 17) % G_N_ELEMENTS (some)]);
          else
            g_string_append_printf (text, "%u.%u", (state >> 17) % 5000, state >> 20 & 7);
        }
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');

  g_autoptr(GPtrArray) no_countries = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (text->str, no_countries);
  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");
  g_auto(Fixture) self = { ctg_table_new_derived (dataset, CTG_RULE_FIRST, FALSE, &(CtgDerivation) { .derive = CTG_DERIVE_DIFFERENCE }) };
  unsigned int n_negative = 0;

  self.arranger = ctg_arranger_new (self.table, locale);
  for (int descending = 0; descending < 2; descending++)
    {
      CtgArrange arrange = { .by = CTG_SORT_VALUE, .series = 1, .descending = descending };
      unsigned int n_rows;
      g_autofree unsigned int *rows = ctg_arranger_run (self.arranger, &arrange, &n_rows, NULL);

      g_assert_cmpuint (n_rows, ==, N);
      for (unsigned int i = 1; i < n_rows; i++)
        {
          double before = ctg_table_get_estimate (self.table, rows[i - 1], 1)->value, after = ctg_table_get_estimate (self.table, rows[i], 1)->value;

          n_negative += after < 0;
          if (before == after)
            g_assert_cmpuint (rows[i - 1], <, rows[i]);
          else if (descending)
            g_assert_cmpfloat (before, >, after);
          else
            g_assert_cmpfloat (before, <, after);
        }
    }
  g_assert_cmpuint (n_negative, >, N / 2);
}

static void
test_search (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("tsg-2015-12");
  g_autoptr(CtgDataset) fixture = data_test_load_fixture ("three-empties.json");
  g_auto(Fixture) english = make (dataset, "en");
  g_auto(Fixture) german = make (dataset, "de");
  g_auto(Fixture) small = make (fixture, "en");

  /* Accents and case do not matter, either way. */
  assert_order (&small, (CtgArrange) { .series = -1, .search = "cote" }, "CIV");
  assert_order (&small, (CtgArrange) { .series = -1, .search = "CÔTE D'I" }, "CIV");
  assert_order (&small, (CtgArrange) { .series = -1, .search = "bèl" }, "BEL");
  /* By the printed name, by the displayed one, by the code. */
  assert_order (&english, (CtgArrange) { .series = -1, .search = "dutch" }, "NLD");
  assert_order (&english, (CtgArrange) { .series = -1, .search = "netherl" }, "NLD");
  assert_order (&english, (CtgArrange) { .series = -1, .search = "nld" }, "NLD");
  assert_order (&german, (CtgArrange) { .series = -1, .search = "osterr" }, "AUT");
  assert_order (&english, (CtgArrange) { .series = -1, .search = "xyzzy" }, "");
  /* What is typed on a command line need not be UTF-8. */
  assert_order (&english, (CtgArrange) { .series = -1, .search = "\xc3" }, "");
  assert_order (&small, (CtgArrange) { .series = -1, .search = "" }, "TUN LUX MDG BEL CIV AUS AUT RUS " JOINT " FRA ESP");
  assert_order (&small, (CtgArrange) { .series = -1, .search = "western", .aggregates = TRUE }, "aggregate:region:Western Europe");
}

static void
test_region (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  g_auto(Fixture) self = make (dataset, "en");

  assert_order (&self, (CtgArrange) { .series = -1, .region = CTG_REGION_WESTERN_EUROPE, .aggregates = TRUE }, "LUX BEL AUT FRA");
  assert_order (&self, (CtgArrange) { .series = -1, .region = CTG_REGION_WESTERN_ASIA }, JOINT);
  assert_order (&self, (CtgArrange) { .series = -1, .region = CTG_REGION_OCEANIA }, "");
}

typedef struct
{
  CtgCondition conditions[3];
  unsigned int n_conditions;
  const char *expected;
} ConditionCase;

static void
test_conditions (void)
{
  static const ConditionCase cases[] = {
    { { { "name", "belgium" } }, 1, "BEL" },
    { { { "name", "Dutch" } }, 1, "" },
    { { { "name", "Belgique" } }, 1, "BEL" },
    { { { "name", "cote d'ivoire" } }, 1, "CIV" },
    { { { "name", "Belg" } }, 1, "" },
    { { { "code", "fra" } }, 1, "FRA" },
    { { { "code", "FRA" }, { "code", "TUN" } }, 2, "TUN FRA" },
    { { { "region", "western-europe" } }, 1, "LUX BEL AUT FRA" },
    { { { "region", "Western Europe" } }, 1, "LUX BEL AUT FRA" },
    { { { "region", "western-europe" }, { "region", "northern-africa" } }, 2, "TUN LUX BEL AUT FRA" },
    { { { "level", "world" } }, 1, "aggregate:world:World" },
    { { { "source", "example-2017" }, { "fighters.official", ">=1000" } }, 2, "TUN FRA aggregate:world:World aggregate:region:Western Europe" },
    { { { "source", "EXAMPLES 2017" }, { "code", "TUN" } }, 2, "TUN" },
    { { { "status", "official" }, { "region", "southern-europe" } }, 2, "ESP" },
    { { { "status", "Official" }, { "code", "MDG" } }, 2, "" },
    { { { "status", "estimate" } }, 1, "" },
    { { { "fighters.official", "0" } }, 1, "LUX" },
    { { { "fighters", "=300" } }, 1, "AUT" },
    { { { "fighters.official", "<150" } }, 1, "LUX CIV " JOINT },
    { { { "fighters.official", "<= 120" } }, 1, "LUX CIV " JOINT },
    { { { "fighters.official", "≤120" } }, 1, "LUX CIV " JOINT },
    { { { "fighters.official", ">=300" }, { "fighters.official", "<1e3" } }, 2, "BEL AUT ESP" },
    { { { "returnees.official", "!=800" } }, 1, "BEL AUS FRA" },
    { { { "returnees.official", ">102" } }, 1, "TUN FRA" },
    { { { "returnees.official", "reported" } }, 1, "TUN BEL AUS FRA" },
    { { { "returnees.official", "not-applicable" } }, 1, "LUX" },
    { { { "fighters.official", "not-reported" } }, 1, "MDG RUS" },
  };
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  g_auto(Fixture) self = make (dataset, "en");

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s = %s", cases[i].conditions[0].column, cases[i].conditions[0].value);
      assert_order (&self, (CtgArrange) { .series = -1, .conditions = cases[i].conditions, .n_conditions = cases[i].n_conditions, .aggregates = TRUE }, cases[i].expected);
    }
}

static void
test_condition_errors (void)
{
  static const struct
  {
    CtgCondition condition;
    int code;
    const char *words;
  } cases[] = {
    { { "fighters.offical", "3" }, CTG_SPEC_ERROR_PATH, "“fighters.official”" },
    { { "nmae", "x" }, CTG_SPEC_ERROR_PATH, "“name”" },
    { { "colour", "red" }, CTG_SPEC_ERROR_PATH, "expected name, code, region" },
    { { "fighters.official", "many" }, CTG_SPEC_ERROR_VALUE, "“many”" },
    { { "fighters.official", "<" }, CTG_SPEC_ERROR_VALUE, "“<”" },
    { { "fighters.official", "" }, CTG_SPEC_ERROR_VALUE, "no condition on a number" },
    { { "fighters.official", "1,000" }, CTG_SPEC_ERROR_VALUE, "“1,000”" },
    { { "fighters.official", ">nan" }, CTG_SPEC_ERROR_VALUE, "“>nan”" },
    { { "fighters.official", "not reported" }, CTG_SPEC_ERROR_VALUE, "not-reported" },
    { { "region", "mars" }, CTG_SPEC_ERROR_VALUE, "where.region: there is no region “mars”; in these data there are “northern-africa”, “sub-saharan-africa”, " },
    { { "region", "Westasien" }, CTG_SPEC_ERROR_VALUE, "“Westasien”" },
    { { "level", "planet" }, CTG_SPEC_ERROR_VALUE, "where.level: there is no level “planet”; there is “country”, “region”, “world”, “conflict”, “share”." },
    { { "status", "offical" }, CTG_SPEC_ERROR_VALUE, "there is “official”, “non-official”, “estimate”." },
    { { "source", "atlas" }, CTG_SPEC_ERROR_VALUE, "where.source: there is no source “atlas”; there is “" },
    { { "source", NULL }, CTG_SPEC_ERROR_VALUE, "there is no source “”" },
  };
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  g_auto(Fixture) self = make (dataset, "en");

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GError) error = NULL;
      CtgArrange arrange = { .series = -1, .conditions = &cases[i].condition, .n_conditions = 1 };
      unsigned int n_rows = 99;

      g_assert_null (ctg_arranger_run (self.arranger, &arrange, &n_rows, &error));
      g_assert_error (error, CTG_SPEC_ERROR, cases[i].code);
      g_assert_cmpuint (n_rows, ==, 0);
      if (strstr (error->message, cases[i].words) == NULL)
        g_error ("“%s” does not say “%s”", error->message, cases[i].words);
    }
}

/* Whatever is asked for, the answer is a permutation of the rows that are wanted. */
static void
test_permutation (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("fighters-all");
  g_auto(Fixture) self = make (dataset, "ar");
  unsigned int n_table = ctg_table_get_n_rows (self.table);

  for (CtgSortBy by = CTG_SORT_TABLE; by <= CTG_SORT_REGION; by++)
    for (unsigned int series = 0; series < ctg_table_get_n_series (self.table); series++)
      {
        CtgArrange arrange = { .by = by, .series = series, .descending = series % 2 == 1, .aggregates = TRUE };
        g_autofree bool *seen = g_new0 (bool, n_table);
        unsigned int n_rows;
        g_autofree unsigned int *rows = ctg_arranger_run (self.arranger, &arrange, &n_rows, NULL);

        g_assert_cmpuint (n_rows, ==, n_table);
        for (unsigned int i = 0; i < n_rows; i++)
          {
            g_assert_false (seen[rows[i]]);
            seen[rows[i]] = TRUE;
          }
      }
}

/* The quick way to fold gives what the thorough one gives, for every letter and for letters together. */
static void
test_fold (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (1);

  for (gunichar c = 1; c < 0x3000; c++)
    {
      char letter[7] = { 0 };

      if (!g_unichar_validate (c))
        continue;
      g_unichar_to_utf8 (c, letter);

      g_autofree char *quick = ctg_arranger_fold (letter);
      g_autofree char *thorough = ctg_text_fold (letter);

      g_assert_cmpstr (quick, ==, thorough);
    }

  for (unsigned int i = 0; i < 20000; i++)
    {
      g_autoptr(GString) text = g_string_new (NULL);

      for (int n = g_rand_int_range (random, 0, 12); n > 0; n--)
        g_string_append_unichar (text, g_rand_int_range (random, 1, g_rand_boolean (random) ? 0x250 : 0x400));

      g_autofree char *quick = ctg_arranger_fold (text->str);
      g_autofree char *thorough = ctg_text_fold (text->str);

      g_assert_cmpstr (quick, ==, thorough);
    }
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/arrange/sort", test_sort);
  g_test_add_func ("/arrange/spread", test_spread);
  g_test_add_func ("/arrange/collation", test_collation);
  g_test_add_func ("/arrange/stable", test_stable);
  g_test_add_func ("/arrange/any-numbers", test_any_numbers);
  g_test_add_func ("/arrange/search", test_search);
  g_test_add_func ("/arrange/region", test_region);
  g_test_add_func ("/arrange/conditions", test_conditions);
  g_test_add_func ("/arrange/condition-errors", test_condition_errors);
  g_test_add_func ("/arrange/permutation", test_permutation);
  g_test_add_func ("/arrange/fold", test_fold);

  return g_test_run ();
}
