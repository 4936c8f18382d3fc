/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The showcase figures: the documents in data/figures/ are what the list of showcases makes of the bundled data, open again as the same figure, and
 * draw the SVG kept here, byte by byte, with pinned fonts. CTG_TEST_UPDATE=1 rewrites both; look at the pictures before keeping them. */

#include <string.h>

#include "ctg-test.h"
#include "data/ctg-package.h"
#include "file/ctg-figure.h"
#include "file/ctg-showcase.h"
#include "render/ctg-render.h"

static char *
draw_svg (CtgFigure *figure)
{
  static CtgTextMeasure *measure = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CtgRenderOptions options = { .dpi = 300 };
  CtgMetadata metadata = { NULL };

  if (measure == NULL)
    measure = ctg_text_measure_new_pango ();

  g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);

  g_assert_no_error (error);
  ctg_render_to_stream (scene, CTG_FORMAT_SVG, &options, &metadata, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);

  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_showcase (gconstpointer data)
{
  const CtgShowcase *showcase = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_showcase_make_figure (showcase, &error);

  g_assert_no_error (error);

  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  g_autofree char *document_path = g_strdup_printf ("../data/figures/%s.contingent", showcase->name);
  g_autofree char *svg_path = g_strdup_printf ("golden/svg/%s.svg", showcase->name);
  g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  CtgOpenedKind kind;
  g_autoptr(CtgFigure) opened = ctg_figure_load (bytes, "figure.contingent", &kind, faults, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, CTG_OPENED_FIGURE);
  g_assert_cmpuint (faults->len, ==, 0);

  g_autofree char *svg = draw_svg (figure);
  g_autofree char *opened_svg = draw_svg (opened);

  g_assert_cmpstr (svg, ==, opened_svg);
  ctg_test_assert_golden (svg_path, svg, -1);
  ctg_test_assert_golden (document_path, document, -1);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  for (unsigned int i = 0; i < ctg_showcase_get_n (); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/figures/", ctg_showcase_get (i)->name, NULL);

      g_test_add_data_func (path, ctg_showcase_get (i), test_showcase);
    }

  return g_test_run ();
}
