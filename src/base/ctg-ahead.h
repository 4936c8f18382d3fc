/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Much memory that is filled from its beginning to its end: a page that is written for the first time takes the system a microsecond or two, and a thread asks
 * for the next ones meanwhile. Never for more than two MB of what may not be needed, and not at all where memory is little or there is one processor. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All zeros: nothing to be asked for. */
typedef struct
{
  char *data;
  size_t next; /* in bytes: when the filling comes here, more is asked for */
  size_t end;
} CtgAhead;

/* data is about to be filled from the byte from on, and not beyond end. */
void ctg_ahead_begin (CtgAhead *self,
                      void     *data,
                      size_t    from,
                      size_t    end);
/* Asks for the next megabyte, if there is as much; for ctg_ahead_reach() alone. */
void ctg_ahead_ask   (CtgAhead *self);

/* All before the byte at is filled. The memory may have been moved or freed: nothing is ever written by this, and what is asked for may be in vain. */
static inline void
ctg_ahead_reach (CtgAhead *self,
                 size_t    at)
{
  if (G_UNLIKELY (at >= self->next && self->next < self->end))
    ctg_ahead_ask (self);
}

G_END_DECLS
