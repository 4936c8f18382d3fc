/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reference lines and bands across the value axis. Their labels stand in room of their own, so that they keep clear of each other and of all else:
 * in lanes above the rows where values run across the page, behind the plot where values rise. */

#pragma once

#include "chart/ctg-pen.h"

G_BEGIN_DECLS

typedef struct
{
  const CtgSpecReference *reference;
  char **lines;      /* the label; NULL where it has no room */
  double width;
  double height;
  double at;         /* place of the line, or of the middle of the band, along the axis */
  double start;      /* where the label begins along the axis: its left edge above the rows, its upper edge behind a plot */
  unsigned int lane; /* above the rows, counted from them */
} CtgReferenceLabel;

/* Widens a domain to what is referred to; positive: as far as it is above zero. */
void         ctg_references_extend       (CtgSpecReference *const *references,
                                          bool                     positive,
                                          double                  *domain_min,
                                          double                  *domain_max);
/* Those of the spec that lie on the plan's axis, at least in part, by value: (element-type CtgReferenceLabel). Labels are one line, or up to three
 * no wider than max_width. */
GArray      *ctg_references_measure      (const CtgPlan *plan,
                                          double         max_width,
                                          bool           one_line) G_GNUC_WARN_UNUSED_RESULT;
/* The room for labels behind a plot of this width; 0 where there are none. */
double       ctg_references_get_gutter   (const CtgPlan *plan,
                                          double         width);
/* The words of one: its label, else the value itself. */
char        *ctg_reference_dup_text      (const CtgSpecReference *self,
                                          const CtgLocale        *locale) G_GNUC_WARN_UNUSED_RESULT;
/* Breaks the words of its reference into up to three lines and measures them. */
void         ctg_reference_label_measure (CtgReferenceLabel *self,
                                          const CtgPlan     *plan,
                                          double             max_width);
/* Places labels between left and right, each beside its line, which rises through the lanes up to its label. Returns the number of lanes. */
unsigned int ctg_references_place_above  (GArray *labels,
                                          double  left,
                                          double  right,
                                          double  gap);
/* Places labels behind a plot, each as near to its line as the others allow. */
void         ctg_references_place_behind (GArray *labels,
                                          double  top,
                                          double  bottom);
/* Names those the axis or the kind leaves out, and those whose label has no room. */
void         ctg_references_warn         (const CtgPlan   *plan,
                                          const CtgLayout *layout,
                                          CtgWarnings     *warnings);

/* For kinds of rows: what lies under the marks, and what lies over them. */
void         ctg_guide_draw_references_under  (CtgPen *pen);
void         ctg_guide_draw_references_over   (CtgPen *pen);
/* For kinds that own their plot: the looks of bands and lines, and the labels behind the plot's end, with leaders where they were moved. origin is
 * added to all places. */
CtgStyle     ctg_guide_get_band_style         (const CtgPlan *plan);
CtgStyle     ctg_guide_get_reference_style    (const CtgPlan *plan);
void         ctg_guide_draw_reference_labels  (CtgPen  *pen,
                                               GArray  *labels,
                                               CtgPoint origin,
                                               double   end);

G_END_DECLS
