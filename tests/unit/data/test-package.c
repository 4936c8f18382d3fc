/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a file says arrives in the dataset: packages of both versions, foreign packages, plain arrays; and what is refused whole. */

#include "base/ctg-error.h"
#include "data-test.h"

static void
test_fixture (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  const CtgSource *source = ctg_dataset_find_source (dataset, "example-2017");
  const CtgMeasure *returnees = ctg_dataset_find_measure (dataset, "returnees");
  const CtgClaim *claim;

  g_assert_cmpstr (ctg_dataset_get_id (dataset), ==, "three-empties");
  g_assert_cmpstr (ctg_dataset_get_title (dataset), ==, "Every way to state a number, or none");
  g_assert_cmpstr (ctg_dataset_get_short_title (dataset), ==, "Three empties");
  g_assert_cmpstr (ctg_dataset_get_scope (dataset), ==, "Examples only");
  g_assert_cmpstr (ctg_dataset_get_publisher (dataset), ==, "Office of Examples");
  g_assert_cmpstr (ctg_dataset_get_published (dataset), ==, "2017-10-24");
  g_assert_cmpstr (ctg_dataset_get_group (dataset), ==, "returned");
  g_assert_cmpstr (ctg_dataset_get_licence (dataset), ==, "Creative Commons Zero");
  g_assert_cmpstr (ctg_dataset_get_notes (dataset)[0], ==, "No number here was ever published.");
  g_assert_null (ctg_dataset_get_notes (dataset)[1]);
  g_assert_true (ctg_dataset_is_partial (dataset));
  g_assert_cmpstr (ctg_dataset_get_partial_note (dataset), ==, "a handful of rows were invented, no more");
  g_assert_cmpstr (ctg_dataset_get_figure_json (dataset), ==, "{\"kind\":\"stacked\",\"series\":[\"fighters.official\",\"returnees.official\"]}");

  g_assert_cmpuint (ctg_dataset_get_n_sources (dataset), ==, 1);
  g_assert_cmpstr (source->short_name, ==, "Examples 2017");
  g_assert_cmpstr (source->authors, ==, "A. Author; B. Writer");
  g_assert_cmpint (source->year, ==, 2017);
  g_assert_cmpuint (ctg_dataset_get_n_measures (dataset), ==, 2);
  g_assert_cmpstr (returnees->title, ==, "Returned");
  g_assert_cmpstr (returnees->rest, ==, "Not known to have returned");
  g_assert_true (returnees->subset_of_fighters);
  g_assert_false (returnees->overlaps);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 19);
  claim = data_test_find_claim (dataset, "Luxembourg", "fighters");
  g_assert_cmpfloat (claim->estimate.value, ==, 0);
  g_assert_cmpint (claim->estimate.presence, ==, CTG_PRESENCE_REPORTED);
  claim = data_test_find_claim (dataset, "Luxembourg", "returnees");
  g_assert_cmpint (claim->estimate.presence, ==, CTG_PRESENCE_NOT_APPLICABLE);
  g_assert_cmpstr (claim->context->reason, ==, "nobody went");
  claim = data_test_find_claim (dataset, "Madagascar", "fighters");
  g_assert_cmpint (claim->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_cmpstr (claim->context->printed, ==, "-");
  claim = data_test_find_claim (dataset, "Belgium", "returnees");
  g_assert_cmpint (claim->estimate.qualifier, ==, CTG_QUALIFIER_MORE_THAN);
  g_assert_cmpfloat (claim->estimate.low, ==, 102);
  g_assert_true (isnan (claim->estimate.value) && isnan (claim->estimate.high));
  claim = data_test_find_claim (dataset, "Côte d’Ivoire", "fighters");
  g_assert_cmpint (claim->as_of.start.month, ==, 6);
  g_assert_cmpint (claim->as_of.end.year, ==, 2014);
  claim = data_test_find_claim (dataset, "Russia", NULL);
  g_assert_true (claim->doubtful);
  claim = data_test_find_claim (dataset, "Israel and Palestinian Territories", NULL);
  g_assert_null (claim->code);
  g_assert_cmpstr (claim->context->members, ==, "ISR PSE");
  claim = data_test_find_claim (dataset, "World", NULL);
  g_assert_true (claim->aggregate);
  g_assert_cmpint (claim->level, ==, CTG_LEVEL_WORLD);
  g_assert_cmpint (claim->countries, ==, 86);
  g_assert_true (claim == ctg_dataset_get_claim (dataset, 17));
}

/* The examples of the documentation. */
static void
test_examples (void)
{
  static const char *const paths[] = { "packages/fixtures/own-columns.json", "packages/fixtures/plain-array.json", "packages/fixtures/three-empties.json" };
  g_autofree char *own_columns = ctg_test_load (paths[0], NULL);
  g_autoptr(CtgDataset) own = data_test_load (own_columns, NULL);
  const CtgClaim *claim = data_test_find_claim (own, "Deutschland", "fighters");

  for (unsigned int i = 1; i < G_N_ELEMENTS (paths); i++)
    {
      g_autofree char *text = ctg_test_load (paths[i], NULL);
      g_autoptr(CtgDataset) dataset = data_test_load (text, NULL);

      g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), >, 0);
    }

  g_assert_cmpuint (ctg_dataset_get_n_claims (own), ==, 4);
  g_assert_cmpstr (claim->code, ==, "DEU");
  g_assert_cmpfloat (claim->estimate.high, ==, 760);
  claim = data_test_find_claim (own, "U.K.", "fighters");
  g_assert_cmpint (claim->estimate.qualifier, ==, CTG_QUALIFIER_AT_MOST);
  claim = data_test_find_claim (own, "Türkiye", "fighters");
  g_assert_cmpint (claim->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);
}

/* Version 1: rows that are arrays under a header row, columns found by their role. */
static void
test_version_1 (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "{\"profile\": \"tabular-data-package\", \"name\": \"v-one\", \"title\": \"Old\", \"sources\": [{\"title\": \"Ministry\", \"path\": \"https://example.org/\"}],"
    " \"resources\": [{\"profile\": \"tabular-data-resource\", \"name\": \"t\", \"schema\": {\"fields\": ["
    "  {\"name\": \"Land\", \"type\": \"string\", \"role\": \"place\"}, {\"name\": \"Zahl\", \"type\": \"integer\", \"role\": \"value\"},"
    "  {\"name\": \"Was\", \"type\": \"string\", \"role\": \"measure\"}, {\"name\": \"Stand\", \"type\": \"year\", \"role\": \"as_of\"}]},"
    "  \"data\": [[\"Land\", \"Was\", \"Zahl\", \"Stand\", \"extra\"], [\"Belgien\", \"fighters\", 470, 2015, 1], [\"Frankreich\", \"fighters\", null, 2014, 2],"
    "   [\"Malta\"], [\"Malta\", \"fighters\", \"many\"]]}]}", faults);
  const CtgClaim *claim = ctg_dataset_get_claim (dataset, 0);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 3);
  g_assert_cmpstr (claim->name, ==, "Belgien");
  g_assert_cmpstr (claim->code, ==, "BEL");
  g_assert_cmpstr (claim->measure, ==, "fighters");
  g_assert_cmpfloat (claim->estimate.value, ==, 470);
  g_assert_cmpint (claim->as_of.end.year, ==, 2015);
  g_assert_cmpint (claim->status, ==, CTG_STATUS_ESTIMATE);
  g_assert_cmpstr (claim->context->unit, ==, "persons");
  g_assert_cmpstr (claim->context->source, ==, "v-one");
  g_assert_cmpstr (ctg_dataset_find_source (dataset, "v-one")->title, ==, "Ministry");
  g_assert_cmpstr (ctg_dataset_find_source (dataset, "v-one")->url, ==, "https://example.org/");
  g_assert_cmpint (ctg_dataset_get_claim (dataset, 1)->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);

  /* In a row that is an array a cell is pointed to by its position. */
  g_assert_cmpuint (faults->len, ==, 2);
  data_test_assert_fault (faults, "/resources/0/data/3/1", "does not say what it counts");
  data_test_assert_fault (faults, "/resources/0/data/4/2", "“many” is a string");
}

/* A package of somebody else: no roles, no measure column, several resources. */
static void
test_foreign (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "{\"name\": \"foreign\", \"resources\": ["
    " {\"name\": \"elsewhere\", \"path\": \"data.csv\"},"
    " {\"name\": \"empty\"},"
    " {\"name\": \"t\", \"schema\": {\"fields\": [{\"name\": \"Country Name\", \"type\": \"string\"}, {\"name\": \"Population, total\", \"type\": \"integer\", \"title\": \"People\"},"
    "    {\"name\": \"Year\", \"type\": \"year\"}, {\"name\": \"Remarks\", \"type\": \"string\"}], \"missingValues\": [\"..\", \"\"]},"
    "  \"data\": [{\"Country Name\": \"Austria\", \"Population, total\": 8600000, \"Year\": 2015, \"Remarks\": \"rounded\"},"
    "            {\"Country Name\": \"Malta\", \"Population, total\": \"..\", \"Year\": 2015, \"unlisted\": 5}]}]}", faults);
  const CtgClaim *claim = ctg_dataset_get_claim (dataset, 0);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 2);
  g_assert_cmpuint (ctg_dataset_get_n_measures (dataset), ==, 1);
  g_assert_cmpstr (claim->code, ==, "AUT");
  g_assert_cmpstr (claim->measure, ==, "population_total");
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 0)->title, ==, "People");
  g_assert_cmpfloat (claim->estimate.value, ==, 8600000);
  g_assert_cmpint (claim->as_of.end.year, ==, 2015);
  g_assert_cmpstr (claim->context->note, ==, "rounded");
  g_assert_cmpint (ctg_dataset_get_claim (dataset, 1)->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_cmpstr (ctg_dataset_get_title (dataset), ==, "Foreign");

  g_assert_cmpuint (faults->len, ==, 2);
  data_test_assert_fault (faults, "/resources/0", "not supported yet");
  data_test_assert_fault (faults, "/resources/1", "no “data”");
}

static void
test_plain (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "[{\"country\": \"Tunisia\", \"Went (2015)\": 6000, \"Came back\": 800, \"Comment\": \"x\"},"
    " {\"country\": \"Atlantis\", \"Went (2015)\": 3, \"Came back\": null},"
    " {\"country\": \"Germny\", \"Went (2015)\": \"about 760\", \"Came back\": 12.5},"
    " {\"country\": \"Kosovo\"},"
    " {\"country\": \"Total\", \"Went (2015)\": 6003}]", faults);
  const CtgClaim *claim;

  g_assert_cmpstr (ctg_dataset_get_id (dataset), ==, "my-file");
  g_assert_cmpstr (ctg_dataset_get_title (dataset), ==, "My-file");
  g_assert_cmpuint (ctg_dataset_get_n_measures (dataset), ==, 2);
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 0)->id, ==, "went_2015");
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 0)->title, ==, "Went (2015)");
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 1)->title, ==, "Came back");
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 1)->unit, ==, "persons");

  claim = data_test_find_claim (dataset, "Tunisia", "came_back");
  g_assert_cmpfloat (claim->estimate.value, ==, 800);
  g_assert_cmpint (claim->status, ==, CTG_STATUS_ESTIMATE);
  g_assert_cmpstr (claim->context->note, ==, "x");
  /* An unknown place keeps its row and its name. */
  claim = data_test_find_claim (dataset, "Atlantis", "went_2015");
  g_assert_null (claim->code);
  g_assert_cmpfloat (claim->estimate.value, ==, 3);
  /* What is no number keeps its words. */
  claim = data_test_find_claim (dataset, "Germny", "went_2015");
  g_assert_cmpint (claim->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_cmpstr (claim->context->printed, ==, "about 760");
  claim = data_test_find_claim (dataset, "Germny", "came_back");
  g_assert_cmpfloat (claim->estimate.value, ==, 12.5);
  g_assert_null (claim->context->printed);
  /* A place of which nothing is said keeps its row. */
  claim = data_test_find_claim (dataset, "Kosovo", NULL);
  g_assert_cmpstr (claim->code, ==, "XKX");
  g_assert_cmpint (claim->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);
  claim = data_test_find_claim (dataset, "Total", NULL);
  g_assert_true (claim->aggregate);
  g_assert_cmpint (claim->level, ==, CTG_LEVEL_WORLD);

  g_assert_cmpuint (faults->len, ==, 3);
  data_test_assert_fault (faults, "/1/country", "“Atlantis” is no country");
  data_test_assert_fault (faults, "/2/country", "did you mean “Germany”");
  data_test_assert_fault (faults, "/2/Went (2015)", "a number was expected");
}

/* The place is found by code alone, by an unusual name of the column, and by what is in it. */
static const CtgClaim *
find_claim (CtgDataset *dataset,
            const char *code,
            const char *measure,
            CtgStatus   status)
{
  for (unsigned int i = 0; i < ctg_dataset_get_n_claims (dataset); i++)
    {
      const CtgClaim *claim = ctg_dataset_get_claim (dataset, i);

      if (g_strcmp0 (claim->code, code) == 0 && g_str_equal (claim->measure, measure) && claim->status == status)
        return claim;
    }

  g_error ("no %s of %s", measure, code);
}

/* Columns beside a column, and names that say status and source. */
static void
test_plain_parts (void)
{
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) dataset = data_test_load (
    "[{\"country\": \"Chad\", \"n.low\": 3, \"n\": null, \"n.high\": 9, \"n.as_of\": \"2015-03\", \"back.official@Office A\": 5, \"back.official@Office A.qualifier\": \"about\", \"x\": 1, \"x.official\": 2},"
    " {\"country\": \"Mali\", \"n\": 4, \"n.qualifier\": \"about\", \"n.as_of\": \"soon\"},"
    " {\"country\": \"Niger\", \"n\": 4, \"n.qualifier\": \"roughly\"},"
    " {\"country\": \"Togo\", \"n\": 4, \"n.low\": 5}]", faults);
  const CtgClaim *range = find_claim (dataset, "TCD", "n", CTG_STATUS_ESTIMATE);
  const CtgClaim *back = find_claim (dataset, "TCD", "back", CTG_STATUS_OFFICIAL);
  const CtgClaim *about = find_claim (dataset, "MLI", "n", CTG_STATUS_ESTIMATE);
  const CtgClaim *unread = find_claim (dataset, "NER", "n", CTG_STATUS_ESTIMATE);
  const CtgClaim *outside = find_claim (dataset, "TGO", "n", CTG_STATUS_ESTIMATE);

  g_assert_cmpuint (ctg_dataset_get_n_measures (dataset), ==, 4); /* n, back, x, x.official */
  g_assert_cmpint (range->estimate.qualifier, ==, CTG_QUALIFIER_RANGE);
  g_assert_cmpfloat (range->estimate.low, ==, 3);
  g_assert_cmpfloat (range->estimate.high, ==, 9);
  g_assert_cmpint (range->as_of.end.year, ==, 2015);
  g_assert_cmpint (range->as_of.end.month, ==, 3);
  g_assert_cmpint (back->estimate.qualifier, ==, CTG_QUALIFIER_ABOUT);
  g_assert_cmpstr (ctg_dataset_find_source (dataset, back->context->source)->title, ==, "Office A");
  g_assert_cmpfloat (find_claim (dataset, "TCD", "x", CTG_STATUS_ESTIMATE)->estimate.value, ==, 1);
  g_assert_cmpfloat (find_claim (dataset, "TCD", "x_official", CTG_STATUS_ESTIMATE)->estimate.value, ==, 2);
  g_assert_cmpint (about->estimate.qualifier, ==, CTG_QUALIFIER_ABOUT);
  g_assert_cmpint (about->as_of.end.year, ==, 0);
  g_assert_cmpint (unread->estimate.presence, ==, CTG_PRESENCE_NOT_REPORTED);
  g_assert_true (isnan (outside->estimate.value));
  g_assert_cmpfloat (outside->estimate.low, ==, 5);

  g_assert_cmpuint (faults->len, ==, 3);
  g_assert_cmpstr (((CtgFault *) g_ptr_array_index (faults, 0))->path, ==, "/1/n.as_of");
  g_assert_cmpstr (((CtgFault *) g_ptr_array_index (faults, 1))->path, ==, "/2/n.qualifier");
  g_assert_cmpstr (((CtgFault *) g_ptr_array_index (faults, 2))->path, ==, "/3/n");
}

static void
test_plain_place (void)
{
  static const char *const texts[] = {
    "[{\"iso3\": \"TUN\", \"n\": 1}, {\"iso3\": \"BEL\", \"n\": 2}]",
    "[{\"ISO-Code\": \"tn\", \"n\": 1}, {\"ISO-Code\": \"be\", \"n\": 2}]",
    "[{\"Pays\": \"Tunisie\", \"n\": 1}, {\"Pays\": \"Belgique\", \"n\": 2}]",
    "[{\"группа\": \"x\", \"wo\": \"Tunesien\", \"n\": 1}, {\"группа\": \"y\", \"wo\": \"Belgien\", \"n\": 2}]",
    "[[\"Nation\", \"n\"], [\"Tunisia\", 1], [\"Belgium\", 2]]",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CtgDataset) dataset = data_test_load (texts[i], NULL);

      g_test_message ("%s", texts[i]);
      g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 2);
      g_assert_cmpstr (ctg_dataset_get_claim (dataset, 0)->code, ==, "TUN");
      g_assert_cmpstr (ctg_dataset_get_claim (dataset, 1)->code, ==, "BEL");
      g_assert_cmpstr (ctg_dataset_get_claim (dataset, 1)->measure, ==, "n");
      g_assert_cmpfloat (ctg_dataset_get_claim (dataset, 1)->estimate.value, ==, 2);
    }
}

/* Two columns of one slug, a source column in words, and a range without a measure column. */
static void
test_plain_ids (void)
{
  g_autoptr(CtgDataset) twins = data_test_load ("[{\"country\": \"Malta\", \"a b\": 1, \"A-B\": 2}]", NULL);
  g_autoptr(CtgDataset) sources = data_test_load (
    "[{\"country\": \"Malta\", \"n\": 1, \"source\": \"Police, 2015\"}, {\"country\": \"Malta\", \"n\": 2, \"source\": \"police 2015\"},"
    " {\"country\": \"Malta\", \"n\": 3, \"source\": \"Police, 2015\"}]", NULL);
  g_autoptr(CtgDataset) range = data_test_load ("[{\"country\": \"Malta\", \"low\": 1, \"high\": 2}]", NULL);

  g_assert_cmpstr (ctg_dataset_get_measure (twins, 0)->id, ==, "a_b");
  g_assert_cmpstr (ctg_dataset_get_measure (twins, 1)->id, ==, "a_b_2");
  g_assert_cmpstr (ctg_dataset_get_measure (twins, 1)->title, ==, "A-B");

  g_assert_cmpuint (ctg_dataset_get_n_sources (sources), ==, 2);
  g_assert_cmpstr (ctg_dataset_get_source (sources, 0)->id, ==, "police-2015");
  g_assert_cmpstr (ctg_dataset_get_source (sources, 0)->short_name, ==, "Police, 2015");
  g_assert_cmpstr (ctg_dataset_get_source (sources, 1)->short_name, ==, "police 2015");
  g_assert_cmpstr (ctg_dataset_get_claim (sources, 2)->context->source, ==, "police-2015");

  g_assert_cmpuint (ctg_dataset_get_n_claims (range), ==, 1);
  g_assert_cmpint (ctg_dataset_get_claim (range, 0)->estimate.qualifier, ==, CTG_QUALIFIER_RANGE);
}

typedef struct
{
  const char *text;
  int code;
  const char *words[4];
} Refusal;

static void
test_refused (void)
{
  static const Refusal refusals[] = {
    { "", CTG_DATA_ERROR_SYNTAX, { "ine 1" } },
    { "[{\"country\": \"Malta\", \"n\": 1}", CTG_DATA_ERROR_SYNTAX, { "ine 1", "column 30" } },
    { "[{\"country\": \"Malta\",\n  \"n\": 012}]", CTG_DATA_ERROR_SYNTAX, { "ine 2" } },
    { "[{\"country\": \"Malta\", \"n\": 1, \"\\u006e\": 2}]", CTG_DATA_ERROR_SYNTAX, { "ine 1" } },
    { "[{\"country\": \"\\ud800\", \"n\": 1}]", CTG_DATA_ERROR_SYNTAX, { "ine 1" } },
    { "[{\"country\": \"\xff\", \"n\": 1}]", CTG_DATA_ERROR_SYNTAX, { "ine 1" } },
    { "/* x */ []", CTG_DATA_ERROR_SYNTAX, { "ine 1" } },
    { "[{\"country\": \"Malta\", \"n\": NaN}]", CTG_DATA_ERROR_SYNTAX, { "ine 1" } },
    { "7", CTG_DATA_ERROR_FORMAT, { "it is a number", "Expected an object with “resources”" } },
    { "\"x\"", CTG_DATA_ERROR_FORMAT, { "it is a string" } },
    { "null", CTG_DATA_ERROR_FORMAT, { "it is null" } },
    { "[]", CTG_DATA_ERROR_FORMAT, { "an empty array", "array of objects" } },
    { "[1, 2]", CTG_DATA_ERROR_FORMAT, { "an array that begins with a number" } },
    { "{}", CTG_DATA_ERROR_FORMAT, { "an empty object" } },
    { "{\"type\": \"FeatureCollection\", \"features\": []}", CTG_DATA_ERROR_FORMAT, { "“type”, “features”", "“resources”" } },
    { "{\"resources\": {}}", CTG_DATA_ERROR_FORMAT, { "“resources” is no array" } },
    { "{\"resources\": []}", CTG_DATA_ERROR_FORMAT, { "/resources", "no resources" } },
    { "{\"resources\": [{\"path\": \"a.csv\"}]}", CTG_DATA_ERROR_FORMAT, { "not supported yet" } },
    { "{\"contingent\": {\"format\": 2}, \"resources\": []}", CTG_DATA_ERROR_FORMAT, { "newer version" } },
    { "[{\"n\": 1, \"m\": 2}]", CTG_DATA_ERROR_FORMAT, { "“n”, “m”", "“country”" } },
    { "[{\"country\": \"Malta\", \"capital\": \"Valletta\"}]", CTG_DATA_ERROR_FORMAT, { "“country”, “capital”", "column of numbers" } },
    { "[{}]", CTG_DATA_ERROR_FORMAT, { "no columns" } },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (refusals[i].text, strlen (refusals[i].text));
      g_autoptr(GError) error = NULL;
      g_autoptr(CtgDataset) dataset = ctg_package_load (bytes, "x", NULL, &error);

      g_test_message ("%s: %s", refusals[i].text, error != NULL ? error->message : "accepted");
      g_assert_null (dataset);
      g_assert_error (error, CTG_DATA_ERROR, refusals[i].code);
      for (unsigned int k = 0; k < G_N_ELEMENTS (refusals[i].words) && refusals[i].words[k] != NULL; k++)
        if (strstr (error->message, refusals[i].words[k]) == NULL)
          g_error ("“%s” does not say “%s”", error->message, refusals[i].words[k]);
    }
}

static void
test_byte_order_mark (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load ("\xef\xbb\xbf[{\"country\": \"Malta\", \"n\": 1}]", NULL);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 1);
}

/* Inline in a figure document: places are told from the document's root. */
static void
test_node (void)
{
  const char *text = "{\"dataset\": {\"package\": {\"resources\": [{\"data\": [{\"country\": \"Atlantis\", \"n\": 1}]}]}}}";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(GPtrArray) rows = ctg_json_rows_array_new ();
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(GError) error = NULL;
  g_autoptr(JsonNode) root = ctg_package_parse (bytes, rows, &error);
  JsonNode *package = json_object_get_member (json_object_get_object_member (json_node_get_object (root), "dataset"), "package");
  g_autoptr(CtgDataset) dataset = ctg_package_load_node (package, rows, "inline", "/dataset/package", faults, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (ctg_dataset_get_id (dataset), ==, "inline");
  g_assert_cmpuint (faults->len, ==, 1);
  data_test_assert_fault (faults, "/dataset/package/resources/0/data/0/country", "Atlantis");
}

/* A column is a measure by a single number, however late it comes; one that is declared as numbers is even without any. */
static void
test_late_number (void)
{
  g_autoptr(GString) text = g_string_new ("{\"resources\": [{\"schema\": {\"fields\": [{\"name\": \"country\"}, {\"name\": \"early\", \"type\": \"number\"},"
                                          " {\"name\": \"never\", \"type\": \"integer\"}, {\"name\": \"late\"}, {\"name\": \"words\"}]},"
                                          " \"data\": [[\"country\", \"early\", \"never\", \"late\", \"words\"]");

  for (unsigned int i = 0; i < 1500; i++)
    g_string_append_printf (text, ", [\"Malta\", %u, null, %s, \"x\"]", i, i == 1499 ? "7" : "null");
  g_string_append (text, ", [\"Chad\"]]}]}");

  g_autoptr(CtgDataset) dataset = data_test_load (text->str, NULL);

  g_assert_cmpuint (ctg_dataset_get_n_measures (dataset), ==, 3);
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 1)->id, ==, "never");
  g_assert_cmpstr (ctg_dataset_get_measure (dataset, 2)->id, ==, "late");
  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 1502);
  g_assert_cmpfloat (data_test_find_claim (dataset, "Malta", "late")->estimate.value, ==, 7);
  g_assert_false (ctg_estimate_is_reported (&data_test_find_claim (dataset, "Chad", NULL)->estimate));
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/package/fixture", test_fixture);
  g_test_add_func ("/package/examples", test_examples);
  g_test_add_func ("/package/version-1", test_version_1);
  g_test_add_func ("/package/foreign", test_foreign);
  g_test_add_func ("/package/plain", test_plain);
  g_test_add_func ("/package/plain-parts", test_plain_parts);
  g_test_add_func ("/package/plain-place", test_plain_place);
  g_test_add_func ("/package/plain-ids", test_plain_ids);
  g_test_add_func ("/package/refused", test_refused);
  g_test_add_func ("/package/byte-order-mark", test_byte_order_mark);
  g_test_add_func ("/package/node", test_node);
  g_test_add_func ("/package/late-number", test_late_number);

  return g_test_run ();
}
