/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The program: one instance, files from the command line and the file manager, keys of the commands. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define CTG_TYPE_APPLICATION (ctg_application_get_type ())
G_DECLARE_FINAL_TYPE (CtgApplication, ctg_application, CTG, APPLICATION, AdwApplication)

CtgApplication *ctg_application_new (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
