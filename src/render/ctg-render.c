/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The front door of the sinks: formats by name, the pixel size of a PNG, and which writer takes a format.
 * Must not know how any format is written. */

#include "render/ctg-render.h"

#include <math.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "render/ctg-render-private.h"

typedef bool (*WriteFunc) (const CtgScene         *scene,
                           const CtgRenderOptions *options,
                           const CtgMetadata      *metadata,
                           GOutputStream          *stream,
                           GCancellable           *cancellable,
                           GError                **error);

static const struct
{
  const char *extension;
  const char *mime_type;
  WriteFunc write;
} formats[CTG_N_FORMATS] = {
  [CTG_FORMAT_SVG] = { "svg", "image/svg+xml", ctg_render_svg },
  [CTG_FORMAT_PNG] = { "png", "image/png", ctg_render_png },
  [CTG_FORMAT_PDF] = { "pdf", "application/pdf", ctg_render_pdf },
};

const char *
ctg_format_get_extension (CtgFormat format)
{
  g_return_val_if_fail ((unsigned int) format < CTG_N_FORMATS, NULL);

  return formats[format].extension;
}

const char *
ctg_format_get_mime_type (CtgFormat format)
{
  g_return_val_if_fail ((unsigned int) format < CTG_N_FORMATS, NULL);

  return formats[format].mime_type;
}

bool
ctg_format_from_name (const char *name,
                      CtgFormat  *format)
{
  g_return_val_if_fail (name != NULL && format != NULL, false);

  for (unsigned int i = 0; i < CTG_N_FORMATS; i++)
    if (g_ascii_strcasecmp (name, formats[i].extension) == 0)
      {
        *format = i;
        return true;
      }

  return false;
}

bool
ctg_render_get_png_size (const CtgScene *scene,
                         double          dpi,
                         int            *width,
                         int            *height,
                         GError        **error)
{
  g_return_val_if_fail (scene != NULL && width != NULL && height != NULL, false);

  if (!(dpi >= CTG_PNG_MIN_DPI && dpi <= CTG_PNG_MAX_DPI))
    {
      g_set_error (error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_SIZE,
                   T_ ("A resolution of %g dpi is not possible; choose one between %d and %d."), dpi, CTG_PNG_MIN_DPI, CTG_PNG_MAX_DPI);
      return false;
    }

  /* A page is rarely a whole number of pixels; the nearest number distorts least. */
  double w = fmax (round (ctg_scene_get_width (scene) * dpi / 72), 1);
  double h = fmax (round (ctg_scene_get_height (scene) * dpi / 72), 1);

  if (w > CTG_PNG_MAX_SIDE || h > CTG_PNG_MAX_SIDE || w * h > CTG_PNG_MAX_PIXELS)
    {
      g_set_error (error, CTG_EXPORT_ERROR, CTG_EXPORT_ERROR_SIZE,
                   T_ ("The picture would have %.0f × %.0f pixels; at most %d a side and %u million in all are possible. "
                       "Choose a lower resolution or a smaller page."),
                   w, h, CTG_PNG_MAX_SIDE, CTG_PNG_MAX_PIXELS / 1000000);
      return false;
    }

  *width = (int) w;
  *height = (int) h;

  return true;
}

bool
ctg_render_to_stream (const CtgScene         *scene,
                      CtgFormat               format,
                      const CtgRenderOptions *options,
                      const CtgMetadata      *metadata,
                      GOutputStream          *stream,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_return_val_if_fail (scene != NULL && options != NULL && metadata != NULL, false);
  g_return_val_if_fail ((unsigned int) format < CTG_N_FORMATS, false);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), false);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return false;

  return formats[format].write (scene, options, metadata, stream, cancellable, error);
}
