/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of fields in docs/figure-format.md is what the field table says. With CTG_TEST_UPDATE=1 it is rewritten. */

#include <math.h>
#include <string.h>

#include "ctg-test.h"
#include "spec/ctg-spec.h"

#define BEGIN "<!-- fields -->\n"
#define END "<!-- end of fields -->\n"

static char *
describe_values (const CtgSpecField *field)
{
  g_autofree char *choices = NULL;

  if (field->choices != NULL)
    {
      g_auto(GStrv) nicks = g_strsplit (field->choices, "|", -1);

      choices = g_strjoinv ("`, `", nicks);
      return g_strdup_printf ("`%s`", choices);
    }
  if (g_str_equal (field->type, "boolean"))
    return g_strdup ("`true`, `false`");
  if (g_str_equal (field->type, "length"))
    return g_strdup_printf ("%gmm to %gmm%s", field->minimum / CTG_PT_PER_MM, field->maximum / CTG_PT_PER_MM,
                            g_strcmp0 (field->fallback, "auto") == 0 ? ", or `auto`" : "");
  if (!isnan (field->minimum))
    return g_strdup_printf ("%s, %.15g to %.15g", g_str_equal (field->type, "integer") ? "whole number" : "number", field->minimum, field->maximum);

  return g_strdup (g_str_equal (field->type, "string") ? "text" : "list");
}

static char *
make_table (void)
{
  unsigned int n_fields;
  const CtgSpecField *fields = ctg_spec_get_fields (&n_fields);
  GString *table = g_string_new ("| path | values | default | meaning |\n|---|---|---|---|\n");

  for (unsigned int i = 0; i < n_fields; i++)
    {
      g_autofree char *values = describe_values (&fields[i]);
      g_autofree char *fallback = fields[i].fallback != NULL ? g_strdup_printf ("`%s`", fields[i].fallback) : g_strdup ("–");

      g_string_append_printf (table, "| `%s` | %s | %s | %s |\n", fields[i].path, values, fallback, fields[i].summary);
    }

  return g_string_free (table, FALSE);
}

static void
test_page_is_current (void)
{
  g_autofree char *table = make_table ();

  ctg_test_assert_page_part ("../docs/figure-format.md", BEGIN, END, table);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/spec/figure-format-page", test_page_is_current);
  return g_test_run ();
}
