/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector: every field changes the figure by a step that can be undone, and shows what the figure has. */

#include "app/ctg-window-locale.h"
#include "app/inspector/ctg-fields.h"
#include "data/ctg-library.h"
#include "table-fixture.h"

#define TSG "tsg-2015-12"

static CtgSpec *
get_spec (TableFixture *fixture)
{
  return ctg_document_get_spec (fixture->document);
}

static char *
get (TableFixture *fixture,
     const char   *path)
{
  return ctg_spec_get (get_spec (fixture), path);
}

static void
assert_value (TableFixture *fixture,
              const char   *path,
              const char   *value)
{
  g_autofree char *is = get (fixture, path);

  g_assert_cmpstr (is, ==, value);
}

static CtgField *
find_field (TableFixture *fixture,
            const char   *path)
{
  CtgField *field = ctg_inspector_find_field (fixture->inspector, path);

  if (field == NULL)
    g_error ("no field for %s", path);

  return field;
}

static GtkWidget *
find_in (TableFixture *fixture,
         const char   *path,
         GType         type)
{
  GtkWidget *found = table_fixture_find (GTK_WIDGET (find_field (fixture, path)), type);

  g_assert_nonnull (found);

  return found;
}

static void
set_text (TableFixture *fixture,
          const char   *path,
          const char   *text)
{
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_in (fixture, path, GTK_TYPE_TEXT_VIEW))), text, -1);
}

/* ---- all fields ---- */

static void
test_complete (TableFixture *fixture,
               gconstpointer data)
{
  unsigned int n = 0;
  const CtgSpecField *fields = ctg_spec_get_fields (&n);

  for (unsigned int i = 0; i < n; i++)
    {
      /* A field with one choice has nothing to choose. */
      if (fields[i].choices != NULL && strchr (fields[i].choices, '|') == NULL)
        g_assert_null (ctg_inspector_find_field (fixture->inspector, fields[i].path));
      else
        g_assert_nonnull (find_field (fixture, fields[i].path));
    }
}

/* Does to a field what a user would do; FALSE where the field's kind needs a test of its own. */
static gboolean
operate (CtgField *field)
{
  GtkWidget *control = ctg_field_get_control (field);

  if (CTG_IS_SWITCH_FIELD (field))
    {
      gtk_switch_set_active (GTK_SWITCH (control), !gtk_switch_get_active (GTK_SWITCH (control)));
    }
  else if (CTG_IS_CHOICE_FIELD (field) || CTG_IS_SORT_FIELD (field) || CTG_IS_FONT_FIELD (field) || CTG_IS_BACKGROUND_FIELD (field))
    {
      guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (control));

      gtk_drop_down_set_selected (GTK_DROP_DOWN (control), selected == 0 ? 1 : 0);
    }
  else if (CTG_IS_NUMBER_FIELD (field))
    {
      GtkToggleButton *automatic = GTK_TOGGLE_BUTTON (table_fixture_find (control, GTK_TYPE_TOGGLE_BUTTON));
      GtkSpinButton *spin = GTK_SPIN_BUTTON (table_fixture_find (control, GTK_TYPE_SPIN_BUTTON));

      if (gtk_widget_get_visible (GTK_WIDGET (automatic)))
        gtk_toggle_button_set_active (automatic, !gtk_toggle_button_get_active (automatic));
      else
        gtk_spin_button_set_value (spin, gtk_spin_button_get_value (spin) + 1);
    }
  else if (CTG_IS_TEXT_FIELD (field))
    {
      GtkTextView *view = GTK_TEXT_VIEW (table_fixture_find (GTK_WIDGET (field), GTK_TYPE_TEXT_VIEW));

      bool numbers = ctg_field_has_path (field, "rates") || ctg_field_has_path (field, "map.breaks");

      gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), numbers ? "10, 20" : "Words of one’s own", -1);
    }
  else if (CTG_IS_LENGTH_FIELD (field))
    {
      GtkSpinButton *spin = GTK_SPIN_BUTTON (table_fixture_find (GTK_WIDGET (field), GTK_TYPE_SPIN_BUTTON));

      gtk_spin_button_set_value (spin, 101);
    }
  else if (CTG_IS_PALETTE_FIELD (field))
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (gtk_widget_get_first_child (control))), TRUE);
    }
  else
    {
      return FALSE;
    }

  return TRUE;
}

static void
collect (GtkWidget *widget,
         GPtrArray *fields)
{
  if (CTG_IS_FIELD (widget))
    g_ptr_array_add (fields, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, fields);
}

static void
test_every_field (TableFixture *fixture,
                  gconstpointer data)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();
  guint n_special = 0;

  collect (GTK_WIDGET (fixture->inspector), fields);
  g_assert_cmpuint (fields->len, >=, 25);

  for (guint i = 0; i < fields->len; i++)
    {
      CtgField *field = g_ptr_array_index (fields, i);
      g_autoptr(CtgSpec) before = ctg_spec_ref (get_spec (fixture));
      g_autofree char *undo_label = NULL;
      g_auto(GStrv) diff = NULL;

      if (!operate (field))
        {
          n_special++;
          continue;
        }

      g_test_message ("%s", ctg_field_get_path (field));
      diff = ctg_spec_diff (before, get_spec (fixture));
      g_assert_cmpuint (g_strv_length (diff), >=, 1);
      for (guint k = 0; diff[k] != NULL; k++)
        g_assert_true (ctg_field_has_path (field, diff[k]) || g_str_equal (diff[k], "sort.order"));

      g_object_get (field, "undo-label", &undo_label, NULL);
      g_assert_nonnull (undo_label);
      if (!CTG_IS_SORT_FIELD (field))
        g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, undo_label);
      ctg_document_undo (fixture->document);
      g_assert_true (ctg_spec_equal (get_spec (fixture), before));
    }

  /* Kind, series, filter, highlight, references of either axis, annotations, what is compared with: below. */
  g_assert_cmpuint (n_special, ==, 8);
}

static void
test_follows_undo (TableFixture *fixture,
                   gconstpointer data)
{
  GtkSwitch *values = GTK_SWITCH (find_in (fixture, "labels.values", GTK_TYPE_SWITCH));
  GtkTextBuffer *title = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find_in (fixture, "title", GTK_TYPE_TEXT_VIEW)));
  g_autofree char *text = NULL;

  gtk_switch_set_active (values, FALSE);
  g_assert_false (get_spec (fixture)->value_labels);
  ctg_document_undo (fixture->document);
  g_assert_true (gtk_switch_get_active (values));
  ctg_document_redo (fixture->document);
  g_assert_false (gtk_switch_get_active (values));

  /* What is set elsewhere shows here. */
  g_assert_true (ctg_document_set (fixture->document, "title", "Set elsewhere", "change title", NULL));
  g_object_get (title, "text", &text, NULL);
  g_assert_cmpstr (text, ==, "Set elsewhere");
}

/* ---- single kinds of fields ---- */

/* Entries and buttons of a field in the order of Tab. */
static void
collect_controls (GtkWidget *widget,
                  GPtrArray *entries,
                  GPtrArray *buttons)
{
  if (GTK_IS_ENTRY (widget))
    g_ptr_array_add (entries, widget);
  else if (GTK_IS_BUTTON (widget))
    g_ptr_array_add (buttons, widget);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
      collect_controls (child, entries, buttons);
}

static void
enter (GPtrArray  *entries,
       guint       index,
       const char *text)
{
  g_assert_cmpuint (index, <, entries->len);
  gtk_editable_set_text (entries->pdata[index], text);
}

static void
test_references (TableFixture *fixture,
                 gconstpointer data)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  g_autoptr(GPtrArray) buttons = g_ptr_array_new ();

  collect_controls (GTK_WIDGET (find_field (fixture, "references")), entries, buttons);
  g_assert_cmpuint (entries->len, ==, 2);

  /* What is no number is marked, and changes nothing. */
  enter (entries, 0, "many");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  g_assert_true (gtk_widget_has_css_class (entries->pdata[0], "error"));
  g_assert_false (ctg_document_get_can_undo (fixture->document));

  enter (entries, 0, "1,000–2000");
  enter (entries, 1, "Band");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  assert_value (fixture, "references", "[{\"value\": 1000, \"to\": 2000, \"label\": \"Band\"}]");

  /* There is a line for the next one; the first can be changed and taken away. */
  g_ptr_array_set_size (entries, 0);
  g_ptr_array_set_size (buttons, 0);
  collect_controls (GTK_WIDGET (find_field (fixture, "references")), entries, buttons);
  g_assert_cmpuint (entries->len, ==, 4);
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[0]), ==, "1000–2000");
  enter (entries, 0, "-5");
  g_signal_emit_by_name (entries->pdata[0], "activate");
  assert_value (fixture, "references", "[{\"value\": -5, \"label\": \"Band\"}]");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  assert_value (fixture, "references", NULL);
  ctg_document_undo (fixture->document);
  assert_value (fixture, "references", "[{\"value\": -5, \"label\": \"Band\"}]");

  /* Those of the other axis are a list of their own. */
  g_ptr_array_set_size (entries, 0);
  g_ptr_array_set_size (buttons, 0);
  collect_controls (GTK_WIDGET (find_field (fixture, "x.references")), entries, buttons);
  enter (entries, 0, "300");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  assert_value (fixture, "x.references", "[{\"value\": 300}]");
  assert_value (fixture, "references", "[{\"value\": -5, \"label\": \"Band\"}]");
}

static void
test_annotations (TableFixture *fixture,
                  gconstpointer data)
{
  g_autoptr(GPtrArray) entries = g_ptr_array_new ();
  g_autoptr(GPtrArray) buttons = g_ptr_array_new ();

  ctg_document_set (fixture->document, "annotations", "[{\"row\": \"TUN\", \"text\": \"One\"}, {\"row\": \"FRA\", \"text\": \"Two\"}]", "add annotation", NULL);
  collect_controls (GTK_WIDGET (find_field (fixture, "annotations")), entries, buttons);
  g_assert_cmpuint (entries->len, ==, 2);
  g_assert_cmpuint (buttons->len, ==, 2);

  enter (entries, 1, "Second");
  g_signal_emit_by_name (entries->pdata[1], "activate");
  g_assert_cmpstr (get_spec (fixture)->annotations[1]->text, ==, "Second");
  g_signal_emit_by_name (buttons->pdata[0], "clicked");
  assert_value (fixture, "annotations", "[{\"row\": \"FRA\", \"text\": \"Second\"}]");
  g_assert_cmpstr (gtk_editable_get_text (entries->pdata[0]), ==, "Second");
}

static void
test_highlight (TableFixture *fixture,
                gconstpointer data)
{
  CtgField *field = find_field (fixture, "highlight");
  GtkLabel *label = GTK_LABEL (gtk_widget_get_first_child (ctg_field_get_control (field)));
  GtkWidget *clear = gtk_widget_get_last_child (gtk_widget_get_last_child (ctg_field_get_control (field)));

  g_assert_false (gtk_widget_get_visible (clear));
  ctg_document_set (fixture->document, "highlight", "TUN,FRA", "highlight rows", NULL);
  g_assert_cmpstr (gtk_label_get_text (label), ==, "Tunisia and France");
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (clear, "clicked");
  assert_value (fixture, "highlight", NULL);
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "highlight rows");
}

static void
test_kind (TableFixture *fixture,
           gconstpointer data)
{
  g_autoptr(GPtrArray) buttons = g_ptr_array_new ();
  GtkWidget *flow = find_in (fixture, "kind", GTK_TYPE_FLOW_BOX);
  CtgChartInput input;

  for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_ptr_array_add (buttons, gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child)));
  g_assert_cmpuint (buttons->len, ==, ctg_chart_get_n_kinds ());

  for (guint i = 0; i < buttons->len; i++)
    {
      GtkWidget *button = g_ptr_array_index (buttons, i);

      if (!gtk_widget_get_sensitive (button))
        continue;
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
      input = ctg_document_get_input (fixture->document);
      g_assert_true (ctg_chart_choose_kind (&input, NULL) == ctg_chart_get_kind (i));
      g_assert_nonnull (ctg_document_ensure_scene (fixture->document));
    }
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "change kind");
  ctg_document_reset (fixture->document);
  input = ctg_document_get_input (fixture->document);
  for (guint i = 0; i < buttons->len; i++)
    g_assert_cmpint (gtk_toggle_button_get_active (g_ptr_array_index (buttons, i)), ==,
                     ctg_chart_choose_kind (&input, NULL) == ctg_chart_get_kind (i));
}

/* What a kind has no use for is not in the way. */
static void
test_kind_fields (TableFixture *fixture,
                  gconstpointer data)
{
  static const struct
  {
    const char *kind;
    const char *path;
    gboolean visible;
  } cases[] = {
    { "bars", "orientation", TRUE }, { "choropleth", "orientation", FALSE }, { "slope", "orientation", FALSE },
    { "bars", "map.extent", FALSE }, { "choropleth", "map.extent", TRUE }, { "choropleth", "map.classes", TRUE },
    { "choropleth", "map.breaks", FALSE }, { "symbols", "map.extent", TRUE }, { "symbols", "map.classing", FALSE },
    { "bars", "axis.scale", TRUE }, { "bars", "axis.break", TRUE }, { "bars", "panels.scales", FALSE },
    { "table", "axis.scale", FALSE }, { "table", "axis.break", FALSE }, { "choropleth", "axis.max", FALSE },
    { "slope", "axis.scale", TRUE }, { "slope", "axis.giants", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gboolean visible = TRUE;

      g_assert_true (ctg_document_set_kind (fixture->document, cases[i].kind, NULL));
      for (GtkWidget *widget = GTK_WIDGET (find_field (fixture, cases[i].path)); widget != GTK_WIDGET (fixture->inspector); widget = gtk_widget_get_parent (widget))
        visible = visible && gtk_widget_get_visible (widget);
      g_assert_cmpint (visible, ==, cases[i].visible);
    }
}

/* What is said of a control stands under it, and is its description for those who do not see it. What a message leads to is in sight, whatever
 * the kind. */
static void
test_hint (TableFixture *fixture,
           gconstpointer data)
{
  CtgField *field = find_field (fixture, "rule");
  g_autofree char *hint = NULL;

  g_object_get (field, "hint", &hint, NULL);
  g_assert_nonnull (strstr (hint, "one source"));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ctg_field_get_control (field)), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, hint);

  g_assert_true (ctg_document_set_kind (fixture->document, "table", NULL));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (find_field (fixture, "axis.break"))));
  g_assert_true (ctg_inspector_reveal_path (fixture->inspector, "axis.break"));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (find_field (fixture, "axis.break"))));
}

/* Where the keyboard gets to, unlike the pictures that cannot be chosen. */
static void
assert_reason_listed (GtkExpander            *unfit,
                      const CtgChartKindInfo *kind,
                      const char             *reason)
{
  g_autofree char *title = ctg_locale_phrase (ctg_window_locale_get (), kind->title, NULL);
  g_auto(GStrv) lines = g_strsplit (gtk_label_get_text (GTK_LABEL (gtk_expander_get_child (unfit))), "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], title) != NULL && g_str_has_suffix (lines[i], reason))
      return;
  g_error ("“%s” of %s is not listed", reason, title);
}

static void
test_kind_reasons (TableFixture *fixture,
                   gconstpointer data)
{
  GtkWidget *flow = find_in (fixture, "kind", GTK_TYPE_FLOW_BOX);
  GtkExpander *unfit = GTK_EXPANDER (find_in (fixture, "kind", GTK_TYPE_EXPANDER));
  guint n_reasons = 0;
  guint n_before = 0;

  for (guint d = 0; d < ctg_library_get_n_entries (); d++)
    {
      g_autoptr(CtgFigure) figure = ctg_figure_load_bundled (ctg_library_get_entry (d)->id, NULL);
      guint i = 0;

      table_fixture_open (fixture, figure);
      for (GtkWidget *child = gtk_widget_get_first_child (flow); child != NULL; child = gtk_widget_get_next_sibling (child), i++)
        {
          GtkWidget *button = gtk_flow_box_child_get_child (GTK_FLOW_BOX_CHILD (child));
          CtgChartInput input = ctg_document_get_input (fixture->document);
          g_autofree char *reason = NULL;

          if (ctg_chart_kind_fits (ctg_chart_get_kind (i), &input, &reason))
            continue;
          n_reasons++;
          g_assert_false (gtk_widget_get_sensitive (button));
          g_assert_nonnull (reason);
          g_assert_nonnull (strstr (gtk_widget_get_tooltip_text (button), reason));
          gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, gtk_widget_get_tooltip_text (button));
          assert_reason_listed (unfit, ctg_chart_get_kind (i), reason);
        }
      g_assert_cmpint (gtk_widget_get_visible (GTK_WIDGET (unfit)), ==, n_reasons > n_before);
      n_before = n_reasons;
    }

  g_assert_cmpuint (n_reasons, >, 0);
}

static GtkWidget *
get_series_check (TableFixture *fixture,
                  int           index)
{
  GtkListBox *list = GTK_LIST_BOX (find_in (fixture, "series", GTK_TYPE_LIST_BOX));

  return table_fixture_find (GTK_WIDGET (gtk_list_box_get_row_at_index (list, index)), GTK_TYPE_CHECK_BUTTON);
}

static void
test_series (TableFixture *fixture,
             gconstpointer data)
{
  GtkListBox *list = GTK_LIST_BOX (find_in (fixture, "series", GTK_TYPE_LIST_BOX));
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_row_at_index (list, 1));

  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_series_check (fixture, 0))));
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_series_check (fixture, 1))));
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_series_check (fixture, 2))));

  /* The second up. */
  g_signal_emit_by_name (table_fixture_find (row, GTK_TYPE_BUTTON), "clicked");
  assert_value (fixture, "series", "fighters.non-official,fighters.official");
  g_assert_cmpstr (ctg_document_get_undo_label (fixture->document), ==, "change series");

  /* One off; the last stays on. */
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_series_check (fixture, 1)), FALSE);
  assert_value (fixture, "series", "fighters.non-official");
  g_assert_nonnull (ctg_document_ensure_scene (fixture->document));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (get_series_check (fixture, 0)), FALSE);
  assert_value (fixture, "series", "fighters.non-official");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (get_series_check (fixture, 0))));

  ctg_document_undo (fixture->document);
  ctg_document_undo (fixture->document);
  g_assert_false (ctg_document_get_can_undo (fixture->document));
}

static void
test_text (TableFixture *fixture,
           gconstpointer data)
{
  CtgChartInput input = ctg_document_get_input (fixture->document);
  g_autoptr(CtgChartTexts) texts = ctg_chart_texts_new (&input, NULL);
  GtkWidget *overlay = find_in (fixture, "title", GTK_TYPE_OVERLAY);
  GtkWidget *automatic = gtk_widget_get_last_child (overlay);
  GtkSwitch *shown = GTK_SWITCH (find_in (fixture, "title", GTK_TYPE_SWITCH));
  GtkWidget *reset = find_in (fixture, "title", GTK_TYPE_BUTTON);

  g_assert_true (GTK_IS_LABEL (automatic));
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (automatic)), ==, texts->title);
  g_assert_true (gtk_widget_get_visible (automatic));
  g_assert_false (gtk_widget_get_visible (reset));

  /* Typing is one step. */
  set_text (fixture, "title", "W");
  set_text (fixture, "title", "Wh");
  set_text (fixture, "title", "Who travelled");
  assert_value (fixture, "title", "Who travelled");
  g_assert_false (gtk_widget_get_visible (automatic));
  g_assert_true (gtk_widget_get_visible (reset));
  ctg_document_undo (fixture->document);
  g_assert_false (ctg_document_get_can_undo (fixture->document));
  g_assert_true (gtk_widget_get_visible (automatic));

  /* None, and back to what the data say. */
  gtk_switch_set_active (shown, FALSE);
  assert_value (fixture, "title", "");
  g_assert_false (gtk_widget_get_visible (overlay));
  gtk_switch_set_active (shown, TRUE);
  assert_value (fixture, "title", NULL);

  set_text (fixture, "title", "Another");
  g_signal_emit_by_name (reset, "clicked");
  assert_value (fixture, "title", NULL);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (automatic)), ==, texts->title);
}

static void
test_page (TableFixture *fixture,
           gconstpointer data)
{
  GtkDropDown *width = GTK_DROP_DOWN (ctg_field_get_control (find_field (fixture, "page.width")));
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find_in (fixture, "page.width", GTK_TYPE_SPIN_BUTTON));
  GtkWidget *custom = gtk_widget_get_parent (GTK_WIDGET (spin));
  GtkDropDown *unit = GTK_DROP_DOWN (gtk_widget_get_last_child (custom));
  guint n;

  ctg_document_set (fixture->document, "page.width", "183mm", "change width", NULL);
  g_assert_false (gtk_widget_get_visible (custom));
  n = g_list_model_get_n_items (gtk_drop_down_get_model (width));

  gtk_drop_down_set_selected (width, 0);
  assert_value (fixture, "page.width", "89mm");
  g_assert_false (gtk_widget_get_visible (custom));

  /* Custom starts with what there is, in any unit. */
  gtk_drop_down_set_selected (width, n - 1);
  assert_value (fixture, "page.width", "89mm");
  g_assert_true (gtk_widget_get_visible (custom));
  g_assert_cmpfloat (gtk_spin_button_get_value (spin), ==, 89);
  gtk_drop_down_set_selected (unit, 1);
  assert_value (fixture, "page.width", "89mm");
  g_assert_cmpfloat_with_epsilon (gtk_spin_button_get_value (spin), 8.9, 0.001);
  gtk_spin_button_set_value (spin, 10);
  assert_value (fixture, "page.width", "100mm");

  /* What no page can be is refused with a reason and changes nothing. */
  gtk_spin_button_set_value (spin, 0.5);
  assert_value (fixture, "page.width", "100mm");
  g_assert_nonnull (gtk_widget_get_tooltip_text (GTK_WIDGET (find_field (fixture, "page.width"))));
}

static void
test_top (TableFixture *fixture,
          gconstpointer data)
{
  GtkSpinButton *spin = GTK_SPIN_BUTTON (find_in (fixture, "top", GTK_TYPE_SPIN_BUTTON));
  GtkToggleButton *all = GTK_TOGGLE_BUTTON (find_in (fixture, "top", GTK_TYPE_TOGGLE_BUTTON));

  ctg_document_set (fixture->document, "top", "0", "change number of rows", NULL);
  g_assert_true (gtk_toggle_button_get_active (all));
  g_assert_false (gtk_widget_get_sensitive (GTK_WIDGET (spin)));
  gtk_toggle_button_set_active (all, FALSE);
  g_assert_cmpint (get_spec (fixture)->top, >=, 1);
  gtk_spin_button_set_value (spin, 12);
  g_assert_cmpint (get_spec (fixture)->top, ==, 12);
  gtk_toggle_button_set_active (all, TRUE);
  g_assert_cmpint (get_spec (fixture)->top, ==, 0);
}

static void
test_map (TableFixture *fixture,
          gconstpointer data)
{
  GtkSpinButton *classes = GTK_SPIN_BUTTON (find_in (fixture, "map.classes", GTK_TYPE_SPIN_BUTTON));

  /* Only where there is a map. */
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (classes)));
  g_assert_true (ctg_document_set (fixture->document, "kind", "choropleth", "change kind", NULL));
  table_fixture_draw (fixture);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (classes)));
  g_assert_cmpfloat (gtk_spin_button_get_value (classes), ==, 5);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (classes)));
  gtk_spin_button_set_value (classes, 7);
  assert_value (fixture, "map.classes", "7");
  ctg_document_undo (fixture->document);
  g_assert_cmpfloat (gtk_spin_button_get_value (classes), ==, 5);
}

static void
test_filter (TableFixture *fixture,
             gconstpointer data)
{
  GtkWidget *clear = find_in (fixture, "search", GTK_TYPE_BUTTON);

  g_assert_false (gtk_widget_get_visible (clear));
  ctg_document_set (fixture->document, "region", "western-asia", "filter", NULL);
  g_assert_true (gtk_widget_get_visible (clear));
  g_signal_emit_by_name (clear, "clicked");
  assert_value (fixture, "region", NULL);
  g_assert_false (ctg_document_get_filtered (fixture->document));
}

static void
test_background (TableFixture *fixture,
                 gconstpointer data)
{
  GtkDropDown *choice = GTK_DROP_DOWN (ctg_field_get_control (find_field (fixture, "colors.background")));
  GtkEditable *entry = GTK_EDITABLE (gtk_widget_get_last_child (GTK_WIDGET (find_field (fixture, "colors.background"))));

  gtk_drop_down_set_selected (choice, 1);
  assert_value (fixture, "colors.background", "transparent");
  gtk_drop_down_set_selected (choice, 0);
  assert_value (fixture, "colors.background", NULL);
  gtk_drop_down_set_selected (choice, 2);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (entry)));
  gtk_editable_set_text (entry, "#f4f1");
  assert_value (fixture, "colors.background", NULL);
  gtk_editable_set_text (entry, "#f4f1ea");
  assert_value (fixture, "colors.background", "#f4f1ea");
  ctg_document_undo (fixture->document);
  g_assert_cmpuint (gtk_drop_down_get_selected (choice), ==, 0);
}

/* What is compared with can be chosen while something is compared. */
static void
test_against (TableFixture *fixture,
              gconstpointer data)
{
  CtgField *field = find_field (fixture, "against");
  GtkDropDown *derive = GTK_DROP_DOWN (ctg_field_get_control (find_field (fixture, "derive")));
  GtkDropDown *against = GTK_DROP_DOWN (ctg_field_get_control (field));

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (field)));
  gtk_drop_down_set_selected (derive, 1);
  assert_value (fixture, "derive", "difference");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (field)));
  g_assert_cmpuint (gtk_drop_down_get_selected (against), ==, 0);
  gtk_drop_down_set_selected (against, 1);
  assert_value (fixture, "against", "fighters.non-official");
  ctg_document_undo (fixture->document);
  ctg_document_undo (fixture->document);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (field)));
  gtk_drop_down_set_selected (derive, 3);
  assert_value (fixture, "derive", "rank");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (field)));
}

static void
test_language (TableFixture *fixture,
               gconstpointer data)
{
  GtkDropDown *choice = GTK_DROP_DOWN (ctg_field_get_control (find_field (fixture, "language")));
  g_autofree char *path = ctg_test_path ("../po/LINGUAS");
  g_autofree char *text = ctg_test_load_file (path, NULL);
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_languages = 1;

  /* Every language the figures speak, and English, is offered. */
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] == '\0' || *lines[i] == '#')
        continue;
      n_languages++;
      g_assert_true (ctg_document_set (fixture->document, "language", g_str_equal (lines[i], "zh_CN") ? "zh-Hans" : lines[i], "change language", NULL));
      g_assert_cmpuint (gtk_drop_down_get_selected (choice), <, n_languages + 2);
    }
  g_assert_cmpuint (g_list_model_get_n_items (gtk_drop_down_get_model (choice)), ==, n_languages);

  gtk_drop_down_set_selected (choice, 0);
  assert_value (fixture, "language", "en");

  /* Another language of a figure file is shown as it stands there. */
  g_assert_true (ctg_document_set (fixture->document, "language", "fi", "change language", NULL));
  g_assert_cmpstr (gtk_string_object_get_string (gtk_drop_down_get_selected_item (choice)), ==, "fi");
}

static void
test_reveal (TableFixture *fixture,
             gconstpointer data)
{
  static const char *const paths[] = { "page.width", "top", "title", "series", "kind", "doubtful", "font.family", "language" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      GtkWidget *field = GTK_WIDGET (find_field (fixture, paths[i]));
      GtkWidget *focus;

      g_assert_true (ctg_inspector_reveal_path (fixture->inspector, paths[i]));
      table_fixture_draw (fixture);
      focus = gtk_root_get_focus (GTK_ROOT (fixture->window));
      g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, field));
      g_assert_true (gtk_widget_has_css_class (field, "revealed"));
    }

  g_assert_false (ctg_inspector_reveal_path (fixture->inspector, "no.such.field"));
}

static void
test_labels (TableFixture *fixture,
             gconstpointer data)
{
  g_autoptr(GPtrArray) fields = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->inspector), fields);
  for (guint i = 0; i < fields->len; i++)
    {
      CtgField *field = g_ptr_array_index (fields, i);

      g_assert_nonnull (ctg_field_get_title (field));
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (ctg_field_get_control (field)),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, ctg_field_get_title (field));
    }
}

static void
test_hidden (TableFixture *fixture,
             gconstpointer data)
{
  GtkSwitch *values = GTK_SWITCH (find_in (fixture, "labels.values", GTK_TYPE_SWITCH));

  /* Nobody looks: nothing is updated; when it is shown again it is right. */
  gtk_widget_set_visible (GTK_WIDGET (fixture->inspector), FALSE);
  ctg_document_set (fixture->document, "labels.values", "false", "change value labels", NULL);
  g_assert_true (gtk_switch_get_active (values));
  gtk_widget_set_visible (GTK_WIDGET (fixture->inspector), TRUE);
  table_fixture_draw (fixture);
  g_assert_false (gtk_switch_get_active (values));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define TEST(path, function) \
  g_test_add ("/inspector/" path, TableFixture, TSG, table_fixture_set_up, function, table_fixture_tear_down)

  TEST ("complete", test_complete);
  TEST ("every-field", test_every_field);
  TEST ("follows-undo", test_follows_undo);
  TEST ("kind", test_kind);
  TEST ("kind-fields", test_kind_fields);
  TEST ("hint", test_hint);
  TEST ("kind-reasons", test_kind_reasons);
  TEST ("series", test_series);
  TEST ("text", test_text);
  TEST ("page", test_page);
  TEST ("top", test_top);
  TEST ("map", test_map);
  TEST ("filter", test_filter);
  TEST ("highlight", test_highlight);
  TEST ("references", test_references);
  TEST ("annotations", test_annotations);
  TEST ("background", test_background);
  TEST ("against", test_against);
  TEST ("language", test_language);
  TEST ("reveal", test_reveal);
  TEST ("labels", test_labels);
  TEST ("hidden", test_hidden);

  return g_test_run ();
}
