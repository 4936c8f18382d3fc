/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The spec as the "figure" member of a document: reading a tree that has passed the gate, and writing canonical text. Paths with a dot are
 * members of a member ("sort.by" is {"sort": {"by": …}}). What a value may be is decided in ctg-spec-fields.c, not here. */

#include "spec/ctg-spec-private.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-translate.h"

/* What the node is, for messages: never more than a few words of the file. */
static char *
describe_node (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return g_strdup (T_ ("an object"));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return g_strdup (T_ ("an array"));
  if (JSON_NODE_HOLDS_NULL (node))
    return g_strdup ("null");
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return g_strdup_printf (T_ ("the text “%.60s”"), json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");

  return g_strdup_printf (T_ ("the number %.15g"), json_node_get_double (node));
}

bool
ctg_spec_fail_type (const char *shown,
                    const char *expected,
                    JsonNode   *node,
                    GError    **error)
{
  g_autofree char *found = describe_node (node);
  g_autofree char *valid = g_utf8_make_valid (found, -1);

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: expected %s, found %s."), shown, expected, valid);
  return false;
}

static bool
node_is_string (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING;
}

static bool
apply_names (const CtgField *field,
             CtgSpec        *spec,
             const char     *shown,
             JsonNode       *node,
             GError        **error)
{
  const char *expected = g_str_equal (field->path, "series") ? NT_ ("an array of series ids") : NT_ ("an array of row keys");
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) names = NULL;
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ctg_spec_fail_type (shown, ctg_translate (expected), node, error);

  array = json_node_get_array (node);
  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *item = json_array_get_element (array, i);

      if (!node_is_string (item))
        return ctg_spec_fail_type (shown, ctg_translate (expected), item, error);
      g_strv_builder_add (builder, json_node_get_string (item));
    }

  names = g_strv_builder_end (builder);
  return ctg_list_set_names (field, spec, shown, (const char *const *) names, error);
}

static bool
apply_condition (CtgSpec    *spec,
                 const char *shown,
                 JsonNode   *node,
                 GError    **error)
{
  const char *column = NULL;
  const char *value = NULL;
  JsonObject *object;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ctg_spec_fail_type (shown, T_ ("objects with column and value"), node, error);

  object = json_node_get_object (node);
  if (json_object_get_size (object) == 2 && json_object_has_member (object, "column") && json_object_has_member (object, "value"))
    {
      JsonNode *column_node = json_object_get_member (object, "column");
      JsonNode *value_node = json_object_get_member (object, "value");

      column = node_is_string (column_node) ? json_node_get_string (column_node) : NULL;
      value = node_is_string (value_node) ? json_node_get_string (value_node) : NULL;
    }
  if (column == NULL || value == NULL)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: a condition has the members column and value, both texts, and no other."), shown);
      return false;
    }

  return ctg_list_add_condition (spec, shown, column, value, error);
}

static bool
apply_where (const CtgField *field,
             CtgSpec        *spec,
             const char     *shown,
             JsonNode       *node,
             GError        **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ctg_spec_fail_type (shown, T_ ("an array of conditions"), node, error);

  ctg_list_reset (field, spec);
  array = json_node_get_array (node);
  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      if (!apply_condition (spec, shown, json_array_get_element (array, i), error))
        return false;
    }

  return true;
}

static bool
apply_value (const CtgField *field,
             CtgSpec        *spec,
             const char     *shown,
             JsonNode       *node,
             GError        **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  bool is_number = type == G_TYPE_INT64 || type == G_TYPE_DOUBLE;

  if (JSON_NODE_HOLDS_NULL (node))
    {
      ctg_field_reset (field, spec);
      return true;
    }

  switch (field->kind)
    {
    case CTG_FIELD_STRING:
    case CTG_FIELD_CHOICE:
    case CTG_FIELD_LENGTH:
      if (type != G_TYPE_STRING)
        return ctg_spec_fail_type (shown, field->kind == CTG_FIELD_LENGTH ? T_ ("a length such as \"89mm\"") : T_ ("a text"), node, error);
      return ctg_field_set_string (field, spec, shown, json_node_get_string (node), error);
    case CTG_FIELD_BOOLEAN:
      if (type != G_TYPE_BOOLEAN)
        return ctg_spec_fail_type (shown, T_ ("true or false"), node, error);
      ctg_field_set_boolean (field, spec, json_node_get_boolean (node));
      return true;
    case CTG_FIELD_INTEGER:
    case CTG_FIELD_NUMBER:
      if (!is_number)
        return ctg_spec_fail_type (shown, T_ ("a number"), node, error);
      return ctg_field_set_number (field, spec, shown, json_node_get_double (node), error);
    case CTG_FIELD_LIST:
      if (ctg_list_is_names (field))
        return apply_names (field, spec, shown, node, error);
      if (ctg_list_is_notes (field))
        return ctg_notes_apply_json (field, spec, shown, node, error);
      return apply_where (field, spec, shown, node, error);
    }

  g_assert_not_reached ();
}

/* Whether "name" is the first half of dotted paths ("sort" of "sort.by"). */
static bool
is_group (const char *name)
{
  size_t length = strlen (name);

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (strncmp (ctg_fields[i].path, name, length) == 0 && ctg_fields[i].path[length] == '.')
        return true;
    }

  return false;
}

static void
reset_group (const char *name,
             CtgSpec    *spec)
{
  size_t length = strlen (name);

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (strncmp (ctg_fields[i].path, name, length) == 0 && ctg_fields[i].path[length] == '.')
        ctg_field_reset (&ctg_fields[i], spec);
    }
}

/* group is NULL at the top. */
static bool
apply_members (CtgSpec    *spec,
               const char *group,
               JsonObject *object,
               GError    **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    {
      g_autofree char *path = group != NULL ? g_strconcat (group, ".", name, NULL) : g_strdup (name);
      g_autofree char *shown = g_strconcat ("figure.", path, NULL);
      const CtgField *field = strchr (name, '.') == NULL ? ctg_field_find (path) : NULL;

      if (field != NULL)
        {
          if (!apply_value (field, spec, shown, node, error))
            return false;
        }
      else if (group == NULL && strchr (name, '.') == NULL && is_group (name))
        {
          if (JSON_NODE_HOLDS_NULL (node))
            reset_group (name, spec);
          else if (!JSON_NODE_HOLDS_OBJECT (node))
            return ctg_spec_fail_type (shown, T_ ("an object"), node, error);
          else if (!apply_members (spec, name, json_node_get_object (node), error))
            return false;
        }
      else
        {
          ctg_field_set_unknown (path, shown, error);
          return false;
        }
    }

  return true;
}

CtgSpec *
ctg_spec_apply_json (const CtgSpec *self,
                     JsonObject    *figure,
                     GError       **error)
{
  g_autoptr(CtgSpec) copy = ctg_spec_copy (self);

  if (!apply_members (copy, NULL, figure, error))
    return NULL;

  return g_steal_pointer (&copy);
}

static void
append_list (GString        *json,
             const CtgField *field,
             const CtgSpec  *spec)
{
  char **names = ctg_list_is_names (field) ? *CTG_FIELD_AT (spec, field, char **) : NULL;

  if (ctg_list_is_notes (field))
    {
      ctg_notes_append_json (json, field, spec);
      return;
    }

  g_string_append_c (json, '[');
  for (unsigned int i = 0; names != NULL && names[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", " : "");
      ctg_json_append_string (json, names[i]);
    }
  for (unsigned int i = 0; names == NULL && spec->where[i] != NULL; i++)
    {
      g_string_append (json, i > 0 ? ", {\"column\": " : "{\"column\": ");
      ctg_json_append_string (json, spec->where[i]->column);
      g_string_append (json, ", \"value\": ");
      ctg_json_append_string (json, spec->where[i]->value);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}

static void
append_value (GString        *json,
              const CtgField *field,
              const CtgSpec  *spec)
{
  g_autofree char *text = NULL;

  if (field->kind == CTG_FIELD_LIST)
    {
      append_list (json, field, spec);
      return;
    }

  text = ctg_field_to_text (field, spec);
  if (text == NULL)
    g_string_append (json, "null");
  else if (field->kind == CTG_FIELD_STRING || field->kind == CTG_FIELD_CHOICE || field->kind == CTG_FIELD_LENGTH)
    ctg_json_append_string (json, text);
  else
    g_string_append (json, text);
}

static void
append_break (GString     *json,
              unsigned int indent,
              unsigned int level)
{
  if (indent == 0)
    return;

  g_string_append_printf (json, "\n%*s", (int) (indent * level), "");
}

/* The group of a path ("sort"), or "" where it has none. */
static char *
dup_group (const char *path)
{
  const char *dot = strchr (path, '.');

  return dot != NULL ? g_strndup (path, dot - path) : g_strdup ("");
}

char *
ctg_spec_to_json (const CtgSpec *self,
                  unsigned int   indent)
{
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autoptr(GString) json = g_string_new ("{");
  g_autofree char *group = g_strdup ("");
  bool first = true;

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      const CtgField *field = &ctg_fields[i];
      bool always = g_str_equal (field->path, "kind") || g_str_equal (field->path, "series");
      g_autofree char *new_group = dup_group (field->path);
      const char *name = *new_group != '\0' ? field->path + strlen (new_group) + 1 : field->path;

      if (!always && ctg_field_equal (field, self, defaults))
        continue;

      if (!g_str_equal (group, new_group) && *group != '\0')
        g_string_append_c (json, '}');
      if (!first)
        g_string_append (json, (*new_group == '\0' || !g_str_equal (group, new_group)) && indent > 0 ? "," : ", ");
      if (!g_str_equal (group, new_group) || *new_group == '\0')
        append_break (json, indent, 1);
      if (!g_str_equal (group, new_group) && *new_group != '\0')
        {
          ctg_json_append_string (json, new_group);
          g_string_append (json, ": {");
        }

      ctg_json_append_string (json, name);
      g_string_append (json, ": ");
      append_value (json, field, self);

      g_free (group);
      group = g_steal_pointer (&new_group);
      first = false;
    }

  if (*group != '\0')
    g_string_append_c (json, '}');
  append_break (json, indent, 0);
  g_string_append_c (json, '}');

  return g_string_free (g_steal_pointer (&json), FALSE);
}
