/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is said of faults is in the reader's language, what is drawn or written into a file never: the same bytes with and without a translator. */

#include <string.h>

#include "base/ctg-translate.h"
#include "ctg-test.h"
#include "data/ctg-library.h"
#include "data/ctg-package.h"
#include "file/ctg-export.h"

/* Every message of the engine that has an argument keeps it; what stands around it is unmistakable. */
static const char *
bracket (const char   *one,
         const char   *many,
         unsigned long count)
{
  static GHashTable *texts;
  const char *text = many != NULL && count != 1 ? many : one;

  if (texts == NULL)
    texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  if (!g_hash_table_contains (texts, text))
    g_hash_table_insert (texts, g_strdup (text), g_strdup_printf ("⟦%s⟧", text));

  return g_hash_table_lookup (texts, text);
}

/* All that leaves the program with the figure. */
typedef struct
{
  char *document;
  GBytes *exports[CTG_N_FORMATS];
} Leaving;

static void
leaving_clear (Leaving *self)
{
  g_free (self->document);
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    g_bytes_unref (self->exports[format]);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Leaving, leaving_clear)

static void
collect (Leaving    *self,
         const char *text,
         GPtrArray  *faults)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GError) error = NULL;
  g_autoptr(CtgFigure) figure = ctg_figure_load (bytes, "a", NULL, faults, &error);
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  const CtgRenderOptions options = { 100, false };

  g_assert_no_error (error);
  self->document = ctg_figure_to_document (figure, &error);
  g_assert_no_error (error);

  g_autoptr(CtgScene) scene = ctg_figure_compile (figure, measure, NULL, &error);

  g_assert_no_error (error);
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      self->exports[format] = ctg_export_to_bytes (figure, scene, format, &options, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
check_same (const char *name,
            const char *text)
{
  g_autoptr(GPtrArray) plain_faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_autoptr(GPtrArray) told_faults = g_ptr_array_new_with_free_func ((GDestroyNotify) ctg_fault_free);
  g_auto(Leaving) plain = { NULL };
  g_auto(Leaving) told = { NULL };

  collect (&plain, text, plain_faults);
  ctg_set_translator (bracket);
  collect (&told, text, told_faults);
  ctg_set_translator (NULL);

  g_test_message ("%s", name);
  g_assert_cmpstr (told.document, ==, plain.document);
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    g_assert_true (g_bytes_equal (told.exports[format], plain.exports[format]));

  g_assert_cmpuint (told_faults->len, ==, plain_faults->len);
  for (unsigned int i = 0; i < told_faults->len; i++)
    g_assert_nonnull (strstr (((CtgFault *) told_faults->pdata[i])->message, "⟦"));
}

static void
test_bundled (void)
{
  for (unsigned int i = 0; i < ctg_library_get_n_entries (); i++)
    {
      const char *id = ctg_library_get_entry (i)->id;
      g_autoptr(CtgFigure) figure = ctg_figure_load_bundled (id, NULL);
      g_autofree char *document = ctg_figure_to_document (figure, NULL);

      check_same (id, document);
    }
}

/* Data with faults, and with all that the program puts in where the file says nothing. */
static void
test_faulty (void)
{
  check_same ("faulty", "{\"name\": \"a\", \"contingent\": {\"format\": 1, \"partial\": true, \"published\": \"soon\"}, \"resources\": [{\"name\": \"r\", \"data\": ["
              "{\"country\": \"Belgium\", \"measure\": \"a\", \"value\": 4}, {\"country\": \"Atlantis\", \"measure\": \"a\", \"value\": \"five\"},"
              "{\"country\": \"France\", \"measure\": \"a\", \"value\": -3}]}]}");
}

static void
test_errors (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("[1, 02]", 7);
  g_autoptr(GError) plain = NULL;
  g_autoptr(GError) told = NULL;

  g_assert_null (ctg_figure_load (bytes, "a", NULL, NULL, &plain));
  g_assert_cmpstr (plain->message, ==, "Line 1, column 5: a number must not begin with 0.");
  ctg_set_translator (bracket);
  g_assert_null (ctg_figure_load (bytes, "a", NULL, NULL, &told));
  ctg_set_translator (NULL);
  g_assert_cmpstr (told->message, ==, "⟦Line 1, column 5: ⟦a number must not begin with 0.⟧⟧");
}

static void
test_plural (void)
{
  g_assert_cmpstr (TN_ ("one", "many", 1), ==, "one");
  g_assert_cmpstr (TN_ ("one", "many", 0), ==, "many");
  g_assert_cmpstr (T_ ("word"), ==, "word");
  ctg_set_translator (bracket);
  g_assert_cmpstr (TN_ ("one", "many", 1), ==, "⟦one⟧");
  g_assert_cmpstr (TN_ ("one", "many", 2), ==, "⟦many⟧");
  g_assert_cmpstr (T_ (NT_ ("word")), ==, "⟦word⟧");
  ctg_set_translator (NULL);
  g_assert_cmpstr (T_ ("word"), ==, "word");
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);
  g_test_add_func ("/translator/bundled", test_bundled);
  g_test_add_func ("/translator/faulty", test_faulty);
  g_test_add_func ("/translator/errors", test_errors);
  g_test_add_func ("/translator/plural", test_plural);
  return g_test_run ();
}
