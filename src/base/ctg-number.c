/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes and reads numbers for machines. It must never consult a locale: printf's %g and %f do, so g_ascii_formatd() stands in. */

#include "base/ctg-number.h"

#include <math.h>
#include <string.h>

#include "base/ctg-append.h"

/* Below this every integer is written without an exponent, and 15 digits hold it exactly. */
#define MAX_PLAIN_INTEGER 1e15
/* A decimal of this size times 10^6 is still far from 2^63. */
#define MAX_FAST_FIXED 1e11
#define MAX_DECIMALS 6

/* Numbers as people write them have a few decimals. A whole number below 2^53 divided by a power of ten below 10^23 is rounded once, as
 * reading the decimal is: where that gives the value back, no shorter text does. */
static bool
append_plain_decimal (GString *string,
                      double   value)
{
  double power = 1;

  if (fabs (value) < 1e-3 || fabs (value) >= 1e8)
    return false;

  for (unsigned int decimals = 1; decimals <= MAX_DECIMALS; decimals++)
    {
      power *= 10;
      if (round (value * power) / power != value)
        continue;
      ctg_number_append_fixed (string, value, decimals);
      return true;
    }

  return false;
}

void
ctg_number_append_shortest (GString *string,
                            double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (string != NULL);
  g_return_if_fail (isfinite (value));

  if (value == trunc (value) && fabs (value) < MAX_FAST_FIXED && !signbit (value))
    {
      ctg_number_append_fixed (string, value, 0);
      return;
    }
  if (value == trunc (value) && fabs (value) < MAX_PLAIN_INTEGER)
    {
      g_string_append (string, signbit (value) && value == 0 ? "-0" : g_ascii_formatd (buffer, sizeof buffer, "%.0f", value));
      return;
    }

  if (append_plain_decimal (string, value))
    return;

  static const char *const formats[] = { "%.15g", "%.16g", "%.17g" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_ascii_formatd (buffer, sizeof buffer, formats[i], value);
      if (g_ascii_strtod (buffer, NULL) == value)
        break;
    }
  g_string_append (string, buffer);
}

void
ctg_number_append_fixed (GString     *string,
                         double       value,
                         unsigned int decimals)
{
  static const gint64 powers[MAX_DECIMALS + 1] = { 1, 10, 100, 1000, 10000, 100000, 1000000 };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_if_fail (string != NULL);
  g_return_if_fail (isfinite (value));

  decimals = MIN (decimals, MAX_DECIMALS);

  /* Beyond this size decimals mean nothing, and printf's %f would write up to 309 digits. */
  if (fabs (value) >= MAX_FAST_FIXED)
    {
      ctg_number_append_shortest (string, round (value));
      return;
    }

  gint64 scaled = llround (value * powers[decimals]);
  guint64 size = scaled < 0 ? -scaled : scaled;
  char *end = buffer + sizeof buffer;
  char *start = end;
  unsigned int place = 0;
  bool started = false;

  for (; size > 0 || place <= decimals; place++, size /= 10)
    {
      unsigned int digit = size % 10;

      if (place == decimals && started)
        *--start = '.';
      if (digit != 0 || place >= decimals)
        started = true;
      if (started)
        *--start = '0' + digit;
    }

  if (scaled < 0)
    *--start = '-';
  ctg_append (string, start, end - start);
}

bool
ctg_length_parse (const char *text,
                  double     *points)
{
  static const struct
  {
    char unit[3];
    double points;
  } units[] = {
    { "mm", CTG_PT_PER_MM }, { "cm", 10 * CTG_PT_PER_MM }, { "in", 72 }, { "pt", 1 }, { "px", 0.75 },
  };

  g_return_val_if_fail (text != NULL, false);
  g_return_val_if_fail (points != NULL, false);

  while (*text == ' ')
    text++;

  size_t n_number = strspn (text, "0123456789.");

  if (n_number == 0 || n_number > 20 || (text[0] == '.' && n_number == 1))
    return false;

  char *end = NULL;
  g_autofree char *number = g_strndup (text, n_number);
  double value = g_ascii_strtod (number, &end);

  if (*end != '\0' || !isfinite (value) || value <= 0)
    return false;

  const char *unit = text + n_number;

  while (*unit == ' ')
    unit++;

  for (unsigned int i = 0; i < G_N_ELEMENTS (units); i++)
    {
      if (g_str_has_prefix (unit, units[i].unit) && strspn (unit + 2, " ") == strlen (unit + 2))
        {
          *points = value * units[i].points;
          return true;
        }
    }

  return false;
}
