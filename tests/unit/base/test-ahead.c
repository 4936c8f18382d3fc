/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Memory that is made ready while it is filled: what comes next is there, what is far off is not, and what is in it stays. */

#include "base/ctg-ahead.h"

#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

#define MEGABYTE ((size_t) 1 << 20)
#define SIZE (64 * MEGABYTE)

static bool
can_populate (void)
{
#ifdef MADV_POPULATE_WRITE
  size_t page = sysconf (_SC_PAGESIZE);
  void *memory = mmap (NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  bool can = madvise (memory, page, MADV_POPULATE_WRITE) == 0;

  munmap (memory, page);

  return can && g_get_num_processors () > 1;
#else
  return FALSE;
#endif
}

/* How many bytes from the byte at on are there, one megabyte after the other. */
static size_t
count_ready (char  *memory,
             size_t at)
{
  size_t page = sysconf (_SC_PAGESIZE);
  g_autofree unsigned char *ready = g_malloc0 (MEGABYTE / page);
  size_t n = 0;

  for (; at < SIZE; at += MEGABYTE)
    {
      g_assert_cmpint (mincore (memory + at, MEGABYTE, ready), ==, 0);
      for (size_t i = 0; i < MEGABYTE / page; i++)
        n += ready[i] & 1 ? page : 0;
    }

  return n;
}

/* The system may move and split what it is asked for; it is waited for, and never more than it should be. */
static void
test_ready (void)
{
  char *memory = mmap (NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CtgAhead ahead = { 0 };
  size_t at = 0;

  if (!can_populate ())
    {
      g_test_skip ("the system does not populate memory, or has one processor");
      munmap (memory, SIZE);
      return;
    }

  g_assert_true (memory != MAP_FAILED);
  madvise (memory, SIZE, MADV_NOHUGEPAGE);
  ctg_ahead_begin (&ahead, memory, 0, SIZE);
  for (; at < 10 * MEGABYTE; at += 1000)
    {
      memory[at] = 'x';
      ctg_ahead_reach (&ahead, at);
    }

  at = 10 * MEGABYTE;
  for (unsigned int i = 0; count_ready (memory, at) == 0 && i < 1000; i++)
    g_usleep (10000);
  g_assert_cmpuint (count_ready (memory, at), >, 0);
  g_usleep (50000);
  g_assert_cmpuint (count_ready (memory, at), <=, 2 * MEGABYTE);

  for (size_t i = 0; i < 10 * MEGABYTE; i++)
    g_assert_cmpint (memory[i], ==, i % 1000 == 0 ? 'x' : 0);
  munmap (memory, SIZE);
}

/* Of little memory, and behind the end, nothing is asked for. */
static void
test_little (void)
{
  char *memory = mmap (NULL, SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  CtgAhead nothing = { 0 };
  CtgAhead ahead = { 0 };

  g_assert_true (memory != MAP_FAILED);
  madvise (memory, SIZE, MADV_NOHUGEPAGE);
  ctg_ahead_reach (&nothing, SIZE);
  ctg_ahead_begin (&ahead, memory, 60 * MEGABYTE, 63 * MEGABYTE);
  for (size_t at = 60 * MEGABYTE; at <= 64 * MEGABYTE; at += 1000)
    ctg_ahead_reach (&ahead, at);
  ctg_ahead_begin (&ahead, memory, 0, 5 * MEGABYTE);
  for (size_t at = 0; at <= 20 * MEGABYTE; at += 1000)
    ctg_ahead_reach (&ahead, at);

  g_usleep (50000);
  g_assert_cmpuint (count_ready (memory, 5 * MEGABYTE), ==, 0);
  munmap (memory, SIZE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ahead/ready", test_ready);
  g_test_add_func ("/ahead/little", test_little);

  return g_test_run ();
}
