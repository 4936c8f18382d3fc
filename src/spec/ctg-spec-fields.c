/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The field table of the spec, made from ctg-spec-fields.def, and everything that can be said of one scalar field: its range,
 * reading it from text, writing it as text. It must not know JSON. */

#include "spec/ctg-spec-private.h"

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-number.h"
#include "base/ctg-translate.h"

const CtgField ctg_fields[] = {
#define FIELD_STRING(path, member, summary) { path, CTG_FIELD_STRING, G_STRUCT_OFFSET (CtgSpec, member), NULL, 0, NAN, NAN, summary },
#define FIELD_CHOICE(path, member, type, fallback, nicks, summary) { path, CTG_FIELD_CHOICE, G_STRUCT_OFFSET (CtgSpec, member), nicks, fallback, NAN, NAN, summary },
#define FIELD_BOOLEAN(path, member, fallback, summary) { path, CTG_FIELD_BOOLEAN, G_STRUCT_OFFSET (CtgSpec, member), NULL, fallback, NAN, NAN, summary },
#define FIELD_INTEGER(path, member, fallback, minimum, maximum, summary) \
  { path, CTG_FIELD_INTEGER, G_STRUCT_OFFSET (CtgSpec, member), NULL, fallback, minimum, maximum, summary },
#define FIELD_NUMBER(path, member, fallback, minimum, maximum, summary) \
  { path, CTG_FIELD_NUMBER, G_STRUCT_OFFSET (CtgSpec, member), NULL, fallback, minimum, maximum, summary },
#define FIELD_LENGTH(path, member, fallback, minimum, maximum, summary) \
  { path, CTG_FIELD_LENGTH, G_STRUCT_OFFSET (CtgSpec, member), NULL, fallback, minimum, maximum, summary },
#define FIELD_LIST(path, member, type, summary) { path, CTG_FIELD_LIST, G_STRUCT_OFFSET (CtgSpec, member), NULL, 0, NAN, NAN, summary },
#include "spec/ctg-spec-fields.def"
#undef FIELD_STRING
#undef FIELD_CHOICE
#undef FIELD_BOOLEAN
#undef FIELD_INTEGER
#undef FIELD_NUMBER
#undef FIELD_LENGTH
#undef FIELD_LIST
};

const unsigned int ctg_n_fields = G_N_ELEMENTS (ctg_fields);

static bool
is_made_from_data (const CtgField *field,
                   double          value)
{
  return field->kind == CTG_FIELD_NUMBER && (isnan (field->fallback) ? isnan (value) : field->fallback == 0 && value == 0);
}

const CtgField *
ctg_field_find (const char *path)
{
  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (g_str_equal (ctg_fields[i].path, path))
        return &ctg_fields[i];
    }

  return NULL;
}

char *
ctg_spec_clean_text (const char *shown,
                     const char *text,
                     GError    **error)
{
  g_autofree char *clean = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: the text is not valid UTF-8."), shown);
      return NULL;
    }
  if (g_utf8_strlen (text, -1) > CTG_SPEC_MAX_CHARACTERS)
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, TN_ ("%s: the text is longer than %d character.", "%s: the text is longer than %d characters.", CTG_SPEC_MAX_CHARACTERS),
                   shown, CTG_SPEC_MAX_CHARACTERS);
      return NULL;
    }

  clean = g_strdup (text);
  g_strdelimit (clean, "\t\n\r", ' ');
  for (const char *p = clean; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c < 0x20 || (c >= 0x7f && c < 0xa0) || (c & 0xfffe) == 0xfffe)
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: the text holds the control character U+%04X."), shown, c);
          return NULL;
        }
    }

  return g_steal_pointer (&clean);
}

static bool
is_language (const char *text)
{
  size_t length = strlen (text);

  return length >= 2 && length <= 35 && g_ascii_isalpha (text[0]) && g_ascii_isalpha (text[1]) &&
         strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/* Numbers above zero, separated by commas. */
static bool
is_list_of_rates (const char *text)
{
  g_auto(GStrv) words = g_strsplit (text, ",", -1);

  for (unsigned int i = 0; words[i] != NULL; i++)
    {
      const char *word = g_strstrip (words[i]);
      char *end = NULL;
      double rate = g_ascii_strtod (word, &end);

      if (end == word || *end != '\0' || !isfinite (rate) || rate <= 0)
        return false;
    }

  return true;
}

/* Numbers separated by commas, no more than a map has classes. */
static bool
check_breaks (const char *shown,
              const char *value,
              GError    **error)
{
  g_auto(GStrv) parts = g_strsplit (value, ",", -1);

  for (unsigned int i = 0; parts[i] != NULL; i++)
    {
      char *end = NULL;
      const char *part = g_strstrip (parts[i]);
      double at = g_ascii_strtod (part, &end);

      if (*part == '\0' || *end != '\0' || strspn (part, "+-.0123456789eE") != strlen (part) || !isfinite (at))
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is no number; write numbers separated by commas, such as 10,100,1000."), shown,
                       part);
          return false;
        }
      if (i == CTG_SPEC_MAX_BREAKS)
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, TN_ ("%s: at most %d number is possible.", "%s: at most %d numbers are possible.", CTG_SPEC_MAX_BREAKS), shown,
                       CTG_SPEC_MAX_BREAKS);
          return false;
        }
    }

  return true;
}

/* What a string must look like besides; "" and NULL pass. */
static bool
check_string (const CtgField *field,
              const char     *shown,
              const char     *value,
              GError        **error)
{
  CtgColor color;

  if (*value == '\0')
    return true;
  if (g_str_equal (field->path, "colors.background") && !g_str_equal (value, "transparent") && !ctg_color_parse (value, &color))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is no colour; write #rrggbb or transparent."), shown, value);
      return false;
    }
  if (g_str_equal (field->path, "rates") && !is_list_of_rates (value))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is no list of numbers above zero; write one such as 10,25,50."), shown, value);
      return false;
    }
  if (g_str_equal (field->path, "language") && !is_language (value))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is no language tag; write one such as en, de or zh-Hans."), shown, value);
      return false;
    }
  if (g_str_equal (field->path, "map.breaks"))
    return check_breaks (shown, value, error);

  return true;
}

void
ctg_field_reset (const CtgField *field,
                 CtgSpec        *spec)
{
  switch (field->kind)
    {
    case CTG_FIELD_STRING:
      g_clear_pointer (CTG_FIELD_AT (spec, field, char *), g_free);
      break;
    case CTG_FIELD_CHOICE:
      *CTG_FIELD_AT (spec, field, unsigned int) = field->fallback;
      break;
    case CTG_FIELD_BOOLEAN:
      *CTG_FIELD_AT (spec, field, bool) = field->fallback != 0;
      break;
    case CTG_FIELD_INTEGER:
      *CTG_FIELD_AT (spec, field, int) = field->fallback;
      break;
    case CTG_FIELD_NUMBER:
    case CTG_FIELD_LENGTH:
      *CTG_FIELD_AT (spec, field, double) = field->fallback;
      break;
    case CTG_FIELD_LIST:
      ctg_list_reset (field, spec);
      break;
    }
}

static bool
set_choice (const CtgField *field,
            CtgSpec        *spec,
            const char     *shown,
            const char     *value,
            GError        **error)
{
  g_auto(GStrv) nicks = g_strsplit (field->choices, "|", -1);
  g_autofree char *list = NULL;

  for (unsigned int i = 0; nicks[i] != NULL; i++)
    {
      if (g_str_equal (nicks[i], value))
        {
          *CTG_FIELD_AT (spec, field, unsigned int) = i;
          return true;
        }
    }

  list = g_strjoinv (", ", nicks);
  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is not one of: %s."), shown, value, list);
  return false;
}

/* Lengths are kept to a ten-thousandth of a millimetre, so that writing and reading one gives the same number. */
static double
round_length (double points)
{
  return round (points / CTG_PT_PER_MM * 10000) / 10000 * CTG_PT_PER_MM;
}

static bool
set_length (const CtgField *field,
            CtgSpec        *spec,
            const char     *shown,
            const char     *value,
            GError        **error)
{
  double points;

  if (field->fallback == 0 && g_str_equal (value, "auto"))
    {
      ctg_field_reset (field, spec);
      return true;
    }
  if (!ctg_length_parse (value, &points))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, field->fallback == 0 ? T_ ("%s: “%.100s” is no length; write one with its unit, such as 89mm, 3.5in or 252pt, or auto.")
                                        : T_ ("%s: “%.100s” is no length; write one with its unit, such as 89mm, 3.5in or 252pt."),
                   shown, value);
      return false;
    }

  points = round_length (points);
  if (!(points >= round_length (field->minimum) && points <= round_length (field->maximum)))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: %s is outside %gmm to %gmm."), shown, value, field->minimum / CTG_PT_PER_MM,
                   field->maximum / CTG_PT_PER_MM);
      return false;
    }

  *CTG_FIELD_AT (spec, field, double) = points;
  return true;
}

bool
ctg_field_set_string (const CtgField *field,
                      CtgSpec        *spec,
                      const char     *shown,
                      const char     *value,
                      GError        **error)
{
  g_autofree char *clean = ctg_spec_clean_text (shown, value, error);

  if (clean == NULL)
    return false;
  if (field->kind == CTG_FIELD_CHOICE)
    return set_choice (field, spec, shown, clean, error);
  if (field->kind == CTG_FIELD_LENGTH)
    return set_length (field, spec, shown, clean, error);

  g_assert (field->kind == CTG_FIELD_STRING);
  if (!check_string (field, shown, clean, error))
    return false;
  g_free (*CTG_FIELD_AT (spec, field, char *));
  *CTG_FIELD_AT (spec, field, char *) = g_steal_pointer (&clean);
  return true;
}

bool
ctg_field_set_number (const CtgField *field,
                      CtgSpec        *spec,
                      const char     *shown,
                      double          value,
                      GError        **error)
{
  bool whole = field->kind == CTG_FIELD_INTEGER;

  g_assert (whole || field->kind == CTG_FIELD_NUMBER);

  if (!(value >= field->minimum && value <= field->maximum) || (whole && value != floor (value)))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, whole ? T_ ("%s: %.15g is not a whole number from %.15g to %.15g.") : T_ ("%s: %.15g is not a number from %.15g to %.15g."), shown, value,
                   field->minimum, field->maximum);
      return false;
    }

  if (whole)
    *CTG_FIELD_AT (spec, field, int) = value;
  else
    *CTG_FIELD_AT (spec, field, double) = value;
  return true;
}

void
ctg_field_set_boolean (const CtgField *field,
                       CtgSpec        *spec,
                       bool            value)
{
  g_assert (field->kind == CTG_FIELD_BOOLEAN);
  *CTG_FIELD_AT (spec, field, bool) = value;
}

static bool
set_number_text (const CtgField *field,
                 CtgSpec        *spec,
                 const char     *shown,
                 const char     *text,
                 GError        **error)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (*text == '\0' || *end != '\0' || strspn (text, "+-.0123456789eE") != strlen (text) || !isfinite (value))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is no number."), shown, text);
      return false;
    }

  return ctg_field_set_number (field, spec, shown, value, error);
}

static bool
set_boolean_text (const CtgField *field,
                  CtgSpec        *spec,
                  const char     *shown,
                  const char     *text,
                  GError        **error)
{
  if (!g_str_equal (text, "true") && !g_str_equal (text, "false"))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: “%.100s” is neither true nor false."), shown, text);
      return false;
    }

  ctg_field_set_boolean (field, spec, text[0] == 't');
  return true;
}

bool
ctg_field_set_text (const CtgField *field,
                    CtgSpec        *spec,
                    const char     *shown,
                    const char     *text,
                    GError        **error)
{
  if (!g_utf8_validate (text, -1, NULL))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: the text is not valid UTF-8."), shown);
      return false;
    }
  switch (field->kind)
    {
    case CTG_FIELD_STRING:
    case CTG_FIELD_CHOICE:
    case CTG_FIELD_LENGTH:
      return ctg_field_set_string (field, spec, shown, text, error);
    case CTG_FIELD_BOOLEAN:
      return set_boolean_text (field, spec, shown, text, error);
    case CTG_FIELD_INTEGER:
    case CTG_FIELD_NUMBER:
      return set_number_text (field, spec, shown, text, error);
    case CTG_FIELD_LIST:
      return ctg_list_set_text (field, spec, shown, text, error);
    }

  g_assert_not_reached ();
}

bool
ctg_field_equal (const CtgField *field,
                 const CtgSpec  *a,
                 const CtgSpec  *b)
{
  switch (field->kind)
    {
    case CTG_FIELD_STRING:
      return g_strcmp0 (*CTG_FIELD_AT (a, field, char *), *CTG_FIELD_AT (b, field, char *)) == 0;
    case CTG_FIELD_CHOICE:
      return *CTG_FIELD_AT (a, field, unsigned int) == *CTG_FIELD_AT (b, field, unsigned int);
    case CTG_FIELD_BOOLEAN:
      return *CTG_FIELD_AT (a, field, bool) == *CTG_FIELD_AT (b, field, bool);
    case CTG_FIELD_INTEGER:
      return *CTG_FIELD_AT (a, field, int) == *CTG_FIELD_AT (b, field, int);
    case CTG_FIELD_NUMBER:
    case CTG_FIELD_LENGTH:
      {
        double x = *CTG_FIELD_AT (a, field, double);
        double y = *CTG_FIELD_AT (b, field, double);

        return x == y || (isnan (x) && isnan (y));
      }
    case CTG_FIELD_LIST:
      return ctg_list_equal (field, a, b);
    }

  g_assert_not_reached ();
}

static char *
length_to_text (double points)
{
  g_autoptr(GString) text = g_string_new (NULL);

  if (points == 0)
    return g_strdup ("auto");
  ctg_number_append_fixed (text, points / CTG_PT_PER_MM, 4);
  g_string_append (text, "mm");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
choice_to_text (const CtgField *field,
                unsigned int    value)
{
  g_auto(GStrv) nicks = g_strsplit (field->choices, "|", -1);

  g_assert (value < g_strv_length (nicks));
  return g_strdup (nicks[value]);
}

char *
ctg_field_to_text (const CtgField *field,
                   const CtgSpec  *spec)
{
  switch (field->kind)
    {
    case CTG_FIELD_STRING:
      return g_strdup (*CTG_FIELD_AT (spec, field, char *));
    case CTG_FIELD_CHOICE:
      return choice_to_text (field, *CTG_FIELD_AT (spec, field, unsigned int));
    case CTG_FIELD_BOOLEAN:
      return g_strdup (*CTG_FIELD_AT (spec, field, bool) ? "true" : "false");
    case CTG_FIELD_INTEGER:
      return g_strdup_printf ("%d", *CTG_FIELD_AT (spec, field, int));
    case CTG_FIELD_NUMBER:
      {
        double value = *CTG_FIELD_AT (spec, field, double);
        g_autoptr(GString) text = g_string_new (NULL);

        if (is_made_from_data (field, value))
          return NULL;
        ctg_number_append_shortest (text, value);
        return g_string_free (g_steal_pointer (&text), FALSE);
      }
    case CTG_FIELD_LENGTH:
      return length_to_text (*CTG_FIELD_AT (spec, field, double));
    case CTG_FIELD_LIST:
      return ctg_list_to_text (field, spec);
    }

  g_assert_not_reached ();
}

static CtgSpecField *
describe_fields (void)
{
  static const char *const types[] = { "string", "choice", "boolean", "integer", "number", "length", "list" };
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  CtgSpecField *described = g_new0 (CtgSpecField, ctg_n_fields);

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      const CtgField *field = &ctg_fields[i];
      g_autofree char *fallback = ctg_field_to_text (field, defaults);

      described[i] = (CtgSpecField) { field->path, types[field->kind], field->choices, g_intern_string (fallback), field->minimum, field->maximum, field->summary };
    }

  return described;
}

const CtgSpecField *
ctg_spec_get_fields (unsigned int *n_fields)
{
  static CtgSpecField *fields;

  if (g_once_init_enter (&fields))
    g_once_init_leave (&fields, describe_fields ());
  if (n_fields != NULL)
    *n_fields = ctg_n_fields;

  return fields;
}
