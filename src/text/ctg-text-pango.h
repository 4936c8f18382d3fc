/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How figures use Pango, for whoever shows text with it: what is drawn must be as wide as what was measured. */

#pragma once

#include <pango/pangocairo.h>

#include "text/ctg-text.h"

G_BEGIN_DECLS

/* A context of the map without hinting or rounding, one unit a point; language English, direction left to right. */
PangoContext         *ctg_text_create_context  (PangoCairoFontMap *map) G_GNUC_WARN_UNUSED_RESULT;
/* The font with the families that stand behind it: Arabic, Han, then any. */
PangoFontDescription *ctg_text_describe_font   (const CtgFont *font) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
