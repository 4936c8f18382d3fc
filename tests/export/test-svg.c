/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* SVG: the same bytes twice, well-formed, one text element a label, and drawn by others as the scene says. */

#include <string.h>

#include "compare.h"

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
  g_assert_nonnull (strstr (svg, "font-family=\"Arial, 'Liberation Sans', Helvetica, 'Noto Sans Arabic', "));
  g_assert_cmpuint (count (svg, "font-family"), ==, 1);
  g_assert_cmpuint (count (svg, "textLength"), ==, 6); /* the lines that Liberation Sans cannot write */
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

static void
test_browser (void)
{
  if (!fixture_has_program ("chromium-headless-shell"))
    return;

  g_autoptr(CtgScene) scene = make_scene ();
  g_autofree char *svg = make_svg (scene);

  compare_text_boxes (&scene, (const char *const *) &svg, 1);
}

static void
test_librsvg (void)
{
  if (!fixture_has_program ("rsvg-convert"))
    return;

  g_autoptr(CtgScene) scene = make_scene ();
  g_autofree char *svg = make_svg (scene);

  compare_pictures (scene, svg, DPI);
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
