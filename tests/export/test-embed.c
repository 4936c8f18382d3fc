/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The figure document comes back out of every format byte for byte, also after other programs have handled the file, and hostile or damaged
 * files are refused with a reason. */

#include <string.h>

#include "base/ctg-error.h"
#include "export-fixture.h"
#include "render/ctg-deflate.h"
#include "render/ctg-embed.h"

#define NAMESPACE "https://contingent.github.io/figure/1"

static GBytes *
make_file (CtgFormat   format,
           const char *document)
{
  g_autoptr(CtgTextMeasure) measure = ctg_text_measure_new_pango ();
  g_autoptr(CtgScene) scene = sample_scene_new (measure);
  CtgMetadata metadata = fixture_metadata ();

  metadata.document = document;

  return fixture_render (scene, format, 72, false, &metadata);
}

static void
assert_holds (GBytes     *file,
              const char *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) document = ctg_embed_extract (file, &error);

  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (document, NULL), g_bytes_get_size (document), expected, strlen (expected));
}

static void
assert_refused (GBytes     *file,
                int         code,
                const char *message)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) document = ctg_embed_extract (file, &error);

  g_assert_null (document);
  g_assert_error (error, CTG_DATA_ERROR, code);
  if (strstr (error->message, message) == NULL)
    g_test_message ("expected “%s”, got “%s”", message, error->message);
  g_assert_nonnull (strstr (error->message, message));
}

static void
assert_text_refused (const char *text,
                     const char *message)
{
  g_autoptr(GBytes) file = g_bytes_new (text, strlen (text));

  assert_refused (file, CTG_DATA_ERROR_FORMAT, message);
}

static void
assert_text_holds (const char *text,
                   const char *expected)
{
  g_autoptr(GBytes) file = g_bytes_new (text, strlen (text));

  assert_holds (file, expected);
}

/* The file up to length, and the whole file with one byte changed. */
static GBytes *
cut (GBytes *file,
     size_t  length)
{
  return g_bytes_new_from_bytes (file, 0, length);
}

static GBytes *
change (GBytes *file,
        size_t  at)
{
  size_t length;
  g_autofree char *copy = g_memdup2 (g_bytes_get_data (file, NULL), g_bytes_get_size (file));

  length = g_bytes_get_size (file);
  copy[at] ^= 0x20;

  return g_bytes_new_take (g_steal_pointer (&copy), length);
}

static size_t
find (GBytes     *file,
      const char *needle)
{
  const char *data = g_bytes_get_data (file, NULL);
  size_t length = g_bytes_get_size (file);

  for (size_t i = 0; i + strlen (needle) <= length; i++)
    if (memcmp (data + i, needle, strlen (needle)) == 0)
      return i;
  g_assert_not_reached ();
}

static void
test_round_trip (void)
{
  g_autoptr(GString) large = g_string_new ("[\"");

  while (large->len < 1 << 20)
    g_string_append_printf (large, "%" G_GSIZE_FORMAT " äöü <&> ", large->len);
  g_string_append (large, "\"]\n");

  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(GBytes) small_file = make_file (format, fixture_document);
      g_autoptr(GBytes) large_file = make_file (format, large->str);

      g_assert_true (ctg_embed_is_picture (small_file));
      assert_holds (small_file, fixture_document);
      assert_holds (large_file, large->str);
    }
}

/* What XML cannot hold becomes a JSON escape; carriage returns and the like stay. */
static void
test_odd_characters (void)
{
  const char *document = "{\"a\": \"\xef\xbf\xbf \xef\xbf\xbe \xef\xbf\xbd \xef\xbb\xbf\",\r\n\t\"b\": \"\xc2\x85\xe2\x80\xa8\x7f\"}\r";
  const char *as_xml = "{\"a\": \"\\uffff \\ufffe \xef\xbf\xbd \xef\xbb\xbf\",\r\n\t\"b\": \"\xc2\x85\xe2\x80\xa8\x7f\"}\r";
  g_autoptr(GBytes) svg = make_file (CTG_FORMAT_SVG, document);
  g_autoptr(GBytes) png = make_file (CTG_FORMAT_PNG, document);
  g_autoptr(GBytes) pdf = make_file (CTG_FORMAT_PDF, document);

  assert_holds (svg, as_xml);
  assert_holds (png, document);
  assert_holds (pdf, document);
}

static void
test_none (void)
{
  static const char *const messages[] = { "This XML file holds no figure", "This PNG holds no figure", "This PDF holds no figure" };

  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(GBytes) file = make_file (format, NULL);

      g_assert_true (ctg_embed_is_picture (file));
      assert_refused (file, CTG_DATA_ERROR_FORMAT, messages[format]);
    }
  assert_text_refused ("", "neither SVG, nor PNG, nor PDF");
  assert_text_refused ("{\"contingent\": 1}", "neither SVG, nor PNG, nor PDF");
  assert_text_refused ("\x89PNG", "neither SVG, nor PNG, nor PDF");
  assert_text_refused ("%PDF-", "This PDF holds no figure");
  assert_text_refused ("\x89PNG\r\n\x1a\n", "This PNG is damaged: it ends too early");
}

/* ---- XML ---- */

static void
test_svg_prefixes (void)
{
  assert_text_holds ("<svg xmlns:ns0='" NAMESPACE "'><ns0:figure>{}</ns0:figure></svg>", "{}");
  assert_text_holds ("\xef\xbb\xbf  <svg><figure xmlns='" NAMESPACE "'>{}</figure></svg>", "{}");
  assert_text_holds ("<!DOCTYPE svg PUBLIC 'a' 'b'><svg xmlns:c='" NAMESPACE "'><g><c:figure><![CDATA[{\"<\": 1}]]></c:figure></g></svg>", "{\"<\": 1}");
  assert_text_holds ("<svg xmlns:c='" NAMESPACE "'><c:figure>{}</c:figure><c:figure>[]</c:figure></svg>", "{}");
  assert_text_refused ("<svg xmlns:c='http://other'><c:figure>{}</c:figure></svg>", "no figure");
  assert_text_refused ("<svg><figure>{}</figure></svg>", "no figure");
  assert_text_refused ("<svg xmlns:c='" NAMESPACE "'><g xmlns:c='x'><c:figure>{}</c:figure></g></svg>", "no figure");
  assert_text_holds ("<svg xmlns:c='" NAMESPACE "'><g xmlns:c='x'><c:figure>{}</c:figure></g><c:figure>[]</c:figure></svg>", "[]");
}

static void
test_svg_hostile (void)
{
  g_autoptr(GString) bindings = g_string_new (NULL);
  g_autoptr(GString) deep = g_string_new (NULL);

  /* Entities are not known, so they can neither grow nor read files. */
  assert_text_refused ("<!DOCTYPE s [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><s xmlns:c='" NAMESPACE "'><c:figure>&b;</c:figure></s>", "This SVG is damaged");
  assert_text_refused ("<!DOCTYPE s [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><s xmlns:c='" NAMESPACE "'><c:figure>&a;</c:figure></s>", "This SVG is damaged");
  assert_text_refused ("<s xmlns:c='" NAMESPACE "'><c:figure>{<b/>}</c:figure></s>", "has an element “b”");
  assert_text_refused ("<s xmlns:c='" NAMESPACE "'><c:figure>{}", "This SVG is damaged");
  assert_text_refused ("<s xmlns:c='" NAMESPACE "'><c:figure>{}</c:figure>", "This SVG is damaged");
  assert_text_refused ("<s xmlns:c='" NAMESPACE "'><c:figure>{\xff}</c:figure></s>", "This SVG is damaged");
  assert_text_refused ("<s xmlns:c='" NAMESPACE "'><c:figure>&#0;</c:figure></s>", "This SVG is damaged");
  assert_text_refused ("<s xmlns:c='" NAMESPACE "'", "begins like an SVG but is none");
  assert_text_refused ("<", "begins like an SVG but is none");
  assert_text_refused ("<!-- a page of text -->\n# Title\n", "begins like an SVG but is none");

  for (unsigned int i = 0; i < 100; i++)
    g_string_append_printf (bindings, "<s xmlns:c%u='" NAMESPACE "'>", i);
  assert_text_refused (bindings->str, "too many namespace declarations");

  for (unsigned int i = 0; i < 200000; i++)
    g_string_append (deep, "<g>");
  assert_text_refused (deep->str, "This SVG is damaged");
}

static void
test_svg_limit (void)
{
  g_autoptr(GString) large = g_string_new ("<s xmlns:c='" NAMESPACE "'><c:figure>");

  while (large->len < 17 << 20)
    g_string_append (large, "[0123456789012345678901234567890123456789012345678901234567890123456789]\n");
  g_string_append (large, "</c:figure></s>");

  g_autoptr(GBytes) file = g_bytes_new (large->str, large->len);

  assert_refused (file, CTG_DATA_ERROR_LIMIT, "16 MB");
}

/* ---- PNG ---- */

static void
append_number (GByteArray *bytes,
               guint32     number)
{
  number = GUINT32_TO_BE (number);
  g_byte_array_append (bytes, (const guint8 *) &number, 4);
}

static guint32
read_number (const guint8 *bytes)
{
  return (guint32) bytes[0] << 24 | (guint32) bytes[1] << 16 | (guint32) bytes[2] << 8 | bytes[3];
}

/* PNG's check sum (ISO/IEC 15948, annex D), bit by bit. */
static guint32
get_check_sum (const guint8 *data,
               size_t        length)
{
  guint32 sum = 0xffffffff;

  for (size_t i = 0; i < length; i++)
    {
      sum ^= data[i];
      for (unsigned int bit = 0; bit < 8; bit++)
        sum = (sum >> 1) ^ (sum & 1 ? 0xedb88320 : 0);
    }

  return ~sum;
}

/* A file of one chunk. */
static GBytes *
make_chunk (const void *data,
            size_t      length)
{
  GByteArray *png = g_byte_array_new ();

  g_byte_array_append (png, (const guint8 *) "\x89PNG\r\n\x1a\n", 8);
  append_number (png, length);
  g_byte_array_append (png, (const guint8 *) "iTXt", 4);
  g_byte_array_append (png, data, length);
  append_number (png, get_check_sum (png->data + 12, length + 4));

  return g_byte_array_free_to_bytes (png);
}

static GBytes *
append (GBytes     *file,
        const char *data,
        size_t      length)
{
  GByteArray *longer = g_byte_array_new ();

  g_byte_array_append (longer, g_bytes_get_data (file, NULL), g_bytes_get_size (file));
  g_byte_array_append (longer, (const guint8 *) data, length);

  return g_byte_array_free_to_bytes (longer);
}

static void
assert_chunk_refused (const void *data,
                      size_t      length,
                      const char *message)
{
  g_autoptr(GBytes) file = make_chunk (data, length);

  assert_refused (file, CTG_DATA_ERROR_FORMAT, message);
}

static void
test_png_hostile (void)
{
  static const char good[] = "contingent\0\0\0\0\0{}";
  static const char packed[] = "contingent\0\1\0\0\0not zlib";
  static const char odd_method[] = "contingent\0\1\7\0\0{}";
  static const char no_text[] = "contingent\0\0\0en{}";
  g_autoptr(GBytes) chunk = make_chunk (good, sizeof good - 1);
  g_autoptr(GBytes) file = make_file (CTG_FORMAT_PNG, fixture_document);
  size_t text = find (file, "iTXtcontingent") + 30;

  assert_holds (chunk, "{}");
  assert_chunk_refused (packed, sizeof packed - 1, "The figure in this PNG cannot be read");
  assert_chunk_refused (odd_method, sizeof odd_method - 1, "not laid out as PNG texts are");
  assert_chunk_refused (no_text, sizeof no_text - 1, "not laid out as PNG texts are");

  g_autoptr(GBytes) changed = change (file, text);
  g_autoptr(GBytes) shortened = cut (file, text);
  g_autoptr(GBytes) picture_lost = cut (file, find (file, "IDAT") + 10);

  assert_refused (changed, CTG_DATA_ERROR_FORMAT, "does not match its check sum");
  assert_refused (shortened, CTG_DATA_ERROR_FORMAT, "ends too early");
  assert_holds (picture_lost, fixture_document);

  /* Somebody else's text may be cut off, or be called nearly as ours. */
  static const char others[] = "contingent-x\0\0\0\0\0no part";
  g_autoptr(GBytes) odd_name = make_chunk (others, sizeof others - 1);
  g_autoptr(GBytes) cut_behind = append (chunk, "\0\0\1\0iTXtComment", 15);
  g_autoptr(GBytes) cut_part = append (chunk, "\0\0\1\0iTXtcontingent-2", 20);

  assert_refused (odd_name, CTG_DATA_ERROR_FORMAT, "ends too early");
  assert_holds (cut_behind, "{}");
  assert_refused (cut_part, CTG_DATA_ERROR_FORMAT, "ends too early");
}

/* So long that it is in several chunks: none holds more than others read, none begins within a letter, and without the last of them there is no figure. */
static void
test_png_parts (void)
{
  g_autoptr(GString) long_document = g_string_new ("{\"a\": \"");
  g_autoptr(GString) together = g_string_new (NULL);

  while (long_document->len < 2500000)
    g_string_append (long_document, "né en 2015 – 日本語 ");
  g_string_append (long_document, "\"}");

  g_autoptr(GBytes) file = make_file (CTG_FORMAT_PNG, long_document->str);
  size_t size, last = 0;
  const guint8 *bytes = g_bytes_get_data (file, &size);
  unsigned int n_parts = 0;

  assert_holds (file, long_document->str);
  for (size_t at = 8; at + 12 <= size; at += read_number (bytes + at) + 12)
    {
      g_autoptr(GBytes) part = NULL;
      g_autoptr(GError) error = NULL;

      if (memcmp (bytes + at + 4, "iTXtcontingent", 14) != 0)
        continue;
      const guint8 *text = memchr (bytes + at + 8, 0, 20);
      const guint8 *end = bytes + at + 8 + read_number (bytes + at);

      g_autofree char *key = n_parts == 0 ? g_strdup ("contingent") : g_strdup_printf ("contingent-%u", n_parts + 1);
      g_assert_cmpstr ((const char *) bytes + at + 8, ==, key);
      part = ctg_inflate (text + 5, end - text - 5, 1000000, &error);
      g_assert_no_error (error);
      g_assert_true (g_utf8_validate_len (g_bytes_get_data (part, NULL), g_bytes_get_size (part), NULL));
      g_string_append_len (together, g_bytes_get_data (part, NULL), g_bytes_get_size (part));
      n_parts++;
      last = at;
    }
  g_assert_cmpuint (n_parts, ==, 3);
  g_assert_cmpstr (together->str, ==, long_document->str);

  g_autoptr(GBytes) shortened = cut (file, last + 100);
  g_autoptr(GBytes) changed = change (file, last + 100);
  g_autoptr(GBytes) picture_lost = cut (file, find (file, "IDAT") + 10);

  assert_refused (shortened, CTG_DATA_ERROR_FORMAT, "ends too early");
  assert_refused (changed, CTG_DATA_ERROR_FORMAT, "does not match its check sum");
  assert_holds (picture_lost, long_document->str);
}

static GBytes *
make_bomb (const char *key,
           size_t      n_zeros)
{
  static const char flags[] = { 1, 0, 0, 0 };
  g_autoptr(GConverter) compressor = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9));
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GOutputStream) packer = g_converter_output_stream_new (memory, compressor);
  g_autofree char *zeros = g_malloc0 (n_zeros);

  g_output_stream_write_all (memory, key, strlen (key) + 1, NULL, NULL, NULL);
  g_output_stream_write_all (memory, flags, sizeof flags, NULL, NULL, NULL);
  g_output_stream_write_all (packer, zeros, n_zeros, NULL, NULL, NULL);
  g_output_stream_close (packer, NULL, NULL);

  return make_chunk (g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)), g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
}

/* A megabyte of zeros packs a thousandfold: 20 MB hide in 20 kB, in one chunk or in two. */
static void
test_png_bomb (void)
{
  g_autoptr(GBytes) file = make_bomb ("contingent", 20 << 20);
  g_autoptr(GBytes) half = make_bomb ("contingent", 10 << 20);
  g_autoptr(GBytes) other_half = make_bomb ("contingent-2", 10 << 20);
  g_autoptr(GBytes) two = append (half, (const char *) g_bytes_get_data (other_half, NULL) + 8, g_bytes_get_size (other_half) - 8);

  g_assert_cmpuint (g_bytes_get_size (file), <, 40000);
  assert_refused (file, CTG_DATA_ERROR_LIMIT, "16 MB");
  assert_refused (two, CTG_DATA_ERROR_LIMIT, "16 MB");
}

/* ---- PDF ---- */

static void
test_pdf_hostile (void)
{
#define HEAD "%PDF-1.4\n<< /Type /EmbeddedFile\n   /Subtype /application#2Fvnd.contingent.figure+json\n   /Filter /FlateDecode\n"
  g_autoptr(GBytes) file = make_file (CTG_FORMAT_PDF, fixture_document);
  size_t stream = find (file, "vnd.contingent.figure+json");
  g_autoptr(GBytes) shortened = cut (file, stream + 150);
  g_autoptr(GBytes) changed = change (file, stream + 140);

  assert_refused (shortened, CTG_DATA_ERROR_FORMAT, "This PDF");
  assert_refused (changed, CTG_DATA_ERROR_FORMAT, "The figure in this PDF cannot be read");
  assert_text_refused (HEAD, "cut off");
  assert_text_refused (HEAD "   /Length 10\n>>\nstream\nabc", "cut off");
  assert_text_refused (HEAD "   /Length 99999999999999999999\n>>\nstream\nabc", "cut off");
  assert_text_refused (HEAD "   /Length -1\n>>\nstream\nabc", "cut off");
  assert_text_refused (HEAD "   /Length 3\n>>\nstream\nabc", "cannot be read");
#undef HEAD
}

/* Every beginning of every file, and every file with one byte changed, gives an answer and no crash. */
static void
test_any_damage (void)
{
  for (CtgFormat format = 0; format < CTG_N_FORMATS; format++)
    {
      g_autoptr(GBytes) file = make_file (format, fixture_document);
      size_t length = g_bytes_get_size (file);
      unsigned int n_refused = 0;

      for (size_t at = 0; at < length; at += 1 + length / 500)
        {
          g_autoptr(GBytes) shortened = cut (file, at);
          g_autoptr(GBytes) changed = change (file, at);
          g_autoptr(GBytes) from_short = ctg_embed_extract (shortened, NULL);
          g_autoptr(GBytes) from_changed = ctg_embed_extract (changed, NULL);

          n_refused += from_short == NULL;
        }
      g_assert_cmpuint (n_refused, >, 0);
    }
}

/* Inkscape and the like write the file anew. */
static void
test_saved_again (void)
{
  if (!fixture_has_program ("xmllint"))
    return;

  g_autoptr(GBytes) file = make_file (CTG_FORMAT_SVG, fixture_document);
  g_autofree char *path = fixture_save (file, "again.svg");
  g_autofree char *formatted = fixture_run ("xmllint", "--nonet", "--format", "--encode", "UTF-8", path, NULL);
  g_autofree char *ascii = fixture_run ("xmllint", "--nonet", "--encode", "US-ASCII", path, NULL);

  assert_text_holds (formatted, fixture_document);
  assert_text_holds (ascii, fixture_document);
}

int
main (int    argc,
      char **argv)
{
  ctg_test_init (&argc, &argv);

  g_test_add_func ("/export/embed/round-trip", test_round_trip);
  g_test_add_func ("/export/embed/odd-characters", test_odd_characters);
  g_test_add_func ("/export/embed/none", test_none);
  g_test_add_func ("/export/embed/svg/prefixes", test_svg_prefixes);
  g_test_add_func ("/export/embed/svg/hostile", test_svg_hostile);
  g_test_add_func ("/export/embed/svg/limit", test_svg_limit);
  g_test_add_func ("/export/embed/svg/saved-again", test_saved_again);
  g_test_add_func ("/export/embed/png/hostile", test_png_hostile);
  g_test_add_func ("/export/embed/png/parts", test_png_parts);
  g_test_add_func ("/export/embed/png/bomb", test_png_bomb);
  g_test_add_func ("/export/embed/pdf/hostile", test_pdf_hostile);
  g_test_add_func ("/export/embed/any-damage", test_any_damage);

  return g_test_run ();
}
