/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds a scene. Everything handed in is copied; wrong coordinates are a programmer's error and add nothing.
 * Must not decide where anything goes; that is the layout's work. */

#include "scene/ctg-scene-builder.h"

#include <math.h>
#include <string.h>

#include "base/ctg-ahead.h"
#include "scene/ctg-node-geometry.h"
#include "scene/ctg-scene-private.h"

#define STRINGS_BLOCK 4096

/* Nodes of one figure have few styles, and those that follow each other one or two. */
#define RECENT_STYLES 8

typedef struct
{
  unsigned int node;
  CtgRect bounds; /* of what is in it so far, but for the group that is open in it */
  CtgDatum datum; /* in force outside the group */
} OpenGroup;

struct _CtgSceneBuilder
{
  CtgScene *scene;
  CtgAhead ahead;      /* of the scene's nodes */
  GArray *open;        /* of OpenGroup */
  GHashTable *ids;     /* ids taken (borrowed from the scene's strings) */
  CtgDatum datum;
  const char *label;   /* of the next node */
  const CtgStyle *styles[RECENT_STYLES]; /* NULL where there were not so many yet */
  unsigned int n_styles; /* of all that were kept */
};

static const char *
keep (CtgSceneBuilder *self,
      const char      *string)
{
  return g_string_chunk_insert_const (self->scene->strings, string != NULL ? string : "");
}

/* One line of text as it is measured: valid, and without line breaks and other controls. */
static const char *
keep_line (CtgSceneBuilder *self,
           const char      *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr(GString) line = g_string_sized_new (strlen (valid));

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);
      bool breaks = g_unichar_iscntrl (character) || character == 0x2028 || character == 0x2029;

      g_string_append_unichar (line, breaks ? ' ' : character);
    }

  return keep (self, line->str);
}

CtgSceneBuilder *
ctg_scene_builder_new (double      width,
                       double      height,
                       const char *language)
{
  g_return_val_if_fail (isfinite (width) && width > 0, NULL);
  g_return_val_if_fail (isfinite (height) && height > 0, NULL);
  g_return_val_if_fail (language != NULL, NULL);

  CtgSceneBuilder *self = g_new0 (CtgSceneBuilder, 1);
  CtgScene *scene = g_atomic_rc_box_new0 (CtgScene);

  scene->width = width;
  scene->height = height;
  scene->nodes = g_array_new (false, true, sizeof (CtgNode));
  scene->strings = g_string_chunk_new (STRINGS_BLOCK);
  scene->parts = g_ptr_array_new_with_free_func (g_free);

  self->scene = scene;
  self->open = g_array_new (false, false, sizeof (OpenGroup));
  self->ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->datum = CTG_DATUM_NONE;

  scene->language = keep (self, language);
  scene->title = scene->description = scene->source = keep (self, "");

  return self;
}

void
ctg_scene_builder_free (CtgSceneBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->scene, ctg_scene_unref);
  g_array_unref (self->open);
  g_hash_table_unref (self->ids);
  g_free (self);
}

CtgScene *
ctg_scene_builder_end (CtgSceneBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (self->open->len == 0, NULL);

  CtgScene *scene = g_steal_pointer (&self->scene);

  ctg_scene_builder_free (self);

  return scene;
}

void
ctg_scene_builder_expect (CtgSceneBuilder *self,
                          unsigned int     n_nodes)
{
  g_return_if_fail (self != NULL);

  GArray *few = self->scene->nodes;
  GArray *nodes = g_array_sized_new (false, true, sizeof (CtgNode), few->len + n_nodes);

  g_array_append_vals (nodes, few->data, few->len);
  g_array_unref (few);
  self->scene->nodes = nodes;
  ctg_ahead_begin (&self->ahead, nodes->data, nodes->len * sizeof (CtgNode), (nodes->len + (size_t) n_nodes) * sizeof (CtgNode));
}

void
ctg_scene_builder_set_title (CtgSceneBuilder *self,
                             const char      *title,
                             const char      *description)
{
  g_return_if_fail (self != NULL);

  self->scene->title = keep_line (self, title != NULL ? title : "");
  self->scene->description = keep_line (self, description != NULL ? description : "");
}

void
ctg_scene_builder_set_source (CtgSceneBuilder *self,
                              const char      *source)
{
  g_return_if_fail (self != NULL);

  self->scene->source = keep_line (self, source != NULL ? source : "");
}

void
ctg_scene_builder_set_datum (CtgSceneBuilder *self,
                             CtgDatum         datum)
{
  g_return_if_fail (self != NULL);

  self->datum = datum;
}

void
ctg_scene_builder_set_label (CtgSceneBuilder *self,
                             const char      *label)
{
  g_return_if_fail (self != NULL);

  self->label = label != NULL ? keep_line (self, label) : NULL;
}

const CtgScene *
ctg_scene_builder_peek (const CtgSceneBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->scene;
}

static void *
keep_part (CtgSceneBuilder *self,
           const void      *part,
           size_t           size)
{
  void *kept = g_memdup2 (part, size);

  g_ptr_array_add (self->scene->parts, kept);

  return kept;
}

static const CtgStyle *
keep_style (CtgSceneBuilder *self,
            const CtgStyle  *style)
{
  for (unsigned int i = 0; i < MIN (self->n_styles, RECENT_STYLES); i++)
    if (ctg_style_equal (self->styles[i], style))
      return self->styles[i];

  return self->styles[self->n_styles++ % RECENT_STYLES] = keep_part (self, style, sizeof *style);
}

/* Of the innermost open group. */
static void
extend_group (CtgSceneBuilder *self,
              CtgRect          bounds)
{
  if (self->open->len == 0)
    return;

  OpenGroup *open = &g_array_index (self->open, OpenGroup, self->open->len - 1);

  open->bounds = ctg_rect_union (open->bounds, bounds);
}

/* Groups are added with nothing in them. */
static void
add_node (CtgSceneBuilder *self,
          CtgNode         *node,
          const CtgStyle  *style)
{
  node->style = keep_style (self, style);
  node->datum = self->datum;
  node->depth = self->open->len;
  node->label = g_steal_pointer (&self->label);
  if (node->kind != CTG_NODE_GROUP)
    {
      node->bounds = ctg_node_get_painted_bounds (node);
      extend_group (self, node->bounds);
    }
  g_array_append_vals (self->scene->nodes, node, 1);
  ctg_ahead_reach (&self->ahead, self->scene->nodes->len * sizeof (CtgNode));
}

/* XML names allow few characters; the others become "-". */
static const char *
make_id (CtgSceneBuilder *self,
         const char      *wanted)
{
  g_autofree char *base = g_strdup (wanted);
  g_autofree char *id = NULL;

  for (char *c = base; *c != '\0'; c++)
    if (!g_ascii_isalnum (*c) && strchr ("-_.", *c) == NULL)
      *c = '-';
  if (!g_ascii_isalpha (base[0]))
    {
      char *prefixed = g_strconcat ("g-", base, NULL);

      g_free (base);
      base = prefixed;
    }

  /* Where it is taken, the last number given to it tells where to go on. */
  unsigned int number = GPOINTER_TO_UINT (g_hash_table_lookup (self->ids, base));

  id = g_strdup (base);
  while (g_hash_table_contains (self->ids, id))
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, ++number);
    }

  const char *kept = keep (self, id);

  g_hash_table_insert (self->ids, (char *) kept, GUINT_TO_POINTER (1));
  if (number > 0)
    g_hash_table_insert (self->ids, (char *) keep (self, base), GUINT_TO_POINTER (number));

  return kept;
}

void
ctg_scene_builder_push (CtgSceneBuilder *self,
                        CtgRole          role,
                        const char      *id)
{
  g_return_if_fail (self != NULL);

  static const CtgStyle nothing = { 0 };
  OpenGroup open = { .node = self->scene->nodes->len, .datum = self->datum };
  CtgNode node = { .kind = CTG_NODE_GROUP, .role = role };

  node.group.id = make_id (self, id != NULL && *id != '\0' ? id : ctg_role_get_name (role));
  add_node (self, &node, &nothing);
  g_array_append_val (self->open, open);
}

void
ctg_scene_builder_pop (CtgSceneBuilder *self)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (self->open->len > 0);

  GArray *nodes = self->scene->nodes;
  OpenGroup open = g_array_index (self->open, OpenGroup, self->open->len - 1);
  CtgNode *group = &g_array_index (nodes, CtgNode, open.node);

  g_array_set_size (self->open, self->open->len - 1);
  self->datum = open.datum;
  self->label = NULL;

  group->n_descendants = nodes->len - open.node - 1;
  group->bounds = open.bounds;
  extend_group (self, open.bounds);
}

void
ctg_scene_builder_rect (CtgSceneBuilder *self,
                        CtgRole          role,
                        CtgRect          rect,
                        double           radius,
                        const CtgStyle  *style)
{
  g_return_if_fail (self != NULL && style != NULL);
  g_return_if_fail (isfinite (rect.x) && isfinite (rect.y) && isfinite (radius));
  g_return_if_fail (isfinite (rect.width) && rect.width >= 0 && isfinite (rect.height) && rect.height >= 0);

  CtgNode node = { .kind = CTG_NODE_RECT, .role = role, .rect = { rect, CLAMP (radius, 0, fmin (rect.width, rect.height) / 2) } };

  add_node (self, &node, style);
}

void
ctg_scene_builder_line (CtgSceneBuilder *self,
                        CtgRole          role,
                        CtgPoint         from,
                        CtgPoint         to,
                        const CtgStyle  *style)
{
  g_return_if_fail (self != NULL && style != NULL);
  g_return_if_fail (isfinite (from.x) && isfinite (from.y) && isfinite (to.x) && isfinite (to.y));

  CtgNode node = { .kind = CTG_NODE_LINE, .role = role, .line = { from, to } };

  add_node (self, &node, style);
}

/* Every subpath begins with a move, and the verbs use up exactly the points. */
static bool
path_is_valid (const CtgPathVerb *verbs,
               unsigned int       n_verbs,
               const CtgPoint    *points,
               unsigned int       n_points)
{
  static const unsigned int needs[] = { [CTG_PATH_MOVE] = 1, [CTG_PATH_LINE] = 1, [CTG_PATH_CURVE] = 3, [CTG_PATH_CLOSE] = 0 };
  unsigned int n_used = 0;

  for (unsigned int i = 0; i < n_verbs; i++)
    {
      if ((unsigned int) verbs[i] >= G_N_ELEMENTS (needs))
        return false;
      if (verbs[i] != CTG_PATH_MOVE && (i == 0 || verbs[i - 1] == CTG_PATH_CLOSE))
        return false;
      n_used += needs[verbs[i]];
    }
  for (unsigned int i = 0; i < n_points; i++)
    if (!isfinite (points[i].x) || !isfinite (points[i].y))
      return false;

  return n_used == n_points;
}

void
ctg_scene_builder_path (CtgSceneBuilder   *self,
                        CtgRole            role,
                        const CtgPathVerb *verbs,
                        unsigned int       n_verbs,
                        const CtgPoint    *points,
                        unsigned int       n_points,
                        const CtgStyle    *style)
{
  g_return_if_fail (self != NULL && style != NULL);
  g_return_if_fail (n_verbs > 0 && verbs != NULL && points != NULL);
  g_return_if_fail (path_is_valid (verbs, n_verbs, points, n_points));

  CtgNode node = { .kind = CTG_NODE_PATH, .role = role };

  node.path.verbs = keep_part (self, verbs, n_verbs * sizeof *verbs);
  node.path.points = keep_part (self, points, n_points * sizeof *points);
  node.path.n_verbs = n_verbs;
  node.path.n_points = n_points;
  add_node (self, &node, style);
}

void
ctg_scene_builder_symbol (CtgSceneBuilder *self,
                          CtgRole          role,
                          CtgSymbol        symbol,
                          CtgPoint         center,
                          double           size,
                          const CtgStyle  *style)
{
  g_return_if_fail (self != NULL && style != NULL);
  g_return_if_fail (symbol >= CTG_SYMBOL_CIRCLE && symbol <= CTG_SYMBOL_DASH);
  g_return_if_fail (isfinite (center.x) && isfinite (center.y) && isfinite (size) && size >= 0);

  CtgNode node = { .kind = CTG_NODE_SYMBOL, .role = role, .symbol = { center, size, symbol } };

  add_node (self, &node, style);
}

void
ctg_scene_builder_text (CtgSceneBuilder *self,
                        CtgRole          role,
                        CtgTextMeasure  *measure,
                        const CtgFont   *font,
                        CtgColor         color,
                        const char      *string,
                        CtgPoint         baseline,
                        CtgAnchor        anchor,
                        double           angle_deg,
                        bool             rtl)
{
  g_return_if_fail (self != NULL && measure != NULL && font != NULL && font->family != NULL && string != NULL);
  g_return_if_fail (isfinite (font->size) && font->size > 0);
  g_return_if_fail (isfinite (baseline.x) && isfinite (baseline.y) && isfinite (angle_deg));

  if (*string == '\0')
    {
      self->label = NULL;
      return;
    }

  CtgStyle style = { .fill = color };
  CtgNodeText text = {
    .string = keep_line (self, string), .font = *font, .baseline = baseline, .anchor = anchor, .angle_deg = angle_deg, .rtl = rtl,
  };
  CtgNode node = { .kind = CTG_NODE_TEXT, .role = role };

  text.font.family = keep (self, font->family);
  ctg_text_measure_line (measure, font, text.string, &text.extents);
  node.text = keep_part (self, &text, sizeof text);
  add_node (self, &node, &style);
}
