/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a PDF should have and cairo cannot write, added as an incremental update (ISO 32000-1, 7.5.6). */

#pragma once

#include <glib.h>
#include <stdbool.h>

G_BEGIN_DECLS

/* The beginning of the embedded document's dictionary, by which it is found again. */
#define CTG_PDF_EMBEDDED_FILE "<< /Type /EmbeddedFile\n   /Subtype /application#2Fvnd.contingent.figure+json\n   /Filter /FlateDecode\n"

/* Appends language, alternative text of the figure and, unless NULL, the figure document as an attached file.
 * FALSE, and pdf as it was, where it is not laid out as cairo lays out PDF 1.4. */
bool ctg_pdf_update (GByteArray *pdf,
                     const char *language,
                     const char *description,
                     const char *document);

G_END_DECLS
