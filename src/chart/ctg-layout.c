/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The page from above to below: title, subtitle, legend, plot, note, source. Texts that a page of given height has no room for are left
 * out in a fixed order; rows are never squeezed until they touch. */

#include "chart/ctg-layout.h"

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-panels.h"
#include "chart/ctg-words-private.h"
#include "chart/ctg-wrap.h"

double
ctg_layout_get_line_height (const CtgPlan *plan,
                            const CtgFont *font)
{
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, font, "0", &extents);

  return extents.ascent + extents.descent;
}

double
ctg_layout_get_text_width (const CtgPlan *plan,
                           const CtgFont *font,
                           const char    *text)
{
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, font, text, &extents);

  return extents.width;
}

static double
get_block_height (const CtgTextBlock *block)
{
  return block->n_lines * block->line_height;
}

static void
clear_block (CtgTextBlock *block)
{
  g_clear_pointer (&block->lines, g_strfreev);
  block->n_lines = 0;
}

/* Breaks text at the width; a word longer than a line is cut. */
static void
fill_block (CtgTextBlock  *block,
            const CtgPlan *plan,
            const char    *text,
            const CtgFont *font,
            CtgColor       color,
            CtgRole        role,
            double         width)
{
  CtgTextMeasure *measure = plan->input->measure;
  double height = 0;

  *block = (CtgTextBlock) { .font = *font, .color = color, .role = role };
  if (text == NULL || *text == '\0')
    return;

  /* What the user wrote may be of another direction than the figure, and all its lines are then. */
  g_autofree char *isolated = ctg_locale_isolate_paragraph (plan->input->locale, text);

  block->lines = role == CTG_ROLE_NOTE || role == CTG_ROLE_SOURCE ? ctg_wrap_unorphaned (measure, font, isolated, width)
                                                                  : ctg_wrap_balanced (measure, font, isolated, width);
  block->n_lines = g_strv_length (block->lines);
  for (unsigned int i = 0; i < block->n_lines; i++)
    {
      CtgTextExtents extents;

      ctg_text_measure_line (measure, font, block->lines[i], &extents);
      if (extents.width > width)
        {
          char *line = ctg_text_measure_shorten (measure, font, block->lines[i], width);

          g_free (block->lines[i]);
          block->lines[i] = line;
        }
      block->ascent = MAX (block->ascent, extents.ascent);
      height = MAX (height, extents.ascent + extents.descent);
    }
  block->line_height = height * 1.06;
}

double
ctg_layout_axis_title (CtgLayout     *self,
                       const CtgPlan *plan,
                       double         x,
                       double         y,
                       double         width)
{
  /* A subtitle that already says it is enough. */
  const char *title = g_strcmp0 (plan->texts->axis_title, plan->texts->subtitle) != 0 ? plan->texts->axis_title : NULL;

  fill_block (&self->axis_title, plan, title, &plan->theme.axis, plan->theme.muted, CTG_ROLE_AXIS_TITLE, width);
  self->axis_title.y = y;
  self->axis_title_x = x;

  return get_block_height (&self->axis_title);
}

static void
clear_entry (gpointer data)
{
  g_free (((CtgLegendEntry *) data)->text);
}

static void
add_entry (CtgLayout     *self,
           const CtgPlan *plan,
           char          *text,
           int            series,
           int            key,
           CtgPresence    presence)
{
  CtgLegendEntry entry = { .text = text, .plan = plan, .series = series, .key = key, .presence = presence };

  g_array_append_val (self->legend, entry);
}

/* Where rows are highlighted: what has colour, unless other entries say so, and what is grey. */
static void
add_highlight (CtgLayout     *self,
               const CtgPlan *plan)
{
  const CtgLocale *locale = plan->input->locale;

  if (plan->highlighted == NULL)
    return;
  if (self->legend->len == 0)
    add_entry (self, plan, ctg_locale_phrase (locale, CTG_PHRASE_LEGEND_HIGHLIGHTED, NULL), 0, -1, CTG_PRESENCE_REPORTED);
  add_entry (self, plan, ctg_locale_phrase (locale, CTG_PHRASE_LEGEND_NOT_HIGHLIGHTED, NULL), 0, -1, CTG_PRESENCE_REPORTED);
  g_array_index (self->legend, CtgLegendEntry, self->legend->len - 1).faded = true;
}

static bool
splits_series (const CtgPlan *plan)
{
  return plan->panels != NULL && ctg_panels_split_series (plan->input);
}

/* What the axis says of all series, such as what they are held against, is not said again. */
static char *
dup_series_words (const CtgPlan *plan,
                  unsigned int   s)
{
  bool axis_says = plan->kind->axis_title == NULL && plan->kind->title == NULL && !plan->kind->has_no_scale && plan->input->spec->axis_title == NULL;
  char *side = axis_says ? ctg_words_name_side (plan->input->table, plan->series[s], plan->series, plan->n_series, plan->input->locale) : NULL;

  return side != NULL ? side : g_strdup (plan->titles[s]);
}

/* Whether anything is drawn of a series: a number, or a mark where there is none. */
static bool
is_drawn (const CtgPlan *plan,
          unsigned int   s)
{
  if (!plan->kind->skips_missing)
    return true;

  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      if (plan->kind->has_mark != NULL ? plan->kind->has_mark (plan, i, s) : ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, s)))
        return true;
    }

  return false;
}

static void
add_series (CtgLayout     *self,
            const CtgPlan *plan,
            bool           single)
{
  for (unsigned int s = 0; s < plan->n_series && !plan->kind->names_series && (plan->n_series > 1 || single); s++)
    {
      unsigned int k = plan->has_whole ? (s + 1) % plan->n_series : s;

      if (is_drawn (plan, k))
        add_entry (self, plan, dup_series_words (plan, k), k, -1, CTG_PRESENCE_REPORTED);
    }
}

/* Panels with series of their own: what they call their series, each word once. A panel of one series is named by its title. */
static void
add_series_of_panels (CtgLayout     *self,
                      const CtgPlan *plan)
{
  for (unsigned int p = 0; p < plan->panels->len; p++)
    {
      unsigned int first = self->legend->len;

      add_series (self, g_ptr_array_index (plan->panels, p), false);
      for (unsigned int k = self->legend->len; k > first; k--)
        {
          bool again = false;

          for (unsigned int other = 0; other < first; other++)
            again |= g_str_equal (g_array_index (self->legend, CtgLegendEntry, other).text, g_array_index (self->legend, CtgLegendEntry, k - 1).text);
          if (again)
            g_array_remove_index (self->legend, k - 1);
        }
    }
}

static void
add_keys (CtgLayout     *self,
          const CtgPlan *plan)
{
  for (unsigned int k = 0; plan->kind->key != NULL; k++)
    {
      char *text = plan->kind->key (plan, k);

      if (text == NULL)
        break;
      add_entry (self, plan, text, -1, k, CTG_PRESENCE_REPORTED);
    }
}

/* The entries that are needed: several series, and marks of what is missing where no words stand beside them. */
static void
fill_legend (CtgLayout     *self,
             const CtgPlan *plan)
{
  CtgLegendPlace place = plan->input->spec->legend;
  bool in_words = plan->kind->says_missing && !plan->vertical && plan->input->spec->value_labels && !plan->missing_lane;

  if (place == CTG_LEGEND_NONE || plan->n_rows == 0 || plan->kind->measure_legend != NULL)
    return;

  if (splits_series (plan))
    add_series_of_panels (self, plan);
  else
    add_series (self, plan, place == CTG_LEGEND_TOP);
  add_keys (self, splits_series (plan) ? g_ptr_array_index (plan->panels, 0) : plan);
  add_highlight (self, plan);
  if (plan->mark_not_reported && !in_words && (!plan->missing_lane || plan->mark_not_applicable))
    add_entry (self, plan, ctg_locale_phrase (plan->input->locale, CTG_PHRASE_LEGEND_NOT_REPORTED, NULL), -1, -1, CTG_PRESENCE_NOT_REPORTED);
  if (plan->mark_not_applicable && !in_words && (!plan->missing_lane || plan->mark_not_reported))
    add_entry (self, plan, ctg_locale_phrase (plan->input->locale, CTG_PHRASE_LEGEND_NOT_APPLICABLE, NULL), -1, -1, CTG_PRESENCE_NOT_APPLICABLE);
}

/* Entries in lines, wrapped at the page. Returns the height. */
static double
place_legend (CtgLayout     *self,
              const CtgPlan *plan,
              double         top)
{
  const CtgTheme *theme = &plan->theme;
  double key = theme->size * 1.3;
  double line = ctg_layout_get_line_height (plan, &theme->label) * 1.2;
  double left = theme->margin;
  double right = self->width - theme->margin;
  double x = left;
  double y = top + line / 2;

  if (self->legend->len == 0)
    return 0;

  for (unsigned int i = 0; i < self->legend->len; i++)
    {
      CtgLegendEntry *entry = &g_array_index (self->legend, CtgLegendEntry, i);
      char *text = ctg_text_measure_shorten (plan->input->measure, &theme->label, entry->text, right - left - key);
      CtgTextExtents extents;

      g_free (entry->text);
      entry->text = text;
      ctg_text_measure_line (plan->input->measure, &theme->label, text, &extents);
      if (x > left && x + key + extents.width > right)
        {
          x = left;
          y += line;
        }
      entry->x = x;
      entry->y = y;
      x += key + extents.width + theme->size * 1.4;
    }

  return y + line / 2 - top;
}

/* The room of a legend that the kind draws itself. */
static void
measure_legend (CtgLayout     *self,
                const CtgPlan *plan)
{
  double width = self->right - self->left;
  bool shared = plan->input->spec->panels_scales == CTG_PANELS_SCALES_SHARED;

  if (plan->kind->measure_legend == NULL || plan->input->spec->legend == CTG_LEGEND_NONE || plan->n_rows == 0)
    return;
  /* One for all panels, or one in each. */
  if ((plan->panels != NULL && !shared) || (plan->whole != NULL && shared))
    return;

  self->legend_box = ctg_rect (self->left, 0, width, plan->kind->measure_legend (plan, width));
}

static void
fill_texts (CtgLayout     *self,
            const CtgPlan *plan)
{
  const CtgTheme *theme = &plan->theme;
  double width = self->width - 2 * theme->margin;

  fill_block (&self->title, plan, plan->texts->title, &theme->title, theme->ink, CTG_ROLE_TITLE, width);
  fill_block (&self->subtitle, plan, plan->texts->subtitle, &theme->subtitle, theme->muted, CTG_ROLE_SUBTITLE, width);
  fill_block (&self->note, plan, plan->texts->note, &theme->note, theme->muted, CTG_ROLE_NOTE, width);
  fill_block (&self->source, plan, plan->texts->source, &theme->note, theme->muted, CTG_ROLE_SOURCE, width);
}

/* Places what stands above the plot; returns its top. */
static double
place_head (CtgLayout     *self,
            const CtgPlan *plan)
{
  double size = plan->theme.size;
  double y = plan->theme.margin;

  if (self->title.n_lines > 0)
    {
      self->title.y = y;
      y += get_block_height (&self->title) + size * 0.25;
    }
  if (self->subtitle.n_lines > 0)
    {
      self->subtitle.y = y;
      y += get_block_height (&self->subtitle) + size * 0.25;
    }
  if (y > plan->theme.margin)
    y += size * 0.55;
  if (self->legend->len > 0)
    y += place_legend (self, plan, y) + size * 0.5;
  if (self->legend_box.height > 0)
    {
      self->legend_box.y = y;
      y += self->legend_box.height + size * 0.5;
    }

  return y;
}

static double
get_foot_height (const CtgLayout *self,
                 const CtgPlan   *plan)
{
  double size = plan->theme.size;
  double height = get_block_height (&self->note) + get_block_height (&self->source);

  if (self->note.n_lines > 0 && self->source.n_lines > 0)
    height += size * 0.35;
  if (height > 0)
    height += size * 0.9;

  return height + plan->theme.margin;
}

static void
place_foot (CtgLayout     *self,
            const CtgPlan *plan)
{
  double y = self->height - plan->theme.margin;

  if (self->source.n_lines > 0)
    {
      y -= get_block_height (&self->source);
      self->source.y = y;
      y -= plan->theme.size * 0.35;
    }
  if (self->note.n_lines > 0)
    self->note.y = y - get_block_height (&self->note);
}

/* A page that gives a plot less than this share of what it asks for gives texts up first. */
#define LEAST_SHARE 0.5

/* The box of a kind that draws its plot itself. Returns its end. */
static double
place_own_plot (CtgLayout     *self,
                const CtgPlan *plan,
                double         top,
                double         bottom)
{
  double width = self->right - self->left;
  double wanted = plan->kind->measure_plot (plan, width);

  self->plot = ctg_rect (self->left, top, width, bottom >= 0 ? MAX (0, bottom - top) : wanted);
  self->crowded = self->plot.height < wanted * LEAST_SHARE;
  if (bottom >= 0 && plan->kind->fit_plot != NULL)
    {
      self->n_fitted = MIN (plan->n_rows, plan->kind->fit_plot (plan, width, self->plot.height));
      self->crowded = false;
    }

  return top + self->plot.height;
}

static double
place_plot (CtgLayout     *self,
            const CtgPlan *plan,
            double         top,
            double         bottom)
{
  g_array_set_size (self->panels, 0);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  ctg_layout_clear_ticks (self);
  g_clear_pointer (&self->labels, ctg_category_labels_free);
  g_clear_pointer (&self->references, g_array_unref);
  clear_block (&self->axis_title);
  self->n_fitted = plan->n_rows;
  self->n_values_left_out = 0;
  self->empty_y = top + plan->theme.size * 2;
  if (plan->n_rows == 0)
    return bottom >= 0 ? bottom : top + plan->theme.size * 4;
  if (plan->panels != NULL)
    return ctg_layout_panels (self, plan, top, bottom);
  if (plan->kind->draw_plot != NULL)
    return place_own_plot (self, plan, top, bottom);

  return plan->vertical ? ctg_layout_vertical (self, plan, top, bottom) : ctg_layout_horizontal (self, plan, top, bottom);
}

/* Values beside bars that share a row need more height than the bars; names and bars matter more. */
static void
place_with_or_without_values (CtgLayout     *self,
                              const CtgPlan *plan)
{
  double top = place_head (self, plan);
  double bottom = MAX (0, self->height - get_foot_height (self, plan));

  self->values_hidden = false;
  place_plot (self, plan, top, bottom);
  if (self->n_fitted < plan->n_rows && plan->kind->lanes && plan->input->spec->value_labels)
    {
      self->values_hidden = true;
      place_plot (self, plan, top, bottom);
    }
}

/* A page of given height: gives texts up, the least needed first, until at least some rows fit. */
static void
place_on_given_page (CtgLayout     *self,
                     const CtgPlan *plan)
{
  CtgTextBlock *order[] = { &self->subtitle, &self->note, &self->source, &self->title };
  unsigned int wanted = MIN (plan->n_rows, 3);

  for (unsigned int k = 0;; k++)
    {
      place_with_or_without_values (self, plan);
      if ((self->n_fitted >= wanted && !self->crowded) || k == G_N_ELEMENTS (order) + 1)
        break;
      if (k == G_N_ELEMENTS (order))
        {
          g_array_set_size (self->legend, 0);
          self->legend_box.height = 0;
        }
      else if (order[k]->n_lines > 0)
        {
          clear_block (order[k]);
          self->texts_left_out = true;
        }
    }
}

static CtgLayout *
layout_alloc (const CtgPlan *plan,
              double         left,
              double         right)
{
  CtgLayout *self = g_new0 (CtgLayout, 1);

  self->legend = g_array_new (FALSE, TRUE, sizeof (CtgLegendEntry));
  g_array_set_clear_func (self->legend, clear_entry);
  self->panels = g_array_new (FALSE, TRUE, sizeof (CtgPanel));
  self->rows = g_new0 (CtgRowPlace, MAX (1, plan->n_rows));
  self->width = plan->input->spec->page_width;
  self->height = plan->input->spec->page_height;
  self->left = left;
  self->right = right;

  return self;
}

CtgLayout *
ctg_layout_new_cell (const CtgPlan *plan,
                     double         left,
                     double         right)
{
  CtgLayout *self = layout_alloc (plan, left, right);

  measure_legend (self, plan);

  return self;
}

double
ctg_layout_fill_cell_title (CtgLayout     *self,
                            const CtgPlan *plan,
                            double         width)
{
  CtgFont font = plan->theme.label;

  font.bold = true;
  clear_block (&self->title);
  fill_block (&self->title, plan, plan->texts->title, &font, plan->theme.ink, CTG_ROLE_PANEL_TITLE, width);

  return get_block_height (&self->title);
}

double
ctg_layout_place_cell (CtgLayout     *self,
                       const CtgPlan *plan,
                       double         top,
                       double         title_height,
                       double         bottom)
{
  double y = top + title_height + plan->theme.size * 0.3;

  /* Titles of one line stand beside the last line of others. */
  self->title.y = top + title_height - get_block_height (&self->title);
  if (self->legend_box.height > 0)
    {
      self->legend_box.y = y;
      y += self->legend_box.height + plan->theme.size * 0.5;
    }

  return place_plot (self, plan, y, bottom >= 0 ? MAX (y, bottom) : -1);
}

CtgLayout *
ctg_layout_new (const CtgPlan *plan)
{
  double margin = plan->theme.margin;
  CtgLayout *self = layout_alloc (plan, margin, plan->input->spec->page_width - margin);

  fill_texts (self, plan);
  fill_legend (self, plan);
  measure_legend (self, plan);
  if (self->height > 0)
    place_on_given_page (self, plan);
  else
    self->height = place_plot (self, plan, place_head (self, plan), -1) + get_foot_height (self, plan);
  place_foot (self, plan);

  return self;
}

void
ctg_layout_free (CtgLayout *self)
{
  if (self == NULL)
    return;

  clear_block (&self->title);
  clear_block (&self->subtitle);
  clear_block (&self->axis_title);
  clear_block (&self->note);
  clear_block (&self->source);
  g_array_unref (self->legend);
  g_array_unref (self->panels);
  g_clear_pointer (&self->references, g_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->labels, ctg_category_labels_free);
  ctg_layout_clear_ticks (self);
  g_free (self->zero_label);
  g_free (self->missing_label);
  g_free (self->rows);
  g_free (self);
}

const CtgPanel *
ctg_layout_get_panel (const CtgLayout *self,
                      unsigned int     i)
{
  return &g_array_index (self->panels, CtgPanel, self->rows[i].panel);
}

double
ctg_layout_get_place (const CtgLayout *self,
                      unsigned int     i,
                      double           value)
{
  const CtgPanel *panel = ctg_layout_get_panel (self, i);

  if (value <= 0 && !isnan (panel->zero))
    return panel->zero;

  return ctg_scale_map (&panel->scale, CLAMP (value, panel->scale.domain_min, panel->scale.domain_max));
}

void
ctg_layout_set_scale (CtgPanel      *panel,
                      const CtgPlan *plan,
                      double         start,
                      double         end)
{
  double direction = end < start ? -1 : 1;

  panel->scale = ctg_plan_make_scale (plan, panel->apart, start, end);
  panel->zero = plan->zero_lane ? start - direction * ctg_plan_get_zero_offset (plan) : NAN;
  panel->missing = plan->missing_lane ? start - direction * ctg_plan_get_missing_offset (plan) : NAN;
}

void
ctg_layout_make_lane_labels (CtgLayout     *self,
                             const CtgPlan *plan)
{
  g_clear_pointer (&self->zero_label, g_free);
  g_clear_pointer (&self->missing_label, g_free);
  if (plan->zero_lane)
    self->zero_label = ctg_locale_format_number (plan->input->locale, 0, 0);
  if (plan->missing_lane && plan->mark_not_reported)
    self->missing_label = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_NOT_REPORTED, NULL);
  else if (plan->missing_lane)
    self->missing_label = ctg_locale_phrase (plan->input->locale, CTG_PHRASE_NOT_APPLICABLE, NULL);
}

double
ctg_layout_get_lane (const CtgLayout *self,
                     unsigned int     i,
                     unsigned int     lane)
{
  return self->rows[i].lane_start + lane * self->rows[i].lane_pitch;
}
