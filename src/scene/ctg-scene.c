/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The finished scene: reference counting, reading, the names of roles, and the marks in reading order.
 * Must not change a scene; that is the builder's work. */

#include "scene/ctg-scene.h"

#include <stdlib.h>

#include "scene/ctg-scene-private.h"

static const char *const role_names[] = {
  [CTG_ROLE_NONE] = "none",
  [CTG_ROLE_BACKGROUND] = "background",
  [CTG_ROLE_TITLE] = "title",
  [CTG_ROLE_SUBTITLE] = "subtitle",
  [CTG_ROLE_LEGEND] = "legend",
  [CTG_ROLE_LEGEND_ENTRY] = "legend-entry",
  [CTG_ROLE_PLOT] = "plot",
  [CTG_ROLE_PANEL] = "panel",
  [CTG_ROLE_PANEL_TITLE] = "panel-title",
  [CTG_ROLE_GRID] = "grid",
  [CTG_ROLE_AXIS] = "axis",
  [CTG_ROLE_AXIS_LINE] = "axis-line",
  [CTG_ROLE_AXIS_TICK] = "axis-tick",
  [CTG_ROLE_AXIS_LABEL] = "axis-label",
  [CTG_ROLE_AXIS_TITLE] = "axis-title",
  [CTG_ROLE_CATEGORY_LABEL] = "category-label",
  [CTG_ROLE_SERIES] = "series",
  [CTG_ROLE_MARK] = "mark",
  [CTG_ROLE_MARK_PART] = "mark-part",
  [CTG_ROLE_OPEN_END] = "open-end",
  [CTG_ROLE_MISSING] = "missing",
  [CTG_ROLE_VALUE_LABEL] = "value-label",
  [CTG_ROLE_NOTE] = "note",
  [CTG_ROLE_SOURCE] = "source",
  [CTG_ROLE_REFERENCE] = "reference",
  [CTG_ROLE_ANNOTATION] = "annotation",
};

G_STATIC_ASSERT (G_N_ELEMENTS (role_names) == CTG_N_ROLES);

static void
clear_scene (void *data)
{
  CtgScene *self = data;

  g_array_unref (self->nodes);
  g_ptr_array_unref (self->parts);
  if (self->origin != NULL)
    ctg_scene_unref (self->origin);
  else
    g_string_chunk_free (self->strings);
}

CtgScene *
ctg_scene_ref (CtgScene *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
ctg_scene_unref (CtgScene *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, clear_scene);
}

static CtgStyle *
dup_style_as_seen (const CtgStyle *style,
                   CtgVision       vision)
{
  CtgStyle *seen = g_memdup2 (style, sizeof *style);

  seen->fill = ctg_color_simulate (style->fill, vision);
  seen->stroke = ctg_color_simulate (style->stroke, vision);

  return seen;
}

CtgScene *
ctg_scene_dup_as_seen (CtgScene *self,
                       CtgVision vision)
{
  g_return_val_if_fail (self != NULL, NULL);

  CtgScene *seen = g_atomic_rc_box_new0 (CtgScene);
  g_autoptr(GHashTable) styles = g_hash_table_new (NULL, NULL);

  *seen = *self;
  seen->nodes = g_array_copy (self->nodes);
  seen->parts = g_ptr_array_new_with_free_func (g_free);
  seen->origin = ctg_scene_ref (self);
  for (unsigned int i = 0; i < seen->nodes->len; i++)
    {
      CtgNode *node = &g_array_index (seen->nodes, CtgNode, i);
      const CtgStyle *style = g_hash_table_lookup (styles, node->style);

      if (style == NULL)
        {
          style = dup_style_as_seen (node->style, vision);
          g_ptr_array_add (seen->parts, (void *) style);
          g_hash_table_insert (styles, (void *) node->style, (void *) style);
        }
      node->style = style;
    }

  return seen;
}

double
ctg_scene_get_width (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->width;
}

double
ctg_scene_get_height (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

const char *
ctg_scene_get_language (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->language;
}

const char *
ctg_scene_get_title (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->title;
}

const char *
ctg_scene_get_description (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->description;
}

const char *
ctg_scene_get_source (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->source;
}

unsigned int
ctg_scene_get_n_nodes (const CtgScene *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->nodes->len;
}

const CtgNode *
ctg_scene_get_node (const CtgScene *self,
                    unsigned int    index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->nodes->len, NULL);

  return &g_array_index (self->nodes, CtgNode, index);
}

const char *
ctg_role_get_name (CtgRole role)
{
  g_return_val_if_fail ((unsigned int) role < CTG_N_ROLES, "none");

  return role_names[role];
}

typedef struct
{
  unsigned int rank; /* of the row, as drawn */
  unsigned int node;
} Place;

static int
compare_places (const void *a,
                const void *b)
{
  const Place *place_a = a;
  const Place *place_b = b;

  if (place_a->rank != place_b->rank)
    return place_a->rank < place_b->rank ? -1 : 1;

  return place_a->node < place_b->node ? -1 : 1;
}

static void
rank_rows (const CtgScene *self,
           GHashTable     *ranks,
           bool            labels)
{
  for (unsigned int i = 0; i < self->nodes->len; i++)
    {
      const CtgNode *node = &g_array_index (self->nodes, CtgNode, i);
      bool wanted = labels ? node->role == CTG_ROLE_CATEGORY_LABEL
                           : node->role == CTG_ROLE_MARK || node->role == CTG_ROLE_MISSING;
      void *key = GINT_TO_POINTER (node->datum.row);

      if (wanted && node->datum.row >= 0 && !g_hash_table_contains (ranks, key))
        g_hash_table_insert (ranks, key, GUINT_TO_POINTER (g_hash_table_size (ranks)));
    }
}

/* The labels of rows tell the order in which rows are drawn even where the first series lacks some of them; rows without a
 * label follow in the order of their first mark. Within a row painting order is series order. */
unsigned int *
ctg_scene_dup_marks (const CtgScene *self,
                     unsigned int   *n)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (n != NULL, NULL);

  g_autoptr(GHashTable) ranks = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) places = g_array_new (false, false, sizeof (Place));

  rank_rows (self, ranks, true);
  rank_rows (self, ranks, false);

  for (unsigned int i = 0; i < self->nodes->len; i++)
    {
      const CtgNode *node = &g_array_index (self->nodes, CtgNode, i);
      Place place = { G_MAXUINT, i };

      if (node->role != CTG_ROLE_MARK && node->role != CTG_ROLE_MISSING)
        continue;
      if (node->datum.row >= 0)
        place.rank = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, GINT_TO_POINTER (node->datum.row)));
      g_array_append_val (places, place);
    }

  g_array_sort (places, compare_places);

  unsigned int *marks = g_new (unsigned int, places->len + 1);

  for (unsigned int i = 0; i < places->len; i++)
    marks[i] = g_array_index (places, Place, i).node;
  *n = places->len;

  return marks;
}
