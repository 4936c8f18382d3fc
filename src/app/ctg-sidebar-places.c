/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds datasets by the countries in them. Must not keep a dataset: only names are wanted. */

#include "app/ctg-sidebar-places.h"

#include <string.h>

#include "app/ctg-window-locale.h"
#include "data/ctg-country.h"
#include "data/ctg-library.h"

/* In bytes of UTF-8. */
#define SHORTEST_WORD 3

static void
append_region (GString         *names,
               const CtgLocale *locale,
               const char      *alpha2)
{
  g_autofree char *name = ctg_locale_region_name (locale, alpha2);

  if (name != NULL)
    g_string_append_printf (names, " %s", name);
}

char *
ctg_sidebar_places_new (const char *dataset_id)
{
  g_autoptr(CtgDataset) dataset = ctg_library_load (dataset_id, NULL);
  g_autoptr(CtgLocale) english = ctg_locale_new ("en");
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GString) names = g_string_new (NULL);

  for (unsigned int i = 0; dataset != NULL && i < ctg_dataset_get_n_claims (dataset); i++)
    {
      const CtgClaim *claim = ctg_dataset_get_claim (dataset, i);
      const CtgCountry *country = ctg_country_get (claim->code);

      if (claim->aggregate || claim->level != CTG_LEVEL_COUNTRY || !g_hash_table_add (seen, (gpointer) claim->name))
        continue;
      g_string_append_printf (names, " %s", claim->name);
      if (country == NULL)
        continue;
      append_region (names, english, country->alpha2);
      append_region (names, ctg_window_locale_get (), country->alpha2);
    }

  return ctg_text_fold (names->str);
}

gboolean
ctg_sidebar_places_match (const char *places,
                          const char *word)
{
  if (strlen (word) < SHORTEST_WORD)
    return FALSE;

  for (const char *at = strstr (places, word); at != NULL; at = strstr (at + 1, word))
    {
      if (at == places || at[-1] == ' ')
        return TRUE;
    }

  return FALSE;
}
