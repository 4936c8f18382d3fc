/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names, dates and whole numbers of the default language from the table made at build time. Must say exactly what ICU says; a test
 * compares the two. */

#include "base/ctg-english.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static int
compare_code (const void *alpha2,
              const void *region)
{
  return strcmp (alpha2, ((const CtgEnglishRegion *) region)->alpha2);
}

const char *
ctg_english_find_region (const char *alpha2,
                         bool        brief)
{
  const CtgEnglishRegion *region = bsearch (alpha2, ctg_english_regions, ctg_english_n_regions, sizeof *region, compare_code);

  if (region == NULL)
    return NULL;
  return brief ? region->brief : region->full;
}

char *
ctg_english_format_date (int  year,
                         int  month,
                         int  day,
                         int  precision,
                         bool abbreviated)
{
  GString *text = g_string_new (NULL);

  for (const char *at = ctg_english_date_patterns[precision][abbreviated]; *at != '\0';)
    {
      size_t n = strspn (at, (char[]) { *at, '\0' });

      switch (*at)
        {
        case 'y':
          g_string_append_printf (text, "%d", year);
          break;

        case 'M':
          g_string_append (text, ctg_english_months[n == 3][month - 1]);
          break;

        case 'd':
          g_string_append_printf (text, "%d", day);
          break;

        default:
          g_string_append_len (text, at, n);
        }
      at += n;
    }

  return g_string_free (text, FALSE);
}

char *
ctg_english_format_number (double value)
{
  char digits[32];
  GString *text = g_string_new (value < 0 ? "−" : NULL);
  int length = g_snprintf (digits, sizeof digits, "%.0f", fabs (value));

  for (int i = 0; i < length; i++)
    {
      if (i > 0 && (length - i) % 3 == 0)
        g_string_append (text, ctg_english_group_separator);
      g_string_append_c (text, digits[i]);
    }

  return g_string_free (text, FALSE);
}

char *
ctg_english_format_list (const char *const *items)
{
  GString *text = g_string_new (items[0]);
  bool pair = items[2] == NULL;

  for (unsigned int i = 1; items[i] != NULL; i++)
    {
      g_string_append (text, ctg_english_list_separators[pair ? 0 : items[i + 1] != NULL ? 1 : 2]);
      g_string_append (text, items[i]);
    }

  return g_string_free (text, FALSE);
}
