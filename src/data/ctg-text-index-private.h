/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts, each kept once and numbered from 0 in the order in which they came.
 * The texts may come from outside (ctg-text-hash-private.h). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CtgTextIndex CtgTextIndex;

/* n_expected: texts there is room for at once; more may come. */
CtgTextIndex *ctg_text_index_new      (unsigned int n_expected) G_GNUC_WARN_UNUSED_RESULT;
void          ctg_text_index_free     (CtgTextIndex *self);
/* The number of the text, of which a copy is kept if it is not known yet. */
unsigned int  ctg_text_index_add      (CtgTextIndex *self,
                                       const char   *text);
/* The numbers of n_texts texts, as if they were added one after the other; sooner done where the index is large. */
void          ctg_text_index_add_many (CtgTextIndex      *self,
                                       const char *const *texts,
                                       unsigned int       n_texts,
                                       unsigned int      *numbers);
/* The number of the text; -1 where it is not known. */
int           ctg_text_index_find     (const CtgTextIndex *self,
                                       const char         *text);
/* The text of a number; lives as long as the index. */
const char   *ctg_text_index_get_text (const CtgTextIndex *self,
                                       unsigned int        number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgTextIndex, ctg_text_index_free)

G_END_DECLS
