/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Circles on a map, their areas in proportion to the numbers: small ones over large ones, names and numbers where there is room. What is
 * not reported is hatched, zero is a ring of its own, so that neither looks like the other or like nothing. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-map-dots.h"
#include "chart/ctg-symbols-circles.h"
#include "chart/ctg-symbols-labels.h"
#include "chart/ctg-symbols-legend.h"

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

      if (!isnan (ctg_symbols_get_number (plan, i)) || !ctg_symbols_shows_row (plan, i) || !plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, 0))
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

/* From the edge of a circle that stands beside its country to where it belongs. */
static void
draw_way_home (CtgPen                 *pen,
               const CtgSymbolsCircle *circle)
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
is_beside (const CtgSymbolsCircle *circle)
{
  return hypot (circle->home.x - circle->center.x, circle->home.y - circle->center.y) > circle->diameter / 2 + 0.8;
}

static void
draw_circles (CtgPen *pen,
              GArray *circles)
{
  for (unsigned int k = 0; k < circles->len; k++)
    {
      const CtgSymbolsCircle *circle = &g_array_index (circles, CtgSymbolsCircle, k);
      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, circle->i, &storage);
      CtgStyle full = ctg_map_circles_get_style (row_pen.plan);
      CtgStyle ring = circle->number < 0 ? ctg_symbols_get_hollow_style (row_pen.plan) : ctg_symbols_get_ring_style (row_pen.plan);

      ctg_pen_begin_mark (pen, CTG_ROLE_MARK, circle->i, 0);
      ctg_scene_builder_symbol (pen->canvas->builder, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, circle->center, circle->diameter,
                                circle->number > 0 ? &full : &ring);
      if (is_beside (circle))
        draw_way_home (&row_pen, circle);
      ctg_pen_end_mark (pen);
    }
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
  circles = ctg_symbols_collect_circles (plan, &plot, box.width);
  ctg_map_plot_draw_ground (&plot, pen, true);

  ctg_scene_builder_set_label (builder, plan->titles[0]);
  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "countries");
  draw_missing (pen, &plot, taken);
  ctg_map_plot_draw_borders (&plot, pen);
  draw_circles (pen, circles);
  ctg_scene_builder_pop (builder);

  ctg_scene_builder_push (builder, CTG_ROLE_NONE, "names");
  ctg_symbols_draw_labels (pen, &plot, circles, taken);
  ctg_scene_builder_pop (builder);

  if (pen->canvas->warnings != NULL && (measure->nature == CTG_NATURE_RATE || measure->nature == CTG_NATURE_SHARE))
    ctg_warning_add_fix (ctg_warnings_add (pen->canvas->warnings, CTG_PHRASE_WARN_SIZED_RATES, "kind", NULL), CTG_PHRASE_FIX_SHADES, "kind=choropleth", NULL);
}

/* ---- words ---- */

static bool
shows (const CtgWords *words,
       unsigned int    i)
{
  return ctg_symbols_shows (words->input->spec, words->table, words->rows[i], words->series[0]);
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
  if (ctg_symbols_any_moved (words, &circles))
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
  .least_panel = 15,
  .measure_plot = ctg_map_plot_measure,
  .fit_plot = ctg_map_plot_fit,
  .draw_plot = draw_plot,
  .measure_legend = ctg_symbols_measure_legend,
  .draw_legend = ctg_symbols_draw_legend,
};
