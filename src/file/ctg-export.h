/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting a figure: the one path both the window and the command line take, so that their bytes are equal. */

#pragma once

#include "file/ctg-figure.h"
#include "render/ctg-render.h"

G_BEGIN_DECLS

/* Writes an already compiled scene of the figure. With SOURCE_DATE_EPOCH unset the PDF's date is the newest date of the data. */
bool    ctg_export_to_stream (CtgFigure              *figure,
                              const CtgScene         *scene,
                              CtgFormat               format,
                              const CtgRenderOptions *options,
                              GOutputStream          *stream,
                              GCancellable           *cancellable,
                              GError                **error);
GBytes *ctg_export_to_bytes  (CtgFigure              *figure,
                              const CtgScene         *scene,
                              CtgFormat               format,
                              const CtgRenderOptions *options,
                              GCancellable           *cancellable,
                              GError                **error) G_GNUC_WARN_UNUSED_RESULT;
/* Atomic: written beside, fsynced, renamed; on any failure the old file is as it was and nothing is left beside it. */
bool    ctg_export_to_file   (CtgFigure              *figure,
                              const CtgScene         *scene,
                              CtgFormat               format,
                              const CtgRenderOptions *options,
                              GFile                  *file,
                              GCancellable           *cancellable,
                              GError                **error);

G_END_DECLS
