/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The showcase figures: the documents in data/figures/ are what this list makes of the bundled data, open again as the same figure, and
* draw the SVG kept here, byte by byte, with pinned fonts. CTG_TEST_UPDATE=1 rewrites both; look at the pictures before keeping them. */

#include <string.h>

#include "ctg-test.h"
#include "data/ctg-package.h"
#include "file/ctg-figure.h"
#include "render/ctg-render.h"

typedef struct
{
  const char *name;
  const char *dataset;
  const char *settings; /* over the dataset's default figure */
} Showcase;

static const Showcase showcases[] = {
  { "official-and-non-official-2015", "tsg-2015-12", "kind=grouped;top=20;page.width=183mm" },
  { "ranked-2015", "tsg-2015-12", "kind=bars;series=fighters.official;top=20;page.width=89mm" },
  { "all-countries-2015", "tsg-2015-12", "kind=bars;series=fighters.official;top=0;page.width=120mm" },
  { "differences-2015", "tsg-2015-12",
    "kind=dumbbell;series=fighters.official,fighters.non-official;where=fighters.non-official=reported;sort.by=difference;top=20;page.width=89mm" },
  { "arabic-2015", "tsg-2015-12", "kind=grouped;language=ar;top=12;page.width=120mm" },
  { "german-columns-2015", "tsg-2015-12", "kind=bars;series=fighters.official;orientation=vertical;language=de;top=18;page.width=183mm" },
  { "grey-2015", "tsg-2015-12", "kind=grouped;top=10;page.width=89mm;colors.palette=grey" },
  { "ranges-2013", "icsr-2013-12", "top=20;page.width=120mm" },
  { "spans-2013", "icsr-2013-12", "kind=range;top=25;page.width=120mm" },
  { "bounds-2015", "icct-2016-04", "kind=range;page.width=89mm" },
  { "disagreement", "fighters-all", "kind=disagreement;series=;sort.by=spread;top=20;page.width=183mm" },
  { "disagreement-ratio", "fighters-all", "kind=disagreement;series=;sort.by=spread-ratio;region=western-europe;page.width=89mm" },
  { "timeline", "totals", "kind=timeline;series=fighters.estimate,present.estimate,affiliates.estimate;page.width=183mm" },
  { "timeline-narrow", "totals", "kind=timeline;series=fighters.estimate;page.width=89mm" },
  { "slope", "fighters-all", "kind=slope;series=fighters.official@tsg-2015-12,fighters.estimate@tsc-2017-10;sort.by=value;top=16;page.width=120mm" },
  { "slope-three", "fighters-all",
    "kind=slope;series=fighters.estimate@icsr-2013-12,fighters.estimate@icsr-2015-01,fighters.official@tsg-2015-12;region=western-europe;page.width=89mm" },
  { "scatter-2017", "tsc-2017-10", "kind=scatter;series=fighters.estimate,returnees.estimate;axis.scale=log;x.scale=log;top=0;page.width=120mm" },
  { "scatter-official-2015", "tsg-2015-12",
    "kind=scatter;series=fighters.official,fighters.non-official;axis.scale=log;x.scale=log;top=0;page.width=183mm" },
  { "table-2015", "tsg-2015-12", "kind=table;top=20;page.width=89mm" },
  { "table-returned", "tsc-2017-10",
    "kind=table;series=fighters.estimate,returnees.estimate,women.estimate,minors.estimate;top=15;page.width=120mm" },
  { "per-million-2015", "rferl-2015-11", "page.width=89mm" },
  { "rates-2013", "icsr-2013-12", "kind=bars;per=million;top=15;page.width=89mm" },
  { "change-2013-2015", "fighters-all", "kind=bars;series=fighters.estimate@icsr-2015-01;derive=difference;against=fighters.estimate@icsr-2013-12;"
    "sort.by=value;top=20;page.width=89mm" },
  { "total-2015", "icsr-2015-01", "kind=bars;per=total;top=15;page.width=89mm" },
  { "map-2015", "tsg-2015-12", "kind=choropleth;series=fighters.official;per=million;top=0;page.width=183mm" },
  { "map-europe-2015", "icsr-2015-01", "kind=choropleth;top=0;map.extent=europe;map.classing=manual;map.breaks=10,50,100,500;page.width=120mm" },
  { "returned-2017", "tsc-2017-10", "kind=stacked;page.width=120mm" },
  { "shares-returned-2017", "tsc-2017-10", "kind=shares;sort.by=spread-ratio;sort.order=ascending;page.width=120mm" },
  { "squares-2015", "tsg-2015-12", "kind=dots;series=fighters.official;top=20;page.width=89mm" },
  { "squares-returned-2017", "tsc-2017-10", "kind=dots;series=fighters.estimate,returnees.estimate;page.width=120mm" },
  { "squares-profile", "profile", "kind=dots;page.width=120mm" },
  { "returnees", "returnees", "page.width=60mm" },
  { "totals", "totals", "kind=bars;series=fighters.estimate;page.width=183mm" },
  { "profile", "profile", "page.width=120mm" },
};

static CtgFigure *
make_figure (const Showcase *showcase)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) bundled = ctg_figure_load_bundled (showcase->dataset, &error);
  g_auto(GStrv) settings = g_strsplit (showcase->settings, ";", -1);

  g_assert_no_error (error);

  g_autoptr(CtgSpec) spec = ctg_spec_ref (ctg_figure_get_spec (bundled));

  for (unsigned int i = 0; settings[i] != NULL; i++)
    {
      char *value = strchr (settings[i], '=');

      *value++ = '\0';

      g_autofree char *column = NULL;
      CtgSpec *next;

      if (g_str_equal (settings[i], "where"))
        {
          char *wanted = strchr (value, '=');

          column = g_strndup (value, wanted - value);
          next = ctg_spec_with_where (spec, column, wanted + 1);
        }
      else
        next = ctg_spec_with (spec, settings[i], value, &error);

      g_assert_no_error (error);
      ctg_spec_unref (spec);
      spec = next;
    }

  return ctg_figure_with_spec (bundled, spec);
}

static char *
draw_svg (CtgFigure *figure)
{
  static CtgTextMeasure *measure = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CtgRenderOptions options = { .dpi = 300 };
  CtgMetadata metadata = { NULL };

  if (measure == NULL)
    measure = ctg_text_measure_new_pango ();

  g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);

  g_assert_no_error (error);
  ctg_render_to_stream (scene, CTG_FORMAT_SVG, &options, &metadata, stream, NULL, &error);
  g_assert_no_error (error);
  g_output_stream_write_all (stream, "", 1, NULL, NULL, &error);
  g_assert_no_error (error);

  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_showcase (gconstpointer data)
{
  const Showcase *showcase = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = make_figure (showcase);
  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  g_autofree char *document_path = g_strdup_printf ("../data/figures/%s.contingent", showcase->name);
  g_autofree char *svg_path = g_strdup_printf ("golden/svg/%s.svg", showcase->name);
  g_autoptr(GBytes) bytes = g_bytes_new (document, strlen (document));
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  CtgOpenedKind kind;
  g_autoptr(CtgFigure) opened = ctg_figure_load (bytes, "figure.contingent", &kind, faults, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, CTG_OPENED_FIGURE);
  g_assert_cmpuint (faults->len, ==, 0);

  g_autofree char *svg = draw_svg (figure);
  g_autofree char *opened_svg = draw_svg (opened);

  g_assert_cmpstr (svg, ==, opened_svg);
  ctg_test_assert_golden (svg_path, svg, -1);
  ctg_test_assert_golden (document_path, document, -1);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  for (unsigned int i = 0; i < G_N_ELEMENTS (showcases); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/figures/", showcases[i].name, NULL);

      g_test_add_data_func (path, &showcases[i], test_showcase);
    }

  return g_test_run ();
}
