/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of numbers with open addressing, at most three quarters full, beside an array of the texts. A byte of each place's hash stands in an array of its
 * own, which stays near the processor where the table itself is too large for that: mostly it is all that is read to find that a text is new. The table
 * must not be walked in the order of its places, which differs from run to run. */

#include "data/ctg-text-index-private.h"

#include <string.h>

#include "data/ctg-text-hash-private.h"

#define FIRST_SLOTS 16u
#define CHUNK_BYTES 4096

typedef struct
{
  const char *text;
  unsigned int hash;
} Entry;

struct _CtgTextIndex
{
  GStringChunk *strings;
  GArray *entries;     /* Entry */
  guint8 *tags;          /* make_tag() of what is in each place; 0 where it is free */
  unsigned int *numbers; /* what is in each place that is taken */
  unsigned int n_slots;  /* a power of two */
};

static void
make_slots (CtgTextIndex *self)
{
  self->numbers = g_new (unsigned int, self->n_slots);
  self->tags = g_new (guint8, self->n_slots);
  /* In their order, once; asking for zeros, they would be given page by page as they are first read, and again as they are first written. */
  memset (self->tags, 0, self->n_slots);
}

CtgTextIndex *
ctg_text_index_new (unsigned int n_expected)
{
  CtgTextIndex *self = g_new (CtgTextIndex, 1);

  self->strings = g_string_chunk_new (CHUNK_BYTES);
  self->entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), n_expected);
  self->n_slots = FIRST_SLOTS;
  while (n_expected > self->n_slots / 4 * 3)
    self->n_slots *= 2;
  make_slots (self);

  return self;
}

void
ctg_text_index_free (CtgTextIndex *self)
{
  if (self == NULL)
    return;

  g_string_chunk_free (self->strings);
  g_array_unref (self->entries);
  g_free (self->tags);
  g_free (self->numbers);
  g_free (self);
}

/* Of the bits of a hash that say the least of its place; never 0. */
static guint8
make_tag (unsigned int hash)
{
  return hash >> 24 | 1;
}

/* The place where the text is, or would be put. */
static unsigned int
find_slot (const CtgTextIndex *self,
           const char         *text,
           unsigned int        hash)
{
  guint8 tag = make_tag (hash);
  unsigned int at = hash & (self->n_slots - 1);

  for (; self->tags[at] != 0; at = (at + 1) & (self->n_slots - 1))
    {
      if (self->tags[at] != tag)
        continue;

      const Entry *entry = &g_array_index (self->entries, Entry, self->numbers[at]);

      if (entry->hash == hash && strcmp (entry->text, text) == 0)
        break;
    }

  return at;
}

static void
fill_slot (CtgTextIndex *self,
           unsigned int  at,
           unsigned int  hash,
           unsigned int  number)
{
  self->tags[at] = make_tag (hash);
  self->numbers[at] = number;
}

static void
grow (CtgTextIndex *self)
{
  g_free (self->tags);
  g_free (self->numbers);
  self->n_slots *= 2;
  make_slots (self);

  for (unsigned int number = 0; number < self->entries->len; number++)
    {
      unsigned int hash = g_array_index (self->entries, Entry, number).hash;
      unsigned int at = hash & (self->n_slots - 1);

      while (self->tags[at] != 0)
        at = (at + 1) & (self->n_slots - 1);
      fill_slot (self, at, hash, number);
    }
}

unsigned int
ctg_text_index_add (CtgTextIndex *self,
                    const char   *text)
{
  unsigned int hash = ctg_text_hash (text);
  unsigned int at = find_slot (self, text, hash);

  if (self->tags[at] != 0)
    return self->numbers[at];

  if (self->entries->len + 1 > self->n_slots / 4 * 3)
    {
      grow (self);
      at = find_slot (self, text, hash);
    }

  Entry entry = { g_string_chunk_insert (self->strings, text), hash };

  fill_slot (self, at, hash, self->entries->len);
  g_array_append_val (self->entries, entry);

  return self->entries->len - 1;
}

int
ctg_text_index_find (const CtgTextIndex *self,
                     const char         *text)
{
  unsigned int at = find_slot (self, text, ctg_text_hash (text));

  return self->tags[at] != 0 ? (int) self->numbers[at] : -1;
}

const char *
ctg_text_index_get_text (const CtgTextIndex *self,
                         unsigned int        number)
{
  g_assert (number < self->entries->len);

  return g_array_index (self->entries, Entry, number).text;
}
