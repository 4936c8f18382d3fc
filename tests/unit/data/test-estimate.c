/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One number: how it ranks, how far it reaches, how it is written. */

#include "data-test.h"

typedef struct
{
  CtgEstimate estimate;
  double rank;
  double certain;
  double possible;
  bool open_above;
  const char *text;
} Case;

static const Case cases[] = {
  { { 6000, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED }, 6000, 6000, 6000, FALSE, "6,000" },
  { { 0, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED }, 0, 0, 0, FALSE, "0" },
  { { 300, NAN, NAN, CTG_QUALIFIER_ABOUT, CTG_PRESENCE_REPORTED }, 300, 300, 300, FALSE, "about 300" },
  { { NAN, 14, 85, CTG_QUALIFIER_RANGE, CTG_PRESENCE_REPORTED }, 49.5, 14, 85, FALSE, "14–85" },
  { { NAN, 40, NAN, CTG_QUALIFIER_AT_LEAST, CTG_PRESENCE_REPORTED }, 40, 40, 40, TRUE, "≥ 40" },
  { { NAN, 102, NAN, CTG_QUALIFIER_MORE_THAN, CTG_PRESENCE_REPORTED }, 102, 102, 102, TRUE, "> 102" },
  { { NAN, NAN, 550, CTG_QUALIFIER_AT_MOST, CTG_PRESENCE_REPORTED }, 550, 0, 550, FALSE, "≤ 550" },
  { { NAN, NAN, 500, CTG_QUALIFIER_LESS_THAN, CTG_PRESENCE_REPORTED }, 500, 0, 500, FALSE, "< 500" },
  { { 300, 250, 320, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED }, 300, 300, 320, FALSE, "300 (250–320)" },
  { { 11.1, NAN, NAN, CTG_QUALIFIER_ABOUT, CTG_PRESENCE_REPORTED }, 11.1, 11.1, 11.1, FALSE, "about 11.1" },
  { { 0.0525, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED }, 0.0525, 0.0525, 0.0525, FALSE, "0.0525" },
};

static void
test_reported (void)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = ctg_estimate_format (&cases[i].estimate, locale);
      double certain, possible, low, high;
      bool open_above;

      g_assert_true (ctg_estimate_get_ends (&cases[i].estimate, &low, &high));
      g_assert_cmpfloat (high, ==, cases[i].possible);
      g_assert_cmpfloat (low, ==, isfinite (cases[i].estimate.low) ? cases[i].estimate.low : isfinite (cases[i].estimate.value) ? cases[i].estimate.value : high);
      ctg_estimate_get_extent (&cases[i].estimate, &certain, &possible, &open_above);
      g_assert_true (ctg_estimate_is_reported (&cases[i].estimate));
      g_assert_cmpfloat (ctg_estimate_get_rank (&cases[i].estimate), ==, cases[i].rank);
      g_assert_cmpfloat (certain, ==, cases[i].certain);
      g_assert_cmpfloat (possible, ==, cases[i].possible);
      g_assert_cmpint (open_above, ==, cases[i].open_above);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_empty (void)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");
  CtgEstimate missing = CTG_ESTIMATE_MISSING;
  CtgEstimate not_applicable = { NAN, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_NOT_APPLICABLE };
  g_autofree char *missing_text = ctg_estimate_format (&missing, locale);
  g_autofree char *not_applicable_text = ctg_estimate_format (&not_applicable, locale);
  double certain = 1, possible = 1;
  bool open_above = TRUE;

  g_assert_false (ctg_estimate_is_reported (&missing));
  g_assert_false (ctg_estimate_is_reported (&not_applicable));
  g_assert_true (isnan (ctg_estimate_get_rank (&missing)));
  g_assert_true (isnan (ctg_estimate_get_rank (&not_applicable)));
  g_assert_false (ctg_estimate_get_ends (&missing, &certain, &possible));
  ctg_estimate_get_extent (&missing, &certain, &possible, &open_above);
  g_assert_true (isnan (certain) && isnan (possible) && !open_above);
  g_assert_cmpstr (missing_text, ==, "not reported");
  g_assert_cmpstr (not_applicable_text, ==, "not applicable");
}

static void
test_languages (void)
{
  g_autoptr(CtgLocale) german = ctg_locale_new ("de");
  CtgEstimate range = { NAN, 27000, 31000, CTG_QUALIFIER_RANGE, CTG_PRESENCE_REPORTED };
  g_autofree char *text = ctg_estimate_format (&range, german);

  g_assert_cmpstr (text, ==, "27.000–31.000");
}

static void
test_ids (void)
{
  CtgQualifier qualifier = CTG_QUALIFIER_EXACT;
  CtgPresence presence = CTG_PRESENCE_REPORTED;
  CtgStatus status;
  CtgLevel level;

  for (CtgQualifier i = CTG_QUALIFIER_EXACT; i <= CTG_QUALIFIER_LESS_THAN; i++)
    g_assert_true (ctg_qualifier_from_id (ctg_qualifier_get_id (i), &qualifier) && qualifier == i);
  for (CtgPresence i = CTG_PRESENCE_REPORTED; i <= CTG_PRESENCE_NOT_APPLICABLE; i++)
    g_assert_true (ctg_presence_from_id (ctg_presence_get_id (i), &presence) && presence == i);
  for (CtgStatus i = CTG_STATUS_OFFICIAL; i <= CTG_STATUS_ESTIMATE; i++)
    g_assert_true (ctg_status_from_id (ctg_status_get_id (i), &status) && status == i);
  for (CtgLevel i = CTG_LEVEL_COUNTRY; i <= CTG_LEVEL_SHARE; i++)
    g_assert_true (ctg_level_from_id (ctg_level_get_id (i), &level) && level == i);

  g_assert_false (ctg_qualifier_from_id ("exactly", &qualifier));
  g_assert_false (ctg_qualifier_from_id (NULL, &qualifier));
  g_assert_cmpint (qualifier, ==, CTG_QUALIFIER_LESS_THAN);
  g_assert_false (ctg_presence_from_id ("Reported", &presence));
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/estimate/reported", test_reported);
  g_test_add_func ("/estimate/empty", test_empty);
  g_test_add_func ("/estimate/languages", test_languages);
  g_test_add_func ("/estimate/ids", test_ids);

  return g_test_run ();
}
