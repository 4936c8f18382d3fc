/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The thread, and what stands before the compressed text in the chunk. It must not write any file. */

#include "render/ctg-png-document.h"

#include <string.h>

#include "render/ctg-deflate.h"
#include "render/ctg-render-private.h"

/* Below this a thread takes as long to start as the work does. */
#define LARGE (1u << 20)

/* Above this level zlib takes half as long again for 1 %. */
#define COMPRESSION_LEVEL 5

struct _CtgPngDocument
{
  const char *document;
  GThread *thread; /* NULL where there is none, and when it has ended */
  GBytes *chunk;   /* NULL before that */
};

/* Keyword, 0, "compressed", method, then language and translated keyword, both empty and ended by 0. */
static GBytes *
make_chunk (const char *document)
{
  static const guint8 flags[] = { 1, 0, 0, 0 };
  g_autoptr(GBytes) text = ctg_deflate (document, strlen (document), COMPRESSION_LEVEL);
  GByteArray *chunk = g_byte_array_new ();

  g_byte_array_append (chunk, (const guint8 *) CTG_DOCUMENT_PNG_KEY, strlen (CTG_DOCUMENT_PNG_KEY) + 1);
  g_byte_array_append (chunk, flags, sizeof flags);
  g_byte_array_append (chunk, g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  return g_byte_array_free_to_bytes (chunk);
}

static gpointer
run (gpointer document)
{
  return make_chunk (document);
}

CtgPngDocument *
ctg_png_document_new (const char *document)
{
  CtgPngDocument *self;

  if (document == NULL || strlen (document) < LARGE)
    return NULL;

  self = g_new0 (CtgPngDocument, 1);
  self->document = document;
  /* Where there is no thread to be had it is made when it is wanted. */
  self->thread = g_thread_try_new ("png-document", run, (gpointer) document, NULL);

  return self;
}

GBytes *
ctg_png_document_finish (CtgPngDocument *self)
{
  if (self->thread != NULL)
    self->chunk = g_thread_join (g_steal_pointer (&self->thread));
  if (self->chunk == NULL)
    self->chunk = make_chunk (self->document);

  return self->chunk;
}

void
ctg_png_document_free (CtgPngDocument *self)
{
  if (self == NULL)
    return;

  if (self->thread != NULL)
    self->chunk = g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->chunk, g_bytes_unref);
  g_free (self);
}
