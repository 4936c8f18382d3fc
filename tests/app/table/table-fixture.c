/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window of the table's tests. */

#include "table-fixture.h"

#include "app/table/ctg-table-grid-private.h"

static CtgFigure *
load (const char *what)
{
  g_autoptr(GError) error = NULL;
  CtgFigure *figure;

  if (g_str_has_suffix (what, ".json"))
    {
      size_t length = 0;
      char *text = ctg_test_load (what, &length);
      g_autoptr(GBytes) bytes = g_bytes_new_take (text, length);
      CtgOpenedKind kind;

      figure = ctg_figure_load (bytes, what, &kind, NULL, &error);
    }
  else
    {
      figure = ctg_figure_load_bundled (what, &error);
    }

  g_assert_no_error (error);
  return figure;
}

void
table_fixture_set_up (TableFixture *fixture,
                      gconstpointer data)
{
  g_autoptr(CtgFigure) figure = load (data);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 1000, 420);
  fixture->view = CTG_TABLE_VIEW (ctg_table_view_new ());
  fixture->grid = fixture->view->grid;
  fixture->model = ctg_table_grid_get_model (fixture->grid);
  fixture->inspector = CTG_INSPECTOR (ctg_inspector_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (fixture->view), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (fixture->inspector), 300, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->view));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->inspector));
  gtk_window_set_child (GTK_WINDOW (fixture->window), box);
  table_fixture_open (fixture, figure);
  gtk_window_present (GTK_WINDOW (fixture->window));
  table_fixture_draw (fixture);
}

void
table_fixture_open (TableFixture *fixture,
                    CtgFigure    *figure)
{
  g_clear_object (&fixture->document);
  fixture->document = ctg_document_new (figure, CTG_OPENED_DATA, NULL);
  ctg_table_view_set_document (fixture->view, fixture->document);
  ctg_inspector_set_document (fixture->inspector, fixture->document);
}

void
table_fixture_tear_down (TableFixture *fixture,
                         gconstpointer data)
{
  g_object_add_weak_pointer (G_OBJECT (fixture->view), (gpointer *) &fixture->view);
  g_object_add_weak_pointer (G_OBJECT (fixture->grid), (gpointer *) &fixture->grid);
  g_object_add_weak_pointer (G_OBJECT (fixture->model), (gpointer *) &fixture->model);
  g_object_add_weak_pointer (G_OBJECT (fixture->inspector), (gpointer *) &fixture->inspector);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  for (guint i = 0; i < 1000 && g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);

  g_assert_null (fixture->view);
  g_assert_null (fixture->grid);
  g_assert_null (fixture->model);
  g_assert_null (fixture->inspector);
  g_assert_finalize_object (fixture->document);
}

void
table_fixture_draw (TableFixture *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
}

const char *
table_fixture_name (TableFixture *fixture,
                    guint         position)
{
  guint row = ctg_table_model_get_row (fixture->model, position);

  g_assert_cmpuint (row, !=, CTG_NO_ROW);

  return ctg_table_get_row (ctg_document_get_table (fixture->document), row)->name;
}

guint
table_fixture_n_rows (TableFixture *fixture)
{
  return g_list_model_get_n_items (G_LIST_MODEL (fixture->model));
}

guint
table_fixture_row (TableFixture *fixture,
                   const char   *key)
{
  int row = ctg_table_find_row (ctg_document_get_table (fixture->document), key);

  g_assert_cmpint (row, >=, 0);

  return row;
}

void
table_fixture_assert_cell (TableFixture *fixture,
                           const char   *column,
                           guint         position,
                           const char   *text)
{
  g_assert_cmpstr (ctg_table_grid_get_cell_text (fixture->grid, column, position), ==, text);
}

gboolean
table_fixture_in_view (TableFixture *fixture,
                       guint         row)
{
  CtgTableCell *cell = ctg_table_grid_find_cell (fixture->grid, ctg_table_model_find_row (fixture->model, row));
  graphene_rect_t bounds;

  return cell != NULL && gtk_widget_compute_bounds (GTK_WIDGET (cell), fixture->grid->list, &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (fixture->grid->list);
}

void
table_fixture_click_header (TableFixture *fixture,
                            const char   *column,
                            GtkSortType   order)
{
  CtgGridColumn *found = ctg_table_grid_find_column (fixture->grid, column);

  g_assert_nonnull (found);
  gtk_column_view_sort_by_column (fixture->grid->view, found->column, order);
}

GtkWidget *
table_fixture_find (GtkWidget *root,
                    GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = table_fixture_find (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}
