/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The largest choose first; what finds no room in or beside its circle is left to the pointer and to the table. */

#include "chart/ctg-symbols-labels.h"

#include <math.h>

#include "chart/ctg-place.h"
#include "chart/ctg-symbols-circles.h"

#define MOST_LABELS 40
#define LEADING_LABELS 10 /* so many may move away from their circles */

static char *
dup_label (const CtgPlan *plan,
           unsigned int   i)
{
  const char *name = ctg_arranger_get_name (plan->input->arranger, plan->rows[i]);
  g_autofree char *value = ctg_estimate_format (ctg_plan_get_estimate (plan, i, 0), plan->input->locale);

  return plan->input->spec->value_labels ? g_strjoin (" ", name, value, NULL) : g_strdup (name);
}

/* The square that a circle fills but for a share of its corners. */
static CtgRect
get_box (const CtgSymbolsCircle *circle,
         double                  share)
{
  double side = circle->diameter * share;

  return ctg_rect (circle->center.x - side / 2, circle->center.y - side / 2, side, side);
}

/* Whether name and number have room in the circle, one above the other, and nothing smaller stands there. */
static bool
fits_inside (const CtgPlan *plan,
             GArray        *circles,
             unsigned int   k,
             double         line,
             CtgRect       *place)
{
  const CtgSymbolsCircle *circle = &g_array_index (circles, CtgSymbolsCircle, k);
  g_autofree char *value = ctg_estimate_format (ctg_plan_get_estimate (plan, circle->i, 0), plan->input->locale);
  double width = MAX (ctg_layout_get_text_width (plan, &plan->theme.axis, ctg_arranger_get_name (plan->input->arranger, plan->rows[circle->i])),
                      plan->input->spec->value_labels ? ctg_layout_get_text_width (plan, &plan->theme.axis, value) : 0);
  double height = line * (plan->input->spec->value_labels ? 2 : 1);

  if (hypot (width, height) > circle->diameter - 2)
    return false;

  *place = ctg_rect (circle->center.x - width / 2, circle->center.y - height / 2, width, height);
  for (unsigned int other = k + 1; other < circles->len; other++)
    if (ctg_rect_overlaps (*place, get_box (&g_array_index (circles, CtgSymbolsCircle, other), 0.86)))
      return false;

  return true;
}

static void
draw_inside (CtgPen                 *pen,
             const CtgSymbolsCircle *circle,
             double                  line)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  CtgColor fill = circle->number < 0 ? theme->paper : ctg_color_mix (plan->colors[0], theme->paper, 0.28);
  CtgColor ink = ctg_color_contrast (fill, theme->ink) > ctg_color_contrast (fill, theme->paper) ? theme->ink : theme->paper;
  g_autofree char *value = ctg_estimate_format (ctg_plan_get_estimate (plan, circle->i, 0), plan->input->locale);
  bool both = plan->input->spec->value_labels;
  double baseline = circle->center.y + line * (both ? -0.2 : 0.3);

  ctg_map_plot_write (pen, CTG_ROLE_CATEGORY_LABEL, ink, ctg_arranger_get_name (plan->input->arranger, plan->rows[circle->i]), circle->center.x, baseline);
  if (both)
    ctg_map_plot_write (pen, CTG_ROLE_NONE, ink, value, circle->center.x, baseline + line);
}

static void
draw_beside (CtgPen               *pen,
             const CtgPlacedLabel *label,
             const char           *text)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle leader = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.4), 0.4);

  if (label->moved)
    ctg_scene_builder_line (pen->canvas->builder, CTG_ROLE_NONE, label->anchor, label->tip, &leader);
  ctg_map_plot_write (pen, CTG_ROLE_CATEGORY_LABEL, theme->ink, text, label->place.x + label->width / 2, label->place.y + label->height * 0.8);
}

void
ctg_symbols_draw_labels (CtgPen           *pen,
                         const CtgMapPlot *plot,
                         GArray           *circles,
                         GArray           *taken)
{
  const CtgPlan *plan = pen->plan;
  double size = plan->theme.size;
  double line = ctg_layout_get_line_height (plan, &plan->theme.axis);
  unsigned int n = MIN (circles->len, MOST_LABELS);
  g_autofree CtgPlacedLabel *labels = g_new0 (CtgPlacedLabel, n + 1);
  g_autofree unsigned int *of_label = g_new (unsigned int, n + 1);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  unsigned int n_labels = 0;

  for (unsigned int k = 0; k < circles->len; k++)
    {
      const CtgSymbolsCircle *circle = &g_array_index (circles, CtgSymbolsCircle, k);
      CtgRect place = get_box (circle, k < n ? 1 : 0.86);

      ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[circle->i], plan->series[0] });
      if (k < n && fits_inside (plan, circles, k, line, &place))
        draw_inside (pen, circle, line);
      else if (k < n)
        {
          char *text = dup_label (plan, circle->i);

          labels[n_labels] = (CtgPlacedLabel) {
            .mark = place, .width = ctg_layout_get_text_width (plan, &plan->theme.axis, text), .height = line, .stays = k >= LEADING_LABELS, .keep_clear = k < LEADING_LABELS,
          };
          of_label[n_labels++] = circle->i;
          g_ptr_array_add (texts, text);
          continue;
        }
      g_array_append_val (taken, place);
    }

  CtgPlaceRoom room = {
    .box = plot->view.frame, .taken = (const CtgRect *) (void *) taken->data, .n_taken = taken->len, .gap = MAX (1, size * 0.16), .reach = size * 3,
    .strict = true,
  };

  ctg_place_labels (labels, n_labels, &room);
  for (unsigned int k = 0; k < n_labels; k++)
    {
      ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[of_label[k]], plan->series[0] });
      if (labels[k].placed)
        draw_beside (pen, &labels[k], g_ptr_array_index (texts, k));
    }
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}
