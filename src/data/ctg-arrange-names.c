/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of rows as they are shown, folded for searching, and their order in the language: each made once, when first needed. */

#include "data/ctg-arrange-private.h"

#include <stdlib.h>
#include <string.h>

CtgArranger *
ctg_arranger_new (CtgTable  *table,
                  CtgLocale *locale)
{
  g_return_val_if_fail (table != NULL && locale != NULL, NULL);

  CtgArranger *self = g_new0 (CtgArranger, 1);

  self->table = ctg_table_ref (table);
  self->locale = ctg_locale_ref (locale);

  return self;
}

void
ctg_arranger_free (CtgArranger *self)
{
  if (self == NULL)
    return;

  for (unsigned int i = 0; self->names != NULL && i < self->table->rows->len; i++)
    g_free (self->names[i]);
  g_free (self->names);
  g_strfreev (self->folded);
  g_free (self->name_ranks);
  g_free (self->source_ranks);
  g_free (self->last_key);
  g_free (self->last_rows);
  ctg_table_unref (self->table);
  ctg_locale_unref (self->locale);
  g_free (self);
}

char *const *
ctg_arranger_get_names (CtgArranger *self)
{
  for (unsigned int i = 0; i < self->table->rows->len; i++)
    ctg_arranger_get_name (self, i);

  return self->names;
}

const char *
ctg_arranger_get_name (CtgArranger *self,
                       unsigned int row)
{
  g_return_val_if_fail (self != NULL && row < self->table->rows->len, NULL);

  if (self->names == NULL)
    self->names = g_new0 (char *, self->table->rows->len);
  if (self->names[row] == NULL)
    self->names[row] = ctg_table_dup_row_name (self->table, row, self->locale);

  return self->names[row];
}

/* Letters up to Latin Extended-B fold one by one; what they fold to is looked up, since names by the thousand are folded at the first key of a search. */
#define N_QUICK 0x250
#define QUICK_BYTES 8

static const char (*get_quick_folds (void))[QUICK_BYTES]
{
  static char folds[N_QUICK][QUICK_BYTES];
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      for (gunichar c = 1; c < N_QUICK; c++)
        {
          char letter[7] = { 0 };

          g_unichar_to_utf8 (c, letter);

          g_autofree char *folded = ctg_text_fold (letter);

          g_assert (strlen (folded) < QUICK_BYTES);
          strcpy (folds[c], folded);
        }
      g_once_init_leave (&ready, 1);
    }

  return folds;
}

char *
ctg_arranger_fold (const char *text)
{
  const char (*folds)[QUICK_BYTES] = get_quick_folds ();
  size_t length = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c >= N_QUICK)
        return ctg_text_fold (text);
      length += strlen (folds[c]);
    }

  char *result = g_malloc (length + 1);
  char *end = result;

  *end = '\0';
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    end = g_stpcpy (end, folds[g_utf8_get_char (p)]);

  return result;
}

char *const *
ctg_arranger_get_folded (CtgArranger *self)
{
  unsigned int n_rows = self->table->rows->len;
  char *const *names = ctg_arranger_get_names (self);

  if (self->folded == NULL)
    {
      self->folded = g_new0 (char *, n_rows + 1);
      for (unsigned int i = 0; i < n_rows; i++)
        {
          const CtgRow *row = &g_array_index (self->table->rows, CtgRow, i);
          bool same = strcmp (row->name, names[i]) == 0;
          g_autofree char *all = same && row->code == NULL ? NULL : g_strconcat (names[i], "\n", same ? "" : row->name, "\n", row->code, NULL);

          self->folded[i] = ctg_arranger_fold (all != NULL ? all : names[i]);
        }
    }

  return self->folded;
}

/* A collation key from where keys begin to differ, with its first bytes as a number, which decides most comparisons. */
typedef struct
{
  guint64 head;
  const char *key;
  unsigned int index;
} Sortable;

static int
compare_sortables (const void *a,
                   const void *b)
{
  const Sortable *x = a, *y = b;

  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;

  int order = strcmp (x->key, y->key);

  return order != 0 ? order : x->index < y->index ? -1 : x->index > y->index;
}

/* How many bytes all keys begin with: names of one make ("Place 1", "Place 2") have much in common. */
static size_t
measure_common_head (const char   *keys,
                     const size_t *starts,
                     unsigned int  n_keys)
{
  size_t common = n_keys > 0 ? strlen (keys + starts[0]) : 0;

  for (unsigned int i = 1; i < n_keys && common > 0; i++)
    {
      size_t same = 0;

      while (same < common && keys[starts[i] + same] == keys[starts[0] + same])
        same++;
      common = same;
    }

  return common;
}

static guint64
get_head (const char *key)
{
  guint64 head = 0;
  unsigned int n = 0;

  for (; n < sizeof head && key[n] != '\0'; n++)
    head = head << 8 | (guchar) key[n];

  return n > 0 ? head << 8 * (sizeof head - n) : 0;
}

/* The places of texts in the order of the language; equal texts get the same place. */
static unsigned int *
rank_texts (const CtgLocale   *locale,
            const char *const *texts,
            unsigned int       n_texts)
{
  g_autofree Sortable *sorted = g_new (Sortable, n_texts + 1);
  g_autofree size_t *starts = g_new (size_t, n_texts + 1);
  g_autofree char *keys = ctg_locale_collation_keys (locale, texts, n_texts, starts);
  size_t common = measure_common_head (keys, starts, n_texts);
  unsigned int *ranks = g_new (unsigned int, n_texts + 1);

  for (unsigned int i = 0; i < n_texts; i++)
    {
      sorted[i].key = keys + starts[i] + common;
      sorted[i].head = get_head (sorted[i].key);
      sorted[i].index = i;
    }
  qsort (sorted, n_texts, sizeof (Sortable), compare_sortables);
  for (unsigned int i = 0; i < n_texts; i++)
    {
      bool same = i > 0 && sorted[i].head == sorted[i - 1].head && strcmp (sorted[i].key, sorted[i - 1].key) == 0;

      ranks[sorted[i].index] = same ? ranks[sorted[i - 1].index] : i;
    }

  return ranks;
}

const unsigned int *
ctg_arranger_get_name_ranks (CtgArranger *self)
{
  if (self->name_ranks == NULL)
    self->name_ranks = rank_texts (self->locale, (const char *const *) ctg_arranger_get_names (self), self->table->rows->len);

  return self->name_ranks;
}

/* A row's source is that of its first claim. */
const double *
ctg_arranger_get_source_ranks (CtgArranger *self)
{
  const CtgTable *table = self->table;

  if (self->source_ranks != NULL)
    return self->source_ranks;

  unsigned int n_sources = ctg_dataset_get_n_sources (table->dataset);
  g_autofree const char **texts = g_new (const char *, n_sources + 1);
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);

  for (unsigned int i = 0; i < n_sources; i++)
    {
      const CtgSource *source = ctg_dataset_get_source (table->dataset, i);

      texts[i] = source->short_name;
      g_hash_table_insert (numbers, (gpointer) source->id, GUINT_TO_POINTER (i));
    }

  g_autofree unsigned int *ranks = rank_texts (self->locale, texts, n_sources);

  self->source_ranks = g_new (double, table->rows->len + 1);
  for (unsigned int i = 0; i < table->rows->len; i++)
    {
      const CtgClaim *claim = ctg_dataset_get_claim (table->dataset, g_array_index (table->row_claims, unsigned int, i));

      self->source_ranks[i] = ranks[GPOINTER_TO_UINT (g_hash_table_lookup (numbers, claim->context->source))];
    }

  return self->source_ranks;
}
