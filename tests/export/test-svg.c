/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG: the same bytes twice, well-formed, one text element a label, and drawn by others as the scene says. */

#include <cairo.h>
#include <math.h>
#include <string.h>

#include "export-fixture.h"

#define BOX_TOLERANCE 0.75   /* points */
#define IMAGE_TOLERANCE 0.01 /* mean difference, of the full range */
#define DPI 150.0

static CtgScene *
make_scene (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();

  return sample_scene_new (measure);
}

static char *
make_svg (const CtgScene *scene)
{
  CtgMetadata metadata = fixture_metadata ();
  g_autoptr(GBytes) bytes = fixture_render (scene, CTG_FORMAT_SVG, 0, false, &metadata);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static char *
save_svg (const CtgScene *scene)
{
  g_autofree char *svg = make_svg (scene);
  g_autofree char *path = ctg_test_temp_path ("sample.svg");

  ctg_test_write_file (path, svg, -1);

  return g_steal_pointer (&path);
}

static unsigned int
count (const char *text,
       const char *needle)
{
  unsigned int n = 0;

  for (const char *p = text; (p = strstr (p, needle)) != NULL; p += strlen (needle))
    n++;

  return n;
}

static unsigned int
count_texts (const CtgScene *scene)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    n += ctg_scene_get_node (scene, i)->kind == CTG_NODE_TEXT;

  return n;
}

static void
test_same_bytes (void)
{
  g_autoptr(CtgScene) first = make_scene ();
  g_autoptr(CtgScene) second = make_scene ();
  g_autofree char *a = make_svg (first);
  g_autofree char *b = make_svg (second);

  g_assert_cmpstr (a, ==, b);
}

static void
test_structure (void)
{
  g_autoptr(CtgScene) scene = make_scene ();
  g_autofree char *svg = make_svg (scene);

  g_assert_true (g_str_has_prefix (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                                   "width=\"119.944mm\" height=\"89.958mm\" viewBox=\"0 0 340 255\" lang=\"en\" xml:lang=\"en\" role=\"img\" "
                                   "aria-labelledby=\"ctg-title ctg-description\""));
  g_assert_nonnull (strstr (svg, "<title id=\"ctg-title\">Fighters &amp; families: “at least” &lt;41&gt;</title>"));
  g_assert_nonnull (strstr (svg, "font-family=\"Arial, 'Liberation Sans', Helvetica, sans-serif\""));
  g_assert_nonnull (strstr (svg, "<g id=\"series-fighters.official-sample\" class=\"series\""));
  g_assert_nonnull (strstr (svg, "class=\"value-label\""));
  g_assert_nonnull (strstr (svg, "<title>Österreich: at least 100</title>"));
  g_assert_nonnull (strstr (svg, "fill=\"url(#ctg-hatch-1)\""));
  g_assert_nonnull (strstr (svg, "<pattern id=\"ctg-hatch-1\""));
  g_assert_cmpuint (count (svg, "<text "), ==, count_texts (scene));
  g_assert_null (strstr (svg, "nan"));
  g_assert_null (strstr (svg, "inf"));
}

static void
test_transparent (void)
{
  g_autoptr(CtgScene) scene = make_scene ();
  CtgMetadata metadata = { 0 };
  g_autoptr(GBytes) bytes = fixture_render (scene, CTG_FORMAT_SVG, 0, true, &metadata);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_null (strstr (svg, "class=\"background\""));
  g_assert_null (strstr (svg, "<metadata>"));
  g_assert_cmpuint (count (svg, "<g "), ==, count (svg, "</g>"));
}

static void
test_well_formed (void)
{
  g_autoptr(CtgScene) scene = make_scene ();
  g_autofree char *path = save_svg (scene);

  if (!fixture_has_program ("xmllint"))
    return;

  g_autofree char *texts = fixture_run ("xmllint", "--nonet", "--xpath", "count(//*[local-name()='text'])", path, NULL);
  g_autofree char *ids = fixture_run ("xmllint", "--nonet", "--xpath", "count(//*[@id = preceding::*/@id or @id = ancestor::*/@id])", path, NULL);
  g_autofree char *wanted = g_strdup_printf ("%u", count_texts (scene));
  g_autofree char *document = fixture_run ("xmllint", "--nonet", "--xpath", "string(//*[local-name()='figure'])", path, NULL);
  g_autofree char *expected = g_strconcat (fixture_document, "\n", NULL); /* xmllint ends its output with a line break */

  g_assert_cmpstr (g_strstrip (texts), ==, wanted);
  g_assert_cmpstr (g_strstrip (ids), ==, "0");
  g_assert_cmpstr (document, ==, expected);
}

/* ---- the boxes of texts in a browser ---- */

/* Chromium rounds a font's ascent and descent to whole pixels; at 1000 pixels that does not matter. */
#define PAGE \
  "<!DOCTYPE html><meta charset=utf-8><body><object id=o type='image/svg+xml' data='sample.svg'></object><pre id=p></pre><script>\n" \
  "const canvas = document.createElement ('canvas').getContext ('2d');\n" \
  "const getBox = text => {\n" \
  "  const style = getComputedStyle (text), size = parseFloat (style.fontSize);\n" \
  "  canvas.font = `${style.fontStyle} ${style.fontWeight} 1000px ${style.fontFamily}`;\n" \
  "  const font = canvas.measureText ('x'), box = text.getBBox (), m = text.getCTM (), y = text.getStartPositionOfChar (0).y;\n" \
  "  const top = y - font.fontBoundingBoxAscent * size / 1000, bottom = y + font.fontBoundingBoxDescent * size / 1000;\n" \
  "  const corners = [[box.x, top], [box.x + box.width, top], [box.x, bottom], [box.x + box.width, bottom]];\n" \
  "  const xs = corners.map (([x, y]) => (m.a * x + m.c * y + m.e) * 0.75), ys = corners.map (([x, y]) => (m.b * x + m.d * y + m.f) * 0.75);\n" \
  "  return [Math.min (...xs), Math.min (...ys), Math.max (...xs), Math.max (...ys)].map (v => v.toFixed (3)).join (' ');\n" \
  "};\n" \
  "document.getElementById ('o').addEventListener ('load', event => {\n" \
  "  const boxes = [...event.target.contentDocument.querySelectorAll ('text')].map (getBox);\n" \
  "  document.getElementById ('p').textContent = '\\n' + boxes.join ('\\n') + '\\nend\\n';\n" \
  "});\n" \
  "</script></body>\n"

static char **
get_browser_boxes (void)
{
  g_autofree char *page = ctg_test_temp_path ("page.html");
  g_autofree char *profile = ctg_test_temp_path ("profile");
  g_autofree char *user_data = g_strconcat ("--user-data-dir=", profile, NULL);
  g_autofree char *url = g_strconcat ("file://", page, NULL);

  ctg_test_write_file (page, PAGE, -1);

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
assert_box (const CtgNode *node,
            const char    *line)
{
  g_auto(GStrv) words = g_strsplit (line, " ", -1);
  double expected[] = { node->bounds.x, node->bounds.y, node->bounds.x + node->bounds.width, node->bounds.y + node->bounds.height };

  g_assert_cmpuint (g_strv_length (words), ==, G_N_ELEMENTS (expected));
  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      double found = g_ascii_strtod (words[i], NULL);

      if (fabs (found - expected[i]) > BOX_TOLERANCE)
        g_test_message ("“%s”: expected %.2f %.2f %.2f %.2f, found %s", node->text.string, expected[0], expected[1], expected[2], expected[3], line);
      g_assert_cmpfloat_with_epsilon (found, expected[i], BOX_TOLERANCE);
    }
}

static void
test_browser (void)
{
  if (!fixture_has_program ("chromium-headless-shell"))
    return;

  g_autoptr(CtgScene) scene = make_scene ();
  g_autofree char *path = save_svg (scene);
  g_auto(GStrv) boxes = get_browser_boxes ();
  unsigned int n = 0;

  g_assert_cmpuint (g_strv_length (boxes), ==, count_texts (scene));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    if (ctg_scene_get_node (scene, i)->kind == CTG_NODE_TEXT)
      assert_box (ctg_scene_get_node (scene, i), boxes[n++]);
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

static void
test_librsvg (void)
{
  if (!fixture_has_program ("rsvg-convert"))
    return;

  g_autoptr(CtgScene) scene = make_scene ();
  CtgMetadata metadata = { 0 };
  g_autofree char *svg = save_svg (scene);
  g_autoptr(GBytes) png = fixture_render (scene, CTG_FORMAT_PNG, DPI, false, &metadata);
  g_autofree char *ours = fixture_save (png, "ours.png");
  g_autofree char *theirs = ctg_test_temp_path ("theirs.png");
  g_autofree char *width = g_strdup_printf ("%.0f", round (SAMPLE_WIDTH * DPI / 72));
  g_autofree char *height = g_strdup_printf ("%.0f", round (SAMPLE_HEIGHT * DPI / 72));
  g_autofree char *out = fixture_run ("rsvg-convert", "-w", width, "-h", height, "-o", theirs, svg, NULL);
  cairo_surface_t *a = load_on_white (ours);
  cairo_surface_t *b = load_on_white (theirs);
  double difference = get_mean_difference (a, b);

  g_test_message ("mean difference %.4f", difference);
  g_assert_cmpfloat (difference, >, 0); /* two renderers are never quite the same: zero would mean one picture twice */
  g_assert_cmpfloat (difference, <, IMAGE_TOLERANCE);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/export/svg/same-bytes", test_same_bytes);
  g_test_add_func ("/export/svg/structure", test_structure);
  g_test_add_func ("/export/svg/transparent", test_transparent);
  g_test_add_func ("/export/svg/well-formed", test_well_formed);
  g_test_add_func ("/export/svg/browser", test_browser);
  g_test_add_func ("/export/svg/librsvg", test_librsvg);

  return g_test_run ();
}
