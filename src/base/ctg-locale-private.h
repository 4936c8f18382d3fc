/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of CtgLocale share. Private to src/base. Every ICU object is opened when first asked for, under the
 * mutex; opened objects are only used while it is held, except for the collator and the symbols, which ICU lets threads share. */

#pragma once

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/unum.h>

#include "base/ctg-locale.h"
#include "base/ctg-phrase-catalog.h"

G_BEGIN_DECLS

#define CTG_LOCALE_MAX_DECIMALS 6

typedef enum
{
  CTG_LOCALE_NUMBER,
  CTG_LOCALE_PERCENT,
  CTG_LOCALE_SCIENTIFIC,
  CTG_LOCALE_N_NUMBERS,
} CtgLocaleNumber;

/* How much of a date is known, full and abbreviated. */
typedef enum
{
  CTG_LOCALE_YEAR,
  CTG_LOCALE_MONTH,
  CTG_LOCALE_DAY,
  CTG_LOCALE_N_PRECISIONS,
} CtgLocalePrecision;

struct _CtgLocale
{
  gatomicrefcount ref_count;
  char *language;                          /* as given, canonical BCP 47 */
  char *icu_id;                            /* with Latin digits and the Gregorian calendar */
  const CtgPhraseCatalog *catalog;         /* nullable: English */
  bool is_rtl;
  bool is_english;                         /* the default language: see ctg-english.h */

  GMutex mutex;
  UNumberFormat *numbers[CTG_LOCALE_N_NUMBERS];
  unsigned int decimals[CTG_LOCALE_N_NUMBERS]; /* as set in numbers */
  UDateTimePatternGenerator *patterns;
  UDateFormat *dates[CTG_LOCALE_N_PRECISIONS][2];
  UDateIntervalFormat *intervals[CTG_LOCALE_N_PRECISIONS][2];
  ULocaleDisplayNames *names[2];           /* full, short */
  UCollator *collator;
};

/* From ICU's UTF-16, all of it or nothing: NULL for what cannot be converted. */
char   *ctg_utf8_from_icu  (const UChar *text,
                            int          length) G_GNUC_WARN_UNUSED_RESULT;
/* Terminated with 0. length (of the result) may be NULL. */
UChar  *ctg_utf8_to_icu    (const char *text,
                            int        *length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
