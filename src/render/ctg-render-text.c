/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows text as it was measured: the same Pango settings, unhinted, on the thread's own font map.
 * Must not measure. */

#include "render/ctg-render-text.h"

#include <pango/pangocairo.h>

struct _CtgTextPainter
{
  PangoContext *context;
  PangoLayout *layout;
};

CtgTextPainter *
ctg_text_painter_new (void)
{
  CtgTextPainter *self = g_new0 (CtgTextPainter, 1);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);

  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72);
  pango_context_set_round_glyph_positions (self->context, false);
  pango_context_set_language (self->context, pango_language_from_string ("en"));
  cairo_font_options_destroy (options);

  self->layout = pango_layout_new (self->context);
  pango_layout_set_single_paragraph_mode (self->layout, true);
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
                       bool            rtl)
{
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family_static (description, font->family);
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  pango_context_set_base_dir (self->context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (self->layout);
  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_text (self->layout, string, -1);
  pango_cairo_show_layout_line (cr, pango_layout_get_line_readonly (self->layout, 0));

  pango_font_description_free (description);
}
