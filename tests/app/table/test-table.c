/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The table: what it shows, and that sort, filter, selection and focus are as a user expects them. */

#include "app/table/ctg-table-grid-private.h"
#include "table-fixture.h"

#define TSG "tsg-2015-12"
#define EMPTIES "packages/fixtures/three-empties.json"

static CtgSpec *
get_spec (TableFixture *fixture)
{
  return ctg_document_get_spec (fixture->document);
}

static void
activate (TableFixture *fixture,
          const char   *action,
          GVariant     *parameter)
{
  g_assert_true (g_action_group_has_action (ctg_table_view_get_actions (fixture->view), action));
  g_assert_true (g_action_group_get_action_enabled (ctg_table_view_get_actions (fixture->view), action));
  g_action_group_activate_action (ctg_table_view_get_actions (fixture->view), action, parameter);
}

static void
assert_state (TableFixture *fixture,
              const char   *action,
              const char   *state)
{
  g_autoptr(GVariant) value = g_action_group_get_action_state (ctg_table_view_get_actions (fixture->view), action);

  g_assert_cmpstr (g_variant_get_string (value, NULL), ==, state);
}

static void
type_filter (TableFixture *fixture,
             const char   *text)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->view->filter), text);
}

/* ---- what is shown ---- */

static void
test_default (TableFixture *fixture,
              gconstpointer data)
{
  g_assert_cmpuint (table_fixture_n_rows (fixture), ==, 65);
  g_assert_cmpstr (ctg_table_view_get_coverage (fixture->view), ==, "\u2068Official\u2069: 50 of 65 reported");
  table_fixture_assert_cell (fixture, "name", 0, "Tunisia");
  table_fixture_assert_cell (fixture, "fighters.official", 0, "6,000");
  table_fixture_assert_cell (fixture, "fighters.non-official", 0, "7,000");
  table_fixture_assert_cell (fixture, "fighters.non-official", 1, "–");
  table_fixture_assert_cell (fixture, "region", 0, "Northern Africa");
  table_fixture_assert_cell (fixture, "code", 0, NULL);

  /* Rows of the source's own regions are not among the countries. */
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (ctg_table_grid_get_model (fixture->view->aggregates))), >=, 7);
  for (guint i = 0; i < table_fixture_n_rows (fixture); i++)
    g_assert_cmpstr (table_fixture_name (fixture, i), !=, "World");
}

static void
test_cells (TableFixture *fixture,
            gconstpointer data)
{
  CtgTableText *text = ctg_table_grid_get_text (fixture->grid);
  const CtgColumn *fighters = ctg_table_text_find_column (text, "fighters.estimate");
  const CtgColumn *returnees = ctg_table_text_find_column (text, "returnees.estimate");
  const struct { const char *key; const CtgColumn *column; const char *text; gboolean dim; } cells[] = {
    { "TUN", fighters, "40", FALSE },
    { "TUN", returnees, "0", FALSE },
    { "CIV", fighters, "0", FALSE },
    { "CIV", returnees, "n/a", TRUE },
    { "XKX", fighters, "14–85", FALSE },
    { "XKX", returnees, "–", TRUE },
    { "AUT", fighters, "> 102", FALSE },
    { "AUT", returnees, "≥ 40", FALSE },
    { "GBR", fighters, "850", TRUE },
    { "GBR", returnees, "–", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      guint row = table_fixture_row (fixture, cells[i].key);
      g_autofree char *shown = ctg_table_text_dup (text, cells[i].column, row);
      gboolean dim = (ctg_table_text_get_flags (text, cells[i].column, row) & CTG_CELL_DIM) != 0;

      g_assert_cmpstr (shown, ==, cells[i].text);
      g_assert_cmpint (dim, ==, cells[i].dim);
    }

  g_autofree char *not_reported = ctg_table_text_dup_tooltip (text, returnees, table_fixture_row (fixture, "XKX"));
  g_autofree char *not_applicable = ctg_table_text_dup_tooltip (text, returnees, table_fixture_row (fixture, "CIV"));
  g_autofree char *doubtful = ctg_table_text_dup_tooltip (text, fighters, table_fixture_row (fixture, "GBR"));
  g_autofree char *zero = ctg_table_text_dup_tooltip (text, returnees, table_fixture_row (fixture, "TUN"));

  g_assert_nonnull (strstr (not_reported, "not reported"));
  g_assert_nonnull (strstr (not_reported, "a dash is printed"));
  g_assert_nonnull (strstr (not_applicable, "not applicable"));
  g_assert_nonnull (strstr (doubtful, "Marked doubtful"));
  g_assert_nonnull (strstr (doubtful, "Doubtful: invented."));
  g_assert_nonnull (strstr (zero, "0 · Invented · as of 2020"));
  g_assert_nonnull (strstr (zero, "Zero, as printed."));
  g_assert_true (ctg_table_text_get_flags (text, fighters, table_fixture_row (fixture, "GBR")) & CTG_CELL_DOUBTFUL);
  g_assert_true (ctg_table_text_get_flags (text, ctg_table_text_find_column (text, "notes"), table_fixture_row (fixture, "TUN")) & CTG_CELL_NOTE);
}

/* The table speaks the figure's language; a name's tooltip also the window's. */
static void
test_names (TableFixture *fixture,
            gconstpointer data)
{
  CtgTableText *text = ctg_table_grid_get_text (fixture->grid);
  g_autofree char *printed = ctg_table_text_dup_tooltip (text, ctg_table_text_find_column (text, "name"), table_fixture_row (fixture, "MKD"));
  g_autofree char *same = ctg_table_text_dup_tooltip (text, ctg_table_text_find_column (text, "name"), table_fixture_row (fixture, "TUN"));

  g_assert_cmpstr (printed, ==, "Printed: “Macedonia”");
  g_assert_null (same);

  g_assert_true (ctg_document_set (fixture->document, "language", "de", "language", NULL));
  table_fixture_draw (fixture);
  text = ctg_table_grid_get_text (fixture->grid);

  g_autofree char *three = ctg_table_text_dup_tooltip (text, ctg_table_text_find_column (text, "name"), table_fixture_row (fixture, "MKD"));
  g_autofree char *two = ctg_table_text_dup_tooltip (text, ctg_table_text_find_column (text, "name"), table_fixture_row (fixture, "TUN"));
  g_autofree char *shown = ctg_table_text_dup (text, ctg_table_text_find_column (text, "name"), table_fixture_row (fixture, "MKD"));

  g_assert_cmpstr (shown, ==, "Nordmazedonien");
  g_assert_cmpstr (three, ==, "North Macedonia\nPrinted: “Macedonia”");
  g_assert_cmpstr (two, ==, "Printed: “Tunisia”");
}

static void
test_labels (TableFixture *fixture,
             gconstpointer data)
{
  CtgTableText *text = ctg_table_grid_get_text (fixture->grid);
  CtgTableCell *cell = ctg_table_grid_find_cell (fixture->grid, 0);
  g_autofree char *official = ctg_table_text_dup_label (text, ctg_table_text_find_column (text, "fighters.official"), table_fixture_row (fixture, "TUN"));
  g_autofree char *missing = ctg_table_text_dup_label (text, ctg_table_text_find_column (text, "fighters.non-official"), table_fixture_row (fixture, "SAU"));

  g_assert_cmpstr (official, ==, "Tunisia, Official 6,000");
  g_assert_cmpstr (missing, ==, "Saudi Arabia, Non-official not reported");

  /* The first column's cell says the row's name. */
  g_assert_nonnull (cell);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (cell),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Tunisia");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view->filter), GTK_ACCESSIBLE_PROPERTY_LABEL, "Filter rows");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->view->regions), GTK_ACCESSIBLE_PROPERTY_LABEL, "Region");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->grid->view), GTK_ACCESSIBLE_PROPERTY_LABEL, "Table of the data");
}

/* ---- sorting ---- */

static void
test_sort (TableFixture *fixture,
           gconstpointer data)
{
  assert_state (fixture, "sort-by", "fighters.official");
  assert_state (fixture, "order", "descending");

  /* What is sorted so already makes no step that undoes nothing. */
  activate (fixture, "sort-by", g_variant_new_string ("fighters.official"));
  activate (fixture, "sort-descending", g_variant_new_string ("fighters.official"));
  g_assert_false (ctg_document_get_can_undo (fixture->document));

  table_fixture_click_header (fixture, "name", GTK_SORT_ASCENDING);
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_NAME);
  g_assert_false (ctg_spec_get_descending (get_spec (fixture)));
  g_assert_cmpstr (table_fixture_name (fixture, 0), ==, "Afghanistan");
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "sort by name");
  assert_state (fixture, "sort-by", "name");
  table_fixture_assert_cell (fixture, "name", 0, "Afghanistan");

  /* A second click turns it round. */
  table_fixture_click_header (fixture, "name", GTK_SORT_DESCENDING);
  g_assert_true (ctg_spec_get_descending (get_spec (fixture)));
  g_assert_cmpstr (table_fixture_name (fixture, 64), ==, "Afghanistan");

  /* Numbers start with the highest. */
  table_fixture_click_header (fixture, "fighters.non-official", GTK_SORT_ASCENDING);
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_VALUE);
  g_assert_cmpstr (get_spec (fixture)->sort_series, ==, "fighters.non-official");
  g_assert_true (ctg_spec_get_descending (get_spec (fixture)));
  g_assert_cmpstr (table_fixture_name (fixture, 0), ==, "Tunisia");

  ctg_document_undo (fixture->document);
  ctg_document_undo (fixture->document);
  ctg_document_undo (fixture->document);
  g_assert_false (ctg_document_get_can_undo (fixture->document));
  assert_state (fixture, "sort-by", "fighters.official");
  g_assert_cmpstr (table_fixture_name (fixture, 1), ==, "Saudi Arabia");
}

static void
test_sort_menu (TableFixture *fixture,
                gconstpointer data)
{
  activate (fixture, "sort-by", g_variant_new_string ("difference"));
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_DIFFERENCE);
  activate (fixture, "sort-by", g_variant_new_string ("table"));
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_TABLE);
  activate (fixture, "sort-ascending", g_variant_new_string ("region"));
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_REGION);
  g_assert_false (ctg_spec_get_descending (get_spec (fixture)));
  activate (fixture, "order", g_variant_new_string ("descending"));
  g_assert_true (ctg_spec_get_descending (get_spec (fixture)));
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_REGION);

  /* What is no column changes nothing. */
  activate (fixture, "sort-by", g_variant_new_string ("nonsense"));
  g_assert_cmpint (get_spec (fixture)->sort_by, ==, CTG_SPEC_SORT_REGION);
}

static void
test_missing_last (TableFixture *fixture,
                   gconstpointer data)
{
  activate (fixture, "sort-descending", g_variant_new_string ("returnees.estimate"));
  g_assert_cmpstr (table_fixture_name (fixture, 0), ==, "Österreich");
  g_assert_cmpstr (table_fixture_name (fixture, 1), ==, "Tunisia");
  table_fixture_assert_cell (fixture, "returnees.estimate", 1, "0");

  activate (fixture, "sort-ascending", g_variant_new_string ("returnees.estimate"));
  g_assert_cmpstr (table_fixture_name (fixture, 0), ==, "Tunisia");
  g_assert_cmpstr (table_fixture_name (fixture, 1), ==, "Österreich");
  table_fixture_assert_cell (fixture, "returnees.estimate", 2, "n/a");
  table_fixture_assert_cell (fixture, "returnees.estimate", 3, "–");
  table_fixture_assert_cell (fixture, "returnees.estimate", 4, "–");
}

/* ---- filter ---- */

static void
test_filter (TableFixture *fixture,
             gconstpointer data)
{
  type_filter (fixture, "c");
  type_filter (fixture, "co");
  type_filter (fixture, "cot");
  type_filter (fixture, "cote");
  g_assert_cmpuint (table_fixture_n_rows (fixture), ==, 1);
  g_assert_cmpstr (table_fixture_name (fixture, 0), ==, "Côte d’Ivoire");
  g_assert_cmpstr (get_spec (fixture)->search, ==, "cote");
  g_assert_cmpstr (ctg_table_view_get_coverage (fixture->view), ==, "1 of 5 rows · \u2068People who travelled\u2069: 1 of 1 reported");
  g_assert_true (gtk_widget_get_visible (fixture->view->clear_button));

  /* What was typed is one step. */
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "filter");
  ctg_document_undo (fixture->document);
  g_assert_false (ctg_document_get_can_undo (fixture->document));
  g_assert_cmpuint (table_fixture_n_rows (fixture), ==, 5);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->view->filter)), ==, "");

  ctg_document_redo (fixture->document);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture->view->filter)), ==, "cote");
  activate (fixture, "clear-filter", NULL);
  g_assert_cmpuint (table_fixture_n_rows (fixture), ==, 5);
  g_assert_false (gtk_widget_get_visible (fixture->view->clear_button));
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "clear filter");
}

static void
test_nothing_left (TableFixture *fixture,
                   gconstpointer data)
{
  type_filter (fixture, "zzz");
  g_assert_cmpuint (table_fixture_n_rows (fixture), ==, 0);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->stack), ==, "empty");
  table_fixture_draw (fixture);
  activate (fixture, "clear-filter", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (fixture->view->stack), ==, "rows");
  table_fixture_draw (fixture);
  table_fixture_assert_cell (fixture, "name", 0, "Tunisia");
}

static void
test_region (TableFixture *fixture,
             gconstpointer data)
{
  guint chosen = GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < fixture->view->region_ids->len; i++)
    {
      if (g_array_index (fixture->view->region_ids, CtgRegion, i) == CTG_REGION_SOUTHERN_EUROPE)
        chosen = i;
      g_assert_cmpint (g_array_index (fixture->view->region_ids, CtgRegion, i), !=, CTG_REGION_OCEANIA);
    }
  g_assert_cmpuint (chosen, !=, GTK_INVALID_LIST_POSITION);

  gtk_drop_down_set_selected (fixture->view->regions, chosen);
  g_assert_cmpstr (get_spec (fixture)->region, ==, "southern-europe");
  g_assert_cmpuint (table_fixture_n_rows (fixture), >, 3);
  g_assert_cmpuint (table_fixture_n_rows (fixture), <, 20);
  g_assert_cmpuint (ctg_table_model_find_row (fixture->model, table_fixture_row (fixture, "XKX")), !=, GTK_INVALID_LIST_POSITION);
  g_assert_cmpuint (ctg_table_model_find_row (fixture->model, table_fixture_row (fixture, "TUN")), ==, GTK_INVALID_LIST_POSITION);
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "filter by region");

  ctg_document_undo (fixture->document);
  g_assert_cmpuint (gtk_drop_down_get_selected (fixture->view->regions), ==, 0);
  g_assert_cmpuint (table_fixture_n_rows (fixture), ==, 65);
}

/* ---- selection, focus, view ---- */

static void
test_selection (TableFixture *fixture,
                gconstpointer data)
{
  GtkSelectionModel *selection = GTK_SELECTION_MODEL (fixture->model);
  const char *const both[] = { "TUN", "XKX", NULL };

  gtk_selection_model_select_item (selection, 2, TRUE);
  g_assert_cmpuint (g_strv_length ((GStrv) ctg_document_get_selection (fixture->document)), ==, 1);
  g_assert_true (ctg_document_is_selected (fixture->document, "RUS"));

  ctg_document_set_selection (fixture->document, both);
  g_assert_false (gtk_selection_model_is_selected (selection, 2));
  g_assert_true (gtk_selection_model_is_selected (selection, ctg_table_model_find_row (fixture->model, table_fixture_row (fixture, "TUN"))));
  g_assert_true (gtk_selection_model_is_selected (selection, ctg_table_model_find_row (fixture->model, table_fixture_row (fixture, "XKX"))));

  /* Through sort and filter, and back after being filtered away. */
  table_fixture_click_header (fixture, "name", GTK_SORT_ASCENDING);
  g_assert_true (gtk_selection_model_is_selected (selection, ctg_table_model_find_row (fixture->model, table_fixture_row (fixture, "XKX"))));
  type_filter (fixture, "tun");
  g_assert_true (gtk_selection_model_is_selected (selection, 0));
  type_filter (fixture, "");
  g_assert_true (gtk_selection_model_is_selected (selection, ctg_table_model_find_row (fixture->model, table_fixture_row (fixture, "XKX"))));
  g_assert_true (ctg_document_is_selected (fixture->document, "XKX"));

  activate (fixture, "unselect-all", NULL);
  g_assert_true (gtk_bitset_is_empty (ctg_table_model_get_selected (fixture->model)));
  activate (fixture, "select-all", NULL);
  g_assert_cmpuint (g_strv_length ((GStrv) ctg_document_get_selection (fixture->document)), ==, 65);
}

static void
test_focus (TableFixture *fixture,
            gconstpointer data)
{
  guint row = table_fixture_row (fixture, "XKX");

  activate (fixture, "find", NULL);
  g_assert_cmpuint (ctg_table_grid_get_focused_row (fixture->grid), ==, CTG_NO_ROW);
  g_assert_true (gtk_widget_is_ancestor (gtk_root_get_focus (GTK_ROOT (fixture->window)), GTK_WIDGET (fixture->view->filter)));
  g_assert_true (ctg_table_grid_focus_row (fixture->grid, row));
  g_assert_cmpuint (ctg_table_grid_get_focused_row (fixture->grid), ==, row);

  table_fixture_click_header (fixture, "name", GTK_SORT_ASCENDING);
  table_fixture_draw (fixture);
  g_assert_cmpuint (ctg_table_grid_get_focused_row (fixture->grid), ==, row);
  g_assert_true (table_fixture_in_view (fixture, row));

  table_fixture_click_header (fixture, "name", GTK_SORT_DESCENDING);
  table_fixture_draw (fixture);
  g_assert_cmpuint (ctg_table_grid_get_focused_row (fixture->grid), ==, row);
  g_assert_true (table_fixture_in_view (fixture, row));

  type_filter (fixture, "ko");
  table_fixture_draw (fixture);
  g_assert_cmpuint (ctg_table_grid_get_focused_row (fixture->grid), ==, row);
  ctg_document_undo (fixture->document);
  table_fixture_draw (fixture);
  g_assert_cmpuint (ctg_table_grid_get_focused_row (fixture->grid), ==, row);
  g_assert_true (table_fixture_in_view (fixture, row));
}

static void
test_scroll (TableFixture *fixture,
             gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (fixture->grid->scroller);
  const char *const keys[] = { "XKX", NULL };
  guint row = table_fixture_row (fixture, "XKX");
  double before;

  /* A selected row that can be seen can be seen afterwards. */
  activate (fixture, "find", NULL);
  ctg_document_set_selection (fixture->document, keys);
  table_fixture_draw (fixture);
  g_assert_true (table_fixture_in_view (fixture, row));
  table_fixture_click_header (fixture, "name", GTK_SORT_ASCENDING);
  table_fixture_draw (fixture);
  g_assert_true (table_fixture_in_view (fixture, row));

  /* With nothing to hold on to, the view stays where it is. */
  ctg_document_set_selection (fixture->document, NULL);
  gtk_adjustment_set_value (adjustment, 300);
  table_fixture_draw (fixture);
  before = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (before, >, 200);
  table_fixture_click_header (fixture, "fighters.official", GTK_SORT_DESCENDING);
  table_fixture_draw (fixture);
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), before, 1);
}

/* ---- columns and copying ---- */

static void
test_columns (TableFixture *fixture,
              gconstpointer data)
{
  g_assert_false (ctg_table_grid_get_column_shown (fixture->grid, "code"));
  activate (fixture, "show-all-columns", NULL);
  g_assert_true (ctg_table_grid_get_column_shown (fixture->grid, "code"));
  table_fixture_draw (fixture);
  table_fixture_assert_cell (fixture, "code", 0, "TUN");

  activate (fixture, "hide-column", g_variant_new_string ("source"));
  g_assert_false (ctg_table_grid_get_column_shown (fixture->grid, "source"));
  activate (fixture, "column-1", NULL);
  g_assert_false (ctg_table_grid_get_column_shown (fixture->grid, "fighters.official"));
  activate (fixture, "column-1", NULL);
  g_assert_true (ctg_table_grid_get_column_shown (fixture->grid, "fighters.official"));

  /* A choice outlives another dataset. */
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("icsr-2015-01", NULL);

  table_fixture_open (fixture, figure);
  g_assert_false (ctg_table_grid_get_column_shown (fixture->grid, "source"));
  g_assert_true (ctg_table_grid_get_column_shown (fixture->grid, "code"));
}

static void
test_copy (TableFixture *fixture,
           gconstpointer data)
{
  const char *const keys[] = { "AUT", "TUN", NULL };
  g_autofree char *all = NULL;
  g_autofree char *some = NULL;

  activate (fixture, "show-all-columns", NULL);
  activate (fixture, "sort-by", g_variant_new_string ("table"));
  activate (fixture, "order", g_variant_new_string ("ascending"));
  all = ctg_table_view_dup_tsv (fixture->view);
  g_assert_cmpstr (all, ==,
                   "Country or area\tPeople who travelled\tReturned\tAs of\tSource\tRegion\tCode\tNotes\n"
                   "Tunisia\t40\t0\t2020\tInvented\tNorthern Africa\tTUN\tZero, as printed.\n"
                   "Côte d’Ivoire\t0\tn/a\t2020\tInvented\tSub-Saharan Africa\tCIV\t\n"
                   "Kosovo\t14–85\t\t2020\tInvented\tSouthern Europe\tXKX\t\n"
                   "Austria\t> 102\t≥ 40\t2020\tInvented\tWestern Europe\tAUT\t\n"
                   "United Kingdom\t850\t\t2020\tInvented\tNorthern Europe\tGBR\tDoubtful · Doubtful: invented.\n");

  /* Selected rows in the order of the table, visible columns in the order of the headers. */
  ctg_document_set_selection (fixture->document, keys);
  activate (fixture, "hide-column", g_variant_new_string ("notes"));
  activate (fixture, "hide-column", g_variant_new_string ("region"));
  some = ctg_table_view_dup_tsv (fixture->view);
  g_assert_cmpstr (some, ==,
                   "Country or area\tPeople who travelled\tReturned\tAs of\tSource\tCode\n"
                   "Tunisia\t40\t0\t2020\tInvented\tTUN\n"
                   "Austria\t> 102\t≥ 40\t2020\tInvented\tAUT\n");

  activate (fixture, "copy", NULL);
  g_assert_true (gdk_clipboard_is_local (gtk_widget_get_clipboard (fixture->window)));
}

/* ---- other states ---- */

static void
test_language (TableFixture *fixture,
               gconstpointer data)
{
  g_assert_true (ctg_document_set (fixture->document, "language", "de", "change language", NULL));
  table_fixture_draw (fixture);
  table_fixture_assert_cell (fixture, "name", 0, "Tunesien");
  /* The reader of the window need not know the language of the figure. */
  table_fixture_assert_cell (fixture, "fighters.official", 0, "6,000");
  table_fixture_assert_cell (fixture, "region", 0, "Northern Africa");
}

static void
test_switch (TableFixture *fixture,
             gconstpointer data)
{
  static const char *const ids[] = { "totals", "profile", "returnees", "deaths", "tsc-2017-10", "turkey-2017", TSG };

  /* Rows of one table must never be looked up in another. */
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr(CtgFigure) figure = ctg_figure_load_bundled (ids[i], NULL);

      g_assert_nonnull (figure);
      gtk_selection_model_select_all (GTK_SELECTION_MODEL (fixture->model));
      table_fixture_open (fixture, figure);
      table_fixture_draw (fixture);
      g_assert_cmpuint (table_fixture_n_rows (fixture), >, 0);
      g_assert_nonnull (ctg_table_grid_get_cell_text (fixture->grid, "name", 0));
    }
}

/* Data of one's own have neither dates nor notes as a rule. */
static void
test_empty_columns (TableFixture *fixture,
                    gconstpointer data)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("[{\"country\": \"Belgium\", \"people\": 12}]", 38);
  g_autoptr(GError) error = NULL;
  CtgOpenedKind kind;
  g_autoptr(CtgFigure) figure = ctg_figure_load (bytes, "own.json", &kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (ctg_table_grid_get_column_shown (fixture->grid, "as-of"));
  g_assert_true (ctg_table_grid_get_column_shown (fixture->grid, "notes"));
  table_fixture_open (fixture, figure);
  g_assert_false (ctg_table_grid_get_column_shown (fixture->grid, "as-of"));
  g_assert_false (ctg_table_grid_get_column_shown (fixture->grid, "notes"));
  g_assert_true (ctg_table_grid_get_column_shown (fixture->grid, "region"));
}

static void
test_no_document (TableFixture *fixture,
                  gconstpointer data)
{
  ctg_table_view_set_document (fixture->view, NULL);
  table_fixture_draw (fixture);
  g_assert_null (ctg_table_view_dup_tsv (fixture->view));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (fixture->view)));
  ctg_table_view_set_document (fixture->view, fixture->document);
  g_assert_true (gtk_widget_get_sensitive (GTK_WIDGET (fixture->view)));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(path, dataset, function) \
  g_test_add ("/table/" path, TableFixture, dataset, table_fixture_set_up, function, table_fixture_tear_down)

  TEST ("default", TSG, test_default);
  TEST ("cells", EMPTIES, test_cells);
  TEST ("names", TSG, test_names);
  TEST ("labels", TSG, test_labels);
  TEST ("sort", TSG, test_sort);
  TEST ("sort-menu", TSG, test_sort_menu);
  TEST ("missing-last", EMPTIES, test_missing_last);
  TEST ("filter", EMPTIES, test_filter);
  TEST ("nothing-left", TSG, test_nothing_left);
  TEST ("region", TSG, test_region);
  TEST ("selection", TSG, test_selection);
  TEST ("focus", TSG, test_focus);
  TEST ("scroll", TSG, test_scroll);
  TEST ("columns", TSG, test_columns);
  TEST ("copy", EMPTIES, test_copy);
  TEST ("language", TSG, test_language);
  TEST ("switch", TSG, test_switch);
  TEST ("empty-columns", TSG, test_empty_columns);
  TEST ("no-document", TSG, test_no_document);

  return g_test_run ();
}
