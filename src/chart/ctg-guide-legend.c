/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend: a key in the shape of the marks and the series' name, above the plot. */

#include "chart/ctg-guide.h"
#include "chart/ctg-kind.h"

static void
draw_key (CtgPen               *pen,
          const CtgLegendEntry *entry)
{
  const CtgTheme *theme = &pen->plan->theme;
  double size = theme->size * 0.86;
  CtgPoint center = { entry->x + size / 2, entry->y };

  if (pen->plan->kind->draw_key != NULL && (entry->series >= 0 || entry->key >= 0))
    {
      pen->plan->kind->draw_key (pen, entry->series, MAX (0, entry->key), center, size);
      return;
    }
  if (entry->series < 0)
    {
      ctg_pen_missing_symbol (pen->canvas, theme, entry->presence, theme->missing, center, ctg_plan_get_missing_size (pen->plan) * 0.72);
      return;
    }

  CtgStyle style = ctg_style_fill (pen->plan->colors[entry->series]);

  if (pen->plan->kind->points)
    ctg_canvas_symbol (pen->canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, center, size, &style);
  else
    ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect (entry->x, entry->y - size / 2, size, size), &style);
}

void
ctg_guide_draw_legend (CtgPen *pen)
{
  const CtgTheme *theme = &pen->plan->theme;

  if (pen->layout->legend->len == 0 && pen->layout->legend_box.height <= 0)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_LEGEND, "legend");
  if (pen->layout->legend_box.height > 0)
    pen->plan->kind->draw_legend (pen, pen->layout->legend_box);
  for (unsigned int i = 0; i < pen->layout->legend->len; i++)
    {
      const CtgLegendEntry *entry = &g_array_index (pen->layout->legend, CtgLegendEntry, i);

      ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_LEGEND_ENTRY, NULL);
      CtgPlan storage;
      CtgPen key_pen = { pen->canvas, entry->faded ? ctg_plan_of_faded (entry->plan, &storage) : entry->plan, pen->layout };

      draw_key (&key_pen, entry);
      ctg_canvas_text (pen->canvas, CTG_ROLE_LEGEND_ENTRY, &theme->label, theme->ink, entry->text,
                       (CtgPoint) { entry->x + theme->size * 1.3, entry->y + theme->label.size * 0.36 }, CTG_ALIGN_START);
      ctg_scene_builder_pop (pen->canvas->builder);
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}
