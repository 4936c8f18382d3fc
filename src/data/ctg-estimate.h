/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One number as a source states it: a value, a range, a bound, or one of the kinds of empty. */

#pragma once

#include <math.h>

#include "base/ctg-locale.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_QUALIFIER_EXACT,
  CTG_QUALIFIER_ABOUT,
  CTG_QUALIFIER_RANGE,
  CTG_QUALIFIER_AT_LEAST,
  CTG_QUALIFIER_MORE_THAN,
  CTG_QUALIFIER_AT_MOST,
  CTG_QUALIFIER_LESS_THAN,
} CtgQualifier;

/* Zero is a reported value; the two others never sort, add up or draw as zero. */
typedef enum
{
  CTG_PRESENCE_REPORTED,
  CTG_PRESENCE_NOT_REPORTED,
  CTG_PRESENCE_NOT_APPLICABLE,
} CtgPresence;

/* value, low and high are NAN where the source does not give them. */
typedef struct
{
  double value;
  double low;
  double high;
  CtgQualifier qualifier;
  CtgPresence presence;
} CtgEstimate;

#define CTG_ESTIMATE_MISSING ((CtgEstimate) { NAN, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_NOT_REPORTED })
#define CTG_ESTIMATE_NOT_APPLICABLE ((CtgEstimate) { NAN, NAN, NAN, CTG_QUALIFIER_EXACT, CTG_PRESENCE_NOT_APPLICABLE })

/* Whether there is any number at all. */
static inline bool
ctg_estimate_is_reported (const CtgEstimate *self)
{
  return self->presence == CTG_PRESENCE_REPORTED && !(isnan (self->value) && isnan (self->low) && isnan (self->high));
}

/* Whether it is a number, exact or about; not a range or a bound. */
bool         ctg_estimate_is_number     (const CtgEstimate *self);
/* Whether it is a bound: at least or more than, at most or less than. */
bool         ctg_estimate_is_at_least   (const CtgEstimate *self);
bool         ctg_estimate_is_at_most    (const CtgEstimate *self);
/* The number used to rank and to place a point: the value; else the middle of a two-sided range; else the one bound; NAN when missing.
 * It is never printed as if a source had said it. */
double       ctg_estimate_get_rank      (const CtgEstimate *self);
/* What is certain (value if given, else low, else 0, or a high below it) and what is possible (high, else value, else low); open is set when
 * the estimate has no upper end ("at least"). NAN, NAN when missing. Used for bar lengths and whiskers. */
void         ctg_estimate_get_extent    (const CtgEstimate *self,
                                         double            *certain,
                                         double            *possible,
                                         bool              *open_above);
/* The lowest and the highest number stated, value and bounds alike; FALSE when missing. */
bool         ctg_estimate_get_ends      (const CtgEstimate *self,
                                         double            *low,
                                         double            *high);
/* "6,000", "14–85", "≥ 40", "> 102", "about 300", "300 (250–400)"; missing: the phrases "not reported", "not applicable". The unit is the caller's. */
char        *ctg_estimate_format        (const CtgEstimate *self,
                                         const CtgLocale   *locale) G_GNUC_WARN_UNUSED_RESULT;

/* The qualifier that the numbers have where nothing else is said: exact for a value, range for two ends, at least or at most for one. */
CtgQualifier ctg_estimate_get_plain_qualifier (const CtgEstimate *self);

const char  *ctg_qualifier_get_id       (CtgQualifier qualifier);   /* "exact", "at-least" … */
bool         ctg_qualifier_from_id      (const char   *id,
                                         CtgQualifier *qualifier);
const char  *ctg_presence_get_id        (CtgPresence presence);     /* "reported", "not-reported", "not-applicable" */
bool         ctg_presence_from_id       (const char  *id,
                                         CtgPresence *presence);

G_END_DECLS
