/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A scene made by hand that uses everything a sink has to draw. */

#pragma once

#include "scene/ctg-scene.h"

G_BEGIN_DECLS

#define SAMPLE_WIDTH 340.0
#define SAMPLE_HEIGHT 255.0
#define SAMPLE_TITLE "Fighters & families: “at least” <41>"
#define SAMPLE_DESCRIPTION "Bar chart of invented numbers.\nCôte d’Ivoire leads with 410; تونس follows."

CtgScene *sample_scene_new  (CtgTextMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
/* Grouped bars of n_rows countries on a page of width × height points: about as many nodes as a real figure. */
CtgScene *sample_figure_new (CtgTextMeasure *measure,
                             unsigned int    n_rows,
                             double          width,
                             double          height) G_GNUC_WARN_UNUSED_RESULT;

/* A page with nothing on it. */
CtgScene *sample_page_new   (double width,
                             double height) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
