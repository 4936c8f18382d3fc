/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Opening, saving and closing. Files are read and parsed in a thread; what is wrong with one is told with the place of every fault, and
 * nothing that is open is touched by it. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

#include "app/shell/ctg-confirm.h"
#include "app/shell/ctg-file-dialog.h"
#include "base/ctg-error.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"
#include "file/ctg-place.h"
#include "file/ctg-replace.h"

/* Listed in the message; the rest is counted. */
#define MAX_FAULTS_TOLD 50
/* No file that can be opened is larger; a wrong one is not read to its end. */
#define MAX_FILE_BYTES (64u * 1024 * 1024)

/* ---- reading ---- */

typedef struct
{
  GFile *file;
  CtgFigure *figure;
  CtgOpenedKind kind;
  GPtrArray *faults;
  char *stamp;
} Opening;

static void
opening_free (Opening *opening)
{
  g_object_unref (opening->file);
  g_clear_pointer (&opening->figure, ctg_figure_unref);
  g_ptr_array_unref (opening->faults);
  g_free (opening->stamp);
  g_free (opening);
}

static char *
display_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}

static GBytes *
read_bytes (GFile        *file,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr(GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_TYPE, G_FILE_QUERY_INFO_NONE, cancellable, error);

  if (info == NULL)
    return NULL;

  if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, _("It is not a regular file."));
      return NULL;
    }
  if (g_file_info_get_size (info) > MAX_FILE_BYTES)
    {
      g_autofree char *size = g_format_size (g_file_info_get_size (info));

      g_set_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT, _("The file is too large (%s)."), size);
      return NULL;
    }

  return g_file_load_bytes (file, cancellable, NULL, error);
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr(GBytes) bytes = NULL;
  g_autofree char *name = display_name (opening->file);
  GError *error = NULL;

  opening->stamp = ctg_window_dup_stamp (opening->file, cancellable);
  bytes = read_bytes (opening->file, cancellable, &error);
  if (bytes != NULL)
    opening->figure = ctg_figure_load (bytes, name, &opening->kind, opening->faults, &error);

  if (opening->figure == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/* ---- telling ---- */

/* A file that could not even be read has nothing wrong with its format. */
static char *
describe_open_error (const GError *error)
{
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    return g_strdup (_("The file is not there. It may have been moved, renamed or deleted."));
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    return g_strdup (_("You are not allowed to read this file."));
  if (error->domain == G_IO_ERROR)
    return g_strdup (error->message);

  return g_strdup_printf ("%s\n\n%s", error->message,
                          _("Contingent opens data packages and arrays of objects (.json), figures (.contingent), and figures it exported as SVG, PNG or PDF. "
                            "It reads no CSV and no spreadsheets yet."));
}

static void
tell_open_error (CtgWindow    *self,
                 GFile        *file,
                 const GError *error)
{
  g_autofree char *name = display_name (file);
  g_autofree char *heading = g_strdup_printf (_("“%s” cannot be opened"), name);
  g_autofree char *body = describe_open_error (error);

  ctg_confirm_tell (GTK_WINDOW (self), heading, body, NULL);
}

void
ctg_window_tell_faults (CtgWindow *self,
                        GFile     *file,
                        GPtrArray *faults)
{
  g_autofree char *name = display_name (file);
  unsigned int n_faults = ctg_faults_count (faults);
  g_autofree char *heading = g_strdup_printf (ngettext ("“%s” has %u fault", "“%s” has %u faults", n_faults), name, n_faults);
  /* Translators: %u is 50. */
  g_autofree char *body = n_faults > MAX_FAULTS_TOLD ? g_strdup_printf (_("What could be read is shown. The list says what became of the first %u faults; the others are only counted."), MAX_FAULTS_TOLD)
                                                     : g_strdup (_("What could be read is shown. The list says what became of the rest."));
  g_autoptr(GString) list = g_string_new (NULL);

  if (faults->len == 0)
    return;

  for (unsigned int i = 0; i < MIN (faults->len, MAX_FAULTS_TOLD); i++)
    {
      const CtgFault *fault = g_ptr_array_index (faults, i);

      if (i > 0)
        g_string_append_c (list, '\n');
      /* Translators: a place in the file and what is wrong there: "/0/people: The number is negative". */
      g_string_append_printf (list, _("%s: %s"), fault->path, fault->message);
    }
  if (faults->len > MAX_FAULTS_TOLD)
    g_string_append_printf (list, ngettext ("\nand %u more", "\nand %u more", n_faults - MAX_FAULTS_TOLD), n_faults - MAX_FAULTS_TOLD);

  ctg_confirm_tell (GTK_WINDOW (self), heading, body, list->str);
}

/* ---- opening ---- */

CtgDocument *
ctg_window_find_opened (CtgWindow *self,
                        GFile     *file)
{
  for (unsigned int i = 0; i < self->opened->len; i++)
    {
      CtgDocument *document = g_ptr_array_index (self->opened, i);

      if (ctg_document_get_file (document) != NULL && g_file_equal (ctg_document_get_file (document), file))
        return document;
    }

  return NULL;
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  CtgWindow *self = CTG_WINDOW (source);
  Opening *opening = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgDocument) document = NULL;

  if (ctg_window_is_closed (self))
    return;

  ctg_window_end_work (self, g_task_get_cancellable (G_TASK (result)));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      ctg_window_show_default (self);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        ctg_window_toast (self, _("Opening cancelled"));
      else
        tell_open_error (self, opening->file, error);
      return;
    }

  /* Asked for twice before the first was read. */
  if (ctg_window_find_opened (self, opening->file) != NULL)
    {
      ctg_window_show_document (self, ctg_window_find_opened (self, opening->file));
      return;
    }

  document = ctg_document_new (opening->figure, opening->kind, opening->file);
  ctg_window_note_stamp (document, opening->stamp);
  g_ptr_array_add (self->opened, g_object_ref (document));
  ctg_sidebar_add_document (self->sidebar, document);
  ctg_window_remember_file (self, opening->file);
  ctg_window_show_document (self, document);
  ctg_window_tell_faults (self, opening->file, opening->faults);
}

void
ctg_window_open_file (CtgWindow *self,
                      GFile     *file)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GCancellable) cancellable = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  CtgDocument *document;
  Opening *opening;

  g_return_if_fail (CTG_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  document = ctg_window_find_opened (self, file);
  if (document != NULL)
    {
      ctg_window_show_document (self, document);
      return;
    }

  opening = g_new0 (Opening, 1);
  opening->file = g_object_ref (file);
  opening->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);

  name = display_name (file);
  text = g_strdup_printf (_("Opening “%s”…"), name);
  cancellable = ctg_window_begin_work (self, text);
  task = g_task_new (self, cancellable, opened_cb, NULL);
  g_task_set_source_tag (task, ctg_window_open_file);
  g_task_set_task_data (task, opening, (GDestroyNotify) opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

void
ctg_window_open_argument (CtgWindow *self,
                          GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);

  g_return_if_fail (CTG_IS_WINDOW (self));

  if (ctg_library_find_entry (name) != NULL && !g_file_query_exists (file, NULL))
    ctg_window_show_dataset (self, name);
  else
    ctg_window_open_file (self, file);
}

static void
files_chosen_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  CtgWindow *self = CTG_WINDOW (source);
  g_autoptr(GListModel) files = ctg_file_dialog_open_finish (result, NULL);

  for (unsigned int i = 0; files != NULL && !ctg_window_is_closed (self) && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      ctg_window_open_file (self, file);
    }
}

void
ctg_window_choose_files (CtgWindow *self)
{
  const CtgFileKind kinds[] = {
    { _("Data and figures"), { "json", "contingent", "svg", "png", "pdf" } },
    { _("Data packages"), { "json" } },
    { _("Figures"), { "contingent", "svg", "png", "pdf" } },
    { NULL },
  };

  ctg_file_dialog_open_async (GTK_WINDOW (self), _("Open Data or Figure"), kinds, files_chosen_cb, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         CtgWindow     *self)
{
  GSList *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    ctg_window_open_file (self, l->data);

  return files != NULL;
}

void
ctg_window_add_drop_target (CtgWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  /* Before entries and text fields, which would write down the names of the files. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- saving ---- */

static void save_next (CtgWindow *self);

typedef struct
{
  CtgDocument *document;
  GFile *file;
  GBytes *bytes;
  char *stamp;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->document);
  g_object_unref (saving->file);
  g_clear_pointer (&saving->bytes, g_bytes_unref);
  g_free (saving->stamp);
  g_free (saving);
}

static void
save_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Saving *saving = task_data;
  GError *error = NULL;

  if (!ctg_replace_bytes (saving->file, saving->bytes, cancellable, &error))
    {
      g_task_return_error (task, error);
      return;
    }

  saving->stamp = ctg_window_dup_stamp (saving->file, cancellable);
  g_task_return_boolean (task, TRUE);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  CtgWindow *self = CTG_WINDOW (source);
  Saving *saving = g_task_get_task_data (G_TASK (result));
  g_autoptr(GError) error = NULL;
  g_autofree char *name = display_name (saving->file);
  g_autofree char *text = NULL;

  if (ctg_window_is_closed (self))
    return;

  ctg_window_end_work (self, g_task_get_cancellable (G_TASK (result)));
  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      g_clear_pointer (&self->to_save, g_ptr_array_unref);
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        {
          ctg_window_toast (self, _("Saving cancelled; nothing was written"));
        }
      else
        {
          g_autofree char *heading = g_strdup_printf (_("“%s” was not saved"), name);

          ctg_confirm_tell (GTK_WINDOW (self), heading, error->message, NULL);
        }
      return;
    }

  if (ctg_document_get_file (saving->document) == NULL || ctg_window_find_opened (self, ctg_document_get_file (saving->document)) == NULL)
    {
      /* The figure of a bundled dataset becomes a file of its own in the list; the dataset starts anew when it is chosen again. */
      g_hash_table_remove (self->bundled, ctg_dataset_get_id (ctg_document_get_dataset (saving->document)));
      g_ptr_array_add (self->opened, g_object_ref (saving->document));
      ctg_document_set_saved (saving->document, saving->file);
      ctg_sidebar_add_document (self->sidebar, saving->document);
      if (saving->document == self->document)
        ctg_sidebar_show_document (self->sidebar, saving->document);
    }
  else
    {
      ctg_document_set_saved (saving->document, saving->file);
    }

  ctg_window_note_stamp (saving->document, saving->stamp);
  ctg_window_remember_file (self, saving->file);
  text = g_strdup_printf (_("Saved “%s”"), name);
  ctg_window_toast (self, text);
  ctg_window_update_actions (self);
  if (self->to_save != NULL)
    save_next (self);
}

void
ctg_window_save_to (CtgWindow   *self,
                    CtgDocument *document,
                    GFile       *file)
{
  g_autoptr(GTask) task = NULL;
  g_autoptr(GCancellable) cancellable = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = ctg_figure_to_document (ctg_document_get_figure (document), &error);
  Saving *saving = g_new0 (Saving, 1);

  saving->document = g_object_ref (document);
  saving->file = g_object_ref (file);
  if (text != NULL)
    {
      gsize length = strlen (text);

      saving->bytes = g_bytes_new_take (g_steal_pointer (&text), length);
    }

  cancellable = ctg_window_begin_work (self, _("Saving…"));
  task = g_task_new (self, cancellable, saved_cb, NULL);
  g_task_set_source_tag (task, ctg_window_save_to);
  /* A file that is complete is saved, however late the user thought better of it. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, saving, (GDestroyNotify) saving_free);
  if (saving->bytes != NULL)
    g_task_run_in_thread (task, save_in_thread);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
save_name_chosen_cb (GObject      *source,
                     GAsyncResult *result,
                     gpointer      user_data)
{
  CtgWindow *self = CTG_WINDOW (source);
  g_autoptr(CtgDocument) document = user_data;
  g_autoptr(GFile) file = ctg_file_dialog_save_finish (result, NULL);

  if (file != NULL && !ctg_window_is_closed (self))
    ctg_window_save_to (self, document, file);
  else
    g_clear_pointer (&self->to_save, g_ptr_array_unref);
}

static void
ask_name (CtgWindow   *self,
          CtgDocument *document)
{
  const CtgFileKind kinds[] = {
    { _("Figures"), { "contingent" } },
    { NULL },
  };
  GFile *before = ctg_document_get_file (document);
  g_autoptr(GFile) folder = before != NULL && !ctg_place_is_from_portal (before) ? g_file_get_parent (before) : NULL;
  g_autofree char *base = before != NULL ? g_file_get_basename (before) : g_strdup (ctg_dataset_get_id (ctg_document_get_dataset (document)));
  char *dot = strrchr (base, '.');
  g_autofree char *name = NULL;

  if (dot != NULL && before != NULL)
    *dot = '\0';
  name = g_strconcat (base, ".contingent", NULL);
  ctg_file_dialog_save_async (GTK_WINDOW (self), _("Save Figure"), name, folder, kinds, save_name_chosen_cb, g_object_ref (document));
}

static void
save_document (CtgWindow   *self,
               CtgDocument *document)
{
  if (ctg_document_can_save_in_place (document))
    ctg_window_save_to (self, document, ctg_document_get_file (document));
  else
    ask_name (self, document);
}

void
ctg_window_save (CtgWindow *self)
{
  save_document (self, self->document);
}

void
ctg_window_save_as (CtgWindow *self)
{
  ask_name (self, self->document);
}

/* ---- closing ---- */

static GPtrArray *
modified_documents (CtgWindow *self)
{
  GPtrArray *modified = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer document;

  g_hash_table_iter_init (&iter, self->bundled);
  while (g_hash_table_iter_next (&iter, NULL, &document))
    if (ctg_document_get_modified (document))
      g_ptr_array_add (modified, g_object_ref (document));
  for (unsigned int i = 0; i < self->opened->len; i++)
    if (ctg_document_get_modified (g_ptr_array_index (self->opened, i)))
      g_ptr_array_add (modified, g_object_ref (g_ptr_array_index (self->opened, i)));

  return modified;
}

static void
close_now (CtgWindow *self)
{
  self->force_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

/* Saves one after the other; closes when nothing is left. A cancelled or failed one keeps the window open. */
static void
save_next (CtgWindow *self)
{
  if (self->to_save->len == 0)
    {
      g_clear_pointer (&self->to_save, g_ptr_array_unref);
      close_now (self);
      return;
    }

  g_autoptr(CtgDocument) document = g_ptr_array_steal_index (self->to_save, 0);

  save_document (self, document);
}

static void
close_answered_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  CtgWindow *self = CTG_WINDOW (source);
  CtgConfirmAnswer answer = ctg_confirm_unsaved_finish (result);

  if (ctg_window_is_closed (self))
    return;

  switch (answer)
    {
    case CTG_CONFIRM_DISCARD:
      close_now (self);
      break;
    case CTG_CONFIRM_SAVE:
      g_clear_pointer (&self->to_save, g_ptr_array_unref);
      self->to_save = modified_documents (self);
      save_next (self);
      break;
    case CTG_CONFIRM_CANCEL:
    default:
      break;
    }
}

gboolean
ctg_window_confirm_close (CtgWindow *self)
{
  g_autoptr(GPtrArray) modified = modified_documents (self);
  g_autoptr(GString) body = NULL;

  if (modified->len == 0)
    return TRUE;

  body = g_string_new (ngettext ("This figure has changes that are not saved:", "These figures have changes that are not saved:", modified->len));
  for (unsigned int i = 0; i < modified->len; i++)
    g_string_append_printf (body, "\n%s", ctg_document_get_title (g_ptr_array_index (modified, i)));

  ctg_confirm_unsaved_async (GTK_WINDOW (self), ngettext ("Save the figure?", "Save the figures?", modified->len), body->str, close_answered_cb, NULL);
  return FALSE;
}
