/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every showcase figure in every format: drawn by others as by us, and openable again from each file. */

#include <string.h>

#include "compare.h"
#include "file/ctg-export.h"
#include "render/ctg-embed.h"

#define FIGURES "data/figures"
#define DPI 120.0

typedef struct
{
  char *name;
  CtgFigure *figure;
  CtgScene *scene;
} Showcase;

static GPtrArray *showcases;

static void
showcase_free (void *data)
{
  Showcase *showcase = data;

  g_free (showcase->name);
  ctg_figure_unref (showcase->figure);
  ctg_scene_unref (showcase->scene);
  g_free (showcase);
}

static int
compare_names (const void *a,
               const void *b)
{
  return strcmp ((*(Showcase *const *) a)->name, (*(Showcase *const *) b)->name);
}

static Showcase *
load_showcase (const char     *path,
               const char     *name,
               CtgTextMeasure *measure)
{
  size_t length;
  char *contents = ctg_test_load_file (path, &length);
  g_autoptr(GBytes) bytes = g_bytes_new_take (contents, length);
  g_autoptr(GError) error = NULL;
  CtgOpenedKind kind;
  Showcase *showcase = g_new0 (Showcase, 1);

  showcase->name = g_strdup (name);
  showcase->figure = ctg_figure_load (bytes, name, &kind, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, CTG_OPENED_FIGURE);
  showcase->scene = ctg_figure_compile (showcase->figure, measure, NULL, &error);
  g_assert_no_error (error);

  return showcase;
}

static void
load_showcases (void)
{
  g_autofree char *folder = ctg_test_path ("../" FIGURES);
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  showcases = g_ptr_array_new_with_free_func (showcase_free);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_str_has_suffix (name, ".contingent"))
        g_ptr_array_add (showcases, load_showcase (path, name, measure));
    }
  g_ptr_array_sort (showcases, compare_names);
  g_assert_cmpuint (showcases->len, >=, 10);
}

static GBytes *
export (const Showcase *showcase,
        CtgFormat       format)
{
  CtgRenderOptions options = { DPI, false };
  g_autoptr(GError) error = NULL;
  GBytes *bytes = ctg_export_to_bytes (showcase->figure, showcase->scene, format, &options, NULL, &error);

  g_assert_no_error (error);

  return bytes;
}

static char *
export_svg (const Showcase *showcase)
{
  g_autoptr(GBytes) bytes = export (showcase, CTG_FORMAT_SVG);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
test_browser (void)
{
  if (!fixture_has_program ("chromium-headless-shell"))
    return;

  g_autoptr(GPtrArray) scenes = g_ptr_array_new ();
  g_autoptr(GPtrArray) svgs = g_ptr_array_new_with_free_func (g_free);

  for (unsigned int i = 0; i < showcases->len; i++)
    {
      Showcase *showcase = g_ptr_array_index (showcases, i);

      g_ptr_array_add (scenes, showcase->scene);
      g_ptr_array_add (svgs, export_svg (showcase));
    }
  compare_text_boxes ((CtgScene *const *) scenes->pdata, (const char *const *) svgs->pdata, scenes->len);
}

static void
test_librsvg (void)
{
  if (!fixture_has_program ("rsvg-convert"))
    return;

  for (unsigned int i = 0; i < showcases->len; i++)
    {
      Showcase *showcase = g_ptr_array_index (showcases, i);
      g_autofree char *svg = export_svg (showcase);

      compare_pictures (showcase->scene, svg, DPI);
    }
}

static void
test_pdf (void)
{
  if (!fixture_has_program ("qpdf") || !fixture_has_program ("pdffonts") || !fixture_has_program ("pdftotext"))
    return;

  for (unsigned int i = 0; i < showcases->len; i++)
    {
      Showcase *showcase = g_ptr_array_index (showcases, i);
      g_autoptr(GBytes) pdf = export (showcase, CTG_FORMAT_PDF);
      g_autofree char *path = fixture_save (pdf, "figure.pdf");
      g_autofree char *check = fixture_run ("qpdf", "--check", path, NULL);
      g_autofree char *fonts = fixture_run ("pdffonts", path, NULL);
      g_autofree char *text = fixture_run ("pdftotext", "-layout", path, "-", NULL);
      g_auto(GStrv) lines = g_strsplit (g_strchomp (fonts), "\n", -1);

      g_test_message ("%s", showcase->name);
      g_assert_nonnull (strstr (check, "No syntax or stream encoding errors found"));
      g_assert_cmpuint (g_strv_length (lines), >, 2);
      for (unsigned int line = 2; lines[line] != NULL; line++)
        g_assert_nonnull (strstr (lines[line], " yes yes yes "));
      g_assert_cmpuint (strlen (text), >, 200);
    }
}

/* What is inside is the figure's document, and the figure that comes back from it is drawn the same. */
static void
test_opened_again (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();

  for (unsigned int i = 0; i < showcases->len; i++)
    {
      Showcase *showcase = g_ptr_array_index (showcases, i);
      g_autofree char *document = ctg_figure_to_document (showcase->figure, NULL);
      g_autofree char *drawn = ctg_scene_to_json (showcase->scene);

      g_test_message ("%s", showcase->name);
      for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
        {
          g_autoptr(GBytes) file = export (showcase, format);
          g_autoptr(GError) error = NULL;
          CtgOpenedKind kind;
          g_autoptr(CtgFigure) again = ctg_figure_load (file, "again", &kind, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpint (kind, ==, CTG_OPENED_PICTURE);

          g_autofree char *document_again = ctg_figure_to_document (again, NULL);
          g_autoptr(CtgScene) scene_again = ctg_figure_compile (again, measure, NULL, &error);
          g_autofree char *drawn_again = ctg_scene_to_json (scene_again);

          g_assert_cmpstr (document_again, ==, document);
          g_assert_cmpstr (drawn_again, ==, drawn);
        }
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  load_showcases ();

  g_test_add_func ("/export/figures/browser", test_browser);
  g_test_add_func ("/export/figures/librsvg", test_librsvg);
  g_test_add_func ("/export/figures/pdf", test_pdf);
  g_test_add_func ("/export/figures/opened-again", test_opened_again);

  int status = g_test_run ();

  g_ptr_array_unref (showcases);

  return status;
}
