/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which scale the value axis has, and whether the kind may be drawn on it. A bar is a length from zero: where equal lengths are not equal numbers
 * it says something false, and it is refused in favour of points (W. S. Cleveland, The Elements of Graphing Data, 1994, ch. 4: on an axis
 * of ratios a dot is judged by its place, a bar by a length that means nothing). */

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "chart/ctg-kind.h"

static const char *const names[] = { [CTG_AXIS_SCALE_LINEAR] = "linear", [CTG_AXIS_SCALE_LOG] = "log", [CTG_AXIS_SCALE_SQRT] = "sqrt" };

/* Rows of lengths from zero. */
static bool
needs_zero (const CtgKind *kind)
{
  return !kind->points && kind->draw_plot == NULL;
}

const CtgScaleDesc *
ctg_select_scale (const CtgChartInput *input,
                  const CtgKind       *kind,
                  GError             **error)
{
  CtgAxisScale scale = input->spec->axis_scale;

  if (needs_zero (kind) && scale != CTG_AXIS_SCALE_LINEAR)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED,
                   scale == CTG_AXIS_SCALE_LOG
                   ? T_ ("axis.scale: bars are lengths from zero and need a linear axis; kind=points draws the same numbers on a logarithmic one")
                   : T_ ("axis.scale: bars are lengths from zero and need a linear axis; kind=points draws the same numbers on a square-root one"));
      return NULL;
    }

  /* Maps and tables have no value axis, whatever it would be. */
  return ctg_scale_desc_find (names[kind->points && kind->domain == NULL ? scale : CTG_AXIS_SCALE_LINEAR]);
}

CtgSpec *
ctg_chart_dup_spec_on_fit_scale (const CtgChartInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);

  const CtgKind *kind = ctg_select_kind (input, NULL);

  return kind != NULL && needs_zero (kind) ? ctg_spec_with (input->spec, "axis.scale", NULL, NULL) : ctg_spec_ref ((CtgSpec *) input->spec);
}

/* Differences may be less than zero. */
static bool
has_negative (const CtgChartInput *input,
              const CtgKind       *kind)
{
  unsigned int n_series = 0;
  g_autofree unsigned int *series = ctg_select_series (input, kind, &n_series, NULL);

  for (unsigned int s = 0; series != NULL && s < n_series; s++)
    {
      for (unsigned int row = 0; row < ctg_table_get_n_rows (input->table); row++)
        {
          double low, high;

          if (ctg_estimate_get_ends (ctg_table_get_estimate (input->table, row, series[s]), &low, &high) && low < 0)
            return true;
        }
    }

  return false;
}

void
ctg_select_warn_scale (const CtgChartInput *input,
                       CtgWarnings         *warnings)
{
  const CtgSpec *spec = input->spec;
  const CtgKind *kind = ctg_select_kind (input, NULL);
  bool log = spec->axis_scale == CTG_AXIS_SCALE_LOG;
  bool x_log = kind != NULL && kind->x_axis && spec->x_scale == CTG_AXIS_SCALE_LOG;

  if (kind != NULL && needs_zero (kind) && spec->axis_scale != CTG_AXIS_SCALE_LINEAR)
    {
      CtgWarning *warning = ctg_warnings_add (warnings, CTG_PHRASE_WARN_BARS_NEED_ZERO, "axis.scale", NULL);

      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_POINTS, "kind=points", NULL);
      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_LINEAR, "axis.scale=linear", NULL);
    }
  else if (kind != NULL && (log || x_log) && has_negative (input, kind))
    ctg_warning_add_fix (ctg_warnings_add (warnings, CTG_PHRASE_WARN_LOG_NEGATIVE, log ? "axis.scale" : "x.scale", NULL), CTG_PHRASE_FIX_LINEAR,
                         "axis.scale=linear", x_log ? "x.scale=linear" : NULL, NULL);
}
