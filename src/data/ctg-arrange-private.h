/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between sorting (ctg-arrange.c), conditions (ctg-arrange-conditions.c) and the names both need (ctg-arrange-names.c). */

#pragma once

#include "data/ctg-arrange.h"
#include "data/ctg-table-private.h"

G_BEGIN_DECLS

struct _CtgArranger
{
  CtgTable *table;
  CtgLocale *locale;
  char **names;          /* displayed, by row; made when first needed, as all below */
  char **folded;         /* displayed name, printed name and code, folded, one a line */
  unsigned int *name_ranks; /* place of each row in the order of names */
  double *source_ranks;  /* the same for the row's source */
  char *last_key;        /* what ctg_arranger_run() was asked last, and the answer: plan, words and warnings ask the same */
  unsigned int *last_rows;
  unsigned int n_last_rows;
};

/* All rows' displayed names. */
char *const        *ctg_arranger_get_names        (CtgArranger *self);
char *const        *ctg_arranger_get_folded       (CtgArranger *self);
const unsigned int *ctg_arranger_get_name_ranks   (CtgArranger *self);
const double       *ctg_arranger_get_source_ranks (CtgArranger *self);
/* What ctg_text_fold() gives, quicker for European letters; text must be valid UTF-8, as all names of a table are. */
char               *ctg_arranger_fold             (const char *text) G_GNUC_WARN_UNUSED_RESULT;

typedef struct _CtgFilter CtgFilter;

/* NULL and CTG_SPEC_ERROR for a column or a value that makes no sense. */
CtgFilter          *ctg_filter_new                (CtgArranger      *arranger,
                                                   const CtgArrange *arrange,
                                                   GError          **error) G_GNUC_WARN_UNUSED_RESULT;
void                ctg_filter_free               (CtgFilter *self);
bool                ctg_filter_matches            (const CtgFilter *self,
                                                   unsigned int     row);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgFilter, ctg_filter_free)

G_END_DECLS
