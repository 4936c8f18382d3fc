/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Places labels beside points so that none covers another, a point or anything else that is drawn. It knows boxes, not words. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

typedef struct
{
  CtgRect mark;    /* what the label belongs to */
  double width;    /* of the label */
  double height;
  bool stays;      /* stands near its mark or nowhere */
  bool keep_clear; /* looks in more directions, first for places whose line crosses nothing that is taken but what the mark is drawn of */
  CtgRect place;   /* where it stands, if it has a place */
  bool placed;
  bool moved;      /* so far away that a line should lead to it, from anchor to tip */
  CtgPoint anchor; /* at the mark */
  CtgPoint tip;    /* at the label */
} CtgPlacedLabel;

/* Where labels may stand. taken: what they may not cover besides the marks; lines: from point to point in pairs, which they cover only where
 * they would stand far away otherwise; gap: from a mark to its label; reach: how far a label may move away. */
typedef struct
{
  CtgRect box;
  const CtgRect *taken;
  unsigned int n_taken;
  const CtgPoint *lines;
  unsigned int n_lines;
  double gap;
  double reach;
  bool strict;     /* a label that keeps clear has no place rather than a line that crosses something */
} CtgPlaceRoom;

/* Labels in order of importance. Returns how many have no place. */
unsigned int ctg_place_labels (CtgPlacedLabel     *labels,
                               unsigned int        n_labels,
                               const CtgPlaceRoom *room);
/* Whether a line passes through a box: looked at in small steps, which is enough for boxes as high as a line of text. */
bool         ctg_place_crosses (CtgPoint from,
                                CtgPoint to,
                                CtgRect  box);

G_END_DECLS
