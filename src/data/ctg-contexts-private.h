/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What surrounds the claims of a dataset, each once: most claims of a file say the same of their source and unit. */

#pragma once

#include "data/ctg-claim.h"

G_BEGIN_DECLS

typedef struct _CtgContexts CtgContexts;

CtgContexts           *ctg_contexts_new   (void) G_GNUC_WARN_UNUSED_RESULT;
void                   ctg_contexts_free  (CtgContexts *self);
/* The one of that content, which lives as long as the contexts; its strings must do so, too. They may come from outside. */
const CtgClaimContext *ctg_contexts_keep  (CtgContexts           *self,
                                           const CtgClaimContext *context);
/* Room for n that are to be filled, and are not looked for by ctg_contexts_keep(). */
CtgClaimContext       *ctg_contexts_add   (CtgContexts *self,
                                           unsigned int n);
/* Gives up what it takes to find them: none is kept any more. */
void                   ctg_contexts_close (CtgContexts *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgContexts, ctg_contexts_free)

G_END_DECLS
