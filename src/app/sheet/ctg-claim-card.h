/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The card that shows what is claimed at one mark, or of one whole row: every claim that meets the cell, with its value, range, source,
 * date and note. A popover that never takes the pointer or the focus. */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_CLAIM_CARD (ctg_claim_card_get_type ())
G_DECLARE_FINAL_TYPE (CtgClaimCard, ctg_claim_card, CTG, CLAIM_CARD, GtkPopover)

GtkWidget *ctg_claim_card_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* datum.series -1 for all drawn series of the row. area: in the parent's coordinates. */
void       ctg_claim_card_show_at  (CtgClaimCard       *self,
                                    CtgDocument        *document,
                                    CtgDatum            datum,
                                    const GdkRectangle *area);
/* What the card says, as text: for tests and descriptions. NULL while hidden. */
char      *ctg_claim_card_dup_text (CtgClaimCard *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
