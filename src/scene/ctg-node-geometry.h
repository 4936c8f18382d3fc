/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a single node paints: its bounds, and how far a point is from it. Groups have no geometry of their own. */

#pragma once

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

static inline bool
ctg_color_is_visible (CtgColor color)
{
  return color.alpha > 0;
}

static inline bool
ctg_style_has_stroke (const CtgStyle *style)
{
  return style->stroke.alpha > 0 && style->stroke_width > 0;
}

/* Stroke and the ascent and descent of text included. */
CtgRect ctg_node_get_painted_bounds (const CtgNode *node);
/* In points; 0 where the point is on the paint of the node or inside its outline. */
double  ctg_node_get_distance       (const CtgNode *node,
                                     double         x,
                                     double         y);

G_END_DECLS
