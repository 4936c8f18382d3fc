/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which kind of picture a file is, and the figure document inside it. Must not look at the document. */

#include "render/ctg-embed.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-embed-private.h"

typedef GBytes *(*ExtractFunc) (const char *data,
                                size_t      length,
                                GError    **error);

static bool
starts_with (const char *data,
             size_t      length,
             const char *magic,
             size_t      magic_length)
{
  return length >= magic_length && memcmp (data, magic, magic_length) == 0;
}

/* XML may have a byte order mark and, without a declaration, white space before it. */
static bool
is_xml (const char *data,
        size_t      length)
{
  size_t i = starts_with (data, length, "\xef\xbb\xbf", 3) ? 3 : 0;

  while (i < length && g_ascii_isspace (data[i]))
    i++;

  return i < length && data[i] == '<';
}

static ExtractFunc
find_reader (const char *data,
             size_t      length)
{
  if (starts_with (data, length, "\x89PNG\r\n\x1a\n", 8))
    return ctg_embed_extract_png;
  if (starts_with (data, length, "%PDF-", 5))
    return ctg_embed_extract_pdf;
  if (is_xml (data, length))
    return ctg_embed_extract_svg;

  return NULL;
}

bool
ctg_embed_is_picture (GBytes *file)
{
  g_return_val_if_fail (file != NULL, false);

  size_t length;
  const char *data = g_bytes_get_data (file, &length);

  return find_reader (data, length) != NULL;
}

GBytes *
ctg_embed_extract (GBytes  *file,
                   GError **error)
{
  g_return_val_if_fail (file != NULL, NULL);

  size_t length;
  const char *data = g_bytes_get_data (file, &length);
  ExtractFunc extract = find_reader (data, length);

  if (extract == NULL)
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("This is neither SVG, nor PNG, nor PDF."));
      return NULL;
    }

  return extract (data, length, error);
}
