/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pivot: rows, series, rules, doubtful claims, names and titles. */

#include "data-test.h"

#define ROW(text) "{\"name\": \"Malta\", \"code\": \"MLT\", \"measure\": \"m\", \"source\": \"s\", " text "}"
#define PACKAGE(rows) "{\"resources\": [{\"data\": [" rows "]}]}"

static const CtgEstimate *
get (CtgTable   *table,
     const char *key,
     const char *series)
{
  int row = ctg_table_find_row (table, key), column = ctg_table_find_series (table, series);

  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (column, >=, 0);

  return ctg_table_get_estimate (table, row, column);
}

static void
test_fixture (void)
{
  static const char *const keys[] = {
    "TUN", "LUX", "MDG", "BEL", "CIV", "AUS", "AUT", "RUS", "country:Israel and Palestinian Territories", "FRA", "ESP",
    "aggregate:world:World", "aggregate:region:Western Europe",
  };
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);

  g_assert_true (ctg_table_get_dataset (table) == dataset);
  g_assert_cmpuint (ctg_table_get_n_rows (table), ==, G_N_ELEMENTS (keys));
  g_assert_cmpuint (ctg_table_get_n_aggregates (table), ==, 2);
  for (unsigned int i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_assert_cmpstr (ctg_table_get_row (table, i)->key, ==, keys[i]);
      g_assert_cmpint (ctg_table_find_row (table, keys[i]), ==, i);
      g_assert_cmpint (ctg_table_get_row (table, i)->aggregate, ==, i >= 11);
    }
  g_assert_cmpint (ctg_table_find_row (table, "DEU"), ==, -1);

  g_assert_cmpuint (ctg_table_get_n_series (table), ==, 2);
  g_assert_cmpstr (ctg_table_get_series (table, 0)->id, ==, "fighters.official");
  g_assert_null (ctg_table_get_series (table, 0)->source);
  g_assert_cmpuint (ctg_table_get_series (table, 0)->n_reported, ==, 9);
  g_assert_cmpuint (ctg_table_get_series (table, 0)->n_doubtful, ==, 1);
  g_assert_cmpuint (ctg_table_get_series (table, 1)->n_reported, ==, 4);

  /* Three empties stay apart. */
  g_assert_cmpfloat (get (table, "LUX", "fighters")->value, ==, 0);
  g_assert_cmpint (get (table, "LUX", "fighters")->presence, ==, CTG_PRESENCE_REPORTED);
  g_assert_cmpint (get (table, "LUX", "returnees")->presence, ==, CTG_PRESENCE_NOT_APPLICABLE);
  g_assert_cmpint (get (table, "MDG", "fighters")->presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_cmpint (get (table, "MDG", "returnees")->presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_nonnull (ctg_table_get_claim (table, 2, 0));
  g_assert_null (ctg_table_get_claim (table, 2, 1));

  g_assert_cmpint (ctg_table_get_row (table, 4)->region, ==, CTG_REGION_SUB_SAHARAN_AFRICA);
  g_assert_cmpint (ctg_table_get_row (table, 8)->region, ==, CTG_REGION_WESTERN_ASIA);
  g_assert_cmpint (ctg_table_get_row (table, 11)->region, ==, CTG_REGION_NONE);
}

static void
test_doubtful (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  g_autoptr(CtgTable) without = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgTable) with = ctg_table_new (dataset, CTG_RULE_FIRST, TRUE);
  int row = ctg_table_find_row (without, "RUS");

  g_assert_false (ctg_estimate_is_reported (get (without, "RUS", "fighters")));
  g_assert_true (ctg_table_get_claim (without, row, 0)->doubtful);
  g_assert_cmpfloat (get (with, "RUS", "fighters")->high, ==, 609);
  g_assert_cmpuint (ctg_table_get_series (with, 0)->n_reported, ==, 10);
  g_assert_cmpuint (ctg_table_get_series (with, 0)->n_doubtful, ==, 1);
}

/* A doubtful claim gives way to one that is not, in the same cell. */
static void
test_doubtful_beside (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load (
    PACKAGE (ROW ("\"value\": 1, \"as_of\": \"2016\", \"doubtful\": true") "," ROW ("\"value\": 2, \"as_of\": \"2015\"")), NULL);
  g_autoptr(CtgTable) without = ctg_table_new (dataset, CTG_RULE_LATEST, FALSE);
  g_autoptr(CtgTable) with = ctg_table_new (dataset, CTG_RULE_LATEST, TRUE);

  g_assert_cmpfloat (get (without, "MLT", "m")->value, ==, 2);
  g_assert_cmpfloat (get (with, "MLT", "m")->value, ==, 1);
}

typedef struct
{
  CtgRule rule;
  double value;
  double low;
  double high;
  CtgQualifier qualifier;
} RuleCase;

static void
assert_rules (const char     *package,
              const RuleCase *cases,
              unsigned int    n_cases)
{
  g_autoptr(CtgDataset) dataset = data_test_load (package, NULL);

  for (unsigned int i = 0; i < n_cases; i++)
    {
      g_autoptr(CtgTable) table = ctg_table_new (dataset, cases[i].rule, FALSE);
      const CtgEstimate *estimate = get (table, "MLT", "m.estimate");

      g_test_message ("rule %d: %g %g %g", cases[i].rule, estimate->value, estimate->low, estimate->high);
      g_assert_true (isnan (cases[i].value) ? isnan (estimate->value) : estimate->value == cases[i].value);
      g_assert_true (isnan (cases[i].low) ? isnan (estimate->low) : estimate->low == cases[i].low);
      g_assert_true (isnan (cases[i].high) ? isnan (estimate->high) : estimate->high == cases[i].high);
      g_assert_cmpint (estimate->qualifier, ==, cases[i].qualifier);
    }
}

static void
test_rules (void)
{
  static const RuleCase dates[] = {
    { CTG_RULE_FIRST, 30, NAN, NAN, CTG_QUALIFIER_EXACT },
    { CTG_RULE_LATEST, 30, NAN, NAN, CTG_QUALIFIER_EXACT },
    { CTG_RULE_LOWEST, 20, NAN, NAN, CTG_QUALIFIER_EXACT },
    { CTG_RULE_HIGHEST, NAN, 25, 60, CTG_QUALIFIER_RANGE },
    { CTG_RULE_FULL_SPAN, NAN, 20, 60, CTG_QUALIFIER_RANGE },
  };
  static const RuleCase editions[] = {
    { CTG_RULE_FIRST, 271, NAN, NAN, CTG_QUALIFIER_EXACT },
    { CTG_RULE_LATEST, 302, NAN, NAN, CTG_QUALIFIER_EXACT },
  };
  static const RuleCase open_above[] = { { CTG_RULE_FULL_SPAN, NAN, 40, NAN, CTG_QUALIFIER_AT_LEAST } };
  static const RuleCase open_below[] = { { CTG_RULE_FULL_SPAN, NAN, NAN, 70, CTG_QUALIFIER_AT_MOST } };
  static const RuleCase open_both[] = { { CTG_RULE_FULL_SPAN, NAN, 40, NAN, CTG_QUALIFIER_MORE_THAN } };
  static const RuleCase no_span[] = { { CTG_RULE_FULL_SPAN, 5, NAN, NAN, CTG_QUALIFIER_ABOUT } };
  static const RuleCase missing_first[] = {
    { CTG_RULE_FIRST, 5, NAN, NAN, CTG_QUALIFIER_EXACT },
    { CTG_RULE_LATEST, 5, NAN, NAN, CTG_QUALIFIER_EXACT },
  };

  /* One edition, three dates; the unknown one is the oldest. */
  assert_rules (PACKAGE (ROW ("\"value\": 20") "," ROW ("\"value\": 30, \"as_of\": \"2016-06\"") "," ROW ("\"low\": 25, \"high\": 60, \"as_of\": \"2015\"")),
                dates, G_N_ELEMENTS (dates));
  assert_rules (PACKAGE (ROW ("\"value\": 271, \"edition\": \"first\", \"as_of\": \"2017-10-24\"") "," ROW ("\"value\": 302, \"edition\": \"second\", \"as_of\": \"2017-10-31\"")),
                editions, G_N_ELEMENTS (editions));
  assert_rules (PACKAGE (ROW ("\"low\": 40") "," ROW ("\"value\": 60")), open_above, 1);
  assert_rules (PACKAGE (ROW ("\"high\": 70") "," ROW ("\"value\": 60")), open_below, 1);
  assert_rules (PACKAGE (ROW ("\"low\": 40, \"qualifier\": \"more-than\"") "," ROW ("\"high\": 70")), open_both, 1);
  assert_rules (PACKAGE (ROW ("\"value\": 5, \"qualifier\": \"about\"") "," ROW ("\"value\": 5")), no_span, 1);
  /* What is not reported gives way to what is, whatever its date. */
  assert_rules (PACKAGE (ROW ("\"presence\": \"not-reported\", \"as_of\": \"2017\"") "," ROW ("\"value\": 5, \"as_of\": \"2015\"")),
                missing_first, G_N_ELEMENTS (missing_first));
}

static void
test_official_first (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load (
    PACKAGE (ROW ("\"value\": 1, \"status\": \"estimate\"") "," ROW ("\"value\": 2, \"status\": \"non-official\"") "," ROW ("\"value\": 3, \"status\": \"official\"") ","
             "{\"name\": \"Spain\", \"code\": \"ESP\", \"measure\": \"m\", \"value\": 4, \"status\": \"non-official\", \"source\": \"s\"},"
             "{\"name\": \"Spain\", \"code\": \"ESP\", \"measure\": \"m\", \"presence\": \"not-reported\", \"status\": \"official\", \"source\": \"s\"}"), NULL);
  g_autoptr(CtgTable) apart = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgTable) together = ctg_table_new (dataset, CTG_RULE_OFFICIAL_FIRST, FALSE);

  g_assert_cmpuint (ctg_table_get_n_series (apart), ==, 3);
  g_assert_cmpstr (ctg_table_get_series (apart, 0)->id, ==, "m.official");
  g_assert_cmpstr (ctg_table_get_series (apart, 1)->id, ==, "m.non-official");
  g_assert_cmpstr (ctg_table_get_series (apart, 2)->id, ==, "m.estimate");
  /* The bare measure is ambiguous where it has several statuses. */
  g_assert_cmpint (ctg_table_find_series (apart, "m"), ==, -1);

  g_assert_cmpuint (ctg_table_get_n_series (together), ==, 1);
  g_assert_cmpstr (ctg_table_get_series (together, 0)->id, ==, "m.official");
  g_assert_cmpint (ctg_table_find_series (together, "m"), ==, 0);
  g_assert_cmpint (ctg_table_find_series (together, "m.non-official"), ==, 0);
  g_assert_cmpfloat (get (together, "MLT", "m")->value, ==, 3);
  g_assert_cmpfloat (get (together, "ESP", "m")->value, ==, 4);
  g_assert_cmpuint (ctg_table_get_series (together, 0)->n_reported, ==, 2);
}

static void
test_sources (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("fighters-all");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgDataset) single = data_test_load_bundled ("tsg-2015-12");
  g_autoptr(CtgTable) single_table = ctg_table_new (single, CTG_RULE_FIRST, FALSE);
  int series = ctg_table_find_series (table, "fighters.official@tsg-2015-12");

  g_assert_cmpint (series, >=, 0);
  g_assert_cmpstr (ctg_table_get_series (table, series)->source, ==, "tsg-2015-12");
  g_assert_cmpfloat (get (table, "TUN", "fighters.official@tsg-2015-12")->value, ==, 6000);
  g_assert_cmpfloat (get (table, "TUN", "fighters.non-official@tsg-2015-12")->value, ==, 7000);
  g_assert_cmpfloat (get (table, "TUN", "fighters.estimate@tsc-2017-10")->value, ==, 2926);
  g_assert_cmpint (ctg_table_find_series (table, "fighters"), ==, -1);
  g_assert_cmpint (ctg_table_find_series (table, "fighters.estimate"), ==, -1);
  g_assert_cmpint (ctg_table_find_series (table, "fighters.official@nobody"), ==, -1);
  /* A series named with its source is found where there is only that source, too. */
  g_assert_cmpint (ctg_table_find_series (single_table, "fighters.official@tsg-2015-12"), ==, ctg_table_find_series (single_table, "fighters.official"));
  g_assert_cmpint (ctg_table_find_series (single_table, "fighters.official@icsr-2015-01"), ==, -1);
}

static char *
make_title (CtgTable          *table,
            const char *const *ids,
            unsigned int       which,
            const CtgLocale   *locale)
{
  unsigned int among[8];
  unsigned int n = g_strv_length ((char **) ids);

  for (unsigned int i = 0; i < n; i++)
    {
      int series = ctg_table_find_series (table, ids[i]);

      g_assert_cmpint (series, >=, 0);
      among[i] = series;
    }

  return ctg_table_dup_series_title (table, among[which], among, n, locale);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *ids[4];
    const char *titles[3];
  } cases[] = {
    { { "fighters.official@tsg-2015-12" }, { "People who travelled" } },
    { { "fighters.official@tsg-2015-12", "fighters.non-official@tsg-2015-12" }, { "Official", "Non-official" } },
    { { "fighters.official@tsg-2015-12", "fighters.estimate@tsc-2017-10" }, { "TSG, 2015", "TSC, 2017" } },
    { { "fighters.official@tsg-2015-12", "fighters.non-official@tsg-2015-12", "fighters.estimate@tsc-2017-10" },
      { "TSG, 2015, official", "TSG, 2015, non-official", "TSC, 2017" } },
  };
  g_autoptr(CtgDataset) all = data_test_load_bundled ("fighters-all");
  g_autoptr(CtgTable) table = ctg_table_new (all, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgDataset) tsc = data_test_load_bundled ("tsc-2017-10");
  g_autoptr(CtgTable) tsc_table = ctg_table_new (tsc, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgDataset) tsg = data_test_load_bundled ("tsg-2015-12");
  g_autoptr(CtgTable) tsg_table = ctg_table_new (tsg, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");
  const char *const measures[] = { "fighters.estimate", "returnees.estimate", NULL };
  const char *const mixed[] = { "fighters.official", "fighters.non-official", "returnees.estimate", NULL };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    for (unsigned int k = 0; cases[i].ids[k] != NULL; k++)
      {
        g_autofree char *title = make_title (table, cases[i].ids, k, locale);
        g_assert_cmpstr (title, ==, cases[i].titles[k]);
      }

  g_autofree char *travelled = make_title (tsc_table, measures, 0, locale);
  g_autofree char *returned = make_title (tsc_table, measures, 1, locale);
  g_autofree char *official = make_title (tsg_table, mixed, 0, locale);
  g_autofree char *estimate = make_title (tsg_table, mixed, 2, locale);
  g_autofree char *alone = ctg_table_dup_series_title (tsg_table, 0, NULL, 0, locale);

  g_assert_cmpstr (travelled, ==, "People who travelled");
  g_assert_cmpstr (returned, ==, "Returned");
  g_assert_cmpstr (official, ==, "People who travelled, official");
  g_assert_cmpstr (estimate, ==, "Returned, estimate");
  g_assert_cmpstr (alone, ==, "People who travelled");
}

static void
test_names (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("tsg-2015-12");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgLocale) english = ctg_locale_new ("en");
  g_autoptr(CtgLocale) german = ctg_locale_new ("de");
  int row = ctg_table_find_row (table, "NLD");
  g_autofree char *name = ctg_table_dup_row_name (table, row, english);
  g_autofree char *german_name = ctg_table_dup_row_name (table, row, german);
  g_autofree char *aggregate = ctg_table_dup_row_name (table, ctg_table_find_row (table, "aggregate:region:Middle East"), english);

  g_assert_cmpstr (ctg_table_get_row (table, row)->name, ==, "Dutch");
  g_assert_cmpstr (name, ==, "Netherlands");
  g_assert_cmpstr (german_name, ==, "Niederlande");
  g_assert_cmpstr (aggregate, ==, "Middle East");
}

/* Many rows with one number each, in many series: memory follows the claims, not the product. */
static void
test_sparse (void)
{
  g_autoptr(GString) text = g_string_new ("[");

  for (unsigned int i = 0; i < 30000; i++)
    g_string_append_printf (text, "%s{\"name\": \"Place %u\", \"level\": \"region\", \"measure\": \"m%u\", \"value\": %u, \"low\": 0, \"high\": 99999}", i > 0 ? "," : "", i, i % 250, i);
  g_string_append_c (text, ']');

  g_autoptr(CtgDataset) dataset = data_test_load (text->str, NULL);
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);

  g_assert_cmpuint (ctg_table_get_n_rows (table), ==, 30000);
  g_assert_cmpuint (ctg_table_get_n_series (table), ==, 250);
  for (unsigned int i = 0; i < 30000; i += 1234)
    for (unsigned int k = 0; k < 250; k++)
      {
        g_assert_cmpint (ctg_estimate_is_reported (ctg_table_get_estimate (table, i, k)), ==, k == i % 250);
        if (k == i % 250)
          g_assert_cmpfloat (ctg_table_get_estimate (table, i, k)->value, ==, i);
      }
}

static void
test_empty (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load ("{\"resources\": [{\"schema\": {\"fields\": [{\"name\": \"name\"}, {\"name\": \"measure\"}, {\"name\": \"value\"}]}, \"data\": []}]}", NULL);
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);

  g_assert_cmpuint (ctg_table_get_n_rows (table), ==, 0);
  g_assert_cmpuint (ctg_table_get_n_series (table), ==, 0);
  g_assert_cmpint (ctg_table_find_row (table, "MLT"), ==, -1);
  g_assert_cmpint (ctg_table_find_series (table, "m"), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/table/fixture", test_fixture);
  g_test_add_func ("/table/doubtful", test_doubtful);
  g_test_add_func ("/table/doubtful-beside", test_doubtful_beside);
  g_test_add_func ("/table/rules", test_rules);
  g_test_add_func ("/table/official-first", test_official_first);
  g_test_add_func ("/table/sources", test_sources);
  g_test_add_func ("/table/titles", test_titles);
  g_test_add_func ("/table/names", test_names);
  g_test_add_func ("/table/sparse", test_sparse);
  g_test_add_func ("/table/empty", test_empty);

  return g_test_run ();
}
