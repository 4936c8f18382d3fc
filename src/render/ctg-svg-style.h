/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A node's looks as SVG presentation attributes, as numbers that can be compared, so that what all nodes of a group
 * share is written once at the group. */

#pragma once

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_SVG_FILL,
  CTG_SVG_FILL_OPACITY,
  CTG_SVG_STROKE,
  CTG_SVG_STROKE_OPACITY,
  CTG_SVG_STROKE_WIDTH,
  CTG_SVG_STROKE_DASH,
  CTG_SVG_STROKE_CAP,
  CTG_SVG_STROKE_JOIN,
  CTG_SVG_FONT_FAMILY,
  CTG_SVG_FONT_SIZE,
  CTG_SVG_FONT_WEIGHT,
  CTG_SVG_FONT_STYLE,
  CTG_SVG_TEXT_ANCHOR,
  CTG_SVG_N_ATTRIBUTES
} CtgSvgAttribute;

/* A value of CTG_SVG_UNSET means that the attribute does not matter to the node. */
#define CTG_SVG_UNSET (-1)

typedef struct
{
  gint64 values[CTG_SVG_N_ATTRIBUTES];
} CtgSvgStyle;

/* What holds at the root of every SVG file. */
void ctg_svg_style_init_default (CtgSvgStyle *self);
/* hatch: index of the node's pattern; used only where the node is hatched. fallbacks: name the fonts for other scripts too. */
void ctg_svg_style_init_node    (CtgSvgStyle   *self,
                                 const CtgNode *node,
                                 unsigned int   hatch,
                                 bool           fallbacks);
/* What is worth writing once for all of the styles; attributes for which nothing is are unset. */
void ctg_svg_style_init_common  (CtgSvgStyle              *self,
                                 const CtgSvgStyle *const *styles,
                                 unsigned int              n_styles);
/* Writes what differs from what is inherited, and takes it over into inherited. */
void ctg_svg_style_append       (const CtgSvgStyle *self,
                                 CtgSvgStyle       *inherited,
                                 GString           *svg);

/* Whether the text has other scripts than Liberation Sans and its like have. */
bool ctg_svg_text_needs_fallbacks (const char *text);

G_END_DECLS
