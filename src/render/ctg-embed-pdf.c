/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the attached figure document in a PDF as our own writer leaves it. A PDF that another program has saved again
 * may keep the attachment in another form, which only a whole PDF parser could read; this is none. */

#define _GNU_SOURCE /* memmem() */

#include "render/ctg-embed-private.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-deflate.h"
#include "render/ctg-pdf-update.h"

#define STREAM "\n>>\nstream\n"
#define LENGTH "/Length "
#define DICTIONARY_MAX 256

/* The stream after the dictionary that starts at dictionary. */
static bool
find_stream (const char  *dictionary,
             const char  *end,
             const char **stream,
             guint64     *length)
{
  size_t room = MIN ((size_t) (end - dictionary), DICTIONARY_MAX);
  const char *found = memmem (dictionary, room, STREAM, strlen (STREAM));
  const char *number = found != NULL ? memmem (dictionary, found - dictionary, LENGTH, strlen (LENGTH)) : NULL;

  if (number == NULL)
    return false;

  g_autofree char *digits = g_strndup (number + strlen (LENGTH), found - number - strlen (LENGTH));

  *stream = found + strlen (STREAM);

  return g_ascii_string_to_unsigned (digits, 10, 0, end - *stream, length, NULL);
}

GBytes *
ctg_embed_extract_pdf (const char *data,
                       size_t      length,
                       GError    **error)
{
  const char *end = data + length;
  const char *dictionary = NULL;
  const char *stream;
  guint64 stream_length;
  g_autoptr(GError) problem = NULL;

  for (const char *p = data; (p = memmem (p, end - p, CTG_PDF_EMBEDDED_FILE, strlen (CTG_PDF_EMBEDDED_FILE))) != NULL; p++)
    dictionary = p;

  if (dictionary == NULL)
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
                           T_ ("This PDF holds no figure that can be opened: it was not exported from here, or another program has saved it again."));
      return NULL;
    }
  if (!find_stream (dictionary, end, &stream, &stream_length))
    {
      g_set_error_literal (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("This PDF is damaged: the figure in it is cut off."));
      return NULL;
    }

  GBytes *document = ctg_inflate (stream, stream_length, CTG_EMBED_MAX_BYTES, &problem);

  if (document == NULL)
    g_set_error (error, CTG_DATA_ERROR, problem->domain == CTG_DATA_ERROR ? problem->code : CTG_DATA_ERROR_FORMAT,
                 T_ ("The figure in this PDF cannot be read: %s"), problem->message);

  return document;
}
