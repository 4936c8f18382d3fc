/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table that build-aux/make-population.py writes: sorted by code. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

typedef struct
{
  char code[4];
  unsigned int people;
} CtgPopulationEntry;

extern const unsigned int ctg_population_table_year;
extern const unsigned int ctg_population_table_length;
extern const CtgPopulationEntry ctg_population_table[];

G_END_DECLS
