/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The front of the figure engine: table + spec + language + text measure → scene, and the words that go with it.
 * Pure functions of immutable inputs: no clock, no process locale, no globals; any thread, as long as the measure and
 * the arranger are used by one thread at a time. */

#pragma once

#include "base/ctg-warnings.h"
#include "data/ctg-arrange.h"
#include "scene/ctg-scene.h"
#include "spec/ctg-spec.h"

G_BEGIN_DECLS

/* All borrowed. arranger: of the same table and locale. */
typedef struct
{
  CtgTable *table;
  CtgArranger *arranger;
  const CtgSpec *spec;
  CtgLocale *locale;
  CtgTextMeasure *measure; /* may be NULL for everything but ctg_chart_compile() */
} CtgChartInput;

/* The figure. Trouble that still leaves a figure goes to warnings (nullable); a spec that cannot be drawn with these
 * data (unknown series, kind that does not fit) is CTG_SPEC_ERROR with the path. */
CtgScene           *ctg_chart_compile            (const CtgChartInput *input,
                                                  CtgWarnings         *warnings,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* The rows the figure's filter and sort leave, in order, before top N: table row indices. What the window's table shows.
 * aggregates: also the source's regions and totals, last. */
unsigned int       *ctg_chart_dup_rows           (const CtgChartInput *input,
                                                  bool                 aggregates,
                                                  unsigned int        *n_rows,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;
/* Indices of the series drawn, in order: the spec's, or the dataset's first fitting ones. */
unsigned int       *ctg_chart_dup_series         (const CtgChartInput *input,
                                                  unsigned int        *n_series,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* The spec without a scale of the value axis that its kind refuses, for it would make bars lie. */
CtgSpec            *ctg_chart_dup_spec_on_fit_scale (const CtgChartInput *input) G_GNUC_WARN_UNUSED_RESULT;

/* The words of the figure: the spec's where given, else made from the data. Never NULL; "" for none. */
typedef struct
{
  char *title;
  char *subtitle;
  char *note;        /* selection rule, rows left out, partial data, what marks mean */
  char *source;      /* "Source: The Soufan Group, Foreign Fighters … (2015)" */
  char *axis_title;
  char *description; /* alt text: kind, what is counted, rows, leader, extremes, what is missing, how partial, source */
} CtgChartTexts;

CtgChartTexts      *ctg_chart_texts_new          (const CtgChartInput *input,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;
void                ctg_chart_texts_free         (CtgChartTexts *self);

/* One datum in a sentence, for tooltips and screen readers: "Tunisia, official: 6,000, as of 8 December 2015 (The Soufan Group). Note …". */
char               *ctg_chart_describe_datum     (const CtgChartInput *input,
                                                  unsigned int         row,
                                                  unsigned int         series) G_GNUC_WARN_UNUSED_RESULT;

/* The number in the spec's annotations of the note that a node of the scene is; -1 for any other node. */
int                 ctg_chart_get_annotation     (const CtgNode *node);
/* The point of its mark that a note is tied to, and from which its offset is counted; FALSE where the mark is not drawn. */
bool                ctg_chart_get_annotation_anchor (const CtgScene          *scene,
                                                     const CtgTable          *table,
                                                     const CtgSpecAnnotation *annotation,
                                                     CtgPoint                *anchor);

/* BibTeX entries of exactly the sources drawn, in order of first use. */
char               *ctg_chart_bibtex             (const CtgChartInput *input,
                                                  GError             **error) G_GNUC_WARN_UNUSED_RESULT;

/* Chart kinds, in the order of the picker. */
typedef struct
{
  const char *id;        /* "bars" */
  CtgPhrase title;       /* "Ranked bars" */
  CtgPhrase summary;     /* one sentence for the picker's tooltip */
  unsigned int min_series;
  unsigned int max_series;
} CtgChartKindInfo;

unsigned int            ctg_chart_get_n_kinds    (void);
const CtgChartKindInfo *ctg_chart_get_kind       (unsigned int index);
const CtgChartKindInfo *ctg_chart_find_kind      (const char *id);
/* The ids of all kinds, with commas between them, for messages. */
char                   *ctg_chart_list_kinds     (void);
/* Whether its rows can run across or down. */
bool                    ctg_chart_kind_has_direction (const CtgChartKindInfo *kind);
/* Whether numbers are read off a value axis: not off a map or a table. */
bool                    ctg_chart_kind_has_axis  (const CtgChartKindInfo *kind);
/* The kind that is drawn: the spec's, or made from the data where it names none. NULL and CTG_SPEC_ERROR_VALUE for an unknown one. */
const CtgChartKindInfo *ctg_chart_choose_kind    (const CtgChartInput *input,
                                                  GError             **error);
/* Whether the kind fits the table's series (those of the spec if the kind can take them, else any); if not, reason says why in the locale's phrases. */
bool                    ctg_chart_kind_fits      (const CtgChartKindInfo *kind,
                                                  const CtgChartInput    *input,
                                                  char                  **reason);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CtgChartTexts, ctg_chart_texts_free)

G_END_DECLS
