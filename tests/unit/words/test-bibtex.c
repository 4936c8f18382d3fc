/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* BibTeX of exactly the sources drawn, and of a source that TeX would stumble over. */

#include "data/ctg-library.h"
#include "words-test.h"

static char *
make_bibtex (CtgFigure *figure)
{
  g_autoptr(GError) error = NULL;
  CtgChartInput input = ctg_figure_get_input (figure, NULL);
  char *text = ctg_chart_bibtex (&input, &error);

  g_assert_no_error (error);
  return text;
}

static void
test_report (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12", CHANGES ());
  g_autofree char *text = make_bibtex (figure);

  g_assert_cmpstr (text, ==,
                   "@techreport{tsg-2015-12,\n"
                   "  author = {{The Soufan Group}},\n"
                   "  title = {{Foreign Fighters: An Updated Assessment of the Flow of Foreign Fighters into Syria and Iraq}},\n"
                   "  institution = {The Soufan Group},\n"
                   "  year = {2015},\n"
                   "  month = dec,\n"
                   "  url = {https://www.soufangroup.com/foreign-fighters/}\n"
                   "}\n");
}

/* The keys, in order. */
static char *
list_keys (const char *bibtex)
{
  g_autoptr(GString) keys = g_string_new (NULL);
  g_auto(GStrv) lines = g_strsplit (bibtex, "\n", -1);

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '@')
        g_string_append_printf (keys, "%s ", strchr (lines[i], '{') + 1);
    }

  return g_string_free (g_steal_pointer (&keys), FALSE);
}

static void
test_sources_drawn (void)
{
  g_autoptr(CtgFigure) one = open_bundled ("returnees", CHANGES ());
  g_autoptr(CtgFigure) two = open_bundled ("returnees", CHANGES ("kind", "dumbbell", "series", "returnees.estimate@tsg-2015-12,returnees.estimate@tsc-2017-10"));
  g_autoptr(CtgFigure) filtered = open_bundled ("totals", CHANGES ("where", "source=tsg-2015-12"));
  g_autofree char *one_text = make_bibtex (one);
  g_autofree char *two_text = make_bibtex (two);
  g_autofree char *filtered_text = make_bibtex (filtered);
  g_autofree char *one_keys = list_keys (one_text);
  g_autofree char *two_keys = list_keys (two_text);
  g_autofree char *filtered_keys = list_keys (filtered_text);

  g_assert_cmpstr (one_keys, ==, "tsc-2017-10, ");
  g_assert_true (g_str_equal (two_keys, "tsg-2015-12, tsc-2017-10, ") || g_str_equal (two_keys, "tsc-2017-10, tsg-2015-12, "));
  g_assert_cmpstr (filtered_keys, ==, "tsg-2015-12, ");
}

static void
test_kinds_of_entries (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("deaths", CHANGES ());
  g_autofree char *text = make_bibtex (figure);

  assert_contains (text,
                   "@article{byman-2015-11,\n"
                   "  author = {D. Byman},\n"
                   "  title = {{What Do the Paris Attacks Tell Us about Foreign Fighters?}},\n"
                   "  journal = {Washington Post},\n"
                   "  year = {2015},\n"
                   "  month = nov\n"
                   "}\n");
  assert_contains (text, "@misc{icsr-2015-01,\n  author = {{ICSR}},\n");
}

/* What BibTeX itself complains of where it is missing (btxdoc, section 3.1). */
static void
test_required_fields (void)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const CtgLibraryEntry *entry = ctg_library_get_entry (i);
      g_autoptr(CtgFigure) figure = open_bundled (entry->id, CHANGES ("kind", "table", "doubtful", "true"));
      g_autofree char *text = make_bibtex (figure);
      g_auto(GStrv) entries = g_strsplit (text, "\n}\n", -1);

      for (unsigned int k = 0; entries[k + 1] != NULL; k++)
        {
          assert_contains (entries[k], "\n  author = {");
          assert_contains (entries[k], "\n  title = {");
          if (strstr (entries[k], "@article") != NULL)
            assert_contains (entries[k], "\n  journal = {");
          if (strstr (entries[k], "@techreport") != NULL)
            assert_contains (entries[k], "\n  institution = {");
          if (strstr (entries[k], "@misc") == NULL)
            assert_contains (entries[k], "\n  year = {");
        }
    }
}

/* Ids that differ only in what TeX does not take, and bodies whose names hold an "and". */
static void
test_odd_sources (void)
{
  g_autoptr(CtgFigure) figure = open_json (
    "{\"name\": \"planted\", \"resources\": [{\"name\": \"t\", \"data\": [{\"name\": \"Chad\", \"measure\": \"m\", \"value\": 3, \"source\": \"a b\"},"
    "{\"name\": \"Mali\", \"measure\": \"m\", \"value\": 3, \"source\": \"a-b\"}, {\"name\": \"Niger\", \"measure\": \"m\", \"value\": 3, \"source\": \"a,b\"}],"
    "\"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"},"
    "{\"name\": \"source\", \"type\": \"string\"}]}}],"
    "\"contingent\": {\"format\": 1, \"sources\": {"
    "\"a b\": {\"title\": \"A\", \"shortTitle\": \"A\", \"shortPublisher\": \"A\", \"authors\": [\"Ministry of War and Peace\", \"B. Two\"], \"type\": \"report\", \"citation\": \"c\", \"notes\": []},"
    "\"a-b\": {\"title\": \"B\", \"shortTitle\": \"B\", \"shortPublisher\": \"B\", \"authors\": [], \"publisher\": \"P\", \"type\": \"article\", \"citation\": \"c\", \"notes\": []},"
    "\"a,b\": {\"title\": \"C\", \"shortTitle\": \"C\", \"shortPublisher\": \"C\", \"authors\": [], \"type\": \"web\", \"citation\": \"c\", \"notes\": []}}}}",
    CHANGES ("series", "m@a b,m@a-b,\"m@a,b\"", "kind", "table"));
  g_autofree char *text = make_bibtex (figure);
  g_autofree char *keys = list_keys (text);

  g_assert_cmpstr (keys, ==, "a-b, a-b-2, a-b-3, ");
  assert_contains (text, "@misc{a-b,\n  author = {{Ministry of War and Peace} and B. Two},\n");
  assert_contains (text, "@misc{a-b-2,\n  author = {{P}},\n");
}

static void
test_escapes (void)
{
  g_autoptr(CtgFigure) figure = open_json (
    "{\"name\": \"planted\", \"resources\": [{\"name\": \"t\", \"data\": [{\"name\": \"Chad\", \"measure\": \"m\", \"value\": 3, \"source\": \"a b\"}],"
    "\"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, {\"name\": \"value\", \"type\": \"number\"},"
    "{\"name\": \"source\", \"type\": \"string\"}]}}],"
    "\"contingent\": {\"format\": 1, \"sources\": {\"a b\": {\"title\": \"50% & more_of {it} \\\\ $1 #2 ~x^y\", \"shortTitle\": \"A\", \"shortPublisher\": \"A\", \"authors\": [\"A. One\", \"B. Two\"],"
    "\"type\": \"report\", \"publisher\": \"R&D\", \"year\": 2001, \"citation\": \"c\", \"notes\": []}}}}", CHANGES ());
  g_autofree char *text = make_bibtex (figure);

  g_assert_cmpstr (text, ==,
                   "@techreport{a-b,\n"
                   "  author = {A. One and B. Two},\n"
                   "  title = {{50\\% \\& more\\_of \\{it\\} \\textbackslash{} \\$1 \\#2 \\textasciitilde{}x\\textasciicircum{}y}},\n"
                   "  institution = {R\\&D},\n"
                   "  year = {2001}\n"
                   "}\n");
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/bibtex/report", test_report);
  g_test_add_func ("/bibtex/sources-drawn", test_sources_drawn);
  g_test_add_func ("/bibtex/kinds-of-entries", test_kinds_of_entries);
  g_test_add_func ("/bibtex/required-fields", test_required_fields);
  g_test_add_func ("/bibtex/odd-sources", test_odd_sources);
  g_test_add_func ("/bibtex/escapes", test_escapes);
  return g_test_run ();
}
