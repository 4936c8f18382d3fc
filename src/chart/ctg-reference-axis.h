/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* References of kinds that own their plot and have no room of their own for labels: lines and bands from edge to edge, each with its label inside the
 * plot, beside the line, where it covers least. All in points on the page, from left to right. */

#pragma once

#include "chart/ctg-guide-references.h"

G_BEGIN_DECLS

/* An axis as references see it. */
typedef struct
{
  CtgSpecReference *const *references; /* NULL-terminated, borrowed from the spec */
  CtgScale scale;                      /* from values to places; what is beyond its domain is not drawn */
  bool upright;                        /* the axis rises: lines run across the page */
  CtgRect plot;
} CtgReferenceAxis;

/* A label with its place; lines is NULL where it has none. */
typedef struct
{
  char **lines;
  CtgRect box;
  bool crosses; /* it covers part of a line */
} CtgReferenceText;

void    ctg_reference_axis_draw_bands (const CtgReferenceAxis *self,
                                       CtgPen                 *pen);
void    ctg_reference_axis_draw_lines (const CtgReferenceAxis *self,
                                       CtgPen                 *pen);
/* Appends the lines, in pairs of CtgPoint, to those that labels should keep clear of. */
void    ctg_reference_axis_collect_lines (const CtgReferenceAxis *self,
                                          GArray                 *lines);
/* Appends the labels to texts (element-type CtgReferenceText, made by ctg_reference_texts_new()): none covers a mark or an earlier label, and as few
 * of the lines as can be, given in pairs of points. Where there is no such place a warning says so. */
void    ctg_reference_axis_place      (const CtgReferenceAxis *self,
                                       CtgPen                 *pen,
                                       const GArray           *marks,
                                       const GArray           *lines,
                                       GArray                 *texts);
GArray *ctg_reference_texts_new       (void) G_GNUC_WARN_UNUSED_RESULT;
/* Appends the boxes of what is written to boxes (element-type CtgRect). */
void    ctg_reference_texts_collect   (const GArray *texts,
                                       GArray       *boxes);
void    ctg_reference_texts_draw      (const GArray *texts,
                                       CtgPen       *pen);

G_END_DECLS
