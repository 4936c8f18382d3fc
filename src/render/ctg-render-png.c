/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a scene as PNG, drawn and compressed in bands so that memory does not grow with the picture. Resolution,
 * colour space, texts and the figure document go in too. Must not draw anything itself. */

#include "render/ctg-render-private.h"

#include <math.h>
#include <png.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-png-document.h"

#define BAND_BYTES (2u << 20)
#define BAND_MAX_ROWS 256

/* Above this level zlib takes much longer for 2 %. */
#define COMPRESSION_LEVEL 5
#define COMPRESSION_MEMORY 9
#define OUTPUT_BUFFER 65536

typedef struct
{
  const CtgScene *scene;
  const CtgMetadata *metadata;
  bool transparent;
  double dpi;
  int width, height;
  int band_rows;
  cairo_surface_t *band;
  CtgTextPainter *text;
  png_bytep row;
  png_bytep previous;
  png_structp png;
  png_infop info;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error; /* the first */
} Writer;

/* ---- libpng's callbacks ---- */

static G_NORETURN void
error_cb (png_structp     png,
          png_const_charp message)
{
  Writer *self = png_get_error_ptr (png);

  if (self->error == NULL)
    g_set_error (&self->error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_WRITE, T_ ("The PNG could not be written: %s."), message);
  png_longjmp (png, 1);
}

static void
warning_cb (png_structp     png,
            png_const_charp message)
{
  g_debug ("libpng: %s", message);
}

static void
write_cb (png_structp png,
          png_bytep   data,
          size_t      length)
{
  Writer *self = png_get_io_ptr (png);

  if (!g_output_stream_write_all (self->stream, data, length, NULL, self->cancellable, &self->error))
    png_error (png, "write error");
}

static void
flush_cb (png_structp png)
{
}

/* ---- what is not the picture ---- */

static unsigned int
add_text (png_text    *texts,
          unsigned int n_texts,
          const char  *key,
          const char  *value,
          const char  *language)
{
  if (value == NULL || *value == '\0')
    return n_texts;

  texts[n_texts] = (png_text) {
    .compression = strlen (value) > 1000 ? PNG_ITXT_COMPRESSION_zTXt : PNG_ITXT_COMPRESSION_NONE,
    .key = (char *) key,
    .text = (char *) value,
    .lang = (char *) language,
    .lang_key = NULL,
  };

  return n_texts + 1;
}

static void
set_texts (Writer *self)
{
  const char *language = ctg_scene_get_language (self->scene);
  png_text texts[7] = { 0 };
  unsigned int n_texts = 0;

  n_texts = add_text (texts, n_texts, "Title", ctg_scene_get_title (self->scene), language);
  n_texts = add_text (texts, n_texts, "Description", ctg_scene_get_description (self->scene), language);
  n_texts = add_text (texts, n_texts, "Author", self->metadata->author, NULL);
  n_texts = add_text (texts, n_texts, "Source", self->metadata->source, language);
  n_texts = add_text (texts, n_texts, "Keywords", self->metadata->keywords, language);
  n_texts = add_text (texts, n_texts, "Software", self->metadata->software, NULL);
  n_texts = add_text (texts, n_texts, CTG_DOCUMENT_PNG_KEY, self->metadata->document, NULL);
  png_set_text (self->png, self->info, texts, n_texts);
}

static void
write_head (Writer *self)
{
  png_uint_32 per_metre = (png_uint_32) lround (self->dpi / 0.0254);

  png_set_IHDR (self->png, self->info, self->width, self->height, 8, self->transparent ? PNG_COLOR_TYPE_RGB_ALPHA : PNG_COLOR_TYPE_RGB,
                PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_BASE, PNG_FILTER_TYPE_BASE);
  png_set_sRGB_gAMA_and_cHRM (self->png, self->info, PNG_sRGB_INTENT_PERCEPTUAL);
  png_set_pHYs (self->png, self->info, per_metre, per_metre, PNG_RESOLUTION_METER);
  set_texts (self);

  png_set_filter (self->png, PNG_FILTER_TYPE_BASE, PNG_FILTER_NONE | PNG_FILTER_UP); /* so that libpng keeps the row above */
  png_set_compression_level (self->png, COMPRESSION_LEVEL);
  png_set_compression_mem_level (self->png, COMPRESSION_MEMORY);
  png_set_compression_buffer_size (self->png, OUTPUT_BUFFER);
  png_write_info (self->png, self->info);
}

/* ---- the picture ---- */

static void
draw_band (Writer *self,
           int     first_row)
{
  cairo_t *cr = cairo_create (self->band);

  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (self->transparent)
    cairo_set_source_rgba (cr, 0, 0, 0, 0);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);

  cairo_translate (cr, 0, -first_row);
  cairo_scale (cr, self->width / ctg_scene_get_width (self->scene), self->height / ctg_scene_get_height (self->scene));
  ctg_render_cairo_with (self->scene, cr, !self->transparent, self->text);

  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  if (status != CAIRO_STATUS_SUCCESS)
    png_error (self->png, cairo_status_to_string (status));
  cairo_surface_flush (self->band);
}

static void
convert_opaque (const guint32 *pixels,
                png_bytep      row,
                int            width)
{
  for (int x = 0; x < width; x++, row += 3)
    {
      row[0] = pixels[x] >> 16;
      row[1] = pixels[x] >> 8;
      row[2] = pixels[x];
    }
}

/* cairo's colours are multiplied by alpha, PNG's are not. */
static void
convert_transparent (const guint32 *pixels,
                     png_bytep      row,
                     int            width)
{
  for (int x = 0; x < width; x++, row += 4)
    {
      guint32 alpha = pixels[x] >> 24;
      guint32 half = alpha / 2;

      if (alpha == 0)
        {
          memset (row, 0, 4);
          continue;
        }
      row[0] = (((pixels[x] >> 16) & 0xff) * 255 + half) / alpha;
      row[1] = (((pixels[x] >> 8) & 0xff) * 255 + half) / alpha;
      row[2] = ((pixels[x] & 0xff) * 255 + half) / alpha;
      row[3] = alpha;
    }
}

/* On figures, which are flat areas with text, filters help only where a row repeats the one above. */
static void
write_row (Writer *self,
           bool    first)
{
  size_t length = (size_t) self->width * (self->transparent ? 4 : 3);
  png_bytep written = self->row;

  if (!first)
    png_set_filter (self->png, PNG_FILTER_TYPE_BASE, memcmp (self->row, self->previous, length) == 0 ? PNG_FILTER_UP : PNG_FILTER_NONE);
  png_write_row (self->png, written);
  self->row = self->previous;
  self->previous = written;
}

static void
write_bands (Writer *self)
{
  const unsigned char *data = cairo_image_surface_get_data (self->band);
  int stride = cairo_image_surface_get_stride (self->band);

  for (int y = 0; y < self->height; y++)
    {
      int in_band = y % self->band_rows;

      if (in_band == 0)
        {
          if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
            png_error (self->png, "cancelled");
          draw_band (self, y);
        }

      const guint32 *pixels = (const guint32 *) (const void *) (data + (gsize) in_band * stride);

      if (self->transparent)
        convert_transparent (pixels, self->row, self->width);
      else
        convert_opaque (pixels, self->row, self->width);
      write_row (self, y == 0);
    }
}

static void
write_document (Writer *self)
{
  size_t length;
  GBytes *chunk = ctg_png_document_finish (self->metadata->png_document, &self->error);

  if (chunk == NULL)
    png_error (self->png, "no document");

  const guint8 *data = g_bytes_get_data (chunk, &length);

  png_write_chunk (self->png, (png_const_bytep) "iTXt", data, length);
}

/* libpng leaves this function by longjmp(): it owns nothing. */
static bool
write_png (Writer *self)
{
  if (setjmp (png_jmpbuf (self->png)) != 0)
    return false;

  png_set_write_fn (self->png, self, write_cb, flush_cb);
  write_head (self);
  write_bands (self);
  if (self->metadata->png_document != NULL)
    write_document (self);
  png_write_end (self->png, self->info);

  return true;
}

bool
ctg_render_png (const CtgScene         *scene,
                const CtgRenderOptions *options,
                const CtgMetadata      *metadata,
                GOutputStream          *stream,
                GCancellable           *cancellable,
                GError                **error)
{
  Writer self = {
    .scene = scene, .metadata = metadata, .transparent = options->transparent, .dpi = options->dpi, .stream = stream, .cancellable = cancellable,
  };

  if (!ctg_render_get_png_size (scene, options->dpi, &self.width, &self.height, error))
    return false;

  self.band_rows = CLAMP ((int) (BAND_BYTES / 4 / self.width), 1, MIN (BAND_MAX_ROWS, self.height));
  self.band = cairo_image_surface_create (self.transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24, self.width, self.band_rows);
  self.text = ctg_text_painter_new ();
  self.row = g_malloc ((gsize) self.width * 4);
  self.previous = g_malloc ((gsize) self.width * 4);
  self.png = png_create_write_struct (PNG_LIBPNG_VER_STRING, &self, error_cb, warning_cb);
  self.info = self.png != NULL ? png_create_info_struct (self.png) : NULL;

  bool done = false;

  if (self.info == NULL || cairo_surface_status (self.band) != CAIRO_STATUS_SUCCESS)
    g_set_error_literal (&self.error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_WRITE, T_ ("There is not enough memory to write the PNG."));
  else
    done = write_png (&self);

  png_destroy_write_struct (&self.png, &self.info);
  g_free (self.row);
  g_free (self.previous);
  ctg_text_painter_free (self.text);
  cairo_surface_destroy (self.band);
  if (!done)
    g_propagate_error (error, self.error);

  return done;
}
