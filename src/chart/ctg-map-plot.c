/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Sea and land, and the questions every map asks of a row. It must not know what a map shows. */

#include "chart/ctg-map-plot.h"

#include <math.h>

#include "chart/ctg-kind.h"

/* Detail smaller than this many points is left out. */
#define TOLERANCE 0.3
/* A country that takes less room than this (square points) is hard to see. */
#define SMALL 2.0

const CtgGeoExtent *
ctg_map_plot_get_extent (const CtgSpec *spec)
{
  static const char *const ids[] = {
    [CTG_MAP_EXTENT_WORLD] = "world",
    [CTG_MAP_EXTENT_EUROPE] = "europe",
    [CTG_MAP_EXTENT_MENA] = "middle-east-north-africa",
    [CTG_MAP_EXTENT_CENTRAL_ASIA] = "central-asia",
    [CTG_MAP_EXTENT_SOUTHEAST_ASIA] = "southeast-asia",
  };

  return ctg_geo_extent_find (ids[spec->map_extent]);
}

bool
ctg_map_plot_suits (const CtgTable  *table,
                    unsigned int    *series,
                    unsigned int     n_series,
                    const CtgLocale *locale,
                    char           **reason)
{
  if (ctg_dataset_get_rows_by (ctg_table_get_dataset (table)) == CTG_ROWS_PLACE)
    return true;

  if (reason != NULL)
    *reason = ctg_locale_phrase (locale, CTG_PHRASE_FIT_PLACES, NULL);
  return false;
}

const CtgMapCountry *
ctg_map_plot_find (const CtgTable *table,
                   unsigned int    row)
{
  return ctg_map_find_country (ctg_map_get_world (), ctg_table_get_row (table, row)->code);
}

bool
ctg_map_plot_takes_row (const CtgTable     *table,
                        unsigned int        row,
                        const unsigned int *series,
                        unsigned int        n_series)
{
  return ctg_map_plot_find (table, row) != NULL;
}

double
ctg_map_plot_measure (const CtgPlan *plan,
                      double         width)
{
  return width * ctg_geo_extent_get_aspect (ctg_map_plot_get_extent (plan->input->spec), &ctg_projection_equal_earth);
}

unsigned int
ctg_map_plot_fit (const CtgPlan *plan,
                  double         width,
                  double         height)
{
  return height >= MIN (plan->theme.size * 6, ctg_map_plot_measure (plan, width)) ? plan->n_rows : 0;
}

/* A view of the size of a large page answers for every page. */
bool
ctg_map_plot_shows (const CtgSpec       *spec,
                    const CtgMapCountry *country)
{
  CtgGeoView view;
  CtgGeoPath path;

  if (spec->map_extent == CTG_MAP_EXTENT_WORLD)
    return true;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_map_plot_get_extent (spec), ctg_rect (0, 0, 500, 500));
  ctg_geo_path_init (&path);
  ctg_geo_view_add_country (&view, ctg_map_get_world (), country, 2, &path);

  bool shows = path.points->len > 0;

  ctg_geo_path_clear (&path);
  return shows;
}

bool
ctg_map_plot_shows_center (const CtgSpec       *spec,
                           const CtgMapCountry *country)
{
  CtgGeoView view;
  CtgPoint center;

  ctg_geo_view_init (&view, &ctg_projection_equal_earth, ctg_map_plot_get_extent (spec), ctg_rect (0, 0, 500, 500));

  return ctg_geo_view_project (&view, country->center, &center);
}

double
ctg_map_plot_get_number (const CtgEstimate *estimate)
{
  return ctg_estimate_is_reported (estimate) ? ctg_estimate_get_rank (estimate) : NAN;
}

void
ctg_map_plot_note (const CtgWords *words,
                   CtgPhrase       middles,
                   CtgMapShows     shows,
                   GPtrArray      *sentences)
{
  unsigned int n_outside = 0;
  bool any_middle = false;

  for (unsigned int i = 0; i < words->n_drawn; i++)
    {
      const CtgEstimate *estimate = ctg_words_get_estimate (words, i, 0);

      n_outside += !shows (words, i);
      any_middle |= ctg_estimate_is_reported (estimate) && (!isfinite (estimate->value) || (estimate->qualifier != CTG_QUALIFIER_EXACT &&
                                                                                            estimate->qualifier != CTG_QUALIFIER_ABOUT));
    }

  if (n_outside > 0)
    ctg_words_add (sentences, ctg_locale_phrase_plural (words->locale, CTG_PHRASE_NOTE_OUTSIDE_MAP, n_outside, NULL));
  if (any_middle)
    ctg_words_add (sentences, ctg_locale_phrase (words->locale, middles, NULL));
  ctg_words_add (sentences, ctg_locale_phrase (words->locale, CTG_PHRASE_NOTE_BOUNDARIES, NULL));
}

void
ctg_map_plot_init (CtgMapPlot   *self,
                   const CtgPen *pen,
                   CtgRect       box)
{
  const CtgTheme *theme = &pen->plan->theme;

  /* Maps are not mirrored, but their places on the page are. */
  if (pen->canvas->rtl)
    box.x = pen->canvas->width - box.x - box.width;

  ctg_geo_view_init (&self->view, &ctg_projection_equal_earth, ctg_map_plot_get_extent (pen->plan->input->spec), box);
  self->world = ctg_map_get_world ();
  self->sea = ctg_color_mix (ctg_color (0xcfe0ee), theme->paper, 0.68);
  self->land = ctg_color_mix (theme->ink, theme->paper, 0.855);
}

/* The projection keeps areas, so that the largest part's area on the page follows from that on the globe. */
bool
ctg_map_plot_is_small (const CtgGeoView    *view,
                       const CtgMapCountry *country)
{
  double side = view->scale * G_PI / 180;

  return country->area_deg2 * side * side < SMALL;
}

/* Adds the path as one node; what is empty adds nothing. */
static void
add_path (CtgPen           *pen,
          const CtgGeoPath *path,
          bool              closed,
          CtgRole           role,
          const CtgStyle   *style)
{
  g_autoptr(GArray) verbs = g_array_sized_new (FALSE, FALSE, sizeof (CtgPathVerb), path->points->len + path->ends->len);

  for (unsigned int k = 0, start = 0; k < path->ends->len; k++)
    {
      unsigned int end = g_array_index (path->ends, unsigned int, k);

      for (unsigned int i = start; i <= end; i++)
        {
          CtgPathVerb verb = i == start ? CTG_PATH_MOVE : i == end ? CTG_PATH_CLOSE : CTG_PATH_LINE;

          if (verb != CTG_PATH_CLOSE || closed)
            g_array_append_val (verbs, verb);
        }
      start = end;
    }

  if (verbs->len > 0)
    ctg_scene_builder_path (pen->canvas->builder, role, (const CtgPathVerb *) (void *) verbs->data, verbs->len,
                            (const CtgPoint *) (void *) path->points->data, path->points->len, style);
}

void
ctg_map_plot_draw_ground (const CtgMapPlot *self,
                          CtgPen           *pen,
                          bool              rows_too)
{
  const CtgPlan *plan = pen->plan;
  g_autoptr(GHashTable) drawn = g_hash_table_new (NULL, NULL);
  CtgStyle sea = ctg_style_fill (self->sea);
  CtgStyle land = ctg_style_fill (self->land);
  CtgGeoPath path;

  for (unsigned int i = 0; i < plan->n_rows && !rows_too; i++)
    g_hash_table_add (drawn, (gpointer) ctg_map_plot_find (plan->input->table, plan->rows[i]));

  ctg_geo_path_init (&path);
  ctg_geo_view_add_sphere (&self->view, &path);
  add_path (pen, &path, true, CTG_ROLE_GRID, &sea);
  ctg_geo_path_clear (&path);

  ctg_geo_path_init (&path);
  for (unsigned int c = 0; c < self->world->n_countries; c++)
    if (!g_hash_table_contains (drawn, &self->world->countries[c]))
      ctg_geo_view_add_country (&self->view, self->world, &self->world->countries[c], TOLERANCE, &path);
  add_path (pen, &path, true, CTG_ROLE_GRID, &land);
  ctg_geo_path_clear (&path);
}

void
ctg_map_plot_draw_country (const CtgMapPlot    *self,
                           CtgPen              *pen,
                           const CtgMapCountry *country,
                           CtgRole              role,
                           const CtgStyle      *style)
{
  CtgGeoPath path;

  ctg_geo_path_init (&path);
  ctg_geo_view_add_country (&self->view, self->world, country, TOLERANCE, &path);
  add_path (pen, &path, true, role, style);
  ctg_geo_path_clear (&path);
}

void
ctg_map_plot_draw_borders (const CtgMapPlot *self,
                           CtgPen           *pen)
{
  CtgStyle style = ctg_style_stroke (pen->plan->theme.paper, 0.4);
  CtgGeoPath path;

  ctg_geo_path_init (&path);
  ctg_geo_view_add_borders (&self->view, self->world, TOLERANCE, &path);
  add_path (pen, &path, false, CTG_ROLE_GRID, &style);
  ctg_geo_path_clear (&path);
}

CtgStyle
ctg_map_plot_get_missing_style (const CtgTheme *theme)
{
  CtgStyle style = ctg_style_fill (theme->paper);

  style.hatch = CTG_HATCH_DIAGONAL;
  style.stroke = ctg_color_mix (theme->missing, theme->paper, 0.25);
  style.stroke_width = 0.35;
  return style;
}

void
ctg_map_plot_write (CtgPen     *pen,
                    CtgRole     role,
                    CtgColor    color,
                    const char *text,
                    double      middle,
                    double      baseline)
{
  double x = pen->canvas->rtl ? pen->canvas->width - middle : middle;

  ctg_canvas_text (pen->canvas, role, &pen->plan->theme.axis, color, text, (CtgPoint) { x, baseline }, CTG_ALIGN_MIDDLE);
}
