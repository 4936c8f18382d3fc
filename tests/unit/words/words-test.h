/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures to say in words: bundled ones with changes to their spec, and planted ones from a line of JSON. */

#pragma once

#include <string.h>

#include "ctg-test.h"
#include "file/ctg-figure.h"

/* Restores what is made from the data. */
#define DEFAULT "null"

/* changes: path, value, path, value …, NULL. */
static inline CtgFigure *
change_figure (CtgFigure         *figure,
               const char *const *changes)
{
  g_autoptr(CtgFigure) owned = figure;
  g_autoptr(CtgSpec) spec = ctg_spec_ref (ctg_figure_get_spec (owned));

  for (unsigned int i = 0; changes[i] != NULL; i += 2)
    {
      g_autoptr(GError) error = NULL;
      CtgSpec *changed = ctg_spec_with (spec, changes[i], g_str_equal (changes[i + 1], DEFAULT) ? NULL : changes[i + 1], &error);

      g_assert_no_error (error);
      ctg_spec_unref (spec);
      spec = changed;
    }

  return ctg_figure_with_spec (owned, spec);
}

static inline CtgFigure *
open_bundled (const char        *id,
              const char *const *changes)
{
  g_autoptr(GError) error = NULL;
  CtgFigure *figure = ctg_figure_load_bundled (id, &error);

  g_assert_no_error (error);
  return change_figure (figure, changes);
}

static inline CtgFigure *
open_json (const char        *json,
           const char *const *changes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  CtgFigure *figure = ctg_figure_load (bytes, "planted.json", NULL, NULL, &error);

  g_assert_no_error (error);
  return change_figure (figure, changes);
}

#define CHANGES(...) ((const char *const[]) { __VA_ARGS__ __VA_OPT__ (, ) NULL })

static inline CtgChartTexts *
make_texts (CtgFigure *figure)
{
  g_autoptr(GError) error = NULL;
  CtgChartInput input = ctg_figure_get_input (figure, NULL);
  CtgChartTexts *texts = ctg_chart_texts_new (&input, &error);

  g_assert_no_error (error);
  return texts;
}

static inline void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s”\n  is not in\n“%s”", part, text);
}

static inline void
assert_lacks (const char *text,
              const char *part)
{
  if (strstr (text, part) != NULL)
    g_error ("“%s”\n  is in\n“%s”", part, text);
}
