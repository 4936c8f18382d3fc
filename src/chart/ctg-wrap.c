/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the narrowest width at which a text needs no more lines than at the given one. It does not break words. */

#include "chart/ctg-wrap.h"

/* Longer texts are read like prose, and need no balance. */
#define MAX_LINES 4
/* A last line shorter than this share of the width is a word left alone. */
#define ORPHAN 0.14

static bool
is_no_worse (CtgTextMeasure *measure,
             const CtgFont  *font,
             char          **lines,
             unsigned int    n_lines,
             double          width)
{
  if (g_strv_length (lines) > n_lines)
    return false;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      CtgTextExtents extents;

      ctg_text_measure_line (measure, font, lines[i], &extents);
      if (extents.width > width)
        return false;
    }

  return true;
}

char **
ctg_wrap_balanced (CtgTextMeasure *measure,
                   const CtgFont  *font,
                   const char     *text,
                   double          width)
{
  char **best = ctg_text_measure_wrap (measure, font, text, width);
  unsigned int n_lines = g_strv_length (best);
  double low = width / MAX (1, n_lines) * 0.8;
  double high = width;

  if (n_lines < 2 || n_lines > MAX_LINES)
    return best;

  for (int step = 0; step < 6; step++)
    {
      double middle = (low + high) / 2;
      char **lines = ctg_text_measure_wrap (measure, font, text, middle);

      if (is_no_worse (measure, font, lines, n_lines, middle))
        {
          g_strfreev (best);
          best = lines;
          high = middle;
        }
      else
        {
          g_strfreev (lines);
          low = middle;
        }
    }

  return best;
}

static double
measure_last (CtgTextMeasure *measure,
              const CtgFont  *font,
              char          **lines)
{
  CtgTextExtents extents;

  ctg_text_measure_line (measure, font, lines[g_strv_length (lines) - 1], &extents);

  return extents.width;
}

char **
ctg_wrap_unorphaned (CtgTextMeasure *measure,
                     const CtgFont  *font,
                     const char     *text,
                     double          width)
{
  char **lines = ctg_text_measure_wrap (measure, font, text, width);
  unsigned int n_lines = g_strv_length (lines);

  if (n_lines < 2 || measure_last (measure, font, lines) >= width * ORPHAN)
    return lines;

  for (double narrower = 0.98; narrower > 0.75; narrower -= 0.02)
    {
      g_auto(GStrv) others = ctg_text_measure_wrap (measure, font, text, width * narrower);

      if (!is_no_worse (measure, font, others, n_lines, width))
        break;
      if (measure_last (measure, font, others) < width * ORPHAN)
        continue;
      g_strfreev (lines);
      return g_steal_pointer (&others);
    }

  return lines;
}
