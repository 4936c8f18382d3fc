/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of the window with 100,000 rows: what sorting, a key in the filter and scrolling cost, each from the call to the end of the
 * next frame. Prints "NAME VALUE LIMIT" a line, in milliseconds ("-": no limit). The rows are made up and looked at by nobody. */

#include <adwaita.h>
#include <math.h>
#include <stdlib.h>

#include "app/table/ctg-table-view.h"

#define N_ROWS 100000
#define N_RUNS 11
#define N_FRAMES 240

#define SORT_LIMIT 150
#define FILTER_LIMIT 50
#define FRAME_LIMIT 33

typedef struct
{
  CtgDocument *document;
  GtkWidget *window;
  GtkAdjustment *scrolling;
  GdkFrameClock *clock;
  gint64 frame_start;
  double frame_ms; /* the work of the latest frame */
  guint n_frames;
} Bench;

static double
now_ms (void)
{
  return g_get_monotonic_time () / 1000.0;
}

/* ---- frames ---- */

static void
before_paint_cb (Bench *bench)
{
  bench->frame_start = g_get_monotonic_time ();
}

static void
after_paint_cb (Bench *bench)
{
  bench->frame_ms = (g_get_monotonic_time () - bench->frame_start) / 1000.0;
  bench->n_frames++;
}

static void
wait_frame (Bench *bench)
{
  guint before = bench->n_frames;

  gtk_widget_queue_draw (bench->window);
  while (bench->n_frames == before)
    g_main_context_iteration (NULL, TRUE);
}

/* Until the figure above the table is made as well and nothing is left to do. */
static void
settle (Bench *bench)
{
  ctg_document_ensure_scene (bench->document);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  wait_frame (bench);
}

/* ---- the rows ---- */

static GBytes *
make_package (void)
{
  GString *text = g_string_new ("{\"name\": \"bench\", \"contingent\": {\"measures\": {\"people\": {\"title\": \"People\", \"unit\": \"persons\"}}}, "
                                "\"resources\": [{\"name\": \"counts\", \"schema\": {\"fields\": [{\"name\": \"name\", \"type\": \"string\"}, "
                                "{\"name\": \"level\", \"type\": \"string\"}, {\"name\": \"measure\", \"type\": \"string\"}, "
                                "{\"name\": \"value\", \"type\": \"integer\"}]}, \"data\": [\n");
  /* Any fixed sequence that is not sorted will do (Knuth's multiplicative hash). */
  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "%s{\"name\": \"Place %u\", \"level\": \"region\", \"measure\": \"people\", \"value\": %u}", i > 0 ? ",\n" : "",
                            (i * 2654435761u) >> 12, ((i + 7) * 2654435761u) >> 16);
  g_string_append (text, "]}]}");

  return g_string_free_to_bytes (text);
}

static CtgDocument *
open_document (void)
{
  g_autoptr(GBytes) bytes = make_package ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = NULL;
  g_autoptr(CtgSpec) spec = NULL;
  g_autoptr(CtgFigure) short_figure = NULL;
  CtgOpenedKind kind = CTG_OPENED_DATA;

  figure = ctg_figure_load (bytes, "bench.json", &kind, NULL, &error);
  if (figure == NULL)
    g_error ("%s", error->message);
  /* The figure draws the first rows, as any figure of so many would. */
  spec = ctg_spec_with (ctg_figure_get_spec (figure), "top", "20", &error);
  if (spec == NULL)
    g_error ("%s", error->message);
  short_figure = ctg_figure_with_spec (figure, spec);
  if (ctg_table_get_n_rows (ctg_figure_get_table (short_figure)) != N_ROWS)
    g_error ("%u rows, expected %u", ctg_table_get_n_rows (ctg_figure_get_table (short_figure)), N_ROWS);

  return ctg_document_new (short_figure, kind, NULL);
}

/* ---- the window ---- */

static GtkWidget *
find_column_view (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget) && g_list_model_get_n_items (G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (widget)))) == N_ROWS)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_column_view (child);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
open_window (Bench *bench)
{
  GtkWidget *view = ctg_table_view_new ();
  GtkWidget *columns;
  double start = now_ms ();

  bench->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (bench->window), 1100, 700);
  gtk_window_set_child (GTK_WINDOW (bench->window), view);
  gtk_widget_realize (bench->window);
  bench->clock = gtk_widget_get_frame_clock (bench->window);
  g_signal_connect_swapped (bench->clock, "before-paint", G_CALLBACK (before_paint_cb), bench);
  g_signal_connect_swapped (bench->clock, "after-paint", G_CALLBACK (after_paint_cb), bench);

  ctg_table_view_set_document (CTG_TABLE_VIEW (view), bench->document);
  gtk_window_present (GTK_WINDOW (bench->window));
  wait_frame (bench);
  g_print ("fill, to the first frame %.1f -\n", now_ms () - start);

  columns = find_column_view (view);
  if (columns == NULL)
    g_error ("there is no table of %u rows", N_ROWS);
  bench->scrolling = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (columns));
  settle (bench);
}

/* ---- what is measured ---- */

static double
change (Bench      *bench,
        const char *path,
        const char *value)
{
  g_autoptr(GError) error = NULL;
  double start = now_ms ();

  if (!ctg_document_set (bench->document, path, value, "bench", &error))
    g_error ("%s", error->message);
  wait_frame (bench);

  return now_ms () - start;
}

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
report (const char *name,
        double     *samples,
        guint       n,
        double      limit)
{
  qsort (samples, n, sizeof *samples, compare);
  g_print ("%s (median) %.1f %.0f\n", name, samples[n / 2], limit);
  g_print ("%s (worst of %u) %.1f -\n", name, n, samples[n - 1]);
}

static void
measure_sort (Bench      *bench,
              const char *by)
{
  g_autofree char *name = g_strdup_printf ("sort by %s", by);
  double samples[N_RUNS];
  double first;

  change (bench, "sort.by", "table");
  settle (bench);
  /* The first time makes the keys that later sorts compare. */
  first = change (bench, "sort.by", by);
  settle (bench);
  g_print ("%s, the first time %.1f %d\n", name, first, SORT_LIMIT);

  for (guint i = 0; i < N_RUNS; i++)
    {
      samples[i] = change (bench, "sort.order", i % 2 == 0 ? "ascending" : "descending");
      settle (bench);
    }
  report (name, samples, N_RUNS, SORT_LIMIT);
}

static void
measure_filter (Bench *bench)
{
  static const char *const keys[] = { "p", "pl", "pla", "place", "place 7", "place 73", "place 731", "place 73", "place 7", "7", "71", "" };
  double samples[G_N_ELEMENTS (keys)];

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      samples[i] = change (bench, "search", keys[i]);
      settle (bench);
    }
  report ("a key in the filter", samples, G_N_ELEMENTS (keys), FILTER_LIMIT);
}

/* As a wheel does: a little every frame, then larger leaps. */
static void
measure_scroll (Bench *bench)
{
  double samples[N_FRAMES];

  gtk_adjustment_set_value (bench->scrolling, 0);
  settle (bench);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      double step = i < N_FRAMES / 2 ? 53 : 40009;

      gtk_adjustment_set_value (bench->scrolling, fmod (gtk_adjustment_get_value (bench->scrolling) + step, N_ROWS * 20.0));
      wait_frame (bench);
      samples[i] = bench->frame_ms;
    }
  qsort (samples, N_FRAMES, sizeof *samples, compare);
  g_print ("a frame while scrolling (median) %.1f -\n", samples[N_FRAMES / 2]);
  g_print ("a frame while scrolling (95 of 100) %.1f -\n", samples[N_FRAMES * 95 / 100]);
  g_print ("a frame while scrolling (worst of %d) %.1f %d\n", N_FRAMES, samples[N_FRAMES - 1], FRAME_LIMIT);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { 0 };

  adw_init ();
  bench.document = open_document ();
  open_window (&bench);

  measure_sort (&bench, "value");
  measure_sort (&bench, "name");
  measure_filter (&bench);
  change (&bench, "sort.by", "table");
  measure_scroll (&bench);

  gtk_window_destroy (GTK_WINDOW (bench.window));
  g_object_unref (bench.document);

  return 0;
}
