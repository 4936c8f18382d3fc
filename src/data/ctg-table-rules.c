/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which claim a cell shows where several meet it. Claims of two sources never meet in a cell; what is not reported gives way to what is; what is
 * doubtful takes part only where that is asked for. It must not average or add up. */

#include "data/ctg-table-private.h"

static const CtgClaim *
get_claim (const CtgTable *self,
           const CtgCell  *cell,
           unsigned int    i)
{
  return &g_array_index (self->dataset->claims, CtgClaim, self->order[cell->first + i]);
}

static double
get_lowest (const CtgEstimate *estimate)
{
  return !isnan (estimate->low) ? estimate->low : !isnan (estimate->value) ? estimate->value : estimate->high;
}

static double
get_highest (const CtgEstimate *estimate)
{
  return !isnan (estimate->high) ? estimate->high : !isnan (estimate->value) ? estimate->value : estimate->low;
}

/* The first printed edition; of one edition the latest date. */
static bool
is_better_first (const CtgClaim *claim,
                 const CtgClaim *best)
{
  return g_strcmp0 (claim->context->edition, best->context->edition) == 0 && ctg_date_compare (&claim->as_of, &best->as_of) > 0;
}

/* Whether claim, printed after best, is to be shown instead of it. Both are reported. */
static bool
is_better (CtgRule         rule,
           const CtgClaim *claim,
           const CtgClaim *best)
{
  switch (rule)
    {
    case CTG_RULE_LATEST:
      return ctg_date_compare (&claim->as_of, &best->as_of) > 0;

    case CTG_RULE_LOWEST:
      return get_lowest (&claim->estimate) < get_lowest (&best->estimate);

    case CTG_RULE_HIGHEST:
      return get_highest (&claim->estimate) > get_highest (&best->estimate);

    case CTG_RULE_OFFICIAL_FIRST:
      return claim->status < best->status || (claim->status == best->status && is_better_first (claim, best));

    case CTG_RULE_FIRST:
    case CTG_RULE_FULL_SPAN:
    default:
      return is_better_first (claim, best);
    }
}

static bool
is_usable (const CtgTable *self,
           const CtgClaim *claim)
{
  return self->include_doubtful || !claim->doubtful;
}

/* Lowest low to highest high of all reported claims. An end that one of them leaves open stays open; FALSE where nothing is left to say. */
static bool
make_span (const CtgTable *self,
           const CtgCell  *cell,
           CtgEstimate    *result)
{
  CtgEstimate span = { NAN, INFINITY, -INFINITY, CTG_QUALIFIER_RANGE, CTG_PRESENCE_REPORTED };
  bool open_below = FALSE, open_above = FALSE;

  for (unsigned int i = 0; i < cell->n_claims; i++)
    {
      const CtgClaim *claim = get_claim (self, cell, i);

      if (!is_usable (self, claim) || !ctg_estimate_is_reported (&claim->estimate))
        continue;

      span.low = MIN (span.low, get_lowest (&claim->estimate));
      span.high = MAX (span.high, get_highest (&claim->estimate));
      open_below = open_below || (isnan (claim->estimate.value) && isnan (claim->estimate.low));
      open_above = open_above || (isnan (claim->estimate.value) && isnan (claim->estimate.high));
    }

  if (open_above)
    {
      span.high = NAN;
      span.qualifier = CTG_QUALIFIER_AT_LEAST;
    }
  if (open_below)
    {
      span.low = NAN;
      span.qualifier = CTG_QUALIFIER_AT_MOST;
    }
  *result = span;

  /* Where all say the same number there is no span. */
  return !(open_above && open_below) && span.low != span.high;
}

void
ctg_table_choose (const CtgTable *self,
                  CtgCell        *cell)
{
  const CtgClaim *best = NULL;
  unsigned int n_reported = 0;

  cell->estimate = CTG_ESTIMATE_MISSING;
  cell->shown = self->order[cell->first];

  for (unsigned int i = 0; i < cell->n_claims; i++)
    {
      const CtgClaim *claim = get_claim (self, cell, i);
      bool reported = ctg_estimate_is_reported (&claim->estimate);

      if (!is_usable (self, claim))
        continue;
      n_reported += reported;
      if (best == NULL || (reported && (n_reported == 1 || is_better (self->rule, claim, best))))
        {
          best = claim;
          cell->shown = self->order[cell->first + i];
        }
    }

  if (best == NULL)
    return;

  cell->estimate = best->estimate;
  if (self->rule == CTG_RULE_FULL_SPAN && n_reported > 1)
    {
      CtgEstimate span;

      if (make_span (self, cell, &span))
        cell->estimate = span;
    }
}
