/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Replacing a file as a whole or not at all. */

#pragma once

#include <gio/gio.h>

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* Writes content to the stream; returns FALSE with error set to abandon the new file. */
typedef bool (*CtgReplaceFunc) (GOutputStream *stream,
                                void          *user_data,
                                GCancellable  *cancellable,
                                GError       **error);

/* Calls write_content with a stream beside the file, then fsyncs and renames. On failure, cancellation or a full disk the old file is
 * untouched and nothing is left behind. Works for files in a document portal. The error names the file and says what to do. */
bool ctg_replace_file  (GFile         *file,
                        CtgReplaceFunc write_content,
                        void          *user_data,
                        GCancellable  *cancellable,
                        GError       **error);
bool ctg_replace_bytes (GFile        *file,
                        GBytes       *bytes,
                        GCancellable *cancellable,
                        GError      **error);

G_END_DECLS
