/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs at build time: asks ICU what it says of English and prints it as the C source behind ctg-english.h. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/ulistformatter.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/ustring.h>

#include "base/ctg-english.h"

static UErrorCode status = U_ZERO_ERROR;

static void
check (const char *what)
{
  if (U_SUCCESS (status))
    return;
  fprintf (stderr, "make-english: %s: %s\n", what, u_errorName (status));
  exit (1);
}

static void
print_text (const UChar *text)
{
  char utf8[400];

  u_strToUTF8 (utf8, sizeof utf8, NULL, text, -1, &status);
  check ("text");
  putchar ('"');
  for (const char *at = utf8; *at != '\0'; at++)
    printf (*at == '"' || *at == '\\' ? "\\%c" : "%c", *at);
  putchar ('"');
}

static ULocaleDisplayNames *
open_names (UDisplayContext length)
{
  UDisplayContext contexts[] = { length, UDISPCTX_CAPITALIZATION_FOR_UI_LIST_OR_MENU, UDISPCTX_NO_SUBSTITUTE };
  ULocaleDisplayNames *names = uldn_openForContext (CTG_ENGLISH_ICU_ID, contexts, 3, &status);

  check ("region names");
  return names;
}

static int
compare_codes (const void *a,
               const void *b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* ICU's list of countries, and Kosovo where it is not among them. */
static void
print_regions (void)
{
  ULocaleDisplayNames *names[2] = { open_names (UDISPCTX_LENGTH_FULL), open_names (UDISPCTX_LENGTH_SHORT) };
  const char *codes[400];
  int n = 0;
  int n_printed = 0;
  bool kosovo = false;

  for (const char *const *code = uloc_getISOCountries (); *code != NULL && n < 399; code++)
    {
      kosovo |= strcmp (*code, "XK") == 0;
      codes[n++] = *code;
    }
  if (!kosovo)
    codes[n++] = "XK";
  qsort (codes, n, sizeof *codes, compare_codes);

  printf ("const CtgEnglishRegion ctg_english_regions[] = {\n");
  for (int i = 0; i < n; i++)
    {
      UChar full[200];
      UChar brief[200];
      UErrorCode missing = U_ZERO_ERROR;

      /* Codes withdrawn long ago have no name and are left to ICU. */
      if (uldn_regionDisplayName (names[0], codes[i], full, 200, &missing) <= 0 || U_FAILURE (missing))
        continue;
      uldn_regionDisplayName (names[1], codes[i], brief, 200, &status);
      printf ("  { \"%s\", ", codes[i]);
      print_text (full);
      printf (", ");
      print_text (brief);
      printf (" },\n");
      n_printed++;
    }
  printf ("};\nconst unsigned int ctg_english_n_regions = %d;\n", n_printed);
  uldn_close (names[0]);
  uldn_close (names[1]);
}

static void
print_months (UDateFormat          *format,
              UDateFormatSymbolType type)
{
  printf ("  { ");
  for (int month = 0; month < 12; month++)
    {
      UChar name[100];

      udat_getSymbols (format, type, month, name, 100, &status);
      check ("months");
      print_text (name);
      printf (", ");
    }
  printf ("},\n");
}

static void
print_dates (void)
{
  static const char *const skeletons[3][2] = { { "y", "y" }, { "yMMMM", "yMMM" }, { "yMMMMd", "yMMMd" } };
  UDateFormat *format = udat_open (UDAT_NONE, UDAT_LONG, CTG_ENGLISH_ICU_ID, u"UTC", 3, NULL, 0, &status);
  UDateTimePatternGenerator *generator = udatpg_open (CTG_ENGLISH_ICU_ID, &status);

  check ("dates");
  printf ("const char *const ctg_english_months[2][12] = {\n");
  print_months (format, UDAT_MONTHS);
  print_months (format, UDAT_SHORT_MONTHS);
  printf ("};\nconst char *const ctg_english_date_patterns[3][2] = {\n");
  for (int precision = 0; precision < 3; precision++)
    {
      printf ("  { ");
      for (int abbreviated = 0; abbreviated < 2; abbreviated++)
        {
          UChar skeleton[20];
          UChar pattern[100];

          u_uastrcpy (skeleton, skeletons[precision][abbreviated]);
          if (precision == 2 && abbreviated == 0)
            udat_toPattern (format, false, pattern, 100, &status);
          else
            udatpg_getBestPattern (generator, skeleton, -1, pattern, 100, &status);
          check ("date patterns");
          print_text (pattern);
          printf (", ");
        }
      printf ("},\n");
    }
  printf ("};\n");
  udatpg_close (generator);
  udat_close (format);
}

static void
print_separator (void)
{
  UNumberFormat *format = unum_open (UNUM_DECIMAL, NULL, 0, CTG_ENGLISH_ICU_ID, NULL, &status);
  UChar symbol[8];

  check ("numbers");
  unum_getSymbol (format, UNUM_GROUPING_SEPARATOR_SYMBOL, symbol, 8, &status);
  check ("numbers");
  printf ("const char ctg_english_group_separator[] = ");
  print_text (symbol);
  printf (";\n");
  unum_close (format);
}

/* A list of single letters shows what stands between the items. */
static void
print_between (UListFormatter *formatter,
               int             n,
               char            before,
               char            after)
{
  const UChar letters[4] = { 'a', 'b', 'c', 'd' };
  const UChar *const items[4] = { letters, letters + 1, letters + 2, letters + 3 };
  const int32_t lengths[4] = { 1, 1, 1, 1 };
  UChar list[100];
  int length = ulistfmt_format (formatter, items, lengths, n, list, 99, &status);

  check ("lists");
  list[length] = 0;

  UChar *start = u_strchr (list, before);
  UChar *end = start == NULL ? NULL : u_strrchr (start, after);

  if (end == NULL)
    exit (1);
  *end = 0;
  print_text (start + 1);
  printf (", ");
}

static void
print_lists (void)
{
  UListFormatter *formatter = ulistfmt_open (CTG_ENGLISH_ICU_ID, &status);

  check ("lists");
  printf ("const char *const ctg_english_list_separators[3] = { ");
  print_between (formatter, 2, 'a', 'b');
  print_between (formatter, 4, 'a', 'b');
  print_between (formatter, 4, 'c', 'd');
  printf ("};\n");
  ulistfmt_close (formatter);
}

int
main (void)
{
  printf ("#include \"base/ctg-english.h\"\n");
  print_regions ();
  print_dates ();
  print_separator ();
  print_lists ();
  return ferror (stdout) || fflush (stdout) != 0;
}
