/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which kind, series and rows are drawn, and what is said when they cannot be. */

#include <string.h>

#include "base/ctg-error.h"
#include "chart-fixture.h"
#include "chart/ctg-select.h"
#include "ctg-test.h"

/* Two measures of one unit (the second part of the first), and one of another. */
#define ROWS \
  "[{\"country\": \"Tunisia\", \"travelled\": 100, \"returned\": 40}, {\"country\": \"France\", \"travelled\": 50, \"returned\": 60}," \
  " {\"country\": \"Belgium\", \"travelled\": null, \"returned\": 10}]"

static void
assert_series (ChartFixture *fixture,
               const char   *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) ids = g_string_new (NULL);
  CtgChartInput input = chart_fixture_input (fixture);
  unsigned int n = 0;
  g_autofree unsigned int *series = ctg_chart_dup_series (&input, &n, &error);

  g_assert_no_error (error);
  for (unsigned int i = 0; i < n; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", ctg_table_get_series (fixture->table, series[i])->id);
  g_assert_cmpstr (ids->str, ==, expected);
}

static void
test_kind (void)
{
  static const struct { const char *dataset; const char *settings; const char *kind; } cases[] = {
    { "tsg-2015-12", "", "grouped" },
    { "tsg-2015-12", "series=fighters.official", "bars" },
    { "icsr-2013-12", "", "bars" },
    { "tsg-2015-12", "kind=dumbbell", "dumbbell" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new (cases[i].dataset, cases[i].settings, true);
      CtgChartInput input = chart_fixture_input (fixture);

      g_assert_cmpstr (ctg_chart_choose_kind (&input, NULL)->id, ==, cases[i].kind);
    }

  g_assert_cmpuint (ctg_chart_get_n_kinds (), >=, 4);
  g_assert_true (ctg_chart_find_kind ("stacked") == ctg_chart_get_kind (2));
  g_assert_null (ctg_chart_find_kind ("pie"));
}

/* Whatever is asked for and does nothing is said. */
static void
test_nothing_computed (void)
{
  g_autoptr(ChartFixture) per = chart_fixture_new ("totals", "kind=bars;per=million", true);
  g_autoptr(ChartFixture) ratio = chart_fixture_new ("profile", "derive=ratio", true);
  g_autoptr(ChartFixture) places = chart_fixture_new ("tsg-2015-12", "kind=bars;per=million", true);
  g_autoptr(ChartFixture) against = chart_fixture_new ("tsg-2015-12", "kind=bars;derive=difference;series=fighters.official,fighters.non-official;against=fighters.official", true);
  ChartFixture *fixtures[] = { per, ratio, places, against };

  for (unsigned int i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixtures[i]);

      g_assert_true (chart_fixture_warned (fixtures[i], CTG_PHRASE_WARN_NOT_COMPUTED) == (i < 2));
      g_assert_true (chart_fixture_warned (fixtures[i], CTG_PHRASE_WARN_AGAINST_NOT_DRAWN) == (i == 3));
    }
}

/* A difference of shares is not a share. */
static void
test_points (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("fighters-all", "kind=bars;top=8;per=total;derive=difference;series=fighters.estimate@icsr-2015-01;"
                                                       "against=fighters.estimate@icsr-2013-12", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  bool found = false;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      found |= node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_AXIS_TITLE && strstr (node->text->string, "percentage points") != NULL;
    }
  g_assert_true (found);
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), " percentage points"));
  g_assert_null (strstr (ctg_scene_get_description (scene), "%"));
}

static void
test_series (void)
{
  g_autoptr(ChartFixture) bars = chart_fixture_new ("tsg-2015-12", "kind=bars", true);
  g_autoptr(ChartFixture) grouped = chart_fixture_new ("tsg-2015-12", "kind=grouped", true);
  g_autoptr(ChartFixture) reversed = chart_fixture_new ("tsg-2015-12", "kind=dumbbell;series=fighters.non-official,fighters.official", true);
  g_autoptr(ChartFixture) completed = chart_fixture_new ("tsg-2015-12", "kind=grouped;series=fighters.non-official", true);
  g_autoptr(ChartFixture) first = chart_fixture_new ("tsg-2015-12", "kind=bars;series=fighters.non-official,fighters.official", true);
  g_autoptr(ChartFixture) stacked = chart_fixture_new ("tsc-2017-10", "kind=stacked", true);
  g_autoptr(ChartFixture) turned = chart_fixture_new ("tsc-2017-10", "kind=stacked;series=returnees.estimate,fighters.estimate", true);

  assert_series (bars, "fighters.official");
  assert_series (grouped, "fighters.official fighters.non-official");
  assert_series (reversed, "fighters.non-official fighters.official");
  assert_series (completed, "fighters.non-official fighters.official");
  assert_series (first, "fighters.non-official");
  assert_series (stacked, "fighters.estimate returnees.estimate");
  assert_series (turned, "fighters.estimate returnees.estimate");

  g_autoptr(CtgScene) one = chart_fixture_compile (first);
  g_autoptr(CtgScene) two = chart_fixture_compile (completed);

  g_assert_true (chart_fixture_warned (first, CTG_PHRASE_WARN_SERIES_NOT_DRAWN));
  g_assert_true (chart_fixture_warned (completed, CTG_PHRASE_WARN_SERIES_ADDED));
}

static void
test_refused (void)
{
  static const struct { const char *settings; int code; const char *words; } cases[] = {
    { "kind=pie", CTG_SPEC_ERROR_VALUE, "kind: there is no chart kind “pie”; the kinds are bars, grouped, " },
    { "series=visitors", CTG_SPEC_ERROR_VALUE, "series: there is no series “visitors”" },
    { "kind=stacked;series=fighters.official,fighters.non-official", CTG_SPEC_ERROR_UNSUPPORTED, "kind: stacked cannot be drawn with these data" },
    { "sort.series=visitors", CTG_SPEC_ERROR_VALUE, "sort.series" },
    { "region=atlantis", CTG_SPEC_ERROR_VALUE, "region: there is no region “atlantis”" },
    { "axis.max=0", CTG_SPEC_ERROR_VALUE, "axis.max" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", cases[i].settings, true);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autoptr(GError) error = NULL;

      g_assert_null (ctg_chart_compile (&input, NULL, &error));
      g_assert_error (error, CTG_SPEC_ERROR, cases[i].code);
      g_assert_true (g_str_has_prefix (error->message, cases[i].words));
    }
}

static void
test_fits (void)
{
  g_autoptr(ChartFixture) tsg = chart_fixture_new ("tsg-2015-12", "series=fighters.official", true);
  g_autoptr(ChartFixture) icsr = chart_fixture_new ("icsr-2013-12", "", true);
  g_autoptr(ChartFixture) profile = chart_fixture_new ("profile", "", true);
  CtgChartInput input = chart_fixture_input (tsg);
  CtgChartInput ranges = chart_fixture_input (icsr);
  CtgChartInput shares = chart_fixture_input (profile);
  g_autofree char *reason = NULL;

  g_assert_true (ctg_chart_kind_fits (ctg_chart_find_kind ("bars"), &input, NULL));
  g_assert_true (ctg_chart_kind_fits (ctg_chart_find_kind ("grouped"), &input, NULL));
  g_assert_true (ctg_chart_kind_fits (ctg_chart_find_kind ("dumbbell"), &input, NULL));
  g_assert_true (ctg_chart_kind_fits (ctg_chart_find_kind ("stacked"), &input, NULL)); /* four countries have returnees */
  g_assert_true (ctg_chart_kind_fits (ctg_chart_find_kind ("bars"), &ranges, NULL));
  g_assert_false (ctg_chart_kind_fits (ctg_chart_find_kind ("stacked"), &ranges, &reason));
  g_assert_cmpstr (reason, ==, "needs a total and a part of it, such as travelled and returned");
  g_assert_false (ctg_chart_kind_fits (ctg_chart_find_kind ("stacked"), &shares, NULL));
}

/* Bounds are never stacked: Belgium's "fewer than 500" and "more than 102" leave no rest that anyone has said. */
static void
test_stacked_rows (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsc-2017-10", "kind=stacked", false);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autoptr(GError) error = NULL;
  unsigned int n_all = 0;
  g_autofree unsigned int *all = ctg_chart_dup_rows (&input, false, &n_all, &error);
  g_autoptr(CtgSelection) drawn = ctg_selection_new (&input, &error);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  g_assert_no_error (error);
  g_assert_cmpuint (drawn->n_drawn, <, n_all);
  for (unsigned int i = 0; i < drawn->n_drawn; i++)
    g_assert_cmpstr (ctg_table_get_row (fixture->table, drawn->rows[i])->code, !=, "BEL");
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NOT_STACKABLE));

  /* Doubtful numbers are no reason why a row is not stacked: the note tells of them. */
  for (unsigned int i = 0; i < ctg_warnings_get_n (fixture->warnings); i++)
    {
      const CtgWarning *warning = ctg_warnings_get (fixture->warnings, i);

      if (warning->phrase != CTG_PHRASE_WARN_NOT_STACKABLE)
        continue;
      g_assert_nonnull (strstr (warning->arguments[0], "Belgium"));
      g_assert_null (strstr (warning->arguments[0], "Lebanon"));
    }
}

static void
test_top (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=bars;top=7", true);
  CtgChartInput input = chart_fixture_input (fixture);
  unsigned int n_all = 0;
  g_autofree unsigned int *all = ctg_chart_dup_rows (&input, false, &n_all, NULL);
  g_autoptr(CtgSelection) drawn = ctg_selection_new (&input, NULL);

  g_assert_cmpuint (n_all, ==, 65);
  g_assert_cmpuint (drawn->n_drawn, ==, 7);
  g_assert_cmpmem (all, 7 * sizeof *all, drawn->rows, 7 * sizeof *drawn->rows);
  g_assert_cmpstr (ctg_table_get_row (fixture->table, drawn->rows[0])->code, ==, "TUN");
}

/* A font that is not there is named, and so is what stands in for it. */
static void
test_font (void)
{
  g_autoptr(ChartFixture) missing = chart_fixture_new ("tsg-2015-12", "kind=bars;top=3;font.family=No Such Family", false);
  g_autoptr(ChartFixture) present = chart_fixture_new ("tsg-2015-12", "kind=bars;top=3", false);
  g_autoptr(CtgScene) a = chart_fixture_compile (missing);
  g_autoptr(CtgScene) b = chart_fixture_compile (present);

  g_assert_true (chart_fixture_warned (missing, CTG_PHRASE_WARN_FONT_SUBSTITUTED));
  g_assert_cmpuint (ctg_warnings_get_n (present->warnings), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/select/kind", test_kind);
  g_test_add_func ("/chart/select/series", test_series);
  g_test_add_func ("/chart/select/nothing-computed", test_nothing_computed);
  g_test_add_func ("/chart/select/points", test_points);
  g_test_add_func ("/chart/select/refused", test_refused);
  g_test_add_func ("/chart/select/fits", test_fits);
  g_test_add_func ("/chart/select/stacked-rows", test_stacked_rows);
  g_test_add_func ("/chart/select/top", test_top);
  g_test_add_func ("/chart/select/font", test_font);

  return g_test_run ();
}
