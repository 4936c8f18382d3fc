/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The driver: table and spec to plan, plan to layout, layout to scene. It decides nothing itself but when to start again: a page of given
 * height that holds fewer rows than asked for makes a figure of fewer rows, whose words then say so. */

#include "chart/ctg-guide-annotations.h"
#include "chart/ctg-guide-references.h"
#include "chart/ctg-giants.h"
#include "chart/ctg-guide.h"
#include "chart/ctg-kind.h"

static void
draw_background (CtgPen *pen)
{
  CtgStyle style = ctg_style_fill (pen->plan->theme.background);

  ctg_canvas_rect (pen->canvas, CTG_ROLE_BACKGROUND, ctg_rect (0, 0, pen->layout->width, pen->layout->height), &style);
}

/* Whether the series is painted over the others. */
static bool
is_on_top (const CtgPlan *plan,
           unsigned int   s)
{
  return plan->kind->official_on_top && ctg_table_get_series (plan->input->table, plan->series[s])->status == CTG_STATUS_OFFICIAL;
}

static void
draw_series (CtgPen      *pen,
             unsigned int s)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  ctg_pen_begin_series (pen, s);
  for (unsigned int i = 0; i < pen->layout->n_fitted; i++)
    {
      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

      plan->kind->draw (&row_pen, i, s);
    }
  ctg_scene_builder_pop (builder);
}

static void
draw_marks (CtgPen *pen)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;

  if (plan->kind->draw_under != NULL)
    {
      ctg_scene_builder_push (builder, CTG_ROLE_NONE, "links");
      for (unsigned int i = 0; i < pen->layout->n_fitted; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          plan->kind->draw_under (&row_pen, i);
        }
      ctg_scene_builder_pop (builder);
    }

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      if (!is_on_top (plan, s))
        draw_series (pen, s);
    }
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      if (is_on_top (plan, s))
        draw_series (pen, s);
    }
}

static void
draw_empty_plot (CtgPen *pen)
{
  const CtgTheme *theme = &pen->plan->theme;
  g_autofree char *text = ctg_locale_phrase (pen->plan->input->locale, CTG_PHRASE_NO_ROWS_TO_DRAW, NULL);
  double y = MIN (pen->layout->height - theme->margin, pen->layout->empty_y);

  ctg_canvas_text (pen->canvas, CTG_ROLE_NONE, &theme->label, theme->muted, text, (CtgPoint) { theme->margin, y }, CTG_ALIGN_START);
}

static void
draw_one_plot (CtgPen *pen)
{
  if (pen->plan->n_rows == 0)
    draw_empty_plot (pen);
  else if (pen->plan->kind->draw_plot != NULL)
    pen->plan->kind->draw_plot (pen, pen->layout->plot);
  else
    {
      ctg_guide_draw_references_under (pen);
      ctg_guide_draw_axis (pen);
      ctg_guide_draw_names (pen);
      if (pen->plan->kind->points)
        ctg_guide_draw_baseline (pen);
      if (pen->plan->kind->points)
        ctg_guide_draw_references_over (pen);
      draw_marks (pen);
      if (!pen->plan->kind->points)
        {
          ctg_guide_draw_baseline (pen);
          ctg_guide_draw_references_over (pen);
        }
      ctg_guide_draw_breaks (pen);
      ctg_guide_draw_values (pen);
    }
}

/* Each panel is a group with its title as its name, so that whoever hears the figure hears where a mark belongs. */
static void
draw_panels (CtgPen *pen)
{
  CtgSceneBuilder *builder = pen->canvas->builder;

  ctg_guide_draw_axis_title (pen);
  for (unsigned int p = 0; pen->layout->cells != NULL && p < pen->layout->cells->len; p++)
    {
      const CtgCell *cell = g_ptr_array_index (pen->layout->cells, p);
      CtgPen cell_pen = { pen->canvas, cell->plan, cell->layout };
      g_autofree char *id = g_strconcat ("panel-", cell->plan->id, NULL);

      ctg_scene_builder_set_label (builder, cell->plan->texts->title);
      ctg_scene_builder_push (builder, CTG_ROLE_PANEL, id);
      ctg_guide_draw_panel_title (&cell_pen);
      if (cell->layout->legend_box.height > 0)
        cell->plan->kind->draw_legend (&cell_pen, cell->layout->legend_box);
      if (cell->layout->n_fitted > 0)
        draw_one_plot (&cell_pen);
      ctg_scene_builder_pop (builder);
    }
}

static void
draw_plot (CtgPen *pen)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_PLOT, "plot");
  if (pen->plan->panels != NULL)
    draw_panels (pen);
  else
    draw_one_plot (pen);
  ctg_scene_builder_pop (pen->canvas->builder);
}

static CtgScene *
draw_scene (const CtgPlan   *plan,
            const CtgLayout *layout,
            CtgWarnings     *warnings)
{
  const CtgChartInput *input = plan->input;
  g_autoptr(CtgSceneBuilder) builder = ctg_scene_builder_new (layout->width, layout->height, ctg_locale_get_language (input->locale));
  CtgCanvas canvas = {
    .builder = builder,
    .measure = input->measure,
    .warnings = warnings,
    .width = layout->width,
    .rtl = ctg_locale_is_rtl (input->locale),
  };
  CtgPen pen = { &canvas, plan, layout };

  ctg_scene_builder_expect (builder, layout->n_fitted * (plan->n_series + 1));
  ctg_scene_builder_set_title (builder, plan->texts->title, plan->texts->description);
  ctg_scene_builder_set_source (builder, plan->texts->source);
  draw_background (&pen);
  ctg_guide_draw_head (&pen);
  ctg_guide_draw_legend (&pen);
  draw_plot (&pen);
  ctg_guide_draw_foot (&pen);
  ctg_guide_draw_annotations (&pen);

  return ctg_scene_builder_end (g_steal_pointer (&builder));
}

static void
warn_count (CtgWarnings *warnings,
            CtgPhrase    phrase,
            const char  *path,
            unsigned int count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  if (count > 0)
    ctg_warnings_add (warnings, phrase, path, text, NULL);
}

/* The names of rows whose marks the user's end of the axis cuts off. */
static void
warn_beyond_axis (const CtgPlan   *plan,
                  const CtgLayout *layout,
                  CtgWarnings     *warnings)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (unsigned int i = 0; i < layout->n_fitted && plan->kind->draw_plot == NULL && plan->kind->domain == NULL; i++)
    {
      bool beyond = false;

      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          double certain;
          double possible;
          bool open;

          ctg_estimate_get_extent (ctg_plan_get_estimate (plan, i, s), &certain, &possible, &open);
          beyond |= possible > ctg_plan_get_end (plan, i);
        }
      if (beyond)
        g_ptr_array_add (names, (gpointer) ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));
    }

  if (names->len == 0)
    return;

  g_ptr_array_add (names, NULL);

  g_autofree char *list = ctg_locale_format_list (plan->input->locale, (const char *const *) names->pdata);

  ctg_warnings_add (warnings, CTG_PHRASE_WARN_BEYOND_AXIS, "axis.max", list, NULL);
}

/* Names that are shortened; those written once for several panels count once. */
static unsigned int
count_cut (const CtgLayout *layout)
{
  unsigned int n = layout->labels != NULL && !layout->hides_names ? layout->labels->n_cut : 0;

  for (unsigned int p = 0; layout->cells != NULL && p < layout->cells->len; p++)
    n += count_cut (((const CtgCell *) g_ptr_array_index (layout->cells, p))->layout);

  return n;
}

static void
warn (const CtgPlan   *plan,
      const CtgLayout *layout,
      unsigned int     n_left_out,
      CtgWarnings     *warnings)
{
  g_autofree char *substitute = ctg_text_measure_dup_substitute (plan->input->measure, &plan->theme.label);

  ctg_select_warn (plan, warnings);
  CtgDrawn drawn = ctg_drawn_of_plan (plan);

  ctg_giants_warn (&drawn, warnings);
  warn_beyond_axis (plan, layout, warnings);
  ctg_plan_warn_highlight (plan, warnings);
  ctg_references_warn (plan, layout, warnings);
  warn_count (warnings, CTG_PHRASE_WARN_ROWS_LEFT_OUT, "page.height", n_left_out);
  warn_count (warnings, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", count_cut (layout));
  warn_count (warnings, CTG_PHRASE_WARN_VALUES_LEFT_OUT, "page.width", layout->n_values_left_out);
  if (layout->values_hidden)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_VALUES_HIDDEN, "page.height", NULL);
  if (layout->texts_left_out)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_TEXTS_LEFT_OUT, "page.height", NULL);
  if (substitute != NULL)
    ctg_warnings_add (warnings, CTG_PHRASE_WARN_FONT_SUBSTITUTED, "font.family", plan->theme.label.family, substitute, NULL);
}

#define MOST_ATTEMPTS 3

/* How many rows are known to fit, and how many not to; 0: not known. */
typedef struct
{
  unsigned int fit;
  unsigned int too_many;
} Search;

/* The next number of rows to try, 0 where this layout is the one. A single plot holds as many as it says; what is left out of one panel
 * may leave room in another, so that halving finds how many fit. */
static unsigned int
try_rows (Search          *self,
          const CtgPlan   *plan,
          const CtgLayout *layout,
          int              attempt)
{
  bool fits = layout->n_fitted == plan->n_rows;

  if (plan->panels == NULL)
    return fits || layout->n_fitted == 0 || attempt >= MOST_ATTEMPTS ? 0 : layout->n_fitted;

  if (fits)
    self->fit = plan->n_rows;
  else
    self->too_many = plan->n_rows;
  if (fits && self->too_many <= self->fit + 1)
    return 0;

  return MAX (1, (self->fit + self->too_many) / 2);
}

/* Panels of less than this many rows in all are no figure: one plot holds more. */
#define LEAST_IN_PANELS 3

static CtgSpec *
make_smaller (const CtgSpec *asked,
              const CtgSpec *spec,
              const CtgKind *kind,
              const Search  *search,
              unsigned int   n,
              GError       **error)
{
  g_autofree char *top = g_strdup_printf ("%u", n);

  /* Fewer rows make no smaller a figure of a kind that draws all. */
  if (kind->all_rows || (search->too_many > 0 && search->too_many <= LEAST_IN_PANELS))
    return ctg_spec_with (asked, "panels.by", "none", error);

  return ctg_spec_with (spec, "top", top, error);
}

CtgScene *
ctg_chart_compile (const CtgChartInput *input,
                   CtgWarnings         *warnings,
                   GError             **error)
{
  g_return_val_if_fail (input != NULL && input->measure != NULL, NULL);

  CtgChartInput shorter = *input;
  g_autoptr(CtgSpec) spec = ctg_spec_ref ((CtgSpec *) input->spec);
  unsigned int n_asked = 0;
  Search search = { 0, 0 };

  for (int attempt = 0;; attempt++)
    {
      g_autoptr(CtgPlan) plan = NULL;
      g_autoptr(CtgLayout) layout = NULL;

      shorter.spec = spec;
      plan = ctg_plan_new (&shorter, error);
      if (plan == NULL)
        {
          if (warnings != NULL)
            ctg_select_warn_scale (input, warnings);
          return NULL;
        }

      layout = ctg_layout_new (plan);
      n_asked = MAX (n_asked, plan->n_rows);

      unsigned int n = try_rows (&search, plan, layout, attempt);

      if (n > 0)
        {
          CtgSpec *next = make_smaller (input->spec, spec, plan->kind, &search, n, error);

          if (next == NULL)
            return NULL;
          if (next->panels_by != spec->panels_by)
            {
              n_asked = 0;
              attempt = -1;
            }
          ctg_spec_unref (spec);
          spec = next;
          continue;
        }

      if (warnings != NULL)
        {
          CtgPlan as_asked = *plan;

          as_asked.input = input;
          warn (&as_asked, layout, n_asked - layout->n_fitted, warnings);
        }

      return draw_scene (plan, layout, warnings);
    }
}
