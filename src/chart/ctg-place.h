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
  CtgRect place;   /* where it stands, if it has a place */
  bool placed;
  bool moved;      /* so far away that a line should lead to it, from anchor to tip */
  CtgPoint anchor; /* at the mark */
  CtgPoint tip;    /* at the label */
} CtgPlacedLabel;

/* Labels in order of importance. box: where labels may stand; taken: what they may not cover besides the marks; gap: from a mark to its
 * label; reach: how far a label may move away. Returns how many have no place. */
unsigned int ctg_place_labels (CtgPlacedLabel *labels,
                               unsigned int    n_labels,
                               const CtgRect  *taken,
                               unsigned int    n_taken,
                               CtgRect         box,
                               double          gap,
                               double          reach);

G_END_DECLS
