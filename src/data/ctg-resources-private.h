/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files compiled into the library: the bundled datasets and the alias file. */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* "datasets/index.json"; NULL where there is no such file. The bytes are static. */
GBytes   *ctg_resource_load      (const char *path) G_GNUC_WARN_UNUSED_RESULT;
/* The same, parsed; the files are checked when they are made, so there is no gate. NULL where there is no such file. */
JsonNode *ctg_resource_load_json (const char *path) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
