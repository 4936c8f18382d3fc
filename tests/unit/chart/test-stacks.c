/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where stacked parts begin and end, against R. */

#include <math.h>
#include <string.h>

#include "chart/ctg-parts.h"
#include "chart-fixture.h"
#include "ctg-test.h"

/* One country: a total of persons and parts of it that exclude each other, or parts of a hundred per cent. */
static char *
make_package (const char *whole,
              char      **parts)
{
  bool has_whole = !g_str_equal (whole, "-");
  const char *measure = has_whole ? "\"unit\": \"persons\", \"subsetOf\": \"all\", \"partition\": \"p\"" : "\"unit\": \"percent\", \"nature\": \"share\", \"partition\": \"p\"";
  g_autoptr(GString) measures = g_string_new (has_whole ? "\"all\": {\"title\": \"All\", \"unit\": \"persons\"}" : "");
  g_autoptr(GString) rows = g_string_new (NULL);

  if (has_whole)
    g_string_append_printf (rows, "{\"code\": \"FRA\", \"measure\": \"all\", \"value\": %s}", whole);
  for (unsigned int i = 0; parts[i] != NULL; i++)
    {
      g_string_append_printf (measures, "%s\"part%u\": {\"title\": \"Part %u\", %s}", measures->len > 0 ? ", " : "", i, i, measure);
      g_string_append_printf (rows, "%s{\"code\": \"FRA\", \"measure\": \"part%u\", \"value\": %s}", rows->len > 0 ? ", " : "", i, parts[i]);
    }

  return g_strdup_printf ("{\"name\": \"stack\", \"title\": \"Stack\", \"contingent\": {\"format\": 1, \"rows\": \"place\", \"measures\": {%s}}, \"resources\": "
                          "[{\"name\": \"rows\", \"schema\": {\"fields\": [{\"name\": \"code\", \"type\": \"string\", \"role\": \"code\"}, "
                          "{\"name\": \"measure\", \"type\": \"string\", \"role\": \"measure\"}, {\"name\": \"value\", \"type\": \"number\", "
                          "\"role\": \"value\"}]}, \"data\": [%s]}]}", measures->str, rows->str);
}

static void
check_stack (const char *line)
{
  g_auto(GStrv) halves = g_strsplit (line, " : ", 2);
  g_auto(GStrv) words = g_strsplit (g_strstrip (halves[0]), " ", -1);
  g_auto(GStrv) edges = g_strsplit (g_strstrip (halves[1]), " ", -1);
  g_autofree char *package = make_package (words[0], words + 1);
  g_autoptr(GString) settings = g_string_new (words[0][0] != '-' ? "kind=shares;series=all" : "kind=shares;series=");
  g_autoptr(GError) error = NULL;

  for (unsigned int i = 0; words[i + 1] != NULL; i++)
    g_string_append_printf (settings, "%spart%u", g_str_has_suffix (settings->str, "=") ? "" : ",", i);

  ChartFixture *fixture = chart_fixture_new_json (package, settings->str, true);
  CtgChartInput input = chart_fixture_input (fixture);
  CtgPlan *plan = ctg_plan_new (&input, &error);

  g_test_message ("%s", line);
  g_assert_no_error (error);
  g_assert_cmpint (plan->has_whole, ==, words[0][0] != '-');
  g_assert_cmpuint (plan->n_series, ==, g_strv_length (edges) - 1);
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      /* What is left of the whole lies last. */
      unsigned int k = !plan->has_whole ? s : s == 0 ? plan->n_series - 1 : s - 1;
      double from, to;

      ctg_parts_get_piece (plan, 0, s, &from, &to);
      g_assert_cmpfloat_with_epsilon (from, g_ascii_strtod (edges[k], NULL), 1e-9);
      g_assert_cmpfloat_with_epsilon (to, g_ascii_strtod (edges[k + 1], NULL), 1e-9);
    }

  ctg_plan_free (plan);
  chart_fixture_free (fixture);
}

/* stacks.txt is written by make-stacks.R. */
static void
test_reference (void)
{
  g_autofree char *text = ctg_test_load ("unit/chart/stacks.txt", NULL);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  unsigned int n = 0;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;
      check_stack (lines[i]);
      n++;
    }
  g_assert_cmpuint (n, ==, 6);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/chart/stacks/reference", test_reference);

  return g_test_run ();
}
