/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window in the language of LANGUAGE: no marked text is cut off, the window still fits a small screen, and in the made-up language
 * (run-window.py) every text that is not the data's or the figure's has its brackets. */

#include <locale.h>
#include <string.h>

#include <glib/gi18n.h>

#include "app-fixture.h"
#include "app/ctg-sidebar.h"
#include "app/ctg-window-locale.h"
#include "ctg-config.h"

#define SMALLEST_WIDTH 900
#define SMALLEST_HEIGHT 600
#define SMALLEST_LABEL 80 /* px: some words of it can be read */
#define BRACKET "⟦"
#define FRAMES_TO_SETTLE 3

/* Names, units and names of languages in themselves; and what is not ours. */
static const char *const same_everywhere[] = {
  "SVG", "PNG", "PDF", "mm", "cm", "in", "px", "pt", "English", "Deutsch", "Español", "Français", "TSG", "The Soufan Group",
  /* GTK's own, which its own catalogue translates. */
  "Clear entry", "Clear Entry", "(None)", "Search…", "Search", "Shortcuts", "Search Shortcuts", "Search Results", "No Results Found", "Try a different search", "Ctrl", "Shift",
  "Escape", "Esc", "F2", "F9", "F10", "Show All",
  /* Palettes known under these names, and a country of the data. */
  "Viridis", "Plasma", "Magma", "Inferno", "Cividis", "Dark 2", "Set 2", "France", NULL,
};
/* What these show comes from the data and from the figure's own phrases, which have tests of their own. */
static const char *const data_widgets[] = { "CtgSheet", "GtkColumnView", "CtgSeriesField", "CtgKindField", "CtgFontField", NULL };

static bool
is_pseudo (void)
{
  return g_strcmp0 (g_getenv ("LANGUAGE"), "en_XA") == 0;
}

static bool
is_in_data_widget (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_strv_contains (data_widgets, G_OBJECT_TYPE_NAME (widget)))
      return true;

  return false;
}

/* Everything in the window "About Contingent" but what it is told (test_about) is libadwaita's, which has a catalogue of its own. */
static bool
is_of_libadwaita (GtkWidget *widget)
{
  return ADW_IS_ABOUT_WINDOW (gtk_widget_get_root (widget));
}

static bool
has_letters (const char *text)
{
  unsigned int n = 0;

  for (; *text != '\0'; text++)
    if (g_ascii_isalpha (*text))
      n++;

  return n > 1;
}

/* Whether the text is a phrase of the engine, with anything in the place of its arguments. */
static bool
is_phrase (const char *text)
{
  static const char *const phrases[] = {
#define PHRASE(name, text) text,
#define PHRASE_PLURAL(name, one, many) one, many,
#include "base/ctg-phrases.inc"
#undef PHRASE
#undef PHRASE_PLURAL
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (phrases); i++)
    {
      g_autoptr(GString) pattern = g_string_new (phrases[i]);

      for (unsigned int k = 0; k < 5; k++)
        {
          char argument[] = { '{', '0' + k, '}', '\0' };

          g_string_replace (pattern, argument, "*", 0);
        }
      if (!has_letters (pattern->str))
        continue;
      if (g_pattern_match_simple (pattern->str, text))
        return true;
      /* A subtitle begins with a capital letter. */
      pattern->str[0] = g_ascii_toupper (pattern->str[0]);
      if (g_pattern_match_simple (pattern->str, text))
        return true;
    }

  return false;
}

/* "Share returned, estimate (%)": phrases joined by the engine. */
static bool
is_made_of_phrases (const char *text)
{
  g_autoptr(GString) bare = g_string_new (text);

  g_string_replace (bare, " (%)", "", 0);
  g_string_replace (bare, ", per million people", "", 0);
  g_string_replace (bare, " − ", ", ", 0);
  g_string_replace (bare, ": ", ", ", 0);
  g_auto(GStrv) parts = g_strsplit (bare->str, ", ", -1);

  for (unsigned int i = 0; parts[i] != NULL; i++)
    if (!is_phrase (parts[i]))
      return false;

  return true;
}

/* Keys and colours. */
static bool
is_sign (const char *text)
{
  return *text == '#' || g_str_has_prefix (text, "Ctrl+") || g_str_has_prefix (text, "Shift+");
}

static void
check_marked (const char *text,
              const char *what)
{
  if (!is_pseudo () || text == NULL || !has_letters (text) || strstr (text, BRACKET) != NULL || is_phrase (text) || is_made_of_phrases (text))
    return;
  if (is_sign (text) || g_strv_contains (same_everywhere, text))
    return;

  g_test_message ("%s is not marked for translation: “%s”", what, text);
  g_test_fail ();
}

/* Whether the tooltip tells all of a text that has no room, such as a long list of countries. */
static bool
is_told_by_tooltip (GtkWidget  *widget,
                    const char *text)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0)
      return true;

  return false;
}

static void
check_label (GtkLabel *label)
{
  const char *text = gtk_label_get_text (label);

  if (is_in_data_widget (GTK_WIDGET (label)))
    return;

  /* What can be selected is the data's: their description, notes and dates. */
  if (!gtk_label_get_selectable (label) && !is_of_libadwaita (GTK_WIDGET (label)))
    check_marked (text, "a label");
  if (gtk_widget_get_mapped (GTK_WIDGET (label)) && (!is_pseudo () || strstr (text, BRACKET) != NULL) &&
      pango_layout_is_ellipsized (gtk_label_get_layout (label)) && gtk_widget_get_ancestor (GTK_WIDGET (label), CTG_TYPE_SIDEBAR) == NULL &&
      !(is_told_by_tooltip (GTK_WIDGET (label), text) && gtk_widget_get_width (GTK_WIDGET (label)) >= SMALLEST_LABEL))
    {
      g_test_message ("a label is cut off: “%s” (%d px)", text, gtk_widget_get_width (GTK_WIDGET (label)));
      g_test_fail ();
    }
}

static void
check_menu (GMenuModel *model)
{
  for (int i = 0; model != NULL && i < g_menu_model_get_n_items (model); i++)
    {
      static const char *const links[] = { G_MENU_LINK_SECTION, G_MENU_LINK_SUBMENU };
      g_autofree char *label = NULL;

      if (g_menu_model_get_item_attribute (model, i, G_MENU_ATTRIBUTE_LABEL, "s", &label))
        check_marked (label, "a menu item");
      for (unsigned int k = 0; k < G_N_ELEMENTS (links); k++)
        {
          g_autoptr(GMenuModel) linked = g_menu_model_get_item_link (model, i, links[k]);

          check_menu (linked);
        }
    }
}

static void
check_widget (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    check_label (GTK_LABEL (widget));
  if (GTK_IS_MENU_BUTTON (widget))
    check_menu (gtk_menu_button_get_menu_model (GTK_MENU_BUTTON (widget)));
  if (GTK_IS_TEXT (widget))
    check_marked (gtk_text_get_placeholder_text (GTK_TEXT (widget)), "a placeholder");
  if (!is_in_data_widget (widget) && !is_of_libadwaita (widget) && gtk_widget_get_ancestor (widget, CTG_TYPE_SIDEBAR) == NULL)
    check_marked (gtk_widget_get_tooltip_text (widget), "a tooltip");

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_widget (child);
}

static guint n_frames;

static gboolean
count_frame_cb (GtkWidget     *widget,
                GdkFrameClock *clock,
                gpointer       user_data)
{
  n_frames++;

  return n_frames < FRAMES_TO_SETTLE;
}

static gboolean
is_laid_out (AppFixture *fixture)
{
  return n_frames >= FRAMES_TO_SETTLE;
}

static void
check_window (GtkWindow *window)
{
  /* A changed label gets its room in the next frame. */
  app_settle ();
  n_frames = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (window), count_frame_cb, NULL, NULL);
  app_wait (NULL, is_laid_out, "the next frame");
  if (!is_of_libadwaita (GTK_WIDGET (window)))
    check_marked (gtk_window_get_title (window), "a title");
  check_widget (GTK_WIDGET (window));
}

static void
check_size (GtkWindow *window)
{
  int width;
  int height;

  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (window), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  if (width > SMALLEST_WIDTH || height > SMALLEST_HEIGHT)
    {
      g_test_message ("“%s” needs %d × %d px", gtk_window_get_title (window), width, height);
      g_test_fail ();
    }
}

static gboolean
has_dialog (AppFixture *fixture)
{
  return app_find_dialog (fixture) != NULL && gtk_window_is_active (app_find_dialog (fixture));
}

static gboolean
is_active (AppFixture *fixture)
{
  return gtk_window_is_active (GTK_WINDOW (fixture->window));
}

/* ---- cases ---- */

static void
test_main_window (AppFixture   *fixture,
                  gconstpointer data)
{
  GtkWindow *window = GTK_WINDOW (fixture->window);

  check_window (window);
  check_size (window);
  /* The inspector, and what is undone by name. */
  app_activate (fixture, "show-inspector", NULL);
  app_activate (fixture, "set", "('top', '5')");
  check_window (window);
  check_size (window);
}

/* What is folded away is there for whoever looks. */
static void
unfold (GtkWidget *widget)
{
  if (GTK_IS_EXPANDER (widget))
    gtk_expander_set_expanded (GTK_EXPANDER (widget), TRUE);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    unfold (child);
}

/* Each kind has controls of its own in the inspector, and warnings of its own under the sheet; of one that does not fit, the page says why. */
static void
test_kinds (AppFixture   *fixture,
            gconstpointer data)
{
  static const char *const kinds[] = {
#define KIND(name) #name,
#include "chart/ctg-kinds.def"
#undef KIND
  };

  app_activate (fixture, "show-inspector", NULL);
  app_settle ();
  unfold (GTK_WIDGET (fixture->window));
  for (unsigned int i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *kind = g_strdup_printf ("('kind', '%s')", kinds[i]);

      g_test_message ("%s", kinds[i]);
      app_activate (fixture, "set", kind);
      check_window (GTK_WINDOW (fixture->window));
      check_size (GTK_WINDOW (fixture->window));
    }
}

/* What the inspector shows for choices that are not the first: computed numbers, panels, a highlight, a reference line. */
static void
test_choices (AppFixture   *fixture,
              gconstpointer data)
{
  static const char *const choices[] = {
    "('per', 'million')", "('derive', 'difference')", "('derive', 'rank')", "('derive', 'none')", "('panels.by', 'region')", "('panels.by', 'none')",
    "('highlight', 'FRA')", "('references', '[{\"value\": 1000}]')", "('axis.giants', 'panel')", "('axis.scale', 'log')", "('axis.break', 'five')",
    "('page.width', '101mm')", "('colors.background', '#ffeedd')",
  };

  app_activate (fixture, "show-inspector", NULL);
  app_settle ();
  unfold (GTK_WIDGET (fixture->window));
  for (unsigned int i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      g_test_message ("%s", choices[i]);
      app_activate (fixture, "set", choices[i]);
      check_window (GTK_WINDOW (fixture->window));
      check_size (GTK_WINDOW (fixture->window));
    }
}

static void
test_trouble (AppFixture   *fixture,
              gconstpointer data)
{
  app_activate (fixture, "set", "('search', 'no such name')");
  check_window (GTK_WINDOW (fixture->window));
}

/* What the engine says of a file. */
static void
test_file (AppFixture   *fixture,
           gconstpointer text)
{
  g_autofree char *path = ctg_test_temp_path ("faulty.json");
  g_autoptr(GVariant) parameter = NULL;
  g_autofree char *printed = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  parameter = g_variant_ref_sink (g_variant_new_string (path));
  printed = g_variant_print (parameter, FALSE);
  app_activate (fixture, "open-file", printed);
  app_wait (fixture, has_dialog, "a dialog");
  check_window (app_find_dialog (fixture));
  app_close_dialogs (fixture);
  app_wait (fixture, is_active, "the window to have the focus again");
}

static void
test_dialog (AppFixture   *fixture,
             gconstpointer action)
{
  app_activate (fixture, action, NULL);
  app_wait (fixture, has_dialog, "a dialog");
  check_window (app_find_dialog (fixture));
  /* The shortcuts stand in two columns, which GTK does not break; no language is a third longer than English in each line of them. */
  if (!is_pseudo () || !GTK_IS_SHORTCUTS_WINDOW (app_find_dialog (fixture)))
    check_size (app_find_dialog (fixture));
  app_close_dialogs (fixture);
  app_wait (fixture, is_active, "the window to have the focus again");
}

static void
test_about (AppFixture   *fixture,
            gconstpointer data)
{
  AdwAboutWindow *about;

  app_activate (fixture, "about", NULL);
  app_wait (fixture, has_dialog, "a dialog");
  about = ADW_ABOUT_WINDOW (app_find_dialog (fixture));
  check_window (GTK_WINDOW (about));
  check_size (GTK_WINDOW (about));
  check_marked (adw_about_window_get_application_name (about), "the program's name");
  check_marked (adw_about_window_get_developer_name (about), "who made it");
  check_marked (adw_about_window_get_comments (about), "what it is for");
  app_close_dialogs (fixture);
  app_wait (fixture, is_active, "the window to have the focus again");
}

/* Datasets whose marks have ranges, notes, reasons for doubt, several sources and more than one date. */
static const char *const datasets_with_cards[] = { "tsg-2015-12", "fighters-all", "returnees", "totals" };

static bool
is_source (CtgDataset *dataset,
           const char *text)
{
  for (unsigned int i = 0; i < ctg_dataset_get_n_sources (dataset); i++)
    if (g_strcmp0 (ctg_dataset_get_source (dataset, i)->short_name, text) == 0)
      return true;

  return false;
}

/* The first line names the place, in ICU's words; what comes after it is ours, the engine's, or what bundled data say in our words. */
static void
check_card (CtgSheet   *sheet,
            CtgDataset *dataset)
{
  g_autofree char *text = ctg_sheet_dup_claim_text (sheet);
  g_auto(GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;

  g_assert_nonnull (lines);
  for (unsigned int i = 1; lines[i] != NULL; i++)
    if (!is_source (dataset, lines[i]))
      check_marked (lines[i], "a line of the claim card");
}

static void
test_claim_card (AppFixture   *fixture,
                 gconstpointer data)
{
  for (unsigned int k = 0; k < G_N_ELEMENTS (datasets_with_cards); k++)
    {
      g_autofree char *id = g_strdup_printf ("'%s'", datasets_with_cards[k]);
      CtgTable *table;
      unsigned int n_shown = 0;

      app_activate (fixture, "open-dataset", id);
      app_settle ();
      ctg_document_ensure_scene (app_document (fixture));
      table = ctg_document_get_table (app_document (fixture));
      for (unsigned int row = 0; row < ctg_table_get_n_rows (table); row++)
        {
          if (!ctg_sheet_focus_row (fixture->window->sheet, ctg_table_get_row (table, row)->key))
            continue;
          check_card (fixture->window->sheet, ctg_document_get_dataset (app_document (fixture)));
          n_shown++;
        }
      g_test_message ("%s: %u cards", datasets_with_cards[k], n_shown);
      g_assert_cmpuint (n_shown, >=, 5);
    }
}

static gboolean
begins_at_first_column (AppFixture *fixture)
{
  GtkWidget *view = app_find_child (GTK_WIDGET (fixture->window), GTK_TYPE_COLUMN_VIEW);
  GtkAdjustment *adjustment = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
  double last = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);
  bool rtl = gtk_widget_get_direction (view) == GTK_TEXT_DIR_RTL;

  return ABS (gtk_adjustment_get_value (adjustment) - (rtl ? last : 0)) < 1;
}

/* The window is mirrored where GTK knows the language, and only there. */
static void
test_direction (AppFixture   *fixture,
                gconstpointer data)
{
  bool known_to_gtk = strcmp (g_dgettext ("gtk40", "default:LTR"), "default:RTL") == 0;

  g_assert_cmpint (gtk_widget_get_direction (GTK_WIDGET (fixture->window)), ==, known_to_gtk ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
  if (known_to_gtk)
    g_assert_true (ctg_locale_is_rtl (ctg_window_locale_get ()));
  app_wait (fixture, begins_at_first_column, "the first column of the table");
}

static void
add (const char *path,
     gconstpointer data,
     void ( *test ) (AppFixture *, gconstpointer))
{
  g_test_add (path, AppFixture, data, app_fixture_set_up, test, app_fixture_tear_down);
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  bindtextdomain (CTG_GETTEXT_PACKAGE, g_getenv ("CTG_LOCALE_DIR"));
  bind_textdomain_codeset (CTG_GETTEXT_PACKAGE, "UTF-8");
  textdomain (CTG_GETTEXT_PACKAGE);
  app_test_init (&argc, &argv);

  add ("/window", NULL, test_main_window);
  add ("/kinds", NULL, test_kinds);
  add ("/choices", NULL, test_choices);
  add ("/trouble", NULL, test_trouble);
  add ("/broken-file", "{\"contingent\": 1, ", test_file);
  add ("/other-file", "[{\"a\": 1}]", test_file);
  add ("/faulty-file", "[{\"country\": \"Belgium\", \"people\": 3}, {\"country\": \"Atlantis\", \"people\": -2}, {\"country\": 7, \"people\": 1}]", test_file);
  add ("/direction", NULL, test_direction);
  add ("/export", "export", test_dialog);
  add ("/about-data", "about-data", test_dialog);
  add ("/about", NULL, test_about);
  /* Its lines break as they need; whether they are marked is seen in the made-up language alone. */
  if (is_pseudo ())
    add ("/claim-card", NULL, test_claim_card);
  add ("/shortcuts", "show-help-overlay", test_dialog);

  return g_test_run ();
}
