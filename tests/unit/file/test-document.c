/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Documents: written and read again they are the same; planted faults are told with their place; what is opened is told by its content. */

#include <stdlib.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "base/ctg-sha256.h"
#include "ctg-test.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"
#include "file/ctg-export.h"

static CtgFigure *
load (const char    *text,
      CtgOpenedKind *kind,
      GPtrArray     *faults,
      GError       **error)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return ctg_figure_load (bytes, "planted.contingent", kind, faults, error);
}

static CtgFigure *
open_bundled (const char *id)
{
  g_autoptr(GError) error = NULL;
  CtgFigure *figure = ctg_figure_load_bundled (id, &error);

  g_assert_no_error (error);
  return figure;
}

static void
test_round_trip (void)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgFigure) figure = open_bundled (ctg_library_get_entry (i)->id);
      g_autofree char *document = ctg_figure_to_document (figure, NULL);
      g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
      g_autoptr(GError) error = NULL;
      CtgOpenedKind kind;
      g_autoptr(CtgFigure) again = load (document, &kind, faults, &error);
      g_autofree char *document_again = NULL;

      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, 0);
      g_assert_cmpint (kind, ==, CTG_OPENED_FIGURE);
      document_again = ctg_figure_to_document (again, NULL);
      g_assert_cmpstr (document, ==, document_again);
      g_assert_true (g_str_has_suffix (document, "}\n"));
      g_assert_cmpstr (ctg_dataset_get_hash (ctg_figure_get_dataset (figure)), ==, ctg_dataset_get_hash (ctg_figure_get_dataset (again)));
    }
}

/* Every field of the spec is in the document. */
static void
test_spec_is_kept (void)
{
  static const char *const changes[] = {
    "kind", "dumbbell", "rule", "highest", "sort.by", "difference", "top", "7", "search", "an", "language", "de", "title", "T", "page.width", "89mm", "font.size", "7",
    "legend", "top", "axis.max", "9000", "colors.background", "transparent", "where", "fighters.official=reported",
  };
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2015-12");
  g_autoptr(CtgSpec) spec = ctg_spec_ref (ctg_figure_get_spec (figure));
  g_autoptr(CtgFigure) changed = NULL;
  g_autoptr(CtgFigure) again = NULL;
  g_autofree char *document = NULL;
  g_autoptr(GError) error = NULL;

  for (unsigned int i = 0; i < G_N_ELEMENTS (changes); i += 2)
    {
      CtgSpec *next = ctg_spec_with (spec, changes[i], changes[i + 1], &error);

      g_assert_no_error (error);
      ctg_spec_unref (spec);
      spec = next;
    }

  changed = ctg_figure_with_spec (figure, spec);
  document = ctg_figure_to_document (changed, NULL);
  again = load (document, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (ctg_spec_equal (ctg_figure_get_spec (again), spec));
  g_assert_true (ctg_spec_equal (ctg_figure_get_default_spec (again), ctg_figure_get_default_spec (figure)));
}

/* A short series id is written in full. */
static void
test_series_in_full (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("icsr-2015-01");
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_figure_get_spec (figure), "series", "fighters", &error);
  g_autoptr(CtgFigure) changed = ctg_figure_with_spec (figure, spec);
  g_autofree char *document = ctg_figure_to_document (changed, NULL);

  g_assert_nonnull (strstr (document, "\"series\": [\"fighters.estimate\"]"));
}

#define ROWS "[{\"country\": \"Chad\", \"people\": 3}, {\"country\": \"Mali\", \"people\": 4}]"
#define PACKAGE "{\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"data\": " ROWS "}]}"

static const struct
{
  const char *document;
  const char *message;
} refused[] = {
  { "{\"contingent\": 2, \"dataset\": {\"package\": " PACKAGE "}}", "/contingent: the figure was written in version 2 of the format" },
  { "{\"contingent\": 0, \"dataset\": {\"package\": " PACKAGE "}}", "/contingent: there is no version 0" },
  { "{\"contingent\": \"1\", \"dataset\": {\"package\": " PACKAGE "}}", "/contingent" },
  { "{\"contingent\": 1}", "/dataset/package: the figure holds no data." },
  { "{\"contingent\": 1, \"dataset\": {\"id\": \"tsg-2015-12\"}}", "/dataset/package: the figure holds no data." },
  { "{\"contingent\": 1, \"dataset\": []}", "/dataset" },
  { "{\"contingent\": 1, \"dataset\": {\"package\": 3}}", "/dataset/package" },
  { "{\"contingent\": 1, \"dataset\": {\"package\": " PACKAGE "}, \"figure\": []}", "/figure" },
  { "{\"contingent\": 1, \"dataset\": {\"package\": " PACKAGE "}, \"figure\": {\"tpo\": 3}}", "figure.tpo: there is no such field. The nearest are top, " },
  { "{\"contingent\": 1, \"dataset\": {\"package\": " PACKAGE "}, \"figure\": {\"top\": -3}}", "figure.top: -3 is not a whole number" },
  { "{\"contingent\": 1,\n \"dataset\": }", "Line 2, column 13" },
  { "", "" },
  { "Tunisia 6000", "Line 1, column 1" },
  { "{\"a\": 1}", "" },
  { "3", "" },
};

static void
test_refused (void)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgFigure) figure = load (refused[i].document, NULL, NULL, &error);

      g_assert_null (figure);
      g_assert_nonnull (error);
      if (strstr (error->message, refused[i].message) == NULL)
        g_error ("%s: %s", refused[i].document, error->message);
    }
}

static void
test_survived (void)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = load ("{\"contingent\": 1, \"more\": 1, \"dataset\": {\"package\": {\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"data\": "
                                      "[{\"country\": \"Chad\", \"people\": 3}, {\"country\": \"Mali\", \"people\": \"x\"}]}]}, \"sha256\": \"00\", \"kind\": 1}}",
                                      NULL, faults, &error);
  g_autoptr(GString) paths = g_string_new (NULL);

  g_assert_no_error (error);
  for (unsigned int i = 0; i < faults->len; i++)
    g_string_append_printf (paths, "%s ", ((CtgFault *) g_ptr_array_index (faults, i))->path);
  g_assert_cmpstr (paths->str, ==, "/dataset/package/resources/0/data/1/people /dataset/kind /dataset/sha256 /more ");
}

static char *
replace (const char *text,
         const char *old,
         const char *new)
{
  g_autoptr(GString) changed = g_string_new (text);

  g_assert_cmpuint (g_string_replace (changed, old, new, 0), ==, 1);
  return g_string_free (g_steal_pointer (&changed), FALSE);
}

static void
assert_unchanged (const char *document,
                  bool        unchanged)
{
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = load (document, NULL, faults, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, unchanged ? 0 : 1);
  if (!unchanged)
    g_assert_cmpstr (((CtgFault *) g_ptr_array_index (faults, 0))->path, ==, "/dataset/sha256");
}

/* The check sum is of the data: it tells a number that was changed, but neither another layout of the file nor, in a file that stands as it was saved,
 * another way of writing the same rows. */
static void
test_check_sum (void)
{
  static const char package[] = PACKAGE "\n";
  g_autofree char *sum = ctg_sha256 (package, strlen (package));
  g_autofree char *other_rows = g_strdup_printf ("{\"contingent\": 1,\n\"dataset\": {\"sha256\": \"%s\", \"package\":\n" PACKAGE "}}\n", sum);
  g_autofree char *other_number = replace (other_rows, "\"people\": 3", "\"people\": 5");
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = load (PACKAGE, NULL, NULL, &error);
  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  g_autofree char *changed = replace (document, "[\"Mali\", \"MLI\", 4]", "[\"Mali\", \"MLI\", 5]");
  g_autoptr(JsonNode) root = json_from_string (document, NULL);
  g_autofree char *laid_out = json_to_string (root, TRUE);

  assert_unchanged (other_rows, true);
  assert_unchanged (other_number, false);
  assert_unchanged (document, true);
  assert_unchanged (changed, false);
  assert_unchanged (laid_out, true);
}

static void
test_told_by_content (void)
{
  g_autoptr(GError) error = NULL;
  CtgOpenedKind kind;
  g_autoptr(CtgFigure) rows = load (ROWS, &kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, CTG_OPENED_DATA);
  g_assert_cmpstr (ctg_dataset_get_id (ctg_figure_get_dataset (rows)), ==, "planted");

  g_autoptr(CtgFigure) package = load (PACKAGE, &kind, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpint (kind, ==, CTG_OPENED_DATA);
  g_assert_cmpstr (ctg_dataset_get_id (ctg_figure_get_dataset (package)), ==, "p");
}

/* What is exported and opened again is the figure, from each format. */
static void
test_pictures (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsc-2017-10");
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);
  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  const CtgRenderOptions options = { 72, false };

  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(GBytes) bytes = ctg_export_to_bytes (figure, scene, format, &options, NULL, &error);
      CtgOpenedKind kind;
      g_autoptr(CtgFigure) again = NULL;
      g_autofree char *document_again = NULL;

      g_assert_no_error (error);
      again = ctg_figure_load (bytes, "picture", &kind, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (kind, ==, CTG_OPENED_PICTURE);
      document_again = ctg_figure_to_document (again, NULL);
      g_assert_cmpstr (document, ==, document_again);
    }
}

/* Cut short anywhere, a document is refused and nothing worse. */
static void
test_truncated (void)
{
  g_autoptr(CtgFigure) figure = open_bundled ("tsg-2014-06");
  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  size_t length = strlen (document);

  for (size_t i = 0; i < length - 1; i += i < 600 ? 1 : 97)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (document, i);
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgFigure) none = ctg_figure_load (bytes, "cut", NULL, NULL, &error);

      g_assert_null (none);
      g_assert_nonnull (error);
    }
}

/* Whether the place is inside a quoted text. */
static bool
is_quoted (const char *text,
           size_t      at)
{
  bool quoted = false;

  for (size_t i = 0; i < at; i++)
    {
      if (text[i] == '\\')
        i++;
      else if (text[i] == '"')
        quoted = !quoted;
    }

  return quoted;
}

/* Puts other letters into texts, other numbers for numbers, and now and then what breaks the grammar. */
static void
mutate_at (GString *text,
           size_t   at,
           GRand   *rand)
{
  static const char number_letters[] = "0123456789.+-eE";
  static const char *const numbers[] = { "7", "-3", "0", "1e9", "99999", "0.5", "9007199254740993", "1e308" };
  static const char *const letters[] = { "a", "", "é", "\\u0007", "\\u202e", "مغرب", "&", "<", "{0}", "=", " ", "9", "\\\"" };
  static const char *const breaks[] = { "\"", "{", "]", ",", "null", "\xff", "[[" };
  size_t from = at;
  size_t to = at;

  if (is_quoted (text->str, at) && g_ascii_isalnum (text->str[at]))
    {
      g_string_erase (text, at, 1);
      g_string_insert (text, at, letters[g_rand_int_range (rand, 0, G_N_ELEMENTS (letters))]);
    }
  else if (g_ascii_isdigit (text->str[at]))
    {
      while (from > 0 && strchr (number_letters, text->str[from - 1]) != NULL)
        from--;
      while (text->str[to] != '\0' && strchr (number_letters, text->str[to]) != NULL)
        to++;
      g_string_erase (text, from, to - from);
      g_string_insert (text, from, numbers[g_rand_int_range (rand, 0, G_N_ELEMENTS (numbers))]);
    }
  else if (g_rand_int_range (rand, 0, 60) == 0)
    {
      g_string_insert (text, at, breaks[g_rand_int_range (rand, 0, G_N_ELEMENTS (breaks))]);
    }
}

static GBytes *
mutate (const char *document,
        GRand      *rand)
{
  g_autoptr(GString) text = g_string_new (document);
  unsigned int n = g_rand_int_range (rand, 1, 12);

  for (unsigned int i = 0; i < n; i++)
    mutate_at (text, g_rand_int_range (rand, 0, g_rand_int_range (rand, 0, 8) == 0 ? 700 : text->len - 1), rand);

  return g_bytes_new (text->str, text->len);
}

/* A document that could not be opened again is not written, neither as a file of its own nor into a picture; one that just can is. */
static void
test_too_large (void)
{
  static const unsigned int n_rows[] = { 5000, 60000 };

  for (unsigned int i = 0; i < G_N_ELEMENTS (n_rows); i++)
    {
      g_autoptr(GString) text = g_string_new ("[[\"country\", \"source\", \"");
      g_autoptr(GError) error = NULL;

      /* The name of the measure is read once, and written in every row, as rows that name their source are no plain counts. */
      for (unsigned int k = 0; k < 300; k++)
        g_string_append_c (text, 'n');
      g_string_append (text, "\"]");
      for (unsigned int k = 0; k < n_rows[i]; k++)
        g_string_append_printf (text, ",[\"Place %u\",\"S\",%u]", k, k);
      g_string_append_c (text, ']');
      g_assert_cmpuint (text->len, <, CTG_JSON_MAX_BYTES);

      g_autoptr(GBytes) bytes = g_bytes_new (text->str, text->len);
      g_autoptr(CtgFigure) figure = ctg_figure_load (bytes, "long.json", NULL, NULL, &error);
      g_autoptr(CtgSpec) spec = ctg_spec_with (ctg_figure_get_spec (figure), "top", "3", NULL);
      g_autoptr(CtgFigure) shorter = ctg_figure_with_spec (figure, spec);
      g_autofree char *document = ctg_figure_to_document (shorter, &error);

      if (i == 0)
        {
          g_autoptr(GBytes) written = g_bytes_new (document, strlen (document));
          g_autoptr(CtgFigure) again = ctg_figure_load (written, "again", NULL, NULL, &error);

          g_assert_no_error (error);
          g_assert_cmpuint (ctg_table_get_n_rows (ctg_figure_get_table (again)), ==, n_rows[i]);
          continue;
        }

      g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
      g_autoptr(CtgScene) scene = ctg_figure_compile (shorter, measure, NULL, NULL);
      g_autoptr(GError) export_error = NULL;

      g_assert_null (document);
      g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
      g_assert_nonnull (strstr (error->message, "16 MB"));
      g_assert_null (ctg_export_to_bytes (shorter, scene, CTG_FORMAT_SVG, &(CtgRenderOptions) { 72, false }, NULL, &export_error));
      g_assert_error (export_error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);

      /* Into a PNG a large document goes by another way, which is tried again no more than it is forgotten. */
      for (unsigned int k = 0; k < 2; k++)
        {
          g_autoptr(GError) png_error = NULL;

          g_assert_null (ctg_export_to_bytes (shorter, scene, CTG_FORMAT_PNG, &(CtgRenderOptions) { 72, false }, NULL, &png_error));
          g_assert_error (png_error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
        }
    }
}

/* One row says all there is to say, and so the package has every column, with as many nulls as the other rows need. */
static CtgFigure *
load_wide (unsigned int n_rows)
{
  g_autoptr(GString) text = g_string_new ("[{\"name\": \"A\", \"measure\": \"m\", \"value\": 2, \"id\": \"i\", \"code\": \"TCD\", \"status\": \"official\", \"low\": 1, "
                                          "\"high\": 3, \"unit\": \"u\", \"as_of\": \"2015\", \"countries\": 2, \"edition\": \"e\", \"evidence\": \"press\", "
                                          "\"reason\": \"r\", \"printed\": \"p\", \"note\": \"n\", \"doubtful\": true, \"pages\": \"q\"}");
  g_autoptr(GError) error = NULL;
  CtgFigure *figure;

  for (unsigned int i = 1; i < n_rows; i++)
    g_string_append (text, ",{\"name\":\"B\",\"measure\":\"m\",\"value\":1}");
  g_string_append_c (text, ']');
  figure = load (text->str, NULL, NULL, &error);
  g_assert_no_error (error);
  return figure;
}

/* As many values as can be read again are written, and not one row more. */
static void
test_most_values (void)
{
  g_autoptr(CtgFigure) small = load_wide (100);
  g_autoptr(CtgFigure) next = load_wide (101);
  g_autofree char *small_document = ctg_figure_to_document (small, NULL);
  g_autofree char *next_document = ctg_figure_to_document (next, NULL);
  g_autoptr(JsonNode) small_root = json_from_string (small_document, NULL);
  g_autoptr(JsonNode) next_root = json_from_string (next_document, NULL);
  unsigned int n_a_row = ctg_test_count_json_values (next_root) - ctg_test_count_json_values (small_root);
  unsigned int n_rows = 100 + (CTG_JSON_MAX_VALUES - ctg_test_count_json_values (small_root)) / n_a_row;
  g_autoptr(CtgFigure) most = load_wide (n_rows);
  g_autoptr(CtgFigure) too_many = load_wide (n_rows + 1);
  g_autoptr(GError) error = NULL;
  g_autofree char *document = ctg_figure_to_document (most, &error);
  g_autofree char *none = NULL;
  g_autoptr(CtgFigure) again = NULL;

  g_assert_no_error (error);
  again = load (document, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (ctg_dataset_get_n_claims (ctg_figure_get_dataset (again)), ==, n_rows);

  none = ctg_figure_to_document (too_many, &error);
  g_assert_null (none);
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
}

/* A package may be nested as deeply as is read, but not its document, in which it stands two deeper. */
static void
test_too_deep (void)
{
  for (unsigned int depth = CTG_JSON_MAX_DEPTH - 4; depth < CTG_JSON_MAX_DEPTH; depth++)
    {
      g_autofree char *opened = g_strnfill (depth, '[');
      g_autofree char *closed = g_strnfill (depth, ']');
      g_autofree char *text = g_strconcat ("{\"keywords\": ", opened, closed, ", \"resources\": [{\"name\": \"t\", \"data\": " ROWS "}]}", NULL);
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgFigure) figure = load (text, NULL, NULL, &error);
      g_autofree char *document = figure != NULL ? ctg_figure_to_document (figure, &error) : NULL;
      g_autoptr(CtgFigure) again = NULL;

      g_assert_nonnull (figure);
      g_assert_true ((document != NULL) == (depth + 3 <= CTG_JSON_MAX_DEPTH));
      if (document == NULL)
        {
          g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
          continue;
        }
      again = load (document, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

/* Whatever a damaged document still says is drawn, described and written again, or refused with a reason. CTG_TEST_ROUNDS asks for more. */
static void
test_mutated (void)
{
  static const char *const spec =
    "{\"contingent\": 1,\n\"figure\": {\"kind\": \"bars\", \"series\": [\"fighters.estimate\"], \"sort\": {\"by\": \"difference\", \"order\": \"ascending\"}, \"top\": 5, "
    "\"rule\": \"full-span\", \"where\": [{\"column\": \"region\", \"value\": \"western-europe\"}], \"title\": \"T\", \"page\": {\"width\": \"89mm\", \"height\": \"100mm\"}, "
    "\"font\": {\"family\": \"Noto Sans\", \"size\": 7}, \"axis\": {\"max\": 100, \"title\": \"x\"}, \"orientation\": \"vertical\", \"colors\": {\"background\": \"#fff\"}},\n\"dataset\": {";
  g_autoptr(CtgFigure) figure = open_bundled ("icct-2016-04");
  g_autofree char *document = ctg_figure_to_document (figure, NULL);
  g_autofree char *rich = g_strconcat (spec, strstr (document, "\"dataset\": {") + strlen ("\"dataset\": {"), NULL);
  const char *wish = g_getenv ("CTG_TEST_ROUNDS");
  unsigned int n_rounds = wish != NULL ? strtoul (wish, NULL, 10) : 300;
  g_autoptr(GRand) rand = g_rand_new_with_seed (wish != NULL ? g_random_int () : 20151208);
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  unsigned int n_opened = 0;

  for (unsigned int i = 0; i < n_rounds; i++)
    {
      g_autoptr(GBytes) bytes = mutate (rich, rand);
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
      g_autoptr(CtgFigure) opened = ctg_figure_load (bytes, "mutated", NULL, faults, &error);
      g_autoptr(CtgScene) scene = opened != NULL ? ctg_figure_compile (opened, measure, NULL, &error) : NULL;
      const CtgRenderOptions options = { 72, false };

      g_assert_true ((scene == NULL) == (error != NULL));
      if (scene == NULL)
        continue;

      g_autoptr(GBytes) svg = ctg_export_to_bytes (opened, scene, CTG_FORMAT_SVG, &options, NULL, &error);
      g_autoptr(CtgFigure) again = ctg_figure_load (svg, "again", NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_nonnull (again);
      n_opened++;
    }

  g_test_message ("%u of %u were drawn", n_opened, n_rounds);
  g_assert_cmpuint (n_opened, >, n_rounds / 4);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/document/round-trip", test_round_trip);
  g_test_add_func ("/document/spec-is-kept", test_spec_is_kept);
  g_test_add_func ("/document/series-in-full", test_series_in_full);
  g_test_add_func ("/document/refused", test_refused);
  g_test_add_func ("/document/survived", test_survived);
  g_test_add_func ("/document/check-sum", test_check_sum);
  g_test_add_func ("/document/told-by-content", test_told_by_content);
  g_test_add_func ("/document/pictures", test_pictures);
  g_test_add_func ("/document/truncated", test_truncated);
  g_test_add_func ("/document/too-large", test_too_large);
  g_test_add_func ("/document/most-values", test_most_values);
  g_test_add_func ("/document/too-deep", test_too_deep);
  g_test_add_func ("/document/mutated", test_mutated);
  return g_test_run ();
}
