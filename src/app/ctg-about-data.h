/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "About these data": what a dataset counts, how far it reaches, how it may be used and how it is cited. */

#pragma once

#include <gtk/gtk.h>

#include "app/ctg-document.h"

G_BEGIN_DECLS

void  ctg_about_data_show         (GtkWindow   *parent,
                                   CtgDocument *document);
/* The dataset's citation; made of its sources where it has none. */
char *ctg_about_data_dup_citation (CtgDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
