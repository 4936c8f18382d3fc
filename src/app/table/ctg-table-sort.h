/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorting a figure by a column of its table, in the words of the table: for the headers, the menus and the inspector. An id is that of a column,
 * "difference" or "table" (the printed order). */

#pragma once

#include "app/ctg-document.h"
#include "app/table/ctg-table-text.h"

G_BEGIN_DECLS

/* As one step that can be undone. text: of the document's figure. */
void      ctg_table_sort_apply             (CtgDocument  *document,
                                            CtgTableText *text,
                                            const char   *id,
                                            gboolean      descending);
/* What the figure is sorted by. */
char     *ctg_table_sort_dup_id            (CtgTableText *text) G_GNUC_WARN_UNUSED_RESULT;
/* Numbers and dates start with the highest and latest, words with the first. */
gboolean  ctg_table_sort_starts_descending (CtgTableText *text,
                                            const char   *id);
/* All there are, in the order of menus, by id and title: free the array with g_ptr_array_unref(). */
GPtrArray *ctg_table_sort_list             (CtgTableText *text,
                                            GPtrArray    *titles) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
