/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of countries and areas in the locale's language: ICU's (CLDR), with a few settled by us. */

#include <string.h>

#include "base/ctg-english.h"
#include "base/ctg-locale-private.h"

typedef struct
{
  char language[3];
  char alpha2[3];
  const char *name;
} Name;

/* CLDR tells the two Congos apart by their capitals, as no source does. Turkey is what the sources print and what CLDR said up to
 * release 42; it says Türkiye since, and the same figure must not read otherwise on another machine. */
static const Name names[] = {
  { "en", "CD", "DR Congo" },
  { "en", "CG", "Congo" },
  { "en", "TR", "Turkey" },
};

/* Short forms in common use that CLDR lacks. */
static const Name short_names[] = {
  { "ar", "AE", "الإمارات" },
  { "ar", "SA", "السعودية" },
  { "de", "AE", "VAE" },
  { "de", "BA", "Bosnien" },
  { "en", "AE", "UAE" },
  { "es", "BA", "Bosnia" },
  { "fr", "BA", "Bosnie" },
  { "ru", "ZA", "ЮАР" },
};

/* Here CLDR's full name carries an administrative addition ("Hong Kong SAR China", "Myanmar (Burma)", "Palestinian
 * Territories") and its short one is the name that sources print. */
static const char short_is_usual[][3] = { "HK", "MM", "MO", "PS" };

static char *
find_own_name (const CtgLocale *self,
               const Name      *list,
               unsigned int     n,
               const char      *alpha2)
{
  for (unsigned int i = 0; i < n; i++)
    {
      if (strcmp (list[i].alpha2, alpha2) == 0 && strncmp (list[i].language, self->icu_id, 2) == 0 && !g_ascii_isalpha (self->icu_id[2]))
        return g_strdup (list[i].name);
    }

  return NULL;
}

static bool
is_short_usual (const char *alpha2)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (short_is_usual); i++)
    {
      if (strcmp (short_is_usual[i], alpha2) == 0)
        return true;
    }

  return false;
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

/* CLDR's English lists names as a form does: "Trinidad & Tobago". In a table or a sentence the word is better. */
static char *
spell_out_and (char *name)
{
  if (strstr (name, " & ") == NULL)
    return name;

  g_auto(GStrv) parts = g_strsplit (name, " & ", -1);

  g_free (name);

  return g_strjoinv (" and ", parts);
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

  const char *english = self->is_english ? ctg_english_find_region (alpha2, is_short) : NULL;

  if (english != NULL)
    return spell_out_and (g_strdup (english));

  g_mutex_lock (&mutable->mutex);
  if (mutable->names[is_short] == NULL)
    mutable->names[is_short] = open_names (self->icu_id, is_short);
  if (mutable->names[is_short] != NULL)
    length = uldn_regionDisplayName (mutable->names[is_short], alpha2, name, G_N_ELEMENTS (name), &status);
  g_mutex_unlock (&mutable->mutex);

  if (U_FAILURE (status) || length <= 0 || length > (int) G_N_ELEMENTS (name))
    return NULL;

  char *text = ctg_utf8_from_icu (name, length);

  return g_str_has_prefix (self->icu_id, "en") ? spell_out_and (text) : text;
}

char *
ctg_locale_region_name (const CtgLocale *self,
                        const char      *alpha2)
{
  g_return_val_if_fail (self != NULL && alpha2 != NULL, NULL);

  char *name = find_own_name (self, names, G_N_ELEMENTS (names), alpha2);

  return name != NULL ? name : find_icu_name (self, alpha2, is_short_usual (alpha2));
}

char *
ctg_locale_region_short_name (const CtgLocale *self,
                              const char      *alpha2)
{
  g_return_val_if_fail (self != NULL && alpha2 != NULL, NULL);

  char *own = find_own_name (self, short_names, G_N_ELEMENTS (short_names), alpha2);

  if (own != NULL)
    return own;

  g_autofree char *full = find_icu_name (self, alpha2, false);
  g_autofree char *name = find_icu_name (self, alpha2, true);

  /* CLDR repeats the full name where it has no short one; then a name of our own comes first. */
  if (name != NULL && g_strcmp0 (name, full) != 0)
    return g_steal_pointer (&name);

  return ctg_locale_region_name (self, alpha2);
}
