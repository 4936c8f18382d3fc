/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Words and strings, and what a dataset is made of, in both directions. It must not know which datasets there are. */

#include "data/ctg-tape-private.h"

#include <string.h>

/* Also tells a tape that was written on a machine of another byte order. */
#define MAGIC 0x43544754u

struct _CtgTape
{
  GArray *words;        /* set while writing */
  GString *pool;
  GHashTable *offsets;  /* string → offset in pool */
  const guchar *data;   /* set while reading */
  const char *strings;
  unsigned int n_words;
  unsigned int at;
};

CtgTape *
ctg_tape_new (void)
{
  CtgTape *self = g_new0 (CtgTape, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (guint32));
  /* Offset 0 is NULL. */
  self->pool = g_string_new (NULL);
  g_string_append_c (self->pool, '\0');
  self->offsets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

GBytes *
ctg_tape_to_bytes (CtgTape *self)
{
  guint32 head[2] = { MAGIC, self->words->len };
  GByteArray *bytes = g_byte_array_new ();

  g_byte_array_append (bytes, (const guchar *) head, sizeof head);
  g_byte_array_append (bytes, (const guchar *) self->words->data, self->words->len * sizeof (guint32));
  g_byte_array_append (bytes, (const guchar *) self->pool->str, self->pool->len);

  return g_byte_array_free_to_bytes (bytes);
}

CtgTape *
ctg_tape_open (GBytes *bytes)
{
  CtgTape *self = g_new0 (CtgTape, 1);
  const guchar *data = g_bytes_get_data (bytes, NULL);
  guint32 head[2];

  memcpy (head, data, sizeof head);
  if (head[0] != MAGIC)
    g_error ("The bundled datasets were compiled for another machine");
  self->data = data + sizeof head;
  self->n_words = head[1];
  self->strings = (const char *) self->data + self->n_words * sizeof (guint32);

  return self;
}

void
ctg_tape_free (CtgTape *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->words, g_array_unref);
  g_clear_pointer (&self->offsets, g_hash_table_unref);
  if (self->pool != NULL)
    g_string_free (self->pool, TRUE);
  g_free (self);
}

unsigned int
ctg_tape_get_position (const CtgTape *self)
{
  return self->words != NULL ? self->words->len : self->at;
}

unsigned int
ctg_tape_get_last (const CtgTape *self)
{
  return self->n_words - 1;
}

void
ctg_tape_seek (CtgTape     *self,
               unsigned int position)
{
  g_assert (self->words == NULL);

  self->at = position;
}

void
ctg_tape_word (CtgTape      *self,
               unsigned int *word)
{
  guint32 value = *word;

  if (self->words != NULL)
    g_array_append_val (self->words, value);
  else
    {
      memcpy (&value, self->data + sizeof value * self->at++, sizeof value);
      *word = value;
    }
}

void
ctg_tape_flag (CtgTape *self,
               bool    *flag)
{
  unsigned int word = *flag;

  ctg_tape_word (self, &word);
  *flag = word != 0;
}

void
ctg_tape_number (CtgTape *self,
                 double  *number)
{
  unsigned int halves[2];

  memcpy (halves, number, sizeof halves);
  ctg_tape_word (self, &halves[0]);
  ctg_tape_word (self, &halves[1]);
  memcpy (number, halves, sizeof halves);
}

void
ctg_tape_string (CtgTape     *self,
                 const char **string)
{
  unsigned int offset = 0;

  if (self->words != NULL && *string != NULL)
    {
      offset = GPOINTER_TO_UINT (g_hash_table_lookup (self->offsets, *string));
      if (offset == 0)
        {
          offset = self->pool->len;
          g_string_append_len (self->pool, *string, strlen (*string) + 1);
          g_hash_table_insert (self->offsets, g_strdup (*string), GUINT_TO_POINTER (offset));
        }
    }
  ctg_tape_word (self, &offset);
  if (self->words == NULL)
    *string = offset > 0 ? self->strings + offset : NULL;
}

/* An enum, or any other small integer. */
#define VISIT_INT(self, place) \
  do \
    { \
      unsigned int word_ = (unsigned int) (place); \
      ctg_tape_word (self, &word_); \
      (place) = (int) word_; \
    } \
  while (0)

static void
visit_list (CtgTape            *self,
            CtgDataset         *dataset,
            const char *const **list)
{
  unsigned int n = self->words != NULL ? g_strv_length ((char **) *list) : 0;

  ctg_tape_word (self, &n);
  /* The empty list is the one that is there. */
  if (n == 0)
    return;

  if (self->words == NULL)
    {
      const char **read = g_new0 (const char *, n + 1);

      g_ptr_array_add (dataset->string_lists, read);
      *list = read;
    }
  for (unsigned int i = 0; i < n; i++)
    ctg_tape_string (self, &((const char **) *list)[i]);
}

static void
visit_date (CtgTape *self,
            CtgDate *date)
{
  VISIT_INT (self, date->start.year);
  VISIT_INT (self, date->start.month);
  VISIT_INT (self, date->start.day);
  VISIT_INT (self, date->end.year);
  VISIT_INT (self, date->end.month);
  VISIT_INT (self, date->end.day);
}

static void
visit_context (CtgTape         *self,
               CtgClaimContext *context)
{
  ctg_tape_string (self, &context->source);
  ctg_tape_string (self, &context->unit);
  ctg_tape_string (self, &context->members);
  ctg_tape_string (self, &context->edition);
  ctg_tape_string (self, &context->evidence);
  ctg_tape_string (self, &context->printed);
  ctg_tape_string (self, &context->note);
  ctg_tape_string (self, &context->reason);
  ctg_tape_string (self, &context->pages);
}

/* Contexts of all claims, each once and numbered in the order of the claims. (transfer container) */
static GPtrArray *
visit_contexts (CtgTape    *self,
                CtgDataset *dataset)
{
  GPtrArray *contexts = g_ptr_array_new ();

  for (unsigned int i = 0; self->words != NULL && i < dataset->claims->len; i++)
    {
      const CtgClaimContext *context = g_array_index (dataset->claims, CtgClaim, i).context;

      if (!g_ptr_array_find (contexts, context, NULL))
        g_ptr_array_add (contexts, (gpointer) context);
    }

  unsigned int n = contexts->len;

  ctg_tape_word (self, &n);
  if (self->words == NULL)
    {
      CtgClaimContext *block = ctg_contexts_add (dataset->contexts, n);

      for (unsigned int i = 0; i < n; i++)
        g_ptr_array_add (contexts, &block[i]);
    }
  for (unsigned int i = 0; i < n; i++)
    visit_context (self, g_ptr_array_index (contexts, i));

  return contexts;
}

static void
visit_claim (CtgTape   *self,
             GPtrArray *contexts,
             CtgClaim  *claim)
{
  unsigned int context = 0;

  ctg_tape_string (self, &claim->id);
  ctg_tape_string (self, &claim->name);
  ctg_tape_string (self, &claim->code);
  ctg_tape_string (self, &claim->measure);
  if (self->words != NULL)
    g_ptr_array_find (contexts, claim->context, &context);
  ctg_tape_word (self, &context);
  claim->context = g_ptr_array_index (contexts, context);
  ctg_tape_number (self, &claim->estimate.value);
  ctg_tape_number (self, &claim->estimate.low);
  ctg_tape_number (self, &claim->estimate.high);
  VISIT_INT (self, claim->estimate.qualifier);
  VISIT_INT (self, claim->estimate.presence);
  visit_date (self, &claim->as_of);
  VISIT_INT (self, claim->status);
  VISIT_INT (self, claim->level);
  VISIT_INT (self, claim->countries);
  ctg_tape_flag (self, &claim->doubtful);
  ctg_tape_flag (self, &claim->aggregate);
}

static void
visit_source (CtgTape    *self,
              CtgDataset *dataset,
              CtgSource  *source)
{
  ctg_tape_string (self, &source->title);
  ctg_tape_string (self, &source->publisher);
  ctg_tape_string (self, &source->authors);
  ctg_tape_string (self, &source->published);
  ctg_tape_string (self, &source->scope);
  ctg_tape_string (self, &source->citation);
  ctg_tape_string (self, &source->short_name);
  ctg_tape_string (self, &source->short_publisher);
  ctg_tape_string (self, &source->container);
  ctg_tape_string (self, &source->type);
  ctg_tape_string (self, &source->url);
  visit_list (self, dataset, &source->notes);
  VISIT_INT (self, source->year);
}

static void
visit_measure (CtgTape    *self,
               CtgDataset *dataset,
               CtgMeasure *measure)
{
  ctg_tape_string (self, &measure->title);
  ctg_tape_string (self, &measure->unit);
  ctg_tape_string (self, &measure->description);
  VISIT_INT (self, measure->nature);
  ctg_tape_flag (self, &measure->overlaps);
  ctg_tape_flag (self, &measure->subset_of_fighters);
  ctg_tape_string (self, &measure->subset_of);
  ctg_tape_string (self, &measure->rest);
  ctg_tape_string (self, &measure->partition);
  visit_list (self, dataset, &measure->notes);
}

static void
visit_page (CtgTape *self,
            CtgPage *page)
{
  ctg_tape_string (self, &page->id);
  ctg_tape_string (self, &page->where);
  ctg_tape_string (self, &page->what);
  ctg_tape_string (self, &page->evidence);
}

static void
visit_row_note (CtgTape    *self,
                CtgDataset *dataset,
                CtgRowNote *row_note)
{
  ctg_tape_string (self, &row_note->note);
  visit_list (self, dataset, &row_note->claims);
}

/* The number of elements; while reading the array gets that many. */
static unsigned int
visit_length (CtgTape *self,
              GArray  *array)
{
  unsigned int n = array->len;

  ctg_tape_word (self, &n);
  if (self->words == NULL)
    g_array_set_size (array, n);

  return n;
}

static void
visit_arrays (CtgTape    *self,
              CtgDataset *dataset)
{
  g_autoptr(GPtrArray) contexts = visit_contexts (self, dataset);
  unsigned int n = visit_length (self, dataset->claims);

  for (unsigned int i = 0; i < n; i++)
    visit_claim (self, contexts, &g_array_index (dataset->claims, CtgClaim, i));

  n = visit_length (self, dataset->pages);
  for (unsigned int i = 0; i < n; i++)
    visit_page (self, &g_array_index (dataset->pages, CtgPage, i));

  n = visit_length (self, dataset->row_notes);
  for (unsigned int i = 0; i < n; i++)
    visit_row_note (self, dataset, &g_array_index (dataset->row_notes, CtgRowNote, i));

  n = visit_length (self, dataset->carried);
  for (unsigned int i = 0; i < n; i++)
    {
      CtgCarried *carried = &g_array_index (dataset->carried, CtgCarried, i);

      ctg_tape_string (self, &carried->member);
      ctg_tape_string (self, &carried->json);
    }
}

/* These also stand in an index by id, so they are added one by one. */
static void
visit_described (CtgTape    *self,
                 CtgDataset *dataset)
{
  unsigned int n = dataset->sources->len;

  ctg_tape_word (self, &n);
  for (unsigned int i = 0; i < n; i++)
    {
      const char *id = self->words != NULL ? g_array_index (dataset->sources, CtgSource, i).id : NULL;

      ctg_tape_string (self, &id);
      visit_source (self, dataset, ctg_dataset_add_source (dataset, id));
    }

  n = dataset->measures->len;
  ctg_tape_word (self, &n);
  for (unsigned int i = 0; i < n; i++)
    {
      const char *id = self->words != NULL ? g_array_index (dataset->measures, CtgMeasure, i).id : NULL;

      ctg_tape_string (self, &id);
      visit_measure (self, dataset, ctg_dataset_add_measure (dataset, id));
    }
}

void
ctg_tape_dataset (CtgTape    *self,
                  CtgDataset *dataset)
{
  const char *hash = self->words != NULL ? ctg_dataset_get_hash (dataset) : NULL;
  g_autofree char *package = self->words != NULL ? ctg_dataset_to_package (dataset) : NULL;

  if (self->words != NULL)
    dataset->package = package;
  ctg_tape_string (self, &dataset->id);
  ctg_tape_string (self, &dataset->title);
  ctg_tape_string (self, &dataset->short_title);
  ctg_tape_string (self, &dataset->description);
  ctg_tape_string (self, &dataset->scope);
  ctg_tape_string (self, &dataset->publisher);
  ctg_tape_string (self, &dataset->published);
  ctg_tape_string (self, &dataset->partial_note);
  ctg_tape_string (self, &dataset->licence);
  ctg_tape_string (self, &dataset->citation);
  ctg_tape_string (self, &dataset->group);
  ctg_tape_string (self, &dataset->figure_json);
  ctg_tape_string (self, &dataset->label);
  ctg_tape_string (self, &dataset->package);
  ctg_tape_string (self, &hash);
  visit_list (self, dataset, &dataset->notes);
  VISIT_INT (self, dataset->nature);
  VISIT_INT (self, dataset->rows_by);
  visit_described (self, dataset);
  visit_arrays (self, dataset);

  if (self->words != NULL)
    dataset->package = NULL;
  else
    dataset->hash = g_strdup (hash);
}

void
ctg_tape_index (CtgTape      *self,
                CtgTapeIndex *index)
{
  unsigned int n = visit_length (self, index->entries);

  if (self->words == NULL)
    g_array_set_size (index->positions, n);
  ctg_tape_string (self, &index->default_id);

  for (unsigned int i = 0; i < n; i++)
    {
      CtgLibraryEntry *entry = &g_array_index (index->entries, CtgLibraryEntry, i);

      ctg_tape_word (self, &g_array_index (index->positions, unsigned int, i));
      ctg_tape_string (self, &entry->id);
      ctg_tape_string (self, &entry->title);
      ctg_tape_string (self, &entry->short_title);
      ctg_tape_string (self, &entry->group);
      ctg_tape_string (self, &entry->source_name);
      VISIT_INT (self, entry->year);
      VISIT_INT (self, entry->n_rows);
      ctg_tape_flag (self, &entry->partial);
    }
}
