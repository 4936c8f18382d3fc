/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The selection: which kind, series and rows a figure draws, and their numbers. It is made once for a figure; the plan and the words both look at it. */

#pragma once

#include "chart/ctg-chart.h"
#include "scale/ctg-scale.h"

G_BEGIN_DECLS

typedef struct _CtgKind CtgKind;

/* Counted by references (not atomically: it stays in one thread). Nothing in it changes. */
typedef struct
{
  const CtgKind *kind;
  unsigned int n_series;
  unsigned int *series;    /* of the table */
  unsigned int n_rows;     /* left by the filter */
  unsigned int n_drawable; /* of these, what the kind can draw: the first ones of rows */
  unsigned int n_drawn;    /* of these, the top N */
  unsigned int *rows;      /* of the table */
  CtgEstimate *estimates;  /* of rows and series */
} CtgSelection;

CtgSelection      *ctg_selection_new     (const CtgChartInput *input,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;
CtgSelection      *ctg_selection_ref     (CtgSelection *self);
void               ctg_selection_unref   (CtgSelection *self);

/* Its parts (ctg-select-series.c). */
const CtgKind     *ctg_select_kind       (const CtgChartInput *input,
                                          GError             **error);
unsigned int      *ctg_select_series     (const CtgChartInput *input,
                                          const CtgKind       *kind,
                                          unsigned int        *n_series,
                                          GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* The scale of the value axis (ctg-select-scale.c). Refused where bars would not be as long as what they stand for. */
const CtgScaleDesc *ctg_select_scale      (const CtgChartInput *input,
                                           const CtgKind       *kind,
                                           GError             **error);
/* What leads out of a scale that is refused. */
void               ctg_select_warn_scale  (const CtgChartInput *input,
                                           CtgWarnings         *warnings);

/* The words of a figure whose selection is made (ctg-words.c). */
CtgChartTexts     *ctg_words_make_texts   (const CtgChartInput *input,
                                           const CtgSelection  *selection) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgSelection, ctg_selection_unref)

G_END_DECLS
