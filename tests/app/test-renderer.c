/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window on each of GTK's renderers: the one asked for is the one that draws, and what it draws is the window. Run with "cairo" or "gl".
 * GTK falls back to another renderer where one does not start; here that is a failure. Must not compare pixels: renderers differ. */

#include "app-fixture.h"

#define MIN_COLOURS 50

static const char *wanted;

/* What GTK 4.8 calls gl was written anew as ngl, and later took the name of the old one. */
static const char *
get_variable (void)
{
  unsigned int minor = gtk_get_minor_version ();

  return g_str_equal (wanted, "gl") && minor >= 14 && minor < 19 ? "ngl" : wanted;
}

static void
test_name (AppFixture   *fixture,
           gconstpointer data)
{
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  g_autofree char *name = g_ascii_strdown (G_OBJECT_TYPE_NAME (renderer), -1);

  g_test_message ("drawn by %s", G_OBJECT_TYPE_NAME (renderer));
  g_assert_true (gsk_renderer_is_realized (renderer));
  g_assert_nonnull (strstr (name, wanted));
}

/* How many colours a picture has, counted up to some number: an empty or broken one has a few. */
static unsigned int
count_colours (GdkTexture *texture)
{
  gsize stride = (gsize) gdk_texture_get_width (texture) * 4;
  g_autofree guchar *pixels = g_malloc (stride * gdk_texture_get_height (texture));
  g_autoptr(GHashTable) colours = g_hash_table_new (NULL, NULL);

  gdk_texture_download (texture, pixels, stride);
  for (gsize i = 0; i < stride * gdk_texture_get_height (texture) && g_hash_table_size (colours) < MIN_COLOURS; i += 4)
    g_hash_table_add (colours, GUINT_TO_POINTER (pixels[i] << 16 | pixels[i + 1] << 8 | pixels[i + 2]));

  return g_hash_table_size (colours);
}

static GdkTexture *
draw (GtkWidget *widget)
{
  g_autoptr(GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  g_autoptr(GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)), node, NULL);
}

static gboolean
is_drawn (AppFixture *fixture)
{
  g_autoptr(GdkTexture) texture = draw (GTK_WIDGET (fixture->window->sheet));

  return count_colours (texture) >= MIN_COLOURS;
}

/* The sheet on which the figure is. */
static void
test_picture (AppFixture   *fixture,
              gconstpointer data)
{
  app_wait (fixture, is_drawn, "the sheet to be drawn");
}

int
main (int   argc,
      char *argv[])
{
  wanted = argc > 1 ? argv[argc - 1] : "cairo";
  g_setenv ("GSK_RENDERER", get_variable (), TRUE);
  app_test_init (&argc, &argv);

  g_test_add ("/renderer/name", AppFixture, NULL, app_fixture_set_up, test_name, app_fixture_tear_down);
  g_test_add ("/renderer/picture", AppFixture, NULL, app_fixture_set_up, test_picture, app_fixture_tear_down);

  return g_test_run ();
}
