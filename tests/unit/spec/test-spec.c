/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Specs: every field set and read back as text and as JSON, invalid values refused with path and reason, lists, differences. */

#include <math.h>
#include <string.h>

#include "base/ctg-error.h"
#include "base/ctg-json.h"
#include "ctg-test.h"
#include "spec/ctg-spec.h"

static CtgSpec *
with (CtgSpec    *spec,
      const char *path,
      const char *value)
{
  g_autoptr(CtgSpec) old = spec;
  g_autoptr(GError) error = NULL;
  CtgSpec *changed = ctg_spec_with (old, path, value, &error);

  g_assert_no_error (error);
  return changed;
}

static CtgSpec *
from_json (const char *json,
           GError    **error)
{
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autoptr(GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr(JsonNode) root = ctg_json_parse (bytes, error);

  g_assert_nonnull (root);
  return ctg_spec_apply_json (defaults, json_node_get_object (root), error);
}

/* Two values other than the default for each field. */
static const char *const samples[][3] = {
  { "kind", "dumbbell", "bars" },
  { "series", "fighters.official,fighters.non-official", "returnees.estimate@icsr-2015-01" },
  { "orientation", "vertical", NULL },
  { "rule", "full-span", "latest" },
  { "per", "million", "total" },
  { "derive", "difference", "rank" },
  { "against", "fighters.official", "x" },
  { "doubtful", "true", NULL },
  { "sort.by", "difference", "name" },
  { "sort.order", "ascending", "descending" },
  { "sort.series", "fighters.official", "x" },
  { "top", "20", "100000" },
  { "search", "land", "Côte" },
  { "region", "western-asia", "southern-europe" },
  { "where", "status=official", "a=1\nb=<100\na=2" },
  { "highlight", "TUN,JOR", "\"country:Korea, South\",TUN" },
  { "references", "[{\"value\": 1000, \"label\": \"One thousand\"}, {\"value\": -0.5}]", "[{\"value\": 20, \"to\": 50.25}]" },
  { "annotations", "[{\"row\": \"TUN\", \"text\": \"A “note”, with = and /\"}]",
    "[{\"row\": \"a@b\", \"series\": \"fighters.official\", \"text\": \"x\", \"dx\": -12.5, \"dy\": 0}, {\"row\": \"TUN\", \"text\": \"y\"}]" },
  { "language", "de", "zh-Hans" },
  { "title", "", "A \"title\" with \\ and ’" },
  { "subtitle", "", "null and void" },
  { "note", "", "x" },
  { "source", "", "x" },
  { "author", "", "Ada" },
  { "page.width", "89mm", "183.25mm" },
  { "page.height", "120mm", "20mm" },
  { "font.family", "Noto Sans", "" },
  { "font.size", "6", "7.5" },
  { "legend", "top", "none" },
  { "labels.values", "false", NULL },
  { "labels.missing", "false", NULL },
  { "axis.title", "", "People" },
  { "axis.max", "7000", "0.1" },
  { "axis.grid", "false", NULL },
  { "axis.scale", "log", "sqrt" },
  { "axis.break", "400..5000", "auto" },
  { "axis.giants", "panel", NULL },
  { "x.scale", "log", "sqrt" },
  { "x.title", "", "Travelled" },
  { "x.references", "[{\"value\": 500, \"label\": \"Five hundred\"}]", "[{\"value\": 20, \"to\": 50.25}]" },
  { "rates", "10,25.5", "" },
  { "panels.by", "region", "status" },
  { "panels.scales", "free", NULL },
  { "map.extent", "europe", "southeast-asia" },
  { "map.classing", "jenks", "continuous" },
  { "map.classes", "7", "2" },
  { "map.breaks", "10,100", "" },
  { "colors.palette", "x", "" },
  { "colors.background", "transparent", "#fafafa" },
};

/* Fields with one choice have no other value to try. */
static bool
has_other_values (const CtgSpecField *field)
{
  return field->choices == NULL || strchr (field->choices, '|') != NULL;
}

static void
test_every_field (void)
{
  unsigned int n_fields;
  const CtgSpecField *fields = ctg_spec_get_fields (&n_fields);
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  unsigned int n_sampled = 0;

  for (unsigned int i = 0; i < n_fields; i++)
    {
      bool sampled = !has_other_values (&fields[i]);
      g_autofree char *fallback = ctg_spec_get (defaults, fields[i].path);

      g_assert_cmpstr (fallback, ==, fields[i].fallback);
      for (unsigned int k = 0; k < G_N_ELEMENTS (samples); k++)
        sampled = sampled || g_str_equal (samples[k][0], fields[i].path);
      if (!sampled)
        g_error ("no sample for %s", fields[i].path);
      n_sampled++;
    }

  g_assert_cmpuint (n_sampled, ==, G_N_ELEMENTS (samples));
}

static void
test_text_round_trip (void)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      for (unsigned int k = 1; k < 3 && samples[i][k] != NULL; k++)
        {
          g_autoptr(CtgSpec) defaults = ctg_spec_new ();
          g_autoptr(CtgSpec) spec = with (ctg_spec_new (), samples[i][0], samples[i][k]);
          g_autofree char *text = ctg_spec_get (spec, samples[i][0]);
          g_autoptr(CtgSpec) again = with (ctg_spec_new (), samples[i][0], text);
          g_auto(GStrv) diff = ctg_spec_diff (defaults, spec);
          g_autoptr(CtgSpec) restored = with (ctg_spec_ref (spec), samples[i][0], NULL);

          g_assert_cmpstr (text, ==, samples[i][k]);
          g_assert_true (ctg_spec_equal (spec, again));
          g_assert_cmpuint (g_strv_length (diff), ==, 1);
          g_assert_cmpstr (diff[0], ==, samples[i][0]);
          g_assert_true (ctg_spec_equal (restored, defaults));
          g_assert_false (ctg_spec_equal (spec, defaults));
        }
    }
}

/* "null" is a word like any other; only NULL restores what is made from the data. */
static void
test_word_null (void)
{
  g_autoptr(CtgSpec) spec = with (ctg_spec_new (), "title", "null");
  g_autofree char *json = ctg_spec_to_json (spec, 0);

  g_assert_cmpstr (spec->title, ==, "null");
  g_assert_nonnull (strstr (json, "\"title\": \"null\""));
  spec = with (g_steal_pointer (&spec), "title", NULL);
  g_assert_null (spec->title);
  g_assert_null (ctg_spec_with (spec, "top", "null", NULL));
}

static void
test_quoted_series (void)
{
  static const struct
  {
    const char *text;
    const char *ids[4];
    const char *written; /* NULL: as text */
  } cases[] = {
    { "a,b.estimate@x", { "a", "b.estimate@x" } },
    { "\"Left, 2015.estimate\",b", { "Left, 2015.estimate", "b" } },
    { "a, \"b, c\" ,d", { "a", "b, c", "d" }, "a,\"b, c\",d" },
    { "\"say \"\"yes\"\", or no\"", { "say \"yes\", or no" } },
    { "5\" pipe,b", { "5\" pipe", "b" } },
    { "\"\"\"x\"", { "\"x" } },
    { "\"a\"", { "a" }, "a" },
    { "\"a,b", { "a,b" }, "\"a,b\"" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CtgSpec) spec = with (ctg_spec_new (), "series", cases[i].text);
      g_autofree char *text = ctg_spec_get (spec, "series");
      g_autoptr(CtgSpec) again = with (ctg_spec_new (), "series", text);

      g_test_message ("%s", cases[i].text);
      g_assert_true (g_strv_equal ((const char *const *) spec->series, cases[i].ids));
      g_assert_cmpstr (text, ==, cases[i].written != NULL ? cases[i].written : cases[i].text);
      g_assert_true (ctg_spec_equal (spec, again));
    }
}

static void
test_json_round_trip (void)
{
  for (unsigned int column = 1; column < 3; column++)
    {
      g_autoptr(CtgSpec) spec = ctg_spec_new ();

      for (unsigned int i = 0; i < G_N_ELEMENTS (samples); i++)
        {
          if (samples[i][column] != NULL)
            spec = with (g_steal_pointer (&spec), samples[i][0], samples[i][column]);
        }

      for (unsigned int indent = 0; indent < 4; indent += 2)
        {
          g_autoptr(GError) error = NULL;
          g_autofree char *json = ctg_spec_to_json (spec, indent);
          g_autoptr(CtgSpec) again = from_json (json, &error);
          g_autofree char *json_again = NULL;

          g_assert_no_error (error);
          g_assert_true (ctg_spec_equal (spec, again));
          json_again = ctg_spec_to_json (again, indent);
          g_assert_cmpstr (json, ==, json_again);
        }
    }
}

static void
test_descending (void)
{
  static const struct
  {
    const char *by;
    bool descending;
  } automatic[] = {
    { "value", true }, { "difference", true }, { "as-of", true }, { "name", false }, { "table", false }, { "source", false }, { "region", false },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (automatic); i++)
    {
      g_autoptr(CtgSpec) spec = with (ctg_spec_new (), "sort.by", automatic[i].by);

      g_assert_true (ctg_spec_get_descending (spec) == automatic[i].descending);
      spec = with (g_steal_pointer (&spec), "sort.order", "ascending");
      g_assert_false (ctg_spec_get_descending (spec));
      spec = with (g_steal_pointer (&spec), "sort.order", "descending");
      g_assert_true (ctg_spec_get_descending (spec));
    }
}

static void
test_json_canonical (void)
{
  g_autoptr(CtgSpec) spec = ctg_spec_new ();
  g_autofree char *empty = ctg_spec_to_json (spec, 0);
  g_autofree char *line = NULL;
  g_autofree char *block = NULL;

  g_assert_cmpstr (empty, ==, "{\"kind\": null, \"series\": []}");

  spec = with (g_steal_pointer (&spec), "colors.background", "#fff");
  spec = with (g_steal_pointer (&spec), "page.width", "3.5in");
  spec = with (g_steal_pointer (&spec), "where", "region=western-asia");
  spec = with (g_steal_pointer (&spec), "sort.order", "ascending");
  spec = with (g_steal_pointer (&spec), "sort.by", "name");
  spec = with (g_steal_pointer (&spec), "kind", "bars");
  spec = with (g_steal_pointer (&spec), "series", "fighters.official");
  line = ctg_spec_to_json (spec, 0);
  block = ctg_spec_to_json (spec, 2);

  g_assert_cmpstr (line, ==,
                   "{\"kind\": \"bars\", \"series\": [\"fighters.official\"], \"sort\": {\"by\": \"name\", \"order\": \"ascending\"}, "
                   "\"where\": [{\"column\": \"region\", \"value\": \"western-asia\"}], \"page\": {\"width\": \"88.9mm\"}, \"colors\": {\"background\": \"#fff\"}}");
  g_assert_cmpstr (block, ==,
                   "{\n  \"kind\": \"bars\",\n  \"series\": [\"fighters.official\"],\n  \"sort\": {\"by\": \"name\", \"order\": \"ascending\"},\n"
                   "  \"where\": [{\"column\": \"region\", \"value\": \"western-asia\"}],\n  \"page\": {\"width\": \"88.9mm\"},\n"
                   "  \"colors\": {\"background\": \"#fff\"}\n}");
}

static void
test_json_null_restores (void)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autoptr(CtgSpec) spec = from_json ("{\"kind\": null, \"title\": null, \"sort\": null, \"page\": {\"height\": null}, \"series\": null, \"where\": null}", &error);

  g_assert_no_error (error);
  g_assert_true (ctg_spec_equal (spec, defaults));
}

/* JSON, code, and the words of the message that matter. */
static const struct
{
  const char *json;
  CtgSpecError code;
  const char *message;
} invalid[] = {
  { "{\"axis\": {\"scal\": \"linear\"}}", CTG_SPEC_ERROR_PATH, "figure.axis.scal: there is no such field. The nearest are axis.scale, " },
  { "{\"titel\": \"x\"}", CTG_SPEC_ERROR_PATH, "figure.titel: there is no such field. The nearest are title, " },
  { "{\"sort.by\": \"name\"}", CTG_SPEC_ERROR_PATH, "figure.sort.by: there is no such field" },
  { "{\"sort\": {\"by.x\": 1}}", CTG_SPEC_ERROR_PATH, "figure.sort.by.x: there is no such field" },
  { "{\"sort\": {\"by\": \"size\"}}", CTG_SPEC_ERROR_VALUE, "figure.sort.by: “size” is not one of: value, name, difference, table, as-of, source, region, spread, spread-ratio." },
  { "{\"sort\": \"name\"}", CTG_SPEC_ERROR_VALUE, "figure.sort: expected an object, found the text “name”." },
  { "{\"top\": \"20\"}", CTG_SPEC_ERROR_VALUE, "figure.top: expected a number, found the text “20”." },
  { "{\"top\": -1}", CTG_SPEC_ERROR_VALUE, "figure.top: -1 is not a whole number from 0 to 100000." },
  { "{\"top\": 2.5}", CTG_SPEC_ERROR_VALUE, "figure.top: 2.5 is not a whole number" },
  { "{\"font\": {\"size\": 4}}", CTG_SPEC_ERROR_VALUE, "figure.font.size: 4 is not a number from 6 to 24." },
  { "{\"doubtful\": 1}", CTG_SPEC_ERROR_VALUE, "figure.doubtful: expected true or false, found the number 1." },
  { "{\"title\": [1]}", CTG_SPEC_ERROR_VALUE, "figure.title: expected a text, found an array." },
  { "{\"title\": \"a\\u0007\"}", CTG_SPEC_ERROR_VALUE, "figure.title: the text holds the control character U+0007." },
  { "{\"page\": {\"width\": 89}}", CTG_SPEC_ERROR_VALUE, "figure.page.width: expected a length such as \"89mm\", found the number 89." },
  { "{\"page\": {\"width\": \"89\"}}", CTG_SPEC_ERROR_VALUE, "figure.page.width: “89” is no length" },
  { "{\"page\": {\"width\": \"1mm\"}}", CTG_SPEC_ERROR_VALUE, "figure.page.width: 1mm is outside 30mm to 2000mm." },
  { "{\"page\": {\"width\": \"auto\"}}", CTG_SPEC_ERROR_VALUE, "figure.page.width: “auto” is no length" },
  { "{\"series\": \"a\"}", CTG_SPEC_ERROR_VALUE, "figure.series: expected an array of series ids, found the text “a”." },
  { "{\"series\": [\"a\", 1]}", CTG_SPEC_ERROR_VALUE, "figure.series: expected an array of series ids, found the number 1." },
  { "{\"series\": [\"a\", \"a\"]}", CTG_SPEC_ERROR_VALUE, "figure.series: the series “a” is named twice." },
  { "{\"series\": [\" \"]}", CTG_SPEC_ERROR_VALUE, "figure.series: the name of a series is empty." },
  { "{\"where\": {\"region\": \"x\"}}", CTG_SPEC_ERROR_VALUE, "figure.where: expected an array of conditions, found an object." },
  { "{\"where\": [{\"column\": \"region\"}]}", CTG_SPEC_ERROR_VALUE, "figure.where: a condition has the members column and value" },
  { "{\"highlight\": [\"TUN\", 1]}", CTG_SPEC_ERROR_VALUE, "figure.highlight: expected an array of row keys, found the number 1." },
  { "{\"highlight\": [\"TUN\", \"TUN\"]}", CTG_SPEC_ERROR_VALUE, "figure.highlight: the row “TUN” is named twice." },
  { "{\"references\": {\"value\": 1}}", CTG_SPEC_ERROR_VALUE, "figure.references: expected an array of references, found an object." },
  { "{\"references\": [1]}", CTG_SPEC_ERROR_VALUE, "figure.references[0]: expected an object, found the number 1." },
  { "{\"references\": [{\"value\": 1}, {\"label\": \"x\"}]}", CTG_SPEC_ERROR_VALUE, "figure.references[1]: value is missing." },
  { "{\"references\": [{\"value\": 1, \"colour\": \"x\"}]}", CTG_SPEC_ERROR_PATH, "figure.references[0]: there is no member “colour”." },
  { "{\"references\": [{\"value\": \"x\"}]}", CTG_SPEC_ERROR_VALUE, "figure.references[0].value: expected a number, found the text “x”." },
  { "{\"references\": [{\"value\": 1e300}]}", CTG_SPEC_ERROR_VALUE, "figure.references[0]: value is not a number from -1e+15 to 1e+15." },
  { "{\"annotations\": [{\"row\": \"TUN\"}]}", CTG_SPEC_ERROR_VALUE, "figure.annotations[0]: text is missing." },
  { "{\"annotations\": [{\"row\": \"TUN\", \"text\": \" \"}]}", CTG_SPEC_ERROR_VALUE, "figure.annotations[0]: an annotation needs a row and a text." },
  { "{\"annotations\": [{\"row\": \"TUN\", \"text\": \"x\", \"dx\": 3}]}", CTG_SPEC_ERROR_VALUE, "figure.annotations[0]: dx and dy are given together" },
  { "{\"annotations\": [{\"row\": \"TUN\", \"text\": \"a\\u0007\"}]}", CTG_SPEC_ERROR_VALUE, "figure.annotations[0]: the text holds the control character U+0007." },
  { "{\"language\": \"d\"}", CTG_SPEC_ERROR_VALUE, "figure.language: “d” is no language tag" },
  { "{\"map\": {\"breaks\": \"10,abc,30\"}}", CTG_SPEC_ERROR_VALUE, "figure.map.breaks: “abc” is no number; write numbers separated by commas" },
  { "{\"map\": {\"breaks\": \"10,,30\"}}", CTG_SPEC_ERROR_VALUE, "figure.map.breaks: “” is no number" },
  { "{\"map\": {\"breaks\": \"10,20x\"}}", CTG_SPEC_ERROR_VALUE, "figure.map.breaks: “20x” is no number" },
  { "{\"map\": {\"breaks\": \"nan\"}}", CTG_SPEC_ERROR_VALUE, "figure.map.breaks: “nan” is no number" },
  { "{\"map\": {\"breaks\": \"1e999\"}}", CTG_SPEC_ERROR_VALUE, "figure.map.breaks: “1e999” is no number" },
  { "{\"map\": {\"breaks\": \"1,2,3,4,5,6,7,8,9,10\"}}", CTG_SPEC_ERROR_VALUE, "figure.map.breaks: at most 9 numbers are possible." },
  { "{\"colors\": {\"background\": \"reddish\"}}", CTG_SPEC_ERROR_VALUE, "figure.colors.background: “reddish” is no colour" },
};

static void
test_invalid_json (void)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgSpec) spec = from_json (invalid[i].json, &error);

      g_assert_null (spec);
      g_assert_error (error, CTG_SPEC_ERROR, (int) invalid[i].code);
      if (!g_str_has_prefix (error->message, invalid[i].message))
        g_error ("%s: %s", invalid[i].json, error->message);
    }
}

static const struct
{
  const char *path;
  const char *value;
  const char *message;
} invalid_text[] = {
  { "axis.scl", "linear", "axis.scl: there is no such field. The nearest are axis.scale, " },
  { "width", "89mm", "width: there is no such field. The nearest are page.width, " },
  { "", "x", ": there is no such field." },
  { "top", "many", "top: “many” is no number." },
  { "top", "0x10", "top: “0x10” is no number." },
  { "top", "1e400", "top: “1e400” is no number." },
  { "top", "", "top: “” is no number." },
  { "doubtful", "yes", "doubtful: “yes” is neither true nor false." },
  { "page.height", "-5mm", "page.height: “-5mm” is no length; write one with its unit, such as 89mm, 3.5in or 252pt, or auto." },
  { "page.height", "19.99mm", "page.height: 19.99mm is outside 20mm to 5000mm." },
  { "where", "Tunisia", "where: “Tunisia” is no condition; write COLUMN=VALUE." },
  { "where", "=x", "where: a condition names no column" },
  { "title", "\xff", "title: the text is not valid UTF-8." },
  { "series", "a,,b", "series: the name of a series is empty." },
};

static void
test_invalid_text (void)
{
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autofree char *long_title = g_strnfill (10001, 'x');
  g_autoptr(GError) too_long = NULL;

  for (unsigned int i = 0; i < G_N_ELEMENTS (invalid_text); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgSpec) spec = ctg_spec_with (defaults, invalid_text[i].path, invalid_text[i].value, &error);

      g_assert_null (spec);
      g_assert_nonnull (error);
      if (!g_str_has_prefix (error->message, invalid_text[i].message))
        g_error ("%s=%s: %s", invalid_text[i].path, invalid_text[i].value, error->message);
    }

  g_assert_null (ctg_spec_with (defaults, "title", long_title, &too_long));
  g_assert_cmpstr (too_long->message, ==, "title: the text is longer than 10000 characters.");
}

static void
test_several_fields (void)
{
  static const char *const fields[] = { "kind=bars", "title=a=b", "top=null", NULL };
  static const char *const wrong[] = { "kind=bars", "top=many", NULL };
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autoptr(CtgSpec) spec = ctg_spec_with_fields (defaults, fields, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_cmpstr (spec->kind, ==, "bars");
  g_assert_cmpstr (spec->title, ==, "a=b");
  g_assert_cmpint (spec->top, ==, defaults->top);
  g_assert_null (defaults->kind);
  g_assert_null (ctg_spec_with_fields (defaults, wrong, &error));
  g_assert_true (g_str_has_prefix (error->message, "top: "));
}

/* Any length that is written and read again is the same number, whatever its unit was. */
static void
test_lengths (void)
{
  static const char *const lengths[] = { "89mm", "3.5in", "252pt", "1063px", "12.3cm", "60.12345678mm", "183mm" };

  for (unsigned int i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr(CtgSpec) spec = with (ctg_spec_new (), "page.width", lengths[i]);
      g_autofree char *text = ctg_spec_get (spec, "page.width");
      g_autoptr(CtgSpec) again = with (ctg_spec_new (), "page.width", text);

      g_assert_true (spec->page_width == again->page_width);
    }

  {
    g_autoptr(CtgSpec) spec = with (ctg_spec_new (), "page.width", "3.5in");

    g_assert_cmpfloat_with_epsilon (spec->page_width, 252, 1e-9);
  }
}

static void
test_lists (void)
{
  static const char *const two[] = { "a", "b", NULL };
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autoptr(CtgSpec) spec = ctg_spec_with_series (defaults, two);
  g_autoptr(CtgSpec) one = ctg_spec_with_where (spec, "region", "western-asia");
  g_autoptr(CtgSpec) same = ctg_spec_with_where (one, "region", "western-asia");
  g_autoptr(CtgSpec) more = ctg_spec_with_where (one, "fighters.official", ">=40");
  g_autoptr(CtgSpec) fewer = ctg_spec_with_where (more, "region", NULL);
  g_autoptr(CtgSpec) searched = with (ctg_spec_ref (more), "search", "x");
  g_autoptr(CtgSpec) cleared = ctg_spec_without_filter (searched);

  g_assert_cmpstr (spec->series[0], ==, "a");
  g_assert_cmpstr (spec->series[1], ==, "b");
  g_assert_null (spec->series[2]);
  g_assert_true (ctg_spec_equal (one, same));
  g_assert_cmpstr (more->where[1]->column, ==, "fighters.official");
  g_assert_null (more->where[2]);
  g_assert_cmpstr (fewer->where[0]->value, ==, ">=40");
  g_assert_null (fewer->where[1]);
  g_assert_true (ctg_spec_equal (cleared, spec));
}

/* Items of the lists of notes are put in, changed and taken away one by one; a band has its lower end first. */
static void
test_notes (void)
{
  static const char *const keys[] = { "TUN", "JOR", NULL };
  static const char *const none[] = { NULL };
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgSpec) defaults = ctg_spec_new ();
  g_autoptr(CtgSpec) spec = ctg_spec_with_highlight (defaults, keys);
  g_autoptr(CtgSpec) plain = ctg_spec_with_highlight (spec, none);
  CtgSpecAnnotation note = { (char *) "TUN", NULL, (char *) "First", NAN, NAN };
  CtgSpecReference band = { 50, 20, NULL };
  g_autoptr(CtgSpec) one = ctg_spec_with_annotation (spec, 7, &note, &error);
  g_autoptr(CtgSpec) two = ctg_spec_with_annotation (one, 1, &note, &error);
  g_autoptr(CtgSpec) banded = ctg_spec_with_reference (two, "references", 0, &band, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (spec->highlight[1], ==, "JOR");
  g_assert_true (ctg_spec_equal (plain, defaults));
  g_assert_cmpuint (ctg_spec_get_n_annotations (one), ==, 1);
  g_assert_cmpuint (ctg_spec_get_n_annotations (two), ==, 2);
  g_assert_cmpuint (ctg_spec_get_n_references (banded, "references"), ==, 1);
  g_assert_cmpfloat (banded->references[0]->value, ==, 20);
  g_assert_cmpfloat (banded->references[0]->to, ==, 50);

  note.text = (char *) "Second";

  g_autoptr(CtgSpec) changed = ctg_spec_with_annotation (two, 0, &note, &error);
  g_autoptr(CtgSpec) fewer = ctg_spec_with_annotation (changed, 0, NULL, &error);
  g_autoptr(CtgSpec) back = ctg_spec_with_annotation (fewer, 0, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (changed->annotations[0]->text, ==, "Second");
  g_assert_cmpstr (fewer->annotations[0]->text, ==, "First");
  g_assert_null (fewer->annotations[1]);
  g_assert_true (ctg_spec_equal (back, spec));

  note.text = (char *) "";
  g_assert_null (ctg_spec_with_annotation (two, 0, &note, &error));
  g_assert_error (error, CTG_SPEC_ERROR, CTG_SPEC_ERROR_VALUE);
}

/* A line break in a text is a space: figures have no use for it. */
static void
test_line_breaks (void)
{
  g_autoptr(CtgSpec) spec = with (ctg_spec_new (), "note", "One.\nTwo.");

  g_assert_cmpstr (spec->note, ==, "One. Two.");
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/spec/every-field", test_every_field);
  g_test_add_func ("/spec/text-round-trip", test_text_round_trip);
  g_test_add_func ("/spec/word-null", test_word_null);
  g_test_add_func ("/spec/quoted-series", test_quoted_series);
  g_test_add_func ("/spec/json-round-trip", test_json_round_trip);
  g_test_add_func ("/spec/descending", test_descending);
  g_test_add_func ("/spec/json-canonical", test_json_canonical);
  g_test_add_func ("/spec/json-null-restores", test_json_null_restores);
  g_test_add_func ("/spec/invalid-json", test_invalid_json);
  g_test_add_func ("/spec/invalid-text", test_invalid_text);
  g_test_add_func ("/spec/several-fields", test_several_fields);
  g_test_add_func ("/spec/lengths", test_lengths);
  g_test_add_func ("/spec/lists", test_lists);
  g_test_add_func ("/spec/notes", test_notes);
  g_test_add_func ("/spec/line-breaks", test_line_breaks);
  return g_test_run ();
}
