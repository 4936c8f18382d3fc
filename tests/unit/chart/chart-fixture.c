/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Puts the parts of a figure together for a test. It must not decide anything a figure would. */

#include "chart-fixture.h"

#include <string.h>

static ChartFixture *
make (CtgDataset *dataset,
      const char *settings,
      bool        fixed)
{
  static CtgTextMeasure *fonts = NULL;
  ChartFixture *self = g_new0 (ChartFixture, 1);
  g_auto(GStrv) parts = g_strsplit (settings, ";", -1);

  self->dataset = dataset;
  self->spec = ctg_spec_new ();
  for (unsigned int i = 0; parts[i] != NULL; i++)
    {
      g_autoptr(GError) error = NULL;
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        continue;
      *value = '\0';

      CtgSpec *next = ctg_spec_with (self->spec, parts[i], value + 1, &error);

      g_assert_no_error (error);
      ctg_spec_unref (self->spec);
      self->spec = next;
    }

  self->table = ctg_table_new_derived (dataset, (CtgRule) self->spec->rule, self->spec->doubtful,
                                       &(CtgDerivation) { (CtgPer) self->spec->per, (CtgDerive) self->spec->derive, self->spec->against });
  self->locale = ctg_locale_new (self->spec->language != NULL ? self->spec->language : "en");
  self->arranger = ctg_arranger_new (self->table, self->locale);
  self->warnings = ctg_warnings_new ();
  if (fixed)
    self->measure = ctg_text_measure_new_fixed ();
  else
    {
      /* Fonts are loaded once a process. */
      if (fonts == NULL)
        fonts = ctg_text_measure_new_pango ();
      self->measure = ctg_text_measure_ref (fonts);
    }

  return self;
}

ChartFixture *
chart_fixture_new (const char *dataset,
                   const char *settings,
                   bool        fixed)
{
  g_autoptr(GError) error = NULL;

  if (*dataset == '[')
    return chart_fixture_new_json (dataset, settings, fixed);

  CtgDataset *loaded = ctg_library_load (dataset, &error);

  g_assert_no_error (error);

  return make (loaded, settings, fixed);
}

ChartFixture *
chart_fixture_new_json (const char *json,
                        const char *settings,
                        bool        fixed)
{
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(GError) error = NULL;
  CtgDataset *loaded = ctg_package_load (bytes, "test", NULL, &error);

  g_assert_no_error (error);

  return make (loaded, settings, fixed);
}

void
chart_fixture_free (ChartFixture *self)
{
  ctg_warnings_free (self->warnings);
  ctg_text_measure_unref (self->measure);
  ctg_arranger_free (self->arranger);
  ctg_locale_unref (self->locale);
  ctg_spec_unref (self->spec);
  ctg_table_unref (self->table);
  ctg_dataset_unref (self->dataset);
  g_free (self);
}

CtgChartInput
chart_fixture_input (ChartFixture *self)
{
  return (CtgChartInput) { self->table, self->arranger, self->spec, self->locale, self->measure };
}

CtgScene *
chart_fixture_compile (ChartFixture *self)
{
  g_autoptr(GError) error = NULL;
  CtgChartInput input = chart_fixture_input (self);
  CtgScene *scene = ctg_chart_compile (&input, self->warnings, &error);

  g_assert_no_error (error);
  g_assert_nonnull (scene);

  return scene;
}

bool
chart_fixture_warned (ChartFixture *self,
                      CtgPhrase     phrase)
{
  for (unsigned int i = 0; i < ctg_warnings_get_n (self->warnings); i++)
    {
      if (ctg_warnings_get (self->warnings, i)->phrase == phrase)
        return true;
    }

  return false;
}
