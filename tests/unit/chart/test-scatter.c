/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scatter plots: where points, ranges and lanes stand on each scale, the lines of equal shares, and which mark is under the pointer. */

#include <math.h>
#include <string.h>

#include "chart-fixture.h"
#include "ctg-test.h"

#define FIELDS \
  "{\"name\": \"scatter\", \"contingent\": {\"measures\": {" \
  "\"fighters\": {\"title\": \"Travelled\", \"unit\": \"persons\", \"nature\": \"cumulative\"}," \
  "\"returnees\": {\"title\": \"Returned\", \"unit\": \"persons\", \"nature\": \"cumulative\", \"subsetOf\": \"fighters\"}}}, \"resources\": [{" \
  "\"name\": \"countries\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"}," \
  "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"}," \
  "{\"name\": \"low\", \"type\": \"number\"}, {\"name\": \"high\", \"type\": \"number\"}, {\"name\": \"qualifier\", \"type\": \"string\"}]}, \"data\": ["
#define EXACT(name, code, measure, value) \
  "{\"name\": \"" name "\", \"code\": \"" code "\", \"measure\": \"" measure "\", \"value\": " value ", \"qualifier\": \"exact\"},"

static const char data[] =
  FIELDS EXACT ("Tunisia", "TUN", "fighters", "1000") EXACT ("Tunisia", "TUN", "returnees", "100")
  EXACT ("France", "FRA", "fighters", "100") EXACT ("France", "FRA", "returnees", "50")
  EXACT ("Italy", "ITA", "fighters", "10") EXACT ("Italy", "ITA", "returnees", "0")
  EXACT ("Norway", "NOR", "fighters", "20")
  EXACT ("Japan", "JPN", "returnees", "5")
  EXACT ("Belgium", "BEL", "fighters", "400")
  "{\"name\": \"Belgium\", \"code\": \"BEL\", \"measure\": \"returnees\", \"low\": 20, \"high\": 80, \"qualifier\": \"range\"},"
  EXACT ("Spain", "ESP", "fighters", "200")
  "{\"name\": \"Spain\", \"code\": \"ESP\", \"measure\": \"returnees\", \"low\": 30, \"qualifier\": \"at-least\"}"
  "]}]}";

#define KIND "kind=scatter;series=fighters,returnees;top=0;page.width=120mm;"

static int
find_row (const CtgTable *table,
          const char     *key)
{
  int row = ctg_table_find_row (table, key);

  g_assert_cmpint (row, >=, 0);

  return row;
}

/* Index of the mark of a row; it has one. */
static unsigned int
find_mark (const CtgScene *scene,
           int             row)
{
  unsigned int found = G_MAXUINT;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if ((node->role != CTG_ROLE_MARK && node->role != CTG_ROLE_MISSING) || node->datum.row != row)
        continue;
      g_assert_cmpuint (found, ==, G_MAXUINT);
      found = i;
    }
  g_assert_cmpuint (found, !=, G_MAXUINT);

  return found;
}

static const CtgNode *
find_part (const CtgScene *scene,
           unsigned int    mark,
           CtgNodeKind     kind,
           unsigned int    skip)
{
  for (unsigned int i = mark + 1; i <= mark + ctg_scene_get_node (scene, mark)->n_descendants; i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == kind && skip-- == 0)
        return node;
    }

  return NULL;
}

static CtgPoint
get_middle (CtgRect rect)
{
  return (CtgPoint) { rect.x + rect.width / 2, rect.y + rect.height / 2 };
}

static CtgPoint
get_place (ChartFixture   *fixture,
           const CtgScene *scene,
           const char     *key)
{
  unsigned int mark = find_mark (scene, find_row (fixture->table, key));
  const CtgNode *symbol = find_part (scene, mark, CTG_NODE_SYMBOL, 0);

  return symbol != NULL ? symbol->symbol.center : get_middle (ctg_scene_get_node (scene, mark)->bounds);
}

/* Equal differences are equal lengths; points are where their numbers are on both axes. */
static void
test_linear (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, KIND "rates=", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  CtgPoint tunisia = get_place (fixture, scene, "TUN");
  CtgPoint france = get_place (fixture, scene, "FRA");
  CtgPoint italy = get_place (fixture, scene, "ITA");
  CtgPoint belgium = get_place (fixture, scene, "BEL");

  g_assert_cmpfloat_with_epsilon ((tunisia.x - belgium.x) / (belgium.x - france.x), 600.0 / 300, 1e-6);
  g_assert_cmpfloat_with_epsilon ((italy.y - tunisia.y) / (italy.y - france.y), 100.0 / 50, 1e-6);
  /* The middle of 20 and 80. */
  g_assert_cmpfloat_with_epsilon (belgium.y, france.y, 1e-6);
}

/* Equal ratios are equal lengths, and zero has a lane of its own below all that is above it; what is not reported stands farther out. */
static void
test_log (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, KIND "axis.scale=log;x.scale=log;rates=", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  CtgPoint tunisia = get_place (fixture, scene, "TUN");
  CtgPoint france = get_place (fixture, scene, "FRA");
  CtgPoint italy = get_place (fixture, scene, "ITA");
  CtgPoint norway = get_place (fixture, scene, "NOR");
  CtgPoint japan = get_place (fixture, scene, "JPN");

  g_assert_cmpfloat_with_epsilon (tunisia.x - france.x, france.x - italy.x, 1e-6);
  g_assert_cmpfloat (italy.y, >, japan.y + 5);
  g_assert_cmpfloat (norway.y, >, italy.y + 5);
  g_assert_cmpfloat (japan.x, <, italy.x - 5);
}

/* The line of a range begins and ends at its numbers, of a bound there is an arrow. */
static void
test_ranges (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, KIND "rates=", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int belgium = find_mark (scene, find_row (fixture->table, "BEL"));
  unsigned int spain = find_mark (scene, find_row (fixture->table, "ESP"));
  const CtgNode *range = find_part (scene, belgium, CTG_NODE_LINE, 0);
  const CtgNode *arrow = find_part (scene, spain, CTG_NODE_PATH, 0);
  double zero = get_place (fixture, scene, "ITA").y;
  double hundred = get_place (fixture, scene, "TUN").y;
  double unit = (zero - hundred) / 100;

  g_assert_nonnull (range);
  g_assert_cmpfloat_with_epsilon (MAX (range->line.from.y, range->line.to.y), zero - 20 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (MIN (range->line.from.y, range->line.to.y), zero - 80 * unit, 1e-6);
  g_assert_nonnull (arrow);
  g_assert_cmpint (arrow->role, ==, CTG_ROLE_OPEN_END);
  g_assert_cmpfloat (get_middle (arrow->bounds).y, <, zero - 30 * unit);
}

static unsigned int
find_dashed (const CtgScene *scene,
             const CtgNode **lines,
             unsigned int    most)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene) && n < most; i++)
    if (ctg_scene_get_node (scene, i)->style->dash == CTG_DASH_DASHED)
      lines[n++] = ctg_scene_get_node (scene, i);

  return n;
}

/* Half a person is no place on an axis. */
static void
test_few_persons (void)
{
  static const char few[] = "[{\"country\": \"Tunisia\", \"went\": 2, \"back\": 1}, {\"country\": \"France\", \"went\": 1, \"back\": 0},"
                            "{\"country\": \"Iraq\", \"went\": 2, \"back\": 2}, {\"country\": \"Iran\", \"went\": 3, \"back\": 1}]";
  static const char *const scales[] = { "linear", "sqrt", "log" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (scales); k++)
    {
      g_autofree char *settings = g_strdup_printf ("kind=scatter;page.width=183mm;axis.scale=%s;x.scale=%s", scales[k], scales[k]);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (few, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      unsigned int n = 0;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->role != CTG_ROLE_AXIS_LABEL)
            continue;
          g_assert_null (strpbrk (node->text->string, ".,"));
          n++;
        }
      g_assert_cmpuint (n, >=, 4);
    }
}

/* The line of 10 % goes through 100 of 1000, whatever the scales; those of 10, 25 and 50 % are there by themselves where the second is a part. */
static void
test_rates (void)
{
  static const char *const scales[] = { "", "axis.scale=log;x.scale=log", "axis.scale=sqrt;x.scale=log", "axis.scale=sqrt;x.scale=sqrt" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (scales); k++)
    {
      g_autofree char *one = g_strconcat (KIND "rates=10;", scales[k], NULL);
      g_autofree char *own = g_strconcat (KIND, scales[k], NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, one, false);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      g_autoptr(ChartFixture) made = chart_fixture_new_json (data, own, false);
      g_autoptr(CtgScene) made_scene = chart_fixture_compile (made);
      CtgPoint tunisia = get_place (fixture, scene, "TUN");
      const CtgNode *lines[8];
      double nearest = INFINITY;

      g_assert_cmpuint (find_dashed (made_scene, lines, 8), ==, 3);
      g_assert_cmpuint (find_dashed (scene, lines, 8), ==, 1);
      for (unsigned int i = 1; i < lines[0]->path.n_points; i++)
        {
          CtgPoint a = lines[0]->path.points[i - 1];
          CtgPoint b = lines[0]->path.points[i];

          double length = hypot (b.x - a.x, b.y - a.y);
          double t = CLAMP (((tunisia.x - a.x) * (b.x - a.x) + (tunisia.y - a.y) * (b.y - a.y)) / (length * length), 0, 1);

          nearest = MIN (nearest, hypot (a.x + t * (b.x - a.x) - tunisia.x, a.y + t * (b.y - a.y) - tunisia.y));
        }
      g_assert_cmpfloat (nearest, <, 0.1);
    }
}

/* The mark under the pointer, with a spoken label of both counts. */
static void
test_pick (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, KIND, false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  CtgPoint france = get_place (fixture, scene, "FRA");
  int picked = ctg_scene_pick (scene, france.x, france.y, 2);

  g_assert_cmpint (picked, >=, 0);

  const CtgNode *node = ctg_scene_get_node (scene, picked);

  g_assert_cmpint (node->datum.row, ==, find_row (fixture->table, "FRA"));
  g_assert_nonnull (strstr (node->label, "100"));
  g_assert_nonnull (strstr (node->label, "50"));
}

/* Other kinds know a linear scale only, and say so. */
static void
test_refused (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (data, "kind=bars;axis.scale=log", false);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgScene) scene = ctg_chart_compile (&input, NULL, &error);

  g_assert_null (scene);
  g_assert_nonnull (strstr (error->message, "axis.scale"));
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/scatter/linear", test_linear);
  g_test_add_func ("/chart/scatter/log", test_log);
  g_test_add_func ("/chart/scatter/ranges", test_ranges);
  g_test_add_func ("/chart/scatter/few-persons", test_few_persons);
  g_test_add_func ("/chart/scatter/rates", test_rates);
  g_test_add_func ("/chart/scatter/pick", test_pick);
  g_test_add_func ("/chart/scatter/refused", test_refused);

  return g_test_run ();
}
