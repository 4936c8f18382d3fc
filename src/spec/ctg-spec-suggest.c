/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a mistyped path may have meant. */

#include "spec/ctg-spec-private.h"

#include <string.h>

#include "base/ctg-distance.h"
#include "base/ctg-error.h"
#include "base/ctg-translate.h"

/* How far a mistyped path is from a field; the last part alone counts too, so that "width" finds "page.width". */
static unsigned int
distance_to_field (const char     *path,
                   const CtgField *field)
{
  const char *last = strrchr (field->path, '.');
  const char *written = strrchr (path, '.');
  unsigned int distance = ctg_distance_measure (path, field->path, CTG_DISTANCE_MAX_BYTES);

  if (last != NULL)
    distance = MIN (distance, ctg_distance_measure (written != NULL ? written + 1 : path, last + 1, CTG_DISTANCE_MAX_BYTES) + 1);

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
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      unsigned int distance = distance_to_field (lower, &ctg_fields[i]);
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

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_PATH, T_ ("%.100s: there is no such field. The nearest are %s, %s and %s."), valid, near[0], near[1], near[2]);
}
