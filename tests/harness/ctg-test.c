/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The library behind the suites; see the header. It must not know anything of the product. */

#include "ctg-test.h"

#include <glib/gstdio.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

static char *temp_dir;

void
ctg_test_init (int    *argc,
               char ***argv)
{
  /* For messages alone: without it GLib prints "?" for what is not ASCII. */
  setlocale (LC_CTYPE, "");
  g_test_init (argc, argv, NULL);
}

char *
ctg_test_path (const char *relative)
{
  const char *root = g_getenv ("CTG_TEST_SRCDIR");

  if (root == NULL)
    g_error ("CTG_TEST_SRCDIR is not set; run the tests through ./check or meson test");

  return g_build_filename (root, relative, NULL);
}

char *
ctg_test_load_file (const char *path,
                    size_t     *length)
{
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, length, &error);
  g_assert_no_error (error);

  return contents;
}

char *
ctg_test_load (const char *relative,
               size_t     *length)
{
  g_autofree char *path = ctg_test_path (relative);

  return ctg_test_load_file (path, length);
}

void
ctg_test_write_file (const char *path,
                     const char *contents,
                     gssize      length)
{
  g_autoptr(GError) error = NULL;

  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
}

static void
remove_tree (const char *path)
{
  if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    {
      g_autoptr(GDir) dir = NULL;
      const char *name;

      /* A test may have taken away the permission to look inside. */
      g_chmod (path, 0700);
      dir = g_dir_open (path, 0, NULL);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        {
          g_autofree char *child = g_build_filename (path, name, NULL);

          remove_tree (child);
        }
    }

  g_remove (path);
}

static void
remove_temp_dir (void)
{
  remove_tree (temp_dir);
  g_clear_pointer (&temp_dir, g_free);
}

const char *
ctg_test_temp_dir (void)
{
  if (temp_dir == NULL)
    {
      g_autoptr(GError) error = NULL;

      temp_dir = g_dir_make_tmp ("contingent-test-XXXXXX", &error);
      g_assert_no_error (error);
      atexit (remove_temp_dir);
    }

  return temp_dir;
}

char *
ctg_test_temp_path (const char *name)
{
  return g_build_filename (ctg_test_temp_dir (), name, NULL);
}

char *
ctg_test_make_folder (const char *name)
{
  char *folder = ctg_test_temp_path (name);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);

  return folder;
}

unsigned int
ctg_test_count_files (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  unsigned int n = 0;

  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

/* The line around text[at], cut to what can be read at a glance. */
static char *
excerpt (const char *text,
         size_t      length,
         size_t      at)
{
  size_t start = at;
  size_t end = at;
  g_autofree char *raw = NULL;

  while (start > 0 && at - start < 60 && text[start - 1] != '\n')
    start--;
  while (end < length && end - at < 100 && text[end] != '\n')
    end++;

  raw = g_strndup (text + start, end - start);

  return g_utf8_make_valid (raw, -1);
}

char *
ctg_test_first_difference (const char *expected,
                           size_t      expected_length,
                           const char *actual,
                           size_t      actual_length)
{
  size_t common = MIN (expected_length, actual_length);
  size_t at = 0;
  unsigned int line = 1;
  g_autofree char *wanted = NULL;
  g_autofree char *got = NULL;

  while (at < common && expected[at] == actual[at])
    {
      if (expected[at] == '\n')
        line++;
      at++;
    }

  if (at == expected_length && at == actual_length)
    return NULL;

  wanted = excerpt (expected, expected_length, at);
  got = excerpt (actual, actual_length, at);

  return g_strdup_printf ("line %u, byte %" G_GSIZE_FORMAT " (%" G_GSIZE_FORMAT " bytes expected, %" G_GSIZE_FORMAT " found)\n"
                          "  expected: %s\n"
                          "  found:    %s",
                          line, at, expected_length, actual_length, wanted, got);
}

void
ctg_test_assert_golden (const char *relative,
                        const char *actual,
                        gssize      length)
{
  g_autofree char *path = ctg_test_path (relative);
  g_autofree char *actual_path = g_strconcat (path, ".actual", NULL);
  g_autofree char *expected = NULL;
  g_autofree char *difference = NULL;
  size_t expected_length = 0;
  size_t actual_length = length < 0 ? strlen (actual) : (size_t) length;

  if (g_strcmp0 (g_getenv ("CTG_TEST_UPDATE"), "1") == 0)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_assert_cmpint (g_mkdir_with_parents (folder, 0755), ==, 0);
      ctg_test_write_file (path, actual, actual_length);
      g_remove (actual_path);
      return;
    }

  if (!g_file_get_contents (path, &expected, &expected_length, NULL))
    {
      g_test_message ("%s does not exist; CTG_TEST_UPDATE=1 writes it", relative);
      g_file_set_contents (actual_path, actual, actual_length, NULL);
      g_test_fail ();
      return;
    }

  difference = ctg_test_first_difference (expected, expected_length, actual, actual_length);
  if (difference == NULL)
    {
      g_remove (actual_path);
      return;
    }

  g_file_set_contents (actual_path, actual, actual_length, NULL);
  g_test_message ("%s differs at %s", relative, difference);
  g_test_fail ();
}

void
ctg_test_assert_page_part (const char *relative,
                           const char *begin,
                           const char *end,
                           const char *expected)
{
  g_autofree char *path = ctg_test_path (relative);
  g_autofree char *page = ctg_test_load_file (path, NULL);
  const char *first = strstr (page, begin);
  const char *last = strstr (page, end);

  g_assert_nonnull (first);
  g_assert_nonnull (last);
  g_assert_true (first < last);

  g_autofree char *head = g_strndup (page, first + strlen (begin) - page);
  g_autofree char *whole = g_strconcat (head, expected, last, NULL);

  if (g_strcmp0 (g_getenv ("CTG_TEST_UPDATE"), "1") == 0)
    ctg_test_write_file (path, whole, -1);
  else
    g_assert_cmpstr (page, ==, whole);
}

void
ctg_test_assert_text (char       *actual,
                      const char *expected)
{
  g_assert_cmpstr (actual, ==, expected);
  g_free (actual);
}

static char *
copy_bytes (GBytes *bytes,
            size_t *length)
{
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, length) : NULL;
  char *copy;

  if (data == NULL)
    *length = 0;
  copy = g_malloc (*length + 1);
  if (data != NULL)
    memcpy (copy, data, *length);
  copy[*length] = '\0';

  return copy;
}

CtgTestRun *
ctg_test_run (const char *const *argv,
              const char        *input,
              gssize             input_length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GSubprocess) process = NULL;
  g_autoptr(GBytes) in = NULL;
  g_autoptr(GBytes) out = NULL;
  g_autoptr(GBytes) err = NULL;
  CtgTestRun *run;
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;

  if (input != NULL)
    {
      flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
      in = g_bytes_new (input, input_length < 0 ? strlen (input) : (size_t) input_length);
    }

  process = g_subprocess_newv (argv, flags, &error);
  g_assert_no_error (error);
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  g_assert_no_error (error);

  run = g_new0 (CtgTestRun, 1);
  if (g_subprocess_get_if_exited (process))
    run->status = g_subprocess_get_exit_status (process);
  else
    run->status = 128 + g_subprocess_get_term_sig (process);
  run->out = copy_bytes (out, &run->out_length);
  run->err = copy_bytes (err, &run->err_length);

  return run;
}

CtgTestRun *
ctg_test_cli (const char *first,
              ...)
{
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  const char *program = g_getenv ("CTG_CLI");
  va_list arguments;

  if (program == NULL)
    g_error ("CTG_CLI is not set; run the tests through ./check or meson test");

  g_ptr_array_add (argv, (char *) program);
  va_start (arguments, first);
  for (const char *argument = first; argument != NULL; argument = va_arg (arguments, const char *))
    g_ptr_array_add (argv, (char *) argument);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);

  return ctg_test_run ((const char *const *) argv->pdata, NULL, 0);
}

void
ctg_test_run_free (CtgTestRun *run)
{
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

unsigned int
ctg_test_count_json_values (JsonNode *node)
{
  unsigned int n = 1;

  if (JSON_NODE_HOLDS_ARRAY (node))
    for (unsigned int i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
      n += ctg_test_count_json_values (json_array_get_element (json_node_get_array (node), i));
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr(GList) values = json_object_get_values (json_node_get_object (node));

      for (const GList *l = values; l != NULL; l = l->next)
        n += ctg_test_count_json_values (l->data);
    }

  return n;
}
