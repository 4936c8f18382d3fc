/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader must know of the value axis: that it is not an even one. Said in its title, in the note and in the alternative text. */

#include <math.h>

#include "chart/ctg-giants.h"
#include "chart/ctg-plan.h"
#include "chart/ctg-words-private.h"

static bool
is_on (const CtgWords *self,
       const char     *scale)
{
  const CtgScaleDesc *desc = ctg_select_scale (self->input, self->kind, NULL);

  return desc != NULL && g_str_equal (desc->id, scale);
}

char *
ctg_words_name_scale (const CtgWords *self,
                      char           *axis_title)
{
  g_autofree char *title = axis_title;

  if (is_on (self, "log"))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_LOG, title, NULL);
  if (is_on (self, "sqrt"))
    return ctg_locale_phrase (self->locale, CTG_PHRASE_AXIS_SQRT, title, NULL);

  return g_steal_pointer (&title);
}

/* "The axis is broken between 550 and 5,850."; NULL where it is not. */
static char *
describe_break (const CtgWords *self,
                const CtgDrawn *drawn)
{
  double low;
  double high;

  if (!ctg_giants_get_break (drawn, &low, &high, NULL) || isnan (low))
    return NULL;

  g_autofree char *from = ctg_locale_format_number (self->locale, low, 1);
  g_autofree char *to = ctg_locale_format_number (self->locale, high, 1);

  return ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_BREAK, from, to, NULL);
}

void
ctg_words_add_giants (const CtgWords *self,
                      GPtrArray      *sentences)
{
  CtgDrawn drawn = ctg_drawn_of_words (self);
  g_autoptr(GPtrArray) parts = ctg_giants_split (&drawn);
  double over;

  for (unsigned int p = 0; parts != NULL && p < parts->len; p++)
    {
      const CtgPanelPart *part = g_ptr_array_index (parts, p);
      CtgDrawn panel = ctg_drawn_of_part (&drawn, part);
      g_autofree char *broken = describe_break (self, &panel);

      if (broken != NULL)
        ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_OF_SERIES, part->title, broken, NULL));
    }
  if (parts == NULL && ctg_giants_count_apart (&drawn, &over) > 0)
    {
      g_autoptr(GPtrArray) names = g_ptr_array_new ();

      for (unsigned int i = 0; i < self->n_drawn; i++)
        {
          if (ctg_giants_has (&drawn, i, over))
            g_ptr_array_add (names, (gpointer) ctg_words_get_name (self, i));
        }
      g_ptr_array_add (names, NULL);

      g_autofree char *list = ctg_locale_format_list (self->locale, (const char *const *) names->pdata);

      ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_PANEL, list, NULL));
    }
  else if (parts == NULL)
    {
      ctg_words_add (sentences, describe_break (self, &drawn));
    }
}

void
ctg_words_add_scale (const CtgWords *self,
                     GPtrArray      *sentences)
{
  CtgAxisScale across = self->kind->x_axis ? self->input->spec->x_scale : CTG_AXIS_SCALE_LINEAR;

  ctg_words_add_giants (self, sentences);
  if (is_on (self, "log") || across == CTG_AXIS_SCALE_LOG)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_LOG, NULL));
  if (is_on (self, "sqrt") || across == CTG_AXIS_SCALE_SQRT)
    ctg_words_add (sentences, ctg_locale_phrase (self->locale, CTG_PHRASE_NOTE_SQRT, NULL));
}
