/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the plan: selection, colours, words, value labels and the extent of the value axis from what is really drawn. */

#include "chart/ctg-plan.h"

#include <math.h>

#include "base/ctg-error.h"
#include "chart/ctg-guide-references.h"
#include "chart/ctg-kind.h"
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

static void
note_value (CtgPlan *self,
            double   value)
{
  if (!isfinite (value))
    return;

  self->domain_min = self->any_value ? MIN (self->domain_min, value) : MIN (0, value);
  self->domain_max = self->any_value ? MAX (self->domain_max, value) : MAX (0, value);
  self->any_value = true;
}

static void
measure_values (CtgPlan *self)
{
  for (unsigned int i = 0; i < self->n_rows; i++)
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
          note_value (self, certain);
          note_value (self, possible);
          note_value (self, estimate->low);
        }
    }

  if (self->any_value)
    ctg_references_extend (self->input->spec, &self->domain_min, &self->domain_max);

  bool marks = self->input->spec->missing_marks && !self->kind->skips_missing;

  self->mark_not_reported = self->mark_not_reported && marks;
  self->mark_not_applicable = self->mark_not_applicable && marks;
}

static bool
choose_domain (CtgPlan *self,
               GError **error)
{
  double end = self->input->spec->axis_max;

  measure_values (self);

  if (self->kind->domain != NULL)
    {
      self->kind->domain (self, &self->domain_min, &self->domain_max);
      return true;
    }
  if (!isnan (end))
    {
      if (end <= 0 || end <= self->domain_min)
        {
          g_set_error_literal (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, "axis.max: the axis starts at zero and must end above it");
          return false;
        }
      self->domain_max = end;
    }
  if (!(self->domain_max > self->domain_min))
    self->domain_max = self->domain_min + 1;

  return true;
}

CtgPlan *
ctg_plan_new (const CtgChartInput *input,
              GError             **error)
{
  g_autoptr(CtgPlan) self = g_new0 (CtgPlan, 1);

  self->input = input;
  self->labels = g_array_new (FALSE, FALSE, sizeof (CtgValueLabel));
  g_array_set_clear_func (self->labels, clear_label);
  self->kind = ctg_select_kind (input, error);
  if (self->kind == NULL || !ctg_theme_init (&self->theme, input->spec, error))
    return NULL;

  if (input->spec->axis_scale != CTG_AXIS_SCALE_LINEAR && !self->kind->any_scale)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_UNSUPPORTED, "axis.scale: %s is drawn on a linear scale only", self->kind->info.id);
      return NULL;
    }

  self->vertical = input->spec->orientation == CTG_ORIENTATION_VERTICAL && self->kind->draw_plot == NULL;
  self->series = ctg_select_series (input, self->kind, &self->n_series, error);
  if (self->series == NULL)
    return NULL;

  self->rows = ctg_chart_dup_drawn_rows (input, &self->n_rows, error);
  if (self->rows == NULL)
    return NULL;

  self->texts = ctg_chart_texts_new (input, error);
  if (self->texts == NULL)
    return NULL;

  self->has_whole = self->kind->part_of_whole && ctg_parts_have_whole (input->table, self->series, self->n_series);
  choose_colors (self);
  choose_titles (self);
  if (!choose_domain (self, error))
    return NULL;

  ctg_plan_choose_highlight (self);
  for (unsigned int i = 0; i < self->n_rows && self->kind->write != NULL; i++)
    {
      CtgPlan storage = *self;

      ctg_plan_of_row (self, i, &storage);
      self->kind->write (&storage, i);
    }

  return g_steal_pointer (&self);
}

void
ctg_plan_free (CtgPlan *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->texts, ctg_chart_texts_free);
  g_clear_pointer (&self->labels, g_array_unref);
  g_strfreev (self->titles);
  g_free (self->series);
  g_free (self->colors);
  g_free (self->greys);
  g_free (self->highlighted);
  g_free (self->rows);
  g_free (self);
}

const CtgEstimate *
ctg_plan_get_estimate (const CtgPlan *self,
                       unsigned int   i,
                       unsigned int   s)
{
  return ctg_table_get_estimate (self->input->table, self->rows[i], self->series[s]);
}

bool
ctg_plan_is_left_out (const CtgPlan *self,
                      unsigned int   i,
                      unsigned int   s)
{
  const CtgClaim *claim = ctg_table_get_claim (self->input->table, self->rows[i], self->series[s]);

  return claim != NULL && claim->doubtful && !ctg_estimate_is_reported (ctg_plan_get_estimate (self, i, s));
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
  label.at = CLAMP (label.at, self->domain_min, self->domain_max);

  g_array_append_val (self->labels, label);
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
