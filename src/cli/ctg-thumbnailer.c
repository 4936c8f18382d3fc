/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* contingent-thumbnailer: the small pictures that file managers show of figure files. Started by them, never by hand, and silent but for
 * errors. It must not write anything but the one file it is told. */

#include <math.h>

#include "ctg-config.h"
#include "file/ctg-figure.h"
#include "render/ctg-render.h"

#define MAX_SIDE 2048

static cairo_surface_t *
draw (const CtgScene *scene,
      int             side)
{
  double width = ctg_scene_get_width (scene);
  double height = ctg_scene_get_height (scene);
  double scale = side / MAX (width, height);
  int columns = MAX (1, (int) lround (width * scale));
  int rows = MAX (1, (int) lround (height * scale));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, columns, rows);
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, columns / width, rows / height);
  ctg_render_cairo (scene, cr, true);
  cairo_destroy (cr);

  return surface;
}

static bool
make_thumbnail (GFile      *input,
                const char *output,
                int         side,
                GError    **error)
{
  g_autoptr(CtgFigure) figure = ctg_figure_load_file (input, NULL, NULL, NULL, error);
  g_autoptr(CtgTextMeasure) measure = NULL;
  g_autoptr(CtgScene) scene = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  if (figure == NULL)
    return false;

  measure = ctg_text_measure_new_pango ();
  scene = ctg_figure_compile (figure, measure, NULL, error);
  if (scene == NULL)
    return false;

  surface = draw (scene, side);
  status = cairo_surface_write_to_png (surface, output);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "“%s” could not be written: %s", output, cairo_status_to_string (status));
      return false;
    }

  return true;
}

int
main (int    argc,
      char **argv)
{
  g_autoptr(GFile) input = NULL;
  g_autoptr(GError) error = NULL;
  guint64 side;

  if (argc != 4 || !g_ascii_string_to_unsigned (argv[3], 10, 1, MAX_SIDE, &side, NULL))
    {
      g_printerr ("usage: contingent-thumbnailer INPUT OUTPUT SIZE\n");
      return 2;
    }

  input = g_file_new_for_commandline_arg (argv[1]);
  if (!make_thumbnail (input, argv[2], (int) side, &error))
    {
      g_printerr ("contingent-thumbnailer: %s\n", error->message);
      return 1;
    }

  return 0;
}
