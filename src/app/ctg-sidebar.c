/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sidebar: a list box of the library's entries and the opened documents. The library's index is enough; no dataset is parsed for it. */

#include "app/ctg-sidebar.h"

#include <glib/gi18n.h>

#include "app/ctg-sidebar-places.h"
#include "app/ctg-window-locale.h"
#include "data/ctg-library.h"

struct _CtgSidebar
{
  GtkWidget parent_instance;

  /* template */
  GtkWidget *box;
  GtkSearchEntry *search;
  GtkScrolledWindow *scroller;
  GtkListBox *list;
  GtkWidget *placeholder;

  GPtrArray *words; /* folded words of the search entry */
};

G_DEFINE_FINAL_TYPE (CtgSidebar, ctg_sidebar, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOOSE_DATASET,
  SIGNAL_CHOOSE_DOCUMENT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* In the order of the list. */
static const struct
{
  const char *id;
  const char *title;
} groups[] = {
  { "travelled", N_("Travelled") },
  { "returned", N_("Returned") },
  { "totals", N_("Over time") },
  { "profiles", N_("Profiles") },
  { "all", N_("All sources") },
  { "opened", N_("Opened files") },
};

/* ---- a row ---- */

typedef struct
{
  const CtgLibraryEntry *entry; /* NULL for a document */
  CtgDocument *document;
  unsigned int group;
  unsigned int order;
  char *folded;
  char *places; /* of a bundled dataset, once something was looked for */
} RowData;

static void
row_data_free (RowData *data)
{
  g_clear_object (&data->document);
  g_free (data->folded);
  g_free (data->places);
  g_free (data);
}

static RowData *
get_data (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "ctg-row-data");
}

static unsigned int
find_group (const char *id)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_strcmp0 (groups[i].id, id) == 0)
      return i;

  return G_N_ELEMENTS (groups) - 2;
}

static GtkWidget *
create_label (const char *text,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkListBoxRow *
add_row (CtgSidebar *self,
         RowData    *data,
         GtkWidget  *title,
         GtkWidget  *subtitle)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);

  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), subtitle);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, title, NULL, GTK_ACCESSIBLE_RELATION_DESCRIBED_BY, subtitle, NULL, -1);
  g_object_set_data_full (G_OBJECT (row), "ctg-row-data", data, (GDestroyNotify) row_data_free);
  gtk_list_box_append (self->list, row);

  return GTK_LIST_BOX_ROW (row);
}

static void
add_entry (CtgSidebar            *self,
           const CtgLibraryEntry *entry,
           unsigned int           order)
{
  RowData *data = g_new0 (RowData, 1);
  g_autoptr(GString) details = g_string_new (NULL);
  g_autofree char *title = ctg_locale_translate (ctg_window_locale_get (), entry->title);
  g_autofree char *short_title = ctg_locale_translate (ctg_window_locale_get (), entry->short_title);
  g_autoptr(GString) tooltip = g_string_new (title);
  g_autofree char *text = g_strjoin (" ", entry->id, title, short_title, entry->title, entry->short_title, entry->source_name, NULL);
  GtkListBoxRow *row;

  data->entry = entry;
  data->group = find_group (entry->group);
  data->order = order;
  data->folded = ctg_text_fold (text);

  /* What matters first: the end may be cut, and the short titles name source and date. */
  g_string_append_printf (details, ngettext ("%d row", "%d rows", entry->n_rows), entry->n_rows);
  if (entry->partial)
    /* Translators: of a dataset that does not cover every country it could. */
    g_string_append_printf (details, " · %s", _("partial"));
  if (entry->source_name != NULL && *entry->source_name != '\0')
    {
      g_autofree char *source = ctg_locale_translate (ctg_window_locale_get (), entry->source_name);

      g_string_append_printf (details, " · %s", source);
      g_string_append_printf (tooltip, "\n%s", source);
    }

  row = add_row (self, data, create_label (short_title, "row-title"), create_label (details->str, "row-details"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (row), tooltip->str);
}

/* ---- list ---- */

static int
compare_rows (GtkListBoxRow *row_a,
              GtkListBoxRow *row_b,
              gpointer       user_data)
{
  const RowData *a = get_data (row_a);
  const RowData *b = get_data (row_b);

  if (a->group != b->group)
    return a->group < b->group ? -1 : 1;
  return a->order < b->order ? -1 : a->order > b->order;
}

static gboolean
row_matches (GtkListBoxRow *row,
             gpointer       user_data)
{
  CtgSidebar *self = user_data;

  for (unsigned int i = 0; self->words != NULL && i < self->words->len; i++)
    {
      const char *word = g_ptr_array_index (self->words, i);
      RowData *data = get_data (row);

      if (strstr (data->folded, word) != NULL)
        continue;
      if (data->places == NULL && data->entry != NULL)
        data->places = ctg_sidebar_places_new (data->entry->id);
      if (data->places == NULL || !ctg_sidebar_places_match (data->places, word))
        return FALSE;
    }

  return TRUE;
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       user_data)
{
  unsigned int group = get_data (row)->group;
  GtkWidget *label;

  if (before != NULL && get_data (before)->group == group)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  label = create_label (_(groups[group].title), "sidebar-group");
  gtk_list_box_row_set_header (row, label);
}

static void
search_changed_cb (CtgSidebar *self)
{
  g_autofree char *folded = ctg_text_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  g_auto(GStrv) words = g_strsplit_set (folded, " \t", -1);

  g_clear_pointer (&self->words, g_ptr_array_unref);
  self->words = g_ptr_array_new_with_free_func (g_free);
  for (unsigned int i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_ptr_array_add (self->words, g_strdup (words[i]));

  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (CtgSidebar    *self,
                  GtkListBoxRow *row)
{
  RowData *data = get_data (row);

  if (data->document != NULL)
    g_signal_emit (self, signals[SIGNAL_CHOOSE_DOCUMENT], 0, data->document);
  else
    g_signal_emit (self, signals[SIGNAL_CHOOSE_DATASET], 0, data->entry->id);
}

/* The first that is found; NULL if none is. Search entries are a moment late: what is typed counts, not what was looked for. */
static GtkListBoxRow *
find_first (CtgSidebar *self)
{
  GtkListBoxRow *row;

  search_changed_cb (self);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (row_matches (row, self))
      return row;

  return NULL;
}

/* Enter takes the first of what is found. */
static void
search_activate_cb (CtgSidebar *self)
{
  GtkListBoxRow *row = find_first (self);

  if (row != NULL)
    row_activated_cb (self, row);
}

static void
stop_search_cb (CtgSidebar *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
}

/* A new row has no place before the next layout. */
static gboolean
scroll_to_selected_cb (GtkWidget     *widget,
                       GdkFrameClock *clock,
                       gpointer       user_data)
{
  CtgSidebar *self = CTG_SIDEBAR (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)) && gtk_widget_get_height (GTK_WIDGET (row)) == 0)
    return G_SOURCE_CONTINUE;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (self->scroller), bounds.origin.y - 30, bounds.origin.y + bounds.size.height + 6);

  return G_SOURCE_REMOVE;
}

static void
select_row (CtgSidebar    *self,
            GtkListBoxRow *row)
{
  gtk_list_box_select_row (self->list, row);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_selected_cb, NULL, NULL);
}

/* The dataset that is shown, or the first that is found: a list box gives the focus to the selected row alone, even where the search hides it. */
static gboolean
focus_list (CtgSidebar *self)
{
  GtkListBoxRow *row = find_first (self);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);

  if (selected != NULL && row_matches (selected, self))
    row = selected;

  return row != NULL && gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* One Tab stop; a list box would take one for each row, and the arrow keys walk them anyway. */
static gboolean
ctg_sidebar_focus (GtkWidget       *widget,
                   GtkDirectionType direction)
{
  CtgSidebar *self = CTG_SIDEBAR (widget);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (widget));

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->list)))
    {
      if (direction == GTK_DIR_TAB_FORWARD)
        return FALSE;
      if (direction == GTK_DIR_TAB_BACKWARD)
        return gtk_widget_grab_focus (GTK_WIDGET (self->search));
    }
  else if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    {
      if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_DOWN)
        return focus_list (self);
    }
  else if (direction == GTK_DIR_TAB_BACKWARD)
    {
      return focus_list (self) || gtk_widget_grab_focus (GTK_WIDGET (self->search));
    }

  return GTK_WIDGET_CLASS (ctg_sidebar_parent_class)->focus (widget, direction);
}

/* ---- object ---- */

static void
ctg_sidebar_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), CTG_TYPE_SIDEBAR);
  g_clear_pointer (&CTG_SIDEBAR (object)->words, g_ptr_array_unref);

  G_OBJECT_CLASS (ctg_sidebar_parent_class)->dispose (object);
}

static void
ctg_sidebar_class_init (CtgSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ctg_sidebar_dispose;
  widget_class->focus = ctg_sidebar_focus;

  signals[SIGNAL_CHOOSE_DATASET] = g_signal_new ("choose-dataset", CTG_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_CHOOSE_DOCUMENT] = g_signal_new ("choose-document", CTG_TYPE_SIDEBAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, CTG_TYPE_DOCUMENT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/contingent/Contingent/ctg-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, CtgSidebar, box);
  gtk_widget_class_bind_template_child (widget_class, CtgSidebar, search);
  gtk_widget_class_bind_template_child (widget_class, CtgSidebar, scroller);
  gtk_widget_class_bind_template_child (widget_class, CtgSidebar, list);
  gtk_widget_class_bind_template_child (widget_class, CtgSidebar, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "ctgsidebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
ctg_sidebar_init (CtgSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, row_matches, self, NULL);
  gtk_list_box_set_header_func (self->list, update_header, NULL, NULL);
  gtk_list_box_set_placeholder (self->list, self->placeholder);
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    add_entry (self, ctg_library_get_entry (i), i);
}

void
ctg_sidebar_show_dataset (CtgSidebar *self,
                          const char *id)
{
  GtkListBoxRow *row;

  g_return_if_fail (CTG_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_data (row)->entry != NULL && g_strcmp0 (get_data (row)->entry->id, id) == 0)
      select_row (self, row);
}

void
ctg_sidebar_show_document (CtgSidebar  *self,
                           CtgDocument *document)
{
  GtkListBoxRow *row;

  g_return_if_fail (CTG_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_data (row)->document == document)
      select_row (self, row);
}

void
ctg_sidebar_add_document (CtgSidebar  *self,
                          CtgDocument *document)
{
  RowData *data = g_new0 (RowData, 1);
  g_autofree char *text = g_strconcat (ctg_document_get_title (document), " ", ctg_document_get_subtitle (document), NULL);
  GtkWidget *title = create_label (NULL, "row-title");
  GtkWidget *subtitle = create_label (NULL, "row-details");

  g_return_if_fail (CTG_IS_SIDEBAR (self));
  g_return_if_fail (CTG_IS_DOCUMENT (document));

  data->document = g_object_ref (document);
  data->group = find_group ("opened");
  data->order = G_MAXUINT;
  data->folded = ctg_text_fold (text);
  g_object_bind_property (document, "title", title, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (document, "subtitle", subtitle, "label", G_BINDING_SYNC_CREATE);
  add_row (self, data, title, subtitle);
}

void
ctg_sidebar_remove_document (CtgSidebar  *self,
                             CtgDocument *document)
{
  GtkListBoxRow *row;

  g_return_if_fail (CTG_IS_SIDEBAR (self));

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (get_data (row)->document == document)
      {
        gtk_list_box_remove (self->list, GTK_WIDGET (row));
        return;
      }
}

void
ctg_sidebar_focus_search (CtgSidebar *self)
{
  g_return_if_fail (CTG_IS_SIDEBAR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
