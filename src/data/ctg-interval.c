/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Interval arithmetic on estimates. It must not round, and must not turn what is missing into a number. */

#include "data/ctg-interval.h"

bool
ctg_interval_of (CtgInterval       *interval,
                 const CtgEstimate *estimate)
{
  CtgQualifier qualifier = estimate->qualifier;
  bool at_least = qualifier == CTG_QUALIFIER_AT_LEAST || qualifier == CTG_QUALIFIER_MORE_THAN;
  bool at_most = qualifier == CTG_QUALIFIER_AT_MOST || qualifier == CTG_QUALIFIER_LESS_THAN;

  if (!ctg_estimate_is_reported (estimate))
    return false;

  /* A bound may be written as the value, with its qualifier. */
  *interval = (CtgInterval) { .value = at_least || at_most ? NAN : estimate->value, .about = qualifier == CTG_QUALIFIER_ABOUT };
  interval->low = !isnan (estimate->low) ? estimate->low : !isnan (estimate->value) && !at_most ? estimate->value : 0;
  interval->high = !isnan (estimate->high) ? estimate->high : !isnan (estimate->value) && !at_least ? estimate->value : INFINITY;
  if (!isnan (estimate->value) && !at_least && !at_most)
    {
      interval->low = MIN (interval->low, estimate->value);
      interval->high = MAX (interval->high, estimate->value);
    }
  if (interval->low > interval->high)
    interval->low = -INFINITY;
  interval->open_low = qualifier == CTG_QUALIFIER_MORE_THAN;
  interval->open_high = qualifier == CTG_QUALIFIER_LESS_THAN;

  return true;
}

void
ctg_interval_to_estimate (const CtgInterval *interval,
                          CtgEstimate       *estimate)
{
  bool below = isfinite (interval->low) && !(interval->floor && interval->low <= 0 && interval->high > 0);
  bool above = isfinite (interval->high);
  double value = isfinite (interval->value) ? interval->value : NAN;

  *estimate = (CtgEstimate) { value, NAN, NAN, interval->about ? CTG_QUALIFIER_ABOUT : CTG_QUALIFIER_EXACT, CTG_PRESENCE_REPORTED };
  if (below && above && interval->low == interval->high)
    {
      estimate->value = interval->low;
      return;
    }

  if (below)
    estimate->low = interval->low;
  if (above)
    estimate->high = interval->high;
  if (!isnan (value))
    return;

  if (below && above)
    estimate->qualifier = CTG_QUALIFIER_RANGE;
  else if (below)
    estimate->qualifier = interval->open_low ? CTG_QUALIFIER_MORE_THAN : CTG_QUALIFIER_AT_LEAST;
  else if (above)
    estimate->qualifier = interval->open_high ? CTG_QUALIFIER_LESS_THAN : CTG_QUALIFIER_AT_MOST;
  else
    *estimate = CTG_ESTIMATE_NOT_APPLICABLE;
}

CtgInterval
ctg_interval_subtract (const CtgInterval *a,
                       const CtgInterval *b)
{
  return (CtgInterval) {
           .low = a->low - b->high,
           .high = a->high - b->low,
           .value = a->value - b->value,
           .open_low = a->open_low || b->open_high,
           .open_high = a->open_high || b->open_low,
           .about = a->about || b->about,
  };
}

bool
ctg_interval_divide (const CtgInterval *a,
                     const CtgInterval *b,
                     CtgInterval       *ratio)
{
  if (a->low < 0 || b->low < 0 || b->high <= 0)
    return false;

  *ratio = (CtgInterval) {
    .low = isinf (b->high) ? 0 : a->low / b->high,
    .high = a->high == 0 ? 0 : b->low > 0 ? a->high / b->low : INFINITY,
    .value = b->value > 0 ? a->value / b->value : NAN,
    .open_low = a->open_low || b->open_high,
    .open_high = a->open_high || b->open_low,
    .about = a->about || b->about,
    .floor = true,
  };

  return true;
}
