/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hint changes nothing: neither the array it is given for nor what stands before and behind it. */

#include "base/ctg-memory.h"

#include "ctg-test.h"

static void
test_will_fill (void)
{
  static const gsize sizes[] = { 0, 1, 4096, 1 << 20, (2 << 20) + 1, 9 << 20 };
  static const gsize offsets[] = { 0, 8, 4096, 2 << 20 };
  gsize length = 12 << 20;
  g_autofree guint32 *words = g_new (guint32, length / sizeof *words);

  for (gsize i = 0; i < length / sizeof *words; i++)
    words[i] = i * 2654435761u;

  for (unsigned int s = 0; s < G_N_ELEMENTS (sizes); s++)
    for (unsigned int o = 0; o < G_N_ELEMENTS (offsets); o++)
      ctg_memory_will_fill ((char *) words + offsets[o], sizes[s]);

  for (gsize i = 0; i < length / sizeof *words; i++)
    if (words[i] != (guint32) (i * 2654435761u))
      g_error ("word %" G_GSIZE_FORMAT " has changed", i);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/memory/will-fill", test_will_fill);

  return g_test_run ();
}
