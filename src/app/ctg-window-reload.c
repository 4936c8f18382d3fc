/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that others change while they are open: noticed when the window is turned to, for a sandbox hears of no change, and reloaded when the
 * user says so. Must not reload by itself. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

#include "app/shell/ctg-confirm.h"
#include "data/ctg-package.h"

#define ATTRIBUTES G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC
#define STAMP "ctg-file-stamp"

/* ---- noticing ---- */

static char *
stamp_of (GFileInfo *info)
{
  return g_strdup_printf ("%" G_GOFFSET_FORMAT " %" G_GUINT64_FORMAT ".%06u", g_file_info_get_size (info),
                          g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED),
                          g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC));
}

char *
ctg_window_dup_stamp (GFile        *file,
                      GCancellable *cancellable)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);

  return info != NULL ? stamp_of (info) : NULL;
}

void
ctg_window_note_stamp (CtgDocument *document,
                       const char  *stamp)
{
  g_object_set_data_full (G_OBJECT (document), STAMP, g_strdup (stamp), g_free);
}

static void
offer_reload (CtgWindow   *self,
              CtgDocument *document)
{
  g_autofree char *name = g_file_get_basename (ctg_document_get_file (document));
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_("“%s” has changed"), shown);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *uri = g_file_get_uri (ctg_document_get_file (document));
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("_Reload"));
  adw_toast_set_action_name (toast, "win.reload");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

typedef struct
{
  GWeakRef window;
  CtgDocument *document;
} Look;

static void
look_free (Look *look)
{
  g_weak_ref_clear (&look->window);
  g_object_unref (look->document);
  g_free (look);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Look, look_free)

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(Look) look = user_data;
  g_autoptr(GFileInfo) info = g_file_query_info_finish (G_FILE (source), result, NULL);
  const char *noted = g_object_get_data (G_OBJECT (look->document), STAMP);
  g_autofree char *stamp = info != NULL ? stamp_of (info) : NULL;
  g_autoptr(CtgWindow) window = g_weak_ref_get (&look->window);

  /* A file that is gone is no reason to lose what is shown of it. */
  if (window == NULL || ctg_window_is_closed (window) || stamp == NULL || noted == NULL || g_str_equal (stamp, noted))
    return;

  /* Said once for each change. */
  ctg_window_note_stamp (look->document, stamp);
  offer_reload (window, look->document);
}

void
ctg_window_look_at_file (CtgWindow *self)
{
  GFile *file = self->document != NULL ? ctg_document_get_file (self->document) : NULL;
  Look *look;

  if (file == NULL)
    return;

  look = g_new0 (Look, 1);
  g_weak_ref_init (&look->window, self);
  look->document = g_object_ref (self->document);
  g_file_query_info_async (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, looked_cb, look);
}

/* ---- reloading ---- */

typedef struct
{
  CtgDocument *document;
  CtgFigure *figure;
  CtgOpenedKind kind;
  GPtrArray *faults;
  char *stamp;
} Reloading;

static void
reloading_free (Reloading *reloading)
{
  g_object_unref (reloading->document);
  g_clear_pointer (&reloading->figure, ctg_figure_unref);
  g_ptr_array_unref (reloading->faults);
  g_free (reloading->stamp);
  g_free (reloading);
}

static void
reload_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Reloading *reloading = task_data;
  GFile *file = ctg_document_get_file (reloading->document);
  GError *error = NULL;

  reloading->stamp = ctg_window_dup_stamp (file, cancellable);
  reloading->figure = ctg_figure_load_file (file, &reloading->kind, reloading->faults, cancellable, &error);
  if (reloading->figure == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* Data keep the figure that was made of them. Where the file has a figure, that one is shown, and "Redo" brings back what was on the screen. */
static void
carry_over (CtgDocument  *old,
            CtgDocument  *new,
            CtgOpenedKind kind)
{
  if (ctg_spec_equal (ctg_document_get_spec (old), ctg_document_get_spec (new)))
    return;

  if (kind == CTG_OPENED_DATA && ctg_spec_equal (ctg_document_get_spec (old), ctg_figure_get_default_spec (ctg_document_get_figure (old))))
    return;

  ctg_document_change (new, ctg_document_get_spec (old), _("reload"));
  if (kind != CTG_OPENED_DATA)
    ctg_document_undo (new);
}

static void
reloaded_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CtgWindow *self = CTG_WINDOW (source);
  Reloading *reloading = g_task_get_task_data (G_TASK (result));
  CtgDocument *old = reloading->document;
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgDocument) document = NULL;
  gboolean shown = self->document == old;

  if (ctg_window_is_closed (self))
    return;

  ctg_window_end_work (self, g_task_get_cancellable (G_TASK (result)));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ctg_confirm_tell (GTK_WINDOW (self), _("The file was not reloaded"), error->message, NULL);
      return;
    }

  /* Asked for twice: the first has taken its place. */
  if (!g_ptr_array_find (self->opened, old, NULL))
    return;

  document = ctg_document_new (reloading->figure, reloading->kind, ctg_document_get_file (old));
  ctg_window_note_stamp (document, reloading->stamp);
  carry_over (old, document, reloading->kind);

  g_ptr_array_add (self->opened, g_object_ref (document));
  ctg_sidebar_add_document (self->sidebar, document);
  if (shown)
    ctg_window_show_document (self, document);
  ctg_sidebar_remove_document (self->sidebar, old);
  g_ptr_array_remove (self->opened, old);
  ctg_window_tell_faults (self, ctg_document_get_file (document), reloading->faults);
}

void
ctg_window_reload (CtgWindow   *self,
                   CtgDocument *document)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GCancellable) cancellable = ctg_window_begin_work (self, _("Reloading…"));
  Reloading *reloading = g_new0 (Reloading, 1);

  reloading->document = g_object_ref (document);
  reloading->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  task = g_task_new (self, cancellable, reloaded_cb, NULL);
  g_task_set_source_tag (task, ctg_window_reload);
  g_task_set_task_data (task, reloading, (GDestroyNotify) reloading_free);
  g_task_run_in_thread (task, reload_in_thread);
}
