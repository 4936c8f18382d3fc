/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One reader a kind of file; each takes files from anywhere. */

#pragma once

#include "render/ctg-embed.h"

G_BEGIN_DECLS

#define CTG_EMBED_MAX_BYTES ((size_t) 16 << 20)

GBytes *ctg_embed_extract_svg (const char *data,
                               size_t      length,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *ctg_embed_extract_png (const char *data,
                               size_t      length,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;
GBytes *ctg_embed_extract_pdf (const char *data,
                               size_t      length,
                               GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
