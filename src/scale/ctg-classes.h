/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Classed scales: where to cut numbers into classes. Immutable; any thread. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

#define CTG_CLASSES_MOST 9

typedef enum
{
  CTG_CLASSES_QUANTILE, /* as many numbers in each: quantiles of type 7 (Hyndman and Fan 1996, Sample quantiles in statistical packages) */
  CTG_CLASSES_EQUAL,    /* as wide an interval each */
  CTG_CLASSES_JENKS,    /* least squares within classes, exactly: W. D. Fisher (1958), On grouping for maximum homogeneity, JASA 53(284) */
} CtgClassing;

/* Class k holds breaks[k] <= number < breaks[k + 1], the last one its upper end too. breaks rise strictly, but the last class may be
 * one number. */
typedef struct
{
  unsigned int n;
  double breaks[CTG_CLASSES_MOST + 1];
} CtgClasses;

/* At most wanted classes (1 to CTG_CLASSES_MOST): fewer where ties or few distinct numbers leave some empty of width. n is 0 when there is no
 * finite number at all. */
CtgClasses   ctg_classes_make (CtgClassing   classing,
                               const double *numbers,
                               unsigned int  n_numbers,
                               unsigned int  wanted);
/* Breaks of the user's own between the lowest and the highest number; those outside are passed over. */
CtgClasses   ctg_classes_make_manual (const double *breaks,
                                      unsigned int  n_breaks,
                                      const double *numbers,
                                      unsigned int  n_numbers);
/* Moves the limits between classes to the roundest numbers that leave every number in its class; whole ones where all numbers are whole. A limit
 * moves no further than this share of a class's width (or, where that is less, to the next whole number); INFINITY: as far as there is no number. */
void         ctg_classes_round (CtgClasses   *self,
                                const double *numbers,
                                unsigned int  n_numbers,
                                double        most_share);
/* The class of a number; the first or last for one beyond the ends. */
unsigned int ctg_classes_find (const CtgClasses *self,
                               double            number);

G_END_DECLS
