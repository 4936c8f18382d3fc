/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* zlib streams in memory. */

#pragma once

#include <gio/gio.h>
#include <zlib.h>

G_BEGIN_DECLS

/* zlib's memLevel. It clears as much as this means, over and over: with a larger one it takes a third longer for not even 1 %. */
#define CTG_DEFLATE_MEMORY 7

/* How hard zlib looks for what it can say shorter; the last four are those of deflateTune(). */
typedef struct
{
  int level;    /* 1 to 3 take a match as it comes, 4 to 9 look whether the next byte has a longer one */
  int good;     /* having found so long a match, it looks at a quarter of the others */
  int lazy;     /* up to level 3: the longest match whose inside may be found later; from 4 on: having one so long, it does not look at the next byte */
  int nice;     /* so long a match is taken without looking for others */
  int chain;    /* so many are looked at */
} CtgDeflateEffort;

/* After deflateInit2() with the level of effort, and after each deflateReset(). */
void    ctg_deflate_tune (z_stream               *stream,
                          const CtgDeflateEffort *effort);
GBytes *ctg_deflate      (const void             *data,
                          size_t                  length,
                          const CtgDeflateEffort *effort) G_GNUC_WARN_UNUSED_RESULT;
/* NULL and an error when the stream is damaged or gives more than limit bytes. */
GBytes *ctg_inflate      (const void *data,
                          size_t      length,
                          size_t      limit,
                          GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
