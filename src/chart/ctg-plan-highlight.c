/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "Highlight these, grey the rest": which rows keep their colours, and the greys of the others. It changes colours only, never what is drawn or where. */

#include "chart/ctg-plan.h"

#include "base/ctg-warnings.h"

/* Contrast with the paper: enough to be seen (WCAG 2.1, 1.4.11), little enough to stay behind. Several series stand this far apart. */
#define LEAST_CONTRAST 3.15
#define MOST_CONTRAST 4.8

bool
ctg_highlight_has_row (const CtgSpec *spec,
                       const CtgRow  *row)
{
  return g_strv_contains ((const char *const *) spec->highlight, row->key);
}

/* The darker a series, the darker its grey. */
static void
choose_greys (CtgPlan *self)
{
  CtgColor paper = self->theme.paper;

  self->greys = g_new (CtgColor, self->n_series);
  for (unsigned int s = 0; s < self->n_series; s++)
    {
      unsigned int rank = 0;

      for (unsigned int k = 0; k < self->n_series; k++)
        {
          double difference = ctg_color_contrast (self->colors[k], paper) - ctg_color_contrast (self->colors[s], paper);

          rank += difference < 0 || (difference == 0 && k < s);
        }

      double share = self->n_series > 1 ? (double) rank / (self->n_series - 1) : 0;

      self->greys[s] = ctg_theme_get_grey (&self->theme, LEAST_CONTRAST + share * (MOST_CONTRAST - LEAST_CONTRAST));
    }
}

void
ctg_plan_choose_highlight (CtgPlan *self)
{
  unsigned int n = 0;

  if (self->input->spec->highlight[0] == NULL)
    return;

  self->highlighted = g_new0 (bool, self->n_rows + 1);
  for (unsigned int i = 0; i < self->n_rows; i++)
    n += self->highlighted[i] = ctg_highlight_has_row (self->input->spec, ctg_table_get_row (self->input->table, self->rows[i]));

  /* A figure of greys alone would highlight nothing. */
  if (n == 0)
    g_clear_pointer (&self->highlighted, g_free);
  else
    choose_greys (self);
}

bool
ctg_plan_is_faded (const CtgPlan *self,
                   unsigned int   i)
{
  return self->highlighted != NULL && !self->highlighted[i];
}

const CtgPlan *
ctg_plan_of_row (const CtgPlan *self,
                 unsigned int   i,
                 CtgPlan       *storage)
{
  return ctg_plan_is_faded (self, i) ? ctg_plan_of_faded (self, storage) : self;
}

const CtgPlan *
ctg_plan_of_faded (const CtgPlan *self,
                   CtgPlan       *storage)
{
  *storage = *self;
  storage->faded = true;
  storage->colors = self->greys;
  storage->theme.ink = self->theme.muted;
  return storage;
}

void
ctg_plan_warn_highlight (const CtgPlan *self,
                         CtgWarnings   *warnings)
{
  const CtgChartInput *input = self->input;
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (unsigned int k = 0; input->spec->highlight[k] != NULL; k++)
    {
      int row = ctg_table_find_row (input->table, input->spec->highlight[k]);
      bool drawn = false;

      for (unsigned int i = 0; i < self->n_rows; i++)
        drawn |= row >= 0 && self->rows[i] == (unsigned int) row;
      if (!drawn)
        g_ptr_array_add (names, (gpointer) (row >= 0 ? ctg_arranger_get_name (input->arranger, row) : input->spec->highlight[k]));
    }
  if (names->len == 0)
    return;
  g_ptr_array_add (names, NULL);

  g_autofree char *list = ctg_locale_format_list (input->locale, (const char *const *) names->pdata);

  ctg_warnings_add (warnings, CTG_PHRASE_WARN_HIGHLIGHT_NOT_DRAWN, "highlight", list, NULL);
}
