/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The export dialog: format, size, resolution, background, with a preview laid out for exactly that size. Only asks; the window exports. */

#pragma once

#include <adwaita.h>

#include "app/ctg-document.h"
#include "app/ctg-export-options.h"

G_BEGIN_DECLS

#define CTG_TYPE_EXPORT_DIALOG (ctg_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (CtgExportDialog, ctg_export_dialog, CTG, EXPORT_DIALOG, AdwWindow)

typedef void (*CtgExportChosenFunc) (gpointer                user_data,
                                     const CtgExportOptions *options);

/* Calls chosen when the user decides to export; user_data must outlive parent's dialogs (it is the parent). */
void ctg_export_dialog_show (GtkWindow          *parent,
                             CtgDocument        *document,
                             CtgFormat           format,
                             CtgExportChosenFunc chosen,
                             gpointer            user_data);

G_END_DECLS
