/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes showcase figures from their settings. It draws nothing. */

#include "file/ctg-showcase.h"

#include <string.h>

static const CtgShowcase showcases[] = {
#define SHOWCASE(name, dataset, settings) { name, dataset, settings },
#include "file/ctg-showcases.def"
#undef SHOWCASE
};

unsigned int
ctg_showcase_get_n (void)
{
  return G_N_ELEMENTS (showcases);
}

const CtgShowcase *
ctg_showcase_get (unsigned int index)
{
  g_return_val_if_fail (index < G_N_ELEMENTS (showcases), NULL);

  return &showcases[index];
}

CtgFigure *
ctg_showcase_make_figure (const CtgShowcase *self,
                          GError           **error)
{
  g_autoptr(CtgFigure) bundled = ctg_figure_load_bundled (self->dataset, error);
  g_auto(GStrv) settings = g_strsplit (self->settings, ";", -1);
  g_autoptr(CtgSpec) spec = bundled != NULL ? ctg_spec_ref (ctg_figure_get_spec (bundled)) : NULL;

  for (unsigned int i = 0; spec != NULL && settings[i] != NULL; i++)
    {
      g_autoptr(CtgSpec) before = g_steal_pointer (&spec);
      char *value = strchr (settings[i], '=');

      g_assert (value != NULL);
      *value++ = '\0';
      spec = ctg_spec_with (before, settings[i], value, error);
    }

  return spec != NULL ? ctg_figure_with_spec (bundled, spec) : NULL;
}
