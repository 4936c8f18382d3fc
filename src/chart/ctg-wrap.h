/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Breaking short texts so that no word is left alone on the last line. */

#pragma once

#include "text/ctg-text.h"

G_BEGIN_DECLS

/* As ctg_text_measure_wrap(), in as few lines, but the lines are about equally long. */
char **ctg_wrap_balanced (CtgTextMeasure *measure,
                          const CtgFont  *font,
                          const char     *text,
                          double          width) G_GNUC_WARN_UNUSED_RESULT;
/* The same in as few lines and as long ones, but for the last line, which is no word left alone where that can be helped. */
char **ctg_wrap_unorphaned (CtgTextMeasure *measure,
                            const CtgFont  *font,
                            const char     *text,
                            double          width) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
