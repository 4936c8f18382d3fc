/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset as a data package: the same text for the same content, read back by ctg-package.c without loss. Rows stand one a line, as arrays under a row of
 * column names (half as long as objects); a column is left out where no row has anything to say in it but what a reader assumes. It must not know which file the
 * dataset came from. */

#include <string.h>

#include "base/ctg-json.h"
#include "base/ctg-sha256.h"
#include "data/ctg-dataset-write-private.h"

/* What a package is expected to take, so that its text seldom has to move. */
#define BYTES_ABOUT 4096
#define BYTES_A_CLAIM 64

/* "member": on a line of its own; the value follows. */
static void
begin_member (GString     *text,
              unsigned int depth,
              bool        *first,
              const char  *member)
{
  ctg_begin_line (text, depth, first);
  ctg_json_append_string (text, member);
  g_string_append (text, ": ");
}

/* What is NULL is left out. */
static void
add_string (GString     *text,
            unsigned int depth,
            bool        *first,
            const char  *member,
            const char  *value)
{
  if (value == NULL)
    return;
  begin_member (text, depth, first, member);
  ctg_json_append_string (text, value);
}

static void
add_list (GString           *text,
          unsigned int       depth,
          bool              *first,
          const char        *member,
          const char *const *strings)
{
  bool first_string = TRUE;

  if (strings == NULL || strings[0] == NULL)
    return;
  begin_member (text, depth, first, member);
  g_string_append_c (text, '[');
  for (unsigned int i = 0; strings[i] != NULL; i++)
    {
      ctg_begin_line (text, depth + 1, &first_string);
      ctg_json_append_string (text, strings[i]);
    }
  g_string_append_c (text, '\n');
  for (unsigned int i = 0; i < depth; i++)
    g_string_append (text, "  ");
  g_string_append_c (text, ']');
}

static void
end_object (GString     *text,
            unsigned int depth,
            bool         empty)
{
  if (!empty)
    {
      g_string_append_c (text, '\n');
      for (unsigned int i = 0; i < depth; i++)
        g_string_append (text, "  ");
    }
  g_string_append_c (text, '}');
}

static void
add_measure (GString          *text,
             bool             *first,
             const CtgMeasure *measure)
{
  bool inner = TRUE;

  begin_member (text, 3, first, measure->id);
  g_string_append_c (text, '{');
  add_string (text, 4, &inner, "title", measure->title);
  add_string (text, 4, &inner, "unit", measure->unit);
  add_string (text, 4, &inner, "nature", ctg_nature_get_id (measure->nature));
  add_string (text, 4, &inner, "description", measure->description);
  if (measure->overlaps)
    {
      begin_member (text, 4, &inner, "overlaps");
      g_string_append (text, "true");
    }
  add_string (text, 4, &inner, "subsetOf", measure->subset_of);
  add_string (text, 4, &inner, "rest", measure->rest);
  add_string (text, 4, &inner, "partition", measure->partition);
  add_list (text, 4, &inner, "notes", measure->notes);
  end_object (text, 3, inner);
}

static void
add_source (GString         *text,
            bool            *first,
            const CtgSource *source)
{
  g_auto(GStrv) authors = source->authors != NULL ? g_strsplit (source->authors, "; ", -1) : NULL;
  bool inner = TRUE;

  begin_member (text, 3, first, source->id);
  g_string_append_c (text, '{');
  add_string (text, 4, &inner, "title", source->title);
  add_string (text, 4, &inner, "shortTitle", source->short_name);
  add_string (text, 4, &inner, "shortPublisher", source->short_publisher);
  add_list (text, 4, &inner, "authors", (const char *const *) authors);
  add_string (text, 4, &inner, "publisher", source->publisher);
  add_string (text, 4, &inner, "container", source->container);
  add_string (text, 4, &inner, "published", source->published);
  if (source->year > 0)
    {
      begin_member (text, 4, &inner, "year");
      g_string_append_printf (text, "%d", source->year);
    }
  add_string (text, 4, &inner, "type", source->type);
  add_string (text, 4, &inner, "scope", source->scope);
  add_string (text, 4, &inner, "url", source->url);
  add_string (text, 4, &inner, "citation", source->citation);
  add_list (text, 4, &inner, "notes", source->notes);
  end_object (text, 3, inner);
}

static void
add_page (GString       *text,
          bool          *first,
          const CtgPage *page)
{
  bool inner = TRUE;

  begin_member (text, 3, first, page->id);
  g_string_append_c (text, '{');
  add_string (text, 4, &inner, "where", page->where);
  add_string (text, 4, &inner, "what", page->what);
  add_string (text, 4, &inner, "evidence", page->evidence);
  end_object (text, 3, inner);
}

static void
add_row_notes (GString      *text,
               bool         *first,
               const GArray *row_notes)
{
  bool first_note = TRUE;

  if (row_notes->len == 0)
    return;
  begin_member (text, 2, first, "rowNotes");
  g_string_append_c (text, '[');
  for (unsigned int i = 0; i < row_notes->len; i++)
    {
      const CtgRowNote *row_note = &g_array_index (row_notes, CtgRowNote, i);
      bool inner = TRUE;

      ctg_begin_line (text, 3, &first_note);
      g_string_append_c (text, '{');
      add_list (text, 4, &inner, "rows", row_note->claims);
      add_string (text, 4, &inner, "note", row_note->note);
      end_object (text, 3, inner);
    }
  g_string_append (text, "\n    ]");
}

#define ADD_ENTRIES(member, array, type, add_entry) \
  if (self->array->len > 0) \
    { \
      bool inner = TRUE; \
      begin_member (text, 2, &first, member); \
      g_string_append_c (text, '{'); \
      for (unsigned int i = 0; i < self->array->len; i++) \
      add_entry (text, &inner, &g_array_index (self->array, type, i)); \
      end_object (text, 2, inner); \
    }

static void
add_contingent (GString          *text,
                const CtgDataset *self)
{
  bool first = TRUE;

  g_string_append (text, "{");
  begin_member (text, 2, &first, "format");
  g_string_append_c (text, '1');
  add_string (text, 2, &first, "group", self->group);
  add_string (text, 2, &first, "shortTitle", self->short_title);
  add_string (text, 2, &first, "publisher", self->publisher);
  add_string (text, 2, &first, "published", self->published);
  add_string (text, 2, &first, "scope", self->scope);
  add_string (text, 2, &first, "nature", ctg_nature_get_id (self->nature));
  add_string (text, 2, &first, "rows", ctg_rows_by_get_id (self->rows_by));
  add_string (text, 2, &first, "label", self->label);
  begin_member (text, 2, &first, "partial");
  g_string_append (text, self->partial_note != NULL ? "true" : "false");
  add_string (text, 2, &first, "partialNote", self->partial_note);
  add_list (text, 2, &first, "notes", self->notes);
  add_string (text, 2, &first, "citation", self->citation);
  ADD_ENTRIES ("measures", measures, CtgMeasure, add_measure)
  add_row_notes (text, &first, self->row_notes);
  ADD_ENTRIES ("sources", sources, CtgSource, add_source)
  ADD_ENTRIES ("pages", pages, CtgPage, add_page)
  if (self->figure_json != NULL)
    {
      begin_member (text, 2, &first, "figure");
      g_string_append (text, self->figure_json);
    }
  end_object (text, 1, first);
}

static void
add_package (CtgPackageText   *package,
             const CtgDataset *self)
{
  GString *text = package->text;
  unsigned int n_claims = self->claims->len, n_countries = n_claims;
  bool first = TRUE, first_resource = TRUE;

  g_string_append_c (text, '{');
  add_string (text, 1, &first, "$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
  add_string (text, 1, &first, "profile", "tabular-data-package");
  add_string (text, 1, &first, "name", self->id);
  add_string (text, 1, &first, "title", self->title);
  add_string (text, 1, &first, "description", self->description);
  for (unsigned int i = 0; i < self->carried->len; i++)
    {
      begin_member (text, 1, &first, g_array_index (self->carried, CtgCarried, i).member);
      g_string_append (text, g_array_index (self->carried, CtgCarried, i).json);
    }
  begin_member (text, 1, &first, "contingent");
  add_contingent (text, self);

  while (n_countries > 0 && g_array_index (self->claims, CtgClaim, n_countries - 1).aggregate)
    n_countries--;
  begin_member (text, 1, &first, "resources");
  g_string_append_c (text, '[');
  ctg_begin_line (text, 2, &first_resource);
  ctg_dataset_write_resource (self, package, "countries", 0, n_countries);
  if (n_countries < n_claims)
    {
      ctg_begin_line (text, 2, &first_resource);
      ctg_dataset_write_resource (self, package, "aggregates", n_countries, n_claims);
    }
  g_string_append (text, "\n  ]\n}\n");
}

/* All but the hash. */
static CtgPackageText *
write_package (const CtgDataset *self)
{
  CtgPackageText *package = g_new0 (CtgPackageText, 1);

  if (self->package != NULL)
    package->text = g_string_new (self->package);
  else
    {
      package->text = g_string_sized_new (BYTES_ABOUT + (size_t) self->claims->len * BYTES_A_CLAIM);
      add_package (package, self);
    }

  return package;
}

char *
ctg_dataset_to_package (const CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_autoptr(CtgPackageText) package = write_package (self);

  return g_string_free (g_steal_pointer (&package->text), FALSE);
}

/* The hash of the dataset's package; kept. */
static const char *
keep_hash (const CtgDataset *self,
           const GString    *package)
{
  CtgDataset *writable = (CtgDataset *) self;
  char *hash = g_atomic_pointer_get (&writable->hash);

  if (hash != NULL)
    return hash;

  hash = ctg_sha256 (package->str, package->len);
  if (g_atomic_pointer_compare_and_exchange (&writable->hash, NULL, hash))
    return hash;

  /* Another thread was faster; the text is the same. */
  g_free (hash);

  return g_atomic_pointer_get (&writable->hash);
}

CtgPackageText *
ctg_dataset_write_package (const CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  CtgPackageText *package = write_package (self);

  package->hash = keep_hash (self, package->text);

  return package;
}

void
ctg_package_text_free (CtgPackageText *package)
{
  if (package == NULL)
    return;

  if (package->text != NULL)
    g_string_free (package->text, TRUE);
  g_free (package);
}

const char *
ctg_dataset_get_hash (const CtgDataset *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  const char *hash = g_atomic_pointer_get (&((CtgDataset *) self)->hash);
  g_autoptr(CtgPackageText) package = hash == NULL ? ctg_dataset_write_package (self) : NULL;

  return package != NULL ? package->hash : hash;
}
