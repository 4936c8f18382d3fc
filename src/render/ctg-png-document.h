/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure document in a PNG; a large one is made and compressed in a thread of its own while the picture is drawn, and written behind it. */

#pragma once

#include "render/ctg-render.h"

G_BEGIN_DECLS

/* Makes the figure document; NULL and an error where it cannot. */
typedef char *(*CtgDocumentFunc) (void    *user_data,
                                  GError **error);

/* What is in the iTXt chunks that hold the document, its parts in order: the same for the same document; (element-type GBytes). None holds more than other
 * programs read: Pillow 9.4 opens no picture with a text of more than a megabyte. The first is called CTG_DOCUMENT_PNG_KEY, the second so with "-2" behind it
 * and so on, as many programs keep but one text of a name. */
GPtrArray      *ctg_png_document_make_chunks (const char *document) G_GNUC_WARN_UNUSED_RESULT;

/* Begins. make is called once, in this thread or another; its data must stay until ctg_png_document_free(). */
CtgPngDocument *ctg_png_document_new    (CtgDocumentFunc make,
                                         void           *user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for the thread if it still runs. */
void            ctg_png_document_free   (CtgPngDocument *self);
/* The chunks, when they are there. They belong to self. NULL and the error of the function where it failed. */
GPtrArray      *ctg_png_document_finish (CtgPngDocument *self,
                                         GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgPngDocument, ctg_png_document_free)

G_END_DECLS
