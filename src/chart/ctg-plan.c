/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the plan: selection, colours, words, value labels and the extent of the value axis from what is really drawn. */

#include "chart/ctg-plan.h"

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "chart/ctg-giants.h"
#include "chart/ctg-guide-references.h"
#include "chart/ctg-kind.h"
#include "chart/ctg-panels.h"
#include "chart/ctg-parts.h"

static void
clear_label (gpointer data)
{
  g_free (((CtgValueLabel *) data)->text);
}

/* A status has its colour in every figure: official dark, non-official light. Other series take the palette's colours in turn. */
static void
choose_colors (CtgPlan *self)
{
  bool used[2] = { false, false };
  bool by_status = true;

  for (unsigned int s = 0; s < self->n_series; s++)
    {
      unsigned int slot = ctg_table_get_series (self->input->table, self->series[s])->status == CTG_STATUS_NON_OFFICIAL;

      by_status = by_status && !used[slot];
      used[slot] = true;
    }

  self->colors = g_new (CtgColor, self->n_series);
  for (unsigned int s = 0; s < self->n_series; s++)
    {
      unsigned int slot = ctg_table_get_series (self->input->table, self->series[s])->status == CTG_STATUS_NON_OFFICIAL;

      self->colors[s] = ctg_theme_get_series_color (&self->theme, by_status ? slot : s);
    }

  if (self->has_whole)
    {
      for (unsigned int s = 1; s < self->n_series; s++)
        self->colors[s] = ctg_theme_get_series_color (&self->theme, s - 1);
      self->colors[0] = self->n_series == 2 ? ctg_theme_get_tint (&self->theme, self->colors[1])
                                            : ctg_color_mix (self->theme.ink, self->theme.paper, 0.82);
    }
}

static void
choose_titles (CtgPlan *self)
{
  self->titles = g_new0 (char *, self->n_series + 1);

  for (unsigned int s = 0; s < self->n_series; s++)
    {
      if (self->kind->title != NULL)
        self->titles[s] = self->kind->title (self, s);
      else
        self->titles[s] = ctg_table_dup_series_title (self->input->table, self->series[s], self->series, self->n_series, self->input->locale);
    }
}

/* The extent of what is drawn. */
typedef struct
{
  double lowest;   /* zero or less */
  double highest;  /* zero or more */
  double least;    /* of those above zero; INFINITY if there are none */
  bool zero;       /* some number is zero */
} Extent;

static void
note_value (CtgPlan *self,
            Extent  *extent,
            double   value)
{
  if (!isfinite (value))
    return;

  extent->lowest = MIN (extent->lowest, value);
  extent->highest = MAX (extent->highest, value);
  if (value > 0)
    extent->least = MIN (extent->least, value);
  self->any_value = true;
}

static void
measure_values (CtgPlan     *self,
                unsigned int first,
                unsigned int n,
                Extent      *extent)
{
  for (unsigned int i = first; i < first + n; i++)
    {
      for (unsigned int s = 0; s < self->n_series; s++)
        {
          const CtgEstimate *estimate = ctg_plan_get_estimate (self, i, s);
          double certain;
          double possible;
          bool open;

          self->mark_not_reported |= estimate->presence == CTG_PRESENCE_NOT_REPORTED && !ctg_plan_is_left_out (self, i, s);
          self->mark_not_applicable |= estimate->presence == CTG_PRESENCE_NOT_APPLICABLE;
          if (!ctg_estimate_is_reported (estimate))
            continue;

          ctg_estimate_get_extent (estimate, &certain, &possible, &open);
          note_value (self, extent, certain);
          note_value (self, extent, possible);
          note_value (self, extent, estimate->low);
          extent->zero |= estimate->value == 0 || estimate->low == 0 || estimate->high == 0;
        }
    }


  bool marks = self->input->spec->missing_marks && !self->kind->skips_missing;

  self->mark_not_reported = self->mark_not_reported && marks;
  self->mark_not_applicable = self->mark_not_applicable && marks;
}

/* The highest 1, 2 or 5 of a decade that is not above a number, so that a logarithmic axis begins with a tick. */
static double
round_down (double number)
{
  static const int mantissas[] = { 5, 2, 1 };
  int exponent = (int) floor (log10 (number));

  for (unsigned int k = 0; k < G_N_ELEMENTS (mantissas); k++)
    {
      double candidate = ctg_ticks_get_decimal (mantissas[k], exponent);

      if (candidate <= number)
        return candidate;
    }

  return number;
}

/* A point may hang over the start of the axis, and so may half of the first number beside it. */
static double
get_lane_gap (const CtgPlan *self)
{
  g_autofree char *text = ctg_locale_format_number (self->input->locale, self->domain_min, 3);
  CtgTextExtents extents;

  ctg_text_measure_line (self->input->measure, &self->theme.axis, text, &extents);

  return MAX (self->theme.size * 0.75, self->vertical ? 0 : extents.width / 2 + self->theme.size * 0.4);
}

/* An axis of ratios has no zero: it begins just below the least number drawn, and zero and what is missing stand in lanes before it. */
static bool
choose_positive_domain (CtgPlan      *self,
                        const Extent *extent,
                        GError      **error)
{
  double end = self->input->spec->axis_max;

  if (extent->lowest < 0)
    {
      g_set_error_literal (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("axis.scale: a logarithmic axis has no place for numbers below zero; "
                                                                            "set axis.scale=linear or axis.scale=sqrt"));
      return false;
    }

  double least = isfinite (extent->least) ? extent->least : 1;
  double highest = MAX (extent->highest, least);
  double lowest_reference = highest;

  ctg_references_extend (self->input->spec->references, true, &lowest_reference, &highest);
  self->domain_min = round_down (MIN (least, lowest_reference));
  self->domain_max = highest;
  if (self->domain_min < CTG_SCALE_LEAST)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("axis.scale: a logarithmic axis has no place for numbers as close to zero as %g; set axis.scale=linear"),
                   self->domain_min);
      return false;
    }
  if (!isnan (end) && end <= self->domain_min)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("axis.max: the axis starts at %g and must end above it"), self->domain_min);
      return false;
    }
  if (!isnan (end))
    self->domain_max = end;
  self->zero_lane = extent->zero;
  self->missing_lane = self->mark_not_reported || self->mark_not_applicable;
  self->lane_gap = get_lane_gap (self);

  return true;
}

static bool
choose_linear_domain (CtgPlan      *self,
                      const Extent *extent,
                      GError      **error)
{
  double end = self->input->spec->axis_max;

  self->domain_min = extent->lowest;
  self->domain_max = extent->highest;
  if (self->any_value && self->n_apart == 0)
    ctg_references_extend (self->input->spec->references, false, &self->domain_min, &self->domain_max);
  if (!isnan (end))
    {
      if (end <= 0 || end <= self->domain_min)
        {
          g_set_error_literal (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("axis.max: the axis starts at zero and must end above it"));
          return false;
        }
      self->domain_max = end;
    }

  return true;
}

/* Where rows and series are not those of the selection, in its order. */
static void
look_up_estimates (CtgPlan *self)
{
  self->own_estimates = ctg_table_dup_estimates (self->input->table, self->rows, self->n_rows, self->series, self->n_series);
  self->estimates = self->own_estimates;
}

/* Giants that stand apart come first, and keep their order. */
static void
place_apart (CtgPlan *self)
{
  CtgDrawn drawn = ctg_drawn_of_plan (self);
  g_autofree unsigned int *rows = g_new (unsigned int, self->n_rows + 1);
  Extent extent = { .least = INFINITY };
  double over;
  unsigned int n = 0;

  /* Small multiples have panels of their own. */
  self->n_apart = self->input->spec->panels_by == CTG_PANELS_NONE ? ctg_giants_count_apart (&drawn, &over) : 0;
  if (self->n_apart == 0)
    return;

  for (int pass = 0; pass < 2; pass++)
    {
      for (unsigned int i = 0; i < self->n_rows; i++)
        {
          if (ctg_giants_has (&drawn, i, over) == (pass == 0))
            rows[n++] = self->rows[i];
        }
    }
  memcpy (self->rows, rows, n * sizeof (unsigned int));
  look_up_estimates (self);

  measure_values (self, 0, self->n_apart, &extent);
  self->scale_apart = ctg_scale_new (ctg_scale_desc_find ("linear"), extent.lowest, extent.highest, 0, 1);
}

static bool
choose_break (CtgPlan *self,
              GError **error)
{
  CtgDrawn drawn = ctg_drawn_of_plan (self);
  double low;
  double high;

  if (!ctg_giants_get_break (&drawn, &low, &high, error))
    return false;
  if (low > self->domain_min && high < self->domain_max)
    self->scale = ctg_scale_broken (self->domain_min, low, high, self->domain_max, 0, 1);

  return true;
}

/* The horizontal axis of a scatter plot has no place for these either. */
static bool
check_x_scale (const CtgPlan *self,
               GError       **error)
{
  for (unsigned int i = 0; self->kind->x_axis && self->input->spec->x_scale == CTG_AXIS_SCALE_LOG && i < self->n_rows; i++)
    {
      double low, high;

      if (!ctg_estimate_get_ends (ctg_plan_get_estimate (self, i, 0), &low, &high))
        continue;
      if (low < 0)
        {
          g_set_error_literal (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("x.scale: a logarithmic axis has no place for numbers below zero; "
                                                                                "set x.scale=linear or x.scale=sqrt"));
          return false;
        }
      if ((low > 0 && low < CTG_SCALE_LEAST) || (high > 0 && high < CTG_SCALE_LEAST))
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("x.scale: a logarithmic axis has no place for numbers as close to zero as %g; set x.scale=linear"),
                       low > 0 ? low : high);
          return false;
        }
    }

  return true;
}

static bool
choose_domain (CtgPlan *self,
               GError **error)
{
  const CtgScaleDesc *desc = ctg_select_scale (self->input, self->kind, error);
  Extent extent = { .least = INFINITY };

  if (desc == NULL || !check_x_scale (self, error))
    return false;

  place_apart (self);
  measure_values (self, self->n_apart, self->n_rows - self->n_apart, &extent);
  if (self->kind->domain != NULL)
    self->kind->domain (self, &self->domain_min, &self->domain_max);
  else if (!(desc->positive ? choose_positive_domain (self, &extent, error) : choose_linear_domain (self, &extent, error)))
    return false;

  if (!desc->positive && !(self->domain_max > self->domain_min))
    self->domain_max = self->domain_min + 1;
  self->scale = ctg_scale_new (desc, self->domain_min, self->domain_max, 0, 1);
  self->domain_min = self->scale.domain_min;
  self->domain_max = self->scale.domain_max;

  return choose_break (self, error);
}

static CtgPlan *
plan_alloc (const CtgChartInput *input)
{
  CtgPlan *self = g_new0 (CtgPlan, 1);

  self->input = input;
  self->labels = g_array_new (FALSE, FALSE, sizeof (CtgValueLabel));
  g_array_set_clear_func (self->labels, clear_label);

  return self;
}

/* Colours, words of series and the value axis, from series and rows. */
static bool
choose_guides (CtgPlan *self,
               GError **error)
{
  self->has_whole = self->kind->part_of_whole && ctg_parts_have_whole (self->input->table, self->series, self->n_series);
  choose_colors (self);
  choose_titles (self);

  return choose_domain (self, error);
}

static void
write_labels (CtgPlan *self)
{
  for (unsigned int i = 0; i < self->n_rows && self->kind->write != NULL; i++)
    {
      CtgPlan storage = *self;

      ctg_plan_of_row (self, i, &storage);
      self->kind->write (&storage, i);
    }
}

/* What all panels share and what is its own: a title, and the scale where that is free. The axis is named once, above them. */
static CtgPlan *
make_panel (const CtgPlan      *whole,
            const CtgPanelPart *part,
            GError            **error)
{
  g_autoptr(CtgPlan) self = plan_alloc (whole->input);

  self->whole = whole;
  self->kind = whole->kind;
  self->theme = whole->theme;
  self->theme.margin = 0;
  self->vertical = whole->vertical;
  self->id = g_strdup (part->id);
  self->series = g_memdup2 (part->series, (part->n_series + 1) * sizeof *part->series);
  self->n_series = part->n_series;
  self->rows = g_memdup2 (part->rows, (part->n_rows + 1) * sizeof *part->rows);
  self->n_rows = part->n_rows;
  look_up_estimates (self);
  self->texts = g_new0 (CtgChartTexts, 1);
  self->texts->title = g_strdup (part->title);
  self->texts->subtitle = g_strdup (whole->texts->subtitle);
  self->texts->axis_title = g_strdup (self->kind->measure_legend != NULL ? whole->texts->axis_title : "");
  if (!choose_guides (self, error))
    return NULL;

  if (whole->input->spec->panels_scales == CTG_PANELS_SCALES_SHARED)
    {
      self->domain_min = whole->domain_min;
      self->domain_max = whole->domain_max;
      self->scale = whole->scale;
      self->zero_lane = whole->zero_lane;
      self->missing_lane = whole->missing_lane;
      self->lane_gap = whole->lane_gap;
      self->any_value = whole->any_value;
    }
  ctg_plan_choose_highlight (self);
  write_labels (self);

  return g_steal_pointer (&self);
}

static bool
make_panels (CtgPlan *self,
             GError **error)
{
  g_autoptr(GPtrArray) parts = ctg_panels_split (self->input, self->kind, self->rows, self->n_rows, self->series, self->n_series);

  if (parts == NULL)
    return true;

  self->panels = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_plan_free);
  for (unsigned int k = 0; k < parts->len; k++)
    {
      CtgPlan *panel = make_panel (self, g_ptr_array_index (parts, k), error);

      if (panel == NULL)
        return false;
      g_ptr_array_add (self->panels, panel);
    }

  return true;
}

CtgPlan *
ctg_plan_new (const CtgChartInput *input,
              GError             **error)
{
  g_autoptr(CtgPlan) self = plan_alloc (input);

  if (!ctg_theme_init (&self->theme, input->spec, error))
    return NULL;
  self->selection = ctg_selection_new (input, error);
  if (self->selection == NULL)
    return NULL;

  self->kind = self->selection->kind;
  self->vertical = input->spec->orientation == CTG_ORIENTATION_VERTICAL && self->kind->draw_plot == NULL;
  self->n_series = self->selection->n_series;
  self->series = g_memdup2 (self->selection->series, self->n_series * sizeof *self->series);
  self->n_rows = self->selection->n_drawn;
  self->rows = g_memdup2 (self->selection->rows, (self->n_rows + 1) * sizeof *self->rows);
  self->estimates = self->selection->estimates;
  self->texts = ctg_words_make_texts (input, self->selection);

  if (!choose_guides (self, error) || !make_panels (self, error))
    return NULL;
  ctg_plan_choose_highlight (self);
  if (self->panels == NULL)
    write_labels (self);

  return g_steal_pointer (&self);
}

void
ctg_plan_free (CtgPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->panels, g_ptr_array_unref);
  g_clear_pointer (&self->texts, ctg_chart_texts_free);
  g_clear_pointer (&self->labels, g_array_unref);
  g_strfreev (self->titles);
  g_free (self->id);
  g_free (self->series);
  g_free (self->colors);
  g_free (self->greys);
  g_free (self->highlighted);
  g_free (self->rows);
  g_free (self->own_estimates);
  g_clear_pointer (&self->selection, ctg_selection_unref);
  g_free (self);
}

const CtgPlan *
ctg_plan_get_scale_plan (const CtgPlan *self)
{
  return self->whole != NULL && self->input->spec->panels_scales == CTG_PANELS_SCALES_SHARED ? self->whole : self;
}

const CtgEstimate *
ctg_plan_get_estimate (const CtgPlan *self,
                       unsigned int   i,
                       unsigned int   s)
{
  return &self->estimates[(gsize) i * self->n_series + s];
}

bool
ctg_plan_is_left_out (const CtgPlan *self,
                      unsigned int   i,
                      unsigned int   s)
{
  if (ctg_estimate_is_reported (ctg_plan_get_estimate (self, i, s)))
    return false;

  const CtgClaim *claim = ctg_table_get_claim (self->input->table, self->rows[i], self->series[s]);

  return claim != NULL && claim->doubtful;
}

void
ctg_plan_add_label (CtgPlan      *self,
                    CtgValueLabel label)
{
  if (!self->input->spec->value_labels)
    g_clear_pointer (&label.text, g_free);

  label.extents = (CtgTextExtents) { 0, 0, 0 };
  if (label.text != NULL)
    ctg_text_measure_line (self->input->measure, &self->theme.value, label.text, &label.extents);
  const CtgScale *scale = ctg_plan_is_apart (self, label.i) ? &self->scale_apart : &self->scale;

  if (!self->zero_lane || label.at > 0)
    label.at = CLAMP (label.at, scale->domain_min, scale->domain_max);

  g_array_append_val (self->labels, label);
}

bool
ctg_plan_is_apart (const CtgPlan *self,
                   unsigned int   i)
{
  return i < self->n_apart;
}

double
ctg_plan_get_end (const CtgPlan *self,
                  unsigned int   i)
{
  return ctg_plan_is_apart (self, i) ? self->scale_apart.domain_max : self->domain_max;
}

double
ctg_plan_get_along (const CtgPlan *self,
                    bool           apart,
                    double         value,
                    double         length)
{
  const CtgScale *scale = apart ? &self->scale_apart : &self->scale;

  if (self->zero_lane && value <= 0)
    return -ctg_plan_get_zero_offset (self);

  return ctg_scale_map (scale, CLAMP (value, scale->domain_min, scale->domain_max)) * length;
}

bool
ctg_plan_is_broken (const CtgPlan *self)
{
  return self->scale.break_high > self->scale.break_low;
}

CtgScale
ctg_plan_make_scale (const CtgPlan *self,
                     bool           apart,
                     double         range_min,
                     double         range_max)
{
  CtgScale scale = apart ? self->scale_apart : self->scale;

  scale.range_min = range_min;
  scale.range_max = range_max;

  return scale;
}

#define LANE_WIDTH 1.3
#define LANE_APART 0.3

double
ctg_plan_get_lane_width (const CtgPlan *self)
{
  return self->theme.size * LANE_WIDTH;
}

double
ctg_plan_get_zero_offset (const CtgPlan *self)
{
  return self->lane_gap + self->theme.size * LANE_WIDTH / 2;
}

double
ctg_plan_get_missing_offset (const CtgPlan *self)
{
  return ctg_plan_get_zero_offset (self) + (self->zero_lane ? self->theme.size * (LANE_WIDTH + LANE_APART) : 0);
}

double
ctg_plan_get_lanes_room (const CtgPlan *self)
{
  double half = ctg_plan_get_lane_width (self) / 2;

  return self->missing_lane ? ctg_plan_get_missing_offset (self) + half : self->zero_lane ? ctg_plan_get_zero_offset (self) + half : 0;
}

double
ctg_plan_get_thickness (const CtgPlan *self)
{
  return self->theme.size * (self->kind->row_height > 0 ? self->kind->row_height : 1.12);
}

double
ctg_plan_get_point_size (const CtgPlan *self)
{
  return self->theme.size * 0.86;
}

double
ctg_plan_get_open_length (const CtgPlan *self)
{
  return self->theme.size * 0.95;
}

double
ctg_plan_get_missing_size (const CtgPlan *self)
{
  return self->theme.size * 0.62;
}
