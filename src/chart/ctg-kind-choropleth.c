/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Countries shaded by class or along a continuous run of colour; the legend is a bar of the classes with how many countries each holds. What is
 * not reported is hatched, what is not in the data is plain land, what is too small to see is a circle. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-map-dots.h"
#include "chart/ctg-map-shades.h"

#define RUN_STEPS 48

static double
get_number (const CtgChartInput *input,
            unsigned int         row,
            unsigned int         series)
{
  return ctg_map_plot_shows (input->spec, ctg_map_plot_find (input->table, row)) ? ctg_map_plot_get_number (ctg_table_get_estimate (input->table, row, series))
                                                                                  : NAN;
}

static void
init_shades (CtgShades           *shades,
             const CtgChartInput *input,
             unsigned int         series,
             const double        *numbers,
             unsigned int         n_numbers)
{
  ctg_shades_init (shades, input->spec, ctg_table_is_difference (input->table, series), numbers, n_numbers);
  shades->reversed = ctg_table_get_derivation (input->table)->derive == CTG_DERIVE_RANK;
}

static void
make_shades (const CtgChartInput *input,
             const unsigned int  *rows,
             unsigned int         n_rows,
             unsigned int         series,
             CtgShades           *shades)
{
  g_autofree double *numbers = g_new (double, n_rows + 1);

  for (unsigned int i = 0; i < n_rows; i++)
    numbers[i] = get_number (input, rows[i], series);
  init_shades (shades, input, series, numbers, n_rows);
}

static void
make_plan_shades (const CtgPlan *plan,
                  CtgShades     *shades)
{
  const CtgPlan *all = ctg_plan_get_scale_plan (plan);
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (double));

  /* Panels may have series of their own. */
  for (unsigned int p = 0; p < (all->panels != NULL ? all->panels->len : 1); p++)
    {
      const CtgPlan *panel = all->panels != NULL ? g_ptr_array_index (all->panels, p) : all;

      for (unsigned int i = 0; i < panel->n_rows; i++)
        {
          double number = get_number (plan->input, panel->rows[i], panel->series[0]);

          g_array_append_val (numbers, number);
        }
    }
  init_shades (shades, plan->input, plan->series[0], (double *) (void *) numbers->data, numbers->len);
}

/* What parts two classes is said as it is; the ends are numbers of the data, computed ones with many decimals. */
static char *
format_break (const CtgLocale *locale,
              const CtgShades *shades,
              unsigned int     k)
{
  double at = shades->classes.breaks[k];
  bool end = k == 0 || k == shades->classes.n;

  return ctg_locale_format_number (locale, at, !end ? 6 : fabs (at) < 1 ? 3 : 1);
}

/* ---- legend ---- */

/* Where the parts of the legend stand, from its upper left corner. */
typedef struct
{
  char **title;             /* lines */
  double line_height;
  char **labels;            /* of the breaks, from the first to the last */
  double bar_x;
  double bar_y;
  double box_width;
  double box_height;
  char *keys[2];            /* not reported, not in the data; NULL for none */
  CtgPoint key_at[2];       /* middle of the left edge */
  double height;
} Legend;

static void
legend_clear (Legend *self)
{
  g_strfreev (self->title);
  g_strfreev (self->labels);
  g_free (self->keys[0]);
  g_free (self->keys[1]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Legend, legend_clear)

static double
get_key_size (const CtgPlan *plan)
{
  return plan->theme.size * 1.05;
}

/* Keys beside the bar, in a row or one under the other where that has room; else under it. */
static void
place_keys (Legend        *self,
            const CtgPlan *plan,
            double         bar_end,
            double         width)
{
  const CtgTheme *theme = &plan->theme;
  double gap = theme->size * 1.4;
  double widths[G_N_ELEMENTS (self->keys)] = { 0 };
  double all = 0;
  double widest = 0;
  double start = bar_end > 0 ? bar_end + gap : 0;
  CtgPoint at = { start, self->bar_y + self->box_height / 2 };

  for (unsigned int k = 0; k < G_N_ELEMENTS (self->keys); k++)
    {
      if (self->keys[k] == NULL)
        continue;
      widths[k] = get_key_size (plan) * 1.4 + ctg_layout_get_text_width (plan, &theme->label, self->keys[k]);
      all += widths[k] + (all > 0 ? gap : 0);
      widest = MAX (widest, widths[k]);
    }

  bool stacked = start + all > width;

  if (start > 0 && start + widest > width)
    {
      at = (CtgPoint) { 0, self->height + theme->size * 0.85 };
      stacked = all > width;
    }
  for (unsigned int k = 0; k < G_N_ELEMENTS (self->keys); k++)
    {
      if (self->keys[k] == NULL)
        continue;
      self->key_at[k] = at;
      self->height = MAX (self->height, at.y + self->line_height * 0.6);
      at.x += stacked ? 0 : widths[k] + gap;
      at.y += stacked ? self->line_height * 1.25 : 0;
    }
}

static char **
dup_labels (const CtgPlan   *plan,
            const CtgShades *shades)
{
  g_autoptr(GPtrArray) labels = g_ptr_array_new ();

  for (unsigned int k = 0; k <= shades->classes.n && shades->classes.n > 0; k++)
    g_ptr_array_add (labels, format_break (plan->input->locale, shades, k));
  g_ptr_array_add (labels, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&labels), FALSE);
}

static void
legend_init (Legend          *self,
             const CtgPlan   *plan,
             const CtgShades *shades,
             double           width)
{
  const CtgTheme *theme = &plan->theme;
  const CtgLocale *locale = plan->input->locale;
  unsigned int n = shades->classes.n;
  double bar_end = 0;

  self->line_height = ctg_layout_get_line_height (plan, &theme->label);
  self->labels = dup_labels (plan, shades);
  if (*plan->texts->axis_title != '\0' && n > 0)
    {
      g_autofree char *text = shades->continuous ? g_strdup (plan->texts->axis_title)
                                                 : ctg_locale_phrase (locale, plan->panels != NULL ? CTG_PHRASE_LEGEND_CLASSES_PANELS : CTG_PHRASE_LEGEND_CLASSES, plan->texts->axis_title, NULL);

      self->title = ctg_text_measure_wrap (plan->input->measure, &theme->axis, text, width);
      self->bar_y = g_strv_length (self->title) * self->line_height + theme->size * 0.25;
    }
  self->height = self->bar_y;

  if (n > 0)
    {
      double widest = 0;

      for (unsigned int k = 0; k <= n; k++)
        widest = MAX (widest, ctg_layout_get_text_width (plan, &theme->axis, self->labels[k]));
      self->box_height = theme->size * 1.35;
      self->bar_x = ctg_layout_get_text_width (plan, &theme->axis, self->labels[0]) / 2;
      self->box_width = shades->continuous ? theme->size * 16 / n : MAX (theme->size * 3.4, widest + theme->size * 0.6);
      self->box_width = MIN (self->box_width, (width - widest) / n);
      bar_end = self->bar_x + self->box_width * n + ctg_layout_get_text_width (plan, &theme->axis, self->labels[n]) / 2;
      self->height += self->box_height + theme->size * 0.2 + self->line_height;
    }
  else
    self->box_height = self->line_height;

  if (plan->mark_not_reported)
    self->keys[0] = ctg_locale_phrase (locale, CTG_PHRASE_LEGEND_NOT_REPORTED, NULL);
  self->keys[1] = ctg_locale_phrase (locale, CTG_PHRASE_LEGEND_NOT_IN_DATA, NULL);
  place_keys (self, plan, bar_end, width);
}

static double
measure_legend (const CtgPlan *plan,
                double         width)
{
  CtgShades shades;
  g_auto(Legend) legend = { 0 };

  make_plan_shades (plan, &shades);
  legend_init (&legend, plan, &shades, width);

  return legend.height;
}

static CtgStyle
get_plain_style (const CtgTheme *theme)
{
  return ctg_style_fill (ctg_color_mix (theme->ink, theme->paper, 0.855));
}

static void
draw_bar (CtgPen          *pen,
          const CtgShades *shades,
          const Legend    *legend,
          CtgPoint         at)
{
  const CtgTheme *theme = &pen->plan->theme;
  unsigned int n = shades->classes.n;
  double length = legend->box_width * n;
  double baseline = at.y + legend->box_height / 2 + theme->size * 0.34;

  for (unsigned int k = 0; k < (shades->continuous ? RUN_STEPS : n); k++)
    {
      double wide = shades->continuous ? length / RUN_STEPS : legend->box_width;
      double low = shades->classes.breaks[0];
      double number = low + (shades->classes.breaks[n] - low) * k / (RUN_STEPS - 1);
      CtgColor color = shades->continuous ? ctg_shades_get_color (shades, theme, number) : ctg_shades_get_class_color (shades, theme, k);
      CtgStyle style = ctg_style_fill (color);
      g_autofree char *count = ctg_locale_format_number (pen->plan->input->locale, shades->counts[k % CTG_CLASSES_MOST], 0);
      CtgColor ink = ctg_color_contrast (color, theme->ink) > ctg_color_contrast (color, theme->paper) ? theme->ink : theme->paper;

      ctg_canvas_rect (pen->canvas, CTG_ROLE_NONE, ctg_rect (at.x + k * wide, at.y, wide, legend->box_height), &style);
      if (!shades->continuous && ctg_layout_get_text_width (pen->plan, &theme->value, count) < wide)
        ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->value, ink, count, (CtgPoint) { at.x + (k + 0.5) * wide, baseline }, CTG_ALIGN_MIDDLE);
    }
}

/* The breaks under the bar; one that has no room beside the last one written is passed over, but never the highest. */
static void
draw_breaks (CtgPen          *pen,
             const CtgShades *shades,
             const Legend    *legend,
             CtgPoint         at)
{
  const CtgTheme *theme = &pen->plan->theme;
  unsigned int n = shades->classes.n;
  double y = at.y + legend->box_height + theme->size * 0.2 + legend->line_height * 0.8;
  double last = at.x + legend->box_width * n - ctg_layout_get_text_width (pen->plan, &theme->axis, legend->labels[n]) / 2;
  double end = -INFINITY;

  for (unsigned int k = 0; k <= n; k++)
    {
      double wide = ctg_layout_get_text_width (pen->plan, &theme->axis, legend->labels[k]);
      double x = at.x + legend->box_width * k;
      double gap = theme->size * 0.3;

      if (k < n && (x - wide / 2 < end + gap || x + wide / 2 + gap > last))
        continue;
      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, legend->labels[k], (CtgPoint) { x, y }, CTG_ALIGN_MIDDLE);
      end = x + wide / 2;
    }
}

static void
draw_legend (CtgPen *pen,
             CtgRect box)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgShades shades;
  g_auto(Legend) legend = { 0 };

  make_plan_shades (pen->plan, &shades);
  legend_init (&legend, pen->plan, &shades, box.width);

  for (unsigned int i = 0; legend.title != NULL && legend.title[i] != NULL; i++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_TITLE, &theme->axis, theme->muted, legend.title[i],
                     (CtgPoint) { box.x, box.y + legend.line_height * (i + 0.78) }, CTG_ALIGN_START);
  if (shades.classes.n > 0)
    {
      CtgPoint at = { box.x + legend.bar_x, box.y + legend.bar_y };

      draw_bar (pen, &shades, &legend, at);
      draw_breaks (pen, &shades, &legend, at);
    }

  for (unsigned int k = 0; k < G_N_ELEMENTS (legend.keys); k++)
    {
      double size = get_key_size (pen->plan);
      CtgPoint at = { box.x + legend.key_at[k].x, box.y + legend.key_at[k].y };
      CtgStyle style = k == 0 ? ctg_map_plot_get_missing_style (theme) : get_plain_style (theme);

      if (legend.keys[k] == NULL)
        continue;
      ctg_canvas_rect (pen->canvas, CTG_ROLE_NONE, ctg_rect (at.x, at.y - size / 2, size, size), &style);
      ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->ink, legend.keys[k], (CtgPoint) { at.x + size * 1.4, at.y + theme->size * 0.34 },
                       CTG_ALIGN_START);
    }
}

/* ---- map ---- */

/* A figure left out as doubtful is not "not reported": its country is plain land. */
static bool
is_marked (const CtgPlan *plan,
           unsigned int   i)
{
  return ctg_map_plot_shows (plan->input->spec, ctg_map_plot_find (plan->input->table, plan->rows[i])) &&
         (ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 0)) || !ctg_plan_is_left_out (plan, i, 0));
}

/* Lightness goes on telling the class where others are highlighted; the border tells who is meant, where there is no colour to lose. */
static CtgStyle
get_land_style (const CtgPlan   *plan,
                const CtgShades *shades,
                unsigned int     i)
{
  const CtgTheme *theme = &plan->theme;
  double number = ctg_map_plot_get_number (ctg_plan_get_estimate (plan, i, 0));
  CtgStyle style = plan->input->spec->missing_marks ? ctg_map_plot_get_missing_style (theme) : get_plain_style (theme);

  if (!isnan (number))
    style = ctg_style_fill (ctg_shades_get_color (shades, theme, number));

  if (ctg_plan_is_faded (plan, i) && !isnan (number))
    style.fill = ctg_color_simulate (style.fill, CTG_VISION_GREY);
  else if (plan->highlighted != NULL && !ctg_plan_is_faded (plan, i))
    {
      style.stroke = theme->ink;
      style.stroke_width = MAX (0.6, theme->size * 0.09);
    }
  return style;
}

static CtgStyle
get_dot_style (const CtgPlan   *plan,
               const CtgShades *shades,
               unsigned int     i)
{
  const CtgTheme *theme = &plan->theme;
  bool missing = !ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 0));
  CtgStyle style = ctg_style_fill (missing ? theme->paper : get_land_style (plan, shades, i).fill);

  style.stroke = missing ? theme->missing : ctg_color_mix (theme->ink, theme->paper, 0.25);
  style.stroke_width = 0.5;
  return style;
}

/* The land of a row, and its dot where it is small: one mark. */
static void
draw_row (CtgPen           *pen,
          const CtgMapPlot *plot,
          const CtgShades  *shades,
          unsigned int      i,
          const CtgMapDot  *dot)
{
  const CtgPlan *plan = pen->plan;
  double number = ctg_map_plot_get_number (ctg_plan_get_estimate (plan, i, 0));
  CtgStyle land = get_land_style (plan, shades, i);

  ctg_pen_begin_mark (pen, isnan (number) ? CTG_ROLE_MISSING : CTG_ROLE_MARK, i, 0);
  ctg_map_plot_draw_country (plot, pen, ctg_map_plot_find (plan->input->table, plan->rows[i]), CTG_ROLE_MARK_PART, &land);
  if (dot != NULL)
    {
      CtgStyle style = get_dot_style (plan, shades, i);

      ctg_map_dots_draw (pen, dot, ctg_map_dots_get_size (plot, &plan->theme), &style);
    }
  ctg_pen_end_mark (pen);
}

/* Fills dots, and for each row the index of its dot, -1 for none. */
static unsigned int
find_dots (const CtgPlan    *plan,
           const CtgMapPlot *plot,
           CtgMapDot        *dots,
           int              *of_row)
{
  unsigned int n = 0;

  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      const CtgMapCountry *country = ctg_map_plot_find (plan->input->table, plan->rows[i]);

      of_row[i] = -1;
      if (is_marked (plan, i) && ctg_map_plot_is_small (&plot->view, country) && ctg_geo_view_project (&plot->view, country->center, &dots[n].home))
        of_row[i] = n++;
    }

  return n;
}

/* Land first, then the borders, then what lies over them: land with a border of its own, and the dots of small countries. */
static void
draw_rows (CtgPen           *pen,
           const CtgMapPlot *plot,
           const CtgShades  *shades)
{
  enum { LAND, OVER, DOTS, N_TURNS };
  const CtgPlan *plan = pen->plan;
  g_autofree CtgMapDot *dots = g_new0 (CtgMapDot, plan->n_rows + 1);
  g_autofree int *of_row = g_new0 (int, plan->n_rows + 1);
  unsigned int n_dots = find_dots (plan, plot, dots, of_row);

  ctg_map_dots_place (plot, ctg_map_dots_get_size (plot, &plan->theme), dots, n_dots);
  for (int turn = LAND; turn < N_TURNS; turn++)
    {
      for (unsigned int i = 0; i < plan->n_rows; i++)
        {
          bool over = plan->highlighted != NULL && !ctg_plan_is_faded (plan, i);

          if (is_marked (plan, i) && (of_row[i] >= 0 ? DOTS : over ? OVER : LAND) == turn)
            draw_row (pen, plot, shades, i, turn == DOTS ? &dots[of_row[i]] : NULL);
        }
      if (turn == LAND)
        ctg_map_plot_draw_borders (plot, pen);
    }
}

static void
draw_plot (CtgPen *pen,
           CtgRect box)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  const CtgMeasure *measure = ctg_table_get_series (plan->input->table, plan->series[0])->info;
  CtgMapPlot plot;
  CtgShades shades;

  if (pen->layout->n_fitted == 0)
    return;

  make_plan_shades (plan, &shades);
  ctg_map_plot_init (&plot, pen, box);
  ctg_map_plot_draw_ground (&plot, pen, false);

  ctg_scene_builder_set_label (builder, plan->titles[0]);
  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "countries");
  draw_rows (pen, &plot, &shades);
  ctg_scene_builder_pop (builder);

  if (pen->canvas->warnings != NULL && measure->nature != CTG_NATURE_RATE && measure->nature != CTG_NATURE_SHARE && g_str_equal (measure->unit, "persons"))
    {
      CtgWarning *warning = ctg_warnings_add (pen->canvas->warnings, CTG_PHRASE_WARN_SHADED_COUNTS, "per", NULL);

      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_PER_MILLION, "per=million", NULL);
      ctg_warning_add_fix (warning, CTG_PHRASE_FIX_CIRCLES, "kind=symbols", NULL);
    }
}

/* ---- words ---- */

static bool
shows (const CtgWords *words,
       unsigned int    i)
{
  return ctg_map_plot_shows (words->input->spec, ctg_map_plot_find (words->table, words->rows[i]));
}

static bool
parts_at_zero (const CtgWords *words)
{
  CtgShades shades;
  CtgTheme theme;

  make_shades (words->input, words->rows, words->n_drawn, words->series[0], &shades);

  return ctg_theme_init (&theme, words->input->spec, NULL) && ctg_shades_part_at_zero (&shades, &theme);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  double size = words->input->spec->page_width;
  CtgGeoView view;
  bool small = false;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_map_plot_get_extent (words->input->spec), ctg_rect (0, 0, size, size * 2));
  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      const CtgMapCountry *country = ctg_map_plot_find (words->table, words->rows[i]);

      small |= ctg_map_plot_is_small (&view, country) && ctg_map_plot_shows (words->input->spec, country);
    }

  if (parts_at_zero (words))
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SHADED_FROM_ZERO, NULL));
  if (small)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SMALL_COUNTRIES, NULL));
  ctg_map_plot_note (words, CTG_PHRASE_NOTE_SHADED_BY_MIDDLE, shows, sentences);
}

/* Who leads, and how many countries each class holds. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  CtgShades shades;

  make_shades (words->input, words->rows, words->n_drawn, words->series[0], &shades);
  ctg_words_add_extremes (words, sentences);
  /* Classes that panels share are not those of one of them. */
  for (unsigned int k = 0; k < shades.classes.n && !shades.continuous && words->whole == NULL; k++)
    {
      g_autofree char *from = format_break (words->locale, &shades, k);
      g_autofree char *to = format_break (words->locale, &shades, k + 1);

      ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_CLASS, shades.counts[k], from, to, NULL));
    }
}

const CtgKind ctg_kind_choropleth = {
  .info = {
    .id = "choropleth",
    .title = CTG_PHRASE_KIND_CHOROPLETH,
    .summary = CTG_PHRASE_KIND_CHOROPLETH_SUMMARY,
    .min_series = 1,
    .max_series = 1,
  },
  .alt = CTG_PHRASE_ALT_CHOROPLETH,
  .all_rows = true,
  .points = true,
  .suits = ctg_map_plot_suits,
  .takes_row = ctg_map_plot_takes_row,
  .note_rows = CTG_PHRASE_NOTE_NOT_ON_MAP,
  .warn_rows = CTG_PHRASE_WARN_NOT_ON_MAP,
  .note = note,
  .describe = describe,
  .least_panel = 15,
  .measure_plot = ctg_map_plot_measure,
  .fit_plot = ctg_map_plot_fit,
  .draw_plot = draw_plot,
  .measure_legend = measure_legend,
  .draw_legend = draw_legend,
};
