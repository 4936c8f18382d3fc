/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The ground that maps stand on: which part of the world is shown where, the sea, the land, and what they have in common with each other. A map
 * is never mirrored, whatever the language. */

#pragma once

#include "chart/ctg-pen.h"
#include "chart/ctg-words-private.h"
#include "geo/ctg-geo-view.h"

G_BEGIN_DECLS

typedef struct
{
  CtgGeoView view;
  const CtgMap *world;
  CtgColor sea;
  CtgColor land;    /* countries of which the data say nothing */
} CtgMapPlot;

const CtgGeoExtent  *ctg_map_plot_get_extent  (const CtgSpec *spec);
/* Kinds that are maps: these hold for any of them. */
bool                 ctg_map_plot_suits       (const CtgTable  *table,
                                               unsigned int    *series,
                                               unsigned int     n_series,
                                               const CtgLocale *locale,
                                               char           **reason);
bool                 ctg_map_plot_takes_row   (const CtgTable     *table,
                                               unsigned int        row,
                                               const unsigned int *series,
                                               unsigned int        n_series);
double               ctg_map_plot_measure     (const CtgPlan *plan,
                                               double         width);
/* All rows, or none where a map would be too small to read. */
unsigned int         ctg_map_plot_fit         (const CtgPlan *plan,
                                               double         width,
                                               double         height);
/* The country of a row that the map has; NULL where it has none. */
const CtgMapCountry *ctg_map_plot_find        (const CtgTable *table,
                                               unsigned int    row);
/* Whether any of the country lies in the part shown. */
bool                 ctg_map_plot_shows       (const CtgSpec       *spec,
                                               const CtgMapCountry *country);
/* The number a country is shaded or sized by. */
double               ctg_map_plot_get_number  (const CtgEstimate *estimate);
/* Whether its middle does, where a circle would stand. */
bool                 ctg_map_plot_shows_center (const CtgSpec       *spec,
                                                const CtgMapCountry *country);
/* Whether row i has a mark in the part shown. */
typedef bool (*CtgMapShows) (const CtgWords *words,
                             unsigned int    i);
/* What the notes of maps have in common; middles: what stands for ranges and bounds. */
void                 ctg_map_plot_note        (const CtgWords *words,
                                               CtgPhrase       middles,
                                               CtgMapShows     shows,
                                               GPtrArray      *sentences);

void                 ctg_map_plot_init        (CtgMapPlot   *self,
                                               const CtgPen *pen,
                                               CtgRect       box);
/* The sea, and under the marks plain land: every country, or only those that have no row. */
void                 ctg_map_plot_draw_ground (const CtgMapPlot *self,
                                               CtgPen           *pen,
                                               bool              rows_too);
/* The borders, over what has been drawn of the countries. */
void                 ctg_map_plot_draw_borders (const CtgMapPlot *self,
                                                CtgPen           *pen);
/* How land is filled of which nothing is reported: light, with lines. */
CtgStyle             ctg_map_plot_get_missing_style (const CtgTheme *theme);
/* Writes text at a place of the page: a map is not mirrored. */
void                 ctg_map_plot_write       (CtgPen     *pen,
                                               CtgRole     role,
                                               CtgColor    color,
                                               const char *text,
                                               double      middle,
                                               double      baseline);
/* Whether the country is too small there to be seen without a circle around it. */
bool                 ctg_map_plot_is_small    (const CtgGeoView    *view,
                                               const CtgMapCountry *country);
/* Draws what is seen of a country as one shape. */
void                 ctg_map_plot_draw_country (const CtgMapPlot    *self,
                                                CtgPen              *pen,
                                                const CtgMapCountry *country,
                                                CtgRole              role,
                                                const CtgStyle      *style);

G_END_DECLS
