/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes numbers and escaped strings. Must not know any element of SVG. */

#include "render/ctg-svg-text.h"

#include <string.h>

#include "base/ctg-number.h"

#define DECIMALS 3

void
ctg_svg_append_number (GString *svg,
                       double   value)
{
  ctg_number_append_fixed (svg, value, DECIMALS);
}

/* Valid UTF-8 has no surrogates; these two noncharacters are all that XML forbids beyond the controls. */
static bool
is_forbidden (const char *c)
{
  return memcmp (c, "\xef\xbf", 2) == 0 && (c[2] == '\xbe' || c[2] == '\xbf');
}

static const char *
get_entity (char c)
{
  switch (c)
    {
    case '&':
      return "&amp;";

    case '<':
      return "&lt;";

    case '>':
      return "&gt;";

    case '"':
      return "&quot;";

    default:
      return NULL;
    }
}

/* Characters that need no care, at the beginning of text. */
static size_t
plain_length (const char *text)
{
  size_t length = 0;

  while ((unsigned char) text[length] >= 0x20 && strchr ("&<>\"\xef", text[length]) == NULL)
    length++;

  return length;
}

void
ctg_svg_append_text (GString    *svg,
                     const char *text)
{
  for (size_t plain = plain_length (text);; plain = plain_length (text))
    {
      const char *entity;

      g_string_append_len (svg, text, plain);
      text += plain;
      if (*text == '\0')
        break;

      if ((entity = get_entity (*text)) != NULL)
        {
          g_string_append (svg, entity);
        }
      else if (*text == '\xef')
        {
          g_string_append_len (svg, is_forbidden (text) ? "\xef\xbf\xbd" : text, 3);
          text += 2;
        }
      else
        {
          g_string_append_c (svg, ' ');
        }
      text++;
    }
}

void
ctg_svg_append_document (GString    *svg,
                         const char *json)
{
  for (size_t plain = plain_length (json);; plain = plain_length (json))
    {
      g_string_append_len (svg, json, plain);
      json += plain;
      if (*json == '\0')
        break;

      if (*json == '\xef')
        {
          if (is_forbidden (json))
            g_string_append (svg, json[2] == '\xbe' ? "\\ufffe" : "\\uffff");
          else
            g_string_append_len (svg, json, 3);
          json += 2;
        }
      else if (*json == '\r')
        {
          g_string_append (svg, "&#13;");
        }
      else if (*json == '"' || *json == '\n' || *json == '\t')
        {
          g_string_append_c (svg, *json);
        }
      else
        {
          const char *entity = get_entity (*json);

          g_string_append (svg, entity != NULL ? entity : " ");
        }
      json++;
    }
}
