/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads JSON trees: json-glib behind the gate, and typed getters that tell where a member is wrong. It must not know
 * any format; that is for src/data and src/spec. */

#include "base/ctg-json-private.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-translate.h"

/* The text with ".0" after every integer too long to be kept exactly, so that json-glib reads it as a double, and [n] for every array of rows. */
static GString *
rewrite (const char            *text,
         size_t                 length,
         const CtgJsonFindings *findings)
{
  GString *string = g_string_new (NULL);
  size_t start = 0;
  unsigned int n_integers = 0, n_rows = 0;

  while (n_integers < findings->long_integers->len || n_rows < findings->rows->len)
    {
      size_t integer = n_integers < findings->long_integers->len ? g_array_index (findings->long_integers, size_t, n_integers) : G_MAXSIZE;
      const CtgJsonSpan *span = n_rows < findings->rows->len ? &g_array_index (findings->rows, CtgJsonSpan, n_rows) : NULL;

      if (span != NULL && span->start < integer)
        {
          g_string_append_len (string, text + start, span->start - start);
          g_string_append_printf (string, "[%u]", n_rows++);
          start = span->end;
        }
      else
        {
          g_string_append_len (string, text + start, integer - start);
          g_string_append (string, ".0");
          start = integer;
          n_integers++;
        }
    }
  g_string_append_len (string, text + start, length - start);

  return string;
}

/* The tree of a text that passed the gate. */
static JsonNode *
parse_tree (const char *text,
            size_t      length,
            GError    **error)
{
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GError) local_error = NULL;

  /* Cannot fail after the gate, but what comes from outside never meets an assertion. */
  if (!json_parser_load_from_data (parser, text, length, &local_error) || json_parser_get_root (parser) == NULL)
    {
      g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_SYNTAX, T_ ("The text could not be read as JSON: %s"),
                   local_error != NULL ? local_error->message : T_ ("it is empty."));
      return NULL;
    }

  return json_parser_steal_root (parser);
}

static JsonNode *
parse (GBytes            *bytes,
       const char *const *places,
       GPtrArray         *rows,
       GError           **error)
{
  size_t length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autoptr(GArray) long_integers = g_array_new (FALSE, FALSE, sizeof (size_t));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (CtgJsonSpan));
  CtgJsonFindings findings = { places, spans, long_integers };

  if (!ctg_json_check_full (text != NULL ? text : "", length, &findings, error))
    return NULL;

  size_t bom = ctg_json_get_bom_size (text, length);

  text += bom;
  length -= bom;
  for (unsigned int i = 0; i < spans->len; i++)
    {
      const CtgJsonSpan *span = &g_array_index (spans, CtgJsonSpan, i);

      g_autoptr(GBytes) part = g_bytes_new_from_bytes (bytes, bom + span->start, span->end - span->start);

      g_ptr_array_add (rows, ctg_json_rows_read (part, span->n_rows, span->n_values));
    }
  if (long_integers->len + spans->len == 0)
    return parse_tree (text, length, error);

  g_autoptr(GString) rewritten = rewrite (text, length, &findings);

  return parse_tree (rewritten->str, rewritten->len, error);
}

JsonNode *
ctg_json_parse (GBytes  *bytes,
                GError **error)
{
  g_return_val_if_fail (bytes != NULL, NULL);

  return parse (bytes, NULL, NULL, error);
}

JsonNode *
ctg_json_parse_with_rows (GBytes            *bytes,
                          const char *const *places,
                          GPtrArray         *rows,
                          GError           **error)
{
  g_return_val_if_fail (bytes != NULL && places != NULL && rows != NULL && rows->len == 0, NULL);

  return parse (bytes, places, rows, error);
}

static CtgJsonType
get_type (JsonNode *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      return CTG_JSON_OBJECT;

    case JSON_NODE_ARRAY:
      return CTG_JSON_ARRAY;

    case JSON_NODE_NULL:
      return CTG_JSON_NULL;

    case JSON_NODE_VALUE:
    default:
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return CTG_JSON_STRING;
      return json_node_get_value_type (node) == G_TYPE_BOOLEAN ? CTG_JSON_BOOLEAN : CTG_JSON_NUMBER;
    }
}

const char *
ctg_json_describe_type (JsonNode *node)
{
  return ctg_json_type_describe (get_type (node));
}

static bool
refuse_type (JsonNode   *node,
             const char *member,
             const char *path,
             const char *expected,
             GError    **error)
{
  g_autoptr(GString) pointer = g_string_new (path);

  g_string_append_c (pointer, '/');
  for (const char *p = member; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (pointer, "~0");
      else if (*p == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *p);
    }

  g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT, T_ ("%s: expected %s, found %s."), pointer->str, expected, ctg_json_describe_type (node));

  return false;
}

/* NULL for an absent member and for null. */
static JsonNode *
find_member (JsonObject *object,
             const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node == NULL || json_node_is_null (node) ? NULL : node;
}

static bool
is_number (JsonNode *node)
{
  return JSON_NODE_HOLDS_VALUE (node) && (json_node_get_value_type (node) == G_TYPE_INT64 || json_node_get_value_type (node) == G_TYPE_DOUBLE);
}

bool
ctg_json_get_string (JsonObject  *object,
                     const char  *member,
                     const char  *path,
                     const char **value,
                     GError     **error)
{
  g_return_val_if_fail (object != NULL && member != NULL && value != NULL, false);

  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse_type (node, member, path, T_ ("a string"), error);
  *value = json_node_get_string (node);

  return true;
}

bool
ctg_json_get_number (JsonObject *object,
                     const char *member,
                     const char *path,
                     double     *value,
                     GError    **error)
{
  g_return_val_if_fail (object != NULL && member != NULL && value != NULL, false);

  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return true;
  if (!is_number (node))
    return refuse_type (node, member, path, T_ ("a number"), error);
  *value = json_node_get_double (node);

  return true;
}

bool
ctg_json_get_boolean (JsonObject *object,
                      const char *member,
                      const char *path,
                      bool       *value,
                      GError    **error)
{
  g_return_val_if_fail (object != NULL && member != NULL && value != NULL, false);

  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_type (node, member, path, T_ ("true or false"), error);
  *value = json_node_get_boolean (node);

  return true;
}

bool
ctg_json_get_object (JsonObject  *object,
                     const char  *member,
                     const char  *path,
                     JsonObject **value,
                     GError     **error)
{
  g_return_val_if_fail (object != NULL && member != NULL && value != NULL, false);

  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse_type (node, member, path, T_ ("an object"), error);
  *value = json_node_get_object (node);

  return true;
}

bool
ctg_json_get_array (JsonObject *object,
                    const char *member,
                    const char *path,
                    JsonArray **value,
                    GError    **error)
{
  g_return_val_if_fail (object != NULL && member != NULL && value != NULL, false);

  JsonNode *node = find_member (object, member);

  if (node == NULL)
    return true;
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse_type (node, member, path, T_ ("an array"), error);
  *value = json_node_get_array (node);

  return true;
}
