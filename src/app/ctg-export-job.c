/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The export job. Must not touch widgets. */

#include "app/ctg-export-job.h"

typedef struct
{
  CtgDataset *dataset;
  CtgSpec *spec;
  CtgFormat format;
  CtgRenderOptions options;
  GFile *file;
} Job;

static void
job_free (Job *job)
{
  ctg_dataset_unref (job->dataset);
  ctg_spec_unref (job->spec);
  g_clear_object (&job->file);
  g_free (job);
}

static GBytes *
run (Job          *job,
     GCancellable *cancellable,
     GError      **error)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgFigure) plain = ctg_figure_new (job->dataset);
  g_autoptr(CtgFigure) figure = ctg_figure_with_spec (plain, job->spec);
  g_autoptr(CtgScene) scene = NULL;

  ctg_figure_prepare_document (figure, job->format == CTG_FORMAT_PNG);
  scene = ctg_figure_compile (figure, measure, NULL, error);
  if (scene == NULL)
    return NULL;
  if (job->file == NULL)
    return ctg_export_to_bytes (figure, scene, job->format, &job->options, cancellable, error);
  if (!ctg_export_to_file (figure, scene, job->format, &job->options, job->file, cancellable, error))
    return NULL;

  return g_bytes_new (NULL, 0);
}

static void
run_in_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GBytes *bytes = run (task_data, cancellable, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

void
ctg_export_job_async (CtgDocument            *document,
                      CtgSpec                *spec,
                      CtgFormat               format,
                      const CtgRenderOptions *options,
                      GFile                  *file,
                      GCancellable           *cancellable,
                      GAsyncReadyCallback     callback,
                      gpointer                user_data)
{
  g_autoptr(GTask) task = g_task_new (document, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->dataset = ctg_dataset_ref (ctg_document_get_dataset (document));
  job->spec = ctg_spec_ref (spec);
  job->format = format;
  job->options = *options;
  g_set_object (&job->file, file);

  g_task_set_source_tag (task, ctg_export_job_async);
  /* Cancelled after the file was complete is too late, and must not be told as "nothing was written". */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, run_in_thread);
}

GBytes *
ctg_export_job_finish (GAsyncResult *result,
                       GError      **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
