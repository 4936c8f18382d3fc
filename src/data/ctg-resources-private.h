/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files compiled into the library: the bundled datasets. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* "datasets.tape"; NULL where there is no such file. The bytes are static. */
GBytes *ctg_resource_load (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
