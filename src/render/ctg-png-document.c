/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a document, what stands before the compressed text in a chunk, and the thread. It must not write any file. */

#include "render/ctg-png-document.h"

#include <string.h>

#include "render/ctg-deflate.h"
#include "render/ctg-render-private.h"

/* For 100,000 plain counts level 4 as it is takes a third longer for 3 % less, level 5 more than twice as long for 6 % less. */
static const CtgDeflateEffort effort = { .level = 4, .good = 4, .lazy = 6, .nice = 16, .chain = 4 };

#define PART_BYTES 1000000

struct _CtgPngDocument
{
  CtgDocumentFunc make;
  void *user_data;
  GThread *thread; /* NULL where there is none, and when it has ended */
  GPtrArray *chunks; /* these two are the thread's as long as it runs */
  GError *error;
};

/* Keyword, 0, "compressed", method, then language and translated keyword, both empty and ended by 0. */
static GBytes *
make_chunk (unsigned int number,
            const char  *part,
            size_t       length)
{
  static const guint8 flags[] = { 1, 0, 0, 0 };
  g_autofree char *key = number == 1 ? g_strdup (CTG_DOCUMENT_PNG_KEY) : g_strdup_printf (CTG_DOCUMENT_PNG_KEY "-%u", number);
  g_autoptr(GBytes) text = ctg_deflate (part, length, &effort);
  GByteArray *chunk = g_byte_array_new ();

  g_byte_array_append (chunk, (const guint8 *) key, strlen (key) + 1);
  g_byte_array_append (chunk, flags, sizeof flags);
  g_byte_array_append (chunk, g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  return g_byte_array_free_to_bytes (chunk);
}

GPtrArray *
ctg_png_document_make_chunks (const char *document)
{
  GPtrArray *chunks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  size_t rest = strlen (document);

  do
    {
      size_t length = MIN (rest, PART_BYTES);

      /* Each of them is a text: no letter is cut in two. */
      while (length < rest && (document[length] & 0xc0) == 0x80)
        length--;
      g_ptr_array_add (chunks, make_chunk (chunks->len + 1, document, length));
      document += length;
      rest -= length;
    }
  while (rest > 0);

  return chunks;
}

static gpointer
run (gpointer data)
{
  CtgPngDocument *self = data;
  g_autofree char *document = self->make (self->user_data, &self->error);

  if (document != NULL)
    self->chunks = ctg_png_document_make_chunks (document);

  return NULL;
}

CtgPngDocument *
ctg_png_document_new (CtgDocumentFunc make,
                      void           *user_data)
{
  CtgPngDocument *self = g_new0 (CtgPngDocument, 1);

  self->make = make;
  self->user_data = user_data;
  self->thread = g_thread_try_new ("png-document", run, self, NULL);
  if (self->thread == NULL)
    run (self);

  return self;
}

static void
join (CtgPngDocument *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));
}

GPtrArray *
ctg_png_document_finish (CtgPngDocument *self,
                         GError        **error)
{
  join (self);
  if (self->error != NULL)
    g_propagate_error (error, g_error_copy (self->error));

  return self->chunks;
}

void
ctg_png_document_free (CtgPngDocument *self)
{
  if (self == NULL)
    return;

  join (self);
  g_clear_pointer (&self->chunks, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}
