/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Axes that are not linear: who may stand on them, and where what has no place on them stands. */

#include <math.h>
#include <string.h>

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

      if (node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_AXIS_LABEL && g_str_equal (node->text->string, text))
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

/* Numbers no axis tells from zero stand on it where zero stands; a logarithmic one, which has no zero, says so. */
static void
test_least (void)
{
  static const char tiny[] = "[{\"country\": \"Tunisia\", \"people\": 3e-300}, {\"country\": \"France\", \"people\": 1e-300}]";
  static const char *const scales[] = { "linear", "sqrt", "log" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (scales); k++)
    {
      g_autofree char *settings = g_strconcat ("kind=points;axis.scale=", scales[k], NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (tiny, settings, true);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgScene) scene = ctg_chart_compile (&input, fixture->warnings, &error);

      if (k == 2)
        {
          g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE);
          g_assert_nonnull (strstr (error->message, "1e-300"));
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (find_mark (fixture, scene, "TUN").x, find_mark (fixture, scene, "FRA").x, 1e-9);
      g_assert_true (has_text (scene, "1"));
    }
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

/* Tunisia is more than twelve times as high as the next. */
static const char giants[] = "[{\"country\": \"Belgium\", \"people\": 470}, {\"country\": \"Tunisia\", \"people\": 6000}, {\"country\": \"France\", \"people\": 410},"
                             " {\"country\": \"Norway\", \"people\": 81}, {\"country\": \"Estonia\", \"people\": null}]";

static unsigned int
count_roles (const CtgScene *scene,
             CtgRole         role,
             CtgNodeKind     kind)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    n += ctg_scene_get_node (scene, i)->role == role && ctg_scene_get_node (scene, i)->kind == kind;

  return n;
}

static void
assert_note (ChartFixture *fixture,
             const char   *words)
{
  CtgChartInput input = chart_fixture_input (fixture);
  CtgChartTexts *texts = ctg_chart_texts_new (&input, NULL);

  g_assert_nonnull (strstr (texts->note, words));
  g_assert_nonnull (strstr (texts->description, words));
  ctg_chart_texts_free (texts);
}

/* Nothing is done unasked, but offered: each way out draws a figure that no longer warns. */
static void
test_giants_offered (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (giants, "kind=bars", true);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_GIANTS));

  const GArray *fixes = ctg_warnings_get (fixture->warnings, 0)->fixes;

  g_assert_cmpuint (fixes->len, ==, 3);
  for (unsigned int k = 0; k < fixes->len; k++)
    {
      g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgSpec) spec = ctg_spec_with_fields (fixture->spec, (const char *const *) g_array_index (fixes, CtgFix, k).fields, &error);
      g_autoptr(CtgScene) other = NULL;

      g_assert_no_error (error);
      input.spec = spec;
      other = ctg_chart_compile (&input, warnings, &error);
      g_assert_no_error (error);
      g_assert_nonnull (other);
      for (unsigned int i = 0; i < ctg_warnings_get_n (warnings); i++)
        g_assert_cmpint (ctg_warnings_get (warnings, i)->phrase, !=, CTG_PHRASE_WARN_GIANTS);
    }
}

/* Seven times as high is no giant, nor is what leaves no crowd. */
static void
test_no_giants (void)
{
  static const char *const rows[] = {
    "[{\"country\": \"Belgium\", \"people\": 10}, {\"country\": \"Tunisia\", \"people\": 79}, {\"country\": \"France\", \"people\": 9}, {\"country\": \"Norway\", \"people\": 8}]",
    "[{\"country\": \"Belgium\", \"people\": 10}, {\"country\": \"Tunisia\", \"people\": 7900}, {\"country\": \"France\", \"people\": 9}]",
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (rows); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (rows[k], "kind=bars;axis.break=auto", true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

      g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_GIANTS));
      g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_BREAK));
      g_assert_cmpuint (count_roles (scene, CTG_ROLE_AXIS_LINE, CTG_NODE_PATH), ==, 0);
    }
}

/* The cut has its mark on the axis and on the one bar that passes it; bars below it are as long as their numbers say. */
static void
test_break (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (giants, "kind=bars;axis.break=auto;page.width=120mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  double lengths[2] = { 0, 0 };

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_RECT && node->role == CTG_ROLE_MARK_PART && node->datum.row == ctg_table_find_row (fixture->table, "BEL"))
        lengths[0] = node->bounds.width;
      if (node->kind == CTG_NODE_RECT && node->role == CTG_ROLE_MARK_PART && node->datum.row == ctg_table_find_row (fixture->table, "NOR"))
        lengths[1] = node->bounds.width;
    }
  g_assert_cmpuint (count_roles (scene, CTG_ROLE_AXIS_LINE, CTG_NODE_PATH), ==, 2);
  g_assert_cmpfloat_with_epsilon (lengths[0] / lengths[1], 470.0 / 81, 1e-6);
  assert_note (fixture, "The axis is broken between 550 and 5,850.");
  g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_BREAK));
}

static void
test_break_refused (void)
{
  static const char *const texts[] = { "x", "5", "5..", "..5", "9..5", "0..7", "5..9x", "5..inf" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autofree char *settings = g_strconcat ("kind=bars;axis.break=", texts[k], NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (giants, settings, true);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autoptr(GError) error = NULL;

      g_assert_null (ctg_chart_compile (&input, NULL, &error));
      g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE);
      g_assert_true (g_str_has_prefix (error->message, "axis.break: "));
    }
}

static void
test_break_given (void)
{
  g_autoptr(ChartFixture) given = chart_fixture_new_json (giants, "kind=bars;axis.break=600..5500", true);
  g_autoptr(ChartFixture) beyond = chart_fixture_new_json (giants, "kind=bars;axis.break=600..6500", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (given);
  g_autoptr(CtgScene) whole = chart_fixture_compile (beyond);

  g_assert_cmpuint (count_roles (scene, CTG_ROLE_AXIS_LINE, CTG_NODE_PATH), ==, 2);
  assert_note (given, "The axis is broken between 600 and 5,500.");
  g_assert_false (chart_fixture_warned (given, CTG_PHRASE_WARN_NO_BREAK));
  g_assert_true (chart_fixture_warned (beyond, CTG_PHRASE_WARN_NO_BREAK));
  /* What nothing passes is not cut. */
  g_assert_cmpuint (count_roles (whole, CTG_ROLE_AXIS_LINE, CTG_NODE_PATH), ==, 0);
}

/* Small multiples have no panel for giants, and with scales of their own each has giants of its own; texts say no more than is drawn. */
static void
test_giants_in_panels (void)
{
  static const struct
  {
    const char *settings;
    unsigned int n_cuts; /* marks on axes and bars */
    bool giants, no_giants, no_break;
    const char *words;   /* NULL: neither text says anything of it */
  } cases[] = {
    { "axis.giants=panel", 0, true, true, false, NULL },
    { "axis.break=auto", 4, false, false, false, "The axis is broken between 550 and 5,850." },
    { "axis.break=auto;panels.scales=free", 0, false, false, true, NULL },
    { "axis.break=600..5000;panels.scales=free", 2, false, false, false, "Northern Africa: The axis is broken between 600 and 5,000." },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *settings = g_strdup_printf ("kind=bars;panels.by=region;page.width=120mm;%s", cases[k].settings);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (giants, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autoptr(CtgChartTexts) texts = ctg_chart_texts_new (&input, NULL);

      g_assert_cmpuint (count_roles (scene, CTG_ROLE_AXIS_LINE, CTG_NODE_PATH), ==, cases[k].n_cuts);
      g_assert_cmpint (chart_fixture_warned (fixture, CTG_PHRASE_WARN_GIANTS), ==, cases[k].giants);
      g_assert_cmpint (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_GIANTS), ==, cases[k].no_giants);
      g_assert_cmpint (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_BREAK), ==, cases[k].no_break);
      if (cases[k].words != NULL)
        assert_note (fixture, cases[k].words);
      else
        g_assert_null (strstr (texts->note, "The axis is"));
      g_assert_null (strstr (texts->note, "On a scale of its own"));
    }
}

/* Of the two only one can be done: the warning names both, and each way out leaves none. */
static void
test_break_and_panel (void)
{
  static const char *const ways[] = { "axis.giants=panel;axis.break=auto", "axis.giants=panel;axis.break=", "axis.giants=none;axis.break=auto" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (ways); k++)
    {
      g_autofree char *settings = g_strconcat ("kind=bars;page.width=120mm;", ways[k], NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (giants, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

      g_assert_cmpint (chart_fixture_warned (fixture, CTG_PHRASE_WARN_BREAK_AND_PANEL), ==, k == 0);
      g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_BREAK));
      g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_GIANTS));
      g_assert_cmpuint (count_roles (scene, CTG_ROLE_AXIS_LINE, CTG_NODE_PATH), ==, k == 2 ? 2 : 0);
    }
}

/* Giants stand apart, first, on a scale of their own that reaches as far. */
static void
test_panel (void)
{
  static const char *const forms[] = { "horizontal", "vertical" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (forms); k++)
    {
      g_autofree char *settings = g_strdup_printf ("kind=points;axis.giants=panel;sort.by=name;orientation=%s;page.width=120mm", forms[k]);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (giants, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      CtgPoint giant = find_mark (fixture, scene, "TUN");
      CtgPoint next = find_mark (fixture, scene, "BEL");

      /* Above the others where values run across the page, beside them where they rise. */
      if (k == 0)
        {
          g_assert_cmpfloat (giant.y, <, next.y);
          g_assert_cmpfloat_with_epsilon (giant.x, next.x, 1e-6);
        }
      else
        {
          g_assert_cmpfloat (giant.x, <, next.x);
          g_assert_cmpfloat_with_epsilon (giant.y, next.y, 1e-6);
        }
      assert_note (fixture, "On a scale of its own: Tunisia.");
    }
}

/* Differences below zero have no place on an axis of ratios, neither on the page's height nor on its width; the way out is offered. */
static void
test_negative_on_log (void)
{
#define DIFFERENCE "derive=difference;against=fighters.official@tsg-2015-12;series=fighters.estimate@tsc-2017-10"
  static const char *const settings[] = {
    "kind=points;axis.scale=log;" DIFFERENCE, "kind=range;axis.scale=log;" DIFFERENCE, "kind=dumbbell;axis.scale=log;" DIFFERENCE ",fighters.estimate@icsr-2015-01",
    "kind=scatter;axis.scale=log;" DIFFERENCE ",fighters.estimate@icsr-2015-01", "kind=scatter;x.scale=log;" DIFFERENCE ",fighters.estimate@icsr-2015-01",
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (settings); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("fighters-all", settings[k], false);
      g_autofree char *rooted = g_strconcat (settings[k], ";axis.scale=sqrt;x.scale=sqrt", NULL);
      g_autoptr(ChartFixture) square_root = chart_fixture_new ("fighters-all", rooted, false);
      CtgChartInput input = chart_fixture_input (fixture);
      CtgChartInput other = chart_fixture_input (square_root);
      g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgScene) refused = ctg_chart_compile (&input, warnings, &error);
      g_autoptr(CtgScene) drawn = ctg_chart_compile (&other, NULL, NULL);
      bool offered = false;

      if (refused != NULL)
        g_error ("%s: drawn", settings[k]);
      g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE);
      g_assert_nonnull (strstr (error->message, "below zero"));
      for (unsigned int w = 0; w < ctg_warnings_get_n (warnings); w++)
        offered |= ctg_warnings_get (warnings, w)->phrase == CTG_PHRASE_WARN_LOG_NEGATIVE && ctg_warnings_get (warnings, w)->fixes->len == 1;
      g_assert_true (offered);
      g_assert_nonnull (drawn);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/scales/lanes", test_lanes);
  g_test_add_func ("/scales/no-lanes", test_no_lanes);
  g_test_add_func ("/scales/least", test_least);
  g_test_add_func ("/scales/bars-refused", test_bars_refused);
  g_test_add_func ("/scales/square-root", test_square_root);
  g_test_add_func ("/scales/words", test_words);
  g_test_add_func ("/scales/other-kind", test_other_kind);
  g_test_add_func ("/scales/giants-offered", test_giants_offered);
  g_test_add_func ("/scales/no-giants", test_no_giants);
  g_test_add_func ("/scales/giants-in-panels", test_giants_in_panels);
  g_test_add_func ("/scales/break", test_break);
  g_test_add_func ("/scales/break-refused", test_break_refused);
  g_test_add_func ("/scales/break-and-panel", test_break_and_panel);
  g_test_add_func ("/scales/break-given", test_break_given);
  g_test_add_func ("/scales/panel", test_panel);
  g_test_add_func ("/scales/negative-on-log", test_negative_on_log);

  return g_test_run ();
}
