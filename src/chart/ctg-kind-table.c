/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table as a typeset figure, with the rules of a good journal: a heavy line above and below, a light one under the head, none
 * between the rows but a little air after every fifth. Numbers stand at the end of their column, their ones under one another. */

#include <math.h>
#include <string.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-labels.h"
#include "chart/ctg-words-private.h"
#include "chart/ctg-wrap.h"

#define MOST_SERIES 8
/* Names may take this share of the width, and columns stand so many sizes apart, at least. */
#define LEAST_NAMES 0.25
#define LEAST_GAP 0.6
/* A word of a head may be cut where it is longer than this. */
#define MOST_WORD 5.5
/* A little air after so many rows. */
#define GROUP 5

typedef struct
{
  char **head;          /* lines */
  unsigned int n_lines;
  double width;         /* of the numbers, or of the head where that is wider */
  double end;           /* where numbers end */
  double decimals;      /* room behind the ones, for the longest decimals */
} Column;

typedef struct
{
  CtgCategoryLabels *names;
  Column columns[MOST_SERIES];
  unsigned int n_columns;
  double line;
  double head_line;
  double head_height;
  double air;
} Frame;

static void
frame_free (Frame *self)
{
  for (unsigned int s = 0; s < self->n_columns; s++)
    g_strfreev (self->columns[s].head);
  ctg_category_labels_free (self->names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frame, frame_free)

static double
measure_text (const CtgPlan *plan,
              const CtgFont *font,
              const char    *text)
{
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, font, text, &extents);

  return extents.width;
}

/* What a cell says; a cell without a number says so by a dash, which the note explains. What is left out as doubtful was reported: no dash. */
static char *
dup_cell (const CtgPlan *plan,
          unsigned int   i,
          unsigned int   s)
{
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, s);

  if (ctg_estimate_is_reported (estimate))
    return ctg_estimate_format (estimate, plan->input->locale);
  if (ctg_plan_is_left_out (plan, i, s))
    return g_strdup ("");

  return g_strdup (estimate->presence == CTG_PRESENCE_NOT_REPORTED ? "–" : "·");
}

/* The sign between ones and decimals. */
static char *
dup_decimal_sign (const CtgLocale *locale)
{
  g_autofree char *half = ctg_locale_format_number (locale, 0.5, 1);
  const char *start = g_utf8_next_char (half);
  const char *end = g_utf8_find_prev_char (half, half + strlen (half));

  return g_strndup (start, MAX (0, end - start));
}

/* How wide the decimals are in which a cell ends, with their sign. */
static double
measure_decimals (const CtgPlan *plan,
                  const char    *cell)
{
  g_autofree char *sign = dup_decimal_sign (plan->input->locale);
  const char *decimals = *sign != '\0' ? g_strrstr (cell, sign) : NULL;
  const char *end = decimals;

  if (decimals == NULL)
    return 0;
  for (end += strlen (sign); g_unichar_isdigit (g_utf8_get_char (end)); end = g_utf8_next_char (end))
    ;

  return *end == '\0' ? measure_text (plan, &plan->theme.label, decimals) : 0;
}

/* The width of the numbers of a column, whose ones stand under one another. */
static double
measure_numbers (Column        *column,
                 const CtgPlan *plan,
                 unsigned int   s)
{
  double ones = 0;

  column->decimals = 0;
  for (unsigned int i = 0; i < plan->n_rows; i++)
    {
      g_autofree char *cell = dup_cell (plan, i, s);
      double decimals = measure_decimals (plan, cell);

      ones = MAX (ones, measure_text (plan, &plan->theme.label, cell) - decimals);
      column->decimals = MAX (column->decimals, decimals);
    }

  return ones + column->decimals;
}

/* Breaks the head of a column at the width there is; a longer word is cut. */
static void
fill_head (Column        *column,
           const CtgPlan *plan,
           const char    *title,
           double         room)
{
  double numbers = column->width;

  g_autofree char *isolated = ctg_locale_isolate (plan->input->locale, title);

  column->head = ctg_wrap_balanced (plan->input->measure, &plan->theme.axis, isolated, room);
  column->n_lines = g_strv_length (column->head);
  for (unsigned int k = 0; k < column->n_lines; k++)
    {
      char *line = ctg_text_measure_shorten (plan->input->measure, &plan->theme.axis, column->head[k], room);

      g_free (column->head[k]);
      column->head[k] = line;
      column->width = MAX (column->width, measure_text (plan, &plan->theme.axis, line));
    }
  column->width = MAX (column->width, numbers);
}

/* The longest word of a head. */
static double
get_word_width (const CtgPlan *plan,
                const char    *title)
{
  g_auto(GStrv) words = ctg_text_measure_wrap (plan->input->measure, &plan->theme.axis, title, 1);
  double width = 0;

  for (unsigned int k = 0; words[k] != NULL; k++)
    width = MAX (width, measure_text (plan, &plan->theme.axis, words[k]));

  return width;
}

static Frame *
frame_new (const CtgPlan *plan,
           double         width)
{
  Frame *self = g_new0 (Frame, 1);
  double size = plan->theme.size;
  double numbers = 0;
  double columns = 0;

  /* Columns that do not fit a narrow page even closely set are left out, the last first. */
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      double needed = MAX (measure_numbers (&self->columns[s], plan, s), MIN (get_word_width (plan, plan->titles[s]), size * MOST_WORD));

      if (s > 0 && width * LEAST_NAMES + numbers + needed + (s + 1) * size * LEAST_GAP > width)
        break;
      self->columns[s].width = needed;
      self->n_columns = s + 1;
      numbers += needed;
    }

  double gap = CLAMP ((width * (1 - LEAST_NAMES) - numbers) / self->n_columns, size * LEAST_GAP, size * 1.6);

  numbers += self->n_columns * gap;
  self->names = ctg_category_labels_new (plan, MAX (width * LEAST_NAMES, MIN (width * 0.5, width - numbers)), 2);

  /* What is left is shared by the heads. */
  double spare = MAX (0, width - self->names->width - numbers) / self->n_columns;

  for (unsigned int s = 0; s < self->n_columns; s++)
    {
      Column *column = &self->columns[s];

      fill_head (column, plan, plan->titles[s], column->width + spare);
      columns += column->width + gap;
      self->head_height = MAX (self->head_height, column->n_lines);
    }
  self->line = ctg_layout_get_line_height (plan, &plan->theme.label) * 1.22;
  self->head_line = ctg_layout_get_line_height (plan, &plan->theme.axis) * 1.05;
  self->head_height = self->head_height * self->head_line + plan->theme.size * 0.8;
  self->air = plan->theme.size * 0.45;

  /* Columns stand apart evenly, the last one at the end of the line; much wider a page spreads them no further than this. */
  double room = MAX (0, width - self->names->width - columns) / self->n_columns;
  double stretch = room < size * 8 ? room : size * 6;
  double x = self->names->width;

  for (unsigned int s = 0; s < self->n_columns; s++)
    {
      x += gap + stretch + self->columns[s].width;
      self->columns[s].end = x;
    }

  return self;
}

/* Rows of names in two lines are higher. */
static double
get_row_height (const Frame *self,
                unsigned int i)
{
  return self->line + (self->names->items[i].n_lines - 1) * self->names->line_height;
}

static double
get_rows_height (const Frame *self,
                 unsigned int n)
{
  double height = 0;

  for (unsigned int i = 0; i < n; i++)
    height += get_row_height (self, i) + (i > 0 && i % GROUP == 0 ? self->air : 0);

  return height;
}

/* The rules and the air at them. */
static double
get_frame_height (const Frame   *self,
                  const CtgPlan *plan)
{
  return self->head_height + plan->theme.size * 1.1;
}

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  g_autoptr(Frame) frame = frame_new (plan, width);

  return get_frame_height (frame, plan) + get_rows_height (frame, plan->n_rows);
}

static unsigned int
fit_plot (const CtgPlan *plan,
          double         width,
          double         height)
{
  g_autoptr(Frame) frame = frame_new (plan, width);
  unsigned int n = 0;

  while (n < plan->n_rows && get_frame_height (frame, plan) + get_rows_height (frame, n + 1) <= height + 0.01)
    n++;

  return n;
}

static void
draw_rule (CtgPen *pen,
           double  from,
           double  to,
           double  y,
           double  weight)
{
  CtgStyle style = ctg_style_stroke (pen->plan->theme.ink, weight);

  ctg_canvas_line (pen->canvas, CTG_ROLE_AXIS_LINE, (CtgPoint) { from, y }, (CtgPoint) { to, y }, &style);
}

/* Digits run from left to right in every language: on a mirrored page, too, ones stand under ones, on the right of the column. */
static CtgAlign
align_in_column (const CtgPen *pen,
                 const Column *column,
                 double       *x)
{
  *x += pen->canvas->rtl ? column->end - column->width : column->end;

  return pen->canvas->rtl ? CTG_ALIGN_START : CTG_ALIGN_END;
}

static void
draw_head (CtgPen      *pen,
           const Frame *frame,
           CtgRect      plot)
{
  const CtgTheme *theme = &pen->plan->theme;
  double bottom = plot.y + frame->head_height - theme->size * 0.4;

  for (unsigned int s = 0; s < frame->n_columns; s++)
    {
      const Column *column = &frame->columns[s];
      double x = plot.x;
      CtgAlign align = align_in_column (pen, column, &x);

      for (unsigned int k = 0; k < column->n_lines; k++)
        {
          double y = bottom - (column->n_lines - 1 - k) * frame->head_line - frame->head_line * 0.22;

          ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->ink, column->head[k], (CtgPoint) { x, y }, align);
        }
    }
}

static void
draw_name (CtgPen      *pen,
           const Frame *frame,
           unsigned int i,
           double       x,
           double       y)
{
  const CtgPlan *plan = pen->plan;
  const CtgCategoryLabel *label = &frame->names->items[i];

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[i], -1 });
  for (unsigned int k = 0; k < label->n_lines; k++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &plan->theme.label, plan->theme.ink, label->lines[k],
                     (CtgPoint) { x, y + k * frame->names->line_height }, CTG_ALIGN_START);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

static void
draw_cell (CtgPen       *pen,
           const Column *column,
           unsigned int  i,
           unsigned int  s,
           CtgRect       plot,
           double        y)
{
  const CtgPlan *plan = pen->plan;
  bool reported = ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, s));
  g_autofree char *cell = dup_cell (plan, i, s);
  double x = plot.x;
  CtgAlign align = align_in_column (pen, column, &x);
  double missing = column->decimals - measure_decimals (plan, cell);

  if (*cell == '\0')
    return;

  x += pen->canvas->rtl ? missing : -missing;

  ctg_pen_begin_mark (pen, reported ? CTG_ROLE_MARK : CTG_ROLE_MISSING, i, s);
  ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, &plan->theme.label, reported ? plan->theme.ink : plan->theme.missing, cell,
                   (CtgPoint) { x, y }, align);
  ctg_pen_end_mark (pen);
}

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  const CtgPlan *plan = pen->plan;
  g_autoptr(Frame) frame = frame_new (plan, plot.width);
  unsigned int n = pen->layout->n_fitted;
  double size = plan->theme.size;
  double end = plot.x + frame->columns[frame->n_columns - 1].end;
  double y = plot.y + frame->head_height + size * 0.35;
  g_autofree double *baselines = g_new (double, n + 1);

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "table-head");
  draw_rule (pen, plot.x, end, plot.y, 1);
  draw_head (pen, frame, plot);
  draw_rule (pen, plot.x, end, plot.y + frame->head_height, 0.5);
  ctg_scene_builder_pop (pen->canvas->builder);

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-rows");
  for (unsigned int i = 0; i < n; i++)
    {
      y += i > 0 && i % GROUP == 0 ? frame->air : 0;
      baselines[i] = y + frame->names->ascent + (frame->line - frame->names->line_height) / 2;

      CtgPlan storage;
      CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

      draw_name (&row_pen, frame, i, plot.x, baselines[i]);
      y += get_row_height (frame, i);
    }
  draw_rule (pen, plot.x, end, y + size * 0.35, 1);
  ctg_scene_builder_pop (pen->canvas->builder);

  for (unsigned int s = 0; s < frame->n_columns; s++)
    {
      ctg_pen_begin_series (pen, s);
      for (unsigned int i = 0; i < n; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          draw_cell (&row_pen, &frame->columns[s], i, s, plot, baselines[i]);
        }
      ctg_scene_builder_pop (pen->canvas->builder);
    }

  for (unsigned int s = frame->n_columns; s < plan->n_series; s++)
    ctg_pen_warn (pen, CTG_PHRASE_WARN_COLUMN_LEFT_OUT, "page.width", plan->titles[s]);
  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", frame->names->n_cut);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool missing = false;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      for (unsigned int s = 0; s < words->n_series; s++)
        missing |= ctg_words_get_estimate (words, i, s)->presence == CTG_PRESENCE_NOT_REPORTED;
    }
  if (missing)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_DASH, NULL));
}

const CtgKind ctg_kind_table = {
  .info = {
    .id = "table",
    .title = CTG_PHRASE_KIND_TABLE,
    .summary = CTG_PHRASE_KIND_TABLE_SUMMARY,
    .min_series = 1,
    .max_series = MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_TABLE,
  .points = true,
  .has_no_scale = true,
  .names_series = true,
  .says_missing = true,
  .note = note,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
};
