/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What others make of our SVG, against the scene it was made from. */

#pragma once

#include "export-fixture.h"

G_BEGIN_DECLS

/* Every text of the scenes is within 0.75 pt of its place in Chromium, all scenes in one run of the browser. */
void compare_text_boxes (CtgScene *const   *scenes,
                         const char *const *svgs,
                         unsigned int       n_scenes);
/* librsvg's picture differs from our PNG by less than 1 % in the mean. */
void compare_pictures   (const CtgScene *scene,
                         const char     *svg,
                         double          dpi);

G_END_DECLS
