/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scales: from data values to places on the page, and the ticks that explain them. A scale is a plain value that is
 * copied; its kind is a static const table of functions, so that a new kind is one file and one line. Nothing here
 * knows text, pages or languages: whether tick labels fit is asked through a callback. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* Ascending ticks. values are exact decimals ("0.3", not 0.30000000000000004); decimals says how many decimals tell
 * all of them apart. step is the distance of neighbours, 0 where it is not constant. months is the distance of the ticks of a time
 * scale, 0 on any other. */
typedef struct
{
  double *values;
  unsigned int n;
  unsigned int decimals;
  double step;
  unsigned int months;
} CtgTicks;

/* Whether the labels of these ticks can be written without touching each other. Called for several candidates, best
 * first; must not keep the pointer. */
typedef bool (*CtgTickFits) (const CtgTicks *ticks,
                             gpointer        user_data);

typedef struct _CtgScale CtgScale;

/* What a kind of scale can do. map and invert need not clamp: values outside the domain land outside the range. */
typedef struct
{
  const char *id; /* "linear", as in axis.scale */
  /* Only numbers above zero have a place (map puts the others at the start of the range). */
  bool positive;
  double (*map)(const CtgScale *scale,
                double          value);
  double (*invert)(const CtgScale *scale,
                   double          place);
  /* Widens the domain to the outermost of about wanted ticks. */
  void (*nice)(CtgScale    *scale,
               unsigned int wanted,
               CtgTickFits  fits,
               gpointer     user_data);
  /* Ticks inside the domain, about wanted of them. */
  CtgTicks *(*ticks)(const CtgScale *scale,
                     unsigned int wanted,
                     CtgTickFits fits,
                     gpointer user_data);
} CtgScaleDesc;

/* domain_min < domain_max, in data units; range_min and range_max are the places of these on the page, either way round. */
struct _CtgScale
{
  const CtgScaleDesc *desc;
  double domain_min;
  double domain_max;
  double range_min;
  double range_max;
  double break_low;  /* of a broken scale: what is cut out */
  double break_high;
};

/* The gap of a broken scale, as a share of its range. */
#define CTG_SCALE_GAP 0.035
/* No scale tells numbers this close from each other, nor from zero: ticks between them would be beyond the powers of ten of a double. */
#define CTG_SCALE_LEAST 1e-250

/* The kind with this id; NULL if there is none. */
const CtgScaleDesc *ctg_scale_desc_find     (const char *id);

/* A domain without extent (one value, or not finite) is widened to something that can be drawn: 0 to 1 for zero, else
 * from zero to the value; where only positive numbers have a place, the decade it lies in. An end that is not positive is
 * there taken to be a tenth of the other. What is smaller than CTG_SCALE_LEAST counts as zero. The order of the two domain values does not matter. */
CtgScale            ctg_scale_new           (const CtgScaleDesc *desc,
                                             double              domain_min,
                                             double              domain_max,
                                             double              range_min,
                                             double              range_max);
CtgScale            ctg_scale_linear        (double domain_min,
                                             double domain_max,
                                             double range_min,
                                             double range_max);
/* The same with zero in the domain, as lengths that stand for amounts need (bars). */
CtgScale            ctg_scale_linear_zero   (double domain_min,
                                             double domain_max,
                                             double range_min,
                                             double range_max);
/* Equal ratios are equal lengths; ticks are 1, 2, 5, 10, 20, 50 … or decades, even steps where the domain is too short for these. */
CtgScale            ctg_scale_log           (double domain_min,
                                             double domain_max,
                                             double range_min,
                                             double range_max);
/* Equal differences of the square root are equal lengths (below zero that of the size, downwards); ticks are the round numbers
 * 1, 2, 5, 10 … and zero that stand about evenly. */
CtgScale            ctg_scale_sqrt          (double domain_min,
                                             double domain_max,
                                             double range_min,
                                             double range_max);
/* Days in the proleptic Gregorian calendar, counted as GDate does (day 1 is 1 January of year 1), so that leap years are as long
 * as they are; ticks are first days of years, quarters or months. */
CtgScale            ctg_scale_time          (double domain_min,
                                             double domain_max,
                                             double range_min,
                                             double range_max);
/* Linear, without what lies between two numbers inside the domain. */
CtgScale            ctg_scale_broken        (double domain_min,
                                             double break_low,
                                             double break_high,
                                             double domain_max,
                                             double range_min,
                                             double range_max);
/* The first day of a month of a year (1 to 9998), and the year and month of a day. */
double              ctg_scale_get_day       (int year,
                                             int month);
int                 ctg_scale_get_year      (double day,
                                             int   *month);
/* The month of a day, counted from January of year 0, and the first day of a month so counted. */
int                 ctg_scale_get_month     (double day);
double              ctg_scale_get_month_day (int month);
double              ctg_scale_map           (const CtgScale *scale,
                                             double          value);
double              ctg_scale_invert        (const CtgScale *scale,
                                             double          place);
/* fits may be NULL: every label fits. */
void                ctg_scale_nice          (CtgScale    *scale,
                                             unsigned int wanted,
                                             CtgTickFits  fits,
                                             gpointer     user_data);
/* Never NULL, at least one. After ctg_scale_nice() with the same arguments the first and last tick of a linear scale are the ends of the
 * domain, unless these two were all there is room for; those of the others may be too close to be ticks too. */
CtgTicks           *ctg_scale_ticks         (const CtgScale *scale,
                                             unsigned int    wanted,
                                             CtgTickFits     fits,
                                             gpointer        user_data) G_GNUC_WARN_UNUSED_RESULT;

/* Good ticks for min to max, about wanted of them: the extended Wilkinson algorithm (Talbot, Lin, Hanrahan, "An
 * Extension of Wilkinson's Algorithm for Positioning Tick Labels on Axes", InfoVis 2010), weighing simplicity,
 * coverage, density and, through fits, legibility. loose: the outermost ticks contain min and max. Where nothing
 * fits, the two ends of the best candidate (or the only tick there is) are left. min < max, both finite; wanted at
 * least 2. Never NULL, at least one tick. */
CtgTicks           *ctg_ticks_extended      (double       min,
                                             double       max,
                                             unsigned int wanted,
                                             bool         loose,
                                             CtgTickFits  fits,
                                             gpointer     user_data) G_GNUC_WARN_UNUSED_RESULT;
void                ctg_ticks_free          (CtgTicks *ticks);
/* mantissa · 10^exponent, right to the last bit. */
double              ctg_ticks_get_decimal   (int mantissa,
                                             int exponent);

/* One of n bands between two places. */
typedef struct
{
  double start;  /* the smaller end */
  double size;   /* never negative */
  double centre;
} CtgBand;

/* Band index of n, first at from, last at to (either way round). inner and outer are the gaps between the bands and
 * before the first and after the last one, as shares of the distance from band to band: 0.25, 0.125 makes bars of three
 * quarters with even air around them. n may be 0 (an empty band at from). */
CtgBand             ctg_band                (unsigned int n,
                                             unsigned int index,
                                             double       from,
                                             double       to,
                                             double       inner,
                                             double       outer);
/* The index of the band nearest to a place; 0 where n is 0. */
unsigned int        ctg_band_find           (unsigned int n,
                                             double       from,
                                             double       to,
                                             double       inner,
                                             double       outer,
                                             double       place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTicks, ctg_ticks_free)

G_END_DECLS
