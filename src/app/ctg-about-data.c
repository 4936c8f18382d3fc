/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "About these data", made from what the dataset says of itself. Must not add anything of its own. */

#include "app/ctg-about-data.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

static const char *
describe_nature (CtgNature nature)
{
  switch (nature)
    {
    case CTG_NATURE_CUMULATIVE:
      return _("Cumulative: everyone ever counted, whether or not they are still there");
    case CTG_NATURE_STOCK:
      return _("A stock: those counted at one time");
    case CTG_NATURE_RATE:
      return _("A rate, related to a population");
    case CTG_NATURE_LIST:
      return _("A list: names registered, not people known to have travelled");
    case CTG_NATURE_SHARE:
    default:
      return _("Shares of a whole");
    }
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *text)
{
  GtkWidget *row;
  GtkWidget *box;
  GtkWidget *heading;
  GtkWidget *label;

  if (text == NULL || *text == '\0')
    return;

  row = adw_preferences_row_new ();
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  heading = gtk_label_new (title);
  label = gtk_label_new (text);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 8);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_widget_add_css_class (heading, "caption-heading");
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  /* The row does nothing; its text takes the focus, to be copied. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_group_add (group, row);
}

/* What the bundled data say in their own words; texts of other data stay as they are. */
static void
add_data_row (AdwPreferencesGroup *group,
              const char          *title,
              const char          *text)
{
  g_autofree char *translated = text != NULL ? ctg_window_locale_translate (text) : NULL;
  g_autoptr(GString) sentence = g_string_new (NULL);

  if (translated == NULL || *translated == '\0')
    return;

  /* Some are written to go on a sentence of the figure. */
  g_string_append_unichar (sentence, g_unichar_totitle (g_utf8_get_char (translated)));
  g_string_append (sentence, g_utf8_next_char (translated));
  add_row (group, title, sentence->str);
}

static AdwPreferencesGroup *
add_group (GtkBox     *box,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (box, group);

  return ADW_PREFERENCES_GROUP (group);
}

static void
add_scope (GtkBox     *box,
           CtgDataset *dataset,
           CtgLocale  *locale)
{
  AdwPreferencesGroup *group = add_group (box, _("What is counted"));
  CtgDate published;
  g_autofree char *date = NULL;

  if (ctg_date_parse (ctg_dataset_get_published (dataset), &published) && ctg_date_is_known (&published))
    date = ctg_locale_format_date (locale, &published, FALSE);

  add_data_row (group, _("Description"), ctg_dataset_get_description (dataset));
  add_data_row (group, _("Scope"), ctg_dataset_get_scope (dataset));
  add_row (group, _("Kind of count"), describe_nature (ctg_dataset_get_nature (dataset)));
  if (ctg_dataset_is_partial (dataset))
    add_data_row (group, _("Coverage"), ctg_dataset_get_partial_note (dataset));
  else
    add_row (group, _("Coverage"), _("Full: every row the source prints is here"));
  add_row (group, _("Publisher"), ctg_dataset_get_publisher (dataset));
  add_row (group, _("Published"), date);
}

static void
add_measures (GtkBox     *box,
              CtgDataset *dataset)
{
  AdwPreferencesGroup *group = add_group (box, _("Measures"));

  for (unsigned int i = 0; i < ctg_dataset_get_n_measures (dataset); i++)
    {
      const CtgMeasure *measure = ctg_dataset_get_measure (dataset, i);
      const char *description = measure->description != NULL ? measure->description : "";
      g_autofree char *title = ctg_locale_translate (ctg_window_locale_get (), measure->title);
      g_autofree char *translated = ctg_window_locale_translate (description);
      g_autofree char *text = g_strconcat (describe_nature (measure->nature), *description != '\0' ? "\n" : "", translated, NULL);

      add_row (group, title, text);
    }
}

static void
add_notes (GtkBox     *box,
           CtgDataset *dataset)
{
  const char *const *notes = ctg_dataset_get_notes (dataset);
  AdwPreferencesGroup *group;

  if (notes[0] == NULL)
    return;

  group = add_group (box, _("Notes"));
  for (unsigned int i = 0; notes[i] != NULL; i++)
    {
      g_autofree char *title = g_strdup_printf (_("Note %u"), i + 1);

      add_data_row (group, title, notes[i]);
    }
}

static void
add_button (GtkBox     *box,
            const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (box, button);
}

static void
add_citation (GtkBox      *box,
              CtgDocument *document)
{
  AdwPreferencesGroup *group = add_group (box, _("Use"));
  g_autofree char *citation = ctg_about_data_dup_citation (document);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  add_row (group, _("Licence"), ctg_dataset_get_licence (ctg_document_get_dataset (document)));
  add_row (group, _("How to cite"), citation);
  add_button (GTK_BOX (buttons), _("Copy _Citation"), "data.copy-citation");
  add_button (GTK_BOX (buttons), _("Copy _BibTeX"), "data.copy-bibtex");
  gtk_widget_set_halign (buttons, GTK_ALIGN_END);
  gtk_widget_set_margin_top (buttons, 12);
  adw_preferences_group_add (group, buttons);
}

static GtkWidget *
create_content (CtgDocument *document)
{
  CtgDataset *dataset = ctg_document_get_dataset (document);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  g_autofree char *translated = ctg_locale_translate (ctg_window_locale_get (), ctg_dataset_get_title (dataset));
  GtkWidget *title = gtk_label_new (translated);

  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "title-2");
  gtk_box_append (GTK_BOX (box), title);
  add_scope (GTK_BOX (box), dataset, ctg_window_locale_get ());
  add_measures (GTK_BOX (box), dataset);
  add_notes (GTK_BOX (box), dataset);
  add_citation (GTK_BOX (box), document);

  gtk_widget_set_margin_top (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_vexpand (scroller, TRUE);
  /* It has the focus first, for Page Down is what a long text asks for. */
  gtk_widget_set_focusable (scroller, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, translated, -1);

  return scroller;
}

/* The commands are those of the window behind. Its actions themselves cannot be lent: the two windows would keep each other. */
static void
forward_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       window)
{
  g_action_group_activate_action (G_ACTION_GROUP (gtk_window_get_transient_for (window)), g_action_get_name (G_ACTION (action)), NULL);
}

static void
add_actions (GtkWidget *window)
{
  static const GActionEntry entries[] = {
    { "copy-citation", forward_cb },
    { "copy-bibtex", forward_cb },
  };
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_insert_action_group (window, "data", G_ACTION_GROUP (actions));
}

void
ctg_about_data_show (GtkWindow   *parent,
                     CtgDocument *document)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *content = create_content (document);
  GtkEventController *shortcuts = gtk_shortcut_controller_new ();

  gtk_box_append (GTK_BOX (box), adw_header_bar_new ());
  gtk_box_append (GTK_BOX (box), content);
  adw_window_set_content (ADW_WINDOW (window), box);
  gtk_window_set_title (GTK_WINDOW (window), _("About These Data"));
  gtk_window_set_transient_for (GTK_WINDOW (window), parent);
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (window), 560, 640);
  add_actions (window);
  gtk_window_set_focus (GTK_WINDOW (window), content);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (shortcuts),
                                        gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0), gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (window, shortcuts);
  gtk_window_present (GTK_WINDOW (window));
}

char *
ctg_about_data_dup_citation (CtgDocument *document)
{
  CtgDataset *dataset = ctg_document_get_dataset (document);
  const char *own = ctg_dataset_get_citation (dataset);
  GString *text;

  if (own != NULL && *own != '\0')
    return g_strdup (own);

  text = g_string_new (NULL);
  for (unsigned int i = 0; i < ctg_dataset_get_n_sources (dataset); i++)
    {
      const CtgSource *source = ctg_dataset_get_source (dataset, i);

      if (text->len > 0)
        g_string_append_c (text, '\n');
      g_string_append (text, source->citation != NULL ? source->citation : source->title);
    }

  return g_string_free (text, FALSE);
}
