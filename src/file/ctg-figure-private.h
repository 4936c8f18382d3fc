/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Between the files that make figures, write them down and export them. */

#pragma once

#include "file/ctg-figure.h"
#include "render/ctg-png-document.h"

G_BEGIN_DECLS

/* ctg_figure_new(), telling what is wrong with the dataset's own default figure, which is then left out; never NULL. */
CtgFigure *ctg_figure_new_checked (CtgDataset *dataset,
                                   GError    **error) G_GNUC_WARN_UNUSED_RESULT;

/* What ctg_figure_prepare_document() has begun (ctg-prepare.c); all nullable. */
typedef struct
{
  GThread *package;    /* its result is the dataset's CtgPackageText; atomic, for whoever takes it first */
  CtgSpec *spec;       /* ctg_figure_make_full_spec(); set before png, whose thread reads it */
  CtgPngDocument *png; /* reads the figure until it is freed */
} CtgPrepared;

CtgPrepared    *ctg_figure_get_prepared   (CtgFigure *self);
void            ctg_prepared_clear        (CtgPrepared *prepared);

/* Whether there are so many numbers that writing them down is worth a thread. */
bool            ctg_figure_is_large       (CtgFigure *self);
/* The spec with series as full ids, so that a document does not depend on what a short form means later. Makes the table. */
CtgSpec        *ctg_figure_make_full_spec (CtgFigure *self) G_GNUC_WARN_UNUSED_RESULT;
/* The dataset's package; the one that was begun where there is one. From any thread. */
CtgPackageText *ctg_figure_make_package   (CtgFigure *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
