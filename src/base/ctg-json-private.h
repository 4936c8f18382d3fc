/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gate's result for the parser beside it. Private to src/base. */

#pragma once

#include "base/ctg-json.h"

G_BEGIN_DECLS

/* Like ctg_json_check(); appends the offset just after every integer literal of more than 15 digits to
 * long_integers (of size_t; nullable). */
bool   ctg_json_check_full   (const char *text,
                              size_t      length,
                              GArray     *long_integers,
                              GError    **error);
/* Bytes of a byte order mark at the start: 3 or 0. */
size_t ctg_json_get_bom_size (const char *text,
                              size_t      length);

G_END_DECLS
