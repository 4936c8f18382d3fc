/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between ctg-figure.c, ctg-document.c and ctg-export.c only. */

#pragma once

#include "file/ctg-figure.h"

G_BEGIN_DECLS

/* ctg_figure_new(), telling what is wrong with the dataset's own default figure, which is then left out; never NULL. */
CtgFigure *ctg_figure_new_checked (CtgDataset *dataset,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there are so many numbers that writing them down is worth a thread. */
bool       ctg_figure_is_large     (CtgFigure *self);
/* The dataset's package, and its hash; from ctg_figure_prepare_document() where that was called. */
char      *ctg_figure_make_package (CtgFigure   *self,
                                    const char **hash) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
