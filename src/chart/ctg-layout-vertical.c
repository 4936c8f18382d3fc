/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bars that rise: names under them, wrapped or rotated, the value axis beside. Where the page is too narrow for all rows they continue in
 * further panels below, on the same scale, so that no name is dropped. */

#include "chart/ctg-layout.h"

#include <math.h>

#include "chart/ctg-guide-references.h"
#include "chart/ctg-kind.h"

typedef double (*LabelSize) (const CtgValueLabel *label);

static double
get_width (const CtgValueLabel *label)
{
  return label->extents.width;
}

static double
get_height (const CtgValueLabel *label)
{
  return label->extents.ascent + label->extents.descent;
}

static double
get_largest (const CtgLayout *self,
             const CtgPlan   *plan,
             LabelSize        size)
{
  double largest = 0;

  for (unsigned int k = 0; k < plan->labels->len && !self->values_hidden; k++)
    largest = MAX (largest, size (&g_array_index (plan->labels, CtgValueLabel, k)));

  return largest;
}

typedef struct
{
  unsigned int n_panels;
  unsigned int n_per_panel;
  double band;
  double pitch;
  double between; /* the giants' panel and the other one, which stands beside it; 0 where it stands below */
} Columns;

/* How wide a row must be at least with everything rotated, and how many panels that makes. */
static Columns
choose_columns (CtgLayout     *self,
                const CtgPlan *plan,
                double         width)
{
  double size = plan->theme.size;
  unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;
  double line = ctg_layout_get_line_height (plan, &plan->theme.label);
  double least_pitch = MAX (get_largest (self, plan, get_height) + 0.2, size * 0.8);
  double least = MAX (line * 1.1, n_lanes * least_pitch + size * (plan->kind->lanes ? 0.5 : 0.2));
  unsigned int fit = MAX (1, (unsigned int) floor (width / least));
  Columns columns = { .between = 0 };

  columns.n_panels = MAX (1, (plan->n_rows + fit - 1) / fit);
  columns.n_per_panel = MAX (1, (plan->n_rows + columns.n_panels - 1) / columns.n_panels);
  columns.band = MIN (width / columns.n_per_panel, size * (6 + 4 * n_lanes));
  columns.pitch = (columns.band - size * 0.2) / n_lanes * (plan->kind->lanes ? 0.86 : 1);
  columns.pitch = MAX (columns.pitch, least_pitch);
  self->values_up = get_largest (self, plan, get_width) > (plan->kind->lanes ? columns.pitch : columns.band) - size * 0.2;

  return columns;
}

/* Giants stand beside the others where all have room there, with the numbers of the second axis between the two. */
static Columns
choose_columns_apart (CtgLayout     *self,
                      const CtgPlan *plan,
                      double         width,
                      double         between)
{
  Columns columns;

  if (plan->n_apart > 0 && plan->n_apart < plan->n_rows)
    {
      columns = choose_columns (self, plan, MAX (2, width - between));
      columns.between = between;
      if (columns.n_panels == 1)
        return columns;
    }

  return choose_columns (self, plan, width);
}

/* Upright names if each fits into its band in at most three lines, else rotated in one line. */
static void
choose_names (CtgLayout     *self,
              const CtgPlan *plan,
              double         band,
              double         longest)
{
  /* Few names are shorter than three letters. */
  if (band > plan->theme.size * 3)
    {
      self->labels = ctg_category_labels_new (plan, band - plan->theme.size * 0.4, 3);
      self->labels_up = self->labels->n_cut > 0;
      if (!self->labels_up)
        return;
      ctg_category_labels_free (self->labels);
    }

  self->labels_up = true;
  self->labels = ctg_category_labels_new (plan, longest, 1);
}

static double
get_axis_width (const CtgLayout *self,
                const CtgPlan   *plan)
{
  double width = 0;

  for (unsigned int k = 0; k < G_N_ELEMENTS (self->axes); k++)
    {
      const CtgAxis *axis = &self->axes[k];

      for (unsigned int i = 0; axis->ticks != NULL && i < axis->ticks->n; i++)
        {
          CtgTextExtents extents;

          ctg_text_measure_line (plan->input->measure, &plan->theme.axis, axis->labels[i], &extents);
          width = MAX (width, extents.width);
        }
    }
  for (unsigned int k = 0; k < 2; k++)
    {
      const char *label = k == 0 ? self->zero_label : self->missing_label;
      CtgTextExtents extents;

      if (label == NULL)
        continue;
      ctg_text_measure_line (plan->input->measure, &plan->theme.axis, label, &extents);
      width = MAX (width, extents.width);
    }

  return width;
}

static void
place_panel_rows (CtgLayout      *self,
                  const CtgPlan  *plan,
                  const CtgPanel *panel,
                  unsigned int    index,
                  const Columns  *columns)
{
  unsigned int n_lanes = plan->kind->lanes ? plan->n_series : 1;
  double most = plan->theme.size * 3;

  for (unsigned int k = 0; k < panel->n; k++)
    {
      CtgRowPlace *place = &self->rows[panel->first + k];

      place->panel = index;
      place->start = panel->across_start + k * columns->band;
      place->size = columns->band;
      place->lane_pitch = columns->pitch;
      place->thickness = MIN (most, plan->kind->lanes ? columns->pitch * 0.92 : columns->band * 0.68);
      place->lane_start = place->start + place->size / 2 - (n_lanes - 1) * place->lane_pitch / 2;
    }
}

/* How long the panel's box must be for its own rows, on the scale that all share. */
static double
get_panel_length (const CtgLayout *self,
                  const CtgPlan   *plan,
                  unsigned int     first,
                  unsigned int     n,
                  double           start,
                  double           end)
{
  double length = plan->theme.size * 3;

  for (unsigned int k = 0; k < plan->labels->len; k++)
    {
      unsigned int i = g_array_index (plan->labels, CtgValueLabel, k).i;
      CtgLabelPlace label = ctg_layout_place_label (self, plan, k, end - start);

      if (i >= first && i < first + n)
        length = MAX (length, start + ctg_plan_get_along (plan, ctg_plan_is_apart (plan, i), label.at, end - start) + (label.before ? 0 : label.offset + label.size));
    }

  return length;
}

/* The height of the longest name of a panel. */
static double
get_names_height (const CtgLayout *self,
                  unsigned int     first,
                  unsigned int     n)
{
  double height = 0;

  for (unsigned int i = first; i < first + n; i++)
    {
      const CtgCategoryLabel *label = &self->labels->items[i];

      height = MAX (height, self->labels_up ? label->width : label->n_lines * self->labels->line_height);
    }

  return height;
}

/* Places the panels under each other from y, but that of the giants beside the other one if columns say so; the longest box has the given length.
 * Returns the end. */
static double
place_panels (CtgLayout     *self,
              const CtgPlan *plan,
              const Columns *columns,
              double         left,
              double         y,
              double         length)
{
  double size = plan->theme.size;
  bool on_one_line = plan->whole != NULL || columns->between > 0;
  double names_end = y;
  double start;
  double end;

  self->n_values_left_out = 0;
  g_array_set_size (self->panels, 0);
  ctg_layout_fit_values (self, plan, length, 0, &start, &end);

  for (unsigned int first = 0, n; first < self->n_fitted; first += n)
    {
      bool apart = ctg_plan_is_apart (plan, first);

      n = MIN (columns->n_per_panel, (apart ? MIN (plan->n_apart, self->n_fitted) : self->n_fitted) - first);

      double x = left + (columns->between > 0 && !apart ? plan->n_apart * columns->band + columns->between : 0);
      double foot = y + (on_one_line ? length : MIN (length, get_panel_length (self, plan, first, n, start, end)));
      CtgPanel panel = {
        .first = first,
        .n = n,
        .apart = apart,
        .across_start = x,
        .across_end = x + n * columns->band,
        .along_start = foot,
        .along_end = y,
      };

      ctg_layout_set_scale (&panel, plan, foot - start, foot - end);
      place_panel_rows (self, plan, &panel, self->panels->len, columns);
      g_array_append_val (self->panels, panel);
      names_end = MAX (names_end, foot + size * 0.4 + get_names_height (self, first, n));
      if (first + n < self->n_fitted && columns->between == 0)
        y = names_end + size * 1.6;
    }

  return names_end;
}

/* The longest boxes that fit above bottom; with fewer panels where even short boxes do not. */
static void
place_above (CtgLayout     *self,
             const CtgPlan *plan,
             const Columns *columns,
             double         left,
             double         top,
             double         bottom,
             double         least)
{
  double low = least;
  double high = MAX (least, bottom - top);

  while (self->n_fitted > 0 && place_panels (self, plan, columns, left, top, least) > bottom + 0.01)
    self->n_fitted = self->panels->len > 1 ? g_array_index (self->panels, CtgPanel, self->panels->len - 1).first : 0;
  if (self->n_fitted == 0)
    {
      g_array_set_size (self->panels, 0);
      return;
    }

  for (int step = 0; step < 16; step++)
    {
      double middle = (low + high) / 2;

      if (place_panels (self, plan, columns, left, top, middle) <= bottom)
        low = middle;
      else
        high = middle;
    }
  place_panels (self, plan, columns, left, top, low);
}

static void
make_all_ticks (CtgLayout     *self,
                const CtgPlan *plan,
                double         length)
{
  ctg_layout_make_ticks (self, plan, false, 0, length);
  if (plan->n_apart > 0)
    ctg_layout_make_ticks (self, plan, true, 0, length);
}

double
ctg_layout_vertical (CtgLayout     *self,
                     const CtgPlan *plan,
                     double         top,
                     double         bottom)
{
  const CtgTheme *theme = &plan->theme;
  double size = theme->size;
  double left = self->left;
  double right = self->right;
  double natural = CLAMP ((right - left) * 0.5, size * 12, size * 30);

  /* A first guess of the scale's length finds the ticks and with them the width of the axis. */
  make_all_ticks (self, plan, natural);
  ctg_layout_make_lane_labels (self, plan);

  /* Numbers that leave no room for the bars are not written. */
  double axis_width = get_axis_width (self, plan);
  bool numbers = axis_width < (right - left) * 0.4 && !self->hides_numbers;
  double plot_left = numbers ? left + axis_width + size * 0.4 : left;
  Columns columns = choose_columns_apart (self, plan, MAX (2, right - plot_left - ctg_references_get_gutter (plan, right - left)),
                                          (numbers ? axis_width : 0) + size * 1.8);
  double title = ctg_layout_axis_title (self, plan, left, top, right - left);
  double y = top + title + (title > 0 ? size * 0.4 : 0) + ctg_layout_get_line_height (plan, &theme->axis) / 2;
  double extra = get_largest (self, plan, self->values_up ? get_width : get_height);

  choose_names (self, plan, columns.band, bottom >= 0 ? MAX (size * 4, (bottom - y) * 0.4) : self->width * 0.4);
  double rows_end = bottom;

  if (bottom < 0)
    rows_end = place_panels (self, plan, &columns, plot_left, y, natural * (columns.n_panels > 1 ? 0.8 : 1) + extra);
  else
    place_above (self, plan, &columns, plot_left, y, bottom, size * 4 + extra);

  if (self->panels->len > 0)
    {
      const CtgScale *scale = &g_array_index (self->panels, CtgPanel, 0).scale;

      ctg_layout_clear_ticks (self);
      make_all_ticks (self, plan, fabs (scale->range_max - scale->range_min));
      for (unsigned int k = 0; !numbers && k < G_N_ELEMENTS (self->axes); k++)
        {
          for (unsigned int i = 0; self->axes[k].ticks != NULL && i < self->axes[k].ticks->n; i++)
            self->axes[k].labels[i][0] = '\0';
        }
    }

  return rows_end;
}
