/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is at a point of the figure. Reads the geometry the scene holds; must not repeat any layout. */

#include "scene/ctg-scene.h"

#include <math.h>

#include "scene/ctg-node-geometry.h"
#include "scene/ctg-scene-private.h"

static bool
is_pickable (const CtgNode *node)
{
  if (node->datum.row < 0 && node->datum.series < 0)
    return false;

  return node->role == CTG_ROLE_MARK || node->role == CTG_ROLE_MISSING ||
         node->role == CTG_ROLE_VALUE_LABEL || node->role == CTG_ROLE_CATEGORY_LABEL;
}

static bool
is_near (CtgRect bounds,
         double  x,
         double  y,
         double  slop)
{
  return x >= bounds.x - slop && x <= bounds.x + bounds.width + slop && y >= bounds.y - slop && y <= bounds.y + bounds.height + slop;
}

int
ctg_scene_pick (const CtgScene *self,
                double          x,
                double          y,
                double          slop)
{
  g_return_val_if_fail (self != NULL, -1);

  double best = slop;
  int picked = -1;
  unsigned int owner = 0, owner_end = 0; /* the pickable group the node is in, while index < owner_end */

  for (unsigned int i = 0; i < self->nodes->len; i++)
    {
      const CtgNode *node = &g_array_index (self->nodes, CtgNode, i);

      if (!is_near (node->bounds, x, y, slop))
        {
          i += node->n_descendants;
          continue;
        }
      if (is_pickable (node) && i >= owner_end)
        {
          owner = i;
          owner_end = i + 1 + node->n_descendants;
        }
      if (node->kind == CTG_NODE_GROUP || i >= owner_end)
        continue;

      double distance = ctg_node_get_distance (node, x, y);

      /* Of equally near nodes the later one is on top. */
      if (distance <= best)
        {
          best = distance;
          picked = (int) owner;
        }
    }

  return picked;
}
