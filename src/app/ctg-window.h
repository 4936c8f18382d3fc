/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: datasets at the left, the sheet above the table, the inspector at the right. */

#pragma once

#include <adwaita.h>

#include "app/ctg-application.h"
#include "app/ctg-document.h"

G_BEGIN_DECLS

#define CTG_TYPE_WINDOW (ctg_window_get_type ())
G_DECLARE_FINAL_TYPE (CtgWindow, ctg_window, CTG, WINDOW, AdwApplicationWindow)

CtgWindow   *ctg_window_new (CtgApplication *application) G_GNUC_WARN_UNUSED_RESULT;
/* The default dataset, unless something is shown already. */
void         ctg_window_show_default  (CtgWindow *self);
/* A bundled dataset with the figure it has in this window. FALSE for an unknown id, which is told to the user. */
gboolean     ctg_window_show_dataset  (CtgWindow  *self,
                                       const char *id);
/* Opens a data or figure file in the background and shows it; trouble is told to the user. */
void         ctg_window_open_file     (CtgWindow *self,
                                       GFile     *file);
/* The same for an argument of the command line, which may also be the id of a bundled dataset. */
void         ctg_window_open_argument (CtgWindow *self,
                                       GFile     *file);
CtgDocument *ctg_window_get_document  (CtgWindow *self);

G_END_DECLS
