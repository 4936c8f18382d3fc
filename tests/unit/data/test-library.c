/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is bundled, through the real loader: the index, the claims the packages were made from, their check sums, and the views. */

#include <json-glib/json-glib.h>

#include "base/ctg-error.h"
#include "data-test.h"

static JsonNode *
load_source (void)
{
  g_autofree char *path = ctg_test_path ("../data/source/claims.json");
  g_autofree char *text = ctg_test_load_file (path, NULL);
  JsonNode *root = json_from_string (text, NULL);

  g_assert_nonnull (root);

  return root;
}

static bool
is_view (const char *id)
{
  static const char *const views[] = { "returnees", "totals", "profile", "deaths", "fighters-all" };

  return g_strv_contains (views, id);
}

static void
test_index (void)
{
  static const char *const expected[] = {
    "icsr-2013-04", "icsr-2013-12", "tsg-2014-06", "quilliam-2014-11", "icsr-2015-01", "hsc-2015-09", "iep-gti-2015", "rferl-2015-11", "tsg-2015-12",
    "icct-2016-04", "tsc-2017-10", "turkey-2017", "totals", "returnees", "profile", "deaths",
  };

  for (unsigned int i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_nonnull (ctg_library_find_entry (expected[i]));
  g_assert_cmpstr (ctg_library_get_default_id (), ==, "tsg-2015-12");
  g_assert_null (ctg_library_find_entry ("tsg"));

  /* What the index says without parsing is what the dataset says. */
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const CtgLibraryEntry *entry = ctg_library_get_entry (i);
      g_autoptr(CtgDataset) dataset = data_test_load_bundled (entry->id);
      g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);

      g_test_message ("%s", entry->id);
      g_assert_cmpstr (ctg_dataset_get_id (dataset), ==, entry->id);
      g_assert_cmpstr (ctg_dataset_get_title (dataset), ==, entry->title);
      g_assert_cmpstr (ctg_dataset_get_short_title (dataset), ==, entry->short_title);
      g_assert_cmpstr (ctg_dataset_get_group (dataset), ==, entry->group);
      g_assert_cmpint (ctg_dataset_is_partial (dataset), ==, entry->partial);
      g_assert_cmpint (ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table), ==, entry->n_rows);
    }
}

static void
test_not_found (void)
{
  g_autoptr(GError) near = NULL;
  g_autoptr(GError) far = NULL;

  g_assert_null (ctg_library_load ("tsg-2015-11", &near));
  g_assert_error (near, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (near->message, "“tsg-2015-12”"));
  g_assert_null (ctg_library_load ("no such thing", &far));
  g_assert_error (far, CTG_DATA_ERROR, CTG_DATA_ERROR_NOT_FOUND);
}

/* What was compiled in is what the files say. */
static void
test_compiled (void)
{
  unsigned int n_packages = 0;

  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgDataset) compiled = data_test_load_bundled (ctg_library_get_entry (i)->id);

      if (is_view (ctg_dataset_get_id (compiled)))
        continue;

      g_autofree char *relative = g_strdup_printf ("../data/datasets/%s.json", ctg_dataset_get_id (compiled));
      g_autofree char *path = ctg_test_path (relative);
      g_autofree char *text = ctg_test_load_file (path, NULL);
      g_autoptr(CtgDataset) dataset = data_test_load (text, NULL);
      g_autofree char *package = ctg_dataset_to_package (dataset);
      g_autofree char *compiled_package = ctg_dataset_to_package (compiled);

      g_test_message ("%s", relative);
      g_assert_cmpuint (ctg_dataset_get_n_claims (dataset), ==, ctg_dataset_get_n_claims (compiled));
      for (unsigned int k = 0; k < ctg_dataset_get_n_claims (dataset); k++)
        g_assert_true (ctg_claim_equal (ctg_dataset_get_claim (dataset, k), ctg_dataset_get_claim (compiled, k)));
      g_assert_cmpstr (package, ==, compiled_package);
      g_assert_cmpstr (ctg_dataset_get_hash (dataset), ==, ctg_dataset_get_hash (compiled));
      n_packages++;
    }

  g_assert_cmpuint (n_packages, >=, 13);
}

/* A second load gives the same dataset, not a second one. */
static void
test_kept (void)
{
  g_autoptr(CtgDataset) a = data_test_load_bundled ("icsr-2015-01");
  g_autoptr(CtgDataset) b = data_test_load_bundled ("icsr-2015-01");

  g_assert_true (a == b);
}

static char *
print_number (double number)
{
  return isnan (number) ? g_strdup ("null") : g_strdup_printf ("%.17g", number);
}

/* What makes two claims the same statement. */
static char *
print_claim (const CtgClaim *claim)
{
  g_autofree char *value = print_number (claim->estimate.value);
  g_autofree char *low = print_number (claim->estimate.low);
  g_autofree char *high = print_number (claim->estimate.high);
  g_autofree char *as_of = ctg_date_to_text (&claim->as_of);

  return g_strjoin ("|", claim->context->source, claim->context->edition != NULL ? claim->context->edition : "", claim->name, claim->measure, ctg_status_get_id (claim->status),
                    value, low, high, as_of != NULL ? as_of : "", NULL);
}

static char *
print_source_number (JsonObject *claim,
                     const char *member)
{
  return print_number (json_object_get_null_member (claim, member) ? NAN : json_object_get_double_member (claim, member));
}

static char *
print_source_claim (JsonObject *claim)
{
  g_autofree char *value = print_source_number (claim, "value");
  g_autofree char *low = print_source_number (claim, "low");
  g_autofree char *high = print_source_number (claim, "high");

  return g_strjoin ("|", json_object_get_string_member (claim, "source"), json_object_get_string_member_with_default (claim, "edition", ""),
                    json_object_get_string_member (claim, "name"), json_object_get_string_member (claim, "measure"),
                    json_object_get_string_member (claim, "status"), value, low, high, json_object_get_string_member_with_default (claim, "as_of", ""), NULL);
}

static int
compare_strings (const void *a,
                 const void *b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Every claim of the source file is in exactly one package, and nothing else is. */
static void
test_multiset (void)
{
  g_autoptr(JsonNode) root = load_source ();
  JsonArray *claims = json_object_get_array_member (json_node_get_object (root), "claims");
  g_autoptr(GPtrArray) expected = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  unsigned int n_empty = 0;

  for (unsigned int i = 0; i < json_array_get_length (claims); i++)
    g_ptr_array_add (expected, print_source_claim (json_array_get_object_element (claims, i)));
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgDataset) dataset = data_test_load_bundled (ctg_library_get_entry (i)->id);

      if (is_view (ctg_dataset_get_id (dataset)))
        continue;
      for (unsigned int k = 0; k < ctg_dataset_get_n_claims (dataset); k++)
        {
          const CtgClaim *claim = ctg_dataset_get_claim (dataset, k);

          if (ctg_estimate_is_reported (&claim->estimate))
            g_ptr_array_add (found, print_claim (claim));
          else
            n_empty++;
        }
    }

  g_ptr_array_sort (expected, compare_strings);
  g_ptr_array_sort (found, compare_strings);
  g_assert_cmpuint (expected->len, ==, 470);
  g_assert_cmpuint (found->len, ==, expected->len);
  for (unsigned int i = 0; i < expected->len; i++)
    g_assert_cmpstr (g_ptr_array_index (found, i), ==, g_ptr_array_index (expected, i));
  g_assert_cmpuint (n_empty, ==, json_array_get_length (json_object_get_array_member (json_node_get_object (root), "not_reported")));
  g_assert_cmpuint (n_empty, ==, 38);
}

static double
sum_codes (const CtgTable *table,
           JsonArray      *codes,
           int             series)
{
  double sum = 0;

  for (unsigned int i = 0; i < json_array_get_length (codes); i++)
    {
      int row = ctg_table_find_row (table, json_array_get_string_element (codes, i));

      g_assert_cmpint (row, >=, 0);
      sum += ctg_table_get_estimate (table, row, series)->value;
    }

  return sum;
}

/* The official column and the sums by region that the source file notes, out of the tables a figure is made from. */
static void
test_check_sums (void)
{
  g_autoptr(JsonNode) root = load_source ();
  JsonArray *checks = json_object_get_array_member (json_node_get_object (root), "checks");
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("tsg-2015-12");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgTable) official_first = ctg_table_new (dataset, CTG_RULE_OFFICIAL_FIRST, FALSE);
  int official = ctg_table_find_series (table, "fighters.official");
  int best = ctg_table_find_series (official_first, "fighters");
  unsigned int n_regions = 0;
  double sum = 0;

  g_assert_cmpint (official, >=, 0);
  g_assert_cmpint (best, >=, 0);
  for (unsigned int row = 0; row < ctg_table_get_n_rows (table) - ctg_table_get_n_aggregates (table); row++)
    if (ctg_estimate_is_reported (ctg_table_get_estimate (table, row, official)))
      sum += ctg_table_get_estimate (table, row, official)->value;
  g_assert_cmpfloat (sum, ==, 26583);
  g_assert_cmpuint (ctg_table_get_series (table, official)->n_reported, ==, 50);

  for (unsigned int i = 0; i < json_array_get_length (checks); i++)
    {
      JsonObject *check = json_array_get_object_element (checks, i);

      g_assert_cmpstr (json_object_get_string_member (check, "source"), ==, "tsg-2015-12");
      if (!json_object_has_member (check, "codes"))
        {
          g_assert_cmpfloat (sum, ==, json_object_get_double_member (check, "expected"));
          continue;
        }
      g_assert_cmpfloat (sum_codes (official_first, json_object_get_array_member (check, "codes"), best), ==,
                         json_object_get_double_member (check, "expected"));
      n_regions++;
    }
  g_assert_cmpuint (n_regions, ==, 7);
}

/* Series that figures start from exist, and each has something to draw. */
static void
test_default_figures (void)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgDataset) dataset = data_test_load_bundled (ctg_library_get_entry (i)->id);
      g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
      g_autoptr(JsonNode) figure = json_from_string (ctg_dataset_get_figure_json (dataset), NULL);
      JsonArray *series = json_object_get_array_member (json_node_get_object (figure), "series");

      g_assert_cmpuint (json_array_get_length (series), >, 0);
      for (unsigned int k = 0; k < json_array_get_length (series); k++)
        {
          const char *id = json_array_get_string_element (series, k);
          int number = ctg_table_find_series (table, id);

          g_test_message ("%s: %s", ctg_dataset_get_id (dataset), id);
          g_assert_cmpint (number, >=, 0);
          g_assert_cmpstr (ctg_table_get_series (table, number)->id, ==, id);
          g_assert_cmpuint (ctg_table_get_series (table, number)->n_reported, >, 0);
        }
    }
}

static void
test_view_returnees (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("returnees");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(GPtrArray) claims = NULL;
  int series = ctg_table_find_series (table, "returnees.estimate@tsc-2017-10");
  int row = ctg_table_find_row (table, "FRA");

  g_assert_cmpint (series, >=, 0);
  g_assert_cmpint (row, >=, 0);
  for (unsigned int i = 0; i < ctg_dataset_get_n_claims (dataset); i++)
    {
      const CtgClaim *claim = ctg_dataset_get_claim (dataset, i);

      g_assert_cmpstr (claim->measure, ==, "returnees");
      g_assert_cmpint (claim->level, ==, CTG_LEVEL_COUNTRY);
      g_assert_nonnull (ctg_dataset_find_source (dataset, claim->context->source));
    }

  /* Two editions of one source: the first stands in the table, both on the card. */
  claims = ctg_table_get_claims (table, row, series);
  g_assert_cmpuint (claims->len, ==, 2);
  g_assert_cmpfloat (ctg_table_get_estimate (table, row, series)->value, ==, 271);
  g_assert_cmpstr (ctg_table_get_claim (table, row, series)->context->edition, ==, "24 October 2017");
}

static void
test_view_totals (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("totals");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgLocale) english = ctg_locale_new ("en");
  g_autoptr(CtgLocale) german = ctg_locale_new ("de");
  int row = ctg_table_find_row (table, "r0127");

  g_assert_cmpint (ctg_dataset_get_rows_by (dataset), ==, CTG_ROWS_CLAIM);
  g_assert_cmpuint (ctg_table_get_n_rows (table), ==, ctg_dataset_get_n_claims (dataset));
  g_assert_cmpint (ctg_table_find_series (table, "fighters.estimate"), >=, 0);
  for (unsigned int i = 1; i < ctg_dataset_get_n_claims (dataset); i++)
    g_assert_cmpint (ctg_date_compare (&ctg_dataset_get_claim (dataset, i - 1)->as_of, &ctg_dataset_get_claim (dataset, i)->as_of), <=, 0);

  g_autofree char *name = ctg_table_dup_row_name (table, row, english);
  g_autofree char *german_name = ctg_table_dup_row_name (table, row, german);

  g_assert_cmpstr (name, ==, "TSG, Dec 2015");
  g_assert_cmpstr (german_name, ==, "TSG, Dez. 2015");
  g_assert_cmpstr (ctg_table_get_row (table, row)->name, ==, "TSG, 2015-12");

  /* The one undated statement has no comma without a date. */
  g_autofree char *undated = ctg_table_dup_row_name (table, 0, english);

  g_assert_false (ctg_date_is_known (&ctg_dataset_get_claim (dataset, 0)->as_of));
  g_assert_cmpstr (undated, ==, "Niu");
}

static void
test_view_profile (void)
{
  g_autoptr(CtgDataset) dataset = data_test_load_bundled ("profile");
  g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);
  const CtgClaim *claim = data_test_find_claim (dataset, "Secondary school or more", NULL);
  int share = ctg_table_find_series (table, "share.estimate");

  g_assert_cmpint (share, >=, 0);
  g_assert_nonnull (claim);
  g_assert_cmpstr (claim->measure, ==, "share");
  g_assert_cmpstr (claim->context->unit, ==, "percent");
  g_assert_cmpfloat (claim->estimate.value, ==, 69);
  /* Shares of one sample overlap and are never stacked. */
  g_assert_true (ctg_table_get_series (table, share)->info->overlaps);
  g_assert_cmpstr (ctg_table_get_series (table, share)->info->unit, ==, "percent");
  for (unsigned int i = 0; i < ctg_dataset_get_n_claims (dataset); i++)
    g_assert_cmpstr (ctg_dataset_get_claim (dataset, i)->context->unit, ==, ctg_dataset_find_measure (dataset, ctg_dataset_get_claim (dataset, i)->measure)->unit);
}

static void
test_meaning (void)
{
  g_autoptr(CtgDataset) turkey = data_test_load_bundled ("turkey-2017");
  g_autoptr(CtgDataset) totals = data_test_load_bundled ("totals");
  g_autoptr(CtgDataset) tsg = data_test_load_bundled ("tsg-2015-12");
  g_autoptr(CtgDataset) icsr = data_test_load_bundled ("icsr-2013-12");
  g_autoptr(CtgTable) table = ctg_table_new (icsr, CTG_RULE_FIRST, FALSE);
  g_autoptr(CtgTable) with_doubtful = ctg_table_new (icsr, CTG_RULE_FIRST, TRUE);
  int row = ctg_table_find_row (table, "RUS");

  g_assert_cmpint (ctg_dataset_find_measure (turkey, "watch_list")->nature, ==, CTG_NATURE_LIST);
  g_assert_cmpint (ctg_dataset_find_measure (totals, "present")->nature, ==, CTG_NATURE_STOCK);
  g_assert_true (ctg_dataset_find_measure (tsg, "returnees")->subset_of_fighters);
  g_assert_false (ctg_dataset_is_partial (tsg));
  g_assert_nonnull (data_test_find_claim (tsg, "US", "travelled_or_tried"));

  /* The doubtful Russian range is shipped, flagged, and left out unless asked for. */
  g_assert_true (ctg_table_get_claim (table, row, 0)->doubtful);
  g_assert_false (ctg_estimate_is_reported (ctg_table_get_estimate (table, row, 0)));
  g_assert_cmpfloat (ctg_table_get_estimate (with_doubtful, row, 0)->low, ==, 45);
  g_assert_cmpfloat (ctg_table_get_estimate (with_doubtful, row, 0)->high, ==, 609);
}

static gpointer
load_all (gpointer data)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      g_autoptr(CtgDataset) dataset = data_test_load_bundled (ctg_library_get_entry (i)->id);
      g_autoptr(CtgTable) table = ctg_table_new (dataset, CTG_RULE_FIRST, FALSE);

      g_assert_cmpuint (ctg_table_get_n_rows (table), >, 0);
      g_assert_cmpuint (strlen (ctg_dataset_get_hash (dataset)), ==, 64);
    }

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[8];

  for (unsigned int i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("load", load_all, NULL);
  for (unsigned int i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);
  /* First, while nothing is loaded. */
  g_test_add_func ("/library/threads", test_threads);
  g_test_add_func ("/library/index", test_index);
  g_test_add_func ("/library/not-found", test_not_found);
  g_test_add_func ("/library/compiled", test_compiled);
  g_test_add_func ("/library/kept", test_kept);
  g_test_add_func ("/library/multiset", test_multiset);
  g_test_add_func ("/library/check-sums", test_check_sums);
  g_test_add_func ("/library/default-figures", test_default_figures);
  g_test_add_func ("/library/view-returnees", test_view_returnees);
  g_test_add_func ("/library/view-totals", test_view_totals);
  g_test_add_func ("/library/view-profile", test_view_profile);
  g_test_add_func ("/library/meaning", test_meaning);

  return g_test_run ();
}
