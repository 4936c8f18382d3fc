/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of text, names of rows and values at marks. */

#include "chart/ctg-guide.h"

#include <math.h>

/* Digits and capitals are this high in most sans-serif faces; half of it centres them on a mark. */
#define CAP_HEIGHT 0.72

static void
draw_block (CtgPen             *pen,
            const CtgTextBlock *block,
            double              x)
{
  for (unsigned int i = 0; i < block->n_lines; i++)
    {
      double y = block->y + i * block->line_height + block->ascent;

      ctg_canvas_text (pen->canvas, block->role, &block->font, block->color, block->lines[i], (CtgPoint) { x, y }, CTG_ALIGN_START);
    }
}

void
ctg_guide_draw_head (CtgPen *pen)
{
  draw_block (pen, &pen->layout->title, pen->plan->theme.margin);
  draw_block (pen, &pen->layout->subtitle, pen->plan->theme.margin);
}

void
ctg_guide_draw_panel_title (CtgPen *pen)
{
  draw_block (pen, &pen->layout->title, pen->layout->title_x);
}

void
ctg_guide_draw_foot (CtgPen *pen)
{
  draw_block (pen, &pen->layout->note, pen->plan->theme.margin);
  draw_block (pen, &pen->layout->source, pen->plan->theme.margin);
}

/* Upright under a rising bar, each line centred. */
static void
draw_name_below (const CtgPen           *pen,
                 const CtgCategoryLabel *label,
                 CtgPoint                at)
{
  const CtgTheme *theme = &pen->plan->theme;

  for (unsigned int k = 0; k < label->n_lines; k++)
    {
      CtgPoint baseline = { at.x, at.y + k * pen->layout->labels->line_height + pen->layout->labels->ascent };

      ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->label, theme->ink, label->lines[k], baseline, CTG_ALIGN_MIDDLE);
    }
}

/* In the gutter before the bars, ending at them. */
static void
draw_name_beside (const CtgPen           *pen,
                  const CtgCategoryLabel *label,
                  CtgPoint                at)
{
  const CtgTheme *theme = &pen->plan->theme;
  double line = pen->layout->labels->line_height;

  for (unsigned int k = 0; k < label->n_lines; k++)
    {
      double middle = at.y + (k - (label->n_lines - 1) / 2.0) * line;
      CtgPoint baseline = { at.x, middle + theme->label.size * CAP_HEIGHT / 2 };

      ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->label, theme->ink, label->lines[k], baseline, CTG_ALIGN_END);
    }
}

void
ctg_guide_draw_names (CtgPen *pen)
{
  const CtgLayout *layout = pen->layout;
  const CtgTheme *theme = &pen->plan->theme;

  if (layout->hides_names)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-rows");
  for (unsigned int i = 0; i < layout->n_fitted; i++)
    {
      const CtgPanel *panel = ctg_layout_get_panel (layout, i);
      const CtgCategoryLabel *label = &layout->labels->items[i];
      double middle = layout->rows[i].start + layout->rows[i].size / 2;
      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

      ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { pen->plan->rows[i], -1 });
      if (!pen->plan->vertical)
        draw_name_beside (&row_pen, label, (CtgPoint) { panel->along_start - theme->size * 0.5, middle });
      else if (layout->labels_up)
        ctg_canvas_text_up (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->label, row_pen.plan->theme.ink, label->lines[0],
                            (CtgPoint) { middle, panel->along_start + theme->size * 0.4 }, CTG_ALIGN_END);
      else
        draw_name_below (&row_pen, label, (CtgPoint) { middle, panel->along_start + theme->size * 0.4 });
    }
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
  ctg_scene_builder_pop (pen->canvas->builder);
}

bool
ctg_guide_get_value_box (const CtgPen *pen,
                         unsigned int  k,
                         CtgRect      *box,
                         bool         *before)
{
  const CtgPlan *plan = pen->plan;
  const CtgLayout *layout = pen->layout;
  const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);

  if (label->text == NULL || label->i >= layout->n_fitted || layout->values_hidden)
    return false;

  const CtgPanel *panel = ctg_layout_get_panel (layout, label->i);
  CtgLabelPlace place = ctg_layout_place_label (layout, plan, k, fabs (panel->scale.range_max - panel->scale.range_min));
  bool sideways = plan->vertical && !layout->values_up;
  double direction = place.before ? -1 : 1;
  double thick = sideways ? label->extents.width : label->extents.ascent + label->extents.descent;
  double from = ctg_pen_place (pen, label->i, place.at, direction * place.offset);
  double to = from + (plan->vertical ? -direction : direction) * place.size;
  double across = ctg_layout_get_lane (layout, label->i, label->lane) - thick / 2;
  double low = MIN (panel->along_start, panel->along_end) - 0.02;
  double high = MAX (panel->along_start, panel->along_end) + 0.02;

  if (MIN (from, to) < low || MAX (from, to) > high)
    return false;

  *box = plan->vertical ? ctg_rect (across, MIN (from, to), thick, place.size) : ctg_rect (MIN (from, to), across, place.size, thick);
  *before = place.before;

  return true;
}

static void
draw_value (CtgPen      *pen,
            unsigned int k)
{
  const CtgPlan *plan = pen->plan;
  const CtgFont *font = &plan->theme.value;
  const CtgValueLabel *label = &g_array_index (plan->labels, CtgValueLabel, k);
  CtgRect box;
  bool before;

  if (!ctg_guide_get_value_box (pen, k, &box, &before))
    return;

  CtgPoint middle = { box.x + box.width / 2, box.y + box.height / 2 };

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[label->i], plan->series[label->s] });
  if (!plan->vertical)
    ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, font, label->color, label->text,
                     (CtgPoint) { before ? box.x + box.width : box.x, middle.y + font->size * CAP_HEIGHT / 2 },
                     before ? CTG_ALIGN_END : CTG_ALIGN_START);
  else if (pen->layout->values_up)
    ctg_canvas_text_up (pen->canvas, CTG_ROLE_VALUE_LABEL, font, label->color, label->text,
                        (CtgPoint) { middle.x, before ? box.y : box.y + box.height }, before ? CTG_ALIGN_END : CTG_ALIGN_START);
  else
    ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, font, label->color, label->text,
                     (CtgPoint) { middle.x, box.y + label->extents.ascent }, CTG_ALIGN_MIDDLE);
}

void
ctg_guide_draw_values (CtgPen *pen)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "values");
  for (unsigned int k = 0; k < pen->plan->labels->len; k++)
    draw_value (pen, k);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
  ctg_scene_builder_pop (pen->canvas->builder);
}
