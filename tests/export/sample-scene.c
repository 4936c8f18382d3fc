/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes made by hand with the builder, so that sinks can be tested without a chart. The numbers mean nothing. */

#include "sample-scene.h"

#include "scene/ctg-scene-builder.h"

#define FAMILY "Liberation Sans"

static const CtgFont plain = { FAMILY, 8, false, false };
static const CtgFont small = { FAMILY, 6.5, false, true };
static const CtgFont heading = { FAMILY, 11, true, false };

static const char *const names[] = {
  "Tunisia", "Saudi Arabia", "Côte d’Ivoire", "Österreich", "Bosnia and Herzegovina", "VAT, To We AV",
};

static void
add_text (CtgSceneBuilder *builder,
          CtgTextMeasure  *measure,
          CtgRole          role,
          const CtgFont   *font,
          const char      *string,
          double           x,
          double           y,
          CtgAnchor        anchor)
{
  ctg_scene_builder_text (builder, role, measure, font, ctg_color (0x202020), string, (CtgPoint) { x, y }, anchor, 0, false);
}

static void
add_axis (CtgSceneBuilder *builder,
          CtgTextMeasure  *measure,
          double           x0,
          double           x1,
          double           y0,
          double           y1)
{
  CtgStyle grid = { .stroke = ctg_color (0xd8d8d8), .stroke_width = 0.5, .snap = true };
  CtgStyle axis = { .stroke = ctg_color (0x404040), .stroke_width = 0.75, .snap = true };

  ctg_scene_builder_push (builder, CTG_ROLE_AXIS, "axis-value");
  for (unsigned int i = 0; i <= 4; i++)
    {
      double x = x0 + (x1 - x0) * i / 4;
      g_autofree char *label = g_strdup_printf ("%u", i * 100);

      if (i > 0)
        ctg_scene_builder_line (builder, CTG_ROLE_GRID, (CtgPoint) { x, y0 }, (CtgPoint) { x, y1 }, &grid);
      add_text (builder, measure, CTG_ROLE_AXIS_LABEL, &plain, label, x, y1 + 11, CTG_ANCHOR_MIDDLE);
    }
  ctg_scene_builder_line (builder, CTG_ROLE_AXIS_LINE, (CtgPoint) { x0, y0 }, (CtgPoint) { x0, y1 }, &axis);
  ctg_scene_builder_pop (builder);
}

static void
add_bar (CtgSceneBuilder *builder,
         CtgTextMeasure  *measure,
         int              row,
         int              series,
         CtgRect          rect,
         const CtgStyle  *style)
{
  g_autofree char *value = g_strdup_printf ("%.0f", rect.width * 2);
  g_autofree char *label = g_strdup_printf ("%s: %s", names[row % G_N_ELEMENTS (names)], value);

  ctg_scene_builder_set_datum (builder, (CtgDatum) { row, series });
  ctg_scene_builder_set_label (builder, label);
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK, rect, 0, style);
  add_text (builder, measure, CTG_ROLE_VALUE_LABEL, &plain, value, rect.x + rect.width + 2.5, rect.y + rect.height / 2 + 2.8,
            CTG_ANCHOR_LEFT);
}

/* A certain part, a possible part to an open end, and a whisker. */
static void
add_interval (CtgSceneBuilder *builder,
              double           x,
              double           y)
{
  CtgStyle sure = { .fill = ctg_color (0x0072b2), .snap = true };
  CtgStyle possible = { .fill = ctg_color (0xcfe4f1), .stroke = ctg_color (0x0072b2), .stroke_width = 0.5, .hatch = CTG_HATCH_DIAGONAL, .snap = true };
  CtgStyle whisker = { .stroke = ctg_color (0x202020), .stroke_width = 1, .cap = CTG_CAP_ROUND };
  CtgStyle arrow = { .fill = ctg_color (0x0072b2) };
  CtgPathVerb verbs[] = { CTG_PATH_MOVE, CTG_PATH_LINE, CTG_PATH_CURVE, CTG_PATH_CLOSE };
  CtgPoint points[] = { { x + 150, y }, { x + 158, y + 6 }, { x + 156, y + 9 }, { x + 153, y + 11 }, { x + 150, y + 12 } };

  ctg_scene_builder_set_datum (builder, (CtgDatum) { 3, 0 });
  ctg_scene_builder_set_label (builder, "Österreich: at least 100");
  ctg_scene_builder_push (builder, CTG_ROLE_MARK, "mark-3-0");
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK_PART, ctg_rect (x, y, 80, 12), 0, &sure);
  ctg_scene_builder_rect (builder, CTG_ROLE_MARK_PART, ctg_rect (x + 80, y, 70, 12), 2, &possible);
  ctg_scene_builder_path (builder, CTG_ROLE_OPEN_END, verbs, G_N_ELEMENTS (verbs), points, G_N_ELEMENTS (points), &arrow);
  ctg_scene_builder_line (builder, CTG_ROLE_MARK_PART, (CtgPoint) { x + 60, y + 6 }, (CtgPoint) { x + 110, y + 6 }, &whisker);
  ctg_scene_builder_pop (builder);
}

static void
add_symbols (CtgSceneBuilder *builder,
             double           x,
             double           y)
{
  CtgStyle dot = { .fill = ctg_color (0xd55e00), .stroke = ctg_color (0xffffff), .stroke_width = 0.75 };
  CtgStyle dashed = { .stroke = ctg_color (0x009e73), .stroke_width = 1, .dash = CTG_DASH_DASHED };
  CtgStyle dotted = { .stroke = ctg_color (0x009e73), .stroke_width = 1.5, .dash = CTG_DASH_DOTTED };

  dot.fill.alpha = 0.8f;
  ctg_scene_builder_line (builder, CTG_ROLE_MARK_PART, (CtgPoint) { x, y }, (CtgPoint) { x + 150, y }, &dashed);
  ctg_scene_builder_line (builder, CTG_ROLE_MARK_PART, (CtgPoint) { x, y + 9 }, (CtgPoint) { x + 150, y + 9 }, &dotted);
  for (CtgSymbol symbol = CTG_SYMBOL_CIRCLE; symbol <= CTG_SYMBOL_DASH; symbol++)
    {
      ctg_scene_builder_set_datum (builder, (CtgDatum) { 4, (int) symbol });
      ctg_scene_builder_set_label (builder, "Bosnia and Herzegovina");
      ctg_scene_builder_symbol (builder, CTG_ROLE_MARK, symbol, (CtgPoint) { x + 10 + 25 * symbol, y }, 10, &dot);
    }
}

/* Right-to-left, mixed and wide scripts at each of the three anchors, and turned text. */
static void
add_scripts (CtgSceneBuilder *builder,
             CtgTextMeasure  *measure)
{
  CtgColor ink = ctg_color (0x202020);
  static const double x[] = { 20, 170, 320 };
  static const char *const right_to_left[] = { "المملكة العربية السعودية (2015)", "تونس: 6,000", "ليبيا – غير رسمي" };
  static const char *const wide[] = { "中国大陆", "日本国 Japan", "法国，德国" };

  for (CtgAnchor anchor = CTG_ANCHOR_LEFT; anchor <= CTG_ANCHOR_RIGHT; anchor++)
    {
      ctg_scene_builder_text (builder, CTG_ROLE_NOTE, measure, &plain, ink, right_to_left[anchor], (CtgPoint) { x[anchor], 226 },
                              anchor, 0, true);
      ctg_scene_builder_text (builder, CTG_ROLE_NOTE, measure, &plain, ink, wide[anchor], (CtgPoint) { x[anchor], 238 }, anchor, 0, false);
    }
  ctg_scene_builder_text (builder, CTG_ROLE_AXIS_TITLE, measure, &plain, ink, "Turned by −90°", (CtgPoint) { 12, 120 },
                          CTG_ANCHOR_MIDDLE, -90, false);
  ctg_scene_builder_text (builder, CTG_ROLE_NOTE, measure, &small, ink, "at 30 degrees", (CtgPoint) { 270, 150 }, CTG_ANCHOR_LEFT, 30, false);
}

CtgScene *
sample_scene_new (CtgTextMeasure *measure)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (SAMPLE_WIDTH, SAMPLE_HEIGHT, "en");
  CtgStyle paper = { .fill = ctg_color (0xffffff) };
  CtgStyle bar = { .fill = ctg_color (0x0072b2), .snap = true };

  ctg_scene_builder_set_title (builder, SAMPLE_TITLE, SAMPLE_DESCRIPTION);
  ctg_scene_builder_rect (builder, CTG_ROLE_BACKGROUND, ctg_rect (0, 0, SAMPLE_WIDTH, SAMPLE_HEIGHT), 0, &paper);
  add_text (builder, measure, CTG_ROLE_TITLE, &heading, SAMPLE_TITLE, 20, 18, CTG_ANCHOR_LEFT);

  ctg_scene_builder_push (builder, CTG_ROLE_PLOT, NULL);
  add_axis (builder, measure, 120, 320, 30, 190);
  ctg_scene_builder_push (builder, CTG_ROLE_SERIES, "series-fighters.official@sample");
  for (int row = 0; row < 3; row++)
    add_bar (builder, measure, row, 0, ctg_rect (120, 36 + 22 * row, 180 - 50.3 * row, 12), &bar);
  add_interval (builder, 120, 102);
  add_symbols (builder, 120, 130);
  ctg_scene_builder_pop (builder);
  for (int row = 0; row < (int) G_N_ELEMENTS (names); row++)
    {
      ctg_scene_builder_set_datum (builder, (CtgDatum) { row, -1 });
      add_text (builder, measure, CTG_ROLE_CATEGORY_LABEL, &plain, names[row], 115, 45 + 22 * row, CTG_ANCHOR_RIGHT);
    }
  ctg_scene_builder_pop (builder);

  add_scripts (builder, measure);
  add_text (builder, measure, CTG_ROLE_SOURCE, &small, "Source:  invented, with \"quotes\" & two  spaces", 20, 249, CTG_ANCHOR_LEFT);

  return ctg_scene_builder_end (builder);
}

CtgScene *
sample_figure_new (CtgTextMeasure *measure,
                   unsigned int    n_rows,
                   double          width,
                   double          height)
{
  CtgSceneBuilder *builder = ctg_scene_builder_new (width, height, "en");
  CtgStyle paper = { .fill = ctg_color (0xffffff) };
  CtgStyle bars[] = { { .fill = ctg_color (0x0072b2), .snap = true }, { .fill = ctg_color (0xe69f00), .snap = true } };
  double step = (height - 70) / n_rows;

  ctg_scene_builder_set_title (builder, "A figure of some size", "Grouped bars of invented numbers.");
  ctg_scene_builder_rect (builder, CTG_ROLE_BACKGROUND, ctg_rect (0, 0, width, height), 0, &paper);
  add_text (builder, measure, CTG_ROLE_TITLE, &heading, "A figure of some size", 20, 24, CTG_ANCHOR_LEFT);
  add_axis (builder, measure, 120, width - 40, 40, height - 30);
  for (int series = 0; series < 2; series++)
    {
      ctg_scene_builder_push (builder, CTG_ROLE_SERIES, series == 0 ? "series-fighters.official" : "series-fighters.non-official");
      for (unsigned int row = 0; row < n_rows; row++)
        add_bar (builder, measure, row, series,
                 ctg_rect (120, 42 + step * (row + 0.08 + 0.42 * series), (width - 160) / (1.1 + 0.35 * row + 0.2 * series), step * 0.42),
                 &bars[series]);
      ctg_scene_builder_pop (builder);
    }
  for (unsigned int row = 0; row < n_rows; row++)
    {
      ctg_scene_builder_set_datum (builder, (CtgDatum) { (int) row, -1 });
      add_text (builder, measure, CTG_ROLE_CATEGORY_LABEL, &plain, names[row % G_N_ELEMENTS (names)], 115, 42 + step * (row + 0.5) + 2.5,
                CTG_ANCHOR_RIGHT);
    }

  return ctg_scene_builder_end (builder);
}

CtgScene *
sample_page_new (double width,
                 double height)
{
  return ctg_scene_builder_end (ctg_scene_builder_new (width, height, "en"));
}
