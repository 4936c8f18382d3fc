/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws lines and bands from edge to edge of a plot and looks along each for the best place of its label. It must not know what the marks are. */

#include "chart/ctg-reference-axis.h"

#include <math.h>

#include "chart/ctg-guide.h"
#include "chart/ctg-place.h"

static bool
is_band (const CtgSpecReference *reference)
{
  return isfinite (reference->to);
}

static bool
is_on_axis (const CtgReferenceAxis *self,
            const CtgSpecReference *reference)
{
  double end = is_band (reference) ? reference->to : reference->value;

  return reference->value <= self->scale.domain_max && end >= self->scale.domain_min;
}

/* Its two edges on the page, the lesser first; one place for a line. */
static void
get_edges (const CtgReferenceAxis *self,
           const CtgSpecReference *reference,
           double                 *from,
           double                 *to)
{
  double end = is_band (reference) ? reference->to : reference->value;
  double a = ctg_scale_map (&self->scale, MAX (reference->value, self->scale.domain_min));
  double b = ctg_scale_map (&self->scale, MIN (end, self->scale.domain_max));

  *from = MIN (a, b);
  *to = MAX (a, b);
}

void
ctg_reference_axis_draw_bands (const CtgReferenceAxis *self,
                               CtgPen                 *pen)
{
  CtgStyle style = ctg_guide_get_band_style (pen->plan);

  for (unsigned int k = 0; self->references[k] != NULL; k++)
    {
      double from, to;

      if (!is_band (self->references[k]) || !is_on_axis (self, self->references[k]))
        continue;
      get_edges (self, self->references[k], &from, &to);
      ctg_canvas_rect (pen->canvas, CTG_ROLE_REFERENCE,
                       self->upright ? ctg_rect (self->plot.x, from, self->plot.width, to - from) : ctg_rect (from, self->plot.y, to - from, self->plot.height),
                       &style);
    }
}

void
ctg_reference_axis_collect_lines (const CtgReferenceAxis *self,
                                  GArray                 *lines)
{
  for (unsigned int k = 0; self->references[k] != NULL; k++)
    {
      CtgPoint ends[2] = { { self->plot.x, self->plot.y }, { self->plot.x + self->plot.width, self->plot.y + self->plot.height } };
      double at, same;

      if (is_band (self->references[k]) || !is_on_axis (self, self->references[k]))
        continue;
      get_edges (self, self->references[k], &at, &same);
      if (self->upright)
        ends[0].y = ends[1].y = at;
      else
        ends[0].x = ends[1].x = at;
      g_array_append_vals (lines, ends, G_N_ELEMENTS (ends));
    }
}

void
ctg_reference_axis_draw_lines (const CtgReferenceAxis *self,
                               CtgPen                 *pen)
{
  CtgStyle style = ctg_guide_get_reference_style (pen->plan);
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (CtgPoint));

  ctg_reference_axis_collect_lines (self, lines);
  for (unsigned int k = 0; k + 1 < lines->len; k += 2)
    ctg_canvas_line (pen->canvas, CTG_ROLE_REFERENCE, g_array_index (lines, CtgPoint, k), g_array_index (lines, CtgPoint, k + 1), &style);
}

/* ---- labels ---- */

static void
clear_text (gpointer data)
{
  g_strfreev (((CtgReferenceText *) data)->lines);
}

GArray *
ctg_reference_texts_new (void)
{
  GArray *texts = g_array_new (FALSE, TRUE, sizeof (CtgReferenceText));

  g_array_set_clear_func (texts, clear_text);
  return texts;
}

static bool
is_inside (CtgRect inner,
           CtgRect outer)
{
  return inner.x >= outer.x - 0.01 && inner.y >= outer.y - 0.01 && inner.x + inner.width <= outer.x + outer.width + 0.01 &&
         inner.y + inner.height <= outer.y + outer.height + 0.01;
}

typedef struct
{
  const CtgReferenceAxis *axis;
  const GArray *marks;
  const GArray *lines;
  const GArray *texts;
} Room;

/* How many lines a label in this box covers; -1 where it may not stand there at all. */
static int
count_crossed (const Room *room,
               CtgRect     box)
{
  int n = 0;

  if (!is_inside (box, room->axis->plot))
    return -1;
  for (unsigned int k = 0; k < room->texts->len; k++)
    {
      const CtgReferenceText *text = &g_array_index (room->texts, CtgReferenceText, k);

      if (text->lines != NULL && ctg_rect_overlaps (ctg_rect_inset (box, -1), text->box))
        return -1;
    }
  for (unsigned int k = 0; k < room->marks->len; k++)
    if (ctg_rect_overlaps (box, g_array_index (room->marks, CtgRect, k)))
      return -1;
  for (unsigned int k = 0; k + 1 < room->lines->len; k += 2)
    n += ctg_place_crosses (g_array_index (room->lines, CtgPoint, k), g_array_index (room->lines, CtgPoint, k + 1), box);

  return n;
}

/* Beside the line on this side of it, or within the band at its edge; at is how far along, 0 to 1. */
static CtgRect
get_box (const CtgReferenceAxis *self,
         double                  from,
         double                  to,
         bool                    band,
         unsigned int            side,
         double                  at,
         double                  width,
         double                  height,
         double                  gap)
{
  double size = self->upright ? height : width;
  double free = (self->upright ? self->plot.width - width : self->plot.height - height) - 2 * gap;
  double along = gap + at * MAX (0, free);
  double across = band ? (side == 0 ? from + gap : to - gap - size) : self->upright == (side == 0) ? from - gap - size : to + gap;

  return self->upright ? ctg_rect (self->plot.x + along, across, width, height) : ctg_rect (across, self->plot.y + along, width, height);
}

#define N_STEPS 24

/* The places along the line in the order of their beauty: lines across are named at their end, upright ones at their head. */
static bool
find_place (const Room       *room,
            double            from,
            double            to,
            bool              band,
            double            gap,
            CtgReferenceText *text)
{
  int least = G_MAXINT;
  CtgRect own = text->box;

  for (int step = 0; step <= N_STEPS && least > 0; step++)
    {
      double at = (double) step / N_STEPS;

      for (unsigned int side = 0; side < 2 && least > 0; side++)
        {
          CtgRect box = get_box (room->axis, from, to, band, side, room->axis->upright ? 1 - at : at, own.width, own.height, gap);
          int n = count_crossed (room, box);

          if (n < 0 || n >= least)
            continue;
          least = n;
          text->box = box;
          text->crosses = n > 0;
        }
    }

  return least < G_MAXINT;
}

void
ctg_reference_axis_place (const CtgReferenceAxis *self,
                          CtgPen                 *pen,
                          const GArray           *marks,
                          const GArray           *lines,
                          GArray                 *texts)
{
  const CtgPlan *plan = pen->plan;
  Room room = { self, marks, lines, texts };
  double gap = plan->theme.size * 0.25;

  for (unsigned int k = 0; self->references[k] != NULL; k++)
    {
      const CtgSpecReference *reference = self->references[k];
      CtgReferenceLabel label = { .reference = reference };
      double from, to;

      if (!is_on_axis (self, reference))
        continue;

      get_edges (self, reference, &from, &to);
      ctg_reference_label_measure (&label, plan, MAX (plan->theme.size * 6, self->plot.width * (self->upright ? 0.6 : 0.3)));

      CtgReferenceText text = { .lines = label.lines, .box = { 0, 0, label.width, label.height } };
      bool inside = is_band (reference) && to - from > (self->upright ? label.height : label.width) + 2 * gap;

      if (!find_place (&room, from, to, inside, gap, &text))
        {
          g_autofree char *words = ctg_reference_dup_text (reference, plan->input->locale);

          g_clear_pointer (&text.lines, g_strfreev);
          ctg_pen_warn (pen, CTG_PHRASE_WARN_REFERENCE_NO_ROOM, "references", words);
        }
      g_array_append_val (texts, text);
    }
}

void
ctg_reference_texts_collect (const GArray *texts,
                             GArray       *boxes)
{
  for (unsigned int k = 0; k < texts->len; k++)
    if (g_array_index (texts, CtgReferenceText, k).lines != NULL)
      g_array_append_val (boxes, g_array_index (texts, CtgReferenceText, k).box);
}

void
ctg_reference_texts_draw (const GArray *texts,
                          CtgPen       *pen)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle paper = ctg_style_fill (theme->paper);

  paper.fill.alpha = 0.85;
  for (unsigned int k = 0; k < texts->len; k++)
    {
      const CtgReferenceText *text = &g_array_index (texts, CtgReferenceText, k);
      unsigned int n = text->lines != NULL ? g_strv_length (text->lines) : 0;

      if (n > 0 && text->crosses)
        ctg_canvas_rect (pen->canvas, CTG_ROLE_REFERENCE, ctg_rect_inset (text->box, -0.5), &paper);
      for (unsigned int i = 0; i < n; i++)
        ctg_canvas_text (pen->canvas, CTG_ROLE_REFERENCE, &theme->axis, theme->ink, text->lines[i],
                         (CtgPoint) { text->box.x, text->box.y + (i + 0.8) * text->box.height / n }, CTG_ALIGN_START);
    }
}
