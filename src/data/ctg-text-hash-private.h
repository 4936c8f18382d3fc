/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A hash for tables whose keys come from outside: SipHash-1-3 (Aumasson, Bernstein 2012) under a key drawn when the program starts, so that nobody can
 * choose words that all fall into one place. Never iterate over such a table: its order differs from run to run. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint64      ctg_siphash       (const guint8  key[16],
                                const guint8 *data,
                                size_t        length);
/* For g_hash_table_new() with g_str_equal(). */
unsigned int ctg_text_hash     (gconstpointer text);

G_END_DECLS
