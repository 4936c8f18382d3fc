/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring with Pango: any script, any font that is installed. Its start asks fontconfig for every font of the system and
 * costs more than a figure, so it is made only when a line needs it. It must keep to the same settings as whoever shows the text. */

#include "text/ctg-text-pango.h"

#include <pango/pangofc-font.h>
#include <string.h>

#include "text/ctg-text-private.h"

/* What stands behind a figure's font: the default one, Arabic, Han (Debian's two usual fonts), then whatever is there. */
#define FALLBACK_FAMILIES "Liberation Sans,Noto Sans Arabic,Droid Sans Fallback,Noto Sans CJK SC,Sans"

struct _CtgTextPango
{
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  GPtrArray *fonts; /* of PangoFont, whose faces were given away */
};

PangoContext *
ctg_text_create_context (PangoCairoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (PANGO_FONT_MAP (map));
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);

  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string ("en"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);

  return context;
}

PangoFontDescription *
ctg_text_describe_font (const CtgFont *font)
{
  PangoFontDescription *description = pango_font_description_new ();
  g_autofree char *families = g_strconcat (font->family, "," FALLBACK_FAMILIES, NULL);

  pango_font_description_set_family (description, families);
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style (description, font->italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);

  return description;
}

CtgTextPango *
ctg_text_pango_new (void)
{
  CtgTextPango *self = g_new0 (CtgTextPango, 1);

  self->map = pango_cairo_font_map_new ();
  self->context = ctg_text_create_context (PANGO_CAIRO_FONT_MAP (self->map));
  self->layout = pango_layout_new (self->context);
  pango_layout_set_auto_dir (self->layout, FALSE);
  self->fonts = g_ptr_array_new_with_free_func (g_object_unref);

  return self;
}

void
ctg_text_pango_free (CtgTextPango *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->fonts);
  g_object_unref (self->layout);
  g_object_unref (self->context);
  g_object_unref (self->map);
  g_free (self);
}

void
ctg_text_pango_measure (CtgTextPango  *self,
                        const CtgFont *font,
                        const char    *text,
                        CtgTextLine   *line)
{
  PangoFontDescription *description = ctg_text_describe_font (font);
  PangoRectangle logical;

  pango_layout_set_font_description (self->layout, description);
  pango_layout_set_text (self->layout, text, -1);
  pango_layout_line_get_extents (pango_layout_get_line_readonly (self->layout, 0), NULL, &logical);
  line->extents.width = (double) logical.width / PANGO_SCALE;
  line->n_unknown = pango_layout_get_unknown_glyphs_count (self->layout);
  pango_font_description_free (description);
}

void
ctg_text_pango_get_metrics (CtgTextPango  *self,
                            const CtgFont *font,
                            double        *ascent,
                            double        *descent)
{
  PangoFontDescription *description = ctg_text_describe_font (font);
  PangoFontMetrics *metrics = pango_context_get_metrics (self->context, description, NULL);

  *ascent = (double) pango_font_metrics_get_ascent (metrics) / PANGO_SCALE;
  *descent = (double) pango_font_metrics_get_descent (metrics) / PANGO_SCALE;
  pango_font_metrics_unref (metrics);
  pango_font_description_free (description);
}

static PangoFont *
load_font (CtgTextPango  *self,
           const CtgFont *font)
{
  PangoFontDescription *description = ctg_text_describe_font (font);
  PangoFont *loaded = pango_context_load_font (self->context, description);

  pango_font_description_free (description);

  return loaded;
}

hb_face_t *
ctg_text_pango_get_face (CtgTextPango  *self,
                         const CtgFont *font)
{
  PangoFont *loaded = load_font (self, font);

  if (loaded == NULL)
    return NULL;
  g_ptr_array_add (self->fonts, loaded);

  return hb_font_get_face (pango_font_get_hb_font (loaded));
}

char *
ctg_text_pango_dup_substitute (CtgTextPango  *self,
                               const CtgFont *font)
{
  g_autoptr(PangoFont) loaded = load_font (self, font);

  if (loaded == NULL)
    return g_strdup ("");

  PangoFontDescription *description = pango_font_describe (loaded);
  const char *family = pango_font_description_get_family (description);
  char *substitute = g_ascii_strcasecmp (family, font->family) == 0 ? NULL : g_strdup (family);

  pango_font_description_free (description);

  return substitute;
}
