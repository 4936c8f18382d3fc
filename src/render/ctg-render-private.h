/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the sinks share. Nothing outside this folder includes it. */

#pragma once

#include "render/ctg-render-list.h"
#include "render/ctg-render-text.h"
#include "render/ctg-render.h"

G_BEGIN_DECLS

/* Lines of a hatch at 45 degrees, in points (see CTG_HATCH_DIAGONAL). */
#define CTG_HATCH_WIDTH 0.6
#define CTG_HATCH_SPACING 3.0

/* What the embedded figure document is called in each format. */
#define CTG_DOCUMENT_MIME_TYPE "application/vnd.contingent.figure+json"
#define CTG_DOCUMENT_FILE_NAME "figure.contingent"
#define CTG_DOCUMENT_NAMESPACE "https://contingent.github.io/figure/1"
#define CTG_DOCUMENT_PNG_KEY "contingent"

/* The part of the list that is in the band, which cr paints on, with the faces of a painter that lives longer: what draws one figure in many pieces opens
 * each font once. The stamps that come last are left to the caller, who may blend them in any thread; NULL if there are none. */
const CtgStampRun *ctg_render_cairo_band (const CtgRenderList *list,
                                          cairo_t             *cr,
                                          const CtgPixels     *band,
                                          CtgTextPainter      *text);
/* The background nodes alone, for formats that need them before anything else. */
void ctg_render_cairo_background (const CtgScene *scene,
                                  cairo_t        *cr);

bool ctg_render_svg (const CtgScene         *scene,
                     const CtgRenderOptions *options,
                     const CtgMetadata      *metadata,
                     GOutputStream          *stream,
                     GCancellable           *cancellable,
                     GError                **error);
bool ctg_render_png (const CtgScene         *scene,
                     const CtgRenderOptions *options,
                     const CtgMetadata      *metadata,
                     GOutputStream          *stream,
                     GCancellable           *cancellable,
                     GError                **error);
/* The same in at most so many threads beside this one, which changes not a byte. */
bool ctg_render_png_in_threads (const CtgScene         *scene,
                                const CtgRenderOptions *options,
                                const CtgMetadata      *metadata,
                                unsigned int            n_threads,
                                GOutputStream          *stream,
                                GCancellable           *cancellable,
                                GError                **error);
bool ctg_render_pdf (const CtgScene         *scene,
                     const CtgRenderOptions *options,
                     const CtgMetadata      *metadata,
                     GOutputStream          *stream,
                     GCancellable           *cancellable,
                     GError                **error);

G_END_DECLS
