/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which countries a bundled dataset speaks of, for finding it by their names. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The names of all countries in the dataset, as printed, in English and in the window's language; folded for ctg_sidebar_places_match(). Loads the dataset. */
char    *ctg_sidebar_places_new   (const char *dataset_id) G_GNUC_WARN_UNUSED_RESULT;
/* Whether a word of the names begins with word, which is folded. Words of one or two letters begin too many names, and match none. */
gboolean ctg_sidebar_places_match (const char *places,
                                   const char *word);

G_END_DECLS
