/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Good ticks by the extended Wilkinson algorithm: J. Talbot, S. Lin, P. Hanrahan, "An Extension of Wilkinson's Algorithm for
 * Positioning Tick Labels on Axes", IEEE TVCG 16(6), 2010. Labellings start, start + step, … with a step of j · q · 10^z are
 * tried in an order that lets the search end as soon as no better score is possible. It must not know what a label looks like:
 * legibility is asked for and counts fully or not at all. */

#include <math.h>

#include "scale/ctg-scale-private.h"

/* Nice steps, nicest first, in tenths; and the weights of the paper (section 4). */
static const int steps[] = { 10, 50, 20, 25, 40, 30 };
#define N_STEPS ((int) G_N_ELEMENTS (steps))
#define WEIGHT_SIMPLICITY 0.25
#define WEIGHT_COVERAGE 0.2
#define WEIGHT_DENSITY 0.5
#define WEIGHT_LEGIBILITY 0.05
#define WORST_SCORE -2.0
/* Two ends closer than this share of their size are one value to the eye and to the arithmetic below. */
#define MIN_RELATIVE_RANGE 1e-10
/* A range beyond this is also beyond the powers of ten used below. */
#define MAX_RANGE 1e300
/* Labels are measured for this many candidates at most. */
#define MAX_TRIALS 4000
#define MAX_WANTED 200
/* Share of the domain by which a tick may lie outside and still be on its end. */
#define TOLERANCE 1e-9
/* So many ticks more than wanted are asked for where there are too few. */
#define MOST_MORE 3
#define MAX_MORE_TRIALS 200

/* Ticks (start + i · skip) · step · 10^(exponent - 1) for i below n, in whole numbers. */
typedef struct
{
  gint64 start;
  int skip;
  int step; /* index into steps */
  int exponent;
  int n;
} Labelling;

typedef struct
{
  double min;
  double max;
  int wanted;
  bool loose;
  CtgTickFits fits;
  gpointer user_data;
  unsigned int n_trials;

  double best_score;
  Labelling best;
  double best_unfit_score; /* of labellings that do not fit */
  Labelling best_unfit;
} Search;

double
ctg_ticks_get_decimal (int mantissa,
                       int exponent)
{
  return exponent >= 0 ? mantissa * pow (10, exponent) : mantissa / pow (10, -exponent);
}

static double
to_value (gint64 tenths,
          int    exponent)
{
  /* Dividing by a power of ten is exact to the last bit, multiplying by its inverse is not. */
  return exponent >= 1 ? tenths * pow (10, exponent - 1) : tenths / pow (10, 1 - exponent);
}

static double
get_value (const Labelling *labelling,
           int              index)
{
  return to_value ((labelling->start + (gint64) index * labelling->skip) * steps[labelling->step], labelling->exponent);
}

static double
get_simplicity (const Labelling *labelling)
{
  gint64 end = labelling->start + (gint64) (labelling->n - 1) * labelling->skip;
  bool has_zero = labelling->start <= 0 && end >= 0 && labelling->start % labelling->skip == 0;

  return 1 - (double) labelling->step / (N_STEPS - 1) - labelling->skip + has_zero;
}

static double
get_max_simplicity (int step,
                    int skip)
{
  return 2 - (double) step / (N_STEPS - 1) - skip;
}

static double
get_coverage (const Search *search,
              double        low,
              double        high)
{
  double tenth = 0.1 * (search->max - search->min);
  double above = (search->max - high) / tenth;
  double below = (search->min - low) / tenth;

  return 1 - 0.5 * (above * above + below * below);
}

static double
get_max_coverage (const Search *search,
                  double        span)
{
  double range = search->max - search->min;
  double half = (span / range - 1) * 5; /* in tenths of the range */

  return span <= range ? 1 : 1 - half * half;
}

static double
get_density (const Search *search,
             int           n,
             double        low,
             double        high)
{
  double got = (n - 1) / (high - low);
  double wanted = (search->wanted - 1) / (MAX (high, search->max) - MIN (low, search->min));

  return 2 - MAX (got / wanted, wanted / got);
}

static double
get_max_density (const Search *search,
                 int           n)
{
  return n >= search->wanted ? 2 - (double) (n - 1) / (search->wanted - 1) : 1;
}

static double
weigh (double simplicity,
       double coverage,
       double density)
{
  return WEIGHT_SIMPLICITY * simplicity + WEIGHT_COVERAGE * coverage + WEIGHT_DENSITY * density + WEIGHT_LEGIBILITY;
}

static CtgTicks *
make_ticks (const Labelling *labelling)
{
  CtgTicks *ticks = g_new0 (CtgTicks, 1);
  gint64 first = labelling->start * steps[labelling->step];
  gint64 distance = (gint64) labelling->skip * steps[labelling->step];
  int decimals = 1 - labelling->exponent;

  ticks->n = labelling->n;
  ticks->values = g_new (double, labelling->n);
  for (int i = 0; i < labelling->n; i++)
    ticks->values[i] = get_value (labelling, i);
  ticks->step = to_value (distance, labelling->exponent);

  for (; decimals > 0 && first % 10 == 0 && distance % 10 == 0; decimals--)
    {
      first /= 10;
      distance /= 10;
    }
  ticks->decimals = MAX (decimals, 0);

  return ticks;
}

static bool
is_legible (Search          *search,
            const Labelling *labelling)
{
  if (search->fits == NULL)
    return true;
  if (search->n_trials++ >= MAX_TRIALS)
    return false;

  g_autoptr(CtgTicks) ticks = make_ticks (labelling);

  return search->fits (ticks, search->user_data);
}

static void
try_labelling (Search          *search,
               const Labelling *labelling)
{
  double low = get_value (labelling, 0);
  double high = get_value (labelling, labelling->n - 1);
  double score = weigh (get_simplicity (labelling), get_coverage (search, low, high), get_density (search, labelling->n, low, high));

  if (score <= search->best_score || (search->loose && (low > search->min || high < search->max)))
    return;

  if (is_legible (search, labelling))
    {
      search->best_score = score;
      search->best = *labelling;
    }
  else if (score > search->best_unfit_score)
    {
      search->best_unfit_score = score;
      search->best_unfit = *labelling;
    }
}

/* All labellings of n ticks with this step, moved along the axis. */
static void
try_starts (Search *search,
            int     step,
            int     skip,
            int     exponent,
            int     n)
{
  double size = to_value (steps[step] * skip, exponent);
  double first = floor (search->max / size) * skip - (n - 1) * skip;
  double last = ceil (search->min / size) * skip;

  for (gint64 start = first; start <= last; start++)
    {
      Labelling labelling = { start, skip, step, exponent, n };

      try_labelling (search, &labelling);
    }
}

/* All labellings of n ticks with q = step and j = skip, of growing power of ten. */
static void
try_exponents (Search *search,
               int     step,
               int     skip,
               int     n)
{
  double delta = (search->max - search->min) / (n + 1) / skip / (steps[step] / 10.0);
  double simplicity = get_max_simplicity (step, skip);
  double density = get_max_density (search, n);

  for (int exponent = ceil (log10 (delta));; exponent++)
    {
      double span = to_value (steps[step] * skip, exponent) * (n - 1);

      if (weigh (simplicity, get_max_coverage (search, span), density) < search->best_score)
        break;
      try_starts (search, step, skip, exponent, n);
    }
}

static void
run_search (Search *search)
{
  for (int skip = 1;; skip++)
    {
      for (int step = 0; step < N_STEPS; step++)
        {
          double simplicity = get_max_simplicity (step, skip);

          if (weigh (simplicity, 1, 1) < search->best_score)
            return;
          for (int n = 2; weigh (simplicity, 1, get_max_density (search, n)) >= search->best_score; n++)
            try_exponents (search, step, skip, n);
        }
    }
}

/* The two ends of a labelling alone. */
static CtgTicks *
make_end_ticks (const Labelling *labelling)
{
  Labelling ends = *labelling;

  ends.skip *= ends.n - 1;
  ends.n = 2;

  return make_ticks (&ends);
}

static CtgTicks *
make_single_tick (double value)
{
  CtgTicks *ticks = g_new0 (CtgTicks, 1);

  ticks->n = 1;
  ticks->values = g_memdup2 (&value, sizeof value);

  return ticks;
}

CtgTicks *
ctg_ticks_extended (double       min,
                    double       max,
                    unsigned int wanted,
                    bool         loose,
                    CtgTickFits  fits,
                    gpointer     user_data)
{
  g_return_val_if_fail (isfinite (min) && isfinite (max), make_single_tick (0));

  double range = max - min;

  if (range <= MAX (fabs (min), fabs (max)) * MIN_RELATIVE_RANGE || range < CTG_SCALE_LEAST || range > MAX_RANGE)
    return make_single_tick (min);

  Search search = {
    .min = min,
    .max = max,
    .wanted = CLAMP (wanted, 2, MAX_WANTED),
    .loose = loose,
    .fits = fits,
    .user_data = user_data,
    .best_score = WORST_SCORE,
    .best_unfit_score = -G_MAXDOUBLE,
  };

  run_search (&search);

  if (search.best.n > 0)
    return make_ticks (&search.best);
  if (search.best_unfit.n > 0)
    return make_end_ticks (&search.best_unfit);

  return make_single_tick (min);
}

CtgTicks *
ctg_ticks_new (double      *values,
               unsigned int n)
{
  CtgTicks *self = g_new0 (CtgTicks, 1);

  self->values = values;
  self->n = n;

  return self;
}

static void
drop_outside (CtgTicks       *ticks,
              const CtgScale *scale,
              double          low,
              double          high)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < ticks->n; i++)
    {
      if (ticks->values[i] >= low && ticks->values[i] <= high)
        ticks->values[n++] = ticks->values[i];
    }
  if (n == 0)
    ticks->values[n++] = scale->domain_min;
  ticks->n = n;
}

/* Ticks of which there are enough between two places; it is asked only so often whether some fit. */
typedef struct
{
  double low;
  double high;
  unsigned int least;
  CtgTickFits fits;
  gpointer user_data;
  unsigned int n_trials;
} Enough;

static bool
are_enough (const CtgTicks *ticks,
            gpointer        user_data)
{
  Enough *enough = user_data;

  if (ticks->n < enough->least || ticks->values[0] < enough->low || ticks->values[ticks->n - 1] > enough->high)
    return false;

  return enough->fits == NULL || (enough->n_trials++ < MAX_MORE_TRIALS && enough->fits (ticks, enough->user_data));
}

/* Where there are too few, some more are asked for, and at last any that are enough. */
static CtgTicks *
find_enough (const CtgScale *scale,
             unsigned int    wanted,
             bool            loose,
             CtgTickFits     fits,
             gpointer        user_data)
{
  double slack = loose ? INFINITY : (scale->domain_max - scale->domain_min) * TOLERANCE;
  Enough enough = { scale->domain_min - slack, scale->domain_max + slack, MIN (wanted, CTG_TICKS_FEW), fits, user_data, 0 };
  g_autoptr(CtgTicks) first = NULL;

  for (unsigned int k = 0; k <= MOST_MORE + 1; k++)
    {
      bool last = k > MOST_MORE;
      g_autoptr(CtgTicks) ticks = ctg_ticks_extended (scale->domain_min, scale->domain_max, last ? wanted : wanted + k, loose,
                                                      last ? are_enough : fits, last ? &enough : user_data);

      drop_outside (ticks, scale, enough.low, enough.high);
      enough.n_trials = 0;
      if (are_enough (ticks, &enough))
        return g_steal_pointer (&ticks);
      if (first == NULL)
        first = g_steal_pointer (&ticks);
      /* Where two do not fit, three will not. */
      if (fits != NULL && !fits (first, user_data))
        break;
    }

  return g_steal_pointer (&first);
}

CtgTicks *
ctg_ticks_around (const CtgScale *scale,
                  unsigned int    wanted,
                  CtgTickFits     fits,
                  gpointer        user_data)
{
  return find_enough (scale, wanted, true, fits, user_data);
}

CtgTicks *
ctg_ticks_inside (const CtgScale *scale,
                  unsigned int    wanted,
                  CtgTickFits     fits,
                  gpointer        user_data)
{
  return find_enough (scale, wanted, false, fits, user_data);
}

void
ctg_ticks_free (CtgTicks *ticks)
{
  if (ticks == NULL)
    return;

  g_free (ticks->values);
  g_free (ticks);
}
