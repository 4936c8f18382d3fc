/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of warnings beside a scene. It must not decide what is worth a warning, nor in which language it is read. */

#include "base/ctg-warnings.h"

struct _CtgWarnings
{
  GPtrArray *items;
};

static void
clear_fix (gpointer data)
{
  g_strfreev (((CtgFix *) data)->fields);
}

static void
warning_free (CtgWarning *warning)
{
  g_array_unref (warning->fixes);
  g_strfreev (warning->arguments);
  g_free (warning->path);
  g_free (warning);
}

CtgWarnings *
ctg_warnings_new (void)
{
  CtgWarnings *self = g_new0 (CtgWarnings, 1);

  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) warning_free);

  return self;
}

void
ctg_warnings_free (CtgWarnings *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->items);
  g_free (self);
}

/* NULL if it is not listed. */
static CtgWarning *
find (const CtgWarnings *self,
      CtgPhrase          phrase,
      char             **arguments)
{
  for (unsigned int i = 0; i < self->items->len; i++)
    {
      CtgWarning *item = g_ptr_array_index (self->items, i);

      if (item->phrase == phrase && g_strv_equal ((const char *const *) item->arguments, (const char *const *) arguments))
        return item;
    }

  return NULL;
}

static char **
collect (va_list arguments)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *argument;

  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_strv_builder_add (builder, argument);

  return g_strv_builder_end (builder);
}

CtgWarning *
ctg_warnings_add (CtgWarnings *self,
                  CtgPhrase    phrase,
                  const char  *path,
                  ...)
{
  g_auto(GStrv) list = NULL;
  va_list arguments;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail ((unsigned int) phrase < CTG_N_PHRASES, NULL);

  va_start (arguments, path);
  list = collect (arguments);
  va_end (arguments);

  CtgWarning *warning = find (self, phrase, list);

  if (warning != NULL)
    return warning;

  warning = g_new0 (CtgWarning, 1);
  warning->phrase = phrase;
  warning->arguments = g_steal_pointer (&list);
  warning->path = g_strdup (path);
  warning->fixes = g_array_new (FALSE, FALSE, sizeof (CtgFix));
  g_array_set_clear_func (warning->fixes, clear_fix);
  g_ptr_array_add (self->items, warning);

  return warning;
}

void
ctg_warning_add_fix (CtgWarning *warning,
                     CtgPhrase   phrase,
                     ...)
{
  CtgFix fix = { .phrase = phrase };
  va_list fields;

  g_return_if_fail (warning != NULL);
  g_return_if_fail ((unsigned int) phrase < CTG_N_PHRASES);

  for (unsigned int i = 0; i < warning->fixes->len; i++)
    {
      if (g_array_index (warning->fixes, CtgFix, i).phrase == phrase)
        return;
    }

  va_start (fields, phrase);
  fix.fields = collect (fields);
  va_end (fields);
  g_array_append_val (warning->fixes, fix);
}

unsigned int
ctg_warnings_get_n (const CtgWarnings *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->items->len;
}

const CtgWarning *
ctg_warnings_get (const CtgWarnings *self,
                  unsigned int       index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (index < self->items->len, NULL);

  return g_ptr_array_index (self->items, index);
}

char *
ctg_warning_format (const CtgWarning *warning,
                    const CtgLocale  *locale)
{
  g_return_val_if_fail (warning != NULL, NULL);
  g_return_val_if_fail (locale != NULL, NULL);

  return ctg_locale_phrase_argv (locale, warning->phrase, (const char *const *) warning->arguments);
}
