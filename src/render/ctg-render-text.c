/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows text as it was measured: simple lines through one font's own file, all others through Pango with the same
 * settings, on the thread's own font map, which is started only when needed. Must not measure. */

#include "render/ctg-render-text.h"

#include "render/ctg-text-face.h"
#include "text/ctg-text-pango.h"

typedef struct
{
  char *family;
  bool bold;
  bool italic;
  CtgTextFace *face; /* nullable */
} Entry;

struct _CtgTextPainter
{
  GArray *faces;       /* of Entry */
  PangoLayout *layout; /* nullable until needed */
};

static void
clear_entry (void *data)
{
  Entry *entry = data;

  g_free (entry->family);
  g_clear_pointer (&entry->face, ctg_text_face_free);
}

CtgTextPainter *
ctg_text_painter_new (void)
{
  CtgTextPainter *self = g_new0 (CtgTextPainter, 1);

  self->faces = g_array_new (false, false, sizeof (Entry));
  g_array_set_clear_func (self->faces, clear_entry);

  return self;
}

void
ctg_text_painter_free (CtgTextPainter *self)
{
  g_return_if_fail (self != NULL);

  g_array_unref (self->faces);
  g_clear_object (&self->layout);
  g_free (self);
}

static CtgTextFace *
get_face (CtgTextPainter *self,
          const CtgFont  *font)
{
  for (unsigned int i = 0; i < self->faces->len; i++)
    {
      const Entry *entry = &g_array_index (self->faces, Entry, i);

      if (entry->bold == font->bold && entry->italic == font->italic && g_str_equal (entry->family, font->family))
        return entry->face;
    }

  Entry entry = { g_strdup (font->family), font->bold, font->italic, ctg_text_face_new (font) };

  g_array_append_val (self->faces, entry);

  return entry.face;
}

static PangoLayout *
get_layout (CtgTextPainter *self)
{
  if (self->layout == NULL)
    {
      PangoContext *context = ctg_text_create_context (PANGO_CAIRO_FONT_MAP (pango_cairo_font_map_get_default ()));

      self->layout = pango_layout_new (context);
      g_object_unref (context);
      pango_layout_set_auto_dir (self->layout, false);
    }

  return self->layout;
}

static void
show_with_pango (CtgTextPainter *self,
                 cairo_t        *cr,
                 const CtgFont  *font,
                 const char     *string,
                 bool            rtl,
                 bool            outlines)
{
  PangoLayout *layout = get_layout (self);
  PangoFontDescription *description = ctg_text_describe_font (font);

  pango_context_set_base_dir (pango_layout_get_context (layout), rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_layout_context_changed (layout);
  pango_layout_set_font_description (layout, description);
  pango_layout_set_text (layout, string, -1);

  PangoLayoutLine *line = pango_layout_get_line_readonly (layout, 0);

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

/* In right-to-left lines even digits and brackets may change places, which is Pango's to know. */
void
ctg_text_painter_show (CtgTextPainter *self,
                       cairo_t        *cr,
                       const CtgFont  *font,
                       const char     *string,
                       bool            rtl,
                       bool            outlines)
{
  CtgTextFace *face = rtl ? NULL : get_face (self, font);

  if (face == NULL || !ctg_text_face_show (face, cr, font->size, string, outlines))
    show_with_pango (self, cr, font, string, rtl, outlines);
}
