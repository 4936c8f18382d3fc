/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes JSON. json-glib's generator prints 0.1 with 17 digits and cannot be told otherwise, so the few lines are ours. */

#include "base/ctg-json.h"

#include <math.h>

#include "base/ctg-append.h"
#include "base/ctg-number.h"

/* What stands in a quoted text as it is; not its end. */
static const bool is_plain[256] = {
  [0x20 ... '"' - 1] = true, ['"' + 1 ... '\\' - 1] = true, ['\\' + 1 ... 0x7e] = true, [0x80 ... 0xff] = true,
};

static inline const char *
skip_plain (const char *p)
{
  while (is_plain[(unsigned char) *p])
    p++;

  return p;
}

static void
append_escaped (GString *string,
                char     c)
{
  switch (c)
    {
    case '"':
    case '\\':
      g_string_append_c (string, '\\');
      g_string_append_c (string, c);
      break;

    case '\n':
      g_string_append (string, "\\n");
      break;

    case '\t':
      g_string_append (string, "\\t");
      break;

    default:
      g_string_append_printf (string, "\\u%04x", (unsigned char) c);
      break;
    }
}

void
ctg_json_append_string (GString    *string,
                        const char *text)
{
  g_return_if_fail (string != NULL);
  g_return_if_fail (text != NULL);

  g_string_append_c (string, '"');
  while (true)
    {
      const char *plain = text;

      text = skip_plain (text);
      ctg_append (string, plain, text - plain);
      if (*text == '\0')
        break;
      append_escaped (string, *text++);
    }
  g_string_append_c (string, '"');
}

static void
append_value (GString  *string,
              JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    ctg_json_append_string (string, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    g_string_append (string, json_node_get_boolean (node) ? "true" : "false");
  else if (type == G_TYPE_INT64)
    g_string_append_printf (string, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (isfinite (json_node_get_double (node)))
    ctg_number_append_shortest (string, json_node_get_double (node));
  else
    g_string_append (string, "null");
}

static void
append_break (GString     *string,
              unsigned int indent,
              unsigned int level)
{
  if (indent == 0)
    return;

  g_string_append_c (string, '\n');
  for (unsigned int i = 0; i < indent * level; i++)
    g_string_append_c (string, ' ');
}

static void append_node (GString     *string,
                         JsonNode    *node,
                         unsigned int indent,
                         unsigned int level);

static void
append_object (GString     *string,
               JsonObject  *object,
               unsigned int indent,
               unsigned int level)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *node;
  bool first = true;

  g_string_append_c (string, '{');
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    {
      if (!first)
        g_string_append_c (string, ',');
      first = false;
      append_break (string, indent, level + 1);
      ctg_json_append_string (string, member);
      g_string_append (string, indent > 0 ? ": " : ":");
      append_node (string, node, indent, level + 1);
    }
  if (!first)
    append_break (string, indent, level);
  g_string_append_c (string, '}');
}

/* An array of plain values stays on one line. */
static bool
is_flat (JsonArray *array)
{
  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (JSON_NODE_HOLDS_OBJECT (element) || JSON_NODE_HOLDS_ARRAY (element))
        return false;
    }

  return true;
}

static void
append_array (GString     *string,
              JsonArray   *array,
              unsigned int indent,
              unsigned int level)
{
  bool flat = is_flat (array);

  g_string_append_c (string, '[');
  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      if (i > 0)
        g_string_append (string, flat && indent > 0 ? ", " : ",");
      if (!flat)
        append_break (string, indent, level + 1);
      append_node (string, json_array_get_element (array, i), indent, level + 1);
    }
  if (!flat)
    append_break (string, indent, level);
  g_string_append_c (string, ']');
}

static void
append_node (GString     *string,
             JsonNode    *node,
             unsigned int indent,
             unsigned int level)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      append_object (string, json_node_get_object (node), indent, level);
      break;

    case JSON_NODE_ARRAY:
      append_array (string, json_node_get_array (node), indent, level);
      break;

    case JSON_NODE_VALUE:
      append_value (string, node);
      break;

    case JSON_NODE_NULL:
      g_string_append (string, "null");
      break;

    default:
      g_assert_not_reached ();
    }
}

void
ctg_json_append_node (GString     *string,
                      JsonNode    *node,
                      unsigned int indent)
{
  g_return_if_fail (string != NULL);
  g_return_if_fail (node != NULL);

  append_node (string, node, indent, 0);
}
