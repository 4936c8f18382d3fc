/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The scene of an open figure. It is made right before the next frame, so that ten changes in a row cost one compilation; large tables are
 * compiled in a thread with a figure of its own, because the arranger of a figure serves one thread at a time. */

#include "app/ctg-document-private.h"

/* Rows above which the scene is made in a thread; below it takes a few milliseconds. */
#define ROWS_FOR_THREAD 1500

/* The main thread's; loading the fonts once is what makes the second figure quick. */
static CtgTextMeasure *
main_measure (void)
{
  static CtgTextMeasure *measure;

  if (measure == NULL)
    measure = ctg_text_measure_new_pango ();

  return measure;
}

static void
take_scene (CtgDocument *self,
            CtgScene    *scene,
            CtgWarnings *warnings,
            GError      *error)
{
  g_clear_pointer (&self->scene, ctg_scene_unref);
  g_clear_pointer (&self->warnings, ctg_warnings_free);
  g_clear_error (&self->error);

  self->scene = scene;
  self->warnings = warnings;
  self->error = error;

  g_signal_emit_by_name (self, "scene-changed");
}

static void
compile_now (CtgDocument *self)
{
  g_autoptr(CtgWarnings) warnings = ctg_warnings_new ();
  GError *error = NULL;
  CtgScene *scene = ctg_figure_compile (self->figure, main_measure (), warnings, &error);

  g_clear_handle_id (&self->compile_id, g_source_remove);
  self->scene_is_current = TRUE;
  take_scene (self, scene, g_steal_pointer (&warnings), error);
}

typedef struct
{
  CtgDataset *dataset;
  CtgSpec *spec;
  CtgFigure *figure;
  CtgScene *scene;
  CtgWarnings *warnings;
} Work;

static void
work_free (Work *work)
{
  g_clear_pointer (&work->dataset, ctg_dataset_unref);
  g_clear_pointer (&work->spec, ctg_spec_unref);
  g_clear_pointer (&work->figure, ctg_figure_unref);
  g_clear_pointer (&work->scene, ctg_scene_unref);
  g_clear_pointer (&work->warnings, ctg_warnings_free);
  g_free (work);
}

static void
compile_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      task_data,
                   GCancellable *cancellable)
{
  Work *work = task_data;
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgFigure) before = NULL;
  GError *error = NULL;

  if (work->figure == NULL)
    work->figure = ctg_figure_new (work->dataset);

  before = g_steal_pointer (&work->figure);
  work->figure = ctg_figure_with_spec (before, work->spec);
  work->warnings = ctg_warnings_new ();
  work->scene = ctg_figure_compile (work->figure, measure, work->warnings, &error);

  if (work->scene == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
compiled_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  CtgDocument *self = CTG_DOCUMENT (source);
  Work *work = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean is_current = ctg_spec_equal (work->spec, ctg_document_get_spec (self));

  g_task_propagate_boolean (G_TASK (result), &error);
  self->thread_runs = FALSE;
  self->thread_figure = g_steal_pointer (&work->figure);

  if (self->scene_is_current)
    {
      g_clear_error (&error);
    }
  else
    {
      /* A late scene is still nearer to the figure than the one shown. */
      self->scene_is_current = is_current;
      take_scene (self, g_steal_pointer (&work->scene), g_steal_pointer (&work->warnings), error);
      if (!is_current)
        ctg_document_schedule_scene (self);
    }

  g_object_notify (G_OBJECT (self), "busy");
}

static void
start_thread (CtgDocument *self)
{
  g_autoptr(GTask) task = g_task_new (self, NULL, compiled_cb, NULL);
  Work *work = g_new0 (Work, 1);

  work->dataset = ctg_dataset_ref (ctg_document_get_dataset (self));
  work->spec = ctg_spec_ref (ctg_document_get_spec (self));
  work->figure = g_steal_pointer (&self->thread_figure);

  g_task_set_source_tag (task, start_thread);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  self->thread_runs = TRUE;
  g_object_notify (G_OBJECT (self), "busy");
  g_task_run_in_thread (task, compile_in_thread);
}

static gboolean
compile_cb (gpointer user_data)
{
  CtgDocument *self = user_data;

  self->compile_id = 0;
  if (self->scene_is_current || self->thread_runs)
    return G_SOURCE_REMOVE;

  if (ctg_document_is_large (self))
    start_thread (self);
  else
    compile_now (self);

  return G_SOURCE_REMOVE;
}

void
ctg_document_schedule_scene (CtgDocument *self)
{
  /* Before GTK lays out and draws, so that the change is in the very next frame. */
  if (self->compile_id == 0)
    self->compile_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 5, compile_cb, self, NULL);
}

/* ---- what others see of it ---- */

CtgChartInput
ctg_document_get_input (CtgDocument *self)
{
  return ctg_figure_get_input (ctg_document_get_figure (self), main_measure ());
}

CtgScene *
ctg_document_get_scene (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->scene;
}

gboolean
ctg_document_is_large (CtgDocument *self)
{
  return ctg_table_get_n_rows (ctg_document_get_table (self)) > ROWS_FOR_THREAD;
}

CtgScene *
ctg_document_ensure_scene (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  if (!self->scene_is_current)
    compile_now (self);

  return self->scene;
}

CtgWarnings *
ctg_document_get_warnings (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->warnings;
}

const GError *
ctg_document_get_error (CtgDocument *self)
{
  g_return_val_if_fail (CTG_IS_DOCUMENT (self), NULL);

  return self->error;
}
