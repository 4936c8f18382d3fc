/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Claims pivoted for looking at: rows are places (or statements, or categories), columns are series
 * (measure × status × source). Columnar, immutable, reference-counted, safe to share between threads.
 * Rows keep the printed order; ctg-arrange.h sorts and filters by index. */

#pragma once

#include "data/ctg-country.h"
#include "data/ctg-dataset.h"

G_BEGIN_DECLS

/* Which claim a cell shows where several meet it. The rule is printed in the figure's note. */
typedef enum
{
  CTG_RULE_FIRST,          /* first printed edition, latest date: the default */
  CTG_RULE_LATEST,
  CTG_RULE_OFFICIAL_FIRST, /* one series a measure (and source), found by the id of any of its statuses: official where there is one, else non-official, else estimate */
  CTG_RULE_LOWEST,
  CTG_RULE_HIGHEST,
  CTG_RULE_FULL_SPAN,      /* lowest low to highest high, as a range */
} CtgRule;

/* What counts are divided by. */
typedef enum
{
  CTG_PER_NONE,
  CTG_PER_MILLION, /* counts of people by the population, in millions */
  CTG_PER_TOTAL,   /* counts by the total of all countries in their series, in per cent */
} CtgPer;

/* What is then computed from the numbers of a row, or of a series. */
typedef enum
{
  CTG_DERIVE_NONE,
  CTG_DERIVE_DIFFERENCE, /* every series less the one it is held against */
  CTG_DERIVE_RATIO,      /* every series divided by the one it is held against */
  CTG_DERIVE_RANK,       /* the place among the countries of its series, 1 the highest; equal numbers share the better place */
} CtgDerive;

typedef struct
{
  CtgPer per;
  CtgDerive derive;
  const char *against; /* nullable: the id of a series; the first one with numbers if not given or unknown */
} CtgDerivation;

typedef struct
{
  const char *id;      /* full form "fighters.official" or "fighters.estimate@icsr-2015-01" */
  const char *measure; /* "fighters" */
  const char *source;  /* set where the dataset has several sources, else NULL */
  CtgStatus status;
  const CtgMeasure *info; /* never NULL */
  unsigned int n_reported;      /* country rows with a number */
  unsigned int n_doubtful;
  bool is_share;                /* counts as shares of their total */
} CtgSeries;

typedef struct
{
  const char *key;   /* stable identity, unique in the table: "BEL", "country:NAME", "aggregate:region:NAME", a claim's id, "measure:NAME@SOURCE" */
  const char *name;  /* as printed */
  const char *code;  /* nullable */
  CtgLevel level : 8;
  CtgRegion region : 8;
  bool aggregate;
} CtgRow;

#define CTG_UNIT_PER_MILLION "per million people"
/* Of differences between per cents. */
#define CTG_UNIT_POINTS "percentage points"
#define CTG_UNIT_RATIO "ratio"
#define CTG_UNIT_RANK "rank"

typedef struct _CtgTable CtgTable;

/* include_doubtful: rows marked doubtful take part as any other; else their cells are missing with the claim still attached. */
CtgTable          *ctg_table_new              (CtgDataset *dataset,
                                               CtgRule     rule,
                                               bool        include_doubtful) G_GNUC_WARN_UNUSED_RESULT;
/* The same with numbers computed from those of the claims, in the series' own place: their nature is a rate, their unit CTG_UNIT_PER_MILLION,
 * "percent", CTG_UNIT_RATIO, CTG_UNIT_RANK, or for differences what it was (of per cents CTG_UNIT_POINTS). A result spans all that ranges and bounds allow (ctg-interval.h). It is
 * missing where one of its numbers is, and not applicable where there is none: no population known, aggregates that are no part of a total,
 * another unit, a divisor of zero. Claims keep their numbers, and so does the series that others are held against. Where rows are no places
 * nothing is computed. */
CtgTable          *ctg_table_new_derived      (CtgDataset          *dataset,
                                               CtgRule              rule,
                                               bool                 include_doubtful,
                                               const CtgDerivation *derivation) G_GNUC_WARN_UNUSED_RESULT;
CtgTable          *ctg_table_ref              (CtgTable *self);
void               ctg_table_unref            (CtgTable *self);

CtgDataset        *ctg_table_get_dataset      (const CtgTable *self);
/* What was computed; never NULL. */
const CtgDerivation *ctg_table_get_derivation (const CtgTable *self);
/* The series that the others are less, or divided by; -1 where there is none. */
/* Whether a series holds differences, which may be less than zero, from another. */
bool               ctg_table_is_difference    (const CtgTable *self,
                                               unsigned int    series);
int                ctg_table_get_against      (const CtgTable *self);
unsigned int       ctg_table_get_n_rows       (const CtgTable *self); /* countries first, then aggregates */
unsigned int       ctg_table_get_n_aggregates (const CtgTable *self);
const CtgRow      *ctg_table_get_row          (const CtgTable *self,
                                               unsigned int    row);
/* Row of a key; -1 if there is none. */
int                ctg_table_find_row         (const CtgTable *self,
                                               const char     *key);
unsigned int       ctg_table_get_n_series     (const CtgTable *self);
const CtgSeries   *ctg_table_get_series       (const CtgTable *self,
                                               unsigned int    series);
/* By full id, or by the bare measure where it has one status (and source); -1 if unknown or ambiguous. */
int                ctg_table_find_series      (const CtgTable *self,
                                               const char     *id);
/* Never NULL; missing where nothing is said. */
const CtgEstimate *ctg_table_get_estimate     (const CtgTable *self,
                                               unsigned int    row,
                                               unsigned int    series);
/* The estimates of many cells, row by row: a table is walked in its own order, and looking up cells in another one many times costs more than all that
 * is done with them. rows: each at most once. n_rows × n_series of them. */
CtgEstimate       *ctg_table_dup_estimates    (const CtgTable     *self,
                                               const unsigned int *rows,
                                               unsigned int        n_rows,
                                               const unsigned int *series,
                                               unsigned int        n_series) G_GNUC_WARN_UNUSED_RESULT;
/* The claim the cell shows; NULL where there is none. */
const CtgClaim    *ctg_table_get_claim        (const CtgTable *self,
                                               unsigned int    row,
                                               unsigned int    series);
/* How many claims meet the cell. */
unsigned int       ctg_table_count_claims     (const CtgTable *self,
                                               unsigned int    row,
                                               unsigned int    series);
/* Whether more than one claim meets any cell. */
bool               ctg_table_has_choices      (const CtgTable *self);
/* All claims that meet the cell, for the claim card; (transfer container) of const CtgClaim. */
GPtrArray         *ctg_table_get_claims       (const CtgTable *self,
                                               unsigned int    row,
                                               unsigned int    series) G_GNUC_WARN_UNUSED_RESULT;
/* The row's name in the language: CLDR for a country code, else as printed. */
char              *ctg_table_dup_row_name     (const CtgTable  *self,
                                               unsigned int     row,
                                               const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;
/* "People who travelled", "People who travelled, per million people", "People who travelled, rank". */
char              *ctg_table_dup_measure_title (const CtgTable  *self,
                                                unsigned int     series,
                                                const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;
/* "Official", "Returned, estimate", "ICSR 2015": the least that tells the given series apart, in the locale's phrases. Where it
 * is held against another: "Non-official − Official"; its name is then its own title alone. */
char              *ctg_table_dup_series_title (const CtgTable     *self,
                                               unsigned int        series,
                                               const unsigned int *among,
                                               unsigned int        n_among,
                                               const CtgLocale    *locale) G_GNUC_WARN_UNUSED_RESULT;
char              *ctg_table_dup_series_name (const CtgTable     *self,
                                              unsigned int        series,
                                              const unsigned int *among,
                                              unsigned int        n_among,
                                              const CtgLocale    *locale) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTable, ctg_table_unref)

G_END_DECLS
