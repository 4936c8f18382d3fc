/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the figure document in the text chunks of a PNG, before or behind the picture, without decoding the picture. A large one is in several.
 * Our chunks must be whole; damage elsewhere does not keep anyone from their figure. */

#include "render/ctg-embed-private.h"

#include <string.h>
#include <zlib.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-deflate.h"
#include "render/ctg-render-private.h"

#define SIGNATURE_BYTES 8
#define FRAME_BYTES 12 /* length, type and check sum around a chunk's data */
#define MAX_PARTS 32u

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

/* An iTXt chunk is: keyword, 0, compressed or not, method, language, 0, translated keyword, 0, text. Which part of a document the chunk holds, by its keyword:
 * "contingent" the first, "contingent-2" the second; 0 where it is something else. */
static unsigned int
get_part_number (const Chunk *chunk)
{
  size_t key_length = strlen (CTG_DOCUMENT_PNG_KEY);
  const char *key = (const char *) chunk->start + 4;
  const char *key_end = memchr (key, 0, chunk->length);
  guint64 number;

  if (memcmp (chunk->start, "iTXt", 4) != 0 || key_end == NULL || !g_str_has_prefix (key, CTG_DOCUMENT_PNG_KEY))
    return 0;
  if (key[key_length] == '\0')
    return 1;

  return key[key_length] == '-' && g_ascii_string_to_unsigned (key + key_length + 1, 10, 2, MAX_PARTS, &number, NULL) ? (unsigned int) number : 0;
}

static GBytes *
take_part (const Chunk *chunk,
           GError     **error)
{
  const guint8 *flags = chunk->start + 4 + strlen ((const char *) chunk->start + 4) + 1;
  const guint8 *end = chunk->start + 4 + chunk->length;
  const guint8 *language_end = end - flags > 4 ? memchr (flags + 2, 0, end - flags - 2) : NULL;
  const guint8 *text = language_end != NULL ? memchr (language_end + 1, 0, end - language_end - 1) : NULL;

  if (text == NULL || flags[0] > 1 || flags[1] != 0)
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("It is not laid out as PNG texts are."));
      return NULL;
    }
  text++;
  if (flags[0] == 1)
    return ctg_inflate (text, end - text, CTG_EMBED_MAX_BYTES, error);

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

/* The parts in their order, of which the first is there. */
static GBytes *
join_parts (const Chunk *parts,
            GError     **error)
{
  g_autoptr(GByteArray) document = g_byte_array_new ();

  for (unsigned int i = 0; i < MAX_PARTS && parts[i].start != NULL; i++)
    {
      g_autoptr(GError) problem = NULL;
      g_autoptr(GBytes) text = take_part (&parts[i], &problem);

      if (text != NULL && document->len + g_bytes_get_size (text) > CTG_EMBED_MAX_BYTES)
        g_set_error (&problem, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, T_ ("It holds more than %u MB."), (unsigned int) (CTG_EMBED_MAX_BYTES >> 20));
      if (problem != NULL)
        {
          g_set_error (error, CTG_DATA_ERROR, problem->domain == CTG_DATA_ERROR ? problem->code : CTG_DATA_ERROR_FORMAT,
                       T_ ("The figure in this PNG cannot be read: %s"), problem->message);
          return NULL;
        }
      g_byte_array_append (document, g_bytes_get_data (text, NULL), g_bytes_get_size (text));
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&document));
}

GBytes *
ctg_embed_extract_png (const char *data,
                       size_t      length,
                       GError    **error)
{
  const guint8 *bytes = (const guint8 *) data;
  size_t position = SIGNATURE_BYTES;
  Chunk parts[MAX_PARTS] = { 0 };
  bool cut_off = true;

  while (length - position >= FRAME_BYTES)
    {
      Chunk chunk = { bytes + position + 4, read_number (bytes + position) };
      unsigned int number;

      if (chunk.length > length - position - FRAME_BYTES)
        {
          /* A part, as far as can be seen: at least eight bytes are there. */
          if (memcmp (chunk.start, "iTXt" CTG_DOCUMENT_PNG_KEY, FRAME_BYTES - 4) == 0)
            parts[0].start = NULL;
          break;
        }
      if (memcmp (chunk.start, "IEND", 4) == 0)
        {
          cut_off = false;
          break;
        }

      number = get_part_number (&chunk);
      if (number > 0 && !is_whole (&chunk))
        return fail (error, CTG_DATA_ERROR_FORMAT, T_ ("This PNG is damaged: the figure in it does not match its check sum."));
      if (number > 0 && parts[number - 1].start == NULL)
        parts[number - 1] = chunk;
      position += (size_t) chunk.length + FRAME_BYTES;
    }

  if (parts[0].start != NULL)
    return join_parts (parts, error);
  if (cut_off)
    return fail (error, CTG_DATA_ERROR_FORMAT, T_ ("This PNG is damaged: it ends too early."));

  return fail (error, CTG_DATA_ERROR_FORMAT,
               T_ ("This PNG holds no figure that can be opened: it was not exported from here, or another program has saved it again without it."));
}
