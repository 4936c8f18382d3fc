/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows against the same text as a tree of json-glib's: every cell, whatever stands in it. */

#include "base/ctg-json-rows.h"

#include <string.h>

#include "ctg-test.h"

static const char *const root_place[] = { "", NULL };

static JsonNode *
parse_with_rows (const char        *text,
                 const char *const *places,
                 GPtrArray         *rows)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *root = ctg_json_parse_with_rows (bytes, places, rows, &error);

  g_assert_no_error (error);

  return root;
}

static void
assert_cell (const CtgJsonCell *cell,
             JsonNode          *node)
{
  g_assert_cmpstr (ctg_json_type_describe (cell->type), ==, ctg_json_describe_type (node));
  g_assert_true ((cell->type == CTG_JSON_INTEGER) == (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64));
  if (cell->type == CTG_JSON_STRING)
    g_assert_cmpstr (cell->string, ==, json_node_get_string (node));
  if (cell->type == CTG_JSON_BOOLEAN)
    g_assert_true (cell->number == json_node_get_boolean (node));
  if (cell->type == CTG_JSON_INTEGER || cell->type == CTG_JSON_NUMBER)
    {
      double number = json_node_get_double (node);

      g_assert_cmpmem (&cell->number, sizeof cell->number, &number, sizeof number);
    }
}

static void
assert_row (const CtgJsonRows *rows,
            unsigned int       row,
            JsonNode          *node)
{
  unsigned int n_cells;
  const CtgJsonCell *cells = ctg_json_rows_get_cells (rows, row, &n_cells);

  g_assert_cmpstr (ctg_json_type_describe (ctg_json_rows_get_type (rows, row)), ==, ctg_json_describe_type (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      g_assert_cmpuint (n_cells, ==, json_array_get_length (json_node_get_array (node)));
      for (unsigned int i = 0; i < n_cells; i++)
        assert_cell (&cells[i], json_array_get_element (json_node_get_array (node), i));
    }
  else if (JSON_NODE_HOLDS_OBJECT (node))
    {
      g_assert_cmpuint (n_cells, ==, json_object_get_size (json_node_get_object (node)));
      for (unsigned int i = 0; i < n_cells; i++)
        assert_cell (&cells[i], json_object_get_member (json_node_get_object (node), ctg_json_rows_get_name (rows, &cells[i])));
    }
  else
    g_assert_cmpuint (n_cells, ==, 0);
}

static void
test_cells (void)
{
  static const char *const texts[] = {
    "[]", " [ ] ", "\xef\xbb\xbf[[]]", "[{}]", "[[], {}, [ ], { }]", "[1, \"a\", null, true, false, [2], {\"b\": 3}]",
    "[[0, -0, 1, -1, 0.5, -0.5, -0.0, 1e3, 1E-3, -2.5e+2, 123456789012345, 1234567890123456, 9007199254740993, 12345678901234567890, 0.1, 0.30000000000000004]]",
    "[[100000000000000.5, 0.0000000000000001, 4.9e-324, 1.7976931348623157e308, 2.2250738585072011e-308, 99.999999999999986, 0.000001]]",
    "[[\"\", \"plain\", \"\\\"\\\\\\/\\b\\f\\n\\r\\t\", \"a\\u00e9b\", \"\\ud83c\\uddf2\", \"\\u0001\", \"né\", \"\\\\\"]]",
    "[{\"a\": 1, \"b\": \"x\", \"c\": null}, {\"b\": 2.5, \"\\u0061\": true}, {\"\": \"\"}]",
    "[[[1, [2, \"]\"], {\"x\": \"}\\\"\"}], 5], [{\"y\": [\"[\"]}, 6]]",
    "[\n  [ 1 , 2 ] ,\r\n\t{ \"a\" : [ ] , \"b\" : { } }\n]\n",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr(JsonNode) tree = ctg_json_parse (bytes, NULL);
      g_autoptr(GPtrArray) arrays = ctg_json_rows_array_new ();
      g_autoptr(JsonNode) root = parse_with_rows (texts[i], root_place, arrays);
      const CtgJsonRows *rows = ctg_json_rows_of_node (root, arrays);
      JsonArray *array = json_node_get_array (tree);

      g_assert_nonnull (rows);
      g_assert_cmpuint (ctg_json_rows_get_length (rows), ==, json_array_get_length (array));
      for (unsigned int r = 0; r < json_array_get_length (array); r++)
        assert_row (rows, r, json_array_get_element (array, r));
    }
}

/* Decimals as people write them, all lengths and signs. */
static void
test_numbers (void)
{
  g_autoptr(GString) text = g_string_new ("[[0");

  for (unsigned int i = 0; i < 20000; i++)
    {
      guint64 digits = (guint64) g_test_rand_int () << 31 ^ (guint32) g_test_rand_int ();
      g_autofree char *number = g_strdup_printf ("%" G_GUINT64_FORMAT, digits >> g_test_rand_int_range (0, 62));

      g_string_append_printf (text, ",%s%.*s", g_test_rand_bit () ? "-" : "", (int) strlen (number), number);
      if (g_test_rand_bit ())
        g_string_append_printf (text, ".%0*d", g_test_rand_int_range (1, 18), (int) g_test_rand_int_range (0, 10000));
    }
  g_string_append (text, "]]");

  g_autoptr(GBytes) bytes = g_bytes_new_static (text->str, text->len);
  g_autoptr(JsonNode) tree = ctg_json_parse (bytes, NULL);
  g_autoptr(GPtrArray) arrays = ctg_json_rows_array_new ();
  g_autoptr(JsonNode) root = parse_with_rows (text->str, root_place, arrays);

  assert_row (ctg_json_rows_of_node (root, arrays), 0, json_array_get_element (json_node_get_array (tree), 0));
}

/* So many that a thread reads them while they are asked for, from the last to the first: the first that is asked for is the last to be ready. */
static void
test_many (void)
{
  enum { N_ROWS = 20000 };
  g_autoptr(GString) text = g_string_new ("[");

  for (unsigned int i = 0; i < N_ROWS; i++)
    if (i % 3 == 0)
      g_string_append_printf (text, "%s{\"name\": \"a\\u00e9 %u\", \"n\": %u.5, \"empty\": []}", i > 0 ? ", " : "", i, i);
    else if (i % 7 == 0)
      g_string_append_printf (text, ", %u", i);
    else
      g_string_append_printf (text, ", [\"place %u\", %u, null]", i, i);
  g_string_append (text, "]");

  g_autoptr(GBytes) bytes = g_bytes_new_static (text->str, text->len);
  g_autoptr(JsonNode) tree = ctg_json_parse (bytes, NULL);

  for (unsigned int turn = 0; turn < 5; turn++)
    {
      g_autoptr(GPtrArray) arrays = ctg_json_rows_array_new ();
      g_autoptr(JsonNode) root = parse_with_rows (text->str, root_place, arrays);
      const CtgJsonRows *rows = ctg_json_rows_of_node (root, arrays);

      g_assert_cmpuint (ctg_json_rows_get_length (rows), ==, N_ROWS);
      g_assert_cmpuint (ctg_json_rows_get_most_cells (rows), >=, 3 * (N_ROWS - N_ROWS / 7 - 1));
      /* At last nobody asks, and they are freed while they are read. */
      for (unsigned int r = turn < 4 ? N_ROWS : 0; r > 0; r--)
        assert_row (rows, r - 1, json_array_get_element (json_node_get_array (tree), r - 1));
    }
}

/* Only arrays at the places become rows; all else stays in the tree. */
static void
test_places (void)
{
  static const char *const places[] = { "/resources/*/data", "/package/resources/*/data", NULL };
  const char *text = "{\"data\": [1], \"big\": 1234567890123456789,"
                     " \"resources\": [{\"data\": [[1, 1234567890123456789], [2]], \"more\": {\"data\": [3]}}, {\"data\": {\"data\": [4]}}, {\"data\": []}, [[5]]],"
                     " \"other\": {\"resources\": [{\"data\": [6]}]},"
                     " \"package\": {\"resources\": [{\"data\": [[7]]}], \"last\": 12345678901234567}}";
  const char *left = "\"resources\":[{\"data\":[0],\"more\":{\"data\":[3]}},{\"data\":{\"data\":[4]}},{\"data\":[1]},[[5]]],"
                     "\"other\":{\"resources\":[{\"data\":[6]}]},\"package\":{\"resources\":[{\"data\":[2]}],";
  static const unsigned int lengths[] = { 2, 0, 1 };
  g_autoptr(GPtrArray) arrays = ctg_json_rows_array_new ();
  g_autoptr(JsonNode) root = parse_with_rows (text, places, arrays);
  g_autoptr(GString) tree = g_string_new (NULL);
  unsigned int n_cells;

  ctg_json_append_node (tree, root, 0);
  g_assert_nonnull (strstr (tree->str, left));
  g_assert_cmpfloat (json_object_get_double_member (json_node_get_object (root), "big"), ==, 1234567890123456789.0);
  g_assert_cmpfloat (json_object_get_double_member (json_object_get_object_member (json_node_get_object (root), "package"), "last"), ==, 12345678901234567.0);
  g_assert_cmpuint (arrays->len, ==, G_N_ELEMENTS (lengths));
  for (unsigned int i = 0; i < arrays->len; i++)
    g_assert_cmpuint (ctg_json_rows_get_length (g_ptr_array_index (arrays, i)), ==, lengths[i]);
  g_assert_cmpfloat (ctg_json_rows_get_cells (g_ptr_array_index (arrays, 0), 0, &n_cells)[1].number, ==, 1234567890123456789.0);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/json-rows/cells", test_cells);
  g_test_add_func ("/json-rows/numbers", test_numbers);
  g_test_add_func ("/json-rows/many", test_many);
  g_test_add_func ("/json-rows/places", test_places);

  return g_test_run ();
}
