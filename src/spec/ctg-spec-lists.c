/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of a spec: names (series, highlighted rows) and conditions are checked, compared and written as text here; references and annotations
 * in ctg-spec-notes.c. It must not know which series and rows exist. */

#include "spec/ctg-spec-private.h"

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-translate.h"

static void
condition_free (CtgSpecCondition *condition)
{
  g_free (condition->column);
  g_free (condition->value);
  g_free (condition);
}

static unsigned int
count_conditions (const CtgSpec *spec)
{
  unsigned int n = 0;

  while (spec->where[n] != NULL)
    n++;

  return n;
}

bool
ctg_list_is_names (const CtgField *field)
{
  return field->offset == G_STRUCT_OFFSET (CtgSpec, series) || field->offset == G_STRUCT_OFFSET (CtgSpec, highlight);
}

bool
ctg_list_is_notes (const CtgField *field)
{
  return field->offset == G_STRUCT_OFFSET (CtgSpec, references) || field->offset == G_STRUCT_OFFSET (CtgSpec, x_references) ||
         field->offset == G_STRUCT_OFFSET (CtgSpec, annotations);
}

bool
ctg_list_check_count (const char *shown,
                      size_t      count,
                      GError    **error)
{
  if (count <= CTG_SPEC_MAX_ITEMS)
    return true;

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, TN_ ("%s: at most %d item is possible.", "%s: at most %d items are possible.", CTG_SPEC_MAX_ITEMS), shown,
               CTG_SPEC_MAX_ITEMS);
  return false;
}

bool
ctg_list_set_names (const CtgField    *field,
                    CtgSpec           *spec,
                    const char        *shown,
                    const char *const *names,
                    GError           **error)
{
  bool of_series = field->offset == G_STRUCT_OFFSET (CtgSpec, series);
  size_t n = g_strv_length ((char **) names);
  g_auto(GStrv) clean = g_new0 (char *, n + 1);

  if (!ctg_list_check_count (shown, n, error))
    return false;

  for (unsigned int i = 0; names[i] != NULL; i++)
    {
      clean[i] = ctg_spec_clean_text (shown, names[i], error);
      if (clean[i] == NULL)
        return false;
      g_strstrip (clean[i]);
      if (*clean[i] == '\0')
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, of_series ? T_ ("%s: the name of a series is empty.") : T_ ("%s: the name of a row is empty."),
                       shown);
          return false;
        }
      for (unsigned int k = 0; k < i; k++)
        {
          if (!g_str_equal (clean[k], clean[i]))
            continue;
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, of_series ? T_ ("%s: the series “%.100s” is named twice.") : T_ ("%s: the row “%.100s” is named twice."),
                       shown, clean[i]);
          return false;
        }
    }

  g_strfreev (*CTG_FIELD_AT (spec, field, char **));
  *CTG_FIELD_AT (spec, field, char **) = g_steal_pointer (&clean);
  return true;
}

bool
ctg_list_add_condition (CtgSpec    *spec,
                        const char *shown,
                        const char *column,
                        const char *value,
                        GError    **error)
{
  unsigned int n = count_conditions (spec);
  g_autofree char *clean_column = ctg_spec_clean_text (shown, column, error);
  g_autofree char *clean_value = clean_column != NULL ? ctg_spec_clean_text (shown, value, error) : NULL;

  if (clean_value == NULL || !ctg_list_check_count (shown, n + 1, error))
    return false;
  g_strstrip (clean_column);
  g_strstrip (clean_value);
  if (*clean_column == '\0')
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: a condition names no column; write COLUMN=VALUE."), shown);
      return false;
    }

  for (unsigned int i = 0; i < n; i++)
    {
      if (g_str_equal (spec->where[i]->column, clean_column) && g_str_equal (spec->where[i]->value, clean_value))
        return true;
    }

  spec->where = g_renew (CtgSpecCondition *, spec->where, n + 2);
  spec->where[n] = g_new (CtgSpecCondition, 1);
  spec->where[n]->column = g_steal_pointer (&clean_column);
  spec->where[n]->value = g_steal_pointer (&clean_value);
  spec->where[n + 1] = NULL;
  return true;
}

void
ctg_list_reset (const CtgField *field,
                CtgSpec        *spec)
{
  if (ctg_list_is_notes (field))
    {
      ctg_notes_reset (field, spec);
      return;
    }
  if (ctg_list_is_names (field))
    {
      g_strfreev (*CTG_FIELD_AT (spec, field, char **));
      *CTG_FIELD_AT (spec, field, char **) = g_new0 (char *, 1);
      return;
    }

  for (unsigned int i = 0; spec->where != NULL && spec->where[i] != NULL; i++)
    condition_free (spec->where[i]);
  g_free (spec->where);
  spec->where = g_new0 (CtgSpecCondition *, 1);
}

static bool
set_conditions_text (CtgSpec    *spec,
                     const char *shown,
                     const char *text,
                     GError    **error)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (unsigned int i = 0; lines[i] != NULL; i++)
    {
      char *equals = strchr (lines[i], '=');

      if (*lines[i] == '\0')
        continue;
      if (equals == NULL)
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is no condition; write COLUMN=VALUE."), shown, lines[i]);
          return false;
        }
      *equals = '\0';
      if (!ctg_list_add_condition (spec, shown, lines[i], equals + 1, error))
        return false;
    }

  return true;
}

/* "a,b" as ids, none of ""; an id in quotation marks may hold commas, and quotation marks that are doubled. */
static char **
split_ids (const char *text)
{
  g_autoptr(GStrvBuilder) ids = g_strv_builder_new ();
  g_autoptr(GString) id = g_string_new (NULL);
  bool quoted = false;
  bool fresh = true; /* nothing of the id yet but blanks */

  for (const char *p = text; *p != '\0'; p++)
    {
      if (quoted && p[0] == '"' && p[1] == '"')
        g_string_append_c (id, *p++);
      else if (*p == '"' && (quoted || fresh))
        quoted = !quoted;
      else if (*p == ',' && !quoted)
        {
          g_strv_builder_add (ids, id->str);
          g_string_truncate (id, 0);
        }
      else
        g_string_append_c (id, *p);
      fresh = !quoted && ((*p == ',' && id->len == 0) || (fresh && *p == ' '));
    }
  if (*text != '\0')
    g_strv_builder_add (ids, id->str);

  return g_strv_builder_end (ids);
}

static bool
set_names_text (const CtgField *field,
                CtgSpec        *spec,
                const char     *shown,
                const char     *text,
                GError        **error)
{
  g_auto(GStrv) ids = split_ids (text);

  return ctg_list_set_names (field, spec, shown, (const char *const *) ids, error);
}

static char *
join_ids (char **ids)
{
  g_autoptr(GString) text = g_string_new (NULL);

  for (unsigned int i = 0; ids[i] != NULL; i++)
    {
      bool quoted = strchr (ids[i], ',') != NULL || ids[i][0] == '"';
      g_autoptr(GString) id = g_string_new (ids[i]);

      if (quoted)
        g_string_replace (id, "\"", "\"\"", 0);
      g_string_append_printf (text, "%s%s%s%s", i > 0 ? "," : "", quoted ? "\"" : "", id->str, quoted ? "\"" : "");
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

bool
ctg_list_set_text (const CtgField *field,
                   CtgSpec        *spec,
                   const char     *shown,
                   const char     *text,
                   GError        **error)
{
  if (ctg_list_is_names (field))
    return set_names_text (field, spec, shown, text, error);
  if (ctg_list_is_notes (field))
    {
      g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr(GError) local_error = NULL;
      g_autoptr(JsonNode) node = ctg_json_parse (bytes, &local_error);

      if (node != NULL)
        return ctg_notes_apply_json (field, spec, shown, node, error);
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: expected a list as in a figure file: %s"), shown, local_error->message);
      return false;
    }

  ctg_list_reset (field, spec);
  return set_conditions_text (spec, shown, text, error);
}

bool
ctg_list_equal (const CtgField *field,
                const CtgSpec  *a,
                const CtgSpec  *b)
{
  unsigned int n = count_conditions (a);

  if (ctg_list_is_names (field))
    return g_strv_equal (*CTG_FIELD_AT (a, field, const char *const *), *CTG_FIELD_AT (b, field, const char *const *));
  if (ctg_list_is_notes (field))
    return ctg_notes_equal (field, a, b);

  if (n != count_conditions (b))
    return false;
  for (unsigned int i = 0; i < n; i++)
    {
      if (!g_str_equal (a->where[i]->column, b->where[i]->column) || !g_str_equal (a->where[i]->value, b->where[i]->value))
        return false;
    }

  return true;
}

char *
ctg_list_to_text (const CtgField *field,
                  const CtgSpec  *spec)
{
  g_autoptr(GString) text = NULL;

  if (ctg_list_is_names (field))
    {
      char **names = *CTG_FIELD_AT (spec, field, char **);

      return names[0] != NULL ? join_ids (names) : NULL;
    }
  if (ctg_list_is_notes (field) ? (*CTG_FIELD_AT (spec, field, void **))[0] == NULL : spec->where[0] == NULL)
    return NULL;

  text = g_string_new (NULL);
  if (ctg_list_is_notes (field))
    ctg_notes_append_json (text, field, spec);
  for (unsigned int i = 0; !ctg_list_is_notes (field) && spec->where[i] != NULL; i++)
    g_string_append_printf (text, "%s%s=%s", i > 0 ? "\n" : "", spec->where[i]->column, spec->where[i]->value);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* to holds the same pointer as from: a copy takes its place. */
void
ctg_list_copy (const CtgField *field,
               CtgSpec        *to,
               const CtgSpec  *from)
{
  if (ctg_list_is_names (field))
    {
      *CTG_FIELD_AT (to, field, char **) = g_strdupv (*CTG_FIELD_AT (from, field, char **));
      return;
    }
  if (ctg_list_is_notes (field))
    {
      ctg_notes_copy (field, to, from);
      return;
    }

  to->where = g_new0 (CtgSpecCondition *, 1);
  for (unsigned int i = 0; from->where[i] != NULL; i++)
    {
      bool added = ctg_list_add_condition (to, "where", from->where[i]->column, from->where[i]->value, NULL);

      g_assert (added);
    }
}
