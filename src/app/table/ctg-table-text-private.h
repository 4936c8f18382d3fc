/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the table's words share: cells (ctg-table-text.c), tooltips and labels (-tooltip.c), the clipboard (-tsv.c). */

#pragma once

#include "app/table/ctg-table-text.h"

G_BEGIN_DECLS

struct _CtgTableText
{
  CtgFigure *figure;
  CtgChartInput input;
  CtgTable *table;
  CtgLocale *locale;

  unsigned int *series; /* all of the table, those of the figure first */
  unsigned int n_series;
  unsigned int n_figure;
  unsigned int *all_series; /* the same in the table's order, to tell them apart by title */
  GPtrArray *columns;   /* of CtgColumn */
};

/* The claim a row's date and source are taken from: the same by which the arranger sorts. NULL for none. */
const CtgClaim    *ctg_table_text_get_row_claim (CtgTableText *self,
                                                 unsigned int  row);
/* What the cell shows: the estimate as it is drawn, or the number that is left out because it is doubtful. */
const CtgEstimate *ctg_table_text_get_estimate  (CtgTableText *self,
                                                 unsigned int  row,
                                                 unsigned int  series);
/* claim may be NULL; "" for nothing. */
char              *ctg_table_text_dup_source    (CtgTableText   *self,
                                                 const CtgClaim *claim) G_GNUC_WARN_UNUSED_RESULT;
char              *ctg_table_text_dup_date      (CtgTableText   *self,
                                                 const CtgClaim *claim,
                                                 gboolean        abbreviated) G_GNUC_WARN_UNUSED_RESULT;
char              *ctg_table_text_dup_value     (CtgTableText *self,
                                                 unsigned int  row,
                                                 unsigned int  series) G_GNUC_WARN_UNUSED_RESULT;
/* Every note of the row once, in the order of the series. */
char              *ctg_table_text_dup_notes     (CtgTableText *self,
                                                 unsigned int  row,
                                                 const char   *separator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
