/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which counts and rows may be drawn as parts of a whole, and that squares are drawn as long as the numbers are. */

#include <string.h>

#include "chart/ctg-parts.h"
#include "chart-fixture.h"
#include "ctg-test.h"

#define FIELD(name, type) "{\"name\": \"" name "\", \"type\": \"" type "\", \"role\": \"" name "\"}"
#define ROW(country, code, measure, numbers) \
  "{\"place\": \"" country "\", \"code\": \"" code "\", \"measure\": \"" measure "\", \"status\": \"estimate\", " numbers "}"

/* Schools is a partition of 100 per cent; women overlap with it. Of those who travelled some returned and some remain; women may be either. */
#define PACKAGE \
  "{\"name\": \"parts\", \"title\": \"Parts\", \"contingent\": {\"format\": 1, \"rows\": \"place\", \"measures\": {" \
  " \"fighters\": {\"title\": \"Travelled\", \"unit\": \"persons\"}," \
  " \"returnees\": {\"title\": \"Returned\", \"unit\": \"persons\", \"subsetOf\": \"fighters\", \"rest\": \"Others\", \"partition\": \"outcome\"}," \
  " \"remaining\": {\"title\": \"Remaining\", \"unit\": \"persons\", \"subsetOf\": \"fighters\", \"rest\": \"Others\", \"partition\": \"outcome\"}," \
  " \"women\": {\"title\": \"Women\", \"unit\": \"persons\", \"subsetOf\": \"fighters\", \"rest\": \"Others\"}," \
  " \"primary\": {\"title\": \"Primary\", \"unit\": \"percent\", \"nature\": \"share\", \"partition\": \"school\"}," \
  " \"secondary\": {\"title\": \"Secondary\", \"unit\": \"percent\", \"nature\": \"share\", \"partition\": \"school\"}," \
  " \"converts\": {\"title\": \"Converts\", \"unit\": \"percent\", \"nature\": \"share\", \"overlaps\": true}}}," \
  " \"resources\": [{\"name\": \"countries\", \"schema\": {\"fields\": [" FIELD ("place", "string") ", " FIELD ("code", "string") ", " \
  FIELD ("measure", "string") ", " FIELD ("status", "string") ", " FIELD ("value", "number") ", " FIELD ("low", "number") ", " \
  FIELD ("qualifier", "string") "]}, \"data\": [" \
  ROW ("Tunisia", "TUN", "fighters", "\"value\": 1000") ", " ROW ("Tunisia", "TUN", "returnees", "\"value\": 250") ", " \
  ROW ("Tunisia", "TUN", "remaining", "\"value\": 300") ", " ROW ("Tunisia", "TUN", "women", "\"value\": 100") ", " \
  ROW ("France", "FRA", "fighters", "\"value\": 50") ", " ROW ("France", "FRA", "returnees", "\"value\": 60") ", " \
  ROW ("France", "FRA", "remaining", "\"value\": 10") ", " \
  ROW ("Belgium", "BEL", "fighters", "\"value\": 500") ", " ROW ("Belgium", "BEL", "returnees", "\"low\": 102, \"qualifier\": \"more-than\"") ", " \
  ROW ("Spain", "ESP", "fighters", "\"value\": 204") ", " ROW ("Spain", "ESP", "returnees", "\"value\": 30") ", " \
  ROW ("Spain", "ESP", "remaining", "\"value\": 180") ", " \
  ROW ("Tunisia", "TUN", "primary", "\"value\": 40.5") ", " ROW ("Tunisia", "TUN", "secondary", "\"value\": 60") ", " \
  ROW ("France", "FRA", "primary", "\"value\": 30") ", " ROW ("France", "FRA", "secondary", "\"value\": 50") ", " \
  ROW ("Spain", "ESP", "primary", "\"value\": 70") ", " ROW ("Spain", "ESP", "secondary", "\"value\": 50") ", " \
  ROW ("Spain", "ESP", "converts", "\"value\": 5") "]}]}"

typedef struct
{
  ChartFixture *fixture;
  unsigned int series[4];
  unsigned int n;
} Parts;

static void
parts_clear (Parts *self)
{
  chart_fixture_free (self->fixture);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static void
parts_init (Parts      *self,
            const char *measures)
{
  g_auto(GStrv) ids = g_strsplit (measures, ",", -1);

  self->fixture = chart_fixture_new_json (PACKAGE, "", true);
  for (self->n = 0; ids[self->n] != NULL; self->n++)
    {
      int index = ctg_table_find_series (self->fixture->table, ids[self->n]);

      g_assert_cmpint (index, >=, 0);
      self->series[self->n] = index;
    }
}

static void
assert_suit (const char *measures,
             const char *reason)
{
  g_auto(Parts) parts = { 0 };
  g_autofree char *why = NULL;

  parts_init (&parts, measures);
  g_assert_true (ctg_parts_suit (parts.fixture->table, parts.series, parts.n, parts.fixture->locale, &why) == (reason == NULL));
  g_assert_cmpstr (why, ==, reason);
}

static void
test_suit (void)
{
  assert_suit ("fighters,returnees", NULL);
  assert_suit ("returnees,fighters", NULL);
  assert_suit ("fighters,returnees,remaining", NULL);
  assert_suit ("primary,secondary", NULL);
  assert_suit ("fighters,returnees,women", "Returned and Women may overlap and cannot be stacked together");
  assert_suit ("returnees,remaining", "needs a total and a part of it, such as travelled and returned");
  assert_suit ("fighters,primary", "needs a total and a part of it, such as travelled and returned");
  assert_suit ("primary,converts", "Converts overlaps with other shares and cannot be stacked");
}

/* The whole comes first, the parts keep their order. */
static void
test_order (void)
{
  g_auto(Parts) parts = { 0 };

  parts_init (&parts, "remaining,returnees,fighters");
  g_assert_true (ctg_parts_suit (parts.fixture->table, parts.series, parts.n, parts.fixture->locale, NULL));
  g_assert_cmpstr (ctg_table_get_series (parts.fixture->table, parts.series[0])->measure, ==, "fighters");
  g_assert_cmpstr (ctg_table_get_series (parts.fixture->table, parts.series[1])->measure, ==, "remaining");
  g_assert_cmpstr (ctg_table_get_series (parts.fixture->table, parts.series[2])->measure, ==, "returnees");
  g_assert_true (ctg_parts_have_whole (parts.fixture->table, parts.series, parts.n));
}

static void
assert_rows (const char *measures,
             const char *expected)
{
  g_auto(Parts) parts = { 0 };
  g_autoptr(GString) taken = g_string_new (NULL);

  parts_init (&parts, measures);
  for (unsigned int row = 0; row < ctg_table_get_n_rows (parts.fixture->table); row++)
    {
      if (ctg_parts_add_up (parts.fixture->table, row, parts.series, parts.n))
        g_string_append_printf (taken, "%s ", ctg_table_get_row (parts.fixture->table, row)->code);
    }
  g_assert_cmpstr (taken->str, ==, expected);
}

/* France's part is larger than its whole, Belgium's is a bound, Spain's two parts together are larger; rounded shares may exceed 100 a little. */
static void
test_rows (void)
{
  assert_rows ("fighters,returnees", "TUN ESP ");
  assert_rows ("fighters,returnees,remaining", "TUN ");
  assert_rows ("primary,secondary", "TUN FRA ");
}

static double
measure_squares (const CtgScene *scene,
                 int             row,
                 int             series,
                 double         *side)
{
  double width = 0;

  *side = 0;
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind != CTG_NODE_RECT || node->role != CTG_ROLE_MARK_PART || node->datum.row != row || node->datum.series != series ||
          node->style->fill.alpha <= 0)
        continue;
      width += node->rect.rect.width;
      *side = node->rect.rect.height;
    }

  return width;
}

static void
assert_squares (ChartFixture *fixture,
                CtgScene     *scene,
                const char   *row,
                const char   *series,
                double        squares)
{
  double side;
  double width = measure_squares (scene, ctg_table_find_row (fixture->table, row), ctg_table_find_series (fixture->table, series), &side);

  g_assert_cmpfloat_with_epsilon (width / side, squares, 0.001);
}

/* The area of the squares is the number, remainders and pieces of parts too. */
static void
test_squares (void)
{
  g_autoptr(ChartFixture) one = chart_fixture_new ("tsg-2015-12", "kind=dots;series=fighters.official;top=20;page.width=89mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (one);
  g_autoptr(ChartFixture) parts = chart_fixture_new_json (PACKAGE, "kind=dots;series=fighters,returnees,remaining;page.width=180mm", true);
  g_autoptr(CtgScene) pieces = chart_fixture_compile (parts);

  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "One square is 200 people."));
  assert_squares (one, scene, "TUN", "fighters.official", 30);
  assert_squares (one, scene, "DEU", "fighters.official", 3.8);

  g_assert_nonnull (strstr (ctg_scene_get_description (pieces), "One square is 10 people."));
  assert_squares (parts, pieces, "TUN", "returnees.estimate", 25);
  assert_squares (parts, pieces, "TUN", "remaining.estimate", 30);
  assert_squares (parts, pieces, "TUN", "fighters.estimate", 45);
  g_assert_true (chart_fixture_warned (parts, CTG_PHRASE_WARN_NOT_STACKABLE));
}

/* 69 of a hundred squares; an upper bound has light squares only. */
static void
test_hundred (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("profile", "kind=dots;page.width=120mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int n_first = 0;

  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "One square is 1 per cent."));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_RECT && node->role == CTG_ROLE_MARK_PART && node->datum.row == 0)
        n_first++;
    }
  g_assert_cmpuint (n_first, ==, 100);
}

/* A bar of a hundred: Tunisia's 250 and 300 of 1,000 are a quarter and three tenths of it, and the rest is the whole's mark. */
static void
test_shares (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (PACKAGE, "kind=shares;series=fighters,returnees,remaining;page.width=180mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int row = ctg_table_find_row (fixture->table, "TUN");
  double height;
  double returned = measure_squares (scene, row, ctg_table_find_series (fixture->table, "returnees"), &height);
  double remaining = measure_squares (scene, row, ctg_table_find_series (fixture->table, "remaining"), &height);
  double rest = measure_squares (scene, row, ctg_table_find_series (fixture->table, "fighters"), &height);
  double all = returned + remaining + rest;

  g_assert_cmpfloat_with_epsilon (returned / all, 0.25, 1e-6);
  g_assert_cmpfloat_with_epsilon (remaining / all, 0.3, 1e-6);
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Travelled, Returned and Remaining"));
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NOT_STACKABLE));
}

static void
assert_refused (const char *dataset,
                const char *expected)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new (dataset, "kind=shares", true);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autofree char *reason = NULL;

  g_assert_false (ctg_chart_kind_fits (ctg_chart_find_kind ("shares"), &input, &reason));
  g_assert_cmpstr (reason, ==, expected);
}

/* The shares of the World Bank overlap; so do two sources' counts of one thing. */
static void
test_shares_refused (void)
{
  assert_refused ("profile", "Share overlaps with other shares and cannot be stacked");
  assert_refused ("fighters-all", "needs a total and a part of it, such as travelled and returned");
}

static void
test_refused (void)
{
  g_autoptr(ChartFixture) rates = chart_fixture_new ("rferl-2015-11", "", true);
  CtgChartInput input = chart_fixture_input (rates);
  g_autofree char *reason = NULL;

  g_assert_false (ctg_chart_kind_fits (ctg_chart_find_kind ("dots"), &input, &reason));
  g_assert_cmpstr (reason, ==, "needs counts or shares, which can be counted out");
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/parts/suit", test_suit);
  g_test_add_func ("/chart/parts/order", test_order);
  g_test_add_func ("/chart/parts/rows", test_rows);
  g_test_add_func ("/chart/parts/squares", test_squares);
  g_test_add_func ("/chart/parts/hundred", test_hundred);
  g_test_add_func ("/chart/parts/shares", test_shares);
  g_test_add_func ("/chart/parts/shares-refused", test_shares_refused);
  g_test_add_func ("/chart/parts/refused", test_refused);

  return g_test_run ();
}
