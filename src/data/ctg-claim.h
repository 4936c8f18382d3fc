/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One source's statement about one place. Two sources about one place are two claims; they are never merged. */

#pragma once

#include "data/ctg-estimate.h"

G_BEGIN_DECLS

typedef enum
{
  CTG_STATUS_OFFICIAL,
  CTG_STATUS_NON_OFFICIAL,
  CTG_STATUS_ESTIMATE,
  CTG_N_STATUSES
} CtgStatus;

typedef enum
{
  CTG_LEVEL_COUNTRY,
  CTG_LEVEL_REGION,
  CTG_LEVEL_WORLD,
  CTG_LEVEL_CONFLICT,
  CTG_LEVEL_SHARE,
} CtgLevel;

/* What surrounds a number: who says it, where and how it is printed. Of many claims it is the same, and these share it. Strings belong to the dataset and
 * are NULL where the source does not say. */
typedef struct
{
  const char *source;   /* source id; never NULL */
  const char *unit;     /* "persons", "percent", "per million"; never NULL */
  const char *members;  /* "ISR PSE" for a joint row, else NULL */
  const char *edition;  /* "24 October 2017" */
  const char *evidence; /* "article", "publisher", "transcription", "press", "tertiary" */
  const char *printed;  /* the words as printed */
  const char *note;
  const char *reason;   /* why nothing is reported */
  const char *pages;    /* where it was read: ids of pages, separated by spaces (ctg_dataset_find_page()) */
} CtgClaimContext;

/* There may be two million claims. Strings and context belong to the dataset. */
typedef struct
{
  const char *id;      /* nullable; "r0420": stable between releases, unique in the dataset */
  const char *name;    /* as printed; never NULL */
  const char *code;    /* alpha-3, or NULL */
  const char *measure; /* "fighters"; never NULL */
  const CtgClaimContext *context; /* never NULL */
  CtgEstimate estimate;
  CtgDate as_of;
  int countries;       /* how many countries a total covers; -1 if not said */
  CtgStatus status : 8;
  CtgLevel level : 8;
  bool doubtful;
  bool aggregate;      /* from the resource of regions and totals */
} CtgClaim;

/* The same statement, member by member; strings by content, numbers bit by bit. */
bool        ctg_claim_equal     (const CtgClaim *a,
                                 const CtgClaim *b);
/* The same, string by string. */
bool        ctg_claim_context_equal (const CtgClaimContext *a,
                                     const CtgClaimContext *b);

const char *ctg_status_get_id   (CtgStatus status);   /* "official", "non-official", "estimate" */
bool        ctg_status_from_id  (const char *id,
                                 CtgStatus  *status);
char       *ctg_status_get_name (CtgStatus        status,
                                 const CtgLocale *locale) G_GNUC_WARN_UNUSED_RESULT;
const char *ctg_level_get_id    (CtgLevel level);
bool        ctg_level_from_id   (const char *id,
                                 CtgLevel   *level);

G_END_DECLS
