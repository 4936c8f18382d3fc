/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as sources give them: a year, a month, a day, or an interval of two of these. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* year 0 means "not known"; month and day are 0 where the source does not say. */
typedef struct
{
  short year;
  signed char month;
  signed char day;
} CtgDatePart;

/* For a single date start equals end. */
typedef struct
{
  CtgDatePart start;
  CtgDatePart end;
} CtgDate;

/* Reads YYYY, YYYY-MM, YYYY-MM-DD or A/B (ISO 8601 reduced precision and intervals; year 1000 to 2999).
 * NULL text gives the unknown date. Returns FALSE and leaves date alone for anything else, such as 2015-02-30 or an interval whose latest end
 * is before its earliest beginning. */
bool   ctg_date_parse     (const char *text,
                           CtgDate    *date);
bool   ctg_date_is_known  (const CtgDate *date);
/* The text ctg_date_parse() reads; NULL for the unknown date. */
char  *ctg_date_to_text   (const CtgDate *date) G_GNUC_WARN_UNUSED_RESULT;
/* By the end of the interval at its latest possible day, then by the start; unknown dates are the oldest. Like strcmp(). */
int    ctg_date_compare   (const CtgDate *a,
                           const CtgDate *b);
/* First and last day covered, as Gregorian day numbers (GDate julian days); 0, 0 for the unknown date. */
void   ctg_date_get_days  (const CtgDate *date,
                           unsigned int  *first,
                           unsigned int  *last);

G_END_DECLS
