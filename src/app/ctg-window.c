/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window: its template, its settings, and which document it shows. Each bundled dataset keeps its document, with figure and history,
 * as long as the window is open. Must not draw, must not read files. */

#include "ctg-config.h"

#include "app/ctg-window-private.h"

#include <stdio.h>

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"
#include "app/inspector/ctg-inspector.h"
#include "app/table/ctg-table-view.h"
#include "data/ctg-library.h"

/* Shorter work ends before anyone wonders. */
#define PROGRESS_DELAY_MS 250
/* About; only to share what is left before the first layout. */
#define HEADER_HEIGHT 50

G_DEFINE_FINAL_TYPE (CtgWindow, ctg_window, ADW_TYPE_APPLICATION_WINDOW)

/* ---- what the header and the status line say ---- */

static void
update_undo (CtgWindow *self)
{
  const char *undo = ctg_document_get_undo_label (self->document);
  const char *redo = ctg_document_get_redo_label (self->document);
  /* Translators: %s is what is undone, in lower case: "sort by name". */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_("Undo %s"), undo) : g_strdup (_("Undo"));
  g_autofree char *redo_text = redo != NULL ? g_strdup_printf (_("Redo %s"), redo) : g_strdup (_("Redo"));
  g_autoptr(GMenuItem) undo_item = g_menu_item_new (undo_text, "win.undo");
  g_autoptr(GMenuItem) redo_item = g_menu_item_new (redo_text, "win.redo");

  g_menu_item_set_attribute (undo_item, "accel", "s", "<Control>z");
  g_menu_item_set_attribute (redo_item, "accel", "s", "<Shift><Control>z");
  g_menu_remove_all (self->undo_section);
  g_menu_append_item (self->undo_section, undo_item);
  g_menu_append_item (self->undo_section, redo_item);

  gtk_widget_set_tooltip_text (self->undo_button, undo_text);
  gtk_widget_set_tooltip_text (self->redo_button, redo_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->undo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, undo_text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->redo_button), GTK_ACCESSIBLE_PROPERTY_LABEL, redo_text, -1);
}

static void
update_titles (CtgWindow *self)
{
  const char *title = ctg_document_get_title (self->document);
  /* Translators: the window's title for a figure with unsaved changes. */
  g_autofree char *shown = ctg_document_get_modified (self->document) ? g_strdup_printf (_("• %s"), title) : g_strdup (title);
  g_autofree char *window_title = g_strdup_printf (_("%s – Contingent"), title);

  adw_window_title_set_title (self->window_title, shown);
  adw_window_title_set_subtitle (self->window_title, ctg_document_get_subtitle (self->document));
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
update_zoom (CtgWindow *self)
{
  /* Translators: the zoom of the figure. */
  g_autofree char *text = g_strdup_printf (_("%.0f %%"), 100 * ctg_sheet_get_effective_zoom (self->sheet));

  gtk_menu_button_set_label (self->zoom_button, text);
  ctg_window_update_actions (self);
}

static void
history_changed_cb (CtgWindow *self)
{
  update_undo (self);
  update_titles (self);
  ctg_window_update_actions (self);
}

/* What cannot be drawn in this way can often be drawn in another. */
static void
update_trouble_fixes (CtgWindow *self)
{
  CtgWarnings *warnings = ctg_document_get_warnings (self->document);
  GtkWidget *child;
  unsigned int n = 0;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->trouble_fixes))) != NULL)
    gtk_box_remove (self->trouble_fixes, child);
  for (unsigned int i = 0; i < ctg_warnings_get_n (warnings); i++)
    {
      const CtgWarning *warning = ctg_warnings_get (warnings, i);

      for (unsigned int k = 0; k < warning->fixes->len; k++)
        {
          GtkWidget *button = ctg_fix_button_new (&g_array_index (warning->fixes, CtgFix, k));

          gtk_widget_add_css_class (button, "pill");
          if (n++ == 0)
            gtk_widget_add_css_class (button, "suggested-action");
          gtk_box_append (self->trouble_fixes, button);
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->trouble_fixes), n > 0);
}

static gboolean
is_in_trouble (CtgWindow *self)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "trouble") == 0;
}

gboolean
ctg_window_shows_sheet (CtgWindow *self)
{
  return self->document != NULL && ctg_document_get_scene (self->document) != NULL && !is_in_trouble (self);
}

/* Why the kind cannot draw the data, which the error says in the figure's language. NULL if it can. */
static char *
dup_unfit (CtgWindow *self)
{
  CtgChartInput input = ctg_document_get_input (self->document);
  const CtgChartKindInfo *kind = ctg_chart_choose_kind (&input, NULL);
  g_autofree char *reason = NULL;
  g_autofree char *title = NULL;

  input.locale = ctg_window_locale_get ();
  if (kind == NULL || ctg_chart_kind_fits (kind, &input, &reason))
    return NULL;
  title = ctg_locale_phrase (input.locale, kind->title, NULL);

  return g_strdup_printf (_("%s: %s"), title, reason);
}

/* Why there is no figure; a warning says it better than an error, which names a field of the file. Markup. */
static char *
dup_reason (CtgWindow    *self,
            const GError *error)
{
  CtgWarnings *warnings = ctg_document_get_warnings (self->document);
  g_autofree char *text = ctg_warnings_get_n (warnings) > 0 ? ctg_warning_format (ctg_warnings_get (warnings, 0), ctg_window_locale_get ()) : NULL;

  if (text == NULL)
    text = dup_unfit (self);

  return g_markup_escape_text (text != NULL ? text : error->message, -1);
}

static void
scene_changed_cb (CtgWindow *self)
{
  const GError *error = ctg_document_get_error (self->document);
  CtgScene *scene = ctg_document_get_scene (self->document);
  unsigned int n_marks = 0;

  if (scene != NULL)
    g_free (ctg_scene_dup_marks (scene, &n_marks));

  if (error != NULL)
    {
      g_autofree char *reason = dup_reason (self, error);

      adw_status_page_set_title (self->trouble, _("This figure cannot be drawn"));
      adw_status_page_set_description (self->trouble, reason);
    }
  else if (n_marks == 0)
    {
      adw_status_page_set_title (self->trouble, _("Nothing to draw"));
      adw_status_page_set_description (self->trouble, ctg_document_get_filtered (self->document) ? _("No row is left by the filter.") : _("The data hold no numbers for the series drawn."));
    }

  update_trouble_fixes (self);
  gtk_widget_set_visible (self->trouble_clear, ctg_document_get_filtered (self->document));
  /* A large figure that is still being made is no trouble. */
  gtk_stack_set_visible_child_name (self->stack, (scene != NULL || error != NULL) && n_marks == 0 ? "trouble" : "sheet");
  /* What the page says is not said again under it. */
  ctg_warnings_bar_set_document (self->warnings, is_in_trouble (self) ? NULL : self->document);
  ctg_window_update_actions (self);
}

/* ---- documents ---- */

static void update_progress (CtgWindow *self);

/* The table is as costly as all the rest, so the figure is shown before it, one frame earlier. */
static void
update_table (CtgWindow *self)
{
  if (!self->is_painted || self->document == NULL)
    return;

  if (self->table == NULL)
    {
      self->table = CTG_TABLE_VIEW (ctg_table_view_new ());
      adw_bin_set_child (self->table_slot, GTK_WIDGET (self->table));
    }
  ctg_table_view_set_document (self->table, self->document);
}

void
ctg_window_show_document (CtgWindow   *self,
                          CtgDocument *document)
{
  if (!g_set_object (&self->document, document))
    return;

  g_signal_group_set_target (self->signals, document);
  if (!ctg_document_is_large (document))
    ctg_document_ensure_scene (document);
  ctg_sheet_set_document (self->sheet, document);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->sheet_scroller), 0);
  update_table (self);
  if (self->inspector != NULL)
    ctg_inspector_set_document (self->inspector, document);

  if (ctg_document_get_file (document) == NULL)
    ctg_sidebar_show_dataset (self->sidebar, ctg_dataset_get_id (ctg_document_get_dataset (document)));
  else
    ctg_sidebar_show_document (self->sidebar, document);

  history_changed_cb (self);
  scene_changed_cb (self);
  update_progress (self);
}

gboolean
ctg_window_show_dataset (CtgWindow  *self,
                         const char *id)
{
  CtgDocument *document;
  g_autoptr(CtgFigure) figure = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (CTG_IS_WINDOW (self), FALSE);

  document = g_hash_table_lookup (self->bundled, id);
  if (document == NULL)
    {
      figure = ctg_figure_load_bundled (id, &error);
      if (figure == NULL)
        {
          ctg_window_toast (self, error->message);
          return FALSE;
        }
      document = ctg_document_new (figure, CTG_OPENED_DATA, NULL);
      g_hash_table_insert (self->bundled, g_strdup (id), document);
    }

  ctg_window_show_document (self, document);
  return TRUE;
}

void
ctg_window_show_default (CtgWindow *self)
{
  g_return_if_fail (CTG_IS_WINDOW (self));

  if (self->document == NULL)
    ctg_window_show_dataset (self, ctg_library_get_default_id ());
}

CtgDocument *
ctg_window_get_document (CtgWindow *self)
{
  g_return_val_if_fail (CTG_IS_WINDOW (self), NULL);

  return self->document;
}

/* ---- panes ---- */

/* Made when it is first asked for: most figures are looked at, not set. */
void
ctg_window_ensure_inspector (CtgWindow *self)
{
  if (self->inspector != NULL)
    return;

  self->inspector = CTG_INSPECTOR (ctg_inspector_new ());
  ctg_inspector_set_document (self->inspector, self->document);
  adw_bin_set_child (self->inspector_slot, GTK_WIDGET (self->inspector));
}

void
ctg_window_show_field (CtgWindow  *self,
                       const char *path)
{
  ctg_window_ensure_inspector (self);
  ctg_split_view_set_show_inspector (self->split, TRUE);
  if (path != NULL)
    ctg_inspector_reveal_path (self->inspector, path);
}

void
ctg_window_find (CtgWindow *self)
{
  if (self->table != NULL)
    ctg_table_view_focus_filter (self->table);
}

/* ---- messages and progress ---- */

gboolean
ctg_window_is_closed (CtgWindow *self)
{
  return self->works == NULL;
}

void
ctg_window_toast (CtgWindow  *self,
                  const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* What is said about the latest command does not wait for what was said before. */
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
is_working (CtgWindow *self)
{
  gboolean busy = FALSE;

  if (self->document != NULL)
    g_object_get (self->document, "busy", &busy, NULL);

  return busy || self->works->len > 0;
}

static gboolean
show_progress_cb (gpointer user_data)
{
  CtgWindow *self = user_data;

  self->progress_id = 0;
  gtk_spinner_start (self->progress_spinner);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
  return G_SOURCE_REMOVE;
}

static void
update_progress (CtgWindow *self)
{
  gboolean shown = gtk_revealer_get_reveal_child (self->progress_revealer);

  if (is_working (self) && !shown && self->progress_id == 0)
    {
      self->progress_id = g_timeout_add (PROGRESS_DELAY_MS, show_progress_cb, self);
    }
  else if (!is_working (self))
    {
      g_clear_handle_id (&self->progress_id, g_source_remove);
      gtk_spinner_stop (self->progress_spinner);
      gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
    }
  ctg_window_update_actions (self);
}

static void
busy_cb (CtgWindow *self)
{
  if (self->works->len == 0)
    gtk_label_set_text (self->progress_label, _("Drawing the figure…"));
  update_progress (self);
}

GCancellable *
ctg_window_begin_work (CtgWindow  *self,
                       const char *text)
{
  GCancellable *cancellable = g_cancellable_new ();

  g_ptr_array_add (self->works, g_object_ref (cancellable));
  gtk_label_set_text (self->progress_label, text);
  update_progress (self);

  return cancellable;
}

void
ctg_window_end_work (CtgWindow    *self,
                     GCancellable *cancellable)
{
  g_ptr_array_remove (self->works, cancellable);
  update_progress (self);
}

void
ctg_window_cancel_works (CtgWindow *self)
{
  for (unsigned int i = 0; i < self->works->len; i++)
    g_cancellable_cancel (g_ptr_array_index (self->works, i));
}

/* ---- handlers of the template ---- */

static void
choose_dataset_cb (CtgWindow  *self,
                   const char *id)
{
  ctg_window_show_dataset (self, id);
}

static void
choose_document_cb (CtgWindow   *self,
                    CtgDocument *document)
{
  ctg_window_show_document (self, document);
}

static void
activate_path_cb (CtgWindow  *self,
                  const char *path)
{
  ctg_window_show_field (self, path);
}

/* At a mark there is something to annotate. */
static void
focus_cb (CtgWindow *self)
{
  if (self->sheet != NULL)
    ctg_window_update_note_actions (self);
}

static void
active_cb (CtgWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    ctg_window_look_at_file (self);
}

/* ---- the first frame ---- */

static void
first_paint_cb (GdkFrameClock *clock,
                CtgWindow     *self)
{
  g_signal_handlers_disconnect_by_func (clock, first_paint_cb, self);

  if (g_getenv ("CTG_BENCH_FIRST_PAINT") != NULL)
    {
      printf ("first-paint %" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
      fflush (stdout);
      g_application_quit (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))));
      return;
    }

  self->is_painted = TRUE;
  update_table (self);
  if (g_settings_get_boolean (self->settings, "show-inspector"))
    g_action_group_change_action_state (G_ACTION_GROUP (self), "show-inspector", g_variant_new_boolean (TRUE));
}

static void
realize_cb (CtgWindow *self)
{
  if (!self->is_painted)
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint", G_CALLBACK (first_paint_cb), self, 0);
}

/* ---- settings ---- */

static void
restore_settings (CtgWindow *self)
{
  int width, height;

  g_settings_get (self->settings, "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  gtk_paned_set_position (self->paned, (height - HEADER_HEIGHT) * g_settings_get_double (self->settings, "sheet-share"));
  ctg_split_view_set_show_sidebar (self->split, g_settings_get_boolean (self->settings, "show-sidebar"));
}

static void
store_settings (CtgWindow *self)
{
  int width, height;

  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
  if (!gtk_window_is_maximized (GTK_WINDOW (self)))
    {
      gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
      g_settings_set (self->settings, "window-size", "(ii)", width, height);
    }
  if (gtk_widget_get_height (GTK_WIDGET (self->paned)) > 0)
    g_settings_set_double (self->settings, "sheet-share",
                           CLAMP (gtk_paned_get_position (self->paned) / (double) gtk_widget_get_height (GTK_WIDGET (self->paned)), 0.1, 0.9));
  g_settings_set_boolean (self->settings, "show-sidebar", ctg_split_view_get_wants_sidebar (self->split));
  g_settings_set_boolean (self->settings, "show-inspector", ctg_split_view_get_wants_inspector (self->split));
}

/* ---- object ---- */

static gboolean
ctg_window_close_request (GtkWindow *window)
{
  CtgWindow *self = CTG_WINDOW (window);

  if (!self->force_close && !ctg_window_confirm_close (self))
    return GDK_EVENT_STOP;

  store_settings (self);
  ctg_window_cancel_works (self);
  return GTK_WINDOW_CLASS (ctg_window_parent_class)->close_request (window);
}

static void
ctg_window_dispose (GObject *object)
{
  CtgWindow *self = CTG_WINDOW (object);

  g_clear_handle_id (&self->progress_id, g_source_remove);
  g_clear_object (&self->signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), CTG_TYPE_WINDOW);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->bundled, g_hash_table_unref);
  g_clear_pointer (&self->opened, g_ptr_array_unref);
  g_clear_pointer (&self->works, g_ptr_array_unref);
  g_clear_pointer (&self->to_save, g_ptr_array_unref);

  G_OBJECT_CLASS (ctg_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, undo_section);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, recent_menu);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, split);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, sheet_scroller);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, trouble);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, trouble_fixes);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, trouble_clear);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, warnings);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, vision_button);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, table_slot);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, inspector_slot);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, progress_spinner);
  gtk_widget_class_bind_template_child (widget_class, CtgWindow, progress_label);
}

static void
ctg_window_class_init (CtgWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ctg_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = ctg_window_close_request;

  g_type_ensure (CTG_TYPE_SPLIT_VIEW);
  g_type_ensure (CTG_TYPE_SIDEBAR);
  g_type_ensure (CTG_TYPE_SHEET);
  g_type_ensure (CTG_TYPE_WARNINGS_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/contingent/Contingent/ctg-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choose_dataset_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_document_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_path_cb);

  /* Bindings of the class come after those of a focused entry, which undoes its own typing. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
}

static void
ctg_window_init (CtgWindow *self)
{
  self->bundled = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->opened = g_ptr_array_new_with_free_func (g_object_unref);
  self->works = g_ptr_array_new_with_free_func (g_object_unref);
  self->settings = g_settings_new (CTG_APP_ID);
  self->signals = g_signal_group_new (CTG_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->signals, "figure-changed", G_CALLBACK (history_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "scene-changed", G_CALLBACK (scene_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "selection-changed", G_CALLBACK (ctg_window_update_actions), self);
  g_signal_group_connect_swapped (self->signals, "notify::modified", G_CALLBACK (history_changed_cb), self);
  g_signal_group_connect_swapped (self->signals, "notify::busy", G_CALLBACK (busy_cb), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  /* The arrow beside Open is an inner part that nobody else names. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_last_child (self->open_button)), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Recent files"), -1);
  ctg_window_add_actions (self);
  ctg_window_add_drop_target (self);
  g_signal_connect_object (self->sheet, "notify::effective-zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sheet, "notify::zoom", G_CALLBACK (update_zoom), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-sidebar", G_CALLBACK (ctg_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->split, "notify::show-inspector", G_CALLBACK (ctg_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "changed::recent-files", G_CALLBACK (ctg_window_update_recent), self, G_CONNECT_SWAPPED);
  ctg_window_update_recent (self);
  update_zoom (self);
  restore_settings (self);
  /* Arrow keys and Ctrl+C are the figure's from the start. */
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (self->sheet));
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_cb), NULL);
  g_signal_connect (self, "notify::focus-widget", G_CALLBACK (focus_cb), NULL);
  g_signal_connect (self, "realize", G_CALLBACK (realize_cb), NULL);
}

CtgWindow *
ctg_window_new (CtgApplication *application)
{
  CtgWindow *self = g_object_new (CTG_TYPE_WINDOW, "application", application, NULL);

  /* GTK forgets what is asked for earlier. */
  if (g_settings_get_boolean (self->settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));

  return self;
}
