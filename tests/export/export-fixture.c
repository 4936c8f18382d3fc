/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rendering to memory and running other programs, for the export suite. It must not judge what they say. */

#include "export-fixture.h"

const char fixture_document[] =
  "{\"contingent\": 1,\n \"title\": \"a < b & \\\"c\\\" > d ]]> <![CDATA[ Österreich تونس 中国 \xf0\x9f\x9c\x81\",\n \"empty\": null}\n";

CtgMetadata
fixture_metadata (void)
{
  return (CtgMetadata) {
           .author = "Zoë Ångström", .source = "The Soufan Group, “Foreign Fighters”", .keywords = "fighters, counts", .software = "Contingent 0.0",
           .document = fixture_document, .date = 1449532800, /* 2015-12-08 */
  };
}

GBytes *
fixture_render (const CtgScene    *scene,
                CtgFormat          format,
                double             dpi,
                bool               transparent,
                const CtgMetadata *metadata)
{
  g_autoptr(GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CtgRenderOptions options = { dpi, transparent };
  g_autoptr(GError) error = NULL;
  bool rendered = ctg_render_to_stream (scene, format, &options, metadata, stream, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (rendered);
  g_assert_false (g_output_stream_is_closed (stream));
  g_output_stream_close (stream, NULL, NULL);

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

char *
fixture_save (GBytes     *bytes,
              const char *name)
{
  g_autofree char *path = ctg_test_temp_path (name);
  size_t length;
  const char *data = g_bytes_get_data (bytes, &length);

  ctg_test_write_file (path, data, length);

  return g_steal_pointer (&path);
}

bool
fixture_has_program (const char *program)
{
  g_autofree char *path = g_find_program_in_path (program);

  if (path == NULL)
    g_test_skip_printf ("%s is not installed", program);

  return path != NULL;
}

char *
fixture_run (const char *program,
             ...)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  const char *argument = program;
  va_list args;

  va_start (args, program);
  for (; argument != NULL; argument = va_arg (args, const char *))
    g_ptr_array_add (argv, (char *) argument);
  va_end (args);
  g_ptr_array_add (argv, NULL);

  g_autoptr(CtgTestRun) run = ctg_test_run ((const char *const *) argv->pdata, NULL, 0);

  if (run->status != 0)
    g_test_message ("%s: %s%s", program, run->out, run->err);
  g_assert_cmpint (run->status, ==, 0);

  return g_steal_pointer (&run->out);
}
