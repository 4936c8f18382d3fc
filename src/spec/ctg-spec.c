/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a spec: making, changing by copying, comparing. What a field may hold is in ctg-spec-fields.c and ctg-spec-lists.c. */

#include "spec/ctg-spec-private.h"

#include "base/ctg-error.h"

static CtgSpec *
spec_alloc (void)
{
  return g_atomic_rc_box_new0 (CtgSpec);
}

CtgSpec *
ctg_spec_new (void)
{
  CtgSpec *self = spec_alloc ();

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    ctg_field_reset (&ctg_fields[i], self);

  return self;
}

CtgSpec *
ctg_spec_ref (CtgSpec *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
spec_clear (CtgSpec *self)
{
  for (unsigned int i = 0; i < ctg_n_fields; i++)
    ctg_field_reset (&ctg_fields[i], self);

  /* What resetting a list leaves is an empty one. */
  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (ctg_fields[i].kind == CTG_FIELD_LIST)
        g_free (*CTG_FIELD_AT (self, &ctg_fields[i], void *));
    }
}

void
ctg_spec_unref (CtgSpec *self)
{
  g_atomic_rc_box_release_full (self, (GDestroyNotify) spec_clear);
}

CtgSpec *
ctg_spec_copy (const CtgSpec *self)
{
  CtgSpec *copy = spec_alloc ();

  *copy = *self;
  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (ctg_fields[i].kind == CTG_FIELD_STRING)
        *CTG_FIELD_AT (copy, &ctg_fields[i], char *) = g_strdup (*CTG_FIELD_AT (self, &ctg_fields[i], char *));
      else if (ctg_fields[i].kind == CTG_FIELD_LIST)
        ctg_list_copy (&ctg_fields[i], copy, self);
    }

  return copy;
}

bool
ctg_spec_equal (const CtgSpec *a,
                const CtgSpec *b)
{
  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (!ctg_field_equal (&ctg_fields[i], a, b))
        return false;
    }

  return true;
}

CtgSpec *
ctg_spec_with (const CtgSpec *self,
               const char    *path,
               const char    *value,
               GError       **error)
{
  const CtgField *field = ctg_field_find (path);
  g_autoptr(CtgSpec) copy = NULL;

  if (field == NULL)
    {
      ctg_field_set_unknown (path, path, error);
      return NULL;
    }

  copy = ctg_spec_copy (self);
  if (value == NULL)
    ctg_field_reset (field, copy);
  else if (!ctg_field_set_text (field, copy, path, value, error))
    return NULL;

  return g_steal_pointer (&copy);
}

CtgSpec *
ctg_spec_with_fields (const CtgSpec     *self,
                      const char *const *fields,
                      GError           **error)
{
  g_autoptr(CtgSpec) spec = ctg_spec_ref ((CtgSpec *) self);

  for (unsigned int i = 0; fields[i] != NULL; i++)
    {
      g_auto(GStrv) pair = g_strsplit (fields[i], "=", 2);
      const char *value = pair[0] != NULL && pair[1] != NULL && !g_str_equal (pair[1], "null") ? pair[1] : NULL;
      CtgSpec *next = ctg_spec_with (spec, pair[0], value, error);

      if (next == NULL)
        return NULL;
      ctg_spec_unref (spec);
      spec = next;
    }

  return g_steal_pointer (&spec);
}

CtgSpec *
ctg_spec_with_series (const CtgSpec     *self,
                      const char *const *series)
{
  CtgSpec *copy = ctg_spec_copy (self);
  g_autoptr(GError) error = NULL;

  if (!ctg_list_set_names (ctg_field_find ("series"), copy, "series", series, &error))
    g_debug ("%s", error->message);

  return copy;
}

CtgSpec *
ctg_spec_with_highlight (const CtgSpec     *self,
                         const char *const *keys)
{
  CtgSpec *copy = ctg_spec_copy (self);
  g_autoptr(GError) error = NULL;

  if (!ctg_list_set_names (ctg_field_find ("highlight"), copy, "highlight", keys, &error))
    g_debug ("%s", error->message);

  return copy;
}

CtgSpec *
ctg_spec_with_where (const CtgSpec *self,
                     const char    *column,
                     const char    *value)
{
  g_autoptr(CtgSpec) copy = ctg_spec_copy (self);
  g_autoptr(CtgSpec) without = NULL;
  g_autoptr(GError) error = NULL;

  if (value != NULL)
    {
      if (!ctg_list_add_condition (copy, "where", column, value, &error))
        g_debug ("%s", error->message);
      return g_steal_pointer (&copy);
    }

  ctg_list_reset (ctg_field_find ("where"), copy);
  for (unsigned int i = 0; self->where[i] != NULL; i++)
    {
      if (!g_str_equal (self->where[i]->column, column))
        ctg_list_add_condition (copy, "where", self->where[i]->column, self->where[i]->value, NULL);
    }

  return g_steal_pointer (&copy);
}

CtgSpec *
ctg_spec_without_filter (const CtgSpec *self)
{
  static const char *const paths[] = { "search", "region", "where" };
  CtgSpec *copy = ctg_spec_copy (self);

  for (unsigned int i = 0; i < G_N_ELEMENTS (paths); i++)
    ctg_field_reset (ctg_field_find (paths[i]), copy);

  return copy;
}

char *
ctg_spec_get (const CtgSpec *self,
              const char    *path)
{
  const CtgField *field = ctg_field_find (path);

  return field != NULL ? ctg_field_to_text (field, self) : NULL;
}

bool
ctg_spec_get_descending (const CtgSpec *self)
{
  switch (self->sort_order)
    {
    case CTG_ORDER_DESCENDING:
      return true;
    case CTG_ORDER_ASCENDING:
      return false;
    case CTG_ORDER_AUTO:
    default:
      /* The first place comes first. */
      return (self->sort_by == CTG_SPEC_SORT_VALUE && self->derive != CTG_SPEC_DERIVE_RANK) || self->sort_by == CTG_SPEC_SORT_DIFFERENCE || self->sort_by == CTG_SPEC_SORT_AS_OF ||
             self->sort_by == CTG_SPEC_SORT_SPREAD || self->sort_by == CTG_SPEC_SORT_SPREAD_RATIO;
    }
}

char **
ctg_spec_diff (const CtgSpec *a,
               const CtgSpec *b)
{
  g_autoptr(GStrvBuilder) paths = g_strv_builder_new ();

  for (unsigned int i = 0; i < ctg_n_fields; i++)
    {
      if (!ctg_field_equal (&ctg_fields[i], a, b))
        g_strv_builder_add (paths, ctg_fields[i].path);
    }

  return g_strv_builder_end (paths);
}
