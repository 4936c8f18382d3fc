/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A table, a spec and all a chart needs, from a bundled dataset or from rows written in a test. Shared by the suites that compile figures. */

#pragma once

#include "chart/ctg-chart.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"

G_BEGIN_DECLS

typedef struct
{
  CtgDataset *dataset;
  CtgTable *table;
  CtgSpec *spec;
  CtgLocale *locale;
  CtgArranger *arranger;
  CtgTextMeasure *measure;
  CtgWarnings *warnings;
} ChartFixture;

/* dataset: the id of a bundled one, or rows as JSON. settings: "path=value" separated by ";" ("kind=bars;top=20"). fixed: the fixed-width measure instead of real fonts. */
ChartFixture *chart_fixture_new      (const char *dataset,
                                      const char *settings,
                                      bool        fixed);
ChartFixture *chart_fixture_new_json (const char *json,
                                      const char *settings,
                                      bool        fixed);
void          chart_fixture_free     (ChartFixture *self);
CtgChartInput chart_fixture_input    (ChartFixture *self);
/* Never NULL: a figure that cannot be drawn fails the test. */
CtgScene     *chart_fixture_compile  (ChartFixture *self) G_GNUC_WARN_UNUSED_RESULT;
bool          chart_fixture_warned   (ChartFixture *self,
                                      CtgPhrase     phrase);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ChartFixture, chart_fixture_free)

G_END_DECLS
