/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* All numbers that an estimate allows, and arithmetic on them: a result spans whatever its operands allow, no more and no less (R. E. Moore,
 * Interval Analysis, 1966, ch. 2). Counts, rates and shares are never below zero, so that "at most 10" allows 0 to 10; differences have no
 * such floor. */

#pragma once

#include "data/ctg-estimate.h"

G_BEGIN_DECLS

typedef struct
{
  double low;       /* -INFINITY where nothing is known */
  double high;      /* INFINITY where nothing is known */
  double value;     /* the single or best figure; NAN where there is none */
  bool open_low;    /* low itself is not allowed ("more than") */
  bool open_high;
  bool about;
  bool floor;       /* zero is no bound that anybody stated, but the least there is */
} CtgInterval;

/* FALSE where the estimate is missing or no interval: interval is then not set. */
bool ctg_interval_of          (CtgInterval       *interval,
                               const CtgEstimate *estimate);
/* As a source would state it; not applicable where nothing is known. */
void ctg_interval_to_estimate (const CtgInterval *interval,
                               CtgEstimate       *estimate);
CtgInterval ctg_interval_subtract (const CtgInterval *a,
                                   const CtgInterval *b);
/* a / b of what is not below zero. FALSE where there is no such ratio: b allows nothing above zero. */
bool ctg_interval_divide      (const CtgInterval *a,
                               const CtgInterval *b,
                               CtgInterval       *ratio);

G_END_DECLS
