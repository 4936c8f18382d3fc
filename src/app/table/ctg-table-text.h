/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the cells of the table say: text, tooltip, what is read aloud and what is copied. Names are in the figure's language, by which they are
 * sorted and found; all else is in the window's. One object for one state of a figure. Knows no widget. Main thread only, because the figure's
 * arranger is. */

#pragma once

#include "file/ctg-figure.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_COLUMN_NAME,
  CTG_COLUMN_SERIES,
  CTG_COLUMN_AS_OF,
  CTG_COLUMN_SOURCE,
  CTG_COLUMN_REGION,
  CTG_COLUMN_CODE,
  CTG_COLUMN_NOTES,
} CtgColumnKind;

typedef struct
{
  CtgColumnKind kind;
  unsigned int series; /* of the table, for CTG_COLUMN_SERIES */
  char *id;            /* "name", "as-of", …; for a series its id */
  char *title;
} CtgColumn;

typedef enum
{
  CTG_CELL_PLAIN = 0,
  CTG_CELL_DIM = 1 << 0,      /* nothing is stated here, or it is doubtful */
  CTG_CELL_DOUBTFUL = 1 << 1,
  CTG_CELL_NOTE = 1 << 2,
} CtgCellFlags;

typedef struct _CtgTableText CtgTableText;

CtgTableText    *ctg_table_text_new             (CtgFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
void             ctg_table_text_free            (CtgTableText *self);

CtgFigure       *ctg_table_text_get_figure      (CtgTableText *self);
unsigned int     ctg_table_text_get_n_columns   (CtgTableText *self);
const CtgColumn *ctg_table_text_get_column      (CtgTableText *self,
                                                 unsigned int  index);
/* NULL where there is none of that id. */
const CtgColumn *ctg_table_text_find_column     (CtgTableText *self,
                                                 const char   *id);
/* Whether the column is shown before the user has said anything: the series drawn, others with numbers in many of the rows (or in any of the
 * regions and totals); codes only when asked for. */
gboolean         ctg_table_text_is_column_wanted (CtgTableText    *self,
                                                  const CtgColumn *column,
                                                  gboolean         aggregates);
/* The series drawn first, or the table's first; -1 where it has none. */
int              ctg_table_text_get_main_series (CtgTableText *self);

/* row: a row index of the table. */
char            *ctg_table_text_dup             (CtgTableText    *self,
                                                 const CtgColumn *column,
                                                 unsigned int     row) G_GNUC_WARN_UNUSED_RESULT;
CtgCellFlags     ctg_table_text_get_flags       (CtgTableText    *self,
                                                 const CtgColumn *column,
                                                 unsigned int     row);
/* Everything stated in the cell, or the whole text where it may be cut; NULL for nothing to add. */
char            *ctg_table_text_dup_tooltip     (CtgTableText    *self,
                                                 const CtgColumn *column,
                                                 unsigned int     row) G_GNUC_WARN_UNUSED_RESULT;
/* A cell by itself: "Tunisia, official 6,000". */
char            *ctg_table_text_dup_label       (CtgTableText    *self,
                                                 const CtgColumn *column,
                                                 unsigned int     row) G_GNUC_WARN_UNUSED_RESULT;

/* "50 of 65 reported", for the rows given, of one series. */
char            *ctg_table_text_dup_coverage    (CtgTableText       *self,
                                                 int                 series,
                                                 const unsigned int *rows,
                                                 unsigned int        n_rows) G_GNUC_WARN_UNUSED_RESULT;
/* Rows as tab-separated text with a line of titles: single numbers without separators, so that a spreadsheet reads them, all else as shown. */
char            *ctg_table_text_dup_tsv         (CtgTableText           *self,
                                                 const CtgColumn *const *columns,
                                                 unsigned int            n_columns,
                                                 const unsigned int     *rows,
                                                 unsigned int            n_rows) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTableText, ctg_table_text_free)

G_END_DECLS
