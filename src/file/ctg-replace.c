/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Replacing a file as a whole or not at all. A file with a local path is written without a name on the same file system, synced, named and
 * renamed, so that even a killed program leaves nothing; where the file system knows no files without a name, under a hidden one in the same
 * folder. A remote file goes through GIO, which does the like where the server can. g_file_replace() is not used for local files: where the
 * folder is closed, or the file is a link, it writes in place, and a full disk then costs the old content.
 *
 * A symbolic link stays and what it points to is replaced. A file with several hard links is replaced under this name; the other names keep the
 * old content. Mode and, where allowed, owner of the old file are kept. It must not know what is written. */

#define _GNU_SOURCE /* O_TMPFILE */

#include "file/ctg-replace.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gunixoutputstream.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ctg-translate.h"
#include "file/ctg-place.h"

/* What to do about it, by kind of trouble. */
static const char *
get_advice (int code)
{
  switch (code)
    {
    case G_IO_ERROR_NO_SPACE:
      return T_ ("The disk is full. Free some space or save to another folder.");
    case G_IO_ERROR_PERMISSION_DENIED:
    case G_IO_ERROR_READ_ONLY:
      return T_ ("You may not write there. Save to another folder.");
    case G_IO_ERROR_NOT_FOUND:
    case G_IO_ERROR_NOT_DIRECTORY:
      return T_ ("There is no such folder. Save to another one or make it first.");
    case G_IO_ERROR_FILENAME_TOO_LONG:
      return T_ ("The name is too long. Save under a shorter one.");
    case G_IO_ERROR_IS_DIRECTORY:
      return T_ ("There is a folder of that name. Save under another one.");
    default:
      return NULL;
    }
}

static void
set_error (GError    **error,
           const char *name,
           int         saved_errno)
{
  int code = saved_errno == EDQUOT ? (int) G_IO_ERROR_NO_SPACE : saved_errno == EROFS ? (int) G_IO_ERROR_READ_ONLY : (int) g_io_error_from_errno (saved_errno);
  const char *advice = get_advice (code);

  if (advice != NULL)
    g_set_error (error, G_IO_ERROR, code, T_ ("“%s” could not be written. %s"), name, advice);
  else
    g_set_error (error, G_IO_ERROR, code, T_ ("“%s” could not be written: %s."), name, g_strerror (saved_errno));
}

/* An error of the one who writes the content, told with the file's name. */
static void
explain_error (GError    **error,
               const char *name)
{
  const char *advice;

  if (error == NULL || *error == NULL || g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  advice = (*error)->domain == G_IO_ERROR ? get_advice ((*error)->code) : NULL;
  if (advice != NULL)
    {
      GQuark domain = (*error)->domain;
      int code = (*error)->code;

      g_clear_error (error);
      g_set_error (error, domain, code, T_ ("“%s” could not be written. %s"), name, advice);
    }
  else
    {
      g_prefix_error (error, T_ ("“%s” could not be written: "), name);
    }
}

/* Mode for the new file, from the old one if there is one. FALSE with error if the old one may not be replaced. */
static bool
check_old_file (const char  *path,
                const char  *name,
                struct stat *old,
                bool        *exists,
                GError     **error)
{
  *exists = stat (path, old) == 0;
  if (!*exists)
    return true;

  if (S_ISDIR (old->st_mode))
    {
      set_error (error, name, EISDIR);
      return false;
    }
  if (!S_ISREG (old->st_mode))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_REGULAR_FILE, T_ ("“%s” is a device, not a file, and is left alone."), name);
      return false;
    }
  if (access (path, W_OK) != 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_READ_ONLY, T_ ("“%s” is read-only. Save under another name."), name);
      return false;
    }

  return true;
}

static bool
write_to_descriptor (int            fd,
                     CtgReplaceFunc write_content,
                     void          *user_data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr(GOutputStream) unix_stream = g_unix_output_stream_new (fd, FALSE);
  g_autoptr(GOutputStream) stream = g_buffered_output_stream_new_sized (unix_stream, 64 * 1024);

  return write_content (stream, user_data, cancellable, error) && g_output_stream_flush (stream, cancellable, error) &&
         !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The folder's entry is synced too, so that a power cut leaves the old or the new name, not none. */
static void
sync_folder (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* Where the name leads, links followed, also to where nothing is yet. NULL with errno if they lead in a circle. */
static char *
resolve_path (const char *path)
{
  g_autofree char *place = g_strdup (path);
  char *resolved = realpath (path, NULL);
  char *target;

  if (resolved != NULL)
    {
      g_free (place);
      place = g_strdup (resolved);
      free (resolved);
      return g_steal_pointer (&place);
    }
  if (errno == ELOOP)
    return NULL;

  while ((target = g_file_read_link (place, NULL)) != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (place);

      g_free (place);
      place = g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (target);
    }

  return g_steal_pointer (&place);
}

/* A file to write to. name is a template for g_mkstemp(); *named tells whether the file has that name already. */
static int
open_temporary (const char *folder,
                char       *name,
                mode_t      mode,
                bool       *named)
{
  int fd = g_access ("/proc/self/fd", X_OK) == 0 ? g_open (folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, mode) : -1;

  *named = fd < 0;
  return *named ? g_mkstemp_full (name, O_WRONLY | O_CLOEXEC, mode) : fd;
}

/* Gives a file without a name the hidden one; 0, or -1 with errno. */
static int
name_temporary (int   fd,
                char *name)
{
  g_autofree char *link = g_strdup_printf ("/proc/self/fd/%d", fd);
  char *suffix = name + strlen (name) - 6;
  int result;

  do
    {
      g_snprintf (suffix, 7, "%06x", g_random_int () & 0xffffff);
      result = linkat (AT_FDCWD, link, AT_FDCWD, name, AT_SYMLINK_FOLLOW);
    }
  while (result != 0 && errno == EEXIST);

  return result;
}

/* Keeps the old file's owner and mode as far as allowed. */
static void
keep_attributes (int                fd,
                 const struct stat *old)
{
  if (fchown (fd, old->st_uid, old->st_gid) != 0 || fchmod (fd, old->st_mode & 0777) != 0)
    g_debug ("owner or mode of the old file are not kept");
}

static bool
replace_local (const char    *given_path,
               const char    *name,
               CtgReplaceFunc write_content,
               void          *user_data,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autofree char *path = resolve_path (given_path);
  g_autofree char *folder = NULL;
  g_autofree char *temporary = NULL;
  struct stat old = { 0 };
  bool exists;
  bool named;
  bool done;
  int fd;

  if (path == NULL)
    {
      set_error (error, name, errno);
      return false;
    }
  if (!check_old_file (path, name, &old, &exists, error))
    return false;

  folder = g_path_get_dirname (path);
  temporary = g_build_filename (folder, ".contingent-XXXXXX", NULL);
  fd = open_temporary (folder, temporary, exists ? old.st_mode & 0777 : 0666, &named);
  if (fd < 0)
    {
      set_error (error, name, errno);
      return false;
    }

  if (exists)
    keep_attributes (fd, &old);
  done = write_to_descriptor (fd, write_content, user_data, cancellable, error);
  if (!done)
    explain_error (error, name);
  else if (fsync (fd) != 0 || (!named && name_temporary (fd, temporary) != 0))
    {
      set_error (error, name, errno);
      done = false;
    }
  else
    {
      named = true;
    }

  if (close (fd) != 0 && done)
    {
      set_error (error, name, errno);
      done = false;
    }
  if (done && g_rename (temporary, path) != 0)
    {
      set_error (error, name, errno);
      done = false;
    }

  if (done)
    sync_folder (path);
  else if (named)
    g_unlink (temporary);
  return done;
}

static bool
replace_remote (GFile         *file,
                const char    *name,
                CtgReplaceFunc write_content,
                void          *user_data,
                GCancellable  *cancellable,
                GError       **error)
{
  g_autoptr(GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, cancellable, error);
  g_autoptr(GCancellable) abandon = g_cancellable_new ();

  if (stream != NULL && write_content (G_OUTPUT_STREAM (stream), user_data, cancellable, error) &&
      !g_cancellable_set_error_if_cancelled (cancellable, error) && g_output_stream_close (G_OUTPUT_STREAM (stream), cancellable, error))
    return true;

  /* Closing with a cancelled cancellable is GIO's way of throwing the new file away. */
  if (stream != NULL && !g_output_stream_is_closed (G_OUTPUT_STREAM (stream)))
    {
      g_cancellable_cancel (abandon);
      g_output_stream_close (G_OUTPUT_STREAM (stream), abandon, NULL);
    }
  explain_error (error, name);
  return false;
}

bool
ctg_replace_file (GFile         *file,
                  CtgReplaceFunc write_content,
                  void          *user_data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *name = ctg_place_dup_shown (file);
  GError *local_error = NULL;
  bool done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return false;

  if (path != NULL)
    done = replace_local (path, name, write_content, user_data, cancellable, &local_error);
  else
    done = replace_remote (file, name, write_content, user_data, cancellable, &local_error);

  if (!done)
    g_propagate_error (error, local_error);
  return done;
}

static bool
write_bytes (GOutputStream *stream,
             void          *user_data,
             GCancellable  *cancellable,
             GError       **error)
{
  GBytes *bytes = user_data;

  return g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, cancellable, error);
}

bool
ctg_replace_bytes (GFile        *file,
                   GBytes       *bytes,
                   GCancellable *cancellable,
                   GError      **error)
{
  return ctg_replace_file (file, write_bytes, bytes, cancellable, error);
}
