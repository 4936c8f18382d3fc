/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a figure in a thread: to a file, or to bytes for the clipboard. The thread makes its own figure and scene from dataset and spec, so
 * that it shares nothing that is not immutable; the bytes are those of the command line. */

#pragma once

#include "app/ctg-document.h"
#include "file/ctg-export.h"

G_BEGIN_DECLS

/* spec: the document's own, or another page size. file: NULL for bytes. */
void    ctg_export_job_async  (CtgDocument            *document,
                               CtgSpec                *spec,
                               CtgFormat               format,
                               const CtgRenderOptions *options,
                               GFile                  *file,
                               GCancellable           *cancellable,
                               GAsyncReadyCallback     callback,
                               gpointer                user_data);
/* The bytes, or (after writing a file) empty bytes; NULL with the error. */
GBytes *ctg_export_job_finish (GAsyncResult *result,
                               GError      **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
