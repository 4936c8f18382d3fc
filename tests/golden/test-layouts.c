/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes of a dozen layouts as JSON, with every character equally wide, so that no font changes them. CTG_TEST_UPDATE=1 rewrites them. */

#include "chart-fixture.h"
#include "ctg-test.h"

typedef struct
{
  const char *name;
  const char *dataset;
  const char *settings;
} Layout;

/* No bundled dataset has giants. */
#define GIANTS "[{\"country\": \"Tunisia\", \"people\": 6000}, {\"country\": \"Belgium\", \"people\": 470}, {\"country\": \"France\", \"people\": 410}," \
  " {\"country\": \"Norway\", \"people\": 81}, {\"country\": \"Malta\", \"people\": 0}, {\"country\": \"Estonia\", \"people\": null}]"

static const Layout layouts[] = {
  { "bars", "tsg-2015-12", "kind=bars;top=6;page.width=89mm" },
  { "bars-missing", "tsg-2015-12", "kind=bars;series=fighters.non-official;sort.by=name;sort.order=ascending;top=6;page.width=89mm" },
  { "bars-narrow", "tsg-2015-12", "kind=bars;search=bosnia;page.width=60mm" },
  { "bars-vertical", "tsg-2015-12", "kind=bars;top=6;page.width=89mm;orientation=vertical" },
  { "bars-panels", "tsg-2015-12", "kind=bars;top=24;page.width=60mm;orientation=vertical" },
  { "bars-short-page", "tsg-2015-12", "kind=bars;page.width=89mm;page.height=50mm" },
  { "bars-tall-page", "tsg-2015-12", "kind=bars;top=3;page.width=89mm;page.height=120mm" },
  { "bars-ranges", "icsr-2013-12", "kind=bars;top=5;page.width=120mm" },
  { "grouped", "tsg-2015-12", "kind=grouped;top=5;page.width=120mm" },
  { "grouped-plain", "tsg-2015-12", "kind=grouped;top=5;page.width=120mm;title=;subtitle=;note=;source=;axis.title=;legend=none;labels.values=false;axis.grid=false" },
  { "stacked", "tsc-2017-10", "kind=stacked;top=5;page.width=120mm" },
  { "dumbbell", "tsg-2015-12", "kind=dumbbell;top=6;page.width=89mm" },
  { "dumbbell-vertical", "tsg-2015-12", "kind=dumbbell;top=6;page.width=89mm;orientation=vertical" },
  { "shares", "tsc-2017-10", "kind=shares;series=fighters.estimate,women.estimate,minors.estimate;page.width=89mm" },
  { "dots", "tsc-2017-10", "kind=dots;series=fighters.estimate,returnees.estimate;top=5;page.width=89mm" },
  { "points", "tsg-2015-12", "kind=points;top=4;page.width=89mm" },
  { "points-log", "tsg-2015-12", "kind=points;axis.scale=log;top=4;page.width=89mm" },
  { "points-log-vertical", "tsg-2015-12", "kind=points;axis.scale=log;top=4;page.width=120mm;orientation=vertical" },
  { "panels-free", "tsg-2015-12", "kind=grouped;top=8;panels.by=region;panels.scales=free;page.width=120mm" },
  { "panels-vertical", "tsg-2015-12", "kind=bars;top=8;panels.by=region;orientation=vertical;page.width=120mm" },
  { "break", GIANTS, "kind=bars;axis.break=auto;page.width=89mm" },
  { "break-vertical", GIANTS, "kind=bars;axis.break=auto;page.width=89mm;orientation=vertical" },
  { "giants-apart", GIANTS, "kind=bars;axis.giants=panel;page.width=89mm" },
  { "giants-apart-vertical", GIANTS, "kind=bars;axis.giants=panel;page.width=89mm;orientation=vertical" },
  { "lanes", GIANTS, "kind=points;axis.scale=log;page.width=89mm;language=ar" },
  { "right-to-left", "tsg-2015-12", "kind=grouped;top=4;page.width=89mm;language=ar" },
  { "empty", "tsg-2015-12", "kind=bars;search=nowhere;page.width=89mm" },
};

static void
test_layout (gconstpointer data)
{
  const Layout *layout = data;
  g_autoptr(ChartFixture) fixture = chart_fixture_new (layout->dataset, layout->settings, true);
  g_autoptr(CtgScene) scene = chart_fixture_compile (fixture);
  g_autofree char *json = ctg_scene_to_json (scene);
  g_autofree char *path = g_strdup_printf ("golden/layouts/%s.json", layout->name);

  ctg_test_assert_golden (path, json, -1);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  for (unsigned int i = 0; i < G_N_ELEMENTS (layouts); i++)
    {
      g_autofree char *path = g_strconcat ("/golden/layouts/", layouts[i].name, NULL);

      g_test_add_data_func (path, &layouts[i], test_layout);
    }

  return g_test_run ();
}
