/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table on its way out: which rows, in what order, and the four ways to write them. */

#pragma once

#include "file/ctg-figure.h"

G_BEGIN_DECLS

typedef struct
{
  CtgTable *table;
  CtgArranger *arranger;
  CtgLocale *locale;
  unsigned int *rows;
  unsigned int n_rows;
} CtgCliRows;

/* Without the series of which no row says anything; n_hidden counts them. */
char *ctg_cli_table_to_text      (const CtgCliRows *rows,
                                  unsigned int     *n_hidden) G_GNUC_WARN_UNUSED_RESULT;
char *ctg_cli_table_to_json      (const CtgCliRows *rows) G_GNUC_WARN_UNUSED_RESULT;
/* separator: ',' with RFC 4180 quoting, or '\t' with tabs and line breaks in values as spaces. */
char *ctg_cli_table_to_separated (const CtgCliRows *rows,
                                  char              separator) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
