/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of a figure, as an explicit input: number and date forms, country names, collation and the
 * figure's own phrases. Nothing here reads the process locale. Immutable after creation and safe to share
 * between threads. Names, collation and dates come from ICU (CLDR); digits are always Latin. */

#pragma once

#include "base/ctg-date.h"
#include "base/ctg-phrases.h"

G_BEGIN_DECLS

typedef struct _CtgLocale CtgLocale;

/* language: BCP 47 ("en", "de", "ar", "zh-Hans"); what ICU does not know falls back to "en" data. Never NULL. */
CtgLocale  *ctg_locale_new              (const char *language) G_GNUC_WARN_UNUSED_RESULT;
CtgLocale  *ctg_locale_ref              (CtgLocale *self);
void        ctg_locale_unref            (CtgLocale *self);

const char *ctg_locale_get_language     (const CtgLocale *self);
bool        ctg_locale_is_rtl           (const CtgLocale *self);

/* "1,234.5" in the locale's separators, at most max_decimals decimals (0 to 6), no trailing zeros; a minus is U+2212. Only zero reads "0": what so few
 * decimals would round to it has one digit that is not zero ("0.003"), or a power of ten ("1.5E−300"). */
char       *ctg_locale_format_number    (const CtgLocale *self,
                                         double           value,
                                         unsigned int     max_decimals) G_GNUC_WARN_UNUSED_RESULT;
/* "12 %" or "12%", as the locale writes it; value 12 means twelve percent. */
char       *ctg_locale_format_percent   (const CtgLocale *self,
                                         double           value,
                                         unsigned int     max_decimals) G_GNUC_WARN_UNUSED_RESULT;
/* "2015", "December 2015", "8 December 2015", "June 2012 – September 2014"; abbreviated: "Dec 2015". */
char       *ctg_locale_format_date      (const CtgLocale *self,
                                         const CtgDate   *date,
                                         bool             abbreviated) G_GNUC_WARN_UNUSED_RESULT;
/* A month (1 to 12) by itself, abbreviated: "Dec". */
char       *ctg_locale_format_month     (const CtgLocale *self,
                                         int              month) G_GNUC_WARN_UNUSED_RESULT;
/* Items joined as a sentence does: "A, B and C". */
char       *ctg_locale_format_list      (const CtgLocale   *self,
                                         const char *const *items) G_GNUC_WARN_UNUSED_RESULT;

/* Name of an ISO 3166-1 alpha-2 region ("XK" is Kosovo) as CLDR has it, through a short table of our own for contested
 * and long names ("Bosnia and Herzegovina" stays; "Hong Kong SAR China" becomes "Hong Kong"). NULL for an unknown code. */
char       *ctg_locale_region_name      (const CtgLocale *self,
                                         const char      *alpha2) G_GNUC_WARN_UNUSED_RESULT;
/* A shorter form where CLDR has one ("UK", "US", "Bosnia"), else the same as ctg_locale_region_name(). */
char       *ctg_locale_region_short_name (const CtgLocale *self,
                                          const char      *alpha2) G_GNUC_WARN_UNUSED_RESULT;

/* A key to compare with strcmp(): ICU collation of the language, numeric runs as numbers. Never NULL. */
char       *ctg_locale_collation_key    (const CtgLocale *self,
                                         const char      *text) G_GNUC_WARN_UNUSED_RESULT;
/* The keys of many texts in one piece of memory, the i-th from starts[i] on; quicker than one by one. NULL where there are none. */
char       *ctg_locale_collation_keys   (const CtgLocale   *self,
                                         const char *const *texts,
                                         unsigned int       n_texts,
                                         size_t            *starts) G_GNUC_WARN_UNUSED_RESULT;

/* Text without accents and case, for searching; independent of the language ("Côte d’Ivoire" gives "cote d'ivoire"). */
char       *ctg_text_fold               (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* The phrase with {0}, {1} … replaced by the arguments (NULL ends the list). Missing translations fall back to English. */
char       *ctg_locale_phrase           (const CtgLocale *self,
                                         CtgPhrase        phrase,
                                         ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
/* The same for phrases with a plural; {0} is the formatted count, {1} … the arguments. */
char       *ctg_locale_phrase_plural    (const CtgLocale *self,
                                         CtgPhrase        phrase,
                                         double           count,
                                         ...) G_GNUC_NULL_TERMINATED G_GNUC_WARN_UNUSED_RESULT;
char       *ctg_locale_phrase_argv      (const CtgLocale   *self,
                                         CtgPhrase          phrase,
                                         const char *const *arguments) G_GNUC_WARN_UNUSED_RESULT;

/* text as one piece in a line of the language: a name in Latin letters within Arabic, or the other way round, is set apart by Unicode isolates
 * (U+2068, U+2069), so that a number beside it does not join it. All other texts as they are. Phrases do this with their arguments by themselves. */
char       *ctg_locale_isolate          (const CtgLocale *self,
                                         const char      *text) G_GNUC_WARN_UNUSED_RESULT;
/* The same for a text that stands alone, such as a title: its first letter decides, whatever else it names, and its full stop stays at its end. */
char       *ctg_locale_isolate_paragraph (const CtgLocale *self,
                                          const char      *text) G_GNUC_WARN_UNUSED_RESULT;

/* A text of the bundled data that stands among the phrases (a title, "Returned"), in the language; any other text as it is. */
char       *ctg_locale_translate        (const CtgLocale *self,
                                         const char      *text) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgLocale, ctg_locale_unref)

G_END_DECLS
