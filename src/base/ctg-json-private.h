/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gate's result for the parser beside it. Private to src/base. */

#pragma once

#include "base/ctg-json-rows.h"

G_BEGIN_DECLS

#define CTG_JSON_MAX_PLACES 8u

/* From the opening bracket of an array to behind its closing one, in bytes. */
typedef struct
{
  size_t start;
  size_t end;
  unsigned int n_values; /* in it, at any depth */
  unsigned int n_rows;   /* in it */
} CtgJsonSpan;

/* What the gate tells of a text that passes. */
typedef struct
{
  const char *const *places; /* of rows, as for ctg_json_parse_with_rows(); nullable */
  GArray *rows;              /* CtgJsonSpan: the arrays at places; nullable */
  GArray *long_integers;     /* size_t: the offset just after every integer literal of more than 15 digits that is not in such an array; nullable */
} CtgJsonFindings;

/* Like ctg_json_check(), and fills the arrays of findings (nullable). */
bool   ctg_json_check_full   (const char            *text,
                              size_t                 length,
                              const CtgJsonFindings *findings,
                              GError               **error);
/* The rows of an array: text is the part of a text that passed, from bracket to bracket. */
CtgJsonRows *ctg_json_rows_read (GBytes      *text,
                                 unsigned int n_rows,
                                 unsigned int n_values);
/* Bytes of a byte order mark at the start: 3 or 0. */
size_t ctg_json_get_bom_size (const char *text,
                              size_t      length);

G_END_DECLS
