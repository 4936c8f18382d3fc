/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and lists as the locale writes them. */

#include "base/ctg-locale-private.h"

#include <math.h>
#include <string.h>
#include <unicode/ulistformatter.h>

#include "base/ctg-english.h"
#include "base/ctg-number.h"

#define MAX_ENGLISH_NUMBER 1e15

#define MINUS_SIGN 0x2212

/* ICU's own minus of right-to-left locales has a direction mark before the hyphen, which has to stay. */
static void
set_minus_sign (UNumberFormat *format)
{
  UErrorCode status = U_ZERO_ERROR;
  UChar symbol[8];
  int length = unum_getSymbol (format, UNUM_MINUS_SIGN_SYMBOL, symbol, G_N_ELEMENTS (symbol), &status);

  if (U_FAILURE (status) || length > (int) G_N_ELEMENTS (symbol))
    return;
  for (int i = 0; i < length; i++)
    {
      if (symbol[i] == '-')
        symbol[i] = MINUS_SIGN;
    }
  unum_setSymbol (format, UNUM_MINUS_SIGN_SYMBOL, symbol, length, &status);
}

static UNumberFormat *
open_number (const char     *icu_id,
             CtgLocaleNumber kind)
{
  UErrorCode status = U_ZERO_ERROR;
  static const UNumberFormatStyle styles[] = { UNUM_DECIMAL, UNUM_PERCENT, UNUM_SCIENTIFIC };
  UNumberFormat *format = unum_open (styles[kind], NULL, 0, icu_id, NULL, &status);

  if (U_FAILURE (status))
    return NULL;
  set_minus_sign (format);
  unum_setAttribute (format, UNUM_MULTIPLIER, 1);
  /* Spanish writes 6000 and 60.000. */
  unum_setAttribute (format, UNUM_MINIMUM_GROUPING_DIGITS, UNUM_MINIMUM_GROUPING_DIGITS_AUTO);
  unum_setAttribute (format, UNUM_MIN_FRACTION_DIGITS, 0);
  unum_setAttribute (format, UNUM_MAX_FRACTION_DIGITS, 0);
  unum_setAttribute (format, UNUM_ROUNDING_MODE, UNUM_ROUND_HALFUP);

  return format;
}

/* Enough decimals for one digit that is not zero. */
static unsigned int
get_decimals (double       value,
              unsigned int max_decimals)
{
  max_decimals = MIN (max_decimals, CTG_LOCALE_MAX_DECIMALS);
  while (value != 0 && max_decimals < CTG_LOCALE_MAX_DECIMALS && fabs (value) < 0.5 * pow (10, -(double) max_decimals))
    max_decimals++;

  return max_decimals;
}

static char *
format_number (const CtgLocale *self,
               CtgLocaleNumber  kind,
               double           value,
               unsigned int     max_decimals)
{
  CtgLocale *mutable = (CtgLocale *) self;
  UErrorCode status = U_ZERO_ERROR;
  UChar text[400];
  int length = 0;

  max_decimals = get_decimals (value, max_decimals);
  if (kind == CTG_LOCALE_NUMBER && value != 0 && fabs (value) < 0.5 * pow (10, -(double) max_decimals))
    {
      kind = CTG_LOCALE_SCIENTIFIC;
      max_decimals = 1;
    }
  /* No "−0". */
  if (value == 0 || (kind == CTG_LOCALE_PERCENT && fabs (value) < 0.5 * pow (10, -(double) max_decimals)))
    value = 0;
  /* Whole numbers look the same; asking for no decimals spares ICU a change of mind. */
  if (value == trunc (value))
    max_decimals = 0;
  if (self->is_english && kind == CTG_LOCALE_NUMBER && value == trunc (value) && fabs (value) < MAX_ENGLISH_NUMBER)
    return ctg_english_format_number (value);

  g_mutex_lock (&mutable->mutex);
  if (mutable->numbers[kind] == NULL)
    {
      mutable->numbers[kind] = open_number (self->icu_id, kind);
      mutable->decimals[kind] = 0;
    }
  if (mutable->numbers[kind] != NULL)
    {
      /* Setting an attribute makes ICU build its formatter anew. */
      if (mutable->decimals[kind] != max_decimals)
        unum_setAttribute (mutable->numbers[kind], UNUM_MAX_FRACTION_DIGITS, max_decimals);
      mutable->decimals[kind] = max_decimals;
      length = unum_formatDouble (mutable->numbers[kind], value, text, G_N_ELEMENTS (text), NULL, &status);
    }
  g_mutex_unlock (&mutable->mutex);

  char *result = U_SUCCESS (status) && length > 0 && length <= (int) G_N_ELEMENTS (text) ? ctg_utf8_from_icu (text, length) : NULL;

  if (result != NULL)
    return result;

  /* Only where ICU has lost its data files. */
  GString *plain = g_string_new (NULL);

  if (isfinite (value))
    ctg_number_append_fixed (plain, value, max_decimals);

  return g_string_free (plain, FALSE);
}

char *
ctg_locale_format_number (const CtgLocale *self,
                          double           value,
                          unsigned int     max_decimals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_number (self, CTG_LOCALE_NUMBER, value, max_decimals);
}

char *
ctg_locale_format_percent (const CtgLocale *self,
                           double           value,
                           unsigned int     max_decimals)
{
  g_return_val_if_fail (self != NULL, NULL);

  return format_number (self, CTG_LOCALE_PERCENT, value, max_decimals);
}

static char *
format_list (UListFormatter *formatter,
             UChar         **texts,
             const int32_t  *lengths,
             unsigned int    n)
{
  UErrorCode status = U_ZERO_ERROR;
  int length = ulistfmt_format (formatter, (const UChar *const *) texts, lengths, n, NULL, 0, &status);

  if (U_FAILURE (status) && status != U_BUFFER_OVERFLOW_ERROR)
    return NULL;

  g_autofree UChar *text = g_new (UChar, length + 1);

  status = U_ZERO_ERROR;
  ulistfmt_format (formatter, (const UChar *const *) texts, lengths, n, text, length + 1, &status);

  return U_SUCCESS (status) ? ctg_utf8_from_icu (text, length) : NULL;
}

char *
ctg_locale_format_list (const CtgLocale   *self,
                        const char *const *items)
{
  UErrorCode status = U_ZERO_ERROR;

  g_return_val_if_fail (self != NULL && items != NULL, NULL);

  unsigned int n = g_strv_length ((char **) items);

  if (n < 2)
    return g_strdup (n == 1 ? items[0] : "");
  if (self->is_english)
    return ctg_english_format_list (items);

  UListFormatter *formatter = ulistfmt_open (self->icu_id, &status);
  g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autofree int32_t *lengths = g_new (int32_t, n);
  char *result = NULL;

  for (unsigned int i = 0; i < n; i++)
    g_ptr_array_add (texts, ctg_utf8_to_icu (items[i], &lengths[i]));
  if (U_SUCCESS (status))
    result = format_list (formatter, (UChar **) texts->pdata, lengths, n);
  g_clear_pointer (&formatter, ulistfmt_close);

  return result != NULL ? result : g_strjoinv (", ", (char **) items);
}
