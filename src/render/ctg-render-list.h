/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What of a scene is painted, in painting order: nodes, and runs of symbols that are stamped, whose places are found once for all parts of a
 * picture. Never changed once it is made, so that several threads may read it. */

#pragma once

#include "render/ctg-render-stamp.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_LAYER_BACKGROUND = 1 << 0,
  CTG_LAYER_FIGURE = 1 << 1,
} CtgLayers;

/* Symbols alike that follow each other. */
typedef struct
{
  const CtgStamp *stamp;
  unsigned int first, n; /* of the list's places */
  int x0, y0, x1, y1;    /* what they cover, in pixels of the picture */
} CtgStampRun;

typedef struct
{
  unsigned int node; /* of the scene */
  int run;           /* of the list; -1 where it is the node that is painted */
} CtgRenderStep;

typedef struct
{
  const CtgScene *scene; /* borrowed */
  cairo_matrix_t matrix; /* from points to pixels of the picture */
  GArray *steps;         /* of CtgRenderStep */
  GArray *runs;          /* of CtgStampRun */
  GArray *places;        /* of CtgStampPlace */
  GPtrArray *stamps;     /* of CtgStamp */
} CtgRenderList;

/* Only nodes that may be seen in clip, which is in points, are in the list. scale: pixels a point; 0 where nothing is to be stamped. */
CtgRenderList       *ctg_render_list_new        (const CtgScene       *scene,
                                                 CtgLayers             layers,
                                                 CtgRect               clip,
                                                 const cairo_matrix_t *matrix,
                                                 double                scale) G_GNUC_WARN_UNUSED_RESULT;
void                 ctg_render_list_free       (CtgRenderList *self);
/* Whether the node may be seen in the part, which is in points: glyphs may reach beyond ascent and advance, and snapping moves edges. */
bool                 ctg_render_node_is_in      (const CtgNode *node,
                                                 CtgRect        part);
/* What may touch a pixel of the run is in this part, in points. */
CtgRect              ctg_render_list_get_covered (const CtgRenderList *self,
                                                  const CtgStampRun   *run);
const CtgStampPlace *ctg_render_list_get_places  (const CtgRenderList *self,
                                                  const CtgStampRun   *run);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgRenderList, ctg_render_list_free)

G_END_DECLS
