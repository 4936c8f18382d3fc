/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Undo is a list of specs, for specs are immutable. */

#include "app/ctg-history.h"

typedef struct
{
  CtgSpec *spec;
  char *label; /* what led here; NULL for the first */
  gboolean merging;
} Step;

struct _CtgHistory
{
  GPtrArray *steps; /* of Step, never empty */
  unsigned int position;
};

static Step *
step_new (CtgSpec    *spec,
          const char *label,
          gboolean    merging)
{
  Step *step = g_new0 (Step, 1);

  step->spec = ctg_spec_ref (spec);
  step->label = g_strdup (label);
  step->merging = merging;

  return step;
}

static void
step_free (Step *step)
{
  ctg_spec_unref (step->spec);
  g_free (step->label);
  g_free (step);
}

static Step *
get_current (const CtgHistory *self)
{
  return g_ptr_array_index (self->steps, self->position);
}

CtgHistory *
ctg_history_new (CtgSpec *first)
{
  CtgHistory *self;

  g_return_val_if_fail (first != NULL, NULL);

  self = g_new0 (CtgHistory, 1);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  g_ptr_array_add (self->steps, step_new (first, NULL, FALSE));

  return self;
}

void
ctg_history_free (CtgHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

CtgSpec *
ctg_history_get_spec (const CtgHistory *self)
{
  return get_current (self)->spec;
}

gboolean
ctg_history_add (CtgHistory *self,
                 CtgSpec    *spec,
                 const char *label,
                 gboolean    merging)
{
  Step *step = get_current (self);

  g_return_val_if_fail (spec != NULL && label != NULL, FALSE);

  if (ctg_spec_equal (spec, step->spec))
    return FALSE;

  g_ptr_array_set_size (self->steps, self->position + 1);

  if (merging && step->merging && g_strcmp0 (step->label, label) == 0)
    {
      ctg_spec_unref (step->spec);
      step->spec = ctg_spec_ref (spec);
    }
  else
    {
      g_ptr_array_add (self->steps, step_new (spec, label, merging));
      self->position++;
    }

  return TRUE;
}

void
ctg_history_end_merging (CtgHistory *self)
{
  get_current (self)->merging = FALSE;
}

gboolean
ctg_history_undo (CtgHistory *self)
{
  if (self->position == 0)
    return FALSE;

  /* What is typed after this is a step of its own. */
  ctg_history_end_merging (self);
  self->position--;
  ctg_history_end_merging (self);

  return TRUE;
}

gboolean
ctg_history_redo (CtgHistory *self)
{
  if (self->position + 1 >= self->steps->len)
    return FALSE;

  self->position++;

  return TRUE;
}

const char *
ctg_history_get_undo_label (const CtgHistory *self)
{
  return get_current (self)->label;
}

const char *
ctg_history_get_redo_label (const CtgHistory *self)
{
  if (self->position + 1 >= self->steps->len)
    return NULL;

  return ((Step *) g_ptr_array_index (self->steps, self->position + 1))->label;
}
