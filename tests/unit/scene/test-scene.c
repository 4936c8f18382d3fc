/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Building, bounds, picking, reading order and the dump of scenes, with text of fixed width so that every number here can be
 * worked out by hand. */

#include <math.h>

#include "ctg-test.h"
#include "scene/ctg-scene-builder.h"

#define NEAR 1e-9

static const CtgFont font = { "Any", 10, false, false };
static const CtgStyle filled = { .fill = { 1, 0, 0, 1 } };
static const CtgStyle stroked = { .stroke = { 0, 0, 0, 1 }, .stroke_width = 2 };

static void
assert_rect (CtgRect rect,
             double  x,
             double  y,
             double  width,
             double  height)
{
  g_assert_cmpfloat_with_epsilon (rect.x, x, NEAR);
  g_assert_cmpfloat_with_epsilon (rect.y, y, NEAR);
  g_assert_cmpfloat_with_epsilon (rect.width, width, NEAR);
  g_assert_cmpfloat_with_epsilon (rect.height, height, NEAR);
}

/* The scene of one node, with a datum of its own. */
static CtgSceneBuilder *
begin_mark (void)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  ctg_scene_builder_set_datum (builder, (CtgDatum) { 7, 0 });

  return builder;
}

static void
test_empty (void)
{
  g_autoptr(CtgScene) scene = ctg_scene_builder_end (ctg_scene_builder_new (200, 100, "de"));
  unsigned int n = 1;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n);

  g_assert_cmpfloat (ctg_scene_get_width (scene), ==, 200);
  g_assert_cmpfloat (ctg_scene_get_height (scene), ==, 100);
  g_assert_cmpstr (ctg_scene_get_language (scene), ==, "de");
  g_assert_cmpstr (ctg_scene_get_title (scene), ==, "");
  g_assert_cmpstr (ctg_scene_get_description (scene), ==, "");
  g_assert_cmpuint (ctg_scene_get_n_nodes (scene), ==, 0);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpint (ctg_scene_pick (scene, 1, 1, 100), ==, -1);
}

static void
test_groups (void)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  ctg_scene_builder_set_datum (builder, (CtgDatum) { 1, 2 });
  ctg_scene_builder_push (builder, CTG_ROLE_PLOT, NULL);
  ctg_scene_builder_set_datum (builder, (CtgDatum) { 3, 4 });
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (10, 20, 30, 40), 0, &filled);
  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "series a@b");
  ctg_scene_builder_set_label (builder, "only the next");
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (50, 5, 10, 5), 0, &filled);
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (50, 5, 10, 5), 0, &filled);
  ctg_scene_builder_pop (builder);
  ctg_scene_builder_pop (builder);
  ctg_scene_builder_rect (builder, CTG_ROLE_NONE, ctg_rect (0, 0, 1, 1), 0, &filled);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  const CtgNode *plot = ctg_scene_get_node (scene, 0);
  const CtgNode *series = ctg_scene_get_node (scene, 2);

  g_assert_cmpuint (ctg_scene_get_n_nodes (scene), ==, 6);
  g_assert_cmpuint (plot->n_descendants, ==, 4);
  g_assert_cmpuint (series->n_descendants, ==, 2);
  g_assert_cmpuint (plot->depth, ==, 0);
  g_assert_cmpuint (series->depth, ==, 1);
  g_assert_cmpuint (ctg_scene_get_node (scene, 3)->depth, ==, 2);
  assert_rect (plot->bounds, 10, 5, 50, 55);
  assert_rect (series->bounds, 50, 5, 10, 5);
  g_assert_cmpint (plot->datum.row, ==, 1);
  g_assert_cmpint (ctg_scene_get_node (scene, 1)->datum.row, ==, 3);
  g_assert_cmpint (ctg_scene_get_node (scene, 3)->datum.series, ==, 4);
  g_assert_cmpint (ctg_scene_get_node (scene, 5)->datum.row, ==, 1);
  g_assert_cmpstr (ctg_scene_get_node (scene, 3)->label, ==, "only the next");
  g_assert_null (ctg_scene_get_node (scene, 4)->label);
  g_assert_cmpstr (plot->group.id, ==, "plot");
  g_assert_cmpstr (series->group.id, ==, "series-a-b");
}

static void
test_ids (void)
{
  static const char *const wanted[] = { "axis", "axis", "axis-2", "4th", "ü", NULL };
  static const char *const made[] = { "axis", "axis-2", "axis-2-2", "g-4th", "g---", "legend" };
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  for (unsigned int i = 0; i < G_N_ELEMENTS (made); i++)
    {
      ctg_scene_builder_push (builder, CTG_ROLE_LEGEND, wanted[i]);
      ctg_scene_builder_pop (builder);
    }

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  for (unsigned int i = 0; i < G_N_ELEMENTS (made); i++)
    g_assert_cmpstr (ctg_scene_get_node (scene, i)->group.id, ==, made[i]);
}

/* The same id over and over takes no longer each time. Counting up from 2 every time would take this test minutes. */
static void
test_equal_ids (void)
{
  const unsigned int n = 60000;
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  for (unsigned int i = 0; i < n; i++)
    {
      ctg_scene_builder_push (builder, CTG_ROLE_MARK, "same");
      ctg_scene_builder_pop (builder);
    }

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned int i = 0; i < n; i++)
    g_assert_true (g_hash_table_add (seen, (gpointer) ctg_scene_get_node (scene, i)->group.id));
  g_assert_cmpstr (ctg_scene_get_node (scene, 1)->group.id, ==, "same-2");
  g_assert_cmpstr (ctg_scene_get_node (scene, n - 1)->group.id, ==, "same-60000");
}

static void
test_bounds (void)
{
  static const CtgPathVerb verbs[] = { CTG_PATH_MOVE, CTG_PATH_CURVE, CTG_PATH_CLOSE };
  static const CtgPoint points[] = { { 0, 0 }, { 0, 40 }, { 100, 40 }, { 100, 0 } };
  CtgStyle round_cap = stroked;
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  round_cap.cap = CTG_CAP_ROUND;
  ctg_scene_builder_rect (builder, CTG_ROLE_NONE, ctg_rect (10, 10, 20, 5), 0, &stroked);
  ctg_scene_builder_line (builder, CTG_ROLE_NONE, (CtgPoint) { 10, 50 }, (CtgPoint) { 10, 20 }, &stroked);
  ctg_scene_builder_line (builder, CTG_ROLE_NONE, (CtgPoint) { 0, 0 }, (CtgPoint) { 30, 40 }, &stroked);
  ctg_scene_builder_line (builder, CTG_ROLE_NONE, (CtgPoint) { 10, 20 }, (CtgPoint) { 10, 50 }, &round_cap);
  ctg_scene_builder_path (builder, CTG_ROLE_NONE, verbs, 3, points, 4, &stroked);
  ctg_scene_builder_symbol (builder, CTG_ROLE_NONE, CTG_SYMBOL_CIRCLE, (CtgPoint) { 50, 50 }, 8, &stroked);
  ctg_scene_builder_symbol (builder, CTG_ROLE_NONE, CTG_SYMBOL_SQUARE, (CtgPoint) { 50, 50 }, 8, &filled);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  double side = 4 * sqrt (G_PI);

  assert_rect (ctg_scene_get_node (scene, 0)->bounds, 9, 9, 22, 7);
  assert_rect (ctg_scene_get_node (scene, 1)->bounds, 9, 20, 2, 30);
  assert_rect (ctg_scene_get_node (scene, 2)->bounds, -0.8, -0.6, 31.6, 41.2);
  assert_rect (ctg_scene_get_node (scene, 3)->bounds, 9, 19, 2, 32);
  assert_rect (ctg_scene_get_node (scene, 4)->bounds, -1, -1, 102, 32); /* the curve's top is at 3/4 of its controls */
  assert_rect (ctg_scene_get_node (scene, 5)->bounds, 45, 45, 10, 10);
  assert_rect (ctg_scene_get_node (scene, 6)->bounds, 50 - side / 2, 50 - side / 2, side, side);
}

/* Three letters of 0.55 em are 16.5 wide; ascent 9, descent 2.5. */
static void
test_text_bounds (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");
  CtgColor ink = ctg_color (0);
  CtgPoint at = { 100, 50 };

  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "abc", at, CTG_ANCHOR_LEFT, 0, false);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "abc", at, CTG_ANCHOR_MIDDLE, 0, false);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "abc", at, CTG_ANCHOR_RIGHT, 0, true);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "abc", at, CTG_ANCHOR_LEFT, 90, false);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "abc", at, CTG_ANCHOR_RIGHT, -90, false);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "", at, CTG_ANCHOR_LEFT, 0, false);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &font, ink, "a\nb", at, CTG_ANCHOR_LEFT, 0, false);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  g_assert_cmpuint (ctg_scene_get_n_nodes (scene), ==, 6);
  assert_rect (ctg_scene_get_node (scene, 0)->bounds, 100, 41, 16.5, 11.5);
  assert_rect (ctg_scene_get_node (scene, 1)->bounds, 91.75, 41, 16.5, 11.5);
  assert_rect (ctg_scene_get_node (scene, 2)->bounds, 83.5, 41, 16.5, 11.5);
  assert_rect (ctg_scene_get_node (scene, 3)->bounds, 97.5, 50, 11.5, 16.5); /* downwards, ascent to the right */
  assert_rect (ctg_scene_get_node (scene, 4)->bounds, 91, 50, 11.5, 16.5);
  g_assert_cmpstr (ctg_scene_get_node (scene, 5)->text->string, ==, "a b");
}

/* The builder keeps nothing of its caller's. */
static void
test_copies (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");
  char string[] = "abc", family[] = "Any", title[] = "title";
  CtgFont own = { family, 10, false, false };
  CtgPathVerb verbs[] = { CTG_PATH_MOVE, CTG_PATH_LINE };
  CtgPoint points[] = { { 1, 2 }, { 3, 4 } };

  ctg_scene_builder_set_title (builder, title, title);
  ctg_scene_builder_set_label (builder, string);
  ctg_scene_builder_text (builder, CTG_ROLE_NONE, measure, &own, ctg_color (0), string, (CtgPoint) { 0, 0 }, CTG_ANCHOR_LEFT, 0, false);
  ctg_scene_builder_path (builder, CTG_ROLE_NONE, verbs, 2, points, 2, &stroked);
  string[0] = family[0] = title[0] = 'x';
  verbs[1] = CTG_PATH_CLOSE;
  points[1].x = 99;

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  g_assert_cmpstr (ctg_scene_get_title (scene), ==, "title");
  g_assert_cmpstr (ctg_scene_get_node (scene, 0)->label, ==, "abc");
  g_assert_cmpstr (ctg_scene_get_node (scene, 0)->text->string, ==, "abc");
  g_assert_cmpstr (ctg_scene_get_node (scene, 0)->text->font.family, ==, "Any");
  g_assert_cmpint (ctg_scene_get_node (scene, 1)->path.verbs[1], ==, CTG_PATH_LINE);
  g_assert_cmpfloat (ctg_scene_get_node (scene, 1)->path.points[1].x, ==, 3);
}

static void
test_pick_shapes (void)
{
  static const CtgPathVerb verbs[] = { CTG_PATH_MOVE, CTG_PATH_LINE, CTG_PATH_LINE, CTG_PATH_CLOSE };
  static const CtgPoint corner[] = { { 0, 0 }, { 100, 0 }, { 0, 100 } };
  CtgSceneBuilder *builder = begin_mark ();

  ctg_scene_builder_path (builder, CTG_ROLE_MARK, verbs, 4, corner, 3, &filled);

  g_autoptr(CtgScene) triangle = ctg_scene_builder_end (builder);

  g_assert_cmpint (ctg_scene_pick (triangle, 20, 20, 0), ==, 0);
  g_assert_cmpint (ctg_scene_pick (triangle, 80, 80, 0), ==, -1); /* inside the bounds only */
  g_assert_cmpint (ctg_scene_pick (triangle, 51, 51, 1), ==, -1);
  g_assert_cmpint (ctg_scene_pick (triangle, 51, 51, 1.5), ==, 0); /* sqrt (2) away */

  builder = begin_mark ();
  ctg_scene_builder_path (builder, CTG_ROLE_MARK, verbs, 4, corner, 3, &stroked);

  g_autoptr(CtgScene) outline = ctg_scene_builder_end (builder);

  g_assert_cmpint (ctg_scene_pick (outline, 20, 20, 0), ==, -1);
  g_assert_cmpint (ctg_scene_pick (outline, 50.5, 50.5, 0), ==, 0);

  builder = begin_mark ();
  ctg_scene_builder_line (builder, CTG_ROLE_MARK, (CtgPoint) { 0, 0 }, (CtgPoint) { 100, 50 }, &stroked);
  ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, CTG_SYMBOL_CIRCLE, (CtgPoint) { 150, 50 }, 20, &filled);
  ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, CTG_SYMBOL_DIAMOND, (CtgPoint) { 180, 50 }, 20, &filled);

  g_autoptr(CtgScene) others = ctg_scene_builder_end (builder);

  g_assert_cmpint (ctg_scene_pick (others, 50, 26, 0), ==, 0);
  g_assert_cmpint (ctg_scene_pick (others, 50, 30, 0), ==, -1);
  g_assert_cmpint (ctg_scene_pick (others, 150, 41, 0), ==, 1);
  g_assert_cmpint (ctg_scene_pick (others, 142, 42, 0), ==, -1);
  g_assert_cmpint (ctg_scene_pick (others, 180, 38, 0), ==, 2);
  g_assert_cmpint (ctg_scene_pick (others, 188, 42, 0), ==, -1);
}

static void
test_pick_text (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgSceneBuilder *builder = begin_mark ();

  ctg_scene_builder_text (builder, CTG_ROLE_CATEGORY_LABEL, measure, &font, ctg_color (0), "abcdefghij", (CtgPoint) { 50, 50 },
                          CTG_ANCHOR_LEFT, 45, false);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  g_assert_cmpint (ctg_scene_pick (scene, 70, 68, 0), ==, 0);
  g_assert_cmpint (ctg_scene_pick (scene, 85, 55, 0), ==, -1);
}

static void
test_pick_order (void)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  ctg_scene_builder_rect (builder, CTG_ROLE_BACKGROUND, ctg_rect (0, 0, 200, 100), 0, &filled);
  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, NULL);
  ctg_scene_builder_set_datum (builder, (CtgDatum) { 0, 0 });
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (10, 10, 50, 10), 0, &filled);
  ctg_scene_builder_set_datum (builder, (CtgDatum) { 1, 0 });
  ctg_scene_builder_push (builder, CTG_ROLE_MARK, NULL);
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK_PART, ctg_rect (40, 10, 10, 10), 0, &filled);
  ctg_scene_builder_rect (builder, CTG_ROLE_OPEN_END, ctg_rect (70, 10, 10, 10), 0, &filled);
  ctg_scene_builder_pop (builder);
  ctg_scene_builder_rect (builder, CTG_ROLE_GRID, ctg_rect (0, 10, 200, 10), 0, &filled);
  ctg_scene_builder_pop (builder);
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (10, 50, 10, 10), 0, &filled); /* a mark of nothing */

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  g_assert_cmpint (ctg_scene_pick (scene, 20, 15, 0), ==, 2);
  g_assert_cmpint (ctg_scene_pick (scene, 45, 15, 0), ==, 3); /* on top; the part gives its mark */
  g_assert_cmpint (ctg_scene_pick (scene, 75, 15, 0), ==, 3);
  g_assert_cmpint (ctg_scene_pick (scene, 62, 15, 0), ==, -1);
  g_assert_cmpint (ctg_scene_pick (scene, 62, 15, 5), ==, 2); /* 2 away, the other 8 */
  g_assert_cmpint (ctg_scene_pick (scene, 68, 15, 20), ==, 3);
  g_assert_cmpint (ctg_scene_pick (scene, 150, 80, 0), ==, -1);
  g_assert_cmpint (ctg_scene_pick (scene, 15, 55, 0), ==, -1);
}

static void
add_mark (CtgSceneBuilder *builder,
          CtgRole          role,
          int              row,
          int              series)
{
  ctg_scene_builder_set_datum (builder, (CtgDatum) { row, series });
  ctg_scene_builder_rect (builder, role, ctg_rect (0, row, 1, 1), 0, &filled);
}

static void
test_reading_order (void)
{
  static const struct { int row, series; } expected[] = { { 5, 0 }, { 5, 1 }, { 2, 1 }, { 9, 0 }, { 9, 1 }, { 4, 0 } };
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  add_mark (builder, CTG_ROLE_MARK, 5, 0);
  add_mark (builder, CTG_ROLE_MARK, 9, 0);
  add_mark (builder, CTG_ROLE_MARK, 4, 0); /* has no label: comes last */
  add_mark (builder, CTG_ROLE_MARK, 5, 1);
  add_mark (builder, CTG_ROLE_MARK, 2, 1); /* missing in the first series */
  add_mark (builder, CTG_ROLE_MISSING, 9, 1);
  add_mark (builder, CTG_ROLE_VALUE_LABEL, 5, 1);
  add_mark (builder, CTG_ROLE_CATEGORY_LABEL, 5, -1);
  add_mark (builder, CTG_ROLE_CATEGORY_LABEL, 2, -1);
  add_mark (builder, CTG_ROLE_CATEGORY_LABEL, 9, -1);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  unsigned int n;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (expected));
  for (unsigned int i = 0; i < n; i++)
    {
      g_assert_cmpint (ctg_scene_get_node (scene, marks[i])->datum.row, ==, expected[i].row);
      g_assert_cmpint (ctg_scene_get_node (scene, marks[i])->datum.series, ==, expected[i].series);
    }
}

static void
test_json (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100.125, "en");

  ctg_scene_builder_set_title (builder, "A \"title\"", NULL);
  ctg_scene_builder_push (builder, CTG_ROLE_PLOT, NULL);
  ctg_scene_builder_set_datum (builder, (CtgDatum) { 3, 0 });
  ctg_scene_builder_set_label (builder, "Österreich: 6");
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (1.0 / 3, 0, 10, 5), 0, &filled);
  ctg_scene_builder_pop (builder);
  ctg_scene_builder_text (builder, CTG_ROLE_NOTE, measure, &font, ctg_color (0), "ab", (CtgPoint) { 0, 9 }, CTG_ANCHOR_LEFT, 0, false);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  g_autofree char *json = ctg_scene_to_json (scene);

  g_assert_cmpstr (json, ==,
                   "{\n"
                   "  \"page\": [200, 100.13],\n"
                   "  \"language\": \"en\",\n"
                   "  \"title\": \"A \\\"title\\\"\",\n"
                   "  \"description\": \"\",\n"
                   "  \"nodes\": [\n"
                   "    {\"kind\": \"group\", \"role\": \"plot\", \"depth\": 0, \"id\": \"plot\", \"bounds\": [0.33, 0, 10, 5]},\n"
                   "    {\"kind\": \"rect\", \"role\": \"mark\", \"depth\": 1, \"datum\": [3, 0], \"label\": \"Österreich: 6\", \"bounds\": [0.33, 0, 10, 5]},\n"
                   "    {\"kind\": \"text\", \"role\": \"note\", \"depth\": 0, \"bounds\": [0, 0, 11, 11.5], \"text\": \"ab\", \"size\": 10}\n"
                   "  ]\n"
                   "}\n");
}

static void
test_roles (void)
{
  g_autoptr(GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  for (CtgRole role = 0; role < CTG_N_ROLES; role++)
    g_assert_true (g_hash_table_add (names, (char *) ctg_role_get_name (role)));
  g_assert_cmpstr (ctg_role_get_name (CTG_ROLE_VALUE_LABEL), ==, "value-label");
}

/* What is not a number never gets into a scene. */
static void
test_not_finite (void)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (200, 100, "en");

  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*isfinite*");
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (NAN, 0, 1, 1), 0, &filled);
  g_test_assert_expected_messages ();
  g_test_expect_message (NULL, G_LOG_LEVEL_CRITICAL, "*isfinite*");
  ctg_scene_builder_line (builder, CTG_ROLE_MARK, (CtgPoint) { 0, 0 }, (CtgPoint) { INFINITY, 0 }, &stroked);
  g_test_assert_expected_messages ();

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  g_assert_cmpuint (ctg_scene_get_n_nodes (scene), ==, 0);
}

/* Colours of another eye, everything else the same; the copy stands on its own. */
static void
test_as_seen (void)
{
  g_autoptr(CtgSceneBuilder) builder = ctg_scene_builder_new (100, 50, "en");
  CtgStyle style = { .fill = ctg_color (0xd00000), .stroke = ctg_color (0x008000), .stroke_width = 1 };
  CtgScene *scene;

  ctg_scene_builder_set_title (builder, "Title", "Description");
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (1, 2, 30, 40), 0, &style);
  scene = ctg_scene_builder_end (g_steal_pointer (&builder));

  g_autoptr(CtgScene) grey = ctg_scene_dup_as_seen (scene, CTG_VISION_GREY);
  g_autoptr(CtgScene) seen = ctg_scene_dup_as_seen (scene, CTG_VISION_DEUTERANOPIA);

  g_assert_true (ctg_color_equal (ctg_scene_get_node (scene, 0)->style->fill, style.fill));
  ctg_scene_unref (scene);

  const CtgNode *node = ctg_scene_get_node (grey, 0);

  g_assert_cmpfloat (node->style->fill.red, ==, node->style->fill.green);
  g_assert_cmpfloat (node->rect.rect.width, ==, 30);
  g_assert_cmpstr (ctg_scene_get_title (grey), ==, "Title");
  g_assert_true (ctg_color_equal (ctg_scene_get_node (seen, 0)->style->stroke, ctg_color_simulate (style.stroke, CTG_VISION_DEUTERANOPIA)));
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/scene/empty", test_empty);
  g_test_add_func ("/scene/groups", test_groups);
  g_test_add_func ("/scene/ids", test_ids);
  g_test_add_func ("/scene/equal-ids", test_equal_ids);
  g_test_add_func ("/scene/bounds", test_bounds);
  g_test_add_func ("/scene/text-bounds", test_text_bounds);
  g_test_add_func ("/scene/copies", test_copies);
  g_test_add_func ("/scene/pick/shapes", test_pick_shapes);
  g_test_add_func ("/scene/pick/text", test_pick_text);
  g_test_add_func ("/scene/pick/order", test_pick_order);
  g_test_add_func ("/scene/reading-order", test_reading_order);
  g_test_add_func ("/scene/json", test_json);
  g_test_add_func ("/scene/roles", test_roles);
  g_test_add_func ("/scene/not-finite", test_not_finite);

  g_test_add_func ("/scene/as-seen", test_as_seen);

  return g_test_run ();
}
