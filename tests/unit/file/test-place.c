/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Tests of what is said of places: the portal's paths and all others. */

#include "file/ctg-place.h"

static void
test_shown (void)
{
  static const struct
  {
    const char *path;
    const char *shown;
    bool portal;
  } cases[] = {
    { "/run/user/1000/doc/5c0ff3e/figure.svg", "figure.svg", true },
    { "/run/user/0/doc/5c0ff3e/a/b.json", "b.json", true },
    { "/run/flatpak/doc/5c0ff3e/figure.svg", "figure.svg", true },
    { "/run/user/1000/documents/figure.svg", "/run/user/1000/documents/figure.svg", false },
    { "/run/user/doctor/doc/figure.svg", "/run/user/doctor/doc/figure.svg", false },
    { "/srv/run/user/1000/doc/figure.svg", "/srv/run/user/1000/doc/figure.svg", false },
    { "/srv/doc/figure.svg", "/srv/doc/figure.svg", false },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GFile) file = g_file_new_for_path (cases[i].path);
      g_autofree char *shown = ctg_place_dup_shown (file);

      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_cmpint (ctg_place_is_from_portal (file), ==, cases[i].portal);
    }
}

static void
test_remote (void)
{
  g_autoptr(GFile) file = g_file_new_for_uri ("sftp://example.org/run/user/1000/doc/5c0ff3e/figure.svg");
  g_autofree char *shown = ctg_place_dup_shown (file);

  g_assert_false (ctg_place_is_from_portal (file));
  g_assert_cmpstr (shown, ==, "sftp://example.org/run/user/1000/doc/5c0ff3e/figure.svg");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/shown", test_shown);
  g_test_add_func ("/place/remote", test_remote);
  return g_test_run ();
}
