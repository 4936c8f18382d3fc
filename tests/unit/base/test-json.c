/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The gate against texts that are not RFC 8259 or beyond the limits, the tree behind it, and the writer. */

#include "base/ctg-json.h"

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "ctg-test.h"

static bool
check (const char *text,
       GError    **error)
{
  return ctg_json_check (text, strlen (text), error);
}

static JsonNode *
parse (const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GError) error = NULL;
  JsonNode *node = ctg_json_parse (bytes, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);

  return node;
}

static void
test_accept (void)
{
  static const char *const good[] = {
    "{}", "[]", "null", "true", "false", "0", "-0", "-1", "1.5", "1e5", "1E+5", "1.25e-3", "\"\"", " \t\r\n[ 1 , 2 ]\n", "\xef\xbb\xbf{}",
    "{\"a\":{\"a\":1},\"b\":{\"a\":2}}", "[{\"a\":1},{\"a\":2}]", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"", "\"\\ud83d\\ude00\"", "\"é😀\x7f\"",
    "[0.1,[true,[null]]]", "1e-400", "123456789012345678901234567890", "{\"\":1}",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = g_bytes_new_static (good[i], strlen (good[i]));

      g_test_message ("%s", good[i]);
      check (good[i], &error);
      g_assert_no_error (error);

      g_autoptr(JsonNode) node = ctg_json_parse (bytes, &error);

      g_assert_no_error (error);
      g_assert_nonnull (node);
    }
}

typedef struct
{
  const char *text;
  const char *message;
} Fault;

static void
assert_refused (const Fault *fault,
                int          code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GError) parse_error = NULL;
  g_autoptr(GBytes) bytes = g_bytes_new_static (fault->text, strlen (fault->text));

  g_test_message ("%s", fault->text);
  g_assert_false (check (fault->text, &error));
  g_assert_error (error, CTG_DATA_ERROR, code);
  g_assert_cmpstr (error->message, ==, fault->message);
  g_assert_null (ctg_json_parse (bytes, &parse_error));
  g_assert_error (parse_error, CTG_DATA_ERROR, code);
}

static void
test_refuse_syntax (void)
{
  static const Fault faults[] = {
    { "", "Line 1, column 1: the text ends where a value was expected." },
    { "  \n ", "Line 2, column 2: the text ends where a value was expected." },
    { "[1,]", "Line 1, column 4: expected a value, found “]”." },
    { "[1 2]", "Line 1, column 4: expected “,” or “]”, found “2”." },
    { "{\"a\" 1}", "Line 1, column 6: expected “:”, found “1”." },
    { "{\"a\":1,}", "Line 1, column 8: expected a member name in double quotes, found “}”." },
    { "{a:1}", "Line 1, column 2: expected a member name in double quotes, found “a”." },
    { "{\"a\":1", "Line 1, column 7: the text ends where “,” or “}” was expected." },
    { "[1] x", "Line 1, column 5: expected the end of the text, found “x”." },
    { "{}{}", "Line 1, column 3: expected the end of the text, found “{”." },
    { "012", "Line 1, column 1: a number must not begin with 0." },
    { "-01", "Line 1, column 2: a number must not begin with 0." },
    { "0x10", "Line 1, column 2: expected the end of the text, found “x”." },
    { ".5", "Line 1, column 1: expected a value, found “.”." },
    { "5.", "Line 1, column 3: the text ends where a digit after the decimal point was expected." },
    { "+1", "Line 1, column 1: expected a value, found “+”." },
    { "1e", "Line 1, column 3: the text ends where a digit in the exponent was expected." },
    { "-", "Line 1, column 2: the text ends where a digit was expected." },
    { "NaN", "Line 1, column 1: expected a value, found “N”." },
    { "Infinity", "Line 1, column 1: expected a value, found “I”." },
    { "nul", "Line 1, column 1: expected a value, found “n”." },
    { "'a'", "Line 1, column 1: expected a value, found “'”." },
    { "/* a */ 1", "Line 1, column 1: expected a value, found “/”." },
    { "// a\n1", "Line 1, column 1: expected a value, found “/”." },
    { "var a = [1];", "Line 1, column 1: expected a value, found “v”." },
    { "\"a", "Line 1, column 3: the text ends where the end of a string was expected." },
    { "\"a\tb\"", "Line 1, column 3: expected the end of a string, found the character U+0009." },
    { "\"a\nb\"", "Line 1, column 3: expected the end of a string, found the character U+000A." },
    { "\"\\x41\"", "Line 1, column 3: expected one of \" \\ / b f n r t u after the backslash, found “x”." },
    { "\"\\u12g4\"", "Line 1, column 6: expected a hexadecimal digit, found “g”." },
    { "\"\\ud800\"", "Line 1, column 2: a high surrogate stands without a low one after it." },
    { "\"\\ud800\\u0041\"", "Line 1, column 2: a high surrogate stands without a low one after it." },
    { "\"\\udc00\"", "Line 1, column 2: a low surrogate stands without a high one before it." },
    { "{\"a\":1,\"a\":2}", "Line 1, column 8: the member “a” is there twice." },
    { "{\"a\":1,\"\\u0061\":2}", "Line 1, column 8: the member “a” is there twice." },
    { "{\"\\ud83d\\ude00\":1,\"😀\":2}", "Line 1, column 19: the member “😀” is there twice." },
    { "{\n  \"é\": 1,\r\n  \"é\": 2\n}", "Line 3, column 3: the member “é” is there twice." },
    { "[\"éé\" x]", "Line 1, column 7: expected “,” or “]”, found “x”." },
    { "[1,\xff]", "Line 1, column 4: the text is not valid UTF-8." },
    { "\"\xed\xa0\x80\"", "Line 1, column 2: the text is not valid UTF-8." },
    { "\"\xc0\xaf\"", "Line 1, column 2: the text is not valid UTF-8." },
    { "\xef\xbb\xbf\xef\xbb\xbf{}", "Line 1, column 1: expected a value, found the character U+FEFF." },
    { "\xc2\xa0{}", "Line 1, column 1: expected a value, found “\xc2\xa0”." },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (&faults[i], CTG_DATA_ERROR_SYNTAX);
}

static void
test_refuse_limit (void)
{
  static const Fault faults[] = {
    { "1e400", "Line 1, column 1: the number is too large." },
    { "[-1e999]", "Line 1, column 2: the number is too large." },
    { "\"a\\u0000b\"", "Line 1, column 3: a text cannot hold the character U+0000." },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (faults); i++)
    assert_refused (&faults[i], CTG_DATA_ERROR_LIMIT);
}

static void
test_nul_byte (void)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (ctg_json_check ("[1,\0]", 5, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "Line 1, column 4: a NUL byte stands here.");
}

/* opening n times, then closing n times. */
static char *
nest (const char  *opening,
      const char  *closing,
      unsigned int n)
{
  GString *string = g_string_new (NULL);

  for (unsigned int i = 0; i < n; i++)
    g_string_append (string, opening);
  for (unsigned int i = 0; i < n; i++)
    g_string_append (string, closing);

  return g_string_free (string, FALSE);
}

static void
test_depth (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *deepest = nest ("[", "]", CTG_JSON_MAX_DEPTH);
  g_autofree char *too_deep = nest ("[", "]", CTG_JSON_MAX_DEPTH + 1);
  g_autofree char *far_too_deep = nest ("[{\"a\":", "}]", 100000);

  g_assert_true (check (deepest, &error));
  g_assert_no_error (error);
  g_assert_false (check (too_deep, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
  g_assert_cmpstr (error->message, ==, "Line 1, column 65: objects and arrays are nested too deeply.");
  g_clear_error (&error);
  g_assert_false (check (far_too_deep, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
}

static void
test_size (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *large = g_malloc (CTG_JSON_MAX_BYTES + 1);

  memset (large, ' ', CTG_JSON_MAX_BYTES + 1);
  large[0] = '1';
  g_assert_true (ctg_json_check (large, CTG_JSON_MAX_BYTES, &error));
  g_assert_false (ctg_json_check (large, CTG_JSON_MAX_BYTES + 1, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
}

/* An array of this many zeros. */
static char *
make_zeros (unsigned int n)
{
  char *text = g_malloc (2 * n + 2);

  for (unsigned int i = 0; i < n; i++)
    memcpy (text + 2 * i, ",0", 2);
  text[0] = '[';
  memcpy (text + 2 * n, "]", 2);

  return text;
}

static void
test_values (void)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *most = make_zeros (CTG_JSON_MAX_VALUES - 1); /* the array is one more */
  g_autofree char *too_many = make_zeros (CTG_JSON_MAX_VALUES);

  g_assert_true (check (most, &error));
  g_assert_false (check (too_many, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
}

/* What was cut out counts, and only that: nobody looks at it. */
static void
test_rest (void)
{
  g_autofree char *most = make_zeros (CTG_JSON_MAX_VALUES - 1);
  size_t length = strlen (most);

  g_assert_true (ctg_json_check_rest ("[1]", 3, 1000, CTG_JSON_MAX_VALUES - 2, NULL));
  g_assert_true (ctg_json_check_rest ("[1]", 3, CTG_JSON_MAX_BYTES - 3, 5, NULL));
  g_assert_true (ctg_json_check_rest (most, length, 0, 0, NULL));

  static const struct
  {
    const char *text;
    size_t n_bytes;
    size_t n_values;
    int code;
  } refused[] = {
    { "[1]", 1000, CTG_JSON_MAX_VALUES - 1, CTG_DATA_ERROR_LIMIT },
    { "[1]", 1000, G_MAXUINT - 1, CTG_DATA_ERROR_LIMIT },
    { "[1]", 1000, G_MAXSIZE, CTG_DATA_ERROR_LIMIT },
    { "[1]", CTG_JSON_MAX_BYTES - 2, 5, CTG_DATA_ERROR_LIMIT },
    { "[1,]", 1000, 5, CTG_DATA_ERROR_SYNTAX },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_false (ctg_json_check_rest (refused[i].text, strlen (refused[i].text), refused[i].n_bytes, refused[i].n_values, &error));
      g_assert_error (error, CTG_DATA_ERROR, refused[i].code);
    }
}

static void
test_members (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GString) string = g_string_new ("{\"0\":0");

  for (unsigned int i = 1; i < CTG_JSON_MAX_MEMBERS; i++)
    g_string_append_printf (string, ",\"%u\":%u", i, i);

  g_autofree char *most = g_strconcat (string->str, "}", NULL);
  g_autofree char *too_many = g_strconcat (string->str, ",\"a\":1}", NULL);

  g_assert_true (check (most, &error));
  g_assert_false (check (too_many, &error));
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_LIMIT);
}

static const char document[] =
  "{\"name\": \"Côte d\\u2019Ivoire\", \"rows\": [{\"value\": 12, \"low\": null, \"share\": -0.5e-3, \"ok\": true}, [], {}, \"\\ud83d\\ude00\"], \"n\": 12345678901234567890}";

static void
test_prefixes (void)
{
  size_t length = strlen (document);

  g_assert_true (ctg_json_check (document, length, NULL));
  for (size_t i = 0; i < length; i++)
    {
      /* A copy of exactly this size, so that a sanitizer sees a step beyond it. */
      g_autofree char *prefix = g_memdup2 (document, MAX (i, 1));
      g_autoptr(GError) error = NULL;

      g_assert_false (ctg_json_check (prefix, i, &error));
      g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_SYNTAX);
    }
}

/* Every byte replaced by every third other: no crash, and what passes the gate is also read. */
static void
test_flips (void)
{
  size_t length = strlen (document);
  unsigned int n_good = 0;

  for (size_t i = 0; i < length; i++)
    {
      for (unsigned int byte = i % 3; byte < 256; byte += 3)
        {
          g_autofree char *text = g_memdup2 (document, length);

          text[i] = byte;
          if (!ctg_json_check (text, length, NULL))
            continue;

          g_autoptr(GBytes) bytes = g_bytes_new (text, length);
          g_autoptr(GError) error = NULL;
          g_autoptr(JsonNode) node = ctg_json_parse (bytes, &error);

          g_assert_no_error (error);
          g_assert_nonnull (node);
          n_good++;
        }
    }

  /* Most bytes lie in strings and numbers, where many others are as good. */
  g_assert_cmpuint (n_good, >, length);
  g_assert_cmpuint (n_good, <, length * 43);
}

static void
test_tree (void)
{
  g_autoptr(JsonNode) root = parse (document);
  JsonObject *object = json_node_get_object (root);
  JsonArray *rows = json_object_get_array_member (object, "rows");

  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "Côte d’Ivoire");
  g_assert_cmpstr (json_array_get_string_element (rows, 3), ==, "😀");
  g_assert_cmpfloat (json_object_get_double_member (json_array_get_object_element (rows, 0), "share"), ==, -0.0005);
}

/* Integers json-glib would wrap arrive as doubles, all others as they are. */
static void
test_long_integers (void)
{
  g_autoptr(JsonNode) root = parse ("\xef\xbb\xbf[999999999999999,9007199254740993,12345678901234567890,-9223372036854775808,123456789012345678901234567890,-7]");
  JsonArray *array = json_node_get_array (root);
  static const double expected[] = { 999999999999999, 9007199254740992, 12345678901234567890.0, -9223372036854775808.0, 123456789012345678901234567890.0, -7 };

  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      g_assert_cmpfloat (json_node_get_double (node), ==, expected[i]);
      g_assert_true ((json_node_get_value_type (node) == G_TYPE_DOUBLE) == (i >= 1 && i <= 4));
    }
}

static void
test_getters (void)
{
  g_autoptr(JsonNode) root = parse ("{\"s\": \"x\", \"n\": 1.5, \"i\": 3, \"b\": true, \"o\": {}, \"a\": [], \"z\": null}");
  JsonObject *object = json_node_get_object (root);
  g_autoptr(GError) error = NULL;
  const char *string = "before";
  double number = -1;
  bool boolean = false;
  JsonObject *child = NULL;
  JsonArray *array = NULL;

  g_assert_true (ctg_json_get_string (object, "absent", "", &string, &error));
  g_assert_true (ctg_json_get_string (object, "z", "", &string, &error));
  g_assert_cmpstr (string, ==, "before");

  g_assert_true (ctg_json_get_string (object, "s", "", &string, &error));
  g_assert_cmpstr (string, ==, "x");
  g_assert_true (ctg_json_get_number (object, "n", "", &number, &error));
  g_assert_cmpfloat (number, ==, 1.5);
  g_assert_true (ctg_json_get_number (object, "i", "", &number, &error));
  g_assert_cmpfloat (number, ==, 3);
  g_assert_true (ctg_json_get_boolean (object, "b", "", &boolean, &error));
  g_assert_true (boolean);
  g_assert_true (ctg_json_get_object (object, "o", "", &child, &error));
  g_assert_nonnull (child);
  g_assert_true (ctg_json_get_array (object, "a", "", &array, &error));
  g_assert_nonnull (array);
  g_assert_no_error (error);
}

static void
assert_wrong_type (bool        good,
                   GError     *error,
                   const char *message)
{
  g_assert_false (good);
  g_assert_error (error, CTG_DATA_ERROR, CTG_DATA_ERROR_FORMAT);
  g_assert_cmpstr (error->message, ==, message);
  g_error_free (error);
}

static void
test_wrong_types (void)
{
  g_autoptr(JsonNode) root = parse ("{\"s/1\": \"x\", \"n~\": 1.5, \"b\": true, \"o\": {}, \"a\": []}");
  JsonObject *object = json_node_get_object (root);
  const char *string;
  double number;
  bool boolean, good;
  JsonObject *child;
  JsonArray *array;
  GError *error = NULL;

  good = ctg_json_get_number (object, "s/1", "/rows/3", &number, &error);
  assert_wrong_type (good, g_steal_pointer (&error), "/rows/3/s~11: expected a number, found a string.");
  good = ctg_json_get_string (object, "n~", "", &string, &error);
  assert_wrong_type (good, g_steal_pointer (&error), "/n~0: expected a string, found a number.");
  good = ctg_json_get_number (object, "b", "", &number, &error);
  assert_wrong_type (good, g_steal_pointer (&error), "/b: expected a number, found true or false.");
  good = ctg_json_get_boolean (object, "o", "", &boolean, &error);
  assert_wrong_type (good, g_steal_pointer (&error), "/o: expected true or false, found an object.");
  good = ctg_json_get_object (object, "a", "", &child, &error);
  assert_wrong_type (good, g_steal_pointer (&error), "/a: expected an object, found an array.");
  good = ctg_json_get_array (object, "o", "", &array, &error);
  assert_wrong_type (good, g_steal_pointer (&error), "/o: expected an array, found an object.");
}

static void
test_write (void)
{
  g_autoptr(JsonNode) root = parse ("{\"b\":[1,0.1,null,true],\"a\":{\"x\":\"\\\"\\\\\\n\\u0001é\"},\"e\":[],\"f\":{},\"g\":[[1],{\"h\":2}]}");
  g_autoptr(GString) line = g_string_new (NULL);
  g_autoptr(GString) pretty = g_string_new (NULL);

  ctg_json_append_node (line, root, 0);
  g_assert_cmpstr (line->str, ==, "{\"b\":[1,0.1,null,true],\"a\":{\"x\":\"\\\"\\\\\\n\\u0001é\"},\"e\":[],\"f\":{},\"g\":[[1],{\"h\":2}]}");

  ctg_json_append_node (pretty, root, 2);
  g_assert_cmpstr (pretty->str, ==,
                   "{\n"
                   "  \"b\": [1, 0.1, null, true],\n"
                   "  \"a\": {\n"
                   "    \"x\": \"\\\"\\\\\\n\\u0001é\"\n"
                   "  },\n"
                   "  \"e\": [],\n"
                   "  \"f\": {},\n"
                   "  \"g\": [\n"
                   "    [1],\n"
                   "    {\n"
                   "      \"h\": 2\n"
                   "    }\n"
                   "  ]\n"
                   "}");

  /* What we write passes the gate and says the same. */
  g_autoptr(JsonNode) again = parse (pretty->str);

  g_assert_true (json_node_equal (root, again));
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/json/accept", test_accept);
  g_test_add_func ("/json/refuse/syntax", test_refuse_syntax);
  g_test_add_func ("/json/refuse/limit", test_refuse_limit);
  g_test_add_func ("/json/refuse/nul-byte", test_nul_byte);
  g_test_add_func ("/json/refuse/depth", test_depth);
  g_test_add_func ("/json/refuse/size", test_size);
  g_test_add_func ("/json/refuse/values", test_values);
  g_test_add_func ("/json/rest", test_rest);
  g_test_add_func ("/json/refuse/members", test_members);
  g_test_add_func ("/json/prefixes", test_prefixes);
  g_test_add_func ("/json/flips", test_flips);
  g_test_add_func ("/json/tree", test_tree);
  g_test_add_func ("/json/long-integers", test_long_integers);
  g_test_add_func ("/json/getters", test_getters);
  g_test_add_func ("/json/wrong-types", test_wrong_types);
  g_test_add_func ("/json/write", test_write);

  return g_test_run ();
}
