/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stamp is a mask of the symbol for each of sixteen places within a pixel. Plain circles without a stroke are what comes in thousands;
 * nothing else is stamped. On a whole image the pixels are set here, to what cairo would make of them: a call of cairo's for
 * each of them takes six times as long as the few dozen pixels. */

#include "render/ctg-render-stamp.h"

#include <math.h>
#include <string.h>

#include "scene/ctg-node-geometry.h"

#define PLACES CTG_STAMP_PLACES

#define LARGEST 64 /* pixels: larger ones are few */

/* So many bytes are blended at once, four pixels. */
#define BLOCK 16

/* The symbol at one place within a pixel. Its colors are only those of the part that is not empty, in rows of whole blocks. */
typedef struct
{
  cairo_surface_t *mask;
  int left, top; /* of the part, from where the place is */
  int n_rows;
  int row_bytes;
  guint8 *colors; /* the color through the mask, row by row */
  guint8 *rests;  /* behind colors: how much of what is below stays, for each byte of a pixel alike */
} Shape;

struct _CtgStamp
{
  double size;
  CtgColor color;
  int half; /* of the masks' sides, in pixels */
  Shape shapes[PLACES * PLACES];
};

/* ---- the target ---- */

double
ctg_stamp_get_scale (const cairo_matrix_t *matrix)
{
  return matrix->xx > 0 && fabs (matrix->xx - matrix->yy) <= 1e-3 * matrix->xx ? matrix->xx : 0;
}

/* Whether the target is an image without a clip. The matrix must be that of pixels. */
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

bool
ctg_pixels_find (cairo_t   *cr,
                 CtgPixels *pixels)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  bool open;

  cairo_save (cr);
  cairo_identity_matrix (cr);
  open = is_open_image (cr, target);
  cairo_restore (cr);
  if (!open)
    return false;

  *pixels = (CtgPixels) {
    .data = cairo_image_surface_get_data (target),
    .stride = cairo_image_surface_get_stride (target),
    .width = cairo_image_surface_get_width (target),
    .height = cairo_image_surface_get_height (target),
  };

  return true;
}

/* ---- which symbols ---- */

bool
ctg_stamp_suits (const CtgNode *node)
{
  return node->kind == CTG_NODE_SYMBOL && node->symbol.symbol == CTG_SYMBOL_CIRCLE && !ctg_style_has_stroke (node->style) &&
         node->style->hatch == CTG_HATCH_NONE;
}

bool
ctg_stamp_is_for (const CtgStamp *self,
                  const CtgNode  *node)
{
  return self->size == node->symbol.size && ctg_color_equal (self->color, node->style->fill);
}

int
ctg_stamp_get_reach (const CtgStamp *self)
{
  return self->half;
}

/* ---- making one ---- */

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

/* The middle of the circle is in the middle of the mask, moved by so many quarters of a pixel. */
static cairo_surface_t *
make_mask (const CtgStamp *self,
           double          scale,
           int             right,
           int             down)
{
  cairo_surface_t *mask = cairo_image_surface_create (CAIRO_FORMAT_A8, 2 * self->half, 2 * self->half);
  cairo_t *cr = cairo_create (mask);

  cairo_arc (cr, self->half + (double) right / PLACES, self->half + (double) down / PLACES, self->size * scale / 2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_destroy (cr);
  cairo_surface_flush (mask);

  return mask;
}

static const guint8 *
get_mask_row (const Shape *shape,
              int          y)
{
  return cairo_image_surface_get_data (shape->mask) + (gsize) y * cairo_image_surface_get_stride (shape->mask);
}

/* The part of the mask that is not empty; FALSE where all of it is. */
static bool
find_part (const Shape *shape,
           int          side,
           int         *x0,
           int         *y0,
           int         *x1,
           int         *y1)
{
  *x0 = *y0 = side;
  *x1 = *y1 = 0;
  for (int y = 0; y < side; y++)
    for (int x = 0; x < side; x++)
      if (get_mask_row (shape, y)[x] != 0)
        {
          *x0 = MIN (*x0, x);
          *x1 = MAX (*x1, x + 1);
          *y0 = MIN (*y0, y);
          *y1 = y + 1;
        }

  return *x0 < *x1;
}

/* The color through the mask; multiplied by alpha, as pixels are. */
static void
make_colors (const CtgStamp *self,
             Shape          *shape)
{
  double alpha = self->color.alpha;
  guint32 whole = to_byte (alpha) << 24 | to_byte (self->color.red * alpha) << 16 | to_byte (self->color.green * alpha) << 8 | to_byte (self->color.blue * alpha);
  int x0, y0, x1, y1;

  if (!find_part (shape, 2 * self->half, &x0, &y0, &x1, &y1))
    return;

  int row_pixels = (x1 - x0 + BLOCK / 4 - 1) / (BLOCK / 4) * (BLOCK / 4);
  gsize n_pixels = (gsize) row_pixels * (y1 - y0);
  guint32 *colors = g_new0 (guint32, 2 * n_pixels);
  guint32 *rests = colors + n_pixels;

  memset (rests, 0xff, n_pixels * sizeof *rests);
  for (int y = y0; y < y1; y++)
    for (int x = x0; x < x1; x++)
      {
        gsize i = (gsize) (y - y0) * row_pixels + (x - x0);

        colors[i] = scale_pixel (whole, get_mask_row (shape, y)[x]);
        rests[i] = 0x01010101 * (255 - (colors[i] >> 24));
      }
  shape->left = x0 - self->half;
  shape->top = y0 - self->half;
  shape->n_rows = y1 - y0;
  shape->row_bytes = 4 * row_pixels;
  shape->colors = (guint8 *) colors;
  shape->rests = (guint8 *) rests;
}

CtgStamp *
ctg_stamp_new (const CtgNode *node,
               double         scale)
{
  g_return_val_if_fail (ctg_stamp_suits (node), NULL);

  if (scale <= 0 || node->symbol.size * scale > LARGEST)
    return NULL;

  CtgStamp *self = g_new0 (CtgStamp, 1);

  self->size = node->symbol.size;
  self->color = node->style->fill;
  self->half = (int) ceil (self->size * scale / 2) + 1;
  for (int k = 0; k < PLACES * PLACES; k++)
    {
      self->shapes[k].mask = make_mask (self, scale, k % PLACES, k / PLACES);
      make_colors (self, &self->shapes[k]);
    }

  return self;
}

void
ctg_stamp_free (CtgStamp *self)
{
  if (self == NULL)
    return;

  for (unsigned int k = 0; k < G_N_ELEMENTS (self->shapes); k++)
    {
      cairo_surface_destroy (self->shapes[k].mask);
      g_free (self->shapes[k].colors);
    }
  g_free (self);
}

/* ---- stamping ---- */

/* As lround(), which is a call. */
static int
round_place (double place)
{
  return (int) (place < 0 ? place - 0.5 : place + 0.5);
}

CtgStampPlace
ctg_stamp_find_place (double x,
                      double y)
{
  return (CtgStampPlace) { round_place (x * PLACES), round_place (y * PLACES) };
}

/* Of a place, in whole pixels; what is left of it goes to *within. */
static inline int
split_place (int  place,
             int *within)
{
  *within = ((place % PLACES) + PLACES) % PLACES;

  return (place - *within) / PLACES;
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
blend_shape (const Shape     *shape,
             const CtgPixels *pixels,
             int              left,
             int              top)
{
  int first_x = MAX (0, -left), end_x = MIN (shape->row_bytes / 4, pixels->width - left);
  int first_y = MAX (0, -top), end_y = MIN (shape->n_rows, pixels->height - top);

  if (first_x >= end_x)
    return;
  for (int y = first_y; y < end_y; y++)
    {
      gsize start = (gsize) y * shape->row_bytes + 4 * first_x;

      blend_row (pixels->data + (gsize) (top + y) * pixels->stride + 4 * (gsize) (left + first_x), shape->colors + start, shape->rests + start, 4 * (end_x - first_x));
    }
}

void
ctg_stamp_blend (const CtgStamp      *self,
                 const CtgStampPlace *places,
                 unsigned int         n_places,
                 const CtgPixels     *pixels)
{
  int first_y = (pixels->first_row - self->half + 1) * PLACES;
  int end_y = (pixels->first_row + pixels->height + self->half) * PLACES;

  for (unsigned int i = 0; i < n_places; i++)
    {
      int right, down, column, row;
      const Shape *shape;

      if (places[i].y < first_y || places[i].y >= end_y)
        continue;
      column = split_place (places[i].x, &right);
      row = split_place (places[i].y, &down) - pixels->first_row;
      shape = &self->shapes[down * PLACES + right];
      blend_shape (shape, pixels, column + shape->left, row + shape->top);
    }
}

void
ctg_stamp_paint (const CtgStamp      *self,
                 const CtgStampPlace *places,
                 unsigned int         n_places,
                 cairo_t             *cr)
{
  cairo_set_source_rgba (cr, self->color.red, self->color.green, self->color.blue, self->color.alpha);
  for (unsigned int i = 0; i < n_places; i++)
    {
      int right, down;
      int column = split_place (places[i].x, &right);
      int row = split_place (places[i].y, &down);

      cairo_mask_surface (cr, self->shapes[down * PLACES + right].mask, column - self->half, row - self->half);
    }
}
