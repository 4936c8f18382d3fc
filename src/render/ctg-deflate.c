/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Compression in memory through GIO. Inflating never makes more than it was allowed to. */

#include "render/ctg-deflate.h"

#include "base/ctg-error.h"
#include "base/ctg-translate.h"

#define CHUNK 65536

GBytes *
ctg_deflate (const void *data,
             size_t      length,
             int         level)
{
  g_autoptr(GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, level));
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) stream = g_converter_output_stream_new (memory, compressor);

  /* Memory streams do not fail. */
  g_output_stream_write_all (stream, data, length, NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
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
