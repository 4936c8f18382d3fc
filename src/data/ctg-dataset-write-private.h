/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that write a package share. */

#pragma once

#include "base/ctg-append.h"
#include "data/ctg-package-private.h"

G_BEGIN_DECLS

/* The next entry of an object or an array, on a line of its own. */
static inline void
ctg_begin_line (GString     *text,
                unsigned int depth,
                bool        *first)
{
  static const char separator[] = ",\n" "          ";

  g_assert (2 + 2 * depth < sizeof separator);

  ctg_append (text, separator + *first, 2 + 2 * depth - *first);
  *first = FALSE;
}

/* A column as a schema describes it. */
typedef struct
{
  const char *name;
  const char *type;
  const char *role; /* nullable */
} CtgField;

/* Plain counts as most people keep them: a row for each place, a column for each measure. */
typedef struct
{
  const CtgDataset *dataset;
  unsigned int first;
  unsigned int end;
  unsigned int n_rows;
  unsigned int n_measures;
  unsigned int measures[CTG_MAX_COLUMNS]; /* numbers of those counted, in the order of the columns */
  bool has_code;
} CtgWide;

/* How the claims from first to before end, which say no more than a name, perhaps a code, a measure and a value, are written wide. FALSE where they would
 * not be read back as they are, or where it would take no less. */
bool         ctg_wide_init        (CtgWide          *self,
                                   const CtgDataset *dataset,
                                   unsigned int      first,
                                   unsigned int      end,
                                   bool              has_code);
/* Its columns, at most CTG_MAX_COLUMNS, and how many there are. */
unsigned int ctg_wide_list_fields (const CtgWide *self,
                                   CtgField      *fields);
/* Its rows, behind the one that names the columns. */
void         ctg_wide_add_rows    (const CtgWide *self,
                                   GString       *text);

/* A resource of the claims from first to before end; tells the place of its rows if they are more than those known. */
void ctg_dataset_write_resource (const CtgDataset *self,
                                 CtgPackageText   *package,
                                 const char       *name,
                                 unsigned int      first,
                                 unsigned int      end);

G_END_DECLS
