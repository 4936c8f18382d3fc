/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Contexts in blocks, which are never moved, and a set to find them by their content. It must not know claims. */

#include "data/ctg-contexts-private.h"

#include "data/ctg-text-hash-private.h"

#define BLOCK_LENGTH 64u

struct _CtgContexts
{
  GPtrArray *blocks; /* arrays of CtgClaimContext */
  GHashTable *set;   /* NULL once closed */
  const CtgClaimContext *last;
  CtgClaimContext *free; /* what is left of the last block */
  unsigned int n_free;
};

static unsigned int
hash (gconstpointer data)
{
  const CtgClaimContext *context = data;
  const char *const strings[] = { context->source, context->unit, context->members, context->edition, context->evidence,
                                  context->printed, context->note, context->reason, context->pages };
  unsigned int result = 0;

  for (unsigned int i = 0; i < G_N_ELEMENTS (strings); i++)
    result = result * 31 + (strings[i] != NULL ? ctg_text_hash (strings[i]) : 0);

  return result;
}

static gboolean
equal (gconstpointer a,
       gconstpointer b)
{
  return ctg_claim_context_equal (a, b);
}

CtgContexts *
ctg_contexts_new (void)
{
  CtgContexts *self = g_new0 (CtgContexts, 1);

  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->set = g_hash_table_new (hash, equal);

  return self;
}

void
ctg_contexts_free (CtgContexts *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->blocks);
  g_clear_pointer (&self->set, g_hash_table_unref);
  g_free (self);
}

CtgClaimContext *
ctg_contexts_add (CtgContexts *self,
                  unsigned int n)
{
  CtgClaimContext *block = g_new (CtgClaimContext, n);

  g_ptr_array_add (self->blocks, block);

  return block;
}

const CtgClaimContext *
ctg_contexts_keep (CtgContexts           *self,
                   const CtgClaimContext *context)
{
  g_assert (self->set != NULL);

  /* Mostly claims of one source stand together. */
  if (self->last != NULL && ctg_claim_context_equal (self->last, context))
    return self->last;

  self->last = g_hash_table_lookup (self->set, context);
  if (self->last != NULL)
    return self->last;

  if (self->n_free == 0)
    {
      self->free = ctg_contexts_add (self, BLOCK_LENGTH);
      self->n_free = BLOCK_LENGTH;
    }
  *self->free = *context;
  g_hash_table_add (self->set, self->free);
  self->last = self->free++;
  self->n_free--;

  return self->last;
}

void
ctg_contexts_close (CtgContexts *self)
{
  g_clear_pointer (&self->set, g_hash_table_unref);
}
