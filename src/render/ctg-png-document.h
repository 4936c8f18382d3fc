/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A large figure document in a PNG: made and compressed in a thread of its own while the picture is drawn, and written behind it. */

#pragma once

#include "render/ctg-render.h"

G_BEGIN_DECLS

/* Makes the figure document; NULL and an error where it cannot. */
typedef char *(*CtgDocumentFunc) (void    *user_data,
                                  GError **error);

/* Begins. make is called once, in this thread or another; its data must stay until ctg_png_document_free(). */
CtgPngDocument *ctg_png_document_new    (CtgDocumentFunc make,
                                         void           *user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the thread if it still runs. */
void            ctg_png_document_free   (CtgPngDocument *self);
/* What is in the iTXt chunk, when it is there: the same for the same document. Belongs to self. NULL and the error of the function where it failed. */
GBytes         *ctg_png_document_finish (CtgPngDocument *self,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgPngDocument, ctg_png_document_free)

G_END_DECLS
