/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The outlines of the symbols, the same for drawing, picking and bounds. */

#pragma once

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

#define CTG_SYMBOL_MAX_POINTS 12

/* The corners of the closed outline about center; its area is that of a circle of diameter size. Returns their number; 0 for the circle,
 * which is no polygon. */
unsigned int ctg_symbol_get_outline (CtgSymbol symbol,
                                     CtgPoint  center,
                                     double    size,
                                     CtgPoint  points[CTG_SYMBOL_MAX_POINTS]);

G_END_DECLS
