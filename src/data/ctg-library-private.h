/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the library and the views it makes. */

#pragma once

#include <json-glib/json-glib.h>

#include "data/ctg-dataset.h"

G_BEGIN_DECLS

/* The dataset that the view describes, out of the packages (element-type CtgDataset) in the order of the index. */
CtgDataset *ctg_library_make_view (const char *id,
                                   JsonObject *view,
                                   GPtrArray  *packages) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
