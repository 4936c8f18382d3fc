/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that read packages share: the reader with its faults, and the columns of one resource. */

#pragma once

#include "base/ctg-json-rows.h"
#include "data/ctg-country.h"
#include "data/ctg-dataset-private.h"
#include "data/ctg-package.h"

G_BEGIN_DECLS

/* More columns than this are not read; more faults are counted, not listed; and a dataset has no more measures or sources, so that the package it is
 * written to can be read again. */
#define CTG_MAX_COLUMNS 256u
#define CTG_MAX_DESCRIBED CTG_JSON_MAX_MEMBERS
#define CTG_MAX_FAULTS 1000u

/* What a column says of a claim; docs/data-format.md. */
typedef enum
{
  CTG_ROLE_NONE,
  CTG_ROLE_ID,
  CTG_ROLE_PLACE,
  CTG_ROLE_CODE,
  CTG_ROLE_MEMBERS,
  CTG_ROLE_LEVEL,
  CTG_ROLE_MEASURE,
  CTG_ROLE_STATUS,
  CTG_ROLE_VALUE,
  CTG_ROLE_LOW,
  CTG_ROLE_HIGH,
  CTG_ROLE_QUALIFIER,
  CTG_ROLE_UNIT,
  CTG_ROLE_AS_OF,
  CTG_ROLE_COUNTRIES,
  CTG_ROLE_SOURCE,
  CTG_ROLE_EDITION,
  CTG_ROLE_EVIDENCE,
  CTG_ROLE_PRESENCE,
  CTG_ROLE_REASON,
  CTG_ROLE_PRINTED,
  CTG_ROLE_NOTE,
  CTG_ROLE_DOUBTFUL,
  CTG_ROLE_PAGES,
  CTG_N_ROLES
} CtgRole;

typedef struct
{
  const char *name;    /* interned */
  const char *title;   /* from the schema; nullable */
  const char *type;    /* from the schema; nullable */
  JsonObject *constraints; /* nullable, borrowed */
  JsonArray *missing;  /* missingValues of the field; nullable, borrowed */
  GRegex *pattern;     /* nullable; made when first needed */
  bool pattern_is_bad; /* it cannot be used, and that has been said */
  GHashTable *seen;    /* values so far of a unique column; nullable */
  CtgRole role;
} CtgColumn;

/* One tabular resource while its rows are read. */
typedef struct
{
  const char *path;     /* JSON Pointer of the array of rows */
  const CtgJsonRows *rows;
  GArray *columns;      /* CtgColumn */
  GHashTable *index;    /* column name → column number + 1 */
  int roles[CTG_N_ROLES]; /* column number, -1 where there is none */
  JsonArray *missing;   /* missingValues of the schema; nullable */
  JsonNode *primary_key; /* nullable */
  GHashTable *keys;     /* primary keys so far → row + 1 */
  GArray *order;        /* for rows that are arrays: their columns by position (unsigned int); else NULL */
  bool aggregate;
} CtgRows;

/* One row: its cells by column, NULL where missing. */
typedef struct
{
  const CtgRows *rows;
  unsigned int number;
  const CtgJsonCell **cells;
} CtgCells;

typedef struct
{
  CtgDataset *dataset;
  GPtrArray *rows;        /* CtgJsonRows, of the tree that is read */
  GPtrArray *faults;      /* nullable */
  unsigned int n_faults;
  unsigned int n_suggestions;
  const char *source;     /* id of the source of rows that name none; made when first needed */
  const char *source_title; /* nullable */
  const char *source_url; /* nullable */
  GHashTable *ids;        /* claim ids so far */
  GHashTable *places;     /* printed name → const CtgCountry, or NULL for an unknown one */
  const char *last_place; /* what was asked for last, and the answer: rows of one place mostly stand together; nullable */
  const CtgCountry *last_country;
  GHashTable *source_ids; /* words of a source column → id */
} CtgReader;

/* path must be a JSON Pointer; the message a sentence. */
void         ctg_reader_fault          (CtgReader  *self,
                                        const char *path,
                                        const char *format,
                                        ...) G_GNUC_PRINTF (3, 4);
/* A fault at a cell; column -1 for the row. */
void         ctg_reader_fault_cell     (CtgReader      *self,
                                        const CtgCells *row,
                                        int             column,
                                        const char     *format,
                                        ...) G_GNUC_PRINTF (4, 5);
/* path + "/" + member with ~ and / escaped. */
char        *ctg_reader_make_path      (const char *path,
                                        const char *member) G_GNUC_WARN_UNUSED_RESULT;
/* Letters and digits in lower case, everything else as separator: an id out of words ("Foreign fighters (2015)"). May be empty. */
char        *ctg_reader_make_slug      (const char *text,
                                        char        separator) G_GNUC_WARN_UNUSED_RESULT;

/* Members of a descriptor: NULL where absent or null, and, with a fault, where of another type. */
const char  *ctg_reader_get_string     (CtgReader  *self,
                                        JsonObject *object,
                                        const char *member,
                                        const char *path);
bool         ctg_reader_get_boolean    (CtgReader  *self,
                                        JsonObject *object,
                                        const char *member,
                                        const char *path);
JsonObject  *ctg_reader_get_object     (CtgReader  *self,
                                        JsonObject *object,
                                        const char *member,
                                        const char *path);
JsonArray   *ctg_reader_get_array      (CtgReader  *self,
                                        JsonObject *object,
                                        const char *member,
                                        const char *path);
/* An array of strings as an interned list; never NULL. */
const char *const *ctg_reader_get_list (CtgReader  *self,
                                        JsonObject *object,
                                        const char *member,
                                        const char *path);

/* The package's members about the dataset as a whole (ctg-package-about.c). FALSE for a format we cannot read. */
bool         ctg_reader_read_about     (CtgReader  *self,
                                        JsonObject *package,
                                        const char *path,
                                        GError    **error);
/* Notes on rows, which must have been read before. */
void         ctg_reader_read_row_notes (CtgReader  *self,
                                        JsonObject *package,
                                        const char *path);

/* Columns of a resource (ctg-package-columns.c). path: of the array of rows; schema, schema_path: nullable. FALSE where rows cannot
 * be read at all; the fault is set. */
bool         ctg_rows_init             (CtgRows           *self,
                                        CtgReader         *reader,
                                        const CtgJsonRows *rows,
                                        JsonObject        *schema,
                                        const char        *path,
                                        const char        *schema_path);
void         ctg_rows_clear            (CtgRows *self);
/* Whether a column of that name, written as a slug, is something else than numbers of that name. */
bool         ctg_column_name_is_taken  (const char *name);
/* Whether each row is one claim; else each has a place and numeric columns. */
bool         ctg_rows_are_claims       (const CtgRows *self);
/* Cells of row number; FALSE for what is no row, with a fault. cells has CTG_MAX_COLUMNS places. */
bool         ctg_rows_get_cells        (const CtgRows *self,
                                        CtgReader     *reader,
                                        unsigned int   number,
                                        CtgCells      *row);

/* Single cells (ctg-package-cells.c). Faults are added where a cell has the wrong type; the result is then as if it were missing. */

/* NULL where there is no such column or cell. */
static inline const CtgJsonCell *
ctg_cells_get (const CtgCells *row,
               CtgRole         role)
{
  int column = row->rows->roles[role];

  return column >= 0 ? row->cells[column] : NULL;
}

/* Of a cell that is there. */
const char  *ctg_cells_read_string     (CtgReader      *reader,
                                        const CtgCells *row,
                                        CtgRole         role);

/* Most rows say little of all that could be said. */
static inline const char *
ctg_cells_get_string (CtgReader      *reader,
                      const CtgCells *row,
                      CtgRole         role)
{
  return ctg_cells_get (row, role) != NULL ? ctg_cells_read_string (reader, row, role) : NULL;
}

double       ctg_cells_get_number      (CtgReader      *reader,
                                        const CtgCells *row,
                                        int             column);
bool         ctg_cells_get_boolean     (CtgReader      *reader,
                                        const CtgCells *row,
                                        CtgRole         role);
/* What a cell's words, which must be interned or part of a kept text, name: a country, or all of them (ctg_country_all); NULL if unknown. */
const CtgCountry *ctg_reader_find_country (CtgReader  *self,
                                           const char *name);
/* Everything of a claim but its measure, unit and estimate. FALSE where the row must be left out; the fault is set. */
bool         ctg_cells_read_context    (CtgReader       *reader,
                                        const CtgCells  *row,
                                        CtgClaim        *claim,
                                        CtgClaimContext *context);
/* The number of a row, with bounds, qualifier and presence. FALSE where it must be left out; the fault is set. */
bool         ctg_cells_read_estimate   (CtgReader      *reader,
                                        const CtgCells *row,
                                        CtgEstimate    *estimate);
/* Left as it is where the row says nothing. */
void         ctg_cells_read_date       (CtgReader      *reader,
                                        const CtgCells *row,
                                        CtgDate        *date);
/* A source is named by its id; words that are no id ("Ministry of the Interior, 2016") become one, and its title. NULL: the package's own. */
const char  *ctg_cells_find_source     (CtgReader      *reader,
                                        const CtgCells *row,
                                        const char     *text);
/* Schema constraints and the primary key (ctg-package-constraints.c): faults only, nothing is changed. */
void         ctg_cells_check_constraints (CtgReader *reader,
                                          CtgRows   *rows,
                                          CtgCells  *row);

/* The rows (ctg-package-claims.c, ctg-package-wide.c). */
void         ctg_rows_read_claims      (CtgRows   *self,
                                        CtgReader *reader);
/* FALSE where no column holds places; says so in error. */
bool         ctg_rows_read_wide        (CtgRows   *self,
                                        CtgReader *reader,
                                        GError   **error);

G_END_DECLS
