/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stamp is a mask of the symbol for each of sixteen places within a pixel. Plain circles without a stroke are what comes in thousands;
 * nothing else is stamped. */

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
  self->half = (int) ceil (self->size * scale / 2) + 2;

  cairo_user_to_device (cr, &x, &y);

  int column = (int) lround (x * PLACES);
  int row = (int) lround (y * PLACES);
  int right = ((column % PLACES) + PLACES) % PLACES;
  int down = ((row % PLACES) + PLACES) % PLACES;
  cairo_surface_t **mask = &self->masks[down * PLACES + right];
  cairo_matrix_t matrix;

  if (*mask == NULL)
    *mask = make_mask (self, right, down);

  cairo_get_matrix (cr, &matrix);
  cairo_identity_matrix (cr);
  cairo_set_source_rgba (cr, self->color.red, self->color.green, self->color.blue, self->color.alpha);
  cairo_mask_surface (cr, *mask, (column - right) / PLACES - self->half, (row - down) / PLACES - self->half);
  cairo_set_matrix (cr, &matrix);

  return true;
}
