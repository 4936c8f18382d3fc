/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A large figure document in a PNG: compressed in a thread of its own while the picture is drawn, and written behind it. */

#pragma once

#include <glib.h>

#include "base/ctg-types.h"

G_BEGIN_DECLS

typedef struct _CtgPngDocument CtgPngDocument;

/* NULL where the document is small, and as good among the other texts. It must stay until ctg_png_document_free(). */
CtgPngDocument *ctg_png_document_new    (const char *document) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the thread if it still runs. */
void            ctg_png_document_free   (CtgPngDocument *self);
/* What is in the iTXt chunk; waits until it is there. The same for the same document. Belongs to self. */
GBytes         *ctg_png_document_finish (CtgPngDocument *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgPngDocument, ctg_png_document_free)

G_END_DECLS
