/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mistyped path may have meant. */

#include "spec/ctg-spec-private.h"

#include <string.h>

#include "base/ctg-error.h"

/* Levenshtein distance, both texts cut to 40 bytes: more than that is near nothing. */
static unsigned int
edit_distance (const char *a,
               const char *b)
{
  enum { LONGEST = 40 };
  unsigned int row[LONGEST + 1];
  size_t n = MIN (strlen (b), LONGEST);

  for (size_t j = 0; j <= n; j++)
    row[j] = j;

  for (size_t i = 0; a[i] != '\0' && i < LONGEST; i++)
    {
      unsigned int diagonal = row[0];

      row[0] = i + 1;
      for (size_t j = 0; j < n; j++)
        {
          unsigned int above = row[j + 1];
          unsigned int cost = diagonal + (g_ascii_tolower (a[i]) != g_ascii_tolower (b[j]));

          row[j + 1] = MIN (cost, MIN (above, row[j]) + 1);
          diagonal = above;
        }
    }

  return row[n];
}

/* How far a mistyped path is from a field; the last part alone counts too, so that "width" finds "page.width". */
static unsigned int
distance_to_field (const char     *path,
                   const CtgField *field)
{
  const char *last = strrchr (field->path, '.');
  const char *written = strrchr (path, '.');
  unsigned int distance = edit_distance (path, field->path);

  if (last != NULL)
    distance = MIN (distance, edit_distance (written != NULL ? written + 1 : path, last + 1) + 1);

  return distance;
}

void
ctg_field_set_unknown (const char *path,
                       const char *shown,
                       GError    **error)
{
  enum { WANTED = 3 };
  const char *near[WANTED] = { NULL };
  unsigned int distances[WANTED] = { G_MAXUINT, G_MAXUINT, G_MAXUINT };
  g_autofree char *valid = g_utf8_make_valid (shown, -1);

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      unsigned int distance = distance_to_field (path, &ctg_fields[i]);
      const char *name = ctg_fields[i].path;

      for (unsigned int k = 0; k < WANTED; k++)
        {
          if (distance < distances[k])
            {
              const char *displaced = near[k];
              unsigned int displaced_distance = distances[k];

              near[k] = name;
              distances[k] = distance;
              if (displaced == NULL)
                break;
              name = displaced;
              distance = displaced_distance;
            }
        }
    }

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_PATH, "%.100s: there is no such field. The nearest are %s, %s and %s.", valid, near[0], near[1], near[2]);
}
