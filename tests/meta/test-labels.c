/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* No label overlaps another or leaves the page: four widths, three lengths, seven languages, every kind, both directions, with real fonts. */

#include <math.h>

#include "chart/ctg-map-plot.h"
#include "chart/ctg-select.h"
#include "ctg-test.h"
#include "file/ctg-figure.h"
#include "scene-check.h"

static const char *const widths[] = { "60mm", "89mm", "120mm", "183mm" };
static const unsigned int tops[] = { 5, 20, 65 };
static const char *const languages[] = { "en", "de", "ar", "es", "fr", "ru", "zh-Hans" };

/* Under a sanitizer, where memory is what matters and time is dear, each combination has one of the widths. */
static bool
takes_turn (unsigned int width,
            unsigned int combination)
{
  return g_getenv ("CTG_TEST_SANITIZED") == NULL || combination % G_N_ELEMENTS (widths) == width;
}

static unsigned int
count_drawn (ChartFixture *fixture)
{
  CtgChartInput input = chart_fixture_input (fixture);
  g_autoptr(CtgSelection) selection = ctg_selection_new (&input, NULL);

  g_assert_nonnull (selection);

  return selection->n_drawn;
}

/* Kinds whose marks have no room for all names. */
static bool
names_what_fits (const char *kind)
{
  static const char *const kinds[] = { "choropleth", "scatter", "symbols", NULL };

  return g_strv_contains (kinds, kind);
}

/* Every row on the part of the map that is shown has one mark, and whatever name is written is that of its row. */
static void
check_map (ChartFixture   *fixture,
           const CtgScene *scene,
           const char     *kind,
           const char     *what)
{
  CtgChartInput input = chart_fixture_input (fixture);
  unsigned int n_series = 0;
  g_autoptr(CtgSelection) selection = ctg_selection_new (&input, NULL);
  g_autofree unsigned int *series = ctg_chart_dup_series (&input, &n_series, NULL);
  g_autofree unsigned int *n_marks = g_new0 (unsigned int, ctg_table_get_n_rows (fixture->table) + 1);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->datum.row >= 0 && node->datum.series == (int) series[0] && (node->role == CTG_ROLE_MARK || node->role == CTG_ROLE_MISSING))
        n_marks[node->datum.row]++;
      if (node->role == CTG_ROLE_CATEGORY_LABEL && !g_str_has_prefix (node->text->string, ctg_arranger_get_name (fixture->arranger, node->datum.row)))
        g_error ("%s: “%s” is not the name of its row", what, node->text->string);
    }

  for (unsigned int i = 0; i < selection->n_drawn; i++)
    {
      const CtgMapCountry *country = ctg_map_plot_find (fixture->table, selection->rows[i]);
      const CtgClaim *claim = ctg_table_get_claim (fixture->table, selection->rows[i], series[0]);
      bool reported = ctg_estimate_is_reported (ctg_table_get_estimate (fixture->table, selection->rows[i], series[0]));
      bool left_out = !reported && claim != NULL && claim->doubtful;
      bool shown = reported && g_str_equal (kind, "symbols") ? ctg_map_plot_shows_center (fixture->spec, country) : ctg_map_plot_shows (fixture->spec, country);

      /* A panel for each of several series shows a row more than once. */
      if (fixture->spec->panels_by == CTG_PANELS_NONE ? n_marks[selection->rows[i]] != (shown && !left_out) : shown && !left_out && n_marks[selection->rows[i]] == 0)
        g_error ("%s: %s has %u marks", what, ctg_table_get_row (fixture->table, selection->rows[i])->name, n_marks[selection->rows[i]]);
    }
}

static void
check_figure (const char *dataset,
              const char *settings)
{
  g_autoptr(ChartFixture) fixture = chart_fixture_new (dataset, settings, false);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  g_autofree char *what = g_strdup_printf ("%s: %s", dataset, settings);
  CtgChartInput input = chart_fixture_input (fixture);
  const char *kind = ctg_chart_choose_kind (&input, NULL)->id;
  SceneCheck check = {
    .n_rows = names_what_fits (kind) ? -1 : (int) count_drawn (fixture),
    .names_aside = !names_what_fits (kind) && !g_str_equal (kind, "timeline"),
    .all_values = g_str_equal (kind, "bars"),
  };

  scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, what);
  if (g_str_equal (kind, "choropleth") || g_str_equal (kind, "symbols"))
    check_map (fixture, scene, kind, what);
}

typedef struct
{
  const char *path;
  const char *dataset;
  const char *settings;
} Case;

#define REFERENCES "references=[{\"value\":1000,\"label\":\"One thousand\"},{\"value\":1200,\"label\":\"Threshold of the study\"}," \
  "{\"value\":2000,\"to\":3000,\"label\":\"Range of the panel\"},{\"value\":5800}]"
#define X_REFERENCES "x.references=[{\"value\":1000,\"label\":\"One thousand people\"},{\"value\":300,\"to\":500,\"label\":\"Range of the panel\"}]"
#define ANNOTATIONS "annotations=[{\"row\":\"TUN\",\"text\":\"The highest official count of all countries\"}," \
  "{\"row\":\"FRA\",\"text\":\"Includes some who had returned\"}]"

static const Case cases[] = {
  { "bars/horizontal", "tsg-2015-12", "kind=bars;series=fighters.official" },
  { "bars/vertical", "tsg-2015-12", "kind=bars;series=fighters.official;orientation=vertical" },
  { "bars/second-series", "tsg-2015-12", "kind=bars;series=fighters.non-official;sort.by=name;sort.order=ascending" },
  { "bars/ranges", "icsr-2013-12", "kind=bars;doubtful=true" },
  { "bars/ranges-vertical", "icsr-2013-12", "kind=bars;orientation=vertical" },
  { "grouped/horizontal", "tsg-2015-12", "kind=grouped;series=fighters.official,fighters.non-official" },
  { "grouped/vertical", "tsg-2015-12", "kind=grouped;series=fighters.official,fighters.non-official;orientation=vertical" },
  { "stacked/horizontal", "tsc-2017-10", "kind=stacked" },
  { "stacked/vertical", "tsc-2017-10", "kind=stacked;orientation=vertical" },
  { "shares/horizontal", "tsc-2017-10", "kind=shares;sort.by=spread-ratio;sort.order=ascending" },
  { "shares/vertical", "tsc-2017-10", "kind=shares;orientation=vertical" },
  { "shares/parts", "tsc-2017-10", "kind=shares;series=fighters.estimate,returnees.estimate,remaining.estimate" },
  { "dots/count", "tsg-2015-12", "kind=dots;series=fighters.official" },
  { "dots/ranges", "icsr-2013-12", "kind=dots;doubtful=true" },
  { "dots/parts", "tsc-2017-10", "kind=dots;series=fighters.estimate,returnees.estimate" },
  { "dots/shares", "profile", "kind=dots" },
  { "points/horizontal", "tsg-2015-12", "kind=points;series=fighters.official,fighters.non-official" },
  { "points/log", "tsg-2015-12", "kind=points;axis.scale=log;series=fighters.official,fighters.non-official" },
  { "points/log-vertical", "tsg-2015-12", "kind=points;axis.scale=log;orientation=vertical" },
  { "points/root", "tsc-2017-10", "kind=points;axis.scale=sqrt" },
  { "points/differences", "tsg-2015-12", "kind=points;derive=difference;sort.order=ascending" },
  { "dumbbell/log", "tsc-2017-10", "kind=dumbbell;axis.scale=log;series=fighters.estimate,returnees.estimate" },
  { "range/log", "icsr-2013-12", "kind=range;axis.scale=log;doubtful=true" },
  { "disagreement/log", "fighters-all", "kind=disagreement;axis.scale=log;series=;sort.by=spread-ratio" },
  { "timeline/log", "totals", "kind=timeline;axis.scale=log" },
  { "slope/log", "tsg-2015-12", "kind=slope;axis.scale=log;series=fighters.official,fighters.non-official" },
  { "panels/regions", "tsg-2015-12", "kind=bars;series=fighters.official;panels.by=region" },
  { "panels/free", "tsg-2015-12", "kind=grouped;series=fighters.official,fighters.non-official;panels.by=region;panels.scales=free" },
  { "panels/vertical", "tsg-2015-12", "kind=grouped;series=fighters.official,fighters.non-official;panels.by=region;orientation=vertical" },
  { "panels/sources", "fighters-all", "kind=range;series=;panels.by=source" },
  { "panels/status", "tsg-2015-12", "kind=bars;series=;panels.by=status" },
  { "panels/status-vertical", "tsg-2015-12", "kind=bars;series=;panels.by=status;orientation=vertical" },
  { "panels/timeline", "totals", "kind=timeline;panels.by=source" },
  { "panels/slope", "tsg-2015-12", "kind=slope;series=fighters.official,fighters.non-official;panels.by=region" },
  { "panels/scatter", "tsc-2017-10", "kind=scatter;panels.by=region" },
  { "panels/symbols", "tsg-2015-12", "kind=symbols;series=;panels.by=status" },
  { "panels/table", "tsg-2015-12", "kind=table;series=fighters.official,fighters.non-official;panels.by=region" },
  { "panels/dots", "tsc-2017-10", "kind=dots;series=fighters.estimate,returnees.estimate;panels.by=region" },
  { "panels/shares", "tsc-2017-10", "kind=shares;panels.by=region" },
  { "panels/maps", "tsg-2015-12", "kind=choropleth;series=;per=million;panels.by=status;panels.scales=free" },
  { "dumbbell/horizontal", "tsg-2015-12", "kind=dumbbell;series=fighters.official,fighters.non-official" },
  { "dumbbell/vertical", "tsg-2015-12", "kind=dumbbell;series=fighters.official,fighters.non-official;orientation=vertical" },
  { "dumbbell/bounds", "tsc-2017-10", "kind=dumbbell;series=fighters.estimate,returnees.estimate" },
  { "range/horizontal", "icsr-2013-12", "kind=range;doubtful=true" },
  { "range/vertical", "icsr-2013-12", "kind=range;orientation=vertical" },
  { "range/bounds", "icct-2016-04", "kind=range" },
  { "disagreement/horizontal", "fighters-all", "kind=disagreement;series=;sort.by=spread" },
  { "disagreement/vertical", "fighters-all", "kind=disagreement;series=;orientation=vertical" },
  { "disagreement/two", "tsg-2015-12", "kind=disagreement;sort.by=spread-ratio" },
  { "timeline/totals", "totals", "kind=timeline" },
  { "timeline/three", "totals", "kind=timeline;series=fighters.estimate,present.estimate,affiliates.estimate" },
  { "slope/two", "tsg-2015-12", "kind=slope;series=fighters.official,fighters.non-official" },
  { "slope/three", "fighters-all", "kind=slope;series=fighters.estimate@icsr-2013-12,fighters.estimate@icsr-2015-01,fighters.official@tsg-2015-12" },
  { "scatter/part", "tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate" },
  { "scatter/same", "tsg-2015-12", "kind=scatter;series=fighters.official,fighters.non-official" },
  { "scatter/log", "tsg-2015-12", "kind=scatter;series=fighters.non-official,fighters.official;axis.scale=log;x.scale=log" },
  { "scatter/mixed", "tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate;axis.scale=sqrt;x.scale=log;rates=1,5,10,20,40,80,100,200;sort.by=name" },
  { "table/two", "tsg-2015-12", "kind=table;series=fighters.official,fighters.non-official" },
  { "table/four", "tsc-2017-10", "kind=table;series=fighters.estimate,returnees.estimate,women.estimate,minors.estimate" },
  { "bars/per-million", "tsg-2015-12", "kind=bars;series=fighters.official;per=million" },
  { "bars/share", "icsr-2015-01", "kind=bars;per=total" },
  { "bars/difference", "fighters-all", "kind=bars;series=fighters.estimate@icsr-2015-01;derive=difference;against=fighters.estimate@icsr-2013-12" },
  { "range/ratio", "fighters-all", "kind=range;series=fighters.estimate@icsr-2015-01;derive=ratio;against=fighters.estimate@icsr-2013-12" },
  { "table/rank", "icsr-2015-01", "kind=table;derive=rank" },
  { "choropleth/world", "tsg-2015-12", "kind=choropleth;series=fighters.official;per=million" },
  { "choropleth/continuous", "tsg-2015-12", "kind=choropleth;map.classing=continuous" },
  { "choropleth/many", "rferl-2015-11", "kind=choropleth;map.classing=jenks;map.classes=9" },
  { "choropleth/europe", "icsr-2015-01", "kind=choropleth;map.extent=europe" },
  { "choropleth/middle-east", "tsg-2015-12", "kind=choropleth;map.extent=middle-east-north-africa" },
  { "choropleth/central-asia", "tsg-2015-12", "kind=choropleth;map.extent=central-asia" },
  { "choropleth/southeast-asia", "tsg-2015-12", "kind=choropleth;map.extent=southeast-asia" },
  { "symbols/world", "tsg-2015-12", "kind=symbols;series=fighters.official" },
  { "symbols/ranges", "icsr-2013-12", "kind=symbols;doubtful=true" },
  { "symbols/europe", "icsr-2015-01", "kind=symbols;map.extent=europe" },
  { "symbols/middle-east", "tsg-2015-12", "kind=symbols;map.extent=middle-east-north-africa;labels.values=false" },
  { "symbols/southeast-asia", "tsg-2015-12", "kind=symbols;map.extent=southeast-asia;per=million" },
  { "bars/pointed-out", "tsg-2015-12", "kind=bars;series=fighters.official;highlight=TUN,FRA;" REFERENCES ";" ANNOTATIONS },
  { "bars/pointed-out-vertical", "tsg-2015-12", "kind=bars;series=fighters.official;orientation=vertical;" REFERENCES ";" ANNOTATIONS },
  { "grouped/pointed-out", "tsg-2015-12", "kind=grouped;highlight=TUN,FRA;" REFERENCES ";" ANNOTATIONS },
  { "dumbbell/pointed-out", "tsg-2015-12", "kind=dumbbell;highlight=TUN,FRA;" REFERENCES ";" ANNOTATIONS },
  { "slope/pointed-out", "tsg-2015-12", "kind=slope;highlight=TUN,FRA;" REFERENCES ";" ANNOTATIONS },
  { "scatter/pointed-out", "tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate;highlight=TUN,FRA;" REFERENCES ";" X_REFERENCES ";" ANNOTATIONS },
  { "scatter/pointed-out-log", "tsg-2015-12", "kind=scatter;series=fighters.official,fighters.non-official;axis.scale=log;x.scale=log;" REFERENCES ";" X_REFERENCES },
  { "dots/pointed-out", "tsg-2015-12", "kind=dots;series=fighters.official;highlight=TUN,FRA;" ANNOTATIONS },
  { "shares/pointed-out", "tsc-2017-10", "kind=shares;highlight=TUN,FRA;references=[{\"value\":50,\"label\":\"Half\"}];" ANNOTATIONS },
  { "symbols/pointed-out", "tsg-2015-12", "kind=symbols;series=fighters.official;highlight=TUN,FRA;" ANNOTATIONS },
  { "timeline/pointed-out", "totals", "kind=timeline;references=[{\"value\":20000,\"label\":\"Twenty thousand\"},{\"value\":21000,\"label\":\"Slightly more than that\"}]" },
  { "choropleth/pointed-out", "tsg-2015-12", "kind=choropleth;per=million;" ANNOTATIONS },
  { "dumbbell/bounds-vertical", "tsc-2017-10", "kind=dumbbell;series=fighters.estimate,returnees.estimate;orientation=vertical" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;

  for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      for (unsigned int t = 0; t < G_N_ELEMENTS (tops); t++)
        {
          for (unsigned int l = 0; l < G_N_ELEMENTS (languages); l++)
            {
              g_autofree char *settings = g_strdup_printf ("%s;page.width=%s;top=%u;language=%s", c->settings, widths[w], tops[t], languages[l]);

              if (takes_turn (w, t + l))
                check_figure (c->dataset, settings);
            }
        }
    }
}

/* Two hundred rows: two giants, and among the others zeros and gaps. */
static char *
make_giants (void)
{
  GString *json = g_string_new ("[{\"country\": \"The First of the Giants\", \"travelled\": 90000, \"returned\": 12000},"
                                "{\"country\": \"Second\", \"travelled\": 41000, \"returned\": null}");

  for (unsigned int i = 0; i < 198; i++)
    g_string_append_printf (json, ",{\"country\": \"Place %u\", \"travelled\": %u, \"returned\": %s}", i, i % 50 == 49 ? 0 : 1980 - i * 10,
                            i % 7 == 3 ? "null" : i % 11 == 5 ? "0" : "17");
  g_string_append_c (json, ']');

  return g_string_free (json, FALSE);
}

static void
test_giants (void)
{
  static const char *const ways[] = {
    "kind=bars", "kind=bars;axis.break=auto", "kind=bars;axis.giants=panel", "kind=grouped;axis.giants=panel", "kind=points;axis.scale=log",
    "kind=dumbbell;axis.scale=log", "kind=grouped;axis.break=2500..40000",
    "kind=bars;axis.giants=panel;references=[{\"value\": 700, \"label\": \"A line\"}]", "kind=bars;axis.break=auto;references=[{\"value\": 1900, \"label\": \"A line\"}]",
    "kind=points;axis.scale=log;references=[{\"value\": 700, \"to\": 900, \"label\": \"A band\"}]",
  };
  static const char *const orientations[] = { "horizontal", "vertical" };
  static const unsigned int most[] = { 5, 20, 0 };
  g_autofree char *rows = make_giants ();

  for (unsigned int k = 0; k < G_N_ELEMENTS (ways); k++)
    {
      for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          for (unsigned int t = 0; t < G_N_ELEMENTS (most); t++)
            {
              for (unsigned int o = 0; o < 2; o++)
                {
                  g_autofree char *settings = g_strdup_printf ("%s;page.width=%s;top=%u;orientation=%s;language=%s", ways[k], widths[w], most[t],
                                                               orientations[o], languages[(w + t) % G_N_ELEMENTS (languages)]);

                  check_figure (rows, settings);
                }
            }
        }
    }
}

/* Names shorter than what stands above them. */
static void
test_short_names (void)
{
  for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
    {
      for (unsigned int l = 0; l < G_N_ELEMENTS (languages); l++)
        {
          g_autofree char *settings = g_strdup_printf ("kind=points;axis.scale=log;page.width=%s;language=%s", widths[w], languages[l]);

          check_figure ("[{\"country\": \"A\", \"people\": 7}, {\"country\": \"B\", \"people\": null}, {\"country\": \"C\", \"people\": 0}]", settings);
        }
    }
}

/* As many rows as there are countries in a long report, with numbers from one to forty thousand, ranges, bounds and gaps: no kind of rows loses a name
 * or lets two touch. */
static char *
make_many (unsigned int n_rows)
{
  static const char *const codes[] = {
#define COUNTRY(alpha3, alpha2, number, region) #alpha3,
#include "data/ctg-countries.def"
#undef COUNTRY
  };
  GString *json = g_string_new ("{\"name\": \"many\", \"contingent\": {\"format\": 1, \"measures\": {"
                                "\"travelled\": {\"title\": \"Travelled\", \"unit\": \"persons\"},"
                                "\"returned\": {\"title\": \"Returned\", \"unit\": \"persons\", \"subsetOf\": \"travelled\", \"rest\": \"Not returned\"}}},"
                                "\"resources\": [{\"name\": \"countries\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"},"
                                "{\"name\": \"code\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"status\", \"type\": \"string\"},"
                                "{\"name\": \"value\", \"type\": \"number\"}, {\"name\": \"low\", \"type\": \"number\"}, {\"name\": \"high\", \"type\": \"number\"}]},"
                                "\"data\": [");

  g_assert_cmpuint (n_rows, <=, G_N_ELEMENTS (codes));
  for (unsigned int i = 0; i < n_rows; i++)
    {
      unsigned int number = (i + 1) * (i + 1);

      g_string_append_printf (json, "%s{\"name\": \"%s\", \"code\": \"%s\", \"measure\": \"travelled\", \"status\": \"official\", \"value\": %u},", i > 0 ? "," : "",
                              codes[i], codes[i], number);
      g_string_append_printf (json, "{\"name\": \"%s\", \"code\": \"%s\", \"measure\": \"returned\", \"status\": \"official\", \"value\": %u},",
                              codes[i], codes[i], number * (i % 8) / 10);
      g_string_append_printf (json, "{\"name\": \"%s\", \"code\": \"%s\", \"measure\": \"travelled\", \"status\": \"estimate\", ", codes[i], codes[i]);
      if (i % 5 == 4)
        g_string_append_printf (json, "\"low\": %u}", number);
      else if (i % 5 == 2)
        g_string_append_printf (json, "\"low\": %u, \"high\": %u}", number / 2, number * 2);
      else
        g_string_append_printf (json, "\"value\": %u}", number + 40 - i % 80);
    }
  g_string_append (json, "]}]}");

  return g_string_free (json, FALSE);
}

#define TWO "series=travelled.official,travelled.estimate"
#define PART "series=travelled.official,returned.official"

static void
test_many_rows (void)
{
  static const char *const settings[] = {
    "kind=bars;series=travelled.official", "kind=grouped;" TWO, "kind=stacked;" PART, "kind=shares;" PART, "kind=dots;series=travelled.official", "kind=dots;" PART,
    "kind=points;" TWO, "kind=points;axis.scale=log;" TWO, "kind=dumbbell;" TWO, "kind=range;series=travelled.estimate", "kind=disagreement;" TWO,
    "kind=slope;" TWO, "kind=table;" TWO, "kind=bars;series=travelled.official;panels.by=region", "kind=dots;series=travelled.official;panels.by=region",
    "kind=points;panels.by=status;panels.scales=free;series=",
  };
  static const char *const ways[] = { "orientation=horizontal", "orientation=vertical", "language=ar", "language=ar;orientation=vertical" };
  enum { N_ROWS = 200 };
  g_autofree char *json = make_many (N_ROWS);

  for (unsigned int k = 0; k < G_N_ELEMENTS (settings); k++)
    {
      for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          for (unsigned int o = 0; o < G_N_ELEMENTS (ways); o++)
            {
              g_autofree char *all = g_strdup_printf ("%s;page.width=%s;top=0;%s", settings[k], widths[w], ways[o]);
              g_autoptr(ChartFixture) fixture = chart_fixture_new_json (json, all, false);

              if (!takes_turn (w, k + o))
                continue;

              g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
              SceneCheck check = { .n_rows = N_ROWS, .names_aside = true };

              scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, all);
            }
        }
    }
}

/* Sizes between the presets, and sizes of type that nobody would choose. */
/* Cases take turns: each is drawn on two of the pages. */
static void
test_odd_pages (void)
{
  static const char *const pages[] = {
    "page.width=71mm", "page.width=100mm;font.size=12", "page.width=140mm;font.size=6", "page.width=210mm", "page.width=400mm", "page.width=89mm;font.size=10",
  };

  for (unsigned int c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      for (unsigned int p = c % 3; p < G_N_ELEMENTS (pages); p += 3)
        {
          g_autofree char *settings = g_strdup_printf ("%s;%s", cases[c].settings, pages[p]);

          check_figure (cases[c].dataset, settings);
        }
    }
}

/* A page of given height holds what it can; what is drawn keeps every promise, and the rest is said. Cases take turns with widths and heights. */
static void
test_given_heights (void)
{
  static const char *const heights[] = { "20mm", "40mm", "60mm", "100mm", "220mm", "400mm" };

  for (unsigned int c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      for (unsigned int w = c % 2; w < G_N_ELEMENTS (widths); w += 2)
        {
          for (unsigned int h = (c + w / 2) % 3; h < G_N_ELEMENTS (heights); h += 3)
            {
              g_autofree char *settings = g_strdup_printf ("%s;page.width=%s;page.height=%s", cases[c].settings, widths[w], heights[h]);
              g_autoptr(ChartFixture) fixture = chart_fixture_new (cases[c].dataset, settings, false);
              g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
              CtgChartInput input = chart_fixture_input (fixture);
              SceneCheck check = { .n_rows = -1, .maybe_silent = names_what_fits (ctg_chart_choose_kind (&input, NULL)->id) };

              scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, settings);

              unsigned int n_marks = 0;
              g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n_marks);
              g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);

              for (unsigned int i = 0; i < n_marks; i++)
                g_hash_table_add (rows, GINT_TO_POINTER (ctg_scene_get_node (scene, marks[i])->datum.row + 1));
              /* A row whose only figure is left out as doubtful has a name and no mark. */
              for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
                if (ctg_scene_get_node (scene, i)->role == CTG_ROLE_CATEGORY_LABEL)
                  g_hash_table_add (rows, GINT_TO_POINTER (ctg_scene_get_node (scene, i)->datum.row + 1));
              /* These hold all their rows or none, but panels may have no room for some. */
              if (check.maybe_silent && strstr (settings, "panels.by") != NULL)
                g_assert_true (g_hash_table_size (rows) > 0 || chart_fixture_warned (fixture, CTG_PHRASE_WARN_ROWS_LEFT_OUT));
              else if (check.maybe_silent)
                g_assert_cmpint (g_hash_table_size (rows) == 0, ==, chart_fixture_warned (fixture, CTG_PHRASE_WARN_ROWS_LEFT_OUT));
              else
                g_assert_cmpint (g_hash_table_size (rows) < count_drawn (fixture), ==, chart_fixture_warned (fixture, CTG_PHRASE_WARN_ROWS_LEFT_OUT));
            }
        }
    }
}

/* A row for every country of the map, with numbers from one to millions, some zero and some not reported. */
static char *
make_world (void)
{
  const CtgMap *world = ctg_map_get_world ();
  GString *json = g_string_new ("[");

  for (unsigned int i = 0; i < world->n_countries; i++)
    {
      double travelled = i % 17 == 0 ? 0 : floor (exp ((i * 37 % 100) * 0.15));

      g_string_append_printf (json, "%s{\"name\": \"%s\", \"code\": \"%s\", \"travelled\": %.0f, \"returned\": ", i > 0 ? ", " : "", world->countries[i].name,
                              world->countries[i].code, travelled);
      g_string_append_printf (json, i % 11 == 0 ? "null}" : "%.0f}", floor (travelled * (i % 9) / 10));
    }
  g_string_append (json, "]");

  return g_string_free (json, FALSE);
}

static void
test_world (void)
{
  static const char *const settings[] = {
    "kind=scatter", "kind=scatter;axis.scale=log;x.scale=log", "kind=symbols", "kind=symbols;map.extent=europe", "kind=choropleth", "kind=choropleth;map.extent=southeast-asia",
  };
  g_autofree char *json = make_world ();

  for (unsigned int k = 0; k < G_N_ELEMENTS (settings); k++)
    {
      for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          for (unsigned int l = 0; l < G_N_ELEMENTS (languages); l++)
            {
              g_autofree char *all = g_strdup_printf ("%s;top=200;sort.by=value;page.width=%s;language=%s", settings[k], widths[w], languages[l]);
              g_autoptr(ChartFixture) fixture = chart_fixture_new_json (json, all, false);
              g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
              SceneCheck check = { .n_rows = -1 };
              CtgChartInput input = chart_fixture_input (fixture);
              const char *kind = ctg_chart_choose_kind (&input, NULL)->id;

              /* Maps draw all rows that are on them. */
              if (g_str_equal (kind, "scatter"))
                g_assert_cmpuint (count_drawn (fixture), ==, 200);
              else
                g_assert_cmpuint (count_drawn (fixture), >, 200);
              scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, all);
              if (!g_str_equal (kind, "scatter"))
                check_map (fixture, scene, kind, all);
            }
        }
    }
}

/* The bundled datasets as they open. */
static void
test_datasets (void)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          g_autofree char *settings = g_strdup_printf ("kind=bars;page.width=%s", widths[w]);
          g_autoptr(ChartFixture) fixture = chart_fixture_new (ctg_library_get_entry (i)->id, settings, false);
          g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
          SceneCheck check = { .n_rows = -1, .all_values = true };

          scene_check (scene, fixture->table, fixture->locale, fixture->measure, &check, ctg_library_get_entry (i)->id);
        }
    }
}

static void
check_showcase (CtgFigure      *figure,
                CtgTextMeasure *measure,
                const char     *what)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);
  SceneCheck check = { .n_rows = -1 };

  g_assert_no_error (error);
  scene_check (scene, ctg_figure_get_table (figure), ctg_figure_get_locale (figure), measure, &check, what);
}

/* The showcase figures, as their documents open and at every width in three languages. */
static void
test_showcases (void)
{
  g_autofree char *folder = ctg_test_path ("../data/figures");
  g_autoptr(GError) error = NULL;
  g_autoptr(GDir) dir = g_dir_open (folder, 0, &error);
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  unsigned int n = 0;

  g_assert_no_error (error);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      size_t length;
      char *text = ctg_test_load_file (path, &length);
      g_autoptr(GBytes) bytes = g_bytes_new_take (text, length);
      g_autoptr(CtgFigure) figure = ctg_figure_load (bytes, name, NULL, NULL, &error);

      g_assert_no_error (error);
      check_showcase (figure, measure, name);
      for (unsigned int w = 0; w < G_N_ELEMENTS (widths); w++)
        {
          for (unsigned int l = 0; l < 3; l++)
            {
              g_autoptr(CtgSpec) wide = ctg_spec_with (ctg_figure_get_spec (figure), "page.width", widths[w], &error);
              g_autoptr(CtgSpec) spec = ctg_spec_with (wide, "language", languages[l], &error);
              g_autoptr(CtgFigure) changed = ctg_figure_with_spec (figure, spec);
              g_autofree char *what = g_strdup_printf ("%s, %s, %s", name, widths[w], languages[l]);

              g_assert_no_error (error);
              if (takes_turn (w, n + l))
                check_showcase (changed, measure, what);
            }
        }
      n++;
    }
  g_assert_cmpuint (n, >=, 10);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/meta/labels/", cases[i].path, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/meta/labels/many-rows", test_many_rows);
  g_test_add_func ("/meta/labels/giants", test_giants);
  g_test_add_func ("/meta/labels/short-names", test_short_names);
  g_test_add_func ("/meta/labels/odd-pages", test_odd_pages);
  g_test_add_func ("/meta/labels/given-heights", test_given_heights);
  g_test_add_func ("/meta/labels/world", test_world);
  g_test_add_func ("/meta/labels/datasets", test_datasets);
  g_test_add_func ("/meta/labels/showcases", test_showcases);

  return g_test_run ();
}
