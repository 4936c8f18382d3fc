/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset while it is being made. Once handed out it is never written again. */

#pragma once

#include "base/ctg-ahead.h"
#include "data/ctg-contexts-private.h"
#include "data/ctg-dataset.h"
#include "data/ctg-text-index-private.h"

G_BEGIN_DECLS

/* A member of the package that we carry along without reading it. */
typedef struct
{
  const char *member;
  const char *json; /* canonical, one line */
} CtgCarried;

struct _CtgDataset
{
  CtgTextIndex *strings;
  GPtrArray *texts;        /* GBytes that strings of claims are part of */
  const char *id;
  const char *title;
  const char *short_title;
  const char *description;
  const char *scope;
  const char *publisher;
  const char *published;
  const char *partial_note;
  const char *licence;
  const char *citation;
  const char *group;
  const char *figure_json;
  const char *label;       /* how claim rows are called: "{publisher}, {as_of}" */
  const char *const *notes;
  GPtrArray *string_lists; /* owns the arrays of strings, not the strings */
  GArray *carried;         /* CtgCarried */
  GArray *claims;          /* CtgClaim, aggregates last */
  CtgAhead ahead;          /* of claims, while they are added */
  unsigned int n_aggregates;
  CtgContexts *contexts;   /* of claims */
  GArray *sources;         /* CtgSource */
  GArray *measures;        /* CtgMeasure */
  GArray *pages;           /* CtgPage */
  GArray *row_notes;       /* CtgRowNote */
  GHashTable *source_index; /* id → index + 1 */
  GHashTable *measure_index;
  CtgNature nature;
  CtgRowsBy rows_by;
  bool level_is_said;      /* rows say it, or are read as something else than countries; else the package has no column for it */
  bool source_is_said;     /* rows say it; else all have the dataset's own */
  const char *package;     /* what ctg_dataset_to_package() gives; set for bundled datasets */
  char *hash;              /* made when first asked for */
};

CtgDataset        *ctg_dataset_new               (void) G_GNUC_WARN_UNUSED_RESULT;
/* A copy of text that lives as long as the dataset, the same pointer for the same text; NULL stays NULL. */
const char        *ctg_dataset_intern            (CtgDataset *self,
                                                  const char *text);
/* Strings that are part of text may be used as they are. */
void               ctg_dataset_keep_text         (CtgDataset *self,
                                                  GBytes     *text);
/* (element-type utf8): interned strings as a NULL-terminated array that lives as long as the dataset. */
const char *const *ctg_dataset_take_list         (CtgDataset *self,
                                                  GPtrArray  *strings);
/* Makes room for so many claims more, as they are costly to move. */
void               ctg_dataset_reserve_claims    (CtgDataset  *self,
                                                  unsigned int n_claims);
/* Adds the claim, giving it the dataset's own context of that content; all strings must be interned or part of a kept text. */
void               ctg_dataset_add_claim         (CtgDataset            *self,
                                                  CtgClaim              *claim,
                                                  const CtgClaimContext *context);
/* Adds it, or returns the one of the same id; all strings must be interned or part of a kept text. The pointer is good until the next call. */
CtgSource         *ctg_dataset_add_source        (CtgDataset *self,
                                                  const char *id);
CtgMeasure        *ctg_dataset_add_measure       (CtgDataset *self,
                                                  const char *id);
/* "people_who_left" gives "People who left". */
char              *ctg_dataset_make_title        (const char *id) G_GNUC_WARN_UNUSED_RESULT;
/* Brings aggregates to the end and fills what must not be NULL. No writing after it. */
void               ctg_dataset_finish            (CtgDataset *self);

/* The number of the claim's measure among those of the dataset. Claims name measures in turn: it is mostly the last one found, or the one behind it. */
static inline unsigned int
ctg_dataset_find_measure_of (const CtgDataset *self,
                             const CtgClaim   *claim,
                             unsigned int      last)
{
  const CtgMeasure *measures = (const CtgMeasure *) self->measures->data;

  for (unsigned int i = 0; i < self->measures->len; i++)
    {
      unsigned int index = last + i < self->measures->len ? last + i : last + i - self->measures->len;

      /* Both are interned. */
      if (measures[index].id == claim->measure)
        return index;
    }

  return (unsigned int) (ctg_dataset_find_measure (self, claim->measure) - measures);
}

G_END_DECLS
