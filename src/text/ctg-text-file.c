/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Where systems keep the default figure font. Only that one: other fonts are fontconfig's to find. */

#include <gio/gio.h>

#include "text/ctg-text-private.h"

#define FAMILY "Liberation Sans"

/* Debian, Fedora, Arch and Alpine, openSUSE, the Flatpak runtimes. */
static const char *const folders[] = {
  "/usr/share/fonts/truetype/liberation2",
  "/usr/share/fonts/truetype/liberation",
  "/usr/share/fonts/liberation-sans-fonts",
  "/usr/share/fonts/liberation-sans",
  "/usr/share/fonts/liberation",
  "/usr/share/fonts/liberation-fonts",
};

char *
ctg_text_find_file (const CtgFont *font)
{
  static const char *const names[2][2] = {
    { "LiberationSans-Regular.ttf", "LiberationSans-Italic.ttf" },
    { "LiberationSans-Bold.ttf", "LiberationSans-BoldItalic.ttf" },
  };

  if (g_strcmp0 (font->family, FAMILY) != 0)
    return NULL;

  for (unsigned int i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      g_autofree char *path = g_build_filename (folders[i], names[font->bold][font->italic], NULL);

      if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&path);
    }

  return NULL;
}
