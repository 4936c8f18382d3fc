/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Appending short texts by the million. What g_string_append_len() does from GLib 2.76 on, which older ones do five times slower. */

#pragma once

#include <glib.h>
#include <string.h>

/* text must not be part of string. */
static inline void
ctg_append (GString    *string,
            const char *text,
            size_t      length)
{
  if (G_UNLIKELY (length >= string->allocated_len - string->len))
    {
      g_string_append_len (string, text, length);
      return;
    }

  memcpy (string->str + string->len, text, length);
  string->len += length;
  string->str[string->len] = '\0';
}
