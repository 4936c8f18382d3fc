/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How a figure looks before anything is known of its data: fonts, sizes and colours for a page width. */

#pragma once

#include "chart/ctg-palettes.h"
#include "spec/ctg-spec.h"
#include "text/ctg-text.h"

G_BEGIN_DECLS

/* No text of a figure is smaller than this (in points), whatever the page. */
#define CTG_MIN_TEXT_SIZE 6.0

/* size is the size of category labels; all spaces are made from it. Fonts borrow the family from the spec. */
typedef struct
{
  double size;
  double margin;
  CtgFont title;
  CtgFont subtitle;
  CtgFont label;
  CtgFont value;
  CtgFont axis;
  CtgFont note;
  const CtgPalette *palette;
  CtgColor background; /* alpha 0 if transparent */
  CtgColor paper;      /* what colours are mixed with: the background, white if transparent */
  CtgColor ink;
  CtgColor muted;
  CtgColor grid;
  CtgColor baseline;
  CtgColor missing;
} CtgTheme;

/* FALSE and CTG_SPEC_ERROR_VALUE for an unknown palette. */
bool     ctg_theme_init          (CtgTheme      *self,
                                  const CtgSpec *spec,
                                  GError       **error);
/* The colour of series index: the palette's, on dark paper lightened until it stands out. */
CtgColor ctg_theme_get_series_color (const CtgTheme *self,
                                     unsigned int    index);
/* The lighter tint of a series colour that stands for what is possible, not certain. */
CtgColor ctg_theme_get_tint      (const CtgTheme *self,
                                  CtgColor        color);
/* The grey between paper and ink that has this contrast with the paper. */
CtgColor ctg_theme_get_grey      (const CtgTheme *self,
                                  double          contrast);
/* The band for what has no place on an axis. */
CtgColor ctg_theme_get_lane_color (const CtgTheme *self);
/* The colour, darkened (on dark paper: lightened) until text in it can be read (contrast 4.5). */
CtgColor ctg_theme_get_text_color (const CtgTheme *self,
                                   CtgColor        color);

G_END_DECLS
