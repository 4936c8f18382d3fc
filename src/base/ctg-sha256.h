/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Check sums of data. */

#pragma once

#include "base/ctg-types.h"

G_BEGIN_DECLS

/* SHA-256 (FIPS 180-4) as 64 hexadecimal digits in lower case, as g_compute_checksum_for_data() gives it, but with the processor's own instructions
 * where it has them: three times as fast then. data may be NULL where length is 0. */
char *ctg_sha256 (const char *data,
                  size_t      length) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
