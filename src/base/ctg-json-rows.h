/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Long arrays of rows, kept as plain cells: a tree of nodes costs ten times their memory and most of the time to open a file. */

#pragma once

#include "base/ctg-json.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_JSON_NULL,
  CTG_JSON_BOOLEAN,
  CTG_JSON_INTEGER, /* a literal of at most 15 digits */
  CTG_JSON_NUMBER,
  CTG_JSON_STRING,
  CTG_JSON_ARRAY,   /* what is in it is not kept */
  CTG_JSON_OBJECT
} CtgJsonType;

/* A value of a row: there may be two million of them. */
typedef struct
{
  union
  {
    const char *string; /* of a string; lives as long as ctg_json_rows_get_text() */
    double number;      /* of a number; 1 for true; 0 for all else but strings */
  };
  unsigned int name;    /* for ctg_json_rows_get_name() */
  CtgJsonType type;
} CtgJsonCell;

typedef struct _CtgJsonRows CtgJsonRows;

/* Like ctg_json_parse(), but an array at one of places becomes rows: places are JSON Pointers, "*" standing for any element of an array, at most 8,
 * NULL at the end. In the tree such an array is [n] instead, n being its index in rows (element-type CtgJsonRows, with free function). */
JsonNode          *ctg_json_parse_with_rows (GBytes            *bytes,
                                             const char *const *places,
                                             GPtrArray         *rows,
                                             GError           **error) G_GNUC_WARN_UNUSED_RESULT;
/* An empty array for ctg_json_parse_with_rows(). */
GPtrArray         *ctg_json_rows_array_new  (void) G_GNUC_WARN_UNUSED_RESULT;
/* The rows that stand for a node of a tree; NULL where it holds none. */
const CtgJsonRows *ctg_json_rows_of_node    (JsonNode  *node,
                                             GPtrArray *rows);

unsigned int       ctg_json_rows_get_length (const CtgJsonRows *self);
/* CTG_JSON_ARRAY or CTG_JSON_OBJECT for what is a row. */
CtgJsonType        ctg_json_rows_get_type   (const CtgJsonRows *self,
                                             unsigned int       row);
/* The cells in the order of the text; none where it is no row. */
const CtgJsonCell *ctg_json_rows_get_cells  (const CtgJsonRows *self,
                                             unsigned int       row,
                                             unsigned int      *n_cells);

/* There are no more cells than this in all rows. */
unsigned int       ctg_json_rows_get_most_cells (const CtgJsonRows *self);
/* The name of the member that is the cell; for rows that are objects. */
const char        *ctg_json_rows_get_name   (const CtgJsonRows *self,
                                             const CtgJsonCell *cell);
/* What the strings are part of: whoever holds on to it may keep them. */
GBytes            *ctg_json_rows_get_text   (const CtgJsonRows *self);

/* As ctg_json_describe_type() says it. */
const char        *ctg_json_type_describe   (CtgJsonType type);

G_END_DECLS
