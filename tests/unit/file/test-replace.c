/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Replacing: cancelled or failed half way, the old file is as it was and nothing is left beside it. What a user sees of it is in tests/cli. */

#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ctg-test.h"
#include "file/ctg-replace.h"

typedef struct
{
  const char *content;
  GCancellable *cancel; /* cancelled after the content is written */
  bool fail;
} Plan;

static bool
write_plan (GOutputStream *stream,
            void          *user_data,
            GCancellable  *cancellable,
            GError       **error)
{
  const Plan *plan = user_data;

  if (!g_output_stream_write_all (stream, plan->content, strlen (plan->content), NULL, cancellable, error))
    return false;
  if (plan->cancel != NULL)
    g_cancellable_cancel (plan->cancel);
  if (plan->fail)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE, "planted");

  return !plan->fail;
}

/* A name in a folder of its own. */
typedef struct
{
  char *folder;
  char *path;
  GFile *file;
} Target;

static Target
make_target (const char *folder,
             const char *name)
{
  Target target = { .folder = ctg_test_make_folder (folder) };

  target.path = g_build_filename (target.folder, name, NULL);
  target.file = g_file_new_for_path (target.path);

  return target;
}

static void
target_clear (Target *self)
{
  g_free (self->folder);
  g_free (self->path);
  g_clear_object (&self->file);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Target, target_clear)

static void
assert_content (const char *path,
                const char *expected)
{
  g_autofree char *content = ctg_test_load_file (path, NULL);

  g_assert_cmpstr (content, ==, expected);
}

static void
test_new_and_old (void)
{
  g_auto(Target) target = make_target ("new-and-old", "a");
  g_autoptr(GBytes) first = g_bytes_new_static ("first", 5);
  g_autoptr(GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr(GError) error = NULL;

  g_assert_true (ctg_replace_bytes (target.file, first, NULL, &error));
  g_assert_no_error (error);
  assert_content (target.path, "first");
  g_assert_true (ctg_replace_bytes (target.file, empty, NULL, &error));
  assert_content (target.path, "");
  g_assert_cmpuint (ctg_test_count_files (target.folder), ==, 1);
}

static void
test_failed_half_way (void)
{
  g_auto(Target) target = make_target ("failed", "a");
  g_autofree char *new_path = g_build_filename (target.folder, "b", NULL);
  g_autoptr(GFile) new_file = g_file_new_for_path (new_path);
  g_autoptr(GError) error = NULL;
  Plan plan = { "new", NULL, true };

  ctg_test_write_file (target.path, "old", -1);
  g_assert_false (ctg_replace_file (target.file, write_plan, &plan, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, "/a” could not be written. The disk is full. Free some space or save to another folder."));
  assert_content (target.path, "old");

  g_clear_error (&error);
  g_assert_false (ctg_replace_file (new_file, write_plan, &plan, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (ctg_test_count_files (target.folder), ==, 1);
}

static void
test_cancelled (void)
{
  g_auto(Target) target = make_target ("cancelled", "a");
  g_autoptr(GCancellable) before = g_cancellable_new ();
  g_autoptr(GCancellable) during = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  Plan plan = { "new", NULL, false };

  ctg_test_write_file (target.path, "old", -1);
  g_cancellable_cancel (before);
  g_assert_false (ctg_replace_file (target.file, write_plan, &plan, before, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  plan.cancel = during;
  g_assert_false (ctg_replace_file (target.file, write_plan, &plan, during, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (target.path, "old");
  g_assert_cmpuint (ctg_test_count_files (target.folder), ==, 1);
}

/* A link that leads nowhere yet stays: the file it names is made. */
static void
test_dangling_link (void)
{
  g_auto(Target) target = make_target ("dangling", "link");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (symlink ("nowhere", target.path), ==, 0);
  g_assert_true (ctg_replace_bytes (target.file, bytes, NULL, &error));
  assert_content (target.path, "new");
  g_assert_true (g_file_test (target.path, G_FILE_TEST_IS_SYMLINK));
  g_assert_cmpuint (ctg_test_count_files (target.folder), ==, 2);
}

static void
test_mode (void)
{
  g_auto(Target) target = make_target ("mode", "a");
  g_autoptr(GBytes) bytes = g_bytes_new_static ("new", 3);
  struct stat status;

  ctg_test_write_file (target.path, "old", -1);
  g_assert_cmpint (g_chmod (target.path, 0600), ==, 0);
  g_assert_true (ctg_replace_bytes (target.file, bytes, NULL, NULL));
  g_assert_cmpint (g_stat (target.path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/replace/new-and-old", test_new_and_old);
  g_test_add_func ("/replace/failed-half-way", test_failed_half_way);
  g_test_add_func ("/replace/cancelled", test_cancelled);
  g_test_add_func ("/replace/dangling-link", test_dangling_link);
  g_test_add_func ("/replace/mode", test_mode);
  return g_test_run ();
}
