/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dataset written as a package and read again is the same dataset: the bundled ones, the fixture, and files of other makes. */

#include "data-test.h"
#include "data/ctg-text-hash-private.h"
#include "data/ctg-text-index-private.h"

static unsigned int
count_text (const char *text)
{
  g_autoptr(JsonNode) root = json_from_string (text, NULL);

  g_assert_nonnull (root);

  return ctg_test_count_json_values (root);
}

/* The rows can be taken out of the text as it is said, and hold as many values as is said. */
static void
assert_rows (CtgDataset *dataset,
             const char *text)
{
  g_autoptr(CtgPackageText) package = ctg_dataset_write_package (dataset);

  g_assert_cmpstr (package->text->str, ==, text);
  g_assert_cmpstr (package->hash, ==, ctg_dataset_get_hash (dataset));
  if (ctg_dataset_get_n_claims (dataset) > 0)
    g_assert_cmpuint (package->rows_length, >, 0);

  g_string_erase (package->text, package->rows_start, package->rows_length);
  g_assert_cmpuint (count_text (package->text->str) + package->n_row_values, ==, count_text (text));
}

static void
assert_round_trip (CtgDataset *dataset,
                   bool        faults_expected)
{
  g_autofree char *text = ctg_dataset_to_package (dataset);
  g_autoptr(GPtrArray) faults = data_test_faults ();
  g_autoptr(CtgDataset) again = data_test_load (text, faults);
  g_autofree char *text_again = ctg_dataset_to_package (again);

  g_test_message ("%s", ctg_dataset_get_id (dataset));
  g_assert_true (faults_expected || faults->len == 0);
  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, ctg_dataset_get_n_claims (again));
  for (unsigned int i = 0; i < ctg_dataset_get_n_claims (dataset); i++)
    g_assert_true (ctg_claim_equal (ctg_dataset_get_claim (dataset, i), ctg_dataset_get_claim (again, i)));
  g_assert_cmpstr (text, ==, text_again);
  assert_rows (again, text);
  g_assert_cmpstr (ctg_dataset_get_hash (dataset), ==, ctg_dataset_get_hash (again));
  g_assert_cmpuint (strlen (ctg_dataset_get_hash (dataset)), ==, 64);

  g_assert_cmpstr (ctg_dataset_get_id (dataset), ==, ctg_dataset_get_id (again));
  g_assert_cmpstr (ctg_dataset_get_title (dataset), ==, ctg_dataset_get_title (again));
  g_assert_cmpstr (ctg_dataset_get_short_title (dataset), ==, ctg_dataset_get_short_title (again));
  g_assert_cmpstr (ctg_dataset_get_licence (dataset), ==, ctg_dataset_get_licence (again));
  g_assert_cmpstr (ctg_dataset_get_partial_note (dataset), ==, ctg_dataset_get_partial_note (again));
  g_assert_cmpstr (ctg_dataset_get_figure_json (dataset), ==, ctg_dataset_get_figure_json (again));
  g_assert_cmpint (ctg_dataset_get_rows_by (dataset), ==, ctg_dataset_get_rows_by (again));
  g_assert_cmpint (ctg_dataset_get_nature (dataset), ==, ctg_dataset_get_nature (again));
  g_assert_cmpuint (ctg_dataset_get_n_sources (dataset), ==, ctg_dataset_get_n_sources (again));
  for (unsigned int i = 0; i < ctg_dataset_get_n_sources (dataset); i++)
    {
      const CtgSource *a = ctg_dataset_get_source (dataset, i), *b = ctg_dataset_get_source (again, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->short_name, ==, b->short_name);
      g_assert_cmpstr (a->authors, ==, b->authors);
      g_assert_cmpstr (a->citation, ==, b->citation);
    }
  g_assert_cmpuint (ctg_dataset_get_n_row_notes (dataset), ==, ctg_dataset_get_n_row_notes (again));
  for (unsigned int i = 0; i < ctg_dataset_get_n_row_notes (dataset); i++)
    {
      const CtgRowNote *a = ctg_dataset_get_row_note (dataset, i), *b = ctg_dataset_get_row_note (again, i);

      g_assert_cmpstr (a->note, ==, b->note);
      g_assert_true (g_strv_equal (a->claims, b->claims));
    }
  for (unsigned int i = 0; i < ctg_dataset_get_n_measures (dataset); i++)
    {
      const CtgMeasure *a = ctg_dataset_get_measure (dataset, i), *b = ctg_dataset_get_measure (again, i);

      g_assert_cmpstr (a->id, ==, b->id);
      g_assert_cmpstr (a->title, ==, b->title);
      g_assert_cmpint (a->overlaps, ==, b->overlaps);
      g_assert_cmpint (a->subset_of_fighters, ==, b->subset_of_fighters);
      g_assert_cmpstr (a->rest, ==, b->rest);
      g_assert_cmpstr (a->partition, ==, b->partition);
      g_assert_cmpint (a->nature, ==, b->nature);
    }
}

static void
test_bundled (void)
{
  unsigned int n_entries = ctg_library_get_n_entries ();

  g_assert_cmpuint (n_entries, >=, 17);
  for (unsigned int i = 0; i < n_entries; i++)
    {
      g_autoptr(CtgDataset) dataset = data_test_load_bundled (ctg_library_get_entry (i)->id);

      assert_round_trip (dataset, FALSE);
    }
}

static void
test_fixture (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");

  assert_round_trip (dataset, FALSE);
}

static void
test_others (void)
{
  static const char *const texts[] = {
    "[{\"country\": \"Tunisia\", \"Went\": 0.1, \"Back\": 1e-7}, {\"country\": \"Atlantis\", \"Went\": 12345678.25}, {\"country\": \"Total\", \"Went\": \"x\"}]",
    "[{\"country\": \"Malta\", \"n\": 1, \"source\": \"Quote \\\" and \\\\ and \\n and \\u0001 and é and 中\", \"note\": \"a\\tb\", \"date\": \"2015-12/2016\"}]",
    "{\"name\": \"x\", \"version\": \"2\", \"keywords\": [\"a\", 1.50], \"licenses\": [{\"name\": \"CC0-1.0\"}], \"contributors\": [{\"title\": \"A\"}],"
    " \"resources\": [{\"data\": [{\"name\": \"France\", \"code\": \"QQQ\", \"measure\": \"m\", \"low\": 3}, {\"name\": \"Malta\", \"measure\": \"m\", \"value\": -1}]}]}",
    "{\"contingent\": {\"rows\": \"claim\", \"label\": \"{place}: {as_of}\"}, \"resources\": [{\"data\": [{\"name\": \"World\", \"level\": \"world\", \"measure\": \"m\", \"value\": 3}]}]}",
    "{\"resources\": [{\"data\": [{\"country\": \"Malta\", \"n\": 1}]}, {\"name\": \"aggregates\", \"data\": [{\"country\": \"Europe\", \"n\": 2}]}]}",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GPtrArray) faults = data_test_faults ();
      g_autoptr(CtgDataset) dataset = data_test_load (texts[i], faults);

      assert_round_trip (dataset, TRUE);
    }
}

#define CLAIMS(rows) "{\"name\": \"x\", \"resources\": [{\"data\": [[\"name\", \"measure\", \"value\"], " rows "]}]}"

/* Plain counts are written as a row for each place; whatever would be read back otherwise keeps a row for each claim. */
static void
test_wide (void)
{
  static const struct
  {
    const char *text;
    const char *header; /* of the rows that are written */
  } cases[] = {
    { "[{\"country\": \"Malta\", \"a\": 1, \"b\": 2.5}, {\"country\": \"Atlantis\", \"a\": null, \"b\": 0}]", "[\"name\", \"code\", \"a\", \"b\"]" },
    { "[{\"country\": \"Atlantis\", \"a\": 1, \"b\": 2.5}]", "[\"name\", \"a\", \"b\"]" },
    { "[{\"country\": \"Atlantis\", \"2014\": 1, \"2015\": 2}]", "[\"name\", \"2014\", \"2015\"]" },
    /* One measure; a place twice; places of which nothing is said. */
    { CLAIMS ("[\"France\", \"m\", 1], [\"France\", \"m\", 2], [\"France\", \"m\", null], [\"France\", \"m\", 3], [\"Italy\", \"m\", null]"), "[\"name\", \"code\", \"m\"]" },
    /* Measures against their order, of the same place or of another; one name for two places. */
    { CLAIMS ("[\"Malta\", \"m\", 1], [\"Malta\", \"n\", 2], [\"Italy\", \"n\", 3], [\"Malta\", \"m\", 4]"), "[\"name\", \"code\", \"m\", \"n\"]" },
    { CLAIMS ("[\"Malta\", \"m\", 1], [\"Malta\", \"n\", 2], [\"Malta\", \"n\", 3], [\"Malta\", \"m\", 4], [\"Malta\", \"n\", 5]"), "[\"name\", \"code\", \"m\", \"n\"]" },
    { "[{\"name\": \"Georgia\", \"code\": \"GEO\", \"m\": 1, \"n\": 2}, {\"name\": \"Georgia\", \"code\": \"USA\", \"m\": 3, \"n\": 4}]", "[\"name\", \"code\", \"m\", \"n\"]" },
    /* An empty row would be one of the first measure. */
    { CLAIMS ("[\"Malta\", \"m\", 1], [\"Malta\", \"n\", null]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    { CLAIMS ("[\"Malta\", \"m\", null], [\"Malta\", \"n\", 2]"), "[\"name\", \"code\", \"m\", \"n\"]" },
    /* Names that mean something else as columns. */
    { CLAIMS ("[\"Malta\", \"low\", 1], [\"Malta\", \"n\", 2]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    { CLAIMS ("[\"Malta\", \"year\", 1], [\"Malta\", \"n\", 2]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    { CLAIMS ("[\"Malta\", \"name\", 1], [\"Malta\", \"n\", 2]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    { CLAIMS ("[\"Malta\", \"n.low\", 1], [\"Malta\", \"n\", 2]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    { CLAIMS ("[\"Malta\", \"N\", 1], [\"Malta\", \"n\", 2]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    { CLAIMS ("[\"Malta\", \"n.official@x\", 1], [\"Malta\", \"m\", 2]"), "[\"name\", \"code\", \"measure\", \"value\"]" },
    /* Most cells would be empty. */
    { CLAIMS ("[\"A\", \"k\", 1], [\"B\", \"l\", 1], [\"C\", \"m\", 1], [\"D\", \"n\", 1]"), "[\"name\", \"measure\", \"value\"]" },
    /* What rows say of themselves stays with them, as does what follows from their names. */
    { "[{\"country\": \"Atlantis\", \"source\": \"S\", \"a\": 1}, {\"country\": \"Lemuria\", \"a\": 2}]", "[\"name\", \"measure\", \"value\", \"source\"]" },
    { "[{\"country\": \"World\", \"level\": \"country\", \"a\": 1}]", "[\"name\", \"level\", \"measure\", \"value\"]" },
    { "[{\"country\": \"World\", \"level\": null, \"a\": 1}]", "[\"name\", \"level\", \"measure\", \"value\"]" },
    { "[{\"country\": \"World\", \"a\": 1}, {\"country\": \"Atlantis\", \"a\": 1}]", "[\"name\", \"level\", \"measure\", \"value\"]" },
    { "[{\"country\": \"Atlantis\", \"a.official\": 1}]", "[\"name\", \"measure\", \"status\", \"value\"]" },
    { "[{\"country\": \"Atlantis\", \"a.estimate@data\": 1}]", "[\"name\", \"measure\", \"value\", \"source\"]" },
    { "[{\"country\": \"Atlantis\", \"a\": 1, \"a.as_of\": \"2015\"}]", "[\"name\", \"measure\", \"value\", \"as_of\"]" },
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GPtrArray) faults = data_test_faults ();
      g_autoptr(CtgDataset) dataset = data_test_load (cases[i].text, faults);
      g_autofree char *text = ctg_dataset_to_package (dataset);
      g_autofree char *first_row = g_strdup_printf ("\"data\": [\n        %s", cases[i].header);

      g_test_message ("%s", cases[i].text);
      if (strstr (text, first_row) == NULL)
        g_error ("%s", strstr (text, "\"data\""));
      assert_round_trip (dataset, TRUE);
    }
}

/* Places, measures and gaps in any order. */
static void
test_wide_random (void)
{
  static const char *const places[] = { "Malta", "Atlantis", "World", "France", "france" };
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);
  unsigned int n_wide = 0;

  for (unsigned int k = 0; k < 500; k++)
    {
      unsigned int n_rows = g_rand_int_range (rand, 1, 30), n_measures = g_rand_int_range (rand, 1, 4), n_places = g_rand_int_range (rand, 1, 6);
      bool gaps = g_rand_boolean (rand);
      g_autoptr(GString) rows = g_string_new ("[\"name\", \"measure\", \"value\"]");

      for (unsigned int i = 0; i < n_rows; i++)
        {
          g_string_append_printf (rows, ", [\"%s\", \"m%d\", ", places[g_rand_int_range (rand, 0, n_places)], g_rand_int_range (rand, 0, n_measures));
          if (gaps && g_rand_int_range (rand, 0, 5) == 0)
            g_string_append (rows, "null]");
          else
            g_string_append_printf (rows, "%d.%d]", g_rand_int_range (rand, 0, 50), g_rand_int_range (rand, 0, 3));
        }

      g_autofree char *json = g_strdup_printf ("{\"name\": \"x\", \"resources\": [{\"data\": [%s]}]}", rows->str);
      g_autoptr(GPtrArray) faults = data_test_faults ();
      g_autoptr(CtgDataset) dataset = data_test_load (json, faults);
      g_autofree char *text = ctg_dataset_to_package (dataset);

      n_wide += strstr (text, "\"measure\", \"value\"") == NULL;
      assert_round_trip (dataset, TRUE);
    }

  g_test_message ("%u of 500 wide", n_wide);
  g_assert_cmpuint (n_wide, >, 50);
  g_assert_cmpuint (n_wide, <, 450);
}

/* The hash is of the content: a number, a note or a source changes it, the spelling of the file does not. */
static void
test_hash (void)
{
  g_autoptr(CtgDataset) a = data_test_load ("[{\"country\": \"Malta\", \"n\": 1, \"note\": \"x\"}]", NULL);
  g_autoptr(CtgDataset) same = data_test_load ("[ { \"note\": \"\\u0078\", \"country\":\"Malta\",\"n\":1.0 } ]", NULL);
  g_autoptr(CtgDataset) number = data_test_load ("[{\"country\": \"Malta\", \"n\": 2, \"note\": \"x\"}]", NULL);
  g_autoptr(CtgDataset) note = data_test_load ("[{\"country\": \"Malta\", \"n\": 1, \"note\": \"y\"}]", NULL);

  g_assert_cmpstr (ctg_dataset_get_hash (a), ==, ctg_dataset_get_hash (same));
  g_assert_cmpstr (ctg_dataset_get_hash (a), !=, ctg_dataset_get_hash (number));
  g_assert_cmpstr (ctg_dataset_get_hash (a), !=, ctg_dataset_get_hash (note));
}

static void
test_claim_equal (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_fixture ("three-empties.json");
  const CtgClaim *claim = ctg_dataset_get_claim (dataset, 10);
  CtgClaim other = *claim;
  CtgClaimContext context = *claim->context;

  g_assert_true (ctg_claim_equal (claim, &other));
  other.estimate.high = 321;
  g_assert_false (ctg_claim_equal (claim, &other));
  other = *claim;
  other.as_of.end.day = 3;
  g_assert_false (ctg_claim_equal (claim, &other));
  other = *claim;
  other.context = &context;
  g_assert_true (ctg_claim_equal (claim, &other));
  context.note = "other";
  g_assert_false (ctg_claim_equal (claim, &other));
  other = *claim;
  other.doubtful = TRUE;
  g_assert_false (ctg_claim_equal (claim, &other));
}

/* What surrounds numbers is kept once, whether the same stands in the next row or far away; what differs in any part is kept apart. */
static void
test_contexts (void)
{
  g_autoptr(GString) text = g_string_new ("[");
  g_autoptr(GHashTable) contexts = g_hash_table_new (NULL, NULL);

  for (unsigned int i = 0; i < 600; i++)
    g_string_append_printf (text, "%s{\"country\": \"Malta\", \"n\": %u, \"source\": \"s%u\", \"note\": \"n%u\"}", i > 0 ? ", " : "", i, i % 2, i / 2 % 100);
  g_string_append_c (text, ']');

  g_autoptr(CtgDataset) dataset = data_test_load (text->str, NULL);

  g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, 600);
  for (unsigned int i = 0; i < 600; i++)
    {
      const CtgClaimContext *context = ctg_dataset_get_claim (dataset, i)->context;
      g_autofree char *source = g_strdup_printf ("s%u", i % 2);
      g_autofree char *note = g_strdup_printf ("n%u", i / 2 % 100);

      g_assert_cmpstr (context->source, ==, source);
      g_assert_cmpstr (context->note, ==, note);
      g_assert_true (context == ctg_dataset_get_claim (dataset, i % 200)->context);
      g_hash_table_add (contexts, (gpointer) context);
    }
  g_assert_cmpuint (g_hash_table_size (contexts), ==, 200);
}

/* With a key of zeros, what CPython 3.11 gives: PYTHONHASHSEED=0 python3 -c "print(hex(hash(b'siphash') % 2**64))". */
static void
test_siphash (void)
{
  static const struct
  {
    const char *text;
    guint64 hash;
  } vectors[] = {
    { "a", G_GUINT64_CONSTANT (0x407448d2b89b1813) },
    { "Contingent", G_GUINT64_CONSTANT (0xc14eead37667042f) },
    { "siphash", G_GUINT64_CONSTANT (0x8264ceeccb16bcbe) },
    { "sixteen letters.", G_GUINT64_CONSTANT (0xa6c17654b221dac) },
    { "digest-sip_hash", G_GUINT64_CONSTANT (0xce31007e34130c0a) },
  };
  guint8 key[16] = { 0 };

  for (unsigned int i = 0; i < G_N_ELEMENTS (vectors); i++)
    g_assert_true (ctg_siphash (key, (const guint8 *) vectors[i].text, strlen (vectors[i].text)) == vectors[i].hash);

  key[15] = 1;
  g_assert_false (ctg_siphash (key, (const guint8 *) vectors[0].text, strlen (vectors[0].text)) == vectors[0].hash);
  g_assert_cmpuint (ctg_text_hash ("Malta"), ==, ctg_text_hash ("Malta"));
}

/* Among them texts that differ in one letter, the empty one, and enough to make the table grow often. */
static void
test_text_index (gconstpointer n_expected)
{
  g_autoptr(CtgTextIndex) index = ctg_text_index_new (GPOINTER_TO_UINT (n_expected));

  g_assert_cmpint (ctg_text_index_find (index, ""), ==, -1);
  g_assert_cmpuint (ctg_text_index_add (index, ""), ==, 0);
  for (unsigned int i = 1; i < 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);

      g_assert_cmpint (ctg_text_index_find (index, text), ==, -1);
      g_assert_cmpuint (ctg_text_index_add (index, text), ==, i);
    }
  for (unsigned int i = 1; i < 10000; i++)
    {
      g_autofree char *text = g_strdup_printf ("text %u", i);

      g_assert_cmpint (ctg_text_index_find (index, text), ==, i);
      g_assert_cmpuint (ctg_text_index_add (index, text), ==, i);
      g_assert_cmpstr (ctg_text_index_get_text (index, i), ==, text);
      g_assert_true (ctg_text_index_get_text (index, i) != text);
    }
  g_assert_cmpint (ctg_text_index_find (index, ""), ==, 0);
  g_assert_cmpint (ctg_text_index_find (index, "text 10000"), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/dataset/bundled", test_bundled);
  g_test_add_func ("/dataset/fixture", test_fixture);
  g_test_add_func ("/dataset/others", test_others);
  g_test_add_func ("/dataset/wide", test_wide);
  g_test_add_func ("/dataset/wide-random", test_wide_random);
  g_test_add_func ("/dataset/hash", test_hash);
  g_test_add_func ("/dataset/claim-equal", test_claim_equal);
  g_test_add_func ("/dataset/contexts", test_contexts);
  g_test_add_func ("/dataset/siphash", test_siphash);
  g_test_add_data_func ("/dataset/text-index", GUINT_TO_POINTER (0), test_text_index);
  g_test_add_data_func ("/dataset/text-index-sized", GUINT_TO_POINTER (5000), test_text_index);

  return g_test_run ();
}
