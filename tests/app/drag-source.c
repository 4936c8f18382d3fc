/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A file manager for tests: a small window that files can be dragged from; its title says where a drop would be taken. It must not know the
 * product:  drag-source FILE... */

#include <gtk/gtk.h>

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            gpointer       files)
{
  g_auto(GValue) value = G_VALUE_INIT;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&value, gdk_file_list_new_from_list (files));

  return gdk_content_provider_new_for_value (&value);
}

static void
action_changed_cb (GdkDrag    *drag,
                   GParamSpec *pspec,
                   gpointer    window)
{
  gtk_window_set_title (window, gdk_drag_get_selected_action (drag) != 0 ? "Drop is taken" : "Drag source");
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          gpointer       window)
{
  g_signal_connect_object (drag, "notify::selected-action", G_CALLBACK (action_changed_cb), window, 0);
}

static void
end_cb (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       deleted,
        gpointer       window)
{
  gtk_window_set_title (window, "Drag source");
}

static void
activate_cb (GtkApplication *application,
             gpointer        files)
{
  GtkWidget *window = gtk_application_window_new (application);
  GtkWidget *label = gtk_label_new ("Drag from here");
  GtkDragSource *source = gtk_drag_source_new ();

  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), files);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), window);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), window);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (source));
  gtk_window_set_child (GTK_WINDOW (window), label);
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), 160, 120);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GtkApplication) application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  GSList *files = NULL;
  int status;

  for (int i = argc - 1; i > 0; i--)
    files = g_slist_prepend (files, g_file_new_for_commandline_arg (argv[i]));
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), files);
  status = g_application_run (G_APPLICATION (application), 1, argv);
  g_slist_free_full (files, g_object_unref);

  return status;
}
