/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows in the order of a number. */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* A row and what it is sorted by. */
typedef struct
{
  guint64 key;
  unsigned int row;
} CtgKeyed;

/* A key that is in the order of the numbers, or in the other one; 0 and -0 are equal. number: not NAN. */
guint64 ctg_radix_make_key (double number,
                            bool   descending);
/* Sorts by key; what is equal stays in its order. room: for as many items. */
void    ctg_radix_sort     (CtgKeyed    *items,
                            unsigned int n_items,
                            CtgKeyed    *room);

G_END_DECLS
