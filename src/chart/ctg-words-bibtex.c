/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* BibTeX entries of exactly the sources drawn. Names and titles come from outside, so what TeX would take for a command is escaped. */

#include "chart/ctg-words-private.h"

#include <string.h>

static void
append_escaped (GString    *text,
                const char *value)
{
  for (const char *p = value; *p != '\0'; p++)
    {
      switch (*p)
        {
        case '&':
        case '%':
        case '$':
        case '#':
        case '_':
        case '{':
        case '}':
          g_string_append_c (text, '\\');
          g_string_append_c (text, *p);
          break;
        case '\\':
          g_string_append (text, "\\textbackslash{}");
          break;
        case '~':
          g_string_append (text, "\\textasciitilde{}");
          break;
        case '^':
          g_string_append (text, "\\textasciicircum{}");
          break;
        default:
          g_string_append_c (text, *p);
        }
    }
}

/* whole: a second pair of braces keeps capitals, or marks the name of a body, not of a person. */
static void
append_field (GString    *text,
              const char *field,
              const char *value,
              bool        whole)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (text, ",\n  %s = {%s", field, whole ? "{" : "");
  append_escaped (text, value);
  g_string_append (text, whole ? "}}" : "}");
}

static void
append_authors (GString         *text,
                const CtgSource *source)
{
  g_auto(GStrv) authors = NULL;

  if (source->authors == NULL || *source->authors == '\0')
    {
      append_field (text, "author", source->publisher, true);
      return;
    }

  authors = g_strsplit (source->authors, "; ", -1);
  g_string_append (text, ",\n  author = {");
  for (unsigned int i = 0; authors[i] != NULL; i++)
    {
      /* A body with "and" in its name is one author, and a comma in it parts no surname. */
      bool whole = strstr (authors[i], " and ") != NULL;

      g_string_append (text, i > 0 ? " and " : "");
      g_string_append (text, whole ? "{" : "");
      append_escaped (text, authors[i]);
      g_string_append (text, whole ? "}" : "");
    }
  g_string_append_c (text, '}');
}

static void
append_date (GString         *text,
             const CtgSource *source)
{
  static const char *const months[] = { "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec" };
  CtgDate date = { 0 };
  int year = source->year;

  if (ctg_date_parse (source->published, &date) && year == 0)
    year = date.end.year;
  if (year > 0)
    g_string_append_printf (text, ",\n  year = {%d}", year);
  if (date.end.month > 0)
    g_string_append_printf (text, ",\n  month = %s", months[date.end.month - 1]);
}

/* Addresses are not escaped: the url package takes them as they are. Braces would end the field. */
static void
append_url (GString         *text,
            const CtgSource *source)
{
  if (source->url != NULL && strpbrk (source->url, "{}\\") == NULL)
    g_string_append_printf (text, ",\n  url = {%s}", source->url);
}

/* BibTeX asks of an article that it names its journal, of a report that it names an institution and an author. */
static const char *
get_entry_type (const CtgSource *source)
{
  if (g_strcmp0 (source->type, "report") == 0 && source->publisher != NULL)
    return "techreport";
  if ((g_strcmp0 (source->type, "article") == 0 || g_strcmp0 (source->type, "newspaper") == 0) && source->container != NULL)
    return "article";

  return "misc";
}

/* The id in the letters that TeX takes, with a number where that is another source's key. */
static void
append_key (GString    *text,
            const char *id,
            GHashTable *keys)
{
  g_autofree char *plain = g_strcanon (g_strdup (id), G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-_.:", '-');
  g_autofree char *key = g_strdup (plain);

  for (unsigned int i = 2; !g_hash_table_add (keys, g_strdup (key)); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", plain, i);
    }
  g_string_append (text, key);
}

static void
append_entry (GString         *text,
              const CtgSource *source,
              GHashTable      *keys)
{
  const char *type = get_entry_type (source);
  bool has_authors = source->authors != NULL && *source->authors != '\0';

  g_string_append_printf (text, "@%s{", type);
  append_key (text, source->id, keys);
  append_authors (text, source);
  append_field (text, "title", source->title, true);
  if (g_str_equal (type, "techreport"))
    {
      append_field (text, "institution", source->publisher, false);
      append_field (text, "series", source->container, false);
    }
  else if (g_str_equal (type, "article"))
    {
      append_field (text, "journal", source->container, false);
      append_field (text, has_authors ? "publisher" : "organization", source->publisher, false);
    }
  else
    {
      append_field (text, "howpublished", source->container != NULL ? source->container : source->publisher, false);
    }
  append_date (text, source);
  append_url (text, source);
  g_string_append (text, "\n}\n");
}

char *
ctg_chart_bibtex (const CtgChartInput *input,
                  GError             **error)
{
  g_autoptr(CtgSelection) selection = ctg_selection_new (input, error);
  CtgWords words;
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) text = g_string_new (NULL);

  if (selection == NULL)
    return NULL;

  ctg_words_init (&words, input, selection);
  sources = ctg_words_dup_sources (&words);
  for (unsigned int i = 0; i < sources->len; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      append_entry (text, g_ptr_array_index (sources, i), keys);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
