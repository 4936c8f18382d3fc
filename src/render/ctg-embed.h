/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding the figure document inside an exported file. */

#pragma once

#include <gio/gio.h>

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* The figure document embedded in SVG, PNG or PDF bytes; NULL and CTG_DATA_ERROR_FORMAT when there is none or the file is damaged
 * (says which kind of file was found). At most 16 MB of text come out, whatever the file claims. */
GBytes *ctg_embed_extract (GBytes  *file,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Whether the bytes begin as SVG/XML, PNG or PDF. */
bool    ctg_embed_is_picture (GBytes *file);

G_END_DECLS
