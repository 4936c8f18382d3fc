/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Breaking and shortening lines, for every way of measuring. Positions come from the Unicode rules in Pango, which need no font. */

#include <pango/pango.h>
#include <string.h>

#include "text/ctg-text-private.h"

#define ELLIPSIS "…"
/* A width computed from the same numbers in another order is still the same width. */
#define TOLERANCE 1e-6

static PangoLogAttr *
get_attributes (const char *text,
                size_t      n_chars)
{
  PangoLogAttr *attributes = g_new0 (PangoLogAttr, n_chars + 1);

  pango_get_log_attrs (text, strlen (text), -1, pango_language_from_string ("en"), attributes, n_chars + 1);

  return attributes;
}

static double
get_width (CtgTextMeasure *self,
           const CtgFont  *font,
           const char     *text)
{
  CtgTextExtents extents;

  ctg_text_measure_line (self, font, text, &extents);

  return extents.width;
}

/* The text between two places without the blanks at its end. */
static char *
dup_trimmed (const char *start,
             const char *end)
{
  while (end > start)
    {
      const char *last = g_utf8_find_prev_char (start, end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }

  return g_strndup (start, end - start);
}

/* One line of the result: from start to the last place where it may end and fits. */
typedef struct
{
  CtgTextMeasure *measure;
  const CtgFont *font;
  double width;
  GPtrArray *lines;
  const char *start;
  char *fitting;           /* nullable: the longest piece from start seen so far that fits */
  const char *fitting_end;
} Wrapper;

static void
end_line (Wrapper    *self,
          char       *line,
          const char *next)
{
  g_ptr_array_add (self->lines, line);
  self->start = next;
  g_clear_pointer (&self->fitting, g_free);
}

/* A place where the line may end. */
static void
offer_break (Wrapper    *self,
             const char *place,
             bool        must)
{
  g_autofree char *piece = dup_trimmed (self->start, place);

  if (self->fitting != NULL && get_width (self->measure, self->font, piece) > self->width + TOLERANCE)
    {
      end_line (self, g_steal_pointer (&self->fitting), self->fitting_end);
      g_free (piece);
      piece = dup_trimmed (self->start, place);
    }

  if (must)
    {
      end_line (self, g_steal_pointer (&piece), place);
      return;
    }
  g_free (self->fitting);
  self->fitting = g_steal_pointer (&piece);
  self->fitting_end = place;
}

char **
ctg_text_measure_wrap (CtgTextMeasure *self,
                       const CtgFont  *font,
                       const char     *text,
                       double          width)
{
  g_return_val_if_fail (self != NULL && font != NULL && text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  size_t n_chars = g_utf8_strlen (valid, -1);
  g_autofree PangoLogAttr *attributes = get_attributes (valid, n_chars);
  Wrapper wrapper = { .measure = self, .font = font, .width = width, .lines = g_ptr_array_new (), .start = valid };
  const char *place = valid;

  for (size_t i = 0; i < n_chars; i++, place = g_utf8_next_char (place))
    {
      if (i > 0 && attributes[i].is_line_break)
        offer_break (&wrapper, place, attributes[i].is_mandatory_break);
    }
  if (wrapper.start < place)
    offer_break (&wrapper, place, true);
  g_ptr_array_add (wrapper.lines, NULL);

  return (char **) g_ptr_array_free (wrapper.lines, FALSE);
}

/* The beginning of the text up to place, with an ellipsis after its last letter. */
static char *
dup_shortened (const char *text,
               const char *place)
{
  while (place > text)
    {
      const char *last = g_utf8_find_prev_char (text, place);
      gunichar c = g_utf8_get_char (last);

      if (!g_unichar_isspace (c) && c != ',' && c != ';' && c != ':' && c != '.' && c != '-' && c != '(')
        break;
      place = last;
    }

  return g_strdup_printf ("%.*s" ELLIPSIS, (int) (place - text), text);
}

char *
ctg_text_measure_shorten (CtgTextMeasure *self,
                          const CtgFont  *font,
                          const char     *text,
                          double          width)
{
  g_return_val_if_fail (self != NULL && font != NULL && text != NULL, NULL);

  if (get_width (self, font, text) <= width + TOLERANCE)
    return g_strdup (text);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  size_t n_chars = g_utf8_strlen (valid, -1);
  g_autofree PangoLogAttr *attributes = get_attributes (valid, n_chars);
  g_autoptr(GPtrArray) places = g_ptr_array_new ();
  const char *place = valid;

  for (size_t i = 0; i < n_chars; i++, place = g_utf8_next_char (place))
    {
      if (attributes[i].is_cursor_position)
        g_ptr_array_add (places, (char *) place);
    }

  /* Longer beginnings are wider, but for letters that join: so halve first, then step back while it does not fit. */
  unsigned int low = 0;
  unsigned int high = places->len;

  while (high - low > 1)
    {
      unsigned int middle = (low + high) / 2;
      g_autofree char *candidate = dup_shortened (valid, g_ptr_array_index (places, middle));

      if (get_width (self, font, candidate) <= width + TOLERANCE)
        low = middle;
      else
        high = middle;
    }

  while (low > 0)
    {
      g_autofree char *candidate = dup_shortened (valid, g_ptr_array_index (places, low));

      if (get_width (self, font, candidate) <= width + TOLERANCE)
        return g_steal_pointer (&candidate);
      low--;
    }

  return g_strdup (ELLIPSIS);
}
