/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks a country up in the table of populations. It computes no rates. */

#include "data/ctg-population.h"

#include <stdlib.h>
#include <string.h>

#include "data/ctg-population-private.h"

static int
compare (const void *key,
         const void *entry)
{
  return strcmp (key, ((const CtgPopulationEntry *) entry)->code);
}

double
ctg_population_get (const char *code)
{
  const CtgPopulationEntry *entry = NULL;

  if (code != NULL)
    entry = bsearch (code, ctg_population_table, ctg_population_table_length, sizeof (CtgPopulationEntry), compare);

  return entry != NULL ? entry->people : 0;
}

unsigned int
ctg_population_get_year (void)
{
  return ctg_population_table_year;
}
