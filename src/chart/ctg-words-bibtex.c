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
  g_autofree char *joined = NULL;

  if (source->authors == NULL || *source->authors == '\0')
    {
      append_field (text, "author", source->publisher, true);
      return;
    }

  authors = g_strsplit (source->authors, "; ", -1);
  joined = g_strjoinv (" and ", authors);
  append_field (text, "author", joined, false);
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

static const char *
get_entry_type (const CtgSource *source)
{
  bool in_container = source->container != NULL;

  if (g_strcmp0 (source->type, "report") == 0)
    return "techreport";
  if (g_strcmp0 (source->type, "article") == 0 || (g_strcmp0 (source->type, "newspaper") == 0 && in_container))
    return "article";

  return "misc";
}

static void
append_key (GString    *text,
            const char *id)
{
  for (const char *p = id; *p != '\0'; p++)
    g_string_append_c (text, g_ascii_isalnum (*p) || strchr ("-_.:", *p) != NULL ? *p : '-');
}

static void
append_entry (GString         *text,
              const CtgSource *source)
{
  const char *type = get_entry_type (source);
  bool has_authors = source->authors != NULL && *source->authors != '\0';

  g_string_append_printf (text, "@%s{", type);
  append_key (text, source->id);
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
  g_auto(CtgWords) words = { 0 };
  g_autoptr(GPtrArray) sources = NULL;
  g_autoptr(GString) text = g_string_new (NULL);

  if (!ctg_words_init (&words, input, error))
    return NULL;

  sources = ctg_words_dup_sources (&words);
  for (unsigned int i = 0; i < sources->len; i++)
    {
      g_string_append (text, i > 0 ? "\n" : "");
      append_entry (text, g_ptr_array_index (sources, i));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}
