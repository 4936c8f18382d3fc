/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A grid of panels: as many side by side as the page has room for, each a layout of its own under its title. Panels that share a scale have names
 * of one width, so that equal numbers are equally long; panels of the same rows side by side name them once. */

#include "chart/ctg-kind.h"
#include "chart/ctg-panels.h"

/* In sizes of the label: how wide a panel must be unless its kind says so, and how far panels stand apart. */
#define LEAST_ROWS 18.5
#define LEAST_ROWS_WITHOUT_NAMES 10
#define LEAST_COLUMNS 17
#define LEAST_PLOT 24
#define GAP_ACROSS 1.8
#define GAP_DOWN 1.3
/* Names take this share of their panel, or of the page where they are written once. */
#define SHARE_OF_PANEL 0.42
#define SHARE_OF_PAGE 0.28
/* A page that leaves plots less than this share of what they ask for has no room for panels. */
#define LEAST_SHARE 0.12

typedef struct
{
  unsigned int n_columns;
  bool names_once;
  double gutter;        /* of names; 0 for kinds without */
  double name_gap;
  double width;         /* of a panel without its names where these are written once */
} Grid;

static void
cell_free (gpointer data)
{
  CtgCell *cell = data;

  ctg_layout_free (cell->layout);
  g_free (cell);
}

static bool
has_names_beside (const CtgPlan *plan)
{
  return plan->kind->draw_plot == NULL && !plan->vertical;
}

/* Whether every panel draws every row, in one order. */
static bool
have_same_rows (const CtgPlan *plan)
{
  for (unsigned int p = 0; p < plan->panels->len; p++)
    {
      const CtgPlan *panel = g_ptr_array_index (plan->panels, p);

      if (panel->n_rows != plan->n_rows)
        return false;
    }

  return ctg_panels_split_series (plan->input);
}

static unsigned int
count_columns (const CtgPlan *plan,
               double         width,
               double         least)
{
  double gap = plan->theme.size * GAP_ACROSS;
  unsigned int n = plan->panels->len;
  unsigned int most = CLAMP ((int) ((width + gap) / (least * plan->theme.size + gap)), 1, (int) n);

  /* The same number of lines with lines equally full. */
  return (n + (n + most - 1) / most - 1) / ((n + most - 1) / most);
}

static double
get_least_plot (const CtgPlan *plan)
{
  return plan->kind->least_panel > 0 ? plan->kind->least_panel : LEAST_PLOT;
}

double
ctg_layout_get_panel_width (const CtgPlan *plan,
                            double         width)
{
  unsigned int n = count_columns (plan, width, get_least_plot (plan));

  return (width - (n - 1) * plan->theme.size * GAP_ACROSS) / n;
}

static double
measure_names (const CtgPlan *plan,
               double         most)
{
  CtgCategoryLabels *labels = ctg_category_labels_new (plan, most, 2);
  double width = labels->width;

  ctg_category_labels_free (labels);

  return width;
}

static Grid
choose_grid (const CtgLayout *self,
             const CtgPlan   *plan)
{
  double size = plan->theme.size;
  double width = self->right - self->left;
  double gap = size * GAP_ACROSS;
  double least = plan->kind->draw_plot != NULL ? get_least_plot (plan) : plan->vertical ? LEAST_COLUMNS : LEAST_ROWS;
  Grid grid = { .n_columns = count_columns (plan, width, least), .name_gap = size * 0.5 };

  if (has_names_beside (plan) && have_same_rows (plan))
    {
      double names = measure_names (plan, width * SHARE_OF_PAGE) + grid.name_gap;
      unsigned int n_columns = count_columns (plan, width - names, LEAST_ROWS_WITHOUT_NAMES);

      if (n_columns > 1)
        {
          grid.n_columns = n_columns;
          grid.names_once = true;
          grid.gutter = names - grid.name_gap;
          grid.width = (width - names - (n_columns - 1) * gap) / n_columns;
          return grid;
        }
    }

  grid.width = (width - (grid.n_columns - 1) * gap) / grid.n_columns;
  if (has_names_beside (plan))
    grid.gutter = measure_names (plan, grid.width * SHARE_OF_PANEL);

  return grid;
}

static void
add_cells (CtgLayout     *self,
           const CtgPlan *plan,
           const Grid    *grid)
{
  double gap = plan->theme.size * GAP_ACROSS;
  bool shared = plan->input->spec->panels_scales == CTG_PANELS_SCALES_SHARED;
  double names = grid->names_once ? grid->gutter + grid->name_gap : 0;
  bool values = plan->input->spec->value_labels && !self->values_hidden;

  self->cells = g_ptr_array_new_with_free_func (cell_free);
  for (unsigned int p = 0; p < plan->panels->len; p++)
    {
      unsigned int column = p % grid->n_columns;
      double right = self->left + names + (column + 1) * grid->width + column * gap;
      double left = right - grid->width - (column == 0 ? names : 0);
      CtgCell *cell = g_new0 (CtgCell, 1);

      cell->plan = g_ptr_array_index (plan->panels, p);
      cell->layout = ctg_layout_new_cell (cell->plan, left, right);
      cell->layout->gutter = grid->gutter;
      cell->layout->hides_names = grid->names_once && column > 0;
      /* The axis of the first panel in its line, or over its column where values are written too, is everyone's. */
      cell->layout->hides_numbers = shared && (plan->vertical ? column > 0 : p >= grid->n_columns && values);
      cell->layout->values_hidden = self->values_hidden;
      /* Titles stand over the plot, not over its names. */
      cell->layout->title_x = left + (grid->gutter > 0 && !cell->layout->hides_names ? grid->gutter + grid->name_gap : 0);
      g_ptr_array_add (self->cells, cell);
    }
}

/* Places a line of panels; share: of the height that each plot asks for, 0 where it is free. Returns the end; *plots is the height that plots take. */
static double
place_line (CtgLayout    *self,
            unsigned int  first,
            unsigned int  n,
            double        top,
            double        share,
            const double *wanted,
            double       *heights)
{
  double title = 0;
  double end = top;

  for (unsigned int p = first; p < first + n; p++)
    {
      CtgCell *cell = g_ptr_array_index (self->cells, p);

      title = MAX (title, ctg_layout_fill_cell_title (cell->layout, cell->plan, cell->layout->right - cell->layout->title_x));
    }

  for (unsigned int p = first; p < first + n; p++)
    {
      CtgCell *cell = g_ptr_array_index (self->cells, p);
      double start = top + title;

      heights[p] = ctg_layout_place_cell (cell->layout, cell->plan, top, title, wanted != NULL ? start + wanted[p] * share : -1) - start;
      end = MAX (end, start + heights[p]);
    }

  return end;
}

static double
place_lines (CtgLayout     *self,
             const CtgPlan *plan,
             const Grid    *grid,
             double         top,
             double         share,
             const double  *wanted,
             double        *heights)
{
  double y = top;

  for (unsigned int first = 0; first < self->cells->len; first += grid->n_columns)
    {
      y += first > 0 ? plan->theme.size * GAP_DOWN : 0;
      y = place_line (self, first, MIN (grid->n_columns, self->cells->len - first), y, share, wanted, heights);
    }

  return y;
}

/* The height of the plots alone, as far as they follow one under the other. */
static double
sum_heights (const CtgLayout *self,
             const Grid      *grid,
             const double    *heights)
{
  double sum = 0;

  for (unsigned int first = 0; first < self->cells->len; first += grid->n_columns)
    {
      double highest = 0;

      for (unsigned int p = first; p < MIN (first + grid->n_columns, self->cells->len); p++)
        highest = MAX (highest, heights[p]);
      sum += highest;
    }

  return sum;
}

/* Plots that a scale runs up are equally high in all panels that share it. */
static void
level_heights (const CtgPlan *plan,
               double        *heights)
{
  double highest = 0;

  if (plan->kind->draw_plot == NULL || plan->kind->has_no_scale || plan->input->spec->panels_scales != CTG_PANELS_SCALES_SHARED)
    return;

  for (unsigned int p = 0; p < plan->panels->len; p++)
    highest = MAX (highest, heights[p]);
  for (unsigned int p = 0; p < plan->panels->len; p++)
    heights[p] = highest;
}

/* What the panels have no room for is missing in the figure. */
static void
gather (CtgLayout     *self,
        const CtgPlan *plan)
{
  unsigned int n_missing = 0;
  unsigned int most_missing = 0;

  for (unsigned int p = 0; p < self->cells->len; p++)
    {
      const CtgCell *cell = g_ptr_array_index (self->cells, p);
      unsigned int n = cell->plan->n_rows - cell->layout->n_fitted;

      n_missing += n;
      most_missing = MAX (most_missing, n);
      self->crowded |= cell->layout->crowded;
      self->n_values_left_out += cell->layout->n_values_left_out;
    }

  self->n_fitted = plan->n_rows - (ctg_panels_split_series (plan->input) ? most_missing : n_missing);
}

double
ctg_layout_panels (CtgLayout     *self,
                   const CtgPlan *plan,
                   double         top,
                   double         bottom)
{
  Grid grid = choose_grid (self, plan);
  g_autofree double *natural = g_new0 (double, plan->panels->len);
  g_autofree double *heights = g_new0 (double, plan->panels->len);
  double y = top + plan->theme.size * 0.4;

  self->crowded = false;
  add_cells (self, plan, &grid);
  /* A legend of the kind's own says what is shown. */
  if (plan->kind->measure_legend == NULL && !plan->kind->has_no_scale)
    {
      double x = grid.gutter > 0 ? self->left + grid.gutter + grid.name_gap : self->left;
      double height = ctg_layout_axis_title (self, plan, x, top, self->right - x);

      y += height;
    }

  double end = place_lines (self, plan, &grid, y, 1, NULL, natural);
  double asked = sum_heights (self, &grid, natural);

  level_heights (plan, natural);

  double plots = sum_heights (self, &grid, natural);

  if (bottom < 0 && plots > asked)
    end = place_lines (self, plan, &grid, y, 1, natural, heights);
  if (bottom >= 0)
    {
      end += plots - asked;
      double share = plots > 0 ? (bottom - (end - plots)) / plots : 0;

      if (share < LEAST_SHARE)
        {
          g_clear_pointer (&self->cells, g_ptr_array_unref);
          self->axis_title.n_lines = 0;
          self->n_fitted = 0;
          self->crowded = true;
          return bottom;
        }
      place_lines (self, plan, &grid, y, share, natural, heights);
      end = bottom;
    }
  gather (self, plan);

  return end;
}
