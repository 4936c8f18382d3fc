/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of chart kinds and the public questions about them. What a kind does is in its own file. */

#include "chart/ctg-kind.h"

static const CtgKind *const kinds[] = {
#define KIND(name) &ctg_kind_##name,
#include "chart/ctg-kinds.def"
#undef KIND
};

const CtgKind *
ctg_kind_get (unsigned int index)
{
  g_assert (index < G_N_ELEMENTS (kinds));

  return kinds[index];
}

const CtgKind *
ctg_kind_find (const char *id)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (g_str_equal (kinds[i]->info.id, id))
        return kinds[i];
    }

  return NULL;
}

unsigned int
ctg_chart_get_n_kinds (void)
{
  return G_N_ELEMENTS (kinds);
}

const CtgChartKindInfo *
ctg_chart_get_kind (unsigned int index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (kinds), NULL);

  return &kinds[index]->info;
}

char *
ctg_chart_list_kinds (void)
{
  const char *ids[G_N_ELEMENTS (kinds) + 1] = { NULL };

  for (unsigned int i = 0; i < G_N_ELEMENTS (kinds); i++)
    ids[i] = kinds[i]->info.id;

  return g_strjoinv (", ", (char **) ids);
}

bool
ctg_chart_kind_has_direction (const CtgChartKindInfo *kind)
{
  g_return_val_if_fail (kind != NULL, false);

  return ctg_kind_find (kind->id)->draw_plot == NULL;
}

bool
ctg_chart_kind_has_axis (const CtgChartKindInfo *kind)
{
  const CtgKind *found;

  g_return_val_if_fail (kind != NULL, false);

  found = ctg_kind_find (kind->id);

  return found->references || (found->draw_plot == NULL && !found->has_no_scale);
}

const CtgChartKindInfo *
ctg_chart_find_kind (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  const CtgKind *kind = ctg_kind_find (id);

  return kind != NULL ? &kind->info : NULL;
}

bool
ctg_kind_suits_one_measure (const CtgTable  *table,
                            unsigned int    *series,
                            unsigned int     n_series,
                            const CtgLocale *locale,
                            char           **reason)
{
  bool suits = n_series > 1;

  for (unsigned int s = 1; s < n_series; s++)
    suits = suits && g_strcmp0 (ctg_table_get_series (table, series[0])->measure, ctg_table_get_series (table, series[s])->measure) == 0;
  if (!suits && reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_ONE_MEASURE, NULL);

  return suits;
}
