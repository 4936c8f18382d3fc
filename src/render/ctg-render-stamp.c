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

struct _CtgStamp
{
  double size;
  CtgColor color;
  double scale;
  unsigned int n_alike;
  int half;                /* of the mask's side */
  bool known;              /* image is */
  cairo_surface_t *image;  /* nullable, borrowed: the target, if it is an image that no clip restricts */
  guint32 pixels[256];     /* the color as a pixel, by how much of the pixel is covered */
  cairo_surface_t *masks[PLACES * PLACES];
};

static void
clear_masks (CtgStamp *self)
{
  for (unsigned int k = 0; k < G_N_ELEMENTS (self->masks); k++)
    g_clear_pointer (&self->masks[k], cairo_surface_destroy);
}

CtgStamp *
ctg_stamp_new (void)
{
  return g_new0 (CtgStamp, 1);
}

void
ctg_stamp_free (CtgStamp *self)
{
  clear_masks (self);
  g_free (self);
}

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

  return mask;
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
      clear_masks (self);
      self->n_alike = 1;
      self->size = node->symbol.size;
      self->color = node->style.fill;
    }
}

/* Pixels a point, where these are the same both ways and the stamp is of a sensible size; else 0. */
static double
get_scale (const CtgStamp *self,
           cairo_t        *cr)
{
  double across, along;
  cairo_matrix_t matrix;

  cairo_get_matrix (cr, &matrix);
  cairo_surface_get_device_scale (cairo_get_group_target (cr), &across, &along);
  if (!(matrix.xx > 0) || fabs (matrix.xx - matrix.yy) > 1e-3 * matrix.xx || across != 1 || along != 1)
    return 0;

  return self->size * matrix.xx <= LARGEST ? matrix.xx : 0;
}

/* ---- on pixels ---- */

/* The target where its pixels may be set without asking cairo; NULL where not. The matrix must be that of pixels. */
static cairo_surface_t *
find_image (cairo_t *cr)
{
  cairo_surface_t *target = cairo_get_group_target (cr);
  double x, y;

  if (cairo_surface_get_type (target) != CAIRO_SURFACE_TYPE_IMAGE)
    return NULL;
  cairo_surface_get_device_offset (target, &x, &y);
  if (x != 0 || y != 0 || (cairo_image_surface_get_format (target) != CAIRO_FORMAT_RGB24 && cairo_image_surface_get_format (target) != CAIRO_FORMAT_ARGB32))
    return NULL;

  cairo_rectangle_list_t *clip = cairo_copy_clip_rectangle_list (cr);
  bool whole = clip->status == CAIRO_STATUS_SUCCESS && clip->num_rectangles == 1 && clip->rectangles[0].x <= 0 && clip->rectangles[0].y <= 0 &&
               clip->rectangles[0].x + clip->rectangles[0].width >= cairo_image_surface_get_width (target) &&
               clip->rectangles[0].y + clip->rectangles[0].height >= cairo_image_surface_get_height (target);

  cairo_rectangle_list_destroy (clip);

  return whole ? target : NULL;
}

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

/* Multiplied by alpha, as pixels are. */
static void
make_pixels (CtgStamp *self)
{
  double alpha = self->color.alpha;
  guint32 whole = to_byte (alpha) << 24 | to_byte (self->color.red * alpha) << 16 | to_byte (self->color.green * alpha) << 8 | to_byte (self->color.blue * alpha);

  for (unsigned int i = 0; i < G_N_ELEMENTS (self->pixels); i++)
    self->pixels[i] = scale_pixel (whole, i);
}

/* The color through the mask, over what is there. */
static void
blend_mask (const CtgStamp  *self,
            cairo_surface_t *mask,
            int              left,
            int              top)
{
  int side = cairo_image_surface_get_width (mask);
  int first_x = MAX (0, -left), end_x = MIN (side, cairo_image_surface_get_width (self->image) - left);
  int first_y = MAX (0, -top), end_y = MIN (side, cairo_image_surface_get_height (self->image) - top);
  gsize mask_stride = cairo_image_surface_get_stride (mask), stride = cairo_image_surface_get_stride (self->image);
  const guint8 *covered = cairo_image_surface_get_data (mask);
  guint8 *data = cairo_image_surface_get_data (self->image);

  for (int y = first_y; y < end_y; y++)
    {
      const guint8 *share = covered + y * mask_stride;
      guint32 *row = (guint32 *) (void *) (data + (top + y) * stride);

      for (int x = first_x; x < end_x; x++)
        {
          guint32 source = self->pixels[share[x]];

          if (share[x] != 0)
            row[left + x] = source + scale_pixel (row[left + x], 255 - (source >> 24));
        }
    }
}

bool
ctg_stamp_paint (CtgStamp      *self,
                 cairo_t       *cr,
                 const CtgNode *node)
{
  double scale = self->n_alike >= WORTH_IT ? get_scale (self, cr) : 0;
  double x = node->symbol.center.x, y = node->symbol.center.y;

  if (scale == 0)
    return false;
  if (self->scale != scale)
    {
      clear_masks (self);
      self->scale = scale;
    }
  self->half = (int) ceil (self->size * scale / 2) + 1;

  cairo_user_to_device (cr, &x, &y);

  int column = (int) lround (x * PLACES);
  int row = (int) lround (y * PLACES);
  int right = ((column % PLACES) + PLACES) % PLACES;
  int down = ((row % PLACES) + PLACES) % PLACES;
  cairo_surface_t **mask = &self->masks[down * PLACES + right];
  cairo_matrix_t matrix;

  if (*mask == NULL)
    {
      *mask = make_mask (self, right, down);
      make_pixels (self);
    }

  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  if (!self->known)
    {
      self->image = find_image (cr);
      self->known = true;
    }

  int left = (column - right) / PLACES - self->half;
  int top = (row - down) / PLACES - self->half;

  if (self->image != NULL)
    {
      cairo_surface_flush (self->image);
      blend_mask (self, *mask, left, top);
      cairo_surface_mark_dirty (self->image);
    }
  else
    {
      cairo_set_source_rgba (cr, self->color.red, self->color.green, self->color.blue, self->color.alpha);
      cairo_mask_surface (cr, *mask, left, top);
    }
  cairo_set_matrix (cr, &matrix);

  return true;
}
