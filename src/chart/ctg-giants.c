/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which rows are giants, where the axis may be cut, and what the user is offered. Nothing is cut or moved unless asked.
 *
 * Below a giant everything else lies within an eighth of the axis: six millimetres of the fifty that a column of a journal leaves, in which
 * differences of a third are no longer seen. W. S. Cleveland (The Elements of Graphing Data, 1994, section 2.4) asks that the data fill the
 * scale, prefers logarithms, and wants a break, where there must be one, to be a full one that no eye passes over. */

#include "chart/ctg-giants.h"

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"

#define GIANT_RATIO 8
#define MOST_GIANTS 3
/* Fewer others are no crowd. */
#define LEAST_OTHERS 3
/* A cut that does not leave this share of the axis to the others is no help. */
#define LEAST_SHARE 0.4

CtgDrawn
ctg_drawn_of_plan (const CtgPlan *plan)
{
  return (CtgDrawn) { plan->input, plan->kind, plan->rows, plan->n_rows, plan->series, plan->n_series };
}

CtgDrawn
ctg_drawn_of_words (const CtgWords *words)
{
  return (CtgDrawn) { words->input, words->kind, words->rows, words->n_drawn, words->series, words->n_series };
}

CtgDrawn
ctg_drawn_of_part (const CtgDrawn     *whole,
                   const CtgPanelPart *part)
{
  return (CtgDrawn) { whole->input, whole->kind, part->rows, part->n_rows, part->series, part->n_series };
}

GPtrArray *
ctg_giants_split (const CtgDrawn *self)
{
  if (self->input->spec->panels_scales == CTG_PANELS_SCALES_SHARED)
    return NULL;

  return ctg_panels_split (self->input, self->kind, self->rows, self->n_rows, self->series, self->n_series);
}

static const CtgEstimate *
get_estimate (const CtgDrawn *self,
              unsigned int    i,
              unsigned int    s)
{
  return ctg_table_get_estimate (self->input->table, self->rows[i], self->series[s]);
}

/* The highest number drawn in row i; NAN if there is none. */
static double
get_highest (const CtgDrawn *self,
             unsigned int    i)
{
  double highest = NAN;

  for (unsigned int s = 0; s < self->n_series; s++)
    {
      double certain;
      double possible;
      bool open;

      ctg_estimate_get_extent (get_estimate (self, i, s), &certain, &possible, &open);
      highest = fmax (highest, fmax (certain, possible));
    }

  return highest;
}

static int
compare_descending (const void *a,
                    const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return x > y ? -1 : x < y;
}

unsigned int
ctg_giants_count (const CtgDrawn *self,
                  double         *over)
{
  g_autofree double *highest = g_new (double, self->n_rows + 1);
  unsigned int n = 0;
  unsigned int n_giants = 0;
  double best = GIANT_RATIO;

  for (unsigned int i = 0; i < self->n_rows; i++)
    {
      double value = get_highest (self, i);

      if (isfinite (value))
        highest[n++] = value;
    }
  qsort (highest, n, sizeof (double), compare_descending);

  for (unsigned int k = 1; k <= MOST_GIANTS && k + LEAST_OTHERS <= n; k++)
    {
      if (!(highest[k] > 0) || highest[k - 1] / highest[k] < best)
        continue;
      best = highest[k - 1] / highest[k];
      n_giants = k;
      *over = highest[k];
    }

  return n_giants;
}

bool
ctg_giants_has (const CtgDrawn *self,
                unsigned int    i,
                double          over)
{
  return get_highest (self, i) > over;
}

/* Only rows on a linear axis that follows from the numbers. */
static bool
is_linear (const CtgDrawn *self)
{
  const CtgScaleDesc *desc = ctg_select_scale (self->input, self->kind, NULL);

  return desc != NULL && g_str_equal (desc->id, "linear") && self->kind->domain == NULL && self->kind->draw_plot == NULL;
}

unsigned int
ctg_giants_count_apart (const CtgDrawn *self,
                        double         *over)
{
  const CtgSpec *spec = self->input->spec;

  return spec->axis_giants == CTG_GIANTS_PANEL && spec->panels_by == CTG_PANELS_NONE && is_linear (self) ? ctg_giants_count (self, over) : 0;
}

/* On round numbers: a tenth above what is below the cut, and so far under the giants that their ends are seen. */
static bool
find_break (const CtgDrawn *self,
            double         *low,
            double         *high)
{
  double over;
  double least = INFINITY;
  double end = 0;

  if (ctg_giants_count (self, &over) == 0)
    return false;

  for (unsigned int i = 0; i < self->n_rows; i++)
    {
      end = fmax (end, get_highest (self, i));
      for (unsigned int s = 0; s < self->n_series; s++)
        {
          double ends[2];

          if (!ctg_estimate_get_ends (get_estimate (self, i, s), &ends[0], &ends[1]))
            continue;
          for (unsigned int k = 0; k < 2; k++)
            least = ends[k] > over ? MIN (least, ends[k]) : least;
        }
    }

  double step = pow (10, floor (log10 (over))) / 2;

  *low = ceil (over * 1.1 / step) * step;
  *high = floor ((least - *low * 0.2) / step) * step;

  return *high > *low && *low / (*low + end - *high) >= LEAST_SHARE;
}

static bool
read_break (const char *text,
            double     *low,
            double     *high)
{
  g_auto(GStrv) parts = g_strsplit (text, "..", 2);
  double ends[2];

  if (g_strv_length (parts) != 2)
    return false;
  for (unsigned int k = 0; k < 2; k++)
    {
      char *end;

      ends[k] = g_ascii_strtod (parts[k], &end);
      if (end == parts[k] || *end != '\0')
        return false;
    }
  *low = ends[0];
  *high = ends[1];

  return *low > 0 && *high > *low && isfinite (*high);
}

bool
ctg_giants_get_break (const CtgDrawn *self,
                      double         *low,
                      double         *high,
                      GError        **error)
{
  const char *text = self->input->spec->axis_break;
  bool automatic = text != NULL && g_str_equal (text, "auto");
  double end = self->input->spec->axis_max;
  double over;

  *low = *high = NAN;
  if (text == NULL || *text == '\0')
    return true;
  if (!automatic && !read_break (text, low, high))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("axis.break: “%s” is not two rising numbers above zero (400..5000), nor auto"), text);
      return false;
    }
  if (automatic && !find_break (self, low, high))
    *low = NAN;

  /* Nothing may stand beyond the cut: then there is nothing to cut. */
  for (unsigned int i = 0; i < self->n_rows && isnan (self->input->spec->axis_max); i++)
    end = fmax (end, get_highest (self, i));
  if (!(end > *high) || !is_linear (self) || ctg_giants_count_apart (self, &over) > 0)
    *low = NAN;

  return true;
}

static bool
is_cut (const CtgDrawn *self)
{
  double low;
  double high;

  return ctg_giants_get_break (self, &low, &high, NULL) && !isnan (low);
}

static char *
dup_names (const CtgDrawn *self,
           double          over)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (unsigned int i = 0; i < self->n_rows; i++)
    {
      if (ctg_giants_has (self, i, over))
        g_ptr_array_add (names, (gpointer) ctg_arranger_get_name (self->input->arranger, self->rows[i]));
    }
  g_ptr_array_add (names, NULL);

  return ctg_locale_format_list (self->input->locale, (const char *const *) names->pdata);
}

static void
offer (const CtgDrawn *self,
       CtgWarnings    *warnings)
{
  double over;
  double low;
  double high;

  if (ctg_giants_count_apart (self, &over) > 0 || is_cut (self) || ctg_giants_count (self, &over) == 0)
    return;

  g_autofree char *list = dup_names (self, over);
  g_autofree char *value = ctg_locale_format_number (self->input->locale, over, 1);
  CtgWarning *warning = ctg_warnings_add (warnings, CTG_PHRASE_WARN_GIANTS, "axis.giants", list, value, NULL);

  if (self->kind->points)
    ctg_warning_add_fix (warning, CTG_PHRASE_FIX_LOG, "axis.scale=log", NULL);
  else
    ctg_warning_add_fix (warning, CTG_PHRASE_FIX_LOG, "kind=points", "axis.scale=log", NULL);
  if (self->input->spec->panels_by == CTG_PANELS_NONE)
    ctg_warning_add_fix (warning, CTG_PHRASE_FIX_PANEL, "axis.giants=panel", NULL);
  if (find_break (self, &low, &high))
    ctg_warning_add_fix (warning, CTG_PHRASE_FIX_BREAK, "axis.break=auto", NULL);
}

/* What was asked for and is not done. */
static void
warn_in_vain (const CtgDrawn *self,
              bool            any_cut,
              CtgWarnings    *warnings)
{
  const CtgSpec *spec = self->input->spec;
  bool no_break = spec->axis_break != NULL && *spec->axis_break != '\0' && !any_cut;
  double over;
  bool apart = ctg_giants_count_apart (self, &over) > 0;

  if (spec->axis_giants == CTG_GIANTS_PANEL && !apart)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_NO_GIANTS, "axis.giants", NULL);
  if (no_break && apart)
    {
      g_autofree char *list = dup_names (self, over);
      CtgWarning *warning = ctg_warnings_add (warnings, CTG_PHRASE_WARN_BREAK_AND_PANEL, "axis.break", list, NULL);

      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_PANEL, "axis.break=", NULL);
      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_BREAK, "axis.giants=none", NULL);
    }
  else if (no_break)
    {
      ctg_warnings_add (warnings, CTG_PHRASE_WARN_NO_BREAK, "axis.break", NULL);
    }
}

void
ctg_giants_warn (const CtgDrawn *self,
                 CtgWarnings    *warnings)
{
  g_autoptr(GPtrArray) parts = ctg_giants_split (self);
  unsigned int n_parts = parts != NULL ? parts->len : 1;
  bool offers = is_linear (self) && isnan (self->input->spec->axis_max);
  bool any_cut = false;

  for (unsigned int p = 0; p < n_parts; p++)
    {
      CtgDrawn drawn = parts != NULL ? ctg_drawn_of_part (self, g_ptr_array_index (parts, p)) : *self;

      any_cut |= is_cut (&drawn);
      if (offers)
        offer (&drawn, warnings);
    }
  warn_in_vain (self, any_cut, warnings);
}
