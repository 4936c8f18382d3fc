/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the window says of a figure it can draw only in part or not at all, and the buttons that lead out of it. */

#include "app-fixture.h"

#include "app/ctg-export-options.h"

/* The first visible button for win.fix with these words; NULL if there is none. */
static GtkWidget *
find_fix (GtkWidget  *root,
          const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_actionable_get_action_name (GTK_ACTIONABLE (root)), "win.fix") == 0 &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), words) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_fix (child, words);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
offers_per_million (AppFixture *fixture)
{
  return find_fix (GTK_WIDGET (fixture->window->warnings), "Show per million") != NULL;
}

static gboolean
offers_nothing (AppFixture *fixture)
{
  return !offers_per_million (fixture);
}

/* A way out is one click and one step back. */
static void
test_line (AppFixture   *fixture,
           gconstpointer data)
{
  CtgDocument *document = app_document (fixture);

  g_assert_true (ctg_document_set (document, "kind", "choropleth", "change", NULL));
  app_wait (fixture, offers_per_million, "a button beside the warning");
  gtk_widget_activate (find_fix (GTK_WIDGET (fixture->window->warnings), "Show per million"));
  app_wait (fixture, offers_nothing, "the button to go");
  g_assert_cmpint (ctg_document_get_spec (document)->per, ==, CTG_SPEC_PER_MILLION);
  ctg_document_undo (document);
  g_assert_cmpint (ctg_document_get_spec (document)->per, ==, CTG_SPEC_PER_NONE);
  g_assert_cmpstr (ctg_document_get_spec (document)->kind, ==, "choropleth");
}

static gboolean
offers_dots (AppFixture *fixture)
{
  return find_fix (GTK_WIDGET (fixture->window->trouble), "Show as dots") != NULL;
}

static gboolean
shows_figure (AppFixture *fixture)
{
  return ctg_document_get_scene (app_document (fixture)) != NULL && g_strcmp0 (gtk_stack_get_visible_child_name (fixture->window->stack), "sheet") == 0;
}

/* Bars on a logarithmic axis are not drawn; one click makes dots of them. */
static void
test_refused (AppFixture   *fixture,
              gconstpointer data)
{
  CtgDocument *document = app_document (fixture);

  g_assert_true (ctg_document_set (document, "axis.scale", "log", "change", NULL));
  app_wait (fixture, offers_dots, "a way out of what cannot be drawn");
  gtk_widget_activate (find_fix (GTK_WIDGET (fixture->window->trouble), "Show as dots"));
  app_wait (fixture, shows_figure, "the dots");
  g_assert_cmpstr (ctg_document_get_spec (document)->kind, ==, "points");

  /* Bars again are bars on a linear axis. */
  g_assert_true (ctg_document_set_kind (document, "bars", NULL));
  g_assert_cmpint (ctg_document_get_spec (document)->axis_scale, ==, CTG_AXIS_SCALE_LINEAR);
  app_wait (fixture, shows_figure, "the bars");
}

/* A mapped label of which the words are a part. */
static gboolean
says (GtkWidget  *root,
      const char *words)
{
  if (!gtk_widget_get_mapped (root))
    return FALSE;
  if (GTK_IS_LABEL (root) && strstr (gtk_label_get_text (GTK_LABEL (root)), words) != NULL)
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      if (says (child, words))
        return TRUE;
    }

  return FALSE;
}

static gboolean
sheet_says_names_lack (AppFixture *fixture)
{
  return says (GTK_WIDGET (fixture->window->warnings), "names have no room");
}

static gboolean
shows_dialog (AppFixture *fixture)
{
  GtkWindow *dialog = app_find_dialog (fixture);

  return dialog != NULL && says (GTK_WIDGET (dialog), "Export Figure");
}

/* What is lost at the size of the export alone is said where that size is chosen; what the sheet says already is not said again. */
static void
test_export (AppFixture   *fixture,
             gconstpointer data)
{
  static const double widths[] = { 0, 60 * CTG_PT_PER_MM };
  CtgExportOptions options;

  g_assert_true (ctg_document_set_kind (app_document (fixture), "scatter", NULL));
  app_wait (fixture, sheet_says_names_lack, "the note of the sheet");

  for (unsigned int i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      ctg_export_options_load (&options, CTG_FORMAT_SVG);
      options.width = widths[i];
      ctg_export_options_store (&options);
      app_activate (fixture, "export", NULL);
      app_wait (fixture, shows_dialog, "the dialog");
      g_assert_cmpint (says (GTK_WIDGET (app_find_dialog (fixture)), "names have no room"), ==, widths[i] > 0);
      app_close_dialogs (fixture);
    }
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);

  g_test_add ("/warnings/line", AppFixture, NULL, app_fixture_set_up, test_line, app_fixture_tear_down);
  g_test_add ("/warnings/refused", AppFixture, NULL, app_fixture_set_up, test_refused, app_fixture_tear_down);
  g_test_add ("/warnings/export", AppFixture, NULL, app_fixture_set_up, test_export, app_fixture_tear_down);

  return g_test_run ();
}
