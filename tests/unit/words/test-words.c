/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Titles, notes, source lines, alternative texts and the sentence of a datum, from the bundled data and from planted rows. */

#include <math.h>

#include "data/ctg-library.h"
#include "words-test.h"

#define TWO_SOURCES CHANGES ("kind", "dumbbell", "series", "fighters.official@tsg-2015-12,fighters.estimate@tsc-2017-10")

#define TSG_SOURCE "The Soufan Group, Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq (2015)"

static void
test_default_figure (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ());
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  g_assert_cmpstr (texts->title, ==, "Foreign fighters in Syria and Iraq by country, December 2015");
  g_assert_cmpstr (texts->subtitle, ==, "People who travelled to Syria and Iraq to join Islamic State and other violent extremist groups, cumulative");
  g_assert_cmpstr (texts->axis_title, ==, "People who travelled");
  g_assert_cmpstr (texts->source, ==, "Source: " TSG_SOURCE);
  g_assert_cmpstr (texts->description, ==,
                   "Bar chart with grouped bars: Foreign fighters in Syria and Iraq by country, December 2015. Shown: People who travelled (official and "
                   "non-official). 20 of 65 countries. Not drawn: 45 more (official total 2,345). Official: Tunisia leads with 6,000, followed by Saudi Arabia "
                   "with 2,500 and Russia with 2,400. The lowest shown is Kosovo with 232. Non-official: Tunisia leads with 7,000, followed by Jordan with 2,500 "
                   "and France with 2,500. The lowest shown is Bosnia and Herzegovina with 217. The two differ most for Tunisia: 6,000 and 7,000. Official: 15 of "
                   "65 countries not reported. Non-official: 23 of 65 countries not reported. Source: " TSG_SOURCE ".");
}

/* The official counts of the table add up to 26,583; the note's total is what the rows drawn leave of it. */
static void
test_rows_left_out (void)
{
  static const unsigned int tops[] = { 5, 20, 49 };

  for (unsigned int k = 0; k < G_N_ELEMENTS (tops); k++)
    {
      g_autofree char *top = g_strdup_printf ("%u", tops[k]);
      g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("top", top));
      g_autoptr(CtgChartTexts) texts = make_texts (figure);
      CtgChartInput input = ctg_figure_get_input (figure, NULL);
      unsigned int n_rows;
      g_autofree unsigned int *rows = ctg_chart_dup_rows (&input, false, &n_rows, NULL);
      int official = ctg_table_find_series (input.table, "fighters.official");
      double drawn = 0;
      g_autofree char *total = NULL;
      g_autofree char *expected = NULL;

      for (unsigned int i = 0; i < tops[k]; i++)
        drawn += ctg_table_get_estimate (input.table, rows[i], official)->value;
      total = ctg_locale_format_number (input.locale, 26583 - drawn, 0);
      expected = g_strdup_printf ("and %u more (official total %s).", 65 - tops[k], total);
      assert_contains (texts->note, expected);
    }
}

static void
test_nothing_left_out (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("top", "0"));
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  assert_lacks (texts->note, "more");
  assert_contains (texts->note, "Official: 15 of 65 countries not reported. Non-official: 23 of 65 countries not reported.");
  assert_contains (texts->description, " 65 countries. ");
}

/* A note on rows stands under the figures that draw one of them, and under no other; in a view, too. */
static void
test_row_notes (void)
{
  static const char two_things[] = "The pair of the United States is two things: 150 arrived, 250 travelled or tried to travel.";
  g_autoptr(CtgFigure) all = open_bundled ("tsg-2015-12", CHANGES ("top", "0"));
  g_autoptr(CtgFigure) default_figure = open_bundled ("tsg-2015-12", CHANGES ());
  g_autoptr(CtgFigure) searched = open_bundled ("tsg-2015-12", CHANGES ("top", "0", "search", "united s", "kind", "bars", "series", "fighters.non-official"));
  g_autoptr(CtgFigure) official = open_bundled ("tsg-2015-12", CHANGES ("top", "0", "kind", "bars", "series", "fighters.official"));
  g_autoptr(CtgFigure) other_series = open_bundled ("tsg-2015-12", CHANGES ("top", "0", "kind", "bars", "series", "travelled_or_tried.estimate"));
  g_autoptr(CtgFigure) view = open_bundled ("fighters-all", CHANGES ("top", "0", "series", "fighters.non-official@tsg-2015-12,fighters.estimate@icsr-2015-01"));
  g_autoptr(CtgFigure) other_source = open_bundled ("fighters-all", CHANGES ("top", "0", "series", "fighters.estimate@icsr-2015-01"));
  g_autoptr(CtgChartTexts) all_texts = make_texts (all);
  g_autoptr(CtgChartTexts) default_texts = make_texts (default_figure);
  g_autoptr(CtgChartTexts) searched_texts = make_texts (searched);
  g_autoptr(CtgChartTexts) official_texts = make_texts (official);
  g_autoptr(CtgChartTexts) other_series_texts = make_texts (other_series);
  g_autoptr(CtgChartTexts) view_texts = make_texts (view);
  g_autoptr(CtgChartTexts) other_source_texts = make_texts (other_source);

  assert_contains (all_texts->note, two_things);
  assert_lacks (default_texts->note, "United States");
  assert_contains (searched_texts->note, two_things);
  assert_lacks (official_texts->note, "United States");
  assert_lacks (other_series_texts->note, "United States");
  assert_contains (view_texts->note, two_things);
  assert_lacks (other_source_texts->note, "United States");
}

/* A sum over ranges is a range: lower ends and upper ends are added apart. */
static void
test_total_of_ranges (void)
{
  static const char *json =
    "[{\"country\": \"Chad\", \"people\": 100}, {\"country\": \"Mali\", \"people\": 30}, {\"country\": \"Niger\", \"people\": 20}, {\"country\": \"Togo\", \"people\": null}]";
  g_autoptr(CtgFigure) exact = open_json (json, CHANGES ("top", "1"));
  g_autoptr(CtgChartTexts) texts = make_texts (exact);
  g_autoptr(CtgFigure) ranges = open_bundled ("icsr-2013-12", CHANGES ("top", "25"));
  g_autoptr(CtgChartTexts) range_texts = make_texts (ranges);
  CtgChartInput input = ctg_figure_get_input (ranges, NULL);
  unsigned int n_rows;
  g_autofree unsigned int *rows = ctg_chart_dup_rows (&input, false, &n_rows, NULL);
  double low = 0;
  double high = 0;
  g_autofree char *expected = NULL;

  assert_contains (texts->note, "… and 3 more (total 50).");

  for (unsigned int i = 25; i < n_rows; i++)
    {
      double certain;
      double possible;
      bool open;

      ctg_estimate_get_extent (ctg_table_get_estimate (input.table, rows[i], 0), &certain, &possible, &open);
      low += isnan (certain) ? 0 : certain;
      high += isnan (possible) ? 0 : possible;
    }
  expected = g_strdup_printf ("… and 28 more (total %.0f–%.0f).", low, high);
  assert_contains (range_texts->note, expected);
}

/* Rates and shares are not added up. */
static void
test_no_total_of_rates (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("rferl-2015-11", CHANGES ("top", "5"));
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  assert_contains (texts->note, "… and 10 more.");
  assert_lacks (texts->note, "total");
}

static void
test_stacked (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsc-2017-10", CHANGES ());
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  g_assert_cmpstr (texts->note, ==,
                   "Not drawn, because whole and parts are not all single numbers, or the parts are larger than the whole: Uzbekistan, Azerbaijan, Kazakhstan, Belgium, Turkmenistan, "
                   "Australia and Bosnia and Herzegovina. Left out as doubtful: Lebanon, Egypt and Algeria. Partial data: country rows as quoted by the "
                   "press; about 20 to 25 rows of the report's table were not found, and an empty cell means only that no figure was found. Where a source "
                   "gives several figures, its first edition and the latest date are shown.");
  assert_contains (texts->description, "Bar chart with stacked bars: ");
  assert_contains (texts->description, "People who travelled: Russia leads with 3,417, followed by Saudi Arabia with 3,244 and Jordan with 3,000.");
}

static void
test_rule (void)
{
  g_autoptr(CtgFigure) latest = open_bundled ("tsc-2017-10", CHANGES ("rule", "latest"));
  g_autoptr(CtgChartTexts) latest_texts = make_texts (latest);
  g_autoptr(CtgFigure) span = open_bundled ("tsc-2017-10", CHANGES ("rule", "full-span", "kind", "bars", "series", "returnees.estimate"));
  g_autoptr(CtgChartTexts) span_texts = make_texts (span);
  g_autoptr(CtgFigure) single = open_bundled ("icsr-2015-01", CHANGES ("rule", "lowest"));
  g_autoptr(CtgChartTexts) single_texts = make_texts (single);

  assert_contains (latest_texts->note, "Where there are several figures, the latest is shown.");
  assert_contains (span_texts->note, "Where there are several figures, the span from the lowest to the highest is shown.");
  /* Where no two claims meet, the rule has nothing to say. */
  assert_lacks (single_texts->note, "several figures");
}

static void
test_doubtful (void)
{
  g_autoptr(CtgFigure) without = open_bundled ("icsr-2013-12", CHANGES ());
  g_autoptr(CtgChartTexts) without_texts = make_texts (without);
  g_autoptr(CtgFigure) with = open_bundled ("icsr-2013-12", CHANGES ("doubtful", "true"));
  g_autoptr(CtgChartTexts) with_texts = make_texts (with);
  g_autoptr(CtgFigure) two = open_bundled ("fighters-all", TWO_SOURCES);
  g_autoptr(CtgChartTexts) two_texts = make_texts (two);

  assert_contains (without_texts->note, "Left out as doubtful: Qatar and Russia.");
  assert_lacks (with_texts->note, "doubtful");
  assert_contains (two_texts->note, "Left out as doubtful (TSC, 2017): Lebanon, Egypt and Algeria.");
}

static void
test_marks (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("icct-2016-04", CHANGES ());
  g_autoptr(CtgChartTexts) texts = make_texts (figure);
  g_autoptr(CtgFigure) exact = open_bundled ("iep-gti-2015", CHANGES ());
  g_autoptr(CtgChartTexts) exact_texts = make_texts (exact);

  assert_contains (texts->note, "The light part of a bar is the range that the source gives. An open end means at least as many.");
  g_assert_cmpstr (exact_texts->note, ==, "");
}

static void
test_nature (void)
{
  g_autoptr(CtgFigure) list = open_bundled ("turkey-2017", CHANGES ());
  g_autoptr(CtgChartTexts) list_texts = make_texts (list);
  g_autoptr(CtgFigure) shares = open_bundled ("profile", CHANGES ());
  g_autoptr(CtgChartTexts) shares_texts = make_texts (shares);
  g_autoptr(CtgFigure) stock = open_bundled ("totals", CHANGES ("kind", "bars", "series", "present.estimate"));
  g_autoptr(CtgChartTexts) stock_texts = make_texts (stock);

  assert_contains (list_texts->note, "Counts names on a list, not people who travelled.");
  assert_contains (list_texts->description, "Counts names on a list, not people who travelled.");
  assert_contains (shares_texts->note, "The shares overlap and do not add up.");
  assert_contains (shares_texts->description, "with 69%, followed by");
  g_assert_cmpstr (shares_texts->axis_title, ==, "Share (%)");
  assert_contains (stock_texts->note, "Counts people present at the time, not all who ever travelled.");
}

static void
test_filter (void)
{
  g_autoptr(CtgFigure) region = open_bundled ("tsg-2015-12", CHANGES ("region", "western-europe"));
  g_autoptr(CtgChartTexts) region_texts = make_texts (region);
  g_autoptr(CtgFigure) search = open_bundled ("tsg-2015-12", CHANGES ("search", "land"));
  g_autoptr(CtgChartTexts) search_texts = make_texts (search);
  g_autoptr(CtgFigure) where = open_bundled ("tsg-2015-12", CHANGES ("where", "fighters.official=>=1000\nregion=western-asia"));
  g_autoptr(CtgChartTexts) where_texts = make_texts (where);
  g_autoptr(CtgFigure) none = open_bundled ("tsg-2015-12", CHANGES ("search", "xyzzy"));
  g_autoptr(CtgChartTexts) none_texts = make_texts (none);

  assert_contains (region_texts->note, "Only Western Europe.");
  assert_contains (search_texts->note, "Only names that contain “land”.");
  assert_contains (where_texts->note, "Only where Official is ≥ 1,000. Only where region is Western Asia.");
  assert_contains (none_texts->description, "No row is drawn.");
}

/* Conditions as people write them: alternatives in one sentence, numbers with their signs, nothing of the file's words. */
static void
test_conditions (void)
{
  static const struct
  {
    const char *where;
    const char *language;
    const char *note;
  } cases[] = {
    { "code=FRA\nfighters.official=>40\ncode=DEU\ncode=ITA", "en", "Only where code is FRA or DEU or ITA. Only where Official is > 40." },
    { "fighters.official=>=40\nfighters.official=<1200.5", "en", "Only where Official is ≥ 40. Only where Official is < 1,200.5." },
    { "fighters.official=!=3\nfighters.non-official=<=1000", "en", "Only where Official is ≠ 3. Only where Non-official is ≤ 1,000." },
    { "fighters.official=3\nstatus=non-official", "en", "Only where Official is 3. Only where status is Non-official." },
    { "source=tsg-2015-12", "en", "Only where source is TSG, 2015." },
    { "fighters.non-official=reported", "de", "Nur Zeilen mit Nicht offiziell: angegeben." },
    { "fighters.non-official=not-reported", "de", "Nur Zeilen mit Nicht offiziell: nicht angegeben." },
    { "region=western-asia\nregion=northern-africa", "de", "Nur Zeilen mit Region: Westasien oder Nordafrika." },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("where", cases[i].where, "language", cases[i].language));
      g_autoptr(CtgChartTexts) texts = make_texts (figure);

      assert_contains (texts->note, cases[i].note);
      assert_contains (texts->description, cases[i].note);
    }
}

/* A condition on one of several counts names it, also where the figure draws one alone. */
static void
test_condition_of_one (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("kind", "bars", "series", "fighters.official", "where", "fighters.official=>100\nfighters.non-official=reported"));
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  assert_contains (texts->note, "Only where People who travelled, official is > 100. Only where People who travelled, non-official is reported.");
}

/* One count of several is said to be that one: an axis that only says what is counted leaves open who counted. */
static void
test_whose_count (void)
{
  static const struct
  {
    const char *dataset;
    const char *series;
    const char *derive;
    const char *title;
  } cases[] = {
    { "tsg-2015-12", "fighters.official", "none", "People who travelled, official" },
    { "tsg-2015-12", "fighters.non-official", "none", "People who travelled, non-official" },
    { "tsg-2015-12", "fighters.official,fighters.non-official", "none", "People who travelled" },
    { "tsg-2015-12", "fighters.non-official", "difference", "People who travelled: Non-official − Official" },
    { "fighters-all", "fighters.estimate@icsr-2013-12", "none", "People who travelled, ICSR, Dec 2013" },
    { "icsr-2013-12", "fighters.estimate", "none", "People who travelled" },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr(CtgFigure) figure = open_bundled (cases[k].dataset, CHANGES ("kind", "points", "series", cases[k].series, "derive", cases[k].derive));
      g_autoptr(CtgChartTexts) texts = make_texts (figure);
      g_autofree char *shown = g_strdup_printf ("Shown: %s", cases[k].title);

      g_assert_cmpstr (texts->axis_title, ==, cases[k].title);
      g_assert_nonnull (strstr (texts->description, shown));
    }
}

static void
test_axis_title (void)
{
  g_autoptr(CtgFigure) stacked = open_bundled ("tsc-2017-10", CHANGES ());
  g_autoptr(CtgChartTexts) stacked_texts = make_texts (stacked);
  g_autoptr(CtgFigure) dots = open_bundled ("tsc-2017-10", CHANGES ("kind", "dumbbell"));
  g_autoptr(CtgChartTexts) dots_texts = make_texts (dots);
  g_autoptr(CtgFigure) rates = open_bundled ("rferl-2015-11", CHANGES ());
  g_autoptr(CtgChartTexts) rates_texts = make_texts (rates);

  g_assert_cmpstr (stacked_texts->axis_title, ==, "People who travelled");
  g_assert_cmpstr (dots_texts->axis_title, ==, "People");
  g_assert_cmpstr (rates_texts->axis_title, ==, "People who travelled, per million of population");
}

/* What was computed is said on the axis and in the note. */
static void
test_computed (void)
{
  static const struct
  {
    const char *per, *derive;
    const char *axis, *note;
  } cases[] = {
    { "total", "none", "People who travelled, share of the total (%)", "Shares are of the total of all countries with a number" },
    { "none", "difference", "People who travelled: Non-official − Official", "Differences are computed" },
    { "none", "ratio", "People who travelled: Non-official / Official", "Ratios are computed" },
    { "none", "rank", "People who travelled, rank (1 = highest)", "Rank 1 is the highest of all countries with a number" },
    { "million", "difference", "People who travelled, per million people: Non-official − Official", "Rates are computed" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("per", cases[i].per, "derive", cases[i].derive));
      g_autoptr(CtgChartTexts) texts = make_texts (figure);

      g_assert_cmpstr (texts->axis_title, ==, cases[i].axis);
      assert_contains (texts->note, cases[i].note);
    }
}

/* One series that stands for all statuses has no official total. */
static void
test_official_first (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("rule", "official-first", "kind", "bars", "series", "fighters", "top", "20"));
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  assert_contains (texts->note, "… and 45 more (total ");
  assert_contains (texts->note, "The official figure is shown where there is one, else the non-official one, else an estimate.");
}

static void
test_given_texts (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("title", "Own", "subtitle", "", "note", "A note.", "source", "", "axis.title", "People"));
  g_autoptr(CtgChartTexts) texts = make_texts (figure);
  g_autoptr(CtgFigure) untitled = open_bundled ("tsg-2015-12", CHANGES ("title", ""));
  g_autoptr(CtgChartTexts) untitled_texts = make_texts (untitled);

  g_assert_cmpstr (texts->title, ==, "Own");
  g_assert_cmpstr (texts->subtitle, ==, "");
  g_assert_cmpstr (texts->note, ==, "A note.");
  g_assert_cmpstr (texts->source, ==, "");
  g_assert_cmpstr (texts->axis_title, ==, "People");
  assert_contains (texts->description, "Bar chart with grouped bars: Own.");
  g_assert_cmpstr (untitled_texts->title, ==, "");
  assert_contains (untitled_texts->description, "Bar chart with grouped bars: Foreign fighters in Syria and Iraq");
}

static void
test_sources (void)
{
  g_autoptr(CtgFigure) two = open_bundled ("fighters-all", TWO_SOURCES);
  g_autoptr(CtgChartTexts) two_texts = make_texts (two);
  g_autoptr(CtgFigure) many = open_bundled ("totals", CHANGES ());
  g_autoptr(CtgChartTexts) many_texts = make_texts (many);
  g_autoptr(CtgFigure) person = open_bundled ("icsr-2013-04", CHANGES ());
  g_autoptr(CtgChartTexts) person_texts = make_texts (person);

  g_assert_cmpstr (two_texts->source, ==,
                   "Sources: " TSG_SOURCE "; The Soufan Center and The Global Strategy Network, Beyond the Caliphate: Foreign Fighters and the Threat of "
                   "Returnees (2017)");
  g_assert_true (g_str_has_prefix (many_texts->source, "Sources: Zelin, 2012; ICSR, Apr 2013; "));
  g_assert_cmpstr (person_texts->source, ==, "Source: A. Zelin, Estimate of April 2013 (ICSR)");
}

static void
test_german (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ("language", "de", "top", "20"));
  g_autoptr(CtgChartTexts) texts = make_texts (figure);

  g_assert_cmpstr (texts->title, ==, "Ausländische Kämpfer in Syrien und im Irak nach Ländern, Dezember 2015");
  g_assert_cmpstr (texts->axis_title, ==, "Ausgereiste");
  assert_contains (texts->description, "Balkendiagramm mit gruppierten Balken: Ausländische Kämpfer");
  assert_contains (texts->description, "An erster Stelle: Tunesien mit 6.000, gefolgt von Saudi-Arabien mit 2.500 und Russland mit 2.400.");
  assert_contains (texts->note, "… und 45 weitere (offiziell zusammen 2.345).");
  g_assert_true (g_str_has_prefix (texts->source, "Quelle: The Soufan Group"));
}

static char *
describe (CtgFigure  *figure,
          const char *key,
          const char *series)
{
  CtgChartInput input = ctg_figure_get_input (figure, NULL);
  int row = ctg_table_find_row (input.table, key);
  int index = ctg_table_find_series (input.table, series);

  g_assert_cmpint (row, >=, 0);
  g_assert_cmpint (index, >=, 0);
  return ctg_chart_describe_datum (&input, row, index);
}

static void
test_datum (void)
{
  g_autoptr(CtgFigure) tsg = open_bundled ("tsg-2015-12", CHANGES ());
  g_autoptr(CtgFigure) german = open_bundled ("tsg-2015-12", CHANGES ("language", "de"));
  g_autoptr(CtgFigure) icsr = open_bundled ("icsr-2013-12", CHANGES ());
  g_autofree char *tunisia = describe (tsg, "TUN", "fighters.official");
  g_autofree char *missing = describe (tsg, "SAU", "fighters.non-official");
  g_autofree char *noted = describe (tsg, "USA", "fighters.official");
  g_autofree char *in_german = describe (german, "TUN", "fighters.official");
  g_autofree char *doubtful = describe (icsr, "QAT", "fighters.estimate");
  g_autofree char *range = describe (icsr, "JOR", "fighters.estimate");

  g_assert_cmpstr (tunisia, ==, "Tunisia, official: 6,000, as of 8 December 2015 (The Soufan Group).");
  g_assert_cmpstr (missing, ==, "Saudi Arabia, non-official: not reported (a dash is printed).");
  g_assert_cmpstr (noted, ==,
                   "United States, official: 150, as of 8 December 2015 (The Soufan Group). People who arrived, according to the director of the FBI; the 250 "
                   "in the non-official column counts those who travelled or tried to.");
  g_assert_true (g_str_has_prefix (in_german, "Tunesien, offiziell: 6.000, "));
  assert_contains (doubtful, "Marked doubtful.");
  assert_contains (doubtful, "14–15");
  g_assert_true (g_str_has_prefix (range, "Jordan, "));
  assert_contains (range, ": 180–2,089, as of ");
}

/* Every bundled dataset, in every kind that fits, says something, and nothing with a hole in it. */
static void
test_every_dataset (void)
{
  static const char *const languages[] = { "en", "de", "ar" };
  static const char *const ids[] = {
    "tsg-2015-12", "iep-gti-2015", "hsc-2015-09", "icsr-2015-01", "quilliam-2014-11", "tsg-2014-06", "icsr-2013-12", "icsr-2013-04", "icct-2016-04",
    "rferl-2015-11", "tsc-2017-10", "returnees", "totals", "profile", "deaths", "turkey-2017", "fighters-all", "other-statements",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (ids) * G_N_ELEMENTS (languages); i++)
    {
      for (unsigned int k = 0; k < ctg_chart_get_n_kinds (); k++)
        {
          const CtgChartKindInfo *kind = ctg_chart_get_kind (k);
          g_autoptr(CtgFigure) figure = open_bundled (ids[i / 3], CHANGES ("language", languages[i % 3], "kind", kind->id, "series", DEFAULT));
          CtgChartInput input = ctg_figure_get_input (figure, NULL);
          g_autoptr(CtgChartTexts) texts = ctg_chart_kind_fits (kind, &input, NULL) ? make_texts (figure) : NULL;

          if (texts == NULL)
            continue;

          const char *const all[] = { texts->title, texts->subtitle, texts->note, texts->source, texts->axis_title, texts->description };

          for (unsigned int t = 0; t < G_N_ELEMENTS (all); t++)
            {
              g_assert_true (g_utf8_validate (all[t], -1, NULL));
              assert_lacks (all[t], "{");
              assert_lacks (all[t], "(null)");
              assert_lacks (all[t], "NaN");
              assert_lacks (all[t], " nan");
              assert_lacks (all[t], "..");
              assert_lacks (all[t], "  ");
            }
          g_assert_cmpstr (texts->title, !=, "");
          g_assert_cmpuint (strlen (texts->description), >, 60);
        }
    }
}

static void
assert_translated (const char *text)
{
  g_autoptr(CtgLocale) german = ctg_locale_new ("de");
  g_autoptr(CtgLocale) arabic = ctg_locale_new ("ar");
  g_autofree char *in_german = NULL;
  g_autofree char *in_arabic = NULL;

  if (text == NULL)
    return;

  in_german = ctg_locale_translate (german, text);
  in_arabic = ctg_locale_translate (arabic, text);
  g_assert_cmpstr (in_german, !=, text);
  g_assert_cmpstr (in_arabic, !=, text);
}

/* Whatever the bundled data say in a figure stands among the phrases and is translated. */
static void
test_data_are_translated (void)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgFigure) figure = open_bundled (ctg_library_get_entry (i)->id, CHANGES ());
      CtgDataset *dataset = ctg_figure_get_dataset (figure);

      assert_translated (ctg_dataset_get_title (dataset));
      assert_translated (ctg_dataset_get_scope (dataset));
      assert_translated (ctg_dataset_get_partial_note (dataset));
      for (unsigned int k = 0; k < ctg_dataset_get_n_measures (dataset); k++)
        {
          const CtgMeasure *measure = ctg_dataset_get_measure (dataset, k);

          assert_translated (measure->title);
          assert_translated (measure->rest);
          for (unsigned int n = 0; measure->notes[n] != NULL; n++)
            assert_translated (measure->notes[n]);
        }
      for (unsigned int k = 0; k < ctg_dataset_get_n_row_notes (dataset); k++)
        assert_translated (ctg_dataset_get_row_note (dataset, k)->note);
      for (unsigned int k = 0; k < ctg_dataset_get_n_claims (dataset); k++)
        assert_translated (ctg_dataset_get_claim (dataset, k)->context->reason);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/words/default-figure", test_default_figure);
  g_test_add_func ("/words/rows-left-out", test_rows_left_out);
  g_test_add_func ("/words/row-notes", test_row_notes);
  g_test_add_func ("/words/nothing-left-out", test_nothing_left_out);
  g_test_add_func ("/words/total-of-ranges", test_total_of_ranges);
  g_test_add_func ("/words/no-total-of-rates", test_no_total_of_rates);
  g_test_add_func ("/words/stacked", test_stacked);
  g_test_add_func ("/words/rule", test_rule);
  g_test_add_func ("/words/doubtful", test_doubtful);
  g_test_add_func ("/words/marks", test_marks);
  g_test_add_func ("/words/nature", test_nature);
  g_test_add_func ("/words/filter", test_filter);
  g_test_add_func ("/words/conditions", test_conditions);
  g_test_add_func ("/words/condition-of-one", test_condition_of_one);
  g_test_add_func ("/words/whose-count", test_whose_count);
  g_test_add_func ("/words/axis-title", test_axis_title);
  g_test_add_func ("/words/computed", test_computed);
  g_test_add_func ("/words/official-first", test_official_first);
  g_test_add_func ("/words/given-texts", test_given_texts);
  g_test_add_func ("/words/sources", test_sources);
  g_test_add_func ("/words/german", test_german);
  g_test_add_func ("/words/data-are-translated", test_data_are_translated);
  g_test_add_func ("/words/datum", test_datum);
  g_test_add_func ("/words/every-dataset", test_every_dataset);
  return g_test_run ();
}
