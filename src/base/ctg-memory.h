/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the system should know of large arrays. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* Says that all of a new array will be filled soon, so that the system may give it in pages of megabytes: being given a page for every four kilobytes
 * takes as long as filling them. Only a hint; nothing for arrays below a few megabytes, and where the system knows no such pages.
 * size: in bytes. See madvise(2), MADV_HUGEPAGE. */
void ctg_memory_will_fill (gpointer start,
                           gsize    size);

G_END_DECLS
