/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring, wrapping and shortening: by hand with the fake, and with the pinned real fonts, where the short way through
 * HarfBuzz must give what the whole of Pango gives. */

#include <hb.h>
#include <string.h>

#include "ctg-test.h"
#include "text/ctg-text-private.h"

static const CtgFont figure_font = { "Liberation Sans", 8, false, false };

static double
get_width (CtgTextMeasure *measure,
           const CtgFont  *font,
           const char     *text)
{
  CtgTextExtents extents;

  ctg_text_measure_line (measure, font, text, &extents);

  return extents.width;
}

static void
test_fixed (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgFont font = { "Any", 10, false, false };
  CtgTextExtents extents;

  ctg_text_measure_line (measure, &font, "Tunisia", &extents);
  g_assert_cmpfloat_with_epsilon (extents.width, 7 * 5.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (extents.ascent, 9, 1e-9);
  g_assert_cmpfloat_with_epsilon (extents.descent, 2.5, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_width (measure, &font, "中国"), 20, 1e-9);
  g_assert_cmpfloat_with_epsilon (get_width (measure, &font, "e\xcc\x81"), 5.5, 1e-9);
  g_assert_cmpfloat (get_width (measure, &font, ""), ==, 0);
  g_assert_cmpuint (ctg_text_measure_count_unknown (measure, &font, "中国"), ==, 0);
  g_assert_null (ctg_text_measure_dup_substitute (measure, &font));
}

/* 5.5 points a character. */
static void
assert_wrapped (const char *text,
                double      width,
                const char *expected)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgFont font = { "Any", 10, false, false };
  g_auto(GStrv) lines = ctg_text_measure_wrap (measure, &font, text, width);
  g_autofree char *joined = g_strjoinv ("|", lines);

  g_assert_cmpstr (joined, ==, expected);
}

static void
test_wrap (void)
{
  assert_wrapped ("", 50, "");
  assert_wrapped ("one two three", 200, "one two three");
  assert_wrapped ("one two three", 7 * 5.5, "one two|three");
  assert_wrapped ("one two three", 7 * 5.5 - 0.1, "one|two|three");
  assert_wrapped ("one  two   three ", 9 * 5.5, "one  two|three");
  assert_wrapped ("extraordinarily long", 5 * 5.5, "extraordinarily|long");
  assert_wrapped ("a extraordinarily b", 5 * 5.5, "a|extraordinarily|b");
  assert_wrapped ("first\nsecond", 500, "first|second");
  assert_wrapped ("first\n\nthird", 500, "first||third");
  assert_wrapped ("well-known fact", 5 * 5.5, "well-|known|fact");
  assert_wrapped ("6,000–7,000 people", 11 * 5.5, "6,000–7,000|people");
  assert_wrapped ("no\xc2\xa0" "break", 3 * 5.5, "no\xc2\xa0" "break");
  assert_wrapped ("中国中国", 20, "中国|中国");
  assert_wrapped ("one two", 0, "one|two");
}

static void
assert_shortened (const char *text,
                  double      width,
                  const char *expected)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_fixed ();
  CtgFont font = { "Any", 10, false, false };
  g_autofree char *shortened = ctg_text_measure_shorten (measure, &font, text, width);

  g_assert_cmpstr (shortened, ==, expected);
  g_assert_true (get_width (measure, &font, shortened) <= width + 1e-6 || g_str_equal (shortened, "…"));
}

/* A line is a text of its own, and still goes the way the isolate goes that began in another. */
static void
test_wrap_isolates (void)
{
  assert_wrapped ("\u2068Fighters, 2015\u2069.", 60, "\u2068Fighters,\u2069|\u20662015\u2069.");
  assert_wrapped ("\u2068مقاتلون، 2015\u2069", 60, "\u2068مقاتلون،\u2069|\u20672015\u2069");
  assert_wrapped ("a \u2067b \u2066c d\u2069 e\u2069 f", 12, "a|\u2067b\u2069|\u2067\u2066c\u2069\u2069|\u2067\u2066d\u2069\u2069|\u2067e\u2069|f");
  assert_wrapped ("stray\u2069 end", 30, "stray\u2069|end");
}

static void
test_shorten (void)
{
  assert_shortened ("Tunisia", 7 * 5.5, "Tunisia");
  assert_shortened ("Tunisia", 7 * 5.5 - 0.1, "Tunis…");
  assert_shortened ("Bosnia and Herzegovina", 12 * 5.5, "Bosnia and…");
  assert_shortened ("Bosnia and Herzegovina", 11 * 5.5, "Bosnia and…");
  assert_shortened ("Smith, John", 8 * 5.5, "Smith…");
  assert_shortened ("Tunisia", 2 * 5.5, "T…");
  assert_shortened ("Tunisia", 5.5, "…");
  assert_shortened ("Tunisia", 0, "…");
  /* A letter and its accent go together. */
  assert_shortened ("ae\xcc\x81" "bcd", 3 * 5.5, "ae\xcc\x81…");
  assert_shortened ("ae\xcc\x81" "bcd", 2 * 5.5, "a…");
  assert_shortened ("", 10, "");
}

static const char *const corpus[] = {
  "Tunisia", "Côte d’Ivoire", "Bosnia and Herzegovina", "Österreich", "Türkiye", "Saint-Barthélemy", "AVAVA To. Ty LTA WA", "fi ffi fl office", "6,000–7,000", "≥ 40", "> 102",
  "−5", "12%", "12,5 %", "1 234", "…", "“quoted” ‘x’", "Source: The Soufan Group, Foreign Fighters (2015)", "© ½ × ° µ § †", "x  y ", " ", "", "…and 45 more (official total 3,210)",
  "Россия", "Саудовская Аравия", "Ελλάδα", "Ё Ї ґ", "e\xcc\x81t\xc3\xa9", "a\xc2\xa0" "b", "(brackets) [1] {2}", "A/B & C_D*E#1", "ŁÓDŹ ţ Ə", "Tunisia Россия", "Україна 2,5 тис.",
  "المغرب", "中国", "Tunisia المغرب 12", "12 中国", "😀", "2012 – 2014", "12345678901234567890",
};

/* Equal to the last bit would be the aim; a thousandth of a point is the promise. */
static void
test_same_as_pango (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgTextPango) pango = ctg_text_pango_new ();

  for (unsigned int style = 0; style < 4; style++)
    {
      for (double size = 5; size < 24; size += 2.17)
        {
          CtgFont font = { "Liberation Sans", size, style & 1, style & 2 };
          double ascent, descent;

          ctg_text_pango_get_metrics (pango, &font, &ascent, &descent);
          for (unsigned int i = 0; i < G_N_ELEMENTS (corpus); i++)
            {
              CtgTextExtents extents;
              CtgTextLine line = { 0 };

              ctg_text_measure_line (measure, &font, corpus[i], &extents);
              ctg_text_pango_measure (pango, &font, corpus[i], &line);
              g_test_message ("“%s” at %g", corpus[i], size);
              g_assert_cmpfloat_with_epsilon (extents.width, line.extents.width, 0.001);
              g_assert_cmpfloat_with_epsilon (extents.ascent, ascent, 0.001);
              g_assert_cmpfloat_with_epsilon (extents.descent, descent, 0.001);
            }
        }
    }
}

/* The short way must be taken where it can be, or figures are slow without anyone noticing. */
static void
test_short_way (void)
{
  g_autoptr(CtgTextPango) pango = ctg_text_pango_new ();
  hb_font_t *font = hb_font_create (ctg_text_pango_get_face (pango, &figure_font));
  hb_buffer_t *buffer = hb_buffer_create ();
  double width = -1;

  g_assert_true (ctg_text_shape_measure (font, buffer, 8, "Côte d’Ivoire", &width));
  g_assert_cmpfloat (width, >, 40);
  g_assert_true (ctg_text_shape_measure (font, buffer, 8, "≥ 6,000–7,000 %", &width));
  g_assert_true (ctg_text_shape_measure (font, buffer, 8, "Саудовская Аравия", &width));
  g_assert_false (ctg_text_shape_measure (font, buffer, 8, "المغرب", &width));
  g_assert_false (ctg_text_shape_measure (font, buffer, 8, "中国", &width));
  g_assert_false (ctg_text_shape_measure (font, buffer, 8, "Tunisia Россия", &width));
  g_assert_false (ctg_text_shape_measure (font, buffer, 8, "a\xe2\x80\x8f" "b", &width));

  hb_buffer_destroy (buffer);
  hb_font_destroy (font);
}

/* The font that the list of folders finds is the one that fontconfig would give. */
static void
test_file (void)
{
  for (unsigned int style = 0; style < 4; style++)
    {
      CtgFont font = { "Liberation Sans", 8, style & 1, style & 2 };
      CtgFont other = { "Liberation Serif", 8, style & 1, style & 2 };
      g_autofree char *path = ctg_text_find_file (&font);
      g_autoptr(CtgTextPango) pango = ctg_text_pango_new ();
      double by_file, by_pango;

      g_assert_null (ctg_text_find_file (&other));
      if (path == NULL)
        {
          g_test_skip ("Liberation Sans is kept elsewhere on this system");
          return;
        }

      hb_blob_t *blob = hb_blob_create_from_file_or_fail (path);
      hb_face_t *face = hb_face_create (blob, 0);
      hb_font_t *file_font = hb_font_create (face);
      hb_font_t *pango_font = hb_font_create (ctg_text_pango_get_face (pango, &font));
      hb_buffer_t *buffer = hb_buffer_create ();

      for (unsigned int i = 0; i < 20; i++)
        {
          g_assert_true (ctg_text_shape_measure (file_font, buffer, 8.5, corpus[i], &by_file));
          g_assert_true (ctg_text_shape_measure (pango_font, buffer, 8.5, corpus[i], &by_pango));
          g_assert_cmpfloat (by_file, ==, by_pango);
        }

      hb_buffer_destroy (buffer);
      hb_font_destroy (pango_font);
      hb_font_destroy (file_font);
      hb_face_destroy (face);
      hb_blob_destroy (blob);
    }
}

static void
test_scale (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  CtgFont small = { "Liberation Sans", 8, false, false };
  CtgFont large = { "Liberation Sans", 16, false, false };
  CtgFont bold = { "Liberation Sans", 8, true, false };
  double width = get_width (measure, &small, "Renewable energy share 2023");

  /* Unhinted: twice the size is twice the width, up to rounding in 1/1024 pt. */
  g_assert_cmpfloat_with_epsilon (get_width (measure, &large, "Renewable energy share 2023"), 2 * width, 27 / 1024.0);
  g_assert_cmpfloat (get_width (measure, &bold, "Renewable energy share 2023"), >, width);
  /* Arial's advances, in 1/2048 em: T 1251, u and n 1139. */
  g_assert_cmpfloat_with_epsilon (get_width (measure, &small, "Tnun"), (1251 + 3 * 1139) * 8 / 2048.0, 0.01);
}

static void
test_unclean (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();

  g_assert_cmpfloat (get_width (measure, &figure_font, "a\nb"), ==, get_width (measure, &figure_font, "a b"));
  g_assert_cmpfloat (get_width (measure, &figure_font, "a\tb"), ==, get_width (measure, &figure_font, "a b"));
  g_assert_cmpfloat (get_width (measure, &figure_font, "a\xe2\x80\xa8" "b"), ==, get_width (measure, &figure_font, "a b"));
  g_assert_cmpfloat (get_width (measure, &figure_font, "<b>a</b>"), >, get_width (measure, &figure_font, "a"));
  g_assert_cmpfloat (get_width (measure, &figure_font, "\xff"), >, 0);
}

static void
test_unknown (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();

  g_assert_cmpuint (ctg_text_measure_count_unknown (measure, &figure_font, "Tunisia ≥ 6,000–7,000 “x” − …"), ==, 0);
  g_assert_cmpuint (ctg_text_measure_count_unknown (measure, &figure_font, "الإمارات العربية المتحدة"), ==, 0);
  g_assert_cmpuint (ctg_text_measure_count_unknown (measure, &figure_font, "沙特阿拉伯"), ==, 0);
  /* Linear B, which none of the pinned fonts has. */
  g_assert_cmpuint (ctg_text_measure_count_unknown (measure, &figure_font, "a𐀀𐀁"), ==, 2);
}

static void
test_substitute (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  CtgFont missing = { "No Such Family", 8, false, false };
  CtgFont alias = { "Arial", 8, false, false };
  g_autofree char *for_missing = ctg_text_measure_dup_substitute (measure, &missing);
  g_autofree char *for_alias = ctg_text_measure_dup_substitute (measure, &alias);

  g_assert_null (ctg_text_measure_dup_substitute (measure, &figure_font));
  g_assert_cmpstr (for_missing, ==, "Liberation Sans");
  g_assert_cmpstr (for_alias, ==, "Liberation Sans");
  g_assert_cmpfloat (get_width (measure, &missing, "Tunisia"), ==, get_width (measure, &figure_font, "Tunisia"));
}

static void
test_many_lines (void)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  double first = get_width (measure, &figure_font, "line 7");

  /* More than are kept. */
  for (unsigned int i = 0; i < 21000; i++)
    {
      char text[32];

      g_snprintf (text, sizeof text, "line %u", i);
      g_assert_cmpfloat (get_width (measure, &figure_font, text), >, 0);
    }
  g_assert_cmpfloat (get_width (measure, &figure_font, "line 7"), ==, first);
}

int
main (int   argc,
      char *argv[])
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/text/fixed", test_fixed);
  g_test_add_func ("/text/wrap", test_wrap);
  g_test_add_func ("/text/wrap-isolates", test_wrap_isolates);
  g_test_add_func ("/text/shorten", test_shorten);
  g_test_add_func ("/text/same-as-pango", test_same_as_pango);
  g_test_add_func ("/text/short-way", test_short_way);
  g_test_add_func ("/text/file", test_file);
  g_test_add_func ("/text/scale", test_scale);
  g_test_add_func ("/text/unclean", test_unclean);
  g_test_add_func ("/text/unknown", test_unknown);
  g_test_add_func ("/text/substitute", test_substitute);
  g_test_add_func ("/text/many-lines", test_many_lines);

  return g_test_run ();
}
