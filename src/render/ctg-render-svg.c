/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes a scene as SVG: one real text element a label, groups with ids and classes, attributes that a group's nodes
 * share written once at the group. Lengths are points; the page has its physical size. Must not measure. */

#include "render/ctg-render-private.h"

#include <string.h>

#include "render/ctg-svg-style.h"
#include "render/ctg-svg-text.h"
#include "scene/ctg-node-geometry.h"
#include "scene/ctg-symbol.h"

#define LONG_LINE 400 /* points */

typedef struct
{
  const CtgScene *scene;
  GString *svg;
  CtgSvgStyle *styles;   /* one a node */
  GArray *hatches;       /* of CtgStyle, one a pattern */
  bool with_background;
} Writer;

static void
append_attribute (GString    *svg,
                  const char *name,
                  double      value)
{
  g_string_append_c (svg, ' ');
  g_string_append (svg, name);
  g_string_append (svg, "=\"");
  ctg_svg_append_number (svg, value);
  g_string_append_c (svg, '"');
}

static void
append_element (GString    *svg,
                const char *name,
                const char *content)
{
  if (content == NULL || *content == '\0')
    return;

  g_string_append_printf (svg, "<%s>", name);
  ctg_svg_append_text (svg, content);
  g_string_append_printf (svg, "</%.*s>\n", (int) strcspn (name, " "), name);
}

/* The nodes of the group itself, its marks' parts among them; with deep all. */
static CtgSvgStyle
get_common_style (Writer      *self,
                  unsigned int first,
                  unsigned int n,
                  bool         deep)
{
  g_autoptr(GPtrArray) styles = g_ptr_array_new ();
  CtgSvgStyle common;

  for (unsigned int i = first; i < first + n; i++)
    {
      const CtgNode *node = ctg_scene_get_node (self->scene, i);

      if (node->kind != CTG_NODE_GROUP)
        g_ptr_array_add (styles, &self->styles[i]);
      else if (!deep && node->role != CTG_ROLE_MARK)
        i += node->n_descendants;
    }
  ctg_svg_style_init_common (&common, (const CtgSvgStyle *const *) styles->pdata, styles->len);

  return common;
}

/* ---- the head ---- */

static void
append_metadata (Writer            *self,
                 const CtgMetadata *metadata)
{
  GString *svg = self->svg;

  if (metadata->source == NULL && metadata->author == NULL && metadata->keywords == NULL && metadata->software == NULL &&
      metadata->document == NULL)
    return;

  g_string_append (svg, "<metadata>\n"
                   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                   "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n<rdf:Description rdf:about=\"\">\n");
  append_element (svg, "dc:creator", metadata->author);
  append_element (svg, "dc:source", metadata->source);
  append_element (svg, "dc:subject", metadata->keywords);
  append_element (svg, "xmp:CreatorTool", metadata->software);
  g_string_append (svg, "</rdf:Description>\n</rdf:RDF>\n");
  if (metadata->document != NULL)
    {
      g_string_append (svg, "<ctg:figure xmlns:ctg=\"" CTG_DOCUMENT_NAMESPACE "\" type=\"" CTG_DOCUMENT_MIME_TYPE "\">");
      ctg_svg_append_document (svg, metadata->document);
      g_string_append (svg, "</ctg:figure>\n");
    }
  g_string_append (svg, "</metadata>\n");
}

static void
append_pattern (GString        *svg,
                const CtgStyle *style,
                unsigned int    index)
{
  g_string_append_printf (svg, "<pattern id=\"ctg-hatch-%u\" width=\"%g\" height=\"%g\" patternUnits=\"userSpaceOnUse\" "
                          "patternTransform=\"rotate(45)\">", index, CTG_HATCH_SPACING, CTG_HATCH_SPACING);
  if (ctg_color_is_visible (style->fill))
    {
      CtgNode background = { .kind = CTG_NODE_RECT, .style = &(CtgStyle) { .fill = style->fill } };
      CtgSvgStyle looks, inherited;

      ctg_svg_style_init_default (&inherited);
      ctg_svg_style_init_node (&looks, &background, 0, false);
      g_string_append_printf (svg, "<rect width=\"%g\" height=\"%g\"", CTG_HATCH_SPACING, CTG_HATCH_SPACING);
      ctg_svg_style_append (&looks, &inherited, svg);
      g_string_append (svg, "/>");
    }
  if (ctg_color_is_visible (style->stroke))
    {
      CtgNode line = { .kind = CTG_NODE_LINE, .style = &(CtgStyle) { .stroke = style->stroke, .stroke_width = CTG_HATCH_WIDTH } };
      CtgSvgStyle looks, inherited;

      ctg_svg_style_init_default (&inherited);
      ctg_svg_style_init_node (&looks, &line, 0, false);
      g_string_append_printf (svg, "<path d=\"M%g,-1V%g\"", CTG_HATCH_SPACING / 2, CTG_HATCH_SPACING + 1);
      ctg_svg_style_append (&looks, &inherited, svg);
      g_string_append (svg, "/>");
    }
  g_string_append (svg, "</pattern>\n");
}

static void
append_head (Writer            *self,
             const CtgMetadata *metadata,
             CtgSvgStyle       *inherited)
{
  GString *svg = self->svg;
  const char *title = ctg_scene_get_title (self->scene);
  const char *description = ctg_scene_get_description (self->scene);
  double width = ctg_scene_get_width (self->scene);
  double height = ctg_scene_get_height (self->scene);
  CtgSvgStyle common = get_common_style (self, 0, ctg_scene_get_n_nodes (self->scene), true);

  for (unsigned int i = 0; i < CTG_SVG_FONT_FAMILY; i++)
    common.values[i] = CTG_SVG_UNSET;
  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"");
  ctg_svg_append_number (svg, width * CTG_MM_PER_PT);
  g_string_append (svg, "mm\" height=\"");
  ctg_svg_append_number (svg, height * CTG_MM_PER_PT);
  g_string_append (svg, "mm\" viewBox=\"0 0 ");
  ctg_svg_append_number (svg, width);
  g_string_append_c (svg, ' ');
  ctg_svg_append_number (svg, height);
  g_string_append (svg, "\" lang=\"");
  ctg_svg_append_text (svg, ctg_scene_get_language (self->scene));
  g_string_append (svg, "\" xml:lang=\"");
  ctg_svg_append_text (svg, ctg_scene_get_language (self->scene));
  g_string_append (svg, "\" role=\"img\"");
  if (*title != '\0' || *description != '\0')
    g_string_append_printf (svg, " aria-labelledby=\"%s%s%s\"", *title != '\0' ? "ctg-title" : "",
                            *title != '\0' && *description != '\0' ? " " : "", *description != '\0' ? "ctg-description" : "");
  g_string_append (svg, " text-rendering=\"geometricPrecision\"");
  ctg_svg_style_append (&common, inherited, svg);
  g_string_append (svg, ">\n");

  append_element (svg, "title id=\"ctg-title\"", title);
  append_element (svg, "desc id=\"ctg-description\"", description);
  append_metadata (self, metadata);
  if (self->hatches->len > 0)
    {
      g_string_append (svg, "<defs>\n");
      for (unsigned int i = 0; i < self->hatches->len; i++)
        append_pattern (svg, &g_array_index (self->hatches, CtgStyle, i), i + 1);
      g_string_append (svg, "</defs>\n");
    }
}

/* ---- shapes ---- */

static void
append_points (GString        *svg,
               const CtgPoint *points,
               unsigned int    n_points)
{
  for (unsigned int i = 0; i < n_points; i++)
    {
      if (i > 0)
        g_string_append_c (svg, ' ');
      ctg_svg_append_number (svg, points[i].x);
      g_string_append_c (svg, ',');
      ctg_svg_append_number (svg, points[i].y);
    }
}

static void
append_path_data (GString       *svg,
                  const CtgNode *node)
{
  static const struct { char letter; unsigned int n_points; } verbs[] = {
    [CTG_PATH_MOVE] = { 'M', 1 }, [CTG_PATH_LINE] = { 'L', 1 }, [CTG_PATH_CURVE] = { 'C', 3 }, [CTG_PATH_CLOSE] = { 'Z', 0 },
  };
  const CtgPoint *p = node->path.points;

  g_string_append (svg, " d=\"");
  for (unsigned int i = 0; i < node->path.n_verbs; i++)
    {
      CtgPathVerb verb = node->path.verbs[i];

      g_string_append_c (svg, verbs[verb].letter);
      append_points (svg, p, verbs[verb].n_points);
      p += verbs[verb].n_points;
    }
  g_string_append_c (svg, '"');
}

static const char *
append_symbol (GString       *svg,
               const CtgNode *node)
{
  CtgPoint points[CTG_SYMBOL_MAX_POINTS];
  unsigned int n_points = ctg_symbol_get_outline (node->symbol.symbol, node->symbol.center, node->symbol.size, points);

  if (n_points == 0)
    {
      g_string_append (svg, "<circle");
      append_attribute (svg, "cx", node->symbol.center.x);
      append_attribute (svg, "cy", node->symbol.center.y);
      append_attribute (svg, "r", node->symbol.size / 2);
      return "circle";
    }

  g_string_append (svg, "<polygon points=\"");
  append_points (svg, points, n_points);
  g_string_append_c (svg, '"');
  return "polygon";
}

static bool
needs_preserved_space (const char *string)
{
  return g_ascii_isspace (*string) || g_ascii_isspace (string[strlen (string) - 1]) || strstr (string, "  ") != NULL;
}

static void
append_text_position (GString       *svg,
                      const CtgNode *node)
{
  CtgPoint at = node->text->baseline;

  append_attribute (svg, "x", at.x);
  append_attribute (svg, "y", at.y);
  if (node->text->angle_deg != 0)
    {
      g_string_append (svg, " transform=\"rotate(");
      ctg_svg_append_number (svg, node->text->angle_deg);
      g_string_append_c (svg, ' ');
      append_points (svg, &at, 1);
      g_string_append (svg, ")\"");
    }
  if (node->text->rtl)
    g_string_append (svg, " direction=\"rtl\" unicode-bidi=\"embed\"");
  /* Where several fonts share a line programs choose them differently, and lines would grow or shrink; in a long line the roundings of a
   * program's glyph positions add up. */
  if (ctg_svg_text_needs_fallbacks (node->text->string) || node->text->extents.width > LONG_LINE)
    {
      append_attribute (svg, "textLength", node->text->extents.width);
      g_string_append (svg, " lengthAdjust=\"spacingAndGlyphs\"");
    }
  if (needs_preserved_space (node->text->string))
    g_string_append (svg, " xml:space=\"preserve\"");
}

/* Writes the opening tag up to its looks; returns the element's name. */
static const char *
append_shape (GString       *svg,
              const CtgNode *node)
{
  switch (node->kind)
    {
    case CTG_NODE_RECT:
      g_string_append (svg, "<rect");
      append_attribute (svg, "x", node->rect.rect.x);
      append_attribute (svg, "y", node->rect.rect.y);
      append_attribute (svg, "width", node->rect.rect.width);
      append_attribute (svg, "height", node->rect.rect.height);
      if (node->rect.radius > 0)
        append_attribute (svg, "rx", node->rect.radius);
      return "rect";

    case CTG_NODE_LINE:
      g_string_append (svg, "<line");
      append_attribute (svg, "x1", node->line.from.x);
      append_attribute (svg, "y1", node->line.from.y);
      append_attribute (svg, "x2", node->line.to.x);
      append_attribute (svg, "y2", node->line.to.y);
      return "line";

    case CTG_NODE_PATH:
      g_string_append (svg, "<path");
      append_path_data (svg, node);
      return "path";

    case CTG_NODE_SYMBOL:
      return append_symbol (svg, node);

    case CTG_NODE_TEXT:
      g_string_append (svg, "<text");
      append_text_position (svg, node);
      return "text";

    case CTG_NODE_GROUP:
    default:
      g_assert_not_reached ();
    }
}

static void
append_leaf (Writer      *self,
             unsigned int index,
             CtgRole      group_role,
             CtgSvgStyle  inherited)
{
  const CtgNode *node = ctg_scene_get_node (self->scene, index);
  GString *svg = self->svg;
  const char *element = append_shape (svg, node);

  if (node->role != group_role && node->role != CTG_ROLE_NONE)
    g_string_append_printf (svg, " class=\"%s\"", ctg_role_get_name (node->role));
  ctg_svg_style_append (&self->styles[index], &inherited, svg);

  if (node->kind != CTG_NODE_TEXT && node->label == NULL)
    {
      g_string_append (svg, "/>\n");
      return;
    }

  g_string_append_c (svg, '>');
  if (node->label != NULL)
    {
      g_string_append (svg, "<title>");
      ctg_svg_append_text (svg, node->label);
      g_string_append (svg, "</title>");
    }
  if (node->kind == CTG_NODE_TEXT)
    ctg_svg_append_text (svg, node->text->string);
  g_string_append_printf (svg, "</%s>\n", element);
}

static void
append_group_start (Writer      *self,
                    unsigned int index,
                    CtgSvgStyle *inherited)
{
  const CtgNode *node = ctg_scene_get_node (self->scene, index);
  CtgSvgStyle common = get_common_style (self, index + 1, node->n_descendants, false);

  g_string_append_printf (self->svg, "<g id=\"%s\" class=\"%s\"", node->group.id, ctg_role_get_name (node->role));
  ctg_svg_style_append (&common, inherited, self->svg);
  g_string_append (self->svg, ">\n");
  append_element (self->svg, "title", node->label);
}

typedef struct
{
  unsigned int end; /* the node after the group's last */
  CtgRole role;
  CtgSvgStyle inherited;
} OpenGroup;

static void
append_nodes (Writer            *self,
              const CtgSvgStyle *inherited)
{
  g_autoptr(GArray) open = g_array_new (false, false, sizeof (OpenGroup));
  unsigned int n_nodes = ctg_scene_get_n_nodes (self->scene);
  OpenGroup group = { n_nodes + 1, CTG_ROLE_NONE, *inherited };

  g_array_append_val (open, group);
  for (unsigned int i = 0; i <= n_nodes; i++)
    {
      for (; i >= g_array_index (open, OpenGroup, open->len - 1).end; g_array_set_size (open, open->len - 1))
        g_string_append (self->svg, "</g>\n");
      if (i == n_nodes)
        break;

      const CtgNode *node = ctg_scene_get_node (self->scene, i);

      group = g_array_index (open, OpenGroup, open->len - 1);
      if (node->role == CTG_ROLE_BACKGROUND && !self->with_background)
        {
          i += node->n_descendants;
        }
      else if (node->kind == CTG_NODE_GROUP)
        {
          append_group_start (self, i, &group.inherited);
          group.end = i + 1 + node->n_descendants;
          group.role = node->role;
          g_array_append_val (open, group);
        }
      else
        {
          append_leaf (self, i, group.role, group.inherited);
        }
    }
}

/* ---- the whole ---- */

/* The number of the pattern with these colours, from 1. */
static unsigned int
find_hatch (GArray         *hatches,
            const CtgStyle *style)
{
  for (unsigned int i = 0; i < hatches->len; i++)
    {
      const CtgStyle *hatch = &g_array_index (hatches, CtgStyle, i);

      if (memcmp (&hatch->fill, &style->fill, sizeof (CtgColor)) == 0 && memcmp (&hatch->stroke, &style->stroke, sizeof (CtgColor)) == 0)
        return i + 1;
    }
  g_array_append_val (hatches, *style);

  return hatches->len;
}

static bool
any_text_needs_fallbacks (const CtgScene *scene)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == CTG_NODE_TEXT && ctg_svg_text_needs_fallbacks (node->text->string))
        return true;
    }

  return false;
}

static void
collect_styles (Writer *self)
{
  bool fallbacks = any_text_needs_fallbacks (self->scene);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (self->scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (self->scene, i);
      bool hatched = node->kind != CTG_NODE_GROUP && node->style->hatch != CTG_HATCH_NONE;

      ctg_svg_style_init_node (&self->styles[i], node, hatched ? find_hatch (self->hatches, node->style) : 0, fallbacks);
    }
}

bool
ctg_render_svg (const CtgScene         *scene,
                const CtgRenderOptions *options,
                const CtgMetadata      *metadata,
                GOutputStream          *stream,
                GCancellable           *cancellable,
                GError                **error)
{
  g_autofree CtgSvgStyle *styles = g_new (CtgSvgStyle, ctg_scene_get_n_nodes (scene) + 1);
  g_autoptr(GArray) hatches = g_array_new (false, false, sizeof (CtgStyle));
  g_autoptr(GString) svg = g_string_sized_new (16384);
  Writer self = { scene, svg, styles, hatches, !options->transparent };
  CtgSvgStyle inherited;

  ctg_svg_style_init_default (&inherited);
  collect_styles (&self);
  append_head (&self, metadata, &inherited);
  append_nodes (&self, &inherited);
  g_string_append (svg, "</svg>\n");

  return g_output_stream_write_all (stream, svg->str, svg->len, NULL, cancellable, error);
}
