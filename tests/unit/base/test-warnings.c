/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of warnings beside a scene. */

#include "base/ctg-warnings.h"
#include "ctg-test.h"

static void
test_add (void)
{
  g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");

  g_assert_cmpuint (ctg_warnings_get_n (warnings), ==, 0);

  ctg_warnings_add (warnings, CTG_PHRASE_PARTIAL_DATA, NULL, "seven countries", NULL);
  ctg_warnings_add (warnings, CTG_PHRASE_PARTIAL_DATA, "top", "seven countries", NULL);
  ctg_warnings_add (warnings, CTG_PHRASE_PARTIAL_DATA, "top", "eight countries", NULL);
  ctg_warnings_add (warnings, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", "2", NULL);
  g_assert_cmpuint (ctg_warnings_get_n (warnings), ==, 3);

  const CtgWarning *first = ctg_warnings_get (warnings, 0);
  const CtgWarning *last = ctg_warnings_get (warnings, 2);
  g_autofree char *first_text = ctg_warning_format (first, en);
  g_autofree char *last_text = ctg_warning_format (last, en);

  g_assert_null (first->path);
  g_assert_cmpstr (first_text, ==, "Partial data: seven countries");
  g_assert_cmpstr (last->path, ==, "page.width");
  g_assert_cmpstr (last_text, ==, "2 names are shortened");
}

/* A warning said again is the same one, and so is a way out. */
static void
test_fixes (void)
{
  g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();

  for (int k = 0; k < 2; k++)
    {
      CtgWarning *warning = ctg_warnings_add (warnings, CTG_PHRASE_WARN_SHADED_COUNTS, "per", NULL);

      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_PER_MILLION, "per=million", NULL);
      ctg_warning_add_fix (warning, CTG_PHRASE_WARN_NO_ROWS, "kind=bars", "top=null", NULL);
    }

  const CtgWarning *warning = ctg_warnings_get (warnings, 0);
  const CtgFix *second = &g_array_index (warning->fixes, CtgFix, 1);

  g_assert_cmpuint (ctg_warnings_get_n (warnings), ==, 1);
  g_assert_cmpuint (warning->fixes->len, ==, 2);
  g_assert_cmpstr (g_array_index (warning->fixes, CtgFix, 0).fields[0], ==, "per=million");
  g_assert_cmpstr (second->fields[0], ==, "kind=bars");
  g_assert_cmpstr (second->fields[1], ==, "top=null");
  g_assert_null (second->fields[2]);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/warnings/add", test_add);
  g_test_add_func ("/warnings/fixes", test_fixes);

  return g_test_run ();
}
