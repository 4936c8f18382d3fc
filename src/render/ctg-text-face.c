/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows lines that were measured by one font's HarfBuzz alone with the same glyphs at the same places. Must refuse all
 * others, which are Pango's. */

#include "render/ctg-text-face.h"

#include <cairo-ft.h>
#include <math.h>
#include <string.h>

#include "text/ctg-text-shape.h"

#define UNITS 1024.0 /* of ctg_text_shape_measure(), to the point */

/* What has to live as long as cairo keeps the font face, which may be longer than we do. */
typedef struct
{
  FT_Library library;
  FT_Face face;
} FontFile;

struct _CtgTextFace
{
  cairo_font_face_t *cairo;
  cairo_font_options_t *options;
  hb_font_t *shaper;
  hb_buffer_t *buffer;
  GArray *glyphs;   /* of cairo_glyph_t */
  GArray *clusters; /* of cairo_text_cluster_t */
};

static const cairo_user_data_key_t file_key;

static void
font_file_free (void *data)
{
  FontFile *file = data;

  if (file->face != NULL)
    FT_Done_Face (file->face);
  if (file->library != NULL)
    FT_Done_FreeType (file->library);
  g_free (file);
}

static cairo_font_face_t *
open_cairo_face (const char *path)
{
  FontFile *file = g_new0 (FontFile, 1);

  if (FT_Init_FreeType (&file->library) != 0 || FT_New_Face (file->library, path, 0, &file->face) != 0)
    {
      font_file_free (file);
      return NULL;
    }

  cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face (file->face, FT_LOAD_NO_HINTING);

  if (cairo_font_face_set_user_data (face, &file_key, file, font_file_free) != CAIRO_STATUS_SUCCESS)
    {
      cairo_font_face_destroy (face);
      font_file_free (file);
      return NULL;
    }

  return face;
}

static hb_font_t *
open_shaper (const char *path)
{
  hb_blob_t *blob = hb_blob_create_from_file (path);
  hb_face_t *face = hb_face_create (blob, 0);
  hb_font_t *font = hb_font_create (face);

  hb_face_destroy (face);
  hb_blob_destroy (blob);

  return font;
}

CtgTextFace *
ctg_text_face_new (const CtgFont *font)
{
  g_autofree char *path = ctg_text_dup_font_file (font);
  cairo_font_face_t *face = path != NULL ? open_cairo_face (path) : NULL;

  if (face == NULL)
    return NULL;

  CtgTextFace *self = g_new0 (CtgTextFace, 1);

  self->cairo = face;
  self->options = cairo_font_options_create ();
  cairo_font_options_set_antialias (self->options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (self->options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (self->options, CAIRO_HINT_METRICS_OFF);
  self->shaper = open_shaper (path);
  self->buffer = hb_buffer_create ();
  self->glyphs = g_array_new (false, false, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (false, false, sizeof (cairo_text_cluster_t));

  return self;
}

void
ctg_text_face_free (CtgTextFace *self)
{
  g_return_if_fail (self != NULL);

  cairo_font_face_destroy (self->cairo);
  cairo_font_options_destroy (self->options);
  hb_font_destroy (self->shaper);
  hb_buffer_destroy (self->buffer);
  g_array_unref (self->glyphs);
  g_array_unref (self->clusters);
  g_free (self);
}

/* Glyphs that come from the same characters make one cluster; from left to right the characters' places only grow. */
static void
collect_glyphs (CtgTextFace *self,
                double       x,
                double       y,
                int          n_bytes)
{
  unsigned int n_glyphs;
  const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos (self->buffer, &n_glyphs);
  const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions (self->buffer, &n_glyphs);
  gint64 advance = 0;

  g_array_set_size (self->glyphs, 0);
  g_array_set_size (self->clusters, 0);
  for (unsigned int i = 0; i < n_glyphs; i++)
    {
      cairo_glyph_t glyph = {
        infos[i].codepoint, x + (advance + positions[i].x_offset) / UNITS, y - positions[i].y_offset / UNITS,
      };
      cairo_text_cluster_t cluster = { 0, 0 };

      g_array_append_val (self->glyphs, glyph);
      advance += positions[i].x_advance;
      if (i == 0 || infos[i].cluster != infos[i - 1].cluster)
        g_array_append_val (self->clusters, cluster);
      g_array_index (self->clusters, cairo_text_cluster_t, self->clusters->len - 1).num_glyphs++;
      if (i + 1 == n_glyphs || infos[i + 1].cluster != infos[i].cluster)
        g_array_index (self->clusters, cairo_text_cluster_t, self->clusters->len - 1).num_bytes =
          (i + 1 == n_glyphs ? n_bytes : (int) infos[i + 1].cluster) - (int) infos[i].cluster;
    }
}

bool
ctg_text_face_show (CtgTextFace *self,
                    cairo_t     *cr,
                    double       size,
                    const char  *string,
                    bool         outlines)
{
  double width, x, y;

  if (!ctg_text_shape_measure (self->shaper, self->buffer, size, string, &width))
    return false;

  cairo_get_current_point (cr, &x, &y);
  collect_glyphs (self, x, y, strlen (string));
  cairo_set_font_face (cr, self->cairo);
  cairo_set_font_options (cr, self->options);
  cairo_set_font_size (cr, size);
  if (outlines)
    {
      cairo_new_path (cr);
      cairo_glyph_path (cr, (const cairo_glyph_t *) (void *) self->glyphs->data, self->glyphs->len);
      cairo_fill (cr);
    }
  else
    {
      cairo_show_text_glyphs (cr, string, -1, (const cairo_glyph_t *) (void *) self->glyphs->data, self->glyphs->len,
                              (const cairo_text_cluster_t *) (void *) self->clusters->data, self->clusters->len, 0);
    }

  return true;
}
