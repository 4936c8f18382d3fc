/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PNG: the same bytes twice, resolution and texts as asked for, bands that cannot be seen, memory that does not grow, limits. */

#include <cairo.h>
#include <string.h>
#include <sys/resource.h>

#include "base/ctg-error.h"
#include "export-fixture.h"
#include "render/ctg-deflate.h"
#include "render/ctg-render-private.h"
#include "scene/ctg-scene-builder.h"
#include "text/ctg-text-shape.h"

#define LARGE_WIDTH 20000
#define LARGE_HEIGHT 10000
#define PAGE_WIDTH 1000.0 /* points */
#define MAX_MEGABYTES 100

static CtgScene *
make_scene (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();

  return sample_scene_new (measure);
}

static GBytes *
make_png (double dpi,
          bool   transparent)
{
  g_autoptr(CtgScene) scene = make_scene ();
  CtgMetadata metadata = fixture_metadata ();

  return fixture_render (scene, CTG_FORMAT_PNG, dpi, transparent, &metadata);
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* The data of the first chunk of the type, of an iTXt chunk with the key; NULL if there is none. */
static const guint8 *
find_chunk (GBytes     *png,
            const char *type,
            const char *key,
            guint32    *length)
{
  size_t size;
  const guint8 *bytes = g_bytes_get_data (png, &size);

  for (size_t at = 8; at + 12 <= size; at += *length + 12)
    {
      *length = read_number (bytes + at);
      g_assert_cmpuint (at + 12 + *length, <=, size);
      if (memcmp (bytes + at + 4, type, 4) == 0 && (key == NULL || strncmp ((const char *) bytes + at + 8, key, *length) == 0))
        return bytes + at + 8;
    }

  return NULL;
}

static void
assert_text (GBytes     *png,
             const char *key,
             const char *language,
             const char *expected)
{
  guint32 length = 0;
  const char *chunk = (const char *) find_chunk (png, "iTXt", key, &length);

  g_assert_nonnull (chunk);
  chunk += strlen (key) + 1;
  g_assert_cmpint (chunk[0], ==, 0); /* not compressed */
  g_assert_cmpstr (chunk + 2, ==, language);
  chunk += 2 + strlen (language) + 2;

  g_autofree char *text = g_strndup (chunk, length - strlen (key) - strlen (language) - 5);

  g_assert_cmpstr (text, ==, expected);
}

/* Compressed, in no language. */
static void
assert_packed_text (GBytes     *png,
                    const char *key,
                    const char *expected)
{
  static const guint8 flags[] = { 1, 0, 0, 0 };
  guint32 length = 0;
  const guint8 *chunk = find_chunk (png, "iTXt", key, &length);
  g_autoptr(GError) error = NULL;

  g_assert_nonnull (chunk);

  size_t head = strlen (key) + 1 + sizeof flags;
  g_autoptr(GBytes) text = ctg_inflate (chunk + head, length - head, 1 << 20, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (chunk + strlen (key) + 1, sizeof flags, flags, sizeof flags);
  g_assert_cmpmem (g_bytes_get_data (text, NULL), g_bytes_get_size (text), expected, strlen (expected));
}

static void
test_same_bytes (void)
{
  g_autoptr(GBytes) a = make_png (100, false);
  g_autoptr(GBytes) b = make_png (100, false);

  g_assert_true (g_bytes_equal (a, b));
}

static void
test_chunks (void)
{
  g_autoptr(GBytes) png = make_png (300, false);
  CtgMetadata metadata = fixture_metadata ();
  guint32 length = 0;
  const guint8 *header = find_chunk (png, "IHDR", NULL, &length);
  const guint8 *resolution = find_chunk (png, "pHYs", NULL, &length);
  const guint8 *space = find_chunk (png, "sRGB", NULL, &length);

  g_assert_nonnull (header);
  g_assert_cmpuint (read_number (header), ==, 1417);     /* 340 pt * 300 / 72 = 1416.7 */
  g_assert_cmpuint (read_number (header + 4), ==, 1063); /* 255 pt: 1062.5 */
  g_assert_cmpuint (header[8], ==, 8);
  g_assert_cmpuint (header[9], ==, 2); /* RGB */
  g_assert_nonnull (resolution);
  g_assert_cmpuint (read_number (resolution), ==, 11811); /* 300 dpi in pixels per metre */
  g_assert_cmpuint (read_number (resolution + 4), ==, 11811);
  g_assert_cmpuint (resolution[8], ==, 1);
  g_assert_nonnull (space);
  g_assert_cmpuint (space[0], ==, 0); /* perceptual */
  assert_text (png, "Title", "en", SAMPLE_TITLE);
  assert_text (png, "Source", "en", metadata.source);
  assert_text (png, "Software", "", metadata.software);
  assert_text (png, "Author", "", metadata.author);
  assert_packed_text (png, "contingent", fixture_document);
}

static void
test_pngcheck (void)
{
  if (!fixture_has_program ("pngcheck"))
    return;

  for (int transparent = 0; transparent <= 1; transparent++)
    {
      g_autoptr(GBytes) png = make_png (150, transparent);
      g_autofree char *path = fixture_save (png, "check.png");
      g_autofree char *out = fixture_run ("pngcheck", "-v", path, NULL);

      g_assert_nonnull (strstr (out, "No errors detected"));
      g_assert_nonnull (strstr (out, "(150 dpi)"));
      g_assert_nonnull (strstr (out, transparent ? "32-bit RGB+alpha" : "24-bit RGB"));
    }
}

static cairo_surface_t *
load (GBytes     *png,
      const char *name)
{
  g_autofree char *path = fixture_save (png, name);
  cairo_surface_t *surface = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_flush (surface);

  return surface;
}

static guint32
get_pixel (cairo_surface_t *surface,
           int              x,
           int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (const void *) row)[x];
}

/* The picture is the same as one drawn at once, so nothing shows where bands meet. */
static void
test_bands (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgScene) scene = sample_figure_new (measure, 30, 600, 720);
  CtgMetadata metadata = { 0 };
  g_autoptr(GBytes) png = fixture_render (scene, CTG_FORMAT_PNG, 144, false, &metadata);
  cairo_surface_t *banded = load (png, "bands.png");
  cairo_surface_t *whole = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 1440);
  cairo_t *cr = cairo_create (whole);

  cairo_scale (cr, 2, 2);
  ctg_render_cairo (scene, cr, true);
  cairo_destroy (cr);
  cairo_surface_flush (whole);

  g_assert_cmpint (cairo_image_surface_get_width (banded), ==, 1200);
  g_assert_cmpint (cairo_image_surface_get_height (banded), ==, 1440);
  for (int y = 0; y < 1440; y++)
    for (int x = 0; x < 1200; x++)
      g_assert_cmphex (get_pixel (banded, x, y) & 0xffffff, ==, get_pixel (whole, x, y) & 0xffffff);

  cairo_surface_destroy (banded);
  cairo_surface_destroy (whole);
}

/* ---- symbols in thousands ---- */

#define CROWD_LAYERS 4

static void
add_dots (CtgSceneBuilder *builder,
          unsigned int     n_dots,
          CtgColor         color)
{
  CtgStyle style = { .fill = color };

  /* Over all edges of the page but its foot, in no order that bands could follow. */
  for (unsigned int i = 0; i < n_dots; i++)
    ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, CTG_SYMBOL_CIRCLE, (CtgPoint) { (i * 3571 % 6043) / 10.0 - 2, (i * 7919 % 6521) / 10.0 - 2 }, 3.7, &style);
}

/* Dots, a bar over them, dots over the bar, and a line at the foot, which none of them touches. */
static void
add_crowd_layer (CtgSceneBuilder *builder,
                 unsigned int     layer)
{
  CtgStyle bar = { .fill = ctg_color (0xd55e00) };
  CtgStyle line = { .stroke = ctg_color (0x000000), .stroke_width = 1 };

  if (layer == 0)
    add_dots (builder, 60000, (CtgColor) { 0.1f, 0.3f, 0.6f, 0.5f });
  else if (layer == 1)
    ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (100, 50, 60, 600), 0, &bar);
  else if (layer == 2)
    add_dots (builder, 700, (CtgColor) { 0.9f, 0.8f, 0.1f, 0.7f });
  else
    ctg_scene_builder_line (builder, CTG_ROLE_REFERENCE, (CtgPoint) { 10, 700 }, (CtgPoint) { 590, 700 }, &line);
}

static CtgScene *
make_crowd (unsigned int first_layer,
            unsigned int end_layer)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (600, 720, "en");

  for (unsigned int layer = first_layer; layer < end_layer; layer++)
    add_crowd_layer (builder, layer);

  return ctg_scene_builder_end (builder);
}

static GBytes *
make_crowd_png (unsigned int n_threads)
{
  g_autoptr(CtgScene) scene = make_crowd (0, CROWD_LAYERS);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CtgRenderOptions options = { 144, false };
  CtgMetadata metadata = { 0 };
  g_autoptr(GError) error = NULL;

  ctg_render_png_in_threads (scene, &options, &metadata, n_threads, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* One layer after the other, each as a scene of its own. */
static cairo_surface_t *
paint_crowd (void)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1200, 1440);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  for (unsigned int layer = 0; layer < CROWD_LAYERS; layer++)
    {
      g_autoptr(CtgScene) scene = make_crowd (layer, layer + 1);

      ctg_render_cairo (scene, cr, true);
    }
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* A megabyte of pixels is 218 rows. */
#define N_PLAIN_BANDS 7

static unsigned int
count_bands (GBytes *png)
{
  size_t size;
  const char *data = g_bytes_get_data (png, &size);
  unsigned int n = 0;

  for (size_t i = 0; i + 4 <= size; i++)
    n += memcmp (data + i, "IDAT", 4) == 0;

  return n;
}

/* Painted in any number of threads, the order of painting is that of the scene, and the file is the same; bands are lower where symbols crowd. */
static void
test_crowd (void)
{
  g_autoptr(GBytes) png = make_crowd_png (0);

  g_assert_cmpuint (count_bands (png), >, N_PLAIN_BANDS);
  cairo_surface_t *banded = load (png, "crowd.png");
  cairo_surface_t *whole = paint_crowd ();

  for (int y = 0; y < 1440; y++)
    for (int x = 0; x < 1200; x++)
      g_assert_cmphex (get_pixel (banded, x, y) & 0xffffff, ==, get_pixel (whole, x, y) & 0xffffff);
  cairo_surface_destroy (banded);
  cairo_surface_destroy (whole);

  for (unsigned int n_threads = 1; n_threads <= 8; n_threads *= 2)
    {
      g_autoptr(GBytes) by_threads = make_crowd_png (n_threads);

      g_assert_true (g_bytes_equal (png, by_threads));
    }
}

static void
test_transparent (void)
{
  g_autoptr(GBytes) with_alpha = make_png (144, true);
  g_autoptr(GBytes) without = make_png (144, false);
  cairo_surface_t *clear = load (with_alpha, "clear.png");
  cairo_surface_t *white = load (without, "white.png");

  /* The corner of the page, the first bar, and the half-transparent circle over nothing. */
  g_assert_cmphex (get_pixel (clear, 1, 1), ==, 0);
  g_assert_cmphex (get_pixel (white, 1, 1) & 0xffffff, ==, 0xffffff);
  g_assert_cmphex (get_pixel (clear, 260, 84), ==, 0xff0072b2);
  g_assert_cmphex (get_pixel (white, 260, 84) & 0xffffff, ==, 0x0072b2);
  g_assert_cmpuint (get_pixel (clear, 260, 254) >> 24, ==, 204); /* 0.8 of 255 */
  cairo_surface_destroy (clear);
  cairo_surface_destroy (white);
}

/* Edges that ask for it are on whole pixels at any resolution: the first bar's upper edge is never blended. */
static void
test_snap (void)
{
  for (double dpi = 90; dpi <= 130; dpi += 7)
    {
      g_autoptr(GBytes) png = make_png (dpi, false);
      cairo_surface_t *surface = load (png, "snap.png");
      int x = (int) (150 * dpi / 72);

      for (int y = (int) (33 * dpi / 72); y < (int) (51 * dpi / 72); y++)
        {
          guint32 pixel = get_pixel (surface, x, y) & 0xffffff;

          g_assert_true (pixel == 0xffffff || pixel == 0x0072b2);
        }
      cairo_surface_destroy (surface);
    }
}

static GBytes *
make_latin_figure (CtgFormat format)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgScene) scene = sample_figure_new (measure, 12, 400, 300);
  CtgMetadata metadata = { 0 };

  return fixture_render (scene, format, 150, false, &metadata);
}

/* Simple lines take a short way past Pango where the font is in its usual place and nobody has set up fontconfig, as these tests do.
 * It has to lead to the same picture. */
static void
test_short_way (void)
{
  g_autofree char *config = g_strdup (g_getenv ("FONTCONFIG_FILE"));
  g_autoptr(GBytes) through_pango = make_latin_figure (CTG_FORMAT_PNG);

  g_assert_nonnull (config);
  g_unsetenv ("FONTCONFIG_FILE");

  g_autofree char *file = ctg_text_dup_font_file (&(CtgFont) { "Liberation Sans", 10, false, false });
  g_autoptr(GBytes) past_it = make_latin_figure (CTG_FORMAT_PNG);

  g_setenv ("FONTCONFIG_FILE", config, true);
  if (file == NULL)
    {
      g_test_skip ("Liberation Sans is in an unusual place");
      return;
    }
  g_assert_true (g_bytes_equal (through_pango, past_it));
}

static void
assert_refused (double      width,
                double      height,
                double      dpi,
                const char *message)
{
  g_autoptr(CtgScene) scene = sample_page_new (width, height);
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CtgRenderOptions options = { dpi, false };
  CtgMetadata metadata = { 0 };
  g_autoptr(GError) error = NULL;

  g_assert_false (ctg_render_to_stream (scene, CTG_FORMAT_PNG, &options, &metadata, stream, NULL, &error));
  g_assert_error (error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_SIZE);
  g_assert_nonnull (strstr (error->message, message));
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static void
test_limits (void)
{
  g_autoptr(CtgScene) scene = sample_page_new (20000, 10000);
  int width, height;

  g_assert_true (ctg_render_get_png_size (scene, 72, &width, &height, NULL));
  g_assert_cmpint (width, ==, 20000);
  g_assert_cmpint (height, ==, 10000);
  assert_refused (20001, 10, 72, "20001 × 10 pixels");
  assert_refused (10, 20001, 72, "at most 20000 a side");
  assert_refused (20000, 10001, 72, "200 million in all");
  assert_refused (100, 100, 29, "29 dpi");
  assert_refused (100, 100, 2401, "2401 dpi");
  assert_refused (100, 100, -1, "-1 dpi");
  assert_refused (100, 100, 0.0 / 0.0, "dpi");
}

static void
test_cancelled (void)
{
  g_autoptr(CtgScene) scene = make_scene ();
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  CtgMetadata metadata = fixture_metadata ();

  g_cancellable_cancel (cancellable);
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      CtgRenderOptions options = { 100, false };
      g_autoptr(GError) error = NULL;

      g_assert_false (ctg_render_to_stream (scene, format, &options, &metadata, stream, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
}

/* A stream that fails half-way: its error comes out, and nothing is left behind (the sanitizers see to that). */
static void
test_full_disk (void)
{
  g_autoptr(CtgScene) scene = make_scene ();
  CtgMetadata metadata = fixture_metadata ();
  guint8 room[1000];

  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
      CtgRenderOptions options = { 100, false };
      g_autoptr(GError) error = NULL;

      g_assert_false (ctg_render_to_stream (scene, format, &options, &metadata, stream, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

/* The same in the midst of the picture, while other bands of it are being packed, and before its very end. */
static void
test_full_disk_later (void)
{
  g_autoptr(CtgScene) scene = make_scene ();
  CtgMetadata metadata = fixture_metadata ();
  CtgRenderOptions options = { 600, false };
  g_autoptr(GBytes) whole = make_png (options.dpi, false);
  size_t size = g_bytes_get_size (whole);
  g_autofree guint8 *room = g_malloc (size);

  for (unsigned int part = 2; part <= 9; part++)
    {
      g_autoptr(GOutputStream) stream = g_memory_output_stream_new (room, part < 9 ? size * part / 9 : size - 1, NULL, NULL);
      g_autoptr(GError) error = NULL;

      g_assert_false (ctg_render_to_stream (scene, CTG_FORMAT_PNG, &options, &metadata, stream, NULL, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
    }
}

/* ---- memory, in a process of its own ---- */

static void
draw_large (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgScene) scene = sample_figure_new (measure, 50, PAGE_WIDTH, PAGE_WIDTH * LARGE_HEIGHT / LARGE_WIDTH);
  g_autofree char *path = ctg_test_temp_path ("large.png");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GOutputStream) stream = G_OUTPUT_STREAM (g_file_replace (file, NULL, false, G_FILE_CREATE_NONE, NULL, NULL));
  CtgRenderOptions options = { LARGE_WIDTH / PAGE_WIDTH * 72, false };
  CtgMetadata metadata = { 0 };
  g_autoptr(GError) error = NULL;
  struct rusage usage;

  ctg_render_to_stream (scene, CTG_FORMAT_PNG, &options, &metadata, stream, NULL, &error);
  g_assert_no_error (error);
  getrusage (RUSAGE_SELF, &usage);
  g_print ("peak %ld kB\n", usage.ru_maxrss);
}

static void
test_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_message ("the sanitizer's own memory is counted too; only drawn");
#endif
  if (g_test_subprocess ())
    {
      draw_large ();
      return;
    }

  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  const char *argv[] = { self, "-p", "/export/png/memory", "--GTestSubprocess", NULL };
  g_autoptr(CtgTestRun) run = ctg_test_run (argv, NULL, 0);
  const char *peak = strstr (run->out, "peak ");

  g_assert_cmpint (run->status, ==, 0);
  g_assert_nonnull (peak);

  double megabytes = g_ascii_strtod (peak + 5, NULL) / 1024;

  g_test_message ("%d × %d pixels: peak %.0f MB", LARGE_WIDTH, LARGE_HEIGHT, megabytes);
  g_assert_cmpfloat (megabytes, >, 1);
#ifndef __SANITIZE_ADDRESS__
  g_assert_cmpfloat (megabytes, <, MAX_MEGABYTES);
#endif
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/export/png/same-bytes", test_same_bytes);
  g_test_add_func ("/export/png/chunks", test_chunks);
  g_test_add_func ("/export/png/pngcheck", test_pngcheck);
  g_test_add_func ("/export/png/bands", test_bands);
  g_test_add_func ("/export/png/crowd", test_crowd);
  g_test_add_func ("/export/png/transparent", test_transparent);
  g_test_add_func ("/export/png/snap", test_snap);
  g_test_add_func ("/export/png/short-way", test_short_way);
  g_test_add_func ("/export/png/limits", test_limits);
  g_test_add_func ("/export/png/cancelled", test_cancelled);
  g_test_add_func ("/export/png/full-disk", test_full_disk);
  g_test_add_func ("/export/png/full-disk-later", test_full_disk_later);
  g_test_add_func ("/export/png/memory", test_memory);

  return g_test_run ();
}
