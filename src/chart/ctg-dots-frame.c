/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where names, squares and numbers of a dots figure stand. It draws nothing. */

#include "chart/ctg-dots-frame.h"

#include <math.h>

#include "chart/ctg-parts.h"
#include "chart/ctg-words-private.h"

/* In sizes of the label. */
#define ROW_GAP 0.5
/* Names may take this share of the width. */
#define LEAST_NAMES 0.34

void
ctg_dots_frame_free (CtgDotsFrame *self)
{
  ctg_category_labels_free (self->names);
  g_free (self);
}

char *
ctg_dots_dup_value (const CtgPlan *plan,
                    unsigned int   i)
{
  if (plan->n_series > 1)
    return ctg_parts_format_row (plan, i);

  return ctg_words_format_value (ctg_plan_get_estimate (plan, i, 0), ctg_table_get_series (plan->input->table, plan->series[0])->info, plan->input->locale);
}

static double
measure_value (const CtgPlan *plan,
               unsigned int   i)
{
  g_autofree char *text = ctg_dots_dup_value (plan, i);
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, &plan->theme.value, text, &extents);

  return extents.width;
}

static double
get_widest_value (const CtgPlan *plan)
{
  double widest = 0;

  for (unsigned int i = 0; i < plan->n_rows; i++)
    widest = MAX (widest, measure_value (plan, i));

  return widest;
}

/* Panels leave the same room for names and numbers, so that their squares stand under each other. */
static void
measure_panels (const CtgPlan *plan,
                double         names_share,
                double        *names,
                double        *values)
{
  for (unsigned int p = 0; p < plan->panels->len; p++)
    {
      const CtgPlan *panel = g_ptr_array_index (plan->panels, p);
      CtgCategoryLabels *labels = ctg_category_labels_new (panel, names_share, 2);

      *names = MAX (*names, labels->width);
      *values = MAX (*values, get_widest_value (panel));
      ctg_category_labels_free (labels);
    }
}

CtgDotsFrame *
ctg_dots_frame_new (const CtgPlan *plan,
                    double         width)
{
  CtgDotsFrame *self = g_new0 (CtgDotsFrame, 1);
  double size = plan->theme.size;
  CtgTextExtents digit;
  double names;
  double values = get_widest_value (plan);

  self->names = ctg_category_labels_new (plan, width * LEAST_NAMES, 2);
  names = self->names->width;
  if (plan->whole != NULL)
    measure_panels (plan->whole, width * LEAST_NAMES, &names, &values);

  double label = plan->input->spec->value_labels ? values + size * 1.3 : 0;

  self->x = names + size * 0.6;
  self->side = size * CTG_DOTS_SIDE;
  self->pitch = size * CTG_DOTS_PITCH;
  self->gap = size * CTG_DOTS_GROUP_GAP;
  self->unit = ctg_dots_get_plan_unit (plan);
  ctg_text_measure_line (plan->input->measure, &plan->theme.value, "0", &digit);
  self->ascent = digit.ascent;
  self->descent = digit.descent;
  self->values = label > 0 && width - self->x - label >= ctg_dots_get_group_width (size);

  double room = width - self->x - (self->values ? label : 0);
  unsigned int groups = CLAMP ((int) ((room + self->gap) / ctg_dots_get_group_width (size)), 1, CTG_DOTS_MOST_GROUPS);

  self->columns = groups * CTG_DOTS_GROUP;
  /* A page too narrow for one group gets smaller squares. */
  if (ctg_dots_get_group_width (size) - self->gap > room)
    {
      self->pitch = MAX (0.5, room / CTG_DOTS_GROUP);
      self->side = self->pitch * CTG_DOTS_SIDE / CTG_DOTS_PITCH;
    }

  return self;
}

static unsigned int
count_lines (const CtgDotsFrame *self,
             double              squares)
{
  return MAX (1, (unsigned int) ceil (squares / self->columns - 1e-9));
}

double
ctg_dots_frame_get_squares (const CtgDotsFrame *self,
                            const CtgPlan      *plan,
                            unsigned int        i)
{
  return ctg_dots_get_extent (plan->input->table, plan->rows[i], plan->series, plan->n_series) / self->unit;
}

/* The baseline of a number beside a line of squares: in its middle, but never up to the squares of the line above. */
double
ctg_dots_frame_get_baseline (const CtgDotsFrame *self,
                             const CtgPlan      *plan,
                             unsigned int        line)
{
  double middle = line * self->pitch + self->side / 2 + plan->theme.value.size * 0.36;

  return line > 0 ? MAX (middle, (line - 1) * self->pitch + self->side + self->ascent + 0.1) : middle;
}

double
ctg_dots_frame_get_row_height (const CtgDotsFrame *self,
                               const CtgPlan      *plan,
                               unsigned int        i)
{
  unsigned int lines = count_lines (self, ctg_dots_frame_get_squares (self, plan, i));
  double names = self->names->items[i].n_lines * self->names->line_height;

  return MAX (names, MAX (lines * self->pitch, ctg_dots_frame_get_baseline (self, plan, lines - 1) + self->descent)) + plan->theme.size * ROW_GAP;
}

double
ctg_dots_frame_get_rows_height (const CtgDotsFrame *self,
                                const CtgPlan      *plan,
                                unsigned int        n)
{
  double height = 0;

  for (unsigned int i = 0; i < n; i++)
    height += ctg_dots_frame_get_row_height (self, plan, i);

  return height;
}

/* The upper left corner of a square, from that of the row's first. */
CtgPoint
ctg_dots_frame_get_square (const CtgDotsFrame *self,
                           CtgPoint            at,
                           unsigned int        k)
{
  unsigned int column = k % self->columns;
  unsigned int line = k / self->columns;

  return (CtgPoint) { at.x + column * self->pitch + column / CTG_DOTS_GROUP * self->gap, at.y + line * self->pitch };
}
