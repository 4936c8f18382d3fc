/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The short way past Pango and fontconfig, for whoever measures or shows lines of one font and one simple script. */

#pragma once

#include <hb.h>

#include "text/ctg-text.h"

G_BEGIN_DECLS

/* The file to read the font from; NULL where fontconfig has to be asked for it. */
char *ctg_text_dup_font_file (const CtgFont *font) G_GNUC_WARN_UNUSED_RESULT;
/* Lines that one font can write in one go, without Pango's search for fonts, from left to right. FALSE where that is not so.
 * text_font is scaled to the size asked for; buffer holds the glyphs, in 1/1024 of a point. */
bool  ctg_text_shape_measure (hb_font_t   *text_font,
                              hb_buffer_t *buffer,
                              double       size,
                              const char  *text,
                              double      *width);

G_END_DECLS
