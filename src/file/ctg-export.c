/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Exporting: gathers what goes into a file beside the picture and hands the scene to a sink. It must not draw, nor ask the clock: the only
 * date is that of the data, or SOURCE_DATE_EPOCH as reproducible builds want it. */

#include "file/ctg-export.h"

#include "ctg-config.h"
#include "file/ctg-figure-private.h"
#include "file/ctg-replace.h"

#define UNIX_EPOCH_JULIAN 719163

/* The strings are owned here, the metadata points to them. */
typedef struct
{
  char *keywords;
  char *document;
  CtgMetadata metadata;
} Extras;

static void
extras_clear (Extras *extras)
{
  g_free (extras->keywords);
  g_free (extras->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Extras, extras_clear)

/* The last day any number speaks of, else the day of publication, as seconds since 1970. */
static gint64
get_date (const CtgDataset *dataset)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;
  CtgDate newest = { 0 };
  unsigned int first;
  unsigned int last;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, 253402300799, &seconds, NULL))
    return seconds;

  ctg_date_parse (ctg_dataset_get_published (dataset), &newest);
  for (unsigned int i = 0; i < ctg_dataset_get_n_claims (dataset); i++)
    {
      const CtgClaim *claim = ctg_dataset_get_claim (dataset, i);

      if (ctg_date_compare (&claim->as_of, &newest) > 0)
        newest = claim->as_of;
    }

  if (!ctg_date_is_known (&newest))
    return 0;
  ctg_date_get_days (&newest, &first, &last);
  return ((gint64) last - UNIX_EPOCH_JULIAN) * 24 * 60 * 60;
}

/* Takes text; a comma inside would make two keywords of it. */
static void
add_keyword (GPtrArray *words,
             char      *text)
{
  g_autofree char *word = text;
  g_auto(GStrv) parts = g_strsplit (word, ",", -1);
  g_autofree char *joined = g_strjoinv ("", parts);

  if (!g_ptr_array_find_with_equal_func (words, joined, g_str_equal, NULL))
    g_ptr_array_add (words, g_steal_pointer (&joined));
}

/* The measures drawn and the dataset's short title. */
static char *
make_keywords (const CtgChartInput *input)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  unsigned int n_series = 0;
  g_autofree unsigned int *series = ctg_chart_dup_series (input, &n_series, NULL);

  for (unsigned int i = 0; series != NULL && i < n_series; i++)
    add_keyword (words, ctg_locale_translate (input->locale, ctg_table_get_series (input->table, series[i])->info->title));
  add_keyword (words, g_strdup (ctg_dataset_get_short_title (ctg_table_get_dataset (input->table))));
  g_ptr_array_add (words, NULL);

  return g_strjoinv (", ", (char **) words->pdata);
}

/* The document as the format wants it. */
static bool
gather_document (CtgFigure *figure,
                 CtgFormat  format,
                 Extras    *extras,
                 GError   **error)
{
  if (format == CTG_FORMAT_PNG && ctg_figure_is_large (figure))
    {
      ctg_figure_prepare_document (figure, true);
      extras->metadata.png_document = ctg_figure_get_prepared (figure)->png;
      return true;
    }

  extras->document = ctg_figure_to_document (figure, error);
  extras->metadata.document = extras->document;

  return extras->document != NULL;
}

static bool
gather_extras (CtgFigure      *figure,
               const CtgScene *scene,
               CtgFormat       format,
               Extras         *extras,
               GError        **error)
{
  CtgChartInput input = ctg_figure_get_input (figure, NULL);

  extras->keywords = make_keywords (&input);
  extras->metadata = (CtgMetadata) {
    .author = input.spec->author,
    .source = ctg_scene_get_source (scene),
    .keywords = extras->keywords,
    .software = "Contingent " CTG_VERSION,
    .date = format == CTG_FORMAT_PDF ? get_date (ctg_figure_get_dataset (figure)) : 0,
  };

  return gather_document (figure, format, extras, error);
}

bool
ctg_export_to_stream (CtgFigure              *figure,
                      const CtgScene         *scene,
                      CtgFormat               format,
                      const CtgRenderOptions *options,
                      GOutputStream          *stream,
                      GCancellable           *cancellable,
                      GError                **error)
{
  g_auto(Extras) extras = { 0 };

  return gather_extras (figure, scene, format, &extras, error) && ctg_render_to_stream (scene, format, options, &extras.metadata, stream, cancellable, error);
}

GBytes *
ctg_export_to_bytes (CtgFigure              *figure,
                     const CtgScene         *scene,
                     CtgFormat               format,
                     const CtgRenderOptions *options,
                     GCancellable           *cancellable,
                     GError                **error)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();

  if (!ctg_export_to_stream (figure, scene, format, options, stream, cancellable, error) || !g_output_stream_close (stream, cancellable, error))
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

typedef struct
{
  CtgFigure *figure;
  const CtgScene *scene;
  CtgFormat format;
  const CtgRenderOptions *options;
} Job;

static bool
write_job (GOutputStream *stream,
           void          *user_data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Job *job = user_data;

  return ctg_export_to_stream (job->figure, job->scene, job->format, job->options, stream, cancellable, error);
}

bool
ctg_export_to_file (CtgFigure              *figure,
                    const CtgScene         *scene,
                    CtgFormat               format,
                    const CtgRenderOptions *options,
                    GFile                  *file,
                    GCancellable           *cancellable,
                    GError                **error)
{
  Job job = { figure, scene, format, options };

  return ctg_replace_file (file, write_job, &job, cancellable, error);
}
