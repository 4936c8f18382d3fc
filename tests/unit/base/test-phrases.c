/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure's phrases: arguments, plurals, translations, and that those shipped are complete. */

#include <string.h>

#include "base/ctg-bidi.h"
#include "base/ctg-locale.h"
#include "base/ctg-phrase-catalog.h"
#include "ctg-test.h"

static void
test_arguments (void)
{
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");
  const char *const arguments[] = { "a", "b", NULL };
  const char *const too_few[] = { NULL };

  ctg_test_assert_text (ctg_locale_phrase (en, CTG_PHRASE_NOT_REPORTED, NULL), "not reported");
  ctg_test_assert_text (ctg_locale_phrase (en, CTG_PHRASE_VALUE_AT_LEAST, "40", NULL), "≥ 40");
  ctg_test_assert_text (ctg_locale_phrase (en, CTG_PHRASE_VALUE_RANGE, "14", "85", NULL), "14–85");
  ctg_test_assert_text (ctg_locale_phrase (en, CTG_PHRASE_VALUE_RANGE, "{1}", "{0}", NULL), "{1}–{0}");
  ctg_test_assert_text (ctg_locale_phrase (en, CTG_PHRASE_NOTE_DOUBTFUL, "the U.S.", NULL), "Left out as doubtful: the U.S.");
  ctg_test_assert_text (ctg_locale_phrase_argv (en, CTG_PHRASE_VALUE_RANGE, arguments), "a–b");
  ctg_test_assert_text (ctg_locale_phrase_argv (en, CTG_PHRASE_VALUE_RANGE, too_few), "–");
}

/* What is written the other way than the language is set apart, and only that. */
static void
test_directions (void)
{
  static const struct
  {
    const char *text;
    CtgDirection first;
    CtgDirection only;
  } cases[] = {
    { "Fighters (2015)", CTG_DIRECTION_LEFT_TO_RIGHT, CTG_DIRECTION_LEFT_TO_RIGHT }, { "(مقاتلون) 2015", CTG_DIRECTION_RIGHT_TO_LEFT, CTG_DIRECTION_RIGHT_TO_LEFT },
    { "TSG (مقاتلون)", CTG_DIRECTION_LEFT_TO_RIGHT, CTG_DIRECTION_NONE }, { "6,000–7,000", CTG_DIRECTION_NONE, CTG_DIRECTION_NONE },
    { "\u2068TSG\u2069، مقاتلون", CTG_DIRECTION_RIGHT_TO_LEFT, CTG_DIRECTION_RIGHT_TO_LEFT }, { "\u2068TSG\u2069", CTG_DIRECTION_NONE, CTG_DIRECTION_NONE },
  };
  g_autoptr(CtgLocale) ar = ctg_locale_new ("ar");
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *in_arabic = ctg_locale_isolate (ar, cases[k].text);
      g_autofree char *in_english = ctg_locale_isolate (en, cases[k].text);
      g_autofree char *alone = ctg_locale_isolate_paragraph (ar, cases[k].text);

      g_assert_cmpint (ctg_bidi_get_direction (cases[k].text), ==, cases[k].first);
      g_assert_cmpint (ctg_bidi_get_only_direction (cases[k].text), ==, cases[k].only);
      g_assert_cmpint (g_str_equal (in_arabic, cases[k].text), ==, cases[k].only != CTG_DIRECTION_LEFT_TO_RIGHT);
      g_assert_cmpint (g_str_equal (in_english, cases[k].text), ==, cases[k].only != CTG_DIRECTION_RIGHT_TO_LEFT);
      g_assert_cmpint (g_str_equal (alone, cases[k].text), ==, cases[k].first != CTG_DIRECTION_LEFT_TO_RIGHT);
    }

  /* A full stop that an argument brings along is not written twice, set apart or not. */
  g_autofree char *sentence = ctg_locale_phrase (ar, CTG_PHRASE_SENTENCE, "Counted twice.", NULL);

  g_assert_cmpstr (sentence, ==, "\u2068Counted twice.\u2069");
}

static void
test_plurals (void)
{
  g_autoptr(CtgLocale) en = ctg_locale_new ("en");
  const char *const one[] = { "1", NULL };
  const char *const many[] = { "1234", NULL };

  ctg_test_assert_text (ctg_locale_phrase_plural (en, CTG_PHRASE_ALT_ALL_ROWS, 1, NULL), "1 row.");
  ctg_test_assert_text (ctg_locale_phrase_plural (en, CTG_PHRASE_ALT_ALL_ROWS, 0, NULL), "0 rows.");
  ctg_test_assert_text (ctg_locale_phrase_plural (en, CTG_PHRASE_ALT_ALL_ROWS, 1234, NULL), "1,234 rows.");
  ctg_test_assert_text (ctg_locale_phrase_plural (en, CTG_PHRASE_ALT_ALL_ROWS, 1.5, NULL), "1.5 rows.");
  ctg_test_assert_text (ctg_locale_phrase_plural (en, CTG_PHRASE_ALT_SOME_ROWS, 2, "5", NULL), "2 of 5 rows.");
  ctg_test_assert_text (ctg_locale_phrase_argv (en, CTG_PHRASE_ALT_ALL_ROWS, one), "1 row.");
  ctg_test_assert_text (ctg_locale_phrase_argv (en, CTG_PHRASE_ALT_ALL_ROWS, many), "1,234 rows.");
}

static void
test_translations (void)
{
  g_autoptr(CtgLocale) de = ctg_locale_new ("de");
  g_autoptr(CtgLocale) swiss = ctg_locale_new ("de-CH");
  g_autoptr(CtgLocale) ar = ctg_locale_new ("ar");
  g_autoptr(CtgLocale) untranslated = ctg_locale_new ("sw");

  ctg_test_assert_text (ctg_locale_phrase (de, CTG_PHRASE_NOT_REPORTED, NULL), "nicht angegeben");
  ctg_test_assert_text (ctg_locale_phrase (swiss, CTG_PHRASE_NOT_REPORTED, NULL), "nicht angegeben");
  ctg_test_assert_text (ctg_locale_phrase (untranslated, CTG_PHRASE_NOT_REPORTED, NULL), "not reported");
  ctg_test_assert_text (ctg_locale_phrase_plural (de, CTG_PHRASE_ALT_ALL_COUNTRIES, 1, NULL), "1 Land.");
  ctg_test_assert_text (ctg_locale_phrase_plural (de, CTG_PHRASE_ALT_ALL_COUNTRIES, 45, NULL), "45 Länder.");

  /* Arabic has six forms: none, one, two, three to ten, eleven to ninety-nine, the rest; from a hundred on by the last two digits. */
  static const double counts[] = { 0, 1, 2, 3, 11, 100 };
  static const double same[] = { 0, 1, 2, 1007, 245, 1300 };

  for (unsigned int i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      unsigned int form = 0;

      for (unsigned int j = 0; j < ctg_n_phrase_catalogs; j++)
        {
          if (g_str_equal (ctg_phrase_catalogs[j].language, "ar"))
            {
              unsigned int n = counts[i];
              unsigned int m = same[i];

              form = ctg_phrase_catalogs[j].plurals[n < 100 ? n : 100 + n % 100];
              g_assert_cmpuint (ctg_phrase_catalogs[j].plurals[m < 100 ? m : 100 + m % 100], ==, form);
            }
        }
      g_assert_cmpuint (form, ==, i);
    }

  g_autofree char *two = ctg_locale_phrase_plural (ar, CTG_PHRASE_ALT_ALL_COUNTRIES, 2, NULL);
  g_autofree char *five = ctg_locale_phrase_plural (ar, CTG_PHRASE_ALT_ALL_COUNTRIES, 5, NULL);

  g_assert_cmpstr (two, ==, "بلدان.");
  g_assert_cmpstr (five, ==, "5 بلدان.");
}

/* A language we ship speaks of everything: a figure half in English is worse than one in English. */
static void
test_complete (void)
{
  static const char *const names[] = {
#define PHRASE(name, text) #name,
#define PHRASE_PLURAL(name, one, many) #name,
#include "base/ctg-phrases.inc"
#undef PHRASE
#undef PHRASE_PLURAL
  };

  g_assert_cmpuint (ctg_n_phrase_catalogs, >=, 6);
  for (unsigned int i = 0; i < ctg_n_phrase_catalogs; i++)
    {
      for (unsigned int j = 0; j < CTG_N_PHRASES; j++)
        {
          if (ctg_phrase_catalogs[i].texts[j * CTG_PHRASE_MAX_FORMS] == NULL)
            {
              g_test_message ("%s lacks %s", ctg_phrase_catalogs[i].language, names[j]);
              g_test_fail ();
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/phrases/arguments", test_arguments);
  g_test_add_func ("/phrases/directions", test_directions);
  g_test_add_func ("/phrases/plurals", test_plurals);
  g_test_add_func ("/phrases/translations", test_translations);
  g_test_add_func ("/phrases/complete", test_complete);

  return g_test_run ();
}
