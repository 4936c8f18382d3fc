/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Axes that are not linear: who may stand on them, and where what has no place on them stands. */

#include <math.h>

#include "base/ctg-error.h"
#include "chart-fixture.h"
#include "ctg-test.h"

/* 10, 100 and 1,000 stand at equal distances; one row is zero, one is not reported. */
static const char decades[] = "[{\"country\": \"Tunisia\", \"people\": 1000}, {\"country\": \"France\", \"people\": 100}, {\"country\": \"Norway\", \"people\": 10},"
                              " {\"country\": \"Malta\", \"people\": 0}, {\"country\": \"Estonia\", \"people\": null}]";

/* The middle of the mark of a row: its symbol, or the strokes of what is missing. */
static CtgPoint
find_mark (ChartFixture   *fixture,
           const CtgScene *scene,
           const char     *row)
{
  int index = ctg_table_find_row (fixture->table, row);
  unsigned int n;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->datum.row == index && node->kind == CTG_NODE_SYMBOL)
        return node->symbol.center;
    }
  for (unsigned int k = 0; k < n; k++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, marks[k]);

      if (node->datum.row == index)
        return (CtgPoint) { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 }
      ;
    }

  g_error ("no mark for %s", row);
}

/* The places of the marks from the start of the figure towards higher values. */
static double
find_along (ChartFixture   *fixture,
            const CtgScene *scene,
            const char     *row,
            bool            vertical,
            bool            rtl)
{
  CtgPoint point = find_mark (fixture, scene, row);

  return vertical ? -point.y : rtl ? -point.x : point.x;
}

static bool
has_text (const CtgScene *scene,
          const char     *text)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_AXIS_LABEL && g_str_equal (node->text.string, text))
        return true;
    }

  return false;
}

/* Equal ratios are equal distances; zero and what is missing stand before them, in this order, whatever the direction. */
static void
test_lanes (void)
{
  static const char *const forms[] = { "kind=points", "kind=points;orientation=vertical", "kind=points;language=ar" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (forms); k++)
    {
      g_autofree char *settings = g_strconcat (forms[k], ";series=people;axis.scale=log;page.width=120mm", NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (decades, settings, false);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      bool vertical = k == 1;
      bool rtl = k == 2;
      double thousand = find_along (fixture, scene, "TUN", vertical, rtl);
      double hundred = find_along (fixture, scene, "FRA", vertical, rtl);
      double ten = find_along (fixture, scene, "NOR", vertical, rtl);
      double zero = find_along (fixture, scene, "MLT", vertical, rtl);
      double missing = find_along (fixture, scene, "EST", vertical, rtl);

      g_assert_cmpfloat_with_epsilon (thousand - hundred, hundred - ten, 1e-6);
      g_assert_cmpfloat (hundred, >, ten + 10);
      g_assert_cmpfloat (zero, <, ten - 3);
      g_assert_cmpfloat (missing, <, zero - 3);
      g_assert_true (has_text (scene, "0"));
      g_assert_true (has_text (scene, rtl ? "غير مذكور" : "not reported"));
    }
}

/* Without zeros and with every number there, there are no lanes. */
static void
test_no_lanes (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json ("[{\"country\": \"Tunisia\", \"people\": 7}, {\"country\": \"France\", \"people\": 90}]",
                                                            "kind=points;axis.scale=log", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  g_assert_false (has_text (scene, "0"));
  g_assert_false (has_text (scene, "not reported"));
  g_assert_true (has_text (scene, "10"));
}

static void
test_bars_refused (void)
{
  static const char *const kinds[] = { "bars", "grouped", "stacked" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autofree char *settings = g_strdup_printf ("kind=%s;axis.scale=%s", kinds[k], k == 1 ? "sqrt" : "log");
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsc-2017-10", settings, true);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autoptr(GError) error = NULL;

      g_assert_null (ctg_chart_compile (&input, fixture->warnings, &error));
      g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED);
      g_assert_true (g_str_has_prefix (error->message, "axis.scale: "));
      g_assert_nonnull (strstr (error->message, "kind=points"));
      g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_BARS_NEED_ZERO));

      const CtgFix *fix = &g_array_index (ctg_warnings_get (fixture->warnings, 0)->fixes, CtgFix, 0);
      g_autoptr(CtgSpec) mended = ctg_spec_with_fields (fixture->spec, (const char *const *) fix->fields, NULL);
      g_autoptr(CtgScene) scene = NULL;

      g_clear_error (&error);
      input.spec = mended;
      scene = ctg_chart_compile (&input, NULL, &error);
      g_assert_no_error (error);
      g_assert_nonnull (scene);
    }
}

/* Places on a square-root axis are those of the roots. */
static void
test_square_root (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (decades, "kind=points;axis.scale=sqrt;page.width=120mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  double zero = find_along (fixture, scene, "MLT", false, false);
  double hundred = find_along (fixture, scene, "FRA", false, false);
  double thousand = find_along (fixture, scene, "TUN", false, false);

  g_assert_cmpfloat_with_epsilon ((thousand - zero) / (hundred - zero), sqrt (10), 1e-9);
}

/* The scale is said in the title of the axis, in the note and in the alternative text. */
static void
test_words (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=points;axis.scale=log", true);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autoptr(GError) error = NULL;
  CtgChartTexts *texts = ctg_chart_texts_new (&input, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (texts->axis_title, ==, "People who travelled (logarithmic scale)");
  g_assert_nonnull (strstr (texts->note, "equal distances are equal ratios"));
  g_assert_nonnull (strstr (texts->description, "equal distances are equal ratios"));
  ctg_chart_texts_free (texts);
}

/* Another kind keeps the scale where it can. */
static void
test_other_kind (void)
{
  g_autoptr(ChartFixture) slope = chart_fixture_new ("tsg-2015-12", "kind=slope;axis.scale=log;top=7", true);
  g_autoptr(ChartFixture) bars = chart_fixture_new ("tsg-2015-12", "kind=bars;axis.scale=log;top=7", true);
  CtgChartInput slope_input = chart_fixture_input (slope);
  CtgChartInput bars_input = chart_fixture_input (bars);
  g_autoptr(CtgSpec) kept = ctg_chart_dup_spec_on_fit_scale (&slope_input);
  g_autoptr(CtgSpec) changed = ctg_chart_dup_spec_on_fit_scale (&bars_input);

  g_assert_cmpint (kept->axis_scale, ==, CTG_AXIS_SCALE_LOG);
  g_assert_cmpint (changed->axis_scale, ==, CTG_AXIS_SCALE_LINEAR);
  g_assert_cmpint (changed->top, ==, 7);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/scales/lanes", test_lanes);
  g_test_add_func ("/scales/no-lanes", test_no_lanes);
  g_test_add_func ("/scales/bars-refused", test_bars_refused);
  g_test_add_func ("/scales/square-root", test_square_root);
  g_test_add_func ("/scales/words", test_words);
  g_test_add_func ("/scales/other-kind", test_other_kind);

  return g_test_run ();
}
