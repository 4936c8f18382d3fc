/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is bundled: the index, and the datasets, each parsed once. Views are made in ctg-library-view.c. It must not read files of the user. */

#include "data/ctg-library.h"

#include <string.h>

#include "base/ctg-error.h"
#include "data/ctg-distance-private.h"
#include "data/ctg-library-private.h"
#include "data/ctg-package.h"
#include "data/ctg-resources-private.h"

typedef struct
{
  JsonNode *root;   /* owns all strings */
  GArray *entries;  /* CtgLibraryEntry */
  GPtrArray *views; /* of bool: whether the entry is a view */
  const char *default_id;
} Index;

static Index *
read_index (void)
{
  Index *self = g_new0 (Index, 1);

  self->root = ctg_resource_load_json ("datasets/index.json");

  JsonObject *object = json_node_get_object (self->root);
  JsonArray *datasets = json_object_get_array_member (object, "datasets");

  self->entries = g_array_new (FALSE, FALSE, sizeof (CtgLibraryEntry));
  self->views = g_ptr_array_new ();
  self->default_id = json_object_get_string_member (object, "default");

  for (unsigned int i = 0; i < json_array_get_length (datasets); i++)
    {
      JsonObject *dataset = json_array_get_object_element (datasets, i);
      CtgLibraryEntry entry = {
        .id = json_object_get_string_member (dataset, "id"),
        .title = json_object_get_string_member (dataset, "title"),
        .short_title = json_object_get_string_member (dataset, "shortTitle"),
        .group = json_object_get_string_member (dataset, "group"),
        .source_name = json_object_get_string_member (dataset, "source"),
        .year = json_object_get_null_member (dataset, "year") ? 0 : json_object_get_int_member (dataset, "year"),
        .n_rows = json_object_get_int_member (dataset, "rows"),
        .partial = json_object_get_boolean_member (dataset, "partial"),
      };

      g_array_append_val (self->entries, entry);
      g_ptr_array_add (self->views, GINT_TO_POINTER (strcmp (json_object_get_string_member (dataset, "kind"), "view") == 0));
    }

  return self;
}

static const Index *
get_index (void)
{
  static Index *index;

  if (g_once_init_enter (&index))
    g_once_init_leave (&index, read_index ());

  return index;
}

unsigned int
ctg_library_get_n_entries (void)
{
  return get_index ()->entries->len;
}

const CtgLibraryEntry *
ctg_library_get_entry (unsigned int index)
{
  g_return_val_if_fail (index < get_index ()->entries->len, NULL);

  return &g_array_index (get_index ()->entries, CtgLibraryEntry, index);
}

static int
find_entry (const char *id)
{
  const Index *index = get_index ();

  for (unsigned int i = 0; id != NULL && i < index->entries->len; i++)
    if (strcmp (g_array_index (index->entries, CtgLibraryEntry, i).id, id) == 0)
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
  return get_index ()->default_id;
}

static CtgDataset *load (unsigned int entry);

static CtgDataset *
load_package (const char *id)
{
  g_autofree char *path = g_strdup_printf ("datasets/%s.json", id);
  g_autoptr(GBytes) bytes = ctg_resource_load (path);
  g_autoptr(GError) error = NULL;

  if (bytes == NULL)
    g_error ("The bundled dataset %s is missing", id);

  CtgDataset *dataset = ctg_package_load (bytes, id, CTG_PACKAGE_TRUSTED, NULL, &error);

  if (dataset == NULL)
    g_error ("The bundled dataset %s is broken: %s", id, error->message);

  return dataset;
}

static CtgDataset *
load_view (const char *id)
{
  const Index *index = get_index ();
  g_autoptr(JsonNode) root = ctg_resource_load_json ("datasets/views.json");
  JsonObject *views = json_object_get_object_member (json_node_get_object (root), "views");
  g_autoptr(GPtrArray) packages = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_dataset_unref);

  for (unsigned int i = 0; i < index->entries->len; i++)
    if (!g_ptr_array_index (index->views, i))
      g_ptr_array_add (packages, load (i));

  return ctg_library_make_view (id, json_object_get_object_member (views, id), packages);
}

static GRecMutex mutex;
static GHashTable *loaded;

/* A reference to the dataset of an entry. */
static CtgDataset *
load (unsigned int entry)
{
  const char *id = ctg_library_get_entry (entry)->id;

  g_rec_mutex_lock (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);

  CtgDataset *dataset = g_hash_table_lookup (loaded, id);

  if (dataset == NULL)
    {
      dataset = g_ptr_array_index (get_index ()->views, entry) ? load_view (id) : load_package (id);
      g_hash_table_insert (loaded, (gpointer) id, dataset);
    }
  ctg_dataset_ref (dataset);
  g_rec_mutex_unlock (&mutex);

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
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND, "There is no dataset “%s”; there is %s.", id, near);
  else
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND, "There is no dataset “%s”.", id);

  return NULL;
}
