/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Faults with their places, and members of a descriptor by type. It must not know what the members mean. */

#include "data/ctg-package-private.h"

#include <string.h>

#include "base/ctg-translate.h"

void
ctg_fault_free (CtgFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->path);
  g_free (fault->message);
  g_free (fault);
}

unsigned int
ctg_faults_count (GPtrArray *faults)
{
  unsigned int n = 0;

  g_return_val_if_fail (faults != NULL, 0);

  for (unsigned int i = 0; i < faults->len; i++)
    n += ((CtgFault *) g_ptr_array_index (faults, i))->n;

  return n;
}

/* A message quotes what stands in the file; this much of it is enough to recognise it. */
#define MAX_MESSAGE_BYTES 600

/* Counts a fault; FALSE where it is not listed, and so needs no words. */
static bool
count_fault (CtgReader *self)
{
  return ++self->n_faults <= CTG_MAX_FAULTS && self->faults != NULL;
}

static void
add_fault (CtgReader  *self,
           const char *path,
           char       *message)
{
  g_autofree char *owned = message;
  CtgFault *fault = g_new (CtgFault, 1);

  if (strlen (owned) > MAX_MESSAGE_BYTES)
    {
      char *end = g_utf8_find_prev_char (owned, owned + MAX_MESSAGE_BYTES);

      strcpy (end, "…");
    }
  fault->path = g_strdup (path);
  fault->message = g_steal_pointer (&owned);
  fault->n = 1;
  g_ptr_array_add (self->faults, fault);
}

void
ctg_reader_fault (CtgReader  *self,
                  const char *path,
                  const char *format,
                  ...)
{
  va_list arguments;

  if (!count_fault (self))
    return;

  va_start (arguments, format);
  add_fault (self, path, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

/* JSON Pointer of a cell; rows that are arrays are pointed into by position. */
static char *
make_cell_path (const CtgCells *row,
                int             column)
{
  g_autofree char *path = g_strdup_printf ("%s/%u", row->rows->path, row->number);

  if (column < 0)
    return g_steal_pointer (&path);
  if (row->rows->order == NULL)
    return ctg_reader_make_path (path, g_array_index (row->rows->columns, CtgColumn, column).name);

  unsigned int position = 0;

  while (position < row->rows->order->len && g_array_index (row->rows->order, unsigned int, position) != (unsigned int) column)
    position++;

  return g_strdup_printf ("%s/%u", path, position);
}

void
ctg_reader_fault_cell (CtgReader      *self,
                       const CtgCells *row,
                       int             column,
                       const char     *format,
                       ...)
{
  va_list arguments;

  if (!count_fault (self))
    return;

  g_autofree char *path = make_cell_path (row, column);

  va_start (arguments, format);
  add_fault (self, path, g_strdup_vprintf (format, arguments));
  va_end (arguments);
}

char *
ctg_reader_make_path (const char *path,
                      const char *member)
{
  GString *string = g_string_new (path);

  g_string_append_c (string, '/');
  for (const char *p = member; *p != '\0'; p++)
    if (*p == '~')
      g_string_append (string, "~0");
    else if (*p == '/')
      g_string_append (string, "~1");
    else
      g_string_append_c (string, *p);

  return g_string_free (string, FALSE);
}

char *
ctg_reader_make_slug (const char *text,
                      char        separator)
{
  GString *slug = g_string_new (NULL);
  bool gap = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c) && !g_unichar_ismark (c))
        {
          gap = slug->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (slug, separator);
      gap = FALSE;
      g_string_append_unichar (slug, g_unichar_tolower (c));
    }

  return g_string_free (slug, FALSE);
}

/* The member, unless it is absent, null or (with a fault) of another type. */
static JsonNode *
get_member (CtgReader   *self,
            JsonObject  *object,
            const char  *member,
            const char  *path,
            JsonNodeType node_type,
            GType        value_type,
            const char  *expected)
{
  JsonNode *node = json_object_get_member (object, member);

  if (node == NULL || JSON_NODE_HOLDS_NULL (node))
    return NULL;
  if (json_node_get_node_type (node) == node_type && (value_type == 0 || json_node_get_value_type (node) == value_type))
    return node;

  g_autofree char *whole = ctg_reader_make_path (path, member);
  ctg_reader_fault (self, whole, T_ ("“%s” is %s; %s was expected. It is ignored."), member, ctg_json_describe_type (node), ctg_translate (expected));

  return NULL;
}

const char *
ctg_reader_get_string (CtgReader  *self,
                       JsonObject *object,
                       const char *member,
                       const char *path)
{
  JsonNode *node = get_member (self, object, member, path, JSON_NODE_VALUE, G_TYPE_STRING, NT_ ("a string"));

  return node != NULL ? ctg_dataset_intern (self->dataset, json_node_get_string (node)) : NULL;
}

bool
ctg_reader_get_boolean (CtgReader  *self,
                        JsonObject *object,
                        const char *member,
                        const char *path)
{
  JsonNode *node = get_member (self, object, member, path, JSON_NODE_VALUE, G_TYPE_BOOLEAN, NT_ ("true or false"));

  return node != NULL && json_node_get_boolean (node);
}

JsonObject *
ctg_reader_get_object (CtgReader  *self,
                       JsonObject *object,
                       const char *member,
                       const char *path)
{
  JsonNode *node = get_member (self, object, member, path, JSON_NODE_OBJECT, 0, NT_ ("an object"));

  return node != NULL ? json_node_get_object (node) : NULL;
}

JsonArray *
ctg_reader_get_array (CtgReader  *self,
                      JsonObject *object,
                      const char *member,
                      const char *path)
{
  JsonNode *node = get_member (self, object, member, path, JSON_NODE_ARRAY, 0, NT_ ("an array"));

  return node != NULL ? json_node_get_array (node) : NULL;
}

const char *const *
ctg_reader_get_list (CtgReader  *self,
                     JsonObject *object,
                     const char *member,
                     const char *path)
{
  static const char *const none[] = { NULL };
  JsonArray *array = ctg_reader_get_array (self, object, member, path);

  if (array == NULL || json_array_get_length (array) == 0)
    return none;

  g_autoptr(GPtrArray) strings = g_ptr_array_new ();

  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_ptr_array_add (strings, (char *) json_node_get_string (node));
      else
        {
          g_autofree char *whole = ctg_reader_make_path (path, member);
          g_autofree char *element = g_strdup_printf ("%s/%u", whole, i);
          ctg_reader_fault (self, element, T_ ("This is %s; a string was expected. It is ignored."), ctg_json_describe_type (node));
        }
    }

  return ctg_dataset_take_list (self->dataset, strings);
}
