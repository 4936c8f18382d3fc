/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ticks against the reference implementation, scales against arithmetic, bands against what their shares say. */

#include "scale/ctg-scale.h"

#include <math.h>
#include <string.h>

#include "ctg-test.h"

static char *
format_ticks (const CtgTicks *ticks)
{
  GString *string = g_string_new (NULL);

  for (unsigned int i = 0; i < ticks->n; i++)
    g_string_append_printf (string, "%s%.12g", i > 0 ? " " : "", ticks->values[i]);

  return g_string_free (string, FALSE);
}

static void
assert_ticks (CtgTicks   *ticks,
              const char *expected)
{
  g_autofree char *text = format_ticks (ticks);

  g_assert_cmpstr (text, ==, expected);
  ctg_ticks_free (ticks);
}

/* extended.txt is written by make-extended.R. */
static void
test_reference (void)
{
  g_autofree char *fixture = ctg_test_load ("unit/scale/extended.txt", NULL);
  g_auto(GStrv) lines = g_strsplit (fixture, "\n", -1);
  unsigned int n = 0;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      g_auto(GStrv) parts = g_strsplit (lines[i], " : ", 2);
      g_auto(GStrv) numbers = g_strsplit (parts[0], " ", -1);

      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (numbers), ==, 4);
      assert_ticks (ctg_ticks_extended (g_ascii_strtod (numbers[0], NULL), g_ascii_strtod (numbers[1], NULL), g_ascii_strtoull (numbers[2], NULL, 10), numbers[3][0] == '1', NULL, NULL),
                    parts[1]);
      n++;
    }
  g_assert_cmpuint (n, ==, 224);
}

/* To the last bit, where the reference has 0.30000000000000004. */
static void
test_exact (void)
{
  g_autoptr(CtgTicks) ticks = ctg_ticks_extended (0, 0.5, 6, false, NULL, NULL);
  g_autoptr(CtgTicks) whole = ctg_ticks_extended (0, 6000, 5, true, NULL, NULL);
  g_autoptr(CtgTicks) quarters = ctg_ticks_extended (0, 1, 5, true, NULL, NULL);

  g_assert_cmpuint (ticks->n, ==, 6);
  g_assert_cmpfloat (ticks->values[3], ==, 0.3);
  g_assert_cmpfloat (ticks->step, ==, 0.1);
  g_assert_cmpuint (ticks->decimals, ==, 1);
  g_assert_cmpuint (whole->decimals, ==, 0);
  g_assert_cmpfloat (whole->step, ==, 1000);
  g_assert_cmpuint (quarters->decimals, ==, 2);
}

/* Labels of 30 units each along an axis of user_data units. */
static bool
fits_along (const CtgTicks *ticks,
            gpointer        user_data)
{
  double length = *(double *) user_data;

  return ticks->n * 30 <= length;
}

static bool
fits_never (const CtgTicks *ticks,
            gpointer        user_data)
{
  (*(unsigned int *) user_data)++;

  return false;
}

static bool
is_whole (const CtgTicks *ticks,
          gpointer        user_data)
{
  return ticks->decimals == 0;
}

static void
test_fits (void)
{
  for (double length = 60; length <= 400; length += 10)
    {
      g_autoptr(CtgTicks) ticks = ctg_ticks_extended (0, 26583, 8, true, fits_along, &length);

      g_assert_cmpfloat (ticks->n * 30, <=, length);
      g_assert_cmpfloat (ticks->values[0], ==, 0);
      g_assert_cmpfloat (ticks->values[ticks->n - 1], >=, 26583);
    }

  unsigned int n_calls = 0;
  g_autoptr(CtgTicks) ends = ctg_ticks_extended (0, 6000, 5, true, fits_never, &n_calls);

  g_assert_cmpuint (n_calls, >, 10);
  g_assert_cmpuint (n_calls, <=, 4000);
  g_assert_cmpuint (ends->n, ==, 2);
  g_assert_cmpfloat (ends->values[0], ==, 0);
  g_assert_cmpfloat (ends->values[1], >=, 6000);

  /* Nobody counts half people. */
  assert_ticks (ctg_ticks_extended (0, 2, 7, true, is_whole, NULL), "0 1 2");
}

static void
test_odd_domains (void)
{
  static const double domains[][2] = {
    { 0, 1e300 }, { -1e300, 1e300 }, { 0, 5e-300 }, { 1e15, 1e15 + 1 }, { 1e300, 1.0000001e300 }, { -G_MAXDOUBLE, G_MAXDOUBLE }, { 5, 5 }, { 9007199254740990, 9007199254740992 },
    { 1, 1 + 1e-9 }, { -1e-7, 1e9 },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      for (unsigned int wanted = 0; wanted < 300; wanted += 37)
        {
          g_autoptr(CtgTicks) ticks = ctg_ticks_extended (domains[i][0], domains[i][1], wanted, false, NULL, NULL);

          g_assert_cmpuint (ticks->n, >=, 1);
          for (unsigned int j = 0; j < ticks->n; j++)
            {
              g_assert_true (isfinite (ticks->values[j]));
              g_assert_true (j == 0 || ticks->values[j] > ticks->values[j - 1]);
            }
        }
    }
}

static void
test_linear (void)
{
  CtgScale scale = ctg_scale_linear (10, 30, 100, 200);
  CtgScale down = ctg_scale_linear_zero (5, 20, 300, 100);

  g_assert_cmpfloat (ctg_scale_map (&scale, 10), ==, 100);
  g_assert_cmpfloat (ctg_scale_map (&scale, 25), ==, 175);
  g_assert_cmpfloat (ctg_scale_map (&scale, 50), ==, 300);
  g_assert_cmpfloat (ctg_scale_invert (&scale, 175), ==, 25);
  g_assert_cmpfloat (down.domain_min, ==, 0);
  g_assert_cmpfloat (ctg_scale_map (&down, 0), ==, 300);
  g_assert_cmpfloat (ctg_scale_map (&down, 20), ==, 100);
  g_assert_cmpfloat (ctg_scale_invert (&down, 200), ==, 10);
  g_assert_cmpstr (scale.desc->id, ==, "linear");
  g_assert_true (ctg_scale_desc_find ("linear") == scale.desc);
  g_assert_null (ctg_scale_desc_find ("cubic"));
}

/* The ticks that a line of the fixture gives: the pattern is known by its number of ticks, the step of a time scale by its months. */
typedef struct
{
  unsigned int n;
  unsigned int months;
} Wanted;

static bool
is_wanted (const CtgTicks *ticks,
           gpointer        user_data)
{
  const Wanted *wanted = user_data;

  return wanted->months > 0 ? ticks->months == wanted->months : ticks->n <= wanted->n;
}

static void
check_places (const char        *id,
              const char *const *domain,
              char             **numbers)
{
  CtgScale scale = ctg_scale_new (ctg_scale_desc_find (id), g_ascii_strtod (domain[0], NULL), g_ascii_strtod (domain[1], NULL), 0, 1);

  for (unsigned int k = 0; numbers[k] != NULL && numbers[k + 1] != NULL; k += 2)
    {
      double value = g_ascii_strtod (numbers[k], NULL);
      double place = g_ascii_strtod (numbers[k + 1], NULL);

      g_assert_cmpfloat_with_epsilon (ctg_scale_map (&scale, value), place, 1e-12 * MAX (1, fabs (place)));
      g_assert_cmpfloat_with_epsilon (ctg_scale_invert (&scale, place), value, 1e-9 * fabs (value) + 1e-12 * (scale.domain_max - scale.domain_min));
    }
}

static void
check_ticks (const char        *pattern,
             const char *const *domain,
             const char        *expected)
{
  g_auto(GStrv) numbers = g_strsplit (expected, " ", -1);
  Wanted wanted = { g_strv_length (numbers), 0 };
  const char *id = "log";

  if (strstr (pattern, "month") != NULL || strstr (pattern, "year") != NULL)
    {
      id = "time";
      wanted.months = g_str_equal (pattern, "1-year") ? 12 : pattern[0] - '0';
    }

  CtgScale scale = ctg_scale_new (ctg_scale_desc_find (id), g_ascii_strtod (domain[0], NULL), g_ascii_strtod (domain[1], NULL), 0, 1);

  assert_ticks (ctg_scale_ticks (&scale, 1000, is_wanted, &wanted), expected);
}

/* scales.txt is written by make-scales.R. */
static void
test_scales_reference (void)
{
  g_autofree char *fixture = ctg_test_load ("unit/scale/scales.txt", NULL);
  g_auto(GStrv) lines = g_strsplit (fixture, "\n", -1);
  unsigned int n_places = 0;
  unsigned int n_ticks = 0;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      g_auto(GStrv) parts = g_strsplit (lines[i], " : ", 2);
      g_auto(GStrv) head = g_strsplit (parts[0], " ", -1);
      g_auto(GStrv) numbers = g_strsplit (g_strstrip (parts[1]), " ", -1);

      g_test_message ("%s", lines[i]);
      g_assert_cmpuint (g_strv_length (head), ==, 4);
      if (g_str_equal (head[0], "place"))
        {
          check_places (head[1], (const char *const *) head + 2, numbers);
          n_places++;
        }
      else
        {
          check_ticks (head[1], (const char *const *) head + 2, parts[1]);
          n_ticks++;
        }
    }
  g_assert_cmpuint (n_places, ==, 21);
  g_assert_cmpuint (n_ticks, ==, 24);
}

static void
test_log (void)
{
  CtgScale scale = ctg_scale_log (1, 6000, 100, 300);
  CtgScale one_value = ctg_scale_log (60, 60, 0, 1);
  CtgScale from_zero = ctg_scale_log (0, 50, 0, 1);
  CtgScale nothing = ctg_scale_log (-3, 0, 0, 1);
  CtgScale short_one = ctg_scale_log (120, 131, 0, 1);
  CtgScale nice = ctg_scale_log (3, 4100, 0, 1);

  g_assert_cmpfloat (one_value.domain_min, ==, 10);
  g_assert_cmpfloat (one_value.domain_max, ==, 100);
  g_assert_cmpfloat (from_zero.domain_min, ==, 5);
  g_assert_cmpfloat (nothing.domain_min, ==, 1);
  g_assert_cmpfloat (nothing.domain_max, ==, 10);

  /* What has no logarithm has a place all the same, and never an infinite one. */
  g_assert_cmpfloat (ctg_scale_map (&scale, 0), ==, 100);
  g_assert_cmpfloat (ctg_scale_map (&scale, -5), ==, 100);
  g_assert_cmpfloat (ctg_scale_map (&scale, NAN), ==, 100);

  /* As fine as the number wanted allows. */
  assert_ticks (ctg_scale_ticks (&scale, 6, NULL, NULL), "1 2 5 10 20 50 100 200 500 1000 2000 5000");
  assert_ticks (ctg_scale_ticks (&scale, 4, NULL, NULL), "1 10 100 1000");
  assert_ticks (ctg_scale_ticks (&short_one, 5, NULL, NULL), "120 122.5 125 127.5 130");

  unsigned int n_calls = 0;
  g_autoptr(CtgTicks) coarsest = ctg_scale_ticks (&scale, 6, fits_never, &n_calls);

  g_assert_cmpuint (coarsest->n, ==, 1);

  ctg_scale_nice (&nice, 4, NULL, NULL);
  g_assert_cmpfloat (nice.domain_min, ==, 1);
  g_assert_cmpfloat (nice.domain_max, ==, 10000);
}

static void
test_sqrt (void)
{
  CtgScale scale = ctg_scale_sqrt (0, 6000, 0, 1);
  CtgScale both = ctg_scale_sqrt (-400, 400, 0, 1);
  CtgScale small = ctg_scale_sqrt (0, 0.3, 0, 1);
  CtgScale far = ctg_scale_sqrt (1000, 1010, 0, 1);
  g_autoptr(CtgTicks) few = ctg_scale_ticks (&small, 4, NULL, NULL);

  g_assert_cmpfloat_with_epsilon (ctg_scale_map (&both, -100), 0.25, 1e-12);
  g_assert_cmpfloat_with_epsilon (ctg_scale_invert (&both, 0.25), -100, 1e-9);
  assert_ticks (ctg_scale_ticks (&scale, 5, NULL, NULL), "0 100 500 1000 2000 5000");
  assert_ticks (ctg_scale_ticks (&scale, 3, NULL, NULL), "0 500 2000 5000");
  assert_ticks (ctg_scale_ticks (&both, 3, NULL, NULL), "-200 0 200");
  assert_ticks (ctg_scale_ticks (&far, 5, NULL, NULL), "1000 1002.5 1005 1007.5 1010");
  g_assert_cmpuint (few->decimals, ==, 2);

  for (double length = 60; length <= 400; length += 10)
    {
      g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, 8, fits_along, &length);

      g_assert_cmpfloat (ticks->n * 30, <=, length);
      g_assert_cmpfloat (ticks->values[0], ==, 0);
    }
}

/* A whole number where whole is asked for, in labels of 18 units, four times as many as there is room for three. */
static bool
fits_people (const CtgTicks *ticks,
             gpointer        user_data)
{
  const CtgScale *scale = user_data;

  for (unsigned int i = 1; i < ticks->n; i++)
    {
      if (ctg_scale_map (scale, ticks->values[i]) - ctg_scale_map (scale, ticks->values[i - 1]) < 18)
        return false;
    }

  return ticks->decimals == 0;
}

static char *
dup_people_ticks (const char *id,
                  double      low,
                  double      high)
{
  CtgScale scale = ctg_scale_new (ctg_scale_desc_find (id), low, high, 0, 220);
  g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, 5, fits_people, &scale);

  return format_ticks (ticks);
}

/* Few ticks tell little: small and odd domains too have three wherever three whole numbers lie in them with room between. */
static void
test_enough (void)
{
  static const struct
  {
    const char *id;
    double low;
    double high;
    const char *ticks;
  } cases[] = {
    { "sqrt", 0, 2, "0 1 2" }, { "sqrt", 0, 3, "0 1 2" }, { "sqrt", 0, 4, "0 1 2" }, { "sqrt", 0, 6, "0 1 2 5" }, { "sqrt", 2, 5, "2 3 4 5" },
    { "sqrt", -1, 3, "-1 0 1 2" }, { "sqrt", 0, 49, "0 1 4 10 20 40" }, { "sqrt", 407352, 4245340, "1000000 2000000 4000000" },
    { "log", 1, 3, "1 2 3" }, { "log", 2, 3, "2 3" }, { "log", 20000, 65430, "20000 30000 40000 50000 60000" }, { "linear", 0, 2, "0 1 2" },
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      g_autofree char *ticks = dup_people_ticks (cases[k].id, cases[k].low, cases[k].high);

      g_test_message ("%s %g %g", cases[k].id, cases[k].low, cases[k].high);
      g_assert_cmpstr (ticks, ==, cases[k].ticks);
    }
}

/* Longer labels: at most so many of them. */
static bool
fits_few (const CtgTicks *ticks,
          gpointer        user_data)
{
  return ticks->n <= *(unsigned int *) user_data;
}

/* The same for several hundred domains of any size: three ticks at least, and no large part of the axis without. */
static void
test_enough_anywhere (void)
{
  static const char *const ids[] = { "linear", "log", "sqrt" };

  for (unsigned int i = 0; i < 1500; i++)
    {
      bool log = i % 3 == 1;
      double high = ceil (pow (10, g_test_rand_double_range (0.5, 8)));
      /* An axis of ratios begins with a tick. */
      double low = log ? ctg_ticks_get_decimal (1, floor (log10 (high)) - i % 5) : i % 2 == 0 ? 0 : high *g_test_rand_double_range (-1, 0.9);
      CtgScale scale = ctg_scale_new (ctg_scale_desc_find (ids[i % 3]), low, high, 0, 1);
      unsigned int most = g_test_rand_int_range (5, 9);
      g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, g_test_rand_int_range (3, 8), fits_few, &most);
      g_autofree char *text = format_ticks (ticks);

      g_test_message ("%s %.12g %.12g: %s", ids[i % 3], low, high, text);
      g_assert_cmpuint (ticks->n, >=, 3);
      g_assert_cmpuint (ticks->n, <=, most);
      g_assert_cmpfloat (ctg_scale_map (&scale, ticks->values[0]), <, 0.45);
      g_assert_cmpfloat (ctg_scale_map (&scale, ticks->values[ticks->n - 1]), >, 0.6);
    }
}

/* Nothing is told from zero there, and an axis has to be one all the same. */
static void
test_least (void)
{
  static const double highs[] = { 3e-320, 3e-300, 9e-251 };
  static const char *const ids[] = { "linear", "sqrt", "log" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (highs) * G_N_ELEMENTS (ids); i++)
    {
      CtgScale scale = ctg_scale_new (ctg_scale_desc_find (ids[i % 3]), 0, highs[i / 3], 0, 1);
      g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, 5, NULL, NULL);

      g_assert_cmpfloat (scale.domain_min, ==, i % 3 == 2 ? 1 : 0);
      g_assert_cmpfloat (scale.domain_max, ==, i % 3 == 2 ? 10 : 1);
      g_assert_cmpuint (ticks->n, >=, 3);
    }

  CtgScale least = ctg_scale_linear (0, CTG_SCALE_LEAST, 0, 1);
  g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&least, 5, NULL, NULL);

  g_assert_cmpfloat (least.domain_max, ==, CTG_SCALE_LEAST);
  g_assert_cmpuint (ticks->n, >=, 3);
  for (unsigned int k = 1; k < ticks->n; k++)
    g_assert_cmpfloat (ticks->values[k], >, ticks->values[k - 1]);
}

/* Both sides of the gap are to one measure, and there and back again is the same number. */
static void
test_broken (void)
{
  CtgScale scale = ctg_scale_broken (0, 500, 5800, 6000, 10, 110);
  CtgScale far = ctg_scale_broken (0, 1, 1e300, 1.5e300, 0, 1);
  g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&far, 5, NULL, NULL);
  double below = ctg_scale_map (&scale, 200) - ctg_scale_map (&scale, 100);
  double above = ctg_scale_map (&scale, 6000) - ctg_scale_map (&scale, 5900);

  g_assert_cmpfloat_with_epsilon (below, above, 1e-9);
  g_assert_cmpfloat_with_epsilon (ctg_scale_map (&scale, 5800) - ctg_scale_map (&scale, 500), 100 * CTG_SCALE_GAP, 1e-9);
  g_assert_cmpfloat (ctg_scale_map (&scale, 0), ==, 10);
  g_assert_cmpfloat_with_epsilon (ctg_scale_map (&scale, 6000), 110, 1e-9);
  for (double value = 0; value <= 6000; value += 50)
    g_assert_cmpfloat_with_epsilon (ctg_scale_invert (&scale, ctg_scale_map (&scale, value)), value, 1e-6);
  assert_ticks (ctg_scale_ticks (&scale, 7, NULL, NULL), "0 100 200 300 400 500 5800 5900 6000");

  /* The steps wanted would leave the short piece above the gap without a number. */
  CtgScale scant = ctg_scale_broken (0, 30, 52, 57, 0, 1);
  unsigned int three = 3;

  assert_ticks (ctg_scale_ticks (&scant, 3, NULL, NULL), "0 5 10 15 20 25 30 55");
  assert_ticks (ctg_scale_ticks (&scant, 3, fits_few, &three), "0 30 55");
  g_assert_cmpuint (ticks->n, >=, 1);
}

static void
test_time (void)
{
  int month;
  double start = ctg_scale_get_day (2012, 1);
  CtgScale scale = ctg_scale_time (start, ctg_scale_get_day (2016, 1), 0, 1461);
  CtgScale nice = ctg_scale_time (start + 40, start + 700, 0, 1);
  CtgScale day = ctg_scale_time (start + 3, start + 4, 0, 1);
  CtgScale wild = ctg_scale_time (-1e12, 1e12, 0, 1);
  g_autoptr(CtgTicks) few = ctg_scale_ticks (&day, 5, NULL, NULL);
  g_autoptr(CtgTicks) all = ctg_scale_ticks (&wild, 5, NULL, NULL);

  /* Four years with one leap day among them, and that in the first. */
  g_assert_cmpfloat (ctg_scale_map (&scale, ctg_scale_get_day (2013, 1)), ==, 366);
  g_assert_cmpfloat (ctg_scale_map (&scale, ctg_scale_get_day (2014, 1)), ==, 731);
  g_assert_cmpfloat (ctg_scale_invert (&scale, 366), ==, ctg_scale_get_day (2013, 1));
  g_assert_cmpint (ctg_scale_get_year (start + 365, &month), ==, 2012);
  g_assert_cmpint (month, ==, 12);
  g_assert_cmpint (ctg_scale_get_year (start + 366, NULL), ==, 2013);
  g_assert_cmpint (ctg_scale_get_month (start + 31), ==, 2012 * 12 + 1);
  g_assert_cmpfloat (ctg_scale_get_month_day (2012 * 12 + 1), ==, start + 31);

  g_autoptr(CtgTicks) years = ctg_scale_ticks (&scale, 5, NULL, NULL);
  g_autoptr(CtgTicks) quarters = ctg_scale_ticks (&scale, 15, NULL, NULL);

  g_assert_cmpuint (years->months, ==, 12);
  g_assert_cmpuint (years->n, ==, 5);
  g_assert_cmpuint (quarters->months, ==, 3);
  g_assert_cmpuint (quarters->n, ==, 17);

  ctg_scale_nice (&nice, 3, NULL, NULL);
  g_assert_cmpfloat (nice.domain_min, ==, start);
  g_assert_cmpfloat (nice.domain_max, ==, ctg_scale_get_day (2014, 1));

  g_assert_cmpuint (few->n, ==, 1);
  g_assert_cmpuint (all->n, >, 0);
}

/* Whatever the domain, ticks are finite, ascending and inside. */
static void
test_any_domain (void)
{
  static const char *const ids[] = { "linear", "log", "sqrt", "time" };

  for (unsigned int i = 0; i < 4000; i++)
    {
      double low = pow (10, g_test_rand_double_range (-12, 12)) * (i % 5 == 0 ? -1 : 1);
      double size = pow (10, g_test_rand_double_range (-6, 12));
      unsigned int wanted = g_test_rand_int_range (0, 12);
      unsigned int n_calls = 0;
      CtgScale scale = ctg_scale_new (ctg_scale_desc_find (ids[i % 4]), low, low + size, 0, 1);
      g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, wanted, i % 3 == 0 ? fits_never : NULL, &n_calls);

      g_assert_cmpuint (ticks->n, >=, 1);
      for (unsigned int k = 0; k < ticks->n; k++)
        {
          g_assert_true (isfinite (ticks->values[k]));
          g_assert_true (isfinite (ctg_scale_map (&scale, ticks->values[k])));
          g_assert_true (k == 0 || ticks->values[k] > ticks->values[k - 1]);
        }
      ctg_scale_nice (&scale, wanted, NULL, NULL);
      g_assert_cmpfloat (scale.domain_min, <, scale.domain_max);
    }
}

static void
test_no_extent (void)
{
  CtgScale zero = ctg_scale_linear (0, 0, 0, 100);
  CtgScale one_value = ctg_scale_linear (7, 7, 0, 100);
  CtgScale negative = ctg_scale_linear (-7, -7, 0, 100);
  CtgScale none = ctg_scale_linear (NAN, INFINITY, 0, 100);
  CtgScale swapped = ctg_scale_linear (9, 3, 0, 100);
  CtgScale no_room = ctg_scale_linear (0, 1, 50, 50);

  g_assert_cmpfloat (zero.domain_max, ==, 1);
  g_assert_cmpfloat (one_value.domain_min, ==, 0);
  g_assert_cmpfloat (one_value.domain_max, ==, 7);
  g_assert_cmpfloat (negative.domain_min, ==, -7);
  g_assert_cmpfloat (negative.domain_max, ==, 0);
  g_assert_cmpfloat (none.domain_max, ==, 1);
  g_assert_cmpfloat (swapped.domain_min, ==, 3);
  g_assert_cmpfloat (ctg_scale_invert (&no_room, 50), ==, 0);
}

/* After nice() the ticks end where the domain ends, whatever the data. */
static void
test_nice (void)
{
  for (unsigned int i = 0; i < 3000; i++)
    {
      double low = i % 3 == 0 ? 0 : g_test_rand_double_range (-1000, 1000);
      double size = pow (10, g_test_rand_double_range (-3, 6));
      unsigned int wanted = g_test_rand_int_range (2, 12);
      CtgScale scale = ctg_scale_linear (low, low + size, 0, 100);

      ctg_scale_nice (&scale, wanted, NULL, NULL);

      g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, wanted, NULL, NULL);

      g_assert_cmpfloat (scale.domain_min, <=, low);
      g_assert_cmpfloat (scale.domain_max, >=, low + size);
      g_assert_cmpfloat (ticks->values[0], ==, scale.domain_min);
      g_assert_cmpfloat (ticks->values[ticks->n - 1], ==, scale.domain_max);
    }

  CtgScale scale = ctg_scale_linear_zero (14, 5800, 0, 100);

  ctg_scale_nice (&scale, 4, NULL, NULL);
  g_assert_cmpfloat (scale.domain_max, ==, 6000);
  assert_ticks (ctg_scale_ticks (&scale, 4, NULL, NULL), "0 2000 4000 6000");
}

static void
test_ticks_inside (void)
{
  CtgScale scale = ctg_scale_linear (0, 26583, 0, 100);
  g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, 5, NULL, NULL);

  g_assert_cmpuint (ticks->n, >=, 3);
  g_assert_cmpfloat (ticks->values[0], ==, 0);
  g_assert_cmpfloat (ticks->values[ticks->n - 1], <=, 26583);
}

static void
test_bands (void)
{
  /* Four bands of three quarters, half a gap outside: each owns 25 of 100. */
  for (unsigned int i = 0; i < 4; i++)
    {
      CtgBand band = ctg_band (4, i, 0, 100, 0.25, 0.125);
      CtgBand back = ctg_band (4, i, 100, 0, 0.25, 0.125);

      g_assert_cmpfloat_with_epsilon (band.centre, 12.5 + 25 * i, 1e-9);
      g_assert_cmpfloat_with_epsilon (band.size, 18.75, 1e-9);
      g_assert_cmpfloat_with_epsilon (band.start + band.size / 2, band.centre, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.centre, 100 - band.centre, 1e-9);
      g_assert_cmpfloat_with_epsilon (back.size, band.size, 1e-9);
      g_assert_cmpuint (ctg_band_find (4, 0, 100, 0.25, 0.125, band.centre), ==, i);
      g_assert_cmpuint (ctg_band_find (4, 100, 0, 0.25, 0.125, back.centre), ==, i);
      g_assert_cmpuint (ctg_band_find (4, 0, 100, 0.25, 0.125, band.start - 3), ==, i);
      g_assert_cmpuint (ctg_band_find (4, 0, 100, 0.25, 0.125, band.start + band.size + 3), ==, i);
    }

  /* Without outer gaps the bands reach the ends. */
  g_assert_cmpfloat (ctg_band (3, 0, 10, 70, 0.5, 0).start, ==, 10);
  g_assert_cmpfloat_with_epsilon (ctg_band (3, 2, 10, 70, 0.5, 0).start + ctg_band (3, 2, 10, 70, 0.5, 0).size, 70, 1e-9);

  g_assert_cmpfloat (ctg_band (0, 0, 10, 70, 0.5, 0).size, ==, 0);
  g_assert_cmpuint (ctg_band_find (0, 10, 70, 0.5, 0, 20), ==, 0);
  g_assert_cmpuint (ctg_band_find (3, 10, 70, 0.5, 0, -1000), ==, 0);
  g_assert_cmpuint (ctg_band_find (3, 10, 70, 0.5, 0, 1000), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/ticks/reference", test_reference);
  g_test_add_func ("/ticks/exact", test_exact);
  g_test_add_func ("/ticks/fits", test_fits);
  g_test_add_func ("/ticks/odd-domains", test_odd_domains);
  g_test_add_func ("/scale/linear", test_linear);
  g_test_add_func ("/scale/reference", test_scales_reference);
  g_test_add_func ("/scale/log", test_log);
  g_test_add_func ("/scale/sqrt", test_sqrt);
  g_test_add_func ("/scale/enough", test_enough);
  g_test_add_func ("/scale/enough-anywhere", test_enough_anywhere);
  g_test_add_func ("/scale/least", test_least);
  g_test_add_func ("/scale/broken", test_broken);
  g_test_add_func ("/scale/time", test_time);
  g_test_add_func ("/scale/any-domain", test_any_domain);
  g_test_add_func ("/scale/no-extent", test_no_extent);
  g_test_add_func ("/scale/nice", test_nice);
  g_test_add_func ("/scale/ticks-inside", test_ticks_inside);
  g_test_add_func ("/scale/bands", test_bands);

  return g_test_run ();
}
