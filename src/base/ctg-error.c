/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The error domains' quarks. Nothing else belongs here: messages are written where the fault is found. */

#include "base/ctg-error.h"

G_DEFINE_QUARK (ctg-data-error-quark, ctg_data_error)
G_DEFINE_QUARK (ctg-spec-error-quark, ctg_spec_error)
G_DEFINE_QUARK (ctg-export-error-quark, ctg_export_error)
