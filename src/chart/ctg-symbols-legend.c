/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Circles of round numbers in each other, and beside them what else a mark can be. */

#include "chart/ctg-symbols-legend.h"

#include "chart/ctg-symbols-circles.h"

static bool
has_zero (const CtgPlan *plan)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    if (ctg_symbols_get_number (plan, i) == 0 && ctg_symbols_shows_row (plan, i))
      return true;

  return false;
}

static bool
has_negative (const CtgPlan *plan)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    if (ctg_symbols_get_number (plan, i) < 0 && ctg_symbols_shows_row (plan, i))
      return true;

  return false;
}

/* Where the parts of the legend stand, from its upper left corner. */
typedef struct
{
  char **title;
  double line_height;
  double top;              /* of the circles */
  double foot;             /* where all of them stand */
  unsigned int n_keys;
  double diameters[CTG_MAP_CIRCLES_IN_LEGEND];
  char *labels[CTG_MAP_CIRCLES_IN_LEGEND];
  double label_y[CTG_MAP_CIRCLES_IN_LEGEND]; /* middle */
  double label_x;          /* start */
  double keys_x;           /* of what is not reported, and of zero */
  double height;
} Legend;

static void
legend_clear (Legend *self)
{
  g_strfreev (self->title);
  for (unsigned int k = 0; k < self->n_keys; k++)
    g_free (self->labels[k]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Legend, legend_clear)

static void
legend_init (Legend        *self,
             const CtgPlan *plan,
             double         width)
{
  const CtgTheme *theme = &plan->theme;
  double size = theme->size;
  CtgMapCircles circles;
  double keys[CTG_MAP_CIRCLES_IN_LEGEND];
  double widest = 0;

  ctg_map_circles_init (&circles, plan, width);
  self->line_height = ctg_layout_get_line_height (plan, &theme->label);
  if (*plan->texts->axis_title != '\0')
    {
      g_autofree char *text = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_LEGEND_AREA, plan->texts->axis_title, NULL);

      self->title = ctg_text_measure_wrap (plan->input->measure, &theme->axis, text, width);
      self->top = g_strv_length (self->title) * self->line_height + size * 0.35;
    }

  self->n_keys = ctg_map_circles_get_keys (&circles, keys);
  for (unsigned int k = 0; k < self->n_keys; k++)
    {
      self->diameters[k] = ctg_map_circles_get_diameter (&circles, keys[k]);
      self->labels[k] = ctg_locale_format_number (plan->input->locale, keys[k], keys[k] < 1 ? 3 : 0);
      widest = MAX (widest, ctg_layout_get_text_width (plan, &theme->axis, self->labels[k]));
    }

  double height = MAX (self->n_keys > 0 ? self->diameters[0] : 0, MAX (self->n_keys, 2) * self->line_height);
  double below = self->top + height + self->line_height * 0.2;

  self->foot = self->top + height;
  /* From the smallest upwards, each label clear of the one under it. */
  for (unsigned int k = self->n_keys; k > 0; k--)
    {
      self->label_y[k - 1] = MIN (self->foot - self->diameters[k - 1] + 1, below - self->line_height);
      below = self->label_y[k - 1];
    }
  /* The highest may stand over the top: all move down. */
  double over = self->n_keys > 0 ? self->top + self->line_height * 0.35 - self->label_y[0] : 0;
  if (over > 0)
    {
      self->foot += over;
      height += over;
      for (unsigned int k = 0; k < self->n_keys; k++)
        self->label_y[k] += over;
    }
  self->label_x = self->n_keys > 0 ? self->diameters[0] + size * 1.1 : 0;
  self->keys_x = self->n_keys > 0 ? self->label_x + widest + size * 1.8 : 0;
  self->height = self->top + height + size * 0.3;
}

double
ctg_symbols_measure_legend (const CtgPlan *plan,
                            double         width)
{
  g_auto(Legend) legend = { 0 };

  legend_init (&legend, plan, width);

  return legend.height;
}

/* One under the other, beside the circles. */
static void
draw_keys (CtgPen       *pen,
           const Legend *legend,
           CtgRect       box)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  double size = theme->size * 1.05;
  double x = box.x + legend->keys_x;
  double y = box.y + legend->top + legend->line_height * 0.5;

  if (plan->mark_not_reported)
    {
      g_autofree char *text = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_LEGEND_NOT_REPORTED, NULL);
      CtgStyle style = ctg_map_plot_get_missing_style (theme);

      ctg_canvas_rect (pen->canvas, CTG_ROLE_NONE, ctg_rect (x, y - size / 2, size, size), &style);
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->ink, text, (CtgPoint) { x + size * 1.4, y + theme->size * 0.34 }, CTG_ALIGN_START);
      y += legend->line_height * 1.2;
    }
  if (has_negative (plan))
    {
      g_autofree char *text = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_LEGEND_BELOW_ZERO, NULL);
      CtgStyle style = ctg_symbols_get_hollow_style (plan);

      ctg_canvas_symbol (pen->canvas, CTG_ROLE_NONE, CTG_SYMBOL_CIRCLE, (CtgPoint) { x + size / 2, y }, size * 0.8, &style);
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->ink, text, (CtgPoint) { x + size * 1.4, y + theme->size * 0.34 }, CTG_ALIGN_START);
      y += legend->line_height * 1.2;
    }
  if (has_zero (plan))
    {
      g_autofree char *text = ctg_locale_format_number (plan->input->locale, 0, 0);
      CtgStyle style = ctg_symbols_get_ring_style (plan);

      ctg_canvas_symbol (pen->canvas, CTG_ROLE_NONE, CTG_SYMBOL_CIRCLE, (CtgPoint) { x + size / 2, y }, CTG_SYMBOLS_ZERO_RING, &style);
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->ink, text, (CtgPoint) { x + size * 1.4, y + theme->size * 0.34 }, CTG_ALIGN_START);
    }
}

void
ctg_symbols_draw_legend (CtgPen *pen,
                         CtgRect box)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  g_auto(Legend) legend = { 0 };
  CtgStyle circle = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.3), 0.5);
  CtgStyle line = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.6), 0.4);

  legend_init (&legend, plan, box.width);
  for (unsigned int k = 0; legend.title != NULL && legend.title[k] != NULL; k++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_TITLE, &theme->axis, theme->muted, legend.title[k],
                     (CtgPoint) { box.x, box.y + legend.line_height * (k + 0.78) }, CTG_ALIGN_START);

  for (unsigned int k = 0; k < legend.n_keys; k++)
    {
      double middle = box.x + legend.diameters[0] / 2;
      double top = box.y + legend.foot - legend.diameters[k];
      CtgPoint end = { box.x + legend.label_x - theme->size * 0.3, box.y + legend.label_y[k] };

      ctg_canvas_symbol (pen->canvas, CTG_ROLE_NONE, CTG_SYMBOL_CIRCLE, (CtgPoint) { middle, top + legend.diameters[k] / 2 }, legend.diameters[k], &circle);
      ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, (CtgPoint) { middle, top }, end, &line);
      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, legend.labels[k],
                       (CtgPoint) { box.x + legend.label_x, end.y + theme->axis.size * 0.36 }, CTG_ALIGN_START);
    }
  draw_keys (pen, &legend, box);
}
