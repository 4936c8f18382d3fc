/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of statuses and levels, and whether two claims say the same. It must not read files nor choose between claims. */

#include "data/ctg-claim.h"

#include "data/ctg-ids-private.h"

static const char *const status_ids[] = { "official", "non-official", "estimate" };
static const char *const level_ids[] = { "country", "region", "world", "conflict", "share" };

static bool
number_equal (double a,
              double b)
{
  return (isnan (a) && isnan (b)) || a == b;
}

static bool
date_part_equal (const CtgDatePart *a,
                 const CtgDatePart *b)
{
  return a->year == b->year && a->month == b->month && a->day == b->day;
}

static bool
text_equal (const char *a,
            const char *b)
{
  return a == b || g_strcmp0 (a, b) == 0;
}

bool
ctg_claim_context_equal (const CtgClaimContext *a,
                         const CtgClaimContext *b)
{
  return text_equal (a->source, b->source) && text_equal (a->unit, b->unit) && text_equal (a->members, b->members)
         && text_equal (a->edition, b->edition) && text_equal (a->evidence, b->evidence) && text_equal (a->printed, b->printed)
         && text_equal (a->note, b->note) && text_equal (a->reason, b->reason) && text_equal (a->pages, b->pages);
}

bool
ctg_claim_equal (const CtgClaim *a,
                 const CtgClaim *b)
{
  return text_equal (a->id, b->id) && text_equal (a->name, b->name) && text_equal (a->code, b->code) && text_equal (a->measure, b->measure)
         && (a->context == b->context || ctg_claim_context_equal (a->context, b->context))
         && number_equal (a->estimate.value, b->estimate.value) && number_equal (a->estimate.low, b->estimate.low)
         && number_equal (a->estimate.high, b->estimate.high) && a->estimate.qualifier == b->estimate.qualifier
         && a->estimate.presence == b->estimate.presence && date_part_equal (&a->as_of.start, &b->as_of.start)
         && date_part_equal (&a->as_of.end, &b->as_of.end) && a->status == b->status && a->level == b->level
         && a->countries == b->countries && a->doubtful == b->doubtful && a->aggregate == b->aggregate;
}

const char *
ctg_status_get_id (CtgStatus status)
{
  g_return_val_if_fail ((unsigned int) status < G_N_ELEMENTS (status_ids), NULL);

  return status_ids[status];
}

bool
ctg_status_from_id (const char *id,
                    CtgStatus  *status)
{
  int index = ctg_ids_find (id, status_ids, G_N_ELEMENTS (status_ids));

  if (index >= 0)
    *status = index;

  return index >= 0;
}

char *
ctg_status_get_name (CtgStatus        status,
                     const CtgLocale *locale)
{
  static const CtgPhrase phrases[] = { CTG_PHRASE_STATUS_OFFICIAL, CTG_PHRASE_STATUS_NON_OFFICIAL, CTG_PHRASE_STATUS_ESTIMATE };

  g_return_val_if_fail ((unsigned int) status < G_N_ELEMENTS (phrases), NULL);

  return ctg_locale_phrase (locale, phrases[status], NULL);
}

const char *
ctg_level_get_id (CtgLevel level)
{
  g_return_val_if_fail ((unsigned int) level < G_N_ELEMENTS (level_ids), NULL);

  return level_ids[level];
}

bool
ctg_level_from_id (const char *id,
                   CtgLevel   *level)
{
  int index = ctg_ids_find (id, level_ids, G_N_ELEMENTS (level_ids));

  if (index >= 0)
    *level = index;

  return index >= 0;
}
