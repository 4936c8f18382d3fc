/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What maps promise: areas of circles in proportion, small over large, dots that do not cover each other, and three empties told apart. */

#include <math.h>

#include "chart-fixture.h"
#include "chart/ctg-map-dots.h"
#include "ctg-test.h"

#define START \
  "{\"name\": \"maps\", \"resources\": [{\"name\": \"countries\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"}," \
  "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"}," \
  "{\"name\": \"presence\", \"type\": \"string\"}]}, \"data\": ["
#define VALUE(name, code, value) "{\"name\": \"" name "\", \"code\": \"" code "\", \"measure\": \"fighters\", \"value\": " value "},"

static const char data[] =
  START VALUE ("Tunisia", "TUN", "6000") VALUE ("France", "FRA", "1500") VALUE ("Austria", "AUT", "60") VALUE ("Spain", "ESP", "0")
  "{\"name\": \"Norway\", \"code\": \"NOR\", \"measure\": \"fighters\", \"presence\": \"not-reported\"}"
  "]}]}";

/* The symbol of the mark of a row, and the index of the mark among the nodes. */
static const CtgNode *
find_circle (ChartFixture   *fixture,
             const CtgScene *scene,
             const char     *key,
             unsigned int   *mark)
{
  int row = ctg_table_find_row (fixture->table, key);

  for (unsigned int i = 0; i + 1 < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role != CTG_ROLE_MARK || node->datum.row != row)
        continue;
      *mark = i;
      g_assert_cmpint (ctg_scene_get_node (scene, i + 1)->kind, ==, CTG_NODE_SYMBOL);
      return ctg_scene_get_node (scene, i + 1);
    }
  g_assert_not_reached ();
}

static void
test_areas (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, "kind=symbols;map.extent=europe;page.width=180mm", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int marks[4];
  const CtgNode *tunisia = find_circle (fixture, scene, "TUN", &marks[0]);
  const CtgNode *france = find_circle (fixture, scene, "FRA", &marks[1]);
  const CtgNode *austria = find_circle (fixture, scene, "AUT", &marks[2]);
  const CtgNode *spain = find_circle (fixture, scene, "ESP", &marks[3]);

  /* Four times the number, twice the diameter. */
  g_assert_cmpfloat_with_epsilon (tunisia->symbol.size, 2 * france->symbol.size, 1e-9);
  g_assert_cmpfloat_with_epsilon (tunisia->symbol.size, 10 * austria->symbol.size, 1e-9);
  g_assert_cmpuint (marks[0], <, marks[1]);
  g_assert_cmpuint (marks[1], <, marks[2]);
  g_assert_cmpuint (marks[2], <, marks[3]);
  /* Zero is a ring, a number is full. */
  g_assert_true (ctg_color_equal (spain->style->fill, ctg_color (0xffffff)));
  g_assert_cmpfloat (spain->symbol.size, <, austria->symbol.size);
  g_assert_true (!ctg_color_equal (austria->style->fill, spain->style->fill));
}

/* What is not reported is hatched, zero is shaded as a number. */
static void
test_empties (void)
{
  static const char *const kinds[] = { "kind=choropleth;map.extent=europe", "kind=symbols;map.extent=europe" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, kinds[k], false);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      int norway = ctg_table_find_row (fixture->table, "NOR");
      unsigned int n_hatched = 0;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->style->hatch == CTG_HATCH_NONE || node->datum.row < 0)
            continue;
          g_assert_cmpint (node->datum.row, ==, norway);
          n_hatched++;
        }
      g_assert_cmpuint (n_hatched, ==, 1);
    }
}

/* However many are close together, no dot covers another one, and one that stands alone stays at home. */
static void
test_dots (void)
{
  static const char *const codes[] = { "XKX", "MNE", "MKD", "ALB", "LBN", "ISR", "PSE", "BHR", "QAT", "KWT", "MDV" };
  enum { N = G_N_ELEMENTS (codes) };
  CtgMapPlot plot = { .world = ctg_map_get_world () };
  CtgMapDot dots[N] = { 0 };
  double size = 4;
  unsigned int n_moved = 0;

  ctg_geo_view_init (&plot.view, &ctg_projection_equal_earth, ctg_geo_extent_find ("world"), ctg_rect (0, 0, 250, 120));
  for (unsigned int i = 0; i < N; i++)
    {
      const CtgMapCountry *country = ctg_map_find_country (plot.world, codes[i]);

      g_assert_nonnull (country);
      g_assert_true (ctg_geo_view_project (&plot.view, country->center, &dots[i].home));
    }
  ctg_map_dots_place (&plot, size, dots, N);

  for (unsigned int i = 0; i < N; i++)
    {
      n_moved += dots[i].moved;
      g_assert_true (dots[i].moved || (dots[i].at.x == dots[i].home.x && dots[i].at.y == dots[i].home.y));
      for (unsigned int k = 0; k < i; k++)
        g_assert_cmpfloat (hypot (dots[i].at.x - dots[k].at.x, dots[i].at.y - dots[k].at.y), >=, size);
    }
  g_assert_false (dots[0].moved);
  g_assert_false (dots[N - 1].moved);
  g_assert_cmpuint (n_moved, >=, 4);
}

/* Circles of Europe and the Levant keep clear of each other on the narrowest map, and stay near their countries. */
static void
test_circles_apart (void)
{
  static const char *const settings[] = { "page.width=89mm", "page.width=180mm", "page.width=89mm;map.extent=europe" };

  for (unsigned int w = 0; w < G_N_ELEMENTS (settings); w++)
    {
      g_autofree char *all = g_strconcat ("kind=symbols;series=fighters.official;", settings[w], NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", all, false);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      g_autoptr(GPtrArray) circles = g_ptr_array_new ();
      double covered = 0;
      double area = 0;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->kind == CTG_NODE_GROUP && node->role == CTG_ROLE_MARK && node[1].kind == CTG_NODE_SYMBOL)
            g_ptr_array_add (circles, (gpointer) (node + 1));
        }
      g_assert_cmpuint (circles->len, >, 15);
      for (unsigned int a = 0; a < circles->len; a++)
        {
          const CtgNode *x = circles->pdata[a];

          area += x->symbol.size;
          for (unsigned int b = a + 1; b < circles->len; b++)
            {
              const CtgNode *y = circles->pdata[b];
              double over = (x->symbol.size + y->symbol.size) / 2 - hypot (x->symbol.center.x - y->symbol.center.x, x->symbol.center.y - y->symbol.center.y);

              covered += MAX (0, over);
            }
        }
      if (covered > area * 0.02)
        g_error ("%s: circles cover each other by %.2f of %.2f points", settings[w], covered, area);
      g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Tunisia"));
    }
}

/* The legend counts the countries of each class, all of them and each once; the alternative text says the same. */
static void
test_class_counts (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=choropleth;map.classing=manual;map.breaks=100,1000", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int s = ctg_table_find_series (fixture->table, "fighters.official");
  unsigned int n[3] = { 0 };

  for (unsigned int i = 0; i < ctg_table_get_n_rows (fixture->table) - ctg_table_get_n_aggregates (fixture->table); i++)
    {
      double value = ctg_estimate_get_rank (ctg_table_get_estimate (fixture->table, i, s));

      if (isfinite (value))
        n[value < 100 ? 0 : value < 1000 ? 1 : 2]++;
    }

  g_autofree char *words = g_strdup_printf ("From 1 to 100: %u countries. From 100 to 1,000: %u countries. From 1,000 to 6,000: %u countries.", n[0], n[1], n[2]);
  unsigned int found = 0;

  g_assert_nonnull (strstr (ctg_scene_get_description (scene), words));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene) && found < 3; i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);
      g_autofree char *count = g_strdup_printf ("%u", n[found]);

      found += node->kind == CTG_NODE_TEXT && g_str_equal (node->text->string, count);
    }
  g_assert_cmpuint (found, ==, 3);
}

/* Rank 1 is the highest, and so the darkest, in classes and in one run. */
static void
test_ranks (void)
{
  static const char *const ways[] = { "kind=choropleth;derive=rank", "kind=choropleth;derive=rank;map.classing=continuous" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (ways); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", ways[k], true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      double contrast[2] = { 0, 0 };

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);
          bool first = node->datum.row == ctg_table_find_row (fixture->table, "TUN");

          if (node->role == CTG_ROLE_MARK_PART && node->kind == CTG_NODE_PATH && (first || node->datum.row == ctg_table_find_row (fixture->table, "BRA")))
            contrast[!first] = ctg_color_contrast (node->style->fill, ctg_color (0xffffff));
        }
      g_assert_cmpfloat (contrast[1], >, 1);
      g_assert_cmpfloat (contrast[0], >, contrast[1]);
    }
}

/* Counts are sized and rates are shaded: the other way round there is a warning. */
static void
test_warnings (void)
{
  static const struct { const char *settings; CtgPhrase phrase; bool warned; } cases[] = {
    { "kind=choropleth;series=fighters.official", CTG_PHRASE_WARN_SHADED_COUNTS, true },
    { "kind=choropleth;series=fighters.official;per=million", CTG_PHRASE_WARN_SHADED_COUNTS, false },
    { "kind=symbols;series=fighters.official", CTG_PHRASE_WARN_SIZED_RATES, false },
    { "kind=symbols;series=fighters.official;per=million", CTG_PHRASE_WARN_SIZED_RATES, true },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", cases[i].settings, false);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

      g_assert_nonnull (scene);
      g_assert_cmpint (chart_fixture_warned (fixture, cases[i].phrase), ==, cases[i].warned);
    }
}

/* The way out of shaded counts and of sized rates is one click. */
static void
test_ways_out (void)
{
  static const struct { const char *settings; CtgPhrase phrase; const char *field; } cases[] = {
    { "kind=choropleth;series=fighters.official", CTG_PHRASE_WARN_SHADED_COUNTS, "per=million" },
    { "kind=choropleth;series=fighters.official", CTG_PHRASE_WARN_SHADED_COUNTS, "kind=symbols" },
    { "kind=symbols;series=fighters.official;per=million", CTG_PHRASE_WARN_SIZED_RATES, "kind=choropleth" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", cases[i].settings, false);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      bool found = false;

      g_assert_nonnull (scene);
      for (unsigned int w = 0; w < ctg_warnings_get_n (fixture->warnings); w++)
        {
          const CtgWarning *warning = ctg_warnings_get (fixture->warnings, w);

          for (unsigned int f = 0; warning->phrase == cases[i].phrase && f < warning->fixes->len; f++)
            found |= g_strv_contains ((const char *const *) g_array_index (warning->fixes, CtgFix, f).fields, cases[i].field);
        }
      g_assert_true (found);
    }
}

/* A decrease is a hollow circle as large as an increase of the same size, and no zero. */
static void
test_decrease (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("fighters-all", "kind=symbols;series=fighters.estimate@tsc-2017-10;derive=difference;against=fighters.official@tsg-2015-12", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int tunisia = ctg_table_find_row (fixture->table, "TUN");
  int jordan = ctg_table_find_row (fixture->table, "JOR");
  double low = 0, high = 0;

  /* 2,926 less 6,000; 3,000 less 2,000. */
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind != CTG_NODE_SYMBOL || node->role != CTG_ROLE_MARK_PART)
        continue;
      if (node[-1].datum.row == tunisia)
        {
          low = node->symbol.size;
          g_assert_cmpfloat (node->style->stroke_width, >, 0.8);
          g_assert_true (ctg_color_contrast (node->style->fill, ctg_color (0xffffff)) < 1.1);
        }
      if (node[-1].datum.row == jordan)
        {
          high = node->symbol.size;
          g_assert_false (ctg_color_contrast (node->style->fill, ctg_color (0xffffff)) < 1.1);
        }
    }
  g_assert_cmpfloat_with_epsilon (low * low / (high * high), 3074.0 / 1000, 0.01);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/maps/areas", test_areas);
  g_test_add_func ("/chart/maps/empties", test_empties);
  g_test_add_func ("/chart/maps/dots", test_dots);
  g_test_add_func ("/chart/maps/circles-apart", test_circles_apart);
  g_test_add_func ("/chart/maps/class-counts", test_class_counts);
  g_test_add_func ("/chart/maps/ranks", test_ranks);
  g_test_add_func ("/chart/maps/warnings", test_warnings);
  g_test_add_func ("/chart/maps/ways-out", test_ways_out);
  g_test_add_func ("/chart/maps/decrease", test_decrease);

  return g_test_run ();
}
