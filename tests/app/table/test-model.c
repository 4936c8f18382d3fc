/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list model by itself: items on demand, selection by row. */

#include "app/table/ctg-table-model.h"

static guint *
make_rows (guint n,
           guint step)
{
  guint *rows = g_new (guint, n + 1);

  for (guint i = 0; i < n; i++)
    rows[i] = i * step % n;

  return rows;
}

typedef struct
{
  guint n_items_changed;
  guint n_rows_changed;
  guint position;
  guint removed;
  guint added;
} Seen;

static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  Seen       *seen)
{
  seen->n_items_changed++;
  seen->position = position;
  seen->removed = removed;
  seen->added = added;
}

static void
rows_changed_cb (CtgTableModel *model,
                 Seen          *seen)
{
  seen->n_rows_changed++;
}

static void
test_items (void)
{
  CtgTableModel *model = ctg_table_model_new ();
  CtgTableSlot *first;
  CtgTableSlot *again;

  ctg_table_model_set_rows (model, make_rows (100000, 1), 100000);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (model)), ==, 100000);
  g_assert_cmpuint (ctg_table_model_count_slots (model), ==, 0);

  /* The same object as long as anyone holds it; none is kept afterwards. */
  first = g_list_model_get_item (G_LIST_MODEL (model), 17);
  again = g_list_model_get_item (G_LIST_MODEL (model), 17);
  g_assert_true (first == again);
  g_assert_cmpuint (ctg_table_slot_get_position (first), ==, 17);
  g_assert_cmpuint (ctg_table_model_count_slots (model), ==, 1);
  g_object_unref (first);
  g_object_unref (again);
  g_assert_cmpuint (ctg_table_model_count_slots (model), ==, 0);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (model), 100000));

  /* An item may outlive the model. */
  first = g_list_model_get_item (G_LIST_MODEL (model), 3);
  g_assert_finalize_object (model);
  g_assert_finalize_object (first);
}

static void
test_changes (void)
{
  g_autoptr(CtgTableModel) model = ctg_table_model_new ();
  Seen seen = { 0 };

  ctg_table_model_set_rows (model, make_rows (10, 1), 10);
  g_signal_connect (model, "items-changed", G_CALLBACK (items_changed_cb), &seen);
  g_signal_connect (model, "rows-changed", G_CALLBACK (rows_changed_cb), &seen);

  /* Another order is no other items. */
  ctg_table_model_set_rows (model, make_rows (10, 3), 10);
  g_assert_cmpuint (seen.n_items_changed, ==, 0);
  g_assert_cmpuint (seen.n_rows_changed, ==, 1);
  g_assert_cmpuint (ctg_table_model_get_row (model, 1), ==, 3);
  g_assert_cmpuint (ctg_table_model_find_row (model, 3), ==, 1);

  ctg_table_model_set_rows (model, make_rows (4, 1), 4);
  g_assert_cmpuint (seen.n_items_changed, ==, 1);
  g_assert_cmpuint (seen.position, ==, 4);
  g_assert_cmpuint (seen.removed, ==, 6);
  g_assert_cmpuint (seen.added, ==, 0);
  g_assert_cmpuint (ctg_table_model_get_row (model, 4), ==, CTG_NO_ROW);
  g_assert_cmpuint (ctg_table_model_find_row (model, 9), ==, GTK_INVALID_LIST_POSITION);

  ctg_table_model_set_rows (model, make_rows (7, 1), 7);
  g_assert_cmpuint (seen.position, ==, 4);
  g_assert_cmpuint (seen.removed, ==, 0);
  g_assert_cmpuint (seen.added, ==, 3);
}

static void
test_selection (void)
{
  g_autoptr(CtgTableModel) model = ctg_table_model_new ();
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (model);
  g_autoptr(GtkBitset) range = NULL;

  ctg_table_model_set_rows (model, make_rows (10, 3), 10);
  gtk_selection_model_select_item (selection, 1, TRUE);
  gtk_selection_model_select_item (selection, 4, FALSE);
  g_assert_true (gtk_bitset_contains (ctg_table_model_get_selected (model), 3));
  g_assert_true (gtk_bitset_contains (ctg_table_model_get_selected (model), 2));

  /* By row, through another order and through being left out. */
  ctg_table_model_set_rows (model, make_rows (10, 1), 10);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));
  g_assert_true (gtk_selection_model_is_selected (selection, 2));
  g_assert_false (gtk_selection_model_is_selected (selection, 1));
  ctg_table_model_set_rows (model, make_rows (3, 1), 3);
  range = gtk_selection_model_get_selection (selection);
  g_assert_cmpuint (gtk_bitset_get_size (range), ==, 1);
  ctg_table_model_set_rows (model, make_rows (10, 1), 10);
  g_assert_true (gtk_selection_model_is_selected (selection, 3));

  /* Unselecting the rest means hidden rows too. */
  ctg_table_model_set_rows (model, make_rows (3, 1), 3);
  gtk_selection_model_select_item (selection, 0, TRUE);
  g_assert_cmpuint (gtk_bitset_get_size (ctg_table_model_get_selected (model)), ==, 1);
  gtk_selection_model_select_range (selection, 0, 2, FALSE);
  g_assert_cmpuint (gtk_bitset_get_size (ctg_table_model_get_selected (model)), ==, 2);
  gtk_selection_model_unselect_item (selection, 0);
  g_assert_false (gtk_selection_model_is_selected (selection, 0));
  gtk_selection_model_select_all (selection);
  g_assert_cmpuint (gtk_bitset_get_size (ctg_table_model_get_selected (model)), ==, 3);
  gtk_selection_model_unselect_all (selection);
  g_assert_true (gtk_bitset_is_empty (ctg_table_model_get_selected (model)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/table-model/items", test_items);
  g_test_add_func ("/table-model/changes", test_changes);
  g_test_add_func ("/table-model/selection", test_selection);

  return g_test_run ();
}
