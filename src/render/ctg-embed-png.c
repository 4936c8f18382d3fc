/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the figure document in the text chunks of a PNG, before or behind the picture, without decoding the picture.
 * Our chunk must be whole; damage elsewhere does not keep anyone from their figure. */

#include "render/ctg-embed-private.h"

#include <string.h>
#include <zlib.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-deflate.h"
#include "render/ctg-render-private.h"

#define SIGNATURE_BYTES 8
#define FRAME_BYTES 12 /* length, type and check sum around a chunk's data */

typedef struct
{
  const guint8 *start; /* type, then data */
  guint32 length;      /* of the data */
} Chunk;

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

static bool
is_whole (const Chunk *chunk)
{
  return crc32 (0, chunk->start, chunk->length + 4) == read_number (chunk->start + 4 + chunk->length);
}

/* An iTXt chunk is: keyword, 0, compressed or not, method, language, 0, translated keyword, 0, text. */
static bool
is_document (const Chunk *chunk)
{
  size_t key_length = strlen (CTG_DOCUMENT_PNG_KEY) + 1;

  return memcmp (chunk->start, "iTXt", 4) == 0 && chunk->length > key_length + 4 &&
         memcmp (chunk->start + 4, CTG_DOCUMENT_PNG_KEY, key_length) == 0;
}

static GBytes *
take_document (const Chunk *chunk,
               GError     **error)
{
  const guint8 *flags = chunk->start + 4 + strlen (CTG_DOCUMENT_PNG_KEY) + 1;
  const guint8 *end = chunk->start + 4 + chunk->length;
  const guint8 *language_end = memchr (flags + 2, 0, end - flags - 2);
  const guint8 *text = language_end != NULL ? memchr (language_end + 1, 0, end - language_end - 1) : NULL;

  if (text == NULL || flags[0] > 1 || flags[1] != 0)
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("It is not laid out as PNG texts are."));
      return NULL;
    }
  text++;
  if (flags[0] == 1)
    return ctg_inflate (text, end - text, CTG_EMBED_MAX_BYTES, error);
  if ((size_t) (end - text) > CTG_EMBED_MAX_BYTES)
    {
      g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, T_ ("It holds more than %u MB."), (unsigned int) (CTG_EMBED_MAX_BYTES >> 20));
      return NULL;
    }

  return g_bytes_new (text, end - text);
}

static GBytes *
fail (GError    **error,
      int         code,
      const char *message)
{
  g_set_error_literal (error, CTG_DATA_ERROR, code, message);

  return NULL;
}

GBytes *
ctg_embed_extract_png (const char *data,
                       size_t      length,
                       GError    **error)
{
  const guint8 *bytes = (const guint8 *) data;
  size_t position = SIGNATURE_BYTES;
  g_autoptr(GError) problem = NULL;

  while (length - position >= FRAME_BYTES)
    {
      Chunk chunk = { bytes + position + 4, read_number (bytes + position) };

      if (chunk.length > length - position - FRAME_BYTES)
        break;
      if (memcmp (chunk.start, "IEND", 4) == 0)
        return fail (error, CTG_DATA_ERROR_FORMAT,
                     T_ ("This PNG holds no figure that can be opened: it was not exported from here, or another program has saved it again without it."));
      if (is_document (&chunk))
        {
          if (!is_whole (&chunk))
            return fail (error, CTG_DATA_ERROR_FORMAT, T_ ("This PNG is damaged: the figure in it does not match its check sum."));

          GBytes *document = take_document (&chunk, &problem);

          if (document == NULL)
            g_set_error (error, CTG_DATA_ERROR, problem->domain == CTG_DATA_ERROR ? problem->code : CTG_DATA_ERROR_FORMAT,
                         T_ ("The figure in this PNG cannot be read: %s"), problem->message);
          return document;
        }
      position += (size_t) chunk.length + FRAME_BYTES;
    }

  return fail (error, CTG_DATA_ERROR_FORMAT, T_ ("This PNG is damaged: it ends too early."));
}
