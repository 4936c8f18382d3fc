/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows text as it was measured: the same Pango settings, unhinted, on the thread's own font map.
 * Must not measure. */

#include "render/ctg-render-text.h"

#include "text/ctg-text-pango.h"

struct _CtgTextPainter
{
  PangoContext *context;
  PangoLayout *layout;
};

CtgTextPainter *
ctg_text_painter_new (void)
{
  CtgTextPainter *self = g_new0 (CtgTextPainter, 1);

  self->context = ctg_text_create_context (PANGO_CAIRO_FONT_MAP (pango_cairo_font_map_get_default ()));
  self->layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, false);

  return self;
}

void
ctg_text_painter_free (CtgTextPainter *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_free (self);
}

void
ctg_text_painter_show (CtgTextPainter *self,
                       cairo_t        *cr,
                       const CtgFont  *font,
                       const char     *string,
                       bool            rtl,
                       bool            outlines)
{
  PangoFontDescription *description = ctg_text_describe_font (font);

  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (self->layout);
  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_text (self->layout, string, -1);

  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, 0);

  if (outlines)
    {
      pango_cairo_layout_line_path (cr, line);
      cairo_fill (cr);
    }
  else
    {
      pango_cairo_show_layout_line (cr, line);
    }

  pango_font_description_free (description);
}
