/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Differences, ratios, shares and ranks: numbers against what can be worked out by hand, ranges and bounds against every number they allow. */

#include <math.h>

#include "data-test.h"
#include "data/ctg-interval.h"

#define NONE NAN

static const CtgEstimate samples[] = {
  { 5, NONE, NONE, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED },
  { 0, NONE, NONE, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED },
  { 300, NONE, NONE, CTG_QUALIFIER_ABOUT, CTG_PRESENCE_REPORTED },
  { NONE, 3, 8, CTG_QUALIFIER_RANGE, CTG_PRESENCE_REPORTED },
  { NONE, 0, 4, CTG_QUALIFIER_RANGE, CTG_PRESENCE_REPORTED },
  { 6, 4, 9, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED },
  { NONE, 7, NONE, CTG_QUALIFIER_AT_LEAST, CTG_PRESENCE_REPORTED },
  { NONE, 7, NONE, CTG_QUALIFIER_MORE_THAN, CTG_PRESENCE_REPORTED },
  { NONE, NONE, 10, CTG_QUALIFIER_AT_MOST, CTG_PRESENCE_REPORTED },
  { NONE, NONE, 10, CTG_QUALIFIER_LESS_THAN, CTG_PRESENCE_REPORTED },
};

/* A number that the estimate allows, the k-th of eleven; what has no end is followed far. */
static double
pick (const CtgEstimate *estimate,
      int                k)
{
  double low = !isnan (estimate->low) ? estimate->low : !isnan (estimate->value) ? estimate->value : 0;
  double high = !isnan (estimate->high) ? estimate->high : !isnan (estimate->value) ? estimate->value : 1e9;

  return low + (high - low) * k / 10;
}

static void
assert_allows (const CtgEstimate *estimate,
               double             number)
{
  double slack = 1e-9 * MAX (1, fabs (number));
  double low = !isnan (estimate->low) ? estimate->low : !isnan (estimate->high) ? -INFINITY : estimate->value;
  double high = !isnan (estimate->high) ? estimate->high : !isnan (estimate->low) ? INFINITY : estimate->value;

  g_assert_cmpfloat (number, >=, low - slack);
  g_assert_cmpfloat (number, <=, high + slack);
}

/* Whatever two numbers the sources allow, their difference and ratio are allowed; and where the result has ends, they are reached. */
static void
test_intervals (void)
{
  for (unsigned int x = 0; x < G_N_ELEMENTS (samples); x++)
    for (unsigned int y = 0; y < G_N_ELEMENTS (samples); y++)
      {
        CtgInterval a, b, ratio;
        CtgEstimate difference, quotient;
        double least = INFINITY, most = -INFINITY;

        g_assert_true (ctg_interval_of (&a, &samples[x]));
        g_assert_true (ctg_interval_of (&b, &samples[y]));
        CtgInterval less = ctg_interval_subtract (&a, &b);
        bool divides = ctg_interval_divide (&a, &b, &ratio);

        ctg_interval_to_estimate (&less, &difference);
        if (divides)
          ctg_interval_to_estimate (&ratio, &quotient);
        for (int i = 0; i <= 10; i++)
          for (int j = 0; j <= 10; j++)
            {
              double p = pick (&samples[x], i), q = pick (&samples[y], j);

              if (ctg_estimate_is_reported (&difference))
                assert_allows (&difference, p - q);
              if (divides && q > 0 && ctg_estimate_is_reported (&quotient))
                assert_allows (&quotient, p / q);
              least = MIN (least, p - q);
              most = MAX (most, p - q);
            }
        if (!isnan (difference.low))
          g_assert_cmpfloat_with_epsilon (difference.low, least, 1e-9);
        if (!isnan (difference.high))
          g_assert_cmpfloat_with_epsilon (difference.high, most, 1e-9);
        g_assert_cmpint (divides, ==, y != 1);
      }
}

static void
test_qualifiers (void)
{
  CtgInterval a, b, result;
  CtgEstimate estimate;

  /* More than 7, less 5: more than 2. */
  ctg_interval_of (&a, &samples[7]);
  ctg_interval_of (&b, &samples[0]);
  result = ctg_interval_subtract (&a, &b);
  ctg_interval_to_estimate (&result, &estimate);
  g_assert_cmpint (estimate.qualifier, ==, CTG_QUALIFIER_MORE_THAN);
  g_assert_cmpfloat (estimate.low, ==, 2);
  g_assert_true (isnan (estimate.high));

  /* 5 less at least 7: at most -2. */
  ctg_interval_of (&a, &samples[6]);
  result = ctg_interval_subtract (&b, &a);
  ctg_interval_to_estimate (&result, &estimate);
  g_assert_cmpint (estimate.qualifier, ==, CTG_QUALIFIER_AT_MOST);
  g_assert_cmpfloat (estimate.high, ==, -2);
  g_assert_true (isnan (estimate.low));

  /* At least 7, less at least 7: nothing follows. */
  result = ctg_interval_subtract (&a, &a);
  ctg_interval_to_estimate (&result, &estimate);
  g_assert_cmpint (estimate.presence, ==, CTG_PRESENCE_NOT_APPLICABLE);

  /* A ratio beyond all numbers is none. */
  ctg_interval_of (&a, &(CtgEstimate) { 1e300, NONE, NONE, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED });
  ctg_interval_of (&result, &(CtgEstimate) { 1e-300, NONE, NONE, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED });
  g_assert_true (ctg_interval_divide (&a, &result, &result));
  ctg_interval_to_estimate (&result, &estimate);
  g_assert_cmpint (estimate.presence, ==, CTG_PRESENCE_NOT_APPLICABLE);

  /* About 300 divided by 5. */
  ctg_interval_of (&a, &samples[2]);
  g_assert_true (ctg_interval_divide (&a, &b, &result));
  ctg_interval_to_estimate (&result, &estimate);
  g_assert_cmpint (estimate.qualifier, ==, CTG_QUALIFIER_ABOUT);
  g_assert_cmpfloat (estimate.value, ==, 60);
}

static CtgTable *
derive (const char   *id,
        CtgDerivation derivation)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled (id);

  return ctg_table_new_derived (dataset, CTG_RULE_FIRST, false, &derivation);
}

static const CtgEstimate *
get (const CtgTable *table,
     const char     *key,
     const char     *series)
{
  return ctg_table_get_estimate (table, ctg_table_find_row (table, key), ctg_table_find_series (table, series));
}

/* The Soufan Group's tables of December 2015: Tunisia 6,000 official and 7,000 non-official, Russia 2,400 and none. */
static void
test_compare (void)
{
  g_autoptr(CtgTable) less = derive ("tsg-2015-12", (CtgDerivation) { .derive = CTG_DERIVE_DIFFERENCE });
  g_autoptr(CtgTable) other = derive ("tsg-2015-12", (CtgDerivation) { .derive = CTG_DERIVE_RATIO, .against = "fighters.non-official" });
  const CtgSeries *official = ctg_table_get_series (less, ctg_table_get_against (less));

  g_assert_cmpstr (official->id, ==, "fighters.official");
  g_assert_cmpstr (official->info->unit, ==, "persons");
  g_assert_cmpfloat (get (less, "TUN", "fighters.non-official")->value, ==, 1000);
  g_assert_cmpfloat (get (less, "TUN", "fighters.official")->value, ==, 6000);
  g_assert_cmpint (get (less, "RUS", "fighters.non-official")->presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_cmpfloat (get (other, "TUN", "fighters.official")->value, ==, 0.86);
  g_assert_cmpstr (ctg_table_get_series (other, ctg_table_find_series (other, "fighters.official"))->info->unit, ==, CTG_UNIT_RATIO);
  g_assert_cmpfloat (ctg_table_get_claim (less, ctg_table_find_row (less, "TUN"), ctg_table_find_series (less, "fighters.non-official"))->estimate.value, ==,
                     7000);
}

static char *
dup_package (const char *rows)
{
  return g_strdup_printf ("{\"name\": \"t\", \"resources\": [{\"name\": \"rows\", \"data\": [%s]}]}", rows);
}

/* 60, 30 and 10 of a hundred; then one of them a range, then one without an end. */
static void
test_share (void)
{
  static const struct
  {
    const char *third; /* the number of the third country */
    double shares[3][3]; /* value, low, high */
  } cases[] = {
    { "\"value\": 10", { { 60, NONE, NONE }, { 30, NONE, NONE }, { 10, NONE, NONE } } },
    { "\"low\": 10, \"high\": 60", { { NONE, 40, 60 }, { NONE, 20, 30 }, { NONE, 10, 40 } } },
    { "\"low\": 10", { { NONE, NONE, 60 }, { NONE, NONE, 30 }, { NONE, 10, NONE } } },
  };
  static const char *const keys[] = { "FRA", "DEU", "BEL" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *rows = g_strdup_printf ("{\"code\": \"FRA\", \"value\": 60}, {\"code\": \"DEU\", \"value\": 30}, {\"code\": \"BEL\", %s}",
                                               cases[k].third);
      g_autofree char *package = dup_package (rows);
      g_autoptr(CtgDataset) dataset = data_test_load (package, NULL);
      g_autoptr(CtgTable) table = ctg_table_new_derived (dataset, CTG_RULE_FIRST, false, &(CtgDerivation) { .per = CTG_PER_TOTAL });

      g_assert_true (ctg_table_get_series (table, 0)->is_share);
      for (unsigned int row = 0; row < 3; row++)
        {
          const CtgEstimate *share = ctg_table_get_estimate (table, ctg_table_find_row (table, keys[row]), 0);
          const double numbers[] = { share->value, share->low, share->high };

          for (unsigned int i = 0; i < 3; i++)
            {
              g_test_message ("case %u, %s, number %u: %g", k, keys[row], i, numbers[i]);
              g_assert_cmpint (isnan (numbers[i]), ==, isnan (cases[k].shares[row][i]));
              if (!isnan (numbers[i]))
                g_assert_cmpfloat_with_epsilon (numbers[i], cases[k].shares[row][i], 1e-9);
            }
        }
    }
}

/* Equal numbers share a place; of ranges any place is possible that some choice of numbers gives. */
static void
test_rank (void)
{
  g_autofree char *package = dup_package ("{\"code\": \"FRA\", \"value\": 60}, {\"code\": \"DEU\", \"value\": 30}, {\"code\": \"BEL\", \"value\": 30},"
                                          "{\"code\": \"DNK\", \"low\": 20, \"high\": 40}, {\"code\": \"SWE\", \"value\": 5}, {\"code\": \"NOR\", \"value\": null}");
  static const struct
  {
    const char *key;
    double low, high;
  } expected[] = { { "FRA", 1, 1 }, { "DEU", 2, 3 }, { "BEL", 2, 3 }, { "DNK", 2, 4 }, { "SWE", 5, 5 } };
  g_autoptr(CtgDataset) dataset = data_test_load (package, NULL);
  g_autoptr(CtgTable) table = ctg_table_new_derived (dataset, CTG_RULE_FIRST, false, &(CtgDerivation) { .derive = CTG_DERIVE_RANK });

  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const CtgEstimate *rank = ctg_table_get_estimate (table, ctg_table_find_row (table, expected[i].key), 0);
      double low, high;

      g_assert_true (ctg_estimate_get_ends (rank, &low, &high));
      g_assert_cmpfloat (low, ==, expected[i].low);
      g_assert_cmpfloat (high, ==, expected[i].high);
    }
  g_assert_cmpint (ctg_table_get_estimate (table, ctg_table_find_row (table, "NOR"), 0)->presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_cmpuint (ctg_table_get_series (table, 0)->n_reported, ==, 5);
}

/* Series titles say what is held against what. */
static void
test_titles (void)
{
  g_autoptr(CtgLocale) english = ctg_locale_new ("en");
  g_autoptr(CtgTable) less = derive ("tsg-2015-12", (CtgDerivation) { .derive = CTG_DERIVE_DIFFERENCE });
  g_autoptr(CtgTable) rank = derive ("tsg-2015-12", (CtgDerivation) { .per = CTG_PER_TOTAL, .derive = CTG_DERIVE_RANK });
  g_autofree char *difference = ctg_table_dup_series_title (less, ctg_table_find_series (less, "fighters.non-official"), NULL, 0, english);
  const unsigned int all[] = { ctg_table_find_series (less, "fighters.non-official"), ctg_table_find_series (less, "returnees") };
  g_autofree char *among_all = ctg_table_dup_series_title (less, ctg_table_find_series (less, "fighters.non-official"), all, G_N_ELEMENTS (all), english);
  g_autofree char *place = ctg_table_dup_measure_title (rank, ctg_table_find_series (rank, "fighters.official"), english);

  g_assert_cmpstr (difference, ==, "Non-official − Official");
  g_assert_cmpstr (among_all, ==, "People who travelled: Non-official − Official");
  g_assert_cmpstr (place, ==, "People who travelled, share of the total, rank");
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/data/derive/intervals", test_intervals);
  g_test_add_func ("/data/derive/qualifiers", test_qualifiers);
  g_test_add_func ("/data/derive/compare", test_compare);
  g_test_add_func ("/data/derive/share", test_share);
  g_test_add_func ("/data/derive/rank", test_rank);
  g_test_add_func ("/data/derive/titles", test_titles);

  return g_test_run ();
}
