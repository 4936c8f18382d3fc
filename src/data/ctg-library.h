/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The bundled datasets, compiled in as resources, and the views by query over all of them. Each is parsed when first asked for and kept.
 * Thread-safe. */

#pragma once

#include "data/ctg-dataset.h"

G_BEGIN_DECLS

/* What a list needs to know without parsing the dataset (from the index written at build time). */
typedef struct
{
  const char *id;
  const char *title;
  const char *short_title;
  const char *group;       /* "travelled", "returned", "totals", "profiles", "all" */
  const char *source_name; /* publisher, for the second line */
  int year;                /* of publication; 0 if several */
  int n_rows;              /* countries, or rows of a view */
  bool partial;
} CtgLibraryEntry;

unsigned int           ctg_library_get_n_entries (void);
const CtgLibraryEntry *ctg_library_get_entry     (unsigned int index);
const CtgLibraryEntry *ctg_library_find_entry    (const char *id);
/* The default: "tsg-2015-12". */
const char            *ctg_library_get_default_id (void);
/* (transfer full): NULL and CTG_DATA_ERROR_NOT_FOUND with near ids for an unknown id. */
CtgDataset            *ctg_library_load          (const char *id,
                                                  GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
