/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure's phrases in the locale's language, with their arguments in place. */

#include <math.h>
#include <string.h>

#include "base/ctg-bidi.h"
#include "base/ctg-locale-private.h"

/* English is the source text itself: one and many. */
static const char *const english[CTG_N_PHRASES][2] = {
#define PHRASE(name, text) { text, NULL },
#define PHRASE_PLURAL(name, one, many) { one, many },
#include "base/ctg-phrases.inc"
#undef PHRASE
#undef PHRASE_PLURAL
};

static bool
is_plural (CtgPhrase phrase)
{
  return english[phrase][1] != NULL;
}

static unsigned int
get_plural_form (const CtgPhraseCatalog *catalog,
                 double                  count)
{
  double n = fabs (count);

  /* Half a country, or more than can be counted: the form of "many". */
  if (n != floor (n) || n > G_MAXUINT)
    n = 100;

  unsigned int whole = n;

  return catalog->plurals[whole < 100 ? whole : 100 + whole % 100];
}

static const char *
get_template (const CtgLocale *self,
              CtgPhrase        phrase,
              double           count)
{
  if (self->catalog != NULL)
    {
      unsigned int form = is_plural (phrase) ? get_plural_form (self->catalog, count) : 0;
      const char *text = self->catalog->texts[phrase * CTG_PHRASE_MAX_FORMS + form];

      if (text != NULL)
        return text;
    }

  return english[phrase][is_plural (phrase) && fabs (count) != 1];
}

static char *
isolate (const CtgLocale *self,
         const char      *text,
         CtgDirection     direction)
{
  CtgDirection other = self->is_rtl ? CTG_DIRECTION_LEFT_TO_RIGHT : CTG_DIRECTION_RIGHT_TO_LEFT;

  return direction == other ? g_strconcat (CTG_FIRST_STRONG_ISOLATE, text, CTG_POP_DIRECTIONAL_ISOLATE, NULL) : g_strdup (text);
}

char *
ctg_locale_isolate (const CtgLocale *self,
                    const char      *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return isolate (self, text, ctg_bidi_get_only_direction (text));
}

char *
ctg_locale_isolate_paragraph (const CtgLocale *self,
                              const char      *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  return isolate (self, text, ctg_bidi_get_direction (text));
}

/* {0} to {9} are replaced; a number without an argument leaves nothing, any other brace stays. */
static char *
fill_template (const CtgLocale   *self,
               const char        *template,
               const char *const *arguments)
{
  GString *string = g_string_new (NULL);
  unsigned int n_arguments = g_strv_length ((char **) arguments);

  for (const char *p = template; *p != '\0'; p++)
    {
      if (p[0] == '{' && g_ascii_isdigit (p[1]) && p[2] == '}')
        {
          unsigned int index = p[1] - '0';

          if (index < n_arguments)
            {
              g_autofree char *argument = ctg_locale_isolate (self, arguments[index]);

              g_string_append (string, argument);
            }
          p += 2;
          /* An abbreviation brings its full stop along: "октябрь 2017 г." */
          if (p[1] == '.' && (g_str_has_suffix (string->str, ".") || g_str_has_suffix (string->str, "." CTG_POP_DIRECTIONAL_ISOLATE)))
            p++;
        }
      else
        g_string_append_c (string, *p);
    }

  return g_string_free (string, FALSE);
}

static void
add_arguments (GPtrArray *list,
               va_list    arguments)
{
  const char *argument;

  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_ptr_array_add (list, (char *) argument);
  g_ptr_array_add (list, NULL);
}

char *
ctg_locale_phrase (const CtgLocale *self,
                   CtgPhrase        phrase,
                   ...)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  va_list arguments;

  g_return_val_if_fail (self != NULL && (unsigned int) phrase < CTG_N_PHRASES, NULL);

  va_start (arguments, phrase);
  add_arguments (list, arguments);
  va_end (arguments);

  return ctg_locale_phrase_argv (self, phrase, (const char *const *) list->pdata);
}

char *
ctg_locale_phrase_plural (const CtgLocale *self,
                          CtgPhrase        phrase,
                          double           count,
                          ...)
{
  g_autoptr(GPtrArray) list = g_ptr_array_new ();
  va_list arguments;

  g_return_val_if_fail (self != NULL && (unsigned int) phrase < CTG_N_PHRASES, NULL);

  g_autofree char *number = ctg_locale_format_number (self, count, CTG_LOCALE_MAX_DECIMALS);

  g_ptr_array_add (list, number);
  va_start (arguments, count);
  add_arguments (list, arguments);
  va_end (arguments);

  return fill_template (self, get_template (self, phrase, count), (const char *const *) list->pdata);
}

char *
ctg_locale_phrase_argv (const CtgLocale   *self,
                        CtgPhrase          phrase,
                        const char *const *arguments)
{
  g_return_val_if_fail (self != NULL && (unsigned int) phrase < CTG_N_PHRASES && arguments != NULL, NULL);

  if (!is_plural (phrase) || arguments[0] == NULL)
    return fill_template (self, get_template (self, phrase, 0), arguments);

  double count = g_ascii_strtod (arguments[0], NULL);
  g_autofree char *number = ctg_locale_format_number (self, count, CTG_LOCALE_MAX_DECIMALS);
  unsigned int n_arguments = g_strv_length ((char **) arguments);
  g_autofree const char **list = g_memdup2 (arguments, (n_arguments + 1) * sizeof *arguments);

  list[0] = number;

  return fill_template (self, get_template (self, phrase, count), list);
}

char *
ctg_locale_translate (const CtgLocale *self,
                      const char      *text)
{
  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  for (CtgPhrase phrase = 0; self->catalog != NULL && phrase < CTG_N_PHRASES; phrase++)
    {
      if (!is_plural (phrase) && g_str_equal (english[phrase][0], text))
        return g_strdup (get_template (self, phrase, 0));
    }

  return g_strdup (text);
}
