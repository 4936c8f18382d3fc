/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SipHash-1-3, as other languages take it for their tables. It must not be used where the result is kept or shown. */

#include "data/ctg-text-hash-private.h"

#include <string.h>

static inline guint64
rotate (guint64      x,
        unsigned int by)
{
  return x << by | x >> (64 - by);
}

static inline void
mix (guint64 v[4])
{
  v[0] += v[1];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[0] = rotate (v[0], 32);
  v[2] += v[3];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] += v[3];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] += v[1];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[2] = rotate (v[2], 32);
}

static inline guint64
read_word (const guint8 *data)
{
  guint64 word;

  memcpy (&word, data, sizeof word);

  return GUINT64_FROM_LE (word);
}

static inline void
absorb (guint64 v[4],
        guint64 word)
{
  v[3] ^= word;
  mix (v);
  v[0] ^= word;
}

/* The n bytes, at most seven, that end the data. */
static inline guint64
read_rest (const guint8 *data,
           size_t        length,
           unsigned int  n)
{
  guint64 rest = 0;

  if (n > 0 && length >= 8)
    return read_word (data + length - 8) >> (64 - 8 * n);
  for (unsigned int i = 0; i < n; i++)
    rest |= (guint64) data[i] << 8 * i;

  return rest;
}

guint64
ctg_siphash (const guint8  key[16],
             const guint8 *data,
             size_t        length)
{
  guint64 k0 = read_word (key), k1 = read_word (key + 8);
  guint64 v[4] = { k0 ^ 0x736f6d6570736575u, k1 ^ 0x646f72616e646f6du, k0 ^ 0x6c7967656e657261u, k1 ^ 0x7465646279746573u };
  unsigned int n_rest = length % 8;

  for (size_t i = 0; i < length - n_rest; i += 8)
    absorb (v, read_word (data + i));
  absorb (v, read_rest (data, length, n_rest) | (guint64) length << 56);

  v[2] ^= 0xff;
  for (unsigned int i = 0; i < 3; i++)
    mix (v);

  return v[0] ^ v[1] ^ v[2] ^ v[3];
}

unsigned int
ctg_text_hash (gconstpointer text)
{
  static guint8 key[16];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (unsigned int i = 0; i < sizeof key; i++)
        key[i] = g_random_int () & 0xff;
      g_once_init_leave (&ready, 1);
    }

  return (unsigned int) ctg_siphash (key, text, strlen (text));
}
