/* SPDX-FileCopyrightText: 2026 The Contingent authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Remembers measured lines and hands the rest to a backend. It must not know Pango. */

#include <string.h>

#include "text/ctg-text-private.h"

/* A figure has some hundred different lines; a window that lives for days must not keep every one it ever drew. */
#define MAX_LINES 20000

typedef struct
{
  const char *family; /* interned */
  double size;
  bool bold;
  bool italic;
  char *text;
} LineKey;

struct _CtgTextMeasure
{
  gatomicrefcount ref_count;
  const CtgTextBackend *backend;
  gpointer data;
  GHashTable *lines; /* LineKey → CtgTextLine */
};

static unsigned int
line_key_hash (gconstpointer pointer)
{
  const LineKey *key = pointer;

  return g_str_hash (key->text) ^ g_direct_hash (key->family) ^ ((unsigned int) (key->size * 64) << 8) ^ (key->bold << 1) ^ key->italic;
}

static gboolean
line_key_equal (gconstpointer a,
                gconstpointer b)
{
  const LineKey *p = a;
  const LineKey *q = b;

  return p->family == q->family && p->size == q->size && p->bold == q->bold && p->italic == q->italic && strcmp (p->text, q->text) == 0;
}

static void
line_key_free (gpointer pointer)
{
  LineKey *key = pointer;

  g_free (key->text);
  g_free (key);
}

CtgTextMeasure *
ctg_text_measure_new (const CtgTextBackend *backend,
                      gpointer              data)
{
  CtgTextMeasure *self = g_new0 (CtgTextMeasure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->backend = backend;
  self->data = data;
  self->lines = g_hash_table_new_full (line_key_hash, line_key_equal, line_key_free, g_free);

  return self;
}

CtgTextMeasure *
ctg_text_measure_ref (CtgTextMeasure *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
ctg_text_measure_unref (CtgTextMeasure *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_hash_table_unref (self->lines);
  if (self->backend->free != NULL)
    self->backend->free (self->data);
  g_free (self);
}

/* Valid UTF-8 without line breaks and other controls; NULL where the text is so already. */
static char *
clean (const char *text)
{
  bool dirty = false;

  for (const char *p = text; *p != '\0' && !dirty; p++)
    dirty = (unsigned char) *p < 0x20 || (unsigned char) *p >= 0x7f;
  if (!dirty)
    return NULL;

  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *string = g_string_sized_new (strlen (valid));

  for (const char *p = valid; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_string_append_unichar (string, g_unichar_iscntrl (c) || c == 0x2028 || c == 0x2029 ? ' ' : c);
    }

  return g_string_free (string, FALSE);
}

static const CtgTextLine *
get_line (CtgTextMeasure *self,
          const CtgFont  *font,
          const char     *text)
{
  g_autofree char *cleaned = clean (text);
  LineKey key = { g_intern_string (font->family), font->size, font->bold, font->italic, cleaned != NULL ? cleaned : (char *) text };
  CtgTextLine *line = g_hash_table_lookup (self->lines, &key);

  if (line != NULL)
    return line;

  if (g_hash_table_size (self->lines) >= MAX_LINES)
    g_hash_table_remove_all (self->lines);

  LineKey *kept = g_memdup2 (&key, sizeof key);

  kept->text = g_strdup (key.text);
  line = g_new0 (CtgTextLine, 1);
  self->backend->measure (self->data, font, kept->text, line);
  g_hash_table_insert (self->lines, kept, line);

  return line;
}

void
ctg_text_measure_line (CtgTextMeasure *self,
                       const CtgFont  *font,
                       const char     *text,
                       CtgTextExtents *extents)
{
  g_return_if_fail (self != NULL && font != NULL && text != NULL && extents != NULL);

  *extents = get_line (self, font, text)->extents;
}

unsigned int
ctg_text_measure_count_unknown (CtgTextMeasure *self,
                                const CtgFont  *font,
                                const char     *text)
{
  g_return_val_if_fail (self != NULL && font != NULL && text != NULL, 0);

  return get_line (self, font, text)->n_unknown;
}

char *
ctg_text_measure_dup_substitute (CtgTextMeasure *self,
                                 const CtgFont  *font)
{
  g_return_val_if_fail (self != NULL && font != NULL, NULL);

  return self->backend->dup_substitute != NULL ? self->backend->dup_substitute (self->data, font) : NULL;
}
