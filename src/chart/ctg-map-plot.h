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
  CtgStyle border;
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
/* What the notes of maps have in common. */
void                 ctg_map_plot_note        (const CtgWords *words,
                                               GPtrArray      *sentences);

void                 ctg_map_plot_init        (CtgMapPlot   *self,
                                               const CtgPen *pen,
                                               CtgRect       box);
/* The sea, and under the marks every country as plain land. */
void                 ctg_map_plot_draw_ground (const CtgMapPlot *self,
                                               CtgPen           *pen);
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
