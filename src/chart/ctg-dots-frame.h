/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the squares of a dots figure stand: a run of squares a row, in groups of five, which goes on in the next line. */

#pragma once

#include "chart/ctg-dots-unit.h"
#include "chart/ctg-labels.h"
#include "chart/ctg-layout.h"

G_BEGIN_DECLS

typedef struct
{
  CtgCategoryLabels *names;
  double x;             /* of the first square */
  double side;
  double pitch;
  double gap;           /* more, after a group */
  unsigned int columns;
  double unit;
  double ascent;        /* of a number */
  double descent;
  bool values;          /* there is room to write the numbers */
} CtgDotsFrame;

CtgDotsFrame *ctg_dots_frame_new             (const CtgPlan *plan,
                                              double         width) G_GNUC_WARN_UNUSED_RESULT;
void          ctg_dots_frame_free            (CtgDotsFrame *self);
/* How many squares row i takes, in parts of one too. */
double        ctg_dots_frame_get_squares     (const CtgDotsFrame *self,
                                              const CtgPlan      *plan,
                                              unsigned int        i);
/* The height of row i, and of the first n rows. */
double        ctg_dots_frame_get_row_height  (const CtgDotsFrame *self,
                                              const CtgPlan      *plan,
                                              unsigned int        i);
double        ctg_dots_frame_get_rows_height (const CtgDotsFrame *self,
                                              const CtgPlan      *plan,
                                              unsigned int        n);
/* The baseline of a number beside a line of squares, from the top of the row's squares. */
double        ctg_dots_frame_get_baseline    (const CtgDotsFrame *self,
                                              const CtgPlan      *plan,
                                              unsigned int        line);
/* The upper left corner of square k, from that of the row's first. */
CtgPoint      ctg_dots_frame_get_square      (const CtgDotsFrame *self,
                                              CtgPoint            at,
                                              unsigned int        k);
/* What is written behind the squares of row i. */
char         *ctg_dots_dup_value             (const CtgPlan *plan,
                                              unsigned int   i) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgDotsFrame, ctg_dots_frame_free)

G_END_DECLS
