/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far two words are apart, for "did you mean". It must not know what the words are. */

#include "base/ctg-distance.h"

#include <string.h>

unsigned int
ctg_distance_measure (const char  *a,
                      const char  *b,
                      unsigned int limit)
{
  size_t n = strlen (a), m = strlen (b);
  unsigned int rows[3][CTG_DISTANCE_MAX_BYTES + 1];
  unsigned int *before = rows[0], *last = rows[1], *current = rows[2];
  unsigned int last_best = 0;

  if (n > CTG_DISTANCE_MAX_BYTES || m > CTG_DISTANCE_MAX_BYTES || (n > m ? n - m : m - n) > limit)
    return limit + 1;

  for (size_t j = 0; j <= m; j++)
    last[j] = j;

  for (size_t i = 1; i <= n; i++)
    {
      unsigned int best = current[0] = i;

      for (size_t j = 1; j <= m; j++)
        {
          unsigned int cost = last[j - 1] + (a[i - 1] != b[j - 1]);

          cost = MIN (cost, MIN (last[j], current[j - 1]) + 1);
          if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
            cost = MIN (cost, before[j - 2] + 1);
          current[j] = cost;
          best = MIN (best, cost);
        }
      if (best > limit && last_best > limit)
        return limit + 1;
      last_best = best;

      unsigned int *spare = before;
      before = last;
      last = current;
      current = spare;
    }

  return last[m];
}
