/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads, compares and writes dates of reduced precision. It must not know how dates look in a language; see ctg-locale-date.c. */

#include "base/ctg-date.h"

#include <string.h>

#define MIN_YEAR 1000
#define MAX_YEAR 2999

static unsigned int
get_last_day_of_month (const CtgDatePart *part)
{
  return g_date_get_days_in_month (part->month, part->year);
}

/* Reads exactly n digits; -1 where there are none. */
static int
read_digits (const char  *text,
             unsigned int n)
{
  int value = 0;

  for (unsigned int i = 0; i < n; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        return -1;
      value = value * 10 + (text[i] - '0');
    }

  return value;
}

static bool
parse_part (const char  *text,
            size_t       length,
            CtgDatePart *part)
{
  CtgDatePart result = { 0 };

  if (length != 4 && length != 7 && length != 10)
    return false;

  int year = read_digits (text, 4);

  if (year < MIN_YEAR || year > MAX_YEAR)
    return false;
  result.year = year;

  if (length >= 7)
    {
      int month = text[4] == '-' ? read_digits (text + 5, 2) : -1;

      if (month < 1 || month > 12)
        return false;
      result.month = month;
    }

  if (length == 10)
    {
      int day = text[7] == '-' ? read_digits (text + 8, 2) : -1;

      if (day < 1 || day > (int) get_last_day_of_month (&result))
        return false;
      result.day = day;
    }

  *part = result;

  return true;
}

static unsigned int
get_first_day (const CtgDatePart *part)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, MAX (part->day, 1), MAX (part->month, 1), part->year);

  return g_date_get_julian (&date);
}

static unsigned int
get_last_day (const CtgDatePart *part)
{
  CtgDatePart last = *part;
  GDate date;

  if (last.month == 0)
    last.month = 12;
  if (last.day == 0)
    last.day = get_last_day_of_month (&last);

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, last.day, last.month, last.year);

  return g_date_get_julian (&date);
}

static void
append_part (GString           *string,
             const CtgDatePart *part)
{
  g_string_append_printf (string, "%04d", part->year);
  if (part->month != 0)
    g_string_append_printf (string, "-%02d", part->month);
  if (part->day != 0)
    g_string_append_printf (string, "-%02d", part->day);
}

static bool
part_equal (const CtgDatePart *a,
            const CtgDatePart *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

bool
ctg_date_parse (const char *text,
                CtgDate    *date)
{
  CtgDate result = { 0 };

  g_return_val_if_fail (date != NULL, false);

  if (text == NULL)
    {
      *date = result;
      return true;
    }

  const char *slash = strchr (text, '/');

  if (slash == NULL)
    {
      if (!parse_part (text, strlen (text), &result.start))
        return false;
      result.end = result.start;
    }
  else
    {
      if (!parse_part (text, slash - text, &result.start) || !parse_part (slash + 1, strlen (slash + 1), &result.end))
        return false;
      if (get_last_day (&result.end) < get_first_day (&result.start))
        return false;
    }

  *date = result;

  return true;
}

bool
ctg_date_is_known (const CtgDate *date)
{
  g_return_val_if_fail (date != NULL, false);

  return date->start.year != 0;
}

char *
ctg_date_to_text (const CtgDate *date)
{
  g_return_val_if_fail (date != NULL, NULL);

  if (!ctg_date_is_known (date))
    return NULL;

  GString *string = g_string_new (NULL);

  append_part (string, &date->start);
  if (!part_equal (&date->start, &date->end))
    {
      g_string_append_c (string, '/');
      append_part (string, &date->end);
    }

  return g_string_free (string, FALSE);
}

void
ctg_date_get_days (const CtgDate *date,
                   unsigned int  *first,
                   unsigned int  *last)
{
  g_return_if_fail (date != NULL);

  bool known = ctg_date_is_known (date);

  if (first != NULL)
    *first = known ? get_first_day (&date->start) : 0;
  if (last != NULL)
    *last = known ? get_last_day (&date->end) : 0;
}

int
ctg_date_compare (const CtgDate *a,
                  const CtgDate *b)
{
  unsigned int a_first, a_last, b_first, b_last;

  if (part_equal (&a->start, &b->start) && part_equal (&a->end, &b->end))
    return 0;

  ctg_date_get_days (a, &a_first, &a_last);
  ctg_date_get_days (b, &b_first, &b_last);

  if (a_last != b_last)
    return a_last < b_last ? -1 : 1;
  if (a_first != b_first)
    return a_first < b_first ? -1 : 1;

  return 0;
}
