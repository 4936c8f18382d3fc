/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one translator of the process. Must not know where translations come from. */

#include "base/ctg-translate.h"

static CtgTranslator current;

void
ctg_set_translator (CtgTranslator translator)
{
  g_atomic_pointer_set (&current, translator);
}

const char *
ctg_translate (const char *message)
{
  CtgTranslator translator = g_atomic_pointer_get (&current);

  return translator != NULL ? translator (message, NULL, 0) : message;
}

const char *
ctg_translate_plural (const char   *one,
                      const char   *many,
                      unsigned long count)
{
  CtgTranslator translator = g_atomic_pointer_get (&current);

  if (translator != NULL)
    return translator (one, many, count);

  return count == 1 ? one : many;
}
