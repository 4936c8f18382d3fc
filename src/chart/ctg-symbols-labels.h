/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names and numbers in the circles of a map of symbols, or beside them. */

#pragma once

#include "chart/ctg-map-plot.h"

G_BEGIN_DECLS

/* circles: of CtgSymbolsCircle, from the largest to the smallest; taken: of CtgRect, where nothing may be written, and grows. */
void ctg_symbols_draw_labels (CtgPen           *pen,
                              const CtgMapPlot *plot,
                              GArray           *circles,
                              GArray           *taken);

G_END_DECLS
