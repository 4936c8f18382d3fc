/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as the locale writes them, each with as much as is known: ICU's patterns for year, month and day, and its
 * intervals where both ends are known alike. */

#include "base/ctg-locale-private.h"

#include <unicode/ucal.h>

#include "base/ctg-english.h"

#define MS_PER_DAY 86400000.0
#define EPOCH_JULIAN 719163 /* GDate's day number of 1970-01-01 */
#define FIRST_GREGORIAN_YEAR 1583 /* ICU's interval format knows only its own change of calendars */
#define MAX_TEXT 256

static const char *const skeletons[CTG_LOCALE_N_PRECISIONS][2] = { { "y", "y" }, { "yMMMM", "yMMM" }, { "yMMMMd", "yMMMd" } };

static CtgLocalePrecision
get_precision (const CtgDatePart *part)
{
  if (part->month == 0)
    return CTG_LOCALE_YEAR;

  return part->day == 0 ? CTG_LOCALE_MONTH : CTG_LOCALE_DAY;
}

static UDate
get_time (const CtgDatePart *part)
{
  CtgDate date = { *part, *part };
  unsigned int first;

  ctg_date_get_days (&date, &first, NULL);

  return ((double) first - EPOCH_JULIAN) * MS_PER_DAY;
}

static void
make_proleptic (UDateFormat *format)
{
  UErrorCode status = U_ZERO_ERROR;
  UCalendar *calendar = ucal_clone (udat_getCalendar (format), &status);

  if (U_SUCCESS (status))
    {
      ucal_setGregorianChange (calendar, -1e15, &status);
      udat_setCalendar (format, calendar);
    }
  g_clear_pointer (&calendar, ucal_close);
}

/* The language's own order of the parts. The generator is slow to make and serves every form. */
static UDateFormat *
open_pattern (CtgLocale  *self,
              const char *skeleton,
              UErrorCode *status)
{
  if (self->patterns == NULL)
    self->patterns = udatpg_open (self->icu_id, status);
  if (U_FAILURE (*status))
    return NULL;

  g_autofree UChar *form = ctg_utf8_to_icu (skeleton, NULL);
  UChar pattern[MAX_TEXT];
  int length = udatpg_getBestPattern (self->patterns, form, -1, pattern, G_N_ELEMENTS (pattern), status);

  return udat_open (UDAT_PATTERN, UDAT_PATTERN, self->icu_id, u"UTC", 3, pattern, length, status);
}

/* The full form of a day is the language's long one, which needs no generator: figures have little else. */
static UDateFormat *
open_date (CtgLocale         *self,
           CtgLocalePrecision precision,
           bool               abbreviated)
{
  UErrorCode status = U_ZERO_ERROR;
  UDateFormat *format = precision == CTG_LOCALE_DAY && !abbreviated
                        ? udat_open (UDAT_NONE, UDAT_LONG, self->icu_id, u"UTC", 3, NULL, 0, &status)
                        : open_pattern (self, skeletons[precision][abbreviated], &status);

  if (U_FAILURE (status))
    return NULL;
  make_proleptic (format);

  return format;
}

/* The three formatters below are called with the mutex held. */
static char *
format_part (CtgLocale         *self,
             const CtgDatePart *part,
             bool               abbreviated)
{
  CtgLocalePrecision precision = get_precision (part);
  UDateFormat **format = &self->dates[precision][abbreviated];
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];

  if (self->is_english)
    return ctg_english_format_date (part->year, part->month, part->day, precision, abbreviated);
  if (*format == NULL)
    *format = open_date (self, precision, abbreviated);
  if (*format == NULL)
    return NULL;

  int length = udat_format (*format, get_time (part), text, G_N_ELEMENTS (text), NULL, &status);

  return U_SUCCESS (status) && length <= (int) G_N_ELEMENTS (text) ? ctg_utf8_from_icu (text, length) : NULL;
}

static char *
format_interval (CtgLocale     *self,
                 const CtgDate *date,
                 bool           abbreviated)
{
  CtgLocalePrecision precision = get_precision (&date->start);
  UDateIntervalFormat **format = &self->intervals[precision][abbreviated];
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];

  if (precision != get_precision (&date->end) || date->start.year < FIRST_GREGORIAN_YEAR)
    return NULL;
  if (*format == NULL)
    {
      g_autofree UChar *skeleton = ctg_utf8_to_icu (skeletons[precision][abbreviated], NULL);

      *format = udtitvfmt_open (self->icu_id, skeleton, -1, u"UTC", 3, &status);
    }
  if (U_FAILURE (status))
    return NULL;

  int length = udtitvfmt_format (*format, get_time (&date->start), get_time (&date->end), text, G_N_ELEMENTS (text), NULL, &status);

  return U_SUCCESS (status) && length <= (int) G_N_ELEMENTS (text) ? ctg_utf8_from_icu (text, length) : NULL;
}

static char *
format_date (CtgLocale     *self,
             const CtgDate *date,
             bool           abbreviated)
{
  if (date->start.year == date->end.year && date->start.month == date->end.month && date->start.day == date->end.day)
    return format_part (self, &date->start, abbreviated);

  char *interval = format_interval (self, date, abbreviated);

  if (interval != NULL)
    return interval;

  g_autofree char *start = format_part (self, &date->start, abbreviated);
  g_autofree char *end = format_part (self, &date->end, abbreviated);

  return start != NULL && end != NULL ? g_strdup_printf ("%s – %s", start, end) : NULL;
}

char *
ctg_locale_format_date (const CtgLocale *self,
                        const CtgDate   *date,
                        bool             abbreviated)
{
  g_return_val_if_fail (self != NULL && date != NULL, NULL);

  if (!ctg_date_is_known (date))
    return g_strdup ("");

  CtgLocale *mutable = (CtgLocale *) self;

  g_mutex_lock (&mutable->mutex);

  char *text = format_date (mutable, date, abbreviated);

  g_mutex_unlock (&mutable->mutex);

  return text != NULL ? text : ctg_date_to_text (date);
}

/* Called with the mutex held. */
static char *
get_month_name (CtgLocale *self,
                int        month)
{
  UDateFormat **format = &self->dates[CTG_LOCALE_DAY][0];
  UErrorCode status = U_ZERO_ERROR;
  UChar text[MAX_TEXT];

  if (self->is_english)
    return g_strdup (ctg_english_months[1][month - 1]);
  if (*format == NULL)
    *format = open_date (self, CTG_LOCALE_DAY, false);
  if (*format == NULL)
    return NULL;

  int length = udat_getSymbols (*format, UDAT_STANDALONE_SHORT_MONTHS, month - 1, text, G_N_ELEMENTS (text), &status);

  return U_SUCCESS (status) && length <= (int) G_N_ELEMENTS (text) ? ctg_utf8_from_icu (text, length) : NULL;
}

char *
ctg_locale_format_month (const CtgLocale *self,
                         int              month)
{
  g_return_val_if_fail (self != NULL && month >= 1 && month <= 12, NULL);

  CtgLocale *mutable = (CtgLocale *) self;

  g_mutex_lock (&mutable->mutex);

  char *name = get_month_name (mutable, month);

  g_mutex_unlock (&mutable->mutex);

  return name != NULL ? name : g_strdup_printf ("%d", month);
}
