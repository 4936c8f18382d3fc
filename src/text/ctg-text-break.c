/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Breaking and shortening lines, for every way of measuring. Positions come from the Unicode rules in Pango, which need no font. */

#include <pango/pango.h>
#include <string.h>

#include "base/ctg-bidi.h"
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

/* The isolates that are open at the end of a part of a text, as characters that open them again. */
static void
follow_isolates (GPtrArray  *open,
                 const char *start,
                 const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (g_str_has_prefix (p, CTG_LEFT_TO_RIGHT_ISOLATE))
        g_ptr_array_add (open, (char *) CTG_LEFT_TO_RIGHT_ISOLATE);
      else if (g_str_has_prefix (p, CTG_RIGHT_TO_LEFT_ISOLATE))
        g_ptr_array_add (open, (char *) CTG_RIGHT_TO_LEFT_ISOLATE);
      else if (g_str_has_prefix (p, CTG_FIRST_STRONG_ISOLATE))
        /* Which way it goes is said by its first letter, and that may be in another line. */
        g_ptr_array_add (open, (char *) (ctg_bidi_get_direction (g_utf8_next_char (p)) == CTG_DIRECTION_RIGHT_TO_LEFT ? CTG_RIGHT_TO_LEFT_ISOLATE
                                                                                                                          : CTG_LEFT_TO_RIGHT_ISOLATE));
      else if (g_str_has_prefix (p, CTG_POP_DIRECTIONAL_ISOLATE) && open->len > 0)
        g_ptr_array_set_size (open, open->len - 1);
    }
}

/* A line of a text in which isolates are open before and after it, as a text of its own. */
static char *
dup_closed (const char *line,
            GPtrArray  *open,
            const char *start,
            const char *end)
{
  GString *closed = g_string_new (NULL);

  for (unsigned int k = 0; k < open->len; k++)
    g_string_append (closed, g_ptr_array_index (open, k));
  g_string_append (closed, line);
  follow_isolates (open, start, end);
  for (unsigned int k = 0; k < open->len; k++)
    g_string_append (closed, CTG_POP_DIRECTIONAL_ISOLATE);

  return g_string_free (closed, FALSE);
}

/* A place where a line may end, or has to. */
typedef struct
{
  const char *place;
  bool must;
} Break;

static GArray *
find_breaks (const char *text)
{
  size_t n_chars = g_utf8_strlen (text, -1);
  g_autofree PangoLogAttr *attributes = get_attributes (text, n_chars);
  GArray *breaks = g_array_new (FALSE, FALSE, sizeof (Break));
  const char *place = text;

  for (size_t i = 0; i < n_chars; i++, place = g_utf8_next_char (place))
    {
      Break found = { place, attributes[i].is_mandatory_break };

      if (i > 0 && attributes[i].is_line_break)
        g_array_append_val (breaks, found);
    }
  if (n_chars > 0)
    g_array_append_val (breaks, ((Break) { place, true }));

  return breaks;
}

/* The line from start to one of the breaks from first on, up to the next that has to be: the last that fits, or the first
 * if none does. Longer lines are wider, so halving finds it. */
static unsigned int
find_line_end (CtgTextMeasure *self,
               const CtgFont  *font,
               const char     *start,
               const GArray   *breaks,
               unsigned int    first,
               double          width)
{
  unsigned int low = first; /* taken even if it does not fit */
  unsigned int high = first;

  while (!g_array_index (breaks, Break, high).must)
    high++;

  while (low < high)
    {
      unsigned int middle = (low + high + 1) / 2;
      g_autofree char *line = dup_trimmed (start, g_array_index (breaks, Break, middle).place);

      if (get_width (self, font, line) <= width + TOLERANCE)
        low = middle;
      else
        high = middle - 1;
    }

  return low;
}

char **
ctg_text_measure_wrap (CtgTextMeasure *self,
                       const CtgFont  *font,
                       const char     *text,
                       double          width)
{
  g_return_val_if_fail (self != NULL && font != NULL && text != NULL, NULL);

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GArray) breaks = find_breaks (valid);
  g_autoptr(GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr(GPtrArray) open = g_ptr_array_new ();
  const char *start = valid;

  for (unsigned int first = 0; first < breaks->len;)
    {
      unsigned int last = find_line_end (self, font, start, breaks, first, width);
      const char *end = g_array_index (breaks, Break, last).place;
      g_autofree char *line = dup_trimmed (start, end);
      g_autofree char *closed = dup_closed (line, open, start, end);

      g_strv_builder_add (lines, closed);
      start = end;
      first = last + 1;
    }

  return g_strv_builder_end (lines);
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
