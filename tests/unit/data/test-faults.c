/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Planted faults: each is told with its place, leaves the other rows usable, and does no more harm to its own row than it must. */

#include "data-test.h"

#define PACKAGE(fields, rows) "{\"name\": \"p\", \"resources\": [{\"name\": \"t\", \"schema\": {\"fields\": [" fields "]}, \"data\": [" rows "]}]}"
#define FIELDS \
  "{\"name\": \"name\"}, {\"name\": \"code\"}, {\"name\": \"members\"}, {\"name\": \"level\"}, {\"name\": \"measure\"}, {\"name\": \"status\"}, {\"name\": \"value\"}," \
  "{\"name\": \"low\"}, {\"name\": \"high\"}, {\"name\": \"qualifier\"}, {\"name\": \"as_of\"}, {\"name\": \"countries\"}, {\"name\": \"presence\"}, {\"name\": \"doubtful\"}," \
  "{\"name\": \"note\"}, {\"name\": \"id\"}"
#define GOOD "{\"name\": \"Malta\", \"code\": \"MLT\", \"measure\": \"m\", \"value\": 7}"

typedef struct
{
  const char *row;     /* the faulty row, between two good ones */
  const char *member;  /* place of the fault in it; "" for the row */
  const char *words;
  int n_kept;          /* whether the row is kept */
  CtgPresence presence; /* of what is kept */
  const char *code;
} Fault;

#define REPORTED CTG_PRESENCE_REPORTED
#define MISSING CTG_PRESENCE_NOT_REPORTED
#define FRANCE "\"name\": \"France\", \"code\": \"FRA\", \"measure\": \"m\""

static const Fault faults_of_rows[] = {
  /* types */
  { "{" FRANCE ", \"value\": \"7\"}", "/value", "“7” is a string; a number was expected", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": true}", "/value", "true or false; a number was expected", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": [7]}", "/value", "an array; a number was expected", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": {}}", "/value", "an object; a number was expected", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": \"NaN\"}", "/value", "“NaN” is a string", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"note\": 5}", "/note", "a number; a string was expected", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"doubtful\": \"yes\"}", "/doubtful", "true or false was expected", 1, REPORTED, "FRA" },
  { "17", "", "The row is a number; an object was expected", 0, MISSING, NULL },
  { "[1]", "", "The row is an array; an object was expected", 0, MISSING, NULL },
  { "null", "", "The row is null", 0, MISSING, NULL },
  /* numbers */
  { "{" FRANCE ", \"value\": 9007199254740992}", "/value", "2^53 or larger", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": 9223372036854775808}", "/value", "2^53 or larger", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": 123456789012345678901234567890}", "/value", "2^53 or larger", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": 1e300}", "/value", "2^53 or larger", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": -1}", "/value", "negative", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"low\": -5, \"high\": 5}", "/low", "negative", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"low\": 85, \"high\": 14}", "/low", "larger than the upper end", 1, MISSING, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"low\": 10, \"high\": 20}", "/value", "outside the range", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 21, \"low\": 10, \"high\": 20}", "/value", "outside the range", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"low\": 10}", "/value", "outside the range", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"countries\": 1.5}", "/countries", "no number of countries", 1, REPORTED, "FRA" },
  /* places */
  { "{\"name\": \"France\", \"code\": \"FRX\", \"measure\": \"m\", \"value\": 7}", "/code", "“FRX” is no ISO 3166-1 code", 1, REPORTED, "FRA" },
  { "{\"name\": \"Atlantis\", \"code\": \"QQQ\", \"measure\": \"m\", \"value\": 7}", "/code", "“QQQ” is no ISO 3166-1 code", 1, REPORTED, NULL },
  { "{\"name\": \"Atlantis\", \"measure\": \"m\", \"value\": 7}", "/name", "“Atlantis” is no country", 1, REPORTED, NULL },
  { "{\"name\": \"Frnace\", \"measure\": \"m\", \"value\": 7}", "/name", "did you mean “France”?", 1, REPORTED, NULL },
  { "{\"name\": \"Levant\", \"members\": \"ISR XXX\", \"measure\": \"m\", \"value\": 7, \"level\": \"region\"}", "/members", "“XXX” is no ISO", 1, REPORTED, NULL },
  { "{\"measure\": \"m\", \"value\": 7}", "/name", "does not say of which place", 0, MISSING, NULL },
  { "{\"name\": \"\", \"measure\": \"m\", \"value\": 7}", "/name", "does not say of which place", 0, MISSING, NULL },
  { "{\"name\": \" \u00a0\", \"measure\": \"m\", \"value\": 7}", "/name", "does not say of which place", 0, MISSING, NULL },
  { "{\"name\": \"France\", \"code\": \"FRA\", \"value\": 7}", "/measure", "does not say what it counts", 0, MISSING, NULL },
  /* words that decide what a number means */
  { "{" FRANCE ", \"value\": 7, \"status\": \"offical\"}", "/status", "“offical” is none of official, non-official, estimate", 0, MISSING, NULL },
  { "{" FRANCE ", \"value\": 7, \"level\": \"planet\"}", "/level", "“planet” is none of", 0, MISSING, NULL },
  { "{" FRANCE ", \"value\": 7, \"qualifier\": \"roughly\"}", "/qualifier", "“roughly” is none of", 0, MISSING, NULL },
  { "{" FRANCE ", \"value\": 7, \"presence\": \"maybe\"}", "/presence", "“maybe” is none of", 0, MISSING, NULL },
  { "{" FRANCE ", \"value\": 7, \"qualifier\": \"range\"}", "/qualifier", "do not fit the qualifier “range”", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"low\": 7, \"qualifier\": \"at-most\"}", "/qualifier", "They are read as “at-least”", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"presence\": \"not-reported\"}", "/presence", "The number is kept", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"presence\": \"reported\"}", "/presence", "has no number", 1, MISSING, "FRA" },
  /* dates */
  { "{" FRANCE ", \"value\": 7, \"as_of\": \"2015-02-30\"}", "/as_of", "“2015-02-30” is no date", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"as_of\": \"last year\"}", "/as_of", "“last year” is no date", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"as_of\": \"2016/2015\"}", "/as_of", "is no date", 1, REPORTED, "FRA" },
  { "{" FRANCE ", \"value\": 7, \"as_of\": 15}", "/as_of", "is no date", 1, REPORTED, "FRA" },
};

static void
test_rows (void)
{
  for (unsigned int i = 0; i < G_N_ELEMENTS (faults_of_rows); i++)
    {
      const Fault *fault = &faults_of_rows[i];
      g_autoptr(GPtrArray) faults = data_test_faults ();
      g_autofree char *text = g_strdup_printf (PACKAGE (FIELDS, GOOD ", %s, " GOOD), fault->row);
      g_autofree char *path = g_strconcat ("/resources/0/data/1", fault->member, NULL);
      g_autoptr(CtgDataset) dataset = data_test_load (text, faults);

      g_test_message ("%s", fault->row);
      data_test_assert_fault (faults, path, fault->words);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_cmpint (ctg_dataset_get_n_claims (dataset), ==, 2 + fault->n_kept);
      g_assert_cmpfloat (ctg_dataset_get_claim (dataset, 1 + fault->n_kept)->estimate.value, ==, 7);
      if (fault->n_kept > 0)
        {
          const CtgClaim *claim = ctg_dataset_get_claim (dataset, 1);

          g_assert_cmpint (claim->estimate.presence, ==, fault->presence);
          g_assert_cmpint (ctg_estimate_is_reported (&claim->estimate), ==, fault->presence == REPORTED);
          g_assert_cmpstr (claim->code, ==, fault->code);
          g_assert_true (!ctg_date_is_known (&claim->as_of));
        }
    }
}

/* A value outside its range goes; the range stays. */
static void
test_outside_range (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (PACKAGE (FIELDS, "{" FRANCE ", \"value\": 7, \"low\": 10, \"high\": 20, \"qualifier\": \"exact\"}"), faults);
  const CtgClaim *claim = ctg_dataset_get_claim (dataset, 0);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_true (isnan (claim->estimate.value));
  g_assert_cmpfloat (claim->estimate.low, ==, 10);
  g_assert_cmpfloat (claim->estimate.high, ==, 20);
  g_assert_cmpint (claim->estimate.qualifier, ==, CTG_QUALIFIER_RANGE);
}

static void
test_largest_integer (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load (PACKAGE (FIELDS, "{" FRANCE ", \"value\": 9007199254740991}"), NULL);

  g_assert_cmpfloat (ctg_dataset_get_claim (dataset, 0)->estimate.value, ==, 9007199254740991.0);
}

static void
test_ids (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    PACKAGE (FIELDS, "{" FRANCE ", \"value\": 1, \"id\": \"a\"}, {" FRANCE ", \"value\": 2, \"id\": \"a\"}, {" FRANCE ", \"value\": 3, \"id\": 5}"), faults);

  g_assert_cmpuint (faults->len, ==, 1);
  data_test_assert_fault (faults, "/resources/0/data/1/id", "An earlier row has the id “a”");
  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 3);
  g_assert_cmpstr (ctg_dataset_get_claim (dataset, 0)->id, ==, "a");
  g_assert_null (ctg_dataset_get_claim (dataset, 1)->id);
  g_assert_cmpstr (ctg_dataset_get_claim (dataset, 2)->id, ==, "5");
}

static void
test_primary_key (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "{\"resources\": [{\"schema\": {\"fields\": [{\"name\": \"country\"}, {\"name\": \"year\"}, {\"name\": \"n\"}], \"primaryKey\": [\"country\", \"year\"]},"
    " \"data\": [{\"country\": \"Malta\", \"year\": 2014, \"n\": 1}, {\"country\": \"Malta\", \"year\": 2015, \"n\": 2}, {\"country\": \"Malta\", \"year\": 2014, \"n\": 3}]}]}",
    faults);

  g_assert_cmpuint (faults->len, ==, 1);
  data_test_assert_fault (faults, "/resources/0/data/2", "(Malta 2014) as row 0");
  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 3);
}

static void
test_constraints (void)
{
  static const struct
  {
    const char *constraint;
    const char *cell; /* of the column "n" */
    const char *words; /* NULL: no fault */
  } cases[] = {
    { "\"minimum\": 5", "4", "below the minimum" },
    { "\"minimum\": 5", "5", NULL },
    { "\"maximum\": 5", "6", "above the maximum" },
    { "\"required\": true", "null", "is required" },
    { "\"required\": true", "\"\"", "is required" },
    { "\"enum\": [\"a\", \"b\"]", "\"c\"", "not one of the values" },
    { "\"enum\": [\"a\", \"b\"]", "\"b\"", NULL },
    { "\"enum\": [1, 2]", "2", NULL },
    { "\"pattern\": \"[a-z]+\"", "\"abc1\"", "does not match the pattern" },
    { "\"pattern\": \"[a-z]+\"", "\"abc\"", NULL },
    { "\"minLength\": 2", "\"é\"", "shorter" },
    { "\"maxLength\": 2", "\"éàü\"", "longer" },
    { "\"maxLength\": 3", "\"éàü\"", NULL },
    { "\"unique\": true", "\"same\"", "stands in an earlier row" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) faults = data_test_faults ();
      g_autofree char *text = g_strdup_printf (
        "{\"resources\": [{\"schema\": {\"fields\": [{\"name\": \"country\"}, {\"name\": \"k\"}, {\"name\": \"n\", \"constraints\": {%s}}]},"
        " \"data\": [{\"country\": \"Malta\", \"k\": 1, \"n\": \"same\"}, {\"country\": \"Malta\", \"k\": 1, \"n\": %s}]}]}",
        cases[i].constraint, cases[i].cell);

      /* Where "same" itself breaks the constraint it is not what is looked at. */
      g_autoptr(CtgDataset) dataset = data_test_load (text, faults);
      unsigned int n_found = 0;

      for (unsigned int k = 0; k < faults->len; k++)
        if (g_str_has_prefix (((CtgFault *) g_ptr_array_index (faults, k))->path, "/resources/0/data/1"))
          {
            n_found++;
            data_test_assert_fault (faults, "/resources/0/data/1/n", cases[i].words != NULL ? cases[i].words : "no fault");
          }
      g_test_message ("%s of %s", cases[i].constraint, cases[i].cell);
      g_assert_cmpuint (n_found, ==, cases[i].words != NULL ? 1 : 0);
      g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), >=, 2);
    }
}

/* A pattern that would take for ever is given up once, and said so. */
static void
test_evil_pattern (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(GString) rows = g_string_new (NULL);
  gint64 start = g_get_monotonic_time ();

  for (unsigned int i = 0; i < 2000; i++)
    g_string_append_printf (rows, "%s{\"country\": \"Malta\", \"n\": 1, \"s\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\"}", i > 0 ? "," : "");

  g_autofree char *text = g_strdup_printf (
    "{\"resources\": [{\"schema\": {\"fields\": [{\"name\": \"country\"}, {\"name\": \"n\"}, {\"name\": \"s\", \"constraints\": {\"pattern\": \"(a|aa)+$\"}}]}, \"data\": [%s]}]}",
    rows->str);
  g_autoptr(CtgDataset) dataset = data_test_load (text, faults);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 2000);
  g_assert_cmpuint (faults->len, ==, 1);
  data_test_assert_fault (faults, "/resources/0/data", "The pattern of the column “s” cannot be used");
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
}

static void
test_row_notes (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "{\"name\": \"p\", \"contingent\": {\"rowNotes\": [5, {\"note\": \"No row.\"}, {\"rows\": [\"a\"]}, {\"note\": \"Both.\", \"rows\": [\"a\", \"z\"]},"
    " {\"note\": [], \"rows\": [\"a\"]}]},"
    " \"resources\": [{\"data\": [{\"id\": \"a\", \"country\": \"Malta\", \"measure\": \"m\", \"value\": 1}]}]}", faults);

  data_test_assert_fault (faults, "/contingent/rowNotes/0", "a number; an object was expected");
  data_test_assert_fault (faults, "/contingent/rowNotes/1", "This is no note on rows");
  data_test_assert_fault (faults, "/contingent/rowNotes/2", "This is no note on rows");
  data_test_assert_fault (faults, "/contingent/rowNotes/3/rows/1", "No row has the id “z”");
  data_test_assert_fault (faults, "/contingent/rowNotes/4/note", "a string was expected");
  data_test_assert_fault (faults, "/contingent/rowNotes/4", "This is no note on rows");
  g_assert_cmpuint (faults->len, ==, 6);

  g_assert_cmpuint (ctg_dataset_get_n_row_notes (dataset), ==, 1);
  g_assert_cmpstr (ctg_dataset_get_row_note (dataset, 0)->note, ==, "Both.");
  g_assert_cmpstr (ctg_dataset_get_row_note (dataset, 0)->claims[0], ==, "a");
}

static void
test_descriptor (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "{\"name\": \"p\", \"title\": 5, \"licenses\": {}, \"contingent\": {\"nature\": \"flow\", \"rows\": \"cell\", \"published\": \"soon\", \"notes\": [\"good\", 7],"
    " \"measures\": {\"a/b~c\": {\"title\": []}, \"m\": 3}, \"sources\": {\"s\": {\"title\": \"S\", \"year\": \"2015\"}}, \"partial\": \"no\"},"
    " \"resources\": [\"x\", {\"data\": {}}, {\"data\": [{\"country\": \"Malta\", \"n\": 1}]}, {\"data\": [{\"colour\": \"red\"}]}]}", faults);

  data_test_assert_fault (faults, "/title", "a number; a string was expected");
  data_test_assert_fault (faults, "/licenses", "an object; an array was expected");
  data_test_assert_fault (faults, "/contingent/nature", "“flow” is none of");
  data_test_assert_fault (faults, "/contingent/rows", "“cell” is none of");
  data_test_assert_fault (faults, "/contingent/published", "“soon” is no date");
  data_test_assert_fault (faults, "/contingent/notes/1", "a string was expected");
  data_test_assert_fault (faults, "/contingent/measures/a~1b~0c/title", "a string was expected");
  data_test_assert_fault (faults, "/contingent/measures/m", "an object was expected");
  data_test_assert_fault (faults, "/contingent/sources/s/year", "no");
  data_test_assert_fault (faults, "/contingent/partial", "true or false was expected");
  data_test_assert_fault (faults, "/resources/0", "an object was expected");
  data_test_assert_fault (faults, "/resources/1", "an array of rows was expected");
  data_test_assert_fault (faults, "/resources/3", "“colour”");
  g_assert_cmpuint (faults->len, ==, 13);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 1);
  g_assert_cmpstr (ctg_dataset_get_title (dataset), ==, "P");
  g_assert_cmpstr (ctg_dataset_get_notes (dataset)[0], ==, "good");
  g_assert_cmpint (ctg_dataset_get_nature (dataset), ==, CTG_NATURE_CUMULATIVE);
  g_assert_false (ctg_dataset_is_partial (dataset));
}

/* Faults without end are counted, not listed. */
static void
test_many (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(GString) text = g_string_new ("[{\"country\": \"Malta\", \"n\": 1}");

  for (unsigned int i = 0; i < 1500; i++)
    g_string_append (text, ",5");
  g_string_append_c (text, ']');

  g_autoptr(CtgDataset) dataset = data_test_load (text->str, faults);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 1);
  g_assert_cmpuint (faults->len, ==, 1001);
  g_assert_cmpuint (ctg_faults_count (faults), ==, 1500);
  g_assert_cmpstr (((CtgFault *) g_ptr_array_index (faults, 1000))->message, ==, "There are 500 more faults; they are not listed.");
}

/* More measures or sources than a package can describe: nothing that is written cannot be read again. */
static void
test_too_many_described (void)
{
  g_autoptr(GPtrArray) measure_faults = data_test_faults ();
  g_autoptr(GPtrArray) source_faults = data_test_faults ();
  g_autoptr(GString) measures = g_string_new ("[");
  g_autoptr(GString) sources = g_string_new ("[");

  for (unsigned int i = 0; i < 300; i++)
    {
      g_string_append_printf (measures, "%s{\"name\": \"Malta\", \"measure\": \"m%u\", \"value\": 1, \"low\": 0}", i > 0 ? "," : "", i);
      g_string_append_printf (sources, "%s{\"country\": \"Malta\", \"n\": 1, \"source\": \"s%u\"}", i > 0 ? "," : "", i);
    }
  g_string_append_c (measures, ']');
  g_string_append_c (sources, ']');

  g_autoptr(CtgDataset) many_measures = data_test_load (measures->str, measure_faults);
  g_autoptr(CtgDataset) many_sources = data_test_load (sources->str, source_faults);
  g_autofree char *measures_package = ctg_dataset_to_package (many_measures);
  g_autofree char *sources_package = ctg_dataset_to_package (many_sources);
  g_autoptr(CtgDataset) measures_again = data_test_load (measures_package, NULL);
  g_autoptr(CtgDataset) sources_again = data_test_load (sources_package, NULL);

  g_assert_cmpuint (ctg_dataset_get_n_measures (many_measures), ==, 256);
  g_assert_cmpuint (ctg_dataset_get_n_claims (measures_again), ==, 256);
  g_assert_cmpuint (measure_faults->len, ==, 44);
  data_test_assert_fault (measure_faults, "/256/measure", "more than 256 measures");

  g_assert_cmpuint (ctg_dataset_get_n_sources (many_sources), ==, 256);
  g_assert_cmpuint (ctg_dataset_get_n_claims (sources_again), ==, 300);
  g_assert_cmpuint (source_faults->len, ==, 45);
  data_test_assert_fault (source_faults, "/255/source", "“s255” is put with the “Other sources”");
  g_assert_cmpstr (ctg_dataset_get_claim (many_sources, 299)->context->source, ==, "other-sources");
}

/* A long cell is quoted in part, and what is quoted stays valid UTF-8. */
static void
test_long_words (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autofree char *fill = g_strnfill (5000, 'x');
  g_autofree char *text = g_strdup_printf ("[{\"country\": \"Malta\", \"n\": 1}, {\"country\": \"Malta\", \"n\": \"ä%sé\"}]", fill);
  g_autoptr(CtgDataset) dataset = data_test_load (text, faults);
  const CtgFault *fault = g_ptr_array_index (faults, 0);

  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_cmpuint (strlen (fault->message), <, 700);
  g_assert_true (g_utf8_validate (fault->message, -1, NULL));
  g_assert_true (g_str_has_suffix (fault->message, "…"));
  g_assert_cmpuint (strlen (ctg_dataset_get_claim (dataset, 1)->context->printed), ==, 5004);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/faults/rows", test_rows);
  g_test_add_func ("/faults/outside-range", test_outside_range);
  g_test_add_func ("/faults/largest-integer", test_largest_integer);
  g_test_add_func ("/faults/ids", test_ids);
  g_test_add_func ("/faults/primary-key", test_primary_key);
  g_test_add_func ("/faults/constraints", test_constraints);
  g_test_add_func ("/faults/evil-pattern", test_evil_pattern);
  g_test_add_func ("/faults/descriptor", test_descriptor);
  g_test_add_func ("/faults/row-notes", test_row_notes);
  g_test_add_func ("/faults/many", test_many);
  g_test_add_func ("/faults/too-many-described", test_too_many_described);
  g_test_add_func ("/faults/long-words", test_long_words);

  return g_test_run ();
}
