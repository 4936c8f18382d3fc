/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of numbers with open addressing, at most three quarters full, beside an array of the texts. The low bits of a hash say where its slot is; as a
 * number takes no more bits than these, the slot holds the high ones beside it, and texts are hardly looked at but where they are found. The table must not
 * be walked in the order of its slots, which differs from run to run. */

#include "data/ctg-text-index-private.h"

#include <string.h>

#include "data/ctg-text-hash-private.h"

#define FIRST_SLOTS 16u
#define CHUNK_BYTES 4096
/* So many slots are fetched from memory at once: more than that it does not hand out at a time. */
#define N_AHEAD 16u

struct _CtgTextIndex
{
  GStringChunk *strings;
  GPtrArray *texts;     /* by number */
  unsigned int *slots;  /* number + 1 and the high bits of its hash; 0 where it is free */
  unsigned int n_slots; /* a power of two */
};

/* The bits of a hash that say where its slot is; and those of a slot that hold the number. */
static unsigned int
get_low_bits (const CtgTextIndex *self)
{
  return self->n_slots - 1;
}

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
  self->texts = g_ptr_array_sized_new (n_expected);
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
  g_ptr_array_unref (self->texts);
  g_free (self->slots);
  g_free (self);
}

/* Where the text is, or would be put. */
static unsigned int *
find_slot (const CtgTextIndex *self,
           const char         *text,
           unsigned int        hash)
{
  unsigned int low_bits = get_low_bits (self);
  unsigned int at = hash & low_bits;

  for (; self->slots[at] != 0; at = (at + 1) & low_bits)
    if (((self->slots[at] ^ hash) & ~low_bits) == 0 && strcmp (g_ptr_array_index (self->texts, (self->slots[at] & low_bits) - 1), text) == 0)
      break;

  return &self->slots[at];
}

static unsigned int
make_slot (const CtgTextIndex *self,
           unsigned int        number,
           unsigned int        hash)
{
  return (hash & ~get_low_bits (self)) | (number + 1);
}

static void
grow (CtgTextIndex *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  make_slots (self);

  for (unsigned int number = 0; number < self->texts->len; number++)
    {
      unsigned int hash = ctg_text_hash (g_ptr_array_index (self->texts, number));
      unsigned int at = hash & get_low_bits (self);

      while (self->slots[at] != 0)
        at = (at + 1) & get_low_bits (self);
      self->slots[at] = make_slot (self, number, hash);
    }
}

static unsigned int
add_hashed (CtgTextIndex *self,
            const char   *text,
            unsigned int  hash)
{
  unsigned int *slot = find_slot (self, text, hash);

  if (*slot != 0)
    return (*slot & get_low_bits (self)) - 1;

  if (self->texts->len + 1 > self->n_slots / 4 * 3)
    {
      grow (self);
      slot = find_slot (self, text, hash);
    }

  *slot = make_slot (self, self->texts->len, hash);
  g_ptr_array_add (self->texts, g_string_chunk_insert (self->strings, text));

  return self->texts->len - 1;
}

unsigned int
ctg_text_index_add (CtgTextIndex *self,
                    const char   *text)
{
  return add_hashed (self, text, ctg_text_hash (text));
}

void
ctg_text_index_add_many (CtgTextIndex      *self,
                         const char *const *texts,
                         unsigned int       n_texts,
                         unsigned int      *numbers)
{
  unsigned int hashes[N_AHEAD];

  for (unsigned int first = 0; first < n_texts; first += N_AHEAD)
    {
      unsigned int n = MIN (n_texts - first, N_AHEAD);

      for (unsigned int i = 0; i < n; i++)
        {
          hashes[i] = ctg_text_hash (texts[first + i]);
          __builtin_prefetch (&self->slots[hashes[i] & get_low_bits (self)]);
        }
      for (unsigned int i = 0; i < n; i++)
        numbers[first + i] = add_hashed (self, texts[first + i], hashes[i]);
    }
}

int
ctg_text_index_find (const CtgTextIndex *self,
                     const char         *text)
{
  return (int) (*find_slot (self, text, ctg_text_hash (text)) & get_low_bits (self)) - 1;
}

const char *
ctg_text_index_get_text (const CtgTextIndex *self,
                         unsigned int        number)
{
  g_assert (number < self->texts->len);

  return g_ptr_array_index (self->texts, number);
}
