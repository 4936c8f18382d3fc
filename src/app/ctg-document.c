/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An open figure: history, selection, file; its scene is made in ctg-document-scene.c. Must not know any widget. */

#include "app/ctg-document-private.h"

#include <glib/gi18n.h>

#include "app/ctg-window-locale.h"

G_DEFINE_FINAL_TYPE (CtgDocument, ctg_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_SUBTITLE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_FILTERED,
  PROP_BUSY,
  N_PROPS
};

enum
{
  SIGNAL_FIGURE_CHANGED,
  SIGNAL_SCENE_CHANGED,
  SIGNAL_SELECTION_CHANGED,
  N_SIGNALS
};

static GParamSpec *props[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- changes ---- */

static void
notify_history (CtgDocument *self)
{
  g_object_freeze_notify (G_OBJECT (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_UNDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_REDO_LABEL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FILTERED]);
  g_object_thaw_notify (G_OBJECT (self));
}

/* Shows the spec of the current step. */
static void
show_step (CtgDocument *self)
{
  g_autoptr(CtgFigure) before = self->figure;

  self->figure = ctg_figure_with_spec (before, ctg_history_get_spec (self->history));
  self->scene_is_current = FALSE;
  ctg_document_schedule_scene (self);
  notify_history (self);
  g_signal_emit (self, signals[SIGNAL_FIGURE_CHANGED], 0);
}

static void
change (CtgDocument *self,
        CtgSpec     *spec,
        const char  *label,
        gboolean     merging)
{
  if (ctg_history_add (self->history, spec, label, merging))
    show_step (self);
}

void
ctg_document_change (CtgDocument *self,
                     CtgSpec     *spec,
                     const char  *label)
{
  g_return_if_fail (CTG_IS_DOCUMENT (self));
  g_return_if_fail (spec != NULL && label != NULL);

  change (self, spec, label, FALSE);
}

void
ctg_document_change_merging (CtgDocument *self,
                             CtgSpec     *spec,
                             const char  *label)
{
  g_return_if_fail (CTG_IS_DOCUMENT (self));
  g_return_if_fail (spec != NULL && label != NULL);

  change (self, spec, label, TRUE);
}

gboolean
ctg_document_set (CtgDocument *self,
                  const char  *path,
                  const char  *value,
                  const char  *label,
                  GError     **error)
{
  g_autoptr(CtgSpec) spec = NULL;

  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (path != NULL && label != NULL, FALSE);

  spec = ctg_spec_with (ctg_document_get_spec (self), path, value, error);
  if (spec == NULL)
    return FALSE;

  ctg_document_change (self, spec, label);
  return TRUE;
}

/* NULL where the kind cannot draw the spec's first n_kept series; none kept is whatever the kind takes. */
static CtgSpec *
with_kind (CtgDocument *self,
           const char  *kind,
           unsigned int n_kept,
           GError     **error)
{
  CtgChartInput input = ctg_document_get_input (self);
  g_autoptr(CtgSpec) kind_spec = ctg_spec_with (input.spec, "kind", kind, error);
  g_autoptr(GPtrArray) kept = g_ptr_array_new ();
  g_autofree unsigned int *series = NULL;
  unsigned int n_series = 0;

  if (kind_spec == NULL)
    return NULL;

  for (unsigned int i = 0; i < n_kept; i++)
    g_ptr_array_add (kept, kind_spec->series[i]);
  g_ptr_array_add (kept, NULL);

  g_autoptr(CtgSpec) spec = ctg_spec_with_series (kind_spec, (const char *const *) kept->pdata);

  input.spec = spec;
  series = ctg_chart_dup_series (&input, &n_series, error);

  return series != NULL ? ctg_chart_dup_spec_on_fit_scale (&input) : NULL;
}

gboolean
ctg_document_set_kind (CtgDocument *self,
                       const char  *kind,
                       GError     **error)
{
  g_autoptr(CtgSpec) spec = NULL;

  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  for (unsigned int n = g_strv_length (ctg_document_get_spec (self)->series); n > 0 && spec == NULL; n--)
    spec = with_kind (self, kind, n, NULL);
  if (spec == NULL)
    spec = with_kind (self, kind, 0, error);
  if (spec == NULL)
    return FALSE;

  ctg_document_change (self, spec, _("change kind"));
  return TRUE;
}

void
ctg_document_undo (CtgDocument *self)
{
  g_return_if_fail (CTG_IS_DOCUMENT (self));

  if (ctg_history_undo (self->history))
    show_step (self);
}

void
ctg_document_redo (CtgDocument *self)
{
  g_return_if_fail (CTG_IS_DOCUMENT (self));

  if (ctg_history_redo (self->history))
    show_step (self);
}

void
ctg_document_reset (CtgDocument *self)
{
  g_return_if_fail (CTG_IS_DOCUMENT (self));

  ctg_document_change (self, ctg_figure_get_default_spec (self->figure), _("reset figure"));
}

gboolean
ctg_document_get_can_undo (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  return ctg_history_get_undo_label (self->history) != NULL;
}

gboolean
ctg_document_get_can_redo (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  return ctg_history_get_redo_label (self->history) != NULL;
}

const char *
ctg_document_get_undo_label (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return ctg_history_get_undo_label (self->history);
}

const char *
ctg_document_get_redo_label (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return ctg_history_get_redo_label (self->history);
}

gboolean
ctg_document_get_filtered (CtgDocument *self)
{
  CtgSpec *spec;

  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  spec = ctg_document_get_spec (self);
  return (spec->search != NULL && *spec->search != '\0') || (spec->region != NULL && *spec->region != '\0') || spec->where[0] != NULL;
}

/* ---- what the figure has ---- */

CtgFigure *
ctg_document_get_figure (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->figure;
}

CtgSpec *
ctg_document_get_spec (CtgDocument *self)
{
  return ctg_figure_get_spec (ctg_document_get_figure (self));
}

CtgTable *
ctg_document_get_table (CtgDocument *self)
{
  return ctg_figure_get_table (ctg_document_get_figure (self));
}

CtgLocale *
ctg_document_get_locale (CtgDocument *self)
{
  return ctg_figure_get_locale (ctg_document_get_figure (self));
}

CtgDataset *
ctg_document_get_dataset (CtgDocument *self)
{
  return ctg_figure_get_dataset (ctg_document_get_figure (self));
}

/* ---- selection ---- */

void
ctg_document_set_selection (CtgDocument       *self,
                            const char *const *keys)
{
  static const char *const none[] = { NULL };

  g_return_if_fail (CTG_IS_DOCUMENT (self));

  if (keys == NULL)
    keys = none;
  if (g_strv_equal (keys, (const char *const *) self->selection))
    return;

  g_hash_table_remove_all (self->selected);
  g_strfreev (self->selection);
  self->selection = g_strdupv ((GStrv) keys);
  for (unsigned int i = 0; self->selection[i] != NULL; i++)
    g_hash_table_add (self->selected, self->selection[i]);

  g_signal_emit (self, signals[SIGNAL_SELECTION_CHANGED], 0);
}

const char *const *
ctg_document_get_selection (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return (const char *const *) self->selection;
}

gboolean
ctg_document_is_selected (CtgDocument *self,
                          const char  *key)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  return g_hash_table_contains (self->selected, key);
}

/* ---- file ---- */

GFile *
ctg_document_get_file (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->file;
}

CtgOpenedKind
ctg_document_get_kind (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), CTG_OPENED_DATA);

  return self->kind;
}

gboolean
ctg_document_can_save_in_place (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  return self->file != NULL && self->kind == CTG_OPENED_FIGURE;
}

static void
update_titles (CtgDocument *self)
{
  CtgDataset *dataset = ctg_document_get_dataset (self);
  const char *publisher = ctg_dataset_get_publisher (dataset);

  g_free (self->title);
  g_free (self->subtitle);
  if (self->file != NULL)
    {
      g_autofree char *name = g_file_get_basename (self->file);

      self->title = g_filename_display_name (name);
      self->subtitle = ctg_locale_translate (ctg_window_locale_get (), ctg_dataset_get_title (dataset));
    }
  else
    {
      self->title = ctg_locale_translate (ctg_window_locale_get (), ctg_dataset_get_short_title (dataset));
      self->subtitle = ctg_locale_translate (ctg_window_locale_get (), publisher != NULL ? publisher : "");
    }

  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUBTITLE]);
}

void
ctg_document_set_saved (CtgDocument *self,
                        GFile       *file)
{
  g_return_if_fail (CTG_IS_DOCUMENT (self));
  g_return_if_fail (G_IS_FILE (file));

  g_set_object (&self->file, file);
  self->kind = CTG_OPENED_FIGURE;
  ctg_spec_unref (self->saved_spec);
  self->saved_spec = ctg_spec_ref (ctg_document_get_spec (self));
  ctg_history_end_merging (self->history);
  update_titles (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MODIFIED]);
}

gboolean
ctg_document_get_modified (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), FALSE);

  return !ctg_spec_equal (self->saved_spec, ctg_document_get_spec (self));
}

const char *
ctg_document_get_title (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->title;
}

const char *
ctg_document_get_subtitle (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->subtitle;
}

/* ---- object ---- */

static void
ctg_document_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  CtgDocument *self = CTG_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, ctg_document_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, ctg_document_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, ctg_document_get_can_redo (self));
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, ctg_document_get_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, ctg_document_get_redo_label (self));
      break;
    case PROP_FILTERED:
      g_value_set_boolean (value, ctg_document_get_filtered (self));
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, self->thread_runs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
ctg_document_finalize (GObject *object)
{
  CtgDocument *self = CTG_DOCUMENT (object);

  g_clear_handle_id (&self->compile_id, g_source_remove);
  g_clear_pointer (&self->figure, ctg_figure_unref);
  g_clear_pointer (&self->thread_figure, ctg_figure_unref);
  g_clear_pointer (&self->saved_spec, ctg_spec_unref);
  g_clear_pointer (&self->history, ctg_history_free);
  g_clear_pointer (&self->scene, ctg_scene_unref);
  g_clear_pointer (&self->warnings, ctg_warnings_free);
  g_clear_error (&self->error);
  g_clear_pointer (&self->selected, g_hash_table_unref);
  g_clear_pointer (&self->selection, g_strfreev);
  g_clear_object (&self->file);
  g_free (self->title);
  g_free (self->subtitle);

  G_OBJECT_CLASS (ctg_document_parent_class)->finalize (object);
}

static void
ctg_document_class_init (CtgDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = ctg_document_get_property;
  object_class->finalize = ctg_document_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  props[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  props[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  props[PROP_FILTERED] = g_param_spec_boolean ("filtered", NULL, NULL, FALSE, flags);
  /* A large figure is being made in a thread. */
  props[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  signals[SIGNAL_FIGURE_CHANGED] = g_signal_new ("figure-changed", CTG_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SCENE_CHANGED] = g_signal_new ("scene-changed", CTG_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SELECTION_CHANGED] = g_signal_new ("selection-changed", CTG_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ctg_document_init (CtgDocument *self)
{
  self->warnings = ctg_warnings_new ();
  self->selection = g_new0 (char *, 1);
  self->selected = g_hash_table_new (g_str_hash, g_str_equal);
}

CtgDocument *
ctg_document_new (CtgFigure    *figure,
                  CtgOpenedKind kind,
                  GFile        *file)
{
  CtgDocument *self;

  g_return_val_if_fail (figure != NULL, NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  self = g_object_new (CTG_TYPE_DOCUMENT, NULL);
  self->figure = ctg_figure_ref (figure);
  self->saved_spec = ctg_spec_ref (ctg_figure_get_spec (figure));
  self->kind = kind;
  g_set_object (&self->file, file);
  self->history = ctg_history_new (self->saved_spec);
  update_titles (self);
  ctg_document_schedule_scene (self);

  return self;
}
