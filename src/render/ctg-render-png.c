/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a scene as PNG, drawn and packed in bands so that memory does not grow with the picture. What needs cairo is drawn on one thread; stamps, which come
 * in thousands, are blended where the band is packed. Resolution, colour space, texts and the figure document go in too. Must not draw anything itself. */

#include "render/ctg-render-private.h"

#include <math.h>
#include <png.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-png-document.h"
#include "render/ctg-png-packer.h"

#define BAND_BYTES (1u << 20)
#define BAND_MAX_ROWS 256

/* So many stamps take as long as a band without any: where they crowd, bands are lower, so that threads share the crowd. */
#define BAND_STAMPS 8192u
#define BAND_MIN_ROWS 16

/* Each needs the memory of a band. */
#define MAX_THREADS 4

#define PIXEL_BYTES 4 /* cairo's */

/* A figure is mostly one long match after the other, so that little is gained by looking twice: 3 to 6 % smaller than zlib's level 5, and no slower. */
static const CtgDeflateEffort thorough = { .level = 3, .good = 8, .lazy = 258, .nice = 258, .chain = 16 };

/* A picture of many thousand stamps takes long enough to draw: two thirds of the time, for 10 to 15 % more. */
static const CtgDeflateEffort quick = { .level = 3, .good = 8, .lazy = 64, .nice = 258, .chain = 12 };
#define MANY_STAMPS 10000u

typedef struct
{
  const CtgScene *scene;
  const CtgMetadata *metadata;
  bool transparent;
  double dpi;
  int width, height;
  int band_rows;        /* of the highest band */
  GArray *band_starts;  /* int: the first row of each band, and the end */
  size_t stride;
  CtgTextPainter *text;
  CtgRenderList *list;
  const CtgStampRun **stamps; /* of each band, what is left to be blended; nullable */
  CtgPngPacker *packer;
  GPtrArray *chunks; /* of the document; NULL where there is none, or it is made meanwhile */
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
  png_text texts[6] = { 0 };
  unsigned int n_texts = 0;

  n_texts = add_text (texts, n_texts, "Title", ctg_scene_get_title (self->scene), language);
  n_texts = add_text (texts, n_texts, "Description", ctg_scene_get_description (self->scene), language);
  n_texts = add_text (texts, n_texts, "Author", self->metadata->author, NULL);
  n_texts = add_text (texts, n_texts, "Source", self->metadata->source, language);
  n_texts = add_text (texts, n_texts, "Keywords", self->metadata->keywords, language);
  n_texts = add_text (texts, n_texts, "Software", self->metadata->software, NULL);
  png_set_text (self->png, self->info, texts, n_texts);
}

static void
write_document (Writer          *self,
                const GPtrArray *chunks)
{
  for (unsigned int i = 0; i < chunks->len; i++)
    {
      size_t length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (chunks, i), &length);

      png_write_chunk (self->png, (png_const_bytep) "iTXt", data, length);
    }
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

  png_write_info (self->png, self->info);
  if (self->chunks != NULL)
    write_document (self, self->chunks);
}

/* ---- the picture ---- */

static size_t
get_row_bytes (const Writer *self)
{
  return (size_t) self->width * (self->transparent ? 4 : 3);
}

static cairo_format_t
get_format (const Writer *self)
{
  return self->transparent ? CAIRO_FORMAT_ARGB32 : CAIRO_FORMAT_RGB24;
}

static cairo_matrix_t
get_matrix (const Writer *self)
{
  cairo_matrix_t matrix;

  cairo_matrix_init_scale (&matrix, self->width / ctg_scene_get_width (self->scene), self->height / ctg_scene_get_height (self->scene));

  return matrix;
}

static void
clear (const Writer *self,
       cairo_t      *cr)
{
  cairo_set_operator (cr, CAIRO_OPERATOR_SOURCE);
  if (self->transparent)
    cairo_set_source_rgba (cr, 0, 0, 0, 0);
  else
    cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
}

static unsigned int
get_n_bands (const Writer *self)
{
  return self->band_starts->len - 1;
}

/* The end of the one before it. */
static int
get_band_start (const Writer *self,
                unsigned int  band)
{
  return g_array_index (self->band_starts, int, band);
}

/* Where bands begin depends on the picture alone. */
static GArray *
cut_bands (const Writer *self)
{
  GArray *starts = g_array_new (false, false, sizeof (int));
  g_autofree unsigned int *n_stamps = g_new0 (unsigned int, self->height);
  const GArray *places = self->list->places;
  unsigned int n_in_band = 0;
  int start = 0;

  for (unsigned int i = 0; i < places->len; i++)
    n_stamps[CLAMP (g_array_index (places, CtgStampPlace, i).y / CTG_STAMP_PLACES, 0, self->height - 1)]++;

  g_array_append_val (starts, start);
  for (int y = 0; y < self->height; y++)
    {
      bool is_crowded = n_in_band > 0 && n_in_band + n_stamps[y] > BAND_STAMPS && y - start >= BAND_MIN_ROWS;

      if (y - start == self->band_rows || is_crowded)
        {
          start = y;
          n_in_band = 0;
          g_array_append_val (starts, start);
        }
      n_in_band += n_stamps[y];
    }
  g_array_append_val (starts, self->height);

  return starts;
}

static CtgPixels
get_pixels (const Writer *self,
            unsigned int  band,
            guint8       *rows,
            int           n_rows)
{
  return (CtgPixels) { .data = rows, .stride = self->stride, .width = self->width, .height = n_rows, .first_row = get_band_start (self, band) };
}

/* All but the stamps that come last. */
static void
draw_band (Writer      *self,
           unsigned int band,
           guint8      *rows,
           int          n_rows)
{
  cairo_surface_t *surface = cairo_image_surface_create_for_data (rows, get_format (self), self->width, n_rows, self->stride);
  cairo_t *cr = cairo_create (surface);
  cairo_matrix_t matrix = get_matrix (self);
  CtgPixels pixels = get_pixels (self, band, rows, n_rows);

  clear (self, cr);
  cairo_translate (cr, 0, -pixels.first_row);
  cairo_transform (cr, &matrix);
  self->stamps[band] = ctg_render_cairo_band (self->list, cr, &pixels, self->text);

  cairo_status_t status = cairo_status (cr);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    png_error (self->png, cairo_status_to_string (status));
}

/* Four bytes become three, from the left in their own place. */
static void
convert_opaque (guint8 *row,
                int     width)
{
  const guint32 *pixels = (const guint32 *) (const void *) row;

  for (int x = 0; x < width; x++, row += 3)
    {
      guint32 pixel = pixels[x];

      row[0] = pixel >> 16;
      row[1] = pixel >> 8;
      row[2] = pixel;
    }
}

/* cairo's colours are multiplied by alpha, PNG's are not. */
static void
convert_transparent (guint8 *row,
                     int     width)
{
  const guint32 *pixels = (const guint32 *) (const void *) row;

  for (int x = 0; x < width; x++, row += 4)
    {
      guint32 pixel = pixels[x];
      guint32 alpha = pixel >> 24;
      guint32 half = alpha / 2;

      if (alpha == 0)
        {
          memset (row, 0, 4);
          continue;
        }
      row[0] = (((pixel >> 16) & 0xff) * 255 + half) / alpha;
      row[1] = (((pixel >> 8) & 0xff) * 255 + half) / alpha;
      row[2] = ((pixel & 0xff) * 255 + half) / alpha;
      row[3] = alpha;
    }
}

/* In the packer's threads: what is left to be drawn, then the pixels as PNG has them. */
static void
finish_band (unsigned int band,
             guint8      *rows,
             int          n_rows,
             void        *user_data)
{
  const Writer *self = user_data;
  const CtgStampRun *stamps = self->stamps[band];
  CtgPixels pixels = get_pixels (self, band, rows, n_rows);

  if (stamps != NULL)
    ctg_stamp_blend (stamps->stamp, ctg_render_list_get_places (self->list, stamps), stamps->n, &pixels);
  for (int y = 0; y < n_rows; y++)
    {
      if (self->transparent)
        convert_transparent (rows + y * self->stride, self->width);
      else
        convert_opaque (rows + y * self->stride, self->width);
    }
}

static void
write_packed (Writer *self)
{
  size_t length;
  const guint8 *packed = ctg_png_packer_take (self->packer, &length);

  png_write_chunk (self->png, (png_const_bytep) "IDAT", packed, length);
}

static void
write_bands (Writer *self)
{
  for (unsigned int band = 0; band < get_n_bands (self); band++)
    {
      int n_rows = get_band_start (self, band + 1) - get_band_start (self, band);

      if (g_cancellable_set_error_if_cancelled (self->cancellable, &self->error))
        png_error (self->png, "cancelled");
      if (ctg_png_packer_is_full (self->packer))
        write_packed (self);
      draw_band (self, band, ctg_png_packer_get_rows (self->packer), n_rows);
      ctg_png_packer_send (self->packer, n_rows);
    }
  while (!ctg_png_packer_is_empty (self->packer))
    write_packed (self);
}

static void
write_late_document (Writer *self)
{
  const GPtrArray *chunks = ctg_png_document_finish (self->metadata->png_document, &self->error);

  if (chunks == NULL)
    png_error (self->png, "no document");
  write_document (self, chunks);
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
    write_late_document (self);
  png_write_chunk (self->png, (png_const_bytep) "IEND", NULL, 0); /* png_write_end() asks for rows that went through libpng */

  return true;
}

static void
prepare (Writer      *self,
         unsigned int n_threads)
{
  cairo_matrix_t matrix = get_matrix (self);
  CtgRect page = ctg_rect (0, 0, ctg_scene_get_width (self->scene), ctg_scene_get_height (self->scene));
  CtgLayers layers = self->transparent ? CTG_LAYER_FIGURE : CTG_LAYER_FIGURE | CTG_LAYER_BACKGROUND;

  self->band_rows = CLAMP ((int) (BAND_BYTES / PIXEL_BYTES / self->width), 1, MIN (BAND_MAX_ROWS, self->height));
  /* A byte more than the pixels, as long as a pixel so that all of them are aligned. */
  self->stride = PIXEL_BYTES * ((size_t) self->width + 1);
  self->text = ctg_text_painter_new ();
  self->list = ctg_render_list_new (self->scene, layers, page, &matrix, ctg_stamp_get_scale (&matrix));
  self->band_starts = cut_bands (self);
  self->stamps = g_new0 (const CtgStampRun *, get_n_bands (self));
  self->packer = ctg_png_packer_new (get_row_bytes (self), self->stride, self->band_rows, get_n_bands (self), get_n_bands (self) > 1 ? MIN (get_n_bands (self), n_threads) : 0,
                                     self->list->places->len < MANY_STAMPS ? &thorough : &quick, finish_band, self);
  self->chunks = self->metadata->document != NULL ? ctg_png_document_make_chunks (self->metadata->document) : NULL;
  self->png = png_create_write_struct (PNG_LIBPNG_VER_STRING, self, error_cb, warning_cb);
  self->info = self->png != NULL ? png_create_info_struct (self->png) : NULL;
}

/* First the packer, whose threads may be at work. */
static void
finish (Writer *self)
{
  ctg_png_packer_free (self->packer);
  png_destroy_write_struct (&self->png, &self->info);
  g_clear_pointer (&self->chunks, g_ptr_array_unref);
  g_free (self->stamps);
  g_array_unref (self->band_starts);
  ctg_render_list_free (self->list);
  ctg_text_painter_free (self->text);
}

bool
ctg_render_png_in_threads (const CtgScene         *scene,
                           const CtgRenderOptions *options,
                           const CtgMetadata      *metadata,
                           unsigned int            n_threads,
                           GOutputStream          *stream,
                           GCancellable           *cancellable,
                           GError                **error)
{
  Writer self = {
    .scene = scene, .metadata = metadata, .transparent = options->transparent, .dpi = options->dpi, .stream = stream, .cancellable = cancellable,
  };
  bool done = false;

  if (!ctg_render_get_png_size (scene, options->dpi, &self.width, &self.height, error))
    return false;

  prepare (&self, n_threads);
  if (self.info == NULL || self.packer == NULL)
    g_set_error_literal (&self.error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_WRITE, T_ ("There is not enough memory to write the PNG."));
  else
    done = write_png (&self);
  finish (&self);
  if (!done)
    g_propagate_error (error, self.error);

  return done;
}

bool
ctg_render_png (const CtgScene         *scene,
                const CtgRenderOptions *options,
                const CtgMetadata      *metadata,
                GOutputStream          *stream,
                GCancellable           *cancellable,
                GError                **error)
{
  return ctg_render_png_in_threads (scene, options, metadata, MIN (MAX_THREADS, g_get_num_processors ()), stream, cancellable, error);
}
