/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of countries and areas in the locale's language: ICU's (CLDR), through a short table of our own. */

#include "base/ctg-locale-private.h"

#include <string.h>

typedef struct
{
  char language[3];
  char alpha2[3];
  const char *name;
} Name;

/* Where CLDR's name is a heading of a list rather than a name in a sentence, or carries an administrative addition that
 * no source prints. Sorted by nothing: it is short. */
static const Name names[] = {
  { "en", "BA", "Bosnia and Herzegovina" },
};

static char *
find_own_name (const CtgLocale *self,
               const char      *alpha2)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (strcmp (names[i].alpha2, alpha2) == 0 && strncmp (names[i].language, self->icu_id, 2) == 0 && !g_ascii_isalpha (self->icu_id[2]))
        return g_strdup (names[i].name);
    }

  return NULL;
}

static ULocaleDisplayNames *
open_names (const char *icu_id,
            bool        is_short)
{
  UDisplayContext contexts[] = {
    is_short ? UDISPCTX_LENGTH_SHORT : UDISPCTX_LENGTH_FULL, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU, UDISPCTX_NO_SUBSTITUTE,
  };
  UErrorCode status = U_ZERO_ERROR;
  ULocaleDisplayNames *result = uldn_openForContext (icu_id, contexts, G_N_ELEMENTS (contexts), &status);

  return U_SUCCESS (status) ? result : NULL;
}

static char *
find_icu_name (const CtgLocale *self,
               const char      *alpha2,
               bool             is_short)
{
  CtgLocale *mutable = (CtgLocale *) self;
  UErrorCode status = U_ZERO_ERROR;
  UChar name[256];
  int length = 0;

  if (strlen (alpha2) != 2 || !g_ascii_isupper (alpha2[0]) || !g_ascii_isupper (alpha2[1]))
    return NULL;

  g_mutex_lock (&mutable->mutex);
  if (mutable->names[is_short] == NULL)
    mutable->names[is_short] = open_names (self->icu_id, is_short);
  if (mutable->names[is_short] != NULL)
    length = uldn_regionDisplayName (mutable->names[is_short], alpha2, name, G_N_ELEMENTS (name), &status);
  g_mutex_unlock (&mutable->mutex);

  return U_SUCCESS (status) && length > 0 && length <= (int) G_N_ELEMENTS (name) ? ctg_utf8_from_icu (name, length) : NULL;
}

char *
ctg_locale_region_name (const CtgLocale *self,
                        const char      *alpha2)
{
  g_return_val_if_fail (self != NULL && alpha2 != NULL, NULL);

  char *name = find_own_name (self, alpha2);

  return name != NULL ? name : find_icu_name (self, alpha2, false);
}

char *
ctg_locale_region_short_name (const CtgLocale *self,
                              const char      *alpha2)
{
  g_return_val_if_fail (self != NULL && alpha2 != NULL, NULL);

  g_autofree char *full = find_icu_name (self, alpha2, false);
  g_autofree char *name = find_icu_name (self, alpha2, true);

  /* CLDR repeats the full form where it has no shorter one; then our own table speaks first. */
  if (name != NULL && g_strcmp0 (name, full) != 0)
    return g_steal_pointer (&name);

  return ctg_locale_region_name (self, alpha2);
}
