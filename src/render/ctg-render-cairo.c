/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a scene with cairo: the window, PNG and PDF all come through here. On raster targets edges that ask for it
 * move to whole pixels; nothing else depends on the target. Must not measure or place anything. */

#include "render/ctg-render.h"

#include <math.h>

#include "render/ctg-render-private.h"
#include "scene/ctg-node-geometry.h"
#include "scene/ctg-symbol.h"

typedef struct
{
  cairo_t *cr;
  CtgTextPainter *text;
  CtgRect clip; /* in points */
  bool raster;
  bool snap;
} Painter;

static void
set_color (cairo_t *cr,
           CtgColor color)
{
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
}

static bool
is_raster (cairo_t *cr)
{
  switch ((int) cairo_surface_get_type (cairo_get_group_target (cr)))
    {
    case CAIRO_SURFACE_TYPE_PDF:
    case CAIRO_SURFACE_TYPE_PS:
    case CAIRO_SURFACE_TYPE_SVG:
    case CAIRO_SURFACE_TYPE_SCRIPT:
      return false;

    default:
      return true;
    }
}

/* Whole pixels mean something only on a raster, and only when the axes are not turned. */
static bool
can_snap (cairo_t *cr)
{
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);

  return is_raster (cr) && matrix.xy == 0 && matrix.yx == 0;
}

/* In points. */
static CtgRect
get_clip (cairo_t *cr)
{
  double x0, y0, x1, y1;

  cairo_clip_extents (cr, &x0, &y0, &x1, &y1);

  return ctg_rect (x0, y0, x1 - x0, y1 - y0);
}

/* A stroke's width in whole pixels, at least one; *offset is where its middle has to be within a pixel. */
static double
snap_width (cairo_t *cr,
            double   width,
            double  *offset)
{
  double dx = width, dy = 0;

  cairo_user_to_device_distance (cr, &dx, &dy);

  double pixels = fmax (round (fabs (dx)), 1);

  *offset = fmod (pixels, 2) == 1 ? 0.5 : 0;

  return width > 0 ? width * pixels / fabs (dx) : 0;
}

static void
snap_point (cairo_t *cr,
            double  *x,
            double  *y,
            double   offset)
{
  cairo_user_to_device (cr, x, y);
  *x = floor (*x - offset + 0.5) + offset;
  *y = floor (*y - offset + 0.5) + offset;
  cairo_device_to_user (cr, x, y);
}

static CtgRect
snap_rect (cairo_t *cr,
           CtgRect  rect,
           double   offset)
{
  double x0 = rect.x, y0 = rect.y;
  double x1 = rect.x + rect.width, y1 = rect.y + rect.height;
  double px = 1, py = 1;

  snap_point (cr, &x0, &y0, offset);
  snap_point (cr, &x1, &y1, offset);

  /* What is there stays visible. */
  cairo_device_to_user_distance (cr, &px, &py);
  if (rect.width > 0 && x1 - x0 < px / 2)
    x1 = x0 + px;
  if (rect.height > 0 && y1 - y0 < py / 2)
    y1 = y0 + py;

  return ctg_rect (x0, y0, x1 - x0, y1 - y0);
}

static void
trace_rounded_rect (cairo_t *cr,
                    CtgRect  rect,
                    double   radius)
{
  double x1 = rect.x + rect.width, y1 = rect.y + rect.height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, x1 - radius, rect.y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x1 - radius, y1 - radius, radius, 0, G_PI_2);
  cairo_arc (cr, rect.x + radius, y1 - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, rect.x + radius, rect.y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

/* Lines x + y = const across the area, within the current path. Keeps the path. */
static void
paint_hatch (cairo_t *cr,
             CtgRect  area,
             CtgColor color)
{
  double step = CTG_HATCH_SPACING * G_SQRT2;
  double first = ceil ((area.x + area.y) / step - 0.5);
  double last = floor ((area.x + area.width + area.y + area.height) / step - 0.5);
  cairo_path_t *outline = cairo_copy_path (cr);

  cairo_save (cr);
  cairo_clip (cr);
  for (double k = first; k <= last; k++)
    {
      double sum = (k + 0.5) * step;

      cairo_move_to (cr, sum - area.y + 1, area.y - 1);
      cairo_line_to (cr, sum - area.y - area.height - 1, area.y + area.height + 1);
    }
  set_color (cr, color);
  cairo_set_line_width (cr, CTG_HATCH_WIDTH);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);

  cairo_append_path (cr, outline);
  cairo_path_destroy (outline);
}

static void
stroke (cairo_t        *cr,
        const CtgStyle *style,
        double          width,
        bool            corners)
{
  double dashes[2] = { 3 * width, 2 * width };
  bool dotted = style->dash == CTG_DASH_DOTTED;

  if (dotted)
    {
      dashes[0] = 0;
      dashes[1] = 3 * width;
    }

  set_color (cr, style->stroke);
  cairo_set_line_width (cr, width);
  cairo_set_line_cap (cr, dotted || style->cap == CTG_CAP_ROUND ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_join (cr, corners ? CAIRO_LINE_JOIN_MITER : CAIRO_LINE_JOIN_ROUND);
  cairo_set_dash (cr, dashes, style->dash == CTG_DASH_SOLID ? 0 : 2, 0);
  cairo_stroke (cr);
}

/* Paints the current path as the style says and forgets it. */
static void
paint_path (cairo_t       *cr,
            const CtgNode *node,
            CtgRect        area,
            double         stroke_width)
{
  const CtgStyle *style = node->style;
  bool stroked = ctg_style_has_stroke (style);

  if (ctg_color_is_visible (style->fill))
    {
      set_color (cr, style->fill);
      cairo_fill_preserve (cr);
    }
  if (style->hatch == CTG_HATCH_DIAGONAL && ctg_color_is_visible (style->stroke))
    paint_hatch (cr, area, style->stroke);
  if (stroked)
    stroke (cr, style, stroke_width, node->kind == CTG_NODE_RECT);

  cairo_new_path (cr);
}

static void
paint_rect (Painter       *self,
            const CtgNode *node)
{
  CtgRect rect = node->rect.rect;
  double width = node->style->stroke_width;
  double offset = 0;

  if (self->snap && node->style->snap)
    {
      if (ctg_style_has_stroke (node->style))
        width = snap_width (self->cr, width, &offset);
      rect = snap_rect (self->cr, rect, offset);
    }

  if (node->rect.radius > 0)
    trace_rounded_rect (self->cr, rect, fmin (node->rect.radius, fmin (rect.width, rect.height) / 2));
  else
    cairo_rectangle (self->cr, rect.x, rect.y, rect.width, rect.height);
  paint_path (self->cr, node, rect, width);
}

static void
paint_line (Painter       *self,
            const CtgNode *node)
{
  CtgPoint from = node->line.from, to = node->line.to;
  double width = node->style->stroke_width;

  if (!ctg_style_has_stroke (node->style))
    return;
  if (self->snap && node->style->snap && (from.x == to.x || from.y == to.y))
    {
      double offset;
      double fx = from.x, fy = from.y, tx = to.x, ty = to.y;

      width = snap_width (self->cr, width, &offset);
      snap_point (self->cr, &fx, &fy, offset);
      snap_point (self->cr, &tx, &ty, offset);
      /* Only across: the ends stay where the data put them. */
      if (from.x == to.x)
        from.x = to.x = fx;
      else
        from.y = to.y = fy;
    }

  cairo_move_to (self->cr, from.x, from.y);
  cairo_line_to (self->cr, to.x, to.y);
  stroke (self->cr, node->style, width, false);
}

static void
paint_curves (Painter       *self,
              const CtgNode *node)
{
  const CtgPoint *p = node->path.points;

  for (unsigned int i = 0; i < node->path.n_verbs; i++)
    {
      switch (node->path.verbs[i])
        {
        case CTG_PATH_MOVE:
          cairo_move_to (self->cr, p->x, p->y);
          p++;
          break;

        case CTG_PATH_LINE:
          cairo_line_to (self->cr, p->x, p->y);
          p++;
          break;

        case CTG_PATH_CURVE:
          cairo_curve_to (self->cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
          p += 3;
          break;

        case CTG_PATH_CLOSE:
          cairo_close_path (self->cr);
          break;

        default:
          g_assert_not_reached ();
        }
    }
  paint_path (self->cr, node, node->bounds, node->style->stroke_width);
}

static void
paint_symbol (Painter       *self,
              const CtgNode *node)
{
  CtgPoint points[CTG_SYMBOL_MAX_POINTS];
  CtgPoint center = node->symbol.center;
  unsigned int n_points = ctg_symbol_get_outline (node->symbol.symbol, center, node->symbol.size, points);

  /* Text leaves a current point behind. */
  cairo_new_path (self->cr);
  if (n_points == 0)
    cairo_arc (self->cr, center.x, center.y, node->symbol.size / 2, 0, 2 * G_PI);
  for (unsigned int i = 0; i < n_points; i++)
    cairo_line_to (self->cr, points[i].x, points[i].y);
  cairo_close_path (self->cr);
  paint_path (self->cr, node, node->bounds, node->style->stroke_width);
}

/* Up to this size on a raster cairo's glyphs, which it moves to whole pixels, would stand unevenly apart. */
#define OUTLINE_MAX_PIXELS 28

static bool
needs_outlines (cairo_t *cr,
                double   size)
{
  double x = 0, y = size;

  cairo_user_to_device_distance (cr, &x, &y);

  return hypot (x, y) <= OUTLINE_MAX_PIXELS;
}

static void
paint_text (Painter       *self,
            const CtgNode *node)
{
  double width = node->text->extents.width;
  double x = node->text->anchor == CTG_ANCHOR_LEFT ? 0 : node->text->anchor == CTG_ANCHOR_MIDDLE ? -width / 2 : -width;

  if (!ctg_color_is_visible (node->style->fill))
    return;

  cairo_save (self->cr);
  set_color (self->cr, node->style->fill);
  cairo_translate (self->cr, node->text->baseline.x, node->text->baseline.y);
  if (node->text->angle_deg != 0)
    cairo_rotate (self->cr, node->text->angle_deg * G_PI / 180);
  cairo_move_to (self->cr, x, 0);
  ctg_text_painter_show (self->text, self->cr, &node->text->font, node->text->string, node->text->rtl,
                         self->raster && needs_outlines (self->cr, node->text->font.size));
  cairo_restore (self->cr);
}

static void
paint_node (Painter       *self,
            const CtgNode *node)
{
  switch (node->kind)
    {
    case CTG_NODE_RECT:
      paint_rect (self, node);
      break;

    case CTG_NODE_LINE:
      paint_line (self, node);
      break;

    case CTG_NODE_PATH:
      paint_curves (self, node);
      break;

    case CTG_NODE_SYMBOL:
      paint_symbol (self, node);
      break;

    case CTG_NODE_TEXT:
      paint_text (self, node);
      break;

    case CTG_NODE_GROUP:
    default:
      break;
    }
}

/* ---- the whole ---- */

/* The matrix then leads to pixels. */
static bool
can_stamp (cairo_t *cr)
{
  double across, along;

  cairo_surface_get_device_scale (cairo_get_group_target (cr), &across, &along);

  return can_snap (cr) && across == 1 && along == 1;
}

/* pixels: nullable. */
static void
paint_run (Painter             *self,
           const CtgRenderList *list,
           const CtgStampRun   *run,
           const CtgPixels     *pixels)
{
  const CtgStampPlace *places = ctg_render_list_get_places (list, run);

  if (pixels != NULL)
    {
      cairo_surface_flush (cairo_get_group_target (self->cr));
      ctg_stamp_blend (run->stamp, places, run->n, pixels);
      cairo_surface_mark_dirty (cairo_get_group_target (self->cr));
      return;
    }

  cairo_save (self->cr);
  cairo_identity_matrix (self->cr);
  ctg_stamp_paint (run->stamp, places, run->n, self->cr);
  cairo_restore (self->cr);
}

/* pixels: nullable, then the whole run is wanted. */
static bool
is_wanted (const CtgStampRun *run,
           const CtgPixels   *pixels)
{
  return pixels == NULL || (run->y1 > pixels->first_row && run->y0 < pixels->first_row + pixels->height);
}

/* The order of painting is kept: a run waits only for nodes that do not touch it. The one that waits still is returned; nullable. */
static const CtgStampRun *
paint_list (Painter             *self,
            const CtgRenderList *list,
            const CtgPixels     *pixels)
{
  const CtgStampRun *waiting = NULL;
  CtgRect covered = { 0 };

  for (unsigned int i = 0; i < list->steps->len; i++)
    {
      const CtgRenderStep *step = &g_array_index (list->steps, CtgRenderStep, i);
      const CtgStampRun *run = step->run >= 0 ? &g_array_index (list->runs, CtgStampRun, step->run) : NULL;
      const CtgNode *node = ctg_scene_get_node (list->scene, step->node);

      if (run != NULL ? !is_wanted (run, pixels) : !ctg_render_node_is_in (node, self->clip))
        continue;
      if (waiting != NULL && (run != NULL || ctg_render_node_is_in (node, covered)))
        paint_run (self, list, g_steal_pointer (&waiting), pixels);
      if (run == NULL)
        {
          paint_node (self, node);
          continue;
        }
      waiting = run;
      covered = ctg_render_list_get_covered (list, run);
    }

  return waiting;
}

static const CtgStampRun *
paint (const CtgRenderList *list,
       cairo_t             *cr,
       const CtgPixels     *pixels,
       CtgTextPainter      *text,
       bool                 all)
{
  Painter self = { .cr = cr, .text = text, .raster = is_raster (cr), .snap = can_snap (cr), .clip = get_clip (cr) };

  cairo_save (cr);
  cairo_new_path (cr);

  const CtgStampRun *waiting = paint_list (&self, list, pixels);

  if (all && waiting != NULL)
    paint_run (&self, list, g_steal_pointer (&waiting), pixels);
  cairo_restore (cr);

  return waiting;
}

static void
paint_layers (const CtgScene *scene,
              cairo_t        *cr,
              CtgLayers       layers)
{
  g_autoptr(CtgTextPainter) text = ctg_text_painter_new ();
  cairo_matrix_t matrix;
  CtgPixels pixels;

  cairo_get_matrix (cr, &matrix);

  g_autoptr(CtgRenderList) list = ctg_render_list_new (scene, layers, get_clip (cr), &matrix, can_stamp (cr) ? ctg_stamp_get_scale (&matrix) : 0);

  paint (list, cr, list->runs->len > 0 && ctg_pixels_find (cr, &pixels) ? &pixels : NULL, text, true);
}

void
ctg_render_cairo (const CtgScene *scene,
                  cairo_t        *cr,
                  bool            with_background)
{
  g_return_if_fail (scene != NULL && cr != NULL);

  paint_layers (scene, cr, with_background ? CTG_LAYER_BACKGROUND | CTG_LAYER_FIGURE : CTG_LAYER_FIGURE);
}

void
ctg_render_cairo_background (const CtgScene *scene,
                             cairo_t        *cr)
{
  paint_layers (scene, cr, CTG_LAYER_BACKGROUND);
}

const CtgStampRun *
ctg_render_cairo_band (const CtgRenderList *list,
                       cairo_t             *cr,
                       const CtgPixels     *band,
                       CtgTextPainter      *text)
{
  return paint (list, cr, band, text, false);
}
