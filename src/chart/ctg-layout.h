/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where everything stands on the page: boxes from above to below, the plot with its rows, the value scale. All lengths in
 * points, laid out for languages written from left to right; the canvas mirrors them. */

#pragma once

#include "chart/ctg-labels.h"
#include "chart/ctg-plan.h"
#include "scale/ctg-scale.h"

G_BEGIN_DECLS

/* Lines of text, aligned at the start. */
typedef struct
{
  char **lines;        /* nullable: no block */
  unsigned int n_lines;
  CtgFont font;
  CtgColor color;
  CtgRole role;
  double y;            /* top */
  double line_height;
  double ascent;
} CtgTextBlock;

typedef struct
{
  char *text;
  const CtgPlan *plan; /* whose series or key it is: a panel's where panels have series of their own */
  int series;          /* index into the plan's series; -1: one of the kind's own keys, or a mark of what is missing */
  int key;             /* index of the kind's own key; -1: none */
  CtgPresence presence; /* of that */
  bool faded;          /* the key of the series as in rows that are not highlighted */
  double x;
  double y;            /* middle */
} CtgLegendEntry;

/* A strip of rows with its own value axis. Horizontal figures have one; vertical ones break into several where the page is too narrow. */
typedef struct
{
  unsigned int first;
  unsigned int n;
  CtgScale scale;      /* values to x, or to y where vertical */
  bool apart;          /* the rows are giants that stand apart, on the other axis */
  double zero;         /* place of what is zero where the axis has none; NAN where it has */
  double missing;      /* place of what is missing in a lane before the axis; NAN where there is none */
  double across_start; /* where the rows begin and end: y, or x where vertical */
  double across_end;
  double along_start;  /* where lines across the plot may reach: the plot's box along the values */
  double along_end;
} CtgPanel;

/* The numbers beside a value axis. */
typedef struct
{
  CtgTicks *ticks;     /* nullable */
  char **labels;
  double label_y;      /* horizontal: baseline of the labels */
} CtgAxis;

typedef struct
{
  unsigned int panel;
  double start;        /* across */
  double size;
  double lane_start;   /* middle of the first lane */
  double lane_pitch;
  double thickness;
} CtgRowPlace;

typedef struct _CtgLayout CtgLayout;

struct _CtgLayout
{
  double width;
  double height;
  double left;            /* between which the plot stands */
  double right;
  double gutter;          /* of a panel: the width of names in all panels; 0 where they take what they need */
  bool hides_names;       /* of a panel: the one beside it has the same rows, and names them */
  double title_x;         /* of a panel */
  bool hides_numbers;     /* of a panel: the one beside it has the same axis, and its numbers */
  unsigned int n_fitted;  /* how many of the plan's rows have a place */
  bool texts_left_out;
  bool crowded;           /* a plot of its own kind has much less room than it asks for */
  bool values_hidden;     /* no room for any value label */
  unsigned int n_values_left_out;
  CtgTextBlock title;
  CtgTextBlock subtitle;
  CtgTextBlock axis_title;
  CtgTextBlock note;
  CtgTextBlock source;
  GArray *legend;         /* of CtgLegendEntry */
  CtgRect legend_box;     /* of a legend that the kind draws */
  CtgRect plot;           /* of a kind that owns its plot */
  GArray *panels;         /* of CtgPanel */
  CtgRowPlace *rows;
  CtgCategoryLabels *labels;
  bool labels_up;         /* category labels are rotated */
  bool values_up;         /* value labels are rotated */
  CtgAxis axes[2];        /* of the value axis, and of that of giants that stand apart */
  GArray *references;     /* of CtgReferenceLabel: those above the rows; NULL for none */
  double axis_title_x;
  double empty_y;         /* baseline of what an empty plot says */
  char *zero_label;       /* of the lanes before the axis; NULL where there are none */
  char *missing_label;
  GPtrArray *cells;       /* of CtgCell, where the figure has panels; NULL where it is one plot */
};

/* A panel of small multiples: a layout of its own, of which only title, legend and plot are placed. */
typedef struct
{
  const CtgPlan *plan;
  CtgLayout *layout;
} CtgCell;

/* Where a value label stands along the value axis. */
typedef struct
{
  double at;     /* value it stands beside */
  double offset; /* points from there to the text */
  double size;   /* of the text; 0 where nothing is written */
  bool before;   /* towards lower values */
} CtgLabelPlace;

CtgLayout      *ctg_layout_new        (const CtgPlan *plan) G_GNUC_WARN_UNUSED_RESULT;
void            ctg_layout_free       (CtgLayout *self);

const CtgPanel *ctg_layout_get_panel  (const CtgLayout *self,
                                       unsigned int     i);
/* Place of a value along the axis, in the panel of row i; values beyond the axis are at its end, and zero may have a lane before it. */
double          ctg_layout_get_place  (const CtgLayout *self,
                                       unsigned int     i,
                                       double           value);
double          ctg_layout_get_lane   (const CtgLayout *self,
                                       unsigned int     i,
                                       unsigned int     lane);

/* Parts shared by the two orientations (ctg-layout-horizontal.c, ctg-layout-vertical.c). top and bottom bound the plot with its axis;
 * bottom is negative where the height is free. They return the plot's end. */
double          ctg_layout_horizontal (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       double         top,
                                       double         bottom);
double          ctg_layout_vertical   (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       double         top,
                                       double         bottom);
/* Small multiples (ctg-layout-panels.c): a grid of panels, each a layout of its own. */
double          ctg_layout_panels     (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       double         top,
                                       double         bottom);
/* How wide each panel of a kind that owns its plot is on a page of this width. */
double          ctg_layout_get_panel_width (const CtgPlan *plan,
                                            double         width);
/* A panel between two places across the page, not yet placed from above to below. */
CtgLayout      *ctg_layout_new_cell   (const CtgPlan *plan,
                                       double         left,
                                       double         right) G_GNUC_WARN_UNUSED_RESULT;
/* Breaks the title of a panel at a width; returns its height. */
double          ctg_layout_fill_cell_title (CtgLayout     *self,
                                            const CtgPlan *plan,
                                            double         width);
/* Places title, legend and plot of a panel; the title takes title_height. Returns the end. */
double          ctg_layout_place_cell (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       double         top,
                                       double         title_height,
                                       double         bottom);
/* Makes the axis title in a box of the given width; returns its height. */
double          ctg_layout_axis_title (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       double         x,
                                       double         y,
                                       double         width);
/* Finds the longest scale of a box of the given length in which every label stands inside: start and end are where the domain begins and
 * ends in the box. least_after is kept free after the end. */
void            ctg_layout_fit_values (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       double         length,
                                       double         least_after,
                                       double        *start,
                                       double        *end);
/* Label k of the plan on a scale of this length in points: as the plan says; or, where one that gives way has no room before its mark, both side by side
 * beside the next one's. */
CtgLabelPlace   ctg_layout_place_label (const CtgLayout *self,
                                        const CtgPlan   *plan,
                                        unsigned int     k,
                                        double           length);
/* Whether all numbers of series s are whole, as counts of people are. */
bool            ctg_layout_has_whole_numbers (const CtgPlan *plan,
                                              unsigned int   s);
/* Ticks of the panels' common scale, which begins at start on the page (where horizontal) and is length long, with labels that do not touch. */
void            ctg_layout_make_ticks (CtgLayout     *self,
                                       const CtgPlan *plan,
                                       bool           apart,
                                       double         start,
                                       double         length);
void            ctg_layout_clear_ticks (CtgLayout *self);
/* The labels of the lanes before the axis. */
void            ctg_layout_make_lane_labels (CtgLayout     *self,
                                             const CtgPlan *plan);
/* A panel's scale with its lanes: start and end of the axis on the page. */
void            ctg_layout_set_scale   (CtgPanel      *panel,
                                        const CtgPlan *plan,
                                        double         start,
                                        double         end);
/* The middle of a label of this width at x, moved so that it stays on the page. */
double          ctg_layout_keep_inside (const CtgLayout *self,
                                        const CtgPlan   *plan,
                                        double           x,
                                        double           width);
/* How wide a line of text is. */
double          ctg_layout_get_text_width (const CtgPlan *plan,
                                           const CtgFont *font,
                                           const char    *text);
/* The height of a line of digits. */
double          ctg_layout_get_line_height (const CtgPlan *plan,
                                            const CtgFont *font);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgLayout, ctg_layout_free)

G_END_DECLS
