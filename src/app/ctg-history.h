/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a figure has been since it was opened: specs one after the other, the words for what led to each, and which of them is shown. It knows
 * nothing but specs. */

#pragma once

#include "spec/ctg-spec.h"

G_BEGIN_DECLS

typedef struct _CtgHistory CtgHistory;

CtgHistory *ctg_history_new            (CtgSpec *first) G_GNUC_WARN_UNUSED_RESULT;
void        ctg_history_free           (CtgHistory *self);
/* The one that is shown. Borrowed. */
CtgSpec    *ctg_history_get_spec       (const CtgHistory *self);
/* Adds a step behind the one shown and shows it; what was undone is forgotten. merging: it takes the place of the step before, if that came the
 * same way with the same label. FALSE where nothing would change. */
gboolean    ctg_history_add            (CtgHistory *self,
                                        CtgSpec    *spec,
                                        const char *label,
                                        gboolean    merging);
/* The next merging change is a step of its own. */
void        ctg_history_end_merging    (CtgHistory *self);
/* FALSE where there is nothing to undo or redo. */
gboolean    ctg_history_undo           (CtgHistory *self);
gboolean    ctg_history_redo           (CtgHistory *self);
/* What led to the step shown, and to the one that was undone last; NULL where there is nothing to undo or redo. Borrowed. */
const char *ctg_history_get_undo_label (const CtgHistory *self);
const char *ctg_history_get_redo_label (const CtgHistory *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgHistory, ctg_history_free)

G_END_DECLS
