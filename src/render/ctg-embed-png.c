/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the figure document in the text chunks of a PNG, without decoding the picture. */

#include "render/ctg-embed-private.h"

#include <png.h>
#include <string.h>

#include "base/ctg-error.h"
#include "render/ctg-render-private.h"

/* A few texts beside ours; more than that is no picture of ours. */
#define MAX_CHUNKS 100

typedef struct
{
  const char *data;
  size_t length;
  size_t position;
  png_structp png;
  png_infop info;
  GBytes *document;
  GError *error; /* the first */
} Reader;

static G_NORETURN void
error_cb (png_structp     png,
          png_const_charp message)
{
  Reader *self = png_get_error_ptr (png);

  if (self->error == NULL)
    g_set_error (&self->error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, "This PNG is damaged: %s.", message);
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp     png,
            png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
read_cb (png_structp png,
         png_bytep   data,
         size_t      length)
{
  Reader *self = png_get_io_ptr (png);

  if (length > self->length - self->position)
    png_error (png, "it ends too early");
  memcpy (data, self->data + self->position, length);
  self->position += length;
}

static void
take_document (Reader *self)
{
  png_textp texts = NULL;
  int n_texts = 0;

  png_get_text (self->png, self->info, &texts, &n_texts);
  for (int i = 0; i < n_texts && self->document == NULL; i++)
    if (g_str_equal (texts[i].key, CTG_DOCUMENT_PNG_KEY) && texts[i].text != NULL)
      self->document = g_bytes_new (texts[i].text, strlen (texts[i].text));
}

/* libpng leaves this function by longjmp(): it owns nothing. */
static bool
read_png (Reader *self)
{
  if (setjmp (png_jmpbuf (self->png)) != 0)
    return false;

  png_set_read_fn (self->png, self, read_cb);
  png_set_crc_action (self->png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
  png_set_benign_errors (self->png, 1);
  png_set_chunk_malloc_max (self->png, CTG_EMBED_MAX_BYTES + 4096);
  png_set_chunk_cache_max (self->png, MAX_CHUNKS);

  /* Programs that save a PNG again may put its texts behind the picture. */
  png_read_info (self->png, self->info);
  take_document (self);
  if (self->document == NULL)
    {
      png_read_end (self->png, self->info);
      take_document (self);
    }

  return true;
}

GBytes *
ctg_embed_extract_png (const char *data,
                       size_t      length,
                       GError    **error)
{
  Reader self = { .data = data, .length = length };
  bool read = false;

  self.png = png_create_read_struct (PNG_LIBPNG_VER_STRING, &self, error_cb, warning_cb);
  self.info = self.png != NULL ? png_create_info_struct (self.png) : NULL;
  if (self.info != NULL)
    read = read_png (&self);
  png_destroy_read_struct (&self.png, &self.info, NULL);

  if (read && self.document == NULL)
    g_set_error_literal (&self.error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
                         "This PNG holds no figure that can be opened: it was not exported from here, or another program has saved it again without it.");
  else if (self.document == NULL && self.error == NULL)
    g_set_error_literal (&self.error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, "There is not enough memory to read this PNG.");
  if (self.error != NULL)
    g_propagate_error (error, self.error);

  return self.document;
}
