/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of one number: its rank, its extent, and how people write it. It must not know who stated it. */

#include "data/ctg-estimate.h"

#include "data/ctg-ids-private.h"

static const char *const qualifier_ids[] = { "exact", "about", "range", "at-least", "more-than", "at-most", "less-than" };
static const char *const presence_ids[] = { "reported", "not-reported", "not-applicable" };

bool
ctg_estimate_is_number (const CtgEstimate *self)
{
  return isfinite (self->value) && (self->qualifier == CTG_QUALIFIER_EXACT || self->qualifier == CTG_QUALIFIER_ABOUT);
}

bool
ctg_estimate_is_at_least (const CtgEstimate *self)
{
  return self->qualifier == CTG_QUALIFIER_AT_LEAST || self->qualifier == CTG_QUALIFIER_MORE_THAN;
}

bool
ctg_estimate_is_at_most (const CtgEstimate *self)
{
  return self->qualifier == CTG_QUALIFIER_AT_MOST || self->qualifier == CTG_QUALIFIER_LESS_THAN;
}

double
ctg_estimate_get_rank (const CtgEstimate *self)
{
  if (!ctg_estimate_is_reported (self))
    return NAN;
  if (!isnan (self->value))
    return self->value;
  if (!isnan (self->low) && !isnan (self->high))
    return self->low + (self->high - self->low) / 2;

  return isnan (self->low) ? self->high : self->low;
}

void
ctg_estimate_get_extent (const CtgEstimate *self,
                         double            *certain,
                         double            *possible,
                         bool              *open_above)
{
  *certain = *possible = NAN;
  *open_above = FALSE;

  if (!ctg_estimate_is_reported (self))
    return;

  *certain = !isnan (self->value) ? self->value : !isnan (self->low) ? self->low : MIN (0, self->high);
  *possible = !isnan (self->high) ? self->high : *certain;
  *open_above = isnan (self->high) && (self->qualifier == CTG_QUALIFIER_AT_LEAST || self->qualifier == CTG_QUALIFIER_MORE_THAN || isnan (self->value));
}

/* Sources print few decimals; a computed number is not worth more. */
static char *
format_number (double           number,
               const CtgLocale *locale)
{
  double size = fabs (number);

  return ctg_locale_format_number (locale, number, size >= 1000 ? 1 : size >= 1 ? 2 : 4);
}

static char *
format_range (const CtgEstimate *self,
              const CtgLocale   *locale)
{
  g_autofree char *low = format_number (self->low, locale);
  g_autofree char *high = format_number (self->high, locale);

  if (strcmp (low, high) == 0)
    return g_steal_pointer (&low);

  /* A dash beside a minus would be hard to read. */
  return ctg_locale_phrase (locale, self->low < 0 ? CTG_PHRASE_VALUE_SIGNED_RANGE : CTG_PHRASE_VALUE_RANGE, low, high, NULL);
}

static char *
format_value (const CtgEstimate *self,
              const CtgLocale   *locale)
{
  g_autofree char *number = format_number (self->value, locale);
  g_autofree char *value = self->qualifier == CTG_QUALIFIER_ABOUT ? ctg_locale_phrase (locale, CTG_PHRASE_VALUE_ABOUT, number, NULL) : g_steal_pointer (&number);

  if (isnan (self->low) || isnan (self->high))
    return g_steal_pointer (&value);

  g_autofree char *range = format_range (self, locale);

  return ctg_locale_phrase (locale, CTG_PHRASE_VALUE_WITH_RANGE, value, range, NULL);
}

static void
widen (double *low,
       double *high,
       double  number)
{
  if (!isfinite (number))
    return;
  *low = MIN (*low, number);
  *high = MAX (*high, number);
}

bool
ctg_estimate_get_ends (const CtgEstimate *self,
                       double            *low,
                       double            *high)
{
  g_return_val_if_fail (self != NULL && low != NULL && high != NULL, FALSE);

  *low = INFINITY;
  *high = -INFINITY;
  if (!ctg_estimate_is_reported (self))
    return FALSE;

  widen (low, high, self->value);
  widen (low, high, self->low);
  widen (low, high, self->high);

  return *low <= *high;
}

char *
ctg_estimate_format (const CtgEstimate *self,
                     const CtgLocale   *locale)
{
  if (!ctg_estimate_is_reported (self))
    return ctg_locale_phrase (locale, self->presence == CTG_PRESENCE_NOT_APPLICABLE ? CTG_PHRASE_NOT_APPLICABLE : CTG_PHRASE_NOT_REPORTED, NULL);
  if (!isnan (self->value))
    return format_value (self, locale);
  if (!isnan (self->low) && !isnan (self->high))
    return format_range (self, locale);

  bool below = isnan (self->low);
  g_autofree char *bound = format_number (below ? self->high : self->low, locale);
  CtgPhrase phrase = below ? (self->qualifier == CTG_QUALIFIER_LESS_THAN ? CTG_PHRASE_VALUE_LESS_THAN : CTG_PHRASE_VALUE_AT_MOST)
                           : (self->qualifier == CTG_QUALIFIER_MORE_THAN ? CTG_PHRASE_VALUE_MORE_THAN : CTG_PHRASE_VALUE_AT_LEAST);

  return ctg_locale_phrase (locale, phrase, bound, NULL);
}

CtgQualifier
ctg_estimate_get_plain_qualifier (const CtgEstimate *self)
{
  if (!isnan (self->value))
    return CTG_QUALIFIER_EXACT;
  if (!isnan (self->low) && !isnan (self->high))
    return CTG_QUALIFIER_RANGE;

  return !isnan (self->low) ? CTG_QUALIFIER_AT_LEAST : !isnan (self->high) ? CTG_QUALIFIER_AT_MOST : CTG_QUALIFIER_EXACT;
}

const char *
ctg_qualifier_get_id (CtgQualifier qualifier)
{
  g_return_val_if_fail ((unsigned int) qualifier < G_N_ELEMENTS (qualifier_ids), NULL);

  return qualifier_ids[qualifier];
}

bool
ctg_qualifier_from_id (const char   *id,
                       CtgQualifier *qualifier)
{
  int index = ctg_ids_find (id, qualifier_ids, G_N_ELEMENTS (qualifier_ids));

  if (index >= 0)
    *qualifier = index;

  return index >= 0;
}

const char *
ctg_presence_get_id (CtgPresence presence)
{
  g_return_val_if_fail ((unsigned int) presence < G_N_ELEMENTS (presence_ids), NULL);

  return presence_ids[presence];
}

bool
ctg_presence_from_id (const char  *id,
                      CtgPresence *presence)
{
  int index = ctg_ids_find (id, presence_ids, G_N_ELEMENTS (presence_ids));

  if (index >= 0)
    *presence = index;

  return index >= 0;
}
