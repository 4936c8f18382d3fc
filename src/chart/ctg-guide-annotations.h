/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Notes tied to marks. They are placed when all else is drawn, by the boxes of what is there: every kind of chart can have them, and knows nothing of it. */

#pragma once

#include "chart/ctg-pen.h"

G_BEGIN_DECLS

/* Draws the spec's annotations; the last thing on the page. Those whose mark is not drawn and those without room are named in the canvas's warnings. */
void ctg_guide_draw_annotations (CtgPen *pen);

G_END_DECLS
