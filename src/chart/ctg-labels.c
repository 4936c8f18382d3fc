/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Fits names into the room there is. It chooses words and lines, never places. */

#include "chart/ctg-labels.h"

#include "chart/ctg-wrap.h"

static double
measure (const CtgPlan     *plan,
         CtgCategoryLabels *self,
         const char        *text)
{
  CtgTextExtents extents;

  ctg_text_measure_line (plan->input->measure, &plan->theme.label, text, &extents);
  self->ascent = MAX (self->ascent, extents.ascent);
  self->line_height = MAX (self->line_height, extents.ascent + extents.descent);

  return extents.width;
}

static bool
take_lines (const CtgPlan     *plan,
            CtgCategoryLabels *self,
            CtgCategoryLabel  *label,
            char             **lines,
            double             max_width)
{
  double width = 0;

  for (unsigned int i = 0; lines[i] != NULL; i++)
    width = MAX (width, measure (plan, self, lines[i]));
  if (width > max_width)
    return false;

  g_strfreev (label->lines);
  label->lines = g_strdupv (lines);
  label->n_lines = g_strv_length (lines);
  label->width = width;

  return true;
}

static bool
try_lines (const CtgPlan     *plan,
           CtgCategoryLabels *self,
           CtgCategoryLabel  *label,
           const char        *text,
           double             max_width,
           unsigned int       max_lines)
{
  if (max_lines == 1 || measure (plan, self, text) <= max_width)
    {
      char *line[] = { (char *) text, NULL };

      return take_lines (plan, self, label, line, max_width);
    }

  g_auto(GStrv) lines = ctg_wrap_balanced (plan->input->measure, &plan->theme.label, text, max_width);

  return g_strv_length (lines) <= max_lines && take_lines (plan, self, label, lines, max_width);
}

static void
cut (const CtgPlan     *plan,
     CtgCategoryLabels *self,
     CtgCategoryLabel  *label,
     const char        *text,
     const char        *tail,
     double             max_width)
{
  double room = MAX (0, max_width - (*tail != '\0' ? measure (plan, self, tail) : 0));
  g_autofree char *head = ctg_text_measure_shorten (plan->input->measure, &plan->theme.label, text, room);
  g_autofree char *line = g_strconcat (head, tail, NULL);
  char *lines[] = { line, NULL };

  take_lines (plan, self, label, lines, G_MAXDOUBLE);
  label->cut = true;
}

static char *
dup_short_name (const CtgPlan *plan,
                unsigned int   i)
{
  const CtgRow *row = ctg_table_get_row (plan->input->table, plan->rows[i]);
  const CtgCountry *country = row->code != NULL ? ctg_country_get (row->code) : NULL;

  return country != NULL ? ctg_locale_region_short_name (plan->input->locale, country->alpha2) : NULL;
}

static void
fit (const CtgPlan     *plan,
     CtgCategoryLabels *self,
     unsigned int       i,
     double             max_width,
     unsigned int       max_lines)
{
  g_autofree char *name = ctg_locale_isolate (plan->input->locale, ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));
  CtgCategoryLabel *label = &self->items[i];

  if (try_lines (plan, self, label, name, max_width, 1))
    return;

  g_autofree char *short_name = dup_short_name (plan, i);

  if (short_name != NULL && try_lines (plan, self, label, short_name, max_width, 1))
    return;
  if (try_lines (plan, self, label, name, max_width, max_lines))
    return;
  if (short_name != NULL && try_lines (plan, self, label, short_name, max_width, max_lines))
    return;

  cut (plan, self, label, short_name != NULL ? short_name : name, "", max_width);
}

/* Two names that are cut to the same beginning get their number in the table. */
static void
keep_unique (const CtgPlan     *plan,
             CtgCategoryLabels *self,
             double             max_width)
{
  g_autoptr(GHashTable) counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (unsigned int i = 0; i < self->n; i++)
    {
      char *text = ctg_category_label_dup (&self->items[i]);
      int count = GPOINTER_TO_INT (g_hash_table_lookup (counts, text));

      g_hash_table_insert (counts, text, GINT_TO_POINTER (count + 1));
    }

  for (unsigned int i = 0; i < self->n; i++)
    {
      g_autofree char *text = ctg_category_label_dup (&self->items[i]);
      g_autofree char *name = ctg_locale_isolate (plan->input->locale, ctg_arranger_get_name (plan->input->arranger, plan->rows[i]));

      if (g_str_equal (text, name) || GPOINTER_TO_INT (g_hash_table_lookup (counts, text)) < 2)
        continue;

      g_autofree char *tail = g_strdup_printf (" (%u)", plan->rows[i] + 1);

      cut (plan, self, &self->items[i], name, tail, max_width);
    }
}

CtgCategoryLabels *
ctg_category_labels_new (const CtgPlan *plan,
                         double         max_width,
                         unsigned int   max_lines)
{
  CtgCategoryLabels *self = g_new0 (CtgCategoryLabels, 1);

  self->n = plan->n_rows;
  self->items = g_new0 (CtgCategoryLabel, MAX (1, self->n));
  measure (plan, self, "0");

  for (unsigned int i = 0; i < self->n; i++)
    fit (plan, self, i, max_width, max_lines);
  keep_unique (plan, self, max_width);

  for (unsigned int i = 0; i < self->n; i++)
    {
      self->n_cut += self->items[i].cut;
      self->width = MAX (self->width, self->items[i].width);
    }

  return self;
}

void
ctg_category_labels_free (CtgCategoryLabels *self)
{
  if (self == NULL)
    return;

  for (unsigned int i = 0; i < self->n; i++)
    g_strfreev (self->items[i].lines);
  g_free (self->items);
  g_free (self);
}

char *
ctg_category_label_dup (const CtgCategoryLabel *self)
{
  return g_strjoinv (" ", self->lines);
}
