/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Small multiples: panels hold what the figure holds, share a scale where they say so, and name once what is the same in several. */

#include <math.h>
#include <string.h>

#include "chart-fixture.h"
#include "ctg-test.h"

static unsigned int
count (const CtgScene *scene,
       CtgRole         role)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    n += ctg_scene_get_node (scene, i)->role == role;

  return n;
}

/* Which panel a node is in: the index of its group, -1 for none. */
static int
get_panel (const CtgScene *scene,
           unsigned int    node)
{
  for (unsigned int i = 0; i < node; i++)
    {
      const CtgNode *group = ctg_scene_get_node (scene, i);

      if (group->role == CTG_ROLE_PANEL && node <= i + group->n_descendants)
        return i;
    }

  return -1;
}

/* How many points one person is long, in the first bar of a row; the panel it stands in. */
static double
get_unit (ChartFixture *fixture,
          CtgScene     *scene,
          const char   *key,
          const char   *series,
          int          *panel)
{
  int row = ctg_table_find_row (fixture->table, key);
  int column = ctg_table_find_series (fixture->table, series);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind != CTG_NODE_RECT || node->role != CTG_ROLE_MARK_PART || node->datum.row != row || node->datum.series != column)
        continue;
      *panel = get_panel (scene, i);
      return node->rect.rect.width / ctg_table_get_estimate (fixture->table, row, column)->value;
    }

  g_assert_not_reached ();
}

/* Each country stands once, in the panel of its region. */
static void
test_regions (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=bars;series=fighters.official;top=30;panels.by=region;page.width=183mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role != CTG_ROLE_MARK)
        continue;

      int panel = get_panel (scene, i);
      g_autofree char *region = ctg_region_get_name (ctg_table_get_row (fixture->table, node->datum.row)->region, fixture->locale);

      g_assert_cmpint (panel, >=, 0);
      g_assert_cmpstr (ctg_scene_get_node (scene, panel)->label, ==, region);
      g_assert_true (g_hash_table_add (rows, GINT_TO_POINTER (node->datum.row + 1)));
    }
  g_assert_cmpuint (g_hash_table_size (rows), ==, 30);
  g_assert_cmpuint (count (scene, CTG_ROLE_PANEL), >=, 8);
  g_assert_cmpuint (count (scene, CTG_ROLE_AXIS_TITLE), ==, 1);
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Northern Africa: Tunisia leads with 6,000"));
}

/* One person is equally long everywhere, or not, as the note says. */
static void
test_scales (void)
{
  for (int free_scales = 0; free_scales < 2; free_scales++)
    {
      g_autofree char *settings = g_strdup_printf ("kind=bars;series=fighters.official;top=30;panels.by=region;page.width=183mm;panels.scales=%s",
                                                   free_scales ? "free" : "shared");
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      g_autoptr(CtgChartTexts) texts = NULL;
      CtgChartInput input = chart_fixture_input (fixture);
      int africa;
      int europe;
      double tunisia = get_unit (fixture, scene, "TUN", "fighters.official", &africa);
      double france = get_unit (fixture, scene, "FRA", "fighters.official", &europe);

      texts = ctg_chart_texts_new (&input, NULL);
      g_assert_cmpint (africa, !=, europe);
      if (free_scales)
        g_assert_cmpfloat (france, >, 2 * tunisia);
      else
        g_assert_cmpfloat_with_epsilon (france, tunisia, 1e-9);
      g_assert_nonnull (strstr (texts->note, free_scales ? "Each panel has a scale of its own." : "All panels have the same scale."));
    }
}

/* Two statuses of one kind that draws one series: a panel each, with the rows' names once and every row at one height. */
static void
test_status (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=bars;series=fighters.official;top=12;panels.by=status;page.width=183mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  double y[2] = { NAN, NAN };
  int panels[2];

  g_assert_cmpuint (count (scene, CTG_ROLE_PANEL), ==, 2);
  g_assert_cmpuint (count (scene, CTG_ROLE_CATEGORY_LABEL), ==, 12);
  g_assert_cmpuint (count (scene, CTG_ROLE_MARK) + count (scene, CTG_ROLE_MISSING), ==, 24);
  g_assert_cmpfloat_with_epsilon (get_unit (fixture, scene, "TUN", "fighters.official", &panels[0]),
                                  get_unit (fixture, scene, "TUN", "fighters.non-official", &panels[1]), 1e-9);
  g_assert_cmpint (panels[0], !=, panels[1]);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_RECT && node->role == CTG_ROLE_MARK_PART && node->datum.row == ctg_table_find_row (fixture->table, "FRA"))
        y[node->datum.series == ctg_table_find_series (fixture->table, "fighters.official") ? 0 : 1] = node->rect.rect.y;
    }
  g_assert_cmpfloat_with_epsilon (y[0], y[1], 1e-9);
}

/* Statements belong to sources row by row, and one time axis serves all. */
static void
test_timeline (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("totals", "kind=timeline;series=fighters.estimate;panels.by=source;page.width=183mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int n_first_years = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      n_first_years += node->kind == CTG_NODE_TEXT && g_str_equal (node->text->string, "2012");
    }
  g_assert_cmpuint (count (scene, CTG_ROLE_PANEL), >, 5);
  g_assert_cmpuint (n_first_years, ==, count (scene, CTG_ROLE_PANEL));
}

/* What cannot be dealt out is drawn in one plot and said. */
static void
test_none (void)
{
  static const char *const cases[][2] = {
    { "tsg-2015-12", "kind=dumbbell;panels.by=status" },
    { "tsg-2015-12", "kind=bars;panels.by=source" },
    { "tsg-2015-12", "kind=bars;panels.by=region;region=western-europe" },
    { "tsg-2015-12", "kind=bars;panels.by=region;page.width=89mm;page.height=30mm" },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new (cases[k][0], cases[k][1], true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

      g_assert_cmpuint (count (scene, CTG_ROLE_PANEL), ==, 0);
      g_assert_cmpuint (count (scene, CTG_ROLE_MARK), >, 0);
      g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_PANELS));
      g_assert_null (strstr (ctg_scene_get_description (scene), "panels:"));
    }
}

/* A page of given height keeps its height, and says what it leaves out. */
static void
test_given_height (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=bars;panels.by=region;page.width=120mm;page.height=120mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  g_assert_cmpuint (count (scene, CTG_ROLE_PANEL), >, 3);
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_ROWS_LEFT_OUT));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      g_assert_cmpfloat (node->bounds.y + node->bounds.height, <=, ctg_scene_get_height (scene) + 0.05);
    }
}

/* Small multiples are small: plots stand side by side on every page of a journal that has room for two of their kind. */
static void
test_side_by_side (void)
{
  static const struct
  {
    const char *kind;
    unsigned int width; /* mm */
    unsigned int n;     /* panels in the first line */
  } cases[] = { { "choropleth", 89, 2 }, { "symbols", 120, 2 }, { "symbols", 183, 3 }, { "scatter", 89, 2 }, { "scatter", 183, 3 }, { "slope", 120, 2 } };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *settings = g_strdup_printf ("kind=%s;panels.by=region;top=30;page.width=%umm", cases[k].kind, cases[k].width);
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      double first = NAN;
      unsigned int n = 0;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->role != CTG_ROLE_PANEL_TITLE)
            continue;
          first = isnan (first) ? node->bounds.y : first;
          n += fabs (node->bounds.y - first) < 1;
        }
      g_assert_cmpuint (n, ==, cases[k].n);
    }
}

/* Of more panels than are told one by one the others are told together: their rows and sums make up the whole. */
static void
test_many_panels (void)
{
  static const char figure[] = "kind=bars;series=fighters.official;panels.by=region;top=0";
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", figure, true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  const char *text = ctg_scene_get_description (scene);
  const char *others = strstr (text, "The other 6 panels: ");
  int s = ctg_table_find_series (fixture->table, "fighters.official");
  unsigned int n_others = 0;
  double sum = 0;

  g_assert_nonnull (strstr (text, "14 panels: "));
  g_assert_nonnull (others);
  for (unsigned int i = 0; i < ctg_table_get_n_rows (fixture->table); i++)
    {
      const CtgRow *row = ctg_table_get_row (fixture->table, i);
      g_autofree char *region = ctg_region_get_name (row->region, fixture->locale);
      g_autofree char *start = g_strdup_printf (" %s: ", region);

      if (row->aggregate || strstr (text, start) != NULL)
        continue;
      n_others++;
      if (ctg_estimate_is_reported (ctg_table_get_estimate (fixture->table, i, s)))
        sum += ctg_table_get_estimate (fixture->table, i, s)->value;
    }

  g_autofree char *begin = g_strdup_printf ("The other 6 panels: %u countries. China leads with 300", n_others);
  g_autofree char *total = ctg_locale_format_number (fixture->locale, sum, 0);
  g_autofree char *end = g_strdup_printf ("Together %s. ", total);

  g_assert_true (g_str_has_prefix (others, begin));
  g_assert_nonnull (strstr (others, end));
}

/* Whatever the kind, the alternative text says something of each panel, panels of one row too, and what a square is only once. */
static void
test_described (void)
{
  static const struct { const char *dataset; const char *settings; const char *words; } cases[] = {
    { "tsc-2017-10", "kind=dots;panels.by=region;series=fighters.estimate,returnees.estimate", "Northern America. One square is 50 people. Eastern Europe: People who travelled: Russia has 3,417." },
    { "tsc-2017-10", "kind=shares;panels.by=region", "Eastern Europe: Returned: Russia has 12%." },
    { "tsc-2017-10", "kind=shares;panels.by=region", "Southern Europe: Returned: Spain has 15%." },
    { "tsc-2017-10", "kind=stacked;panels.by=region", "Eastern Europe: People who travelled: Russia has 3,417. Returned: Russia has 400." },
    { "tsg-2015-12", "kind=bars;series=fighters.official;panels.by=region;top=30", "Eastern Europe: Russia has 2,400." },
    { "tsg-2015-12", "kind=dumbbell;panels.by=region;top=12", "Western Europe: Official: France leads with 1,700, followed by Germany with 760. Non-official: France has 2,500." },
    { "tsg-2015-12", "kind=choropleth;per=million;panels.by=status", "Non-official: Tunisia leads with 613.9 per million people" },
    { "tsg-2015-12", "kind=symbols;panels.by=status", "Non-official: Tunisia leads with 7,000" },
    { "tsg-2015-12", "kind=table;panels.by=region;top=12", "Northern Europe: Official: United Kingdom has 760." },
    { "tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate;panels.by=region", "Eastern Europe: 1 row has both figures." },
    { "icsr-2013-12", "kind=range;panels.by=region;top=12", "Northern Europe: United Kingdom has 43–366. Southern Asia" },
    { "fighters-all", "kind=slope;panels.by=region;top=20;series=fighters.official@tsg-2015-12,fighters.estimate@tsc-2017-10",
      "Eastern Europe: In 1 row TSC, 2017 is higher than TSG, 2015." },
    { "fighters-all", "kind=disagreement;panels.by=region;top=12", "Eastern Europe: The sources are furthest apart for Russia" },
    { "totals", "kind=timeline;panels.by=source;series=fighters.estimate", "US government: The earliest is US government, Feb 2015 with 20,000" },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new (cases[k].dataset, cases[k].settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      const char *description = ctg_scene_get_description (scene);
      const char *square = strstr (description, "One square is");

      if (strstr (description, cases[k].words) == NULL)
        g_error ("%s: %s", cases[k].settings, description);
      g_assert_true (square == NULL || strstr (square + 1, "One square is") == NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/panels/regions", test_regions);
  g_test_add_func ("/chart/panels/scales", test_scales);
  g_test_add_func ("/chart/panels/status", test_status);
  g_test_add_func ("/chart/panels/timeline", test_timeline);
  g_test_add_func ("/chart/panels/none", test_none);
  g_test_add_func ("/chart/panels/given-height", test_given_height);
  g_test_add_func ("/chart/panels/side-by-side", test_side_by_side);
  g_test_add_func ("/chart/panels/many", test_many_panels);
  g_test_add_func ("/chart/panels/described", test_described);

  return g_test_run ();
}
