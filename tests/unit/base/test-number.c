/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers for machines, and lengths. */

#include "base/ctg-number.h"

#include <math.h>
#include <string.h>

#include "ctg-test.h"

static void
assert_shortest (double      value,
                 const char *expected)
{
  g_autoptr(GString) string = g_string_new (NULL);

  ctg_number_append_shortest (string, value);
  g_assert_cmpstr (string->str, ==, expected);
}

static void
test_shortest (void)
{
  assert_shortest (0, "0");
  assert_shortest (-0.0, "-0");
  assert_shortest (0.1, "0.1");
  assert_shortest (-2.5, "-2.5");
  assert_shortest (6000, "6000");
  assert_shortest (26583, "26583");
  assert_shortest (1e14, "100000000000000");
  assert_shortest (1e300, "1e+300");
  assert_shortest (0.1 + 0.2, "0.30000000000000004");
  assert_shortest (9007199254740992, "9007199254740992");
  assert_shortest (5e-324, "4.94065645841247e-324");
  assert_shortest (1.0 / 3, "0.3333333333333333");

  /* The short way for plain decimals writes what printf does. */
  for (int whole = -40001; whole < 40000; whole += 7)
    {
      for (double power = 10; power <= 1e7; power *= 10)
        {
          char expected[G_ASCII_DTOSTR_BUF_SIZE];

          g_ascii_formatd (expected, sizeof expected, "%.15g", whole * 13 / power);
          if (g_ascii_strtod (expected, NULL) == whole * 13 / power)
            assert_shortest (whole * 13 / power, expected);
        }
    }
}

static void
test_round_trip (void)
{
  for (unsigned int i = 0; i < 20000; i++)
    {
      union
      {
        guint64 bits;
        double value;
      } number = { ((guint64) g_test_rand_int () << 32) | (guint32) g_test_rand_int () };

      if (!isfinite (number.value))
        continue;

      g_autoptr(GString) string = g_string_new (NULL);

      ctg_number_append_shortest (string, number.value);
      g_assert_cmpfloat (g_ascii_strtod (string->str, NULL), ==, number.value);
      g_assert_cmpuint (string->len, <=, 24);
    }
}

static void
assert_fixed (double       value,
              unsigned int decimals,
              const char  *expected)
{
  g_autoptr(GString) string = g_string_new ("x");

  ctg_number_append_fixed (string, value, decimals);
  g_assert_cmpstr (string->str + 1, ==, expected);
}

static void
test_fixed (void)
{
  assert_fixed (0, 2, "0");
  assert_fixed (-0.0, 2, "0");
  assert_fixed (-0.001, 2, "0");
  assert_fixed (0.005, 3, "0.005");
  assert_fixed (12.5, 3, "12.5");
  assert_fixed (12.3456, 2, "12.35");
  assert_fixed (-12.3456, 2, "-12.35");
  assert_fixed (100, 3, "100");
  assert_fixed (99.9999, 2, "100");
  assert_fixed (1234567.25, 1, "1234567.3");
  assert_fixed (0.05, 1, "0.1");
  assert_fixed (7, 0, "7");
  assert_fixed (7.5, 0, "8");
  assert_fixed (123456789012.0, 3, "123456789012");
  assert_fixed (1e300, 3, "1e+300");
}

static void
test_length (void)
{
  static const struct
  {
    const char *text;
    double points;
  } good[] = {
    { "89mm", 252.28346456692913 }, { "3.5 in", 252 }, { "12cm", 340.15748031496065 }, { "200pt", 200 }, { "96px", 72 }, { " 1.50in ", 108 },
  };
  static const char *const bad[] = {
    "", "89", "mm", "-1mm", "0mm", "0.000in", "inf in", "nanmm", "1e3mm", "0x10mm", "1,5cm", "89 m m", "89mmx", "1.2.3in", ".mm", "9999999999999999999999mm", "12em", "12%",
  };
  double points = -1;

  for (unsigned int i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (ctg_length_parse (good[i].text, &points));
      g_assert_cmpfloat_with_epsilon (points, good[i].points, 1e-9);
    }

  points = -1;
  for (unsigned int i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_test_message ("“%s”", bad[i]);
      g_assert_false (ctg_length_parse (bad[i], &points));
    }
  g_assert_cmpfloat (points, ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/number/shortest", test_shortest);
  g_test_add_func ("/number/round-trip", test_round_trip);
  g_test_add_func ("/number/fixed", test_fixed);
  g_test_add_func ("/number/length", test_length);

  return g_test_run ();
}
