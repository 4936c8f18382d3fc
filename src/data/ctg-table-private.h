/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table's insides, for the files that make and read it. */

#pragma once

#include "data/ctg-dataset-private.h"
#include "data/ctg-interval.h"
#include "data/ctg-table.h"
#include "data/ctg-text-index-private.h"

G_BEGIN_DECLS

/* A cell that at least one claim meets. Its claims are n_claims entries of order, from first. There may be as many as claims: what a claim says already
 * is not said again. */
typedef struct
{
  unsigned int series;
  unsigned int first;
  unsigned int n_claims;
  unsigned int shown; /* claim number */
} CtgCell;

/* Cells stand row by row, in a row by series, so that memory follows the number of claims whatever the shape of the table. */
struct _CtgTable
{
  CtgDataset *dataset;
  GStringChunk *strings;
  GArray *rows;            /* CtgRow */
  GArray *series;          /* CtgSeries */
  CtgTextIndex *row_index; /* keys */
  CtgTextIndex *series_index; /* ids */
  unsigned int *row_start; /* n_rows + 1 places in cells */
  CtgCell *cells;
  CtgEstimate *estimates;  /* by cell, where they are not those of the claims shown: spans, and what is computed; else NULL */
  unsigned int *order;     /* claim numbers by row, series and printed order */
  GPtrArray *measures;     /* nullable: of series whose numbers are computed (ctg-table-derive.c) */
  CtgDerivation derivation;
  unsigned int against;    /* a series, where derivation.against is set */
  CtgRule rule;
  bool include_doubtful;
  unsigned int n_aggregates;
};

/* Makes the rows, in the order of their first claims, and fills rows, by claim, with those they belong to (ctg-table-rows.c). */
void         ctg_table_make_rows  (CtgTable     *self,
                                   unsigned int *rows);
/* Which of the claims a cell shows (ctg-table-rules.c). */
void         ctg_table_choose     (const CtgTable *self,
                                   CtgCell        *cell);
/* Where a cell has several claims, the span of all they say is its estimate; estimates must be the table's own. */
void         ctg_table_make_spans (CtgTable *self);
/* Gives the table estimates of its own, which may then be changed; they are what cells have shown until now. */
void         ctg_table_own_estimates (CtgTable *self);
/* Of a cell; missing where the claim is shown as doubtful only. */
const CtgEstimate *ctg_table_get_cell_estimate (const CtgTable *self,
                                                const CtgCell  *cell);
/* The claim of a row that is printed first. */
const CtgClaim *ctg_table_get_first_claim (const CtgTable *self,
                                           unsigned int    row);
/* NULL where no claim meets it. */
const CtgCell *ctg_table_find_cell (const CtgTable *self,
                                    unsigned int    row,
                                    unsigned int    series);
/* Counts of people as people per million of population, and counts as shares of the total of all countries, not rounded (ctg-table-rates.c). */
void         ctg_table_rate_series  (CtgTable *self);
void         ctg_table_share_series (CtgTable *self);
/* The measure of a series, as a copy that belongs to the table and may be changed (ctg-table-derive.c). */
CtgMeasure  *ctg_table_own_measure  (CtgTable    *self,
                                     unsigned int series);

G_END_DECLS
