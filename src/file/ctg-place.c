/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Telling the paths of the documents portal from others: /run/user/UID/doc/ID/NAME, or /run/flatpak/doc/ID/NAME. */

#include "file/ctg-place.h"

#include <string.h>

bool
ctg_place_is_from_portal (GFile *file)
{
  const char *path = g_file_peek_path (file);

  if (path == NULL)
    return false;
  if (g_str_has_prefix (path, "/run/flatpak/doc/"))
    return true;
  if (!g_str_has_prefix (path, "/run/user/"))
    return false;

  path += strlen ("/run/user/");
  return g_str_has_prefix (path + strspn (path, "0123456789"), "/doc/");
}

char *
ctg_place_dup_shown (GFile *file)
{
  g_autofree char *name = NULL;

  if (!ctg_place_is_from_portal (file))
    return g_file_get_parse_name (file);

  name = g_file_get_basename (file);
  return g_filename_display_name (name);
}
