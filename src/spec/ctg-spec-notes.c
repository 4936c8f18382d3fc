/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* References and annotations of a spec: checking, comparing, copying, their JSON. It must not know which rows exist, nor where anything is drawn. */

#include "spec/ctg-spec-private.h"

#include <math.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-number.h"
#include "base/ctg-translate.h"

/* Numbers of the value axis and offsets on a page stay within these, either way. */
#define MOST_VALUE 1e15
#define MOST_OFFSET 5000.0

static void
reference_free (CtgSpecReference *self)
{
  g_free (self->label);
  g_free (self);
}

static void
annotation_free (CtgSpecAnnotation *self)
{
  g_free (self->row);
  g_free (self->series);
  g_free (self->text);
  g_free (self);
}

static bool
is_references (const CtgField *field)
{
  return field->offset == G_STRUCT_OFFSET (CtgSpec, references) || field->offset == G_STRUCT_OFFSET (CtgSpec, x_references);
}

static unsigned int
count (void *const *items)
{
  unsigned int n = 0;

  while (items[n] != NULL)
    n++;

  return n;
}

unsigned int
ctg_spec_get_n_annotations (const CtgSpec *self)
{
  return count ((void *const *) self->annotations);
}

CtgSpecReference *const *
ctg_spec_get_references (const CtgSpec *self,
                         const char    *path)
{
  const CtgField *field = ctg_field_find (path);

  g_return_val_if_fail (field != NULL && ctg_list_is_notes (field) && is_references (field), NULL);

  return *CTG_FIELD_AT (self, field, CtgSpecReference **);
}

unsigned int
ctg_spec_get_n_references (const CtgSpec *self,
                           const char    *path)
{
  return count ((void *const *) ctg_spec_get_references (self, path));
}

/* The list with room for one more item at its end. */
static void **
extend (void **items)
{
  unsigned int n = count (items);

  items = g_renew (void *, items, n + 2);
  items[n] = items[n + 1] = NULL;
  return items;
}

void
ctg_notes_reset (const CtgField *field,
                 CtgSpec        *spec)
{
  void ***items = CTG_FIELD_AT (spec, field, void **);
  GDestroyNotify free_item = is_references (field) ? (GDestroyNotify) reference_free : (GDestroyNotify) annotation_free;

  for (unsigned int i = 0; *items != NULL && (*items)[i] != NULL; i++)
    free_item ((*items)[i]);
  g_free (*items);
  *items = g_new0 (void *, 1);
}

static bool
same_number (double a,
             double b)
{
  return a == b || (isnan (a) && isnan (b));
}

static bool
reference_equal (const CtgSpecReference *a,
                 const CtgSpecReference *b)
{
  return a->value == b->value && same_number (a->to, b->to) && g_str_equal (a->label, b->label);
}

static bool
annotation_equal (const CtgSpecAnnotation *a,
                  const CtgSpecAnnotation *b)
{
  return g_str_equal (a->row, b->row) && g_strcmp0 (a->series, b->series) == 0 && g_str_equal (a->text, b->text) &&
         same_number (a->dx, b->dx) && same_number (a->dy, b->dy);
}

bool
ctg_notes_equal (const CtgField *field,
                 const CtgSpec  *a,
                 const CtgSpec  *b)
{
  void **x = *CTG_FIELD_AT (a, field, void **);
  void **y = *CTG_FIELD_AT (b, field, void **);

  for (unsigned int i = 0;; i++)
    {
      if (x[i] == NULL || y[i] == NULL)
        return x[i] == y[i];
      if (!(is_references (field) ? reference_equal (x[i], y[i]) : annotation_equal (x[i], y[i])))
        return false;
    }
}

static bool
check_range (const char *shown,
             const char *member,
             double      value,
             double      most,
             GError    **error)
{
  if (value >= -most && value <= most)
    return true;

  g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: %s is not a number from %.15g to %.15g."), shown, member, -most, most);
  return false;
}

/* A checked copy; a band is kept with its lower end first. */
static CtgSpecReference *
reference_copy (const CtgSpecReference *self,
                const char             *shown,
                GError                **error)
{
  g_autofree char *label = ctg_spec_clean_text (shown, self->label != NULL ? self->label : "", error);
  CtgSpecReference *copy;

  if (label == NULL || !check_range (shown, "value", self->value, MOST_VALUE, error) ||
      (!isnan (self->to) && !check_range (shown, "to", self->to, MOST_VALUE, error)))
    return NULL;

  copy = g_new (CtgSpecReference, 1);
  copy->value = isnan (self->to) ? self->value : MIN (self->value, self->to);
  copy->to = isnan (self->to) || self->to == self->value ? NAN : MAX (self->value, self->to);
  copy->label = g_strstrip (g_steal_pointer (&label));
  return copy;
}

static CtgSpecAnnotation *
annotation_copy (const CtgSpecAnnotation *self,
                 const char              *shown,
                 GError                 **error)
{
  g_autofree char *row = ctg_spec_clean_text (shown, self->row != NULL ? self->row : "", error);
  g_autofree char *series = row != NULL ? ctg_spec_clean_text (shown, self->series != NULL ? self->series : "", error) : NULL;
  g_autofree char *text = series != NULL ? ctg_spec_clean_text (shown, self->text != NULL ? self->text : "", error) : NULL;
  CtgSpecAnnotation *copy;

  if (text == NULL)
    return NULL;
  g_strstrip (text);
  if (*row == '\0' || *text == '\0')
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: an annotation needs a row and a text."), shown);
      return NULL;
    }
  if (isnan (self->dx) != isnan (self->dy))
    {
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: dx and dy are given together, or not at all."), shown);
      return NULL;
    }
  if (!isnan (self->dx) && (!check_range (shown, "dx", self->dx, MOST_OFFSET, error) || !check_range (shown, "dy", self->dy, MOST_OFFSET, error)))
    return NULL;

  copy = g_new (CtgSpecAnnotation, 1);
  copy->row = g_steal_pointer (&row);
  copy->series = *series != '\0' ? g_steal_pointer (&series) : NULL;
  copy->text = g_steal_pointer (&text);
  copy->dx = self->dx;
  copy->dy = self->dy;
  return copy;
}

static void *
item_copy (const CtgField *field,
           const void     *item,
           const char     *shown,
           GError        **error)
{
  return is_references (field) ? (void *) reference_copy (item, shown, error) : (void *) annotation_copy (item, shown, error);
}

void
ctg_notes_copy (const CtgField *field,
                CtgSpec        *to,
                const CtgSpec  *from)
{
  void **items = *CTG_FIELD_AT (from, field, void **);
  void **copy = g_new0 (void *, count (items) + 1);

  for (unsigned int i = 0; items[i] != NULL; i++)
    copy[i] = item_copy (field, items[i], field->path, NULL);
  *CTG_FIELD_AT (to, field, void **) = copy;
}

/* ---- changing one item ---- */

static CtgSpec *
with_item (const CtgSpec *self,
           const char    *path,
           unsigned int   index,
           const void    *item,
           GError       **error)
{
  const CtgField *field = ctg_field_find (path);
  g_autoptr(CtgSpec) copy = ctg_spec_copy (self);
  void ***items = CTG_FIELD_AT (copy, field, void **);
  unsigned int n = count (*items);
  void *added = item != NULL ? item_copy (field, item, path, error) : NULL;

  if (item != NULL && (added == NULL || (index >= n && !ctg_list_check_count (path, n + 1, error))))
    {
      if (added != NULL && is_references (field))
        reference_free (added);
      else if (added != NULL)
        annotation_free (added);
      return NULL;
    }
  if (item == NULL && index >= n)
    return g_steal_pointer (&copy);

  if (index >= n)
    {
      *items = extend (*items);
      index = n;
    }
  else if (is_references (field))
    reference_free ((*items)[index]);
  else
    annotation_free ((*items)[index]);

  (*items)[index] = added;
  for (unsigned int i = index; added == NULL && i < n; i++)
    (*items)[i] = (*items)[i + 1];

  return g_steal_pointer (&copy);
}

CtgSpec *
ctg_spec_with_annotation (const CtgSpec           *self,
                          unsigned int             index,
                          const CtgSpecAnnotation *annotation,
                          GError                 **error)
{
  return with_item (self, "annotations", index, annotation, error);
}

CtgSpec *
ctg_spec_with_reference (const CtgSpec          *self,
                         const char             *path,
                         unsigned int            index,
                         const CtgSpecReference *reference,
                         GError                **error)
{
  return with_item (self, path, index, reference, error);
}

/* ---- JSON ---- */

typedef struct
{
  const char *name;
  double *number;      /* one of the two */
  const char **string;
  bool needed;
} Member;

static bool
read_member (const Member *member,
             const char   *shown,
             JsonNode     *node,
             GError      **error)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;
  g_autofree char *path = g_strdup_printf ("%s.%s", shown, member->name);

  if (JSON_NODE_HOLDS_NULL (node))
    return true;
  if (member->string != NULL && type != G_TYPE_STRING)
    return ctg_spec_fail_type (path, T_ ("a text"), node, error);
  if (member->number != NULL && type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return ctg_spec_fail_type (path, T_ ("a number"), node, error);

  if (member->string != NULL)
    *member->string = json_node_get_string (node);
  else
    *member->number = json_node_get_double (node);
  return true;
}

/* Fills what the members point at; any other member is refused. */
static bool
read_members (const Member *members,
              unsigned int  n_members,
              const char   *shown,
              JsonNode     *node,
              GError      **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return ctg_spec_fail_type (shown, T_ ("an object"), node, error);

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      unsigned int k = 0;

      while (k < n_members && !g_str_equal (members[k].name, name))
        k++;
      if (k == n_members)
        {
          g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_PATH, T_ ("%s: there is no member “%.60s”."), shown, name);
          return false;
        }
      if (!read_member (&members[k], shown, value, error))
        return false;
    }

  for (unsigned int k = 0; k < n_members; k++)
    {
      if (!members[k].needed || (members[k].string != NULL ? *members[k].string != NULL : !isnan (*members[k].number)))
        continue;
      g_set_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE, T_ ("%s: %s is missing."), shown, members[k].name);
      return false;
    }

  return true;
}

static void *
read_reference (const CtgField *field,
                const char     *shown,
                JsonNode       *node,
                GError        **error)
{
  CtgSpecReference item = { NAN, NAN, NULL };
  const Member members[] = {
    { "value", &item.value, NULL, true }, { "to", &item.to, NULL, false }, { "label", NULL, (const char **) &item.label, false },
  };

  return read_members (members, G_N_ELEMENTS (members), shown, node, error) ? item_copy (field, &item, shown, error) : NULL;
}

static void *
read_annotation (const CtgField *field,
                 const char     *shown,
                 JsonNode       *node,
                 GError        **error)
{
  CtgSpecAnnotation item = { NULL, NULL, NULL, NAN, NAN };
  const Member members[] = {
    { "row", NULL, (const char **) &item.row, true }, { "series", NULL, (const char **) &item.series, false },
    { "text", NULL, (const char **) &item.text, true }, { "dx", &item.dx, NULL, false }, { "dy", &item.dy, NULL, false },
  };

  return read_members (members, G_N_ELEMENTS (members), shown, node, error) ? item_copy (field, &item, shown, error) : NULL;
}

bool
ctg_notes_apply_json (const CtgField *field,
                      CtgSpec        *spec,
                      const char     *shown,
                      JsonNode       *node,
                      GError        **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return ctg_spec_fail_type (shown, is_references (field) ? T_ ("an array of references") : T_ ("an array of annotations"), node, error);

  array = json_node_get_array (node);
  if (!ctg_list_check_count (shown, json_array_get_length (array), error))
    return false;

  ctg_notes_reset (field, spec);
  for (unsigned int i = 0; i < json_array_get_length (array); i++)
    {
      void ***items = CTG_FIELD_AT (spec, field, void **);
      g_autofree char *place = g_strdup_printf ("%s[%u]", shown, i);
      JsonNode *element = json_array_get_element (array, i);
      void *item = is_references (field) ? read_reference (field, place, element, error) : read_annotation (field, place, element, error);

      if (item == NULL)
        return false;
      *items = extend (*items);
      (*items)[i] = item;
    }

  return true;
}

static void
append_number (GString    *json,
               const char *name,
               double      value)
{
  if (isnan (value))
    return;

  g_string_append_printf (json, ", \"%s\": ", name);
  ctg_number_append_shortest (json, value);
}

static void
append_string (GString    *json,
               const char *name,
               const char *value)
{
  if (value == NULL || *value == '\0')
    return;

  g_string_append_printf (json, ", \"%s\": ", name);
  ctg_json_append_string (json, value);
}

void
ctg_notes_append_json (GString        *json,
                       const CtgField *field,
                       const CtgSpec  *spec)
{
  void **items = *CTG_FIELD_AT (spec, field, void **);

  g_string_append_c (json, '[');
  for (unsigned int i = 0; is_references (field) && items[i] != NULL; i++)
    {
      const CtgSpecReference *item = items[i];

      g_string_append (json, i > 0 ? ", {\"value\": " : "{\"value\": ");
      ctg_number_append_shortest (json, item->value);
      append_number (json, "to", item->to);
      append_string (json, "label", item->label);
      g_string_append_c (json, '}');
    }
  for (unsigned int i = 0; !is_references (field) && items[i] != NULL; i++)
    {
      const CtgSpecAnnotation *item = items[i];

      g_string_append (json, i > 0 ? ", {\"row\": " : "{\"row\": ");
      ctg_json_append_string (json, item->row);
      append_string (json, "series", item->series);
      append_string (json, "text", item->text);
      append_number (json, "dx", item->dx);
      append_number (json, "dy", item->dy);
      g_string_append_c (json, '}');
    }
  g_string_append_c (json, ']');
}
