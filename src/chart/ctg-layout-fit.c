/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the value scale can be so that everything written at its marks stays inside the plot's box, and which ticks it gets. The
 * room a scale needs grows with its length, so halving finds the longest one. */

#include "chart/ctg-layout.h"

#include <math.h>

#include "chart/ctg-kind.h"

/* A scale is never made shorter than this share of its box; labels that do not fit beside it then are left out. */
#define LEAST_SHARE 0.25

typedef struct
{
  double before;
  double after;
} Room;

/* The size along the value axis of what is written. */
static double
get_text_size (const CtgLayout     *self,
               const CtgPlan       *plan,
               const CtgValueLabel *label)
{
  if (label->text == NULL || self->values_hidden)
    return 0;

  return plan->vertical && !self->values_up ? label->extents.ascent + label->extents.descent : label->extents.width;
}

/* Whether the label would reach beyond the start of the scale and has another to stand beside. */
static bool
gives_way (const CtgLayout *self,
           const CtgPlan   *plan,
           unsigned int     k,
           double           length)
{
  const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);
  double size = get_text_size (self, plan, label);

  return label->gives_way && size > 0 && ctg_plan_get_along (plan, ctg_plan_is_apart (plan, label->i), label->at, length) < label->offset + size;
}

CtgLabelPlace
ctg_layout_place_label (const CtgLayout *self,
                        const CtgPlan   *plan,
                        unsigned int     k,
                        double           length)
{
  const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);
  CtgLabelPlace place = { label->at, label->offset, get_text_size (self, plan, label), label->before };

  if (gives_way (self, plan, k, length))
    {
      const CtgValueLabel *next = label + 1;

      place.at = next->at;
      place.offset = next->offset;
      place.before = next->before;
    }
  else if (k > 0 && gives_way (self, plan, k - 1, length))
    {
      place.offset += get_text_size (self, plan, label - 1) + plan->theme.size * (plan->vertical && !self->values_up ? 0.05 : 0.45);
    }

  return place;
}

static void
add_room (const CtgLayout *self,
          const CtgPlan   *plan,
          double           length,
          Room            *room)
{
  for (unsigned int k = 0; k < plan->labels->len; k++)
    {
      CtgLabelPlace label = ctg_layout_place_label (self, plan, k, length);
      double place = ctg_plan_get_along (plan, ctg_plan_is_apart (plan, g_array_index (plan->labels, CtgValueLabel, k).i), label.at, length);
      double size = label.offset + label.size;

      if (label.before)
        room->before = MAX (room->before, size - place);
      else
        room->after = MAX (room->after, place + size);
    }
}

/* A point on the start of the axis has its half before it, and does not touch the name. */
static double
get_inset (const CtgPlan *plan)
{
  return plan->kind->points ? ctg_plan_get_point_size (plan) / 2 : 0;
}

/* Room needed before the start and after the start of a scale of this length. Panels that share a scale leave the same room. */
static Room
get_room (const CtgLayout *self,
          const CtgPlan   *plan,
          double           length,
          double           least_after)
{
  const CtgPlan *all = ctg_plan_get_scale_plan (plan);
  Room room = { MAX (ctg_plan_get_lanes_room (all), get_inset (all)), length + least_after };

  if (all == plan)
    add_room (self, plan, length, &room);
  for (unsigned int p = 0; all != plan && p < all->panels->len; p++)
    add_room (self, g_ptr_array_index (all->panels, p), length, &room);

  return room;
}

void
ctg_layout_fit_values (CtgLayout     *self,
                       const CtgPlan *plan,
                       double         length,
                       double         least_after,
                       double        *start,
                       double        *end)
{
  double low = MAX (1, length * LEAST_SHARE);
  double high = MAX (1, length);

  for (int step = 0; step < 32; step++)
    {
      double middle = (low + high) / 2;
      Room room = get_room (self, plan, middle, least_after);

      if (room.before + room.after <= length)
        low = middle;
      else
        high = middle;
    }

  Room room = get_room (self, plan, low, least_after);

  *start = MIN (room.before, MAX (0, length - low));
  *end = *start + low;

  if (room.before + room.after <= length + 0.01)
    return;

  /* Too small a page: what reaches beyond the box is not written. */
  for (unsigned int k = 0; k < plan->labels->len; k++)
    {
      CtgLabelPlace label = ctg_layout_place_label (self, plan, k, low);
      double place = *start + ctg_plan_get_along (plan, ctg_plan_is_apart (plan, g_array_index (plan->labels, CtgValueLabel, k).i), label.at, low);
      double size = label.offset + label.size;

      if (label.size > 0 && (label.before ? place - size < -0.01 : place + size > length + 0.01))
        self->n_values_left_out++;
    }
}

typedef struct
{
  const CtgLayout *layout;
  const CtgPlan *plan;
  bool apart;
  bool whole;
  double start;
  double length;
} TickRoom;

/* Half of a label may not hang over the edge of the page. */
double
ctg_layout_keep_inside (const CtgLayout *self,
                        const CtgPlan   *plan,
                        double           x,
                        double           width)
{
  /* Between panels there is room. */
  double over = plan->whole != NULL ? plan->theme.size * 0.8 : 0;
  double least = self->left - over + width / 2;

  return CLAMP (x, least, MAX (least, self->right + over - width / 2));
}

static char *
format_tick (const CtgPlan *plan,
             double         value,
             unsigned int   decimals)
{
  return ctg_locale_format_number (plan->input->locale, value, decimals);
}

/* Along a horizontal axis labels need their width, along a vertical one their height. */
static bool
ticks_fit (const CtgTicks *ticks,
           gpointer        user_data)
{
  const TickRoom *room = user_data;
  const CtgPlan *plan = room->plan;
  double previous = -INFINITY;

  for (unsigned int i = 0; i < ticks->n; i++)
    {
      g_autofree char *text = format_tick (plan, ticks->values[i], ticks->decimals);
      CtgTextExtents extents;
      double place = room->start + ctg_plan_get_along (plan, room->apart, ticks->values[i], room->length);

      ctg_text_measure_line (plan->input->measure, &plan->theme.axis, text, &extents);

      double size = plan->vertical ? extents.ascent + extents.descent : extents.width + plan->theme.size * 0.8;

      if (!plan->vertical)
        place = ctg_layout_keep_inside (room->layout, plan, place, extents.width);
      if (place - size / 2 < previous)
        return false;
      previous = place + size / 2;
    }

  return true;
}

/* Half a person is no place on an axis where all numbers are whole. */
static bool
ticks_suit (const CtgTicks *ticks,
            gpointer        user_data)
{
  const TickRoom *room = user_data;

  return !(room->whole && ticks->decimals > 0) && ticks_fit (ticks, user_data);
}

static bool
is_whole (double number)
{
  return !isfinite (number) || number == floor (number);
}

bool
ctg_layout_has_whole_numbers (const CtgPlan *plan,
                              unsigned int   s)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);

      if (!is_whole (estimate->value) || !is_whole (estimate->low) || !is_whole (estimate->high))
        return false;
    }

  return true;
}

static bool
all_are_whole (const CtgPlan *plan)
{
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      if (!ctg_layout_has_whole_numbers (plan, s))
        return false;
    }

  return true;
}

void
ctg_layout_clear_ticks (CtgLayout *self)
{
  for (unsigned int k = 0; k < G_N_ELEMENTS (self->axes); k++)
    {
      g_clear_pointer (&self->axes[k].ticks, ctg_ticks_free);
      g_clear_pointer (&self->axes[k].labels, g_strfreev);
    }
}

/* Ticks reach far enough if the last one stands beyond this share of the axis. */
#define REACH 0.6

void
ctg_layout_make_ticks (CtgLayout     *self,
                       const CtgPlan *plan,
                       bool           apart,
                       double         start,
                       double         length)
{
  static const int tries[] = { 0, 1, 2, -1, 3 };
  TickRoom room = { self, plan, apart, all_are_whole (plan), start, length };
  CtgAxis *axis = &self->axes[apart];
  CtgScale scale = ctg_plan_make_scale (plan, apart, 0, length);
  double distance = plan->theme.size * (plan->vertical ? 3.5 : 5.5);
  int wanted = CLAMP ((int) round (length / distance), 3, 7);

  if (!plan->any_value)
    return;

  for (unsigned int k = 0; k < G_N_ELEMENTS (tries); k++)
    {
      g_autoptr(CtgTicks) ticks = ctg_scale_ticks (&scale, MAX (2, wanted + tries[k]), ticks_suit, &room);
      bool good = ticks->n >= 3 && ctg_scale_map (&scale, ticks->values[ticks->n - 1]) >= length * REACH;

      if (k == 0 || good)
        {
          g_clear_pointer (&axis->ticks, ctg_ticks_free);
          axis->ticks = g_steal_pointer (&ticks);
        }
      if (good)
        break;
    }

  bool fit = ticks_fit (axis->ticks, &room);

  axis->labels = g_new0 (char *, axis->ticks->n + 1);
  for (unsigned int i = 0; i < axis->ticks->n; i++)
    axis->labels[i] = i == 0 || fit ? format_tick (plan, axis->ticks->values[i], axis->ticks->decimals) : g_strdup ("");
}
