/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One label after the other takes the nearest free place: beside its mark, above or below it, then farther away in rings. */

#include "chart/ctg-place.h"

#include <math.h>

/* Directions in the order of their beauty: beside, above and below, then the corners. */
static const struct { int x; int y; } directions[] = {
  { 1, 0 }, { -1, 0 }, { 0, -1 }, { 0, 1 }, { 1, -1 }, { 1, 1 }, { -1, -1 }, { -1, 1 },
};

/* Farther away than so many gaps a label needs a line. */
#define NEAR_GAPS 2

static CtgRect
get_place (const CtgPlacedLabel *label,
           int                   x,
           int                   y,
           double                distance)
{
  CtgRect mark = label->mark;
  double reach = x != 0 && y != 0 ? distance * 0.7 : distance;
  CtgRect place = { 0, 0, label->width, label->height };

  place.x = x > 0 ? mark.x + mark.width + reach : x < 0 ? mark.x - reach - label->width : mark.x + (mark.width - label->width) / 2;
  place.y = y > 0 ? mark.y + mark.height + reach : y < 0 ? mark.y - reach - label->height : mark.y + (mark.height - label->height) / 2;

  return place;
}

/* The same in any direction, for labels that look farther: on an ellipse around the mark. */
#define N_ANGLES 24

static CtgRect
get_place_at_angle (const CtgPlacedLabel *label,
                    unsigned int          angle,
                    double                distance)
{
  double turn = 2 * G_PI * angle / N_ANGLES;
  double x = label->mark.x + label->mark.width / 2 + cos (turn) * ((label->mark.width + label->width) / 2 + distance);
  double y = label->mark.y + label->mark.height / 2 + sin (turn) * ((label->mark.height + label->height) / 2 + distance);

  return ctg_rect (x - label->width / 2, y - label->height / 2, label->width, label->height);
}

static double
clamp_into (double value,
            double low,
            double high)
{
  return CLAMP (value, MIN (low, high), MAX (low, high));
}

/* A line from the edge of the mark to the nearest edge of the label. */
static void
join (CtgPlacedLabel *label,
      CtgRect         place)
{
  CtgRect mark = label->mark;
  CtgPoint middle = { mark.x + mark.width / 2, mark.y + mark.height / 2 };

  label->tip = (CtgPoint) { clamp_into (middle.x, place.x, place.x + place.width), clamp_into (middle.y, place.y, place.y + place.height) };
  label->anchor = (CtgPoint) { clamp_into (label->tip.x, mark.x, mark.x + mark.width), clamp_into (label->tip.y, mark.y, mark.y + mark.height) };
}

bool
ctg_place_crosses (CtgPoint from,
                   CtgPoint to,
                   CtgRect  box)
{
  int n_steps = MAX (1, (int) ceil (hypot (to.x - from.x, to.y - from.y) / 2));

  for (int k = 0; k <= n_steps; k++)
    {
      double t = (double) k / n_steps;

      if (ctg_rect_contains (box, from.x + t * (to.x - from.x), from.y + t * (to.y - from.y)))
        return true;
    }

  return false;
}

static bool
is_same (CtgRect a,
         CtgRect b)
{
  return a.x == b.x && a.y == b.y && a.width == b.width && a.height == b.height;
}

static bool
is_free (const CtgPlacedLabel *labels,
         unsigned int          n_labels,
         unsigned int          which,
         const CtgPlaceRoom   *room,
         CtgRect               place,
         bool                  moved,
         bool                  strict)
{
  const CtgPlacedLabel *own = &labels[which];
  CtgRect box = room->box;

  if (place.x < box.x || place.y < box.y || place.x + place.width > box.x + box.width || place.y + place.height > box.y + box.height)
    return false;

  for (unsigned int k = 0; k < room->n_taken; k++)
    {
      if (ctg_rect_overlaps (place, room->taken[k]))
        return false;
      if (strict && !ctg_rect_contains (room->taken[k], own->mark.x + own->mark.width / 2, own->mark.y + own->mark.height / 2) &&
          ctg_place_crosses (own->anchor, own->tip, room->taken[k]))
        return false;
    }
  for (unsigned int k = 0; k < n_labels; k++)
    {
      const CtgPlacedLabel *other = &labels[k];

      if (ctg_rect_overlaps (place, ctg_rect_inset (other->mark, -0.5)))
        return false;
      /* Several notes may belong to one mark. */
      if (moved && k != which && !(own->keep_clear && is_same (own->mark, other->mark)) && ctg_place_crosses (own->anchor, own->tip, other->mark))
        return false;
      if (!other->placed || k == which)
        continue;
      if (ctg_rect_overlaps (place, other->place) || (moved && ctg_place_crosses (own->anchor, own->tip, other->place)))
        return false;
      if (other->moved && ctg_place_crosses (other->anchor, other->tip, place))
        return false;
    }

  return true;
}

static bool
covers_line (const CtgPlaceRoom *room,
             CtgRect             place)
{
  for (unsigned int k = 0; k < room->n_lines; k++)
    {
      if (ctg_place_crosses (room->lines[2 * k], room->lines[2 * k + 1], place))
        return true;
    }

  return false;
}

/* The nearest free place between two distances. */
static bool
try (CtgPlacedLabel     *labels,
     unsigned int        n_labels,
     unsigned int        which,
     const CtgPlaceRoom *room,
     bool                far,
     bool                over_lines,
     bool                strict)
{
  CtgPlacedLabel *own = &labels[which];
  unsigned int first = far ? 1 + (unsigned int) NEAR_GAPS : 1;
  unsigned int last = far ? room->reach / room->gap + 1e-9 : NEAR_GAPS;

  unsigned int n_directions = G_N_ELEMENTS (directions) + (own->keep_clear ? N_ANGLES : 0);

  if ((over_lines && room->n_lines == 0) || (far && own->stays))
    return false;

  for (unsigned int step = first; step <= last; step++)
    {
      for (unsigned int d = 0; d < n_directions; d++)
        {
          CtgRect place = d < G_N_ELEMENTS (directions) ? get_place (own, directions[d].x, directions[d].y, step * room->gap)
                                                        : get_place_at_angle (own, d - G_N_ELEMENTS (directions), step * room->gap);

          join (own, place);
          if (!is_free (labels, n_labels, which, room, place, far, strict) || (!over_lines && covers_line (room, place)))
            continue;
          own->place = place;
          own->placed = true;
          own->moved = far;
          return true;
        }
    }

  return false;
}

/* Near before far, off the lines before over them. */
static bool
place_label (CtgPlacedLabel     *labels,
             unsigned int        n_labels,
             unsigned int        which,
             const CtgPlaceRoom *room,
             bool                strict)
{
  return try (labels, n_labels, which, room, false, false, strict) || try (labels, n_labels, which, room, false, true, strict) ||
         try (labels, n_labels, which, room, true, false, strict) || try (labels, n_labels, which, room, true, true, strict);
}

unsigned int
ctg_place_labels (CtgPlacedLabel     *labels,
                  unsigned int        n_labels,
                  const CtgPlaceRoom *room)
{
  unsigned int n_left = 0;

  g_return_val_if_fail (room != NULL && room->gap > 0, n_labels);

  for (unsigned int i = 0; i < n_labels; i++)
    labels[i].placed = labels[i].moved = false;

  for (unsigned int i = 0; i < n_labels; i++)
    {
      bool placed = place_label (labels, n_labels, i, room, labels[i].keep_clear);

      /* A line over a mark is better than a label lost. */
      if (!placed && labels[i].keep_clear && !room->strict)
        placed = place_label (labels, n_labels, i, room, false);
      n_left += !placed;
    }

  return n_left;
}
