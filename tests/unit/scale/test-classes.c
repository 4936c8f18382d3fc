/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classes against those of R, and what becomes of ties, of few numbers and of none. */

#include "scale/ctg-classes.h"

#include <math.h>

#include "ctg-test.h"

static GArray *
read_numbers (const char *text)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (double));
  g_auto(GStrv) parts = g_strsplit (text, " ", -1);

  for (unsigned int i = 0; parts[i] != NULL; i++)
    {
      double number = g_ascii_strtod (parts[i], NULL);

      if (parts[i][0] != '\0')
        g_array_append_val (numbers, number);
    }

  return numbers;
}

/* R keeps breaks that are equal; ours rise strictly, so equal ones count once. */
static void
check_breaks (const CtgClasses *classes,
              GArray           *expected)
{
  unsigned int k = 0;

  for (unsigned int i = 0; i < expected->len; i++)
    {
      double at = g_array_index (expected, double, i);

      if (i > 0 && at <= g_array_index (expected, double, i - 1))
        continue;
      g_assert_cmpuint (k, <=, classes->n);
      g_assert_cmpfloat_with_epsilon (classes->breaks[k++], at, 1e-9 * MAX (1, fabs (at)));
    }
  g_assert_cmpuint (k, ==, classes->n + 1);
}

/* Each number is in the same class as R puts it in, whose breaks lie between the numbers. */
static void
check_members (const CtgClasses *classes,
               GArray           *numbers,
               GArray           *expected)
{
  g_assert_cmpuint (classes->n, ==, expected->len - 1);
  for (unsigned int i = 0; i < numbers->len; i++)
    {
      double number = g_array_index (numbers, double, i);
      unsigned int k = 0;

      while (k + 2 < expected->len && number >= g_array_index (expected, double, k + 1))
        k++;
      g_assert_cmpuint (ctg_classes_find (classes, number), ==, k);
    }
}

/* classes.txt is written by make-classes.R. */
static void
test_reference (void)
{
  g_autofree char *fixture = ctg_test_load ("unit/scale/classes.txt", NULL);
  g_auto(GStrv) lines = g_strsplit (fixture, "\n", -1);
  unsigned int n = 0;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      if (lines[i][0] == '#' || lines[i][0] == '\0')
        continue;

      g_auto(GStrv) parts = g_strsplit (lines[i], " : ", 3);
      g_auto(GStrv) head = g_strsplit (parts[0], " ", 2);
      g_autoptr(GArray) numbers = read_numbers (parts[1]);
      g_autoptr(GArray) expected = read_numbers (parts[2]);
      unsigned int wanted = (unsigned int) g_ascii_strtoull (head[1], NULL, 10);
      const double *data = (const double *) (void *) numbers->data;
      CtgClassing classing = g_str_equal (head[0], "quantile") ? CTG_CLASSES_QUANTILE : g_str_equal (head[0], "equal") ? CTG_CLASSES_EQUAL : CTG_CLASSES_JENKS;
      CtgClasses classes = ctg_classes_make (classing, data, numbers->len, wanted);

      g_test_message ("%s", lines[i]);
      n++;
      if (classing == CTG_CLASSES_JENKS)
        check_members (&classes, numbers, expected);
      else if (wanted <= 3 || numbers->len > 7)
        check_breaks (&classes, expected);
    }
  g_assert_cmpuint (n, ==, 45);
}

static void
test_few (void)
{
  static const double same[] = { 4, 4, 4 };
  static const double missing[] = { NAN, INFINITY };
  CtgClasses classes = ctg_classes_make (CTG_CLASSES_QUANTILE, same, 3, 5);

  g_assert_cmpuint (classes.n, ==, 1);
  g_assert_cmpuint (ctg_classes_find (&classes, 4), ==, 0);
  g_assert_cmpuint (ctg_classes_make (CTG_CLASSES_JENKS, missing, 2, 5).n, ==, 0);
  g_assert_cmpuint (ctg_classes_make (CTG_CLASSES_EQUAL, NULL, 0, 5).n, ==, 0);
}

static void
test_manual (void)
{
  static const double numbers[] = { 3, 250, 900, 6000 };
  static const double breaks[] = { 1, 100, 1000, 10000 };
  CtgClasses classes = ctg_classes_make_manual (breaks, 4, numbers, 4);

  g_assert_cmpuint (classes.n, ==, 3);
  g_assert_cmpfloat (classes.breaks[0], ==, 3);
  g_assert_cmpfloat (classes.breaks[1], ==, 100);
  g_assert_cmpfloat (classes.breaks[2], ==, 1000);
  g_assert_cmpfloat (classes.breaks[3], ==, 6000);
  g_assert_cmpuint (ctg_classes_find (&classes, 100), ==, 1);
  g_assert_cmpuint (ctg_classes_find (&classes, 6000), ==, 2);
  g_assert_cmpuint (ctg_classes_find (&classes, 99999), ==, 2);
}

/* Whatever is rounded, no number changes its class, and limits between whole numbers are whole. */
static void
test_rounded (void)
{
  static const CtgClassing classings[] = { CTG_CLASSES_QUANTILE, CTG_CLASSES_EQUAL, CTG_CLASSES_JENKS };
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (unsigned int round = 0; round < 600; round++)
    {
      unsigned int n = (unsigned int) g_rand_int_range (random, 1, 80);
      bool whole = round % 2 == 0;
      CtgClassing classing = classings[round % 3];
      double numbers[80];

      for (unsigned int i = 0; i < n; i++)
        {
          numbers[i] = exp (g_rand_double_range (random, -2, 9)) - (round % 5 == 4 ? 50 : 0);
          if (whole)
            numbers[i] = floor (numbers[i]);
        }

      CtgClasses exact = ctg_classes_make (classing, numbers, n, 2 + round % 8);
      CtgClasses rounded = exact;

      ctg_classes_round (&rounded, numbers, n, classing == CTG_CLASSES_EQUAL ? 0.02 : INFINITY);
      g_assert_cmpuint (rounded.n, ==, exact.n);
      for (unsigned int i = 0; i < n; i++)
        g_assert_cmpuint (ctg_classes_find (&rounded, numbers[i]), ==, ctg_classes_find (&exact, numbers[i]));
      for (unsigned int k = 1; k < rounded.n; k++)
        {
          double width = exact.breaks[k + 1] - exact.breaks[k];

          g_assert_cmpfloat (rounded.breaks[k], >, rounded.breaks[k - 1]);
          if (classing == CTG_CLASSES_EQUAL)
            g_assert_cmpfloat (fabs (rounded.breaks[k] - exact.breaks[k]), <=, MAX (width * 0.03, whole ? 1 : 0));
          if (whole && width >= 1)
            g_assert_cmpfloat (rounded.breaks[k], ==, floor (rounded.breaks[k]));
        }
    }

  static const double persons[] = { 3, 90, 134, 135, 700, 2900 };
  CtgClasses classes = ctg_classes_make (CTG_CLASSES_QUANTILE, persons, 6, 2);

  g_assert_cmpfloat (classes.breaks[1], ==, 134.5);
  ctg_classes_round (&classes, persons, 6, INFINITY);
  g_assert_cmpfloat (classes.breaks[1], ==, 135);
  classes = ctg_classes_make (CTG_CLASSES_QUANTILE, persons, 6, 3);
  ctg_classes_round (&classes, persons, 6, INFINITY);
  g_assert_cmpfloat (classes.breaks[1], ==, 100);
  g_assert_cmpfloat (classes.breaks[2], ==, 300);
  classes = ctg_classes_make (CTG_CLASSES_JENKS, persons, 6, 3);
  ctg_classes_round (&classes, persons, 6, INFINITY);
  g_assert_cmpfloat (classes.breaks[2], ==, 2000);
  g_assert_cmpfloat (classes.breaks[3], ==, 2900);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/classes/reference", test_reference);
  g_test_add_func ("/classes/few", test_few);
  g_test_add_func ("/classes/manual", test_manual);
  g_test_add_func ("/classes/rounded", test_rounded);

  return g_test_run ();
}
