/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* "datasets": what is bundled, from the index alone. */

#include <string.h>

#include "base/ctg-json.h"
#include "base/ctg-locale.h"
#include "cli/ctg-cli.h"
#include "data/ctg-library.h"

static char *
make_json (void)
{
  g_autoptr(GString) json = g_string_new ("[");

  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const CtgLibraryEntry *entry = ctg_library_get_entry (i);

      g_string_append (json, i > 0 ? ",\n  {\"id\": " : "\n  {\"id\": ");
      ctg_json_append_string (json, entry->id);
      g_string_append (json, ", \"title\": ");
      ctg_json_append_string (json, entry->title);
      g_string_append_printf (json, ", \"rows\": %d, \"source\": ", entry->n_rows);
      if (entry->source_name != NULL)
        ctg_json_append_string (json, entry->source_name);
      else
        g_string_append (json, "null");
      if (entry->year > 0)
        g_string_append_printf (json, ", \"year\": %d", entry->year);
      else
        g_string_append (json, ", \"year\": null");
      g_string_append_printf (json, ", \"partial\": %s}", entry->partial ? "true" : "false");
    }
  g_string_append (json, "\n]\n");

  return g_string_free (g_steal_pointer (&json), FALSE);
}

static char *
make_list (void)
{
  g_autoptr(GString) list = g_string_new (NULL);
  g_autofree char *language = ctg_cli_dup_language ();
  g_autoptr(CtgLocale) locale = ctg_locale_new (language);
  unsigned int widest = 0;

  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    widest = MAX (widest, (unsigned int) strlen (ctg_library_get_entry (i)->id));

  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const CtgLibraryEntry *entry = ctg_library_get_entry (i);
      g_autofree char *title = ctg_locale_translate (locale, entry->title);

      g_string_append_printf (list, "%-*s  %4d  ", (int) widest, entry->id, entry->n_rows);
      if (entry->partial)
        /* Translators: the title of a dataset that does not cover every country it could. */
        g_string_append_printf (list, _("%s (partial)"), title);
      else
        g_string_append (list, title);
      g_string_append_c (list, '\n');
    }

  return g_string_free (g_steal_pointer (&list), FALSE);
}

CtgExit
ctg_cli_datasets (char **argv)
{
  gboolean json = FALSE;
  GOptionEntry entries[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_("Print id, title, rows, source, year and partial of each as JSON"), NULL },
    { NULL },
  };
  g_auto(GStrv) arguments = g_strdupv (argv);
  g_autofree char *text = NULL;
  CtgExit status;

  if (!ctg_cli_parse ("datasets", entries, &arguments, 0, 0, &status))
    return status;

  text = json ? make_json () : make_list ();
  return ctg_cli_write (text, strlen (text));
}
