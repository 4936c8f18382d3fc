/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Check sums: the published examples, and what GLib says of texts of every length around the size of a block. */

#include "base/ctg-sha256.h"

#include "ctg-test.h"

/* Examples of FIPS 180-2, appendix B, and RFC 6234, section 8.5. */
static void
test_examples (void)
{
  g_autofree char *abc = ctg_sha256 ("abc", 3);
  g_autofree char *nothing = ctg_sha256 (NULL, 0);

  g_assert_cmpstr (abc, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (nothing, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_lengths (void)
{
  char text[300];

  for (unsigned int i = 0; i < sizeof text; i++)
    text[i] = i * 7;
  for (unsigned int length = 0; length <= sizeof text; length++)
    {
      g_autofree char *ours = ctg_sha256 (text, length);
      g_autofree char *glibs = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guint8 *) text, length);

      g_assert_cmpstr (ours, ==, glibs);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/sha256/examples", test_examples);
  g_test_add_func ("/sha256/lengths", test_lengths);
  return g_test_run ();
}
