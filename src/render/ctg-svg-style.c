/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Styles as attribute values and back to text. Must not know where a style is written. */

#include "render/ctg-svg-style.h"

#include <math.h>

#include "render/ctg-svg-text.h"
#include "scene/ctg-node-geometry.h"
#include "text/ctg-text-pango.h"

/* Paints: 0xRRGGBB, none, or a pattern. Lengths and opacities: thousandths. Families: the name's address twice, one more if
 * other fonts stand behind it. */
#define PAINT_NONE ((gint64) 1 << 24)
#define PAINT_HATCH ((gint64) 1 << 32)

static const char *const names[CTG_SVG_N_ATTRIBUTES] = {
  [CTG_SVG_FILL] = "fill",
  [CTG_SVG_FILL_OPACITY] = "fill-opacity",
  [CTG_SVG_STROKE] = "stroke",
  [CTG_SVG_STROKE_OPACITY] = "stroke-opacity",
  [CTG_SVG_STROKE_WIDTH] = "stroke-width",
  [CTG_SVG_STROKE_DASH] = "stroke-dasharray",
  [CTG_SVG_STROKE_CAP] = "stroke-linecap",
  [CTG_SVG_STROKE_JOIN] = "stroke-linejoin",
  [CTG_SVG_FONT_FAMILY] = "font-family",
  [CTG_SVG_FONT_SIZE] = "font-size",
  [CTG_SVG_FONT_WEIGHT] = "font-weight",
  [CTG_SVG_FONT_STYLE] = "font-style",
  [CTG_SVG_TEXT_ANCHOR] = "text-anchor",
};

static gint64
thousandths (double value)
{
  return llround (value * 1000);
}

static gint64
paint (CtgColor color)
{
  return ((gint64) lroundf (CLAMP (color.red, 0, 1) * 255) << 16) |
         ((gint64) lroundf (CLAMP (color.green, 0, 1) * 255) << 8) |
         (gint64) lroundf (CLAMP (color.blue, 0, 1) * 255);
}

void
ctg_svg_style_init_default (CtgSvgStyle *self)
{
  *self = (CtgSvgStyle) { .values = {
                            [CTG_SVG_FILL_OPACITY] = 1000,
                            [CTG_SVG_STROKE] = PAINT_NONE,
                            [CTG_SVG_STROKE_OPACITY] = 1000,
                            [CTG_SVG_STROKE_WIDTH] = 1000,
                            [CTG_SVG_FONT_FAMILY] = CTG_SVG_UNSET,
                            [CTG_SVG_FONT_SIZE] = CTG_SVG_UNSET,
                          } };
}

static void
set_fill (CtgSvgStyle    *self,
          const CtgStyle *style,
          unsigned int    hatch)
{
  if (style->hatch != CTG_HATCH_NONE)
    {
      self->values[CTG_SVG_FILL] = PAINT_HATCH + hatch;
      self->values[CTG_SVG_FILL_OPACITY] = 1000;
    }
  else if (!ctg_color_is_visible (style->fill))
    {
      self->values[CTG_SVG_FILL] = PAINT_NONE;
    }
  else
    {
      self->values[CTG_SVG_FILL] = paint (style->fill);
      self->values[CTG_SVG_FILL_OPACITY] = thousandths (style->fill.alpha);
    }
}

static void
set_stroke (CtgSvgStyle    *self,
            const CtgStyle *style,
            CtgNodeKind     kind)
{
  gint64 width = thousandths (style->stroke_width);

  if (!ctg_style_has_stroke (style))
    {
      self->values[CTG_SVG_STROKE] = PAINT_NONE;
      return;
    }

  self->values[CTG_SVG_STROKE] = paint (style->stroke);
  self->values[CTG_SVG_STROKE_OPACITY] = thousandths (style->stroke.alpha);
  self->values[CTG_SVG_STROKE_WIDTH] = width;
  self->values[CTG_SVG_STROKE_DASH] = style->dash == CTG_DASH_SOLID ? 0 : ((gint64) style->dash << 40) + width;
  self->values[CTG_SVG_STROKE_CAP] = style->dash == CTG_DASH_DOTTED || style->cap == CTG_CAP_ROUND;
  if (kind != CTG_NODE_LINE)
    self->values[CTG_SVG_STROKE_JOIN] = kind != CTG_NODE_RECT;
}

/* text-anchor counts along the direction of the text, the scene's anchor does not. */
static gint64
get_text_anchor (const CtgNode *node)
{
  switch (node->text->anchor)
    {
    case CTG_ANCHOR_LEFT:
      return node->text->rtl ? 2 : 0;

    case CTG_ANCHOR_MIDDLE:
      return 1;

    case CTG_ANCHOR_RIGHT:
    default:
      return node->text->rtl ? 0 : 2;
    }
}

bool
ctg_svg_text_needs_fallbacks (const char *text)
{
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    switch ((int) ((unsigned char) *c < 0x80 ? G_UNICODE_SCRIPT_COMMON : g_unichar_get_script (g_utf8_get_char (c))))
      {
      case G_UNICODE_SCRIPT_COMMON:
      case G_UNICODE_SCRIPT_INHERITED:
      case G_UNICODE_SCRIPT_LATIN:
      case G_UNICODE_SCRIPT_GREEK:
      case G_UNICODE_SCRIPT_CYRILLIC:
        break;

      default:
        return true;
      }

  return false;
}

void
ctg_svg_style_init_node (CtgSvgStyle   *self,
                         const CtgNode *node,
                         unsigned int   hatch,
                         bool           fallbacks)
{
  for (unsigned int i = 0; i < CTG_SVG_N_ATTRIBUTES; i++)
    self->values[i] = CTG_SVG_UNSET;

  if (node->kind == CTG_NODE_GROUP)
    return;
  if (node->kind != CTG_NODE_LINE)
    set_fill (self, node->style, hatch);
  if (node->kind != CTG_NODE_TEXT)
    {
      set_stroke (self, node->style, node->kind);
      return;
    }

  self->values[CTG_SVG_STROKE] = PAINT_NONE;
  self->values[CTG_SVG_FONT_FAMILY] = ((gint64) (gintptr) node->text->font.family << 1) | fallbacks;
  self->values[CTG_SVG_FONT_SIZE] = thousandths (node->text->font.size);
  self->values[CTG_SVG_FONT_WEIGHT] = node->text->font.bold;
  self->values[CTG_SVG_FONT_STYLE] = node->text->font.italic;
  self->values[CTG_SVG_TEXT_ANCHOR] = get_text_anchor (node);
}

static bool
is_shape (const CtgSvgStyle *style)
{
  return style->values[CTG_SVG_FONT_SIZE] == CTG_SVG_UNSET;
}

/* The value that most styles set; the first of equals, CTG_SVG_UNSET where only one sets it. A few distinct values are
 * remembered, which finds the most frequent one in any figure that has a design. */
static gint64
find_most_frequent (const CtgSvgStyle *const *styles,
                    unsigned int              n_styles,
                    CtgSvgAttribute           attribute,
                    bool                      shapes_only)
{
  struct { gint64 value; unsigned int count; } seen[8] = { { CTG_SVG_UNSET, 1 } };
  unsigned int n_seen = 0, best = 0;

  for (unsigned int s = 0; s < n_styles; s++)
    {
      gint64 value = styles[s]->values[attribute];
      unsigned int i = 0;

      if (value == CTG_SVG_UNSET || (shapes_only && !is_shape (styles[s])))
        continue;
      while (i < n_seen && seen[i].value != value)
        i++;
      if (i == G_N_ELEMENTS (seen))
        continue;
      if (i == n_seen)
        {
          seen[i].value = value;
          seen[i].count = 0;
          n_seen++;
        }
      if (++seen[i].count > seen[best].count)
        best = i;
    }

  return seen[best].count > 1 ? seen[best].value : CTG_SVG_UNSET;
}

/* The value of all styles that set it, if at least two do. */
static gint64
find_unanimous (const CtgSvgStyle *const *styles,
                unsigned int              n_styles,
                CtgSvgAttribute           attribute)
{
  gint64 common = CTG_SVG_UNSET;
  unsigned int n = 0;

  for (unsigned int s = 0; s < n_styles; s++)
    {
      gint64 value = styles[s]->values[attribute];

      if (value == CTG_SVG_UNSET)
        continue;
      if (n++ > 0 && value != common)
        return CTG_SVG_UNSET;
      common = value;
    }

  return n > 1 ? common : CTG_SVG_UNSET;
}

/* Where there are shapes the fill of a group is theirs: the colour of a series can then be changed in one place.
 * Strokes go to a group only if nothing in it has to take them back. */
void
ctg_svg_style_init_common (CtgSvgStyle              *self,
                           const CtgSvgStyle *const *styles,
                           unsigned int              n_styles)
{
  for (unsigned int i = 0; i < CTG_SVG_N_ATTRIBUTES; i++)
    self->values[i] = i < CTG_SVG_FONT_FAMILY ? find_unanimous (styles, n_styles, i) : find_most_frequent (styles, n_styles, i, false);

  gint64 fill = find_most_frequent (styles, n_styles, CTG_SVG_FILL, true);

  self->values[CTG_SVG_FILL] = fill != CTG_SVG_UNSET ? fill : find_most_frequent (styles, n_styles, CTG_SVG_FILL, false);
}

/* A single family that is quoted where CSS wants it. */
static void
append_family_name (GString    *svg,
                    const char *family)
{
  g_autofree char *safe = g_strdelimit (g_strdup (family), "'\\", ' ');

  g_string_append_c (svg, '\'');
  ctg_svg_append_text (svg, safe);
  g_string_append_c (svg, '\'');
}

/* The families behind the figure's own, in which other scripts were measured; the last is whatever there is. */
static void
append_fallbacks (GString    *svg,
                  const char *family)
{
  PangoFontDescription *description = ctg_text_describe_font (&(CtgFont) { .family = family, .size = 1 });
  g_auto(GStrv) families = g_strsplit (pango_font_description_get_family (description), ",", -1);
  unsigned int n_families = g_strv_length (families);

  for (unsigned int i = 1; i + 1 < n_families; i++)
    {
      if (g_str_equal (families[i], family))
        continue;
      append_family_name (svg, families[i]);
      g_string_append (svg, ", ");
    }
  pango_font_description_free (description);
}

/* What Liberation Sans stands in for goes first, so that a machine without it shows nearly the same widths. */
static void
append_family (GString *svg,
               gint64   value)
{
  const char *family = (const char *) (gintptr) (value >> 1);

  if (g_str_equal (family, "Liberation Sans"))
    g_string_append (svg, "Arial, 'Liberation Sans', Helvetica");
  else
    append_family_name (svg, family);
  g_string_append (svg, ", ");
  if (value & 1)
    append_fallbacks (svg, family);
  g_string_append (svg, "sans-serif");
}

static void
append_paint (GString *svg,
              gint64   value)
{
  if (value == PAINT_NONE)
    g_string_append (svg, "none");
  else if (value >= PAINT_HATCH)
    g_string_append_printf (svg, "url(#ctg-hatch-%u)", (unsigned int) (value - PAINT_HATCH));
  else
    g_string_append_printf (svg, "#%06x", (unsigned int) value);
}

static void
append_dash (GString *svg,
             gint64   value)
{
  double width = (value & (((gint64) 1 << 40) - 1)) / 1000.0;
  bool dotted = value >> 40 == CTG_DASH_DOTTED;

  if (value == 0)
    {
      g_string_append (svg, "none");
      return;
    }
  ctg_svg_append_number (svg, dotted ? 0 : 3 * width);
  g_string_append_c (svg, ' ');
  ctg_svg_append_number (svg, dotted ? 3 * width : 2 * width);
}

static void
append_value (GString        *svg,
              CtgSvgAttribute attribute,
              gint64          value)
{
  static const char *const anchors[] = { "start", "middle", "end" };

  switch (attribute)
    {
    case CTG_SVG_FILL:
    case CTG_SVG_STROKE:
      append_paint (svg, value);
      break;

    case CTG_SVG_FILL_OPACITY:
    case CTG_SVG_STROKE_OPACITY:
    case CTG_SVG_STROKE_WIDTH:
    case CTG_SVG_FONT_SIZE:
      ctg_svg_append_number (svg, value / 1000.0);
      break;

    case CTG_SVG_STROKE_DASH:
      append_dash (svg, value);
      break;

    case CTG_SVG_STROKE_CAP:
      g_string_append (svg, value ? "round" : "butt");
      break;

    case CTG_SVG_STROKE_JOIN:
      g_string_append (svg, value ? "round" : "miter");
      break;

    case CTG_SVG_FONT_FAMILY:
      append_family (svg, value);
      break;

    case CTG_SVG_FONT_WEIGHT:
      g_string_append (svg, value ? "bold" : "normal");
      break;

    case CTG_SVG_FONT_STYLE:
      g_string_append (svg, value ? "italic" : "normal");
      break;

    case CTG_SVG_TEXT_ANCHOR:
      g_string_append (svg, anchors[value]);
      break;

    case CTG_SVG_N_ATTRIBUTES:
    default:
      g_assert_not_reached ();
    }
}

void
ctg_svg_style_append (const CtgSvgStyle *self,
                      CtgSvgStyle       *inherited,
                      GString           *svg)
{
  for (unsigned int i = 0; i < CTG_SVG_N_ATTRIBUTES; i++)
    {
      gint64 value = self->values[i];

      if (value == CTG_SVG_UNSET || value == inherited->values[i])
        continue;
      g_string_append_c (svg, ' ');
      g_string_append (svg, names[i]);
      g_string_append (svg, "=\"");
      append_value (svg, i, value);
      g_string_append_c (svg, '"');
      inherited->values[i] = value;
    }
}
