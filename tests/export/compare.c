/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks Chromium for the boxes of texts and librsvg for a picture. Must not know how our own files are written. */

#include "compare.h"

#include <cairo.h>
#include <math.h>
#include <string.h>

#define BOX_TOLERANCE 0.75   /* points */
#define IMAGE_TOLERANCE 0.01 /* mean difference, of the full range */

/* ---- the boxes of texts in a browser ---- */

/* Chromium's getBBox() rounds ascent and descent to whole pixels and takes in ink beyond the advance; so the advances of the
 * characters give left and right, and the font's metrics at 1000 pixels, where rounding does not matter, top and bottom. */
#define SCRIPT \
  "const canvas = document.createElement ('canvas').getContext ('2d');\n" \
  "const getBox = text => {\n" \
  "  const style = getComputedStyle (text), size = parseFloat (style.fontSize);\n" \
  "  canvas.font = `${style.fontStyle} ${style.fontWeight} 1000px ${style.fontFamily}`;\n" \
  "  const font = canvas.measureText ('x'), m = text.getCTM (), y = text.getStartPositionOfChar (0).y;\n" \
  "  const advances = [...Array (text.getNumberOfChars ()).keys ()].map (i => text.getExtentOfChar (i));\n" \
  "  const left = Math.min (...advances.map (a => a.x)), right = Math.max (...advances.map (a => a.x + a.width));\n" \
  "  const top = y - font.fontBoundingBoxAscent * size / 1000, bottom = y + font.fontBoundingBoxDescent * size / 1000;\n" \
  "  const corners = [[left, top], [right, top], [left, bottom], [right, bottom]];\n" \
  "  const xs = corners.map (([x, y]) => (m.a * x + m.c * y + m.e) * 0.75), ys = corners.map (([x, y]) => (m.b * x + m.d * y + m.f) * 0.75);\n" \
  "  return [Math.min (...xs), Math.min (...ys), Math.max (...xs), Math.max (...ys)].map (v => v.toFixed (3)).join (' ');\n" \
  "};\n" \
  "addEventListener ('load', () => {\n" \
  "  const lines = [];\n" \
  "  for (const object of document.querySelectorAll ('object'))\n" \
  "    lines.push (...[...object.contentDocument.querySelectorAll ('text')].map (getBox), '');\n" \
  "  document.getElementById ('p').textContent = '\\n' + lines.join ('\\n') + '\\nend\\n';\n" \
  "});\n"

static char *
write_page (const char *const *svgs,
            unsigned int       n_svgs)
{
  g_autoptr(GString) page = g_string_new ("<!DOCTYPE html><meta charset=utf-8><body>\n");
  g_autofree char *path = ctg_test_temp_path ("page.html");

  for (unsigned int i = 0; i < n_svgs; i++)
    {
      g_autofree char *name = g_strdup_printf ("page-%u.svg", i);
      g_autofree char *svg_path = ctg_test_temp_path (name);

      ctg_test_write_file (svg_path, svgs[i], -1);
      g_string_append_printf (page, "<object type='image/svg+xml' data='%s'></object>\n", name);
    }
  g_string_append (page, "<pre id=p></pre><script>\n" SCRIPT "</script></body>\n");
  ctg_test_write_file (path, page->str, -1);

  return g_steal_pointer (&path);
}

/* A line a text, an empty line after each picture. */
static char **
get_browser_boxes (const char *const *svgs,
                   unsigned int       n_svgs)
{
  g_autofree char *page = write_page (svgs, n_svgs);
  g_autofree char *profile = ctg_test_temp_path ("profile");
  g_autofree char *user_data = g_strconcat ("--user-data-dir=", profile, NULL);
  g_autofree char *url = g_strconcat ("file://", page, NULL);
  g_autofree char *dom = fixture_run ("chromium-headless-shell", "--no-sandbox", "--disable-gpu", "--allow-file-access-from-files",
                                      "--virtual-time-budget=10000", user_data, "--dump-dom", url, NULL);
  const char *start = strstr (dom, "<pre id=\"p\">");
  char *end = start != NULL ? strstr (start, "\nend\n") : NULL;

  g_assert_nonnull (end);
  *end = '\0';
  start = strchr (start, '\n') + 1;

  return g_strsplit (start, "\n", -1);
}

static void
assert_box (const CtgScene *scene,
            const CtgNode  *node,
            const char     *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  double expected[] = { node->bounds.x, node->bounds.y, node->bounds.x + node->bounds.width, node->bounds.y + node->bounds.height };

  g_assert_cmpuint (g_strv_length (words), ==, G_N_ELEMENTS (expected));
  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      double found = g_ascii_strtod (words[i], NULL);

      if (fabs (found - expected[i]) > BOX_TOLERANCE)
        g_test_message ("%s: “%s”: expected %.2f %.2f %.2f %.2f, found %s", ctg_scene_get_title (scene), node->text->string,
                        expected[0], expected[1], expected[2], expected[3], line);
      g_assert_cmpfloat_with_epsilon (found, expected[i], BOX_TOLERANCE);
    }
}

void
compare_text_boxes (CtgScene *const   *scenes,
                    const char *const *svgs,
                    unsigned int       n_scenes)
{
  g_auto(GStrv) boxes = get_browser_boxes (svgs, n_scenes);
  unsigned int n_boxes = g_strv_length (boxes);
  unsigned int line = 0;

  for (unsigned int s = 0; s < n_scenes; s++)
    {
      unsigned int first = line;

      for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scenes[s]); i++)
        if (ctg_scene_get_node (scenes[s], i)->kind == CTG_NODE_TEXT)
          {
            g_assert_cmpuint (line, <, n_boxes);
            assert_box (scenes[s], ctg_scene_get_node (scenes[s], i), boxes[line++]);
          }
      g_assert_cmpuint (line, >, first);
      g_assert_cmpstr (boxes[line++], ==, "");
    }
  g_assert_cmpuint (line, ==, n_boxes);
}

/* ---- librsvg's picture against ours ---- */

static cairo_surface_t *
load_on_white (const char *path)
{
  cairo_surface_t *loaded = cairo_image_surface_create_from_png (path);

  g_assert_cmpint (cairo_surface_status (loaded), ==, CAIRO_STATUS_SUCCESS);

  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (loaded),
                                                         cairo_image_surface_get_height (loaded));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_set_source_surface (cr, loaded, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (loaded);
  cairo_surface_flush (surface);

  return surface;
}

static double
get_mean_difference (cairo_surface_t *a,
                     cairo_surface_t *b)
{
  int width = cairo_image_surface_get_width (a), height = cairo_image_surface_get_height (a);
  double sum = 0;

  g_assert_cmpint (width, ==, cairo_image_surface_get_width (b));
  g_assert_cmpint (height, ==, cairo_image_surface_get_height (b));
  for (int y = 0; y < height; y++)
    {
      const unsigned char *row_a = cairo_image_surface_get_data (a) + y * cairo_image_surface_get_stride (a);
      const unsigned char *row_b = cairo_image_surface_get_data (b) + y * cairo_image_surface_get_stride (b);

      for (int x = 0; x < width * 4; x++)
        if (x % 4 != (G_BYTE_ORDER == G_LITTLE_ENDIAN ? 3 : 0))
          sum += abs (row_a[x] - row_b[x]) / 255.0;
    }

  return sum / ((double) width * height * 3);
}

void
compare_pictures (const CtgScene *scene,
                  const char     *svg,
                  double          dpi)
{
  CtgMetadata metadata = { 0 };
  int width, height;
  g_autofree char *svg_path = ctg_test_temp_path ("picture.svg");
  g_autofree char *theirs = ctg_test_temp_path ("theirs.png");
  g_autoptr(GBytes) png = fixture_render (scene, CTG_FORMAT_PNG, dpi, false, &metadata);
  g_autofree char *ours = fixture_save (png, "ours.png");

  g_assert_true (ctg_render_get_png_size (scene, dpi, &width, &height, NULL));
  ctg_test_write_file (svg_path, svg, -1);

  g_autofree char *w = g_strdup_printf ("%d", width);
  g_autofree char *h = g_strdup_printf ("%d", height);
  g_autofree char *out = fixture_run ("rsvg-convert", "-w", w, "-h", h, "-o", theirs, svg_path, NULL);
  cairo_surface_t *a = load_on_white (ours);
  cairo_surface_t *b = load_on_white (theirs);
  double difference = get_mean_difference (a, b);

  g_test_message ("%s: mean difference %.4f", ctg_scene_get_title (scene), difference);
  g_assert_cmpfloat (difference, >, 0); /* two renderers are never quite the same: zero would mean one picture twice */
  g_assert_cmpfloat (difference, <, IMAGE_TOLERANCE);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}
