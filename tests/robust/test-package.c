/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hostile data files: too deep, too large, cut off, flipped, and well-formed nonsense. Either they are refused with a reason, or they make a
 * dataset that can be pivoted, sorted, written and read again. */

#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "ctg-test.h"
#include "data/ctg-arrange.h"
#include "data/ctg-package.h"

/* With a sanitizer every allocation costs a walk of the stack: fewer rounds say as much. */
#ifdef __SANITIZE_ADDRESS__
#define ROUNDS(n) ((n) / 20)
#else
#define ROUNDS(n) (n)
#endif

/* Everything a program does with a dataset. */
static void
use (CtgDataset *dataset)
{
  g_autofree char *text = ctg_dataset_to_package (dataset);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgLocale) locale = ctg_locale_new ("en");

  /* What the writer writes the reader reads, whatever went in. */
  g_autoptr(CtgDataset) again = ctg_package_load (bytes, "again", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (ctg_dataset_get_n_claims (again), ==, ctg_dataset_get_n_claims (dataset));
  g_assert_cmpstr (ctg_dataset_get_hash (again), ==, ctg_dataset_get_hash (dataset));

  for (CtgRule rule = CTG_RULE_FIRST; rule <= CTG_RULE_FULL_SPAN; rule++)
    {
      g_autoptr(CtgTable) table = ctg_table_new (dataset, rule, rule % 2 == 0);
      g_autoptr(CtgArranger) arranger = ctg_arranger_new (table, locale);
      unsigned int n_series = ctg_table_get_n_series (table);

      for (CtgSortBy by = CTG_SORT_TABLE; by <= CTG_SORT_REGION; by++)
        {
          CtgArrange arrange = { .by = by, .series = -1, .search = by == CTG_SORT_VALUE ? "a" : NULL, .aggregates = TRUE };
          unsigned int n_rows;
          g_autofree unsigned int *rows = ctg_arranger_run (arranger, &arrange, &n_rows, NULL);

          g_assert_nonnull (rows);
          for (unsigned int i = 0; by == CTG_SORT_VALUE && i < MIN (n_rows, 20); i++)
            for (unsigned int k = 0; k < MIN (n_series, 4); k++)
              {
                g_autofree char *name = ctg_estimate_format (ctg_table_get_estimate (table, rows[i], k), locale);
                g_autofree char *title = ctg_table_dup_series_title (table, k, NULL, 0, locale);
              }
        }
    }
}

/* Loads, with faults; TRUE where it was accepted. */
static bool
try (const char *text,
     gssize      length)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (size_t) length);
  g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgDataset) dataset = ctg_package_load (bytes, "hostile", faults, &error);

  g_assert_true ((dataset == NULL) == (error != NULL));
  if (dataset != NULL)
    use (dataset);
  else
    {
      g_assert_true (error->domain == CTG_DATA_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  for (unsigned int i = 0; i < faults->len; i++)
    {
      const CtgFault *fault = g_ptr_array_index (faults, i);

      g_assert_true (g_utf8_validate (fault->message, -1, NULL) && g_utf8_validate (fault->path, -1, NULL));
    }

  return dataset != NULL;
}

static void
assert_refused (const char *text,
                gssize      length,
                int         code)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (size_t) length);
  g_autoptr(GError) error = NULL;

  g_assert_null (ctg_package_load (bytes, "hostile", NULL, &error));
  g_assert_error (error, CTG_DATA_ERROR, code);
}

static void
test_depth (void)
{
  g_autofree char *deep = g_strnfill (1000000, '[');
  g_autoptr(GString) objects = g_string_new (NULL);
  g_autoptr(GString) just_too_deep = g_string_new ("[{\"country\": \"Malta\", \"n\": 1, \"x\": ");
  g_autoptr(GString) just_deep_enough = g_string_new (just_too_deep->str);

  for (unsigned int i = 0; i < 200000; i++)
    g_string_append (objects, "{\"a\":");
  for (int i = 0; i < CTG_JSON_MAX_DEPTH - 1; i++)
    g_string_append_c (just_too_deep, '[');
  for (int i = 0; i < CTG_JSON_MAX_DEPTH - 1; i++)
    g_string_append_c (just_too_deep, ']');
  for (int i = 0; i < CTG_JSON_MAX_DEPTH - 2; i++)
    g_string_append_c (just_deep_enough, '[');
  for (int i = 0; i < CTG_JSON_MAX_DEPTH - 2; i++)
    g_string_append_c (just_deep_enough, ']');
  g_string_append (just_too_deep, "}]");
  g_string_append (just_deep_enough, "}]");

  assert_refused (deep, -1, CTG_DATA_ERROR_LIMIT);
  assert_refused (objects->str, -1, CTG_DATA_ERROR_LIMIT);
  assert_refused (just_too_deep->str, -1, CTG_DATA_ERROR_LIMIT);
  g_assert_true (try (just_deep_enough->str, -1));
}

static void
test_size (void)
{
  g_autoptr(GString) large = g_string_sized_new (CTG_JSON_MAX_BYTES + 100);
  g_autoptr(GString) many = g_string_new ("[1");

  g_string_append (large, "[{\"country\": \"Malta\", \"n\": 1}]");
  while (large->len <= CTG_JSON_MAX_BYTES)
    g_string_append_c (large, ' ');
  assert_refused (large->str, -1, CTG_DATA_ERROR_LIMIT);

  for (unsigned int i = 0; i < CTG_JSON_MAX_VALUES; i++)
    g_string_append (many, ",1");
  g_string_append_c (many, ']');
  assert_refused (many->str, -1, CTG_DATA_ERROR_LIMIT);
}

/* Almost two million values: no row at all, rows without a word, one place with each number a column, one column with each place a row. */
static void
test_shapes (void)
{
  g_autoptr(GString) numbers = g_string_new ("[{\"country\": \"Malta\", \"n\": 1}");
  g_autoptr(GString) empties = g_string_new ("[{\"country\": \"Malta\", \"n\": 1}");
  g_autoptr(GString) wide = g_string_new ("[[\"country\"");
  g_autoptr(GString) sources = g_string_new ("[{\"country\": \"Malta\", \"n\": 1}");
  g_autoptr(GString) places = g_string_new ("[{\"country\": \"Malta\", \"n\": 1}");

  for (unsigned int i = 0; i < ROUNDS (300000); i++)
    {
      g_string_append (numbers, ",1");
      g_string_append (empties, ",{}");
    }
  /* More columns than are read. */
  for (unsigned int i = 0; i < 900; i++)
    g_string_append_printf (wide, ",\"c%u\"", i);
  g_string_append (wide, "],[\"Malta\"");
  for (unsigned int i = 0; i < 900; i++)
    g_string_append (wide, ",1");
  g_string_append_c (wide, ']');
  /* All of one slug. */
  for (unsigned int i = 0; i < ROUNDS (20000); i++)
    {
      g_string_append_printf (sources, ",{\"country\": \"Malta\", \"n\": 1, \"source\": \"s");
      for (unsigned int bit = 0; bit < 15; bit++)
        g_string_append (sources, (i >> bit) & 1 ? "!" : "?");
      g_string_append (sources, "\"}");
    }
  for (unsigned int i = 0; i < ROUNDS (50000); i++)
    g_string_append_printf (places, ",{\"country\": \"Nowhere %u\", \"n\": 1}", i);

  g_string_append_c (numbers, ']');
  g_string_append_c (empties, ']');
  g_string_append_c (wide, ']');
  g_string_append_c (sources, ']');
  g_string_append_c (places, ']');
  g_assert_true (try (numbers->str, -1));
  g_assert_true (try (empties->str, -1));
  g_assert_true (try (wide->str, -1));
  g_assert_true (try (sources->str, -1));
  g_assert_true (try (places->str, -1));
}

/* Words that all have the same place in GLib's own hash tables ("Ez" and "FY" do), as places, ids and columns. */
static void
test_colliding (void)
{
  g_autoptr(GString) text = g_string_new ("[");
  unsigned int n = ROUNDS (60000);

  for (unsigned int i = 0; i < n; i++)
    {
      g_string_append (text, i > 0 ? ",{\"name\": \"" : "{\"name\": \"");
      for (unsigned int bit = 0; bit < 16; bit++)
        g_string_append (text, (i >> bit) & 1 ? "Ez" : "FY");
      g_string_append_printf (text, "\", \"level\": \"region\", \"n\": %u}", i);
    }
  g_string_append_c (text, ']');

  g_assert_cmpuint (g_str_hash ("EzFY"), ==, g_str_hash ("FYEz"));
  g_assert_true (try (text->str, -1));
}

static void
test_text (void)
{
  static const char nul[] = "[{\"country\": \"Mal\0ta\", \"n\": 1}]";
  static const char after[] = "[{\"country\": \"Malta\", \"n\": 1}]\0x";

  assert_refused (nul, sizeof nul - 1, CTG_DATA_ERROR_SYNTAX);
  assert_refused (after, sizeof after - 1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"Malta\", \"n\": 1, \"n\": 2}]", -1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"Malta\", \"n\": 1, \"\\u006E\": 2}]", -1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"\\udc00\", \"n\": 1}]", -1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"\\ud83d\\u0041\", \"n\": 1}]", -1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"\xed\xa0\x80\", \"n\": 1}]", -1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"\xc0\xaf\", \"n\": 1}]", -1, CTG_DATA_ERROR_SYNTAX);
  assert_refused ("[{\"country\": \"Malta\", \"n\": 1}] []", -1, CTG_DATA_ERROR_SYNTAX);
  g_assert_true (try ("[{\"country\": \"\\ud83d\\ude00\", \"n\": 1}]", -1));
  g_assert_true (try ("[{\"country\": \"a\\u0001b\\u007f\\u2028\", \"n\": 0.1e-300}]", -1));
  /* May be refused or not; it must only do no harm. */
  try ("[{\"country\": \"a\\u0000b\", \"n\": 1, \"source\": \"\\u0000\"}]", -1);
  g_assert_true (try ("[{\"country\": \"%s%n%d\", \"n\": 1, \"%s\": 2, \"source\": \"@.,@\", \"year\": \"%n\"}]", -1));
  g_assert_true (try ("[{\"country\": \"Malta\", \"\": 1, \" \": 2, \"@\": 3, \".official\": 4, \"~/~1\": 5}]", -1));
}

/* Every way to cut a file off is a syntax error. */
static void
test_truncated (void)
{
  size_t length;
  g_autofree char *text = ctg_test_load ("fixtures/three-empties.json", &length);

  while (length > 0 && g_ascii_isspace (text[length - 1]))
    length--;
  for (size_t n = 0; n < length; n += 20 / ROUNDS (20))
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (text, n);
      g_autoptr(GError) error = NULL;

      g_assert_null (ctg_package_load (bytes, "cut", NULL, &error));
      g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_SYNTAX);
    }
}

static void
test_flipped (void)
{
  size_t length;
  g_autofree char *text = ctg_test_load ("fixtures/three-empties.json", &length);
  g_autoptr(GRand) random = g_rand_new_with_seed (20171024);
  unsigned int n_accepted = 0;

  for (unsigned int i = 0; i < ROUNDS (1200); i++)
    {
      g_autofree char *copy = g_memdup2 (text, length);

      for (int k = g_rand_int_range (random, 1, 4); k > 0; k--)
        {
          char *byte = &copy[g_rand_int_range (random, 0, length)];

          *byte = g_rand_boolean (random) ? *byte ^ (1 << g_rand_int_range (random, 0, 8)) : "0123456789-,.:[]{}\"\\ enultrfa"[g_rand_int_range (random, 0, 30)];
        }
      n_accepted += try (copy, length);
    }

  /* Many a flip is in a text or a number: both ways out are gone through. */
  g_assert_cmpuint (n_accepted, >, ROUNDS (120));
  g_assert_cmpuint (n_accepted, <, ROUNDS (1150));
}

/* Something else of any type. */
static JsonNode *
make_nonsense (GRand *random)
{
  static const char *const strings[] = {
    "", " ", "-", "TUN", "XXX", "fighters", "official", "2015-12", "2015-99", "@", "a.b", "claim", "measure", "\xf0\x9f\x98\x80", "about 300", "not-applicable", "range",
    "at-least", "ISR PSE", "ISR", "world", "pattern(", "{place}{as_of}{", "aggregates", "number", "e01",
  };
  JsonNode *node = json_node_alloc ();

  switch (g_rand_int_range (random, 0, 9))
    {
    case 0:
      return json_node_init_null (node);
    case 1:
      return json_node_init_boolean (node, g_rand_boolean (random));
    case 2:
      return json_node_init_int (node, g_rand_int (random));
    case 3:
      return json_node_init_int (node, -g_rand_int_range (random, 0, 10));
    case 4:
      return json_node_init_double (node, 1e300);
    case 5:
      {
        g_autoptr(JsonArray) array = json_array_new ();
        return json_node_init_array (node, array);
      }
    case 6:
      {
        g_autoptr(JsonObject) object = json_object_new ();
        return json_node_init_object (node, object);
      }
    default:
      return json_node_init_string (node, strings[g_rand_int_range (random, 0, G_N_ELEMENTS (strings))]);
    }
}

/* A copy of the tree in which some nodes are something else, are gone, or stand twice. */
static JsonNode *
mutate (JsonNode *node,
        GRand    *random,
        double    chance)
{
  if (g_rand_double (random) < chance)
    return make_nonsense (random);

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_autoptr(JsonArray) copy = json_array_new ();
      JsonArray *array = json_node_get_array (node);

      for (unsigned int i = 0; i < json_array_get_length (array); i++)
        for (int k = g_rand_double (random) < chance ? g_rand_int_range (random, 0, 3) : 1; k > 0; k--)
          json_array_add_element (copy, mutate (json_array_get_element (array, i), random, chance));

      return json_node_init_array (json_node_alloc (), copy);
    }
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_autoptr(JsonObject) copy = json_object_new ();
      JsonObjectIter iter;
      const char *member;
      JsonNode *value;

      json_object_iter_init_ordered (&iter, json_node_get_object (node));
      while (json_object_iter_next_ordered (&iter, &member, &value))
        if (g_rand_double (random) >= chance)
          json_object_set_member (copy, member, mutate (value, random, chance));

      return json_node_init_object (json_node_alloc (), copy);
    }

  return json_node_copy (node);
}

/* Well-formed nonsense reaches every check behind the gate. */
static void
test_mutated (void)
{
  g_autofree char *text = ctg_test_load ("fixtures/three-empties.json", NULL);
  g_autoptr(JsonNode) root = json_from_string (text, NULL);
  g_autoptr(GRand) random = g_rand_new_with_seed (26583);
  unsigned int n_accepted = 0;

  for (unsigned int i = 0; i < ROUNDS (800); i++)
    {
      static const double chances[] = { 0.002, 0.01, 0.03, 0.1 };
      g_autoptr(JsonNode) mutant = mutate (root, random, chances[i % 4]);
      g_autoptr(GString) json = g_string_new (NULL);

      ctg_json_append_node (json, mutant, 0);
      n_accepted += try (json->str, -1);
    }

  g_assert_cmpuint (n_accepted, >, ROUNDS (200));
  g_assert_cmpuint (n_accepted, <, ROUNDS (800));
}

/* The same for a plain array and for a real package, which have other columns. */
static void
test_mutated_others (void)
{
  g_autofree char *path = ctg_test_path ("../data/datasets/tsc-2017-10.json");
  g_autofree char *package = ctg_test_load_file (path, NULL);
  const char *texts[] = {
    "[{\"country\": \"Tunisia\", \"n\": 1, \"year\": 2015, \"source\": \"a\"}, {\"country\": \"Malta\", \"n\": 2.5, \"note\": \"x\"}, {\"code\": \"BEL\", \"n\": 1}]",
    "[[\"country\", \"n\", \"m\"], [\"Tunisia\", 1, 2], [\"Malta\", null, 3], [\"Belgium\"]]",
    package,
  };

  for (unsigned int k = 0; k < G_N_ELEMENTS (texts); k++)
    {
      g_autoptr(JsonNode) root = json_from_string (texts[k], NULL);
      g_autoptr(GRand) random = g_rand_new_with_seed (k);

      for (unsigned int i = 0; i < ROUNDS (k == 2 ? 40 : 500); i++)
        {
          g_autoptr(JsonNode) mutant = mutate (root, random, k == 2 ? 0.005 : 0.1);
          g_autoptr(GString) json = g_string_new (NULL);

          ctg_json_append_node (json, mutant, 0);
          try (json->str, -1);
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/robust/package/depth", test_depth);
  g_test_add_func ("/robust/package/size", test_size);
  g_test_add_func ("/robust/package/shapes", test_shapes);
  g_test_add_func ("/robust/package/colliding", test_colliding);
  g_test_add_func ("/robust/package/text", test_text);
  g_test_add_func ("/robust/package/truncated", test_truncated);
  g_test_add_func ("/robust/package/flipped", test_flipped);
  g_test_add_func ("/robust/package/mutated", test_mutated);
  g_test_add_func ("/robust/package/mutated-others", test_mutated_others);

  return g_test_run ();
}
