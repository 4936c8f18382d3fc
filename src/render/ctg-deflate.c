/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compression in memory, all at once; inflating through GIO, in pieces, so that it never makes more than it was allowed to. */

#include "render/ctg-deflate.h"

#include "base/ctg-error.h"
#include "base/ctg-translate.h"

#define CHUNK 65536

void
ctg_deflate_tune (z_stream               *stream,
                  const CtgDeflateEffort *effort)
{
  deflateTune (stream, effort->good, effort->lazy, effort->nice, effort->chain);
}

GBytes *
ctg_deflate (const void             *data,
             size_t                  length,
             const CtgDeflateEffort *effort)
{
  z_stream stream = { .next_in = (Bytef *) data, .avail_in = length };

  /* zlib counts in these, and no document is as large. */
  g_return_val_if_fail (length <= G_MAXUINT32 / 2, NULL);

  /* It fails only for want of memory, as g_malloc() would. */
  if (deflateInit2 (&stream, effort->level, Z_DEFLATED, MAX_WBITS, CTG_DEFLATE_MEMORY, Z_DEFAULT_STRATEGY) != Z_OK)
    g_error ("zlib: there is not enough memory");
  ctg_deflate_tune (&stream, effort);

  size_t room = deflateBound (&stream, length);
  guint8 *deflated = g_malloc (room);

  stream.next_out = deflated;
  stream.avail_out = room;

  int status = deflate (&stream, Z_FINISH);

  g_assert (status == Z_STREAM_END);
  room = stream.total_out;
  deflateEnd (&stream);

  return g_bytes_new_take (g_realloc (deflated, room), room);
}

GBytes *
ctg_inflate (const void *data,
             size_t      length,
             size_t      limit,
             GError    **error)
{
  g_autoptr(GConverter) decompressor = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_data (data, length, NULL);
  g_autoptr(GInputStream) stream = g_converter_input_stream_new (memory, decompressor);
  g_autoptr(GByteArray) inflated = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, chunk, CHUNK, NULL, error)) > 0)
    {
      if (inflated->len + (size_t) n_read > limit)
        {
          g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, T_ ("It holds more than %u MB."), (unsigned int) (limit >> 20));
          return NULL;
        }
      g_byte_array_append (inflated, chunk, n_read);
    }
  if (n_read < 0)
    return NULL;

  return g_byte_array_free_to_bytes (g_steal_pointer (&inflated));
}
