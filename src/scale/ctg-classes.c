/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ways to cut sorted numbers into classes. It knows neither colours nor words. */

#include "scale/ctg-classes.h"

#include <math.h>
#include <stdlib.h>

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

/* The finite numbers, sorted; their count in n. */
static double *
sort (const double *numbers,
      unsigned int  n_numbers,
      unsigned int *n)
{
  double *sorted = g_new (double, n_numbers + 1);

  *n = 0;
  for (unsigned int i = 0; i < n_numbers; i++)
    if (isfinite (numbers[i]))
      sorted[(*n)++] = numbers[i];
  qsort (sorted, *n, sizeof (double), compare);

  return sorted;
}

/* Appends a break that is higher than the last one. */
static void
add_break (CtgClasses   *self,
           unsigned int *n_breaks,
           double        at)
{
  if (*n_breaks == 0 || at > self->breaks[*n_breaks - 1])
    self->breaks[(*n_breaks)++] = at;
}

static double
quantile (const double *sorted,
          unsigned int  n,
          double        share)
{
  double place = (n - 1) * share;
  unsigned int below = (unsigned int) floor (place);

  if (below + 1 >= n)
    return sorted[n - 1];

  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

/* Sum of squares about the mean of sorted[from..to], from prefix sums of numbers and squares. */
static double
spread (const double *sums,
        const double *squares,
        unsigned int  from,
        unsigned int  to)
{
  double sum = sums[to + 1] - sums[from];

  return squares[to + 1] - squares[from] - sum * sum / (to - from + 1);
}

/* starts[c] is the first number of class c in the best cut of all numbers. cost[c][i]: least spread of the first i + 1 numbers in c + 1 classes. */
static void
cut_naturally (const double *sorted,
               unsigned int  n,
               unsigned int  n_classes,
               unsigned int *starts)
{
  g_autofree double *sums = g_new0 (double, n + 1);
  g_autofree double *squares = g_new0 (double, n + 1);
  g_autofree double *cost = g_new (double, (gsize) n * n_classes);
  g_autofree unsigned int *first = g_new0 (unsigned int, (gsize) n * n_classes);

  for (unsigned int i = 0; i < n; i++)
    {
      /* From the middle number, so that squares of large numbers do not drown the differences. */
      double number = sorted[i] - sorted[n / 2];

      sums[i + 1] = sums[i] + number;
      squares[i + 1] = squares[i] + number * number;
    }

  for (unsigned int i = 0; i < n; i++)
    cost[i] = spread (sums, squares, 0, i);
  for (unsigned int c = 1; c < n_classes; c++)
    for (unsigned int i = c; i < n; i++)
      {
        double best = INFINITY;

        for (unsigned int k = c; k <= i; k++)
          {
            double with = cost[(c - 1) * n + k - 1] + spread (sums, squares, k, i);

            if (with < best)
              {
                best = with;
                first[c * n + i] = k;
              }
          }
        cost[c * n + i] = best;
      }

  for (unsigned int c = n_classes, end = n - 1; c-- > 0; end = starts[c] - 1)
    starts[c] = c == 0 ? 0 : first[c * n + end];
}

static unsigned int
count_distinct (const double *sorted,
                unsigned int  n)
{
  unsigned int count = n > 0;

  for (unsigned int i = 1; i < n; i++)
    count += sorted[i] != sorted[i - 1];

  return count;
}

CtgClasses
ctg_classes_make (CtgClassing   classing,
                  const double *numbers,
                  unsigned int  n_numbers,
                  unsigned int  wanted)
{
  CtgClasses self = { 0 };
  unsigned int starts[CTG_CLASSES_MOST];
  unsigned int n = 0;
  unsigned int n_breaks = 0;

  g_return_val_if_fail (wanted >= 1 && wanted <= CTG_CLASSES_MOST, self);

  g_autofree double *sorted = sort (numbers, n_numbers, &n);

  if (n == 0)
    return self;

  wanted = MIN (wanted, count_distinct (sorted, n));
  if (classing == CTG_CLASSES_JENKS)
    cut_naturally (sorted, n, wanted, starts);

  for (unsigned int k = 0; k < wanted; k++)
    switch (classing)
      {
      case CTG_CLASSES_QUANTILE:
        add_break (&self, &n_breaks, quantile (sorted, n, (double) k / wanted));
        break;
      case CTG_CLASSES_EQUAL:
        add_break (&self, &n_breaks, sorted[0] + (sorted[n - 1] - sorted[0]) * k / wanted);
        break;
      case CTG_CLASSES_JENKS:
        add_break (&self, &n_breaks, sorted[starts[k]]);
        break;
      }

  /* A last class of equal numbers has no width. */
  self.n = n_breaks;
  self.breaks[n_breaks] = sorted[n - 1];
  return self;
}

CtgClasses
ctg_classes_make_manual (const double *breaks,
                         unsigned int  n_breaks,
                         const double *numbers,
                         unsigned int  n_numbers)
{
  CtgClasses self = { 0 };
  unsigned int n = 0;
  unsigned int n_made = 0;
  g_autofree double *sorted = sort (numbers, n_numbers, &n);

  if (n == 0)
    return self;

  add_break (&self, &n_made, sorted[0]);
  for (unsigned int i = 0; i < n_breaks && n_made < CTG_CLASSES_MOST; i++)
    if (breaks[i] <= sorted[n - 1])
      add_break (&self, &n_made, breaks[i]);
  self.n = n_made;
  self.breaks[n_made] = sorted[n - 1];
  return self;
}

/* Between these ends (the upper one with them) a limit parts the same numbers. */
typedef struct
{
  double below;
  double above;
  double at;
  double most; /* so far it may move */
} Gap;

static bool
may_move_to (const Gap *self,
             double     at)
{
  return at > self->below && at <= self->above && fabs (at - self->at) <= self->most;
}

/* The nearest multiple of a power of ten, else the one on the other side. */
static bool
round_to (const Gap *self,
          int        exponent,
          double    *rounded)
{
  double step = pow (10, abs (exponent));
  double share = exponent < 0 ? self->at * step : self->at / step;
  double sides[] = { round (share), round (share) > share ? floor (share) : ceil (share) };

  for (unsigned int k = 0; k < G_N_ELEMENTS (sides); k++)
    {
      *rounded = exponent < 0 ? sides[k] / step : sides[k] * step;
      if (may_move_to (self, *rounded))
        return true;
    }

  return false;
}

static Gap
find_gap (double        at,
          const double *numbers,
          unsigned int  n_numbers)
{
  Gap gap = { -INFINITY, INFINITY, at, INFINITY };

  for (unsigned int i = 0; i < n_numbers; i++)
    {
      if (!isfinite (numbers[i]))
        continue;
      if (numbers[i] < at)
        gap.below = MAX (gap.below, numbers[i]);
      else
        gap.above = MIN (gap.above, numbers[i]);
    }

  return gap;
}

void
ctg_classes_round (CtgClasses   *self,
                   const double *numbers,
                   unsigned int  n_numbers,
                   double        most_share)
{
  enum { MOST_DIGITS = 12 };
  bool whole = true;

  for (unsigned int i = 0; i < n_numbers; i++)
    whole = whole && (!isfinite (numbers[i]) || numbers[i] == floor (numbers[i]));

  for (unsigned int k = 1; k < self->n; k++)
    {
      Gap gap = find_gap (self->breaks[k], numbers, n_numbers);
      double rounded;

      if (gap.at == 0)
        continue;
      gap.below = MAX (gap.below, self->breaks[k - 1]);
      /* A last class of one number need not begin with it. */
      if (gap.at == self->breaks[k + 1] && most_share > 1)
        gap.at = gap.below + (gap.at - gap.below) / 2;
      gap.above = MIN (gap.above, k + 1 < self->n ? nextafter (self->breaks[k + 1], gap.at) : self->breaks[k + 1]);
      gap.most = MAX ((self->breaks[k + 1] - gap.at) * most_share, whole ? 1 : 0);

      int first = (int) floor (log10 (fabs (gap.at))) + 1;

      for (int exponent = first; exponent > (whole ? -1 : first - MOST_DIGITS); exponent--)
        {
          if (!round_to (&gap, exponent, &rounded))
            continue;
          self->breaks[k] = rounded;
          break;
        }
    }
}

unsigned int
ctg_classes_find (const CtgClasses *self,
                  double            number)
{
  unsigned int found = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (unsigned int k = 1; k < self->n; k++)
    if (number >= self->breaks[k])
      found = k;

  return found;
}
