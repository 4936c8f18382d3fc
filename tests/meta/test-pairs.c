/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairs of figures that must be the same, or the same but for one thing; and tables at the edge of being none. */

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"

#include "ctg-test.h"
#include "scene-check.h"

/* A plain file of rows: country and one or two numbers. order permutes the rows; factor multiplies. */
static char *
make_rows (const unsigned int *order,
           double              factor)
{
  static const struct { const char *country; int a; int b; } rows[] = {
    { "Tunisia", 6000, 7000 }, { "France", 1700, 2500 }, { "Belgium", 470, 480 }, { "Kosovo", 232, -1 },
    { "Austria", 300, 233 }, { "Norway", 81, 60 }, { "Ireland", 30, 31 }, { "Madagascar", 3, -1 },
  };
  GString *json = g_string_new ("[");

  for (unsigned int i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      unsigned int k = order != NULL ? order[i] : i;

      g_string_append_printf (json, "%s{\"country\": \"%s\", \"travelled\": %.0f, \"counted\": ", i > 0 ? ", " : "", rows[k].country, rows[k].a * factor);
      if (rows[k].b < 0)
        g_string_append (json, "null}");
      else
        g_string_append_printf (json, "%.0f}", rows[k].b * factor);
    }
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static char *
describe (const char *json,
          const char *settings)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (json, settings, true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  return scene_describe (scene, fixture->table);
}

static const char *const kinds[] = {
  "kind=bars;series=travelled", "kind=grouped;series=travelled,counted", "kind=dumbbell;series=travelled,counted",
  "kind=bars;series=counted;orientation=vertical", "kind=grouped;series=travelled,counted;orientation=vertical",
};

/* The order of the file is nothing where an order is asked for. Values are all different, so no tie falls back on it. */
static void
test_shuffled (void)
{
  static const unsigned int orders[][8] = { { 7, 6, 5, 4, 3, 2, 1, 0 }, { 3, 0, 7, 1, 5, 2, 6, 4 } };
  static const char *const sorts[] = { "sort.by=value;sort.series=travelled", "sort.by=name;sort.order=ascending" };
  g_autofree char *plain = make_rows (NULL, 1);

  for (unsigned int o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      g_autofree char *shuffled = make_rows (orders[o], 1);

      g_assert_cmpstr (plain, !=, shuffled);
      for (unsigned int k = 0; k < G_N_ELEMENTS (kinds); k++)
        {
          for (unsigned int s = 0; s < G_N_ELEMENTS (sorts); s++)
            {
              g_autofree char *settings = g_strdup_printf ("%s;%s", kinds[k], sorts[s]);
              g_autofree char *a = describe (plain, settings);
              g_autofree char *b = describe (shuffled, settings);

              g_assert_cmpstr (a, ==, b);
            }
        }
    }
}

/* Lengths of the bars of a series, as shares of the longest. */
static GArray *
collect_shares (const char *json)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (json, "kind=bars;series=travelled;sort.by=table;sort.order=ascending;page.width=400mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (double));
  double longest = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_RECT && node->role == CTG_ROLE_MARK_PART && node->datum.row >= 0)
        g_array_append_val (shares, node->rect.rect.width);
    }
  for (unsigned int i = 0; i < shares->len; i++)
    longest = MAX (longest, g_array_index (shares, double, i));
  for (unsigned int i = 0; i < shares->len; i++)
    g_array_index (shares, double, i) /= longest;

  return shares;
}

/* Thousands of people instead of people: longer numbers, the same shape. */
static void
test_thousandfold (void)
{
  g_autofree char *plain = make_rows (NULL, 1);
  g_autofree char *times = make_rows (NULL, 1000);
  g_autoptr(GArray) a = collect_shares (plain);
  g_autoptr(GArray) b = collect_shares (times);

  g_assert_cmpuint (a->len, ==, 8);
  g_assert_cmpuint (b->len, ==, 8);
  for (unsigned int i = 0; i < 7; i++) /* the last is a hair line */
    g_assert_cmpfloat_with_epsilon (g_array_index (a, double, i), g_array_index (b, double, i), 1e-9);
}

/* Twice the page and twice the type is the figure enlarged. */
static void
test_enlarged (void)
{
  g_autofree char *json = make_rows (NULL, 1);

  for (unsigned int k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autofree char *small_settings = g_strconcat (kinds[k], ";page.width=100mm;font.size=8", NULL);
      g_autofree char *large_settings = g_strconcat (kinds[k], ";page.width=200mm;font.size=16", NULL);
      g_autoptr(ChartFixture) small_fixture = chart_fixture_new_json (json, small_settings, true);
      g_autoptr(ChartFixture) large_fixture = chart_fixture_new_json (json, large_settings, true);
      g_autoptr(CtgScene) small = chart_fixture_compile (small_fixture);
      g_autoptr(CtgScene) large = chart_fixture_compile (large_fixture);

      g_assert_cmpuint (ctg_scene_get_n_nodes (small), ==, ctg_scene_get_n_nodes (large));
      g_assert_cmpfloat_with_epsilon (ctg_scene_get_height (small) * 2, ctg_scene_get_height (large), 2);
      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (small); i++)
        {
          CtgRect a = ctg_scene_get_node (small, i)->bounds;
          CtgRect b = ctg_scene_get_node (large, i)->bounds;

          /* Hair lines do not grow. */
          g_assert_cmpfloat_with_epsilon (a.x * 2, b.x, 2);
          g_assert_cmpfloat_with_epsilon (a.y * 2, b.y, 2);
          g_assert_cmpfloat_with_epsilon (a.width * 2, b.width, 2);
        }
    }
}

/* In Arabic the names stand on the right and the bars grow to the left. */
static void
test_right_to_left (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=bars;top=12;language=ar;page.width=120mm", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  double zero = -1;
  double margin = -1;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_TITLE)
        margin = ctg_scene_get_width (scene) - node->bounds.x - node->bounds.width;
      if (node->kind == CTG_NODE_RECT && node->datum.row >= 0)
        {
          if (zero < 0)
            zero = node->rect.rect.x + node->rect.rect.width;
          g_assert_cmpfloat_with_epsilon (node->rect.rect.x + node->rect.rect.width, zero, 1e-6);
        }
    }
  g_assert_cmpfloat (zero, >, 0);
  g_assert_cmpfloat (margin, >, 0);
  g_assert_cmpfloat (margin, <, 12);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_CATEGORY_LABEL)
        g_assert_cmpfloat (node->bounds.x, >, zero);
      if (node->role == CTG_ROLE_VALUE_LABEL)
        g_assert_cmpfloat (node->bounds.x + node->bounds.width, <, zero);
    }
}

/* Tables at the edge: each kind that fits draws something that keeps the promises. */
static void
test_edges (void)
{
  static const char *const tables[] = {
    "{\"name\": \"missing\", \"resources\": [{\"name\": \"countries\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"},"
    "{\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"}, {\"name\": \"presence\", \"type\": \"string\"}]},"
    "\"data\": [{\"name\": \"Tunisia\", \"measure\": \"fighters\", \"presence\": \"not-reported\"},"
    "{\"name\": \"France\", \"measure\": \"fighters\", \"presence\": \"not-applicable\"}]}]}",
    "[{\"country\": \"Tunisia\", \"a\": 0, \"b\": 0}]",
    "[{\"country\": \"Tunisia\", \"a\": 5, \"b\": 5}]",
    "[{\"country\": \"Tunisia\", \"a\": 1e15, \"b\": 0.001}]",
    "[{\"country\": \"Tunisia\", \"a\": 0.5, \"b\": 0.25}, {\"country\": \"France\", \"a\": 0.75, \"b\": null}]",
    "[{\"country\": \"Tunisia\", \"a\": null, \"b\": 4}, {\"country\": \"France\", \"a\": null, \"b\": null}]",
    "[{\"country\": \"A place with a name that is so long that nobody would ever write it into a table of two columns\", \"a\": 1, \"b\": 2},"
    " {\"country\": \"A place with a name that is so long that nobody would ever write it into a table of three columns\", \"a\": 3, \"b\": 4},"
    " {\"country\": \"Unbreakablenamewithoutanyspaceinitatall\", \"a\": 3, \"b\": 4}]",
  };
  static const char *const pages[] = { "page.width=30mm", "page.width=60mm", "page.width=183mm", "page.width=60mm;page.height=20mm", "page.width=30mm;page.height=200mm" };

  for (unsigned int t = 0; t < G_N_ELEMENTS (tables); t++)
    {
      for (unsigned int p = 0; p < G_N_ELEMENTS (pages) * 8; p++)
        {
          static const char *const figures[] = { "kind=bars", "kind=grouped", "kind=dumbbell", "kind=bars;search=nothing of the kind" };
          g_autofree char *settings = g_strdup_printf ("%s;%s;orientation=%s", figures[p / 2 % 4], pages[p / 8], p % 2 == 0 ? "horizontal" : "vertical");
          g_autoptr(ChartFixture) fixture = chart_fixture_new_json (tables[t], settings, false);
          CtgChartInput input = chart_fixture_input (fixture);
          g_autoptr(GError) error = NULL;
          g_autoptr(CtgScene) scene = ctg_chart_compile (&input, fixture->warnings, &error);
          g_autofree char *what = g_strdup_printf ("table %u: %s", t, settings);
          SceneCheck check = { .n_rows = -1 };

          /* No number at all in a series: the kinds of two series have nothing to draw. */
          if (scene == NULL)
            {
              g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED);
              g_assert_cmpint (p / 2 % 4, !=, 0);
              continue;
            }
          scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, what);
        }
    }
}

/* No rows at all: the figure says so instead of showing an empty frame. */
static void
test_empty (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=bars;search=no such place", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  g_autofree char *text = scene_describe (scene, fixture->table);

  g_assert_nonnull (strstr (text, "No rows to draw"));
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_ROWS));
}

/* Numbers of every sort, by chance but the same each time. */
static char *
make_random_package (GRand *random)
{
  static const char *const countries[] = { "TUN", "FRA", "BEL", "XKX", "AUT", "NOR", "IRL", "MDG", "BIH", "TTO", "ARE", "GBR" };
  GString *json = g_string_new ("{\"name\": \"random\", \"resources\": [{\"name\": \"countries\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"},"
                                "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"status\", \"type\": \"string\"},"
                                "{\"name\": \"value\", \"type\": \"number\"}, {\"name\": \"low\", \"type\": \"number\"}, {\"name\": \"high\", \"type\": \"number\"},"
                                "{\"name\": \"presence\", \"type\": \"string\"}]}, \"data\": [");

  for (unsigned int i = 0; i < 2 * G_N_ELEMENTS (countries); i++)
    {
      int low = g_rand_int_range (random, 0, g_rand_boolean (random) ? 10 : 5000);
      int high = low + g_rand_int_range (random, 0, g_rand_boolean (random) ? 10 : 5000);

      g_string_append_printf (json, "%s{\"name\": \"%s\", \"code\": \"%s\", \"measure\": \"fighters\", \"status\": \"%s\"", i > 0 ? ", " : "",
                              countries[i / 2], countries[i / 2], i % 2 == 0 ? "official" : "non-official");
      switch (g_rand_int_range (random, 0, 6))
        {
        case 0: g_string_append_printf (json, ", \"value\": %d}", low); break;
        case 1: g_string_append_printf (json, ", \"low\": %d}", low); break;
        case 2: g_string_append_printf (json, ", \"high\": %d}", high); break;
        case 3: g_string_append_printf (json, ", \"low\": %d, \"high\": %d}", low, high); break;
        case 4: g_string_append_printf (json, ", \"value\": %d, \"low\": %d, \"high\": %d}", (low + high) / 2, low, high); break;
        default: g_string_append_printf (json, ", \"presence\": \"%s\"}", g_rand_boolean (random) ? "not-reported" : "not-applicable"); break;
        }
    }
  g_string_append (json, "]}]}");

  return g_string_free (json, FALSE);
}

static void
test_random (void)
{
  static const char *const figures[] = { "kind=bars", "kind=grouped", "kind=dumbbell" };
  static const char *const pages[] = { "page.width=60mm", "page.width=89mm;language=ar", "page.width=120mm;language=de", "page.width=89mm;page.height=70mm" };
  g_autoptr(GRand) random = g_rand_new_with_seed (2015);

  for (unsigned int round = 0; round < 60; round++)
    {
      g_autofree char *json = make_random_package (random);

      for (unsigned int p = 0; p < 24; p++)
        {
          g_autofree char *settings = g_strdup_printf ("%s;%s;orientation=%s", figures[p % 3], pages[p / 3 % 4], p / 12 == 0 ? "horizontal" : "vertical");
          g_autoptr(ChartFixture) fixture = chart_fixture_new_json (json, settings, false);
          g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
          g_autofree char *what = g_strdup_printf ("round %u: %s", round, settings);
          SceneCheck check = { .n_rows = p / 3 % 4 == 3 ? -1 : 12 };

          scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, what);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/meta/pairs/shuffled", test_shuffled);
  g_test_add_func ("/meta/pairs/thousandfold", test_thousandfold);
  g_test_add_func ("/meta/pairs/enlarged", test_enlarged);
  g_test_add_func ("/meta/pairs/right-to-left", test_right_to_left);
  g_test_add_func ("/meta/pairs/edges", test_edges);
  g_test_add_func ("/meta/pairs/empty", test_empty);
  g_test_add_func ("/meta/pairs/random", test_random);

  return g_test_run ();
}
