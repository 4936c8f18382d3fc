/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A figure as a user has it open: a dataset and a spec. Knows the document format (*.contingent), opens everything that
 * holds data or a figure, and makes scenes. The window and the command line both work through this, so they cannot differ.
 * Immutable and reference-counted; a change of spec makes a new figure that shares the table. */

#pragma once

#include <gio/gio.h>

#include "chart/ctg-chart.h"

G_BEGIN_DECLS

typedef struct _CtgFigure CtgFigure;

/* The dataset's default figure. */
CtgFigure   *ctg_figure_new           (CtgDataset *dataset) G_GNUC_WARN_UNUSED_RESULT;
/* The same data with another spec; keeps the table when rule and doubtful are the same. */
CtgFigure   *ctg_figure_with_spec     (CtgFigure *self,
                                       CtgSpec   *spec) G_GNUC_WARN_UNUSED_RESULT;
CtgFigure   *ctg_figure_ref           (CtgFigure *self);
void         ctg_figure_unref         (CtgFigure *self);

CtgDataset  *ctg_figure_get_dataset   (CtgFigure *self);
CtgSpec     *ctg_figure_get_spec      (CtgFigure *self);
/* The spec the dataset starts with, for "Reset figure". */
CtgSpec     *ctg_figure_get_default_spec (CtgFigure *self);
CtgTable    *ctg_figure_get_table     (CtgFigure *self);
CtgLocale   *ctg_figure_get_locale    (CtgFigure *self);
/* For the functions of ctg-chart.h; valid as long as the figure. measure may be NULL. Main thread or one thread at a time. */
CtgChartInput ctg_figure_get_input    (CtgFigure      *self,
                                       CtgTextMeasure *measure);
CtgScene    *ctg_figure_compile       (CtgFigure      *self,
                                       CtgTextMeasure *measure,
                                       CtgWarnings    *warnings,
                                       GError        **error) G_GNUC_WARN_UNUSED_RESULT;

/* Begins the document of a large figure in threads of its own, where it is wanted soon: for_png, also as it stands in a PNG. It takes as long as drawing.
 * Without it all is done when it is asked for. For the thread that uses the figure. */
void         ctg_figure_prepare_document (CtgFigure *self,
                                          bool       for_png);
/* The figure document: {"contingent": 1, "figure": {…}, "dataset": {"id", "sha256", "package"}}; canonical text ending in a newline.
 * The data are always inside, so that a new release never alters a published figure. NULL and CTG_DATA_ERROR_LIMIT where there are more data than
 * ctg_figure_load() reads. */
char        *ctg_figure_to_document   (CtgFigure *self,
                                       GError   **error) G_GNUC_WARN_UNUSED_RESULT;

/* What was opened, for the window: a data file gives its default figure, a figure file or an exported SVG or PNG (PDF where possible) the figure itself. */
typedef enum
{
  CTG_OPENED_DATA,
  CTG_OPENED_FIGURE,
  CTG_OPENED_PICTURE,
} CtgOpenedKind;

/* name: display name of the file, for the dataset's fallback id; messages do not repeat it. faults: (element-type CtgFault) (nullable).
 * A document whose data do not match its hash opens with a fault that says so. */
CtgFigure   *ctg_figure_load          (GBytes        *bytes,
                                       const char    *name,
                                       CtgOpenedKind *kind,
                                       GPtrArray     *faults,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from a file; refuses what is larger than any figure could be. */
CtgFigure   *ctg_figure_load_file     (GFile         *file,
                                       CtgOpenedKind *kind,
                                       GPtrArray     *faults,
                                       GCancellable  *cancellable,
                                       GError       **error) G_GNUC_WARN_UNUSED_RESULT;
/* A bundled dataset or view by id. */
CtgFigure   *ctg_figure_load_bundled  (const char *id,
                                       GError    **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgFigure, ctg_figure_unref)

G_END_DECLS
