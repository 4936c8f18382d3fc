/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of numbers with open addressing, at most three quarters full, beside an array of the texts. It must not be walked in the order of its
 * places, which differs from run to run. */

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
  unsigned int *slots; /* number + 1; 0 where it is free */
  unsigned int n_slots; /* a power of two */
};

static void
make_slots (CtgTextIndex *self)
{
  self->slots = g_new (unsigned int, self->n_slots);
  /* In their order, once; asking for zeros, they would be given page by page as they are first read, and again as they are first written. */
  memset (self->slots, 0, self->n_slots * sizeof *self->slots);
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
  g_free (self->slots);
  g_free (self);
}

/* Where the text is, or would be put. */
static unsigned int *
find_slot (const CtgTextIndex *self,
           const char         *text,
           unsigned int        hash)
{
  unsigned int at = hash & (self->n_slots - 1);

  while (self->slots[at] != 0)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, self->slots[at] - 1);

      if (entry->hash == hash && strcmp (entry->text, text) == 0)
        break;
      at = (at + 1) & (self->n_slots - 1);
    }

  return &self->slots[at];
}

static void
grow (CtgTextIndex *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  make_slots (self);

  for (unsigned int number = 0; number < self->entries->len; number++)
    {
      unsigned int at = g_array_index (self->entries, Entry, number).hash & (self->n_slots - 1);

      while (self->slots[at] != 0)
        at = (at + 1) & (self->n_slots - 1);
      self->slots[at] = number + 1;
    }
}

unsigned int
ctg_text_index_add (CtgTextIndex *self,
                    const char   *text)
{
  unsigned int hash = ctg_text_hash (text);
  unsigned int *slot = find_slot (self, text, hash);

  if (*slot != 0)
    return *slot - 1;

  if (self->entries->len + 1 > self->n_slots / 4 * 3)
    {
      grow (self);
      slot = find_slot (self, text, hash);
    }

  Entry entry = { g_string_chunk_insert (self->strings, text), hash };

  g_array_append_val (self->entries, entry);
  *slot = self->entries->len;

  return self->entries->len - 1;
}

int
ctg_text_index_find (const CtgTextIndex *self,
                     const char         *text)
{
  return (int) *find_slot (self, text, ctg_text_hash (text)) - 1;
}

const char *
ctg_text_index_get_text (const CtgTextIndex *self,
                         unsigned int        number)
{
  g_assert (number < self->entries->len);

  return g_array_index (self->entries, Entry, number).text;
}
