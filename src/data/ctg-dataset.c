/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The dataset as a store: strings kept once, claims, sources and measures in arrays. It must not know any file format: reading is in
 * ctg-package*.c, writing in ctg-dataset-write.c. */

#include "data/ctg-dataset-private.h"

#include <string.h>

#include "data/ctg-ids-private.h"
#include "data/ctg-text-hash-private.h"

static const char *const nature_ids[] = { "cumulative", "stock", "rate", "list", "share" };
static const char *const rows_by_ids[] = { "place", "claim", "measure" };
static const char *const no_strings[] = { NULL };

CtgDataset *
ctg_dataset_new (void)
{
  CtgDataset *self = g_atomic_rc_box_new0 (CtgDataset);

  self->strings = ctg_text_index_new (0);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->notes = no_strings;
  self->string_lists = g_ptr_array_new_with_free_func (g_free);
  self->carried = g_array_new (FALSE, TRUE, sizeof (CtgCarried));
  self->claims = g_array_new (FALSE, FALSE, sizeof (CtgClaim));
  self->contexts = ctg_contexts_new ();
  self->sources = g_array_new (FALSE, FALSE, sizeof (CtgSource));
  self->measures = g_array_new (FALSE, FALSE, sizeof (CtgMeasure));
  self->pages = g_array_new (FALSE, TRUE, sizeof (CtgPage));
  self->row_notes = g_array_new (FALSE, TRUE, sizeof (CtgRowNote));
  self->source_index = g_hash_table_new (ctg_text_hash, g_str_equal);
  self->measure_index = g_hash_table_new (ctg_text_hash, g_str_equal);

  return self;
}

CtgDataset *
ctg_dataset_ref (CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  CtgDataset *self = data;

  ctg_text_index_free (self->strings);
  g_ptr_array_unref (self->texts);
  g_ptr_array_unref (self->string_lists);
  g_array_unref (self->carried);
  g_array_unref (self->claims);
  ctg_contexts_free (self->contexts);
  g_array_unref (self->sources);
  g_array_unref (self->measures);
  g_array_unref (self->pages);
  g_array_unref (self->row_notes);
  g_hash_table_unref (self->source_index);
  g_hash_table_unref (self->measure_index);
  g_free (self->hash);
}

void
ctg_dataset_unref (CtgDataset *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear);
}

const char *
ctg_dataset_intern (CtgDataset *self,
                    const char *text)
{
  return text != NULL ? ctg_text_index_get_text (self->strings, ctg_text_index_add (self->strings, text)) : NULL;
}

void
ctg_dataset_keep_text (CtgDataset *self,
                       GBytes     *text)
{
  g_ptr_array_add (self->texts, g_bytes_ref (text));
}

const char *const *
ctg_dataset_take_list (CtgDataset *self,
                       GPtrArray  *strings)
{
  const char **list = g_new (const char *, strings->len + 1);

  for (unsigned int i = 0; i < strings->len; i++)
    list[i] = ctg_dataset_intern (self, g_ptr_array_index (strings, i));
  list[strings->len] = NULL;
  g_ptr_array_add (self->string_lists, list);

  return list;
}

void
ctg_dataset_reserve_claims (CtgDataset  *self,
                            unsigned int n_claims)
{
  unsigned int n = self->claims->len;

  g_array_set_size (self->claims, n + n_claims);
  g_array_set_size (self->claims, n);
  ctg_ahead_begin (&self->ahead, self->claims->data, n * sizeof (CtgClaim), (n + (size_t) n_claims) * sizeof (CtgClaim));
}

void
ctg_dataset_add_claim (CtgDataset            *self,
                       CtgClaim              *claim,
                       const CtgClaimContext *context)
{
  claim->context = ctg_contexts_keep (self->contexts, context);
  self->n_aggregates += claim->aggregate;
  g_array_append_vals (self->claims, claim, 1);
  ctg_ahead_reach (&self->ahead, self->claims->len * sizeof (CtgClaim));
}

CtgSource *
ctg_dataset_add_source (CtgDataset *self,
                        const char *id)
{
  unsigned int index = GPOINTER_TO_UINT (g_hash_table_lookup (self->source_index, id));

  if (index == 0)
    {
      CtgSource source = { .id = id, .title = id, .short_name = id, .notes = no_strings };

      g_array_append_val (self->sources, source);
      index = self->sources->len;
      g_hash_table_insert (self->source_index, (gpointer) id, GUINT_TO_POINTER (index));
    }

  return &g_array_index (self->sources, CtgSource, index - 1);
}

CtgMeasure *
ctg_dataset_add_measure (CtgDataset *self,
                         const char *id)
{
  unsigned int index = GPOINTER_TO_UINT (g_hash_table_lookup (self->measure_index, id));

  if (index == 0)
    {
      CtgMeasure measure = { .id = id, .nature = self->nature, .notes = no_strings };

      g_array_append_val (self->measures, measure);
      index = self->measures->len;
      g_hash_table_insert (self->measure_index, (gpointer) id, GUINT_TO_POINTER (index));
    }

  return &g_array_index (self->measures, CtgMeasure, index - 1);
}

char *
ctg_dataset_make_title (const char *id)
{
  g_autoptr(GString) title = g_string_new (NULL);
  gunichar first = g_utf8_get_char (id);

  if (first != '\0')
    {
      g_string_append_unichar (title, g_unichar_toupper (first));
      g_string_append (title, g_utf8_next_char (id));
    }
  g_strdelimit (title->str, "_", ' ');

  return g_strdup (title->str);
}

static void
finish_measures (CtgDataset *self)
{
  for (unsigned int i = 0; i < self->measures->len; i++)
    {
      CtgMeasure *measure = &g_array_index (self->measures, CtgMeasure, i);

      if (measure->title == NULL)
        {
          g_autofree char *title = ctg_dataset_make_title (measure->id);
          measure->title = ctg_dataset_intern (self, title);
        }
      if (measure->unit == NULL)
        measure->unit = ctg_dataset_intern (self, "persons");
      measure->subset_of_fighters = g_strcmp0 (measure->subset_of, "fighters") == 0;
    }
}

/* Stable, and nothing is moved where they stand there already. */
static void
move_aggregates_last (CtgDataset *self)
{
  g_autoptr(GArray) aggregates = g_array_new (FALSE, FALSE, sizeof (CtgClaim));
  unsigned int n_kept = 0;

  if (self->n_aggregates == 0)
    return;

  for (unsigned int i = 0; i < self->claims->len; i++)
    {
      const CtgClaim *claim = &g_array_index (self->claims, CtgClaim, i);

      if (claim->aggregate)
        g_array_append_vals (aggregates, claim, 1);
      else if (n_kept++ < i)
        g_array_index (self->claims, CtgClaim, n_kept - 1) = *claim;
    }
  g_array_set_size (self->claims, n_kept);
  g_array_append_vals (self->claims, aggregates->data, aggregates->len);
}

void
ctg_dataset_finish (CtgDataset *self)
{
  move_aggregates_last (self);
  ctg_contexts_close (self->contexts);

  if (self->title == NULL)
    {
      g_autofree char *title = ctg_dataset_make_title (self->id);
      self->title = ctg_dataset_intern (self, title);
    }
  if (self->short_title == NULL)
    self->short_title = self->title;
  finish_measures (self);
}

#define GETTER(type, name, member) \
  type ctg_dataset_get_##name (const CtgDataset * self) { g_return_val_if_fail (self != NULL, 0); return self->member; }

GETTER (const char *, id, id)
GETTER (const char *, title, title)
GETTER (const char *, short_title, short_title)
GETTER (const char *, description, description)
GETTER (const char *, scope, scope)
GETTER (const char *, publisher, publisher)
GETTER (const char *, published, published)
GETTER (const char *, partial_note, partial_note)
GETTER (const char *, licence, licence)
GETTER (const char *, citation, citation)
GETTER (const char *, group, group)
GETTER (const char *, figure_json, figure_json)
GETTER (const char *const *, notes, notes)
GETTER (CtgNature, nature, nature)
GETTER (CtgRowsBy, rows_by, rows_by)
GETTER (unsigned int, n_claims, claims->len)
GETTER (unsigned int, n_sources, sources->len)
GETTER (unsigned int, n_measures, measures->len)
GETTER (unsigned int, n_row_notes, row_notes->len)

bool
ctg_dataset_is_partial (const CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->partial_note != NULL;
}

const CtgClaim *
ctg_dataset_get_claim (const CtgDataset *self,
                       unsigned int      index)
{
  g_return_val_if_fail (self != NULL && index < self->claims->len, NULL);

  return &g_array_index (self->claims, CtgClaim, index);
}

const CtgSource *
ctg_dataset_get_source (const CtgDataset *self,
                        unsigned int      index)
{
  g_return_val_if_fail (self != NULL && index < self->sources->len, NULL);

  return &g_array_index (self->sources, CtgSource, index);
}

const CtgSource *
ctg_dataset_find_source (const CtgDataset *self,
                         const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  unsigned int index = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->source_index, id)) : 0;

  return index > 0 ? &g_array_index (self->sources, CtgSource, index - 1) : NULL;
}

const CtgMeasure *
ctg_dataset_get_measure (const CtgDataset *self,
                         unsigned int      index)
{
  g_return_val_if_fail (self != NULL && index < self->measures->len, NULL);

  return &g_array_index (self->measures, CtgMeasure, index);
}

const CtgMeasure *
ctg_dataset_find_measure (const CtgDataset *self,
                          const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  unsigned int index = id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->measure_index, id)) : 0;

  return index > 0 ? &g_array_index (self->measures, CtgMeasure, index - 1) : NULL;
}

const CtgPage *
ctg_dataset_find_page (const CtgDataset *self,
                       const char       *id)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (unsigned int i = 0; id != NULL && i < self->pages->len; i++)
    if (strcmp (g_array_index (self->pages, CtgPage, i).id, id) == 0)
      return &g_array_index (self->pages, CtgPage, i);

  return NULL;
}

const CtgRowNote *
ctg_dataset_get_row_note (const CtgDataset *self,
                          unsigned int      index)
{
  g_return_val_if_fail (self != NULL && index < self->row_notes->len, NULL);

  return &g_array_index (self->row_notes, CtgRowNote, index);
}

const char *
ctg_nature_get_id (CtgNature nature)
{
  g_return_val_if_fail ((unsigned int) nature < G_N_ELEMENTS (nature_ids), NULL);

  return nature_ids[nature];
}

bool
ctg_nature_from_id (const char *id,
                    CtgNature  *nature)
{
  int index = ctg_ids_find (id, nature_ids, G_N_ELEMENTS (nature_ids));

  if (index >= 0)
    *nature = index;

  return index >= 0;
}

const char *
ctg_rows_by_get_id (CtgRowsBy rows_by)
{
  g_return_val_if_fail ((unsigned int) rows_by < G_N_ELEMENTS (rows_by_ids), NULL);

  return rows_by_ids[rows_by];
}

bool
ctg_rows_by_from_id (const char *id,
                     CtgRowsBy  *rows_by)
{
  int index = ctg_ids_find (id, rows_by_ids, G_N_ELEMENTS (rows_by_ids));

  if (index >= 0)
    *rows_by = index;

  return index >= 0;
}

char *
ctg_source_dup_short_name (const CtgSource *self,
                           const CtgLocale *locale)
{
  g_return_val_if_fail (self != NULL && locale != NULL, NULL);

  char *name = ctg_locale_translate (locale, self->short_name);
  const char *comma = strstr (name, ", ");

  /* "TSG, 2015" needs no translation but the comma of the language. */
  if (comma == NULL || strspn (comma + 2, "0123456789") != strlen (comma + 2))
    return name;

  g_autofree char *before = g_strndup (name, comma - name);
  g_autofree char *own_comma = ctg_locale_phrase (locale, CTG_PHRASE_COMMA, NULL);
  g_autofree char *isolated = ctg_locale_isolate (locale, before);
  char *localized = g_strconcat (isolated, own_comma, comma + 2, NULL);

  g_free (name);

  return localized;
}
