/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that run from left to right: names in a gutter, the value axis above, one row under the other. */

#include "chart/ctg-layout.h"

#include <math.h>

#include "chart/ctg-guide-references.h"
#include "chart/ctg-kind.h"

/* Names may take this share of the page before they are shortened; a little more where there is little. */
static double
get_gutter_share (double page_width)
{
  return page_width < 100 * CTG_PT_PER_MM ? 0.40 : 0.34;
}

typedef struct
{
  double pitch;       /* from lane to lane where the height is free */
  double least_pitch; /* and where the page is short */
  double natural;     /* height of the row, the same way */
  double least;
} RowSize;

/* The highest line any value label has; lanes may not be closer. */
static double
get_value_height (const CtgLayout *self,
                  const CtgPlan   *plan)
{
  double height = 0;

  for (unsigned int k = 0; k < plan->labels->len && !self->values_hidden; k++)
    {
      const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);

      height = MAX (height, label->extents.ascent + label->extents.descent);
    }

  return height;
}

static RowSize
get_row_size (const CtgLayout *self,
              const CtgPlan   *plan,
              unsigned int     i,
              double           value_height)
{
  double size = plan->theme.size;
  unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;
  double names = self->labels->items[i].n_lines * self->labels->line_height;
  RowSize row;

  row.pitch = MAX (value_height + 0.1, plan->kind->lanes ? size * 1.05 : ctg_plan_get_thickness (plan));
  row.least_pitch = MAX (value_height + 0.1, size * (plan->kind->lanes ? 0.3 : 0.5));
  row.natural = MAX (n_lanes * row.pitch + size * (plan->kind->lanes ? 0.62 : 0.5), names + size * 0.3);
  row.least = MAX (n_lanes * row.least_pitch + size * 0.15, names + 0.2);

  return row;
}

/* Gives rows their heights: natural, closer together on a short page, thicker on a long one. Returns the end. */
static double
place_rows (CtgLayout     *self,
            const CtgPlan *plan,
            unsigned int   first,
            unsigned int   n,
            double         top,
            double         bottom)
{
  double value_height = get_value_height (self, plan);
  double natural = 0;
  double least = 0;
  double y = top;

  for (unsigned int i = first; i < first + n; i++)
    {
      RowSize row = get_row_size (self, plan, i, value_height);

      natural += row.natural;
      least += row.least;
      if (bottom >= 0 && top + least > bottom + 0.01)
        {
          self->n_fitted = i;
          least -= row.least;
          natural -= row.natural;
          break;
        }
    }

  double room = bottom >= 0 ? bottom - top : natural;
  double stretch = natural > 0 ? MAX (1, room / natural) : 1;
  double ease = natural > least ? CLAMP ((room - least) / (natural - least), 0, 1) : 1;

  for (unsigned int i = first; i < MIN (first + n, self->n_fitted); i++)
    {
      RowSize row = get_row_size (self, plan, i, value_height);
      unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;
      CtgRowPlace *place = &self->rows[i];

      place->panel = self->panels->len;
      place->start = y;
      place->size = (row.least + ease * (row.natural - row.least)) * stretch;
      place->lane_pitch = (row.least_pitch + ease * (row.pitch - row.least_pitch)) * MIN (stretch, 2.5);
      place->thickness = place->lane_pitch * (plan->kind->lanes ? 0.94 : 1);
      if (!plan->kind->lanes)
        place->thickness = MIN (place->thickness, place->size * 0.78);
      place->lane_start = y + place->size / 2 - (n_lanes - 1) * place->lane_pitch / 2;
      y += place->size;
    }

  return bottom >= 0 ? bottom : y;
}

/* Labels of references between the axis and the rows, over the whole page. Returns their height. */
static double
place_references (CtgLayout     *self,
                  const CtgPlan *plan,
                  double         start,
                  double         end)
{
  double left = self->left;
  double right = self->right;
  CtgScale scale = ctg_plan_make_scale (plan, false, start, end);

  if (plan->input->spec->references[0] == NULL)
    return 0;

  self->references = ctg_references_measure (plan, (right - left) * 0.6, true);
  for (unsigned int k = 0; k < self->references->len; k++)
    {
      CtgReferenceLabel *label = &g_array_index (self->references, CtgReferenceLabel, k);
      double from = MAX (label->reference->value, plan->domain_min);
      double to = isfinite (label->reference->to) ? MIN (label->reference->to, plan->domain_max) : from;

      label->at = (ctg_scale_map (&scale, from) + ctg_scale_map (&scale, to)) / 2;
    }

  unsigned int n_lanes = ctg_references_place_above (self->references, left, right, plan->theme.size * 0.4);

  return n_lanes > 0 ? n_lanes * g_array_index (self->references, CtgReferenceLabel, 0).height + plan->theme.size * 0.15 : 0;
}

/* The name of the lane of what is missing reaches over the names of the rows, but no further. */
static double
get_lane_label_width (const CtgLayout *self,
                      const CtgPlan   *plan)
{
  CtgTextExtents extents = { 0, 0, 0 };

  if (self->missing_label != NULL)
    ctg_text_measure_line (plan->input->measure, &plan->theme.axis, self->missing_label, &extents);

  return extents.width;
}

/* A panel with its axis above it; returns its end. */
static double
place_panel (CtgLayout      *self,
             const CtgPlan  *plan,
             const CtgPanel *like,
             unsigned int    first,
             unsigned int    n,
             double          start,
             double          end,
             double          y,
             double          bottom)
{
  CtgPanel panel = *like;
  CtgAxis *axis = &self->axes[panel.apart];
  double tick_height = ctg_layout_get_line_height (plan, &plan->theme.axis);

  if (axis->ticks != NULL && !self->hides_numbers)
    {
      axis->label_y = y + tick_height * 0.8;
      y += tick_height + plan->theme.size * 0.25;
    }
  if (!panel.apart)
    y += place_references (self, plan, start, end);

  panel.across_start = y;
  panel.across_end = place_rows (self, plan, first, n, y, bottom);
  panel.first = first;
  panel.n = self->n_fitted > first ? MIN (n, self->n_fitted - first) : 0;
  ctg_layout_set_scale (&panel, plan, start, end);
  g_array_append_val (self->panels, panel);

  return panel.across_end;
}

double
ctg_layout_horizontal (CtgLayout     *self,
                       const CtgPlan *plan,
                       double         top,
                       double         bottom)
{
  const CtgTheme *theme = &plan->theme;
  double left = self->left;
  double right = self->right;
  double gap = self->hides_names ? 0 : theme->size * 0.5;

  self->labels = ctg_category_labels_new (plan, self->gutter > 0 ? self->gutter : (right - left) * get_gutter_share (self->width), 2);
  ctg_layout_make_lane_labels (self, plan);

  double gutter = self->hides_names ? 0 : MAX (self->gutter, self->labels->width);
  double lane_room = self->hides_numbers ? 0 : get_lane_label_width (self, plan) - ctg_plan_get_lane_width (plan);
  double plot_left = left + MAX (gutter + gap, lane_room);
  double length = MAX (2, right - plot_left);
  double start;
  double end;

  /* Half of the widest tick label may hang over the end of the scale. */
  g_autofree char *widest = ctg_locale_format_number (plan->input->locale, plan->n_apart > 0 ? plan->scale_apart.domain_max : plan->domain_max, 0);
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, &theme->axis, widest, &extents);
  ctg_layout_fit_values (self, plan, length, extents.width / 2, &start, &end);
  ctg_layout_make_ticks (self, plan, false, plot_left + start, end - start);
  if (plan->n_apart > 0)
    ctg_layout_make_ticks (self, plan, true, plot_left + start, end - start);

  double title_height = ctg_layout_axis_title (self, plan, plot_left + start, top, MAX (length - start, 1));
  double y = top + title_height + (title_height > 0 ? theme->size * 0.1 : 0);

  CtgPanel panel = { .along_start = plot_left, .along_end = right, .apart = plan->n_apart > 0 };

  if (panel.apart)
    {
      /* Giants keep their height on any page: the others give way. */
      y = place_panel (self, plan, &panel, 0, plan->n_apart, plot_left + start, plot_left + end, y, -1) + theme->size * 1.1;
      if (bottom >= 0 && y > bottom)
        self->n_fitted = 0;
    }
  panel.apart = false;

  return place_panel (self, plan, &panel, plan->n_apart, plan->n_rows - plan->n_apart, plot_left + start, plot_left + end, y, bottom);
}
