/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks of text, names of rows and values at marks. */

#include "chart/ctg-guide.h"

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
ctg_guide_draw_foot (CtgPen *pen)
{
  draw_block (pen, &pen->layout->note, pen->plan->theme.margin);
  draw_block (pen, &pen->layout->source, pen->plan->theme.margin);
}

/* Upright under a rising bar, each line centred. */
static void
draw_name_below (CtgPen                 *pen,
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
draw_name_beside (CtgPen                 *pen,
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

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-rows");
  for (unsigned int i = 0; i < layout->n_fitted; i++)
    {
      const CtgPanel *panel = ctg_layout_get_panel (layout, i);
      const CtgCategoryLabel *label = &layout->labels->items[i];
      double middle = layout->rows[i].start + layout->rows[i].size / 2;

      ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { pen->plan->rows[i], -1 });
      if (!pen->plan->vertical)
        draw_name_beside (pen, label, (CtgPoint) { panel->along_start - theme->size * 0.5, middle });
      else if (layout->labels_up)
        ctg_canvas_text_up (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->label, theme->ink, label->lines[0],
                            (CtgPoint) { middle, panel->along_start + theme->size * 0.4 }, CTG_ALIGN_END);
      else
        draw_name_below (pen, label, (CtgPoint) { middle, panel->along_start + theme->size * 0.4 });
    }
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
  ctg_scene_builder_pop (pen->canvas->builder);
}

bool
ctg_guide_get_value_box (const CtgPen        *pen,
                         const CtgValueLabel *label,
                         CtgRect             *box)
{
  const CtgPlan *plan = pen->plan;
  const CtgLayout *layout = pen->layout;

  if (label->text == NULL || label->i >= layout->n_fitted || layout->values_hidden)
    return false;

  const CtgPanel *panel = ctg_layout_get_panel (layout, label->i);
  bool sideways = plan->vertical && !layout->values_up;
  double height = label->extents.ascent + label->extents.descent;
  double direction = label->before ? -1 : 1;
  double along = sideways ? height : label->extents.width;
  double thick = sideways ? label->extents.width : height;
  double from = ctg_pen_place (pen, label->i, label->at, direction * label->offset);
  double to = from + (plan->vertical ? -direction : direction) * along;
  double across = ctg_layout_get_lane (layout, label->i, label->lane) - thick / 2;
  double low = MIN (panel->along_start, panel->along_end) - 0.02;
  double high = MAX (panel->along_start, panel->along_end) + 0.02;

  if (MIN (from, to) < low || MAX (from, to) > high)
    return false;

  *box = plan->vertical ? ctg_rect (across, MIN (from, to), thick, along) : ctg_rect (MIN (from, to), across, along, thick);

  return true;
}

static void
draw_value (CtgPen              *pen,
            const CtgValueLabel *label)
{
  const CtgPlan *plan = pen->plan;
  const CtgFont *font = &plan->theme.value;
  CtgRect box;

  if (!ctg_guide_get_value_box (pen, label, &box))
    return;

  CtgPoint middle = { box.x + box.width / 2, box.y + box.height / 2 };

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[label->i], plan->series[label->s] });
  if (!plan->vertical)
    ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, font, label->color, label->text,
                     (CtgPoint) { label->before ? box.x + box.width : box.x, middle.y + font->size * CAP_HEIGHT / 2 },
                     label->before ? CTG_ALIGN_END : CTG_ALIGN_START);
  else if (pen->layout->values_up)
    ctg_canvas_text_up (pen->canvas, CTG_ROLE_VALUE_LABEL, font, label->color, label->text,
                        (CtgPoint) { middle.x, label->before ? box.y : box.y + box.height }, label->before ? CTG_ALIGN_END : CTG_ALIGN_START);
  else
    ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, font, label->color, label->text,
                     (CtgPoint) { middle.x, box.y + label->extents.ascent }, CTG_ALIGN_MIDDLE);
}

void
ctg_guide_draw_values (CtgPen *pen)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "values");
  for (unsigned int k = 0; k < pen->plan->labels->len; k++)
    draw_value (pen, &g_array_index (pen->plan->labels, CtgValueLabel, k));
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
  ctg_scene_builder_pop (pen->canvas->builder);
}
