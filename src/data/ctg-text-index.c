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
  unsigned int hash;
  unsigned int place; /* number + 1; 0 where the slot is free */
} Slot;

struct _CtgTextIndex
{
  GStringChunk *strings;
  GPtrArray *texts;
  Slot *slots;
  unsigned int n_slots; /* a power of two */
};

CtgTextIndex *
ctg_text_index_new (unsigned int n_expected)
{
  CtgTextIndex *self = g_new (CtgTextIndex, 1);

  self->strings = g_string_chunk_new (CHUNK_BYTES);
  self->texts = g_ptr_array_sized_new (n_expected);
  self->n_slots = FIRST_SLOTS;
  while (n_expected > self->n_slots / 4 * 3)
    self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);

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
static Slot *
find_slot (const CtgTextIndex *self,
           const char         *text,
           unsigned int        hash)
{
  unsigned int at = hash & (self->n_slots - 1);

  while (self->slots[at].place != 0 &&
         (self->slots[at].hash != hash || strcmp (g_ptr_array_index (self->texts, self->slots[at].place - 1), text) != 0))
    at = (at + 1) & (self->n_slots - 1);

  return &self->slots[at];
}

static void
grow (CtgTextIndex *self)
{
  g_autofree Slot *old = self->slots;
  unsigned int n_old = self->n_slots;

  self->n_slots *= 2;
  self->slots = g_new0 (Slot, self->n_slots);
  for (unsigned int i = 0; i < n_old; i++)
    if (old[i].place != 0)
      {
        unsigned int at = old[i].hash & (self->n_slots - 1);

        while (self->slots[at].place != 0)
          at = (at + 1) & (self->n_slots - 1);
        self->slots[at] = old[i];
      }
}

unsigned int
ctg_text_index_add (CtgTextIndex *self,
                    const char   *text)
{
  unsigned int hash = ctg_text_hash (text);
  Slot *slot = find_slot (self, text, hash);

  if (slot->place != 0)
    return slot->place - 1;

  if (self->texts->len + 1 > self->n_slots / 4 * 3)
    {
      grow (self);
      slot = find_slot (self, text, hash);
    }
  g_ptr_array_add (self->texts, g_string_chunk_insert (self->strings, text));
  *slot = (Slot) { hash, self->texts->len };

  return self->texts->len - 1;
}

int
ctg_text_index_find (const CtgTextIndex *self,
                     const char         *text)
{
  return (int) find_slot (self, text, ctg_text_hash (text))->place - 1;
}

const char *
ctg_text_index_get_text (const CtgTextIndex *self,
                         unsigned int        number)
{
  g_assert (number < self->texts->len);

  return g_ptr_array_index (self->texts, number);
}
