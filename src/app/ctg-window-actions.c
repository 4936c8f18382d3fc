/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's commands. Every one is an action with its true state, so that menus, keys, buttons, tests and other programs reach the
 * same thing; what they do is elsewhere. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

#include "app/ctg-about-data.h"
#include "app/shell/ctg-about.h"
#include "app/shell/ctg-show-in-folder.h"

static GSimpleAction *
get_action (CtgWindow  *self,
            const char *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

static void
set_enabled (CtgWindow  *self,
             const char *name,
             gboolean    enabled)
{
  g_simple_action_set_enabled (get_action (self, name), enabled);
}

static void
set_state (CtgWindow  *self,
           const char *name,
           GVariant   *state)
{
  g_autoptr(GVariant) sunk = g_variant_ref_sink (state);

  g_simple_action_set_state (get_action (self, name), sunk);
}

static GFile *
file_from_parameter (GVariant *parameter)
{
  return g_file_new_for_commandline_arg (g_variant_get_string (parameter, NULL));
}

/* ---- files ---- */

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  ctg_window_choose_files (self);
}

static void
open_file_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  g_autoptr(GFile) file = file_from_parameter (parameter);

  ctg_window_open_file (self, file);
}

static void
clear_recent_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       self)
{
  ctg_window_clear_recent (self);
}

static void
open_dataset_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       self)
{
  ctg_window_show_dataset (self, g_variant_get_string (parameter, NULL));
}

static void
save_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       self)
{
  ctg_window_save (self);
}

static void
save_as_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       self)
{
  ctg_window_save_as (self);
}

static void
save_to_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  CtgWindow *self = user_data;
  g_autoptr(GFile) file = file_from_parameter (parameter);

  ctg_window_save_to (self, self->document, file);
}

static void
export_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       self)
{
  ctg_window_show_export (self);
}

static void
export_to_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       self)
{
  g_autoptr(GFile) file = file_from_parameter (parameter);

  ctg_window_export_to (self, file);
}

static void
copy_figure_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  ctg_window_copy_figure (self);
}

static void
show_in_folder_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       self)
{
  g_autoptr(GFile) file = file_from_parameter (parameter);

  ctg_show_in_folder (self, file);
}

static void
cancel_work_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       self)
{
  ctg_window_cancel_works (self);
}

/* ---- the figure ---- */

static void
undo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ctg_document_undo (CTG_WINDOW (user_data)->document);
}

static void
redo_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ctg_document_redo (CTG_WINDOW (user_data)->document);
}

static void
reset_figure_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  ctg_document_reset (CTG_WINDOW (user_data)->document);
}

static void
clear_filter_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  CtgWindow *self = user_data;
  g_autoptr(CtgSpec) spec = ctg_spec_without_filter (ctg_document_get_spec (self->document));

  ctg_document_change (self->document, spec, _("clear filter"));
}

static void
set_field (CtgWindow  *self,
           const char *path,
           const char *value,
           const char *label)
{
  g_autoptr(GError) error = NULL;

  if (!ctg_document_set (self->document, path, value, label, &error))
    ctg_window_toast (self, error->message);
}

/* What a warning offers, as one step of the history. */
static void
fix_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  CtgWindow *self = user_data;
  g_autofree const char **fields = g_variant_get_strv (parameter, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) spec = ctg_spec_with_fields (ctg_document_get_spec (self->document), fields, &error);

  if (spec != NULL)
    ctg_document_change (self->document, spec, _("suggested change"));
  else
    ctg_window_toast (self, error->message);
}

static void
kind_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  CtgWindow *self = user_data;
  const char *kind = g_variant_get_string (parameter, NULL);
  g_autoptr(GError) error = NULL;

  if (!ctg_document_set_kind (self->document, *kind != '\0' ? kind : NULL, &error))
    ctg_window_toast (self, error->message);
}

static void
set_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       self)
{
  const char *path, *value;
  g_autofree char *label = NULL;

  g_variant_get (parameter, "(&s&s)", &path, &value);
  /* Translators: %s is the path of a field ("sort.by"). */
  label = g_strdup_printf (_("change of %s"), path);
  /* An action takes no NULL; the word that restores a default is that of the command line. */
  set_field (self, path, g_str_equal (value, "null") ? NULL : value, label);
}

static void
edit_text_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       user_data)
{
  ctg_sheet_edit_text (CTG_WINDOW (user_data)->sheet, g_variant_get_string (parameter, NULL));
}

static void
select_rows_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  g_autofree const char **keys = g_variant_get_strv (parameter, NULL);

  ctg_document_set_selection (CTG_WINDOW (user_data)->document, keys);
}

/* ---- the view ---- */

static void
zoom_in_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       user_data)
{
  CtgSheet *sheet = CTG_WINDOW (user_data)->sheet;

  ctg_sheet_set_zoom (sheet, ctg_sheet_get_effective_zoom (sheet) * 1.2);
}

static void
zoom_out_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  CtgSheet *sheet = CTG_WINDOW (user_data)->sheet;

  ctg_sheet_set_zoom (sheet, ctg_sheet_get_effective_zoom (sheet) / 1.2);
}

static void
zoom_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  const char *text = g_variant_get_string (parameter, NULL);
  double percent = g_ascii_strtod (text, NULL);

  ctg_sheet_set_zoom (CTG_WINDOW (user_data)->sheet, percent > 0 ? percent / 100 : CTG_SHEET_ZOOM_FIT);
}

static void
show_sidebar_cb (GSimpleAction *action,
                 GVariant      *state,
                 gpointer       user_data)
{
  ctg_split_view_set_show_sidebar (CTG_WINDOW (user_data)->split, g_variant_get_boolean (state));
}

static void
show_inspector_cb (GSimpleAction *action,
                   GVariant      *state,
                   gpointer       user_data)
{
  CtgWindow *self = user_data;

  ctg_window_ensure_inspector (self);
  ctg_split_view_set_show_inspector (self->split, g_variant_get_boolean (state));
}

static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  ctg_window_find (user_data);
}

static void
find_dataset_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       user_data)
{
  CtgWindow *self = user_data;

  ctg_split_view_set_show_sidebar (self->split, TRUE);
  ctg_sidebar_focus_search (self->sidebar);
}

static void
show_field_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  ctg_window_show_field (user_data, g_variant_get_string (parameter, NULL));
}

/* ---- windows ---- */

static void
about_data_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       user_data)
{
  CtgWindow *self = user_data;

  ctg_about_data_show (GTK_WINDOW (self), self->document);
}

static void
copy_citation_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  CtgWindow *self = user_data;
  g_autofree char *citation = ctg_about_data_dup_citation (self->document);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), citation);
  ctg_window_toast (self, _("Citation copied"));
}

static void
reload_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       user_data)
{
  CtgWindow *self = user_data;
  g_autoptr(GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));
  CtgDocument *document = ctg_window_find_opened (self, file);

  if (document != NULL)
    ctg_window_reload (self, document);
}

static void
copy_bibtex_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  CtgWindow *self = user_data;
  CtgChartInput input = ctg_document_get_input (self->document);
  g_autoptr(GError) error = NULL;
  g_autofree char *bibtex = ctg_chart_bibtex (&input, &error);

  if (bibtex == NULL)
    {
      ctg_window_toast (self, error->message);
      return;
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), bibtex);
  ctg_window_toast (self, _("BibTeX copied"));
}

static void
help_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/io/github/contingent/Contingent/ctg-shortcuts.ui");
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  gtk_window_set_transient_for (window, user_data);
  gtk_window_set_destroy_with_parent (window, TRUE);
  gtk_window_present (window);
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       self)
{
  ctg_about_show (self);
}

static const GActionEntry entries[] = {
  { "open", open_cb },
  { "open-file", open_file_cb, "s" },
  { "clear-recent", clear_recent_cb },
  { "open-dataset", open_dataset_cb, "s", "''" },
  { "reload", reload_cb, "s" },
  { "save", save_cb },
  { "save-as", save_as_cb },
  { "save-to", save_to_cb, "s" },
  { "export", export_cb },
  { "export-to", export_to_cb, "s" },
  { "show-in-folder", show_in_folder_cb, "s" },
  { "copy-figure", copy_figure_cb },
  { "cancel-work", cancel_work_cb },
  { "undo", undo_cb },
  { "redo", redo_cb },
  { "reset-figure", reset_figure_cb },
  { "clear-filter", clear_filter_cb },
  { "kind", kind_cb, "s", "''" },
  { "set", set_cb, "(ss)" },
  { "fix", fix_cb, "as" },
  { "edit-text", edit_text_cb, "s" },
  { "select-rows", select_rows_cb, "as", "@as []" },
  { "zoom-in", zoom_in_cb },
  { "zoom-out", zoom_out_cb },
  { "zoom", zoom_cb, "s", "'fit'" },
  { "show-sidebar", NULL, NULL, "true", show_sidebar_cb },
  { "show-inspector", NULL, NULL, "false", show_inspector_cb },
  { "show-field", show_field_cb, "s" },
  { "find", find_cb },
  { "find-dataset", find_dataset_cb },
  { "about-data", about_data_cb },
  { "copy-citation", copy_citation_cb },
  { "copy-bibtex", copy_bibtex_cb },
  { "show-help-overlay", help_cb },
  { "about", about_cb },
};

void
ctg_window_add_actions (CtgWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  ctg_window_add_note_actions (self);
  ctg_window_add_pane_actions (self);
  ctg_window_add_vision_action (self);
  ctg_window_update_actions (self);
}

static void
update_view_actions (CtgWindow *self)
{
  double zoom = ctg_sheet_get_zoom (self->sheet);
  double shown = ctg_sheet_get_effective_zoom (self->sheet);
  gboolean has_sheet = ctg_window_shows_sheet (self);

  set_enabled (self, "zoom", has_sheet);
  gtk_widget_set_sensitive (GTK_WIDGET (self->zoom_button), has_sheet);
  set_enabled (self, "zoom-in", has_sheet && shown < CTG_SHEET_MAX_ZOOM);
  set_enabled (self, "zoom-out", has_sheet && shown > CTG_SHEET_MIN_ZOOM);
  set_state (self, "zoom", zoom > 0 ? g_variant_new_take_string (g_strdup_printf ("%.0f", zoom * 100)) : g_variant_new_string ("fit"));
  set_state (self, "show-sidebar", g_variant_new_boolean (ctg_split_view_get_show_sidebar (self->split)));
  set_state (self, "show-inspector", g_variant_new_boolean (ctg_split_view_get_show_inspector (self->split)));
  set_enabled (self, "cancel-work", self->works->len > 0);
}

void
ctg_window_update_actions (CtgWindow *self)
{
  static const char *const for_documents[] = { "save-as", "save-to", "set", "fix", "kind", "select-rows", "about-data", "copy-citation", "copy-bibtex", NULL };
  static const char *const for_sheets[] = { "export", "export-to", "copy-figure", "edit-text", NULL };
  CtgDocument *document = self->document;
  gboolean has_sheet = ctg_window_shows_sheet (self);
  CtgSpec *spec = document != NULL ? ctg_document_get_spec (document) : NULL;

  update_view_actions (self);
  ctg_window_update_note_actions (self);
  for (unsigned int i = 0; for_documents[i] != NULL; i++)
    set_enabled (self, for_documents[i], document != NULL);
  for (unsigned int i = 0; for_sheets[i] != NULL; i++)
    set_enabled (self, for_sheets[i], has_sheet);

  set_enabled (self, "undo", document != NULL && ctg_document_get_can_undo (document));
  set_enabled (self, "redo", document != NULL && ctg_document_get_can_redo (document));
  set_enabled (self, "clear-filter", document != NULL && ctg_document_get_filtered (document));
  set_enabled (self, "reset-figure", document != NULL && !ctg_spec_equal (spec, ctg_figure_get_default_spec (ctg_document_get_figure (document))));
  set_enabled (self, "save", document != NULL && (ctg_document_get_modified (document) || !ctg_document_can_save_in_place (document)));

  if (document == NULL)
    return;

  set_state (self, "kind", g_variant_new_string (spec->kind != NULL ? spec->kind : ""));
  set_state (self, "open-dataset", g_variant_new_string (ctg_dataset_get_id (ctg_document_get_dataset (document))));
  set_state (self, "select-rows", g_variant_new_strv (ctg_document_get_selection (document), -1));
}
