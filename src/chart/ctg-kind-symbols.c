/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Circles on a map, their areas in proportion to the numbers: small ones over large ones, names and numbers where there is room. What is
 * not reported is hatched, zero is a ring of its own, so that neither looks like the other or like nothing. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-map-circles.h"
#include "chart/ctg-map-dots.h"
#include "chart/ctg-place.h"

#define ZERO_RING 2.4 /* points */
#define MOST_LABELS 40
#define LEADING_LABELS 10 /* so many may move away from their circles */

typedef struct
{
  unsigned int i;
  double number;
  CtgPoint home;    /* in the middle of the country */
  CtgPoint center;
  double diameter;
} Circle;

/* A circle needs the middle of its country, lines any part of it. */
static bool
is_shown (const CtgSpec  *spec,
          const CtgTable *table,
          unsigned int    row,
          unsigned int    series)
{
  const CtgMapCountry *country = ctg_map_plot_find (table, row);

  return ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series)) ? ctg_map_plot_shows_center (spec, country) : ctg_map_plot_shows (spec, country);
}

static bool
is_row_shown (const CtgPlan *plan,
              unsigned int   i)
{
  return is_shown (plan->input->spec, plan->input->table, plan->rows[i], plan->series[0]);
}

static double
get_number (const CtgPlan *plan,
            unsigned int   i)
{
  return ctg_map_plot_get_number (ctg_plan_get_estimate (plan, i, 0));
}

static bool
has_zero (const CtgPlan *plan)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    if (get_number (plan, i) == 0 && is_row_shown (plan, i))
      return true;

  return false;
}

static bool
has_negative (const CtgPlan *plan)
{
  for (unsigned int i = 0; i < plan->n_rows; i++)
    if (get_number (plan, i) < 0 && is_row_shown (plan, i))
      return true;

  return false;
}

static CtgStyle
get_ring_style (const CtgPlan *plan)
{
  CtgStyle style = ctg_style_fill (plan->theme.paper);

  style.stroke = plan->colors[0];
  style.stroke_width = 0.7;
  style.snap = false;
  return style;
}

/* Less than zero is a hollow circle of the same area. */
static CtgStyle
get_hollow_style (const CtgPlan *plan)
{
  CtgStyle style = get_ring_style (plan);

  style.fill.alpha = 0.6;
  style.stroke_width = MAX (0.9, plan->theme.size * 0.14);
  return style;
}

/* ---- legend ---- */

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

static double
measure_legend (const CtgPlan *plan,
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
      CtgStyle style = get_hollow_style (plan);

      ctg_canvas_symbol (pen->canvas, CTG_ROLE_NONE, CTG_SYMBOL_CIRCLE, (CtgPoint) { x + size / 2, y }, size * 0.8, &style);
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->ink, text, (CtgPoint) { x + size * 1.4, y + theme->size * 0.34 }, CTG_ALIGN_START);
      y += legend->line_height * 1.2;
    }
  if (has_zero (plan))
    {
      g_autofree char *text = ctg_locale_format_number (plan->input->locale, 0, 0);
      CtgStyle style = get_ring_style (plan);

      ctg_canvas_symbol (pen->canvas, CTG_ROLE_NONE, CTG_SYMBOL_CIRCLE, (CtgPoint) { x + size / 2, y }, ZERO_RING, &style);
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->ink, text, (CtgPoint) { x + size * 1.4, y + theme->size * 0.34 }, CTG_ALIGN_START);
    }
}

static void
draw_legend (CtgPen *pen,
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

/* ---- map ---- */

static int
compare_circles (const void *a,
                 const void *b)
{
  const Circle *x = a;
  const Circle *y = b;

  if (fabs (x->number) != fabs (y->number))
    return fabs (x->number) > fabs (y->number) ? -1 : 1;

  return x->i < y->i ? -1 : x->i > y->i;
}

/* Countries of which nothing is reported, with a dot where they are too small for lines. */
static void
draw_missing (CtgPen           *pen,
              const CtgMapPlot *plot,
              GArray           *taken)
{
  const CtgPlan *plan = pen->plan;
  CtgStyle land = ctg_map_plot_get_missing_style (&plan->theme);
  CtgStyle ring = ctg_style_fill (plan->theme.paper);
  double size = ctg_map_dots_get_size (plot, &plan->theme);

  ring.stroke = plan->theme.missing;
  ring.stroke_width = 0.5;
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      const CtgMapCountry *country = ctg_map_plot_find (plan->input->table, plan->rows[i]);
      CtgMapDot dot = { .moved = false };

      if (!isnan (get_number (plan, i)) || !is_row_shown (plan, i) || !plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, 0))
        continue;
      ctg_pen_begin_mark (pen, CTG_ROLE_MISSING, i, 0);
      ctg_map_plot_draw_country (plot, pen, country, CTG_ROLE_MARK_PART, &land);
      if (ctg_geo_view_project (&plot->view, country->center, &dot.at))
        {
          CtgRect box = ctg_rect (dot.at.x - size, dot.at.y - size, size * 2, size * 2);

          if (ctg_map_plot_is_small (&plot->view, country))
            ctg_map_dots_draw (pen, &dot, size, &ring);
          g_array_append_val (taken, box);
        }
      ctg_pen_end_mark (pen);
    }
}

/* At the edge of the part shown a circle moves in, rather than stand on what is written there. */
static void
keep_inside (CtgRect frame,
             Circle *circle)
{
  double r = circle->diameter / 2;

  circle->center.x = CLAMP (circle->center.x, frame.x + r, MAX (frame.x + r, frame.x + frame.width - r));
  circle->center.y = CLAMP (circle->center.y, frame.y + r, MAX (frame.y + r, frame.y + frame.height - r));
}

/* So many turns of pushing apart and pulling home. */
#define TURNS 80
#define HOMEWARDS 0.04

/* Circles that cover each other step aside, the smaller ones more, and none farther than a share of the map: where countries are small and counts
* large, what lies under the others could not be told (after D. Dorling, Area Cartograms: Their Use and Creation, 1996, but home is never far). */
static void
part (GArray              *list,
      const CtgMapCircles *circles)
{
  double most = circles->largest * 0.5;
  double least = 0.3;

  for (unsigned int turn = 0; turn < TURNS; turn++)
    {
      for (unsigned int i = 0; i < list->len; i++)
        {
          Circle *a = &g_array_index (list, Circle, i);

          for (unsigned int k = i + 1; k < list->len; k++)
            {
              Circle *b = &g_array_index (list, Circle, k);
              double dx = b->center.x - a->center.x;
              double dy = b->center.y - a->center.y;
              double apart = hypot (dx, dy);
              double over = (a->diameter + b->diameter) / 2 + least - apart;

              if (over <= 0 || apart < 1e-6)
                continue;

              double share = b->diameter * b->diameter / (a->diameter * a->diameter + b->diameter * b->diameter);

              a->center.x -= dx / apart * over * share;
              a->center.y -= dy / apart * over * share;
              b->center.x += dx / apart * over * (1 - share);
              b->center.y += dy / apart * over * (1 - share);
            }
        }
      for (unsigned int i = 0; i < list->len; i++)
        {
          Circle *circle = &g_array_index (list, Circle, i);
          double dx = circle->home.x - circle->center.x;
          double dy = circle->home.y - circle->center.y;
          double far = hypot (dx, dy);
          double back = turn + 1 < TURNS ? far * HOMEWARDS : 0;

          back = MAX (back, far - most);
          if (far > 0)
            {
              circle->center.x += dx / far * back;
              circle->center.y += dy / far * back;
            }
        }
    }
}

/* From the largest to the smallest. */
static GArray *
collect_circles (const CtgPlan    *plan,
                 const CtgMapPlot *plot,
                 double            width)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Circle));
  CtgMapCircles circles;

  ctg_map_circles_init (&circles, plan, width);
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      Circle circle = { .i = i, .number = get_number (plan, i) };

      if (isnan (circle.number) || !ctg_geo_view_project (&plot->view, ctg_map_plot_find (plan->input->table, plan->rows[i])->center, &circle.center))
        continue;
      circle.diameter = circle.number != 0 ? ctg_map_circles_get_diameter (&circles, fabs (circle.number)) : ZERO_RING;
      circle.home = circle.center;
      g_array_append_val (list, circle);
    }
  g_array_sort (list, compare_circles);
  part (list, &circles);
  for (unsigned int k = 0; k < list->len; k++)
    keep_inside (plot->view.frame, &g_array_index (list, Circle, k));

  return list;
}

/* From the edge of a circle that stands beside its country to where it belongs. */
static void
draw_way_home (CtgPen       *pen,
               const Circle *circle)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgColor color = ctg_color_mix (theme->ink, theme->paper, 0.35);
  CtgStyle line = ctg_style_stroke (color, 0.4);
  CtgStyle end = ctg_style_fill (color);
  double dx = circle->home.x - circle->center.x;
  double dy = circle->home.y - circle->center.y;
  double far = hypot (dx, dy);
  CtgPoint edge = { circle->center.x + dx / far * circle->diameter / 2, circle->center.y + dy / far * circle->diameter / 2 };

  ctg_scene_builder_line (pen->canvas->builder, CTG_ROLE_MARK_PART, edge, circle->home, &line);
  ctg_scene_builder_symbol (pen->canvas->builder, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, circle->home, 0.9, &end);
}

static bool
is_beside (const Circle *circle)
{
  return hypot (circle->home.x - circle->center.x, circle->home.y - circle->center.y) > circle->diameter / 2 + 0.8;
}

static void
draw_circles (CtgPen *pen,
              GArray *circles)
{
  for (unsigned int k = 0; k < circles->len; k++)
    {
      const Circle *circle = &g_array_index (circles, Circle, k);
      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, circle->i, &storage);
      CtgStyle full = ctg_map_circles_get_style (row_pen.plan);
      CtgStyle ring = circle->number < 0 ? get_hollow_style (row_pen.plan) : get_ring_style (row_pen.plan);

      ctg_pen_begin_mark (pen, CTG_ROLE_MARK, circle->i, 0);
      ctg_scene_builder_symbol (pen->canvas->builder, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, circle->center, circle->diameter,
                                circle->number > 0 ? &full : &ring);
      if (is_beside (circle))
        draw_way_home (&row_pen, circle);
      ctg_pen_end_mark (pen);
    }
}

/* ---- names and numbers ---- */

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
get_box (const Circle *circle,
         double        share)
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
  const Circle *circle = &g_array_index (circles, Circle, k);
  g_autofree char *value = ctg_estimate_format (ctg_plan_get_estimate (plan, circle->i, 0), plan->input->locale);
  double width = MAX (ctg_layout_get_text_width (plan, &plan->theme.axis, ctg_arranger_get_name (plan->input->arranger, plan->rows[circle->i])),
                      plan->input->spec->value_labels ? ctg_layout_get_text_width (plan, &plan->theme.axis, value) : 0);
  double height = line * (plan->input->spec->value_labels ? 2 : 1);

  if (hypot (width, height) > circle->diameter - 2)
    return false;

  *place = ctg_rect (circle->center.x - width / 2, circle->center.y - height / 2, width, height);
  for (unsigned int other = k + 1; other < circles->len; other++)
    if (ctg_rect_overlaps (*place, get_box (&g_array_index (circles, Circle, other), 0.86)))
      return false;

  return true;
}

static void
draw_inside (CtgPen       *pen,
             const Circle *circle,
             double        line)
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

/* The largest choose first; what finds no room in or beside its circle is left to the pointer and to the table. */
static void
draw_labels (CtgPen           *pen,
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
      const Circle *circle = &g_array_index (circles, Circle, k);
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

static void
draw_plot (CtgPen *pen,
           CtgRect box)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  const CtgMeasure *measure = ctg_table_get_series (plan->input->table, plan->series[0])->info;
  g_autoptr(GArray) taken = g_array_new (FALSE, FALSE, sizeof (CtgRect));
  g_autoptr(GArray) circles = NULL;
  CtgMapPlot plot;

  if (pen->layout->n_fitted == 0)
    return;

  ctg_map_plot_init (&plot, pen, box);
  circles = collect_circles (plan, &plot, box.width);
  ctg_map_plot_draw_ground (&plot, pen, true);

  ctg_scene_builder_set_label (builder, plan->titles[0]);
  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "countries");
  draw_missing (pen, &plot, taken);
  ctg_map_plot_draw_borders (&plot, pen);
  draw_circles (pen, circles);
  ctg_scene_builder_pop (builder);

  ctg_scene_builder_push (builder, CTG_ROLE_NONE, "names");
  draw_labels (pen, &plot, circles, taken);
  ctg_scene_builder_pop (builder);

  if (pen->canvas->warnings != NULL && (measure->nature == CTG_NATURE_RATE || measure->nature == CTG_NATURE_SHARE))
    ctg_warning_add_fix (ctg_warnings_add (pen->canvas->warnings, CTG_PHRASE_WARN_SIZED_RATES, "kind", NULL), CTG_PHRASE_FIX_SHADES, "kind=choropleth", NULL);
}

/* ---- words ---- */

static bool
shows (const CtgWords *words,
       unsigned int    i)
{
  return is_shown (words->input->spec, words->table, words->rows[i], words->series[0]);
}

/* Whether any two circles would cover each other in the middle of their countries, on a map as wide as the page. */
static bool
any_moved (const CtgWords      *words,
           const CtgMapCircles *circles)
{
  double size = words->input->spec->page_width;
  g_autoptr(GArray) list = g_array_new (FALSE, FALSE, sizeof (Circle));
  CtgGeoView view;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_map_plot_get_extent (words->input->spec), ctg_rect (0, 0, size, size * 2));
  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      Circle circle = { .number = fabs (ctg_map_plot_get_number (ctg_words_get_estimate (words, i, 0))) };

      if (isnan (circle.number) || !ctg_geo_view_project (&view, ctg_map_plot_find (words->table, words->rows[i])->center, &circle.center))
        continue;
      circle.diameter = circle.number > 0 ? ctg_map_circles_get_diameter (circles, circle.number) : ZERO_RING;
      for (unsigned int k = 0; k < list->len; k++)
        {
          const Circle *other = &g_array_index (list, Circle, k);

          if (hypot (circle.center.x - other->center.x, circle.center.y - other->center.y) < (circle.diameter + other->diameter) / 2)
            return true;
        }
      g_array_append_val (list, circle);
    }

  return false;
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  CtgMapCircles circles;
  bool enlarged = false;

  ctg_map_circles_init_words (&circles, words);
  for (unsigned int i = 0; i < words->n_drawn; i++)
    enlarged |= ctg_map_circles_is_enlarged (&circles, ctg_map_plot_get_number (ctg_words_get_estimate (words, i, 0)));

  if (enlarged)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SMALL_CIRCLES, NULL));
  if (any_moved (words, &circles))
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_CIRCLES_APART, NULL));
  ctg_map_plot_note (words, CTG_PHRASE_NOTE_SIZED_BY_MIDDLE, shows, sentences);
}

const CtgKind ctg_kind_symbols = {
  .info = {
    .id = "symbols",
    .title = CTG_PHRASE_KIND_SYMBOLS,
    .summary = CTG_PHRASE_KIND_SYMBOLS_SUMMARY,
    .min_series = 1,
    .max_series = 1,
  },
  .alt = CTG_PHRASE_ALT_SYMBOLS,
  .all_rows = true,
  .points = true,
  .suits = ctg_map_plot_suits,
  .takes_row = ctg_map_plot_takes_row,
  .note_rows = CTG_PHRASE_NOTE_NOT_ON_MAP,
  .warn_rows = CTG_PHRASE_WARN_NOT_ON_MAP,
  .note = note,
  .measure_plot = ctg_map_plot_measure,
  .fit_plot = ctg_map_plot_fit,
  .draw_plot = draw_plot,
  .measure_legend = measure_legend,
  .draw_legend = draw_legend,
};
