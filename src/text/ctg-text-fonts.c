/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring with real fonts: simple lines straight through HarfBuzz with one face a font, all others through Pango, which is
 * started only when needed. */

#include <hb-ot.h>

#include "text/ctg-text-private.h"

typedef struct
{
  char *family;
  bool bold;
  bool italic;
  hb_font_t *font; /* nullable: no face at all */
} Face;

typedef struct
{
  GPtrArray *faces;
  hb_buffer_t *buffer;
  CtgTextPango *pango; /* nullable until needed */
} Fonts;

static void
face_free (gpointer pointer)
{
  Face *face = pointer;

  g_clear_pointer (&face->font, hb_font_destroy);
  g_free (face->family);
  g_free (face);
}

static void
fonts_free (gpointer data)
{
  Fonts *self = data;

  g_ptr_array_unref (self->faces);
  hb_buffer_destroy (self->buffer);
  ctg_text_pango_free (self->pango);
  g_free (self);
}

static CtgTextPango *
get_pango (Fonts *self)
{
  if (self->pango == NULL)
    self->pango = ctg_text_pango_new ();

  return self->pango;
}

/* Whoever has set up fontconfig in a way of their own means other fonts than the system's. */
static bool
may_skip_fontconfig (void)
{
  return g_getenv ("FONTCONFIG_FILE") == NULL && g_getenv ("FONTCONFIG_PATH") == NULL && g_getenv ("FONTCONFIG_SYSROOT") == NULL;
}

char *
ctg_text_dup_font_file (const CtgFont *font)
{
  return may_skip_fontconfig () ? ctg_text_find_file (font) : NULL;
}

static hb_face_t *
open_file (const CtgFont *font)
{
  g_autofree char *path = ctg_text_dup_font_file (font);
  hb_blob_t *blob = path != NULL ? hb_blob_create_from_file_or_fail (path) : NULL;
  hb_face_t *face = NULL;

  if (blob != NULL)
    face = hb_face_create (blob, 0);
  if (face != NULL && hb_face_get_glyph_count (face) == 0)
    g_clear_pointer (&face, hb_face_destroy);
  hb_blob_destroy (blob);

  return face;
}

static hb_font_t *
open_font (Fonts         *self,
           const CtgFont *font)
{
  hb_face_t *face = open_file (font);

  if (face == NULL)
    {
      face = ctg_text_pango_get_face (get_pango (self), font);
      if (face != NULL)
        hb_face_reference (face);
    }

  hb_font_t *text_font = face != NULL ? hb_font_create (face) : NULL;

  hb_face_destroy (face);

  return text_font;
}

static hb_font_t *
get_font (Fonts         *self,
          const CtgFont *font)
{
  for (unsigned int i = 0; i < self->faces->len; i++)
    {
      const Face *face = g_ptr_array_index (self->faces, i);

      if (face->bold == font->bold && face->italic == font->italic && g_str_equal (face->family, font->family))
        return face->font;
    }

  Face *face = g_new0 (Face, 1);

  face->family = g_strdup (font->family);
  face->bold = font->bold;
  face->italic = font->italic;
  face->font = open_font (self, font);
  g_ptr_array_add (self->faces, face);

  return face->font;
}

static void
measure (gpointer       data,
         const CtgFont *font,
         const char    *text,
         CtgTextLine   *line)
{
  Fonts *self = data;
  hb_font_t *text_font = get_font (self, font);

  /* The font's own height, whatever other fonts help out: lines of one font stay equally far apart. */
  if (text_font != NULL)
    ctg_text_shape_get_metrics (text_font, font->size, &line->extents.ascent, &line->extents.descent);
  else
    ctg_text_pango_get_metrics (get_pango (self), font, &line->extents.ascent, &line->extents.descent);

  if (text_font == NULL || !ctg_text_shape_measure (text_font, self->buffer, font->size, text, &line->extents.width))
    ctg_text_pango_measure (get_pango (self), font, text, line);
}

static char *
dup_substitute (gpointer       data,
                const CtgFont *font)
{
  Fonts *self = data;
  g_autofree char *path = ctg_text_dup_font_file (font);

  return path != NULL ? NULL : ctg_text_pango_dup_substitute (get_pango (self), font);
}

static const CtgTextBackend backend = { measure, dup_substitute, fonts_free };

CtgTextMeasure *
ctg_text_measure_new_pango (void)
{
  Fonts *fonts = g_new0 (Fonts, 1);

  fonts->faces = g_ptr_array_new_with_free_func (face_free);
  fonts->buffer = hb_buffer_create ();

  return ctg_text_measure_new (&backend, fonts);
}
