/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of warnings beside a scene. It must not decide what is worth a warning, nor in which language it is read. */

#include "base/ctg-warnings.h"

struct _CtgWarnings
{
  GPtrArray *items;
};

static void
warning_free (CtgWarning *warning)
{
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

static bool
is_listed (const CtgWarnings *self,
           CtgPhrase          phrase,
           char             **arguments)
{
  for (unsigned int i = 0; i < self->items->len; i++)
    {
      const CtgWarning *item = g_ptr_array_index (self->items, i);

      if (item->phrase == phrase && g_strv_equal ((const char *const *) item->arguments, (const char *const *) arguments))
        return true;
    }

  return false;
}

void
ctg_warnings_add (CtgWarnings *self,
                  CtgPhrase    phrase,
                  const char  *path,
                  ...)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  const char *argument;
  va_list arguments;

  g_return_if_fail (self != NULL);
  g_return_if_fail ((unsigned int) phrase < CTG_N_PHRASES);

  va_start (arguments, path);
  while ((argument = va_arg (arguments, const char *)) != NULL)
    g_strv_builder_add (builder, argument);
  va_end (arguments);

  g_auto(GStrv) list = g_strv_builder_end (builder);

  if (is_listed (self, phrase, list))
    return;

  CtgWarning *warning = g_new0 (CtgWarning, 1);

  warning->phrase = phrase;
  warning->arguments = g_steal_pointer (&list);
  warning->path = g_strdup (path);
  g_ptr_array_add (self->items, warning);
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
