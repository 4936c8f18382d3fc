/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers, dates, names and order in several languages. ICU's data change a little from release to release; only what
 * has been stable for years is compared. */

#include "base/ctg-locale.h"

#include <string.h>

#include "ctg-test.h"

static void
test_numbers (void)
{
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");
  g_autoptr(CtgLocale) de = ctg_locale_new ("de");
  g_autoptr(CtgLocale) es = ctg_locale_new ("es");
  g_autoptr(CtgLocale) ar = ctg_locale_new ("ar-EG");

  ctg_test_assert_text (ctg_locale_format_number (en, 26583, 0), "26,583");
  ctg_test_assert_text (ctg_locale_format_number (en, 0, 2), "0");
  ctg_test_assert_text (ctg_locale_format_number (en, -1234.5, 1), "−1,234.5");
  ctg_test_assert_text (ctg_locale_format_number (en, 0.125, 2), "0.13");
  ctg_test_assert_text (ctg_locale_format_number (en, 2.5, 0), "3");
  ctg_test_assert_text (ctg_locale_format_number (en, -0.0, 1), "0");
  /* Only zero reads "0". */
  ctg_test_assert_text (ctg_locale_format_number (en, -0.04, 1), "−0.04");
  ctg_test_assert_text (ctg_locale_format_number (en, 0.3, 0), "0.3");
  ctg_test_assert_text (ctg_locale_format_number (en, 0.00000051, 2), "0.000001");
  ctg_test_assert_text (ctg_locale_format_number (en, 0.0000004, 2), "4E−7");
  ctg_test_assert_text (ctg_locale_format_number (en, -1.5e-300, 4), "−1.5E−300");
  ctg_test_assert_text (ctg_locale_format_number (de, 1.5e-300, 4), "1,5E−300");
  ctg_test_assert_text (ctg_locale_format_number (en, 1.10, 6), "1.1");
  ctg_test_assert_text (ctg_locale_format_number (de, 1234567.25, 2), "1.234.567,25");
  ctg_test_assert_text (ctg_locale_format_number (es, 1234567, 0), "1.234.567");
  ctg_test_assert_text (ctg_locale_format_number (es, 60000, 0), "60.000");
  ctg_test_assert_text (ctg_locale_format_number (es, 6000, 0), "6000");
  /* Egypt writes Arabic-Indic digits; figures never do. */
  ctg_test_assert_text (ctg_locale_format_number (ar, 6000, 0), "6,000");

  ctg_test_assert_text (ctg_locale_format_percent (en, 12, 1), "12%");
  ctg_test_assert_text (ctg_locale_format_percent (en, 0.5, 1), "0.5%");
  ctg_test_assert_text (ctg_locale_format_percent (de, 12.5, 1), "12,5\xc2\xa0%");
}

static void
assert_date (const char *language,
             const char *date_text,
             bool        abbreviated,
             const char *expected)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new (language);
  CtgDate date;

  g_assert_true (ctg_date_parse (date_text, &date));
  ctg_test_assert_text (ctg_locale_format_date (locale, &date, abbreviated), expected);
}

static void
test_months (void)
{
  static const struct { const char *language; int month; const char *name; } cases[] = {
    { "en", 2, "Feb" }, { "de", 5, "Mai" }, { "fr", 7, "juil." }, { "ar", 1, "يناير" }, { "zh-Hans", 12, "12月" },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autoptr(CtgLocale) locale = ctg_locale_new (cases[k].language);

      ctg_test_assert_text (ctg_locale_format_month (locale, cases[k].month), cases[k].name);
    }
}

static void
test_dates (void)
{
  assert_date ("en", "2015", false, "2015");
  assert_date ("en", "2015-12", false, "December 2015");
  assert_date ("en", "2015-12", true, "Dec 2015");
  assert_date ("en", "2015-12-08", false, "8 December 2015");
  assert_date ("en", "2015-12-08", true, "8 Dec 2015");
  assert_date ("en", "1500-03-01", false, "1 March 1500");
  assert_date ("en", NULL, false, "");
  assert_date ("de", "2015-12-08", false, "8. Dezember 2015");
  assert_date ("de", "2014-09", false, "September 2014");
  assert_date ("fr", "2015-12-08", false, "8 décembre 2015");
  assert_date ("ar", "2015-12-08", false, "8 ديسمبر 2015");
  assert_date ("zh", "2015-12", false, "2015年12月");
}

/* Blanks around the dash differ between releases of ICU. */
static char *
dup_without_blanks (const char *text)
{
  GString *string = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (!g_unichar_isspace (g_utf8_get_char (p)))
        g_string_append_unichar (string, g_utf8_get_char (p));
    }

  return g_string_free (string, FALSE);
}

static void
test_intervals (void)
{
  static const struct
  {
    const char *date;
    const char *expected;
  } cases[] = {
    { "2012-06/2014-09", "June2012–September2014" },
    { "2012/2014", "2012–2014" },
    { "2012/2014-06", "2012–June2014" },
    { "2015-12-08/2015-12-10", "8–10December2015" },
  };
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CtgDate date;

      g_assert_true (ctg_date_parse (cases[i].date, &date));

      g_autofree char *text = ctg_locale_format_date (en, &date, false);

      ctg_test_assert_text (dup_without_blanks (text), cases[i].expected);
    }
}

static void
test_lists (void)
{
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");
  g_autoptr(CtgLocale) de = ctg_locale_new ("de");
  const char *const none[] = { NULL };
  const char *const one[] = { "A", NULL };
  const char *const two[] = { "A", "B", NULL };
  const char *const three[] = { "A", "B", "C", NULL };

  ctg_test_assert_text (ctg_locale_format_list (en, none), "");
  ctg_test_assert_text (ctg_locale_format_list (en, one), "A");
  ctg_test_assert_text (ctg_locale_format_list (en, two), "A and B");
  ctg_test_assert_text (ctg_locale_format_list (en, three), "A, B and C");
  ctg_test_assert_text (ctg_locale_format_list (de, three), "A, B und C");
}

static void
test_regions (void)
{
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");
  g_autoptr(CtgLocale) de = ctg_locale_new ("de");
  g_autoptr(CtgLocale) ar = ctg_locale_new ("ar");

  ctg_test_assert_text (ctg_locale_region_name (en, "TN"), "Tunisia");
  ctg_test_assert_text (ctg_locale_region_name (en, "XK"), "Kosovo");
  ctg_test_assert_text (ctg_locale_region_name (en, "BA"), "Bosnia and Herzegovina");
  ctg_test_assert_text (ctg_locale_region_name (en, "TT"), "Trinidad and Tobago");
  ctg_test_assert_text (ctg_locale_region_name (en, "HK"), "Hong Kong");
  ctg_test_assert_text (ctg_locale_region_name (en, "MM"), "Myanmar");
  ctg_test_assert_text (ctg_locale_region_name (en, "PS"), "Palestine");
  ctg_test_assert_text (ctg_locale_region_name (en, "MK"), "North Macedonia");
  ctg_test_assert_text (ctg_locale_region_name (en, "CD"), "DR Congo");
  ctg_test_assert_text (ctg_locale_region_name (de, "AT"), "Österreich");
  ctg_test_assert_text (ctg_locale_region_name (de, "BA"), "Bosnien und Herzegowina");
  ctg_test_assert_text (ctg_locale_region_name (ar, "TN"), "تونس");

  ctg_test_assert_text (ctg_locale_region_short_name (en, "GB"), "UK");
  ctg_test_assert_text (ctg_locale_region_short_name (en, "US"), "US");
  ctg_test_assert_text (ctg_locale_region_short_name (en, "AE"), "UAE");
  ctg_test_assert_text (ctg_locale_region_short_name (en, "BA"), "Bosnia");
  ctg_test_assert_text (ctg_locale_region_short_name (en, "CD"), "DR Congo");
  ctg_test_assert_text (ctg_locale_region_short_name (en, "FR"), "France");
  ctg_test_assert_text (ctg_locale_region_short_name (de, "AE"), "VAE");

  g_assert_null (ctg_locale_region_name (en, ""));
  g_assert_null (ctg_locale_region_name (en, "XQ"));
  g_assert_null (ctg_locale_region_name (en, "tn"));
  g_assert_null (ctg_locale_region_name (en, "TUN"));
  g_assert_null (ctg_locale_region_short_name (en, "12"));
}

/* In languages whose names we settle nothing is left of CLDR's lists. */
static void
test_sober_names (void)
{
  static const char *const codes[] = { "AG", "BA", "CD", "CG", "GS", "HK", "HM", "KN", "MM", "MO", "PM", "PS", "SJ", "ST", "TC", "TT", "VC", "WF" };
  g_autoptr(CtgLocale) en = ctg_locale_new ("en-US");

  for (unsigned int i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *name = ctg_locale_region_name (en, codes[i]);

      g_assert_nonnull (name);
      g_assert_null (strchr (name, '&'));
      g_assert_null (strchr (name, '('));
      g_assert_null (strstr (name, " - "));
      g_assert_null (strstr (name, "SAR"));
    }
}

static int
compare_keys (const CtgLocale *locale,
              const char      *a,
              const char      *b)
{
  g_autofree char *key_a = ctg_locale_collation_key (locale, a);
  g_autofree char *key_b = ctg_locale_collation_key (locale, b);

  return strcmp (key_a, key_b);
}

/* Many keys at once are the keys one by one, whatever their length; and they are in the order of the language. */
static void
test_collation_keys (void)
{
  static const unsigned int lengths[] = { 0, 1, 100, 254, 255, 256, 257, 1000, 20000 };
  static const char *const names[] = { "Österreich", "Group 10", "中国", "تونس", "a", "Côte d’Ivoire", "" };
  g_autoptr(CtgLocale) locale = ctg_locale_new ("de");
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (unsigned int i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_ptr_array_add (texts, g_strnfill (lengths[i], 'x'));
      g_ptr_array_add (texts, g_strdup (names[i % G_N_ELEMENTS (names)]));
    }

  g_autofree size_t *starts = g_new (size_t, texts->len);
  g_autofree char *keys = ctg_locale_collation_keys (locale, (const char *const *) texts->pdata, texts->len, starts);

  for (unsigned int i = 0; i < texts->len; i++)
    {
      g_autofree char *key = ctg_locale_collation_key (locale, g_ptr_array_index (texts, i));

      g_assert_cmpstr (keys + starts[i], ==, key);
    }
  g_assert_null (ctg_locale_collation_keys (locale, NULL, 0, NULL));
}

static void
test_collation (void)
{
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");
  g_autoptr(CtgLocale) de = ctg_locale_new ("de");
  g_autoptr(CtgLocale) sv = ctg_locale_new ("sv");
  g_autofree char *lengthy = g_strnfill (1000, 'x');
  g_autofree char *longer = g_strconcat (lengthy, "y", NULL);

  g_assert_cmpint (compare_keys (de, "Österreich", "Zypern"), <, 0);
  g_assert_cmpint (compare_keys (de, "Österreich", "Oman"), >, 0);
  /* In Swedish Ö is a letter after Z. */
  g_assert_cmpint (compare_keys (sv, "Österrike", "Zimbabwe"), >, 0);
  g_assert_cmpint (compare_keys (en, "Group 9", "Group 10"), <, 0);
  g_assert_cmpint (compare_keys (en, "albania", "Belgium"), <, 0);
  g_assert_cmpint (compare_keys (en, "Kosovo", "Kosovo"), ==, 0);
  g_assert_cmpint (compare_keys (en, "", "a"), <, 0);
  g_assert_cmpint (compare_keys (en, lengthy, longer), <, 0);
}

static void
test_fold (void)
{
  ctg_test_assert_text (ctg_text_fold ("Côte d’Ivoire"), "cote d'ivoire");
  ctg_test_assert_text (ctg_text_fold ("TÜRKİYE"), "turkiye");
  ctg_test_assert_text (ctg_text_fold ("Großbritannien"), "grossbritannien");
  ctg_test_assert_text (ctg_text_fold ("Åland Łódź Ærø Þór"), "aland lodz aero thor");
  ctg_test_assert_text (ctg_text_fold ("Guinea‑Bissau 2012–2014"), "guinea-bissau 2012-2014");
  ctg_test_assert_text (ctg_text_fold ("ﬁ\xc2\xa0x"), "fi x");
  ctg_test_assert_text (ctg_text_fold ("हिन्दी"), "हिन्दी");
  ctg_test_assert_text (ctg_text_fold (""), "");

  g_autofree char *broken = ctg_text_fold ("a\xff");

  g_assert_true (g_utf8_validate (broken, -1, NULL));
}

static void
test_direction (void)
{
  static const struct
  {
    const char *language;
    bool is_rtl;
  } cases[] = { { "en", false }, { "ar", true }, { "he", true }, { "fa", true }, { "zh-Hans", false }, { "uz-Arab", true }, { "xx", false } };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CtgLocale) locale = ctg_locale_new (cases[i].language);

      g_assert_true (ctg_locale_is_rtl (locale) == cases[i].is_rtl);
      g_assert_cmpstr (ctg_locale_get_language (locale), ==, cases[i].language);
    }
}

/* Whatever is asked for, there is a locale, and it does not depend on the process. */
static void
test_unknown_languages (void)
{
  static const char *const languages[] = { "", "xx", "xx-YY", "not a language", "de-", "-", "en-u-nu-arab", "ar-u-ca-islamic", "�", "C", "POSIX" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr(CtgLocale) locale = ctg_locale_new (languages[i]);
      CtgDate date;

      g_test_message ("“%s”", languages[i]);
      g_assert_true (ctg_date_parse ("2015-12-08", &date));
      g_assert_nonnull (locale);

      g_autofree char *number = ctg_locale_format_number (locale, 1234, 0);
      g_autofree char *day = ctg_locale_format_date (locale, &date, false);

      g_assert_nonnull (strchr (number, '1'));
      g_assert_nonnull (strstr (day, "2015"));
    }
}

static gpointer
use_locale (gpointer data)
{
  CtgLocale *locale = data;

  for (unsigned int i = 0; i < 200; i++)
    {
      CtgDate date;

      g_assert_true (ctg_date_parse ("2012-06/2014-09", &date));
      g_free (ctg_locale_format_date (locale, &date, i % 2));
      ctg_test_assert_text (ctg_locale_format_number (locale, 1234.5, i % 2), i % 2 ? "1.234,5" : "1.235");
      ctg_test_assert_text (ctg_locale_region_name (locale, "FR"), "Frankreich");
      g_free (ctg_locale_collation_key (locale, "Österreich"));
    }

  return NULL;
}

static void
test_threads (void)
{
  g_autoptr(CtgLocale) locale = ctg_locale_new ("de");
  GThread *threads[4];

  for (unsigned int i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("locale", use_locale, locale);
  for (unsigned int i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

/* The default language comes from a table made at build time, "en-001" is the same language through ICU. */
static void
test_english_is_icu (void)
{
  static const char *const dates[] = { "1999", "2015-01", "2015-12", "2014-05-01", "2016-02-29", "2000-12-31", "2012/2014", "2012-06/2014-09", "2015-12-01/2015-12-08" };
  static const double numbers[] = { 0, 7, -7, 999, 1000, 26583, -1234567, 999999999999999, 1e15, 0.5, -0.4, 12.25 };
  g_autoptr(CtgLocale) table = ctg_locale_new ("en");
  g_autoptr(CtgLocale) icu = ctg_locale_new ("en-001");
  unsigned int n_names = 0;

  for (char a = 'A'; a <= 'Z'; a++)
    for (char b = 'A'; b <= 'Z'; b++)
      {
        const char code[] = { a, b, '\0' };
        g_autofree char *expected = ctg_locale_region_name (icu, code);
        g_autofree char *expected_short = ctg_locale_region_short_name (icu, code);

        ctg_test_assert_text (ctg_locale_region_name (table, code), expected);
        ctg_test_assert_text (ctg_locale_region_short_name (table, code), expected_short);
        n_names += expected != NULL;
      }
  g_assert_cmpuint (n_names, >, 240);

  for (unsigned int i = 0; i < G_N_ELEMENTS (dates); i++)
    for (int abbreviated = 0; abbreviated < 2; abbreviated++)
      {
        CtgDate date;

        g_assert_true (ctg_date_parse (dates[i], &date));

        g_autofree char *expected = ctg_locale_format_date (icu, &date, abbreviated);

        ctg_test_assert_text (ctg_locale_format_date (table, &date, abbreviated), expected);
      }

  static const char *const items[] = { "Tunisia", "Saudi Arabia", "Russia and others", "Jordan", "Q, R", NULL };

  for (unsigned int from = 0; from < G_N_ELEMENTS (items); from++)
    {
      g_autofree char *expected = ctg_locale_format_list (icu, items + from);

      ctg_test_assert_text (ctg_locale_format_list (table, items + from), expected);
    }

  for (unsigned int i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *expected = ctg_locale_format_number (icu, numbers[i], 1);

      ctg_test_assert_text (ctg_locale_format_number (table, numbers[i], 1), expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/locale/numbers", test_numbers);
  g_test_add_func ("/locale/dates", test_dates);
  g_test_add_func ("/locale/months", test_months);
  g_test_add_func ("/locale/intervals", test_intervals);
  g_test_add_func ("/locale/lists", test_lists);
  g_test_add_func ("/locale/regions", test_regions);
  g_test_add_func ("/locale/sober-names", test_sober_names);
  g_test_add_func ("/locale/english-is-icu", test_english_is_icu);
  g_test_add_func ("/locale/collation", test_collation);
  g_test_add_func ("/locale/collation-keys", test_collation_keys);
  g_test_add_func ("/locale/fold", test_fold);
  g_test_add_func ("/locale/direction", test_direction);
  g_test_add_func ("/locale/unknown-languages", test_unknown_languages);
  g_test_add_func ("/locale/threads", test_threads);

  return g_test_run ();
}
