/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stamp is a mask of the symbol for each of sixteen places within a pixel. Plain circles without a stroke are what comes in thousands;
 * nothing else is stamped. On a whole image the pixels are set here, to what cairo would make of them: a call of cairo's for
 * each of them takes six times as long as the few dozen pixels. */

#include "render/ctg-render-stamp.h"

#include <math.h>

#include "scene/ctg-node-geometry.h"

#define PLACES 4      /* within a pixel, each way */
#define WORTH_IT 64   /* symbols alike before there is a stamp */
#define LARGEST 64    /* pixels: larger ones are few */

/* The symbol at one place within a pixel, at first not made. */
typedef struct
{
  cairo_surface_t *mask;
  guint8 *colors; /* nullable: the color through the mask, a pixel after the other, row by row */
  guint8 *rests;  /* behind colors: how much of what is below stays, for each byte of a pixel alike */
} Place;

struct _CtgStamp
{
  double size;
  CtgColor color;
  unsigned int n_alike;
  int half;              /* of the masks' sides, in pixels */
  bool known;            /* these are: */
  cairo_matrix_t matrix; /* of the target's pixels */
  double scale;          /* pixels a point, where these are the same both ways; else 0 */
  guint8 *data;          /* nullable, borrowed: of the target, if it is an image that no clip restricts */
  int width, height;
  gsize stride;
  Place places[PLACES * PLACES];
};

static void
clear_places (CtgStamp *self)
{
  for (unsigned int k = 0; k < G_N_ELEMENTS (self->places); k++)
    {
      g_clear_pointer (&self->places[k].mask, cairo_surface_destroy);
      g_clear_pointer (&self->places[k].colors, g_free);
    }
}

CtgStamp *
ctg_stamp_new (void)
{
  return g_new0 (CtgStamp, 1);
}

void
ctg_stamp_free (CtgStamp *self)
{
  clear_places (self);
  g_free (self);
}

static bool
is_plain_circle (const CtgNode *node)
{
  return node->symbol.symbol == CTG_SYMBOL_CIRCLE && !ctg_style_has_stroke (&node->style) && node->style.hatch == CTG_HATCH_NONE;
}

void
ctg_stamp_count (CtgStamp      *self,
                 const CtgNode *node)
{
  if (!is_plain_circle (node))
    self->n_alike = 0;
  else if (self->n_alike > 0 && self->size == node->symbol.size && ctg_color_equal (self->color, node->style.fill))
    self->n_alike++;
  else
    {
      clear_places (self);
      self->n_alike = 1;
      self->size = node->symbol.size;
      self->color = node->style.fill;
    }
}

/* ---- the target ---- */

/* Pixels a point, where these are the same both ways; else 0. */
static double
get_scale (const cairo_matrix_t *matrix,
           cairo_surface_t      *target)
{
  double across, along;

  cairo_surface_get_device_scale (target, &across, &along);

  return matrix->xx > 0 && fabs (matrix->xx - matrix->yy) <= 1e-3 * matrix->xx && across == 1 && along == 1 ? matrix->xx : 0;
}

/* Whether the target is an image without a clip, so that its pixels may be set without asking cairo. The matrix must be that of pixels. */
static bool
is_open_image (cairo_t         *cr,
               cairo_surface_t *target)
{
  double x, y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return false;
  cairo_surface_get_device_offset (target, &x, &y);
  if (x != 0 || y != 0 || (cairo_image_surface_get_format (target) != CAIRO_FORMAT_RGB24 && cairo_image_surface_get_format (target) != CAIRO_FORMAT_ARGB32))
    return false;

  cairo_rectangle_list_t *clip = cairo_copy_clip_rectangle_list (cr);
  bool whole = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1 && clip->rectangles[0].x <= 0 && clip->rectangles[0].y <= 0 &&
               clip->rectangles[0].x + clip->rectangles[0].width >= cairo_image_surface_get_width (target) &&
               clip->rectangles[0].y + clip->rectangles[0].height >= cairo_image_surface_get_height (target);

  cairo_rectangle_list_destroy (clip);

  return whole;
}

static void
look_at_target (CtgStamp *self,
                cairo_t  *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);

  cairo_get_matrix (cr, &self->matrix);
  self->scale = get_scale (&self->matrix, target);
  cairo_identity_matrix (cr);
  if (is_open_image (cr, target))
    {
      self->data = cairo_image_surface_get_data (target);
      self->width = cairo_image_surface_get_width (target);
      self->height = cairo_image_surface_get_height (target);
      self->stride = cairo_image_surface_get_stride (target);
    }
  cairo_set_matrix (cr, &self->matrix);
  self->known = true;
}

/* ---- on pixels ---- */

/* a × b / 255, rounded, for each of two bytes that stand apart by one. */
static inline guint32
scale_pair (guint32 pair,
            guint32 by)
{
  guint32 product = pair * by + 0x800080;

  return ((product + ((product >> 8) & 0xff00ff)) >> 8) & 0xff00ff;
}

static inline guint32
scale_pixel (guint32 pixel,
             guint32 by)
{
  return scale_pair (pixel & 0xff00ff, by) | scale_pair (pixel >> 8 & 0xff00ff, by) << 8;
}

/* A share of one as a byte, in cairo's way: by way of sixteen bits. */
static guint32
to_byte (double share)
{
  return (guint32) MIN (share * 65536, 65535) >> 8;
}

/* The color through the mask; multiplied by alpha, as pixels are. */
static void
make_colors (const CtgStamp *self,
             Place          *place)
{
  int side = 2 * self->half;
  double alpha = self->color.alpha;
  guint32 whole = to_byte (alpha) << 24 | to_byte (self->color.red * alpha) << 16 | to_byte (self->color.green * alpha) << 8 | to_byte (self->color.blue * alpha);
  gsize n_pixels = (gsize) side * side;
  guint32 *colors = g_new (guint32, 2 * n_pixels);

  for (gsize i = 0; i < n_pixels; i++)
    {
      guint8 share = cairo_image_surface_get_data (place->mask)[i / side * cairo_image_surface_get_stride (place->mask) + i % side];

      colors[i] = scale_pixel (whole, share);
      colors[n_pixels + i] = 0x01010101 * (255 - (colors[i] >> 24));
    }
  place->colors = (guint8 *) colors;
  place->rests = (guint8 *) (colors + n_pixels);
}

/* Over what is there, each byte rounded as in scale_pair(). What is outside of the circle stays. */
static void
blend_row (guint8 *restrict       below,
           const guint8 *restrict colors,
           const guint8 *restrict rests,
           int                    n_bytes)
{
  for (int i = 0; i < n_bytes; i++)
    {
      guint16 product = below[i] * rests[i] + 128;

      below[i] = colors[i] + (guint8) ((guint16) (product + (product >> 8)) >> 8);
    }
}

static void
blend (const CtgStamp *self,
       const Place    *place,
       int             left,
       int             top)
{
  int side = 2 * self->half;
  int first_x = MAX (0, -left), end_x = MIN (side, self->width - left);
  int first_y = MAX (0, -top), end_y = MIN (side, self->height - top);

  if (first_x >= end_x)
    return;
  for (int y = first_y; y < end_y; y++)
    {
      gsize start = 4 * ((gsize) y * side + first_x);

      blend_row (self->data + (top + y) * self->stride + 4 * (gsize) (left + first_x), place->colors + start, place->rests + start, 4 * (end_x - first_x));
    }
}

/* ---- either way ---- */

/* The middle of the circle is in the middle of the mask, moved by so many quarters of a pixel. */
static cairo_surface_t *
make_mask (const CtgStamp *self,
           int             right,
           int             down)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * self->half, 2 * self->half);
  cairo_t *cr = cairo_create (mask);

  cairo_arc (cr, self->half + (double) right / PLACES, self->half + (double) down / PLACES, self->size * self->scale / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (mask);

  return mask;
}

static void
paint_place (const CtgStamp *self,
             cairo_t        *cr,
             Place          *place,
             int             left,
             int             top)
{
  if (self->data != NULL)
    {
      if (place->colors == NULL)
        make_colors (self, place);
      cairo_surface_flush (cairo_get_group_target (cr));
      blend (self, place, left, top);
      cairo_surface_mark_dirty (cairo_get_group_target (cr));
      return;
    }

  cairo_identity_matrix (cr);
  cairo_set_source_rgba (cr, self->color.red, self->color.green, self->color.blue, self->color.alpha);
  cairo_mask_surface (cr, place->mask, left, top);
  cairo_set_matrix (cr, &self->matrix);
}

bool
ctg_stamp_paint (CtgStamp      *self,
                 cairo_t       *cr,
                 const CtgNode *node)
{
  double x = node->symbol.center.x, y = node->symbol.center.y;

  if (self->n_alike < WORTH_IT)
    return false;
  if (!self->known)
    look_at_target (self, cr);
  if (self->scale == 0 || self->size * self->scale > LARGEST)
    return false;

  cairo_matrix_transform_point (&self->matrix, &x, &y);

  int column = (int) lround (x * PLACES);
  int row = (int) lround (y * PLACES);
  int right = ((column % PLACES) + PLACES) % PLACES;
  int down = ((row % PLACES) + PLACES) % PLACES;
  Place *place = &self->places[down * PLACES + right];

  self->half = (int) ceil (self->size * self->scale / 2) + 1;
  if (place->mask == NULL)
    place->mask = make_mask (self, right, down);
  paint_place (self, cr, place, (column - right) / PLACES - self->half, (row - down) / PLACES - self->half);

  return true;
}
