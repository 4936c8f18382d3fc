/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorting and filtering a table by permuting row indices. The same code serves the window's table, the figure and the
 * command line, so that they never disagree. Stable; missing values come last in both directions; ties keep the printed order. */

#pragma once

#include "data/ctg-table.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_SORT_TABLE,      /* printed order */
  CTG_SORT_NAME,
  CTG_SORT_VALUE,      /* of the series (default: the first) */
  CTG_SORT_DIFFERENCE, /* absolute difference of the first two series */
  CTG_SORT_AS_OF,
  CTG_SORT_SOURCE,
  CTG_SORT_REGION,
  CTG_SORT_SPREAD,     /* from the lowest to the highest figure in all series */
  CTG_SORT_SPREAD_RATIO, /* how many times the lowest the highest is */
} CtgSortBy;

/* One condition "column = value": column is "name", "code", "region", "level", "source", "status" or a series id;
 * value is compared folded for text (a region, level, source or status that
 * does not exist is an error), as a number (also "<100", ">=40", "!=7": with the number used to rank) for series, or "reported",
 * "not-reported", "not-applicable". Several conditions on one text column are alternatives; all others must hold together.
 * "name" also understands aliases ("Dutch"); "source" and "status" hold for a row if they hold for one of its claims (for status: one with a number). */
typedef struct
{
  const char *column;
  const char *value;
} CtgCondition;

/* The value of a condition on a series as people write it ("≥ 1,000", "not reported"); as it is where it is none. */
char         *ctg_condition_format_number (const char      *value,
                                           const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;

typedef struct
{
  CtgSortBy by;
  bool descending;
  int series;                     /* for CTG_SORT_VALUE; -1 for the first of the list below */
  const unsigned int *all_series; /* the series shown, for DIFFERENCE and SPREAD */
  unsigned int n_series;
  const char *search;             /* nullable: folded substring of the row's displayed or printed name or code */
  CtgRegion region;               /* CTG_REGION_NONE for all */
  const CtgCondition *conditions;
  unsigned int n_conditions;
  bool aggregates;                /* also return aggregate rows, after the countries */
} CtgArrange;

/* Keeps displayed names, their folded forms and collation keys of one table in one language; made lazily, once. For one thread at a time. */
typedef struct _CtgArranger CtgArranger;

CtgArranger  *ctg_arranger_new        (CtgTable  *table,
                                       CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;
void          ctg_arranger_free       (CtgArranger *self);
/* (transfer full) (array length=n_rows): table row indices in order. Unknown columns in conditions: NULL and CTG_SPEC_ERROR_PATH. */
unsigned int *ctg_arranger_run        (CtgArranger      *self,
                                       const CtgArrange *arrange,
                                       unsigned int     *n_rows,
                                       GError          **error) G_GNUC_WARN_UNUSED_RESULT;
/* Displayed name, owned by the arranger. */
const char   *ctg_arranger_get_name   (CtgArranger *self,
                                       unsigned int row);

/* CTG_SPEC_ERROR_VALUE that names the regions there are in the table; path: what asked for one that does not exist. */
void          ctg_table_set_unknown_region (const CtgTable *self,
                                            const char     *path,
                                            const char     *region,
                                            GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgArranger, ctg_arranger_free)

G_END_DECLS
