/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What ICU says of English, written down at build time by make-english.c, so that a figure in the default language need not open
 * ICU's data: a third of the work and three megabytes of the command line's run. Private to src/base. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* The identifier ctg_locale_new() makes of "en". */
#define CTG_ENGLISH_ICU_ID "en_001@calendar=gregorian;numbers=latn"

typedef struct
{
  char alpha2[3];
  const char *full;
  const char *brief;
} CtgEnglishRegion;

extern const CtgEnglishRegion ctg_english_regions[]; /* by code */
extern const unsigned int ctg_english_n_regions;
extern const char *const ctg_english_months[2][12];  /* full, abbreviated */
/* By precision (year, month, day), full and abbreviated; the letters d, MMM, MMMM and y stand for the parts. */
extern const char *const ctg_english_date_patterns[3][2];
extern const char ctg_english_group_separator[];
/* Between two items that are all; between two of more; before the last of more. */
extern const char *const ctg_english_list_separators[3];

/* NULL for an unknown code. */
const char *ctg_english_find_region   (const char *alpha2,
                                       bool        brief);
/* precision: 0 year, 1 month, 2 day. */
char       *ctg_english_format_date   (int  year,
                                       int  month,
                                       int  day,
                                       int  precision,
                                       bool abbreviated) G_GNUC_WARN_UNUSED_RESULT;
/* items: two or more, NULL-terminated. */
char       *ctg_english_format_list   (const char *const *items) G_GNUC_WARN_UNUSED_RESULT;
/* value: whole, of at most 15 digits. */
char       *ctg_english_format_number (double value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
