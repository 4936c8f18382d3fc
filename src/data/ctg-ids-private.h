/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The machine names of an enum, as an array of strings in the order of its values. */

#pragma once

#include <stdbool.h>
#include <string.h>

/* Index of id in ids; -1 for NULL and for what is not there. */
static inline int
ctg_ids_find (const char        *id,
              const char *const *ids,
              unsigned int       n_ids)
{
  for (unsigned int i = 0; id != NULL && i < n_ids; i++)
    if (*id == *ids[i] && strcmp (id, ids[i]) == 0)
      return (int) i;

  return -1;
}
