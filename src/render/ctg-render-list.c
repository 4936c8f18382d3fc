/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which nodes are stamped depends on the scene alone: those from the WORTH_IT-th on that are alike, whatever lines or texts are between them.
 * It must not paint. */

#include "render/ctg-render-list.h"

#include <math.h>

#define WORTH_IT 64   /* symbols alike before there is a stamp */
#define MAX_STAMPS 64 /* of a scene: one takes some 20 kB, a large one 500 */

/* Pixels: what is painted beside a stamp may share one with it, and a place is not rounded to whole ones. */
#define SHARED 2

typedef struct
{
  CtgRenderList *list;
  double scale;
  const CtgNode *like; /* nullable */
  unsigned int n_alike;
  const CtgStamp *stamp; /* of these; nullable */
} Collector;

/* ---- stamps ---- */

static const CtgStamp *
get_stamp (Collector     *self,
           const CtgNode *node)
{
  GPtrArray *stamps = self->list->stamps;

  for (unsigned int i = 0; i < stamps->len; i++)
    if (ctg_stamp_is_for (g_ptr_array_index (stamps, i), node))
      return g_ptr_array_index (stamps, i);

  CtgStamp *stamp = stamps->len < MAX_STAMPS ? ctg_stamp_new (node, self->scale) : NULL;

  if (stamp != NULL)
    g_ptr_array_add (stamps, stamp);

  return stamp;
}

/* Takes notice of the next symbol, in the picture or not. */
static void
count (Collector     *self,
       const CtgNode *node)
{
  if (!ctg_stamp_suits (node))
    self->like = NULL;
  else if (self->like != NULL && self->like->symbol.size == node->symbol.size && ctg_color_equal (self->like->style->fill, node->style->fill))
    self->n_alike++;
  else
    {
      self->like = node;
      self->n_alike = 1;
    }

  if (self->like == NULL || self->n_alike < WORTH_IT)
    self->stamp = NULL;
  else if (self->n_alike == WORTH_IT)
    self->stamp = get_stamp (self, node);
}

static void
add_place (CtgRenderList *list,
           CtgStampRun   *run,
           CtgStampPlace  place)
{
  int reach = ctg_stamp_get_reach (run->stamp) + SHARED;

  g_array_append_val (list->places, place);
  run->n++;
  run->x0 = MIN (run->x0, place.x / CTG_STAMP_PLACES - reach);
  run->x1 = MAX (run->x1, place.x / CTG_STAMP_PLACES + reach);
  run->y0 = MIN (run->y0, place.y / CTG_STAMP_PLACES - reach);
  run->y1 = MAX (run->y1, place.y / CTG_STAMP_PLACES + reach);
}

/* To the run that it follows without a break, or to a new one. */
static void
add_stamp (Collector     *self,
           unsigned int   i,
           const CtgNode *node)
{
  CtgRenderList *list = self->list;
  const CtgRenderStep *last = list->steps->len > 0 ? &g_array_index (list->steps, CtgRenderStep, list->steps->len - 1) : NULL;
  double x = node->symbol.center.x, y = node->symbol.center.y;

  if (last == NULL || last->run < 0 || g_array_index (list->runs, CtgStampRun, last->run).stamp != self->stamp)
    {
      CtgRenderStep step = { i, list->runs->len };
      CtgStampRun run = { self->stamp, list->places->len, 0, G_MAXINT, G_MAXINT, G_MININT, G_MININT };

      g_array_append_val (list->steps, step);
      g_array_append_val (list->runs, run);
    }

  cairo_matrix_transform_point (&list->matrix, &x, &y);
  add_place (list, &g_array_index (list->runs, CtgStampRun, list->runs->len - 1), ctg_stamp_find_place (x, y));
}

/* ---- the list ---- */

CtgRect
ctg_render_list_get_covered (const CtgRenderList *self,
                             const CtgStampRun   *run)
{
  const cairo_matrix_t *matrix = &self->matrix;

  return ctg_rect ((run->x0 - matrix->x0) / matrix->xx, (run->y0 - matrix->y0) / matrix->yy,
                   (run->x1 - run->x0) / matrix->xx, (run->y1 - run->y0) / matrix->yy);
}

const CtgStampPlace *
ctg_render_list_get_places (const CtgRenderList *self,
                            const CtgStampRun   *run)
{
  return &g_array_index (self->places, CtgStampPlace, run->first);
}

bool
ctg_render_node_is_in (const CtgNode *node,
                       CtgRect        part)
{
  double margin = 1 + (node->kind == CTG_NODE_TEXT ? node->text->font.size : 4);

  return node->bounds.x - margin < part.x + part.width && node->bounds.x + node->bounds.width + margin > part.x &&
         node->bounds.y - margin < part.y + part.height && node->bounds.y + node->bounds.height + margin > part.y;
}

static void
add_node (Collector     *self,
          unsigned int   i,
          const CtgNode *node,
          CtgRect        clip)
{
  CtgRenderStep step = { i, -1 };

  if (node->kind == CTG_NODE_SYMBOL)
    count (self, node);
  if (node->kind == CTG_NODE_GROUP || !ctg_render_node_is_in (node, clip))
    return;
  if (node->kind == CTG_NODE_SYMBOL && self->stamp != NULL)
    add_stamp (self, i, node);
  else
    g_array_append_val (self->list->steps, step);
}

CtgRenderList *
ctg_render_list_new (const CtgScene       *scene,
                     CtgLayers             layers,
                     CtgRect               clip,
                     const cairo_matrix_t *matrix,
                     double                scale)
{
  CtgRenderList *list = g_new0 (CtgRenderList, 1);
  Collector self = { .list = list, .scale = scale };
  unsigned int background_end = 0;

  list->scene = scene;
  list->matrix = *matrix;
  list->steps = g_array_new (false, false, sizeof (CtgRenderStep));
  list->runs = g_array_new (false, false, sizeof (CtgStampRun));
  list->places = g_array_new (false, false, sizeof (CtgStampPlace));
  list->stamps = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_stamp_free);
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_BACKGROUND)
        background_end = MAX (background_end, i + 1 + node->n_descendants);
      if ((layers & (i < background_end ? CTG_LAYER_BACKGROUND : CTG_LAYER_FIGURE)) != 0)
        add_node (&self, i, node, clip);
    }

  return list;
}

void
ctg_render_list_free (CtgRenderList *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->steps);
  g_array_unref (self->runs);
  g_array_unref (self->places);
  g_ptr_array_unref (self->stamps);
  g_free (self);
}
