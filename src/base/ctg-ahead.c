/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* MADV_POPULATE_WRITE, of Linux 5.14, changes nothing that a program could see; where it is not known, or the memory is not there any more, nothing happens. */

#include "base/ctg-ahead.h"

#include <sys/mman.h>

/* Asked for at once; the one before it is being filled meanwhile. */
#define CHUNK_BYTES ((size_t) 1 << 20)

/* With less, a thread takes as long to wake up as the pages do. */
#define MIN_BYTES (4 * CHUNK_BYTES)

/* Chunks begin where pages of any size do. */
#define PAGE_BYTES ((size_t) 65536)

#ifdef MADV_POPULATE_WRITE

static void
get_ready (gpointer place,
           gpointer user_data)
{
  madvise (place, CHUNK_BYTES, MADV_POPULATE_WRITE);
}

static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  /* One that is not exclusive starts its thread when there is something to do, and cannot fail before. */
  if (g_once_init_enter (&pool))
    g_once_init_leave (&pool, g_thread_pool_new (get_ready, NULL, 1, FALSE, NULL));

  return pool;
}

void
ctg_ahead_ask (CtgAhead *self)
{
  guintptr place = ((guintptr) self->data + self->next + CHUNK_BYTES + PAGE_BYTES - 1) / PAGE_BYTES * PAGE_BYTES;

  /* Nothing behind the end. */
  if (place + CHUNK_BYTES > (guintptr) self->data + self->end)
    {
      self->next = self->end;
      return;
    }

  g_thread_pool_push (get_pool (), (gpointer) place, NULL);
  self->next += CHUNK_BYTES;
}

#else

void
ctg_ahead_ask (CtgAhead *self)
{
  self->next = self->end;
}

#endif

void
ctg_ahead_begin (CtgAhead *self,
                 void     *data,
                 size_t    from,
                 size_t    end)
{
  g_return_if_fail (from <= end);

  *self = (CtgAhead) { data, from, end - from >= MIN_BYTES && g_get_num_processors () > 1 ? end : from };
  ctg_ahead_reach (self, from);
}
