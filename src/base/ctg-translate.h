/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Messages of the engine in the language of whoever reads them. The engine knows no language but English: a program that speaks another
 * one lends it a translator, once, before it does anything else. Only errors and faults go through here, which are read and forgotten;
 * nothing that is drawn or written into a file may, for a figure has a language of its own (ctg-phrases.h). See docs/decisions/004. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Returns the translation of a message, or the message. Where a number decides between two, they are one and many, and count is the
 * number; else many is NULL. May be called from any thread; what it returns stays valid as long as the program runs. */
typedef const char *(*CtgTranslator) (const char   *one,
                                      const char   *many,
                                      unsigned long count);

/* NULL: English again. */
void        ctg_set_translator   (CtgTranslator translator);

const char *ctg_translate        (const char *message) G_GNUC_FORMAT (1);
const char *ctg_translate_plural (const char   *one,
                                  const char   *many,
                                  unsigned long count) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

/* The words xgettext looks for: a message, one that depends on a number, and one that is translated later, by ctg_translate(). */
#define T_(message) ctg_translate (message)
#define TN_(one, many, count) ctg_translate_plural (one, many, count)
#define NT_(message) (message)

G_END_DECLS
