/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and strings as XML has them. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* At most three decimals. */
void ctg_svg_append_number    (GString *svg,
                               double   value);
/* Text or attribute value: what XML 1.0 forbids becomes U+FFFD, control characters become spaces. */
void ctg_svg_append_text      (GString    *svg,
                               const char *text);
/* A JSON document as element content, so that every XML reader gives back the same bytes; characters that XML cannot
 * hold, which JSON allows in strings only, become JSON escapes. */
void ctg_svg_append_document  (GString    *svg,
                               const char *json);

G_END_DECLS
