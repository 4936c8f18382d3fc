/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How many people live in a country: World Bank, SP.POP.TOTL, of one year (data/source/population-2015.json). */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* 0 for an unknown code; code is nullable. */
double       ctg_population_get      (const char *code);
unsigned int ctg_population_get_year (void);

G_END_DECLS
