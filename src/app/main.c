/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The start of the program: the language of the window, then the application. */

#include "ctg-config.h"

#include <locale.h>

#include <glib/gi18n.h>

#include "app/ctg-application.h"

int
main (int   argc,
      char *argv[])
{
  const char *locale_dir = g_getenv ("CTG_LOCALE_DIR");
  g_autoptr(CtgApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (CTG_GETTEXT_PACKAGE, locale_dir != NULL ? locale_dir : CTG_LOCALE_DIR);
  bind_textdomain_codeset (CTG_GETTEXT_PACKAGE, "UTF-8");
  textdomain (CTG_GETTEXT_PACKAGE);

  application = ctg_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
