/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Shorthand of the tests of src/data: a dataset from text, from a file, from the library, and its faults by place. */

#pragma once

#include <string.h>

#include "ctg-test.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"
#include "data/ctg-table.h"

G_BEGIN_DECLS

static inline GPtrArray *
data_test_faults (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
}

/* A dataset that must load; faults (nullable) gets what was survived, without it there must be none. */
static inline CtgDataset *
data_test_load (const char *text,
                GPtrArray  *faults)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GPtrArray) own = data_test_faults ();
  g_autoptr(GError) error = NULL;
  CtgDataset *dataset = ctg_package_load (bytes, "my-file", faults != NULL ? faults : own, &error);

  g_assert_no_error (error);
  g_assert_nonnull (dataset);
  for (unsigned int i = 0; i < own->len; i++)
    g_test_message ("%s: %s", ((CtgFault *) g_ptr_array_index (own, i))->path, ((CtgFault *) g_ptr_array_index (own, i))->message);
  g_assert_cmpuint (own->len, ==, 0);

  return dataset;
}

static inline CtgDataset *
data_test_load_fixture (const char *name)
{
  g_autofree char *relative = g_build_filename ("fixtures", name, NULL);
  g_autofree char *text = ctg_test_load (relative, NULL);

  return data_test_load (text, NULL);
}

static inline CtgDataset *
data_test_load_bundled (const char *id)
{
  g_autoptr(GError) error = NULL;
  CtgDataset *dataset = ctg_library_load (id, &error);

  g_assert_no_error (error);

  return dataset;
}

/* The one fault at path; it must say words. */
static inline void
data_test_assert_fault (GPtrArray  *faults,
                        const char *path,
                        const char *words)
{
  unsigned int n_found = 0;

  for (unsigned int i = 0; i < faults->len; i++)
    {
      const CtgFault *fault = g_ptr_array_index (faults, i);

      if (strcmp (fault->path, path) != 0)
        continue;
      n_found++;
      if (strstr (fault->message, words) == NULL)
        g_error ("%s: “%s” does not say “%s”", path, fault->message, words);
    }
  for (unsigned int i = 0; n_found != 1 && i < faults->len; i++)
    g_test_message ("%s: %s", ((CtgFault *) g_ptr_array_index (faults, i))->path, ((CtgFault *) g_ptr_array_index (faults, i))->message);
  g_assert_cmpuint (n_found, ==, 1);
}

/* The claim of a dataset by place and measure (nullable: any). */
static inline const CtgClaim *
data_test_find_claim (const CtgDataset *dataset,
                      const char       *name,
                      const char       *measure)
{
  for (unsigned int i = 0; i < ctg_dataset_get_n_claims (dataset); i++)
    {
      const CtgClaim *claim = ctg_dataset_get_claim (dataset, i);

      if (strcmp (claim->name, name) == 0 && (measure == NULL || strcmp (claim->measure, measure) == 0))
        return claim;
    }

  return NULL;
}

G_END_DECLS
