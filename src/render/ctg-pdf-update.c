/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Appends an incremental update to a PDF that cairo has written: changed copies of the catalog and of the figure's
 * structure element, and the figure document as an attached file. It reads cairo's plain 1.4 layout only; it is no PDF parser
 * and must never be given a file from outside. */

#define _GNU_SOURCE /* memmem() */

#include "render/ctg-pdf-update.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/ctg-deflate.h"
#include "render/ctg-render-private.h"

/* That of zlib's level 6: above it zlib takes up to ten times as long, for 4 % of a large document. */
static const CtgDeflateEffort effort = { .level = 6, .good = 8, .lazy = 16, .nice = 128, .chain = 128 };

typedef struct
{
  unsigned int object;
  size_t offset;
} Entry;

typedef struct
{
  GByteArray *pdf;
  GArray *entries; /* of Entry */
  unsigned int n_objects;
} Update;

static void
append (GByteArray *pdf,
        const char *text)
{
  g_byte_array_append (pdf, (const guint8 *) text, strlen (text));
}

static void
G_GNUC_PRINTF (2,
               3)
append_printf (GByteArray * pdf,
               const char *format,
               ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  append (pdf, text);
}

static const char *
find_last (const GByteArray *pdf,
           const char       *needle)
{
  const char *end = (const char *) pdf->data + pdf->len;
  const char *found = NULL;

  for (const char *p = (const char *) pdf->data; (p = memmem (p, end - p, needle, strlen (needle))) != NULL; p++)
    found = p;

  return found;
}

/* The unsigned number after the last occurrence of key. */
static bool
find_number (const GByteArray *pdf,
             const char       *key,
             unsigned int     *number)
{
  const char *found = find_last (pdf, key);

  return found != NULL && sscanf (found + strlen (key), " %u", number) == 1;
}

/* The dictionary of an object without its closing ">>". */
static char *
dup_dictionary (const GByteArray *pdf,
                unsigned int      object)
{
  g_autofree char *head = g_strdup_printf ("\n%u 0 obj\n<<", object);
  const char *start = find_last (pdf, head);
  const char *end = start != NULL ? memmem (start, (const char *) pdf->data + pdf->len - start, "\nendobj", 7) : NULL;

  if (end == NULL)
    return NULL;
  start = strstr (start, "<<");
  while (end > start && *end != '>')
    end--;
  if (end - start < 4)
    return NULL;

  return g_strndup (start, end - 1 - start);
}

/* The object the text is in. */
static bool
find_object_of (const GByteArray *pdf,
                const char       *text,
                unsigned int     *object)
{
  const char *p = find_last (pdf, text);
  const char *start = (const char *) pdf->data;

  for (; p != NULL && p > start; p--)
    if (*p == '\n' && g_ascii_isdigit (p[1]) && sscanf (p + 1, "%u 0 obj\n<<", object) == 1 && strstr (p, "obj\n<<") < p + 24)
      return true;

  return false;
}

static void
begin_object (Update      *self,
              unsigned int object)
{
  Entry entry = { object, self->pdf->len };

  g_array_append_val (self->entries, entry);
  append_printf (self->pdf, "%u 0 obj\n", object);
}

/* UTF-16BE in hexadecimal, as text strings have to be where they are not Latin. */
static void
append_text_string (GByteArray *pdf,
                    const char *text)
{
  glong n_units = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n_units, NULL);
  g_autoptr(GString) hex = g_string_new ("<FEFF");

  for (glong i = 0; i < n_units; i++)
    g_string_append_printf (hex, "%04X", units[i]);
  g_string_append_c (hex, '>');
  append (pdf, hex->str);
}

static void
append_attachment (Update     *self,
                   const char *document)
{
  g_autoptr(GBytes) deflated = ctg_deflate (document, strlen (document), &effort);

  begin_object (self, self->n_objects);
  append_printf (self->pdf, CTG_PDF_EMBEDDED_FILE "   /Params << /Size %" G_GSIZE_FORMAT " >>\n   /Length %" G_GSIZE_FORMAT "\n>>\nstream\n",
                 strlen (document), g_bytes_get_size (deflated));
  g_byte_array_append (self->pdf, g_bytes_get_data (deflated, NULL), g_bytes_get_size (deflated));
  append (self->pdf, "\nendstream\nendobj\n");

  begin_object (self, self->n_objects + 1);
  append_printf (self->pdf, "<< /Type /Filespec\n   /F (" CTG_DOCUMENT_FILE_NAME ")\n   /UF (" CTG_DOCUMENT_FILE_NAME ")\n"
                 "   /Desc (The figure with its data, to be opened again)\n   /AFRelationship /Source\n   /EF << /F %u 0 R /UF %u 0 R >>\n>>\nendobj\n",
                 self->n_objects, self->n_objects);
}

static void
append_catalog (Update      *self,
                unsigned int root,
                const char  *dictionary,
                const char  *language,
                bool         attached)
{
  begin_object (self, root);
  append (self->pdf, dictionary);
  append (self->pdf, "   /Lang ");
  append_text_string (self->pdf, language);
  append (self->pdf, "\n   /ViewerPreferences << /DisplayDocTitle true >>\n");
  if (attached)
    append_printf (self->pdf, "   /Names << /EmbeddedFiles << /Names [ (" CTG_DOCUMENT_FILE_NAME ") %u 0 R ] >> >>\n   /AF [ %u 0 R ]\n",
                   self->n_objects + 1, self->n_objects + 1);
  append (self->pdf, ">>\nendobj\n");
}

static int
compare_entries (const void *a,
                 const void *b)
{
  return (int) ((const Entry *) a)->object - (int) ((const Entry *) b)->object;
}

static void
append_table (Update      *self,
              unsigned int root,
              unsigned int info,
              unsigned int previous)
{
  size_t offset = self->pdf->len;
  unsigned int size = self->n_objects;

  g_array_sort (self->entries, compare_entries);
  append (self->pdf, "xref\n");
  for (unsigned int i = 0; i < self->entries->len; i++)
    {
      Entry entry = g_array_index (self->entries, Entry, i);

      append_printf (self->pdf, "%u 1\n%010" G_GSIZE_FORMAT " 00000 n \n", entry.object, entry.offset);
      size = MAX (size, entry.object + 1);
    }
  append_printf (self->pdf, "trailer\n<< /Size %u\n   /Root %u 0 R\n   /Info %u 0 R\n   /Prev %u\n>>\nstartxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                 size, root, info, previous, offset);
}

bool
ctg_pdf_update (GByteArray *pdf,
                const char *language,
                const char *description,
                const char *document)
{
  g_autoptr(GArray) entries = g_array_new (false, false, sizeof (Entry));
  unsigned int root, info, previous, figure;
  Update self = { pdf, entries, 0 };

  /* What reads numbers expects the end of a string somewhere. */
  g_byte_array_append (pdf, (const guint8 *) "", 1);
  g_byte_array_set_size (pdf, pdf->len - 1);

  if (pdf->len == 0 || find_last (pdf, "\nxref\n") == NULL || !find_number (pdf, "/Size", &self.n_objects) || !find_number (pdf, "/Root", &root) ||
      !find_number (pdf, "/Info", &info) || !find_number (pdf, "startxref", &previous))
    return false;

  g_autofree char *catalog = dup_dictionary (pdf, root);
  bool tagged = *description != '\0' && find_object_of (pdf, "/S /Figure", &figure);
  g_autofree char *element = tagged ? dup_dictionary (pdf, figure) : NULL;

  if (catalog == NULL)
    return false;

  if (element != NULL)
    {
      begin_object (&self, figure);
      append (pdf, element);
      append (pdf, "   /Alt ");
      append_text_string (pdf, description);
      append (pdf, "\n>>\nendobj\n");
    }
  if (document != NULL)
    append_attachment (&self, document);
  append_catalog (&self, root, catalog, language, document != NULL);
  append_table (&self, root, info, previous);

  return true;
}
