/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure points out: highlighted rows, reference lines and bands, annotations. */

#include <math.h>
#include <string.h>

#include "base/ctg-bidi.h"
#include "chart-fixture.h"
#include "chart/ctg-guide-references.h"
#include "ctg-test.h"

#define FIRST "tsg-2015-12"
#define TUNISIA_NOTE "annotations=[{\"row\":\"TUN\",\"text\":\"The highest official count\"}]"

static bool
is_grey (CtgColor color)
{
  return fabsf (color.red - color.green) < 0.05f && fabsf (color.green - color.blue) < 0.05f;
}

static int
find_row (ChartFixture *fixture,
          const char   *key)
{
  int row = ctg_table_find_row (fixture->table, key);

  g_assert_cmpint (row, >=, 0);
  return row;
}

static const CtgNode *
find_group (const CtgScene *scene,
            const char     *id)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_GROUP && g_str_equal (node->group.id, id))
        return node;
    }

  return NULL;
}

static const CtgNode *
find_text (const CtgScene *scene,
           const char     *string)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && g_str_equal (node->text->string, string))
        return node;
    }

  return NULL;
}

static CtgRect
get_words (const CtgNode *group)
{
  CtgRect bounds = { 0, 0, 0, 0 };

  for (unsigned int k = 1; k <= group->n_descendants; k++)
    {
      if (group[k].kind == CTG_NODE_TEXT)
        bounds = ctg_rect_union (bounds, group[k].bounds);
    }

  return bounds;
}

/* Whether the lines of the note say it, joined. */
static bool
has_words (const CtgScene *scene,
           const char     *words)
{
  g_autoptr(GString) note = g_string_new (NULL);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_NOTE)
        g_string_append_printf (note, "%s ", node->text->string);
    }

  return strstr (note->str, words) != NULL;
}

/* ---- highlight ---- */

/* One dataset and setting a kind. */
static const struct
{
  const char *dataset;
  const char *settings;
  const char *highlight;
} kinds[] = {
  { FIRST, "kind=bars;series=fighters.official;top=20", "TUN,JOR" },
  { FIRST, "kind=bars;series=fighters.official;top=20;orientation=vertical", "TUN,JOR" },
  { FIRST, "kind=grouped;top=20", "TUN,JOR" },
  { FIRST, "kind=dumbbell;top=20", "TUN,JOR" },
  { FIRST, "kind=slope;top=20", "TUN,JOR" },
  { FIRST, "kind=table;top=20", "TUN,JOR" },
  { FIRST, "kind=choropleth;per=million", "TUN,FRA" },
  { "tsc-2017-10", "kind=stacked", "TUN,FRA" },
  { "icsr-2013-12", "kind=range;top=20", "TUN,JOR" },
  { "icsr-2013-12", "kind=bars;top=20", "TUN,JOR" },
  { "fighters-all", "kind=disagreement;top=12", "TUN,JOR" },
  { "tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate", "TUN,FRA" },
  { "tsc-2017-10", "kind=shares", "TUN,FRA" },
  { "tsc-2017-10", "kind=dots;series=fighters.estimate,returnees.estimate", "TUN,FRA" },
  { FIRST, "kind=dots;series=fighters.official;top=20", "TUN,JOR" },
  { "totals", "kind=timeline;series=fighters.estimate", "r0110" },
  { FIRST, "kind=symbols;series=fighters.official", "TUN,FRA" },
};

/* In every kind the marks of other rows lose their colour and are still seen, and nothing moves in the plot but by the legend's height. */
static void
test_highlight (void)
{
  for (unsigned int k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autofree char *settings = g_strconcat (kinds[k].settings, ";highlight=", kinds[k].highlight, NULL);
      g_auto(GStrv) keys = g_strsplit (kinds[k].highlight, ",", -1);
      g_autoptr(ChartFixture) fixture = chart_fixture_new (kinds[k].dataset, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      unsigned int n_marks = 0;
      g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n_marks);
      unsigned int n_coloured = 0;
      unsigned int n_grey = 0;
      double best_contrast = 21;

      for (unsigned int i = 0; i < n_marks; i++)
        {
          const CtgNode *mark = ctg_scene_get_node (scene, marks[i]);
          bool kept = g_strv_contains ((const char *const *) keys, ctg_table_get_row (fixture->table, mark->datum.row)->key);
          double strongest = 1;
          bool coloured = false;

          for (unsigned int d = 1; d <= mark->n_descendants && mark->role == CTG_ROLE_MARK; d++)
            {
              const CtgColor *colors[] = { &mark[d].style->fill, &mark[d].style->stroke };

              for (unsigned int c = 0; c < 2; c++)
                {
                  if (colors[c]->alpha == 0 || (c == 1 && mark[d].style->stroke_width == 0) || mark[d].kind == CTG_NODE_TEXT)
                    continue;
                  coloured |= !is_grey (*colors[c]);
                  strongest = MAX (strongest, ctg_color_contrast (*colors[c], ctg_color (0xffffff)));
                }
            }
          if (!kept && coloured)
            g_error ("%s: a mark of %s has colour", settings, ctg_table_get_row (fixture->table, mark->datum.row)->key);
          n_coloured += kept && coloured;
          if (!kept && strongest > 1)
            {
              best_contrast = MIN (best_contrast, strongest);
              n_grey++;
            }
        }

      /* A table has words alone, a shaded map keeps the lightness of its classes. */
      if (strstr (settings, "kind=table") == NULL)
        {
          g_assert_cmpuint (n_coloured, >, 0);
          g_assert_cmpuint (n_grey, >, 0);
        }
      if (strstr (settings, "kind=table") == NULL && strstr (settings, "kind=choropleth") == NULL)
        {
          if (best_contrast < 3)
            g_error ("%s: a grey has a contrast of %.2f", settings, best_contrast);
        }
      g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Highlighted: "));
      /* Without a legend of its series the note says it. */
      g_assert_true (find_text (scene, "Not highlighted") != NULL || has_words (scene, "all others are grey"));
      g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_HIGHLIGHT_NOT_DRAWN));
    }
}

/* Rows that are not there are named; a figure in which none is there stays as it is. */
static void
test_highlight_missing (void)
{
  g_autoptr(ChartFixture) plain = chart_fixture_new (FIRST, "kind=bars;top=5", true);
  g_autoptr(ChartFixture) none = chart_fixture_new (FIRST, "kind=bars;top=5;highlight=XXX,BEL", true);
  g_autoptr(ChartFixture) some = chart_fixture_new (FIRST, "kind=bars;top=5;highlight=TUN,BEL", true);
  g_autoptr(CtgScene) plain_scene = chart_fixture_compile (plain);
  g_autoptr(CtgScene) none_scene = chart_fixture_compile (none);
  g_autoptr(CtgScene) some_scene = chart_fixture_compile (some);
  g_autofree char *a = ctg_scene_to_json (plain_scene);
  g_autofree char *b = ctg_scene_to_json (none_scene);

  g_assert_cmpstr (a, ==, b);
  g_assert_true (chart_fixture_warned (none, CTG_PHRASE_WARN_HIGHLIGHT_NOT_DRAWN));
  g_assert_true (chart_fixture_warned (some, CTG_PHRASE_WARN_HIGHLIGHT_NOT_DRAWN));
  g_assert_nonnull (find_text (some_scene, "Not highlighted"));
}

/* ---- references ---- */

/* Where the axis, read off its numbers, has a value: between zero and the number that stands nearest to the end. */
static double
get_axis_place (const CtgScene *scene,
                double          value)
{
  double zero = NAN;
  double last = NAN;
  double at = NAN;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role != CTG_ROLE_AXIS_LABEL)
        continue;

      g_auto(GStrv) parts = g_strsplit (node->text->string, ",", -1);
      g_autofree char *digits = g_strjoinv ("", parts);

      last = g_ascii_strtod (digits, NULL);
      at = node->text->baseline.x;
      zero = last == 0 ? at : zero;
    }

  return zero + (at - zero) * value / last;
}

static void
test_references (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new (FIRST, "kind=dumbbell;top=8;references=[{\"value\":2500,\"label\":\"Middle\"},{\"value\":0,\"to\":5000,\"label\":\"Band\"}]", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  const CtgNode *bands = find_group (scene, "bands");
  const CtgNode *lines = find_group (scene, "references");

  g_assert_nonnull (bands);
  g_assert_nonnull (lines);
  g_assert_cmpint (bands[1].kind, ==, CTG_NODE_RECT);
  g_assert_cmpfloat_with_epsilon (bands[1].rect.rect.x, get_axis_place (scene, 0), 0.01);
  g_assert_cmpfloat_with_epsilon (bands[1].rect.rect.x + bands[1].rect.rect.width, get_axis_place (scene, 5000), 0.01);
  g_assert_cmpint (lines[1].kind, ==, CTG_NODE_LINE);
  g_assert_cmpfloat_with_epsilon (lines[1].line.from.x, get_axis_place (scene, 2500), 0.01);
  g_assert_nonnull (find_text (scene, "Middle"));
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Marked on the axis: Middle (2,500) and Band (0–5,000)."));
}

static void
test_references_and_axis (void)
{
  g_autoptr(ChartFixture) plain = chart_fixture_new (FIRST, "kind=bars;top=8", true);
  g_autoptr(ChartFixture) wide = chart_fixture_new (FIRST, "kind=bars;top=8;references=[{\"value\":20000}]", true);
  g_autoptr(ChartFixture) beyond = chart_fixture_new (FIRST, "kind=bars;top=8;axis.max=7000;references=[{\"value\":20000}]", true);
  g_autoptr(ChartFixture) map = chart_fixture_new (FIRST, "kind=choropleth;references=[{\"value\":20000}]", true);
  g_autoptr(CtgScene) plain_scene = chart_fixture_compile (plain);
  g_autoptr(CtgScene) wide_scene = chart_fixture_compile (wide);
  g_autoptr(CtgScene) beyond_scene = chart_fixture_compile (beyond);
  g_autoptr(CtgScene) map_scene = chart_fixture_compile (map);

  g_assert_null (find_group (plain_scene, "references"));
  /* Without a label a line says its value. */
  g_assert_nonnull (find_text (wide_scene, "20,000"));
  g_assert_false (chart_fixture_warned (wide, CTG_PHRASE_WARN_REFERENCE_BEYOND));
  g_assert_null (find_text (beyond_scene, "20,000"));
  g_assert_true (chart_fixture_warned (beyond, CTG_PHRASE_WARN_REFERENCE_BEYOND));
  g_assert_true (chart_fixture_warned (map, CTG_PHRASE_WARN_REFERENCE_NO_AXIS));
}

/* A scatter plot has lines across both axes, where its points say they should be; a slope chart has them on the axis it does not draw. */
static void
test_references_inside (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate;"
                                                       "references=[{\"value\":271,\"label\":\"As France\"}];"
                                                       "x.references=[{\"value\":1910,\"label\":\"As France too\"},{\"value\":100,\"to\":500,\"label\":\"Few\"}]", true);
  g_autoptr(ChartFixture) slope = chart_fixture_new (FIRST, "kind=slope;top=10;references=[{\"value\":1700,\"label\":\"As France\"}]", true);
  ChartFixture *fixtures[] = { fixture, slope };

  for (unsigned int k = 0; k < G_N_ELEMENTS (fixtures); k++)
    {
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixtures[k]);
      int row = find_row (fixtures[k], "FRA");
      bool across = false;
      bool upright = false;
      CtgPoint at = { NAN, NAN };

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->role == CTG_ROLE_MARK && node->datum.row == row && node->kind == CTG_NODE_GROUP && isnan (at.x))
            at = (CtgPoint) { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 }
          ;
        }
      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->role != CTG_ROLE_REFERENCE || node->kind != CTG_NODE_LINE)
            continue;
          across |= fabs (node->line.from.y - at.y) < 0.01 && fabs (node->line.to.y - at.y) < 0.01;
          upright |= fabs (node->line.from.x - at.x) < 0.01 && fabs (node->line.to.x - at.x) < 0.01;
        }
      g_assert_true (across);
      g_assert_true (upright == (k == 0));
      g_assert_nonnull (find_text (scene, "As France"));
      g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Marked on the axis: As France"));
      g_assert_true ((find_text (scene, "As France too") != NULL) == (k == 0));
      g_assert_true ((strstr (ctg_scene_get_description (scene), "Marked on the horizontal axis: As France too (1,910) and Few (100–500).") != NULL) == (k == 0));
    }
}

/* What an axis of ratios has no place for, and what a kind has no axis for, is said. */
static void
test_references_not_drawn (void)
{
  static const struct { const char *dataset; const char *settings; CtgPhrase phrase; } bad[] = {
    { FIRST, "kind=points;axis.scale=log;references=[{\"value\":0,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_LOG },
    { FIRST, "kind=range;axis.scale=log;references=[{\"value\":-20,\"to\":0,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_LOG },
    { FIRST, "kind=slope;axis.scale=log;references=[{\"value\":-1,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_LOG },
    { "tsc-2017-10", "kind=scatter;axis.scale=log;references=[{\"value\":-1,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_LOG },
    { "tsc-2017-10", "kind=scatter;x.scale=log;x.references=[{\"value\":-1,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_LOG },
    { FIRST, "kind=bars;x.references=[{\"value\":10,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_NO_X_AXIS },
    { FIRST, "kind=dots;series=fighters.official;references=[{\"value\":10,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_NO_AXIS },
    { FIRST, "kind=table;references=[{\"value\":10,\"label\":\"None\"}]", CTG_PHRASE_WARN_REFERENCE_NO_AXIS },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (bad); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new (bad[k].dataset, bad[k].settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

      if (!chart_fixture_warned (fixture, bad[k].phrase))
        g_error ("%s: no warning", bad[k].settings);
      g_assert_null (find_text (scene, "None"));
    }

  /* A line that cannot be drawn moves no end of the axis; another below the counts does. */
  g_autoptr(ChartFixture) low = chart_fixture_new (FIRST, "kind=points;axis.scale=log;top=5;references=[{\"value\":-1},{\"value\":30,\"label\":\"Thirty\"}]", true);
  g_autoptr(CtgScene) low_scene = chart_fixture_compile (low);

  g_assert_nonnull (find_text (low_scene, "Thirty"));
}

/* Random labels: whatever is placed keeps clear of all other labels, of the lines that rise past it, and of the edges. */
static void
test_place_above (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (int round = 0; round < 2000; round++)
    {
      CtgSpecReference references[8];
      g_autoptr(GArray) labels = g_array_new (FALSE, TRUE, sizeof (CtgReferenceLabel));
      unsigned int n = g_rand_int_range (random, 1, 9);

      for (unsigned int k = 0; k < n; k++)
        {
          static char *words[] = { (char *) "x", NULL };
          CtgReferenceLabel label = { .reference = &references[k], .width = g_rand_double_range (random, 4, 110), .height = 8,
                                      .at = g_rand_double_range (random, 0, 250), .lines = g_strdupv (words) };

          references[k] = (CtgSpecReference) { label.at, g_rand_boolean (random) ? label.at + 5 : NAN, (char *) "" };
          g_array_append_val (labels, label);
        }

      unsigned int n_lanes = ctg_references_place_above (labels, 0, 250, 3);

      g_assert_cmpuint (n_lanes, <=, n);
      for (unsigned int a = 0; a < n; a++)
        {
          const CtgReferenceLabel *x = &g_array_index (labels, CtgReferenceLabel, a);

          if (x->lines == NULL)
            continue;
          g_assert_cmpfloat (x->start, >=, -0.02);
          g_assert_cmpfloat (x->start + x->width, <=, 250.02);
          for (unsigned int b = 0; b < n; b++)
            {
              const CtgReferenceLabel *y = &g_array_index (labels, CtgReferenceLabel, b);

              if (a == b || y->lines == NULL)
                continue;
              if (x->lane == y->lane)
                g_assert_true (x->start + x->width < y->start || y->start + y->width < x->start);
              if (x->lane <= y->lane && isnan (y->reference->to))
                g_assert_true (y->at <= x->start || y->at >= x->start + x->width);
            }
        }
      for (unsigned int k = 0; k < n; k++)
        g_strfreev (g_array_index (labels, CtgReferenceLabel, k).lines);
    }
}

static void
test_place_behind (void)
{
  CtgSpecReference reference = { 1, NAN, (char *) "" };
  g_autoptr(GArray) labels = g_array_new (FALSE, TRUE, sizeof (CtgReferenceLabel));

  for (unsigned int k = 0; k < 5; k++)
    {
      CtgReferenceLabel label = { .reference = &reference, .width = 10, .height = 8, .at = 97 - k };

      g_array_append_val (labels, label);
    }
  ctg_references_place_behind (labels, 0, 100);

  for (unsigned int k = 0; k < 5; k++)
    {
      const CtgReferenceLabel *label = &g_array_index (labels, CtgReferenceLabel, k);

      g_assert_cmpfloat (label->start + label->height, <=, 100);
      if (k > 0)
        g_assert_cmpfloat (label->start, >=, label[-1].start + 8 - 1e-9);
    }
}

/* ---- annotations ---- */

/* The first point of the line that leads to the note, or the middle of the note where it stands at its mark. */
static CtgPoint
get_start (const CtgNode *group)
{
  CtgRect words = get_words (group);

  return group[-1].kind == CTG_NODE_LINE && group[-1].role == CTG_ROLE_ANNOTATION ? group[-1].line.from : (CtgPoint) { words.x + words.width / 2, words.y + words.height / 2 };
}

/* Whatever the kind and order, the note begins at its mark. */
static void
test_follows (void)
{
  static const char *const settings[] = {
    "kind=bars;top=20", "kind=bars;top=0;sort.by=name", "kind=bars;top=0;sort.by=name;sort.order=descending", "kind=grouped;top=20", "kind=dumbbell;top=20",
    "kind=slope;top=10", "kind=scatter;series=fighters.official,fighters.non-official", "kind=dots;series=fighters.official;top=20",
    "kind=bars;top=20;orientation=vertical", "kind=choropleth", "kind=bars;top=20;language=ar",
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (settings); k++)
    {
      g_autofree char *all = g_strconcat (settings[k], ";" TUNISIA_NOTE, NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new (FIRST, all, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      const CtgNode *note = find_group (scene, "annotation-0");
      CtgPoint anchor;

      if (note == NULL)
        g_error ("%s: no note", all);
      g_assert_cmpint (ctg_chart_get_annotation (note), ==, 0);
      g_assert_nonnull (strstr (note->label, "The highest official count"));
      g_assert_true (ctg_chart_get_annotation_anchor (scene, fixture->table, fixture->spec->annotations[0], &anchor));

      CtgPoint start = get_start (note);

      g_assert_cmpfloat (hypot (start.x - anchor.x, start.y - anchor.y), <, note[-1].role == CTG_ROLE_ANNOTATION ? 12 : 70);
      g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_ANNOTATION_NO_ROOM));
    }
}

/* An offset is kept to the point, and mirrored with the page. */
static void
test_offset (void)
{
  static const char *const languages[] = { "en", "ar" };

  for (unsigned int k = 0; k < 2; k++)
    {
      g_autofree char *settings = g_strconcat ("kind=bars;top=20;language=", languages[k],
                                               ";annotations=[{\"row\":\"FRA\",\"text\":\"Here\",\"dx\":120,\"dy\":30}]", NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new (FIRST, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      const CtgNode *note = find_group (scene, "annotation-0");
      CtgRect words = get_words (note);
      CtgPoint anchor;

      g_assert_true (ctg_chart_get_annotation_anchor (scene, fixture->table, fixture->spec->annotations[0], &anchor));
      g_assert_cmpfloat_with_epsilon (words.x + words.width / 2 - anchor.x, k == 0 ? 120 : -120, 0.5);
      g_assert_cmpfloat_with_epsilon (words.y + words.height / 2 - anchor.y, 30, 0.5);
    }
}

/* Nothing is lost silently. */
static void
test_not_drawn (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new (FIRST, "kind=bars;top=5;annotations=[{\"row\":\"BEL\",\"text\":\"Belgium\"},{\"row\":\"TUN\",\"series\":"
                                                       "\"no.such\",\"text\":\"Series\"}]", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  g_autoptr(GString) words = g_string_new ("kind=bars;top=20;page.width=89mm;annotations=[");

  g_assert_null (find_group (scene, "annotation-0"));
  g_assert_null (find_group (scene, "annotation-1"));
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_ANNOTATION_NO_ROW));
  g_assert_cmpint (find_row (fixture, "BEL"), >=, 0);

  /* More than any page holds. */
  for (unsigned int k = 0; k < 60; k++)
    g_string_append_printf (words, "%s{\"row\":\"FRA\",\"text\":\"A note of the number %u\"}", k > 0 ? "," : "", k);
  g_string_append (words, "]");

  g_autoptr(ChartFixture) full = chart_fixture_new (FIRST, words->str, true);
  g_autoptr(CtgScene) full_scene = chart_fixture_compile (full);

  g_assert_nonnull (find_group (full_scene, "annotation-0"));
  g_assert_null (find_group (full_scene, "annotation-59"));
  g_assert_true (chart_fixture_warned (full, CTG_PHRASE_WARN_ANNOTATION_NO_ROOM));
}

/* A country of several parts is pointed at in its largest one: mainland France, not the sea between it and Guiana. */
static void
test_mainland (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new (FIRST, "kind=choropleth;annotations=[{\"row\":\"FRA\",\"text\":\"France\"},{\"row\":\"ITA\",\"text\":\"Italy\"}]", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  CtgPoint france;
  CtgPoint italy;

  g_assert_true (ctg_chart_get_annotation_anchor (scene, fixture->table, fixture->spec->annotations[0], &france));
  g_assert_true (ctg_chart_get_annotation_anchor (scene, fixture->table, fixture->spec->annotations[1], &italy));
  g_assert_cmpfloat (france.x, <, italy.x);
  g_assert_cmpfloat (italy.x - france.x, <, ctg_scene_get_width (scene) * 0.05);
  g_assert_cmpfloat (fabs (italy.y - france.y), <, ctg_scene_get_width (scene) * 0.03);
}

/* The direction in which a line of a figure is shown: its own, or the one it is set apart with. */
static bool
is_shown_from_right (const CtgNode *node)
{
  const char *string = node->text->string;
  CtgDirection direction = CTG_DIRECTION_NONE;

  if (g_str_has_prefix (string, CTG_LEFT_TO_RIGHT_ISOLATE))
    return false;
  if (g_str_has_prefix (string, CTG_RIGHT_TO_LEFT_ISOLATE))
    return true;
  if (g_str_has_prefix (string, CTG_FIRST_STRONG_ISOLATE))
    direction = ctg_bidi_get_direction (g_utf8_next_char (string));

  return direction == CTG_DIRECTION_NONE ? node->text->rtl : direction == CTG_DIRECTION_RIGHT_TO_LEFT;
}

/* What the user wrote is shown the way it is written, every line of it, whichever way the figure goes. */
static void
test_other_direction (void)
{
  static const struct
  {
    const char *language;
    const char *text;
    bool from_right;
  } cases[] = {
    { "ar", "Fighters counted by one source, 2015.", false },
    { "en", "المقاتلون الأجانب بحسب مصدر واحد، 2015.", true },
  };
  static const CtgRole roles[] = { CTG_ROLE_TITLE, CTG_ROLE_SUBTITLE, CTG_ROLE_NOTE, CTG_ROLE_SOURCE, CTG_ROLE_AXIS_TITLE, CTG_ROLE_REFERENCE, CTG_ROLE_ANNOTATION };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      const char *text = cases[k].text;
      g_autofree char *settings = g_strdup_printf ("kind=bars;top=12;page.width=100mm;language=%s;title=%s;subtitle=%s;note=%s;source=%s;axis.title=(%s);"
                                                   "annotations=[{\"row\":\"TUN\",\"text\":\"%s\"}];references=[{\"value\":3000,\"label\":\"%s\"}]",
                                                   cases[k].language, text, text, text, text, text, text, text);
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", settings, true);
      unsigned int seen = 0;
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          for (unsigned int r = 0; r < G_N_ELEMENTS (roles) && node->kind == CTG_NODE_TEXT; r++)
            {
              if (node->role != roles[r])
                continue;
              seen |= 1u << r;
              g_test_message ("%s", node->text->string);
              g_assert_true (is_shown_from_right (node) == cases[k].from_right);
            }
        }
      g_assert_cmpuint (seen, ==, (1u << G_N_ELEMENTS (roles)) - 1);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/notes/highlight", test_highlight);
  g_test_add_func ("/chart/notes/highlight-missing", test_highlight_missing);
  g_test_add_func ("/chart/notes/references", test_references);
  g_test_add_func ("/chart/notes/references-and-axis", test_references_and_axis);
  g_test_add_func ("/chart/notes/references-inside", test_references_inside);
  g_test_add_func ("/chart/notes/references-not-drawn", test_references_not_drawn);
  g_test_add_func ("/chart/notes/place-above", test_place_above);
  g_test_add_func ("/chart/notes/place-behind", test_place_behind);
  g_test_add_func ("/chart/notes/follows", test_follows);
  g_test_add_func ("/chart/notes/offset", test_offset);
  g_test_add_func ("/chart/notes/not-drawn", test_not_drawn);
  g_test_add_func ("/chart/notes/mainland", test_mainland);
  g_test_add_func ("/chart/notes/other-direction", test_other_direction);

  return g_test_run ();
}
