/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene as JSON, one line a node, for tests and for finding out why a figure looks as it does.
 * It is not a file format and is never read back. */

#include "scene/ctg-scene.h"

#include "base/ctg-json.h"
#include "base/ctg-number.h"
#include "scene/ctg-scene-private.h"

#define DECIMALS 2 /* hundredths of a point */

static const char *const kind_names[] = {
  [CTG_NODE_GROUP] = "group",
  [CTG_NODE_RECT] = "rect",
  [CTG_NODE_LINE] = "line",
  [CTG_NODE_PATH] = "path",
  [CTG_NODE_SYMBOL] = "symbol",
  [CTG_NODE_TEXT] = "text",
};

static void
append_text_member (GString    *json,
                    const char *name,
                    const char *value)
{
  g_string_append_printf (json, ", \"%s\": ", name);
  ctg_json_append_string (json, value);
}

static void
append_numbers (GString      *json,
                const double *numbers,
                unsigned int  n_numbers)
{
  for (unsigned int i = 0; i < n_numbers; i++)
    {
      g_string_append (json, i == 0 ? "[" : ", ");
      ctg_number_append_fixed (json, numbers[i], DECIMALS);
    }
  g_string_append_c (json, ']');
}

static void
append_node (GString       *json,
             const CtgNode *node)
{
  double bounds[] = { node->bounds.x, node->bounds.y, node->bounds.width, node->bounds.height };

  g_string_append_printf (json, "{\"kind\": \"%s\", \"role\": \"%s\"", kind_names[node->kind], ctg_role_get_name (node->role));
  g_string_append_printf (json, ", \"depth\": %u", node->depth);
  if (node->kind == CTG_NODE_GROUP)
    append_text_member (json, "id", node->group.id);
  if (node->datum.row >= 0 || node->datum.series >= 0)
    g_string_append_printf (json, ", \"datum\": [%d, %d]", node->datum.row, node->datum.series);
  if (node->label != NULL)
    append_text_member (json, "label", node->label);
  g_string_append (json, ", \"bounds\": ");
  append_numbers (json, bounds, G_N_ELEMENTS (bounds));
  if (node->kind == CTG_NODE_TEXT)
    {
      append_text_member (json, "text", node->text->string);
      g_string_append (json, ", \"size\": ");
      ctg_number_append_fixed (json, node->text->font.size, DECIMALS);
    }
  g_string_append_c (json, '}');
}

char *
ctg_scene_to_json (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  GString *json = g_string_new ("{\n  \"page\": ");
  double page[] = { self->width, self->height };

  append_numbers (json, page, G_N_ELEMENTS (page));
  g_string_append (json, ",\n  \"language\": ");
  ctg_json_append_string (json, self->language);
  g_string_append (json, ",\n  \"title\": ");
  ctg_json_append_string (json, self->title);
  g_string_append (json, ",\n  \"description\": ");
  ctg_json_append_string (json, self->description);
  g_string_append (json, ",\n  \"nodes\": [");
  for (unsigned int i = 0; i < self->nodes->len; i++)
    {
      const CtgNode *node = &g_array_index (self->nodes, CtgNode, i);

      g_string_append (json, i == 0 ? "\n    " : ",\n    ");
      append_node (json, node);
    }
  g_string_append (json, self->nodes->len > 0 ? "\n  ]\n}\n" : "]\n}\n");

  return g_string_free (json, false);
}
