/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* PDF: the same bytes twice, exact page, embedded fonts, text that can be searched, metadata, and an update that PDF programs accept. */

#include <string.h>

#include "export-fixture.h"
#include "scene/ctg-scene-builder.h"

static GBytes *
make_pdf (bool transparent)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgScene) scene = sample_scene_new (measure);
  CtgMetadata metadata = fixture_metadata ();

  return fixture_render (scene, CTG_FORMAT_PDF, 0, transparent, &metadata);
}

static char *
save_pdf (void)
{
  g_autoptr(GBytes) pdf = make_pdf (false);

  return fixture_save (pdf, "sample.pdf");
}

static void
assert_has (const char *text,
            const char *part)
{
  if (strstr (text, part) == NULL)
    g_test_message ("no “%s” in:\n%s", part, text);
  g_assert_nonnull (strstr (text, part));
}

static void
test_same_bytes (void)
{
  g_autoptr(GBytes) a = make_pdf (false);
  g_autoptr(GBytes) b = make_pdf (false);

  g_assert_true (g_bytes_equal (a, b));
}

static void
test_info (void)
{
  if (!fixture_has_program ("pdfinfo"))
    return;

  g_autofree char *path = save_pdf ();
  g_autofree char *info = fixture_run ("pdfinfo", path, NULL);

  assert_has (info, "Title:           Fighters & families: “at least” <41>\n");
  assert_has (info, "Subject:         Bar chart of invented numbers. Côte d’Ivoire leads with 410; تونس follows.\n");
  assert_has (info, "Keywords:        fighters, counts\n");
  assert_has (info, "Author:          Zoë Ångström\n");
  assert_has (info, "Creator:         Contingent 0.0\n");
  assert_has (info, "CreationDate:    Tue Dec  8 00:00:00 2015 UTC\n");
  assert_has (info, "ModDate:         Tue Dec  8 00:00:00 2015 UTC\n");
  assert_has (info, "Tagged:          yes\n");
  assert_has (info, "Pages:           1\n");
  assert_has (info, "Page size:       340 x 255 pts\n");
}

/* After name, type and encoding the columns are: embedded, subset, unicode. */
static void
test_fonts (void)
{
  if (!fixture_has_program ("pdffonts"))
    return;

  g_autofree char *path = save_pdf ();
  g_autofree char *fonts = fixture_run ("pdffonts", path, NULL);
  g_auto(GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);

  g_assert_cmpuint (g_strv_length (lines), >, 4);
  for (unsigned int i = 2; lines[i] != NULL; i++)
    {
      assert_has (lines[i], " yes yes yes ");
      g_assert_null (strstr (lines[i], "Type 3"));
    }
  assert_has (fonts, "+LiberationSans-Bold ");
  assert_has (fonts, "+NotoSansArabic-Regular ");
  assert_has (fonts, "+DroidSansFallback ");
}

static void
test_text (void)
{
  if (!fixture_has_program ("pdftotext"))
    return;

  g_autofree char *path = save_pdf ();
  g_autofree char *text = fixture_run ("pdftotext", "-layout", path, "-", NULL);

  assert_has (text, "Fighters & families: “at least” <41>");
  assert_has (text, "Bosnia and Herzegovina");
  assert_has (text, "Côte d’Ivoire");
  assert_has (text, "中国大陆");
  assert_has (text, "المملكة العربية السعودية"); /* in reading order */
}

/* No raster pictures, and no fault in the structure. */
static void
test_structure (void)
{
  if (!fixture_has_program ("qpdf") || !fixture_has_program ("pdfimages"))
    return;

  g_autofree char *path = save_pdf ();
  g_autofree char *check = fixture_run ("qpdf", "--check", path, NULL);
  g_autofree char *images = fixture_run ("pdfimages", "-list", path, NULL);
  g_auto(GStrv) rows = g_strsplit (g_strchomp (images), "\n", -1);

  assert_has (check, "No syntax or stream encoding errors found");
  g_assert_cmpuint (g_strv_length (rows), ==, 2); /* the heading only */
}

/* What the update adds, as another program understands it. */
static void
test_update (void)
{
  if (!fixture_has_program ("qpdf"))
    return;

  g_autofree char *path = save_pdf ();
  g_autofree char *root = fixture_run ("qpdf", "--show-object=trailer", path, NULL);
  g_autofree char *objects = fixture_run ("qpdf", "--json=1", "--json-key=objects", path, NULL);
  g_autofree char *list = fixture_run ("qpdf", "--list-attachments", path, NULL);
  g_autofree char *document = fixture_run ("qpdf", "--show-attachment=figure.contingent", path, NULL);

  assert_has (root, "/Prev");
  assert_has (objects, "\"/Lang\": \"en\"");
  assert_has (objects, "\"/Alt\": \"Bar chart of invented numbers. Côte d’Ivoire leads with 410; تونس follows.\"");
  assert_has (objects, "\"/DisplayDocTitle\": true");
  assert_has (list, "figure.contingent");
  g_assert_cmpstr (document, ==, fixture_document);
}

/* Without the background the page keeps its marks; without anything to say it is still a good PDF. */
static void
test_bare (void)
{
  if (!fixture_has_program ("qpdf"))
    return;

  g_autoptr(CtgScene) scene = sample_page_new (100, 50.5);
  CtgMetadata metadata = { 0 };
  g_autoptr(GBytes) bare = fixture_render (scene, CTG_FORMAT_PDF, 0, false, &metadata);
  g_autofree char *bare_path = fixture_save (bare, "bare.pdf");
  g_autofree char *bare_check = fixture_run ("qpdf", "--check", bare_path, NULL);
  g_autofree char *info = fixture_run ("pdfinfo", bare_path, NULL);
  g_autoptr(GBytes) clear = make_pdf (true);
  g_autofree char *clear_path = fixture_save (clear, "clear.pdf");
  g_autofree char *clear_check = fixture_run ("qpdf", "--check", clear_path, NULL);
  g_autofree char *text = fixture_run ("pdftotext", clear_path, "-", NULL);

  assert_has (bare_check, "No syntax or stream encoding errors found");
  assert_has (info, "Page size:       100 x 50.5 pts\n");
  assert_has (info, "CreationDate:    Thu Jan  1 00:00:00 1970 UTC\n");
  assert_has (clear_check, "No syntax or stream encoding errors found");
  assert_has (text, "Tunisia");
}

/* cairo 1.16 loses the page when one opaque shape inside a tag covers all of it. */
static void
test_covered (void)
{
  if (!fixture_has_program ("qpdf"))
    return;

  CtgStyle blue = { .fill = ctg_color (0x0072b2) };
  CtgSceneBuilder *builder = ctg_scene_builder_new (100, 50, "en");
  CtgMetadata metadata = fixture_metadata ();

  ctg_scene_builder_set_title (builder, "Covered", "A mark as large as the page.");
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, ctg_rect (0, 0, 100, 50), 0, &blue);

  g_autoptr(CtgScene) scene = ctg_scene_builder_end (builder);
  g_autoptr(GBytes) pdf = fixture_render (scene, CTG_FORMAT_PDF, 0, false, &metadata);
  g_autofree char *path = fixture_save (pdf, "covered.pdf");
  g_autofree char *check = fixture_run ("qpdf", "--check", path, NULL);
  g_autofree char *pages = fixture_run ("qpdf", "--show-npages", path, NULL);

  assert_has (check, "No syntax or stream encoding errors found");
  g_assert_cmpstr (pages, ==, "1\n");
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/export/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/export/pdf/info", test_info);
  g_test_add_func ("/export/pdf/fonts", test_fonts);
  g_test_add_func ("/export/pdf/text", test_text);
  g_test_add_func ("/export/pdf/structure", test_structure);
  g_test_add_func ("/export/pdf/update", test_update);
  g_test_add_func ("/export/pdf/bare", test_bare);

  g_test_add_func ("/export/pdf/covered", test_covered);

  return g_test_run ();
}
