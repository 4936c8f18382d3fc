/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The front door: bytes or a tree to a dataset, resource by resource. What stands in a descriptor is read in ctg-package-about.c, columns, cells and
 * rows in the other ctg-package-*.c. It must not open files. */

#include "data/ctg-package.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-translate.h"
#include "data/ctg-package-private.h"
#include "data/ctg-text-hash-private.h"

/* "the members “a”, “b”" for messages. */
static char *
describe_members (JsonObject *object)
{
  GString *text = g_string_new (NULL);
  JsonObjectIter iter;
  const char *member;
  unsigned int n = 0;

  json_object_iter_init_ordered (&iter, object);
  while (n < 8 && json_object_iter_next_ordered (&iter, &member, NULL))
    g_string_append_printf (text, "%s“%s”", n++ > 0 ? ", " : "", member);

  return g_string_free (text, FALSE);
}

static bool
fail_format (GError    **error,
             const char *path,
             const char *found)
{
  g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
               T_ ("This is no data package: it is %s. Expected an object with “resources” (a Data Package), or an array of objects with a country and numbers."),
               found);
  if (*path != '\0')
    g_prefix_error (error, "%s: ", path);

  return FALSE;
}

static bool
read_rows (CtgReader         *self,
           const CtgJsonRows *rows,
           JsonObject        *schema,
           const char        *path,
           const char        *schema_path,
           bool               aggregate,
           GError           **error)
{
  CtgRows table;
  bool ok = TRUE;

  ctg_dataset_keep_text (self->dataset, ctg_json_rows_get_text (rows));
  if (ctg_rows_init (&table, self, rows, schema, path, schema_path))
    {
      table.aggregate = aggregate;
      self->dataset->level_is_said |= table.roles[CTG_ROLE_LEVEL] >= 0;
      self->dataset->source_is_said |= table.roles[CTG_ROLE_SOURCE] >= 0;
      if (ctg_rows_are_claims (&table))
        ctg_rows_read_claims (&table, self);
      else
        ok = ctg_rows_read_wide (&table, self, error);
    }
  ctg_rows_clear (&table);

  return ok;
}

/* Whether the resource holds rows that can be read; a fault says why not. */
static bool
check_resource (CtgReader  *self,
                JsonObject *resource,
                const char *path)
{
  JsonNode *data = json_object_get_member (resource, "data");

  if (data != NULL && JSON_NODE_HOLDS_ARRAY (data))
    return TRUE;

  if (data != NULL && !JSON_NODE_HOLDS_NULL (data))
    ctg_reader_fault (self, path, T_ ("The “data” of the resource is %s; an array of rows was expected. The resource is not read."), ctg_json_describe_type (data));
  else if (json_object_has_member (resource, "path"))
    ctg_reader_fault (self, path, T_ ("The resource keeps its rows in another file (“path”), which is not supported yet. Put them inline, as “data”."));
  else
    ctg_reader_fault (self, path, T_ ("The resource has no “data”. It is not read."));

  return FALSE;
}

static bool
read_resource (CtgReader  *self,
               JsonObject *resource,
               const char *path,
               GError    **error)
{
  g_autofree char *data_path = g_strconcat (path, "/data", NULL);
  g_autofree char *schema_path = g_strconcat (path, "/schema", NULL);
  const char *name = ctg_reader_get_string (self, resource, "name", path);
  JsonObject *schema = ctg_reader_get_object (self, resource, "schema", path);

  return read_rows (self, ctg_json_rows_of_node (json_object_get_member (resource, "data"), self->rows), schema, data_path, schema_path, g_strcmp0 (name, "aggregates") == 0, error);
}

/* Reads every resource that can be read; fails where none can, with the first reason. */
static bool
read_resources (CtgReader  *self,
                JsonArray  *resources,
                const char *path,
                GError    **error)
{
  g_autoptr(GError) first_error = NULL;
  unsigned int n_read = 0;

  for (unsigned int i = 0; i < json_array_get_length (resources); i++)
    {
      JsonNode *node = json_array_get_element (resources, i);
      g_autofree char *resource_path = g_strdup_printf ("%s/resources/%u", path, i);
      g_autoptr(GError) local_error = NULL;

      if (!JSON_NODE_HOLDS_OBJECT (node))
        ctg_reader_fault (self, resource_path, T_ ("This is %s; an object was expected. It is ignored."), ctg_json_describe_type (node));
      else if (check_resource (self, json_node_get_object (node), resource_path))
        {
          if (read_resource (self, json_node_get_object (node), resource_path, &local_error))
            n_read++;
          else
            ctg_reader_fault (self, resource_path, T_ ("%s The resource is not read."), local_error->message);
        }
      if (local_error != NULL && first_error == NULL)
        first_error = g_steal_pointer (&local_error);
    }

  if (n_read > 0)
    return TRUE;
  if (first_error != NULL)
    g_propagate_error (error, g_steal_pointer (&first_error));
  else if (json_array_get_length (resources) == 0)
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("%s/resources: The data package has no resources. Expected at least one with rows."), path);
  else
    g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT,
                 T_ ("%s/resources: No resource of the data package has rows inline. Expected an array of rows as “data”; rows in files of their own "
                     "(“path”) are not supported yet."), path);

  return FALSE;
}

static bool
read_package (CtgReader  *self,
              JsonObject *package,
              JsonArray  *resources,
              const char *path,
              GError    **error)
{
  if (!ctg_reader_read_about (self, package, path, error) || !read_resources (self, resources, path, error))
    return FALSE;
  ctg_reader_read_row_notes (self, package, path);

  return TRUE;
}

static bool
read_root (CtgReader  *self,
           JsonNode   *root,
           const char *path,
           GError    **error)
{
  if (JSON_NODE_HOLDS_OBJECT (root))
    {
      JsonObject *package = json_node_get_object (root);
      JsonNode *resources = json_object_get_member (package, "resources");

      if (resources != NULL && JSON_NODE_HOLDS_ARRAY (resources))
        return read_package (self, package, json_node_get_array (resources), path, error);

      g_autofree char *members = describe_members (package);
      g_autofree char *found = *members == '\0' ? g_strdup (T_ ("an empty object"))
                                                : g_strdup_printf (T_ ("an object with the members %s"), members);

      return fail_format (error, path, resources != NULL ? T_ ("an object whose “resources” is no array") : found);
    }

  if (!JSON_NODE_HOLDS_ARRAY (root))
    return fail_format (error, path, ctg_json_describe_type (root));

  const CtgJsonRows *rows = ctg_json_rows_of_node (root, self->rows);

  if (rows == NULL || ctg_json_rows_get_length (rows) == 0)
    return fail_format (error, path, rows != NULL ? T_ ("an empty array") : T_ ("an array"));

  CtgJsonType first = ctg_json_rows_get_type (rows, 0);

  if (first != CTG_JSON_OBJECT && first != CTG_JSON_ARRAY)
    {
      g_autofree char *found = g_strdup_printf (T_ ("an array that begins with %s"), ctg_json_type_describe (first));
      return fail_format (error, path, found);
    }

  return read_rows (self, rows, NULL, path, NULL, FALSE, error);
}

CtgDataset *
ctg_package_load_node (JsonNode   *node,
                       GPtrArray  *rows,
                       const char *id,
                       const char *path,
                       GPtrArray  *faults,
                       GError    **error)
{
  g_return_val_if_fail (node != NULL && rows != NULL && path != NULL, NULL);

  g_autoptr(CtgDataset) dataset = ctg_dataset_new ();
  g_autoptr(GHashTable) ids = g_hash_table_new (ctg_text_hash, g_str_equal);
  g_autoptr(GHashTable) places = g_hash_table_new_full (ctg_text_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) source_ids = g_hash_table_new (ctg_text_hash, g_str_equal);
  CtgReader reader = {
    .dataset = dataset,
    .rows = rows,
    .faults = faults,
    .ids = ids,
    .places = places,
    .source_ids = source_ids,
  };

  dataset->id = ctg_dataset_intern (dataset, id != NULL && *id != '\0' ? id : "data");
  if (!read_root (&reader, node, path, error))
    return NULL;
  if (reader.n_faults > CTG_MAX_FAULTS && faults != NULL)
    {
      unsigned int n_more = reader.n_faults - CTG_MAX_FAULTS;

      reader.n_faults = 0;
      ctg_reader_fault (&reader, path, TN_ ("There is %u more fault; it is not listed.", "There are %u more faults; they are not listed.", n_more), n_more);
      ((CtgFault *) g_ptr_array_index (faults, faults->len - 1))->n = n_more;
    }
  ctg_dataset_finish (dataset);

  return g_steal_pointer (&dataset);
}

JsonNode *
ctg_package_parse (GBytes    *bytes,
                   GPtrArray *rows,
                   GError   **error)
{
  static const char *const places[] = { "", "/resources/*/data", "/dataset/package", "/dataset/package/resources/*/data", NULL };

  return ctg_json_parse_with_rows (bytes, places, rows, error);
}

CtgDataset *
ctg_package_load (GBytes     *bytes,
                  const char *id,
                  GPtrArray  *faults,
                  GError    **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  g_autoptr(GPtrArray) rows = ctg_json_rows_array_new ();
  g_autoptr(JsonNode) root = ctg_package_parse (bytes, rows, error);

  return root != NULL ? ctg_package_load_node (root, rows, id, "", faults, error) : NULL;
}
