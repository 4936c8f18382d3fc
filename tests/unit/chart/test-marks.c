/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How each sort of number is drawn: exact, range, bounds, zero and the empties; mirrored pages; and where lines and labels stand. */

#include <math.h>
#include <string.h>

#include "chart-fixture.h"
#include "chart/ctg-canvas.h"
#include "ctg-test.h"

#define PACKAGE_START \
  "{\"name\": \"marks\", \"resources\": [{\"name\": \"countries\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"}," \
  "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"}," \
  "{\"name\": \"low\", \"type\": \"number\"}, {\"name\": \"high\", \"type\": \"number\"}, {\"name\": \"qualifier\", \"type\": \"string\"}," \
  "{\"name\": \"presence\", \"type\": \"string\"}]}, \"data\": ["
#define PACKAGE_END "]}]}"

static const char all_sorts[] =
  PACKAGE_START
  "{\"name\": \"Tunisia\", \"code\": \"TUN\", \"measure\": \"fighters\", \"value\": 100, \"qualifier\": \"exact\"},"
  "{\"name\": \"France\", \"code\": \"FRA\", \"measure\": \"fighters\", \"low\": 20, \"high\": 60, \"qualifier\": \"range\"},"
  "{\"name\": \"Belgium\", \"code\": \"BEL\", \"measure\": \"fighters\", \"low\": 50, \"qualifier\": \"at-least\"},"
  "{\"name\": \"Austria\", \"code\": \"AUT\", \"measure\": \"fighters\", \"high\": 40, \"qualifier\": \"at-most\"},"
  "{\"name\": \"Spain\", \"code\": \"ESP\", \"measure\": \"fighters\", \"value\": 30, \"qualifier\": \"about\"},"
  "{\"name\": \"Italy\", \"code\": \"ITA\", \"measure\": \"fighters\", \"value\": 0, \"qualifier\": \"exact\"},"
  "{\"name\": \"Norway\", \"code\": \"NOR\", \"measure\": \"fighters\", \"presence\": \"not-reported\"},"
  "{\"name\": \"Japan\", \"code\": \"JPN\", \"measure\": \"fighters\", \"presence\": \"not-applicable\"}"
  PACKAGE_END;

enum { TUNISIA, FRANCE, BELGIUM, AUSTRIA, SPAIN, ITALY, NORWAY, JAPAN };

/* The mark of a row, and its parts of a role; n counts them. */
static const CtgNode *
find_mark (const CtgScene *scene,
           int             row,
           CtgRole         part,
           CtgNodeKind     kind,
           unsigned int   *n)
{
  const CtgNode *first = NULL;

  *n = 0;
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *mark = ctg_scene_get_node (scene, i);

      if ((mark->role != CTG_ROLE_MARK && mark->role != CTG_ROLE_MISSING) || mark->datum.row != row)
        continue;
      if (mark->role == part)
        {
          *n += 1;
          return mark;
        }
      for (unsigned int k = i + 1; k <= i + mark->n_descendants; k++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, k);

          if (node->role != part || node->kind != kind)
            continue;
          if (first == NULL)
            first = node;
          *n += 1;
        }
      break;
    }

  return first;
}

static const char *
find_label (const CtgScene *scene,
            int             row)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_VALUE_LABEL && node->datum.row == row)
        return node->text->string;
    }

  return NULL;
}

static void
test_bars (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (all_sorts, "kind=bars;sort.by=table", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int n;
  const CtgNode *whole = find_mark (scene, TUNISIA, CTG_ROLE_MARK_PART, CTG_NODE_RECT, &n);

  g_assert_cmpuint (n, ==, 1);

  /* A length is a number: all bars begin at one line and are as long as they say. */
  double zero = whole->rect.rect.x;
  double unit = whole->rect.rect.width / 100;
  const CtgNode *about = find_mark (scene, SPAIN, CTG_ROLE_MARK_PART, CTG_NODE_RECT, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat_with_epsilon (about->rect.rect.x, zero, 1e-6);
  g_assert_cmpfloat_with_epsilon (about->rect.rect.width, 30 * unit, 1e-6);

  /* A range is a light part from low to high behind a solid one, with a whisker and its cap. */
  const CtgNode *light = find_mark (scene, FRANCE, CTG_ROLE_MARK_PART, CTG_NODE_RECT, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat_with_epsilon (light->rect.rect.x, zero + 20 * unit, 1e-6);
  g_assert_cmpfloat_with_epsilon (light->rect.rect.width, 40 * unit, 1e-6);
  find_mark (scene, FRANCE, CTG_ROLE_MARK_PART, CTG_NODE_LINE, &n);
  g_assert_cmpuint (n, ==, 2);

  /* At least: solid up to the bound and an open end, no whisker. */
  const CtgNode *solid = find_mark (scene, BELGIUM, CTG_ROLE_MARK_PART, CTG_NODE_RECT, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat_with_epsilon (solid->rect.rect.width, 50 * unit, 1e-6);
  find_mark (scene, BELGIUM, CTG_ROLE_OPEN_END, CTG_NODE_PATH, &n);
  g_assert_cmpuint (n, ==, 2);

  /* At most: nothing is certain, so nothing is solid. */
  const CtgNode *possible = find_mark (scene, AUSTRIA, CTG_ROLE_MARK_PART, CTG_NODE_RECT, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat_with_epsilon (possible->rect.rect.width, 40 * unit, 1e-6);
  g_assert_false (ctg_color_equal (possible->style->fill, whole->style->fill));

  /* Zero is a tick, what is missing is a mark of another role, and the three do not look alike. */
  const CtgNode *tick = find_mark (scene, ITALY, CTG_ROLE_MARK_PART, CTG_NODE_RECT, &n);

  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (tick->rect.rect.width, >, 0);
  g_assert_cmpfloat (tick->rect.rect.width, <, 1);
  g_assert_nonnull (find_mark (scene, NORWAY, CTG_ROLE_MISSING, CTG_NODE_GROUP, &n));
  g_assert_cmpuint (find_mark (scene, NORWAY, CTG_ROLE_MISSING, CTG_NODE_GROUP, &n)->n_descendants, ==, 2);
  g_assert_cmpuint (find_mark (scene, JAPAN, CTG_ROLE_MISSING, CTG_NODE_GROUP, &n)->n_descendants, ==, 1);
}

/* A figure left out as doubtful was reported: it gets no mark of "not reported", nor those words. */
static void
test_left_out (void)
{
  g_autoptr(ChartFixture) without = chart_fixture_new ("tsc-2017-10", "kind=bars;series=fighters.estimate", true);
  g_autoptr(ChartFixture) with = chart_fixture_new ("tsc-2017-10", "kind=bars;series=fighters.estimate;doubtful=true", true);
  g_autoptr(CtgScene) scene_without = chart_fixture_compile (without);
  g_autoptr(CtgScene) scene_with = chart_fixture_compile (with);
  int lebanon = ctg_table_find_row (without->table, "LBN");
  unsigned int n;

  g_assert_cmpint (lebanon, >=, 0);
  g_assert_null (find_mark (scene_without, lebanon, CTG_ROLE_MISSING, CTG_NODE_GROUP, &n));
  g_assert_null (find_mark (scene_without, lebanon, CTG_ROLE_MARK, CTG_NODE_GROUP, &n));
  g_assert_nonnull (find_mark (scene_with, lebanon, CTG_ROLE_MARK, CTG_NODE_GROUP, &n));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene_without); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene_without, i);

      g_assert_false (node->kind == CTG_NODE_TEXT && node->datum.row == lebanon && g_str_equal (node->text->string, "not reported"));
    }
}

static void
test_labels (void)
{
  static const char *const expected[] = { "100", "20–60", "≥ 50", "≤ 40", "about 30", "0", "not reported", "not applicable" };
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (all_sorts, "kind=bars;sort.by=table", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (find_label (scene, i), ==, expected[i]);
}

static void
test_switched_off (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (all_sorts, "kind=bars;labels.values=false;labels.missing=false;axis.grid=false", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      CtgRole role = ctg_scene_get_node (scene, i)->role;

      g_assert_cmpint (role, !=, CTG_ROLE_VALUE_LABEL);
      g_assert_cmpint (role, !=, CTG_ROLE_MISSING);
      g_assert_cmpint (role, !=, CTG_ROLE_GRID);
    }
}

static unsigned int
count_role (const CtgScene *scene,
            CtgRole         role)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    n += ctg_scene_get_node (scene, i)->role == role;

  return n;
}

/* Every mark can be spoken and pointed at; ids name series. */
static void
test_structure (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=grouped;top=10", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int n_marks = 0;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n_marks);
  g_autoptr(GString) ids = g_string_new (NULL);

  g_assert_cmpint (ctg_scene_get_node (scene, 0)->role, ==, CTG_ROLE_BACKGROUND);
  g_assert_cmpstr (ctg_scene_get_language (scene), ==, "en");
  g_assert_cmpuint (n_marks, ==, 20);
  for (unsigned int i = 0; i < n_marks; i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, marks[i]);

      g_assert_cmpint (node->datum.row, >=, 0);
      g_assert_cmpint (node->datum.series, >=, 0);
      g_assert_nonnull (node->label);
      g_assert_cmpint (strlen (node->label), >, 3);
    }

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_SERIES)
        g_string_append_printf (ids, "%s ", node->group.id);
    }
  g_assert_cmpstr (ids->str, ==, "series-fighters.official series-fighters.non-official ");
  g_assert_cmpuint (count_role (scene, CTG_ROLE_CATEGORY_LABEL), >=, 10);
  g_assert_cmpuint (count_role (scene, CTG_ROLE_TITLE), >=, 1);
}

static CtgScene *
draw_on_canvas (bool rtl)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, rtl ? "ar" : "en");
  CtgCanvas canvas = { .builder = builder, .measure = measure, .width = 200, .rtl = rtl };
  CtgFont font = { .family = "Liberation Sans", .size = 10 };
  CtgStyle fill = ctg_style_fill (ctg_color (0x102030));
  CtgStyle stroke = ctg_style_stroke (ctg_color (0x102030), 1);
  CtgPoint points[] = { { 10, 10 }, { 20, 15 }, { 10, 20 } };

  ctg_canvas_rect (&canvas, CTG_ROLE_MARK_PART, ctg_rect (10, 20, 50, 5), &fill);
  ctg_canvas_line (&canvas, CTG_ROLE_GRID, (CtgPoint) { 30, 0 }, (CtgPoint) { 40, 90 }, &stroke);
  ctg_canvas_polygon (&canvas, CTG_ROLE_OPEN_END, points, 3, true, &fill);
  ctg_canvas_symbol (&canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, (CtgPoint) { 70, 50 }, 8, &fill);
  ctg_canvas_text (&canvas, CTG_ROLE_NONE, &font, ctg_color (0), "start", (CtgPoint) { 20, 40 }, CTG_ALIGN_START);
  ctg_canvas_text (&canvas, CTG_ROLE_NONE, &font, ctg_color (0), "middle", (CtgPoint) { 80, 60 }, CTG_ALIGN_MIDDLE);
  ctg_canvas_text (&canvas, CTG_ROLE_NONE, &font, ctg_color (0), "end", (CtgPoint) { 120, 80 }, CTG_ALIGN_END);
  ctg_canvas_text_up (&canvas, CTG_ROLE_NONE, &font, ctg_color (0), "up", (CtgPoint) { 150, 80 }, CTG_ALIGN_START);

  return ctg_scene_builder_end (builder);
}

/* The same calls make the mirror image: every box lies as far from the right edge as it did from the left. */
static void
test_mirror (void)
{
  g_autoptr(CtgScene) ltr = draw_on_canvas (false);
  g_autoptr(CtgScene) rtl = draw_on_canvas (true);

  g_assert_cmpuint (ctg_scene_get_n_nodes (ltr), ==, ctg_scene_get_n_nodes (rtl));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (ltr); i++)
    {
      CtgRect a = ctg_scene_get_node (ltr, i)->bounds;
      CtgRect b = ctg_scene_get_node (rtl, i)->bounds;

      g_assert_cmpfloat_with_epsilon (a.x, 200 - b.x - b.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (a.width, b.width, 1e-6);
      g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-6);
    }
}

/* Points that coincide are moved apart, so that neither hides the other; their distance along the axis stays. */
static void
test_equal_points (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=dumbbell", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int belgium = ctg_table_find_row (fixture->table, "BEL");
  const CtgNode *points[2] = { NULL, NULL };

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_SYMBOL && node->datum.row == belgium)
        points[node->datum.series] = node;
    }

  g_assert_nonnull (points[0]);
  g_assert_nonnull (points[1]);
  g_assert_cmpfloat_with_epsilon (points[0]->symbol.center.x, points[1]->symbol.center.x, 1e-6);
  g_assert_cmpfloat (fabs (points[0]->symbol.center.y - points[1]->symbol.center.y), >, points[0]->symbol.size * 0.4);
}

/* The first text of a row with this role. */
static const CtgNode *
find_text (const CtgScene *scene,
           CtgRole         role,
           int             row,
           int             series)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && node->role == role && node->datum.row == row && node->datum.series == series)
        return node;
    }

  return NULL;
}

/* A value that has no room between the start of the axis and its point stands after the pair, lower value first; never among the names. */
static void
test_values_near_start (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=dumbbell;top=20;page.width=89mm", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int bosnia = ctg_table_find_row (fixture->table, "BIH");
  int tunisia = ctg_table_find_row (fixture->table, "TUN");
  int official = ctg_table_find_series (fixture->table, "fighters.official");
  int other = ctg_table_find_series (fixture->table, "fighters.non-official");
  const CtgNode *low = find_text (scene, CTG_ROLE_VALUE_LABEL, bosnia, other);
  const CtgNode *high = find_text (scene, CTG_ROLE_VALUE_LABEL, bosnia, official);
  const CtgNode *far = find_text (scene, CTG_ROLE_VALUE_LABEL, tunisia, official);
  unsigned int n;
  const CtgNode *point = find_mark (scene, bosnia, CTG_ROLE_MARK_PART, CTG_NODE_SYMBOL, &n);

  g_assert_nonnull (low);
  g_assert_nonnull (high);
  g_assert_nonnull (far);
  g_assert_nonnull (point);
  g_assert_cmpfloat (low->bounds.x, >, point->bounds.x + point->bounds.width);
  g_assert_cmpfloat (high->bounds.x, >, low->bounds.x + low->bounds.width + 1);

  point = find_mark (scene, tunisia, CTG_ROLE_MARK_PART, CTG_NODE_SYMBOL, &n);
  g_assert_nonnull (point);
  g_assert_cmpfloat (far->bounds.x + far->bounds.width, <, point->bounds.x);
}

/* An end of the axis set by hand cuts bars visibly, names them in a warning, and never moves a point. */
static void
test_beyond_axis (void)
{
  g_autoptr(ChartFixture) bars = chart_fixture_new ("tsg-2015-12", "kind=bars;top=5;axis.max=3000", true);
  g_autoptr(ChartFixture) points = chart_fixture_new ("tsg-2015-12", "kind=dumbbell;top=5;axis.max=3000", true);
  g_autoptr(CtgScene) bar_scene = chart_fixture_compile (bars);
  g_autoptr(CtgScene) point_scene = chart_fixture_compile (points);
  int tunisia = ctg_table_find_row (bars->table, "TUN");
  unsigned int n;

  g_assert_true (chart_fixture_warned (bars, CTG_PHRASE_WARN_BEYOND_AXIS));
  find_mark (bar_scene, tunisia, CTG_ROLE_MARK_PART, CTG_NODE_LINE, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (find_label (bar_scene, tunisia), ==, "6,000");

  g_assert_true (chart_fixture_warned (points, CTG_PHRASE_WARN_BEYOND_AXIS));
  find_mark (point_scene, tunisia, CTG_ROLE_MARK_PART, CTG_NODE_SYMBOL, &n);
  g_assert_cmpuint (n, ==, 0);
  find_mark (point_scene, tunisia, CTG_ROLE_OPEN_END, CTG_NODE_PATH, &n);
  g_assert_cmpuint (n, ==, 2);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/marks/bars", test_bars);
  g_test_add_func ("/chart/marks/labels", test_labels);
  g_test_add_func ("/chart/marks/left-out", test_left_out);
  g_test_add_func ("/chart/marks/switched-off", test_switched_off);
  g_test_add_func ("/chart/marks/structure", test_structure);
  g_test_add_func ("/chart/marks/mirror", test_mirror);
  g_test_add_func ("/chart/marks/equal-points", test_equal_points);
  g_test_add_func ("/chart/marks/values-near-start", test_values_near_start);
  g_test_add_func ("/chart/marks/beyond-axis", test_beyond_axis);

  return g_test_run ();
}
