/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A view: the claims of all packages that meet a query, as a dataset. Claims keep their own source; nothing is added up or merged. */

#include "data/ctg-library-private.h"

#include <string.h>

#include "base/ctg-json.h"
#include "data/ctg-package-private.h"

typedef struct
{
  CtgDataset *dataset;
  JsonObject *query;
  JsonObject *columns; /* nullable: unit → measure */
  GPtrArray *packages;
} View;

static bool
meets (JsonObject *query,
       const char *member,
       const char *value)
{
  JsonArray *values = json_object_has_member (query, member) ? json_object_get_array_member (query, member) : NULL;

  for (unsigned int i = 0; values != NULL && i < json_array_get_length (values); i++)
    if (g_strcmp0 (json_array_get_string_element (values, i), value) == 0)
      return TRUE;

  return values == NULL;
}

static bool
belongs (const View     *self,
         const CtgClaim *claim)
{
  return meets (self->query, "level", ctg_level_get_id (claim->level)) && meets (self->query, "measure", claim->measure)
         && meets (self->query, "source", claim->context->source) && meets (self->query, "unit", claim->context->unit);
}

static void
copy_source (CtgDataset      *dataset,
             const CtgSource *from)
{
  CtgSource *source = ctg_dataset_add_source (dataset, ctg_dataset_intern (dataset, from->id));
  const char *id = source->id;
  g_autoptr(GPtrArray) notes = g_ptr_array_new ();

  for (unsigned int i = 0; from->notes[i] != NULL; i++)
    g_ptr_array_add (notes, (gpointer) from->notes[i]);

  *source = (CtgSource) {
    .id = id,
    .title = ctg_dataset_intern (dataset, from->title),
    .publisher = ctg_dataset_intern (dataset, from->publisher),
    .authors = ctg_dataset_intern (dataset, from->authors),
    .published = ctg_dataset_intern (dataset, from->published),
    .scope = ctg_dataset_intern (dataset, from->scope),
    .citation = ctg_dataset_intern (dataset, from->citation),
    .short_name = ctg_dataset_intern (dataset, from->short_name),
    .short_publisher = ctg_dataset_intern (dataset, from->short_publisher),
    .container = ctg_dataset_intern (dataset, from->container),
    .type = ctg_dataset_intern (dataset, from->type),
    .url = ctg_dataset_intern (dataset, from->url),
    .notes = ctg_dataset_take_list (dataset, notes),
    .year = from->year,
  };
}

/* Notes of a measure speak of one package and stay behind. */
static CtgMeasure *
copy_measure (CtgDataset       *dataset,
              const CtgMeasure *from)
{
  CtgMeasure *measure = ctg_dataset_add_measure (dataset, ctg_dataset_intern (dataset, from->id));

  measure->title = ctg_dataset_intern (dataset, from->title);
  measure->unit = ctg_dataset_intern (dataset, from->unit);
  measure->description = ctg_dataset_intern (dataset, from->description);
  measure->nature = from->nature;
  measure->overlaps = from->overlaps;
  measure->subset_of = ctg_dataset_intern (dataset, from->subset_of);
  measure->rest = ctg_dataset_intern (dataset, from->rest);
  measure->partition = ctg_dataset_intern (dataset, from->partition);

  return measure;
}

/* The measure of that id, from the view itself or from the first package that has it. */
static CtgMeasure *
find_measure (View       *self,
              const char *id)
{
  for (unsigned int i = 0; i < self->packages->len && ctg_dataset_find_measure (self->dataset, id) == NULL; i++)
    {
      const CtgMeasure *measure = ctg_dataset_find_measure (g_ptr_array_index (self->packages, i), id);

      if (measure != NULL)
        copy_measure (self->dataset, measure);
    }

  return ctg_dataset_add_measure (self->dataset, ctg_dataset_intern (self->dataset, id));
}

/* Notes on rows go with the rows. */
static void
copy_row_notes (CtgDataset       *dataset,
                const CtgDataset *package,
                GHashTable       *claims)
{
  for (unsigned int i = 0; i < package->row_notes->len; i++)
    {
      const CtgRowNote *from = &g_array_index (package->row_notes, CtgRowNote, i);
      g_autoptr(GPtrArray) ids = g_ptr_array_new ();

      for (unsigned int k = 0; from->claims[k] != NULL; k++)
        if (g_hash_table_contains (claims, from->claims[k]))
          g_ptr_array_add (ids, (gpointer) from->claims[k]);
      if (ids->len > 0)
        {
          CtgRowNote row_note = { ctg_dataset_intern (dataset, from->note), ctg_dataset_take_list (dataset, ids) };
          g_array_append_val (dataset->row_notes, row_note);
        }
    }
}

static void
copy_pages (CtgDataset       *dataset,
            const CtgDataset *package,
            const char       *pages)
{
  g_auto(GStrv) ids = pages != NULL ? g_strsplit (pages, " ", -1) : NULL;

  for (unsigned int i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      const CtgPage *from = ctg_dataset_find_page (package, ids[i]);

      if (from != NULL && ctg_dataset_find_page (dataset, ids[i]) == NULL)
        {
          CtgPage page = {
            .id = ctg_dataset_intern (dataset, from->id),
            .where = ctg_dataset_intern (dataset, from->where),
            .what = ctg_dataset_intern (dataset, from->what),
            .evidence = ctg_dataset_intern (dataset, from->evidence),
          };
          g_array_append_val (dataset->pages, page);
        }
    }
}

/* Where rows are categories, the row is called by what it measures, and its number stands in the column of its unit. */
static void
turn_to_category (View             *self,
                  CtgClaim         *claim,
                  CtgClaimContext  *context,
                  const CtgMeasure *from)
{
  const char *unit = context->unit;
  const char *column = json_object_has_member (self->columns, unit) ? json_object_get_string_member (self->columns, unit) : claim->measure;
  CtgMeasure *measure = find_measure (self, column);

  measure->overlaps = measure->overlaps || from->overlaps;
  claim->measure = measure->id;
  claim->name = ctg_dataset_intern (self->dataset, from->title);
  claim->code = context->members = NULL;
}

static void
copy_claim (View             *self,
            const CtgDataset *package,
            const CtgClaim   *from)
{
  CtgDataset *dataset = self->dataset;
  CtgClaim claim = *from;
  CtgClaimContext context = {
    .source = ctg_dataset_intern (dataset, from->context->source),
    .unit = ctg_dataset_intern (dataset, from->context->unit),
    .members = ctg_dataset_intern (dataset, from->context->members),
    .edition = ctg_dataset_intern (dataset, from->context->edition),
    .evidence = ctg_dataset_intern (dataset, from->context->evidence),
    .printed = ctg_dataset_intern (dataset, from->context->printed),
    .note = ctg_dataset_intern (dataset, from->context->note),
    .reason = ctg_dataset_intern (dataset, from->context->reason),
    .pages = ctg_dataset_intern (dataset, from->context->pages),
  };

  if (ctg_dataset_find_source (dataset, context.source) == NULL)
    copy_source (dataset, ctg_dataset_find_source (package, context.source));
  copy_pages (dataset, package, context.pages);

  claim.id = ctg_dataset_intern (dataset, from->id);
  claim.name = ctg_dataset_intern (dataset, from->name);
  claim.code = ctg_dataset_intern (dataset, from->code);
  claim.aggregate = FALSE;

  if (self->columns != NULL)
    turn_to_category (self, &claim, &context, ctg_dataset_find_measure (package, from->measure));
  else
    claim.measure = find_measure (self, from->measure)->id;
  ctg_dataset_add_claim (dataset, &claim, &context);
}

typedef struct
{
  CtgClaim claim;
  unsigned int number;
} DatedClaim;

static int
compare_dates (const void *a,
               const void *b)
{
  const DatedClaim *x = a, *y = b;
  int order = ctg_date_compare (&x->claim.as_of, &y->claim.as_of);

  return order != 0 ? order : x->number < y->number ? -1 : x->number > y->number;
}

static void
sort_by_date (CtgDataset *dataset)
{
  g_autoptr(GArray) sorted = g_array_new (FALSE, FALSE, sizeof (DatedClaim));

  for (unsigned int i = 0; i < dataset->claims->len; i++)
    {
      DatedClaim dated = { g_array_index (dataset->claims, CtgClaim, i), i };
      g_array_append_val (sorted, dated);
    }
  g_array_sort (sorted, compare_dates);
  for (unsigned int i = 0; i < sorted->len; i++)
    g_array_index (dataset->claims, CtgClaim, i) = g_array_index (sorted, DatedClaim, i).claim;
}

/* The licences of the packages that claims were taken from, each once. */
static void
add_licences (CtgDataset *dataset,
              GPtrArray  *used)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) json = g_string_new ("[");
  g_autoptr(GString) names = g_string_new (NULL);

  for (unsigned int i = 0; i < used->len; i++)
    {
      const CtgDataset *package = g_ptr_array_index (used, i);

      for (unsigned int k = 0; k < package->carried->len; k++)
        {
          const CtgCarried *carried = &g_array_index (package->carried, CtgCarried, k);
          g_autoptr(JsonNode) node = strcmp (carried->member, "licenses") == 0 ? json_from_string (carried->json, NULL) : NULL;
          JsonArray *licences = node != NULL ? json_node_get_array (node) : NULL;

          for (unsigned int n = 0; licences != NULL && n < json_array_get_length (licences); n++)
            {
              JsonNode *licence = json_array_get_element (licences, n);
              g_autoptr(GString) text = g_string_new (NULL);

              ctg_json_append_node (text, licence, 0);
              if (!g_hash_table_add (seen, g_strdup (text->str)))
                continue;
              g_string_append_printf (json, "%s%s", json->len > 1 ? "," : "", text->str);
              g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                                      json_object_get_string_member_with_default (json_node_get_object (licence), "title", ""));
            }
        }
    }
  g_string_append_c (json, ']');

  CtgCarried carried = { "licenses", ctg_dataset_intern (dataset, json->str) };

  g_array_append_val (dataset->carried, carried);
  dataset->licence = names->len > 0 ? ctg_dataset_intern (dataset, names->str) : NULL;
}

static void
copy_claims (View *self)
{
  g_autoptr(GPtrArray) used = g_ptr_array_new ();

  for (unsigned int i = 0; i < self->packages->len; i++)
    {
      CtgDataset *package = g_ptr_array_index (self->packages, i);
      g_autoptr(GHashTable) copied = g_hash_table_new (g_str_hash, g_str_equal);

      for (unsigned int k = 0; k < ctg_dataset_get_n_claims (package); k++)
        {
          const CtgClaim *claim = ctg_dataset_get_claim (package, k);

          if (!belongs (self, claim))
            continue;
          copy_claim (self, package, claim);
          g_hash_table_add (copied, (gpointer) claim->id);
        }
      copy_row_notes (self->dataset, package, copied);
      if (g_hash_table_size (copied) > 0)
        g_ptr_array_add (used, package);
    }
  add_licences (self->dataset, used);
}

CtgDataset *
ctg_library_make_view (const char *id,
                       JsonObject *view,
                       GPtrArray  *packages)
{
  g_autoptr(CtgDataset) dataset = ctg_dataset_new ();
  g_autoptr(GError) error = NULL;
  CtgReader reader = { .dataset = dataset };
  View self = {
    .dataset = dataset,
    .query = json_object_get_object_member (view, "query"),
    .columns = json_object_get_null_member (view, "columns") ? NULL : json_object_get_object_member (view, "columns"),
    .packages = packages,
  };

  dataset->id = ctg_dataset_intern (dataset, id);
  dataset->level_is_said = dataset->source_is_said = TRUE;
  if (!ctg_reader_read_about (&reader, view, "", &error))
    g_error ("The view %s is broken: %s", id, error->message);
  copy_claims (&self);
  if (strcmp (json_object_get_string_member (view, "order"), "as_of") == 0)
    sort_by_date (dataset);
  ctg_dataset_finish (dataset);

  return g_steal_pointer (&dataset);
}
