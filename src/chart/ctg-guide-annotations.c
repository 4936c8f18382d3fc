/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the mark of each note, then a free place for it: where the user put it, or the nearest one where it covers nothing that is drawn. It must not
 * know the kind of chart. */

#include "chart/ctg-guide-annotations.h"

#include <math.h>
#include <string.h>

#include "chart/ctg-guide.h"
#include "chart/ctg-kind.h"
#include "chart/ctg-place.h"
#include "chart/ctg-wrap.h"

#define ID_PREFIX "annotation-"

/* ---- notes in a finished scene ---- */

int
ctg_chart_get_annotation (const CtgNode *node)
{
  if (node->role != CTG_ROLE_ANNOTATION || node->kind != CTG_NODE_GROUP || !g_str_has_prefix (node->group.id, ID_PREFIX))
    return -1;

  return (int) g_ascii_strtoull (node->group.id + strlen (ID_PREFIX), NULL, 10);
}

/* The node of the mark; -1 where it is not drawn. */
static int
find_mark (const CtgScene          *scene,
           const CtgTable          *table,
           const CtgSpecAnnotation *annotation)
{
  int row = ctg_table_find_row (table, annotation->row);
  int series = annotation->series != NULL ? ctg_table_find_series (table, annotation->series) : -1;

  if (row < 0 || (annotation->series != NULL && series < 0))
    return -1;

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if ((node->role == CTG_ROLE_MARK || node->role == CTG_ROLE_MISSING) && node->datum.row == row && (series < 0 || node->datum.series == series) &&
          !ctg_rect_is_empty (node->bounds))
        return i;
    }

  return -1;
}

/* The middle of the largest of the areas a path is made of, such as the mainland of a country. */
static CtgPoint
get_path_middle (const CtgNode *node)
{
  CtgPoint best = { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 };
  double largest = 0;
  unsigned int p = 0;

  for (unsigned int v = 0; v < node->path.n_verbs;)
    {
      unsigned int first = p;
      double area = 0;
      CtgPoint sum = { 0, 0 };

      do
        p += node->path.verbs[v] == CTG_PATH_CLOSE ? 0 : node->path.verbs[v] == CTG_PATH_CURVE ? 3 : 1;
      while (++v < node->path.n_verbs && node->path.verbs[v] != CTG_PATH_MOVE);

      for (unsigned int k = first; k < p; k++)
        {
          CtgPoint a = node->path.points[k];
          CtgPoint b = node->path.points[k + 1 < p ? k + 1 : first];
          double cross = a.x * b.y - b.x * a.y;

          area += cross / 2;
          sum.x += (a.x + b.x) * cross / 6;
          sum.y += (a.y + b.y) * cross / 6;
        }
      if (fabs (area) > largest)
        {
          largest = fabs (area);
          best = (CtgPoint) { sum.x / area, sum.y / area };
        }
    }

  return best;
}

/* The middle of the value written at a mark; the mark's own where none is. */
static CtgPoint
find_value (const CtgScene *scene,
            const CtgNode  *mark)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_VALUE_LABEL && node->datum.row == mark->datum.row && node->datum.series == mark->datum.series)
        return (CtgPoint) { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 }
      ;
    }

  return (CtgPoint) { mark->bounds.x + mark->bounds.width / 2, mark->bounds.y + mark->bounds.height / 2 };
}

/* A bar is longer than this, in points; of it the end counts that its value stands at. */
#define LONG 14.0

/* Where a leader ends: the mark itself, the end of a bar, a point in the middle of an area. */
static CtgRect
get_mark_box (const CtgScene *scene,
              unsigned int    index)
{
  const CtgNode *mark = ctg_scene_get_node (scene, index);
  CtgRect box = mark->bounds;
  CtgPoint value = find_value (scene, mark);
  double end = MIN (box.width, box.height);

  if (mark->n_descendants > 0 && ctg_scene_get_node (scene, index + 1)->kind == CTG_NODE_PATH && MAX (box.width, box.height) > LONG / 2)
    {
      CtgPoint middle = get_path_middle (ctg_scene_get_node (scene, index + 1));

      return ctg_rect (middle.x - 0.5, middle.y - 0.5, 1, 1);
    }
  if (box.width > LONG && box.width > box.height * 2)
    {
      box.x += value.x > box.x + box.width / 2 ? box.width - end : 0;
      box.width = end;
    }
  else if (box.height > LONG && box.height > box.width * 2)
    {
      box.y += value.y > box.y + box.height / 2 ? box.height - end : 0;
      box.height = end;
    }

  return box;
}

bool
ctg_chart_get_annotation_anchor (const CtgScene          *scene,
                                 const CtgTable          *table,
                                 const CtgSpecAnnotation *annotation,
                                 CtgPoint                *anchor)
{
  int node = find_mark (scene, table, annotation);

  if (node < 0)
    return false;

  CtgRect box = get_mark_box (scene, node);

  *anchor = (CtgPoint) { box.x + box.width / 2, box.y + box.height / 2 };
  return true;
}

/* ---- drawing ---- */

typedef struct
{
  unsigned int index;  /* in the spec */
  unsigned int node;   /* of its mark */
  char **lines;
  bool fixed;          /* stands where the user put it */
} Note;

static void
clear_note (gpointer data)
{
  g_strfreev (((Note *) data)->lines);
}

static void
warn (CtgPen                  *pen,
      CtgPhrase                phrase,
      const char              *path,
      const CtgSpecAnnotation *annotation)
{
  int row = ctg_table_find_row (pen->plan->input->table, annotation->row);

  if (pen->canvas->warnings != NULL)
    ctg_warnings_add (pen->canvas->warnings, phrase, path, annotation->text,
                      row >= 0 ? ctg_arranger_get_name (pen->plan->input->arranger, row) : annotation->row, NULL);
}

/* Texts, marks and keys may not be covered; lines of the grid, bands, and the land of a map may. */
static bool
is_in_the_way (const CtgNode *node)
{
  if (node->kind == CTG_NODE_GROUP || node->role == CTG_ROLE_BACKGROUND || node->role == CTG_ROLE_GRID)
    return false;
  if (node->kind == CTG_NODE_TEXT || node->kind == CTG_NODE_LINE || node->role == CTG_ROLE_LEGEND_ENTRY)
    return true;
  if (node->kind == CTG_NODE_PATH && MAX (node->bounds.width, node->bounds.height) > LONG)
    return false;

  return node->role != CTG_ROLE_NONE && node->role != CTG_ROLE_REFERENCE;
}

/* The box of a slanting line is not what is seen of it: small boxes along it are. */
static void
add_line (GArray        *taken,
          const CtgNode *node)
{
  CtgPoint a = node->line.from;
  CtgPoint b = node->line.to;
  int n_steps = MAX (1, (int) ceil (hypot (b.x - a.x, b.y - a.y) / 4));

  for (int step = 0; step <= n_steps; step++)
    {
      double t = (double) step / n_steps;
      CtgRect box = ctg_rect (a.x + t * (b.x - a.x) - 1, a.y + t * (b.y - a.y) - 1, 2, 2);

      g_array_append_val (taken, box);
    }
}

static GArray *
collect_taken (const CtgScene *scene)
{
  GArray *taken = g_array_new (FALSE, FALSE, sizeof (CtgRect));

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);
      CtgRect box = ctg_rect (node->bounds.x - 0.75, node->bounds.y - 0.75, node->bounds.width + 1.5, node->bounds.height + 1.5);

      if (!is_in_the_way (node))
        continue;
      if (node->kind == CTG_NODE_LINE && node->bounds.width > 3 && node->bounds.height > 3)
        add_line (taken, node);
      else
        g_array_append_val (taken, box);
    }

  return taken;
}

/* Beside and among the marks; not over names, axes and what stands around the plot. */
static CtgRect
get_room (const CtgPen   *pen,
          const CtgScene *scene)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgRect plot = ctg_rect (0, 0, 0, 0);
  CtgRect marks = ctg_rect (0, 0, 0, 0);

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->role == CTG_ROLE_PLOT)
        plot = ctg_rect_union (plot, node->bounds);
      if (node->role == CTG_ROLE_SERIES)
        marks = ctg_rect_union (marks, node->bounds);
    }

  double left = pen->canvas->rtl ? theme->margin : marks.x;
  double right = pen->canvas->rtl ? marks.x + marks.width : pen->layout->width - theme->margin;
  double top = MAX (plot.y, marks.y - theme->size * 1.5);

  return ctg_rect (left, top, MAX (0, right - left), MAX (0, marks.y + marks.height - top));
}

/* In the scene's own coordinates, in which a page from right to left is mirrored already. */
static CtgRect
place_by_offset (const CtgPen            *pen,
                 const CtgSpecAnnotation *annotation,
                 const CtgPlacedLabel    *label)
{
  double sign = pen->canvas->rtl ? -1 : 1;
  double x = label->mark.x + label->mark.width / 2 + sign * annotation->dx - label->width / 2;
  double y = label->mark.y + label->mark.height / 2 + annotation->dy - label->height / 2;

  return ctg_rect (CLAMP (x, 0, MAX (0, pen->layout->width - label->width)), CLAMP (y, 0, MAX (0, pen->layout->height - label->height)),
                   label->width, label->height);
}

static void
measure (const CtgPen            *pen,
         const CtgSpecAnnotation *annotation,
         Note                    *note,
         CtgPlacedLabel          *label)
{
  const CtgTheme *theme = &pen->plan->theme;
  double most = CLAMP (pen->layout->width * 0.3, theme->size * 9, theme->size * 20);

  g_autofree char *text = ctg_locale_isolate_paragraph (pen->plan->input->locale, annotation->text);

  note->lines = ctg_wrap_balanced (pen->canvas->measure, &theme->value, text, most);
  label->height = g_strv_length (note->lines) * ctg_layout_get_line_height (pen->plan, &theme->value);
  for (unsigned int k = 0; note->lines[k] != NULL; k++)
    {
      CtgTextExtents extents;

      ctg_text_measure_line (pen->canvas->measure, &theme->value, note->lines[k], &extents);
      label->width = MAX (label->width, extents.width);
    }
}

/* Notes with a place of their own come first: the others keep clear of them. */
static void
collect (CtgPen         *pen,
         const CtgScene *scene,
         GArray         *notes,
         GArray         *labels)
{
  const CtgSpec *spec = pen->plan->input->spec;

  for (unsigned int turn = 0; turn < 2; turn++)
    {
      for (unsigned int k = 0; spec->annotations[k] != NULL; k++)
        {
          int node = find_mark (scene, pen->plan->input->table, spec->annotations[k]);
          Note note = { .index = k, .node = MAX (0, node), .fixed = isfinite (spec->annotations[k]->dx) };
          CtgPlacedLabel label = { 0 };

          if (note.fixed != (turn == 0))
            continue;
          if (node < 0)
            {
              warn (pen, CTG_PHRASE_WARN_ANNOTATION_NO_ROW, "annotations", spec->annotations[k]);
              continue;
            }
          label.mark = get_mark_box (scene, node);
          measure (pen, spec->annotations[k], &note, &label);
          if (note.fixed)
            label.place = place_by_offset (pen, spec->annotations[k], &label);
          g_array_append_val (notes, note);
          g_array_append_val (labels, label);
        }
    }
}

/* From the edge of the mark to the edge of the note, unless they touch. */
static void
draw_leader (CtgPen               *pen,
             const CtgPlacedLabel *label)
{
  const CtgTheme *theme = &pen->plan->theme;
  CtgStyle style = ctg_style_stroke (ctg_color_mix (theme->ink, theme->paper, 0.35), 0.5);
  CtgPoint tip = {
    CLAMP (label->mark.x + label->mark.width / 2, label->place.x, label->place.x + label->place.width),
    CLAMP (label->mark.y + label->mark.height / 2, label->place.y, label->place.y + label->place.height),
  };
  CtgPoint anchor = { CLAMP (tip.x, label->mark.x, label->mark.x + label->mark.width), CLAMP (tip.y, label->mark.y, label->mark.y + label->mark.height) };
  double length = hypot (tip.x - anchor.x, tip.y - anchor.y);

  if (length < 2)
    return;

  /* A little air before the words. */
  tip.x -= (tip.x - anchor.x) / length * 1.2;
  tip.y -= (tip.y - anchor.y) / length * 1.2;
  ctg_scene_builder_line (pen->canvas->builder, CTG_ROLE_ANNOTATION, anchor, tip, &style);
}

/* The side that faces the mark is even. */
static void
draw_note (CtgPen               *pen,
           const Note           *note,
           const CtgPlacedLabel *label)
{
  const CtgTheme *theme = &pen->plan->theme;
  const CtgSpecAnnotation *annotation = pen->plan->input->spec->annotations[note->index];
  CtgSceneBuilder *builder = pen->canvas->builder;
  g_autofree char *id = g_strdup_printf (ID_PREFIX "%u", note->index);
  int row = ctg_table_find_row (pen->plan->input->table, annotation->row);
  g_autofree char *spoken = ctg_locale_phrase (pen->plan->input->locale, CTG_PHRASE_ALT_ANNOTATION,
                                               ctg_arranger_get_name (pen->plan->input->arranger, row), annotation->text, NULL);
  double line = label->height / g_strv_length (note->lines);
  bool before = label->place.x + label->place.width <= label->mark.x;
  bool after = label->place.x >= label->mark.x + label->mark.width;
  CtgAnchor anchor = after ? CTG_ANCHOR_LEFT : before ? CTG_ANCHOR_RIGHT : CTG_ANCHOR_MIDDLE;
  double x = label->place.x + (after ? 0 : before ? label->place.width : label->place.width / 2);
  CtgStyle ground = ctg_style_fill (theme->paper);

  /* Outside the group, whose place is that of the words. */
  draw_leader (pen, label);
  ctg_scene_builder_set_label (builder, spoken);
  ctg_scene_builder_push (builder, CTG_ROLE_ANNOTATION, id);
  if (theme->background.alpha > 0)
    ctg_scene_builder_rect (builder, CTG_ROLE_ANNOTATION, ctg_rect_inset (label->place, -0.6), 0, &ground);
  for (unsigned int k = 0; note->lines[k] != NULL; k++)
    {
      CtgTextExtents extents;

      ctg_text_measure_line (pen->canvas->measure, &theme->value, note->lines[k], &extents);
      ctg_scene_builder_text (builder, CTG_ROLE_ANNOTATION, pen->canvas->measure, &theme->value, theme->ink, note->lines[k],
                              (CtgPoint) { x, label->place.y + k * line + extents.ascent }, anchor, 0, pen->canvas->rtl);
    }
  ctg_scene_builder_pop (builder);
}

void
ctg_guide_draw_annotations (CtgPen *pen)
{
  const CtgScene *scene = ctg_scene_builder_peek (pen->canvas->builder);
  g_autoptr(GArray) notes = g_array_new (FALSE, TRUE, sizeof (Note));
  g_autoptr(GArray) labels = g_array_new (FALSE, TRUE, sizeof (CtgPlacedLabel));
  unsigned int n_fixed = 0;

  if (pen->plan->input->spec->annotations[0] == NULL)
    return;

  g_array_set_clear_func (notes, clear_note);
  collect (pen, scene, notes, labels);

  g_autoptr(GArray) taken = collect_taken (scene);

  for (; n_fixed < notes->len && g_array_index (notes, Note, n_fixed).fixed; n_fixed++)
    {
      CtgPlacedLabel *label = &g_array_index (labels, CtgPlacedLabel, n_fixed);

      label->placed = true;
      g_array_append_val (taken, label->place);
    }
  /* Close beside the number of another row a note would be read as that row's: it asks for air on both sides. */
  double air = pen->plan->theme.size * 0.8;

  for (unsigned int k = n_fixed; k < labels->len; k++)
    {
      CtgPlacedLabel *label = &g_array_index (labels, CtgPlacedLabel, k);

      label->keep_clear = true;
      label->width += 2 * air;
    }

  CtgPlaceRoom room = {
    .box = get_room (pen, scene),
    .taken = (const CtgRect *) (void *) taken->data,
    .n_taken = taken->len,
    .gap = pen->plan->theme.size * 0.5,
    .reach = hypot (pen->layout->width, pen->layout->height) / 2,
  };

  ctg_place_labels ((CtgPlacedLabel *) (void *) labels->data + n_fixed, labels->len - n_fixed, &room);

  for (unsigned int k = 0; k < notes->len; k++)
    {
      const Note *note = &g_array_index (notes, Note, k);
      CtgPlacedLabel *label = &g_array_index (labels, CtgPlacedLabel, k);

      if (k >= n_fixed)
        {
          label->place.x += air;
          label->place.width -= 2 * air;
        }
      if (label->placed)
        draw_note (pen, note, label);
      else
        warn (pen, CTG_PHRASE_WARN_ANNOTATION_NO_ROOM, "annotations", pen->plan->input->spec->annotations[note->index]);
    }
}
