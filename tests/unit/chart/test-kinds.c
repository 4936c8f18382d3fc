/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What ranges, disagreement, timelines, slopes and tables draw, read off the scene, and which data they refuse; and the placing of labels. */

#include <string.h>

#include "chart/ctg-place.h"
#include "chart/ctg-select.h"
#include "chart-fixture.h"
#include "ctg-test.h"

static unsigned int
count (const CtgScene *scene,
       CtgNodeKind     kind,
       CtgRole         role,
       int             row)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      n += node->kind == kind && node->role == role && (row < 0 || node->datum.row == row);
    }

  return n;
}

static bool
fits (const char *dataset,
      const char *kind)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new (dataset, "kind=bars", true);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autofree char *reason = NULL;
  bool result = ctg_chart_kind_fits (ctg_chart_find_kind (kind), &input, &reason);

  g_assert_true (result == (reason == NULL));

  return result;
}

static void
test_fits (void)
{
  g_assert_true (fits ("icsr-2013-12", "range"));
  g_assert_false (fits ("iep-gti-2015", "range"));
  g_assert_true (fits ("tsg-2015-12", "disagreement"));
  g_assert_false (fits ("iep-gti-2015", "disagreement"));
  g_assert_true (fits ("totals", "timeline"));
  g_assert_false (fits ("tsg-2015-12", "timeline"));
  g_assert_true (fits ("fighters-all", "slope"));
  g_assert_false (fits ("iep-gti-2015", "slope"));
  g_assert_true (fits ("iep-gti-2015", "table"));
}

/* A kind that compares counts of one thing says so of data that have one count. */
static void
test_reasons (void)
{
  static const char *const kinds[] = { "disagreement", "slope" };

  for (unsigned int k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("icsr-2013-12", "kind=bars", true);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autofree char *reason = NULL;

      g_assert_false (ctg_chart_kind_fits (ctg_chart_find_kind (kinds[k]), &input, &reason));
      g_assert_cmpstr (reason, ==, "needs several counts of the same thing");
    }
}

/* In icct-2016-04 France is more than 900, Belgium 420 to 516, the Netherlands 220. */
static void
test_range (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("icct-2016-04", "kind=range", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int france = ctg_table_find_row (fixture->table, "FRA");
  int belgium = ctg_table_find_row (fixture->table, "BEL");
  int netherlands = ctg_table_find_row (fixture->table, "NLD");

  g_assert_cmpuint (count (scene, CTG_NODE_LINE, CTG_ROLE_OPEN_END, france), ==, 1);
  g_assert_cmpuint (count (scene, CTG_NODE_LINE, CTG_ROLE_MARK_PART, belgium), ==, 1);
  g_assert_cmpuint (count (scene, CTG_NODE_SYMBOL, CTG_ROLE_MARK_PART, belgium), ==, 0);
  g_assert_cmpuint (count (scene, CTG_NODE_SYMBOL, CTG_ROLE_MARK_PART, netherlands), ==, 1);
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "4 rows give only a lower bound"));
}

/* A row of which one source speaks is not drawn; official counts are the only diamonds. */
static void
test_disagreement (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=disagreement;sort.by=spread", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  CtgChartInput input = chart_fixture_input (fixture);
  g_autoptr(CtgSelection) selection = ctg_selection_new (&input, NULL);
  int official = ctg_table_find_series (fixture->table, "fighters.official");

  g_assert_cmpuint (selection->n_drawn, >, 10);
  g_assert_cmpuint (count (scene, CTG_NODE_GROUP, CTG_ROLE_MARK, -1), ==, 2 * selection->n_drawn);
  g_assert_cmpuint (count (scene, CTG_NODE_GROUP, CTG_ROLE_MISSING, -1), ==, 0);
  g_assert_cmpstr (ctg_table_get_row (fixture->table, selection->rows[0])->key, ==, "TUN");
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_ONE_SOURCE));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_SYMBOL && node->datum.row >= 0)
        g_assert_true ((node->symbol.symbol == CTG_SYMBOL_DIAMOND) == (node->datum.series == official));
    }
}

/* Where more sources say the same than there are levels, marks share one: the official one is painted last and lies over the others. */
static void
test_official_on_top (void)
{
  g_autoptr(GString) json = g_string_new ("{\"resources\": [{\"data\": [");

  for (unsigned int i = 0; i < 9; i++)
    g_string_append_printf (json, "%s{\"name\": \"France\", \"measure\": \"n\", \"status\": \"%s\", \"source\": \"s%u\", \"value\": %u}", i > 0 ? ", " : "",
                            i == 2 ? "official" : "estimate", i, i == 8 ? 900 : 700);
  g_string_append (json, "]}]}");

  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (json->str, "kind=disagreement", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int official = ctg_table_find_series (fixture->table, "n.official@s2");
  int last = -1;
  unsigned int n_marks = 0;

  g_assert_cmpint (official, ==, 0);
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind != CTG_NODE_GROUP || node->role != CTG_ROLE_MARK)
        continue;
      last = node->datum.series;
      n_marks++;
    }
  g_assert_cmpuint (n_marks, ==, 9);
  g_assert_cmpint (last, ==, official);
}

/* Two sources; of the one a count over time and one of who is there. */
static const char dated[] =
  "{\"name\": \"dated\", \"contingent\": {\"format\": 1, \"rows\": \"claim\", \"label\": \"{source}, {as_of}\", \"measures\": {"
  "\"went\": {\"title\": \"Went\", \"unit\": \"persons\", \"nature\": \"cumulative\"}, \"there\": {\"title\": \"There\", \"unit\": \"persons\", \"nature\": \"stock\"}},"
  "\"sources\": {\"a\": {\"title\": \"A\", \"shortTitle\": \"A\", \"shortPublisher\": \"A\", \"authors\": [], \"type\": \"report\", \"citation\": \"A\", \"notes\": []},"
  "\"b\": {\"title\": \"B\", \"shortTitle\": \"B\", \"shortPublisher\": \"B\", \"authors\": [], \"type\": \"report\", \"citation\": \"B\", \"notes\": []}}},"
  "\"resources\": [{\"name\": \"statements\", \"schema\": {\"fields\": [{\"name\": \"id\", \"type\": \"string\"}, {\"name\": \"name\", \"type\": \"string\"},"
  "{\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"}, {\"name\": \"as_of\", \"type\": \"string\"}, {\"name\": \"source\", \"type\": \"string\"}]},"
  "\"data\": ["
  "{\"id\": \"1\", \"name\": \"Iraq\", \"measure\": \"went\", \"value\": 100, \"as_of\": \"2013\", \"source\": \"a\"},"
  "{\"id\": \"2\", \"name\": \"Iraq\", \"measure\": \"there\", \"value\": 400, \"as_of\": \"2014\", \"source\": \"a\"},"
  "{\"id\": \"3\", \"name\": \"Iraq\", \"measure\": \"went\", \"value\": 900, \"as_of\": \"2015\", \"source\": \"a\"},"
  "{\"id\": \"4\", \"name\": \"Iraq\", \"measure\": \"went\", \"value\": 200, \"as_of\": \"2015-01-01\", \"source\": \"b\"},"
  "{\"id\": \"5\", \"name\": \"Iraq\", \"measure\": \"went\", \"value\": 500, \"as_of\": \"2015-12-31\", \"source\": \"b\"},"
  "{\"id\": \"6\", \"name\": \"Iraq\", \"measure\": \"there\", \"value\": 700, \"as_of\": \"2016\", \"source\": \"a\"}]}]}";

/* A year is drawn over the year, not at its first day; lines join what one source says of one measure, and nothing else. */
static void
test_timeline_honest (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (dated, "kind=timeline;series=went.estimate,there.estimate;sort.by=table;page.width=183mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  CtgPoint marks[6];
  unsigned int n_marks = 0;
  unsigned int n_links = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind != CTG_NODE_GROUP || node->role != CTG_ROLE_MARK)
        continue;
      g_assert_cmpint (node->datum.row, <, 6);
      marks[node->datum.row] = (CtgPoint) { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 };
      n_marks++;
    }
  g_assert_cmpuint (n_marks, ==, 6);
  g_assert_cmpfloat_with_epsilon (marks[2].x, (marks[3].x + marks[4].x) / 2, 0.6);
  g_assert_cmpfloat (marks[4].x - marks[3].x, >, 10);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *group = ctg_scene_get_node (scene, i);

      if (group->kind != CTG_NODE_GROUP || !g_str_equal (group->group.id, "links"))
        continue;
      for (unsigned int k = i + 1; k <= i + group->n_descendants; k++)
        {
          static const unsigned int joined[][2] = { { 0, 2 }, { 1, 5 }, { 3, 4 } };
          const CtgNode *line = ctg_scene_get_node (scene, k);
          bool found = false;

          for (unsigned int pair = 0; pair < G_N_ELEMENTS (joined); pair++)
            found |= fabs (line->bounds.x - marks[joined[pair][0]].x) < 1 && fabs (line->bounds.x + line->bounds.width - marks[joined[pair][1]].x) < 1;
          g_assert_true (found);
          n_links++;
        }
    }
  g_assert_cmpuint (n_links, ==, 3);
}

/* Dates stand in their order, in their year; what has no date is said, not drawn. */
static void
test_timeline (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("totals", "kind=timeline;series=fighters.estimate,present.estimate;page.width=183mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  double previous = 0;
  double year_2013 = 0;
  double year_2014 = 0;
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && g_str_equal (node->text->string, "2013"))
        year_2013 = node->text->baseline.x;
      if (node->kind == CTG_NODE_TEXT && g_str_equal (node->text->string, "2014"))
        year_2014 = node->text->baseline.x;
    }
  g_assert_cmpfloat (year_2013, >, 0);
  g_assert_cmpfloat (year_2014, >, year_2013);

  double year = year_2014 - year_2013;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind != CTG_NODE_GROUP || node->role != CTG_ROLE_MARK)
        continue;

      const CtgClaim *claim = ctg_table_get_claim (fixture->table, node->datum.row, node->datum.series);
      double middle = node->bounds.x + node->bounds.width / 2;
      double start = year_2013 + (claim->as_of.end.year - 2013.5) * year;

      g_assert_cmpfloat (middle, >=, start - 4);
      g_assert_cmpfloat (middle, <=, start + year + 4);
      if (node->datum.series == 0)
        {
          g_assert_cmpfloat (middle, >=, previous - 4);
          previous = middle;
        }
      n++;
    }
  g_assert_cmpuint (n, ==, 18);
  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_NO_DATE));
}

/* Both sides of a slope are written in the order of the numbers, and no two labels are nearer than a line. */
static void
test_slope (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=slope;series=fighters.official,fighters.non-official;page.width=120mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  for (int series = 0; series < 2; series++)
    {
      double last = -1;
      double rank = INFINITY;
      unsigned int n = 0;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->kind != CTG_NODE_TEXT || node->role != CTG_ROLE_VALUE_LABEL || node->datum.series != series)
            continue;

          double value = ctg_estimate_get_rank (ctg_table_get_estimate (fixture->table, node->datum.row, series));

          g_assert_cmpfloat (value, <=, rank);
          g_assert_cmpfloat (node->text->baseline.y, >=, last + node->text->font.size);
          last = node->text->baseline.y;
          rank = value;
          n++;
        }
      g_assert_cmpuint (n, >, 10);
    }
}

/* Every cell is written, and what is not reported is a dash. */
static void
test_table (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=table;top=20", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int russia = ctg_table_find_row (fixture->table, "RUS");
  unsigned int n_dashes = 0;

  g_assert_cmpuint (count (scene, CTG_NODE_TEXT, CTG_ROLE_VALUE_LABEL, -1), ==, 40);
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      n_dashes += node->kind == CTG_NODE_TEXT && node->datum.row == russia && g_str_equal (node->text->string, "–");
    }
  g_assert_cmpuint (n_dashes, ==, 1);
}

/* What is left out as doubtful is no dash among the dashes, as if nobody had reported it: its place is empty, and the note says why. */
static void
test_doubtful_cells (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsc-2017-10", "kind=table;series=fighters.estimate,returnees.estimate", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  g_autoptr(ChartFixture) asked = chart_fixture_new ("tsc-2017-10", "kind=table;series=fighters.estimate,returnees.estimate;doubtful=true", true);
  g_autoptr(CtgScene) whole = chart_fixture_compile (asked);
  int egypt = ctg_table_find_row (fixture->table, "EGY");
  int series = ctg_table_find_series (fixture->table, "fighters.estimate");

  g_assert_true (ctg_table_get_claim (fixture->table, egypt, series)->doubtful);
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      g_assert_false (node->role == CTG_ROLE_MISSING && node->datum.row == egypt && node->datum.series == series);
      g_assert_false (node->role == CTG_ROLE_VALUE_LABEL && node->datum.row == egypt && node->datum.series == series);
    }
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Egypt"));
  g_assert_cmpuint (count (whole, CTG_NODE_TEXT, CTG_ROLE_VALUE_LABEL, egypt), ==, 1 + count (scene, CTG_NODE_TEXT, CTG_ROLE_VALUE_LABEL, egypt));
}

/* Of ranks the first is the highest: it stands at the top, and leads. */
static void
test_ranked_slope (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsg-2015-12", "kind=slope;derive=rank;top=12", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  int tunisia = ctg_table_find_row (fixture->table, "TUN");
  int egypt = ctg_table_find_row (fixture->table, "EGY");
  int official = ctg_table_find_series (fixture->table, "fighters.official");
  double y[2][2] = { { NAN, NAN }, { NAN, NAN } };

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_MARK && (node->datum.row == tunisia || node->datum.row == egypt))
        y[node->datum.row == egypt][node->datum.series != official] = node->bounds.y + node->bounds.height / 2;
    }
  /* Tunisia is first for both; Egypt is twelfth and fifth. */
  g_assert_cmpfloat_with_epsilon (y[0][0], y[0][1], 1e-6);
  g_assert_cmpfloat (y[0][0], <, y[1][1]);
  g_assert_cmpfloat (y[1][1], <, y[1][0]);
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "Official: Tunisia leads with 1, "));
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "The lowest shown is Maldives with 22."));
  g_assert_nonnull (strstr (ctg_scene_get_description (scene), "In 8 rows Non-official is higher than Official."));
}

/* A column that a narrow page has no room for is left out and said. */
static void
test_narrow_table (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsc-2017-10",
                                                       "kind=table;series=fighters.estimate,returnees.estimate,men.estimate,women.estimate,minors.estimate,"
                                                       "remaining.estimate;page.width=32mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  g_assert_true (chart_fixture_warned (fixture, CTG_PHRASE_WARN_COLUMN_LEFT_OUT));
}

/* Heads that are short words are not cut while there is room beside the numbers, however narrow these are. */
static void
test_table_heads (void)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new ("tsc-2017-10", "kind=table;series=fighters.estimate,returnees.estimate,women.estimate,minors.estimate;"
                                                       "top=5;page.width=60mm", false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT)
        g_assert_false (g_str_has_suffix (node->text->string, "…"));
    }
  g_assert_false (chart_fixture_warned (fixture, CTG_PHRASE_WARN_COLUMN_LEFT_OUT));
}

static void
test_place (void)
{
  CtgPlacedLabel labels[] = {
    { .mark = { 10, 10, 4, 4 }, .width = 30, .height = 8 },
    { .mark = { 16, 10, 4, 4 }, .width = 30, .height = 8 },
    { .mark = { 10, 16, 4, 4 }, .width = 30, .height = 8 },
  };
  CtgRect taken = { 60, 0, 40, 40 };
  CtgPlaceRoom room = { .box = { 0, 0, 100, 40 }, .taken = &taken, .n_taken = 1, .gap = 1, .reach = 30 };
  CtgPlaceRoom narrow = { .box = { 0, 0, 20, 20 }, .gap = 1, .reach = 30 };

  g_assert_cmpuint (ctg_place_labels (labels, 3, &room), ==, 0);
  for (unsigned int i = 0; i < 3; i++)
    {
      g_assert_true (labels[i].placed);
      g_assert_false (ctg_rect_overlaps (labels[i].place, taken));
      for (unsigned int k = 0; k < 3; k++)
        {
          g_assert_false (ctg_rect_overlaps (labels[i].place, labels[k].mark));
          g_assert_false (k != i && ctg_rect_overlaps (labels[i].place, labels[k].place));
        }
    }

  /* No room at all. */
  g_assert_cmpuint (ctg_place_labels (labels, 3, &narrow), ==, 3);
}

/* A label steps aside for a line where it can stand near on its other side, and covers it sooner than going far away. */
static void
test_place_lines (void)
{
  CtgPlacedLabel label = { .mark = { 50, 20, 4, 4 }, .width = 30, .height = 8 };
  CtgPoint upright[] = { { 60, 0 }, { 60, 40 } };
  CtgPoint both[] = { { 60, 0 }, { 60, 40 }, { 44, 0 }, { 44, 40 } };
  CtgPlaceRoom room = { .box = { 0, 0, 100, 40 }, .lines = upright, .n_lines = 1, .gap = 1, .reach = 30 };

  g_assert_cmpuint (ctg_place_labels (&label, 1, &room), ==, 0);
  g_assert_cmpfloat (label.place.x + label.place.width, <, 50);

  room.lines = both;
  room.n_lines = 2;
  g_assert_cmpuint (ctg_place_labels (&label, 1, &room), ==, 0);
  g_assert_false (label.moved);
}

/* Where all dates lie close together months are named under the axis, and their years below them. */
static void
test_timeline_months (void)
{
  static const struct { const char *settings; bool february; bool first_year; } cases[] = {
    { "kind=timeline;series=fighters.estimate;search=2015", true, false },
    { "kind=timeline;series=fighters.estimate;search=US ;page.width=180mm", true, false },
    { "kind=timeline;series=fighters.estimate", false, true },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new ("totals", cases[k].settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      bool february = false;
      bool first_year = false;
      bool year = false;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
        {
          const CtgNode *node = ctg_scene_get_node (scene, i);

          if (node->kind != CTG_NODE_TEXT || node->role != CTG_ROLE_AXIS_LABEL)
            continue;
          february |= g_str_equal (node->text->string, "Feb");
          first_year |= g_str_equal (node->text->string, "2012");
          year |= g_str_equal (node->text->string, "2015");
        }
      g_assert_true (year);
      g_assert_true (february == cases[k].february);
      g_assert_true (first_year == cases[k].first_year);
    }
}

/* A century names years that people count in, and has no more ticks than can be seen apart. */
static void
test_timeline_long (void)
{
  g_auto(GStrv) parts = g_strsplit (dated, "\"2013\"", -1);
  g_autofree char *old = g_strjoinv ("\"1889\"", parts);
  g_autoptr(ChartFixture) fixture = chart_fixture_new_json (old, "kind=timeline;series=went.estimate;page.width=89mm", true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  unsigned int n_years = 0;
  unsigned int n_ticks = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);
      int year = node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_AXIS_LABEL ? atoi (node->text->string) : 0;

      n_ticks += node->role == CTG_ROLE_AXIS_TICK;
      if (year < 1889)
        continue;
      g_assert_cmpint (year % 20, ==, 0);
      n_years++;
    }
  g_assert_cmpuint (n_years, >=, 3);
  g_assert_cmpuint (n_ticks, >, 10);
  g_assert_cmpuint (n_ticks, <, 80);
}

/* Where the ones of a number end: its decimals, with their sign, stand behind. */
static double
get_ones_end (const CtgScene *scene,
              const char     *number)
{
  const char *decimals = strpbrk (number, ".,");

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_VALUE_LABEL && g_str_equal (node->text->string, number))
        return node->bounds.x + node->bounds.width - (decimals != NULL ? strlen (decimals) * 0.55 * node->text->font.size : 0);
    }

  g_error ("no cell says %s", number);
}

/* Ones stand under ones, whether decimals follow or not, on mirrored pages too. */
static void
test_table_decimals (void)
{
  static const char rows[] = "[{\"country\": \"Tunisia\", \"rate\": 125}, {\"country\": \"France\", \"rate\": 12.25}, {\"country\": \"Norway\", \"rate\": 0.5},"
                             " {\"country\": \"Malta\", \"rate\": null}]";
  static const struct { const char *language; const char *cells[4]; } cases[] = {
    { "en", { "125", "12.25", "0.5", "–" } }, { "de", { "125", "12,25", "0,5", "–" } }, { "ar", { "125", "12.25", "0.5", "–" } },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *settings = g_strconcat ("kind=table;language=", cases[k].language, NULL);
      g_autoptr(ChartFixture) fixture = chart_fixture_new_json (rows, settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      double end = get_ones_end (scene, cases[k].cells[1]);

      g_assert_cmpfloat_with_epsilon (get_ones_end (scene, cases[k].cells[0]), end, 1e-6);
      g_assert_cmpfloat_with_epsilon (get_ones_end (scene, cases[k].cells[2]), end, 1e-6);
      g_assert_cmpfloat_with_epsilon (get_ones_end (scene, cases[k].cells[3]), end, 1e-6);
    }
}

static char *
dup_legend (const CtgScene *scene)
{
  g_autoptr(GString) words = g_string_new (NULL);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && node->role == CTG_ROLE_LEGEND_ENTRY)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "|" : "", node->text->string);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* Legend, axis and note say what is drawn, each thing once. */
static void
test_says_what_is_drawn (void)
{
  static const struct
  {
    const char *dataset;
    const char *settings;
    const char *legend;
    const char *axis;
    const char *note; /* begins so, after what comes before it */
    const char *not_in_note;
  } cases[] = {
    { "totals", "kind=timeline;series=fighters.estimate,present.estimate,affiliates.estimate", "People who travelled|Present at the time|Affiliates", "People", "Lines join", "?" },
    { "totals", "kind=timeline;series=fighters.estimate,present.estimate,affiliates.estimate;search=TSG", "People who travelled", "People", "Lines join", "?" },
    { "fighters-all", "kind=disagreement;series=fighters.official@tsg-2015-12,fighters.estimate@icsr-2015-01", "TSG, 2015|ICSR, Jan 2015", "People who travelled",
      "Diamonds are official counts; the numbers are", "?" },
    { "fighters-all", "kind=disagreement;series=fighters.estimate@quilliam-2014-11,fighters.estimate@icsr-2015-01", "Quilliam, 2014|ICSR, Jan 2015", "People who travelled",
      "The numbers are the lowest", "iamonds" },
    { "fighters-all", "kind=disagreement;labels.values=false;series=fighters.estimate@quilliam-2014-11,fighters.estimate@icsr-2015-01", "Quilliam, 2014|ICSR, Jan 2015",
      "People who travelled", "", "the lowest" },
    { "fighters-all", "kind=points;derive=difference;against=fighters.estimate@icsr-2015-01;series=fighters.estimate@quilliam-2014-11,fighters.estimate@iep-gti-2015;labels.missing=false",
      "Quilliam, 2014|IEP, 2015", "People who travelled: differences from ICSR, Jan 2015", "", "?" },
    { "fighters-all", "kind=points;derive=ratio;against=fighters.estimate@icsr-2015-01;series=fighters.estimate@quilliam-2014-11,fighters.estimate@iep-gti-2015;labels.missing=false;axis.title=Ratio",
      "Quilliam, 2014 / ICSR, Jan 2015|IEP, 2015 / ICSR, Jan 2015", "Ratio", "", "?" },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr(ChartFixture) fixture = chart_fixture_new (cases[k].dataset, cases[k].settings, true);
      g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
      g_autofree char *legend = dup_legend (scene);
      CtgChartInput input = chart_fixture_input (fixture);
      g_autoptr(CtgChartTexts) texts = ctg_chart_texts_new (&input, NULL);

      g_test_message ("%s", cases[k].settings);
      g_assert_cmpstr (legend, ==, cases[k].legend);
      g_assert_cmpstr (texts->axis_title, ==, cases[k].axis);
      g_assert_nonnull (strstr (texts->note, cases[k].note));
      g_assert_null (strstr (texts->note, cases[k].not_in_note));
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/kinds/fits", test_fits);
  g_test_add_func ("/chart/kinds/reasons", test_reasons);
  g_test_add_func ("/chart/kinds/range", test_range);
  g_test_add_func ("/chart/kinds/disagreement", test_disagreement);
  g_test_add_func ("/chart/kinds/official-on-top", test_official_on_top);
  g_test_add_func ("/chart/kinds/timeline", test_timeline);
  g_test_add_func ("/chart/kinds/timeline-honest", test_timeline_honest);
  g_test_add_func ("/chart/kinds/slope", test_slope);
  g_test_add_func ("/chart/kinds/table", test_table);
  g_test_add_func ("/chart/kinds/doubtful-cells", test_doubtful_cells);
  g_test_add_func ("/chart/kinds/narrow-table", test_narrow_table);
  g_test_add_func ("/chart/kinds/table-heads", test_table_heads);
  g_test_add_func ("/chart/kinds/ranked-slope", test_ranked_slope);
  g_test_add_func ("/chart/place", test_place);
  g_test_add_func ("/chart/place-lines", test_place_lines);
  g_test_add_func ("/chart/kinds/timeline-months", test_timeline_months);
  g_test_add_func ("/chart/kinds/timeline-long", test_timeline_long);
  g_test_add_func ("/chart/kinds/table-decimals", test_table_decimals);
  g_test_add_func ("/chart/kinds/says-what-is-drawn", test_says_what_is_drawn);

  return g_test_run ();
}
