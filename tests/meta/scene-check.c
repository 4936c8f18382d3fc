/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The promises of a figure's labels, read off the finished scene. It must not know how a layout comes about. */

#include "scene-check.h"

/* Boxes are those of ascent and descent; what touches by less is rounding. */
#define TOLERANCE 0.05
#define MIN_TEXT_SIZE 6.0

static GPtrArray *
collect (const CtgScene *scene,
         CtgNodeKind     kind)
{
  GPtrArray *nodes = g_ptr_array_new ();

  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      if (node->kind == kind)
        g_ptr_array_add (nodes, (gpointer) node);
    }

  return nodes;
}

static void
check_text (const CtgScene *scene,
            const CtgNode  *node,
            CtgTextMeasure *measure,
            const char     *what)
{
  CtgRect box = node->bounds;

  if (box.x < -TOLERANCE || box.y < -TOLERANCE ||
      box.x + box.width > ctg_scene_get_width (scene) + TOLERANCE || box.y + box.height > ctg_scene_get_height (scene) + TOLERANCE)
    g_error ("%s: “%s” leaves the page: %.1f %.1f %.1f × %.1f", what, node->text->string, box.x, box.y, box.width, box.height);
  if (node->text->font.size < MIN_TEXT_SIZE)
    g_error ("%s: “%s” is %.2f pt", what, node->text->string, node->text->font.size);
  if (ctg_text_measure_count_unknown (measure, &node->text->font, node->text->string) > 0)
    g_error ("%s: “%s” has glyphs that no font has", what, node->text->string);
}

static void
check_overlaps (GPtrArray  *texts,
                const char *what)
{
  for (unsigned int i = 0; i < texts->len; i++)
    {
      const CtgNode *a = texts->pdata[i];

      for (unsigned int k = 0; k < i; k++)
        {
          const CtgNode *b = texts->pdata[k];

          if (ctg_rect_overlaps (ctg_rect_inset (a->bounds, TOLERANCE), ctg_rect_inset (b->bounds, TOLERANCE)))
            g_error ("%s: “%s” and “%s” overlap: %.1f %.1f %.1f × %.1f and %.1f %.1f %.1f × %.1f", what, a->text->string, b->text->string,
                     a->bounds.x, a->bounds.y, a->bounds.width, a->bounds.height, b->bounds.x, b->bounds.y, b->bounds.width, b->bounds.height);
        }
    }
}

static bool
is_part_of_mark (const CtgNode *node)
{
  return node->kind != CTG_NODE_GROUP && node->datum.row >= 0 && (node->role == CTG_ROLE_MARK_PART || node->role == CTG_ROLE_OPEN_END);
}

/* The name of a row stands so clear of its marks, also where they begin at the axis. */
#define CLEAR 1.0

/* Values stand beside marks, never on them, and names clear of those of their row. */
static void
check_label (const CtgNode *part,
             const CtgNode *text,
             bool           names_aside,
             const char    *what)
{
  bool value = text->role == CTG_ROLE_VALUE_LABEL;
  bool own_name = names_aside && text->role == CTG_ROLE_CATEGORY_LABEL && text->datum.row == part->datum.row;

  if (value && ctg_rect_overlaps (ctg_rect_inset (text->bounds, TOLERANCE), ctg_rect_inset (part->bounds, TOLERANCE)))
    g_error ("%s: the value “%s” stands on a mark: %.1f %.1f %.1f × %.1f and %.1f %.1f %.1f × %.1f", what, text->text->string,
             text->bounds.x, text->bounds.y, text->bounds.width, text->bounds.height, part->bounds.x, part->bounds.y, part->bounds.width, part->bounds.height);
  if (own_name && ctg_rect_overlaps (ctg_rect_inset (text->bounds, -CLEAR), part->bounds))
    g_error ("%s: a mark touches the name “%s”", what, text->text->string);
}

static void
check_marks (const CtgScene *scene,
             GPtrArray      *texts,
             bool            names_aside,
             const char     *what)
{
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *part = ctg_scene_get_node (scene, i);

      for (unsigned int k = 0; k < texts->len && is_part_of_mark (part); k++)
        check_label (part, texts->pdata[k], names_aside, what);
    }
}

static char *
dup_name (const CtgNode *first,
          GPtrArray     *texts)
{
  GString *name = g_string_new (NULL);

  for (unsigned int i = 0; i < texts->len; i++)
    {
      const CtgNode *node = texts->pdata[i];

      if (node->role == CTG_ROLE_CATEGORY_LABEL && node->datum.row == first->datum.row)
        g_string_append_printf (name, "%s%s", name->len > 0 ? " " : "", node->text->string);
    }

  return g_string_free (name, FALSE);
}

/* As many names as rows, and no two alike. */
static void
check_names (GPtrArray  *texts,
             int         n_rows,
             const char *what)
{
  g_autoptr(GHashTable) rows = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned int i = 0; i < texts->len; i++)
    {
      const CtgNode *node = texts->pdata[i];

      if (node->role != CTG_ROLE_CATEGORY_LABEL || !g_hash_table_add (rows, GINT_TO_POINTER (node->datum.row + 1)))
        continue;

      char *name = dup_name (node, texts);

      if (g_hash_table_contains (names, name))
        g_error ("%s: two rows are called “%s”", what, name);
      g_hash_table_add (names, name);
    }

  if (n_rows >= 0 && (int) g_hash_table_size (rows) != n_rows)
    g_error ("%s: %u of %d names are drawn", what, g_hash_table_size (rows), n_rows);
}

/* Every number that is drawn is written as the data say it. */
static void
check_values (const CtgScene  *scene,
              const CtgTable  *table,
              const CtgLocale *locale,
              GPtrArray       *texts,
              const char      *what)
{
  unsigned int n_marks = 0;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n_marks);

  for (unsigned int i = 0; i < n_marks; i++)
    {
      const CtgNode *mark = ctg_scene_get_node (scene, marks[i]);
      const CtgEstimate *estimate = ctg_table_get_estimate (table, mark->datum.row, mark->datum.series);
      g_autofree char *expected = ctg_estimate_format (estimate, locale);
      bool found = !ctg_estimate_is_reported (estimate);

      for (unsigned int k = 0; k < texts->len && !found; k++)
        {
          const CtgNode *text = texts->pdata[k];

          found = text->role == CTG_ROLE_VALUE_LABEL && text->datum.row == mark->datum.row && text->datum.series == mark->datum.series &&
                  g_str_equal (text->text->string, expected);
        }
      if (!found)
        g_error ("%s: the value %s of %s is not written", what, expected, ctg_table_get_row (table, mark->datum.row)->name);
    }
}

void
scene_check (const CtgScene   *scene,
             const CtgTable   *table,
             const CtgLocale  *locale,
             CtgTextMeasure   *measure,
             const SceneCheck *check,
             const char       *what)
{
  g_autoptr(GPtrArray) texts = collect (scene, CTG_NODE_TEXT);

  if (!check->maybe_silent)
    g_assert_cmpuint (texts->len, >, 0);
  for (unsigned int i = 0; i < texts->len; i++)
    check_text (scene, texts->pdata[i], measure, what);
  check_overlaps (texts, what);
  check_marks (scene, texts, check->names_aside, what);
  check_names (texts, check->n_rows, what);
  if (check->all_values)
    check_values (scene, table, locale, texts, what);
}

char *
scene_describe (const CtgScene *scene,
                const CtgTable *table)
{
  GString *string = g_string_new (NULL);

  g_string_append_printf (string, "%.2f × %.2f\n", ctg_scene_get_width (scene), ctg_scene_get_height (scene));
  for (unsigned int i = 0; i < ctg_scene_get_n_nodes (scene); i++)
    {
      const CtgNode *node = ctg_scene_get_node (scene, i);

      g_string_append_printf (string, "%*s%d %s %s %d  %.2f %.2f %.2f × %.2f  %s\n", node->depth * 2, "", node->kind, ctg_role_get_name (node->role),
                              node->datum.row >= 0 ? ctg_table_get_row (table, node->datum.row)->key : "-", node->datum.series,
                              node->bounds.x, node->bounds.y, node->bounds.width, node->bounds.height,
                              node->kind == CTG_NODE_TEXT ? node->text->string : "");
    }

  return g_string_free (string, FALSE);
}
