/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one place that knows Nettle. It must not be used for secrets. */

#include "base/ctg-sha256.h"

#include <nettle/base16.h>
#include <nettle/sha2.h>
#include <nettle/version.h>

char *
ctg_sha256 (const char *data,
            size_t      length)
{
  struct sha256_ctx context;
  guint8 digest[SHA256_DIGEST_SIZE];
  char *hex = g_malloc0 (BASE16_ENCODE_LENGTH (SHA256_DIGEST_SIZE) + 1);

  g_return_val_if_fail (data != NULL || length == 0, hex);

  sha256_init (&context);
  sha256_update (&context, length, (const guint8 *) data);
#if NETTLE_VERSION_MAJOR >= 4
  sha256_digest (&context, digest);
#else
  sha256_digest (&context, sizeof digest, digest);
#endif
  base16_encode_update (hex, sizeof digest, digest);

  return hex;
}
