/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one theme: quiet, dark ink on white, sizes that follow the page width. It must not look at the data. */

#include "chart/ctg-theme.h"

#include <math.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"

#define DEFAULT_FAMILY "Liberation Sans"

/* Label sizes at page widths in millimetres, joined by straight lines: journals ask for 6 to 8 points at one and two columns. */
static double
choose_size (double page_width)
{
  static const double stops[][2] = { { 60, 6.4 }, { 89, 7 }, { 120, 7.4 }, { 183, 8.2 }, { 300, 11 }, { 600, 20 }, { 2000, 60 } };
  double mm = page_width * CTG_MM_PER_PT;

  if (mm <= stops[0][0])
    return stops[0][1];

  for (unsigned int i = 1; i < G_N_ELEMENTS (stops); i++)
    {
      if (mm <= stops[i][0])
        {
          double t = (mm - stops[i - 1][0]) / (stops[i][0] - stops[i - 1][0]);
          double size = stops[i - 1][1] + t * (stops[i][1] - stops[i - 1][1]);

          return round (size * 10) / 10;
        }
    }

  return stops[G_N_ELEMENTS (stops) - 1][1];
}

static CtgFont
make_font (const CtgSpec *spec,
           double         size,
           bool           bold)
{
  bool given = spec->font_family != NULL && *spec->font_family != '\0';

  return (CtgFont) {
           .family = given ? spec->font_family : DEFAULT_FAMILY,
           .size = MAX (CTG_MIN_TEXT_SIZE, round (size * 20) / 20),
           .bold = bold,
  };
}

/* The spec has checked that the background is a colour. */
static void
choose_paper (CtgTheme      *self,
              const CtgSpec *spec)
{
  self->background = ctg_color (0xffffff);
  self->paper = self->background;

  if (spec->background == NULL || *spec->background == '\0')
    return;

  if (g_str_equal (spec->background, "transparent"))
    {
      self->background.alpha = 0;
      return;
    }

  ctg_color_parse (spec->background, &self->background);
  self->paper = self->background;
  self->paper.alpha = 1;
}

bool
ctg_theme_init (CtgTheme      *self,
                const CtgSpec *spec,
                GError       **error)
{
  double size = spec->font_size > 0 ? spec->font_size : choose_size (spec->page_width);

  size = MAX (CTG_MIN_TEXT_SIZE, size);
  *self = (CtgTheme) {
    .size = size,
    .margin = size,
    .title = make_font (spec, size * 1.42, true),
    .subtitle = make_font (spec, size * 1.08, false),
    .label = make_font (spec, size, false),
    .value = make_font (spec, size * 0.93, false),
    .axis = make_font (spec, size * 0.93, false),
    .note = make_font (spec, size * 0.88, false),
    .palette = ctg_palette_find (spec->palette),
  };

  if (self->palette == NULL)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("colors.palette: there is no palette “%s”"), spec->palette);
      return false;
    }

  choose_paper (self, spec);

  CtgColor dark = ctg_color (0x1b1f24);
  CtgColor light = ctg_color (0xffffff);

  self->ink = ctg_color_contrast (dark, self->paper) >= ctg_color_contrast (light, self->paper) ? dark : light;
  self->muted = ctg_color_mix (self->ink, self->paper, 0.30);
  self->missing = ctg_color_mix (self->ink, self->paper, 0.42);
  self->grid = ctg_color_mix (self->ink, self->paper, 0.88);
  self->baseline = ctg_color_mix (self->ink, self->paper, 0.25);

  return true;
}

/* Palettes are made for white paper. */
CtgColor
ctg_theme_get_series_color (const CtgTheme *self,
                            unsigned int    index)
{
  CtgColor color = ctg_palette_get_color (self->palette, index);
  CtgColor result = color;
  bool dark_paper = ctg_color_contrast (self->paper, ctg_color (0x000000)) < ctg_color_contrast (self->paper, ctg_color (0xffffff));

  for (int step = 1; dark_paper && step <= 10 && ctg_color_contrast (result, self->paper) < 2.5; step++)
    result = ctg_color_mix (color, self->ink, step / 10.0);

  return result;
}

CtgColor
ctg_theme_get_tint (const CtgTheme *self,
                    CtgColor        color)
{
  return ctg_color_mix (color, self->paper, 0.62);
}

CtgColor
ctg_theme_get_grey (const CtgTheme *self,
                    double          contrast)
{
  CtgColor ink = ctg_color_simulate (self->ink, CTG_VISION_GREY);
  double low = 0;
  double high = 1;

  for (int step = 0; step < 16; step++)
    {
      double middle = (low + high) / 2;

      if (ctg_color_contrast (ctg_color_mix (self->paper, ink, middle), self->paper) < contrast)
        low = middle;
      else
        high = middle;
    }

  return ctg_color_mix (self->paper, ink, high);
}

CtgColor
ctg_theme_get_lane_color (const CtgTheme *self)
{
  return ctg_color_mix (self->grid, self->paper, 0.4);
}

CtgColor
ctg_theme_get_text_color (const CtgTheme *self,
                          CtgColor        color)
{
  CtgColor result = color;

  for (int step = 1; step <= 10 && ctg_color_contrast (result, self->paper) < 4.5; step++)
    result = ctg_color_mix (color, self->ink, step / 10.0);

  return result;
}
