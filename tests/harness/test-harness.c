/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of the test library: that it notices differences, and reports a program's end as it was. */

#include "ctg-test.h"

#include <string.h>

static void
test_first_difference (void)
{
  g_autofree char *same = ctg_test_first_difference ("a\nb\n", 4, "a\nb\n", 4);
  g_autofree char *other = ctg_test_first_difference ("a\nbread\n", 8, "a\nbroad\n", 8);
  g_autofree char *shorter = ctg_test_first_difference ("a\nb\n", 4, "a\n", 2);

  g_assert_null (same);
  g_assert_nonnull (strstr (other, "line 2, byte 4"));
  g_assert_nonnull (strstr (other, "expected: bread"));
  g_assert_nonnull (strstr (other, "found:    broad"));
  g_assert_nonnull (strstr (shorter, "(4 bytes expected, 2 found)"));
}

static void
test_golden_mismatch_fails (void)
{
  if (g_test_subprocess ())
    {
      g_setenv ("CTG_TEST_SRCDIR", ctg_test_temp_dir (), TRUE);
      g_unsetenv ("CTG_TEST_UPDATE");
      ctg_test_assert_golden ("nothing-here.svg", "<svg/>", -1);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
}

static void
test_golden_update (void)
{
  g_autofree char *source = g_strdup (g_getenv ("CTG_TEST_SRCDIR"));
  g_autofree char *contents = NULL;

  g_setenv ("CTG_TEST_SRCDIR", ctg_test_temp_dir (), TRUE);
  g_setenv ("CTG_TEST_UPDATE", "1", TRUE);
  ctg_test_assert_golden ("deep/er/new.txt", "one\ntwo\n", -1);
  g_unsetenv ("CTG_TEST_UPDATE");

  contents = ctg_test_load ("deep/er/new.txt", NULL);
  g_assert_cmpstr (contents, ==, "one\ntwo\n");
  ctg_test_assert_golden ("deep/er/new.txt", "one\ntwo\n", -1);

  g_setenv ("CTG_TEST_SRCDIR", source, TRUE);
}

static void
test_run (void)
{
  const char *const cat[] = { "sh", "-c", "cat; echo oops >&2; exit 3", NULL };
  const char *const killed[] = { "sh", "-c", "kill -9 $$", NULL };
  g_autoptr(CtgTestRun) run = ctg_test_run (cat, "a\0b", 3);
  g_autoptr(CtgTestRun) dead = ctg_test_run (killed, NULL, 0);

  g_assert_cmpint (run->status, ==, 3);
  g_assert_cmpmem (run->out, run->out_length, "a\0b", 3);
  g_assert_cmpstr (run->err, ==, "oops\n");
  g_assert_cmpint (dead->status, ==, 128 + 9);
  g_assert_cmpstr (dead->out, ==, "");
}

static void
test_temp_dir_removed (void)
{
  const char *note = g_getenv ("CTG_TEST_NOTE");
  g_autofree char *path = NULL;
  g_autofree char *noted = NULL;

  if (g_test_subprocess ())
    {
      g_autofree char *child = ctg_test_temp_path ("child");

      ctg_test_write_file (child, "x", 1);
      ctg_test_write_file (note, ctg_test_temp_dir (), -1);
      return;
    }

  path = ctg_test_temp_path ("note");
  g_setenv ("CTG_TEST_NOTE", path, TRUE);
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();

  noted = ctg_test_load_file (path, NULL);
  g_assert_cmpstr (noted, !=, ctg_test_temp_dir ());
  g_assert_false (g_file_test (noted, G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/harness/first-difference", test_first_difference);
  g_test_add_func ("/harness/golden/mismatch-fails", test_golden_mismatch_fails);
  g_test_add_func ("/harness/golden/update", test_golden_update);
  g_test_add_func ("/harness/run", test_run);
  g_test_add_func ("/harness/temp-dir-removed", test_temp_dir_removed);

  return g_test_run ();
}
