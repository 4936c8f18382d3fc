/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The window's language, as a locale of the engine: the one that gettext looks for first. */

#include "app/ctg-window-locale.h"

#include <string.h>

#include <glib/gi18n.h>

CtgLocale *
ctg_window_locale_get (void)
{
  static CtgLocale *locale;

  if (locale == NULL)
    {
      const char *name = g_get_language_names ()[0];
      g_autofree char *tag = g_strndup (name, strcspn (name, ".@"));

      locale = ctg_locale_new (g_str_equal (tag, "C") ? "en" : tag);
    }

  return locale;
}

char *
ctg_window_locale_translate (const char *text)
{
  char *phrase;

  g_return_val_if_fail (text != NULL, NULL);

  phrase = ctg_locale_translate (ctg_window_locale_get (), text);
  if (*text == '\0' || !g_str_equal (phrase, text))
    return phrase;
  g_free (phrase);

  return g_strdup (g_dpgettext2 (NULL, "data", text));
}
