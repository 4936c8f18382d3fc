/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Two or three counts of one thing as columns of points, a line for each row from one to the next. Names and numbers at both sides are pushed
 * apart until none touches another, and a thin line leads back to the point. */

#include <math.h>

#include "chart/ctg-kind.h"
#include "chart/ctg-labels.h"
#include "chart/ctg-reference-axis.h"
#include "chart/ctg-words-private.h"

#define MOST_SERIES 3
/* Names stand at both sides from this width on; a third column needs more. */
#define WIDE (80 * CTG_PT_PER_MM)
#define WIDE_THREE (110 * CTG_PT_PER_MM)

enum { LEFT, RIGHT, N_SIDES };

typedef struct
{
  unsigned int i;
  double wanted;
  double other;   /* where the row is on the other side: settles ties */
  double y;       /* the middle of the label */
} Stop;

typedef struct
{
  CtgCategoryLabels *names;
  Stop *stops[N_SIDES]; /* from above to below */
  unsigned int n;
  char ***values;       /* of each row and series */
  double line;
  double value_width[N_SIDES];
  bool named[N_SIDES];
  double x[MOST_SERIES];
  double lead;          /* from a point to its label */
  double top;           /* of the points */
  double bottom;
  double start;         /* of the value axis: above the lane of what is zero, if there is one */
} Frame;

static void
frame_free (Frame *self)
{
  for (unsigned int i = 0; i < self->n; i++)
    g_strfreev (self->values[i]);
  g_free (self->values);
  for (unsigned int side = 0; side < N_SIDES; side++)
    g_free (self->stops[side]);
  ctg_category_labels_free (self->names);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Frame, frame_free)

/* A line needs both its ends. */
static bool
takes_row (const CtgTable     *table,
           unsigned int        row,
           const unsigned int *series,
           unsigned int        n_series)
{
  return ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[0])) &&
         ctg_estimate_is_reported (ctg_table_get_estimate (table, row, series[n_series - 1]));
}

static double
get_rank (const CtgPlan *plan,
          unsigned int   i,
          unsigned int   s)
{
  return ctg_estimate_get_rank (ctg_plan_get_estimate (plan, i, s));
}

static double
get_y (const Frame   *self,
       const CtgPlan *plan,
       double         value)
{
  return self->start - ctg_plan_get_along (plan, false, value, self->start - self->top);
}

static int
compare_stops (const void *a,
               const void *b)
{
  const Stop *x = a;
  const Stop *y = b;

  if (x->wanted != y->wanted)
    return x->wanted < y->wanted ? -1 : 1;
  if (x->other != y->other)
    return x->other < y->other ? -1 : 1;

  return x->i < y->i ? -1 : x->i > y->i;
}

/* Moves labels apart, all together as little as can be: neighbours that would touch share the mean of what they want (pool adjacent
 * violators: Ayer et al., "An empirical distribution function for sampling with incomplete information", 1955). */
static void
push_apart (Stop        *stops,
            unsigned int n,
            double       line,
            double       top,
            double       bottom)
{
  g_autofree double *means = g_new (double, n + 1);
  g_autofree unsigned int *sizes = g_new (unsigned int, n + 1);
  unsigned int n_blocks = 0;

  for (unsigned int k = 0; k < n; k++)
    {
      means[n_blocks] = stops[k].wanted - k * line;
      sizes[n_blocks++] = 1;
      while (n_blocks > 1 && means[n_blocks - 2] > means[n_blocks - 1])
        {
          unsigned int a = sizes[n_blocks - 2];
          unsigned int b = sizes[n_blocks - 1];

          means[n_blocks - 2] = (means[n_blocks - 2] * a + means[n_blocks - 1] * b) / (a + b);
          sizes[n_blocks - 2] = a + b;
          n_blocks--;
        }
    }

  for (unsigned int block = 0, k = 0; block < n_blocks; block++)
    {
      double base = MAX (top, MIN (means[block], bottom - (n - 1) * line));

      for (unsigned int m = 0; m < sizes[block]; m++, k++)
        stops[k].y = base + k * line;
    }
}

static double
get_line_height (const CtgPlan *plan)
{
  return ctg_layout_get_line_height (plan, &plan->theme.label) * 1.02;
}

static double
get_head_height (const CtgPlan *plan)
{
  return ctg_layout_get_line_height (plan, &plan->theme.axis) * 1.5;
}

static void
measure_values (Frame         *self,
                const CtgPlan *plan)
{
  self->values = g_new0 (char **, self->n + 1);
  for (unsigned int i = 0; i < self->n; i++)
    {
      self->values[i] = g_new0 (char *, plan->n_series + 1);
      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          CtgTextExtents extents;

          self->values[i][s] = plan->input->spec->value_labels ? ctg_estimate_format (ctg_plan_get_estimate (plan, i, s), plan->input->locale) : g_strdup ("");
          ctg_text_measure_line (plan->input->measure, &plan->theme.value, self->values[i][s], &extents);
          if (s == 0)
            self->value_width[LEFT] = MAX (self->value_width[LEFT], extents.width);
          if (s == plan->n_series - 1)
            self->value_width[RIGHT] = MAX (self->value_width[RIGHT], extents.width);
        }
    }
}

static Frame *
frame_new (const CtgPlan *plan,
           unsigned int   n,
           double         width,
           double         height)
{
  Frame *self = g_new0 (Frame, 1);
  double size = plan->theme.size;

  self->n = n;
  self->line = get_line_height (plan);
  self->named[LEFT] = true;
  self->named[RIGHT] = width >= (plan->n_series > 2 ? WIDE_THREE : WIDE);
  self->names = ctg_category_labels_new (plan, width * (self->named[RIGHT] ? 0.26 : 0.36), 1);
  self->lead = size * 1.5;
  measure_values (self, plan);

  self->top = get_head_height (plan) + self->line / 2;
  self->bottom = MAX (self->top + 1, height - self->line / 2);
  self->start = MAX (self->top + 0.5, self->bottom - ctg_plan_get_lanes_room (plan));

  double start = self->names->width + self->value_width[LEFT] + size * 0.6 + self->lead;
  double end = width - (self->named[RIGHT] ? self->names->width + size * 0.6 : 0) - self->value_width[RIGHT] - self->lead;

  for (unsigned int s = 0; s < plan->n_series; s++)
    self->x[s] = start + MAX (1, end - start) * s / (plan->n_series - 1);

  for (unsigned int side = 0; side < N_SIDES; side++)
    {
      self->stops[side] = g_new0 (Stop, n + 1);
      for (unsigned int i = 0; i < n; i++)
        {
          unsigned int s = side == LEFT ? 0 : plan->n_series - 1;

          self->stops[side][i] = (Stop) { i, get_y (self, plan, get_rank (plan, i, s)), get_y (self, plan, get_rank (plan, i, plan->n_series - 1 - s)), 0 };
        }
      qsort (self->stops[side], n, sizeof (Stop), compare_stops);
      push_apart (self->stops[side], n, self->line, self->top, self->bottom);
    }

  return self;
}

static double
measure_plot (const CtgPlan *plan,
              double         width)
{
  return get_head_height (plan) + MAX (plan->n_rows * get_line_height (plan) * 1.1, width * 0.62);
}

static unsigned int
fit_plot (const CtgPlan *plan,
          double         width,
          double         height)
{
  return MAX (0, floor ((height - get_head_height (plan) + 0.01) / get_line_height (plan)));
}

typedef enum
{
  TREND_RISE,
  TREND_FALL,
  TREND_SAME,
} Trend;

static Trend
get_trend (double from,
           double to)
{
  return to > from ? TREND_RISE : to < from ? TREND_FALL : TREND_SAME;
}

static CtgColor
get_color (const CtgPlan *plan,
           Trend          trend)
{
  const CtgTheme *theme = &plan->theme;

  if (plan->faded)
    return plan->colors[trend == TREND_RISE ? 0 : 1];
  if (trend == TREND_SAME)
    return ctg_color_mix (theme->ink, theme->paper, 0.5);

  return ctg_theme_get_series_color (theme, trend == TREND_RISE ? 0 : 1);
}

static Trend
get_row_trend (const CtgPlan *plan,
               unsigned int   i)
{
  return get_trend (get_rank (plan, i, 0), get_rank (plan, i, plan->n_series - 1));
}

/* The k-th of the two directions that any line takes. */
static Trend
find_trend (const CtgPlan *plan,
            unsigned int   k)
{
  for (Trend trend = TREND_RISE; trend <= TREND_FALL; trend++)
    {
      bool found = false;

      for (unsigned int i = 0; i < plan->n_rows && !found; i++)
        found = get_row_trend (plan, i) == trend;
      if (found && k-- == 0)
        return trend;
    }

  return TREND_SAME;
}

static char *
dup_key (const CtgPlan *plan,
         unsigned int   k)
{
  Trend trend = find_trend (plan, k);

  if (trend == TREND_SAME)
    return NULL;

  return ctg_locale_phrase (plan->input->locale, trend == TREND_RISE ? CTG_PHRASE_KEY_HIGHER : CTG_PHRASE_KEY_LOWER,
                            plan->titles[plan->n_series - 1], plan->titles[0], NULL);
}

static void
draw_key (CtgPen      *pen,
          int          series,
          unsigned int k,
          CtgPoint     center,
          double       size)
{
  Trend trend = find_trend (pen->plan, k);
  CtgStyle style = ctg_style_stroke (get_color (pen->plan, trend), MAX (1, size * 0.2));
  double lean = trend == TREND_RISE ? size * 0.35 : -size * 0.35;

  ctg_canvas_line (pen->canvas, CTG_ROLE_MARK_PART, (CtgPoint) { center.x - size / 2, center.y + lean }, (CtgPoint) { center.x + size / 2, center.y - lean }, &style);
}

static CtgPoint
at (CtgRect plot,
    double  x,
    double  y)
{
  return (CtgPoint) { plot.x + x, plot.y + y };
}

/* What is zero stands on a band of its own, below an axis that has none. */
static void
draw_zero_lane (CtgPen      *pen,
                const Frame *frame,
                CtgRect      plot)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_fill (ctg_color_mix (theme->grid, theme->paper, 0.4));
  double height = ctg_plan_get_lane_width (pen->plan);
  double from = frame->x[0] - theme->size * 0.5;
  double to = frame->x[pen->plan->n_series - 1] + theme->size * 0.5;

  ctg_canvas_rect (pen->canvas, CTG_ROLE_GRID, ctg_rect (plot.x + from, plot.y + get_y (frame, pen->plan, 0) - height / 2, to - from, height), &style);
}

/* The names of the series over their columns, and a line down each. */
static void
draw_columns (CtgPen      *pen,
              const Frame *frame,
              CtgRect      plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  CtgStyle style = ctg_style_stroke (theme->grid, 0.6);
  double room = frame->x[1] - frame->x[0] - theme->size;

  if (plan->zero_lane)
    draw_zero_lane (pen, frame, plot);
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      bool first = s == 0;
      bool last = s == plan->n_series - 1;
      double half = room / 2;
      double width = first ? frame->x[0] + half : last ? plot.width - frame->x[s] + half : room;
      g_autofree char *title = ctg_text_measure_shorten (plan->input->measure, &theme->axis, plan->titles[s], width);
      CtgTextExtents extents;

      ctg_text_measure_line (plan->input->measure, &theme->axis, title, &extents);

      /* Over the column, but inside the plot and away from its neighbour. */
      double middle = CLAMP (frame->x[s], extents.width / 2, MAX (extents.width / 2, plot.width - extents.width / 2));

      middle = first ? MIN (middle, frame->x[s] + half - extents.width / 2) : last ? MAX (middle, frame->x[s] - half + extents.width / 2) : middle;

      ctg_canvas_text (pen->canvas, CTG_ROLE_AXIS_LABEL, &theme->axis, theme->muted, title, at (plot, middle, extents.ascent), CTG_ALIGN_MIDDLE);
      ctg_canvas_line (pen->canvas, CTG_ROLE_GRID, at (plot, frame->x[s], frame->top - frame->line / 2), at (plot, frame->x[s], frame->bottom), &style);
    }
}

static void
draw_line (const CtgPen *pen,
           const Frame  *frame,
           unsigned int  i,
           CtgRect       plot)
{
  const CtgPlan *plan = pen->plan;
  CtgStyle style = ctg_style_stroke (get_color (plan, get_row_trend (plan, i)), MAX (0.8, plan->theme.size * 0.14));
  int before = -1;

  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      double to = get_rank (plan, i, s);
      double from = before >= 0 ? get_rank (plan, i, before) : NAN;

      if (!isfinite (to))
        continue;
      if (before >= 0)
        ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, at (plot, frame->x[before], get_y (frame, plan, from)),
                         at (plot, frame->x[s], get_y (frame, plan, to)), &style);
      before = s;
    }
}

/* What is highlighted lies over the rest. */
static void
draw_lines (CtgPen      *pen,
            const Frame *frame,
            CtgRect      plot)
{
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_NONE, "links");
  for (unsigned int turn = 0; turn < 2; turn++)
    {
      for (unsigned int i = 0; i < frame->n; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          if (ctg_plan_is_faded (pen->plan, i) == (turn == 0))
            draw_line (&row_pen, frame, i, plot);
        }
    }
  ctg_scene_builder_pop (pen->canvas->builder);
}

static void
draw_mark (CtgPen      *pen,
           const Frame *frame,
           unsigned int i,
           unsigned int s,
           CtgRect      plot)
{
  const CtgPlan *plan = pen->plan;
  CtgColor color = get_color (plan, get_row_trend (plan, i));
  CtgStyle dot = ctg_style_fill (color);
  double size = ctg_plan_get_point_size (plan) * 0.62;

  if (!ctg_estimate_is_reported (ctg_plan_get_estimate (plan, i, s)))
    return;

  dot.stroke = plan->theme.paper;
  dot.stroke_width = 0.4;
  if (!ctg_estimate_is_number (ctg_plan_get_estimate (plan, i, s)))
    {
      dot.fill = plan->theme.paper;
      dot.stroke = color;
      dot.stroke_width = MAX (0.7, size * 0.2);
      size *= 0.85;
    }
  ctg_pen_begin_mark (pen, CTG_ROLE_MARK, i, s);
  ctg_canvas_symbol (pen->canvas, CTG_ROLE_MARK_PART, CTG_SYMBOL_CIRCLE, at (plot, frame->x[s], get_y (frame, plan, get_rank (plan, i, s))),
                     size, &dot);
  ctg_pen_end_mark (pen);
}

static void
draw_stop (CtgPen      *pen,
           const Frame *frame,
           unsigned int side,
           const Stop  *stop,
           CtgRect      plot)
{
  const CtgPlan *plan = pen->plan;
  const CtgTheme *theme = &plan->theme;
  double sign = side == LEFT ? -1 : 1;
  unsigned int s = side == LEFT ? 0 : plan->n_series - 1;
  CtgAlign align = side == LEFT ? CTG_ALIGN_END : CTG_ALIGN_START;
  CtgStyle leader = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.7), 0.4);
  double point = frame->x[s] + sign * ctg_plan_get_point_size (plan) * 0.4;
  double x = frame->x[s] + sign * frame->lead;
  double y = stop->y + theme->label.size * 0.36;
  g_autofree char *name = ctg_category_label_dup (&frame->names->items[stop->i]);

  ctg_canvas_line (pen->canvas, CTG_ROLE_NONE, at (plot, point, stop->wanted), at (plot, x - sign * theme->size * 0.25, stop->y), &leader);
  ctg_scene_builder_set_datum (pen->canvas->builder, (CtgDatum) { plan->rows[stop->i], plan->series[s] });
  ctg_canvas_text (pen->canvas, CTG_ROLE_VALUE_LABEL, &theme->value, theme->muted, frame->values[stop->i][s],
                   at (plot, side == LEFT ? x : x + frame->value_width[RIGHT], y), CTG_ALIGN_END);
  if (frame->named[side])
    ctg_canvas_text (pen->canvas, CTG_ROLE_CATEGORY_LABEL, &theme->label, theme->ink, name,
                     at (plot, x + sign * (frame->value_width[side] + theme->size * 0.6), y), align);
  ctg_scene_builder_set_datum (pen->canvas->builder, CTG_DATUM_NONE);
}

/* The value axis is not drawn, but all stands on it. */
static CtgReferenceAxis
make_axis (const CtgPen *pen,
           const Frame  *frame,
           CtgRect       plot)
{
  double last = frame->x[pen->plan->n_series - 1];

  return (CtgReferenceAxis) {
           .references = pen->plan->input->spec->references,
           .scale = ctg_plan_make_scale (pen->plan, false, plot.y + frame->start, plot.y + frame->top),
           .upright = true,
           .plot = ctg_rect (plot.x + frame->x[0], plot.y + frame->top - frame->line / 2, last - frame->x[0], frame->bottom - frame->top + frame->line),
  };
}

/* Lines from mark to mark, in pairs of points on the page. */
static GArray *
collect_lines (const CtgPlan *plan,
               const Frame   *frame,
               CtgRect        plot)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CtgPoint));

  for (unsigned int i = 0; i < frame->n; i++)
    {
      for (unsigned int s = 1; s < plan->n_series; s++)
        {
          CtgPoint ends[] = {
            at (plot, frame->x[s - 1], get_y (frame, plan, get_rank (plan, i, s - 1))), at (plot, frame->x[s], get_y (frame, plan, get_rank (plan, i, s))),
          };

          if (isfinite (ends[0].y) && isfinite (ends[1].y))
            g_array_append_vals (lines, ends, G_N_ELEMENTS (ends));
        }
    }

  return lines;
}

static GArray *
collect_marks (const CtgPlan *plan,
               const Frame   *frame,
               CtgRect        plot)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (CtgRect));
  double size = ctg_plan_get_point_size (plan) * 0.62;

  for (unsigned int i = 0; i < frame->n; i++)
    {
      for (unsigned int s = 0; s < plan->n_series; s++)
        {
          CtgPoint center = at (plot, frame->x[s], get_y (frame, plan, get_rank (plan, i, s)));
          CtgRect box = ctg_rect (center.x - size / 2, center.y - size / 2, size, size);

          if (isfinite (center.y))
            g_array_append_val (marks, box);
        }
    }

  return marks;
}

static void
draw_references (CtgPen      *pen,
                 const Frame *frame,
                 CtgRect      plot)
{
  CtgReferenceAxis axis = make_axis (pen, frame, plot);

  if (axis.references[0] == NULL)
    return;

  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "references");
  ctg_reference_axis_draw_bands (&axis, pen);
  ctg_reference_axis_draw_lines (&axis, pen);
  ctg_scene_builder_pop (pen->canvas->builder);
}

static void
draw_reference_labels (CtgPen      *pen,
                       const Frame *frame,
                       CtgRect      plot)
{
  CtgReferenceAxis axis = make_axis (pen, frame, plot);
  g_autoptr(GArray) lines = collect_lines (pen->plan, frame, plot);
  g_autoptr(GArray) marks = collect_marks (pen->plan, frame, plot);
  g_autoptr(GArray) texts = ctg_reference_texts_new ();

  if (axis.references[0] == NULL)
    return;

  ctg_reference_axis_place (&axis, pen, marks, lines, texts);
  ctg_scene_builder_push (pen->canvas->builder, CTG_ROLE_REFERENCE, "reference-labels");
  ctg_reference_texts_draw (texts, pen);
  ctg_scene_builder_pop (pen->canvas->builder);
}

static void
draw_plot (CtgPen *pen,
           CtgRect plot)
{
  const CtgPlan *plan = pen->plan;
  CtgSceneBuilder *builder = pen->canvas->builder;
  g_autoptr(Frame) frame = frame_new (plan, pen->layout->n_fitted, plot.width, plot.height);

  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-series");
  draw_references (pen, frame, plot);
  draw_columns (pen, frame, plot);
  ctg_scene_builder_pop (builder);
  draw_lines (pen, frame, plot);
  draw_reference_labels (pen, frame, plot);
  for (unsigned int s = 0; s < plan->n_series; s++)
    {
      g_autofree char *id = g_strconcat ("series-", ctg_table_get_series (plan->input->table, plan->series[s])->id, NULL);

      ctg_scene_builder_set_label (builder, plan->titles[s]);
      ctg_scene_builder_push (builder, CTG_ROLE_SERIES, id);
      for (unsigned int i = 0; i < frame->n; i++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, i, &storage);

          draw_mark (&row_pen, frame, i, s, plot);
        }
      ctg_scene_builder_pop (builder);
    }
  ctg_scene_builder_push (builder, CTG_ROLE_NONE, "values");
  for (unsigned int side = 0; side < N_SIDES; side++)
    {
      for (unsigned int k = 0; k < frame->n; k++)
        {
          CtgPlan storage;
          CtgPen row_pen = ctg_pen_of_row (pen, frame->stops[side][k].i, &storage);

          draw_stop (&row_pen, frame, side, &frame->stops[side][k], plot);
        }
    }
  ctg_scene_builder_pop (builder);

  ctg_pen_warn_count (pen, CTG_PHRASE_WARN_LABELS_SHORTENED, "page.width", frame->names->n_cut);
}

static void
note (const CtgWords *words,
      GPtrArray      *sentences)
{
  bool open = false;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      for (unsigned int s = 0; s < words->n_series; s++)
        open |= ctg_estimate_is_reported (ctg_words_get_estimate (words, i, s)) && !ctg_estimate_is_number (ctg_words_get_estimate (words, i, s));
    }
  if (open)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_SLOPE, NULL));
}

/* In how many rows the last count is higher and lower than the first, and where they differ most. */
static void
describe (const CtgWords *words,
          GPtrArray      *sentences)
{
  unsigned int n[3] = { 0 };
  g_autofree char *first = ctg_words_dup_series_title (words, 0);
  g_autofree char *last = ctg_words_dup_series_title (words, words->n_series - 1);

  for (unsigned int i = 0; i < words->n_drawn; i++)
    n[get_trend (ctg_estimate_get_rank (ctg_words_get_estimate (words, i, 0)),
                 ctg_estimate_get_rank (ctg_words_get_estimate (words, i, words->n_series - 1)))]++;

  if (n[TREND_RISE] > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_HIGHER, n[TREND_RISE], last, first, NULL));
  if (n[TREND_FALL] > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_ALT_LOWER, n[TREND_FALL], last, first, NULL));
  ctg_words_add_extremes (words, sentences);
  ctg_words_add_difference (words, sentences);
}

const CtgKind ctg_kind_slope = {
  .info = {
    .id = "slope",
    .title = CTG_PHRASE_KIND_SLOPE,
    .summary = CTG_PHRASE_KIND_SLOPE_SUMMARY,
    .min_series = 2,
    .max_series = MOST_SERIES,
  },
  .alt = CTG_PHRASE_ALT_SLOPE,
  .points = true,
  .skips_missing = true,
  .names_series = true,
  .suits = ctg_kind_suits_one_measure,
  .takes_row = takes_row,
  .note_rows = CTG_PHRASE_NOTE_ONE_END,
  .warn_rows = CTG_PHRASE_WARN_ONE_END,
  .key = dup_key,
  .draw_key = draw_key,
  .note = note,
  .describe = describe,
  .measure_plot = measure_plot,
  .fit_plot = fit_plot,
  .draw_plot = draw_plot,
  .references = true,
};
