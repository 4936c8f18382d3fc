/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that write a package share. */

#pragma once

#include "base/ctg-append.h"
#include "data/ctg-dataset-private.h"

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

/* A resource of the claims from first to before end; tells the place of its rows if they are more than those known. */
void ctg_dataset_write_resource (const CtgDataset *self,
                                 CtgPackageText   *package,
                                 const char       *name,
                                 unsigned int      first,
                                 unsigned int      end);

G_END_DECLS
