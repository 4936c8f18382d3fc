/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is bundled: the index, and the datasets, each read once. Packages and views were put on one tape when the program was built
 * (compile-datasets.c). It must not read files of the user. */

#include "data/ctg-library.h"

#include <string.h>

#include "base/ctg-distance.h"
#include "base/ctg-error.h"
#include "base/ctg-translate.h"
#include "data/ctg-resources-private.h"
#include "data/ctg-tape-private.h"

typedef struct
{
  GBytes *bytes; /* kept: all strings are in it */
  CtgTapeIndex index;
} Library;

/* The index stands behind the datasets; the last word says where. */
static Library *
open_library (void)
{
  Library *self = g_new0 (Library, 1);

  self->bytes = ctg_resource_load ("datasets.tape");

  g_autoptr(CtgTape) tape = ctg_tape_open (self->bytes);
  unsigned int position;

  ctg_tape_seek (tape, ctg_tape_get_last (tape));
  ctg_tape_word (tape, &position);
  ctg_tape_seek (tape, position);
  self->index.entries = g_array_new (FALSE, TRUE, sizeof (CtgLibraryEntry));
  self->index.positions = g_array_new (FALSE, TRUE, sizeof (unsigned int));
  ctg_tape_index (tape, &self->index);

  return self;
}

static const Library *
get_library (void)
{
  static Library *library;

  if (g_once_init_enter (&library))
    g_once_init_leave (&library, open_library ());

  return library;
}

unsigned int
ctg_library_get_n_entries (void)
{
  return get_library ()->index.entries->len;
}

const CtgLibraryEntry *
ctg_library_get_entry (unsigned int index)
{
  g_return_val_if_fail (index < ctg_library_get_n_entries (), NULL);

  return &g_array_index (get_library ()->index.entries, CtgLibraryEntry, index);
}

static int
find_entry (const char *id)
{
  for (unsigned int i = 0; id != NULL && i < ctg_library_get_n_entries (); i++)
    if (strcmp (ctg_library_get_entry (i)->id, id) == 0)
      return i;

  return -1;
}

const CtgLibraryEntry *
ctg_library_find_entry (const char *id)
{
  int entry = find_entry (id);

  return entry >= 0 ? ctg_library_get_entry (entry) : NULL;
}

const char *
ctg_library_get_default_id (void)
{
  return get_library ()->index.default_id;
}

static CtgDataset *
read_dataset (unsigned int entry)
{
  const Library *library = get_library ();
  g_autoptr(CtgTape) tape = ctg_tape_open (library->bytes);
  CtgDataset *dataset = ctg_dataset_new ();

  ctg_tape_seek (tape, g_array_index (library->index.positions, unsigned int, entry));
  ctg_tape_dataset (tape, dataset);

  return dataset;
}

/* A reference to the dataset of an entry, which is kept. */
static CtgDataset *
load (unsigned int entry)
{
  static GMutex mutex;
  static CtgDataset **loaded;
  CtgDataset *dataset;

  g_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_new0 (CtgDataset *, ctg_library_get_n_entries ());
  if (loaded[entry] == NULL)
    loaded[entry] = read_dataset (entry);
  dataset = ctg_dataset_ref (loaded[entry]);
  g_mutex_unlock (&mutex);

  return dataset;
}

/* Ids that are nearly what was asked for, or hold it. */
static char *
suggest (const char *id)
{
  GString *text = g_string_new (NULL);

  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const char *known = ctg_library_get_entry (i)->id;

      if (ctg_distance_measure (id, known, 2) <= 2 || (strlen (id) >= 3 && strstr (known, id) != NULL))
        g_string_append_printf (text, "%s“%s”", text->len > 0 ? ", " : "", known);
    }

  return g_string_free (text, FALSE);
}

CtgDataset *
ctg_library_load (const char *id,
                  GError    **error)
{
  g_return_val_if_fail (id != NULL, NULL);

  int entry = find_entry (id);

  if (entry >= 0)
    return load (entry);

  g_autofree char *near = suggest (id);

  if (*near != '\0')
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND, T_ ("There is no dataset “%s”; there is %s."), id, near);
  else
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND, T_ ("There is no dataset “%s”."), id);

  return NULL;
}
