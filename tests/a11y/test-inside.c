/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What assistive technology and the keyboard find: the figure with its alternative text and every mark with its claim, one Tab stop for all
 * of them, and a name on everything that takes the focus. */

#include "app-fixture.h"

#include "app/inspector/ctg-field.h"
#include "app/sheet/ctg-mark-proxy.h"

static gboolean
is_proxy (GtkWidget *widget)
{
  return CTG_IS_MARK_PROXY (widget);
}

static unsigned int
count_proxies (GtkWidget *sheet)
{
  unsigned int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (sheet); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += is_proxy (child);

  return n;
}

static void
test_figure (AppFixture   *fixture,
             gconstpointer data)
{
  GtkAccessible *sheet = GTK_ACCESSIBLE (fixture->window->sheet);
  CtgScene *scene = ctg_document_get_scene (app_document (fixture));

  gtk_test_accessible_assert_role (sheet, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_LABEL, ctg_scene_get_title (scene));
  gtk_test_accessible_assert_property (sheet, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, ctg_scene_get_description (scene));
  g_assert_cmpuint (strlen (ctg_scene_get_description (scene)), >, 40);
}

static void
assert_marks_match (AppFixture *fixture)
{
  CtgScene *scene = ctg_document_get_scene (app_document (fixture));
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->window->sheet));
  unsigned int n;
  g_autofree unsigned int *marks = ctg_scene_dup_marks (scene, &n);

  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (count_proxies (GTK_WIDGET (fixture->window->sheet)), ==, n);
  for (unsigned int i = 0; i < n; i++)
    {
      while (!is_proxy (child))
        child = gtk_widget_get_next_sibling (child);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
      g_assert_cmpstr (ctg_mark_proxy_get_label (CTG_MARK_PROXY (child)), ==, ctg_scene_get_node (scene, marks[i])->label);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (child), GTK_ACCESSIBLE_PROPERTY_LABEL, ctg_scene_get_node (scene, marks[i])->label);
      child = gtk_widget_get_next_sibling (child);
    }
}

static gboolean
shows_bars (AppFixture *fixture)
{
  unsigned int n;

  g_free (ctg_scene_dup_marks (ctg_document_get_scene (app_document (fixture)), &n));
  return n == 5;
}

static void
test_marks (AppFixture   *fixture,
            gconstpointer data)
{
  assert_marks_match (fixture);

  /* They follow the figure. */
  app_activate (fixture, "kind", "'bars'");
  app_activate (fixture, "set", "('series', 'fighters.official')");
  app_activate (fixture, "set", "('top', '5')");
  app_wait (fixture, shows_bars, "five bars");
  assert_marks_match (fixture);
}

/* A label says who, how many, when and by whom. */
static void
test_claim (AppFixture   *fixture,
            gconstpointer data)
{
  GtkWidget *focus;
  g_autofree char *card = NULL;
  const char *label;

  g_assert_true (ctg_sheet_focus_row (fixture->window->sheet, "TUN"));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (is_proxy (focus));
  label = ctg_mark_proxy_get_label (CTG_MARK_PROXY (focus));
  g_assert_nonnull (strstr (label, "Tunisia"));
  g_assert_nonnull (strstr (label, "6,000"));
  g_assert_nonnull (strstr (label, "2015"));
  g_assert_nonnull (strstr (label, "Soufan"));

  card = ctg_sheet_dup_claim_text (fixture->window->sheet);
  g_assert_nonnull (card);
  g_assert_nonnull (strstr (card, "Tunisia"));
  g_assert_nonnull (strstr (card, "6,000"));
  g_assert_nonnull (strstr (card, "Soufan"));

  g_assert_false (ctg_sheet_focus_row (fixture->window->sheet, "no-such-row"));
}

static void
press_tab (AppFixture *fixture)
{
  g_signal_emit_by_name (fixture->window, "move-focus", GTK_DIR_TAB_FORWARD);
  app_settle ();
}

static void
test_one_stop (AppFixture   *fixture,
               gconstpointer data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *sheet = GTK_WIDGET (fixture->window->sheet);
  unsigned int visits = 0;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->window->paned));
  for (unsigned int i = 0; i < 200; i++)
    {
      GtkWidget *focus;

      press_tab (fixture);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_false (focus != NULL && is_proxy (focus));
      if (focus == sheet)
        visits++;
      if (visits == 2)
        break;
    }
  g_assert_cmpuint (visits, ==, 2);

  /* From a mark, Tab leaves the figure. */
  g_assert_true (ctg_sheet_focus_row (fixture->window->sheet, "TUN"));
  press_tab (fixture);
  g_assert_false (is_proxy (gtk_window_get_focus (GTK_WINDOW (window))));
  g_assert_false (gtk_window_get_focus (GTK_WINDOW (window)) == sheet);
}

#define MOST_STOPS 150

static GPtrArray *
walk (AppFixture      *fixture,
      GtkDirectionType direction)
{
  GPtrArray *stops = g_ptr_array_new ();
  GtkWidget *start = GTK_WIDGET (fixture->window->sheet);
  GtkWidget *focus = start;

  gtk_window_set_focus (GTK_WINDOW (fixture->window), start);
  do
    {
      g_ptr_array_add (stops, focus);
      g_signal_emit_by_name (fixture->window, "move-focus", direction);
      focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
      g_assert_nonnull (focus);
      if (focus != start && g_ptr_array_find (stops, focus, NULL))
        g_error ("Tab turns back at %s", G_OBJECT_TYPE_NAME (focus));
      g_assert_cmpuint (stops->len, <, MOST_STOPS);
    }
  while (focus != start);

  return stops;
}

static char *
describe_stop (GtkWidget *stop)
{
  GString *text = g_string_new (NULL);

  for (; stop != NULL && text->len < 200; stop = gtk_widget_get_parent (stop))
    g_string_append_printf (text, " %s", G_OBJECT_TYPE_NAME (stop));

  return g_string_free (text, FALSE);
}

static void
assert_mirrored (GPtrArray *forward,
                 GPtrArray *backward)
{
  for (unsigned int i = 1; i < MIN (forward->len, backward->len); i++)
    {
      GtkWidget *there = g_ptr_array_index (forward, i);
      GtkWidget *back = g_ptr_array_index (backward, backward->len - i);
      g_autofree char *a = describe_stop (there);
      g_autofree char *b = describe_stop (back);

      if (there != back)
        g_error ("Tab comes by another stop backwards: %u%s,%s", i, a, b);
    }
  g_assert_cmpuint (forward->len, ==, backward->len);
}

static unsigned int
count_stops_in (GPtrArray *stops,
                GtkWidget *widget)
{
  unsigned int n = 0;

  g_assert_nonnull (widget);
  for (unsigned int i = 0; i < stops->len; i++)
    n += g_ptr_array_index (stops, i) == widget || gtk_widget_is_ancestor (g_ptr_array_index (stops, i), widget);

  return n;
}

static void
assert_one_stop (GPtrArray *stops,
                 GtkWidget *widget)
{
  g_autoptr(GString) all = g_string_new (NULL);

  if (count_stops_in (stops, widget) == 1)
    return;

  for (unsigned int i = 0; i < stops->len; i++)
    g_string_append_printf (all, " %s", G_OBJECT_TYPE_NAME (g_ptr_array_index (stops, i)));
  g_error ("Tab stops %u times in a %s:%s", count_stops_in (stops, widget), G_OBJECT_TYPE_NAME (widget), all->str);
}

static gboolean
can_take_focus (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_is_sensitive (widget))
    return FALSE;
  if (gtk_widget_get_focusable (widget) && !GTK_IS_LABEL (widget))
    return TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (can_take_focus (child))
      return TRUE;

  return FALSE;
}

static void
count_fields_passed (GtkWidget    *widget,
                     GPtrArray    *stops,
                     unsigned int *n_fields)
{
  if (CTG_IS_FIELD (widget) && can_take_focus (widget))
    {
      if (count_stops_in (stops, widget) == 0)
        g_error ("Tab passes the field %s", ctg_field_get_path (CTG_FIELD (widget)));
      (*n_fields)++;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    count_fields_passed (child, stops, n_fields);
}

/* Tab goes by where widgets are. */
static gboolean
is_laid_out (AppFixture *fixture)
{
  GtkWidget *inspector = GTK_WIDGET (fixture->window->inspector);

  return gtk_widget_get_height (app_find_child (GTK_WIDGET (fixture->window->table), GTK_TYPE_COLUMN_VIEW)) > 0 &&
         (inspector == NULL || gtk_widget_get_height (inspector) > 0);
}

/* Tab comes by everything and back to where it began, both ways round; lists, figure and pictures of kinds are one stop each. */
static void
test_walk (AppFixture   *fixture,
           gconstpointer data)
{
  CtgWindow *window = fixture->window;
  unsigned int n_fields = 0;

  for (unsigned int turn = 0; turn < 2; turn++)
    {
      app_wait (fixture, is_laid_out, "the layout");

      g_autoptr(GPtrArray) forward = walk (fixture, GTK_DIR_TAB_FORWARD);
      g_autoptr(GPtrArray) backward = walk (fixture, GTK_DIR_TAB_BACKWARD);

      assert_mirrored (forward, backward);

      assert_one_stop (forward, app_find_child (GTK_WIDGET (window->table), GTK_TYPE_SEARCH_ENTRY));
      assert_one_stop (forward, app_find_child (GTK_WIDGET (window->table), GTK_TYPE_DROP_DOWN));
      assert_one_stop (forward, app_find_child (GTK_WIDGET (window->table), GTK_TYPE_COLUMN_VIEW));
      assert_one_stop (forward, app_find_child (GTK_WIDGET (window->sidebar), GTK_TYPE_LIST_BOX));
      g_assert_cmpuint (count_stops_in (forward, GTK_WIDGET (window->table)), >=, 6);
      if (turn == 1)
        {
          assert_one_stop (forward, app_find_child (GTK_WIDGET (window->inspector), GTK_TYPE_FLOW_BOX));
          count_fields_passed (GTK_WIDGET (window->inspector), forward, &n_fields);
          g_assert_cmpuint (n_fields, >, 10);
        }
      else
        {
          app_activate (fixture, "show-inspector", NULL);
          app_settle ();
        }
    }
}

/* What the search finds can be reached, also where the dataset that is shown is not among it. */
static void
test_found (AppFixture   *fixture,
            gconstpointer data)
{
  static const GtkDirectionType ways[] = { GTK_DIR_DOWN, GTK_DIR_TAB_FORWARD };
  CtgWindow *window = fixture->window;
  GtkWidget *list = app_find_child (GTK_WIDGET (window->sidebar), GTK_TYPE_LIST_BOX);
  GtkWidget *search = app_find_child (GTK_WIDGET (window->sidebar), GTK_TYPE_SEARCH_ENTRY);

  for (unsigned int i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      GtkWidget *focus;

      app_activate (fixture, "find-dataset", NULL);
      gtk_editable_set_text (GTK_EDITABLE (search), "icsr");
      g_signal_emit_by_name (window, "move-focus", ways[i]);
      focus = gtk_window_get_focus (GTK_WINDOW (window));
      g_assert_true (GTK_IS_LIST_BOX_ROW (focus) && gtk_widget_is_ancestor (focus, list));
      g_assert_true (gtk_widget_get_child_visible (focus));
    }
  g_signal_emit_by_name (gtk_window_get_focus (GTK_WINDOW (window)), "activate");
  g_assert_cmpstr (ctg_dataset_get_id (ctg_document_get_dataset (app_document (fixture))), ==, "icsr-2015-01");

  /* Nothing is found: Tab goes on. */
  app_activate (fixture, "find-dataset", NULL);
  gtk_editable_set_text (GTK_EDITABLE (search), "no such dataset");
  press_tab (fixture);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (window)) == GTK_WIDGET (window->sheet));
}

static void
assert_pane (AppFixture *fixture,
             const char *action,
             GtkWidget  *pane)
{
  GtkWidget *focus;

  app_activate (fixture, action, NULL);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_nonnull (focus);
  g_assert_true (gtk_widget_is_ancestor (focus, pane));
}

/* F6 goes round the parts that are shown, from the header bar too; without a figure, to what is said in its place. */
static void
test_panes (AppFixture   *fixture,
            gconstpointer data)
{
  CtgWindow *window = fixture->window;

  assert_pane (fixture, "next-pane", app_find_child (GTK_WIDGET (window->table), GTK_TYPE_COLUMN_VIEW));
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->sidebar));
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->stack));

  app_activate (fixture, "show-inspector", NULL);
  app_settle ();
  assert_pane (fixture, "previous-pane", GTK_WIDGET (window->sidebar));
  assert_pane (fixture, "previous-pane", GTK_WIDGET (window->inspector));
  assert_pane (fixture, "previous-pane", GTK_WIDGET (window->table));
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->inspector));

  gtk_widget_grab_focus (GTK_WIDGET (window->menu_button));
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->sidebar));
  gtk_widget_grab_focus (GTK_WIDGET (window->menu_button));
  assert_pane (fixture, "previous-pane", GTK_WIDGET (window->inspector));

  app_activate (fixture, "show-inspector", NULL);
  app_activate (fixture, "set", "('search', 'no such name')");
  app_settle ();
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->sidebar));
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->stack));
  assert_pane (fixture, "next-pane", GTK_WIDGET (window->table));
}

/* ---- names ---- */

/* Whether the widget says something by itself: a text, a label, a tooltip, or labelled by another. */
static gboolean
has_name (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  if (gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
      || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    return TRUE;
  if (gtk_widget_get_tooltip_text (widget) != NULL)
    return TRUE;
  if (GTK_IS_LABEL (widget))
    return *gtk_label_get_text (GTK_LABEL (widget)) != '\0';

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child) ? *gtk_label_get_text (GTK_LABEL (child)) != '\0' : has_name (child))
      return TRUE;

  return FALSE;
}

/* What is part of a named widget, or only a container the focus passes. */
static gboolean
needs_name (GtkWidget *widget)
{
  return gtk_widget_get_focusable (widget)
         && (GTK_IS_BUTTON (widget) || GTK_IS_EDITABLE (widget) || GTK_IS_SWITCH (widget) || GTK_IS_DROP_DOWN (widget) || GTK_IS_MENU_BUTTON (widget)
             || GTK_IS_LIST_BOX_ROW (widget) || is_proxy (widget) || CTG_IS_SHEET (widget));
}

static void
check_names (GtkWidget *widget)
{
  /* What is hidden may get its name when it is shown. */
  if (!gtk_widget_get_visible (widget))
    return;

  /* The button inside a menu button has its name from the whole, and so have the insides of a spin button, a drop-down or an entry. */
  GtkWidget *named = GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget)) ? gtk_widget_get_parent (widget) : widget;

  /* These speak for the part of them that takes the focus. */
  if ((GTK_IS_SPIN_BUTTON (widget) || GTK_IS_EXPANDER (widget)) && !gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL)
      && !gtk_test_accessible_has_relation (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_RELATION_LABELLED_BY))
    g_error ("%s in %s has no name", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  if (needs_name (widget) && !has_name (named))
    g_error ("%s in %s takes the focus and has no name", G_OBJECT_TYPE_NAME (widget), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)));
  if (GTK_IS_EDITABLE (widget) || GTK_IS_DROP_DOWN (widget))
    return;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_names (child);
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog (fixture) != NULL;
}

static void
test_names (AppFixture   *fixture,
            gconstpointer data)
{
  static const char *const dialogs[] = { "export", "about-data", NULL };

  app_activate (fixture, "show-inspector", NULL);
  app_settle ();
  check_names (GTK_WIDGET (fixture->window));

  for (unsigned int i = 0; dialogs[i] != NULL; i++)
    {
      app_activate (fixture, dialogs[i], NULL);
      app_wait (fixture, has_dialog, dialogs[i]);
      check_names (GTK_WIDGET (app_find_dialog (fixture)));
      app_close_dialogs (fixture);
    }
}

static gboolean
has_focus_in_dialog (AppFixture *fixture)
{
  GtkWindow *dialog = app_find_dialog (fixture);

  return dialog != NULL && gtk_window_is_active (dialog) && gtk_window_get_focus (dialog) != NULL;
}

static gboolean
is_window_active (AppFixture *fixture)
{
  return gtk_window_is_active (GTK_WINDOW (fixture->window));
}

/* A key pressed in a dialog that has just opened does something: the focus is on no row that cannot be activated, and on no text. */
static void
test_first_focus (AppFixture   *fixture,
                  gconstpointer data)
{
  static const char *const dialogs[] = { "export", "about-data", "about", NULL };

  for (unsigned int i = 0; dialogs[i] != NULL; i++)
    {
      GtkWidget *focus;

      app_activate (fixture, dialogs[i], NULL);
      app_wait (fixture, has_focus_in_dialog, dialogs[i]);
      focus = gtk_window_get_focus (app_find_dialog (fixture));
      g_test_message ("%s: %s", dialogs[i], G_OBJECT_TYPE_NAME (focus));
      if (g_str_equal (dialogs[i], "about-data"))
        g_assert_true (GTK_IS_SCROLLED_WINDOW (focus) && has_name (focus));
      else
        g_assert_true (GTK_IS_BUTTON (focus) || GTK_IS_EDITABLE (focus) || (GTK_IS_LIST_BOX_ROW (focus) && gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (focus))));
      app_close_dialogs (fixture);
      app_wait (fixture, is_window_active, "the window to have the focus again");
    }
}

/* Nothing in "About These Data" takes the focus that is of no use with it. */
static void
check_rows (GtkWidget *widget)
{
  if (GTK_IS_LIST_BOX_ROW (widget))
    g_assert_true (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (widget)) || !gtk_widget_get_focusable (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_rows (child);
}

static void
test_rows (AppFixture   *fixture,
           gconstpointer data)
{
  app_activate (fixture, "about-data", NULL);
  app_wait (fixture, has_dialog, "the dialog");
  check_rows (GTK_WIDGET (app_find_dialog (fixture)));
  app_close_dialogs (fixture);
}

/* The undo button says what it would undo. */
static void
test_undo_name (AppFixture   *fixture,
                gconstpointer data)
{
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_document_get_spec (app_document (fixture)), "sort.by", "name", NULL);

  ctg_document_change (app_document (fixture), spec, "sort by name");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->window->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Undo sort by name");
}

static void
add (const char *name,
     void ( *run ) (AppFixture *, gconstpointer))
{
  g_test_add (name, AppFixture, NULL, app_fixture_set_up, run, app_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  app_test_init (&argc, &argv);

  add ("/a11y/figure", test_figure);
  add ("/a11y/marks", test_marks);
  add ("/a11y/claim", test_claim);
  add ("/a11y/one-stop", test_one_stop);
  add ("/a11y/walk", test_walk);
  add ("/a11y/found", test_found);
  add ("/a11y/panes", test_panes);
  add ("/a11y/names", test_names);
  add ("/a11y/first-focus", test_first_focus);
  add ("/a11y/rows", test_rows);
  add ("/a11y/undo-name", test_undo_name);

  return g_test_run ();
}
