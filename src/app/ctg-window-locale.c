/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's language, as a locale of the engine. */

#include "app/ctg-window-locale.h"

#include <gtk/gtk.h>

CtgLocale *
ctg_window_locale_get (void)
{
  static CtgLocale *locale;

  if (locale == NULL)
    locale = ctg_locale_new (pango_language_to_string (gtk_get_default_language ()));

  return locale;
}
