/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window with a figure of 10,000 marks: what it costs from the event of a pointer that has moved to the claim on the screen. The pointer
 * is the X server's own, sent from mark to mark. Prints "NAME VALUE LIMIT" a line, in milliseconds ("-": no limit). Waiting for the next
 * frame of the display is no cost: a frame is due every 16.7 ms whatever is drawn in it. The rows are made up and looked at by nobody. */

#include "ctg-config.h"

#include <gdk/x11/gdkx.h>

#include <math.h>
#include <stdlib.h>
#include <time.h>

#include "app/ctg-application.h"
#include "app/ctg-window-private.h"
#include "app/sheet/ctg-sheet-private.h"

#define N_ROWS 10000
#define N_RUNS 60
#define FRAME_LIMIT 16
#define DEADLINE_US (20 * G_USEC_PER_SEC)

typedef struct
{
  CtgWindow *window;
  CtgSheet *sheet;

  gint64 event;       /* when the window got the pointer's event; 0 before */
  gint64 started;     /* when the work on the phase under way began */
  gint64 busy;        /* µs of work on the pointer's event and the frames after it */
  gint64 cpu_started;
  gint64 cpu;         /* the same in processor time, without what the machine does besides */
  gboolean card_done; /* a frame of the card is painted */
} Bench;

/* ---- the document ---- */

static GBytes *
make_package (void)
{
  GString *text = g_string_new ("[");

  /* Any fixed sequence that is not sorted will do (Knuth's multiplicative hash). */
  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (text, "%s{\"country\": \"Place %u\", \"travelled\": %u, \"returned\": %u}", i > 0 ? ",\n" : "", i + 1,
                            1 + ((i + 7) * 2654435761u) % 100000, 1 + ((i + 3) * 2246822519u) % 100000);
  g_string_append (text, "]");

  return g_string_free_to_bytes (text);
}

/* All marks are on the screen at once where there is a kind for that. */
static CtgDocument *
open_document (void)
{
  g_autoptr(GBytes) bytes = make_package ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GFile) file = g_file_new_for_path ("/bench.json");
  CtgOpenedKind kind = CTG_OPENED_DATA;
  g_autoptr(CtgFigure) figure = ctg_figure_load (bytes, "bench.json", &kind, NULL, &error);
  CtgDocument *document;

  if (figure == NULL)
    g_error ("%s", error->message);
  document = ctg_document_new (figure, kind, file);
  if (!ctg_document_set (document, "top", "0", "bench", &error) ||
      !ctg_document_set_kind (document, ctg_chart_find_kind ("scatter") != NULL ? "scatter" : "bars", &error))
    g_error ("%s", error->message);

  return document;
}

/* ---- time ---- */

static gint64
get_cpu_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static void
begin_cb (Bench *bench)
{
  if (bench->started > 0)
    return;

  bench->started = g_get_monotonic_time ();
  bench->cpu_started = get_cpu_time ();
}

static void
end_cb (Bench *bench)
{
  if (bench->event > 0 && bench->started > 0)
    {
      bench->busy += g_get_monotonic_time () - bench->started;
      bench->cpu += get_cpu_time () - bench->cpu_started;
    }
  bench->started = 0;
}

static void
card_painted_cb (Bench *bench)
{
  end_cb (bench);
  if (bench->event > 0 && gtk_widget_get_mapped (GTK_WIDGET (bench->sheet->card)))
    bench->card_done = TRUE;
}

/* In the capture phase, before the sheet hears of it. */
static gboolean
event_cb (GtkEventControllerLegacy *controller,
          GdkEvent                 *event,
          Bench                    *bench)
{
  if (gdk_event_get_event_type (event) == GDK_MOTION_NOTIFY && bench->event == 0)
    {
      bench->event = bench->started = g_get_monotonic_time ();
      bench->cpu_started = get_cpu_time ();
    }

  return GDK_EVENT_PROPAGATE;
}

/* The events of the pointer come as the first thing of a frame, before this hears of the frame. */
static void
watch_clock (Bench     *bench,
             GtkNative *native,
             GCallback  painted)
{
  GdkFrameClock *clock = gdk_surface_get_frame_clock (gtk_native_get_surface (native));

  g_signal_connect_swapped (clock, "flush-events", G_CALLBACK (begin_cb), bench);
  g_signal_connect_swapped (clock, "after-paint", painted, bench);
}

/* ---- the pointer ---- */

static void
wait_until (gboolean   *done,
            const char *what)
{
  gint64 deadline = g_get_monotonic_time () + DEADLINE_US;

  while (!*done)
    {
      if (g_get_monotonic_time () > deadline)
        g_error ("waited too long for %s", what);
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
settle (void)
{
  for (guint i = 0; i < 200; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static gboolean
find_spot (Bench            *bench,
           guint             index,
           graphene_point_t *spot)
{
  CtgRect area = ctg_sheet_to_widget (bench->sheet, ctg_scene_get_node (bench->sheet->scene, index)->bounds);
  GtkWidget *scroller = GTK_WIDGET (bench->window->sheet_scroller);
  graphene_point_t inside;

  *spot = GRAPHENE_POINT_INIT (area.x + area.width / 2, area.y + area.height / 2);
  if (!gtk_widget_compute_point (GTK_WIDGET (bench->sheet), scroller, spot, &inside))
    return FALSE;

  return inside.x > 4 && inside.y > 4 && inside.x < gtk_widget_get_width (scroller) - 4 && inside.y < gtk_widget_get_height (scroller) - 4;
}

static void
send_pointer (Bench            *bench,
              graphene_point_t *spot)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (bench->window));
  graphene_point_t in_window;
  double dx, dy;

  if (!gtk_widget_compute_point (GTK_WIDGET (bench->sheet), GTK_WIDGET (bench->window), spot, &in_window))
    g_error ("the sheet is not in the window");
  gtk_native_get_surface_transform (GTK_NATIVE (bench->window), &dx, &dy);
  XWarpPointer (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)), None, gdk_x11_surface_get_xid (surface), 0, 0, 0, 0,
                (int) round (in_window.x + dx), (int) round (in_window.y + dy));
  XFlush (gdk_x11_display_get_xdisplay (gdk_surface_get_display (surface)));
}

/* ---- what is measured ---- */

static int
compare (const void *a,
         const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
measure (Bench *bench)
{
  unsigned int n_marks = 0;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (bench->sheet->scene, &n_marks);
  double work[N_RUNS];
  double cpu[N_RUNS];
  double whole[N_RUNS];
  guint n = 0;

  for (guint i = 0; n < N_RUNS && i < n_marks; i++)
    {
      /* Far apart among the marks, and not where the pointer is. */
      guint index = marks[(i * 7919u) % n_marks];
      graphene_point_t spot;

      if (!find_spot (bench, index, &spot))
        continue;

      settle ();
      bench->event = bench->busy = bench->cpu = bench->started = 0;
      bench->card_done = FALSE;
      send_pointer (bench, &spot);
      wait_until (&bench->card_done, "the claim");
      whole[n] = (g_get_monotonic_time () - bench->event) / 1000.0;
      cpu[n] = bench->cpu / 1000.0;
      work[n++] = bench->busy / 1000.0;
      settle ();
    }

  if (n == 0)
    g_error ("no mark is on the screen");
  qsort (work, n, sizeof *work, compare);
  qsort (cpu, n, sizeof *cpu, compare);
  qsort (whole, n, sizeof *whole, compare);
  g_print ("marks %u -\n", n_marks);
  g_print ("pointer event to claim drawn (median of %u) %.2f %d\n", n, work[n / 2], FRAME_LIMIT);
  g_print ("pointer event to claim drawn (95 of 100) %.2f %d\n", work[n * 95 / 100], FRAME_LIMIT);
  g_print ("pointer event to claim drawn (worst) %.2f -\n", work[n - 1]);
  g_print ("the same in processor time (median) %.2f -\n", cpu[n / 2]);
  g_print ("the same with waiting for frames (median) %.2f -\n", whole[n / 2]);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(CtgApplication) application = ctg_application_new ();
  g_autoptr(CtgDocument) document = NULL;
  g_autoptr(GError) error = NULL;
  GtkEventController *events = gtk_event_controller_legacy_new ();
  Bench bench = { 0 };

  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE | G_APPLICATION_HANDLES_OPEN);
  if (!g_application_register (G_APPLICATION (application), NULL, &error))
    g_error ("%s", error->message);
  g_application_set_default (G_APPLICATION (application));

  bench.window = ctg_window_new (application);
  bench.sheet = bench.window->sheet;
  document = open_document ();
  ctg_document_ensure_scene (document);
  ctg_window_show_document (bench.window, document);
  gtk_window_present (GTK_WINDOW (bench.window));
  settle ();

  gtk_event_controller_set_propagation_phase (events, GTK_PHASE_CAPTURE);
  g_signal_connect (events, "event", G_CALLBACK (event_cb), &bench);
  gtk_widget_add_controller (GTK_WIDGET (bench.sheet), events);
  watch_clock (&bench, GTK_NATIVE (bench.window), G_CALLBACK (end_cb));
  gtk_widget_realize (GTK_WIDGET (bench.sheet->card));
  watch_clock (&bench, GTK_NATIVE (bench.sheet->card), G_CALLBACK (card_painted_cb));

  measure (&bench);

  return 0;
}
