/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is drawn, before anything has a place: kind, series, rows, words, value labels and the extent of the value axis.
 * Nothing in a plan is a coordinate. */

#pragma once

#include "chart/ctg-select.h"
#include "chart/ctg-theme.h"
#include "scale/ctg-scale.h"

G_BEGIN_DECLS

/* Something written beside a mark; without text it only keeps room for the mark's end (an open end, a point). */
typedef struct
{
  unsigned int i;      /* row, as an index into the plan's rows */
  unsigned int s;      /* series, as an index into the plan's series */
  unsigned int lane;
  char *text;          /* nullable */
  CtgTextExtents extents;
  CtgColor color;
  double at;           /* value it stands beside */
  double offset;       /* points from there to the text */
  bool before;         /* towards lower values */
  bool gives_way;      /* where there is no room before its mark, it stands beside the next label's */
} CtgValueLabel;

typedef struct _CtgPlan CtgPlan;

struct _CtgPlan
{
  const CtgChartInput *input;
  CtgSelection *selection;  /* NULL in a panel's plan */
  const CtgKind *kind;
  CtgTheme theme;
  CtgChartTexts *texts;
  bool vertical;
  unsigned int n_series;
  unsigned int *series;     /* of the table */
  bool has_whole;           /* the first series is the whole of the others, and stands for what is left of it */
  char **titles;            /* of the series, for the legend */
  CtgColor *colors;
  CtgColor *greys;          /* of the series in rows that are not highlighted; NULL where none is */
  bool *highlighted;        /* of the rows; NULL where none is */
  bool faded;               /* this is the plan as ctg_plan_of_row() gives it for rows that are not highlighted */
  unsigned int n_rows;
  unsigned int *rows;       /* of the table */
  const CtgEstimate *estimates; /* of rows and series: the selection's, as long as the rows are in its order */
  CtgEstimate *own_estimates; /* else these */
  bool any_value;
  bool mark_not_reported;   /* marks of these sorts are drawn */
  bool mark_not_applicable;
  double domain_min;        /* of the value axis */
  double domain_max;
  CtgScale scale;           /* the same axis: from values to shares of it, 0 to 1 */
  unsigned int n_apart;     /* the first rows, if giants stand apart, have a panel and an axis of their own */
  CtgScale scale_apart;
  bool zero_lane;           /* an axis that has no zero leaves lanes before it: for what is zero, and for what is missing */
  bool missing_lane;
  double lane_gap;          /* from them to the axis */
  GArray *labels;           /* of CtgValueLabel, by row */
  /* Small multiples: (element-type CtgPlan), NULL where the figure is one plot. Of the plan of all panels only the words and the legend are drawn. */
  GPtrArray *panels;
  /* Of a panel's plan: */
  const CtgPlan *whole;     /* of all panels; NULL where the plan is no panel's */
  char *id;                 /* "western-europe"; the title is in the texts */
};

CtgPlan           *ctg_plan_new          (const CtgChartInput *input,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void               ctg_plan_free         (CtgPlan *self);

/* The plan that scales are made from: that of all panels where they share them, else the plan itself. */
const CtgPlan     *ctg_plan_get_scale_plan (const CtgPlan *self);
const CtgEstimate *ctg_plan_get_estimate (const CtgPlan *self,
                                          unsigned int   i,
                                          unsigned int   s);
/* Whether the source gives a figure that is left out as doubtful: neither drawn nor marked as not reported; the note names it. */
bool               ctg_plan_is_left_out  (const CtgPlan *self,
                                          unsigned int   i,
                                          unsigned int   s);
/* Whether row i stands apart, on the other axis. */
bool               ctg_plan_is_apart     (const CtgPlan *self,
                                          unsigned int   i);
/* The end of the axis of row i. */
double             ctg_plan_get_end      (const CtgPlan *self,
                                          unsigned int   i);
/* Where a value stands on an axis of this length, in points from its start: below zero in the lane of what is zero. Values beyond the axis are
 * at its ends. */
double             ctg_plan_get_along    (const CtgPlan *self,
                                          bool           apart,
                                          double         value,
                                          double         length);
/* Whether a piece is cut out of the value axis. */
bool               ctg_plan_is_broken    (const CtgPlan *self);
/* The value axis between two places on the page, either way round. */
CtgScale           ctg_plan_make_scale   (const CtgPlan *self,
                                          bool           apart,
                                          double         range_min,
                                          double         range_max);
/* The lanes before an axis that has no zero: how far before its start their middles are, how wide they are, and the room they take with what
 * stands in them; 0 where there are none. */
double             ctg_plan_get_zero_offset    (const CtgPlan *self);
double             ctg_plan_get_missing_offset (const CtgPlan *self);
double             ctg_plan_get_lane_width     (const CtgPlan *self);
double             ctg_plan_get_lanes_room     (const CtgPlan *self);
/* Highlighting (ctg-plan-highlight.c). Whether row i is to be grey. */
bool               ctg_plan_is_faded     (const CtgPlan *self,
                                          unsigned int   i);
/* The plan in the colours that row i is drawn in: the plan itself, or storage filled with a shallow copy in greys. */
const CtgPlan     *ctg_plan_of_row       (const CtgPlan *self,
                                          unsigned int   i,
                                          CtgPlan       *storage);
const CtgPlan     *ctg_plan_of_faded     (const CtgPlan *self,
                                          CtgPlan       *storage);
void               ctg_plan_choose_highlight (CtgPlan *self);
/* Names the rows of the spec's highlight that are not drawn. */
void               ctg_plan_warn_highlight (const CtgPlan *self,
                                            CtgWarnings   *warnings);
bool               ctg_highlight_has_row (const CtgSpec *spec,
                                          const CtgRow  *row);
/* For a kind's write(): takes the text; measures it. */
void               ctg_plan_add_label    (CtgPlan      *self,
                                          CtgValueLabel label);
/* How thick a mark is before the page stretches it, and how much room a point, an open end or a mark of what is missing takes. */
double             ctg_plan_get_thickness    (const CtgPlan *self);
double             ctg_plan_get_point_size   (const CtgPlan *self);
double             ctg_plan_get_open_length  (const CtgPlan *self);
double             ctg_plan_get_missing_size (const CtgPlan *self);

/* What the selection changed of what the spec asks, and what it left out; the first speaks of series only. */
void               ctg_select_warn_series (const CtgPlan *plan,
                                           CtgWarnings   *warnings);
void               ctg_select_warn       (const CtgPlan *plan,
                                          CtgWarnings   *warnings);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgPlan, ctg_plan_free)

G_END_DECLS
