/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a picture, packed to what stands in the IDAT chunks of a PNG: band by band, several of them side by side in threads while the
 * next is drawn. What comes out depends on the rows and on where bands end, never on how many threads there were or which was first. */

#pragma once

#include "base/ctg-types.h"
#include "render/ctg-deflate.h"

G_BEGIN_DECLS

typedef struct _CtgPngPacker CtgPngPacker;

/* Makes the rows of a band ready, in the thread that packs them: several bands at once. */
typedef void (*CtgPngBandFunc) (unsigned int band,
                                guint8      *rows,
                                int          n_rows,
                                void        *user_data);

/* For so many bands, of at most band_rows rows of row_bytes bytes each, in at most n_threads threads beside this one: with 0, or where none can be had, they are
 * packed when they are sent. A row begins stride bytes behind the one before, which is more than row_bytes. effort must stay. finish is nullable. NULL where
 * zlib has not enough memory. */
CtgPngPacker *ctg_png_packer_new      (size_t                  row_bytes,
                                       size_t                  stride,
                                       int                     band_rows,
                                       unsigned int            n_bands,
                                       unsigned int            n_threads,
                                       const CtgDeflateEffort *effort,
                                       CtgPngBandFunc          finish,
                                       void                   *user_data) G_GNUC_WARN_UNUSED_RESULT;
/* Waits for what is being packed; nullable. */
void          ctg_png_packer_free     (CtgPngPacker *self);
/* Whether a band has to be taken before the next can be begun; whether one can be taken at all. */
bool          ctg_png_packer_is_full  (const CtgPngPacker *self);
bool          ctg_png_packer_is_empty (const CtgPngPacker *self);
/* The next band's rows, to be filled in, the first of them aligned as pixels are. The byte before each of them is not yours. Not when it is full. */
guint8       *ctg_png_packer_get_rows (CtgPngPacker *self);
/* Begins to pack the first n_rows of them. */
void          ctg_png_packer_send     (CtgPngPacker *self,
                                       int           n_rows);
/* The oldest band that was sent, packed: waits for it. What it returns stays until the next is sent. Not when it is empty. */
const guint8 *ctg_png_packer_take     (CtgPngPacker *self,
                                       size_t       *length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgPngPacker, ctg_png_packer_free)

G_END_DECLS
