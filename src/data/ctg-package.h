/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Bytes to dataset: Frictionless Data Packages (v1, v2) with inline data, and plain JSON arrays of objects. */

#pragma once

#include "base/ctg-json-rows.h"
#include "data/ctg-dataset.h"

G_BEGIN_DECLS

/* A fault in a row or descriptor that leaves the rest usable. */
typedef struct
{
  char *path;    /* JSON Pointer, "/resources/0/data/3/value" */
  char *message; /* a full sentence */
  unsigned int n; /* of faults that it tells: 1, or all that are only counted */
} CtgFault;

void        ctg_fault_free             (CtgFault *fault);
/* How many faults there are, listed or not. faults: (element-type CtgFault) */
unsigned int ctg_faults_count          (GPtrArray *faults);

/* Reads a data package or a plain array of objects.
 *
 * id: used when the file names none (a file's base name). faults: (element-type CtgFault) (nullable): gets the faults that were
 * survived, at most 1,000 and how many more there are; the rows concerned are left out or lose the faulty member, as docs/data-format.md says
 * under "What happens to a fault". A row of an unknown country is kept under its printed name. Refused whole (NULL and CTG_DATA_ERROR, with line and column):
 * what is not strict RFC 8259, too deep (64), too large (16 MB), too many values (2 million), duplicate keys, lone surrogates, invalid UTF-8;
 * and what is no data package (says what it found and what it expected). */
CtgDataset *ctg_package_load           (GBytes     *bytes,
                                        const char *id,
                                        GPtrArray  *faults,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* A file that holds a package, rows, or a figure document with a package inside it ("/dataset/package"), as a tree. The rows of the data go to rows,
 * as ctg_json_parse_with_rows() says. */
JsonNode   *ctg_package_parse          (GBytes    *bytes,
                                        GPtrArray *rows,
                                        GError   **error) G_GNUC_WARN_UNUSED_RESULT;
/* ctg_package_load() from the root of such a tree, or from the package in it. path is the JSON Pointer of node, for faults. */
CtgDataset *ctg_package_load_node      (JsonNode   *node,
                                        GPtrArray  *rows,
                                        const char *id,
                                        const char *path,
                                        GPtrArray  *faults,
                                        GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
