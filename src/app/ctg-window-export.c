/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting and copying the figure from the window: the dialog, the file chooser, the job, and what is said when it is done. */

#include "app/ctg-window-private.h"

#include <glib/gi18n.h>

#include "app/ctg-export-dialog.h"
#include "app/ctg-export-job.h"
#include "app/ctg-export-options.h"
#include "app/shell/ctg-confirm.h"
#include "app/shell/ctg-file-dialog.h"
#include "app/shell/ctg-show-in-folder.h"
#include "file/ctg-place.h"

typedef struct
{
  CtgWindow *window;
  CtgDocument *document;
  CtgExportOptions options;
  GFile *file;
  GCancellable *cancellable;
} Export;

static void
export_free (Export *export)
{
  g_clear_object (&export->window);
  g_clear_object (&export->document);
  g_clear_object (&export->file);
  g_clear_object (&export->cancellable);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static Export *
export_new (CtgWindow              *self,
            const CtgExportOptions *options)
{
  Export *export = g_new0 (Export, 1);

  export->window = g_object_ref (self);
  export->document = g_object_ref (self->document);
  export->options = *options;

  return export;
}

/* ---- to a file ---- */

static void
tell_done (CtgWindow *self,
           GFile     *file)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_("Exported “%s”"), shown);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  g_autofree char *uri = g_file_get_uri (file);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (toast, _("_Show in Folder"));
  adw_toast_set_action_name (toast, "win.show-in-folder");
  adw_toast_set_action_target_value (toast, g_variant_new_string (uri));
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ctg_export_job_finish (result, &error);

  if (ctg_window_is_closed (export->window))
    return;

  ctg_window_end_work (export->window, export->cancellable);
  if (bytes != NULL)
    tell_done (export->window, export->file);
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ctg_window_toast (export->window, _("Export cancelled; nothing was written"));
  else
    ctg_confirm_tell (GTK_WINDOW (export->window), _("The figure was not exported"), error->message, NULL);
}

static void
start (Export *taken)
{
  g_autoptr(Export) export = taken;
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) spec = ctg_export_options_apply (&export->options, ctg_document_get_spec (export->document), &error);
  CtgRenderOptions render = ctg_export_options_to_render (&export->options);
  Export *running;

  if (spec == NULL)
    {
      ctg_confirm_tell (GTK_WINDOW (export->window), _("The figure was not exported"), error->message, NULL);
      return;
    }

  export->cancellable = ctg_window_begin_work (export->window, _("Exporting…"));
  running = g_steal_pointer (&export);
  ctg_export_job_async (running->document, spec, running->options.format, &render, running->file, running->cancellable, exported_cb, running);
}

/* A name without a suffix gets that of the format, unless the portal lets exactly this name be written; another known suffix wins over
 * the dialog's choice. */
static GFile *
settle_suffix (GFile     *file,
               CtgFormat *format)
{
  g_autofree char *name = g_file_get_basename (file);
  const char *dot = strrchr (name, '.');
  g_autofree char *full = NULL;
  g_autoptr(GFile) parent = NULL;

  if ((dot != NULL && ctg_format_from_name (dot + 1, format)) || ctg_place_is_from_portal (file))
    return g_object_ref (file);

  full = g_strconcat (name, ".", ctg_format_get_extension (*format), NULL);
  parent = g_file_get_parent (file);
  return parent != NULL ? g_file_get_child (parent, full) : g_object_ref (file);
}

static void
name_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr(Export) export = user_data;
  g_autoptr(GFile) file = ctg_file_dialog_save_finish (result, NULL);
  g_autoptr(GFile) folder = NULL;
  g_autofree char *folder_uri = NULL;

  if (file == NULL || ctg_window_is_closed (export->window))
    return;

  folder = ctg_place_is_from_portal (file) ? NULL : g_file_get_parent (file);
  folder_uri = folder != NULL ? g_file_get_uri (folder) : NULL;
  if (folder_uri != NULL)
    g_settings_set_string (export->window->settings, "export-folder", folder_uri);

  export->file = settle_suffix (file, &export->options.format);
  start (g_steal_pointer (&export));
}

static void
options_chosen_cb (CtgWindow              *self,
                   const CtgExportOptions *options)
{
  const CtgFileKind kinds[] = {
    { options->format == CTG_FORMAT_SVG ? _("SVG pictures") : options->format == CTG_FORMAT_PNG ? _("PNG pictures") : _("PDF documents"),
      { ctg_format_get_extension (options->format) } },
    { NULL },
  };
  g_autofree char *name = g_strdup_printf ("%s.%s", ctg_dataset_get_id (ctg_document_get_dataset (self->document)), ctg_format_get_extension (options->format));
  g_autofree char *folder_uri = g_settings_get_string (self->settings, "export-folder");
  g_autoptr(GFile) folder = *folder_uri != '\0' ? g_file_new_for_uri (folder_uri) : NULL;

  g_settings_set_enum (self->settings, "export-format", options->format);
  ctg_export_options_store (options);
  ctg_file_dialog_save_async (GTK_WINDOW (self), _("Export Figure"), name, folder, kinds, name_chosen_cb, export_new (self, options));
}

void
ctg_window_show_export (CtgWindow *self)
{
  ctg_export_dialog_show (GTK_WINDOW (self), self->document, g_settings_get_enum (self->settings, "export-format"),
                          (CtgExportChosenFunc) options_chosen_cb, self);
}

void
ctg_window_export_to (CtgWindow *self,
                      GFile     *file)
{
  CtgFormat format = g_settings_get_enum (self->settings, "export-format");
  g_autoptr(GFile) target = settle_suffix (file, &format);
  CtgExportOptions options;
  Export *export;

  ctg_export_options_load (&options, format);
  export = export_new (self, &options);
  export->file = g_steal_pointer (&target);
  start (export);
}

/* ---- to the clipboard ---- */

typedef struct
{
  CtgWindow *window;
  GCancellable *cancellable;
  GBytes *svg;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->window);
  g_object_unref (copy->cancellable);
  g_clear_pointer (&copy->svg, g_bytes_unref);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
copy_failed (CtgWindow *self,
             GError    *error)
{
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    ctg_confirm_tell (GTK_WINDOW (self), _("The figure was not copied"), error->message, NULL);
}

static void
png_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) png = ctg_export_job_finish (result, &error);
  GdkContentProvider *providers[2];
  g_autoptr(GdkContentProvider) all = NULL;

  if (ctg_window_is_closed (copy->window))
    return;

  ctg_window_end_work (copy->window, copy->cancellable);
  if (png == NULL)
    {
      copy_failed (copy->window, error);
      return;
    }

  providers[0] = gdk_content_provider_new_for_bytes (ctg_format_get_mime_type (CTG_FORMAT_SVG), copy->svg);
  providers[1] = gdk_content_provider_new_for_bytes (ctg_format_get_mime_type (CTG_FORMAT_PNG), png);
  all = gdk_content_provider_new_union (providers, 2);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (copy->window)), all);
  ctg_window_toast (copy->window, _("Figure copied"));
}

static void
svg_ready_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(Copy) copy = user_data;
  g_autoptr(GError) error = NULL;
  CtgDocument *document = CTG_DOCUMENT (source);
  CtgRenderOptions options = { .dpi = 300 };
  Copy *running;

  copy->svg = ctg_export_job_finish (result, &error);
  if (ctg_window_is_closed (copy->window))
    return;
  if (copy->svg == NULL)
    {
      ctg_window_end_work (copy->window, copy->cancellable);
      copy_failed (copy->window, error);
      return;
    }

  running = g_steal_pointer (&copy);
  ctg_export_job_async (document, ctg_document_get_spec (document), CTG_FORMAT_PNG, &options, NULL, running->cancellable, png_ready_cb, running);
}

void
ctg_window_copy_figure (CtgWindow *self)
{
  CtgRenderOptions options = { .dpi = 300 };
  Copy *copy = g_new0 (Copy, 1);

  copy->window = g_object_ref (self);
  copy->cancellable = ctg_window_begin_work (self, _("Copying the figure…"));
  ctg_export_job_async (self->document, ctg_document_get_spec (self->document), CTG_FORMAT_SVG, &options, NULL, copy->cancellable, svg_ready_cb, copy);
}
