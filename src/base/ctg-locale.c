/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a locale, and gives the names of regions and keys for sorting. Numbers, dates and phrases have files of their own. */

#include "base/ctg-locale-private.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/ures.h>
#include <unicode/ustring.h>

#include "base/ctg-english.h"

#define FALLBACK_LANGUAGE "en"

char *
ctg_utf8_from_icu (const UChar *text,
                   int          length)
{
  return g_utf16_to_utf8 ((const gunichar2 *) text, length, NULL, NULL, NULL);
}

UChar *
ctg_utf8_to_icu (const char *text,
                 int        *length)
{
  g_autofree char *valid = g_utf8_validate (text, -1, NULL) ? NULL : g_utf8_make_valid (text, -1);
  glong n_units = 0;
  gunichar2 *units = g_utf8_to_utf16 (valid != NULL ? valid : text, -1, NULL, &n_units, NULL);

  if (length != NULL)
    *length = n_units;

  return (UChar *) units;
}

/* ICU falls back to the language of the process where it does not know one; we must not. */
static bool
is_known_to_icu (const char *id)
{
  UErrorCode status = U_ZERO_ERROR;
  char language[ULOC_LANG_CAPACITY];

  if (uloc_getLanguage (id, language, sizeof language, &status) == 0 || U_FAILURE (status))
    return false;

  UResourceBundle *bundle = ures_open (NULL, language, &status);
  bool known = U_SUCCESS (status) && status != U_USING_DEFAULT_WARNING;

  g_clear_pointer (&bundle, ures_close);

  return known;
}

/* "en" alone means international English: 8 December 2015, "A, B and C". */
static char *
make_icu_id (const char *language)
{
  UErrorCode status = U_ZERO_ERROR;
  char id[ULOC_FULLNAME_CAPACITY] = "";
  g_autofree char *tag = g_strdelimit (g_strdup (language), "_", '-');

  uloc_forLanguageTag (tag, id, sizeof id, NULL, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || !is_known_to_icu (id))
    strcpy (id, FALLBACK_LANGUAGE);

  char *keywords = strchr (id, '@');

  if (keywords != NULL)
    *keywords = '\0';
  if (strcmp (id, "en") == 0)
    strcpy (id, "en_001");

  return g_strconcat (id, "@calendar=gregorian;numbers=latn", NULL);
}

/* "zh", "zh_CN" and "zh_Hans_SG" are written in one script, "zh_TW" is not: who reads the one may not read the other. */
static bool
same_language (const char *a,
               const char *b)
{
  const char *ids[] = { a, b };
  char languages[2][ULOC_LANG_CAPACITY];
  char scripts[2][ULOC_SCRIPT_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  for (unsigned int i = 0; i < 2; i++)
    uloc_getLanguage (ids[i], languages[i], ULOC_LANG_CAPACITY, &status);
  if (U_FAILURE (status) || strcmp (languages[0], languages[1]) != 0)
    return false;

  for (unsigned int i = 0; i < 2; i++)
    {
      char full[ULOC_FULLNAME_CAPACITY];

      uloc_addLikelySubtags (ids[i], full, sizeof full, &status);
      uloc_getScript (full, scripts[i], ULOC_SCRIPT_CAPACITY, &status);
    }

  return U_SUCCESS (status) && strcmp (scripts[0], scripts[1]) == 0;
}

static const CtgPhraseCatalog *
find_catalog (const char *icu_id)
{
  for (unsigned int i = 0; i < ctg_n_phrase_catalogs; i++)
    {
      if (same_language (ctg_phrase_catalogs[i].language, icu_id))
        return &ctg_phrase_catalogs[i];
    }

  return NULL;
}

CtgLocale *
ctg_locale_new (const char *language)
{
  g_return_val_if_fail (language != NULL, ctg_locale_new (FALLBACK_LANGUAGE));

  CtgLocale *self = g_new0 (CtgLocale, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->is_english = strcmp (language, FALLBACK_LANGUAGE) == 0;
  self->icu_id = self->is_english ? g_strdup (CTG_ENGLISH_ICU_ID) : make_icu_id (language);
  self->language = g_strdup (language);
  self->catalog = self->is_english ? NULL : find_catalog (self->icu_id);
  self->is_rtl = !self->is_english && uloc_isRightToLeft (self->icu_id);

  return self;
}

CtgLocale *
ctg_locale_ref (CtgLocale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ctg_locale_unref (CtgLocale *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (unsigned int i = 0; i < CTG_LOCALE_N_NUMBERS; i++)
    g_clear_pointer (&self->numbers[i], unum_close);
  for (unsigned int i = 0; i < CTG_LOCALE_N_PRECISIONS; i++)
    {
      for (unsigned int j = 0; j < 2; j++)
        {
          g_clear_pointer (&self->dates[i][j], udat_close);
          g_clear_pointer (&self->intervals[i][j], udtitvfmt_close);
        }
    }
  for (unsigned int i = 0; i < 2; i++)
    g_clear_pointer (&self->names[i], uldn_close);
  g_clear_pointer (&self->patterns, udatpg_close);
  g_clear_pointer (&self->collator, ucol_close);

  g_mutex_clear (&self->mutex);
  g_free (self->icu_id);
  g_free (self->language);
  g_free (self);
}

const char *
ctg_locale_get_language (const CtgLocale *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

bool
ctg_locale_is_rtl (const CtgLocale *self)
{
  g_return_val_if_fail (self != NULL, false);

  return self->is_rtl;
}

static UCollator *
open_collator (const char *icu_id)
{
  UErrorCode status = U_ZERO_ERROR;
  UCollator *collator = ucol_open (icu_id, &status);

  if (U_FAILURE (status))
    return NULL;
  ucol_setAttribute (collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);

  return collator;
}

/* Appends the key of text with its final 0. */
static void
append_key (const UCollator *collator,
            const char      *text,
            GByteArray      *keys)
{
  enum { ROOM = 256 };
  UChar stack[ROOM];
  g_autofree UChar *heap = NULL;
  const UChar *units = stack;
  unsigned int start = keys->len;
  UErrorCode status = U_ZERO_ERROR;
  int n_units;

  /* Most texts are short; converting them costs little without an allocation for each. */
  u_strFromUTF8 (stack, ROOM, &n_units, text, -1, &status);
  if (U_FAILURE (status))
    units = heap = ctg_utf8_to_icu (text, &n_units);

  g_byte_array_set_size (keys, start + ROOM);

  int length = ucol_getSortKey (collator, units, n_units, keys->data + start, ROOM);

  g_byte_array_set_size (keys, start + length);
  if (length > ROOM)
    ucol_getSortKey (collator, units, n_units, keys->data + start, length);
}

char *
ctg_locale_collation_keys (const CtgLocale   *self,
                           const char *const *texts,
                           unsigned int       n_texts,
                           size_t            *starts)
{
  g_return_val_if_fail (self != NULL && (n_texts == 0 || (texts != NULL && starts != NULL)), NULL);

  CtgLocale *mutable = (CtgLocale *) self;
  GByteArray *keys = g_byte_array_new ();

  g_mutex_lock (&mutable->mutex);
  if (mutable->collator == NULL)
    mutable->collator = open_collator (self->icu_id);
  g_mutex_unlock (&mutable->mutex);

  for (unsigned int i = 0; i < n_texts; i++)
    {
      starts[i] = keys->len;
      if (self->collator != NULL)
        append_key (self->collator, texts[i], keys);
      else
        g_byte_array_append (keys, (const guint8 *) texts[i], strlen (texts[i]) + 1);
    }

  return (char *) g_byte_array_free (keys, FALSE);
}

char *
ctg_locale_collation_key (const CtgLocale *self,
                          const char      *text)
{
  size_t start;

  g_return_val_if_fail (self != NULL && text != NULL, g_strdup (""));

  return ctg_locale_collation_keys (self, &text, 1, &start);
}
