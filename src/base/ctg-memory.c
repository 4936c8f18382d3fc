/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hints to the system about memory. It must not change what is in it, nor fail. */

#include "base/ctg-memory.h"

#include <stdint.h>
#include <sys/mman.h>

/* The usual size; where it is another one, the hint is still right. */
#define LARGE_PAGE ((uintptr_t) 2 * 1024 * 1024)

void
ctg_memory_will_fill (gpointer start,
                      gsize    size)
{
#ifdef MADV_HUGEPAGE
  uintptr_t first = ((uintptr_t) start + LARGE_PAGE - 1) & ~(LARGE_PAGE - 1);
  uintptr_t end = ((uintptr_t) start + size) & ~(LARGE_PAGE - 1);

  if (first < end)
    madvise ((void *) first, end - first, MADV_HUGEPAGE);
#endif
}
