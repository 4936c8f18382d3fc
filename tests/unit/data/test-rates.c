/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* People per million: against the rates that a source printed beside its counts, and what has no population. */

#include <math.h>

#include "ctg-test.h"
#include "data/ctg-library.h"
#include "data/ctg-population.h"
#include "data/ctg-table.h"

static CtgTable *
load (const char *id)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgDataset) dataset = ctg_library_load (id, &error);

  g_assert_no_error (error);
  return ctg_table_new_derived (dataset, CTG_RULE_FIRST, false, &(CtgDerivation) { .per = CTG_PER_MILLION });
}

/* ICSR prints "up to" so many per million of population, computed from the upper figure; for four countries it took another population. */
static void
test_icsr (void)
{
  static const char *const others[] = { "BEL", "DNK", "IRL", "SWE" };
  g_autoptr(CtgTable) table = load ("icsr-2015-01");
  int counts = ctg_table_find_series (table, "fighters");
  int printed = ctg_table_find_series (table, "per_million");
  unsigned int n = 0;

  g_assert_cmpint (counts, >=, 0);
  g_assert_cmpint (printed, >=, 0);
  for (unsigned int row = 0; row < ctg_table_get_n_rows (table); row++)
    {
      const CtgEstimate *rate = ctg_table_get_estimate (table, row, counts);
      const CtgEstimate *expected = ctg_table_get_estimate (table, row, printed);
      const char *code = ctg_table_get_row (table, row)->code;
      double within = 0.6;
      double low;
      double high;

      if (!ctg_estimate_is_reported (expected))
        continue;
      for (unsigned int k = 0; k < G_N_ELEMENTS (others); k++)
        if (g_strcmp0 (others[k], code) == 0)
          within = 1.1;
      g_assert_true (ctg_estimate_get_ends (rate, &low, &high));
      g_test_message ("%s: %g, printed %g", code, high, expected->high);
      g_assert_cmpfloat (fabs (high - expected->high), <=, within);
      n++;
    }
  g_assert_cmpuint (n, ==, 14);
}

/* 6,000 people of 11,402,264; three of 201,675,532; regions and unknown countries have no population. */
static void
test_values (void)
{
  g_autoptr(CtgTable) table = load ("tsg-2015-12");
  int series = ctg_table_find_series (table, "fighters.official");
  const CtgMeasure *measure = ctg_table_get_series (table, series)->info;
  const CtgEstimate *brazil = ctg_table_get_estimate (table, ctg_table_find_row (table, "BRA"), series);

  g_assert_cmpfloat (ctg_population_get ("TUN"), ==, 11402264);
  g_assert_cmpfloat (ctg_population_get ("XXX"), ==, 0);
  g_assert_cmpfloat (ctg_population_get (NULL), ==, 0);
  g_assert_cmpuint (ctg_population_get_year (), ==, 2015);

  g_assert_cmpstr (measure->unit, ==, CTG_UNIT_PER_MILLION);
  g_assert_cmpint (measure->nature, ==, CTG_NATURE_RATE);
  g_assert_cmpfloat_with_epsilon (ctg_table_get_estimate (table, ctg_table_find_row (table, "TUN"), series)->value, 526.2, 1e-9);
  g_assert_cmpfloat_with_epsilon (brazil->value, 0.015, 1e-9);
  g_assert_cmpfloat (ctg_table_get_claim (table, ctg_table_find_row (table, "TUN"), series)->estimate.value, ==, 6000);
  for (unsigned int row = ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table); row < ctg_table_get_n_rows (table); row++)
    g_assert_false (ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series)));
}

/* Where rows are no places nothing is divided. */
static void
test_statements (void)
{
  g_autoptr(CtgTable) table = load ("totals");

  for (unsigned int s = 0; s < ctg_table_get_n_series (table); s++)
    g_assert_cmpstr (ctg_table_get_series (table, s)->info->unit, !=, CTG_UNIT_PER_MILLION);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/data/rates/icsr", test_icsr);
  g_test_add_func ("/data/rates/values", test_values);
  g_test_add_func ("/data/rates/statements", test_statements);

  return g_test_run ();
}
