/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes numbers and escaped strings. Must not know any element of SVG. */

#include "render/ctg-svg-text.h"

#include <string.h>

#include "base/ctg-number.h"

#define DECIMALS 3

/* Characters that need care: controls, markup, and the lead byte of what XML forbids. */
#define CONTROLS "\x01\x02\x03\x04\x05\x06\x07\x08\x0b\x0c\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f\r"
#define SPECIAL_IN_TEXT CONTROLS "\t\n&<>\"\xef"
#define SPECIAL_IN_DOCUMENT CONTROLS "&<>\xef"

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
  return strncmp (c, "\xef\xbf\xbe", 3) == 0 || strncmp (c, "\xef\xbf\xbf", 3) == 0;
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

void
ctg_svg_append_text (GString    *svg,
                     const char *text)
{
  for (;;)
    {
      size_t plain = strcspn (text, SPECIAL_IN_TEXT);
      const char *entity;

      g_string_append_len (svg, text, plain);
      text += plain;
      if (*text == '\0')
        break;

      if ((entity = get_entity (*text)) != NULL)
        {
          g_string_append (svg, entity);
        }
      else if (is_forbidden (text))
        {
          g_string_append (svg, "\xef\xbf\xbd");
          text += 2;
        }
      else if (*text == '\xef')
        {
          g_string_append_c (svg, *text);
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
  for (;;)
    {
      size_t plain = strcspn (json, SPECIAL_IN_DOCUMENT);

      g_string_append_len (svg, json, plain);
      json += plain;
      if (*json == '\0')
        break;

      if (is_forbidden (json))
        {
          g_string_append (svg, json[2] == '\xbe' ? "\\ufffe" : "\\uffff");
          json += 2;
        }
      else if (*json == '\xef')
        {
          g_string_append_c (svg, *json);
        }
      else if (*json == '\r')
        {
          g_string_append (svg, "&#13;");
        }
      else
        {
          const char *entity = get_entity (*json);

          g_string_append (svg, entity != NULL ? entity : " ");
        }
      json++;
    }
}
