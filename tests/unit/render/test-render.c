/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sinks are made of: formats by name, symbols of equal weight, strokes and hatches where they belong, XML text, zlib streams, the rows
 * of a PNG, and the PDF update's refusal of what it does not know. Whole files are the export suite's. */

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "ctg-test.h"
#include "render/ctg-deflate.h"
#include "render/ctg-pdf-update.h"
#include "render/ctg-png-packer.h"
#include "render/ctg-render.h"
#include "render/ctg-svg-text.h"
#include "scene/ctg-scene-builder.h"

static void
test_formats (void)
{
  CtgFormat format = CTG_N_FORMATS;

  for (CtgFormat i = 0; i < CTG_N_FORMATS; i++)
    {
      g_assert_true (ctg_format_from_name (ctg_format_get_extension (i), &format));
      g_assert_cmpint (format, ==, i);
    }
  g_assert_true (ctg_format_from_name ("SVG", &format));
  g_assert_cmpint (format, ==, CTG_FORMAT_SVG);
  g_assert_cmpstr (ctg_format_get_mime_type (format), ==, "image/svg+xml");
  g_assert_false (ctg_format_from_name ("jpeg", &format));
  g_assert_false (ctg_format_from_name ("", &format));
}

/* ---- drawing ---- */

/* The scene at scale pixels a point, black where it paints and white elsewhere. */
static cairo_surface_t *
draw (CtgSceneBuilder *builder,
      double           scale)
{
  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (ctg_scene_get_width (scene) * scale),
                                                         (int) (ctg_scene_get_height (scene) * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  ctg_render_cairo (scene, cr, true);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* How much is painted there, 0 to 1. */
static double
get_ink (cairo_surface_t *surface,
         int              x,
         int              y)
{
  const guint8 *row = cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface);

  return 1 - (((const guint32 *) (const void *) row)[x] & 0xff) / 255.0;
}

static double
get_area (cairo_surface_t *surface)
{
  double sum = 0;

  for (int y = 0; y < cairo_image_surface_get_height (surface); y++)
    for (int x = 0; x < cairo_image_surface_get_width (surface); x++)
      sum += get_ink (surface, x, y);

  return sum;
}

static void
test_symbols (void)
{
  const CtgStyle black = { .fill = { 0, 0, 0, 1 } };

  for (CtgSymbol symbol = CTG_SYMBOL_CIRCLE; symbol <= CTG_SYMBOL_DASH; symbol++)
    {
      CtgSceneBuilder *builder = ctg_scene_builder_new (60, 60, "en");

      ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, symbol, (CtgPoint) { 30, 30 }, 20, &black);

      cairo_surface_t *surface = draw (builder, 4);
      double area = get_area (surface) / 16;

      g_assert_cmpfloat_with_epsilon (area, G_PI * 10 * 10, 2);
      cairo_surface_destroy (surface);
    }
}

static void
test_strokes (void)
{
  CtgStyle style = { .stroke = { 0, 0, 0, 1 }, .stroke_width = 2 };
  CtgPoint from = { 10, 10 }, to = { 40, 10 };
  static const struct { CtgDash dash; CtgCap cap; double area; } cases[] = {
    { CTG_DASH_SOLID, CTG_CAP_BUTT, 60 },
    { CTG_DASH_SOLID, CTG_CAP_ROUND, 60 + G_PI },
    { CTG_DASH_DASHED, CTG_CAP_BUTT, 36 }, /* 6 on, 4 off, three times */
    { CTG_DASH_DOTTED, CTG_CAP_BUTT, 6 * G_PI }, /* a dot every 6: at 0 to 30, six of them whole or cut at the end */
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CtgSceneBuilder *builder = ctg_scene_builder_new (50, 20, "en");

      style.dash = cases[i].dash;
      style.cap = cases[i].cap;
      ctg_scene_builder_line (builder, CTG_ROLE_MARK, from, to, &style);

      cairo_surface_t *surface = draw (builder, 8);

      g_assert_cmpfloat_with_epsilon (get_area (surface) / 64, cases[i].area, 4);
      cairo_surface_destroy (surface);
    }
}

/* Lines 3 pt apart and 0.6 pt wide cover a fifth, and nothing outside the shape. */
static void
test_hatch (void)
{
  const CtgStyle hatched = { .stroke = { 0, 0, 0, 1 }, .hatch = CTG_HATCH_DIAGONAL };
  CtgSceneBuilder *builder = ctg_scene_builder_new (100, 100, "en");

  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (20, 20, 60, 60), 0, &hatched);

  cairo_surface_t *surface = draw (builder, 4);

  g_assert_cmpfloat_with_epsilon (get_area (surface) / 16, 60 * 60 * 0.2, 15);
  for (int i = 0; i < 400; i++)
    {
      g_assert_cmpfloat (get_ink (surface, i, 78), ==, 0);
      g_assert_cmpfloat (get_ink (surface, 321, i), ==, 0);
    }
  cairo_surface_destroy (surface);
}

static void
test_background (void)
{
  const CtgStyle black = { .fill = { 0, 0, 0, 1 } };
  CtgSceneBuilder *builder = ctg_scene_builder_new (10, 10, "en");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 10, 10);
  cairo_t *cr = cairo_create (surface);

  ctg_scene_builder_push (builder, CTG_ROLE_BACKGROUND, NULL);
  ctg_scene_builder_rect (builder, CTG_ROLE_NONE, ctg_rect (0, 0, 10, 10), 0, &black);
  ctg_scene_builder_pop (builder);
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (5, 5, 2, 2), 0, &black);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);

  ctg_render_cairo (scene, cr, false);
  cairo_surface_flush (surface);

  const guint32 *pixels = (const guint32 *) (const void *) cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface) / 4;

  g_assert_cmphex (pixels[stride + 1], ==, 0);
  g_assert_cmphex (pixels[5 * stride + 5], ==, 0xff000000);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* A quarter of a pixel stays visible where the style asks for whole pixels, and stays a quarter where it does not. */
static void
test_thin (void)
{
  for (int snap = 0; snap <= 1; snap++)
    {
      CtgStyle style = { .fill = { 0, 0, 0, 1 }, .snap = snap };
      CtgSceneBuilder *builder = ctg_scene_builder_new (10, 10, "en");

      ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (2.1, 2.1, 0.25, 4), 0, &style);

      cairo_surface_t *surface = draw (builder, 1);

      g_assert_cmpfloat_with_epsilon (get_ink (surface, 2, 4), snap ? 1 : 0.25, 0.02);
      cairo_surface_destroy (surface);
    }
}

/* ---- words and bytes ---- */

static void
test_svg_text (void)
{
  g_autoptr(GString) svg = g_string_new (NULL);

  ctg_svg_append_text (svg, "a<b>&\"c\"\n\x01|\xef\xbf\xbf|\xef\xbb\xbf|\xef");
  g_assert_cmpstr (svg->str, ==, "a&lt;b&gt;&amp;&quot;c&quot;  |\xef\xbf\xbd|\xef\xbb\xbf|\xef");
  g_string_truncate (svg, 0);
  ctg_svg_append_document (svg, "{\"a\":\r\n\t\"]]>\xef\xbf\xbe\"}");
  g_assert_cmpstr (svg->str, ==, "{\"a\":&#13;\n\t\"]]&gt;\\ufffe\"}");
  g_string_truncate (svg, 0);
  ctg_svg_append_number (svg, -1234.56789);
  g_assert_cmpstr (svg->str, ==, "-1234.568");
}

/* That of zlib's level 5. */
static const CtgDeflateEffort effort = { .level = 5, .good = 8, .lazy = 16, .nice = 32, .chain = 32 };

static void
test_deflate (void)
{
  g_autofree char *data = g_malloc0 (100000);
  g_autoptr(GBytes) packed = ctg_deflate (data, 100000, &effort);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) unpacked = ctg_inflate (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), 100000, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (data, 100000, g_bytes_get_data (unpacked, NULL), g_bytes_get_size (unpacked));
  g_assert_cmpuint (g_bytes_get_size (packed), <, 1000);
  g_assert_null (ctg_inflate (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), 99999, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
  g_clear_error (&error);
  g_assert_null (ctg_inflate (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed) / 2, 100000, &error));
  g_assert_nonnull (error);
}

#define BAND_ROWS 40
#define N_ROWS 610 /* the last band is a quarter full */
#define SPACE 5    /* bytes between rows */

typedef struct
{
  int row_bytes;
  int period; /* rows alike */
} Rows;

static guint8
get_sample (const Rows *rows,
            int         y,
            int         x)
{
  guint32 number = (guint32) (y - y % rows->period) * 70001 + x;

  return (number * 2654435761u) >> 24;
}

/* Each byte less by one, which is made good where the band is packed. */
static void
fill_band (const Rows *rows,
           guint8     *row,
           int         first,
           int         n_rows)
{
  for (int y = 0; y < n_rows; y++, row += rows->row_bytes + SPACE)
    for (int x = 0; x < rows->row_bytes; x++)
      row[x] = get_sample (rows, first + y, x) - 1;
}

static void
finish_band (unsigned int band,
             guint8      *row,
             int          n_rows,
             void        *user_data)
{
  const Rows *rows = user_data;
  int first = (int) band * BAND_ROWS;

  for (int y = 0; y < n_rows; y++, row += rows->row_bytes + SPACE)
    for (int x = 0; x < rows->row_bytes; x++)
      {
        row[x]++;
        g_assert_cmpuint (row[x], ==, get_sample (rows, first + y, x));
      }
}

static GBytes *
pack_rows (const Rows  *rows,
           unsigned int n_threads)
{
  g_autoptr(CtgPngPacker) packer = ctg_png_packer_new (rows->row_bytes, rows->row_bytes + SPACE, BAND_ROWS, (N_ROWS + BAND_ROWS - 1) / BAND_ROWS, n_threads,
                                                       &effort, finish_band, (void *) rows);
  GByteArray *all = g_byte_array_new ();

  for (int sent = 0; sent < N_ROWS || !ctg_png_packer_is_empty (packer);)
    {
      if (sent < N_ROWS && !ctg_png_packer_is_full (packer))
        {
          int n_rows = MIN (BAND_ROWS, N_ROWS - sent);

          fill_band (rows, ctg_png_packer_get_rows (packer), sent, n_rows);
          ctg_png_packer_send (packer, n_rows);
          sent += n_rows;
        }
      else
        {
          size_t length;
          const guint8 *packed = ctg_png_packer_take (packer, &length);

          g_byte_array_append (all, packed, length);
        }
    }

  return g_byte_array_free_to_bytes (all);
}

static void
assert_packed (const Rows *rows,
               GBytes     *packed)
{
  size_t stride = rows->row_bytes + 1;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) unpacked = ctg_inflate (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), N_ROWS * stride, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (unpacked), ==, N_ROWS * stride);
  for (int y = 0; y < N_ROWS; y++)
    {
      const guint8 *row = (const guint8 *) g_bytes_get_data (unpacked, NULL) + y * stride;
      bool repeats = y % rows->period != 0 && y % BAND_ROWS != 0;

      g_assert_cmpuint (row[0], ==, repeats ? 2 : 0);
      for (int x = 0; x < rows->row_bytes; x++)
        g_assert_cmpuint (row[1 + x], ==, repeats ? 0 : get_sample (rows, y, x));
    }
}

/* One stream of rows that says which of them repeat; the same from none, one or several threads. */
static void
test_packer (void)
{
  /* No row repeats; too few of them to be worth it; runs; and as many blocks as there can be, of next to nothing. */
  static const Rows samples[] = { { 3000, 1 }, { 3000, 3 }, { 3000, 17 }, { 3, 5 } };

  for (unsigned int i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr(GBytes) packed = pack_rows (&samples[i], 0);

      assert_packed (&samples[i], packed);
      for (unsigned int n_threads = 1; n_threads <= 5; n_threads += 2)
        {
          g_autoptr(GBytes) by_threads = pack_rows (&samples[i], n_threads);

          g_assert_true (g_bytes_equal (packed, by_threads));
        }
    }
}

/* A layout it does not know stays as it is. */
static void
test_pdf_update (void)
{
  static const char *const files[] = {
    "", "%PDF-1.4\n", "%PDF-1.5\nstream\n/Size 3 /Root 1 0 R /Info 2 0 R\nstartxref\n5\n%%EOF\n",
    "%PDF-1.4\nxref\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n5\n%%EOF\n",
    "%PDF-1.4\n1 0 obj\n<<\nendobj\nxref\ntrailer\n<< /Size 3 /Root 1 0 R /Info 2 0 R >>\nstartxref\n5\n%%EOF\n",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr(GByteArray) pdf = g_byte_array_new ();

      g_byte_array_append (pdf, (const guint8 *) files[i], strlen (files[i]));
      g_assert_false (ctg_pdf_update (pdf, "en", "alt", "{}"));
      g_assert_cmpmem (pdf->data, pdf->len, files[i], strlen (files[i]));
    }
}

static cairo_surface_t *
paint_dots (unsigned int n_dots,
            bool         alike)
{
  g_autoptr(CtgSceneBuilder) builder = ctg_scene_builder_new (200, 100, "en");
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 400, 200);
  cairo_t *cr = cairo_create (surface);

  for (unsigned int i = 0; i < n_dots; i++)
    {
      CtgStyle style = { .fill = ctg_color (0x123a66) };

      /* A hair apart in size, and no two are alike. */
      ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, CTG_SYMBOL_CIRCLE, (CtgPoint) { 5.03 + (i % 38) * 5.017, 5.01 + (double) (i / 38) * 5.013 },
                                alike || i % 2 == 0 ? 4 : 4.0001, &style);
    }

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (g_steal_pointer (&builder));

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, 2, 2);
  ctg_render_cairo (scene, cr, true);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Hundreds of symbols alike are stamped: the same picture within an eighth of a pixel at their edges. */
static void
test_stamps (void)
{
  cairo_surface_t *stamped = paint_dots (600, true);
  cairo_surface_t *drawn = paint_dots (600, false);
  unsigned int worst = 0;
  unsigned long differing = 0;
  double sum = 0;

  for (int y = 0; y < 200; y++)
    {
      const guint32 *a = (const guint32 *) (const void *) (cairo_image_surface_get_data (stamped) + y * cairo_image_surface_get_stride (stamped));
      const guint32 *b = (const guint32 *) (const void *) (cairo_image_surface_get_data (drawn) + y * cairo_image_surface_get_stride (drawn));

      for (int x = 0; x < 400; x++)
        {
          int difference = (int) ((a[x] >> 16) & 0xff) - (int) ((b[x] >> 16) & 0xff);

          worst = MAX (worst, (unsigned int) abs (difference));
          differing += difference != 0;
          sum += difference;
        }
    }
  g_assert_cmpuint (differing, >, 0);
  /* An eighth of a pixel both ways is 0.18 of one; a circle's edge is rounded by either way of drawing. */
  g_assert_cmpfloat (worst, <=, 255 * 0.18 + 12);
  g_assert_cmpfloat (fabs (sum) / (400 * 200), <, 0.3);

  cairo_surface_destroy (stamped);
  cairo_surface_destroy (drawn);
}

/* Half-transparent dots over each other and over the edges; a clip keeps the pixels out of reach of all but cairo. */
static cairo_surface_t *
paint_crowd (cairo_format_t format,
             bool           clipped)
{
  g_autoptr(CtgSceneBuilder) builder = ctg_scene_builder_new (100, 80, "en");
  cairo_surface_t *surface = cairo_image_surface_create (format, 301, 241);
  cairo_t *cr = cairo_create (surface);

  for (unsigned int i = 0; i < 2000; i++)
    {
      CtgStyle style = { .fill = { 0.9f, 0.3f, 0.07f, 0.43f } };

      ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, CTG_SYMBOL_CIRCLE, (CtgPoint) { (i * 37 % 1013) / 10.0 - 1, (i * 91 % 811) / 10.0 - 1 }, 2.7, &style);
    }

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (g_steal_pointer (&builder));

  if (format == CAIRO_FORMAT_RGB24)
    {
      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
    }
  if (clipped)
    {
      cairo_rectangle (cr, 0, 0, 301, 240);
      cairo_clip (cr);
    }
  cairo_scale (cr, 3, 3);
  ctg_render_cairo (scene, cr, true);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* What is set without cairo is what cairo sets. */
static void
test_stamp_pixels (void)
{
  static const cairo_format_t formats[] = { CAIRO_FORMAT_RGB24, CAIRO_FORMAT_ARGB32 };

  for (unsigned int f = 0; f < G_N_ELEMENTS (formats); f++)
    {
      cairo_surface_t *ours = paint_crowd (formats[f], false);
      cairo_surface_t *cairos = paint_crowd (formats[f], true);
      guint32 mask = formats[f] == CAIRO_FORMAT_RGB24 ? 0xffffff : 0xffffffff;
      guint32 seen = 0;

      for (int y = 0; y < 240; y++)
        {
          const guint32 *a = (const guint32 *) (const void *) (cairo_image_surface_get_data (ours) + y * cairo_image_surface_get_stride (ours));
          const guint32 *b = (const guint32 *) (const void *) (cairo_image_surface_get_data (cairos) + y * cairo_image_surface_get_stride (cairos));

          for (int x = 0; x < 301; x++)
            {
              g_assert_cmphex (a[x] & mask, ==, b[x] & mask);
              seen |= a[x];
            }
        }
      g_assert_cmphex (seen & mask, !=, 0);

      cairo_surface_destroy (ours);
      cairo_surface_destroy (cairos);
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/render/formats", test_formats);
  g_test_add_func ("/render/symbols", test_symbols);
  g_test_add_func ("/render/strokes", test_strokes);
  g_test_add_func ("/render/hatch", test_hatch);
  g_test_add_func ("/render/background", test_background);
  g_test_add_func ("/render/thin", test_thin);
  g_test_add_func ("/render/svg-text", test_svg_text);
  g_test_add_func ("/render/stamps", test_stamps);
  g_test_add_func ("/render/stamp-pixels", test_stamp_pixels);
  g_test_add_func ("/render/deflate", test_deflate);
  g_test_add_func ("/render/packer", test_packer);
  g_test_add_func ("/render/pdf-update", test_pdf_update);

  return g_test_run ();
}
