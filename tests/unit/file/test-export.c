/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One path for all exports: stream, bytes and file hold the same, cancelled exports leave nothing. */

#include <string.h>

#include "ctg-test.h"
#include "file/ctg-export.h"
#include "file/ctg-replace.h"

static CtgScene *
compile (CtgFigure *figure)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  g_autoptr(GError) error = NULL;
  CtgScene *scene = ctg_figure_compile (figure, measure, NULL, &error);

  g_assert_no_error (error);
  return scene;
}

static void
test_same_bytes (void)
{
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("tsg-2014-06", NULL);
  g_autoptr(CtgScene) scene = compile (figure);
  const CtgRenderOptions options = { 100, false };

  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autofree char *path = ctg_test_temp_path (ctg_format_get_extension (format));
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = ctg_export_to_bytes (figure, scene, format, &options, NULL, &error);
      g_autofree char *content = NULL;
      size_t length;

      g_assert_no_error (error);
      g_assert_true (ctg_export_to_file (figure, scene, format, &options, file, NULL, &error));
      g_assert_no_error (error);
      content = ctg_test_load_file (path, &length);
      g_assert_cmpmem (content, length, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
    }
}

static CtgFigure *
load_many_rows (void)
{
  g_autoptr(GString) text = g_string_new ("[");
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  CtgFigure *figure;

  for (unsigned int i = 0; i < 40000; i++)
    g_string_append_printf (text, "%s{\"country\": \"Place %u\", \"travelled\": %u, \"returned\": %u}", i > 0 ? "," : "", i, 1 + i % 997, i % 991);
  g_string_append_c (text, ']');
  bytes = g_string_free_to_bytes (g_steal_pointer (&text));
  figure = ctg_figure_load (bytes, "many.json", NULL, NULL, &error);
  g_assert_no_error (error);
  return figure;
}

/* Of many numbers some are written down and compressed in threads: the same bytes every time, and the same figure when opened. */
static void
test_large (void)
{
  g_autoptr(CtgFigure) whole = load_many_rows ();
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_figure_get_spec (whole), "top", "20", NULL);
  g_autoptr(CtgFigure) figure = ctg_figure_with_spec (whole, spec);
  g_autoptr(CtgScene) scene = compile (figure);
  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  const CtgRenderOptions options = { 100, false };

  g_assert_cmpuint (strlen (document), >, 1 << 20);
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(GBytes) bytes = ctg_export_to_bytes (figure, scene, format, &options, NULL, NULL);
      g_autoptr(GBytes) prepared = NULL;
      g_autoptr(CtgFigure) again = NULL;
      g_autofree char *document_again = NULL;
      CtgOpenedKind kind;

      /* Nothing comes of preparing twice, for another format, or for nothing. */
      ctg_figure_prepare_document (figure, false);
      ctg_figure_prepare_document (figure, format == CTG_FORMAT_PNG);
      ctg_figure_prepare_document (figure, format == CTG_FORMAT_PNG);
      prepared = ctg_export_to_bytes (figure, scene, format, &options, NULL, NULL);
      ctg_figure_prepare_document (figure, false);
      g_assert_true (g_bytes_equal (bytes, prepared));

      again = ctg_figure_load (bytes, "many", &kind, NULL, NULL);
      g_assert_nonnull (again);
      g_assert_cmpint (kind, ==, CTG_OPENED_PICTURE);
      document_again = ctg_figure_to_document (again, NULL);
      g_assert_cmpstr (document_again, ==, document);
    }
}

static CtgFigure *
reopen (CtgFigure *figure,
        CtgFormat  format)
{
  g_autoptr(CtgScene) scene = compile (figure);
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = ctg_export_to_bytes (figure, scene, format, &(CtgRenderOptions) { 100, false }, NULL, &error);
  CtgFigure *again;

  g_assert_no_error (error);
  again = ctg_figure_load (bytes, "again", NULL, NULL, &error);
  g_assert_no_error (error);
  return again;
}

/* What was begun for one spec never stands in the file of another, and what was begun for nothing is in nobody's way. */
static void
test_prepared_for_another (void)
{
  g_autoptr(CtgFigure) whole = load_many_rows ();
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_figure_get_spec (whole), "top", "20", NULL);
  g_autoptr(CtgSpec) other_spec = ctg_spec_with (spec, "top", "7", NULL);
  g_autoptr(CtgFigure) figure = ctg_figure_with_spec (whole, spec);

  ctg_figure_prepare_document (whole, true);
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(CtgFigure) other = NULL;
      g_autoptr(CtgFigure) again = NULL;
      g_autoptr(CtgFigure) other_again = NULL;

      ctg_figure_prepare_document (figure, format == CTG_FORMAT_PNG);
      other = ctg_figure_with_spec (figure, other_spec);
      other_again = reopen (other, format);
      again = reopen (figure, format);
      g_assert_cmpint (ctg_figure_get_spec (again)->top, ==, 20);
      g_assert_cmpint (ctg_figure_get_spec (other_again)->top, ==, 7);
    }
}

static void
test_metadata (void)
{
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("tsg-2015-12", NULL);
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_figure_get_spec (figure), "author", "Ada Author", NULL);
  g_autoptr(CtgFigure) signed_figure = ctg_figure_with_spec (figure, spec);
  g_autoptr(CtgScene) scene = compile (signed_figure);
  const CtgRenderOptions options = { 100, false };
  g_autoptr(GBytes) bytes = ctg_export_to_bytes (signed_figure, scene, CTG_FORMAT_SVG, &options, NULL, NULL);
  g_autofree char *svg = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr(GBytes) plain = ctg_export_to_bytes (figure, scene, CTG_FORMAT_SVG, &options, NULL, NULL);
  g_autofree char *plain_svg = g_strndup (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain));

  g_assert_nonnull (strstr (svg, "Ada Author"));
  g_assert_null (strstr (plain_svg, "Ada Author"));
  g_assert_nonnull (strstr (svg, "Contingent "));
  g_assert_nonnull (strstr (svg, "Source: The Soufan Group"));
}

static void
test_cancelled (void)
{
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("tsg-2014-06", NULL);
  g_autoptr(CtgScene) scene = compile (figure);
  g_autofree char *path = ctg_test_temp_path ("cancelled.png");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  const CtgRenderOptions options = { 300, false };
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (ctg_export_to_file (figure, scene, CTG_FORMAT_PNG, &options, file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_query_exists (file, NULL));
}

/* Passes on what is written until the pixels begin, then has the export cancelled. */
#define STOPPING_TYPE_STREAM (stopping_stream_get_type ())
G_DECLARE_FINAL_TYPE (StoppingStream, stopping_stream, STOPPING, STREAM, GFilterOutputStream)

struct _StoppingStream
{
  GFilterOutputStream parent_instance;

  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (StoppingStream, stopping_stream, G_TYPE_FILTER_OUTPUT_STREAM)

static gssize
stopping_stream_write (GOutputStream *stream,
                       const void    *data,
                       size_t         length,
                       GCancellable  *cancellable,
                       GError       **error)
{
  if (length == 8 && memcmp ((const char *) data + 4, "IDAT", 4) == 0)
    g_cancellable_cancel (STOPPING_STREAM (stream)->cancellable);

  /* What arrives with the cancellation still gets through. */
  return g_output_stream_write (g_filter_output_stream_get_base_stream (G_FILTER_OUTPUT_STREAM (stream)), data, length, NULL, error);
}

static void
stopping_stream_class_init (StoppingStreamClass *klass)
{
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = stopping_stream_write;
}

static void
stopping_stream_init (StoppingStream *self)
{
}

typedef struct
{
  CtgFigure *figure;
  const CtgScene *scene;
  bool pixels_begun;
} Export;

static bool
write_stopped (GOutputStream *stream,
               void          *user_data,
               GCancellable  *cancellable,
               GError       **error)
{
  Export *export = user_data;
  const CtgRenderOptions options = { 600, false };
  g_autoptr(StoppingStream) stopping = g_object_new (STOPPING_TYPE_STREAM, "base-stream", stream, "close-base-stream", FALSE, NULL);

  stopping->cancellable = cancellable;
  g_assert_false (g_cancellable_is_cancelled (cancellable));

  bool done = ctg_export_to_stream (export->figure, export->scene, CTG_FORMAT_PNG, &options, G_OUTPUT_STREAM (stopping), cancellable, error);

  export->pixels_begun = g_cancellable_is_cancelled (cancellable);
  return done;
}

/* In the midst of a picture: the old file stays as it was, and no part of a new one stands beside it. */
static void
test_cancelled_midway (void)
{
  g_autoptr(CtgFigure) figure = ctg_figure_load_bundled ("tsg-2014-06", NULL);
  g_autoptr(CtgScene) scene = compile (figure);
  g_autofree char *folder = ctg_test_make_folder ("midway");

  for (int old = 0; old < 2; old++)
    {
      g_autofree char *path = g_build_filename (folder, "a.png", NULL);
      g_autoptr(GFile) file = g_file_new_for_path (path);
      g_autoptr(GCancellable) cancellable = g_cancellable_new ();
      g_autoptr(GError) error = NULL;
      Export export = { figure, scene, false };

      if (old)
        ctg_test_write_file (path, "old", -1);
      g_assert_false (ctg_replace_file (file, write_stopped, &export, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_true (export.pixels_begun);
      g_assert_cmpuint (ctg_test_count_files (folder), ==, old);
      if (old)
        {
          g_autofree char *content = ctg_test_load_file (path, NULL);

          g_assert_cmpstr (content, ==, "old");
        }
    }
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/export/same-bytes", test_same_bytes);
  g_test_add_func ("/export/large", test_large);
  g_test_add_func ("/export/prepared-for-another", test_prepared_for_another);
  g_test_add_func ("/export/metadata", test_metadata);
  g_test_add_func ("/export/cancelled", test_cancelled);
  g_test_add_func ("/export/cancelled-midway", test_cancelled_midway);
  return g_test_run ();
}
