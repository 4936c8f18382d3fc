/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One square stands for a round number of people, or for one or some per cent: squares run along a row and go on in the next line. What is
 * less than a square fills it in part. A whole with its parts is one run of squares. */

#include <math.h>

#include "chart/ctg-labels.h"
#include "chart/ctg-parts.h"
#include "chart/ctg-words-private.h"

#define MOST_SERIES 6
/* In sizes of the label. */
#define SIDE 0.74
#define PITCH 0.88
#define GROUP_GAP 0.3
#define ROW_GAP 0.5
/* Squares stand in groups of so many, so that they can be counted; a line holds some groups. */
#define GROUP 5
#define MOST_GROUPS 10
/* The largest row takes so many lines, more where there are few rows. */
#define MOST_LINES 3
#define FEW_ROWS 8
#define MOST_LINES_OF_FEW 5
/* A row never takes more squares than this, whatever is asked of it. */
#define MOST_SQUARES 400
/* Names may take this share of the width. */
#define LEAST_NAMES 0.34

/* ---- what a square stands for ---- */

static bool
is_percent (const CtgTable     *table,
            const unsigned int *series)
{
  return g_strcmp0 (ctg_table_get_series (table, series[0])->info->unit, "percent") == 0;
}

/* Whether the squares of a row end with a whole that is not a number of the source: 100 per cent. */
static bool
is_of_hundred (const CtgTable     *table,
               const unsigned int *series,
               unsigned int        n_series)
{
  return is_percent (table, series) && ctg_table_get_series (table, series[0])->info->nature == CTG_NATURE_SHARE &&
         !ctg_parts_have_whole (table, series, n_series);
}

static double
get_group_width (double size)
{
  return size * (GROUP * PITCH + GROUP_GAP);
}

/* The squares that a line of a page so wide holds, as far as can be said before names are measured. */
static unsigned int
guess_columns (const CtgTheme *theme,
               double          page_width)
{
  return CLAMP ((unsigned int) (page_width * 0.5 / get_group_width (theme->size)), 1, MOST_GROUPS) * GROUP;
}

/* The smallest round number of which the largest row takes no more than a few lines. It follows from data and page alone, so that note and
 * alternative text can say it. */
static double
choose_unit (const CtgTheme *theme,
             double          page_width,
             double          largest,
             unsigned int    n_rows)
{
  static const double round_numbers[] = { 1, 2, 5 };
  unsigned int lines = n_rows <= FEW_ROWS ? MOST_LINES_OF_FEW : MOST_LINES;
  double most = MIN (MOST_SQUARES, lines * guess_columns (theme, page_width));

  for (double decade = 1; decade < 1e15; decade *= 10)
    {
      for (unsigned int k = 0; k < G_N_ELEMENTS (round_numbers); k++)
        {
          if (largest <= most * round_numbers[k] * decade)
            return round_numbers[k] * decade;
        }
    }

  return MAX (1, largest);
}

/* How far the squares of a row reach. */
static double
get_extent (const CtgTable     *table,
            unsigned int        row,
            const unsigned int *series,
            unsigned int        n_series)
{
  double certain;
  double possible;
  bool open;

  if (n_series > 1 && (ctg_parts_have_whole (table, series, n_series) || is_percent (table, series)))
    return ctg_parts_get_whole (table, row, series, n_series);
  if (n_series > 1)
    {
      /* Of several panels. */
      double largest = 0;

      for (unsigned int s = 0; s < n_series; s++)
        largest = MAX (largest, get_extent (table, row, &series[s], 1));
      return largest;
    }
  if (!ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[0])))
    return 0;
  if (is_of_hundred (table, series, n_series))
    return 100;

  ctg_estimate_get_extent (ctg_table_get_estimate (table, row, series[0]), &certain, &possible, &open);

  return MAX (0, MAX (certain, possible));
}

static double
get_unit (const CtgTable     *table,
          const unsigned int *rows,
          unsigned int        n_rows,
          const unsigned int *series,
          unsigned int        n_series,
          const CtgTheme     *theme,
          double              page_width)
{
  double largest = 0;

  for (unsigned int i = 0; i < n_rows; i++)
    largest = MAX (largest, get_extent (table, rows[i], series, n_series));

  return choose_unit (theme, page_width, largest, n_rows);
}

/* Squares stand for the same number in all panels, whatever their scales. */
static double
get_plan_unit (const CtgPlan *self)
{
  const CtgPlan *plan = self->whole != NULL ? self->whole : self;

  return get_unit (plan->input->table, plan->rows, plan->n_rows, plan->series, plan->n_series, &plan->theme, plan->input->spec->page_width);
}

/* "One square is 100 people". */
static char *
dup_unit_text (const CtgLocale *locale,
               const CtgSeries *series,
               double           unit)
{
  g_autofree char *number = ctg_locale_format_number (locale, unit, 0);

  if (g_str_equal (series->info->unit, "persons"))
    return ctg_locale_phrase_plural (locale, CTG_PHRASE_DOTS_PEOPLE, (unsigned int) MIN (unit, 1e9), NULL);
  if (g_str_equal (series->info->unit, "percent"))
    return ctg_locale_phrase (locale, CTG_PHRASE_DOTS_PERCENT, number, NULL);

  return ctg_locale_phrase (locale, CTG_PHRASE_DOTS_OTHER, number, series->info->unit, NULL);
}

/* ---- where squares stand ---- */

typedef struct
{
  CtgCategoryLabels *names;
  double x;             /* of the first square */
  double side;
  double pitch;
  double gap;           /* more, after a group */
  unsigned int columns;
  double unit;
  double ascent;        /* of a number */
  double descent;
  bool values;          /* there is room to write the numbers */
} Frame;

static void
frame_free (Frame *self)
{
  ctg_category_labels_free (self->names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frame, frame_free)

static char *
dup_value (const CtgPlan *plan,
           unsigned int i)
{
  if (plan->n_series > 1)
    return ctg_parts_format_row (plan, i);

  return ctg_words_format_value (ctg_plan_get_estimate (plan, i, 0), ctg_table_get_series (plan->input->table, plan->series[0])->info, plan->input->locale);
}

static double
measure_value (const CtgPlan *plan,
               unsigned int   i)
{
  g_autofree char *text = dup_value (plan, i);
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, &plan->theme.value, text, &extents);

  return extents.width;
}

static double
get_widest_value (const CtgPlan *plan)
{
  double widest = 0;

  for (unsigned int i = 0; i < plan->n_rows; i++)
    widest = MAX (widest, measure_value (plan, i));

  return widest;
}

/* Panels leave the same room for names and numbers, so that their squares stand under each other. */
static void
measure_panels (const CtgPlan *plan,
                double         names_share,
                double        *names,
                double        *values)
{
  for (unsigned int p = 0; p < plan->panels->len; p++)
    {
      const CtgPlan *panel = g_ptr_array_index (plan->panels, p);
      CtgCategoryLabels *labels = ctg_category_labels_new (panel, names_share, 2);

      *names = MAX (*names, labels->width);
      *values = MAX (*values, get_widest_value (panel));
      ctg_category_labels_free (labels);
    }
}

static Frame *
frame_new (const CtgPlan *plan,
           double         width)
{
  Frame *self = g_new0 (Frame, 1);
  double size = plan->theme.size;
  CtgTextExtents digit;
  double names;
  double values = get_widest_value (plan);

  self->names = ctg_category_labels_new (plan, width * LEAST_NAMES, 2);
  names = self->names->width;
  if (plan->whole != NULL)
    measure_panels (plan->whole, width * LEAST_NAMES, &names, &values);

  double label = plan->input->spec->value_labels ? values + size * 1.3 : 0;

  self->x = names + size * 0.6;
  self->side = size * SIDE;
  self->pitch = size * PITCH;
  self->gap = size * GROUP_GAP;
  self->unit = get_plan_unit (plan);
  ctg_text_measure_line (plan->input->measure, &plan->theme.value, "0", &digit);
  self->ascent = digit.ascent;
  self->descent = digit.descent;
  self->values = label > 0 && width - self->x - label >= get_group_width (size);

  double room = width - self->x - (self->values ? label : 0);
  unsigned int groups = CLAMP ((int) ((room + self->gap) / get_group_width (size)), 1, MOST_GROUPS);

  self->columns = groups * GROUP;
  /* A page too narrow for one group gets smaller squares. */
  if (get_group_width (size) - self->gap > room)
    {
      self->pitch = MAX (0.5, room / GROUP);
      self->side = self->pitch * SIDE / PITCH;
    }

  return self;
}

static unsigned int
count_lines (const Frame *self,
             double       squares)
{
  return MAX (1, (unsigned int) ceil (squares / self->columns - 1e-9));
}

static double
get_squares (const Frame   *self,
             const CtgPlan *plan,
             unsigned int   i)
{
  return get_extent (plan->input->table, plan->rows[i], plan->series, plan->n_series) / self->unit;
}

/* The baseline of a number beside a line of squares: in its middle, but never up to the squares of the line above. */
static double
get_baseline (const Frame   *self,
              const CtgPlan *plan,
              unsigned int   line)
{
  double middle = line * self->pitch + self->side / 2 + plan->theme.value.size * 0.36;

  return line > 0 ? MAX (middle, (line - 1) * self->pitch + self->side + self->ascent + 0.1) : middle;
}

static double
get_row_height (const Frame   *self,
                const CtgPlan *plan,
                unsigned int   i)
{
  unsigned int lines = count_lines (self, get_squares (self, plan, i));
  double names = self->names->items[i].n_lines * self->names->line_height;

  return MAX (names, MAX (lines * self->pitch, get_baseline (self, plan, lines - 1) + self->descent)) + plan->theme.size * ROW_GAP;
}

static double
get_rows_height (const Frame   *self,
                 const CtgPlan *plan,
                 unsigned int   n)
{
  double height = 0;

  for (unsigned int i = 0; i < n; i++)
    height += get_row_height (self, plan, i);

  return height;
}

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  g_autoptr(Frame) frame = frame_new (plan, width);

  return get_rows_height (frame, plan, plan->n_rows);
}

static unsigned int
fit_plot (const CtgPlan *plan,
          double         width,
          double         height)
{
  g_autoptr(Frame) frame = frame_new (plan, width);
  unsigned int n = 0;

  while (n < plan->n_rows && get_rows_height (frame, plan, n + 1) <= height + 0.01)
    n++;

  return n;
}

/* The upper left corner of a square, from that of the row's first. */
static CtgPoint
get_square (const Frame *self,
            CtgPoint     at,
            unsigned int k)
{
  unsigned int column = k % self->columns;
  unsigned int line = k / self->columns;

  return (CtgPoint) { at.x + column * self->pitch + column / GROUP * self->gap, at.y + line * self->pitch };
}

/* ---- drawing ---- */

/* Fills squares from one place of the run to another; both may lie inside a square. */
static void
draw_run (CtgPen      *pen,
          const Frame *frame,
          CtgPoint     at,
          double       from,
          double       to,
          CtgColor     color)
{
  CtgStyle style = ctg_style_fill (color);

  if (to <= from)
    return;

  for (unsigned int k = (unsigned int) floor (from + 1e-9); k < to - 1e-9; k++)
    {
      CtgPoint corner = get_square (frame, at, k);
      double start = MAX (0, from - k) * frame->side;
      double end = MIN (1, to - k) * frame->side;

      /* One person is seen too. */
      ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect (corner.x + start, corner.y, MAX (end - start, 0.5), frame->side), &style);
    }
}

/* The square that is filled in part, whole in outline. */
static void
draw_outline (CtgPen      *pen,
              const Frame *frame,
              CtgPoint     at,
              double       squares,
              CtgColor     color)
{
  CtgStyle style = ctg_style_stroke (ctg_color_mix (color, pen->plan->theme.paper, 0.35), 0.4);
  CtgPoint corner = get_square (frame, at, (unsigned int) floor (squares));

  if (squares - floor (squares) > 0.01)
    ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, ctg_rect (corner.x + 0.2, corner.y + 0.2, frame->side - 0.4, frame->side - 0.4), &style);
}

/* It goes on from here, nobody says how far. */
static void
draw_open_end (CtgPen      *pen,
               const Frame *frame,
               CtgPoint     corner,
               CtgColor     color)
{
  double half = frame->side / 2;
  double depth = frame->side * 0.36;

  for (int k = 0; k < 2; k++)
    {
      double x = corner.x + k * (depth + 0.6);
      CtgPoint points[] = { { x, corner.y }, { x + depth, corner.y + half }, { x, corner.y + frame->side } };
      CtgStyle style = ctg_style_stroke (k == 0 ? color : ctg_theme_get_tint (&pen->plan->theme, color), MAX (0.7, frame->side * 0.16));

      ctg_canvas_polygon (pen->canvas, CTG_ROLE_OPEN_END, points, G_N_ELEMENTS (points), false, &style);
    }
}

static CtgColor
get_rest_color (const CtgTheme *theme)
{
  return ctg_color_mix (theme->ink, theme->paper, 0.88);
}

static void
draw_missing (CtgPen      *pen,
              const Frame *frame,
              unsigned int i,
              CtgPoint     at)
{
  const CtgPlan *plan = pen->plan;
  double size = ctg_plan_get_missing_size (plan) * 0.72;

  if (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, 0))
    return;

  ctg_pen_begin_mark (pen, CTG_ROLE_MISSING, i, 0);
  ctg_pen_missing_symbol (pen->canvas, &plan->theme, ctg_plan_get_estimate (plan, i, 0)->presence, plan->theme.missing,
                          (CtgPoint) { at.x + size / 2, at.y + frame->side / 2 }, size);
  ctg_pen_end_mark (pen);
}

/* A count of its own: what is certain solid, what is possible light, the rest of 100 per cent grey. */
static void
draw_count (CtgPen      *pen,
            const Frame *frame,
            unsigned int i,
            CtgPoint     at)
{
  const CtgPlan *plan = pen->plan;
  double certain;
  double possible;
  bool open;

  ctg_estimate_get_extent (ctg_plan_get_estimate (plan, i, 0), &certain, &possible, &open);
  certain = MAX (0, certain) / frame->unit;
  possible = MAX (0, possible) / frame->unit;

  double squares = get_squares (frame, plan, i);
  bool hundred = is_of_hundred (plan->input->table, plan->series, plan->n_series);

  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, 0);
  double end = MAX (certain, possible);

  /* An open end takes the place of a square. */
  if (hundred)
    draw_run (pen, frame, at, MIN (squares, open ? ceil (end) + 1 : end), squares, get_rest_color (&plan->theme));
  draw_run (pen, frame, at, certain, possible, ctg_theme_get_tint (&plan->theme, plan->colors[0]));
  draw_run (pen, frame, at, 0, certain, plan->colors[0]);
  if (certain == 0 && possible == 0)
    {
      CtgStyle zero = ctg_style_stroke (plan->colors[0], 0.75);

      ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { at.x, at.y }, (CtgPoint) { at.x, at.y + frame->side }, &zero);
    }
  if (open && (!hundred || end < squares))
    draw_open_end (pen, frame, get_square (frame, at, (unsigned int) ceil (end - 1e-9)), plan->colors[0]);
  else if (!hundred)
    draw_outline (pen, frame, at, end, plan->colors[0]);
  ctg_pen_end_mark (pen);
}

static void
draw_piece (CtgPen      *pen,
            const Frame *frame,
            unsigned int i,
            unsigned int s,
            CtgPoint     at)
{
  const CtgPlan *plan = pen->plan;
  double from;
  double to;
  bool last = plan->has_whole ? s == 0 : s + 1 == plan->n_series;

  ctg_parts_get_piece (plan, i, s, &from, &to);
  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  draw_run (pen, frame, at, from / frame->unit, to / frame->unit, plan->colors[s]);
  if (last && !plan->has_whole)
    draw_run (pen, frame, at, to / frame->unit, get_squares (frame, plan, i), get_rest_color (&plan->theme));
  if (last && plan->has_whole)
    draw_outline (pen, frame, at, to / frame->unit, plan->colors[s]);
  ctg_pen_end_mark (pen);
}

static void
draw_name (CtgPen      *pen,
           const Frame *frame,
           unsigned int i,
           CtgPoint     at)
{
  const CtgPlan *plan = pen->plan;
  const CtgCategoryLabel *label = &frame->names->items[i];

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[i], -1 });
  for (unsigned int k = 0; k < label->n_lines; k++)
    ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &plan->theme.label, plan->theme.ink, label->lines[k],
                     (CtgPoint) { at.x - plan->theme.size * 0.6, at.y + frame->names->ascent + k * frame->names->line_height }, CTG_ALIGN_END);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

/* Behind the last square; where all rows are equally long, behind the first line. */
static void
draw_value (CtgPen      *pen,
            const Frame *frame,
            unsigned int i,
            CtgPoint     at)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  const CtgEstimate *estimate = ctg_plan_get_estimate (plan, i, 0);
  bool reported = ctg_estimate_is_reported (estimate);
  g_autofree char *text = dup_value (plan, i);
  bool hundred = is_of_hundred (plan->input->table, plan->series, plan->n_series);
  double squares = ceil (get_squares (frame, plan, i) - 1e-9);

  if (hundred)
    squares = MIN (squares, frame->columns);

  unsigned int last = squares > 0 ? (unsigned int) squares - 1 : 0;
  CtgPoint corner = get_square (frame, at, last);
  double x = corner.x + theme->size * 0.4;
  double certain = 0;
  double possible = 0;
  bool open = false;

  if (!reported && (!plan->input->spec->missing_marks || ctg_plan_is_left_out (plan, i, 0)))
    return;

  if (reported && plan->n_series == 1)
    ctg_estimate_get_extent (estimate, &certain, &possible, &open);
  if (squares > 0 || !reported)
    x += frame->side;
  if (open && !hundred)
    x += frame->side;

  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[i], plan->series[0] });
  ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, &theme->value, reported ? theme->ink : theme->missing, text,
                   (CtgPoint) { x, at.y + get_baseline (frame, plan, last / frame->columns) }, CTG_ALIGN_START);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  const CtgPlan *plan = pen->plan;
  g_autoptr(Frame) frame = frame_new (plan, plot.width);
  unsigned int n = pen->layout->n_fitted;
  g_autofree CtgPoint *places = g_new (CtgPoint, n + 1);
  double y = plot.y;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_AXIS, "axis-rows");
  for (unsigned int i = 0; i < n; i++)
    {
      /* The first line of squares stands in the middle of a line of text. */
      places[i] = (CtgPoint) { plot.x + frame->x, y + MAX (0, (frame->names->line_height - frame->side) / 2) };
      draw_name (pen, frame, i, (CtgPoint) { places[i].x, y });
      y += get_row_height (frame, plan, i);
    }
  ctg_scene_builder_pop (pen->canvas->builder);

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      g_autofree char *id = g_strconcat ("series-", ctg_table_get_series (plan->input->table, plan->series[s])->id, NULL);

      ctg_scene_builder_set_label (pen->canvas->builder, plan->titles[s]);
      ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_SERIES, id);
      for (unsigned int i = 0; i < n; i++)
        {
          if (plan->n_series > 1)
            draw_piece (pen, frame, i, s, places[i]);
          else if (ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, 0)))
            draw_count (pen, frame, i, places[i]);
          else
            draw_missing (pen, frame, i, places[i]);
        }
      ctg_scene_builder_pop (pen->canvas->builder);
    }

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "values");
  for (unsigned int i = 0; i < n && frame->values; i++)
    draw_value (pen, frame, i, places[i]);
  ctg_scene_builder_pop (pen->canvas->builder);

  if (plan->input->spec->value_labels && !frame->values)
    ctg_pen_warn_count (pen, CTG_PHRASE_WARN_VALUES_LEFT_OUT, "page.width", n);
  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", frame->names->n_cut);
}

/* ---- legend and words ---- */

static char *
key (const CtgPlan *plan,
     unsigned int   k)
{
  return k == 0 ? dup_unit_text (plan->input->locale, ctg_table_get_series (plan->input->table, plan->series[0]), get_plan_unit (plan)) : NULL;
}

/* A square in the colour of the series; the key of the unit belongs to none where there are several. */
static void
draw_key (CtgPen      *pen,
          int          series,
          unsigned int k,
          CtgPoint     center,
          double       size)
{
  const CtgPlan *plan = pen->plan;
  double side = plan->theme.size * SIDE;
  CtgRect square = ctg_rect (center.x - side / 2, center.y - side / 2, side, side);
  bool own = series >= 0 || plan->n_series == 1;
  CtgStyle style = own ? ctg_style_fill (plan->colors[MAX (0, series)]) : ctg_style_stroke (plan->theme.muted, 0.6);

  ctg_canvas_rect (pen->canvas, CTG_ROLE_MARK_PART, own ? square : ctg_rect_inset (square, 0.3), &style);
}

static bool
suits (const CtgTable  *table,
       unsigned int    *series,
       unsigned int     n_series,
       const CtgLocale *locale,
       char           **reason)
{
  const CtgMeasure *measure = ctg_table_get_series (table, series[0])->info;

  if (n_series > 1)
    return ctg_parts_suit (table, series, n_series, locale, reason);
  /* A rate, a year or an age cannot be counted out. */
  if (measure->nature != CTG_NATURE_RATE && !g_str_equal (measure->unit, "years"))
    return true;

  if (reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_NO_COUNTS, NULL);

  return false;
}

static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return n_series == 1 || ctg_parts_add_up (table, row, series, n_series);
}

static double
get_words_unit (const CtgWords *words)
{
  CtgTheme theme;

  if (words->whole != NULL)
    words = words->whole;
  if (!ctg_theme_init (&theme, words->input->spec, NULL))
    return 1;

  return get_unit (words->table, words->rows, words->n_drawn, words->series, words->n_series, &theme, words->input->spec->page_width);
}

/* Whether any row drawn has a square that is filled in part, or squares of a range, or an open end. */
static void
find_marks (const CtgWords *words,
            double          unit,
            bool           *in_part,
            bool           *range,
            bool           *open)
{
  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      for (unsigned int s = 0; s < words->n_series; s++)
        {
          double certain;
          double possible;
          bool open_above;

          if (!ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s)))
            continue;
          ctg_estimate_get_extent (ctg_words_get_estimate (words, i, s), &certain, &possible, &open_above);
          *range |= possible > certain;
          *open |= open_above;
          *in_part |= fmod (certain, unit) > 0 || fmod (possible, unit) > 0;
        }
    }
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool in_part = false;
  bool range = false;
  bool open = false;

  find_marks (words, get_words_unit (words), &in_part, &range, &open);
  if (in_part)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_DOTS_PART, NULL));
  if (range)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_DOTS_RANGE, NULL));
  if (open)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_MARK_OPEN, NULL));
}

static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  g_autofree char *unit = dup_unit_text (words->locale, ctg_words_get_series (words, 0), get_words_unit (words));

  if (words->n_drawn > 0 && (words->whole == NULL || words->first_panel))
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_SENTENCE, unit, NULL));
  ctg_words_add_extremes (words, sentences);
}

const CtgKind ctg_kind_dots = {
  .info = {
    .id = "dots",
    .title = CTG_PHRASE_KIND_DOTS,
    .summary = CTG_PHRASE_KIND_DOTS_SUMMARY,
    .min_series = 1,
    .max_series = MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_DOTS,
  .points = true,
  .has_no_scale = true,
  .part_of_whole = true,
  .says_missing = true,
  .suits = suits,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_NOT_STACKED,
  .warn_rows = CTG_PHRASE_WARN_NOT_STACKABLE,
  .title = ctg_parts_dup_title,
  .key = key,
  .draw_key = draw_key,
  .note = note,
  .describe = describe,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
};
