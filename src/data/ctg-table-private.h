/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table's insides, for the files that make and read it. */

#pragma once

#include "data/ctg-dataset-private.h"
#include "data/ctg-interval.h"
#include "data/ctg-table.h"
#include "data/ctg-text-index-private.h"

G_BEGIN_DECLS

/* A cell that at least one claim meets. Its claims are n_claims entries of order, from first. */
typedef struct
{
  CtgEstimate estimate;
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
  GArray *row_claims;      /* unsigned int: the first claim of each row */
  GArray *series;          /* CtgSeries */
  CtgTextIndex *row_index; /* keys */
  CtgTextIndex *series_index; /* ids */
  unsigned int *row_start; /* n_rows + 1 places in cells */
  CtgCell *cells;
  unsigned int *order;     /* claim numbers by row, series and printed order */
  GPtrArray *measures;     /* nullable: of series whose numbers are computed (ctg-table-derive.c) */
  CtgDerivation derivation;
  unsigned int against;    /* a series, where derivation.against is set */
  CtgRule rule;
  bool include_doubtful;
  unsigned int n_aggregates;
};

/* The row a claim belongs to, made at its first claim (ctg-table-rows.c). */
unsigned int ctg_table_add_row    (CtgTable    *self,
                                   unsigned int claim,
                                   GString     *buffer);
/* Whether the claim plainly belongs to the row of the claim before it; FALSE where only ctg_table_add_row() can tell. */
bool         ctg_table_continues_row (const CtgTable *self,
                                      unsigned int    claim);
/* Which of the claims a cell shows, and as what (ctg-table-rules.c). */
void         ctg_table_choose     (const CtgTable *self,
                                   CtgCell        *cell);
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
