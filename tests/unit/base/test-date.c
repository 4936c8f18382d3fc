/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates of reduced precision: what is read, what is refused, and their order. */

#include "base/ctg-date.h"
#include "ctg-test.h"

static void
test_parse (void)
{
  static const char *const good[] = {
    "2015", "2015-12", "2015-12-08", "2012-06/2014-09", "2014/2015", "2012-06-01/2012-06-01", "2012/2012-12", "1000", "2999-12-31", "2016-02-29",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (good); i++)
    {
      CtgDate date;

      g_assert_true (ctg_date_parse (good[i], &date));

      g_autofree char *text = ctg_date_to_text (&date);

      /* An interval from a day to the same day is that day. */
      g_assert_cmpstr (text, ==, g_str_equal (good[i], "2012-06-01/2012-06-01") ? "2012-06-01" : good[i]);
    }
}

static void
test_refuse (void)
{
  static const char *const bad[] = {
    "", "15", "999", "0999", "3000", "20155", "2015-", "2015-13", "2015-00", "2015-1", "2015-02-30", "2015-02-29", "2015-12-8", "2015-12-32",
    "2015/12", "2015-12-08T00:00", " 2015", "2015 ", "2014-09/2012-06", "2015/", "/2015", "2012/2013/2014", "2015-12/2015-11",
    "20l5", "２０１５", "-2015", "2015.12",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      CtgDate date = { { 1999, 1, 1 }, { 1999, 1, 1 } };

      g_test_message ("“%s”", bad[i]);
      g_assert_false (ctg_date_parse (bad[i], &date));
      g_assert_cmpint (date.start.year, ==, 1999);
    }
}

static void
test_unknown (void)
{
  CtgDate date = { { 1999, 1, 1 }, { 1999, 1, 1 } };
  unsigned int first = 1;
  unsigned int last = 1;

  g_assert_true (ctg_date_parse (NULL, &date));
  g_assert_false (ctg_date_is_known (&date));
  g_assert_null (ctg_date_to_text (&date));
  ctg_date_get_days (&date, &first, &last);
  g_assert_cmpuint (first, ==, 0);
  g_assert_cmpuint (last, ==, 0);
}

/* Each is older than the next: by the latest day, then by the first. */
static void
test_order (void)
{
  static const char *const dates[] = {
    NULL, "2012-06", "2012-12-30", "2011/2012", "2012", "2012-07/2012", "2012-12-31", "2013-01-01", "2014-09", "2012-06/2015-01", "2015-01", "2015",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      for (unsigned int j = 0; j < G_N_ELEMENTS (dates); j++)
        {
          CtgDate a, b;

          g_assert_true (ctg_date_parse (dates[i], &a));
          g_assert_true (ctg_date_parse (dates[j], &b));
          g_test_message ("%s and %s", dates[i], dates[j]);
          g_assert_cmpint (ctg_date_compare (&a, &b), ==, i < j ? -1 : i > j);
        }
    }
}

static void
test_days (void)
{
  CtgDate date;
  unsigned int first, last;

  /* 719163 is GDate's number of 1970-01-01. */
  g_assert_true (ctg_date_parse ("1970", &date));
  ctg_date_get_days (&date, &first, &last);
  g_assert_cmpuint (first, ==, 719163);
  g_assert_cmpuint (last, ==, 719163 + 364);

  g_assert_true (ctg_date_parse ("1972-02", &date));
  ctg_date_get_days (&date, &first, &last);
  g_assert_cmpuint (last - first, ==, 28);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/date/parse", test_parse);
  g_test_add_func ("/date/refuse", test_refuse);
  g_test_add_func ("/date/unknown", test_unknown);
  g_test_add_func ("/date/order", test_order);
  g_test_add_func ("/date/days", test_days);

  return g_test_run ();
}
