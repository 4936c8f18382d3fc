/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Paints many symbols that are alike: their shape is made once and stamped, which is several times faster than a path each. On raster
 * targets only; a stamp stands within an eighth of a pixel of its place. What was made is never changed, and may be used by several threads. */

#pragma once

#include <cairo.h>

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

typedef struct _CtgStamp CtgStamp;

#define CTG_STAMP_PLACES 4 /* within a pixel, each way */

/* The middle of a stamp, in so many parts of a pixel. */
typedef struct
{
  int x, y;
} CtgStampPlace;

/* Rows of a picture, in cairo's RGB24 or ARGB32; the first of them is its row first_row. Borrowed. */
typedef struct
{
  guint8 *data;
  gsize stride;
  int width, height;
  int first_row;
} CtgPixels;

/* The pixels cr paints on; FALSE if only cairo may set them, as where a clip keeps some from being painted. */
bool          ctg_pixels_find      (cairo_t   *cr,
                                    CtgPixels *pixels);
/* Pixels a point, where these are the same both ways, so that circles stay circles; else 0. The matrix must not turn. */
double        ctg_stamp_get_scale  (const cairo_matrix_t *matrix);
/* Whether such symbols are stamped, where there are many of them. */
bool          ctg_stamp_suits      (const CtgNode *node);
/* For nodes like this one, at scale pixels a point; NULL where it would be too large to be worth it. */
CtgStamp     *ctg_stamp_new        (const CtgNode *node,
                                    double         scale) G_GNUC_WARN_UNUSED_RESULT;
void          ctg_stamp_free       (CtgStamp *self);
bool          ctg_stamp_is_for     (const CtgStamp *self,
                                    const CtgNode  *node);
/* The place nearest to the point, which is in pixels. */
CtgStampPlace ctg_stamp_find_place (double x,
                                    double y);
/* How far a stamp reaches from the pixel its place is in, in pixels. */
int           ctg_stamp_get_reach  (const CtgStamp *self);
/* One stamp after the other, where they are in the picture: what cairo would make of its pixels, without cairo. */
void          ctg_stamp_blend      (const CtgStamp      *self,
                                    const CtgStampPlace *places,
                                    unsigned int         n_places,
                                    const CtgPixels     *pixels);
/* The same on any target, by cairo, whose matrix must be that of pixels. */
void          ctg_stamp_paint      (const CtgStamp      *self,
                                    const CtgStampPlace *places,
                                    unsigned int         n_places,
                                    cairo_t             *cr);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgStamp, ctg_stamp_free)

G_END_DECLS
