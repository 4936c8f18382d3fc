/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of places to people. In a sandbox a file that was chosen stands under a path of the documents portal, which exists nowhere
 * else and must not be shown, kept, or given neighbours. Nothing here looks at the disk. */

#pragma once

#include <stdbool.h>

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the documents portal handed the file in: exactly this name may be written, and its folder means nothing outside. */
bool  ctg_place_is_from_portal (GFile *file);
/* The file's path or URI for messages; its name alone where the path is the portal's. */
char *ctg_place_dup_shown      (GFile *file) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
