/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset and a spec together, and what is worth keeping between two specs of the same data: table, language, names. It must not know
 * file formats (ctg-document.c) nor sinks (ctg-export.c). */

#include "file/ctg-figure-private.h"

#include <string.h>

#include "base/ctg-json.h"

/* What figures of the same data share: made when first asked for, by one thread at a time. */
typedef struct
{
  CtgDataset *dataset;
  CtgTable *table;       /* nullable */
  CtgLocale *locale;     /* nullable */
  CtgArranger *arranger; /* nullable; of table and locale */
} View;

struct _CtgFigure
{
  View *view;
  CtgSpec *spec;
  CtgSpec *default_spec;
  CtgPrepared prepared;
};

static void
view_clear (View *view)
{
  g_clear_pointer (&view->arranger, ctg_arranger_free);
  g_clear_pointer (&view->locale, ctg_locale_unref);
  g_clear_pointer (&view->table, ctg_table_unref);
  ctg_dataset_unref (view->dataset);
}

static View *
view_new (CtgDataset *dataset)
{
  View *view = g_atomic_rc_box_new0 (View);

  view->dataset = ctg_dataset_ref (dataset);
  return view;
}

static void
view_unref (View *view)
{
  g_atomic_rc_box_release_full (view, (GDestroyNotify) view_clear);
}

static bool
same_table (const CtgSpec *a,
            const CtgSpec *b)
{
  return a->rule == b->rule && a->doubtful == b->doubtful && a->per == b->per && a->derive == b->derive &&
         (a->derive == CTG_SPEC_DERIVE_NONE || g_strcmp0 (a->against, b->against) == 0);
}

static bool
same_language (const CtgSpec *a,
               const CtgSpec *b)
{
  return g_strcmp0 (a->language, b->language) == 0;
}

/* The view for a new spec of the same data: the old one where nothing it depends on has changed. */
static View *
view_for_spec (View          *old,
               const CtgSpec *old_spec,
               const CtgSpec *spec)
{
  View *view;

  if (same_table (old_spec, spec) && same_language (old_spec, spec))
    return g_atomic_rc_box_acquire (old);

  view = view_new (old->dataset);
  if (same_table (old_spec, spec) && old->table != NULL)
    view->table = ctg_table_ref (old->table);
  if (same_language (old_spec, spec) && old->locale != NULL)
    view->locale = ctg_locale_ref (old->locale);
  return view;
}

static CtgRule
get_rule (const CtgSpec *spec)
{
  switch (spec->rule)
    {
    case CTG_SPEC_RULE_FIRST:
      return CTG_RULE_FIRST;
    case CTG_SPEC_RULE_LATEST:
      return CTG_RULE_LATEST;
    case CTG_SPEC_RULE_OFFICIAL_FIRST:
      return CTG_RULE_OFFICIAL_FIRST;
    case CTG_SPEC_RULE_LOWEST:
      return CTG_RULE_LOWEST;
    case CTG_SPEC_RULE_HIGHEST:
      return CTG_RULE_HIGHEST;
    case CTG_SPEC_RULE_FULL_SPAN:
      return CTG_RULE_FULL_SPAN;
    }

  g_assert_not_reached ();
}

static CtgTable *
make_table (CtgDataset    *dataset,
            const CtgSpec *spec)
{
  static const CtgPer pers[] = {
    [CTG_SPEC_PER_NONE] = CTG_PER_NONE, [CTG_SPEC_PER_MILLION] = CTG_PER_MILLION, [CTG_SPEC_PER_TOTAL] = CTG_PER_TOTAL,
  };
  static const CtgDerive derives[] = {
    [CTG_SPEC_DERIVE_NONE] = CTG_DERIVE_NONE, [CTG_SPEC_DERIVE_DIFFERENCE] = CTG_DERIVE_DIFFERENCE,
    [CTG_SPEC_DERIVE_RATIO] = CTG_DERIVE_RATIO, [CTG_SPEC_DERIVE_RANK] = CTG_DERIVE_RANK,
  };
  CtgDerivation derivation = { pers[spec->per], derives[spec->derive], spec->against };

  return ctg_table_new_derived (dataset, get_rule (spec), spec->doubtful, &derivation);
}

/* The program's defaults with the dataset's own laid over them; what is wrong with the latter is told in error. */
static CtgSpec *
make_default_spec (CtgDataset *dataset,
                   GError    **error)
{
  CtgSpec *defaults = ctg_spec_new ();
  const char *json = ctg_dataset_get_figure_json (dataset);
  g_autoptr(GBytes) bytes = json != NULL ? g_bytes_new_static (json, strlen (json)) : NULL;
  g_autoptr(JsonNode) root = bytes != NULL ? ctg_json_parse (bytes, error) : NULL;
  CtgSpec *spec = NULL;

  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    spec = ctg_spec_apply_json (defaults, json_node_get_object (root), error);
  if (spec == NULL)
    return defaults;

  ctg_spec_unref (defaults);
  return spec;
}

CtgFigure *
ctg_figure_new_checked (CtgDataset *dataset,
                        GError    **error)
{
  CtgFigure *self = g_atomic_rc_box_new0 (CtgFigure);

  self->view = view_new (dataset);
  self->default_spec = make_default_spec (dataset, error);
  self->spec = ctg_spec_ref (self->default_spec);
  return self;
}

CtgFigure *
ctg_figure_new (CtgDataset *dataset)
{
  return ctg_figure_new_checked (dataset, NULL);
}

CtgFigure *
ctg_figure_with_spec (CtgFigure *self,
                      CtgSpec   *spec)
{
  CtgFigure *figure = g_atomic_rc_box_new0 (CtgFigure);

  figure->view = view_for_spec (self->view, self->spec, spec);
  figure->default_spec = ctg_spec_ref (self->default_spec);
  figure->spec = ctg_spec_ref (spec);
  return figure;
}

CtgFigure *
ctg_figure_ref (CtgFigure *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
figure_clear (CtgFigure *self)
{
  ctg_prepared_clear (&self->prepared);
  view_unref (self->view);
  ctg_spec_unref (self->default_spec);
  ctg_spec_unref (self->spec);
}

void
ctg_figure_unref (CtgFigure *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) figure_clear);
}

CtgDataset *
ctg_figure_get_dataset (CtgFigure *self)
{
  return self->view->dataset;
}

CtgSpec *
ctg_figure_get_spec (CtgFigure *self)
{
  return self->spec;
}

CtgSpec *
ctg_figure_get_default_spec (CtgFigure *self)
{
  return self->default_spec;
}

CtgPrepared *
ctg_figure_get_prepared (CtgFigure *self)
{
  return &self->prepared;
}

CtgTable *
ctg_figure_get_table (CtgFigure *self)
{
  View *view = self->view;

  if (view->table == NULL)
    view->table = make_table (view->dataset, self->spec);

  return view->table;
}

CtgLocale *
ctg_figure_get_locale (CtgFigure *self)
{
  View *view = self->view;
  const char *language = self->spec->language;

  if (view->locale == NULL)
    view->locale = ctg_locale_new (language != NULL && *language != '\0' ? language : "en");

  return view->locale;
}

CtgChartInput
ctg_figure_get_input (CtgFigure      *self,
                      CtgTextMeasure *measure)
{
  CtgTable *table = ctg_figure_get_table (self);
  CtgLocale *locale = ctg_figure_get_locale (self);

  if (self->view->arranger == NULL)
    self->view->arranger = ctg_arranger_new (table, locale);

  return (CtgChartInput) { table, self->view->arranger, self->spec, locale, measure };
}

CtgScene *
ctg_figure_compile (CtgFigure      *self,
                    CtgTextMeasure *measure,
                    CtgWarnings    *warnings,
                    GError        **error)
{
  CtgChartInput input = ctg_figure_get_input (self, measure);

  return ctg_chart_compile (&input, warnings, error);
}
