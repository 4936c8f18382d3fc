/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs when the program is built: reads the bundled packages with the loader that reads the user's files, makes the views, and puts all of them on a
 * tape with their index. Any fault in a bundled file ends the build.
 *
 *   compile-datasets OUTPUT index.json views.json PACKAGE.json… */

#include <stdlib.h>
#include <string.h>

#include "base/ctg-json.h"
#include "data/ctg-library-private.h"
#include "data/ctg-package.h"
#include "data/ctg-tape-private.h"

static GBytes *
load_file (const char *path)
{
  g_autoptr(GError) error = NULL;
  char *text;
  gsize length;

  if (!g_file_get_contents (path, &text, &length, &error))
    g_error ("%s", error->message);

  return g_bytes_new_take (text, length);
}

static JsonNode *
load_json (const char *path)
{
  g_autoptr(GBytes) bytes = load_file (path);
  g_autoptr(GError) error = NULL;
  JsonNode *root = ctg_json_parse (bytes, &error);

  if (root == NULL)
    g_error ("%s: %s", path, error->message);

  return root;
}

static CtgDataset *
load_package (const char *path)
{
  g_autoptr(GBytes) bytes = load_file (path);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_autoptr(GError) error = NULL;
  CtgDataset *dataset = ctg_package_load (bytes, NULL, faults, &error);

  if (dataset == NULL)
    g_error ("%s: %s", path, error->message);
  if (faults->len > 0)
    g_error ("%s: %s: %s", path, ((CtgFault *) g_ptr_array_index (faults, 0))->path, ((CtgFault *) g_ptr_array_index (faults, 0))->message);

  return dataset;
}

/* The package of that id among the files. */
static CtgDataset *
find_package (const char *id,
              char      **paths)
{
  g_autofree char *name = g_strconcat (id, ".json", NULL);

  for (unsigned int i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *base = g_path_get_basename (paths[i]);

      if (strcmp (base, name) == 0)
        return load_package (paths[i]);
    }

  g_error ("The index names %s, but there is no such file", name);
}

static CtgLibraryEntry
read_entry (JsonObject *dataset)
{
  return (CtgLibraryEntry) {
           .id = json_object_get_string_member (dataset, "id"),
           .title = json_object_get_string_member (dataset, "title"),
           .short_title = json_object_get_string_member (dataset, "shortTitle"),
           .group = json_object_get_string_member (dataset, "group"),
           .source_name = json_object_get_string_member (dataset, "source"),
           .year = json_object_get_null_member (dataset, "year") ? 0 : json_object_get_int_member (dataset, "year"),
           .n_rows = json_object_get_int_member (dataset, "rows"),
           .partial = json_object_get_boolean_member (dataset, "partial"),
  };
}

static bool
is_view (JsonObject *dataset)
{
  return strcmp (json_object_get_string_member (dataset, "kind"), "view") == 0;
}

int
main (int   argc,
      char *argv[])
{
  if (argc < 5)
    g_error ("Usage: compile-datasets OUTPUT index.json views.json PACKAGE.json…");

  g_autoptr(JsonNode) index_root = load_json (argv[2]);
  g_autoptr(JsonNode) views_root = load_json (argv[3]);
  g_autoptr(GPtrArray) packages = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_dataset_unref);
  g_autoptr(CtgTape) tape = ctg_tape_new ();
  g_autoptr(GArray) entries = g_array_new (FALSE, FALSE, sizeof (CtgLibraryEntry));
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (unsigned int));
  g_autoptr(GError) error = NULL;
  JsonObject *views = json_object_get_object_member (json_node_get_object (views_root), "views");
  JsonArray *datasets = json_object_get_array_member (json_node_get_object (index_root), "datasets");
  CtgTapeIndex index = { entries, positions, json_object_get_string_member (json_node_get_object (index_root), "default") };

  /* Views are made over all packages, in the order of the index. */
  for (unsigned int i = 0; i < json_array_get_length (datasets); i++)
    if (!is_view (json_array_get_object_element (datasets, i)))
      g_ptr_array_add (packages, find_package (json_object_get_string_member (json_array_get_object_element (datasets, i), "id"), argv + 4));

  for (unsigned int i = 0, next = 0; i < json_array_get_length (datasets); i++)
    {
      JsonObject *object = json_array_get_object_element (datasets, i);
      CtgLibraryEntry entry = read_entry (object);
      g_autoptr(CtgDataset) dataset = is_view (object) ? ctg_library_make_view (entry.id, json_object_get_object_member (views, entry.id), packages)
                                                        : ctg_dataset_ref (g_ptr_array_index (packages, next++));
      unsigned int position = ctg_tape_get_position (tape);

      g_array_append_val (entries, entry);
      g_array_append_val (positions, position);
      ctg_tape_dataset (tape, dataset);
    }

  unsigned int position = ctg_tape_get_position (tape);

  ctg_tape_index (tape, &index);
  ctg_tape_word (tape, &position);

  g_autoptr(GBytes) bytes = ctg_tape_to_bytes (tape);

  if (!g_file_set_contents (argv[1], g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error))
    g_error ("%s", error->message);

  return EXIT_SUCCESS;
}
