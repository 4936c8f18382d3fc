/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws marks in the terms a chart kind thinks in: along the value axis and across it, whichever way the figure runs. */

#pragma once

#include "chart/ctg-canvas.h"
#include "chart/ctg-layout.h"

G_BEGIN_DECLS

typedef struct
{
  CtgCanvas *canvas;
  const CtgPlan *plan;
  const CtgLayout *layout;
} CtgPen;

CtgPoint ctg_pen_point    (const CtgPen *self,
                           double        along,
                           double        across);
/* The place of a value in row i, moved by offset points towards higher values. */
double   ctg_pen_place    (const CtgPen *self,
                           unsigned int  i,
                           double        value,
                           double        offset);
/* The pen with the colours of row i: as ctg_plan_of_row(). */
CtgPen   ctg_pen_of_row   (const CtgPen *self,
                           unsigned int  i,
                           CtgPlan      *storage);
/* A rectangle between two places along the axis, centred across. */
void     ctg_pen_rect     (CtgPen         *self,
                           CtgRole         role,
                           double          from,
                           double          to,
                           double          across,
                           double          thickness,
                           const CtgStyle *style);
void     ctg_pen_line     (CtgPen         *self,
                           CtgRole         role,
                           double          from_along,
                           double          from_across,
                           double          to_along,
                           double          to_across,
                           const CtgStyle *style);

/* Opens the group of all marks of series s, called as in the legend; close it with ctg_scene_builder_pop(). */
void     ctg_pen_begin_series (CtgPen      *self,
                               unsigned int s);
/* Opens the group of the mark of row i and series s, with its datum, its spoken label and an id that stays the same from figure to figure ("TUN-fighters.official"); close it with ctg_pen_end_mark(). */
void     ctg_pen_begin_mark (CtgPen      *self,
                             CtgRole      role,
                             unsigned int i,
                             unsigned int s);
/* The same with another spoken label than that of the datum alone. */
void     ctg_pen_begin_mark_labelled (CtgPen      *self,
                                      CtgRole      role,
                                      unsigned int i,
                                      unsigned int s,
                                      const char  *label);
void     ctg_pen_end_mark   (CtgPen *self);

/* The estimate as a bar from zero: what is certain solid, what is possible light, with whisker and open end; zero as a tick; what is missing as its mark. */
void     ctg_pen_draw_bar     (CtgPen      *self,
                               unsigned int i,
                               unsigned int s,
                               unsigned int lane);
/* Two light strokes through a bar that goes on beyond the end of the axis. */
void     ctg_pen_draw_break   (CtgPen      *self,
                               unsigned int i,
                               unsigned int lane);
/* The estimate as a place, moved across by shift points: a point, or a line where it is a range or a bound. */
void     ctg_pen_draw_point   (CtgPen      *self,
                               unsigned int i,
                               unsigned int s,
                               double       shift);
/* The size of a point in row i: smaller where rows are close. */
double   ctg_pen_get_point_size (const CtgPen *self,
                                 unsigned int  i);
/* Where the mark of what is missing stands among points: at the start of the axis, before its points where series share a row, or in its lane. */
double   ctg_pen_get_missing_place (const CtgPen *self,
                                    unsigned int  i,
                                    unsigned int  s);
/* The mark for what is not reported or not applicable at a place along the axis; never higher than its lane. */
void     ctg_pen_draw_missing (CtgPen      *self,
                               unsigned int i,
                               unsigned int s,
                               double       along,
                               double       across,
                               CtgColor     color);
/* For kinds that own their plot: a warning with one argument, or with a count unless that is 0. */
void     ctg_pen_warn        (CtgPen     *self,
                              CtgPhrase   phrase,
                              const char *path,
                              const char *text);
void     ctg_pen_warn_count  (CtgPen      *self,
                              CtgPhrase    phrase,
                              const char  *path,
                              unsigned int count);
/* The symbol of such a mark, for the legend too. */
void     ctg_pen_missing_symbol (CtgCanvas      *canvas,
                                 const CtgTheme *theme,
                                 CtgPresence     presence,
                                 CtgColor        color,
                                 CtgPoint        center,
                                 double          size);

G_END_DECLS
