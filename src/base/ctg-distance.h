/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far two words are apart, for "did you mean". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CTG_DISTANCE_MAX_BYTES 200

/* Edit distance (insert, delete, replace, swap neighbours: optimal string alignment) of two byte strings; limit + 1 where it is more than limit
 * or one of them is longer than CTG_DISTANCE_MAX_BYTES. */
unsigned int ctg_distance_measure (const char  *a,
                                   const char  *b,
                                   unsigned int limit);

G_END_DECLS
