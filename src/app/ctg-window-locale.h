/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's own language for what is said about a figure: warnings, the claim card. The figure itself speaks the language its spec says. */

#pragma once

#include "base/ctg-locale.h"

G_BEGIN_DECLS

/* Of the user's session; made once. Borrowed. */
CtgLocale *ctg_window_locale_get       (void);
/* What the bundled data say in our words (ctg-data-texts.inc, and the phrases of figures); words of other data stay as they are. */
char      *ctg_window_locale_translate (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
