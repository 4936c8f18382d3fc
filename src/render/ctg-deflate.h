/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* zlib streams in memory. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* zlib's memLevel. It clears as much as this means, over and over: with a larger one it takes a third longer for not even 1 %. */
#define CTG_DEFLATE_MEMORY 7

/* level: 1, fast, to 9, small. */
GBytes *ctg_deflate (const void *data,
                     size_t      length,
                     int         level) G_GNUC_WARN_UNUSED_RESULT;
/* NULL and an error when the stream is damaged or gives more than limit bytes. */
GBytes *ctg_inflate (const void *data,
                     size_t      length,
                     size_t      limit,
                     GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
